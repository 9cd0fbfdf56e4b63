// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// `mentions --catalog`: names of an index in running text, by id.
@Suite("mentions with a catalogue", .serialized)
struct CatalogMentionsTests {
  private let runner = CommandRunner()

  private func index() -> String {
    let people = runner.file(
      "people.csv",
      """
      id,name,kind
      Q39259,Recep Tayyip Erdoğan,person
      Q7747,Владимир Путин,person
      Q1,John Smith,person
      Q2,John Smith,person

      """)
    let path = "\(runner.folder)/people.index"
    #expect(runner.run(["index", people, "-o", path]).code == 0)
    return path
  }

  @Test("a catalogued name has its id, and so have the short forms in its thread")
  func links() {
    let text = #"{"text":"Recep Tayyip Erdoğan spoke in Ankara. Erdoğan'ın left."}"# + "\n"
    let run = runner.run(
      ["mentions", "--catalog", index(), "--language", "tr"], input: text)
    #expect(run.code == 0)
    #expect(
      run.output.contains(
        #""text":"Recep Tayyip Erdoğan","kind":"person","name":"Recep Tayyip Erdoğan","thread":0,"#
          + #""id":"Q39259"}"#))
    #expect(run.output.contains(#""text":"Erdoğan","kind":"person""#))
    #expect(run.output.components(of: #""id":"Q39259""#) == 2)
  }

  @Test("case forms, names that several share, and tables")
  func tables() {
    let text = runner.file(
      "a.jsonl",
      #"{"id":"r","language":"ru","text":"речь владимира путина"}"# + "\n"
        + #"{"id":"e","language":"en","text":"He met John Smith."}"# + "\n")
    let run = runner.run(["mentions", "--catalog", index(), "--format", "tsv", text])
    #expect(run.code == 0)
    #expect(
      run.lines == [
        "article\tstart\tend\ttext\tkind\tname\tthread\tid",
        "r\t5\t21\tвладимира путина\tperson\tвладимира путина\t0\tQ7747",
        "e\t7\t17\tJohn Smith\tperson\tJohn Smith\t0\tQ1 Q2",
      ])
    let json = runner.run(["mentions", "--catalog", index(), text])
    #expect(json.output.contains(#""id":"Q1","ids":["Q1","Q2"]"#))
  }

  @Test("a file that is no index is told, with what to do")
  func noIndex() {
    let other = runner.file("other.index", "no index at all, but longer than sixteen bytes")
    for path in [other, "\(runner.folder)/none.index"] {
      let run = runner.run(["mentions", "--catalog", path], input: "Angela Merkel spoke.\n")
      #expect(run.code == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(path))
    }
  }
}

extension String {
  /// How often a piece stands in the text.
  fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}
