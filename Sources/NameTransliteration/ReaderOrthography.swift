// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Spells romanized names the way the readers of a language are used to.
///
/// The rules are in `ReaderSpellings`.
struct ReaderOrthography: Sendable {
  /// A spelling with the log of its probability.
  struct Spelling {
    var text: String
    var logProbability: Double
  }

  /// Where a rule holds, and what it gives.
  private struct Rule {
    var run: [UInt8]
    /// What must stand before and behind: `^`, `$`, `V`, `C`, `F`; nil for anything.
    var before: UInt8?
    var behind: UInt8?
    var spellings: [String]

    var precision: (Int, Int) { (run.count, (before == nil ? 0 : 1) + (behind == nil ? 0 : 1)) }
  }

  private let rules: [(section: String, rules: [Rule])]

  /// Languages whose readers' spellings are known.
  static let languages: [String] = {
    var found: Set<String> = ["en"]
    for line in ReaderSpellings.table.split(separator: "\n") {
      for part in line.split(separator: " ").dropFirst() {
        if let colon = part.firstIndex(of: ":") { found.insert(String(part[..<colon])) }
      }
    }
    return (found.union(ReaderSpellings.alike.keys)).sorted()
  }()

  /// The orthography of a language's readers; nil when it is not known.
  init?(language: String) {
    guard Self.languages.contains(language) else { return nil }
    let name = ReaderSpellings.alike[language] ?? language
    var sections: [(section: String, rules: [Rule])] = []
    for line in ReaderSpellings.table.split(separator: "\n") {
      if line.hasPrefix("[") {
        sections.append((String(line.dropFirst().dropLast()), []))
        continue
      }
      guard let rule = Self.rule(line, language: name), !sections.isEmpty else { continue }
      sections[sections.count - 1].rules.append(rule)
    }
    rules = sections.map { section, rules in
      (section, rules.sorted { $0.precision > $1.precision })
    }
  }

  private static func rule(_ line: Substring, language: String) -> Rule? {
    let parts = line.split(separator: " ")
    guard let head = parts.first,
      let own = parts.first(where: { $0.hasPrefix("\(language):") })
    else { return nil }
    var run = Array(head.utf8)
    let marks = Set("^$VCF".utf8)
    let before = run.first.flatMap { marks.contains($0) ? $0 : nil }
    if before != nil { run.removeFirst() }
    let behind = run.last.flatMap { marks.contains($0) ? $0 : nil }
    if behind != nil { run.removeLast() }
    return Rule(
      run: run, before: before, behind: behind,
      spellings: own.dropFirst(language.utf8.count + 1).split(separator: ",").map(String.init))
  }

  /// Shares of one, two or three spellings, likeliest first.
  private static let shares = [[1.0], [0.75, 0.25], [0.7, 0.2, 0.1]]
  /// Spellings that are followed further, at each letter.
  private static let width = 48

  /// Spells a romanized word.
  ///
  /// - Parameters:
  ///   - roman: Letters a–z, `@` for ё and hyphens.
  ///   - script: ISO 15924 code of the script that it was romanized from.
  /// - Returns: Spellings, likeliest first, of which the probabilities add up to 1 at most.
  /// - Complexity: O(*n* *w*) for *n* letters and *w* spellings followed.
  func spell(_ roman: [UInt8], script: String) -> [Spelling] {
    let sections = rules.filter { $0.section == script || $0.section == "any" }
    var open: [[Spelling]] = Array(repeating: [], count: roman.count + 1)
    open[0] = [Spelling(text: "", logProbability: 0)]
    for place in roman.indices where !open[place].isEmpty {
      let here = Self.best(open[place])
      let found = sections.lazy.compactMap { section in
        section.rules.first { Self.holds($0, at: place, in: roman) }
      }.first
      let end = place + (found?.run.count ?? 1)
      let letter = roman[place] == UInt8(ascii: "@") ? UInt8(ascii: "e") : roman[place]
      let spellings = found?.spellings ?? [String(UnicodeScalar(letter))]
      let shares = Self.shares[min(spellings.count, 3) - 1]
      for (spelling, share) in zip(spellings, shares) {
        for start in here {
          open[end].append(
            Spelling(
              text: start.text + spelling, logProbability: start.logProbability + log(share)))
        }
      }
    }
    return Self.best(open[roman.count])
  }

  private static func best(_ spellings: [Spelling]) -> [Spelling] {
    Array(spellings.sorted { $0.logProbability > $1.logProbability }.prefix(width))
  }

  private static func holds(_ rule: Rule, at place: Int, in roman: [UInt8]) -> Bool {
    let end = place + rule.run.count
    return end <= roman.count && roman[place..<end].elementsEqual(rule.run)
      && fits(rule.before, place > 0 ? roman[place - 1] : nil)
      && fits(rule.behind, end < roman.count ? roman[end] : nil)
  }

  /// Whether a letter, nil beyond the word, is what a rule asks for; a hyphen ends a word too.
  private static func fits(_ condition: UInt8?, _ letter: UInt8?) -> Bool {
    let isEnd = letter == nil || letter == UInt8(ascii: "-")
    let isVowel = letter.map { "aeiou@".utf8.contains($0) } ?? false
    switch condition {
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return isEnd
    case UInt8(ascii: "V"): return isVowel
    case UInt8(ascii: "C"): return !isEnd && !isVowel
    case UInt8(ascii: "F"): return letter.map { "ei".utf8.contains($0) } ?? false
    default: return true
    }
  }
}
