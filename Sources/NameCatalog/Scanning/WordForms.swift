// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Base forms that a word in a case form may have, by its script.
///
///     // "путиным" → "путин", "путина", …; "თბილისში" → "თბილისი"
///
/// They are guesses to be looked up in a catalogue, which holds hardly any that is wrong.
enum WordForms {
  /// How far a word is from the base form.
  enum Change: UInt8, Comparable {
    /// It is the base form.
    case none
    /// It has the ending s: the genitive of Germanic languages.
    case genitive
    /// Another case form.
    case inflected

    static func < (a: Change, b: Change) -> Bool { a.rawValue < b.rawValue }

    /// The greatest change that a language makes to a name without an apostrophe; nil for an unknown
    /// language.
    static func greatest(in language: LanguageTag?) -> Change {
      guard let code = language?.language else { return .inflected }
      if uninflected.contains(code) { return .none }
      return genitives.contains(code) ? .genitive : .inflected
    }

    private static let uninflected: Set<String> = [
      "en", "fr", "it", "es", "pt", "ca", "gl", "ro", "vi", "id", "ms", "sw", "tl", "zh", "ja",
      "ko",
    ]
    private static let genitives: Set<String> = [
      "de", "nl", "sv", "da", "nb", "nn", "no", "is", "fo", "lb",
    ]
  }

  /// Letters of the longest ending that is taken off.
  private static let longestEnding = 5
  /// Letters that are left at the least.
  private static let shortestStem = 2

  /// Calls back with bases that a word may have, itself left out.
  ///
  /// - Parameters:
  ///   - key: A word in the `key` profile.
  ///   - script: Its script.
  ///   - body: Receives each base; it tells whether the catalogue has it.
  /// - Complexity: O(1) calls, a few dozen at the most.
  static func forEachBase(
    of key: [UInt8], in script: Script, _ body: ([UInt8], Change) -> Void
  ) {
    guard let endings = baseEndings(script) else { return }
    let ends = key.indices.filter { $0 + 1 == key.count || key[$0 + 1] & 0xC0 != 0x80 }
    for dropped in 0...longestEnding where ends.count - dropped >= shortestStem {
      let stem = ends[ends.count - 1 - dropped] + 1
      guard let caseEndings = caseEndings(script) else {
        for ending in endings where dropped > 0 || !ending.isEmpty {
          let base = key[..<stem] + ending
          if Inflection.mayBeFormsOfOneName(key.span, Array(base).span) {
            let isGenitive = dropped == 1 && ending.isEmpty && key.last == 0x73
            body(Array(base), isGenitive ? .genitive : .inflected)
          }
        }
        continue
      }
      guard caseEndings.contains(Array(key[stem...])) else { continue }
      for ending in endings { body(Array(key[..<stem] + ending), .inflected) }
    }
  }

  private static func baseEndings(_ script: Script) -> [[UInt8]]? {
    switch script {
    case .latin: latin
    case .cyrillic: cyrillic
    case .greek: greek
    case .georgian: georgian
    case .armenian: armenian
    default: nil
    }
  }

  /// Endings of the scripts whose paradigms `Inflection` does not hold.
  private static func caseEndings(_ script: Script) -> Set<[UInt8]>? {
    switch script {
    case .georgian: georgianCases
    case .armenian: armenianCases
    default: nil
    }
  }

  private static let latin = words("_ a o e y i ia is as us s ek ec el")
  private static let cyrillic = words("_ а я й ь о е ия ія ий ый ая ец ок ев")
  private static let greek = words("οσ ησ ασ ισ ουσ η α")
  private static let georgian = words("_ ი ა ე ო")
  private static let armenian = words("_ ա ն")
  private static let georgianCases = Set(
    words("ის ისთვის ისგან იდან დან თან ში ზე მა მ ს სთვის ით ად ი ისა"))
  private static let armenianCases = Set(
    words("ի ին ը ն ում ից ով յի յին յում յից նը նն ու ուն"))

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { $0 == "_" ? [] : Array($0.utf8) }
  }
}
