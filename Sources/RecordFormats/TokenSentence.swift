// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// One sentence of a table of tokens.
struct TokenSentence {
  /// A line.
  struct Row {
    var line: Int
    var columns: [String]
  }

  var rows: [Row] = []
  /// The sentence as it was, where the file gives it.
  var text: String?

  var isEmpty: Bool { rows.isEmpty }

  /// The first column behind the tokens that holds labels of names in every line.
  ///
  /// Labels of phrases (CoNLL 2003 has them too) are not meant.
  func labelColumn(behind token: Int) -> Int? {
    let count = rows.map(\.columns.count).min() ?? 0
    guard count > token + 1 else { return nil }
    var silent: Int?
    for column in token + 1..<count {
      let labels = rows.compactMap { TokenLabel($0.columns[column]) }
      guard labels.count == rows.count else { continue }
      if labels.contains(where: \.isPhrase) { continue }
      if labels.contains(where: { $0.type != nil }) { return column }
      silent = silent ?? column
    }
    return silent
  }

  /// A word as it is written, with its label.
  private struct Word {
    var bytes: [UInt8]
    var label: TokenLabel
    var isBeforeSpace: Bool
  }

  /// Puts the tokens together.
  func annotated(
    labels column: Int, hasNumbers: Bool, _ file: String, _ issues: inout [RecordIssue]
  ) -> AnnotatedText {
    let words = words(labels: column, hasNumbers: hasNumbers, file, &issues)
    var result = AnnotatedText()
    result.text = text.map { Array($0.utf8) } ?? []
    var position = 0
    var isGlued = true
    var open: AnnotatedText.Name?
    for word in words {
      let range: Range<Int>
      if text != nil {
        guard let found = Self.find(word.bytes, in: result.text, from: position) else { continue }
        range = found
      } else {
        if !isGlued, !Self.joins(word.bytes, result.text) { result.text.append(0x20) }
        range = result.text.count..<result.text.count + word.bytes.count
        result.text += word.bytes
      }
      position = range.upperBound
      isGlued = !word.isBeforeSpace
      if let name = open, word.label.type == name.type, !word.label.begins {
        open?.range = name.range.lowerBound..<range.upperBound
      } else {
        if let name = open { result.names.append(name) }
        open = word.label.type.map { AnnotatedText.Name(range: range, type: $0) }
      }
      if word.label.ends, let name = open {
        result.names.append(name)
        open = nil
      }
    }
    if let name = open { result.names.append(name) }
    return result
  }

  /// The words; what is written as one has the label of the first part that has one.
  private func words(
    labels column: Int, hasNumbers: Bool, _ file: String, _ issues: inout [RecordIssue]
  ) -> [Word] {
    var words: [Word] = []
    var joinedUntil = 0
    for row in rows {
      let written = row.columns.count > column ? row.columns[column] : ""
      let label = TokenLabel(written)
      if label == nil {
        issues.append(
          RecordIssue(
            file: file, line: row.line, column: 1, "\u{201C}\(written)\u{201D} is no label",
            advice: "give O, or B- or I- and a type"))
      }
      if hasNumbers {
        let number = row.columns[0]
        // An empty node of CoNLL-U is not written.
        if number.contains(".") { continue }
        if let hyphen = number.firstIndex(of: "-") {
          joinedUntil = Int(number[number.index(after: hyphen)...]) ?? 0
        } else if let number = Int(number), number <= joinedUntil {
          if let label, label.type != nil, let last = words.indices.last,
            words[last].label.type == nil
          {
            words[last].label = label
          }
          continue
        }
      }
      words.append(
        Word(
          bytes: Array(row.columns[hasNumbers ? 1 : 0].utf8), label: label ?? TokenLabel(),
          isBeforeSpace: !(row.columns.last?.contains("SpaceAfter=No") ?? false)))
    }
    return words
  }

  private static func find(_ token: [UInt8], in text: [UInt8], from start: Int) -> Range<Int>? {
    var place = start
    while place + token.count <= text.count {
      if text[place..<place + token.count].elementsEqual(token) {
        return place..<place + token.count
      }
      place += 1
    }
    return nil
  }

  /// Whether a token stands at the word before it: closing signs, and what follows an opening one.
  private static func joins(_ token: [UInt8], _ text: [UInt8]) -> Bool {
    if text.isEmpty { return true }
    let closing: Set<String> = [
      ",", ".", ";", ":", "!", "?", ")", "]", "}", "»", "”", "’", "…", "%", "'s", "’s", "n't", "'",
      "。", "、", "，", "！", "？", "）", "」", "』",
    ]
    if closing.contains(String(decoding: token, as: UTF8.self)) { return true }
    let opening = ["(", "[", "{", "«", "“", "„", "（", "「", "『"]
    return opening.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

/// A label: outside, or a part of a name and its type.
struct TokenLabel {
  /// nil outside every name.
  var type: String?
  /// Whether a name begins here, whatever stands before.
  var begins = false
  /// Whether a name ends here, whatever follows.
  var ends = false

  /// Outside.
  init() {}

  init?(_ label: String) {
    if label == "O" || label == "_" { return }
    guard let part = label.first, "BILOUESM".contains(part), label.count > 2,
      label.dropFirst().first == "-"
    else { return nil }
    type = String(label.dropFirst(2))
    begins = part == "B" || part == "U" || part == "S"
    ends = part == "L" || part == "E" || part == "U" || part == "S"
  }

  /// Whether it is the label of a phrase: noun phrase, verb phrase.
  var isPhrase: Bool { type.map { Self.phrases.contains($0) } ?? false }

  private static let phrases: Set<String> = [
    "NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP",
  ]
}
