// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Two names that are one as wholes, whatever their words.
struct WholeNameMatch {
  let relation: Relation
  /// The feature that weighs it.
  let feature: Int

  /// The match of two names; nil when their words have to be looked at.
  init?(_ a: InternedName, _ b: InternedName, _ names: borrowing InternedNames) {
    guard a.keyHash != b.keyHash else { return nil }
    let shared = Concordance.standard.kinds(sharedBy: a.meanings, b.meanings)
    if shared.contains(.place) || shared.contains(.institution) {
      relation = .translation
      feature = FeatureSpace.standard.wholeTranslation
    } else if Self.areTwoPlaces(a, b) {
      relation = .conflict
      feature = FeatureSpace.standard.twoPlaces
    } else if Self.abbreviates(a, b, names) || Self.abbreviates(b, a, names) {
      relation = .abbreviation
      feature = FeatureSpace.standard.abbreviation
    } else {
      return nil
    }
  }

  /// Switzerland and Sweden, however alike the spellings.
  private static func areTwoPlaces(_ a: InternedName, _ b: InternedName) -> Bool {
    a.kind != .person && b.kind != .person
      && Concordance.standard.differ(a.meanings, b.meanings, in: .place)
  }

  /// Whether one name is the row of the other's first letters.
  private static func abbreviates(
    _ short: InternedName, _ long: InternedName, _ names: borrowing InternedNames
  ) -> Bool {
    guard short.count == 1, long.count >= 2 else { return false }
    let acronym = names.word(0, of: short)
    if short.isInCapitals, short.kind != .org, long.kind != .org,
      areInitials(acronym, of: long, names)
    {
      return true
    }
    guard short.kind != .person, long.kind != .person else { return false }
    let key = names.key(of: acronym)
    guard (2...7).contains(key.count) else { return false }
    var place = 0
    for position in 0..<long.count {
      let word = names.word(position, of: long)
      let own = names.words[word]
      if own.role == .particle || own.role == .legalForm { continue }
      guard own.script == names.words[acronym].script else { return false }
      let letter = names.key(of: word)
      var length = min(1, letter.count)
      while length < letter.count, letter[length] & 0xC0 == 0x80 { length += 1 }
      guard place + length <= key.count,
        (0..<length).allSatisfy({ key[place + $0] == letter[$0] })
      else { return false }
      place += length
    }
    return place == key.count
  }

  /// Whether a word in capitals is the row of all first letters of a name: MBS, JFK.
  private static func areInitials(
    _ word: Int, of long: InternedName, _ names: borrowing InternedNames
  ) -> Bool {
    guard (3...4).contains(long.count) else { return false }
    let initials = names.spelled(word).roman
    guard initials.count == long.count else { return false }
    return (0..<long.count).allSatisfy { position in
      let roman = names.spelled(names.word(position, of: long)).roman
      return !roman.isEmpty && roman[0] == initials[position]
    }
  }
}
