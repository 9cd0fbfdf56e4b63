// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// Finds words that are written in letters of another script which look alike: `Erdоgan` with a
/// Cyrillic о.
///
///     LookAlikes.find(in: "Erdоgan")            // one word, .mixedScript
///     LookAlikes.find(in: "Владимир Путин")     // nothing: plain Cyrillic is no trick
///     LookAlikes.find(in: "Bank of Аmеriса")    // one word
///
/// It flags, and decides nothing: the writer may have meant it, as in a logo.
///
/// - Reference: Unicode Technical Standard #39, sections 4 and 5.
public enum LookAlikes {
  /// A suspicious word.
  public struct Finding: Sendable, Equatable {
    /// Why a word is suspicious.
    public enum Reason: String, Sendable {
      /// Letters of two scripts that are never written in one word, as Latin and Cyrillic.
      case mixedScript = "mixed-script"
      /// A word whose letters all look Latin, among Latin words and no honest word of its script.
      case wholeScript = "whole-script"
    }

    /// UTF-8 bytes of the word in the text.
    public var range: Range<Int>
    /// Why it is suspicious.
    public var reason: Reason
  }

  /// Finds suspicious words in a string.
  public static func find(in text: String) -> [Finding] { find(in: text.utf8Span.span) }

  /// Finds suspicious words in a text.
  ///
  /// - Parameter text: UTF-8; ill-formed sequences part words.
  /// - Returns: The findings in order of the text.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func find(in text: Span<UInt8>) -> [Finding] {
    var tokens: [Token] = []
    Tokenizer().tokenize(text, into: &tokens)
    tokens.removeAll { $0.kind != .word }
    let scripts = tokens.map { self.scripts(of: text.extracting($0.range)) }
    let tricks = tricks(tokens, scripts, text)
    return zip(tokens, scripts).compactMap { token, scripts in
      if scripts.count > 1 { return Finding(range: token.range, reason: .mixedScript) }
      return tricks.isDisjoint(with: scripts)
        ? nil : Finding(range: token.range, reason: .wholeScript)
    }
  }

  /// Scripts that stand beside Latin words and of which every word reads as Latin.
  ///
  /// One word that does not shows that the script is there in its own right.
  private static func tricks(
    _ tokens: [Token], _ scripts: [Set<Script>], _ text: Span<UInt8>
  ) -> Set<Script> {
    guard scripts.contains([.latin]) else { return [] }
    var tricks: Set<Script> = []
    for script in mimics {
      var words = tokens.indices.filter { scripts[$0] == [script] }[...]
      guard !words.isEmpty else { continue }
      while let word = words.first, readsAsLatin(text.extracting(tokens[word].range)) {
        words.removeFirst()
      }
      if words.isEmpty { tricks.insert(script) }
    }
    return tricks
  }

  /// Scripts with case that share many shapes with Latin.
  private static let mimics: Set<Script> = [.cyrillic, .greek, .armenian]

  /// Scripts of the letters, marks aside.
  private static func scripts(of word: Span<UInt8>) -> Set<Script> {
    var scripts: Set<Script> = []
    var index = 0
    while index < word.count {
      let decoded = word.scalar(at: index)
      scripts.insert(CharacterProperties(decoded.value).script)
      index += decoded.length
    }
    return scripts.subtracting([.common, .inherited])
  }

  /// Whether a word has at least two letters and its skeleton is ASCII.
  ///
  /// A single letter is an initial, and `О.` among Latin words is common in good faith.
  private static func readsAsLatin(_ word: Span<UInt8>) -> Bool {
    let skeleton = ICU.skeleton(word.array)
    return word.count > 3 && skeleton.allSatisfy { $0 < 0x80 }
  }
}
