// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
internal import TextNormalization

/// Puts together what the tokenizer takes apart but a name keeps whole: O'Neill, В'ячеслав, U.S.
enum WordJoining {
  static func words(_ tokens: [Token], _ text: Span<UInt8>) -> [Article.Word] {
    var words: [Article.Word] = []
    words.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var word = Article.Word(
        range: token.range, kind: token.kind, shape: token.shape, script: token.script,
        isJoined: token.isJoined)
      word.startsUpper = startsUpper(token, text)
      var end = index + 1
      if token.kind == .word {
        if let joined = acronym(tokens, index, text) {
          end = joined
          word.shape = .upper
        } else {
          while let joined = apostrophe(tokens, end - 1, from: index, text)
            ?? gershayim(tokens, end - 1, text)
          {
            end = joined
            if word.shape == .initial { word.shape = .title }
          }
        }
        word.range = token.range.lowerBound..<tokens[end - 1].range.upperBound
      }
      word.isSuffix = end == index + 1 && isSuffix(tokens, index, words)
      words.append(word)
      index = end
    }
    return words
  }

  private static func startsUpper(_ token: Token, _ text: Span<UInt8>) -> Bool {
    CharacterProperties(text.scalar(at: token.range.lowerBound).value).isUppercase
  }

  /// End of an acronym with full stops that begins at a token: U.S., А.Б.
  private static func acronym(_ tokens: [Token], _ start: Int, _ text: Span<UInt8>) -> Int? {
    var end = start
    var letters = 0
    while end + 1 < tokens.count, tokens[end].kind == .word, tokens[end].shape == .initial,
      end == start || tokens[end].isJoined, text[tokens[end + 1].range.lowerBound] == 0x2E,
      tokens[end + 1].isJoined, tokens[end].range.count <= 2
    {
      letters += 1
      end += 2
    }
    return letters >= 2
      && !(end < tokens.count && tokens[end].isJoined && tokens[end].kind == .word)
      ? end : nil
  }

  /// End of a word that goes on behind an apostrophe.
  private static func apostrophe(
    _ tokens: [Token], _ last: Int, from first: Int, _ text: Span<UInt8>
  ) -> Int? {
    guard last + 2 < tokens.count, tokens[last + 1].kind == .apostrophe, tokens[last + 1].isJoined,
      tokens[last + 2].kind == .word, tokens[last + 2].isJoined
    else { return nil }
    let before = tokens[last]
    let after = tokens[last + 2]
    guard before.script == after.script else { return nil }
    if before.script == .hebrew { return last + 3 }
    if before.script == .cyrillic {
      // Ukrainian and Belarusian: the apostrophe stands before я ю є ї inside a word.
      let next = text.scalar(at: after.range.lowerBound).value
      return [0x44F, 0x44E, 0x454, 0x457, 0x435, 0x451, 0x42F, 0x42E, 0x404, 0x407].contains(next)
        ? last + 3 : nil
    }
    // O'Neill; a capital D' or L' belongs to the word where it does not open the sentence.
    guard last == first, before.shape == .initial, startsUpper(after, text), after.shape != .upper
    else { return nil }
    return text[before.range.lowerBound] == 0x4F ? last + 3 : nil
  }

  /// End of a Hebrew acronym, which has a double quotation mark before its last letter.
  private static func gershayim(_ tokens: [Token], _ last: Int, _ text: Span<UInt8>) -> Int? {
    guard last + 2 < tokens.count, tokens[last].script == .hebrew, tokens[last + 1].isJoined,
      tokens[last + 2].isJoined, tokens[last + 2].script == .hebrew,
      tokens[last + 2].range.count == 2
    else { return nil }
    let sign = text.scalar(at: tokens[last + 1].range.lowerBound).value
    return [0x22, 0x5F4, 0x201D].contains(sign) ? last + 3 : nil
  }

  /// Whether a token is an ending that an apostrophe sets off from the word before it.
  private static func isSuffix(_ tokens: [Token], _ index: Int, _ words: [Article.Word]) -> Bool {
    guard index >= 2, tokens[index].kind == .word, tokens[index].isJoined,
      tokens[index - 1].kind == .apostrophe, tokens[index - 2].kind == .word,
      tokens[index].range.count <= 12
    else { return false }
    // An elided article (l', dell', qu') stands before its word, not behind it.
    let isShort = tokens[index - 2].range.count <= 1
    if !tokens[index - 1].isJoined { return tokens[index].range.count == 1 }
    return !isShort && !(tokens[index].shape == .title && tokens[index - 2].shape != .upper)
  }
}
