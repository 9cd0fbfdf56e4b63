// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A word, a number or a sign of a text, by its place in the original bytes.
public struct Token: Sendable, Equatable {
  /// What kind of piece it is.
  public enum Kind: UInt8, Sendable {
    /// Letters and the marks and digits attached to them.
    case word
    /// Digits alone.
    case number
    /// An apostrophe of any kind.
    case apostrophe
    /// A hyphen or dash of any kind.
    case hyphen
    /// Any other visible sign.
    case sign
    /// A line break.
    case lineBreak
  }

  /// How a word uses upper and lower case.
  public enum Shape: UInt8, Sendable {
    /// No cased letter: numbers, signs, scripts without case.
    case uncased
    /// All cased letters are lower case.
    case lower
    /// The first letter is upper case and the others, at least one, are lower case.
    case title
    /// At least two letters, all upper case.
    case upper
    /// A single upper-case letter.
    case initial
    /// Anything else, such as `McDonald` or `iPhone`.
    case mixed
  }

  /// UTF-8 bytes of the original text.
  public var range: Range<Int>
  /// What kind of piece it is.
  public var kind: Kind
  /// How it uses case.
  public var shape: Shape
  /// Script of its first letter; common for numbers and signs.
  public var script: Script
  /// Whether nothing, not even a space, stands between it and the token before it.
  public var isJoined: Bool

  /// Creates a token.
  public init(range: Range<Int>, kind: Kind, shape: Shape, script: Script, isJoined: Bool) {
    self.range = range
    self.kind = kind
    self.shape = shape
    self.script = script
    self.isJoined = isJoined
  }

  /// Whether a cased word begins with an upper-case letter.
  public var isCapitalized: Bool {
    switch shape {
    case .title, .upper, .initial: true
    case .mixed, .uncased, .lower: false
    }
  }
}
