// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ICUText
import NameTransliteration
import Namesake
import RecordFormats

/// `namesake transliterate`: one name, several spellings.
struct Transliterate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Spells names of any script as the readers of a language are used to.",
    discussion: """
      Each line is a name; of csv, tsv and jsonl the field text is one. --to is the language of the
      readers, of which the likeliest spellings come out with their shares of the probability, or a
      standard, which gives one spelling.

      Readers: \(NameSpeller.readers.joined(separator: ", ")).
      Standards: \(standards). A transform of ICU by its name, such as Hebrew-Latin/BGN, is one too.

      Example:
        $ echo Ельцин | namesake transliterate --to de --limit 2 --format text
        $ echo Щербаков | namesake transliterate --to iso9 --format text
      """)

  private static var standards: String {
    RomanStandard.all.map { "\($0.name) (\($0.title))" }.joined(separator: ", ")
  }

  @Option(help: "Language of the names, a BCP 47 tag such as uk, or auto.")
  var from = "auto"

  @Option(help: "Language of the readers, or a standard.")
  var to = "en"

  @Option(help: "Most spellings of a name.")
  var limit = 5

  @Option(help: "Field of a JSONL record, a dotted path.")
  var field: String?

  @Option(help: "Column of a CSV or TSV table.")
  var select: String?

  @OptionGroup var model: ModelOption
  @OptionGroup var options: RunOptions
  @OptionGroup var input: InputFiles

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1.") }
    guard from == "auto" || LanguageTag(from) != nil else {
      throw ValidationError("--from \(from) is no BCP 47 tag; give one such as uk, or auto.")
    }
    if field != nil, select != nil {
      throw ValidationError("--field is for JSONL and --select for tables; give one of them.")
    }
    guard target != nil else {
      throw ValidationError(
        "--to \(to) is no language of readers and no standard. Readers: "
          + NameSpeller.readers.joined(separator: ", ") + ". Standards: "
          + RomanStandard.all.map(\.name).joined(separator: ", ") + ".")
    }
  }

  /// nil for auto.
  private var language: LanguageTag? { from == "auto" ? nil : LanguageTag(from) }

  private var target: SpellingTarget? {
    if let language = LanguageTag(to)?.language, NameSpeller.readers.contains(language) {
      return .reader(language)
    }
    if let standard = RomanStandard(to.lowercased()) {
      switch standard.method {
      case .profile(let profile, let language):
        return .standard(.profile(profile, self.language ?? language))
      case .transform(let name): return .standard(.transform(name))
      }
    }
    return ICU.Transform(to) == nil ? nil : .standard(.transform(to))
  }

  func run() throws {
    guard let target else { return }
    try reportingEnvironment {
      let models = try model.load(for: [.spelling])
      let work = TransliterateWork(
        field: field ?? select ?? "text", target: target,
        language: language, limit: limit, models: models)
      let run = FieldRun(
        work: work, options: options, addedNames: ["results"], output: options.outputFormat,
        input: options.inputFormat ?? (field != nil ? .jsonl : nil), guessesTables: select != nil,
        batchBytes: 1 << 14)
      try run.run(try input.paths())
    }
  }
}

/// What names are spelt for.
enum SpellingTarget: Sendable {
  /// Readers of a language.
  case reader(String)
  /// A standard, which knows one spelling.
  case standard(TextStep)
}

/// Spells the name of a record.
struct TransliterateWork: FieldWork {
  let field: String
  let target: SpellingTarget
  let language: LanguageTag?
  let limit: Int
  let models: ModelChoice

  final class Worker {
    private var speller: NameSpeller?
    private var runner: TextStepRunner?

    init(_ work: TransliterateWork) {
      switch work.target {
      case .reader(let reader):
        speller = NameSpeller(
          reader: reader, language: work.language, model: work.models.spelling)
      case .standard(let step): runner = TextStepRunner(step)
      }
    }

    func spell(_ name: [UInt8], limit: Int) -> [NameSpeller.Spelling] {
      if runner != nil {
        var output = ByteBuffer()
        runner?.run(name.span, into: &output)
        let text = String(decoding: output.array(), as: UTF8.self)
        return [NameSpeller.Spelling(text: text, score: 1)]
      }
      return speller?.spell(String(decoding: name, as: UTF8.self), limit: limit) ?? []
    }
  }

  var fields: [WantedField] { [WantedField(name: field)] }

  func makeWorker() -> Worker { Worker(self) }

  func work(
    _ values: [[UInt8]?], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    let name = values[0] ?? []
    let found = name.isEmpty ? [] : worker.spell(name, limit: limit)
    result.addJSON("results") { Self.append(found, to: &$0) }
    result.text += name
    for spelling in found {
      let percent = (spelling.score * 100).fixed(0)
      let margin = String(repeating: " ", count: max(0, 6 - percent.count))
      result.text += Array("\n\(margin)\(percent) %  \(spelling.text)".utf8)
    }
    return String(validating: name, as: UTF8.self) == nil ? .repaired : nil
  }

  private static func append(_ found: [NameSpeller.Spelling], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (place, spelling) in found.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      var members = JSONMembers()
      members.add("text", string: spelling.text)
      members.add("score") { $0.appendJSONNumber((spelling.score * 1e6).rounded() / 1e6) }
      bytes.appendJSONObject(members)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
