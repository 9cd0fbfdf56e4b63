// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// One rule of romanization: what some characters become, and where.
struct RomanRule {
  /// The two profiles that romanize, as bits.
  enum Profiles {
    static let latin: UInt8 = 1
    static let ascii: UInt8 = 2
  }

  /// What a rule does beside writing its target.
  enum Action: UInt8 {
    case none = 0
    /// Doubles the first consonant of what is written next (ッ, addak).
    case doublesNext
    /// Makes the vowel before long (ー).
    case lengthens
    /// Doubles the consonant before, then writes the target (shadda).
    case doublesPrevious
    /// Writes what the character before gave again (々).
    case repeats
  }

  /// Further conditions and qualities, as bits.
  enum Flags {
    /// A consonant whose inherent vowel follows unless a sign takes it away.
    static let inherent: UInt8 = 1
    /// Holds for a capital among capitals.
    static let caps: UInt8 = 2
    /// Holds at the start of two to four ideographs that stand alone, as names do.
    static let name: UInt8 = 4
  }

  var source: [UInt32]
  var target: [UInt8]
  /// Bits of the languages it holds for, 0 for all.
  var languages: UInt32 = 0
  var profiles = Profiles.latin | Profiles.ascii
  /// Classes of the character before and behind: one of these, none of those.
  var before: UInt32 = 0
  var notBefore: UInt32 = 0
  var after: UInt32 = 0
  var notAfter: UInt32 = 0
  var action = Action.none
  var flags: UInt8 = 0

  /// Whether the rule holds for its character wherever it stands, in every language.
  var isPlain: Bool {
    source.count == 1 && languages == 0 && before | notBefore | after | notAfter == 0
      && action == .none && flags & ~Flags.inherent == 0
  }

  init(_ source: [UInt32], _ target: [UInt8]) {
    self.source = source
    self.target = target
  }
}
