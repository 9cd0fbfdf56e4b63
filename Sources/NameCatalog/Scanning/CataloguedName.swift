// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// A name of a catalogue that stands in a text.
public struct CataloguedName: Sendable, Equatable {
  /// UTF-8 bytes of the text: the name's words, with a case ending that is part of the last one.
  public var range: Range<Int>
  /// The ids under which the catalogue has the name, in the order of the catalogue; at least one.
  public var ids: [String]
  /// The name as the catalogue gives it first.
  public var name: String
  /// What it names, where the catalogue says so.
  public var kind: NameKind?
}
