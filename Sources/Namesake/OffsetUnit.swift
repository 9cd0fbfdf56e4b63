// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// In what offsets into a text are counted.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalars, as Python counts.
  case scalar
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16, as Java and JavaScript count.
  case utf16
}
