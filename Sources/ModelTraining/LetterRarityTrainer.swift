// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import StringDistance

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Counts which letters follow which in romanized words.
///
/// - Reference: Witten and Bell, "The zero-frequency problem", IEEE Transactions on Information
///   Theory 37 (1991): shorter contexts fill in for longer ones that were seen seldom.
struct LetterRarityTrainer {
  private var three = [Double](repeating: 0, count: LetterRarity.size)

  /// Counts a word's letters a–z.
  mutating func add(_ letters: [UInt16]) {
    guard !letters.isEmpty else { return }
    var context = 0
    for letter in letters {
      let next = Int(letter) - 0x60
      three[context * 27 + next] += 1
      context = (context % 27) * 27 + next
    }
    three[context * 27] += 1
  }

  /// The table that `LetterRarity` reads.
  func table() -> [UInt8] {
    var two = [Double](repeating: 0, count: 27 * 27)
    var one = [Double](repeating: 0, count: 27)
    for (place, count) in three.enumerated() {
      two[place % (27 * 27)] += count
      one[place % 27] += count
    }
    let all = one.reduce(0, +)
    return three.indices.map { place in
      let next = place % 27
      let before = place / 27 % 27
      let single = (one[next] + 1) / (all + 27)
      let double = Self.mixed(two[before * 27..<before * 27 + 27], next, single)
      let start = place - next
      let triple = Self.mixed(three[start..<start + 27], next, double)
      return UInt8(min(255, (-log(triple) * LetterRarity.unitsPerNat).rounded()))
    }
  }

  private static func mixed(_ counts: ArraySlice<Double>, _ next: Int, _ shorter: Double) -> Double
  {
    let total = counts.reduce(0, +)
    let kinds = Double(counts.count { $0 > 0 }) + 1
    return (counts[counts.startIndex + next] + kinds * shorter) / (total + kinds)
  }
}
