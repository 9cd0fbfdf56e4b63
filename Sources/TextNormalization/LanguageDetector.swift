// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// Tells the script and the language of a text, from a single name to an article.
///
///     LanguageDetector().detect("Kılıçdaroğlu'nun açıklaması").language   // tr
///     LanguageDetector().detect("Angela Merkel").language                 // nil: undetermined
///
/// The script is that of most letters. Among the languages of the script each word votes by the
/// letters that an orthography has or lacks, by its triples of letters and, where it is a function
/// word, by that. A single word may be foreign, so none decides alone. Made for choosing rules of
/// casing and romanization; not for labelling documents in languages that the model does not know
/// (`Sources/TableForge/Languages/README.md` says which it does, and how well).
///
/// - Reference: Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, for the triples;
///   CLDR 42 exemplar sets for the letters.
public struct LanguageDetector: Sendable {
  /// Most characters that are read: a few sentences settle it.
  ///
  /// Counted in NFC, so that a text in another form is read as far.
  public let mostCharacters: Int

  /// Lead, in sixteenths of a nat, with which a language has won and the rest need not be read.
  private static let decisive: Int32 = 400

  private let table = LanguageTable.standard

  /// Creates a detector.
  ///
  /// - Parameter mostCharacters: How far a text is read, in Unicode scalars of its NFC.
  public init(mostCharacters: Int = 2000) { self.mostCharacters = mostCharacters }

  /// Tells a string's script and language.
  public func detect(_ text: String) -> DetectedLanguage { detect(text.utf8Span.span) }

  /// Tells a text's script and language.
  ///
  /// - Parameter text: UTF-8 in any Unicode form; ill-formed sequences part words.
  /// - Returns: Script and candidates, best first.
  /// - Complexity: O(*n* · *l*) in the bytes read and the languages of the script.
  public func detect(_ text: Span<UInt8>) -> DetectedLanguage {
    // A character of NFC rarely takes more than four bytes of another form.
    let composed = Self.composed(text.extracting(first: 4 * mostCharacters))
    let head = composed.span.extracting(first: Self.length(of: mostCharacters, in: composed.span))
    let script = mainScript(of: head)
    guard let group = table.group(of: script) else {
      return DetectedLanguage(script: script, candidates: [])
    }
    let scores = self.scores(of: head, script: script, group)
    return DetectedLanguage(script: script, candidates: Self.candidates(group.languages, scores))
  }

  /// Script of most letters; scripts that are written together count together.
  private func mainScript(of text: Span<UInt8>) -> Script {
    var counts = [Int](repeating: 0, count: 256)
    var index = 0
    while index < text.count {
      let decoded = text.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      if decoded.isValid, properties.isAlphabetic {
        counts[Int(properties.script.number)] += 1
      }
      index += decoded.length
    }
    counts[Int(Script.common.number)] = 0
    counts[Int(Script.inherited.number)] = 0
    var best = Script.common
    var most = 0
    for number in counts.indices where counts[number] > 0 {
      let script = Script(number: UInt8(number))
      let total = counts.indices.reduce(0) { sum, other in
        let isSame = other == number || table.sharesGroup(script, Script(number: UInt8(other)))
        return isSame ? sum + counts[other] : sum
      }
      let isBetter =
        total > most || total == most && counts[number] > counts[Int(best.number)]
      if isBetter { (best, most) = (script, total) }
    }
    return best
  }

  private func scores(
    of text: Span<UInt8>, script: Script, _ group: LanguageTable.Group
  ) -> [Int32] {
    var scores = [Int32](repeating: 0, count: group.languages.count)
    guard scores.count > 1 else { return scores }
    group.add(LetterFeature.word(LetterFeature.emptyWord), to: &scores)
    var word = WordVotes(languages: scores.count)
    var folded = ByteBuffer(capacity: 16)
    var index = 0
    while index < text.count {
      let decoded = text.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      let isLetter =
        decoded.isValid && properties.isAlphabetic
        && (properties.script == script || table.sharesGroup(properties.script, script))
      if isLetter || decoded.isValid && properties.isMark && !word.isEmpty {
        folded.removeAll()
        let source = text.extracting(index..<index + decoded.length)
        ScalarTable.fold.append(ScalarTable.fold[decoded.value], source: source, to: &folded)
        word.add(decoded.value, folded: folded.span, group)
      } else if !word.isEmpty {
        if word.finish(group, into: &scores) >= Self.decisive { return scores }
      }
      index += decoded.length
    }
    if !word.isEmpty { _ = word.finish(group, into: &scores) }
    return scores
  }

  private static func candidates(
    _ languages: [LanguageTag], _ scores: [Int32]
  ) -> [DetectedLanguage.Candidate] {
    let best = scores.max() ?? 0
    let weights = scores.map { LanguageBelief.weight(below: best - $0) }
    let sum = weights.reduce(0, +)
    return zip(languages, weights).map {
      DetectedLanguage.Candidate(language: $0, confidence: $1 / sum)
    }
    .filter { $0.confidence >= 0.01 }
    .sorted { ($1.confidence, $0.language.language) < ($0.confidence, $1.language.language) }
  }

  /// Bytes of the first characters of a text.
  private static func length(of characters: Int, in text: Span<UInt8>) -> Int {
    guard text.count > characters else { return text.count }
    var count = 0
    for index in 0..<text.count where text[index] & 0xC0 != 0x80 {
      if count == characters { return index }
      count += 1
    }
    return text.count
  }

  /// The letters in NFC, so that a text decides alike in every form.
  private static func composed(_ text: Span<UInt8>) -> [UInt8] {
    let bytes = text.array
    let hasMarks = bytes.contains { $0 == 0xCC || $0 == 0xCD }
    return hasMarks ? ICU.normalize(.nfc, bytes) : bytes
  }
}
