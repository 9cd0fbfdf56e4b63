// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import TextNormalization

/// The command `selftest`, which tells whether this build gives what it must.
struct Selftest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the built-in Unicode, casing and detection vectors against this build.",
    discussion: """
      Prints one line a group; rows that do not hold are printed with what came out.
      Exit code 0 when all hold, 1 otherwise.

      Example:
        $ namesake selftest
      """)

  func run() throws {
    var failed = 0
    for group in Self.groups {
      let failures = group.rows.compactMap { $0.failure(group.subject) }
      failed += failures.count
      let held = group.rows.count - failures.count
      print(
        "\(failures.isEmpty ? "holds" : "FAILS")  \(group.name): \(held) of \(group.rows.count)")
      for failure in failures { print("       \(failure)") }
    }
    if failed > 0 { throw ExitStatus.someBad }
  }

  /// What a group of rows asks of a text.
  enum Subject {
    /// What a profile gives.
    case profile(Profile)
    /// The readings of an ambiguous I in `fold`, with bars between.
    case readings
    /// Script and language, `und` for undetermined.
    case language
    /// Reasons to suspect look-alike letters, with bars between.
    case lookAlikes
  }

  /// A text, its language if it is told, and what must come out.
  struct Row {
    let text: String
    let language: String?
    let expected: String

    init(_ text: String, _ expected: String, in language: String? = nil) {
      (self.text, self.language, self.expected) = (text, language, expected)
    }

    /// What is wrong, nil when the row holds.
    ///
    /// Bytes are compared: `==` on strings joins forms.
    func failure(_ subject: Subject) -> String? {
      let result = result(subject)
      if result.utf8.elementsEqual(expected.utf8) { return nil }
      return "\(text) gives \(Self.codes(result)), not \(Self.codes(expected))"
    }

    private func result(_ subject: Subject) -> String {
      let tag = language.flatMap { LanguageTag($0) }
      switch subject {
      case .profile(let profile):
        var normalizer = TextNormalizer(profile, language: tag)
        return normalizer.normalize(text)
      case .readings:
        var normalizer = TextNormalizer(.fold, language: tag)
        return normalizer.readings(of: text).joined(separator: "|")
      case .language:
        let detected = LanguageDetector().detect(text)
        return "\(detected.script.code) \(detected.language?.description ?? "und")"
      case .lookAlikes:
        return LookAlikes.find(in: text).map(\.reason.rawValue).joined(separator: "|")
      }
    }

    private static func codes(_ text: String) -> String {
      let codes = text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
      return "\(text) [\(codes.joined(separator: " "))]"
    }
  }

  /// Rows of one kind.
  struct Group {
    let name: String
    let subject: Subject
    let rows: [Row]
  }
}
