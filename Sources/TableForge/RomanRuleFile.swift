// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// Rules of romanization written by hand, and the classes and alphabets that they speak of.
///
///     @class<TAB>name<TAB>characters          a class for conditions
///     @alphabet<TAB>tag<TAB>characters        letters of a language, which tell it
///     @language<TAB>tag                       a language that only a tag tells
///     source<TAB>target[<TAB>when[<TAB>note]]
///
/// Characters stand as themselves or as `U+0130`, in classes also as `U+0905-U+0914`. A rule is
/// written in small letters; those for capitals are made from it. The target is that of `latin`;
/// `ascii` is made from it. The terms of `when`, with spaces between, must all hold:
///
///     ^ $             at the start, at the end of a word
///     <a,b  <!a,b     the character before is, is not, in one of these classes
///     >a,b  >!a,b     the same for the one behind
///     uk              in this language; several tags: in one of them
///     latin ascii     in this profile only
///     inherent        a consonant that carries the vowel a
///     name            at the start of two to four ideographs that stand alone
///     double-next lengthen double-previous repeat     see `RomanRule.Action`
struct RomanRuleFile {
  private(set) var rules: [RomanRule] = []

  init(path: FilePath, vocabulary: inout RomanVocabulary) throws {
    let text = try String(decoding: readFile(path), as: UTF8.self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      do {
        try take(fields, &vocabulary)
      } catch let error as ForgeError {
        throw ForgeError("\(path):\(number + 1): \(error.description)")
      }
    }
  }

  private mutating func take(_ fields: [Substring], _ vocabulary: inout RomanVocabulary) throws {
    guard fields.count >= 2 else { throw ForgeError("a rule is a source, a tab and its target") }
    switch fields[0] {
    case "@class":
      let bit = try vocabulary.bit(ofClass: fields[1])
      for scalar in fields.count > 2 ? Self.members(fields[2]) : [] {
        vocabulary.classes[scalar, default: 0] |= bit
      }
    case "@alphabet":
      let bit = try vocabulary.bit(ofLanguage: fields[1])
      for scalar in fields.count > 2 ? Self.members(fields[2]) : [] {
        vocabulary.alphabets[scalar, default: 0] |= bit
      }
    case "@language": _ = try vocabulary.bit(ofLanguage: fields[1])
    default:
      var rule = RomanRule(Self.scalars(fields[0]), utf8(Self.scalars(fields[1])))
      for term in fields.count > 2 ? fields[2].split(separator: " ") : [] {
        try Self.apply(term, to: &rule, vocabulary)
      }
      rules.append(rule)
    }
  }

  private static func apply(
    _ term: Substring, to rule: inout RomanRule, _ vocabulary: RomanVocabulary
  ) throws {
    switch term {
    case "^": rule.notBefore |= RomanClass.word.bit
    case "$": rule.notAfter |= RomanClass.word.bit
    case "latin": rule.profiles = RomanRule.Profiles.latin
    case "ascii": rule.profiles = RomanRule.Profiles.ascii
    case "inherent": rule.flags |= RomanRule.Flags.inherent
    case "name": rule.flags |= RomanRule.Flags.name
    case "double-next": rule.action = .doublesNext
    case "lengthen": rule.action = .lengthens
    case "double-previous": rule.action = .doublesPrevious
    case "repeat": rule.action = .repeats
    default:
      guard let mark = term.first, mark == "<" || mark == ">" else {
        rule.languages |= try vocabulary.known(language: term)
        return
      }
      let isNot = term.dropFirst().first == "!"
      var bits: UInt32 = 0
      for name in term.dropFirst(isNot ? 2 : 1).split(separator: ",") {
        bits |= try vocabulary.known(class: name)
      }
      switch (mark, isNot) {
      case ("<", false): rule.before |= bits
      case ("<", true): rule.notBefore |= bits
      case (_, false): rule.after |= bits
      case (_, true): rule.notAfter |= bits
      }
    }
  }

  private static func scalars(_ field: Substring) -> [UInt32] {
    field.hasPrefix("U+") ? members(field) : field.unicodeScalars.map(\.value)
  }

  /// Characters of a list; a list with a `U+` in it has spaces between its members.
  private static func members(_ field: Substring) -> [UInt32] {
    guard field.contains("U+") else { return field.unicodeScalars.map(\.value) }
    return field.split(separator: " ").flatMap { part -> [UInt32] in
      let ends = part.split(separator: "-").compactMap { end in
        end.hasPrefix("U+") ? UInt32(end.dropFirst(2), radix: 16) : nil
      }
      switch ends.count {
      case 1: return [ends[0]]
      case 2: return Array(ends[0]...ends[1])
      default: return part.unicodeScalars.map(\.value)
      }
    }
  }
}
