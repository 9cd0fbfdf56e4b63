// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing

@Suite("ICU's transforms against CLDR's vectors")
struct TransformConformanceTests {
  private static let folder = "cldr/common/testData/transforms"

  /// Number of rows that differ in files whose transform ICU has in another edition.
  ///
  /// ICU 72 carries CLDR 42, Debian's files are CLDR 41. A file that is not listed has no such row.
  private static let known = [
    // CLDR 42 writes the Georgian q with ’ (U+2019), CLDR 41 with ʼ (U+02BC).
    "ka-Latn-t-ka-m0-bgn-2009": 215
  ]

  /// ICU's own names for the BCP 47 ids that the files are called by.
  private static func aliases() -> [String: [String]] {
    var found: [String: [String]] = [:]
    for name in UnicodeFiles.names(in: "cldr/common/transforms") where name.hasSuffix(".xml") {
      let path = "\(UnicodeFiles.folder)/cldr/common/transforms/\(name)"
      let text = String(decoding: UnicodeFiles.read(path), as: UTF8.self)
      guard let tag = text.split(separator: "<").first(where: { $0.hasPrefix("transform ") })
      else { continue }
      let quoted = tag.split(separator: "\"", omittingEmptySubsequences: false)
      var values: [Substring: Substring] = [:]
      for index in stride(from: 0, to: quoted.count - 1, by: 2) {
        let key = quoted[index].split(separator: " ").last?.dropLast() ?? ""
        values[key] = quoted[index + 1]
      }
      let own = "\(values["source"] ?? "")-\(values["target"] ?? "")"
      let variant = values["variant"].map { "/\($0)" } ?? ""
      let ids = values["alias"]?.split(separator: " ").map(String.init) ?? []
      for id in ids { found[id] = [own + variant] + ids }
    }
    return found
  }

  @Test(
    "every file whose transform ICU has",
    .enabled(if: UnicodeFiles.has(folder), UnicodeFiles.missing))
  func transforms() {
    let aliases = Self.aliases()
    var rows = 0
    var absent: [String] = []
    for name in UnicodeFiles.names(in: Self.folder)
    where name.hasSuffix(".txt") && !name.hasPrefix("_") {
      let identifier = String(name.dropLast(4))
      let spellings = [identifier] + (aliases[identifier] ?? [])
      guard let transform = spellings.lazy.compactMap({ ICU.Transform($0) }).first else {
        absent.append(identifier)
        continue
      }
      var failures: [String] = []
      for line in UnicodeFiles.lines("\(Self.folder)/\(name)") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { continue }
        rows += 1
        let result = String(decoding: transform(Array(fields[0].utf8)), as: UTF8.self)
        if !result.utf8.elementsEqual(fields[1].utf8) {
          failures.append("\(fields[0]) gives \(result), not \(fields[1])")
        }
      }
      #expect(
        failures.count <= Self.known[identifier, default: 0], "\(identifier): \(failures.prefix(3))"
      )
    }
    #expect(rows > 10_000, "without a transform in this ICU: \(absent)")
  }
}
