// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CSystemZlib
import CSystemZstd
import Glibc
import RecordFormats
import SystemPackage
import Testing

/// A file that is gone when the test is over.
final class TemporaryFile {
  let path: FilePath

  init(_ bytes: [UInt8], suffix: String = ".txt") throws {
    let number = UInt64.random(in: 0...UInt64.max)
    path = FilePath("/tmp/recordformats-\(number)\(suffix)")
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }

  deinit {
    _ = unsafe path.withPlatformString { unsafe unlink($0) }
  }
}

/// A folder that is gone, with all its files, when the test is over.
final class TemporaryFolder {
  let path: FilePath
  private var made: [FilePath] = []

  init(files: [String]) throws {
    path = FilePath("/tmp/recordformats-\(UInt64.random(in: 0...UInt64.max))")
    make(path)
    for name in files {
      let file = path.appending(name)
      var folder = path
      for part in FilePath(name).removingLastComponent().components {
        folder.append(part)
        make(folder)
      }
      let descriptor = try FileDescriptor.open(
        file, .writeOnly, options: .create, permissions: .ownerReadWrite)
      try descriptor.close()
      made.append(file)
    }
  }

  private func make(_ folder: FilePath) {
    if unsafe folder.withPlatformString({ unsafe mkdir($0, 0o700) }) == 0 { made.append(folder) }
  }

  func link(_ name: String, to target: FilePath) {
    let link = path.appending(name)
    _ = unsafe link.withPlatformString { link in
      unsafe target.withPlatformString { unsafe symlink($0, link) }
    }
    made.append(link)
  }

  deinit {
    for path in made.reversed() {
      _ = unsafe path.withPlatformString { unsafe remove($0) }
    }
  }
}

/// One gzip member.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  unsafe deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
    Int32(MemoryLayout<z_stream>.size))
  defer { unsafe deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
  let free = output.count
  var left = 0
  unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(free)
      #expect(unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END)
      left = unsafe Int(stream.avail_out)
    }
  }
  return Array(output.prefix(free - left))
}

/// One Zstandard frame, with a checksum as the `zstd` program writes it.
func zstandard(_ bytes: [UInt8]) -> [UInt8] {
  let context = unsafe ZSTD_createCCtx()
  defer { unsafe ZSTD_freeCCtx(context) }
  _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
  let size = unsafe bytes.withUnsafeBufferPointer { input in
    unsafe output.withUnsafeMutableBytes { output in
      unsafe ZSTD_compress2(
        context, output.baseAddress, output.count, input.baseAddress, input.count)
    }
  }
  return Array(output.prefix(size))
}

/// Everything a source gives, and the error at its end.
func drain(_ path: FilePath, chunkSize: Int = 1 << 20) -> ([UInt8], RecordError?) {
  var bytes: [UInt8] = []
  do throws(RecordError) {
    var source = try ByteSource(path, chunkSize: chunkSize)
    try source.readToEnd(into: &bytes)
    return (bytes, nil)
  } catch {
    return (bytes, error)
  }
}

extension RecordBatch {
  var texts: [String] {
    (0..<count).map { String(decoding: Array(copying: record($0)), as: UTF8.self) }
  }
}

extension [UInt8] {
  init(copying span: Span<UInt8>) {
    self = []
    append(copying: span)
  }
}

/// A small repeatable generator (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
