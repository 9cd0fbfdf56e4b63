// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import RecordFormats
import TextBytes

/// `namesake normalize`: text in, normalized text out.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Normalizes text, line by line or in a field of each record.",
    discussion: """
      One line in, one line out; with --field or --select the result is added to each record as \
      <field>_<profile>, or <field>_transform with --transform.

      latin and ascii romanize by a standard for each script: Cyrillic by language (BGN/PCGN, \
      Ukraine 2010, Bulgaria 2009, Serbian Latin), Greek ELOT 743, Arabic, Persian, Urdu, Hebrew, \
      Armenian BGN/PCGN, Georgian 2002, Indic ISO 15919 and in ASCII Hunterian, Thai RTGS, Hangul \
      Revised Romanization, kana Hepburn, Han Pinyin. --language settles what letters leave open.
      --transform runs any transform of ICU instead, at ICU's speed.

      Profiles, with their steps in order:
      \(profiles)

      Example:
        $ printf 'ERDOĞAN’IN\\nЩербаков\\n' | namesake normalize --profile ascii
        ERDOGAN'IN
        Shcherbakov
        $ echo Щербаков | namesake normalize --transform Russian-Latin/BGN
        Shcherbakov
      """)

  /// The profiles with their steps, for the help.
  private static var profiles: String {
    Profile.allCases.map { profile in
      let steps = profile.steps.map(\.rawValue).joined(separator: "; ")
      return "  \(profile.identifier): \(steps)."
    }.joined(separator: "\n")
  }

  @Option(help: "What to do with the text: one of the profiles above (default: key).")
  var profile: Profile?

  @Option(help: "An ICU transform instead of a profile, such as 'Any-Latin; Latin-ASCII'.")
  var transform: String?

  @OptionGroup var language: LanguageOption

  @Flag(
    help: ArgumentHelp(
      "Add <field>_script, _language, _lookalike and _confidence (records only).",
      discussion: """
        An ISO 15924 code; a BCP 47 tag, or und where the text does not tell; whether a word mixes \
        scripts or is written in letters that look like another's (mixed-script, whole-script); and \
        how far the best language is to be believed, 0 to 1.
        """))
  var detect = false

  @Flag(help: "Add <field>_profile, name and version of the profile such as key@1 (records only).")
  var profileID = false

  @Flag(help: "Add where each part came from: [[outStart,outEnd,inStart,inEnd],…] (with --field).")
  var offsets = false

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsetUnit: OffsetUnit = .scalar

  @Option(help: "Field of a JSONL record, a dotted path.")
  var field: String?

  @Option(help: "Columns of a CSV or TSV table, with commas between.")
  var select: String?

  @OptionGroup var options: RunOptions
  @OptionGroup var input: InputFiles

  func validate() throws {
    if field != nil, select != nil {
      throw ValidationError("--field is for JSONL and --select for tables; give one of them.")
    }
    if field == nil, select == nil, options.format ?? .text != .text {
      throw ValidationError("Lines stay lines; name a field with --field or --select for records.")
    }
    if let transform {
      if profile != nil {
        throw ValidationError("--transform runs ICU instead of a --profile; give one of them.")
      }
      if offsets {
        throw ValidationError("--offsets needs a --profile: ICU's transforms tell no positions.")
      }
      try TransformName.validate(transform)
    }
    if detect || profileID, field == nil, select == nil {
      throw ValidationError("--detect and --profile-id add to records: name a field with --field.")
    }
    if offsets, field == nil {
      throw ValidationError("--offsets needs --field: offsets are added to JSONL records.")
    }
  }

  private var step: TextStep {
    transform.map { .transform($0) } ?? .profile(profile ?? .key, language.tag)
  }

  func run() throws {
    try reportingEnvironment {
      let paths = try input.paths()
      guard let names = field.map({ [$0] }) ?? select?.split(separator: ",").map(String.init)
      else {
        // Every file is lines, whatever its name.
        try NormalizeLines(step: step, options: options).run(paths)
        return
      }
      let work = NormalizeWork(
        names: names, step: step, recordsOffsets: offsets, unit: offsetUnit,
        tellsProfile: profileID, detects: detect)
      let run = FieldRun(
        work: work, options: options, addedNames: work.addedNames, output: options.format,
        input: options.inputFormat ?? (field != nil ? .jsonl : nil), guessesTables: select != nil)
      try run.run(paths)
    }
  }
}

/// Normalizes some fields of a record.
private struct NormalizeWork: FieldWork {
  let names: [String]
  let step: TextStep
  let recordsOffsets: Bool
  let unit: OffsetUnit
  let tellsProfile: Bool
  let detects: Bool
  /// The fields that are added, made once and not for each record.
  private let outputs: [String]

  init(
    names: [String], step: TextStep, recordsOffsets: Bool, unit: OffsetUnit, tellsProfile: Bool,
    detects: Bool
  ) {
    self.names = names
    self.step = step
    self.recordsOffsets = recordsOffsets
    self.unit = unit
    self.tellsProfile = tellsProfile
    self.detects = detects
    outputs = names.map { "\($0)_\(step.suffix)" }
  }

  /// A class, because a buffer cannot be copied and so cannot lie in a plain struct.
  final class Worker {
    var runner: TextStepRunner
    var buffer = ByteBuffer()
    var offsets = OffsetMap()
    let detector = LanguageDetector()
    init(_ step: TextStep) { runner = TextStepRunner(step) }
  }

  var fields: [WantedField] {
    names.map { WantedField(name: $0) }
  }

  var addedNames: [String] {
    names.flatMap { name in
      let told = detects ? ["script", "language", "lookalike", "confidence"] : []
      return ([step.suffix] + (tellsProfile ? ["profile"] : []) + told)
        .map { "\(name)_\($0)" }
    }
  }

  func makeWorker() -> Worker { Worker(step) }

  func work(
    _ values: [[UInt8]?], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    let repairs = worker.runner.repairCount
    for place in names.indices {
      guard let value = values[place] else { continue }
      let (field, name) = (names[place], outputs[place])
      worker.buffer.removeAll()
      if recordsOffsets {
        worker.runner.run(value.span, into: &worker.buffer, offsets: &worker.offsets)
      } else {
        worker.runner.run(value.span, into: &worker.buffer)
      }
      result.addString(name) { worker.buffer.append(to: &$0) }
      if result.wantsText { result.text = worker.buffer.array() }
      if tellsProfile {
        result.addString("\(field)_profile") { $0 += step.identifier.utf8 }
      }
      if detects {
        let detected = worker.detector.detect(value.span)
        result.addString("\(field)_script") { $0 += detected.script.code.utf8 }
        result.addString("\(field)_language") {
          $0 += (detected.language?.description ?? "und").utf8
        }
        let reasons = Set(LookAlikes.find(in: value.span).map(\.reason.rawValue)).sorted()
        result.addString("\(field)_lookalike") { $0 += reasons.joined(separator: " ").utf8 }
        let confidence = detected.candidates.first?.confidence ?? 0
        result.addJSON("\(field)_confidence") {
          $0.appendJSONNumber((confidence * 1e3).rounded() / 1e3)
        }
      }
      if recordsOffsets {
        let segments = worker.offsets.segments
        result.addJSON("\(name)_offsets") { json in
          append(segments, output: worker.buffer.array(), input: value, to: &json)
        }
      }
    }
    return worker.runner.repairCount == repairs ? nil : .repaired
  }

  private func append(
    _ segments: [OffsetMap.Segment], output: [UInt8], input: [UInt8], to json: inout [UInt8]
  ) {
    var outside = OffsetCounter(output.span, unit: unit)
    var inside = OffsetCounter(input.span, unit: unit)
    json.append(UInt8(ascii: "["))
    for (index, segment) in segments.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      let numbers = [
        outside.offset(ofByte: segment.output.lowerBound),
        outside.offset(ofByte: segment.output.upperBound),
        inside.offset(ofByte: segment.input.lowerBound),
        inside.offset(ofByte: segment.input.upperBound),
      ]
      json += Array("[\(numbers.map(String.init).joined(separator: ","))]".utf8)
    }
    json.append(UInt8(ascii: "]"))
  }
}
