// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Case endings of Georgian and Armenian names.
enum CaseEnding {
  /// The stem of a word in the `key` profile; words of other scripts come back as they are.
  static func stem(_ key: [UInt8]) -> [UInt8] {
    guard key.count > 8, let endings = endings(key) else { return key }
    for ending in endings where key.count >= ending.count + 6 {
      if key.suffix(ending.count).elementsEqual(ending) { return Array(key.dropLast(ending.count)) }
    }
    return key
  }

  /// The endings of the script that a word is written in, the longest first.
  private static func endings(_ key: [UInt8]) -> [[UInt8]]? {
    switch key[0] {
    case 0xE1: key[1] == 0x83 ? georgian : nil
    case 0xD4...0xD6: armenian
    default: nil
    }
  }

  private static let georgian: [[UInt8]] = [
    "ისთვის", "ისგან", "იდან", "სთვის", "დან", "თან", "იმ", "ში", "ზე", "ის", "მა", "ით", "ად", "ს",
    "მ",
    "ი", "ა",
  ].map { Array($0.utf8) }

  private static let armenian: [[UInt8]] = [
    "ներին", "ությանը", "ումը", "յում", "յից", "յին", "ում", "ից", "ին", "ով", "յի", "նը", "նն",
    "ը", "ի",
    "ա", "ն",
  ].map { Array($0.utf8) }
}
