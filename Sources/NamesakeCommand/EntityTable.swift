// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake

/// Entities as a table that a person can read at once.
struct EntityTable {
  let entities: [Entity]

  private static let nameWidth = 28
  private static let formsWidth = 66
  /// Spellings shown for an entity; the rest are counted.
  private static let formLimit = 8

  /// Header and one or more lines for each entity.
  func lines() -> [String] {
    var lines = [row("NAME", "KIND", "ARTICLES", "MENTIONS", "SPELLINGS (LANGUAGES)")]
    for entity in entities {
      let articles = Set(entity.places.map(\.article)).count
      let forms = wrapped(spellings(of: entity))
      for (index, line) in forms.enumerated() {
        lines.append(
          index == 0
            ? row(
              entity.name, entity.kind.rawValue, String(articles), String(entity.places.count), line
            )
            : row("", "", "", "", line))
      }
    }
    return lines
  }

  /// Each spelling with the languages that have it: `Эрдоган ru·uk`.
  private func spellings(of entity: Entity) -> [String] {
    var shown = entity.forms.prefix(Self.formLimit).map { form in
      form.languages.isEmpty ? form.name : "\(form.name) \(form.languages.joined(separator: "·"))"
    }
    let rest = entity.forms.count - shown.count
    if rest > 0 { shown.append("and \(rest) more") }
    return shown
  }

  private func wrapped(_ parts: [String]) -> [String] {
    var lines: [String] = []
    var current = ""
    for (index, part) in parts.enumerated() {
      let piece = index + 1 < parts.count ? part + "," : part
      if current.isEmpty {
        current = piece
      } else if DisplayWidth.of(current) + DisplayWidth.of(piece) + 1 <= Self.formsWidth {
        current += " " + piece
      } else {
        lines.append(current)
        current = piece
      }
    }
    return lines + [current]
  }

  private func row(
    _ name: String, _ kind: String, _ articles: String, _ mentions: String, _ forms: String
  ) -> String {
    let line =
      DisplayWidth.padded(DisplayWidth.cut(name, to: Self.nameWidth), to: Self.nameWidth + 2)
      + DisplayWidth.padded(kind, to: 8)
      + String(repeating: " ", count: max(0, 8 - articles.utf8.count)) + articles
      + String(repeating: " ", count: max(0, 10 - mentions.utf8.count)) + mentions + "  " + forms
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}

/// How wide text is on a terminal.
enum DisplayWidth {
  /// Columns that a text takes: two for East Asian letters, none for marks.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x200B...0x200F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default:
      scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .format ? 0 : 1
    }
  }

  /// The text with spaces behind it up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text, or its beginning with an ellipsis when it is wider.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    for character in text {
      guard of(result) + of(String(character)) < width else { break }
      result.append(character)
    }
    return result + "…"
  }
}
