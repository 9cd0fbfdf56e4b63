// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// A base and its marks, normalized as a whole: composed, mapped, and again until nothing changes.
struct MarkedStretch {
  let table: ScalarTable
  /// Whether a capital I that stays alone folds to the dotless i.
  let hasDotlessI: Bool
  /// Whether a dot above that stands on an i or j goes.
  ///
  /// İ in lower case by the root locale is i + U+0307, and Lithuanian writes the dot where another
  /// mark follows. Both mean a plain i.
  let losesDotOverI: Bool

  /// More rounds than any stretch needs: a round composes or maps, and a table maps what it gave
  /// to itself.
  private static let mostRounds = 4

  /// The normalized bytes of a stretch.
  ///
  /// - Complexity: O(*n* log *n*) in the number of marks.
  func normalized(_ stretch: [UInt8]) -> [UInt8] {
    var bytes = stretch
    for round in 0..<Self.mostRounds {
      var mapped = mapAll(Self.composed(bytes), isFirst: round == 0)
      if losesDotOverI { mapped = Self.withoutDotOverI(mapped) }
      if mapped == bytes { break }
      bytes = mapped
    }
    return bytes
  }

  /// The bytes without U+0307 behind an i or j and marks below it; one behind other marks above
  /// stays.
  private static func withoutDotOverI(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isOnDot = false
    var position = 0
    while position < bytes.count {
      let decoded = bytes.span.scalar(at: position)
      let end = position + decoded.length
      if decoded.value != 0x307 || !isOnDot {
        result += bytes[position..<end]
        switch CharacterProperties(decoded.value).combiningClass {
        case 0: isOnDot = [0x69, 0x6A, 0x12F, 0x1ECB].contains(decoded.value)
        // The class of marks above.
        case 230: isOnDot = false
        default: break
        }
      }
      position = end
    }
    return result
  }

  /// NFC of a stretch.
  ///
  /// ICU puts marks in order by insertion, which a run of a million marks would make
  /// quadratic: long runs are decomposed and sorted first.
  private static func composed(_ bytes: [UInt8]) -> [UInt8] {
    ICU.normalize(.nfc, bytes.count > 256 ? sorted(bytes) : bytes)
  }

  /// Canonical decomposition in canonical order.
  private static func sorted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var marks: [(combiningClass: UInt8, scalar: UInt32)] = []
    func flush() {
      // The sort of the standard library is stable.
      marks.sort { $0.combiningClass < $1.combiningClass }
      for mark in marks { result.append(scalar: mark.scalar) }
      marks.removeAll(keepingCapacity: true)
    }
    var position = 0
    while position < bytes.count {
      let length = bytes.span.scalar(at: position).length
      let parts = ICU.normalize(.nfd, [UInt8](bytes[position..<position + length]))
      for scalar in String(decoding: parts, as: UTF8.self).unicodeScalars {
        let combiningClass = CharacterProperties(scalar.value).combiningClass
        if combiningClass == 0 {
          flush()
          result.append(scalar: scalar.value)
        } else {
          marks.append((combiningClass, scalar.value))
        }
      }
      position += length
    }
    flush()
    return result
  }

  /// Maps every scalar of a short stretch; of what stands around it only the inherent vowel counts.
  private func mapAll(_ bytes: [UInt8], isFirst: Bool) -> [UInt8] {
    var result = ByteBuffer(capacity: bytes.count + 16)
    var last: UInt64 = 0
    var position = 0
    while position < bytes.count {
      let decoded = bytes.span.scalar(at: position)
      let entry = table[decoded.value]
      let source = bytes.span.extracting(position..<position + decoded.length)
      if hasDotlessI, isFirst, decoded.value == 0x49 {
        result.append([0xC4, 0xB1])
      } else {
        if MappingFlags.takesVowel(entry, behind: last) { result.truncate(to: result.count - 1) }
        table.append(entry, source: source, to: &result)
      }
      last = MappingFlags.last(entry, behind: last)
      position += decoded.length
    }
    return result.array()
  }
}
