// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Tibetan, syllable by syllable, as it is spoken in Lhasa.
///
/// Most letters of a syllable are silent: བསྟན་འཛིན་རྒྱ་མཚོ is bstan 'dzin rgya mtsho letter by
/// letter, and ten dzin gya tso here. A tsheg between syllables is a space.
///
/// - Reference: Germano and Tournadre, "THL Simplified Phonetic Transcription of Standard
///   Tibetan", 2003, without its accents.
enum TibetanRomanization {
  private static let letters: [StaticString] = [
    "k", "kh", "g", "g", "ng", "ch", "ch", "j", "", "ny", "t", "t", "d", "d", "n", "t", "t", "d",
    "d", "n", "p", "p", "b", "b", "m", "ts", "ts", "dz", "dz", "w", "zh", "z", "", "y", "r", "l",
    "sh", "sh", "s", "h", "", "k", "r",
  ]
  private static let digits: [StaticString] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  // Letters by their place behind U+0F40.
  private static let (g, d, b, m, achung) = (2, 17, 22, 24, 32)
  private static let (y, r, l, s, h, w) = (33, 34, 35, 38, 39, 29)
  private static let (ng, n) = (4, 19)

  /// A letter with what is written under it.
  private struct Stack {
    var letters = InlineArray<4, Int>(repeating: -1)
    var count = 0
    var vowel: UInt32 = 0
  }

  static func syllable(at position: Int, in source: RomanSource) -> RomanSyllable {
    var result = RomanSyllable()
    var stacks = InlineArray<6, Stack>(repeating: Stack())
    var count = 0
    var taken = 0
    func at(_ number: Int) -> UInt32 { source.scalar(at: position + 3 * number).value }
    while taken < 24 {
      let value = at(taken)
      switch value {
      case 0xF40...0xF6C:
        guard count < 6 else { break }
        stacks[count].letters[0] = Int(value - 0xF40)
        stacks[count].count = 1
        count += 1
        taken += 1
        continue
      case 0xF90...0xFBC:
        if count > 0, stacks[count - 1].count < 4 {
          stacks[count - 1].letters[stacks[count - 1].count] = Int(value - 0xF90)
          stacks[count - 1].count += 1
        }
        taken += 1
        continue
      case 0xF71...0xF84, 0xF35, 0xF37, 0xF39:
        if count > 0, value != 0xF71, value <= 0xF81 { stacks[count - 1].vowel = value }
        taken += 1
        continue
      default: break
      }
      break
    }
    guard count > 0 else {
      takeAlone(at(0), &result)
      result.scalars = max(taken, 1)
      return result
    }
    speak(stacks, count, &result)
    result.scalars = taken
    return result
  }

  private static func takeAlone(_ value: UInt32, _ result: inout RomanSyllable) {
    switch value {
    case 0xF0B, 0xF0C: result.append(" ")
    case 0xF0D...0xF12: result.append(".")
    case 0xF00: result.append("om")
    case 0xF20...0xF29: result.append(digits[Int(value - 0xF20)])
    default: break
    }
  }

  /// Number of the stack that bears the vowel.
  private static func root(_ stacks: InlineArray<6, Stack>, _ count: Int) -> Int {
    for index in 0..<count where stacks[index].vowel != 0 {
      // འི and the like behind a root are endings.
      if stacks[index].letters[0] == achung, stacks[index].count == 1, index > 0 { break }
      return index
    }
    for index in 0..<count where stacks[index].count > 1 { return index }
    if count < 3 { return 0 }
    let isPrefix = [g, d, b, m, achung].contains(stacks[0].letters[0])
    let endsInS = count == 3 && stacks[2].letters[0] == s
    let isOpen = [g, ng, b, m].contains(stacks[1].letters[0])
    return !isPrefix || endsInS && isOpen ? 0 : 1
  }

  private static func speak(
    _ stacks: InlineArray<6, Stack>, _ count: Int, _ result: inout RomanSyllable
  ) {
    let root = root(stacks, count)
    onset(stacks[root], isBehindD: root > 0 && stacks[root - 1].letters[0] == d, &result)
    let suffix = root + 1 < count ? stacks[root + 1] : Stack()
    let fronts = suffix.vowel == 0 && [d, n, l, s].contains(suffix.letters[0])
    switch stacks[root].vowel {
    case 0xF72, 0xF80, 0xF81: result.append("i")
    case 0xF74: result.append("u")
    case 0xF7A, 0xF7B: result.append("e")
    case 0xF7C, 0xF7D: result.append("o")
    default: result.append(fronts ? "e" : "a")
    }
    if suffix.vowel != 0 {
      switch suffix.vowel {
      case 0xF72: result.append("i")
      case 0xF74: result.append("u")
      case 0xF7C: result.append("o")
      default: break
      }
      return
    }
    switch suffix.letters[0] {
    case g: result.append("k")
    case ng: result.append("ng")
    case n: result.append("n")
    case b: result.append("p")
    case m: result.append("m")
    case r: result.append("r")
    case l: result.append("l")
    default: break
    }
  }

  private static func onset(_ stack: Stack, isBehindD: Bool, _ result: inout RomanSyllable) {
    // ར, ལ and ས on top of another letter are silent.
    var first = 0
    let isTop = [r, l, s].contains(stack.letters[0])
    if isTop, stack.count > 1, ![y, r, l, w, h].contains(stack.letters[1]) { first = 1 }
    let letter = stack.letters[first]
    let below = first + 1 < stack.count ? stack.letters[first + 1] : -1
    switch (letter, below) {
    case (b, y) where isBehindD: result.append("y")
    case (b, r) where isBehindD: result.append("r")
    case (b, -1) where isBehindD: result.append("w")
    case (20, y), (21, y): result.append("ch")
    case (b, y): result.append("j")
    case (m, y): result.append("ny")
    case (0, r), (1, r), (10, r), (11, r), (20, r), (21, r): result.append("tr")
    case (g, r), (d, r), (b, r): result.append("dr")
    case (s, r): result.append("s")
    case (31, l): result.append("d")
    case (l, h): result.append("lh")
    case (_, l): result.append("l")
    case (_, y):
      result.append(letters[letter])
      result.append("y")
    default: result.append(letters[min(max(letter, 0), letters.count - 1)])
    }
  }
}
