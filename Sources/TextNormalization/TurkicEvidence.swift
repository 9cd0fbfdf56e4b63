// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// What a whole text says about its language: enough to tell Turkic Latin text from the rest.
enum TurkicEvidence {
  /// Number of letters that, among living Latin alphabets, only Turkic ones have: ğ, ı, İ, ş, ə.
  static func turkicLetters(in bytes: Span<UInt8>) -> Int {
    var found = 0
    var index = 1
    while index < bytes.count {
      switch (bytes[index - 1], bytes[index]) {
      case (0xC4, 0x9E), (0xC4, 0x9F), (0xC4, 0xB0), (0xC4, 0xB1), (0xC5, 0x9E), (0xC5, 0x9F),
        (0xC9, 0x99), (0xC6, 0x8F):
        found += 1
      default: break
      }
      index += 1
    }
    return found
  }

  /// Whether the text reads as Turkish or a sister language.
  static func isTurkic(_ text: Span<UInt8>) -> Bool {
    // A few sentences settle it; a whole book need not be read for one letter.
    let head = text.extracting(first: 4096)
    var turkic = turkicLetters(in: head)
    var other = 0
    var start = 0
    for index in 0...head.count {
      let isBreak = index == head.count || !(head[index] >= 0x41)
      guard isBreak else { continue }
      if index > start {
        let word = String(decoding: head.extracting(start..<index).array, as: UTF8.self)
          .lowercased()
        if turkicWords.contains(word) { turkic += 1 }
        if otherWords.contains(word) { other += 2 }
      }
      start = index + 1
    }
    return turkic > other
  }

  /// Function words of Turkish and Azerbaijani without dotted or dotless i.
  private static let turkicWords: Set<String> = [
    "ve", "bir", "bu", "ile", "da", "de", "ne", "ama", "daha", "olarak", "sonra", "kadar", "gibi",
    "olan", "oldu", "yok", "var", "her", "en", "çok", "bu", "dedi", "eden", "olacak", "yeni",
  ]

  /// Function words of languages with a plain i.
  private static let otherWords: Set<String> = [
    "the", "of", "and", "in", "to", "is", "on", "for", "with", "at", "by", "from", "as", "was",
    "der", "die", "das", "und", "von", "mit", "im", "ist", "zu", "den", "le", "la", "les", "des",
    "et", "du", "el", "los", "del", "y", "il", "di", "che", "w", "na", "z", "het", "van", "een",
    "says", "after", "over", "dans", "pour", "con", "per", "que",
  ]
}
