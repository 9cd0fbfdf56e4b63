// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The magic bytes that tell how a stream is packed.
enum Packing {
  case plain
  case gzip
  case zstd

  /// As many bytes as are needed to tell.
  static let magicLength = 4

  init(_ start: Span<UInt8>) {
    if start.count >= 2, start[0] == 0x1F, start[1] == 0x8B {
      self = .gzip
    } else if start.count >= 4, start[1] == 0xB5, start[2] == 0x2F, start[3] == 0xFD,
      start[0] == 0x28
    {
      self = .zstd
    } else if start.count >= 4, start[0] & 0xF0 == 0x50, start[1] == 0x2A, start[2] == 0x4D,
      start[3] == 0x18
    {
      // A skippable frame, which parallel zstd writers put first.
      self = .zstd
    } else {
      self = .plain
    }
  }
}

/// What became of the packed bytes in one step of unpacking.
enum UnpackingStep {
  /// Every packed byte was used.
  case needsInput
  /// The wanted amount was produced; more may follow.
  case isFull
  /// The bytes from here on cannot be unpacked.
  case damaged(String)
}

/// An unpacker for one stream of any number of members or frames.
enum Unpacker {
  case gzip(GzipUnpacker)
  case zstd(ZstdUnpacker)

  /// Unpacks from `input[position...]`, moving `position`, and appends at most `limit` bytes.
  func unpack(
    _ input: Span<UInt8>, position: inout Int, limit: Int, appendingTo output: inout [UInt8]
  ) -> UnpackingStep {
    switch self {
    case .gzip(let unpacker):
      unpacker.unpack(input, position: &position, limit: limit, appendingTo: &output)
    case .zstd(let unpacker):
      unpacker.unpack(input, position: &position, limit: limit, appendingTo: &output)
    }
  }

  /// Whether the input may end here.
  var isBetweenMembers: Bool {
    switch self {
    case .gzip(let unpacker): unpacker.isBetweenMembers
    case .zstd(let unpacker): unpacker.isBetweenFrames
    }
  }
}
