// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import TextBytes

/// One pass over UTF-8 that replaces each scalar by its table entry.
///
/// The loop over the plain characters is C (`nsk_walk_run`): sixteen ASCII bytes in one step, or 32
/// bytes of any mixture where the processor has AVX2; any other character one lookup and one store.
/// It stops at what needs a closer look, which goes one scalar at a time (`step`). Only where a mark may compose
/// with what stands before it, or stands out of order, is the neighbourhood normalized as a whole
/// (`MappingWalk+Marks`), so text in NFD costs more and gives the same bytes.
///
/// Safety: the kernel may read 16 bytes past its limit, so the last 16 bytes of the input are
/// walked in a padded copy; every store goes into room that `appendUninitialized` made,
/// `roomPerByte` bytes for each byte of the window.
struct MappingWalk<Recorder: OffsetRecorder>: ~Copyable, ~Escapable {
  let table: ScalarTable
  let ascii: ASCIIRule
  let kernel: MappingKernel
  let input: Span<UInt8>
  let outputStart: Int
  var turkic: TurkicCasing?
  var recorder: Recorder
  private(set) var invalidCount = 0
  // Nothing before this input position may be taken back: it was normalized as a whole already.
  var segmentFloor = 0
  var index = 0
  // Positions and the last entry, for the kernel; `syllableEnd` is a position of the output.
  private var syllableEnd = -1
  var lastEntry: UInt64 = 0
  private var segments: [nsk_segment] = []

  @_lifetime(copy input)
  init(
    table: ScalarTable, ascii: ASCIIRule, kernel: MappingKernel = .fastest, input: Span<UInt8>,
    turkic: TurkicCasing?, recorder: Recorder, outputStart: Int
  ) {
    self.table = table
    self.ascii = ascii
    self.kernel = kernel
    self.input = input
    self.turkic = turkic
    self.recorder = recorder
    self.outputStart = outputStart
    if Recorder.isRecording {
      segments = Array(
        repeating: nsk_segment(), count: min(Self.window, input.count + Self.padding) + 1)
    }
  }

  /// Walks the whole input.
  mutating func run(into output: inout ByteBuffer) {
    while index < input.count {
      takePlain(into: &output)
      if index < input.count, stoppedShort { step(into: &output) }
    }
    if ascii == .keys { trimTrailingSpace(of: &output) }
  }

  // MARK: - Plain characters

  /// Bytes of input taken between two checks of the output's room.
  private static var window: Int { Recorder.isRecording ? 1024 : 8192 }
  /// An inline entry writes at most 7 bytes and a space for 2.
  private static var roomPerByte: Int { 4 }
  /// Bytes that the kernel may read past its limit.
  private static var padding: Int { 16 }

  // Whether the kernel came upon something that it leaves to us.
  private var stoppedShort = false

  /// Takes plain characters until one needs a closer look or the window ends.
  private mutating func takePlain(into output: inout ByteBuffer) {
    let start = index
    let limit = min(input.count - Self.padding, start + Self.window)
    let input = self.input
    if start < limit {
      unsafe input.withUnsafeBufferPointer { source in
        guard let bytes = source.baseAddress else { return }
        unsafe runKernel(bytes, from: start, to: limit, base: 0, into: &output)
      }
      return
    }
    var tail: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    let rest = input.extracting(start..<input.count)
    unsafe withUnsafeMutableBytes(of: &tail) { copy in
      unsafe rest.withUnsafeBytes { unsafe copy.copyMemory(from: $0) }
      guard let base = copy.baseAddress else { return }
      let bytes = unsafe UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
      unsafe runKernel(bytes, from: 0, to: rest.count, base: start, into: &output)
    }
  }

  /// Runs the kernel over bytes that stand for the input from `base` on.
  private mutating func runKernel(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int, base: Int,
    into output: inout ByteBuffer
  ) {
    var walk = nsk_walk()
    walk.position = start
    walk.syllable_end = syllableEnd - output.count
    walk.last_entry = lastEntry
    walk.after_space = atSpace(output)
    let outputBase = output.count
    let capacity = Self.roomPerByte * (limit - start) + 64
    let (mapping, rule, choice) = unsafe (table.mapping, ascii.kernelRule, kernel.choice)
    // Out of `self` while the kernel writes into it.
    var segments: [nsk_segment] = []
    swap(&segments, &self.segments)
    unsafe output.appendUninitialized(capacity: capacity) { target in
      if Recorder.isRecording {
        unsafe segments.withUnsafeMutableBufferPointer { buffer in
          unsafe nsk_walk_run(
            choice, mapping, rule, bytes, limit, target, capacity, buffer.baseAddress, &walk)
        }
      } else {
        unsafe nsk_walk_run(
          choice, mapping, rule, bytes, limit, target, capacity, nil, &walk)
      }
      return walk.written
    }
    if Recorder.isRecording {
      for number in 0..<Int(walk.segment_count) {
        let segment = segments[number]
        let output = outputBase + Int(segment.output)
        let input = base + start + Int(segment.input)
        recorder.record(
          output: output..<output + Int(segment.output_count),
          input: input..<input + Int(segment.input_count), isDirect: segment.is_direct != 0)
      }
    }
    swap(&segments, &self.segments)
    syllableEnd = walk.syllable_end < -outputBase ? -1 : walk.syllable_end + outputBase
    lastEntry = walk.last_entry
    stoppedShort = walk.position < limit
    index = base + walk.position
  }

  /// Whether what begins with `lead` is a space that runs together with others.
  func isSpace(_ entry: UInt64, _ lead: UInt8) -> Bool {
    ascii == .keys && (lead <= 0x20 || entry & MappingFlags.space != 0)
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
    let previous = lastEntry
    lastEntry = 0
    if !decoded.isValid {
      invalidCount += 1
      emit([0xEF, 0xBF, 0xBD], for: start..<index, into: &output)
      return
    }
    let entry = table[decoded.value]
    let replacesVowel =
      MappingFlags.replacesVowel(entry, behind: previous) && output.count > outputStart
    if !replacesVowel, entry & MappingFlags.context != 0,
      needsSegment(entry, decoded.value, at: start)
    {
      normalizeSegment(around: start, into: &output)
      return
    }
    if decoded.value == 0x49, isTurkic(at: start) {
      emit([0xC4, 0xB1], for: start..<index, into: &output)
      return
    }
    if replacesVowel {
      output.truncate(to: output.count - 1)
      recorder.rewind(output: output.count, input: start)
    }
    emit(entry, for: start..<index, into: &output)
  }

  /// Whether the capital I at a position is the dotless one.
  mutating func isTurkic(at position: Int) -> Bool {
    turkic?.isTurkic(at: position, in: input) ?? false
  }

  private mutating func emit(
    _ bytes: InlineArray<3, UInt8>, for source: Range<Int>, into output: inout ByteBuffer
  ) {
    let before = output.count
    output.append(bytes.span)
    recorder.record(output: before..<output.count, input: source, isDirect: false)
  }

  private mutating func emit(
    _ bytes: InlineArray<2, UInt8>, for source: Range<Int>, into output: inout ByteBuffer
  ) {
    let before = output.count
    output.append(bytes.span)
    recorder.record(output: before..<output.count, input: source, isDirect: false)
  }

  private mutating func emit(
    _ entry: UInt64, for source: Range<Int>, into output: inout ByteBuffer
  ) {
    if isSpace(entry, input[source.lowerBound]), atSpace(output) { return }
    let before = output.count
    let isSyllable = entry & MappingFlags.syllable != 0
    if isSyllable, syllableEnd == before { output.append(0x20) }
    table.append(entry, source: input.extracting(source), to: &output)
    if isSyllable { syllableEnd = output.count }
    let isDirect =
      output.count - before == source.count
      && input.extracting(source).scalar(at: 0).length == output.span.scalar(at: before).length
    recorder.record(output: before..<output.count, input: source, isDirect: isDirect)
  }
}
