// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CSystemZstd

/// Unpacks Zstandard, frame after frame. See https://facebook.github.io/zstd/zstd_manual.html
@safe
final class ZstdUnpacker {
  /// Invariant: made by `init` and freed by `deinit`.
  private let context: OpaquePointer
  /// True at the start of each frame and after the last one.
  private(set) var isBetweenFrames = true

  /// Fails when there is no memory.
  init?() {
    guard let context = unsafe ZSTD_createDCtx() else { return nil }
    unsafe self.context = context
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
  }

  func unpack(
    _ input: Span<UInt8>, position: inout Int, limit: Int, appendingTo output: inout [UInt8]
  ) -> UnpackingStep {
    var missing = limit
    while true {
      // zstd may still hold output when all input is used, so input alone does not end the loop.
      if position == input.count, isBetweenFrames { return .needsInput }
      if missing == 0 { return .isFull }
      let before = output.count
      let start = position
      let status = decompressStep(input, &position, limit: missing, &output)
      let produced = output.count - before
      missing -= produced
      if ZSTD_isError(status) != 0 {
        // Safe: the name is a static C string.
        let reason = unsafe ZSTD_getErrorName(status).map { unsafe String(cString: $0) }
        return .damaged("the compressed data is corrupt (\(reason ?? "zstd error"))")
      }
      isBetweenFrames = status == 0
      if !isBetweenFrames, position == input.count, produced == 0 || missing > 0 {
        return .needsInput
      }
      if position == start, produced == 0, !isBetweenFrames {
        return .damaged("the compressed data cannot be read on")
      }
    }
  }

  private func decompressStep(
    _ input: Span<UInt8>, _ position: inout Int, limit: Int, _ output: inout [UInt8]
  ) -> Int {
    var status = 0
    var packed = unsafe ZSTD_inBuffer(src: nil, size: input.count, pos: position)
    // Safe: zstd reads `pos..<size` of `src` and writes `pos..<size` of `dst`; both buffers live
    // until the closures end. Only the bytes zstd wrote are declared initialized.
    unsafe input.withUnsafeBufferPointer { bytes in
      unsafe packed.src = UnsafeRawPointer(bytes.baseAddress)
      output.append(addingCapacity: limit) { room in
        unsafe room.withUnsafeMutableBufferPointer { free, initialized in
          let size = Swift.min(initialized + limit, free.count)
          var unpacked = unsafe ZSTD_outBuffer(
            dst: UnsafeMutableRawPointer(free.baseAddress), size: size, pos: initialized)
          status = unsafe ZSTD_decompressStream(context, &unpacked, &packed)
          initialized = unsafe unpacked.pos
        }
      }
    }
    position = unsafe packed.pos
    return status
  }
}
