// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Marks that interact with what stands before them.
extension MappingWalk {
  /// Whether a flagged scalar really interacts with what stands before it.
  func needsSegment(_ entry: UInt64, _ value: UInt32, at start: Int) -> Bool {
    guard start > segmentFloor else { return false }
    // A mark that is deleted anyway changes nothing on an ASCII letter.
    if entry & 15 == 0, input[start - 1] < 0x80 { return false }
    if entry & MappingFlags.composes != 0 { return true }
    let own = CharacterProperties(value).combiningClass
    var position = start
    while position > segmentFloor {
      guard let (start, decoded) = scalar(before: position) else { return false }
      position = start
      let previous = table[decoded.value]
      if CharacterProperties(decoded.value).combiningClass > own { return true }
      // What was deleted does not part a mark from what stands before.
      if previous & 15 != 0 {
        return table.trailingClass(previous, of: decoded.value) > own
      }
    }
    return false
  }

  /// Normalizes the stretch of marks around a position together with its base.
  mutating func normalizeSegment(around position: Int, into output: inout ByteBuffer) {
    var start = position
    while start > segmentFloor {
      guard let (previous, decoded) = scalar(before: start) else { break }
      let entry = table[decoded.value]
      guard !isSpace(entry, input[previous]) else { break }
      start = previous
      if !attaches(decoded.value, entry) { break }
    }
    let hasDotlessI = start < position && input[start] == 0x49 && isTurkic(at: start)
    let plainLength = plainLength(from: start, to: position) + (hasDotlessI ? 1 : 0)
    var end = index
    while end < input.count {
      let decoded = input.scalar(at: end)
      guard decoded.isValid, attaches(decoded.value, table[decoded.value]) else { break }
      end += decoded.length
    }
    let taken = max(outputStart, output.count - plainLength)
    output.truncate(to: taken)
    recorder.rewind(output: taken, input: start)
    let stretch = input.extracting(start..<end).array
    output.append(
      MarkedStretch(table: table, hasDotlessI: hasDotlessI, losesDotOverI: turkic != nil)
        .normalized(stretch))
    recorder.record(output: taken..<output.count, input: start..<end, isDirect: false)
    index = end
    segmentFloor = end
  }

  /// Number of bytes written for a base and its marks, each by its own entry.
  private func plainLength(from start: Int, to end: Int) -> Int {
    var length = 0
    var last: UInt64 = 0
    var position = start
    while position < end {
      let decoded = input.scalar(at: position)
      let entry = table[decoded.value]
      if MappingFlags.takesVowel(entry, behind: last) { length -= 1 }
      length += table.outputLength(entry, sourceLength: decoded.length)
      last = MappingFlags.last(entry, behind: last)
      position += decoded.length
    }
    return length
  }

  /// The scalar that ends at a position, nil where the bytes before it are ill-formed.
  private func scalar(before position: Int) -> (start: Int, decoded: DecodedScalar)? {
    let start = input.scalarStart(before: position)
    let decoded = input.scalar(at: start)
    return decoded.isValid && start + decoded.length == position ? (start, decoded) : nil
  }

  /// Whether a scalar belongs to the one before it: marks, and what the table deletes.
  private func attaches(_ value: UInt32, _ entry: UInt64) -> Bool {
    entry & MappingFlags.context != 0 || entry & 15 == 0
      || CharacterProperties(value).combiningClass != 0
  }
}
