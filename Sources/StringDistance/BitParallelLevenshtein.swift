// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Levenshtein distance: the fewest insertions, deletions and substitutions of bytes.
///
///     Levenshtein.distance("lawrow", "lavrov")   // 2
///
/// Strings of up to 64 bytes take one machine word a row; longer ones take a row of cells.
/// The inputs are compared byte by byte: give it ASCII, or text in which a byte is a letter.
///
/// - Reference: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
///   Distances", Nordic Journal of Computing 10 (2003); Myers 1999, doi:10.1145/316542.316550.
public enum Levenshtein {
  /// Distance of two byte strings, from 0 to the length of the longer.
  ///
  /// - Complexity: O(*n*) for a pattern of up to 64 bytes, otherwise O(*m* *n*).
  public static func distance(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    if a.count > b.count { return distance(b, a) }
    if a.isEmpty { return b.count }
    return a.count <= 64 ? bitParallel(a, b) : rowByRow(a, b)
  }

  /// Distance of two strings' UTF-8.
  public static func distance(_ a: String, _ b: String) -> Int {
    distance(a.utf8Span.span, b.utf8Span.span)
  }

  /// One word per row; the paper's names for the vectors.
  private static func bitParallel(_ pattern: Span<UInt8>, _ text: Span<UInt8>) -> Int {
    var peq = InlineArray<256, UInt64>(repeating: 0)
    for index in pattern.indices { peq[Int(pattern[index])] |= 1 << UInt64(index) }
    let last: UInt64 = 1 << UInt64(pattern.count - 1)
    var vp = ~UInt64(0)
    var vn: UInt64 = 0
    var score = pattern.count
    for index in text.indices {
      let eq = peq[Int(text[index])]
      // The carry out of the top bit is meant to be lost.
      let d0 = (((eq & vp) &+ vp) ^ vp) | eq | vn
      var hp = vn | ~(d0 | vp)
      let hn = d0 & vp
      if hp & last != 0 { score += 1 }
      if hn & last != 0 { score -= 1 }
      hp = hp << 1 | 1
      vp = hn << 1 | ~(d0 | hp)
      vn = d0 & hp
    }
    return score
  }

  private static func rowByRow(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    var row = Array(0...a.count)
    for j in b.indices {
      var diagonal = row[0]
      row[0] = j + 1
      for i in a.indices {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[i + 1]
        row[i + 1] = min(substituted, row[i] + 1, row[i + 1] + 1)
      }
    }
    return row[a.count]
  }
}
