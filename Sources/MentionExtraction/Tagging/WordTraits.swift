// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// What the tagger reads off one distinct word, whatever stands around it.
struct WordTraits {
  let form: TagForm
  let script: Script
  let classes: LexicalClasses
  let key: UInt64
  /// Letters of the key, Cyrillic and Greek in Latin, so that endings carry across alphabets.
  let letters: [UInt32]

  init(form: TagForm, script: Script, classes: LexicalClasses, key: Span<UInt8>) {
    self.form = form
    self.script = script
    self.classes = classes
    self.key = ByteHash.hash(key)
    var letters: [UInt32] = []
    var index = 0
    while index < key.count {
      let decoded = key.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      if !properties.isIgnorable { AffixLetters.append(decoded.value, to: &letters) }
      index += decoded.length
    }
    self.letters = letters
  }

  /// Places around a unit at which its neighbours' traits count.
  static let places = -2...2

  /// Appends the rows of the word as seen from a unit `place` words behind it (negative: before).
  func append(at place: Int, of table: TagRows, to rows: inout [UInt32]) {
    let spot = UInt64(place + 2)
    let form = UInt64(self.form.rawValue)
    rows.append(table.row(.form, form, place: spot))
    if self.form == .sign || self.form == .hyphen {
      rows.append(table.row(.sign, key, place: spot))
      return
    }
    if !classes.isEmpty {
      rows.append(table.row(.allClasses, UInt64(classes.rawValue) << 8 | form, place: spot))
    }
    if self.form.isDense {
      rows.append(table.row(.word, key, place: spot))
    } else {
      rows.append(table.identity(.word, key, place: spot))
    }
    guard abs(place) < 2 else { return }
    rows.append(table.row(.formScript, form << 8 | UInt64(script.number), place: spot))
    var bits = classes.rawValue
    while bits != 0 {
      let bit = UInt64(bits.trailingZeroBitCount)
      rows.append(table.row(.oneClass, bit << 8 | capital, place: spot))
      bits &= bits - 1
    }
    if self.form.isDense { return }
    appendAffixes(2...3, .suffix, letters.reversed(), spot, table, &rows)
    guard place == 0 else { return }
    rows.append(table.row(.formLength, form << 8 | UInt64(min(letters.count, 9))))
    rows.append(table.identity(.wordForm, key ^ form << 56))
    appendAffixes(1...1, .suffix, letters.reversed(), spot, table, &rows)
    appendAffixes(4...4, .suffix, letters.reversed(), spot, table, &rows)
    appendAffixes(1...4, .prefix, letters[...], spot, table, &rows)
  }

  /// Whether it begins with a capital, as a number.
  private var capital: UInt64 {
    switch form {
    case .lower: 0
    case .title, .mixed: 1
    case .upper: 2
    case .initial: 3
    default: 4
    }
  }

  private func appendAffixes(
    _ lengths: ClosedRange<Int>, _ template: TagRows.Template,
    _ letters: some Collection<UInt32>, _ spot: UInt64, _ table: TagRows, _ rows: inout [UInt32]
  ) {
    var hash = capital
    var length = 0
    for letter in letters {
      hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      length += 1
      if length > lengths.upperBound { return }
      if length >= lengths.lowerBound {
        rows.append(table.row(template, hash &+ UInt64(length), place: spot))
      }
    }
  }
}

/// Writes Cyrillic and Greek letters in Latin ones, without regard for what a reader would want.
enum AffixLetters {
  static func append(_ value: UInt32, to letters: inout [UInt32]) {
    let known =
      switch value {
      case 0x3B1...0x3C9: greek[Int(value - 0x3B1)]
      case 0x430...0x45F: cyrillic[Int(value - 0x430)]
      default: ""
      }
    if known.isEmpty {
      letters.append(kazakh[value] ?? value)
    } else if known != "-" {
      for scalar in known.unicodeScalars { letters.append(scalar.value) }
    }
  }

  private static let greek: [String] = words(
    "a v g d e z i th i k l m n ks o p r s s t i f h ps o")
  private static let cyrillic: [String] = words(
    """
    a b v g d e z z i j k l m n o p r s t u f h c c s s - y - e ju ja \
    e e dj g je dz i ji j lj nj c k i u dz
    """)
  private static let kazakh: [UInt32: UInt32] = [
    0x4D9: 0x61, 0x493: 0x67, 0x49B: 0x6B, 0x4A3: 0x6E, 0x4E9: 0x6F, 0x4B1: 0x75, 0x4AF: 0x75,
    0x4BB: 0x68, 0x491: 0x67,
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
