// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Case forms of names: which endings exchange with which.
///
/// The paradigms were written after counting the endings of proper nouns in Universal
/// Dependencies treebanks (Slavic, Baltic, Finnish, Turkish) and from grammars (Greek,
/// Hungarian). They say what may be, not what is: `Иванова` may be the genitive of `Иванов`, and
/// it may be his sister.
public enum Inflection {
  /// Endings that exchange with one another on one stem, as they stand in the `key` profile.
  private static let paradigms: [String] = [
    // Cyrillic: masculine hard, soft and -й; feminine -а, -я; neuter -о; adjectives.
    "_ а у ом ым е ы ов ам ами ах ові еві и і ою",
    "ь я ю ем е и ем єм і", "й я ю ем е и єм ї ї і",
    "а ы и е у ой ою і ам ами ах", "я и е ю ей ею і ї",
    "о а у ом ові і ем", "ий ого ому им ом ый ым ій ього ьому",
    "ая ой ую ою а у ої ій", "ко ка ку ком кові ці", "ец ца цу цом це", "ок ка ку ком ке",
    "ел ла лу лом ле", "ев ва ву вом ве", "яя ей юю",
    // Latin-script Slavic: masculine, feminine, adjectives, fleeting e.
    "_ a u em om owi ovi ie e y i ow ou m ech ach ami ja ju jem jom",
    "a y i e o ie u ou oj om ej ze ce", "ia i ie io", "o a u em om ovi", "e a u em om i",
    "y ego emu ym eho ho mu em", "i iego iemu im iho imu im ega emu", "a ej ou u oj",
    "ek ka ku kiem kovi kem kom", "ec ca cu cem cowi com cevi", "el la lu lem lowi lom",
    "ko ki ke ku kiem ka kou", "ro ra ru rem",
    // Baltic.
    "as o ui a u e ai", "is io iui i iu yje a im", "us aus ui u umi uje", "s a am u i",
    "a os ai oje", "e es ei eje", "ys io iui i iu",
    // Finnish and Estonian.
    "_ n in ssa sta lle lla lta a ta an ia ille issa ista ksi na", "nen sen sta selle sella",
    // Turkish, Azerbaijani: suffixes written without their apostrophe.
    "_ in nin un nun a ya e ye i yi u yu da de ta te dan den tan ten la le yla yle daki deki",
    // Hungarian.
    "_ t ot et at nak nek val vel ban ben bol rol tol hoz hez ra re ert ig nal nel on en",
    "a at anak aval aban ahoz ara aert", "e et enek evel eben ehez ere eert",
    // Greek, with the key's σ for ς and without accents.
    "οσ ου ο ε οι ων", "ησ η ηδεσ", "ασ α εσ", "ισ ι", "ουσ ου", "α ασ εσ", "η ησ",
    // Germanic genitive.
    "_ s",
  ]

  /// Paradigms of each ending as bits; an ending is its bytes as one number.
  private static let masks: [UInt64: UInt64] = {
    var masks: [UInt64: UInt64] = [:]
    for (number, paradigm) in paradigms.enumerated() {
      for ending in paradigm.split(separator: " ") {
        let bytes = ending == "_" ? [] : Array(ending.utf8)
        precondition(bytes.count <= longestEnding, "an ending is too long")
        masks[packed(bytes.span, from: 0), default: 0] |= 1 << UInt64(number)
      }
    }
    return masks
  }()

  /// Bytes of the longest ending, which has to fit into a number.
  private static let longestEnding = 8

  private static func packed(_ key: Span<UInt8>, from start: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<key.count { number = number << 8 | UInt64(key[index]) }
    return number
  }

  /// Paradigms of what follows a stem.
  private static func paradigms(of key: Span<UInt8>, after stem: Int) -> UInt64 {
    key.count - stem > longestEnding ? 0 : masks[packed(key, from: stem)] ?? 0
  }

  /// Shortest stem, in bytes of the key, below which an ending is taken for part of the name.
  private static let shortestStem = 3

  /// Whether two match keys may be case forms of one name.
  ///
  ///     Inflection.mayBeFormsOfOneName(Array("путина".utf8), Array("путиным".utf8))   // true
  ///
  /// - Parameters:
  ///   - a: A token in the `key` profile.
  ///   - b: Another.
  /// - Returns: True for equal keys, and for keys that share a stem of at least three bytes and
  ///   end in two endings of one paradigm.
  /// - Complexity: O(length of the tokens).
  public static func mayBeFormsOfOneName(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    var shared = 0
    while shared < min(a.count, b.count), a[shared] == b[shared] { shared += 1 }
    if shared == a.count, shared == b.count { return true }
    var stem = shared
    // Endings are at most five letters long, so a stem ends near the first difference.
    while stem >= max(shortestStem, shared - longestEnding) {
      let isBoundary =
        (stem == a.count || a[stem] & 0xC0 != 0x80) && (stem == b.count || b[stem] & 0xC0 != 0x80)
      if isBoundary, paradigms(of: a, after: stem) & paradigms(of: b, after: stem) != 0 {
        return true
      }
      stem -= 1
    }
    return false
  }

  /// The same for arrays.
  public static func mayBeFormsOfOneName(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    mayBeFormsOfOneName(a.span, b.span)
  }
}
