// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Changes to one record: some ranges get other bytes, all others pass through as they are.
///
///     var splice = RecordSplice()
///     splice.replace(range, with: bytes)
///     splice.add(members, to: object, of: record.text)
///     splice.apply(to: record.text, appendingTo: &out)
///
/// Ranges must not overlap; their order does not matter. Two insertions at one place stay in the
/// order in which they were given. Reuse it for many records.
package struct RecordSplice: Sendable {
  private var edits: [Edit] = []
  /// The new bytes of all edits.
  private var arena: [UInt8] = []

  private struct Edit {
    let range: Range<Int>
    let bytes: Range<Int>
  }

  package init() {}

  package var isEmpty: Bool { edits.isEmpty }

  /// Forgets all changes.
  package mutating func removeAll() {
    edits.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
  }

  /// Replaces a range by what `write` appends.
  ///
  /// An empty range inserts.
  package mutating func replace(_ range: Range<Int>, _ write: (inout [UInt8]) -> Void) {
    let start = arena.count
    write(&arena)
    edits.append(Edit(range: range, bytes: start..<arena.count))
  }

  package mutating func replace(_ range: Range<Int>, with bytes: Span<UInt8>) {
    let start = arena.count
    arena.append(copying: bytes)
    edits.append(Edit(range: range, bytes: start..<arena.count))
  }

  /// Adds members at the end of an object inside the record.
  ///
  /// - Parameters:
  ///   - members: what is added.
  ///   - object: a value of kind `.object`; add to it once only.
  ///   - record: the text in which the object stands.
  package mutating func add(
    _ members: JSONMembers, to object: JSONValue, of record: Span<UInt8>
  ) {
    guard !members.isEmpty else { return }
    let place = JSONObjectEnd(of: record.extracting(object.range))
    let offset = object.range.lowerBound + place.offset
    replace(offset..<offset) { bytes in
      if !place.isEmptyObject { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: members.bytes)
    }
  }

  /// Appends the changed record.
  ///
  /// - Complexity: O(n + e log e) for e changes.
  package mutating func apply(to record: Span<UInt8>, appendingTo output: inout [UInt8]) {
    // Swift's sort is stable, which keeps insertions at one place in order.
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var done = 0
    for edit in edits {
      precondition(edit.range.lowerBound >= done, "The changes of a record must not overlap.")
      output.append(copying: record.extracting(done..<edit.range.lowerBound))
      output.append(copying: arena.span.extracting(edit.bytes))
      done = edit.range.upperBound
    }
    output.append(copying: record.extracting(done..<record.count))
  }
}
