// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Two names that are one as wholes, whatever their words.
struct WholeNameMatch {
  let relation: Relation
  /// The feature that weighs it.
  let feature: Int

  /// The match of two names; nil when their words have to be looked at.
  init?(_ a: StructuredName, _ b: StructuredName) {
    guard a.key != b.key else { return nil }
    let shared = Concordance.standard.kinds(sharedBy: a.meanings, b.meanings)
    if shared.contains(.place) || shared.contains(.institution) {
      relation = .translation
      feature = FeatureSpace.standard.wholeTranslation
    } else if Self.areTwoPlaces(a, b) {
      relation = .conflict
      feature = FeatureSpace.standard.twoPlaces
    } else if Self.abbreviates(a, b) || Self.abbreviates(b, a) {
      relation = .abbreviation
      feature = FeatureSpace.standard.abbreviation
    } else {
      return nil
    }
  }

  /// Switzerland and Sweden, however alike the spellings.
  private static func areTwoPlaces(_ a: StructuredName, _ b: StructuredName) -> Bool {
    a.kind != .person && b.kind != .person
      && Concordance.standard.differ(a.meanings, b.meanings, in: .place)
  }

  /// Whether one name is the row of the other's first letters.
  private static func abbreviates(_ short: StructuredName, _ long: StructuredName) -> Bool {
    guard short.tokens.count == 1, long.tokens.count >= 2, let token = short.tokens.first
    else { return false }
    if short.kind != .org, long.kind != .org, areInitials(token, of: long) {
      return true
    }
    guard short.kind != .person, long.kind != .person, (2...7).contains(token.key.count)
    else { return false }
    let words = long.tokens.filter { $0.role != .particle && $0.role != .legalForm }
    guard words.allSatisfy({ $0.script == token.script }) else { return false }
    return words.flatMap { firstScalar(of: $0.key) } == token.key
  }

  /// Whether a word in capitals is the row of all first letters of a name: MBS, JFK.
  private static func areInitials(_ token: NameToken, of long: StructuredName) -> Bool {
    guard (3...4).contains(token.roman.count), long.tokens.count == token.roman.count,
      token.roman.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return false }
    return zip(token.romanLetters, long.tokens).allSatisfy { $0 == $1.romanLetters.first }
  }

  private static func firstScalar(of key: [UInt8]) -> ArraySlice<UInt8> {
    var end = min(1, key.count)
    while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
    return key[..<end]
  }
}
