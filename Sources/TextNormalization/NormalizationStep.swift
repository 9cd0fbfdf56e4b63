// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A step of a profile; the raw value says in a few words what it does.
///
/// `Profile.steps` has the steps of each profile in their order.
public enum NormalizationStep: String, CaseIterable, Sendable {
  /// Ill-formed UTF-8 becomes U+FFFD, one for each maximal subpart (Unicode 15.0, section 3.9).
  case repair = "ill-formed UTF-8 to U+FFFD"
  /// Letters by our list: `Sources/TableForge/Rules/key.tsv` names a source for each group.
  case letterRules = "letters by our list (key.tsv)"
  /// Default-ignorable characters and format controls go; the apostrophe kinds go.
  case invisible = "invisible characters and apostrophes removed"
  /// Spaces and controls become a space, dashes a hyphen, digits of all scripts 0 to 9.
  case separators = "one kind of space, hyphen and digit"
  /// NFKC_Casefold: compatibility forms and full case folding (UAX #15, UAX #44).
  case compatibilityFolding = "compatibility forms and full case folding (NFKC_Casefold)"
  /// Marks that readers leave out go, marks that make another letter stay (`MarkPolicy`).
  case marks = "marks by the policy of their script"
  /// Traditional Han characters become simplified (ICU's Hant-Hans).
  case simplifiedHan = "simplified Han"
  /// Composition: Unicode normalization form C (UAX #15).
  case composition = "canonical composition (NFC)"
  /// Runs of spaces become one space, and none stands at the ends.
  case spaces = "spaces collapsed and trimmed"
  /// A capital I of a word that is read as Turkic becomes ı (`--language`, or by the text).
  case dotlessI = "I to ı in Turkic words"
  /// Full case folding (CaseFolding.txt, C + F), but İ gives a plain i.
  case caseFolding = "full case folding, İ to i"
  /// Compatibility composition: Unicode normalization form KC (UAX #15).
  case compatibility = "compatibility composition (NFKC)"
  /// Romanization by the rule files of each script, ICU's Any-Latin for what they leave.
  case romanization = "romanization by script, ICU's Any-Latin for the rest"
  /// ICU's Latin-ASCII; what it leaves loses its marks, and then gives `?`.
  case asciiLetters = "ASCII letters (Latin-ASCII), ? for what has none"
}

extension Profile {
  /// The steps in the order in which they are applied.
  ///
  /// In `key` those from the letter rules to the composition are repeated until nothing changes:
  /// the key of a key is the key.
  public var steps: [NormalizationStep] {
    switch self {
    case .key:
      [
        .repair, .letterRules, .invisible, .separators, .compatibilityFolding, .marks,
        .simplifiedHan, .composition, .spaces,
      ]
    case .fold: [.repair, .dotlessI, .caseFolding, .composition]
    case .latin: [.repair, .romanization, .composition]
    case .ascii: [.repair, .romanization, .asciiLetters]
    case .nfc: [.repair, .composition]
    case .nfkc: [.repair, .compatibility]
    }
  }
}
