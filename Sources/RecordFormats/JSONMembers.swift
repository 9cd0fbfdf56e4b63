// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Members to be added to an object: `"name":value` with commas between.
///
/// Reuse it for many records.
///
///     var members = JSONMembers()
///     members.add("score", 0.5)
///     members.add("match") { $0.appendJSONBool(true) }  // "score":0.5,"match":true
package struct JSONMembers: Sendable {
  /// The members as they are written, without brackets.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var isEmpty: Bool { bytes.isEmpty }

  /// Forgets all members.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a member whose value `write` appends; it must append exactly one JSON value.
  package mutating func add(_ name: String, _ write: (inout [UInt8]) -> Void) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
    bytes.appendJSONString(name)
    bytes.append(UInt8(ascii: ":"))
    write(&bytes)
  }

  package mutating func add(_ name: String, _ number: Double) {
    add(name) { $0.appendJSONNumber(number) }
  }

  package mutating func add(_ name: String, _ number: Int) {
    add(name) { $0.appendJSONNumber(number) }
  }

  package mutating func add(_ name: String, _ value: Bool) {
    add(name) { $0.appendJSONBool(value) }
  }

  package mutating func add(_ name: String, string text: Span<UInt8>) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
    bytes.appendJSONString(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendJSONString(text)
  }

  package mutating func add(_ name: String, string text: String) {
    add(name, string: text.utf8.span)
  }
}

extension [UInt8] {
  /// Appends an object of these members only.
  package mutating func appendJSONObject(_ members: JSONMembers) {
    append(UInt8(ascii: "{"))
    append(contentsOf: members.bytes)
    append(UInt8(ascii: "}"))
  }

  /// Appends a raw object, byte for byte, with members added at its end.
  ///
  ///     {"a":1} + "b":2  →  {"a":1,"b":2}
  ///
  /// - Parameters:
  ///   - object: one valid JSON object; white space around it is kept.
  ///   - members: what is added; with none, the object stays as it is.
  package mutating func appendJSONObject(_ object: Span<UInt8>, adding members: JSONMembers) {
    guard !members.isEmpty else {
      append(copying: object)
      return
    }
    let place = JSONObjectEnd(of: object)
    append(copying: object.extracting(0..<place.offset))
    if !place.isEmptyObject { append(UInt8(ascii: ",")) }
    append(contentsOf: members.bytes)
    append(copying: object.extracting(place.offset..<object.count))
  }
}

/// Where members can be added to an object.
struct JSONObjectEnd {
  /// Right after the last value, or after the opening bracket.
  let offset: Int
  let isEmptyObject: Bool

  /// - Parameter object: one valid JSON object; white space may surround it.
  init(of object: Span<UInt8>) {
    var end = object.count
    while end > 0, object[end - 1].isJSONBlank { end -= 1 }
    precondition(
      end > 0 && object[end - 1] == UInt8(ascii: "}"), "Members can only be added to an object.")
    end -= 1
    while end > 0, object[end - 1].isJSONBlank { end -= 1 }
    offset = end
    // A value never ends with an opening bracket.
    isEmptyObject = end > 0 && object[end - 1] == UInt8(ascii: "{")
  }
}
