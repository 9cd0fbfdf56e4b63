// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import StringDistance
internal import TextBytes

/// Writes a model file that `EmbeddingModel` reads.
enum EmbeddingModelWriter {
  /// - Returns: The same bytes for the same numbers; the identifier is a hash of them.
  static func bytes(
    sharedRows: Int, nativeRows: Int, table: [Int8], centreBlocks: [UInt8]
  ) -> [UInt8] {
    let centreCount = centreBlocks.count / Int(NSK_DIMENSIONS)
    let body = centreBlocks + table.map { UInt8(bitPattern: $0) }
    var header = EmbeddingModel.magic + FileWord.bytes(EmbeddingModel.version)
    for count in [sharedRows, nativeRows, centreCount] { header += FileWord.bytes(UInt32(count)) }
    header += FileDigest.of(body)
    header += [UInt8](repeating: 0, count: EmbeddingModel.headerSize - header.count)
    return header + body
  }
}

/// Little-endian words of model files.
enum FileWord {
  static func bytes(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
