// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import TextBytes

/// Writes a model file that `TaggerModel` reads.
enum TaggerModelWriter {
  /// - Returns: The same bytes for the same numbers; the identifier is a hash of them.
  static func bytes(_ averages: TagLearning.Averages, scripts: UInt64) -> [UInt8] {
    let limit = limit(of: averages.rows)
    var body: [UInt8] = []
    for transition in averages.transitions {
      body += FileWord.bytes(UInt32(bitPattern: Int32(clamping: scaled(transition, limit))))
    }
    for row in averages.rows {
      for label in 0..<8 {
        body.append(UInt8(max(-127, min(127, scaled(row[label], limit))) + 128))
      }
    }
    var header = TaggerModel.magic + FileWord.bytes(TaggerModel.version)
    header += FileWord.bytes(UInt32(averages.rows.count))
    header += FileDigest.of(body)
    header += FileWord.bytes(UInt32(truncatingIfNeeded: scripts))
    header += FileWord.bytes(UInt32(truncatingIfNeeded: scripts >> 32))
    header += [UInt8](repeating: 0, count: TaggerModel.headerSize - header.count)
    return header + body
  }

  /// The size that becomes 127: one weight in two thousand is larger and is cut.
  private static func limit(of rows: [SIMD8<Int64>]) -> Int64 {
    var sizes: [Int64] = []
    for row in rows {
      for label in 0..<TagLabel.count where row[label] != 0 { sizes.append(abs(row[label])) }
    }
    sizes.sort()
    return sizes.isEmpty ? 1 : max(1, sizes[sizes.count - 1 - sizes.count / 2000])
  }

  /// Rounded to the nearest, in integers.
  private static func scaled(_ value: Int64, _ limit: Int64) -> Int64 {
    let doubled = value * 254 / limit
    return doubled >= 0 ? (doubled + 1) / 2 : (doubled - 1) / 2
  }
}
