// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage
import TextBytes

/// Lays out the model by which languages are told apart.
///
/// A feature is a letter, a triple of letters or a function word (`LetterFeature`); its row says
/// for each language of the script how much it speaks for it, in sixteenths of a nat:
///
/// - a letter: 0 where CLDR's main exemplars have it, less where only the auxiliary ones do, least
///   where neither do;
/// - a triple: log of its share of the language's triples over its share of all,
///   smoothed after Witten and Bell (doi:10.1109/18.87000);
/// - the empty word: how often the language is met;
/// - a function word: more where the lexicon lists it, less for other languages.
///
/// Layout, all integers little-endian:
///
///     0   "NSKLANGS"
///     8   UInt32 layout version, UInt32 number of groups
///     16  40 bytes × groups: UInt32 number of languages, UInt32 bits of the number of slots,
///         UInt32 offset of the language codes (4 bytes each, padded with zeros),
///         UInt32 offset of the slots, UInt32 offset of the rows, UInt32 number of rows,
///         8 × UInt8 ICU numbers of the scripts (255 for none), 8 bytes zero
///     …   UInt64 × slots: feature code << 16 | row + 1, or 0; linear probing from
///         `LetterFeature.slot`
///     …   Int8 × languages × rows
struct LanguageTable {
  /// Sixteenths of a nat for a letter that only foreign words have, and for one that none has.
  private static let auxiliaryLetter = -32.0
  private static let foreignLetter = -60.0
  /// For a frequent word of the language, and for one of other languages alone.
  private static let listedWord = 40.0
  private static let unlistedWord = -16.0
  private static let priorPower = 0.25
  /// Occurrences below which a triple is left out.
  private static func fewest(of languages: Int) -> Int { languages > 20 ? 8 : 3 }

  static func forge(sources: LanguageSources) throws -> [UInt8] {
    var bodies: [[UInt8]] = []
    let groups = LanguageSources.groups
    var header: [UInt8] = Array("NSKLANGS".utf8)
    header.append(number: UInt32(1))
    header.append(number: UInt32(groups.count))
    var offset = UInt32(header.count + 40 * groups.count)
    for group in groups {
      var table = LanguageTable(group)
      if group.languages.count > 1 { try table.learn(from: sources) }
      let (codes, slots, rows) = table.serialized()
      header.append(number: UInt32(group.languages.count))
      header.append(number: UInt32((slots.count / 8).trailingZeroBitCount))
      header.append(number: offset)
      header.append(number: offset + UInt32(codes.count))
      header.append(number: offset + UInt32(codes.count + slots.count))
      header.append(number: UInt32(table.rows.count))
      let scripts = table.scripts.sorted().map { UInt8($0) }
      header += scripts + [UInt8](repeating: 255, count: 8 - scripts.count)
      header += [UInt8](repeating: 0, count: 8)
      var body = codes + slots + rows
      body += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
      offset += UInt32(body.count)
      bodies.append(body)
    }
    return header + bodies.flatMap { $0 }
  }

  private let group: LanguageSources.Group
  private let scripts: Set<Int32>
  private var rows: [UInt64: [Double]] = [:]

  private init(_ group: LanguageSources.Group) {
    self.group = group
    scripts = Set(group.samples.unicodeScalars.map { ICU.Properties.script($0.value) })
  }

  private mutating func learn(from sources: LanguageSources) throws {
    learnLetters()
    let texts = try group.languages.map { triples(in: try sources.text(of: $0)) }
    let names = Source(group.languages.map(sources.names.codes))
    learnTriples([Source(texts), names])
    learnPriors(names)
    learnWords(sources.words())
  }

  private mutating func learnLetters() {
    let main = group.languages.map { exemplars($0, isAuxiliary: false) }
    let auxiliary = group.languages.map { exemplars($0, isAuxiliary: true) }
    for letter in main.reduce(into: Set<UInt32>(), { $0.formUnion($1) }) {
      guard let code = LetterFeature.letter(letter) else { continue }
      let row: [Double] = group.languages.indices.map { language in
        if main[language].contains(letter) { return 0 }
        return auxiliary[language].contains(letter) ? Self.auxiliaryLetter : Self.foreignLetter
      }
      if row.contains(where: { $0 != 0 }) { rows[code] = row }
    }
  }

  private func exemplars(_ language: String, isAuxiliary: Bool) -> Set<UInt32> {
    // Chinese is written in both of its forms.
    let locales = language == "zh" ? ["zh", "zh_Hant"] : [language]
    return Set(
      locales.flatMap { ICU.LocaleData.exemplars(locale: $0, isAuxiliary: isAuxiliary) }
        .filter { scripts.contains(ICU.Properties.script($0)) })
  }

  /// Counts of one kind of text, by language.
  private struct Source {
    let counts: [[UInt64: Int]]
    let totals: [Double]

    init(_ counts: [[UInt64: Int]]) {
      self.counts = counts
      totals = counts.map { Double(max($0.values.reduce(0, +), 1)) }
    }

    /// A triple's share of each language's triples, smoothed by its share of all after Witten and
    /// Bell: where many different triples were seen, more were not.
    func shares(of code: UInt64) -> [Double] {
      let own = counts.map { Double($0[code] ?? 0) }
      let average = zip(own, totals).map { $0 / $1 }.reduce(0, +) / Double(counts.count)
      return counts.indices.map { language in
        let kinds = Double(max(counts[language].count, 1))
        return (own[language] + kinds * average) / (totals[language] + kinds)
      }
    }
  }

  /// Learns from several sources.
  ///
  /// A language's share of a triple is the mean of its shares in the sources, so that a language
  /// with many names and one with few are held against each other fairly.
  private mutating func learnTriples(_ sources: [Source]) {
    var sums: [UInt64: Int] = [:]
    for count in sources.flatMap(\.counts) { sums.merge(count, uniquingKeysWith: +) }
    for (code, sum) in sums where sum >= Self.fewest(of: group.languages.count) {
      var shares = [Double](repeating: 0, count: group.languages.count)
      for source in sources {
        for (language, share) in source.shares(of: code).enumerated() { shares[language] += share }
      }
      let average = shares.reduce(0, +) / Double(shares.count)
      rows[code] = shares.map { 16 * Self.log($0 / average) }
    }
  }

  /// How often a language is met, as far as the names tell, to the power of `priorPower`.
  private mutating func learnPriors(_ names: Source) {
    let most = names.totals.max() ?? 1
    rows[LetterFeature.word(LetterFeature.emptyWord)] = names.totals.map {
      16 * Self.priorPower * Self.log(($0 + 100) / most)
    }
  }

  private mutating func learnWords(_ words: [(term: String, languages: [String])]) {
    for (term, languages) in words {
      var hash = LetterFeature.emptyWord
      guard let word = Self.words(in: term, of: scripts).first else { continue }
      for letter in word { hash = LetterFeature.continued(hash, by: letter) }
      var row = rows[LetterFeature.word(hash)] ?? group.languages.map { _ in Self.unlistedWord }
      for (index, language) in group.languages.enumerated() where languages.contains(language) {
        row[index] = Self.listedWord
      }
      if row.contains(Self.listedWord) { rows[LetterFeature.word(hash)] = row }
    }
  }

  private func triples(in text: String) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for word in Self.words(in: text, of: scripts) {
      let letters = [LetterFeature.edge] + word + [LetterFeature.edge]
      for index in 2..<max(2, letters.count) {
        let code = LetterFeature.triple(letters[index - 2], letters[index - 1], letters[index])
        if let code { counts[code, default: 0] += 1 }
      }
    }
    return counts
  }

  /// Runs of letters of some scripts, or of any one script, folded, with every kind of i as i.
  static func words(in text: String, of wanted: Set<Int32>? = nil) -> [[UInt32]] {
    var words: [[UInt32]] = []
    var word: [UInt32] = []
    for scalar in scalars(ICU.normalize(.nfc, Array(text.utf8))) + [0x20] {
      let isLetter =
        ICU.Properties.isAlphabetic(scalar)
        && wanted?.contains(ICU.Properties.script(scalar)) ?? true
        || (word.last != nil && ICU.Properties.combiningClass(scalar) != 0)
      if isLetter {
        word += scalars(FoldMapping.fold(scalar)).map { $0 == 0x131 ? 0x69 : $0 }
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    return words
  }

  private func serialized() -> (codes: [UInt8], slots: [UInt8], rows: [UInt8]) {
    var codes: [UInt8] = []
    for language in group.languages {
      codes += Array(language.utf8) + [UInt8](repeating: 0, count: 4 - language.utf8.count)
    }
    if codes.count % 8 != 0 { codes += [0, 0, 0, 0] }
    var bits = 1
    while 1 << bits < rows.count * 4 / 3 + 1 { bits += 1 }
    var slots = [UInt64](repeating: 0, count: 1 << bits)
    var bytes: [UInt8] = []
    let sorted = rows.sorted { $0.key < $1.key }
    precondition(sorted.count < 0xFFFF, "a group has at most 65,534 features")
    for (number, (code, row)) in sorted.enumerated() {
      var slot = LetterFeature.slot(of: code, bits: bits)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = code << 16 | UInt64(number + 1)
      for value in row {
        bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, value)).rounded())))
      }
    }
    var slotBytes: [UInt8] = []
    for slot in slots { slotBytes.append(number: slot) }
    return (codes, slotBytes, bytes)
  }

  /// The natural logarithm by its series: the same bytes whatever the C library.
  private static func log(_ value: Double) -> Double {
    // value = m · 2^e with m in [√½, √2); log m = 2 artanh((m − 1) / (m + 1)).
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa > 1.414_213_562 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    var (term, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, to: 30, by: 2) {
      sum += term / odd
      term *= ratio * ratio
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }
}

extension [UInt8] {
  /// Appends an integer, lowest byte first.
  fileprivate mutating func append(number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
