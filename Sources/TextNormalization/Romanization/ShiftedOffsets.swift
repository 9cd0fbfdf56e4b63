// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Tells a recorder the positions of a part of the input as those of the whole.
struct ShiftedOffsets<Recorder: OffsetRecorder>: OffsetRecorder {
  private(set) var recorder: Recorder
  private let shift: Int

  init(_ recorder: Recorder, by shift: Int) {
    self.recorder = recorder
    self.shift = shift
  }

  static var isRecording: Bool { Recorder.isRecording }

  @inline(__always)  // Vanishes where nothing is recorded.
  mutating func record(output: Range<Int>, input: Range<Int>, isDirect: Bool) {
    recorder.record(
      output: output, input: input.lowerBound + shift..<input.upperBound + shift,
      isDirect: isDirect)
  }

  @inline(__always)  // As above.
  mutating func rewind(output: Int, input: Int) {
    recorder.rewind(output: output, input: input + shift)
  }
}
