// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A growable run of bytes that a caller keeps and hands to one call after another.
///
/// Unlike `[UInt8]` it never clears memory that is about to be overwritten and never checks for
/// sharing, which is what a writer that produces gigabytes a second would otherwise spend its
/// time on.
///
/// Safety: `base` points to `capacity` bytes that this value alone owns; `count <= capacity`; only
/// the first `count` bytes are readable, and they have been written.
@safe
public struct ByteBuffer: ~Copyable, @unchecked Sendable {
  // Sendable: the memory has one owner, the value, which cannot be copied.
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// Number of bytes written.
  public private(set) var count: Int

  /// Creates an empty buffer.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    unsafe base = .allocate(capacity: self.capacity)
    count = 0
  }

  deinit { unsafe base.deallocate() }

  /// The bytes written so far.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: UnsafePointer(base), count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Forgets the bytes and keeps the memory.
  public mutating func removeAll() { count = 0 }

  /// Keeps the first bytes and forgets the rest.
  ///
  /// - Parameter count: A number of bytes not greater than `count`.
  public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count, "a buffer is cut inside its bytes")
    self.count = count
  }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count += 1
  }

  /// Appends the bytes of a span.
  public mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).update(from: start, count: source.count)
    }
    count += bytes.count
  }

  /// Appends the bytes of an array.
  public mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

  /// Makes room for more bytes behind those written.
  ///
  /// - Complexity: O(1) amortized.
  public mutating func reserve(_ more: Int) {
    guard more > capacity - count else { return }
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }

  /// Lets a kernel write behind the bytes written so far.
  ///
  /// - Parameters:
  ///   - capacity: The room the kernel may count on, in bytes.
  ///   - body: Writes from the pointer on and returns how many bytes it wrote.
  @unsafe
  public mutating func appendUninitialized(
    capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    reserve(capacity)
    let written = unsafe body(base + count)
    precondition(written >= 0 && written <= capacity, "a kernel wrote past its room")
    count += written
  }

  /// The written bytes as a string; ill-formed UTF-8 comes out as U+FFFD.
  public func string() -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// The written bytes as an array.
  public func array() -> [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }

  /// Appends the bytes to an array.
  public func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }
}
