// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What the engine knows about one Unicode scalar, read from an embedded table.
///
/// - Complexity: O(1), two loads.
/// - Reference: Unicode Standard Annex #44.
public struct CharacterProperties: Sendable {
  private let entry: UInt64

  /// Looks a scalar up.
  ///
  /// - Parameter scalar: A value up to U+10FFFF.
  @inline(__always)  // One lookup a character in the tokenizer's loop.
  public init(_ scalar: UInt32) { entry = ScalarTable.properties[scalar] }

  /// Script of the scalar; `.common` and `.inherited` for what belongs to none.
  public var script: Script { Script(number: UInt8(truncatingIfNeeded: entry)) }

  /// General category as ICU numbers it.
  var category: UInt8 { UInt8(truncatingIfNeeded: entry >> 8 & 31) }

  /// Canonical combining class, 0 for what is not a reordering mark.
  public var combiningClass: UInt8 { UInt8(truncatingIfNeeded: entry >> 13) }

  /// The Alphabetic property: letters, and the vowel signs that are letters.
  public var isAlphabetic: Bool { entry & 1 << 21 != 0 }

  /// The Uppercase property.
  public var isUppercase: Bool { entry & 1 << 22 != 0 }

  /// The Lowercase property.
  public var isLowercase: Bool { entry & 1 << 23 != 0 }

  /// Whether NFC may join the scalar with the one before it.
  public var composesBackward: Bool { entry & 1 << 24 != 0 }

  /// Whether the scalar is invisible by default: joiners, variation selectors, fillers.
  public var isIgnorable: Bool { entry & 1 << 25 != 0 }

  /// A nonspacing, enclosing or spacing mark.
  public var isMark: Bool { (6...8).contains(category) }

  /// A decimal digit of any script.
  public var isDigit: Bool { category == 9 }

  /// Titlecase letter such as ǅ.
  public var isTitlecase: Bool { category == 3 }

  /// A letter, a mark on a letter, or a digit: what words are made of.
  public var isWordCharacter: Bool { isAlphabetic || isMark || isDigit }
}
