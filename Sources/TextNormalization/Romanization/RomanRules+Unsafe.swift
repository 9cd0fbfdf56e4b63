// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// One rule of romanization as it lies in the table (`RomanTable` in TableForge).
struct RomanRuleRecord {
  let languages: UInt32
  let before: UInt32
  let notBefore: UInt32
  let after: UInt32
  let notAfter: UInt32
  let tail: UInt32
  let target: UInt32
  let targetCount: UInt8
  let tailAndProfiles: UInt8
  let action: UInt8
  let flags: UInt8

  var tailCount: Int { Int(tailAndProfiles & 0x3F) }
  var profiles: UInt8 { tailAndProfiles >> 6 }

  static let doublesNext: UInt8 = 1
  static let lengthens: UInt8 = 2
  static let doublesPrevious: UInt8 = 3
  static let repeats: UInt8 = 4
  static let inherent: UInt8 = 1
  static let caps: UInt8 = 2
  static let name: UInt8 = 4
}

/// Entry of a character in the table of rules: classes, languages, bucket.
struct RomanClasses {
  static let word: UInt32 = 1 << 0
  static let upper: UInt32 = 1 << 1
  static let consonant: UInt32 = 1 << 2
  static let interacting: UInt32 = 1 << 3
  static let sign: UInt32 = 1 << 4
  static let killer: UInt32 = 1 << 5
  static let nukta: UInt32 = 1 << 6
  static let schwa: UInt32 = 1 << 7
  static let syllable: UInt32 = 1 << 8
  static let mark: UInt32 = 1 << 9
  private static let allLanguages: UInt32 = 1 << 22 - 1

  let entry: UInt64

  /// Classes of the character.
  var bits: UInt32 { UInt32(truncatingIfNeeded: entry) & 0xFF_FFFF }
  /// Languages that write it; nil when it is in no alphabet.
  var languages: UInt32? {
    let bits = UInt32(truncatingIfNeeded: entry >> 24) & Self.allLanguages
    return bits == Self.allLanguages ? nil : bits
  }
  var bucket: Int { Int(entry >> 46) }
}

/// The rules that look at the neighbours of a character, read in place from the binary.
///
/// Safety: as `ScalarTable`; TableForge guarantees that every offset lies in the table.
@safe
struct RomanRules: @unchecked Sendable {
  // Sendable: constant memory.
  private let starts: UnsafePointer<UInt32>
  private let records: UnsafePointer<RomanRuleRecord>
  private let tails: UnsafePointer<UInt32>
  private let targets: UnsafePointer<UInt8>
  private let table: ScalarTable
  private let languageCount: Int
  private let tags: UnsafePointer<UInt8>
  /// Bits of the languages that are told by Cyrillic and by Arabic letters.
  let cyrillic: UInt32
  let arabic: UInt32

  static let standard = RomanRules(.roman)

  private init(_ table: ScalarTable) {
    let blob = unsafe UnsafeRawPointer(table.overflowBytes)
    let number = { (index: Int) in unsafe blob.load(fromByteOffset: 4 * index, as: UInt32.self) }
    let (bucketCount, languageCount) = (Int(number(0)), Int(number(2)))
    (cyrillic, arabic) = (number(3), number(4))
    unsafe starts = (blob + 32).assumingMemoryBound(to: UInt32.self)
    let recordStart = (32 + 4 * (bucketCount + 1) + 7) & ~7
    unsafe records = (blob + recordStart).assumingMemoryBound(to: RomanRuleRecord.self)
    unsafe tails = (blob + Int(number(5))).assumingMemoryBound(to: UInt32.self)
    unsafe targets = (blob + Int(number(6))).assumingMemoryBound(to: UInt8.self)
    unsafe tags = (blob + Int(number(7))).assumingMemoryBound(to: UInt8.self)
    self.table = table
    self.languageCount = languageCount
  }

  /// Bit of a language, 0 for one without rules of its own.
  func bit(of language: String) -> UInt32 {
    for index in 0..<languageCount {
      var tag: [UInt8] = []
      for offset in 0..<4 { tag.append(unsafe tags[4 * index + offset]) }
      if language.utf8.elementsEqual(tag.prefix { $0 != 0 }) { return 1 << UInt32(index) }
    }
    return 0
  }

  @inline(__always)  // One a character.
  func classes(of scalar: UInt32) -> RomanClasses {
    RomanClasses(entry: table[scalar])
  }

  /// Numbers of the rules of a bucket.
  @inline(__always)  // As above.
  func rules(in bucket: Int) -> Range<Int> {
    unsafe Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  @inline(__always)  // As above.
  func rule(_ number: Int) -> UnsafePointer<RomanRuleRecord> { unsafe records + number }

  @inline(__always)  // As above.
  func tail(_ rule: UnsafePointer<RomanRuleRecord>) -> UnsafePointer<UInt32> {
    unsafe tails + Int(rule.pointee.tail)
  }

  @inline(__always)  // As above.
  func target(_ rule: UnsafePointer<RomanRuleRecord>) -> UnsafePointer<UInt8> {
    unsafe targets + Int(rule.pointee.target)
  }
}
