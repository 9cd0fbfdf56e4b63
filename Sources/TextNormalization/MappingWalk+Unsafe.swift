// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// One pass over UTF-8 that replaces each scalar by its table entry.
///
/// Eight ASCII bytes go in one step; any other character is one table lookup and one 8-byte store.
/// Only where a mark may compose with what stands before it, or stands out of order, is the
/// neighbourhood put through ICU (`normalizeSegment`), so text in NFD costs more and gives the
/// same bytes.
///
/// Output is at most `longestEntry` bytes a scalar.
///
/// Safety: eight-byte loads stay inside the span (`available` is a multiple of 8 that fits); every
/// store goes through `appendUninitialized`, which makes the room that is stored into.
struct MappingWalk<Recorder: OffsetRecorder>: ~Copyable, ~Escapable {
  let table: ScalarTable
  let ascii: ASCIIRule
  let input: Span<UInt8>
  var turkic: TurkicCasing?
  var recorder: Recorder
  var invalidCount = 0

  private var index = 0
  private let outputStart: Int
  // Nothing before this input position may be taken back: it was put through ICU already.
  private var segmentFloor = 0
  private var syllableEnd = -1

  @_lifetime(copy input)
  init(
    table: ScalarTable, ascii: ASCIIRule, input: Span<UInt8>,
    turkic: TurkicCasing?, recorder: Recorder, outputStart: Int
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
      if ascii.isEnabled, runASCII(into: &output) { continue }
      step(into: &output)
    }
    if ascii.collapsesSpaces { trimTrailingSpace(of: &output) }
  }

  // MARK: - ASCII

  /// Takes whole words of eight plain ASCII bytes; returns whether it took any.
  private mutating func runASCII(into output: inout ByteBuffer) -> Bool {
    let start = index
    let outStart = output.count
    var afterSpace = atSpace(output)
    let rule = ascii
    let available = (input.count - start) & ~7
    guard available > 0 else { return false }
    let text = unsafe input.bytes
    var taken = 0
    unsafe output.appendUninitialized(capacity: available) { target in
      let raw = UnsafeMutableRawPointer(target)
      while taken < available {
        let word = unsafe text.unsafeLoadUnaligned(
          fromByteOffset: start + taken, as: UInt64.self)
        guard let mapped = rule.map(word, afterSpace: &afterSpace) else { break }
        unsafe raw.storeBytes(of: mapped, toByteOffset: taken, as: UInt64.self)
        taken += 8
      }
      return taken
    }
    guard taken > 0 else { return false }
    index = start + taken
    recorder.record(
      output: outStart..<outStart + taken, input: start..<start + taken, isDirect: true)
    return true
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
    if entry & MappingFlags.context != 0,
      needsSegment(entry, decoded.value, at: start)
    {
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
    if entry & MappingFlags.syllable != 0 {
      let before = output.count
      if syllableEnd == before { output.append(0x20) }
      copy(entry, from: source, outputStart: before, into: &output)
      syllableEnd = output.count
      return
    }
    copy(entry, from: source, outputStart: output.count, into: &output)
  }

  private mutating func copy(
    _ entry: UInt64, from source: Range<Int>, outputStart before: Int,
    into output: inout ByteBuffer
  ) {
    let length = Int(truncatingIfNeeded: entry & 15)
    switch length {
    case 0...7:
      unsafe output.appendUninitialized(capacity: 8) { target in
        unsafe UnsafeMutableRawPointer(target)
          .storeBytes(of: entry >> 8, as: UInt64.self)
        return length
      }
    case MappingFlags.identity:
      output.append(input.extracting(source))
    default: unsafe output.append(Span(_unsafeElements: table.overflowBytes(entry)))
    }
    // One scalar into one scalar of the same length: the only single-scalar outputs that are
    // as long as their source are identities and inline entries that begin with its lead kind.
    let isDirect =
      output.count - before == source.count
      && (length == MappingFlags.identity || length == source.count
        && Self.sequenceLength(UInt8(truncatingIfNeeded: entry >> 8)) == length)
    recorder.record(output: before..<output.count, input: source, isDirect: isDirect)
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
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
  static let composes: UInt64 = 1 << 4
  static let context: UInt64 = 3 << 4
  static let space: UInt64 = 1 << 6
  static let syllable: UInt64 = 1 << 7
}
