// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing

@Suite("ICU's transforms against CLDR's vectors")
struct TransformConformanceTests {
  private static let folder = "cldr/common/testData/transforms"

  /// Transforms that CLDR's newer edition in ICU 72 writes otherwise, and how.
  ///
  /// ICU 72 carries CLDR 42, Debian's files are CLDR 41. A row of these files may differ in the one
  /// character and in nothing else, and so must as many rows as are counted here; every other row
  /// of every file must be equal.
  private static let known: [String: (old: Character, new: Character, rows: Int)] = [
    // The Georgian q is written with ’ (U+2019) in CLDR 42, with ʼ (U+02BC) in CLDR 41.
    "ka-Latn-t-ka-m0-bgn-2009": ("\u{2BC}", "\u{2019}", 215)
  ]

  /// Transforms that ICU calls by names which CLDR's files do not have.
  private static let renamed = [
    "und-sarb-t-und-ethi": "Geez-Musnad", "d0-morse-t-am-ethi": "am_Ethi-d0_Morse",
    "byn-latn-t-byn-ethi-m0-tekie-alibekit": "byn_Ethi-byn_Latn/Tekie_Alibekit",
    "und-latn-t-und-ethi-m0-beta-metsehaf": "Ethi-Latn/Beta_Metsehaf",
    "und-latn-t-und-ethi-m0-ies-jes-1964": "Ethi-Latn/IES_JES_1964",
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
      let (source, target) = (values["source"] ?? "", values["target"] ?? "")
      let variant = values["variant"].map { "/\($0)" } ?? ""
      for (key, id) in [
        ("alias", "\(source)-\(target)\(variant)"),
        ("backwardAlias", "\(target)-\(source)\(variant)"),
      ] {
        let ids = values[Substring(key)]?.split(separator: " ").map(String.init) ?? []
        for alias in ids { found[alias.lowercased()] = [id] + ids }
      }
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
      let folded = identifier.lowercased()
      let spellings = [identifier, Self.renamed[folded] ?? identifier] + (aliases[folded] ?? [])
      guard let transform = spellings.lazy.compactMap({ ICU.Transform($0) }).first else {
        absent.append(identifier)
        continue
      }
      var failures: [String] = []
      var explained = 0
      for line in UnicodeFiles.lines("\(Self.folder)/\(name)") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { continue }
        rows += 1
        let result = String(decoding: transform(Array(fields[0].utf8)), as: UTF8.self)
        if result.utf8.elementsEqual(fields[1].utf8) { continue }
        if let change = Self.known[identifier],
          String(fields[1].map { $0 == change.old ? change.new : $0 }).utf8
            .elementsEqual(result.utf8)
        {
          explained += 1
        } else {
          failures.append("\(fields[0]) gives \(result), not \(fields[1])")
        }
      }
      #expect(failures.isEmpty, "\(identifier): \(failures.prefix(3))")
      #expect(explained == Self.known[identifier]?.rows ?? 0, "\(identifier)")
    }
    #expect(absent.isEmpty, "without a transform in this ICU: \(absent)")
    #expect(rows > 10_000)
  }
}
