// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// The marked places of an article: `[{"start":0,"end":7,"type":"PER"},…]`.
struct MarkedSpans {
  /// One place, in the input's units and in bytes.
  struct Span {
    var start: Int
    var end: Int
    var place: GivenSpan
    /// The label, upper or lower case as it stands.
    var type: String?
  }

  /// Why the places cannot be used.
  struct Fault: Error {
    var problem: String
    var advice: String
  }

  let field: String
  let unit: OffsetUnit

  /// Reads the places.
  func read(_ json: borrowing JSONRecord, text: [UInt8]) throws(Fault) -> [Span] {
    guard let array = json.value(at: JSONPath(field)), array.kind == .array else {
      throw Fault(
        problem: "the record has no list of spans in \u{201C}\(field)\u{201D}",
        advice: "give [{\"start\":0,\"end\":7},…] there, or name another field")
    }
    var found: [(start: Int, end: Int, type: String?)] = []
    json.forEachElement(of: array) { element in
      let start = json.value(at: "start", in: element).flatMap { json.integer($0) } ?? -1
      let end = json.value(at: "end", in: element).flatMap { json.integer($0) } ?? -1
      let type = json.value(at: "type", in: element).flatMap { json.string($0) }
      found.append((start, end, type))
    }
    var counter = OffsetCounter(text.span, unit: unit)
    var spans: [Span] = []
    for (start, end, type) in found {
      guard let first = counter.byte(ofOffset: start), let last = counter.byte(ofOffset: end),
        first < last
      else {
        throw Fault(
          problem: "the span \(start)–\(end) does not lie in the text",
          advice: "count start and end in \(unit.rawValue) units, end exclusive")
      }
      let place = GivenSpan(range: first..<last, kind: type.flatMap { SpanType.kind($0) })
      spans.append(Span(start: start, end: end, place: place, type: type))
    }
    return spans
  }
}

/// Kinds of names by the labels that other tools give them.
enum SpanType {
  static func kind(_ label: String) -> NameKind? {
    switch label.uppercased() {
    case "PER", "PERSON", "PERS", "P": .person
    case "ORG", "ORGANIZATION", "ORGANISATION", "O": .org
    case "LOC", "PLACE", "LOCATION", "GPE", "FAC", "FACILITY", "L": .place
    default: nil
    }
  }
}
