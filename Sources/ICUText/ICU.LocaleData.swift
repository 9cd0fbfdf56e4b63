// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeICU

extension ICU {
  /// What CLDR knows of languages, as ICU carries it: a source of the generated tables.
  public enum LocaleData {
    /// What a code stands for that CLDR has names of.
    public enum Named: UInt32, Sendable {
      /// ISO 3166 territory.
      case territory = 0
      /// ISO 639 language.
      case language
      /// ISO 4217 currency.
      case currency
    }

    /// Name in a language, or the code itself where ICU has no name.
    public static func name(of named: Named, _ code: String, locale: String) -> String {
      let kind = nsk_named(rawValue: named.rawValue)
      let name = unsafe filled(atLeast: 256) { output, capacity in
        unsafe nsk_display_name(kind, locale, code, output, capacity)
      }
      return String(decoding: name ?? [], as: UTF8.self)
    }

    /// Letters of a language's orthography by CLDR's exemplar sets, in lower case.
    ///
    /// - Parameters:
    ///   - locale: An ICU id such as "tr" or "sr_Latn".
    ///   - isAuxiliary: The letters of foreign words and older spelling instead of the main ones.
    /// - Returns: Scalars in ascending order, empty where CLDR has no such language.
    public static func exemplars(locale: String, isAuxiliary: Bool) -> [UInt32] {
      var scalars = [Int32](repeating: 0, count: 20_000)
      let found = unsafe nsk_exemplars(locale, isAuxiliary, &scalars, scalars.count)
      guard found > 0 else { return [] }
      return Set(scalars.prefix(Int(found)).map(UInt32.init(bitPattern:))).sorted()
    }
  }
}
