// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Texts as tables of tokens with labels: CoNLL, CoNLL-U with a column of labels, IOB2.
///
///     EU      B-ORG
///     rejects O
///
/// One token a line, columns parted by tabs or, in lines without tabs, by spaces; a blank line ends a
/// sentence. Labels are `O` or a letter of IOB, IOB2, BIOES or BILOU before a hyphen and the type. A
/// column of numbers in front is CoNLL-U's: its ranges, `SpaceAfter=No` and `# text =` give the
/// text as it was. Texts begin at `-DOCSTART-` and `# newdoc`. A file without these marks is one
/// text if it is as short as one, and otherwise a collection of sentences that are a text each.
///
/// - Reference: Tjong Kim Sang and De Meulder, CoNLL 2003, doi:10.3115/1119176.1119195.
package struct TokenTable {
  package private(set) var texts: [AnnotatedText] = []
  package private(set) var issues: [RecordIssue] = []

  /// Sentences of the longest file that is one text although nothing says so.
  package static let mostSentences = 200

  private let file: String
  /// Column of the labels, from 0; nil until a sentence has shown it.
  private var labelColumn: Int?
  private var hasNumbers = false
  private var sentence = TokenSentence()
  private var sentences: [AnnotatedText] = []
  private var id: String?
  private var hasMarks = false

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file in UTF-8.
  ///   - file: Its name, for messages.
  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8], file: String) {
    self.file = file
    var number = 0
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if start == bytes.count { break }
      number += 1
      let last = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      take(String(decoding: bytes[start..<last], as: UTF8.self), number)
      start = end + 1
    }
    endSentence()
    endText()
  }

  private mutating func take(_ line: String, _ number: Int) {
    if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return endSentence() }
    if line.hasPrefix("-DOCSTART-") {
      endSentence()
      beginText(nil)
      return
    }
    if sentence.isEmpty, line.hasPrefix("#"), takeComment(line) { return }
    let isTabbed = line.utf8.contains(0x09)
    let columns = line.split(separator: isTabbed ? "\t" : " ", omittingEmptySubsequences: !isTabbed)
    guard columns.count > 1 else {
      issues.append(
        RecordIssue(
          file: file, line: number, column: 1, "a token without a label",
          advice: "give a token and its label, parted by a tab"))
      return
    }
    sentence.rows.append(TokenSentence.Row(line: number, columns: columns.map(String.init)))
  }

  /// - Returns: Whether it is one: a token may be # too.
  private mutating func takeComment(_ line: String) -> Bool {
    let content = line.dropFirst().drop { $0 == " " }
    if content.hasPrefix("newdoc") {
      let parts = content.split(separator: "=", maxSplits: 1)
      beginText(parts.count > 1 ? Self.trimmed(parts[1]) : nil)
      return true
    }
    let parts = content.split(separator: "=", maxSplits: 1)
    guard parts.count > 1 else { return content.hasPrefix("newpar") || !line.contains("\t") }
    if Self.trimmed(parts[0]) == "text" { sentence.text = Self.trimmed(parts[1]) }
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private mutating func beginText(_ id: String?) {
    if hasMarks || !sentences.isEmpty { endText() }
    hasMarks = true
    self.id = id
  }

  private mutating func endSentence() {
    defer { sentence = TokenSentence() }
    guard let first = sentence.rows.first else { return }
    if labelColumn == nil {
      hasNumbers = first.columns.count > 2 && (first.columns[0] == "1" || first.columns[0] == "1-2")
      labelColumn = sentence.labelColumn(behind: hasNumbers ? 1 : 0)
    }
    guard let column = labelColumn else {
      issues.append(
        RecordIssue(
          file: file, line: first.line, column: 1, "no column holds labels",
          advice: "give labels such as O, B-PER and I-PER"))
      return
    }
    sentences.append(sentence.annotated(labels: column, hasNumbers: hasNumbers, file, &issues))
  }

  private mutating func endText() {
    defer { sentences = [] }
    if sentences.isEmpty { return }
    if !hasMarks, sentences.count > Self.mostSentences {
      texts += sentences
      return
    }
    var text = AnnotatedText()
    text.id = id
    for sentence in sentences {
      // Sentences stand behind one another as in a paragraph.
      if !text.text.isEmpty { text.text.append(0x20) }
      let start = text.text.count
      text.text += sentence.text
      for name in sentence.names {
        text.names.append(
          AnnotatedText.Name(
            range: start + name.range.lowerBound..<start + name.range.upperBound, type: name.type))
      }
    }
    texts.append(text)
  }
}
