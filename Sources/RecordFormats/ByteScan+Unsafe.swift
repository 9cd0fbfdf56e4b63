// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// The C library's vectorized byte search over spans.
enum ByteScan {
  /// The index of the first `byte` at or after `start`, or `bytes.count` when there is none.
  static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    let count = bytes.count
    guard start < count else { return count }
    // Safe: `start < count`, so the searched range `start..<count` lies inside the span.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), count - start)
      else { return count }
      return unsafe found - UnsafeMutableRawPointer(mutating: base)
    }
  }
}

extension ByteScan {
  /// How often `byte` stands in `range`.
  static func count(of byte: UInt8, in bytes: Span<UInt8>, range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] == byte { count += 1 }
    return count
  }
}

extension [UInt8] {
  /// Appends the bytes of a span in one copy.
  package mutating func append(copying bytes: Span<UInt8>) {
    // Safe: the buffer is read only while the span is alive.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe append(contentsOf: buffer)
    }
  }
}
