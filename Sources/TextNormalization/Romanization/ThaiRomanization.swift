// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Thai and Lao, syllable by syllable.
///
/// A vowel may stand before, above, below, behind or on both sides of its consonant, and a
/// consonant has another sound at the end of a syllable, so the syllable is the unit: ประยุทธ์
/// prayut, ทักษิณ thaksin. Without a dictionary the vowels that are not written are guessed: o
/// in a closed syllable, a in an open one. Lao letters lie in their block as the Thai ones do.
///
/// - Reference: Royal Thai General System of Transcription, 1999; BGN/PCGN 1966 for Lao.
struct ThaiRomanization {
  private let source: RomanSource
  private let position: Int
  /// The second of three bytes without its lowest bit: the same in the whole block.
  private let lead: UInt8
  private var isLao: Bool { lead == 0xBA }
  private var index = 0
  private var result = RomanSyllable()

  init(_ source: RomanSource, at position: Int, block: UInt32) {
    self.source = source
    self.position = position
    lead = block == 0xE80 ? 0xBA : 0xB8
  }

  // MARK: - Letters, by their place in the block

  private static let initials: [StaticString] = [
    "", "k", "kh", "kh", "kh", "kh", "kh", "ng", "ch", "ch", "ch", "s", "ch", "y", "d", "t", "th",
    "th", "th", "n", "d", "t", "th", "th", "th", "n", "b", "p", "ph", "f", "ph", "f", "ph", "m",
    "y", "r", "rue", "l", "lue", "w", "s", "s", "s", "h", "l", "", "h",
  ]
  private static let finals: [StaticString] = [
    "", "k", "k", "k", "k", "k", "k", "ng", "t", "t", "t", "t", "t", "n", "t", "t", "t", "t", "t",
    "n", "t", "t", "t", "t", "t", "n", "p", "p", "p", "p", "p", "p", "p", "m", "i", "n", "", "n",
    "", "o", "t", "t", "t", "", "n", "", "",
  ]

  private func letter(_ offset: UInt32) -> StaticString {
    if isLao {
      switch offset {
      case 0x0A: return "x"
      case 0x0D: return "ny"
      case 0x27: return "v"
      default: break
      }
    }
    return Self.initials[Int(offset)]
  }

  private func finalLetter(_ offset: UInt32) -> StaticString {
    isLao && offset == 0x0D ? "i" : Self.finals[Int(offset)]
  }

  /// Place in the block of the scalar some places on, 0 outside it.
  @inline(__always)  // Some ten a syllable.
  private func at(_ number: Int) -> UInt32 {
    let start = position + 3 * number
    guard start + 2 < source.count, source[start] == 0xE0, source[start + 1] & 0xFE == lead,
      source[start + 2] & 0xC0 == 0x80
    else { return 0 }
    let offset = UInt32(source[start + 1] & 1) << 6 | UInt32(source[start + 2] & 0x3F)
    // ໜ and ໝ are n and m.
    return isLao && offset == 0x5C ? 0x19 : isLao && offset == 0x5D ? 0x21 : offset
  }

  private func isConsonant(_ offset: UInt32) -> Bool { (0x01...0x2E).contains(offset) }
  private func isTone(_ offset: UInt32) -> Bool { (0x48...0x4B).contains(offset) }

  /// Whether a vowel stands above, below or behind the letter before a place.
  private func bearsVowel(before number: Int) -> Bool {
    let next = at(isTone(at(number)) ? number + 1 : number)
    return (0x30...0x39).contains(next) || next == 0x3B || next == 0x3D || next == 0x47
      || isLao && next == 0x4D
  }

  private mutating func skipTones() {
    while isTone(at(index)) { index += 1 }
  }

  // MARK: - The syllable

  consuming func syllable() -> RomanSyllable {
    var own = self
    own.parse()
    own.result.scalars = max(own.index, 1)
    return own.result
  }

  private mutating func parse() {
    let lead = at(0)
    let hasLead = (0x40...0x44).contains(lead)
    guard isConsonant(at(hasLead ? 1 : 0)) else {
      index = 1
      return takeAlone(lead)
    }
    index = hasLead ? 2 : 1
    takeInitial(at(hasLead ? 1 : 0), hasLead: hasLead)
    skipTones()
    if isLao, at(index) == 0x3C {
      // The second letter of a cluster, written below.
      result.append("l")
      index += 1
    }
    if takeVowel(behind: hasLead ? lead : 0) { takeFinal() }
    dropKilled()
  }

  private mutating func takeAlone(_ offset: UInt32) {
    switch offset {
    case 0x30...0x32: result.append("a")
    case 0x33: result.append("am")
    case 0x34, 0x35: result.append("i")
    case 0x36, 0x37: result.append("ue")
    case 0x38, 0x39: result.append("u")
    case 0x3B, 0x42: result.append("o")
    case 0x3D: result.append("ia")
    case 0x3F: result.append("baht")
    case 0x40: result.append("e")
    case 0x41: result.append("ae")
    case 0x43, 0x44: result.append("ai")
    case 0x4D: result.append(isLao ? "o" : "m")
    case 0x50...0x59: result.append(Self.digits[Int(offset - 0x50)])
    default: break
    }
  }

  private static let digits: [StaticString] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  private mutating func takeInitial(_ first: UInt32, hasLead: Bool) {
    let second = at(index)
    let goesOn = bearsVowel(before: index + 1)
    let isClosed = isConsonant(at(index + 1)) && !bearsVowel(before: index + 2)
    if first == 0x24 || first == 0x26 { return result.append(letter(first)) }
    let isSonorant = [0x07, 0x0D, 0x19, 0x21, 0x22, 0x23, 0x25, 0x27].contains(second)
    // ห before a sonorant, and อ before ย, only set the tone.
    if first == 0x2B && isSonorant && (hasLead || goesOn || isClosed)
      || first == 0x2D && second == 0x22 && goesOn
    {
      index += 1
      return result.append(letter(second))
    }
    guard Self.isCluster(first, second), goesOn || isClosed && second != 0x27 else {
      return result.append(letter(first))
    }
    index += 1
    switch (first, second) {
    case (0x17, 0x23): result.append("s")
    case (0x08, 0x23), (0x28, 0x23), (0x2A, 0x23), (0x0B, 0x23): result.append(letter(first))
    default:
      result.append(letter(first))
      result.append(letter(second))
    }
  }

  /// Pairs that begin a syllable together.
  private static func isCluster(_ first: UInt32, _ second: UInt32) -> Bool {
    switch (first, second) {
    case (0x01...0x06, 0x23), (0x01...0x06, 0x25), (0x01...0x06, 0x27), (0x15, 0x23),
      (0x1B...0x1F, 0x23), (0x1B...0x1F, 0x25), (0x17, 0x23), (0x08, 0x23), (0x28, 0x23),
      (0x2A, 0x23), (0x0B, 0x23), (0x14, 0x23), (0x1A, 0x23):
      true
    default: false
    }
  }

  /// Writes the vowel; true when a final consonant may follow.
  private mutating func takeVowel(behind lead: UInt32) -> Bool {
    switch lead {
    case 0x43, 0x44:
      result.append("ai")
      if at(index) == 0x22, !bearsVowel(before: index + 1) { index += 1 }
      return false
    case 0x42: return takeVowel("o", skipping: [0x30])
    case 0x41: return takeVowel("ae", skipping: [0x47, 0x30, 0x31])
    case 0x40: return takeVowelBehindE()
    default: return takeVowelBehindConsonant()
    }
  }

  private mutating func takeVowel(_ letters: StaticString, skipping signs: [UInt32] = []) -> Bool {
    result.append(letters)
    var isShort = false
    while signs.contains(at(index)) {
      if at(index) == 0x30 { isShort = true }
      index += 1
    }
    return !isShort
  }

  private mutating func takeVowelBehindE() -> Bool {
    let sign = at(index)
    switch sign {
    case 0x35, 0x37, 0x36, 0x34:
      index += 1
      skipTones()
      if sign == 0x35, at(index) == 0x22 {
        index += 1
        return takeVowel("ia", skipping: [0x30])
      }
      if sign == 0x37 || sign == 0x36, at(index) == 0x2D {
        index += 1
        return takeVowel(isLao ? "ua" : "uea", skipping: [0x30])
      }
      return takeVowel("oe")
    case 0x3B where at(index + 1) == 0x32:
      index += 2
      return takeVowel("ao") && false
    case 0x32:
      index += 1
      if at(index) == 0x30 {
        index += 1
        return takeVowel("o") && false
      }
      return takeVowel("ao") && false
    case 0x2D where !bearsVowel(before: index + 1):
      index += 1
      return takeVowel("oe", skipping: [0x30])
    case 0x22 where !bearsVowel(before: index + 1):
      index += 1
      return takeVowel(isLao ? "ia" : "oei") && isLao
    default: return takeVowel("e", skipping: [0x47, 0x30, 0x31])
    }
  }

  private mutating func takeVowelBehindConsonant() -> Bool {
    let sign = at(index)
    index += 1
    switch sign {
    case 0x30: return takeVowel("a") && false
    case 0x31, 0x3B:
      skipTones()
      if at(index) == 0x27, !bearsVowel(before: index + 1) {
        index += 1
        return takeVowel(isLao ? "oua" : "ua", skipping: [0x30])
      }
      return takeVowel(sign == 0x31 ? "a" : "o")
    case 0x32: return takeVowel("a")
    case 0x33: return takeVowel("am") && false
    case 0x34, 0x35: return takeVowel("i")
    case 0x36, 0x37:
      skipTones()
      if at(index) == 0x2D, !bearsVowel(before: index + 1) { index += 1 }
      return takeVowel(isLao ? "u" : "ue")
    case 0x38, 0x39: return takeVowel(isLao ? "ou" : "u")
    case 0x3D: return takeVowel("ia")
    case 0x47:
      skipTones()
      if at(index) == 0x2D { index += 1 }
      return takeVowel("o")
    case 0x4D where isLao: return takeVowel("o")
    case 0x24: return takeVowel("ri")
    case 0x23 where at(index) == 0x23:
      index += 1
      let isClosed = isConsonant(at(index)) && !bearsVowel(before: index + 1)
      return takeVowel(isClosed ? "a" : "an") && isClosed
    default:
      index -= 1
      return takeUnwritten()
    }
  }

  /// The vowels อ and ว, which are letters too, and those that are not written.
  private mutating func takeUnwritten() -> Bool {
    let next = at(index)
    if next == 0x2D, !bearsVowel(before: index + 1) {
      index += 1
      return takeVowel("o")
    }
    let closesBehind = isConsonant(at(index + 1)) && !bearsVowel(before: index + 2)
    if next == 0x27, closesBehind {
      index += 1
      return takeVowel(isLao ? "oua" : "ua")
    }
    if isConsonant(next), !bearsVowel(before: index + 1), at(index + 1) != 0x4C,
      finalLetter(next).utf8CodeUnitCount > 0
    {
      return takeVowel("o")
    }
    // A killed letter alone has no vowel.
    return at(index) == 0x4C ? false : takeVowel("a") && false
  }

  private mutating func takeFinal() {
    skipTones()
    let next = at(index)
    guard isConsonant(next), at(index + 1) != 0x4C, finalLetter(next).utf8CodeUnitCount > 0
    else { return }
    // ชาติ chat, ธาตุ that: the short vowel at the end of a word is silent.
    let isSilentVowel =
      next == 0x15 && [0x34, 0x38].contains(at(index + 1)) && at(index + 2) == 0
    guard isSilentVowel || !bearsVowel(before: index + 1) else { return }
    result.append(finalLetter(next))
    index += isSilentVowel ? 2 : 1
    if at(index) == 0x23, at(index + 1) == 0 { index += 1 }
  }

  /// Letters under a thanthakhat are silent, with the one before them and a short vowel.
  private mutating func dropKilled() {
    while isConsonant(at(index)) || at(index) == 0x4C {
      if at(index) == 0x4C {
        index += 1
      } else if at(index + 1) == 0x4C {
        index += 2
      } else if isConsonant(at(index + 1)) || [0x34, 0x38].contains(at(index + 1)),
        at(index + 2) == 0x4C
      {
        index += 3
      } else {
        return
      }
    }
  }
}
