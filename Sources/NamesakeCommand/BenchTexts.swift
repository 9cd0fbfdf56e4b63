// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake

/// The names or articles that are measured, in memory.
struct BenchTexts: Sendable {
  var content = BenchContent.names
  /// All texts, end to end.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var kinds: [NameKind?] = []
  private var languages: [String] = []

  /// Number of texts.
  var count: Int { ends.count }
  /// Their bytes together.
  var byteCount: Int { bytes.count }

  /// Adds a text; empty ones are nothing to measure.
  mutating func add(_ text: [UInt8], kind: NameKind?, language: String) {
    guard text.contains(where: { $0 > 0x20 }) else { return }
    bytes += text
    ends.append(bytes.count)
    kinds.append(kind)
    languages.append(language)
  }

  /// Calls back with one text.
  func withText<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting((number == 0 ? 0 : ends[number - 1])..<ends[number]))
  }

  func kind(_ number: Int) -> NameKind? { kinds[number] }

  func language(_ number: Int) -> String { languages[number] }
}
