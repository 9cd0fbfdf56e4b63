// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
public import TextNormalization

/// Finds the names of a catalogue in running text, however many it holds.
///
///     var scanner = CatalogScanner(try NameIndex(path: "people.index"))
///     scanner.scan("Встреча с Путиным".utf8Span.span, language: LanguageTag("ru"))
///     // Путиным, where the catalogue has Путин
///
/// One pass over the words of a text: each distinct word is looked up once in the table of the
/// index, in any letter case and in its case forms; two neighbours that are words
/// of the catalogue ask the postings which names they begin. So the time does not depend on the
/// number of names but on how many share two words. Names are found in the script that they are
/// catalogued in: what a name may be in another script is a question for `NameSearcher`.
///
/// Of names that overlap the first counts, and of those that begin together the longest. A name of
/// one word counts with a capital (or where the text has none), and never where it is a function
/// word.
public struct CatalogScanner {
  private var parts: [CatalogSequences]
  private var words: CatalogWords
  private var tokens: [Token] = []
  private let lexicon = Lexicon.standard

  /// Creates a scanner with its own scratch memory; one for each thread.
  public init(_ index: NameIndex) {
    let parts = [index] + (index.changes.map { [$0] } ?? [])
    self.parts = parts.map { CatalogSequences($0) }
    words = CatalogWords(parts)
  }

  /// A name that begins at a place.
  private struct Match {
    var end: Int
    var change: WordForms.Change
    var names: [(part: Int, name: UInt32)]
  }

  /// The names of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 in any normalization form; ill-formed sequences separate words.
  ///   - language: Its language, which says what case forms names can have; nil for all.
  /// - Returns: The names in the order of the text, apart.
  /// - Complexity: O(*n*) in the bytes, and for each pair of neighbours that is new O(*p* log *q*) in
  ///   the names that have the one and the other.
  public mutating func scan(
    _ text: Span<UInt8>, language: LanguageTag? = nil
  ) -> [CataloguedName] {
    words.beginText()
    for part in parts.indices { parts[part].beginText() }
    Tokenizer().tokenize(text, into: &tokens)
    let scanned = ScannedText(text, tokens, &words)
    let greatest = WordForms.Change.greatest(in: language)
    let languages = lexicon.languages(language)
    var found: [CataloguedName] = []
    var position = 0
    for (place, node) in scanned.nodes.enumerated() where node.range.lowerBound >= position {
      var best: Match?
      for word in node.words where word.change <= greatest {
        if isAlone(node, in: scanned, text, languages) {
          let names = parts[word.part].names(of: word.number)
          for name in names {
            take(name, word.part, node.range.upperBound, word.change, &best)
            tail(name, word.part, behind: place, word.change, in: scanned, text, &best)
          }
        }
        for next in scanned.following(node, text) {
          for other in scanned.nodes[next].words
          where other.part == word.part && other.change <= greatest {
            for name in parts[word.part].names(beginning: word.number, other.number) {
              guard
                let end = end(
                  of: name.words[2...], word.part, behind: next, in: scanned, text, greatest)
              else { continue }
              let change = max(word.change, other.change, end.change)
              take(name, word.part, end.byte, change, &best)
              tail(name, word.part, behind: end.node, change, in: scanned, text, &best)
            }
          }
        }
      }
      guard let best else { continue }
      found.append(catalogued(best, from: node.range.lowerBound))
      position = best.end
    }
    return found
  }

  /// Whether a word may be a whole name.
  private mutating func isAlone(
    _ node: ScannedText.Node, in scanned: ScannedText, _ text: Span<UInt8>,
    _ languages: Lexicon.Languages
  ) -> Bool {
    guard node.isWhole, !node.isLower || !scanned.hasCapitals else { return false }
    let key = words.key(of: text.extracting(node.range))
    return key.count > 1 && !lexicon.classes(of: key.span, in: languages).contains(.functionWord)
  }

  /// Where words stand behind a node, one after another.
  private func end(
    of wanted: ArraySlice<UInt32>, _ part: Int, behind node: Int, in scanned: ScannedText,
    _ text: Span<UInt8>, _ greatest: WordForms.Change
  ) -> (byte: Int, node: Int, change: WordForms.Change)? {
    guard let first = wanted.first else {
      return (scanned.nodes[node].range.upperBound, node, .none)
    }
    for next in scanned.following(scanned.nodes[node], text) {
      for word in scanned.nodes[next].words
      where word.part == part && word.number == first && word.change <= greatest {
        if let end = end(of: wanted.dropFirst(), part, behind: next, in: scanned, text, greatest) {
          return (end.byte, end.node, max(end.change, word.change))
        }
      }
    }
    return nil
  }

  /// Takes a name with the legal form behind it.
  private func tail(
    _ name: CatalogSequences.Sequence, _ part: Int, behind node: Int,
    _ change: WordForms.Change, in scanned: ScannedText, _ text: Span<UInt8>, _ best: inout Match?
  ) {
    guard !name.tail.isEmpty else { return }
    if let end = end(of: name.tail[...], part, behind: node, in: scanned, text, .none) {
      take(name, part, end.byte, change, &best)
    }
  }

  /// Keeps the longest name, then the one that is least changed; all of a kind.
  private func take(
    _ name: CatalogSequences.Sequence, _ part: Int, _ end: Int, _ change: WordForms.Change,
    _ best: inout Match?
  ) {
    if let current = best {
      if current.end > end || current.end == end && current.change < change { return }
      if current.end == end, current.change == change {
        if !current.names.contains(where: { $0.part == part && $0.name == name.name }) {
          best?.names.append((part, name.name))
        }
        return
      }
    }
    best = Match(end: end, change: change, names: [(part, name.name)])
  }

  private func catalogued(_ match: Match, from start: Int) -> CataloguedName {
    let names = match.names.sorted { ($0.part, $0.name) < ($1.part, $1.name) }
    var ids: [String] = []
    var kind: NameKind?
    for (part, name) in names {
      let index = parts[part].index
      let id = String(
        decoding: index.id(ofEntity: index.entity(of: Int(name))), as: UTF8.self)
      if !ids.contains(id) { ids.append(id) }
      kind = kind ?? index.kind(of: Int(name))
    }
    let first = parts[names[0].part].index.name(Int(names[0].name))
    return CataloguedName(
      range: start..<match.end, ids: ids, name: String(decoding: first, as: UTF8.self), kind: kind)
  }
}
