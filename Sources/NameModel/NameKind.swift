// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a name names.
public enum NameKind: String, CaseIterable, Sendable {
  /// A human being.
  case person
  /// A party, company, agency, office or other body.
  case org
  /// A country, city or other location.
  case place
}
