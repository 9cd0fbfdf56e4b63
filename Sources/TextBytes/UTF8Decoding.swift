// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// One scalar decoded from UTF-8 bytes.
public struct DecodedScalar: Equatable, Sendable {
  /// Unicode scalar value; U+FFFD where the bytes are ill-formed.
  public let value: UInt32
  /// Number of bytes it took, at least 1.
  public let length: Int
  /// Whether the bytes were well-formed.
  public let isValid: Bool

  /// Creates a decoded scalar from its three parts.
  @inlinable
  public init(value: UInt32, length: Int, isValid: Bool) {
    self.value = value
    self.length = length
    self.isValid = isValid
  }
}

extension Span<UInt8> {
  /// Decodes the scalar that begins at `index`.
  ///
  /// Ill-formed bytes give U+FFFD over the maximal subpart, as the Unicode Standard 15.0
  /// (section 3.9, "U+FFFD Substitution of Maximal Subparts") and the WHATWG decoder do.
  ///
  /// - Parameter index: A byte offset inside the span.
  /// - Returns: The scalar, its length in bytes, and whether it was well-formed.
  /// - Complexity: O(1).
  @inlinable
  public func scalar(at index: Int) -> DecodedScalar {
    let lead = self[index]
    if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1, isValid: true) }
    let needed: Int
    var value: UInt32
    // The second byte's range is what excludes overlong forms, surrogates and values past 10FFFF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: (needed, value) = (1, UInt32(lead & 0x1F))
    case 0xE0...0xEF:
      (needed, value) = (2, UInt32(lead & 0x0F))
      if lead == 0xE0 { low = 0xA0 } else if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (needed, value) = (3, UInt32(lead & 0x07))
      if lead == 0xF0 { low = 0x90 } else if lead == 0xF4 { high = 0x8F }
    default: return DecodedScalar(value: 0xFFFD, length: 1, isValid: false)
    }
    var taken = 1
    while taken <= needed {
      guard index + taken < count else { break }
      let byte = self[index + taken]
      guard byte >= low, byte <= high else { break }
      value = value << 6 | UInt32(byte & 0x3F)
      (low, high) = (0x80, 0xBF)
      taken += 1
    }
    guard taken == needed + 1 else {
      return DecodedScalar(value: 0xFFFD, length: taken, isValid: false)
    }
    return DecodedScalar(value: value, length: taken, isValid: true)
  }

  /// Offset of the scalar that ends at `index`, looking back over continuation bytes.
  ///
  /// - Parameter index: A byte offset greater than 0, at a scalar boundary of well-formed text.
  /// - Returns: The byte offset at which the scalar before `index` begins.
  /// - Complexity: O(1).
  @inlinable
  public func scalarStart(before index: Int) -> Int {
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension Span<UInt8> {
  /// A copy of the bytes.
  public var array: [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  ///
  /// - Parameter scalar: A Unicode scalar value; surrogates must not be passed.
  @inlinable
  public mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
