// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

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

  /// Whether there is a file of that name.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

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

/// A sum of bytes that changes when any of them does.
enum Checksum {
  @unsafe
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = bytes.baseAddress else { return unsafe nsk_checksum([], 0) }
    return unsafe nsk_checksum(start.assumingMemoryBound(to: UInt8.self), bytes.count)
  }
}
