// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CSystemZlib

/// Unpacks gzip with zlib, member after member. See https://zlib.net/manual.html
@safe
final class GzipUnpacker {
  /// Invariant: allocated and initialized by `init`, set up by `inflateInit2`, freed by `deinit`.
  ///
  /// zlib keeps a pointer back to this structure, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// True at the start of each member and after the last one.
  private(set) var isBetweenMembers = true
  /// Whether a whole member was seen; only then zero bytes may follow, as tapes leave them.
  private var isPastFirstMember = false

  /// Fails when zlib has no memory.
  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 is the largest window, 16 asks for the gzip header. `inflateInit2` is a macro, which Swift
    // does not see; this is what it stands for.
    let status = unsafe inflateInit2_(
      stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { return nil }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func unpack(
    _ input: Span<UInt8>, position: inout Int, limit: Int, appendingTo output: inout [UInt8]
  ) -> UnpackingStep {
    var missing = limit
    while true {
      if isBetweenMembers, isPastFirstMember {
        while position < input.count, input[position] == 0 { position += 1 }
        if position < input.count, input[position] != 0x1F {
          return .damaged("there are other bytes after the end of the compressed data")
        }
      }
      if position == input.count { return .needsInput }
      if missing == 0 { return .isFull }
      let before = output.count
      let status = inflateStep(input, &position, limit: missing, &output)
      missing -= output.count - before
      switch status {
      case Z_OK, Z_BUF_ERROR: isBetweenMembers = false
      case Z_STREAM_END:
        isBetweenMembers = true
        isPastFirstMember = true
        unsafe inflateReset(stream)
      case Z_MEM_ERROR: return .damaged("there is no memory for unpacking")
      default:
        let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
        return .damaged("the compressed data is corrupt (\(reason ?? "zlib error \(status)"))")
      }
    }
  }

  private func inflateStep(
    _ input: Span<UInt8>, _ position: inout Int, limit: Int, _ output: inout [UInt8]
  ) -> Int32 {
    var status = Z_OK
    let start = position
    var used = 0
    // Safe: zlib reads at most `avail_in` bytes after `next_in` and writes at most `avail_out` after
    // `next_out`; both lie in buffers that live until the closures end, and the pointers are not
    // used afterwards. Only the bytes zlib wrote are declared initialized.
    unsafe input.withUnsafeBufferPointer { packed in
      output.append(addingCapacity: limit) { room in
        unsafe room.withUnsafeMutableBufferPointer { free, initialized in
          let available = Swift.min(packed.count - start, Int(UInt32.max))
          unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: packed.baseAddress.map { unsafe $0 + start })
          unsafe stream.pointee.avail_in = UInt32(available)
          unsafe stream.pointee.next_out = free.baseAddress.map { unsafe $0 + initialized }
          let space = Swift.min(limit, free.count - initialized, Int(UInt32.max))
          unsafe stream.pointee.avail_out = UInt32(space)
          status = unsafe inflate(stream, Z_NO_FLUSH)
          used = unsafe available - Int(stream.pointee.avail_in)
          initialized += unsafe space - Int(stream.pointee.avail_out)
        }
      }
    }
    position += used
    return status
  }
}
