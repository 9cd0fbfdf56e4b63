// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes

/// A word of a training name in the two readings that aligners take.
struct TrainingWord: Hashable {
  /// Number of the word's alphabet.
  var alphabet: UInt8
  /// Its letters.
  var letters: [UInt16]
  /// Letters a–z of its romanization.
  var roman: [UInt16]

  /// Neighbours read as one word.
  static func joined(_ words: some Sequence<TrainingWord>) -> TrainingWord {
    var result = TrainingWord(alphabet: 0, letters: [], roman: [])
    for word in words {
      if result.letters.isEmpty { result.alphabet = word.alphabet }
      result.letters += word.letters
      result.roman += word.roman
    }
    return result
  }
}

/// One spelling of an entity's name.
struct TrainingName {
  /// Its words without titles, offices and initials.
  var words: [TrainingWord]
  /// Whether its language codes name English.
  var isEnglish: Bool

  init?(_ text: [UInt8], languages: [UInt8], parser: inout NameParser) {
    let name = parser.parse(text.span, kind: nil)
    words = name.tokens.compactMap { token in
      guard token.role == .name || token.role == .particle, !token.letters.isEmpty else {
        return nil
      }
      return TrainingWord(
        alphabet: NameLetters.alphabet(of: token.script), letters: token.letters,
        roman: NameLetters.romanLetters(of: token.roman))
    }
    guard let first = words.first, words.count <= 6,
      words.allSatisfy({ $0.alphabet == first.alphabet })
    else { return nil }
    isEnglish = Self.names(english: languages)
  }

  var alphabet: UInt8 { words[0].alphabet }

  private static func names(english languages: [UInt8]) -> Bool {
    var index = 0
    while index + 1 < languages.count {
      let isStart = index == 0 || languages[index - 1] == 0x2C
      let isEnd = index + 2 == languages.count || languages[index + 2] == 0x2C
      if isStart, isEnd, languages[index] == 0x65, languages[index + 1] == 0x6E { return true }
      index += 1
    }
    return false
  }
}

/// Entities with their names, from rows of id, languages, name and kind.
struct TrainingEntities {
  /// Names of each entity, in the order in which the entities were first met.
  private(set) var names: [[TrainingName]] = []
  private var places: [[UInt8]: Int] = [:]
  private var parser = NameParser()

  /// Adds a row; rows whose name has no letters, or mixes scripts, are passed over.
  mutating func add(id: [UInt8], languages: [UInt8], name: [UInt8]) {
    guard let name = TrainingName(name, languages: languages, parser: &parser) else { return }
    if let place = places[id] {
      names[place].append(name)
    } else {
      places[id] = names.count
      names.append([name])
    }
  }
}
