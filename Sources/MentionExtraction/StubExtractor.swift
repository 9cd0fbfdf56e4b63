// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
public import TextNormalization
public struct GivenSpan: Sendable { 
  public var range: Range<Int>
  public var kind: NameKind?
  public init(range: Range<Int>, kind: NameKind?) { self.range = range; self.kind = kind }
}
public struct MentionExtractor: Sendable {
  public init(language: LanguageTag? = nil) {}
  public mutating func extract(_ text: Span<UInt8>) -> [Mention] { [] }
  public mutating func mentions(at: [GivenSpan], in text: Span<UInt8>) -> [Mention] { [] }
}
