// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file's bytes, mapped into memory for reading.
///
/// Safety: the mapping lasts as long as the value; columns of it are used only by those who keep
/// it. A file that another program cuts short while it is mapped ends this one (SIGBUS): indexes
/// are replaced by renaming, never written in place.
@safe
final class MappedFile: @unchecked Sendable {
  // Sendable: constant memory.
  private let start: UnsafeRawPointer
  let count: Int

  init(_ path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, "open") }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw Self.failure(path, "read") }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else {
      throw IndexError(
        .notAnIndex, path, "this is no index", advice: "make one with namesake index")
    }
    count = Int(info.st_size)
    guard let mapped = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe mapped != MAP_FAILED
    else { throw Self.failure(path, "read") }
    unsafe start = UnsafeRawPointer(mapped)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: start), count) }

  private static func failure(_ path: String, _ action: String) -> IndexError {
    let reason = unsafe String(cString: strerror(errno))
    return IndexError(.cannotRead, path, "cannot \(action): \(reason)", advice: "check the path")
  }

  /// Numbers that lie in the file.
  func column<Element: BitwiseCopyable>(
    _ range: Range<Int>, of type: Element.Type
  ) -> Column<Element> {
    precondition(
      range.upperBound <= count && range.lowerBound % MemoryLayout<Element>.alignment == 0,
      "A column lies within the file.")
    return unsafe Column(
      start: (start + range.lowerBound).assumingMemoryBound(to: Element.self),
      count: range.count / MemoryLayout<Element>.stride)
  }

  /// A sum that changes when any byte of a range does.
  func checksum(_ range: Range<Int>) -> UInt64 {
    unsafe Checksum.of(
      UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }
}

/// Numbers in a mapped file; every access is checked against the length.
///
/// Safety: whoever keeps a column keeps the file.
@safe
struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
  // Sendable: constant memory.
  private let start: UnsafePointer<Element>
  let count: Int

  @unsafe
  init(start: UnsafePointer<Element>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  subscript(place: Int) -> Element {
    precondition(place >= 0 && place < count, "The index is damaged.")
    return unsafe start[place]
  }

  /// Elements as an array.
  func array(_ range: Range<Int>) -> [Element] {
    unsafe Array(pointer(range))
  }

  /// Elements in place.
  @unsafe
  func pointer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "The index is damaged.")
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }
}

extension Column where Element == UInt32 {
  /// The stretch between two neighbouring ends.
  func range(_ place: Int) -> Range<Int> {
    let first = Int(self[place])
    let last = Int(self[place + 1])
    precondition(first <= last, "The index is damaged.")
    return first..<last
  }
}

/// Four sums side by side, as fast as memory.
///
/// It guards against accidents, not against malice. The step is that of xxHash64 (Yann Collet).
enum Checksum {
  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  @unsafe
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var place = 0
    while place + 32 <= bytes.count {
      let words = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
      for lane in 0..<4 { lanes[lane] = step(lanes[lane], words[lane]) }
      place += 32
    }
    var sum = UInt64(bytes.count)
    for lane in 0..<4 { sum = step(sum, lanes[lane]) }
    while place < bytes.count {
      sum = step(sum, UInt64(unsafe bytes[place]))
      place += 1
    }
    return sum ^ sum >> 29
  }

  private static func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = sum &+ word &* second
    return (mixed << 31 | mixed >> 33) &* first
  }
}
