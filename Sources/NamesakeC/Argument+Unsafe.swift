// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// What the caller says by words and numbers.
enum Argument {
  /// A profile by name; null is `key`.
  static func profile(_ name: UnsafePointer<CChar>?) throws(Refusal) -> Profile {
    guard let name = unsafe name else { return .key }
    let text = unsafe String(cString: name)
    guard let profile = Profile(rawValue: text) else {
      throw .argument("\(text) is no profile; give key, fold, latin, ascii, nfc or nfkc")
    }
    return profile
  }

  /// A language by its tag; null or `auto` is for the text to show.
  static func language(_ tag: UnsafePointer<CChar>?) throws(Refusal) -> LanguageTag? {
    guard let tag = unsafe tag else { return nil }
    let text = unsafe String(cString: tag)
    if text.isEmpty || text == "auto" { return nil }
    guard let language = LanguageTag(text) else {
      throw .argument("\(text) is no language tag; give one such as tr, or auto")
    }
    return language
  }

  /// A kind by its number: 0 unknown, 1 person, 2 organization, 3 place.
  static func kind(_ code: Int32) throws(Refusal) -> NameKind? {
    switch code {
    case 0: nil
    case 1: .person
    case 2: .org
    case 3: .place
    default: throw .argument("\(code) is no kind; give 0 to 3")
    }
  }

  /// Kinds of many names; null is unknown for all.
  static func kinds(_ codes: UnsafePointer<UInt8>?, count: Int) throws(Refusal) -> [NameKind?] {
    guard let codes = unsafe codes else { return [] }
    var kinds: [NameKind?] = []
    kinds.reserveCapacity(count)
    for number in 0..<count { kinds.append(try kind(Int32(unsafe codes[number]))) }
    return kinds
  }

  /// The bar for names to be one; a negative one is the default.
  static func threshold(_ value: Double) throws(Refusal) -> Double {
    if value < 0 { return NameResolver.defaultThreshold }
    guard value <= 1 else { throw .argument("a probability is from 0 to 1") }
    return value
  }

  /// A number of threads; 0 is one for each core.
  static func threads(_ number: Int32) -> Int { number > 0 ? Int(number) : Cores.count }
}
