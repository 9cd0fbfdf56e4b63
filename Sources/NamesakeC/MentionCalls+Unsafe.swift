// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// Finds the names in many texts.
///
/// - Parameters:
///   - bytes: UTF-8 of all texts.
///   - offsets: Their offsets.
///   - offsetWidth: Bytes of an offset, 4 or 8.
///   - count: Number of texts.
///   - language: A language tag for all; null or auto lets each text show it.
///   - unit: What mentions' places count: 0 Unicode scalars, 1 bytes of UTF-8, 2 units of UTF-16.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table with one row for each mention, text after text. Whole numbers:
///     column 0 the number of the text, 1 start, 2 end (exclusive), 3 thread, which mentions of one
///     person or thing in a text share. Texts: column 0 the source between the places, 1 kind
///     (person, org or place), 2 base form. When the status is not 0, a table whose only text says
///     why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_mentions)
@unsafe
public func namesakeMentions(
  _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?, _ offsetWidth: Int32,
  _ count: Int64, _ language: UnsafePointer<CChar>?, _ unit: Int32, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let texts = try unsafe BorrowedTexts(bytes, offsets, width: offsetWidth, count: count)
    guard let unit = OffsetUnit.numbered(unit) else {
      throw .argument("\(unit) is no unit; give 0 to 2")
    }
    let found = findMentions(
      in: texts, language: try unsafe Argument.language(language),
      threads: Argument.threads(threads))
    var rows = MentionRows()
    for (number, mentions) in found.enumerated() {
      texts.withText(number) { rows.append(mentions, of: $0, number: number, unit) }
    }
    return rows.table()
  }
}

extension OffsetUnit {
  /// The unit of a number of the C interface.
  fileprivate static func numbered(_ number: Int32) -> OffsetUnit? {
    switch number {
    case 0: .scalar
    case 1: .utf8
    case 2: .utf16
    default: nil
    }
  }
}

/// Mentions as columns.
private struct MentionRows {
  private var columns: [[Int64]] = Array(repeating: [], count: 4)
  private var texts = [TextColumn(), TextColumn(), TextColumn()]

  mutating func append(
    _ mentions: [Mention], of text: Span<UInt8>, number: Int, _ unit: OffsetUnit
  ) {
    var counter = OffsetCounter(text, unit: unit)
    for mention in mentions {
      columns[0].append(Int64(number))
      columns[1].append(Int64(counter.offset(ofByte: mention.range.lowerBound)))
      columns[2].append(Int64(counter.offset(ofByte: mention.range.upperBound)))
      columns[3].append(Int64(mention.thread))
      texts[0].append(mention.range.map { text[$0] })
      texts[1].append(mention.kind.rawValue)
      texts[2].append(mention.name)
    }
  }

  func table() -> ResultTable {
    ResultTable(rows: columns[0].count, texts: texts, integers: columns)
  }
}
