// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MentionExtraction
import RecordFormats
import SystemPackage
import Testing
import TextNormalization

/// Offsets of mentions over labelled articles of all languages, where they lie beside the checkout.
///
/// A few of each file in a test run; the command counts offsets the same way for all of them.
@Suite("offsets over labelled articles")
struct ArticleOffsetsTests {
  private static let folder = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent().removingLastComponent().appending("shared/eval/articles")
  /// Articles of each file.
  private static let perFile = 4

  private static let isPresent = FolderListing.isFolder(folder)

  @Test(
    "every mention slices to whole characters in bytes, scalars and UTF-16 units",
    .enabled(if: isPresent, "there are no labelled articles beside the checkout"))
  func slices() throws {
    var json = JSONRecord()
    for path in try FolderListing.files(in: Self.folder) {
      var reader = try RecordReader(try ByteSource(path), format: .jsonl, batchBytes: 1 << 14)
      guard let batch = try reader.nextBatch() else { continue }
      for record in 0..<min(batch.count, Self.perFile) {
        var issues: [RecordIssue] = []
        guard json.load(record, of: batch, issues: &issues) else { continue }
        var text: [UInt8] = []
        guard let value = json.value(at: "text"), json.appendString(value, to: &text) else {
          continue
        }
        let language = json.value(at: "lang").flatMap { json.string($0) }
        check(text, language.flatMap { LanguageTag($0) })
      }
    }
  }

  private func check(_ text: [UInt8], _ language: LanguageTag?) {
    var extractor = MentionExtractor(language: language)
    let string = String(decoding: text, as: UTF8.self)
    let scalars = Array(string.unicodeScalars)
    let units = Array(string.utf16)
    for mention in extractor.extract(text.span) {
      // A slice that parts a character cannot be read back.
      let slice = text[mention.range]
      let content = String(decoding: slice, as: UTF8.self)
      #expect(content.utf8.elementsEqual(slice) && !slice.isEmpty)
      let before = String(decoding: text[..<mention.range.lowerBound], as: UTF8.self)
      let first = before.unicodeScalars.count
      let scalarSlice = scalars[first..<first + content.unicodeScalars.count]
      #expect(scalarSlice.elementsEqual(content.unicodeScalars))
      let firstUnit = before.utf16.count
      #expect(units[firstUnit..<firstUnit + content.utf16.count].elementsEqual(content.utf16))
    }
  }
}
