// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Which inherent vowels of a word are not spoken.
///
/// Hindi, Marathi, Nepali, Punjabi and Gujarati leave the vowel of a word's last consonant out,
/// and that of a single consonant between a vowel and a consonant with a vowel, read from the end:
/// मनमोहन is manmohan, not manamohana. Bengali and Odia leave the last one out. The sixth order
/// of Ethiopic letters goes by the same rule. Behind a cluster the last vowel stays (चन्द्र chandra).
///
/// - Reference: Choudhury, Basu and Sarkar, "A Diachronic Approach for Schwa Deletion in
///   Indo-Aryan Languages", SIGPHON 2004.
struct SchwaPlan {
  /// Position behind the word that is planned.
  private var end = -1
  private var start = 0
  /// One bit a scalar, by its number in the word: the vowel behind it is silent.
  private var silent: UInt64 = 0

  /// How much of a word is looked at, in scalars; what is longer keeps its vowels.
  private static let longest = 64

  /// A letter with its vowel.
  private struct Syllable {
    var key: UInt8 = 0
    var consonants: UInt8 = 0
    var hasSchwa = false
    var isOpen = true
    var staysBehindY = false
  }

  /// Languages' ways with the vowel, by script.
  private enum Way { case keep, last, all }

  private static func way(_ value: UInt32) -> Way {
    switch value {
    case 0x900..<0x980, 0xA00..<0xB00, 0x1200..<0x13A0, 0x2D80..<0x2DE0, 0xAB00..<0xAB30: .all
    case 0x980..<0xA00, 0xB00..<0xB80: .last
    default: .keep
    }
  }

  mutating func forget() { end = -1 }

  /// Whether the vowel of the consonant that ends at a position is left out.
  ///
  /// - Complexity: O(1), and O(length of the word) once a word.
  mutating func isSilent(
    behind position: Int, wordStart: Int, in source: RomanSource, _ rules: RomanRules
  ) -> Bool {
    if position > end || wordStart != start { plan(wordStart, source, rules) }
    let number = (position - start) / 3 - 1
    return number >= 0 && number < Self.longest && silent & 1 << UInt64(number) != 0
  }

  /// All letters of these scripts take three bytes, so a scalar's number is its place by three.
  private mutating func plan(_ wordStart: Int, _ source: RomanSource, _ rules: RomanRules) {
    (start, silent) = (wordStart, 0)
    var syllables = InlineArray<64, Syllable>(repeating: Syllable())
    var count = 0
    var position = wordStart
    var number = 0
    var way = Way.keep
    while number < Self.longest {
      let (value, length) = source.scalar(at: position)
      let classes = rules.classes(of: value).bits
      guard length == 3, classes & RomanClasses.word != 0 || value & ~1 == 0x200C else { break }
      if way == .keep { way = Self.way(value) }
      Self.take(value, classes, number, &syllables, &count)
      position += 3
      number += 1
    }
    end = position
    // A word that goes on is not planned: its end is unknown.
    let goesOn = source.classes(at: position, rules) & RomanClasses.word != 0
    guard way != .keep, !goesOn, count > 0 else { return }
    silence(syllables, count, medially: way == .all)
  }

  private static func take(
    _ value: UInt32, _ classes: UInt32, _ number: Int,
    _ syllables: inout InlineArray<64, Syllable>, _ count: inout Int
  ) {
    let isClosed = count > 0 && syllables[count - 1].consonants & 0x80 != 0
    if classes & RomanClasses.killer != 0 {
      if count > 0 {
        // The next consonant joins this one.
        syllables[count - 1].hasSchwa = false
        syllables[count - 1].consonants |= 0x80
      }
    } else if classes & RomanClasses.nukta != 0 {
      if count > 0 { syllables[count - 1].key = UInt8(number) }
    } else if classes & RomanClasses.sign != 0 {
      if count > 0 {
        syllables[count - 1].hasSchwa = false
        // प्रिय, भारतीय: ya behind i, ī, u and ū keeps its vowel.
        syllables[count - 1].staysBehindY = (0x3F...0x42).contains(value & 0x7F)
      }
    } else if classes & (RomanClasses.consonant | RomanClasses.schwa) != 0 {
      if isClosed {
        syllables[count - 1].consonants = (syllables[count - 1].consonants & 0x7F) + 1
      } else {
        syllables[count] = Syllable(consonants: 1)
        count += 1
      }
      syllables[count - 1].key = UInt8(number)
      syllables[count - 1].hasSchwa = true
      let isYa = value & 0x7F == 0x2F && count > 1 && syllables[count - 2].staysBehindY
      if isYa { syllables[count - 1].isOpen = false }
    } else if classes & RomanClasses.mark != 0 {
      if count > 0 { syllables[count - 1].isOpen = false }
    } else if value & ~1 != 0x200C {
      syllables[count] = Syllable(consonants: 1)
      count += 1
    }
  }

  /// Reads the syllables from the end.
  private mutating func silence(
    _ syllables: borrowing InlineArray<64, Syllable>, _ count: Int, medially: Bool
  ) {
    var nextIsSpoken = false
    for index in (0..<count).reversed() {
      let own = syllables[index]
      var isSilent = own.hasSchwa && own.isOpen && own.consonants == 1 && index > 0
      if isSilent, index < count - 1 {
        let next = syllables[index + 1]
        isSilent = medially && nextIsSpoken && next.consonants == 1
      }
      // A killed consonant before it leaves no vowel to lean on.
      if isSilent, syllables[index - 1].consonants & 0x80 != 0 { isSilent = false }
      if isSilent { silent |= 1 << UInt64(own.key) }
      nextIsSpoken = !isSilent && own.consonants & 0x80 == 0
    }
  }
}
