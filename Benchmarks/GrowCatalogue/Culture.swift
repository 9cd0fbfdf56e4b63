// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What the names of a language or region are made of.
struct Culture {
  /// How its names are written.
  enum System {
    case latin, cyrillic, greek, arabic, hebrew, indic, georgian, armenian, thai
    case han, japanese, hangul

    /// Whether names are written without spaces.
    var isUnspaced: Bool {
      switch self {
      case .han, .japanese, .hangul: true
      default: false
      }
    }
  }

  /// A part of a name: as it is written at home, and Latin spellings of it.
  struct Part {
    var native: String
    var latin: [String]

    /// `Юрий=Yuri/Yury`; a part without Latin spellings is its own.
    init(_ text: Substring) {
      let sides = text.split(separator: "=", maxSplits: 1)
      native = String(sides[0])
      latin = sides.count > 1 ? sides[1].split(separator: "/").map(String.init) : [native]
    }

    static func list(_ text: String) -> [Part] { text.split(separator: " ").map(Part.init) }
  }

  /// Share of the catalogue, over the sum of all weights.
  var weight: Int
  var system: System
  var familyFirst: Bool
  /// The commonest given names, commonest first.
  var given: [Part]
  /// Beginnings of family names; of unspaced scripts, whole family names.
  var starts: [Part]
  /// Middles of family names; of Chinese and Korean, first characters of given names.
  var middles: [Part]
  /// Ends of family names; of Chinese and Korean, last characters of given names.
  var ends: [Part]
  /// Ends of places' names.
  var places: [Part]
  /// What companies do.
  var trades: [Part]
  /// Legal forms.
  var forms: [Part]
  var particles: [Part]
  var titles: [Part]

  init(
    weight: Int, system: System, familyFirst: Bool = false, given: String, starts: String,
    middles: String, ends: String, places: String, trades: String, forms: String,
    particles: String, titles: String
  ) {
    self.weight = weight
    self.system = system
    self.familyFirst = familyFirst
    self.given = Part.list(given)
    self.starts = Part.list(starts)
    self.middles = Part.list(middles)
    self.ends = Part.list(ends)
    self.places = Part.list(places)
    self.trades = Part.list(trades)
    self.forms = Part.list(forms)
    self.particles = Part.list(particles)
    self.titles = Part.list(titles)
  }
}
