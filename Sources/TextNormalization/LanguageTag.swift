// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A BCP 47 language tag, as far as text handling needs it: language and script.
///
///     LanguageTag("kk-Latn-KZ")?.isTurkicLatin   // true
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// Primary language subtag in lower case, such as `tr`.
  public let language: String
  /// ISO 15924 script subtag such as `Latn`, or nil when the tag has none.
  public let script: String?

  /// Parses a tag such as `tr`, `kk-Latn` or `zh_Hant_TW`.
  ///
  /// The result is nil when the text is not a well-formed tag.
  ///
  /// - Parameter text: The tag; `_` is taken for `-`.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...8).contains(first.utf8.count),
      parts.allSatisfy({
        (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isAlphanumeric)
      }),
      first.utf8.allSatisfy({ $0 >= 0x41 })
    else { return nil }
    language = first.lowercased()
    let scriptPart = parts.dropFirst().first { part in
      part.utf8.count == 4 && part.utf8.allSatisfy { $0 >= 0x41 }
    }
    script = scriptPart.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
  }

  /// Whether I and ı, İ and i are the case pairs of the language's Latin alphabet.
  ///
  /// ICU tailors only Turkish and Azerbaijani; Crimean Tatar and Gagauz, and Tatar and Kazakh in
  /// Latin letters, have the same four letters.
  public var isTurkicLatin: Bool {
    switch language {
    case "tr", "az": script == nil || script == "Latn"
    case "crh", "gag": script == nil || script == "Latn"
    case "tt", "kk": script == "Latn"
    default: false
    }
  }

  /// The tag in canonical letter case.
  public var description: String { script.map { "\(language)-\($0)" } ?? language }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
