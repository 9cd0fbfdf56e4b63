// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Rules for capitals, made from those for small letters.
///
/// Щ is Shch in Щербаков and SHCH in ЩЕРБАКОВ: a capital whose target has several letters gets
/// one rule among capitals and one elsewhere.
enum Capitals {
  /// The rule itself and those for its capitals.
  static func variants(of rule: RomanRule) -> [RomanRule] {
    let upper = rule.source.map(capital)
    guard upper != rule.source else { return [rule] }
    var variants = [rule]
    if upper[0] != rule.source[0] {
      var title = rule
      title.source[0] = upper[0]
      title.target = titled(rule.target)
      if rule.source.count == 1 {
        var caps = title
        caps.target = uppercased(rule.target)
        caps.flags |= RomanRule.Flags.caps
        if caps.target != title.target { variants.append(caps) }
      }
      variants.append(title)
    }
    if rule.source.count > 1 {
      var caps = rule
      caps.source = upper
      caps.target = uppercased(rule.target)
      variants.append(caps)
    }
    return variants
  }

  private static func string(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? ""
  }

  /// The single capital of a small letter that is its own small letter's capital.
  private static func capital(_ value: UInt32) -> UInt32 {
    let upper = string(value).uppercased().unicodeScalars
    guard upper.count == 1, let only = upper.first?.value,
      string(only).lowercased().unicodeScalars.elementsEqual(string(value).unicodeScalars)
    else { return value }
    return only
  }

  private static func uppercased(_ target: [UInt8]) -> [UInt8] {
    Array(String(decoding: target, as: UTF8.self).uppercased().utf8)
  }

  private static func titled(_ target: [UInt8]) -> [UInt8] {
    let text = String(decoding: target, as: UTF8.self)
    return Array((text.prefix(1).uppercased() + text.dropFirst()).utf8)
  }
}
