// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import TextNormalization

/// Weights of the tagger, read where they lie in memory.
///
/// Layout, little-endian: the magic `NSKTAGGR`, a version, the number of rows, 16 bytes of model id,
/// the number of the scripts whose names it has learned as one bit each (64 bits), 24 empty bytes;
/// 64 transitions of 32 bits (previous label · 8 + label); then the rows of 8 bytes, one a label,
/// each weight plus 128.
///
/// Safety: the memory is constant; it lies in the program, or `owner` keeps it alive.
@safe
public struct TaggerModel: @unchecked Sendable {
  // Sendable: constant memory.
  private let base: UnsafeRawPointer
  private let owner: Owner?
  let rows: TagRows
  let transitions: [Int32]
  private let scripts: UInt64
  /// What tells this model from others: 32 hexadecimal digits.
  public let identifier: String

  package static let magic = Array("NSKTAGGR".utf8)
  package static let version: UInt32 = 1
  package static let headerSize = 64
  package static let transitionSize = 256

  /// The model that ships with the library.
  public static let standard: TaggerModel = {
    let table = unsafe nsk_table_mentions()
    guard let model = unsafe TaggerModel(start: table.bytes, count: table.count, owner: nil) else {
      preconditionFailure("the embedded model of mentions is damaged")
    }
    return model
  }()

  /// Reads a model file's bytes; nil when they are no model of this version or cut short.
  public init?(_ bytes: [UInt8]) {
    let owner = Owner(bytes)
    unsafe self.init(start: owner.start, count: bytes.count, owner: owner)
  }

  @unsafe
  private init?(start: UnsafePointer<UInt8>, count: Int, owner: Owner?) {
    let raw = unsafe UnsafeRawBufferPointer(start: start, count: count)
    let first = Self.headerSize + Self.transitionSize
    guard count >= first, unsafe Array(raw.prefix(8)) == Self.magic,
      unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == Self.version
    else { return nil }
    let rowCount = unsafe Int(raw.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard rowCount > 0, count == first + 8 * rowCount else { return nil }
    unsafe base = UnsafeRawPointer(start) + first
    self.owner = owner
    rows = TagRows(count: UInt64(rowCount))
    transitions = (0..<64).map {
      unsafe raw.loadUnaligned(fromByteOffset: Self.headerSize + 4 * $0, as: Int32.self)
    }
    scripts = unsafe raw.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
    identifier = unsafe raw[16..<32].map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Whether the model can find names in a script: it has learned some there, or capitals show them.
  func knows(_ script: Script) -> Bool {
    script.hasCase || script.number < 64 && scripts & 1 << UInt64(script.number) != 0
  }

  /// Eight weights, each plus 128.
  @inline(__always)  // Called some sixty times a word.
  func weights(_ row: UInt32) -> UInt64 {
    unsafe base.loadUnaligned(fromByteOffset: 8 * Int(row), as: UInt64.self)
  }

  /// Keeps the bytes of a model that was read from a file.
  ///
  /// Safety: allocated once, never written after `init`, freed with the last model that reads it.
  @safe
  private final class Owner: @unchecked Sendable {
    let start: UnsafePointer<UInt8>

    init(_ bytes: [UInt8]) {
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
      for index in bytes.indices { unsafe memory[index] = bytes[index] }
      unsafe start = UnsafePointer(memory)
    }

    deinit { unsafe start.deallocate() }
  }
}

/// Sums of weights: eight labels in two words of four 16-bit places each.
///
/// Each place holds the weights plus 128 a row, so up to 257 rows fit.
struct TagSum {
  private var even: UInt64 = 0
  private var odd: UInt64 = 0
  private var rowCount = 0

  @inline(__always)  // Called some sixty times a word.
  mutating func add(_ weights: UInt64) {
    even &+= weights & 0x00FF_00FF_00FF_00FF
    odd &+= weights >> 8 & 0x00FF_00FF_00FF_00FF
    rowCount &+= 1
  }

  static func += (a: inout TagSum, b: TagSum) {
    a.even &+= b.even
    a.odd &+= b.odd
    a.rowCount &+= b.rowCount
  }

  /// The labels' scores.
  var scores: TagPath.Scores {
    let bias = 128 * Int32(truncatingIfNeeded: rowCount)
    var scores = TagPath.Scores(repeating: 0)
    for pair in 0..<4 {
      scores[2 * pair] = Int32(truncatingIfNeeded: even >> UInt64(16 * pair) & 0xFFFF) - bias
      scores[2 * pair + 1] = Int32(truncatingIfNeeded: odd >> UInt64(16 * pair) & 0xFFFF) - bias
    }
    return scores
  }
}
