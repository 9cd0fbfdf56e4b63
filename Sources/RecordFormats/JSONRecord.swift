// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// One JSON record at a time, with the raw place of every value.
///
/// Reuse it for many records.
///
///     var record = JSONRecord()
///     record.load(#"{"id": 7, "who": {"name": "Ada"}}"#.utf8.span)  // .whole
///     let name = record.value(at: "who.name")                      // range 25..<30: "Ada"
///
/// The record keeps its own copy of the text (``text``): the copy is what makes repairing possible,
/// and all ranges are offsets into it. What is JSON is decided by RFC 8259; numbers of any size and
/// escapes of half a surrogate pair are accepted.
package struct JSONRecord: ~Copyable {
  /// The record followed by the padding the parser needs.
  var padded: [UInt8] = []
  var count = 0
  let parser: JSONParserHandle

  /// What became of a record.
  package enum Loading: Sendable, Equatable {
    case whole
    /// The record was no valid UTF-8; what was wrong, first at `offset`, now is U+FFFD.
    case repaired(offset: Int)
    /// Not one JSON value. Nothing can be looked up.
    case broken(JSONFault)
  }

  package init() {
    parser = JSONParserHandle()
  }

  /// The text of the record: as it was loaded, or repaired.
  package var text: Span<UInt8> {
    @_lifetime(borrow self)
    get { padded.span.extracting(0..<count) }
  }

  /// Takes a record and parses it as exactly one JSON value.
  ///
  /// - Complexity: O(n), at the speed of the vectorized parser unless something is wrong.
  package mutating func load(_ record: Span<UInt8>) -> Loading {
    hold(record)
    switch parser.load(padded, count: count) {
    case .valid: return .whole
    case .refused:
      // RFC 8259 may allow what the parser refuses, and the parser knows all places even so.
      guard let fault = JSONFault(in: text) else { return .whole }
      return broken(fault)
    case .invalid:
      return broken(JSONFault(in: text) ?? JSONFault(offset: 0, "this is not JSON"))
    case .notUTF8: return loadRepaired(record)
    case .tooDeep: return broken(JSONFault(offset: 0, "the record is nested too deeply"))
    case .noRoom: return broken(JSONFault(offset: 0, "the record is too large"))
    }
  }

  /// The value that is the whole record.
  ///
  /// `nil` when the record is broken.
  package var root: JSONValue? {
    count == 0 ? nil : parser.root(padded)
  }

  /// The value at a path, or `nil` when there is none.
  ///
  /// Of equal keys the first one is taken.
  ///
  /// - Parameters:
  ///   - path: a key, or keys with dots between them.
  ///   - object: where to start; the whole record when `nil`.
  /// - Returns: the value, or `nil`.
  package func value(at path: JSONPath, in object: JSONValue? = nil) -> JSONValue? {
    guard let object = object ?? root else { return nil }
    return parser.find(path, in: object, padded)
  }

  /// Calls `body` with each element of an array, in order; not at all for other values.
  package func forEachElement(of array: JSONValue, _ body: (JSONValue) -> Void) {
    var element = parser.firstElement(of: array, padded)
    while let current = element {
      body(current)
      element = parser.nextElement(after: current, padded)
    }
  }

  private mutating func hold(_ record: Span<UInt8>) {
    padded.removeAll(keepingCapacity: true)
    padded.append(copying: record)
    count = record.count
    padded.append(contentsOf: JSONParserHandle.padding)
  }

  private mutating func loadRepaired(_ record: Span<UInt8>) -> Loading {
    guard let offset = firstInvalidUTF8(in: record)?.lowerBound else {
      return broken(JSONFault(offset: 0, "this is not UTF-8"))
    }
    var repaired: [UInt8] = []
    appendRepairedUTF8(record, to: &repaired)
    return switch load(repaired.span) {
    case .whole, .repaired: .repaired(offset: offset)
    case .broken(let fault): .broken(fault)
    }
  }

  private mutating func broken(_ fault: JSONFault) -> Loading {
    count = 0
    return .broken(fault)
  }
}
