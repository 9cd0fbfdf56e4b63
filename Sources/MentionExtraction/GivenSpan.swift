// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// The place of a name that another tool has found.
public struct GivenSpan: Sendable, Equatable {
  /// UTF-8 bytes of the text.
  public var range: Range<Int>
  /// What the name names, where the tool says so.
  public var kind: NameKind?

  /// Creates a span.
  public init(range: Range<Int>, kind: NameKind?) {
    self.range = range
    self.kind = kind
  }
}
