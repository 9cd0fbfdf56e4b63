// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Where each part of a normalized text comes from.
///
/// Segments lie in order, without gaps in the output, in UTF-8 bytes of both texts. A *direct*
/// segment is a run of scalars each of which gave one scalar of the same length, so positions
/// inside it correspond one to one; in any other segment only the ends do.
public struct OffsetMap: Sendable, Equatable {
  /// A stretch of output and the input it came from, in UTF-8 bytes.
  public struct Segment: Sendable, Equatable {
    /// Bytes of the normalized text.
    public var output: Range<Int>
    /// Bytes of the original text.
    public var input: Range<Int>
    /// Whether positions inside correspond one to one.
    public var isDirect: Bool
  }

  /// The segments in order of output.
  public private(set) var segments: [Segment] = []

  /// Creates an empty map.
  public init() {}

  /// Empties the map and keeps its memory.
  public mutating func removeAll() { segments.removeAll(keepingCapacity: true) }

  /// Input range that an output range came from: the smallest that covers it.
  ///
  /// - Parameter range: A range of output bytes at scalar boundaries.
  /// - Returns: The range of input bytes.
  /// - Complexity: O(log *s*) in the number of segments.
  public func input(of range: Range<Int>) -> Range<Int> {
    guard let last = segments.last else { return 0..<0 }
    if range.lowerBound >= last.output.upperBound {
      return last.input.upperBound..<last.input.upperBound
    }
    let first = segments[index(of: range.lowerBound)]
    var start = first.input.lowerBound
    if first.isDirect { start += range.lowerBound - first.output.lowerBound }
    guard !range.isEmpty else { return start..<start }
    let final = segments[index(of: range.upperBound - 1)]
    var end = final.input.upperBound
    if final.isDirect { end -= final.output.upperBound - range.upperBound }
    return start..<max(start, end)
  }

  /// Index of the segment that holds an output byte.
  private func index(of position: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].output.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What the mapping walk tells about positions; a type of its own so that the walk without
/// offsets costs nothing for them.
protocol OffsetRecorder {
  /// Whether anything is kept.
  static var isRecording: Bool { get }
  mutating func record(output: Range<Int>, input: Range<Int>, isDirect: Bool)
  /// Takes back what was recorded from these positions on.
  mutating func rewind(output: Int, input: Int)
}

/// Records nothing.
struct NoOffsets: OffsetRecorder {
  static var isRecording: Bool { false }
  @inline(__always)  // Vanishes in the specialized walk.
  mutating func record(output: Range<Int>, input: Range<Int>, isDirect: Bool) {}
  @inline(__always)  // As above.
  mutating func rewind(output: Int, input: Int) {}
}

extension OffsetMap: OffsetRecorder {
  static var isRecording: Bool { true }

  mutating func record(output: Range<Int>, input: Range<Int>, isDirect: Bool) {
    // Deleted input widens nothing: it lies between two segments.
    if output.isEmpty { return }
    if isDirect, let last = segments.last, last.isDirect,
      last.output.upperBound == output.lowerBound, last.input.upperBound == input.lowerBound
    {
      segments[segments.count - 1].output = last.output.lowerBound..<output.upperBound
      segments[segments.count - 1].input = last.input.lowerBound..<input.upperBound
    } else {
      segments.append(Segment(output: output, input: input, isDirect: isDirect))
    }
  }

  mutating func rewind(output: Int, input: Int) {
    while let last = segments.last, last.output.upperBound > output {
      segments.removeLast()
      if last.output.lowerBound < output {
        // What remains of a direct segment corresponds one to one still.
        let count = output - last.output.lowerBound
        let end = last.isDirect ? last.input.lowerBound + count : input
        segments.append(
          Segment(
            output: last.output.lowerBound..<output, input: last.input.lowerBound..<end,
            isDirect: last.isDirect))
      }
    }
  }
}
