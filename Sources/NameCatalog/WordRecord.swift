// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// A word in a few bytes: equal for words that are one to the index.
///
/// The script's number and flags; the letters, if they are not those of the key, as a count and
/// 16 bits each; the romanization, if it is not the key's, as a count and a byte each; the key. Of
/// letters the first 255 are kept.
enum WordRecord {
  private static let hasLetters: UInt8 = 1
  private static let hasRoman: UInt8 = 2
  private static let isJoined: UInt8 = 4

  /// Appends a word's bytes.
  static func append(_ word: borrowing IndexWord, to bytes: inout [UInt8]) {
    let letters = word.letters.prefix(Int(UInt8.max))
    let roman = word.roman.prefix(Int(UInt8.max))
    let isOwn = !letters.elementsEqual(NameLetters.letters(of: word.key.span))
    let isRoman = !roman.elementsEqual(NameLetters.romanLetters(of: word.key))
    bytes.append(word.script.number)
    bytes.append(
      (isOwn ? hasLetters : 0) | (isRoman ? hasRoman : 0) | (word.isJoined ? isJoined : 0))
    if isOwn {
      bytes.append(UInt8(letters.count))
      for letter in letters {
        bytes.append(UInt8(truncatingIfNeeded: letter))
        bytes.append(UInt8(truncatingIfNeeded: letter >> 8))
      }
    }
    if isRoman {
      bytes.append(UInt8(roman.count))
      for letter in roman { bytes.append(UInt8(truncatingIfNeeded: letter)) }
    }
    bytes += word.key
  }

  /// Appends a record's length: a byte, or 255 and four.
  static func appendLength(_ length: Int, to bytes: inout [UInt8]) {
    guard length >= 255 else { return bytes.append(UInt8(length)) }
    bytes.append(255)
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
  }

  /// Bytes of the record behind a length, which begins at a place.
  static func range(at place: Int, in bytes: Column<UInt8>) -> Range<Int> {
    let first = Int(bytes[place])
    guard first == 255 else { return place + 1..<place + 1 + first }
    var length = 0
    for offset in 1...4 { length |= Int(bytes[place + offset]) << (8 * (offset - 1)) }
    return place + 5..<place + 5 + length
  }

  /// Whether a record is of neighbours that were joined.
  static func isJoined(_ record: ArraySlice<UInt8>) -> Bool {
    record.count >= 2 && record[record.startIndex + 1] & isJoined != 0
  }

  /// Script of a record's word.
  static func script(_ record: ArraySlice<UInt8>) -> Script {
    record.first.map { Script(number: $0) } ?? .common
  }

  /// The word of a record.
  static func word(_ record: ArraySlice<UInt8>) -> IndexWord {
    guard record.count >= 2 else {
      return IndexWord(script: .common, key: [], letters: [], roman: [])
    }
    var place = record.startIndex + 2
    let flags = record[place - 1]
    func count(_ size: Int) -> Int {
      guard place < record.endIndex else { return 0 }
      let count = min(Int(record[place]), (record.endIndex - place - 1) / size)
      place += 1
      return count
    }
    var letters: [UInt16] = []
    if flags & hasLetters != 0 {
      for _ in 0..<count(2) {
        letters.append(UInt16(record[place]) | UInt16(record[place + 1]) << 8)
        place += 2
      }
    }
    var roman: [UInt16] = []
    if flags & hasRoman != 0 {
      for _ in 0..<count(1) {
        roman.append(UInt16(record[place]))
        place += 1
      }
    }
    let key = Array(record[place...])
    if flags & hasLetters == 0 { letters = NameLetters.letters(of: key.span) }
    if flags & hasRoman == 0 { roman = NameLetters.romanLetters(of: key) }
    var word = IndexWord(
      script: Script(number: record[record.startIndex]), key: key, letters: letters, roman: roman)
    word.isJoined = flags & isJoined != 0
    return word
  }
}
