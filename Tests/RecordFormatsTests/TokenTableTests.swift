// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Testing

/// Texts as tables of tokens with labels.
@Suite("token tables")
struct TokenTableTests {
  /// Each text with its names: `text | type:name, …`.
  private func read(_ table: String) -> (texts: [String], issues: [String]) {
    let table = TokenTable(Array(table.utf8), file: "a.conll")
    let texts = table.texts.map { text in
      let names = text.names.map {
        "\($0.type):\(String(decoding: text.text[$0.range], as: UTF8.self))"
      }
      return "\(String(decoding: text.text, as: UTF8.self)) | \(names.joined(separator: ", "))"
    }
    return (texts, table.issues.map(\.description))
  }

  @Test("CoNLL 2003: phrases are no names, texts begin at their mark")
  func conll2003() {
    let table = """
      -DOCSTART- -X- O O

      EU NNP I-NP I-ORG
      rejects VBZ I-VP O
      German JJ I-NP I-MISC
      calls NNS I-NP O
      . . O O

      Angela NNP I-NP B-PER
      Merkel NNP I-NP I-PER
      # NN O O

      -DOCSTART- -X- O O

      Bonn NNP I-NP I-LOC

      """
    #expect(
      read(table).texts == [
        "EU rejects German calls. Angela Merkel # | ORG:EU, MISC:German, PER:Angela Merkel",
        "Bonn | LOC:Bonn",
      ])
    #expect(read(table).issues.isEmpty)
  }

  @Test("IOB2 and BIOES: neighbours of one type stay apart where the labels say so")
  func labels() {
    #expect(
      read("Ankara\tB-LOC\nİzmir\tB-LOC\n\nAnn\tS-PER\nBob\tB-PER\nRay\tE-PER\nRay\tI-PER\n").texts
        == ["Ankara İzmir Ann Bob Ray Ray | LOC:Ankara, LOC:İzmir, PER:Ann, PER:Bob Ray, PER:Ray"])
  }

  @Test("CoNLL-U: the text as it was, words written as one, empty nodes")
  func conllu() {
    let table = """
      # newdoc id = d1
      # sent_id = 1
      # text = «Do Porto», disse.
      1\t«\tO\tSpaceAfter=No
      2-3\tDo\t_\t_
      2\tDe\tB-LOC\t_
      3\to\tI-LOC\t_
      4\tPorto\tI-LOC\tSpaceAfter=No
      4.1\tele\t_\t_
      5\t»\tO\tSpaceAfter=No
      6\t,\tO\t_
      7\tdisse\tO\tSpaceAfter=No
      8\t.\tO\t_

      """
    #expect(read(table).texts == ["«Do Porto», disse. | LOC:Do Porto"])
  }

  @Test("of two columns of labels the outer names count; long files without marks are sentences")
  func collections() {
    let sentence = "1\tBonn\tB-LOC\tO\n2\tist\tO\tO\n\n"
    #expect(read(sentence).texts == ["Bonn ist | LOC:Bonn"])
    let many = read(String(repeating: sentence, count: TokenTable.mostSentences + 1)).texts
    #expect(many.count == TokenTable.mostSentences + 1)
    #expect(read(String(repeating: sentence, count: 2)).texts.count == 1)
  }

  @Test("what is wrong is told with its line")
  func faults() {
    #expect(
      read("Bonn\tB-LOC\nist\n").issues == [
        "namesake: a.conll:2:1: a token without a label; give a token and its label, parted by a tab"
      ])
    #expect(read("a\tx\nb\ty\n").issues.first?.contains("no column holds labels") == true)
    #expect(read("").texts.isEmpty)
    let late = read("Bonn\tB-LOC\n\nist\tX\n")
    #expect(
      late.issues == ["namesake: a.conll:3:1: “X” is no label; give O, or B- or I- and a type"])
    #expect(late.texts == ["Bonn ist | LOC:Bonn"])
  }

  @Test("tables of names: places, forms and types, a header, and lines that are none")
  func standoff() {
    let table = StandoffTable(
      Array("start\tend\tform\n0\t4\tBonn\tBonn\tLOC\tid\r\n5\t2\tx\n\n7\t9\n".utf8), file: "a.tsv")
    #expect(table.rows.map(\.form) == ["Bonn", ""])
    #expect(table.rows.map(\.type) == ["LOC", ""])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(table.issues.map(\.line) == [3])
  }
}
