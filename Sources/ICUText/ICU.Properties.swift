// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeICU

extension ICU {
  /// Character properties as ICU knows them: the source of the generated tables.
  public enum Properties {
    /// ICU's number of the scalar's script.
    public static func script(_ scalar: UInt32) -> Int32 { nsk_script(Int32(bitPattern: scalar)) }

    /// ISO 15924 code of the scalar's script, such as "Latn".
    public static func scriptCode(_ scalar: UInt32) -> String { code(ofScript: script(scalar)) }

    /// ISO 15924 code of a script by ICU's number; "Zzzz" for numbers that ICU does not know.
    public static func code(ofScript number: Int32) -> String {
      guard let name = unsafe nsk_script_code(number) else { return "Zzzz" }
      return unsafe String(cString: name)
    }

    /// General category as ICU numbers it (`UCharCategory`).
    public static func generalCategory(_ scalar: UInt32) -> UInt32 {
      UInt32(nsk_general_category(Int32(bitPattern: scalar)))
    }

    /// Canonical combining class, 0 for what is not a mark.
    public static func combiningClass(_ scalar: UInt32) -> UInt8 {
      nsk_combining_class(Int32(bitPattern: scalar))
    }

    /// Whether NFC may join the scalar with the one before it.
    public static func composesBackward(_ scalar: UInt32) -> Bool {
      nsk_composes_backward(Int32(bitPattern: scalar))
    }

    /// The Alphabetic property.
    public static func isAlphabetic(_ scalar: UInt32) -> Bool {
      nsk_is_alphabetic(Int32(bitPattern: scalar))
    }

    /// The Uppercase property.
    public static func isUppercase(_ scalar: UInt32) -> Bool {
      nsk_is_uppercase(Int32(bitPattern: scalar))
    }

    /// The Lowercase property.
    public static func isLowercase(_ scalar: UInt32) -> Bool {
      nsk_is_lowercase(Int32(bitPattern: scalar))
    }

    /// The Default_Ignorable_Code_Point property.
    public static func isIgnorable(_ scalar: UInt32) -> Bool {
      nsk_is_ignorable(Int32(bitPattern: scalar))
    }

    /// What an Indic letter or sign does with the inherent vowel.
    public enum IndicRole: Sendable {
      /// A consonant, which carries the vowel unless a sign takes it away.
      case consonant
      /// A vowel sign or a virama: takes the vowel of the consonant before it away.
      case vowelless
      /// Neither.
      case other
    }

    /// The role by the Indic_Syllabic_Category property.
    public static func indicRole(_ scalar: UInt32) -> IndicRole {
      switch nsk_indic_role(Int32(bitPattern: scalar)) {
      case 1: .consonant
      case 2: .vowelless
      default: .other
      }
    }

    /// Unicode name of a scalar, such as "CHEROKEE LETTER TSA"; empty when it has none.
    public static func name(_ scalar: UInt32) -> String {
      var name = [CChar](repeating: 0, count: 256)
      unsafe nsk_char_name(Int32(bitPattern: scalar), &name, 256)
      return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The Dash property.
    public static func isDash(_ scalar: UInt32) -> Bool { nsk_is_dash(Int32(bitPattern: scalar)) }

    /// Value of a decimal digit of any script, nil for other scalars.
    public static func digit(_ scalar: UInt32) -> Int? {
      let value = nsk_digit(Int32(bitPattern: scalar))
      return value < 0 ? nil : Int(value)
    }
  }
}
