// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// One pass over UTF-8 that replaces each scalar by its table entry.
///
/// Eight ASCII bytes go in one step; any other character is one table lookup and one 8-byte store
/// (`takePlain`). What is out of the ordinary goes one scalar at a time (`step`). Only where a
/// mark may compose with what stands before it, or stands out of order, is the neighbourhood put
/// through ICU (`normalizeSegment`), so text in NFD costs more and gives the same bytes.
///
/// Safety: loads of eight bytes are made only where eight bytes are left, loads of a sequence's
/// trailing bytes only where the window still has four; every store goes into room that
/// `appendUninitialized` made, `roomPerByte` bytes for each byte of the window.
struct MappingWalk<Recorder: OffsetRecorder>: ~Copyable, ~Escapable {
  private let table: ScalarTable
  private let ascii: ASCIIRule
  private let input: Span<UInt8>
  private let outputStart: Int
  private var turkic: TurkicCasing?
  private(set) var recorder: Recorder
  private(set) var invalidCount = 0
  // Nothing before this input position may be taken back: it was put through ICU already.
  private var segmentFloor = 0
  private var syllableEnd = -1
  private var index = 0

  @_lifetime(copy input)
  init(
    table: ScalarTable, ascii: ASCIIRule, input: Span<UInt8>, turkic: TurkicCasing?,
    recorder: Recorder, outputStart: Int
  ) {
    self.table = table
    self.ascii = ascii
    self.input = input
    self.turkic = turkic
    self.recorder = recorder
    self.outputStart = outputStart
  }

  /// Walks the whole input.
  mutating func run(into output: inout ByteBuffer) {
    while index < input.count {
      takePlain(into: &output)
      if index < input.count { step(into: &output) }
    }
    if ascii.collapsesSpaces { trimTrailingSpace(of: &output) }
  }

  // MARK: - Plain characters

  /// Bytes of input taken between two checks of the output's room.
  private static var window: Int { 4096 }
  /// An inline entry writes at most 7 bytes for 2, and 8 are stored.
  private static var roomPerByte: Int { 4 }

  /// Takes plain characters until one needs a closer look or the window ends.
  private mutating func takePlain(into output: inout ByteBuffer) {
    let start = index
    let end = min(input.count, start + Self.window) - 7
    guard start < end else { return }
    let afterSpace = atSpace(output)
    let outputBase = output.count
    let (table, ascii) = (self.table, self.ascii)
    var position = start
    var recorder = self.recorder
    unsafe input.withUnsafeBytes { source in
      guard let bytes = source.baseAddress else { return }
      unsafe output.appendUninitialized(capacity: Self.window * Self.roomPerByte + 16) { target in
        var taken = (input: start, output: 0)
        unsafe Self.takePlain(
          bytes, end: end, target: UnsafeMutableRawPointer(target), outputBase: outputBase,
          table: table, ascii: ascii, afterSpace: afterSpace, taken: &taken, recorder: &recorder)
        position = taken.input
        return taken.output
      }
    }
    self.recorder = recorder
    index = position
  }

  /// The loop itself: all its state is in locals, which is what keeps it in registers.
  private static func takePlain(
    _ bytes: UnsafeRawPointer, end: Int, target: UnsafeMutableRawPointer, outputBase: Int,
    table: ScalarTable, ascii: ASCIIRule, afterSpace: Bool,
    taken: inout (input: Int, output: Int), recorder: inout Recorder
  ) {
    var afterSpace = afterSpace
    var position = taken.input
    var written = taken.output
    defer { taken = (position, written) }
    while position < end {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let plain = ascii.stops(word, afterSpace: afterSpace).trailingZeroBitCount >> 3
      if plain > 0 {
        unsafe target.storeBytes(of: ascii.mapped(word), toByteOffset: written, as: UInt64.self)
        recorder.record(
          output: outputBase + written..<outputBase + written + plain,
          input: position..<position + plain, isDirect: true)
        if ascii.collapsesSpaces {
          afterSpace = ASCIIRule.spaces(word) >> UInt64(plain * 8 - 1) & 1 != 0
        }
        position += plain
        written += plain
        // The word may reach past the window's end, where no full sequence is sure.
        if plain == 8 || position >= end { continue }
      }
      let lead = unsafe bytes.load(fromByteOffset: position, as: UInt8.self)
      let second = unsafe bytes.load(fromByteOffset: position + 1, as: UInt8.self)
      let length: Int
      let entry: UInt64
      switch lead {
      case 0xC2...0xDF:
        guard second & 0xC0 == 0x80 else { return }
        length = 2
        entry = table.entry(group: Int(lead & 0x1F), low: second & 0x3F)
      case 0xE1...0xEC, 0xEE, 0xEF:
        let third = unsafe bytes.load(fromByteOffset: position + 2, as: UInt8.self)
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return }
        length = 3
        entry = table.entry(group: Int(lead & 0x0F) << 6 | Int(second & 0x3F), low: third & 0x3F)
      default: return
      }
      let kind = entry & 0xFF
      let count: Int
      if kind <= 7 {
        unsafe target.storeBytes(of: entry >> 8, toByteOffset: written, as: UInt64.self)
        count = Int(truncatingIfNeeded: kind)
      } else if kind == MappingFlags.identityEntry {
        let sequence = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        unsafe target.storeBytes(of: sequence, toByteOffset: written, as: UInt32.self)
        count = length
      } else {
        return
      }
      recorder.record(
        output: outputBase + written..<outputBase + written + count,
        input: position..<position + length,
        isDirect: kind == MappingFlags.identityEntry || isDirect(entry, length, count))
      if count > 0 { afterSpace = false }
      position += length
      written += count
    }
  }

  /// Whether an inline entry is one scalar as long as its source.
  @inline(__always)  // Vanishes where no offsets are recorded.
  private static func isDirect(_ entry: UInt64, _ length: Int, _ count: Int) -> Bool {
    let lead = UInt8(truncatingIfNeeded: entry >> 8)
    return count == length && (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4) == count
  }

  private func atSpace(_ output: borrowing ByteBuffer) -> Bool {
    output.count == outputStart || output.span[output.count - 1] == 0x20
  }

  private mutating func trimTrailingSpace(of output: inout ByteBuffer) {
    guard output.count > outputStart, output.span[output.count - 1] == 0x20 else { return }
    output.truncate(to: output.count - 1)
    recorder.rewind(output: output.count, input: input.count)
  }

  // MARK: - One scalar

  private mutating func step(into output: inout ByteBuffer) {
    let start = index
    let decoded = input.scalar(at: start)
    index = start + decoded.length
    if !decoded.isValid {
      invalidCount += 1
      emit([0xEF, 0xBF, 0xBD], for: start..<index, into: &output)
      return
    }
    let entry = table[decoded.value]
    if entry & MappingFlags.context != 0, needsSegment(entry, decoded.value, at: start) {
      normalizeSegment(around: start, into: &output)
      return
    }
    if turkic != nil, decoded.value == 0x49, turkic?.isTurkic(at: start, in: input) == true {
      emit([0xC4, 0xB1], for: start..<index, into: &output)
      return
    }
    emit(entry, for: start..<index, into: &output)
  }

  private mutating func emit(
    _ bytes: [UInt8], for source: Range<Int>, into output: inout ByteBuffer
  ) {
    let before = output.count
    output.append(bytes)
    recorder.record(output: before..<output.count, input: source, isDirect: false)
  }

  private mutating func emit(
    _ entry: UInt64, for source: Range<Int>, into output: inout ByteBuffer
  ) {
    if entry & MappingFlags.space != 0, ascii.collapsesSpaces, atSpace(output) { return }
    let before = output.count
    let isSyllable = entry & MappingFlags.syllable != 0
    if isSyllable, syllableEnd == before { output.append(0x20) }
    let length = Int(truncatingIfNeeded: entry & 15)
    switch length {
    case 0...7:
      for offset in 0..<length {
        output.append(UInt8(truncatingIfNeeded: entry >> UInt64(8 + 8 * offset)))
      }
    case MappingFlags.identity: output.append(input.extracting(source))
    default: unsafe output.append(Span(_unsafeElements: table.overflowBytes(entry)))
    }
    if isSyllable { syllableEnd = output.count }
    let isDirect =
      output.count - before == source.count
      && (length == MappingFlags.identity || Self.isDirect(entry, source.count, length))
    recorder.record(output: before..<output.count, input: source, isDirect: isDirect)
  }

  // MARK: - Marks in context

  /// Whether a flagged scalar really interacts with what stands before it.
  private func needsSegment(_ entry: UInt64, _ value: UInt32, at start: Int) -> Bool {
    guard start > segmentFloor else { return false }
    let isDeleted = entry & 15 == 0
    // A mark that is deleted anyway changes nothing on an ASCII letter.
    if isDeleted, input[start - 1] < 0x80 { return false }
    if entry & MappingFlags.composes != 0 { return true }
    let previous = input.scalar(at: input.scalarStart(before: start)).value
    return CharacterProperties(previous).combiningClass > CharacterProperties(value).combiningClass
  }

  /// Longest stretch that is put through ICU at once, in scalars: twice the Stream-Safe Text
  /// Format's limit (UAX #15), so that a run of a million marks stays linear.
  private static var segmentLimit: Int { 64 }

  /// Normalizes the stretch of marks around a position together with its base.
  private mutating func normalizeSegment(around position: Int, into output: inout ByteBuffer) {
    var start = position
    var taken = 0
    var plainLength = 0
    var scalarCount = 0
    while start > segmentFloor, scalarCount < Self.segmentLimit {
      let previous = input.scalarStart(before: start)
      let decoded = input.scalar(at: previous)
      let entry = table[decoded.value]
      guard decoded.isValid, entry & MappingFlags.space == 0 else { break }
      start = previous
      scalarCount += 1
      plainLength += outputLength(entry, sourceLength: decoded.length)
      if !attaches(decoded.value, entry) { break }
    }
    var end = index
    while end < input.count, scalarCount < Self.segmentLimit {
      let decoded = input.scalar(at: end)
      guard decoded.isValid, attaches(decoded.value, table[decoded.value]) else { break }
      end += decoded.length
      scalarCount += 1
    }
    taken = output.count - plainLength
    output.truncate(to: taken)
    recorder.rewind(output: taken, input: start)
    var bytes = input.extracting(start..<end).array
    for _ in 0..<4 {
      let mapped = mapAll(ICU.normalize(.nfc, bytes))
      if mapped == bytes { break }
      bytes = mapped
    }
    output.append(bytes)
    recorder.record(output: taken..<output.count, input: start..<end, isDirect: false)
    index = end
    segmentFloor = end
  }

  /// Whether a scalar belongs to the one before it: marks, and what the table deletes.
  private func attaches(_ value: UInt32, _ entry: UInt64) -> Bool {
    entry & MappingFlags.context != 0 || entry & 15 == 0
      || CharacterProperties(value).combiningClass != 0
  }

  private func outputLength(_ entry: UInt64, sourceLength: Int) -> Int {
    switch Int(entry & 15) {
    case MappingFlags.identity: sourceLength
    case 15: Int(entry >> 40 & 0xFFFF)
    default: Int(entry & 15)
    }
  }

  /// Maps every scalar of a short stretch, without context.
  private func mapAll(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let decoded = bytes.span.scalar(at: position)
      let entry = table[decoded.value]
      switch Int(entry & 15) {
      case MappingFlags.identity: result += bytes[position..<position + decoded.length]
      case 15: unsafe result.append(contentsOf: table.overflowBytes(entry))
      case let length:
        for offset in 0..<length {
          result.append(UInt8(truncatingIfNeeded: entry >> UInt64(8 + 8 * offset)))
        }
      }
      position += decoded.length
    }
    return result
  }
}

/// Bits of a mapping entry; `TableForge` writes them (`MappingEntry`).
enum MappingFlags {
  static let identity = 14
  static let identityEntry: UInt64 = 14
  static let composes: UInt64 = 1 << 4
  static let context: UInt64 = 3 << 4
  static let space: UInt64 = 1 << 6
  static let syllable: UInt64 = 1 << 7
}
