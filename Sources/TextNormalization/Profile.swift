// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A named, pinned way of normalizing text.
///
/// Keys, indexes and models record the identifier of the profile that made them and refuse
/// another: a change of a profile's output is a new version. `steps` names what each profile does,
/// in order.
public enum Profile: String, CaseIterable, Sendable {
  /// The match key.
  ///
  /// Equal for spellings that differ only in case, marks that readers leave out, width,
  /// compatibility form, apostrophes, kind of dash, or dotted and dotless i; different where a
  /// script's own letters differ.
  case key

  /// Language-aware case folding that keeps the script: `IĞDIR` in Turkish gives `ığdır`.
  case fold

  /// Readable romanization with marks.
  ///
  /// Each script by a standard (`Romanization` lists them), Cyrillic and Arabic letters and Han by
  /// the language of the tag or, but for Han, of the text.
  case latin

  /// Romanization in ASCII alone; a character with no romanization gives `?`.
  case ascii

  /// Unicode normalization form C, by a table made from ICU.
  case nfc

  /// Unicode normalization form KC, by a table made from ICU.
  case nfkc

  /// Name and version, such as `key@1`: what outputs carry.
  ///
  /// The Unicode forms have no version of their own: Unicode guarantees their stability.
  public var identifier: String {
    switch self {
    case .key, .fold, .latin, .ascii: "\(rawValue)@1"
    case .nfc, .nfkc: rawValue
    }
  }
}
