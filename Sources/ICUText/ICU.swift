// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeICU

/// The system's ICU, in Swift terms: bytes in, bytes out, no pointers and no version suffixes.
///
/// The only place above `CNamesakeICU` that calls ICU. Everything here allocates its result; hot
/// paths use the generated tables and come here for what only ICU knows.
public enum ICU {
  /// Version of the ICU library that is linked, such as "72.1".
  public static var version: String { unsafe String(cString: nsk_icu_version()) }

  /// Version of the Unicode data inside it, such as 15.0.
  public static var unicodeVersion: (major: UInt8, minor: UInt8) {
    var version: [UInt8] = [0, 0, 0, 0]
    unsafe nsk_unicode_version(&version)
    return (version[0], version[1])
  }

  /// A normalization form.
  public enum Form: UInt32, Sendable {
    case nfc = 0
    case nfd, nfkc, nfkd, nfkcCasefold
  }

  /// Normalizes UTF-8; ill-formed bytes come out as U+FFFD.
  ///
  /// - Complexity: O(*n*).
  /// - Reference: Unicode Standard Annex #15.
  public static func normalize(_ form: Form, _ bytes: [UInt8]) -> [UInt8] {
    let form = nsk_form(rawValue: form.rawValue)
    let result = unsafe filled(atLeast: bytes.count * 4 + 64) { output, capacity in
      unsafe nsk_normalize(form, bytes, bytes.count, output, capacity)
    }
    return result ?? bytes
  }

  /// Full default case folding (CaseFolding.txt, C + F).
  public static func foldCase(_ bytes: [UInt8]) -> [UInt8] {
    let result = unsafe filled(atLeast: bytes.count * 3 + 64) { output, capacity in
      unsafe nsk_fold_case(bytes, bytes.count, output, capacity)
    }
    return result ?? bytes
  }

  /// Lower case by the rules of a locale, an ICU id such as "tr".
  public static func lowercase(_ bytes: [UInt8], locale: String) -> [UInt8] {
    let result = unsafe filled(atLeast: bytes.count * 3 + 64) { output, capacity in
      unsafe nsk_lower(locale, bytes, bytes.count, output, capacity)
    }
    return result ?? bytes
  }

  /// Byte offsets of word boundaries, the last one equal to the number of bytes.
  ///
  /// - Reference: Unicode Standard Annex #29; dictionaries for Thai, Lao, Khmer, Burmese, Han, kana.
  public static func wordBoundaries(_ bytes: [UInt8], locale: String) -> [Int] {
    unsafe boundaries(of: bytes) { unsafe nsk_word_boundaries(locale, bytes, bytes.count, $0, $1) }
  }

  /// Byte offsets of the boundaries of extended grapheme clusters, the last one equal to the number
  /// of bytes.
  ///
  /// - Reference: Unicode Standard Annex #29.
  public static func graphemeBoundaries(_ bytes: [UInt8]) -> [Int] {
    unsafe boundaries(of: bytes) { unsafe nsk_grapheme_boundaries(bytes, bytes.count, $0, $1) }
  }

  /// The skeleton of a text: equal for texts that look alike.
  ///
  /// It joins far too much to be a key on its own: rn and m, I and l, ı and i.
  ///
  /// - Reference: Unicode Technical Standard #39, section 4.
  public static func skeleton(_ bytes: [UInt8]) -> [UInt8] {
    let result = unsafe filled(atLeast: bytes.count * 3 + 64) { output, capacity in
      unsafe nsk_skeleton(bytes, bytes.count, output, capacity)
    }
    return result ?? bytes
  }

  /// Collects boundaries from a call that writes at most `capacity` of them and returns how many
  /// there are.
  private static func boundaries(
    of bytes: [UInt8], _ call: (UnsafeMutablePointer<Int32>?, Int) -> Int64
  ) -> [Int] {
    var capacity = bytes.count / 2 + 16
    while true {
      var found: Int64 = 0
      let result = unsafe [Int32](unsafeUninitializedCapacity: capacity) { buffer, count in
        unsafe found = call(buffer.baseAddress, capacity)
        count = max(0, min(Int(found), capacity))
      }
      guard found >= 0 else { return bytes.isEmpty ? [] : [bytes.count] }
      if found <= capacity { return result.map(Int.init) }
      capacity = Int(found)
    }
  }

  /// Fills a buffer by a C call that returns the size it needs; grows the buffer once if need be.
  static func filled(
    atLeast capacity: Int, _ call: (UnsafeMutablePointer<UInt8>?, Int) -> Int64
  ) -> [UInt8]? {
    var size = capacity
    while true {
      var needed: Int64 = 0
      let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        needed = unsafe call(buffer.baseAddress, size)
        count = max(0, min(Int(needed), size))
      }
      if needed < 0 { return nil }
      if needed <= size { return result }
      size = Int(needed)
    }
  }
}
