// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage
import Testing

/// `train mentions`: a model from a few articles, the same bytes every time, and bad articles told.
@Suite("train mentions", .serialized)
struct TrainMentionsTests {
  private let runner = CommandRunner()

  /// Articles in a made-up language in which everything that begins with Zor is a person.
  private var articles: String {
    (0..<60).map { number in
      let name = ["Zorak", "Zoremi", "Zorundo"][number % 3]
      let text = "Bil mavu \(name) tesi rok palu."
      return #"{"text":"\#(text)","language":"xx","entities":[{"start":9,"end":"#
        + "\(9 + name.count)" + #","type":"PER"}]}"# + "\n"
    }.joined()
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    var source = try ByteSource(FilePath(path))
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    return bytes
  }

  @Test("the same articles give the same bytes, and the model finds what they mark")
  func reproduces() throws {
    let data = runner.file("articles.jsonl", articles)
    var models: [String] = []
    for number in 0..<2 {
      let model = runner.file("mentions\(number).model", "")
      let run = runner.run(["train", "mentions", data, "-o", model])
      #expect(run.code == 0)
      #expect(run.errors.contains("60 names in 60 lines"))
      models.append(model)
    }
    #expect(try bytes(models[0]) == bytes(models[1]))
    let text = runner.file("text.jsonl", #"{"text":"Bil mavu Zorelda tesi rok."}"# + "\n")
    let found = runner.run(["mentions", "--model", models[0], text])
    #expect(found.code == 0)
    #expect(found.output.contains(#""text":"Zorelda","kind":"person""#))
  }

  @Test("bad articles are told and left out")
  func tellsBadArticles() {
    let data = runner.file(
      "bad.jsonl",
      #"{"text":"A B","entities":[{"start":0,"end":99,"type":"PER"}]}"# + "\n"
        + #"{"entities":[]}"# + "\n" + #"{"text":"A B"}"# + "\n" + "{broken\n" + articles)
    let run = runner.run(["train", "mentions", data, "-o", runner.file("bad.model", "")])
    #expect(run.code == 1)
    #expect(run.errors.contains("bad.jsonl:1:1: the span 0–99 does not lie in the text"))
    #expect(run.errors.contains("bad.jsonl:2:1: the record has no text in “text”"))
    #expect(run.errors.contains("bad.jsonl:3:1: the record has no list of spans in “entities”"))
    #expect(run.errors.contains("4 bad records"))
    #expect(run.errors.contains("60 names"))
  }

  @Test("what is no model is refused")
  func refusesOtherFiles() {
    let text = runner.file("text.jsonl", #"{"text":"Angela Merkel"}"# + "\n")
    let run = runner.run(["mentions", "--model", text, text])
    #expect(run.code == 2)
    #expect(run.errors.contains("this is no model of mentions of this version"))
  }
}
