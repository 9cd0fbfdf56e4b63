// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// What the tagger and its model say of words, kept from text to text.
struct TagMemory {
  struct Known {
    let traits: WordTraits
    /// Languages in which the word was looked up.
    let languages: UInt64
    /// Whether its sums were made.
    var hasSums = false
  }

  private(set) var known: [Known] = []
  /// Sums of the weights of each word as seen from the units around, one behind another by place;
  /// zeros until they are asked for.
  private var sums: [TagSum] = []
  /// Number of what is known of a word, by its number in the vocabulary; -1 for nothing.
  ///
  /// Every second place is for the word as an ending.
  private var ofWords: [Int32] = []
  private var pieces = ByteInterner()
  private var ofPieces: [Int32] = []
  private var normalizer = TextNormalizer(.key)

  /// Pieces of words are forgotten when there are more than this.
  private static let capacity = 20_000

  /// Forgets what is too much; not to be called inside a text.
  mutating func beginText() {
    if ofPieces.count > Self.capacity || known.count > 8 * Self.capacity { self = TagMemory() }
  }

  /// Number of a word or sign.
  mutating func number(of index: Int, _ form: TagForm, in article: Article) -> Int {
    let word = article.words[index]
    guard word.surface >= 0 else { return number(ofPiece: word.range, form, in: article) }
    let place = 2 * word.surface + (form == .ending ? 1 : 0)
    while ofWords.count <= place { ofWords.append(-1) }
    let number = Int(ofWords[place])
    if number >= 0, known[number].languages == article.languages.bits { return number }
    let key = Array(article.vocabulary.key(word.key))
    let traits = WordTraits(
      form: form, script: word.script, classes: article.classes(index), key: key.span)
    ofWords[place] = keep(traits, article, at: ofWords[place])
    return Int(ofWords[place])
  }

  /// Number of a sign, or of a piece of a word in a script without spaces.
  mutating func number(ofPiece range: Range<Int>, _ form: TagForm, in article: Article) -> Int {
    let piece = pieces.intern(article.bytes.span.extracting(range))
    if piece == ofPieces.count { ofPieces.append(-1) }
    let number = Int(ofPieces[piece])
    if number >= 0, known[number].languages == article.languages.bits { return number }
    // Signs stay as they are written: the key has none.
    let isLetters = form.isDense || form == .number
    let key = isLetters ? normalized(range, article) : Array(article.bytes[range])
    let classes = article.vocabulary.lexicon.classes(of: key.span, in: article.languages)
    let script = CharacterProperties(article.bytes.span.scalar(at: range.lowerBound).value).script
    let traits = WordTraits(form: form, script: script, classes: classes, key: key.span)
    ofPieces[piece] = keep(traits, article, at: ofPieces[piece])
    return Int(ofPieces[piece])
  }

  private mutating func keep(_ traits: WordTraits, _ article: Article, at slot: Int32) -> Int32 {
    let new = Known(traits: traits, languages: article.languages.bits)
    if slot >= 0 {
      known[Int(slot)] = new
      return slot
    }
    known.append(new)
    return Int32(known.count - 1)
  }

  /// A piece of text in the `key` profile.
  mutating func normalized(_ range: Range<Int>, _ article: Article) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 64)
    normalizer.normalize(article.bytes.span.extracting(range), into: &buffer)
    return buffer.array()
  }

  /// Adds up the weights of a word as its neighbours see it, once.
  mutating func sum(_ number: Int, _ model: TaggerModel, _ rows: inout [UInt32]) {
    guard !known[number].hasSums else { return }
    let first = number * WordTraits.places.count
    while sums.count < known.count * WordTraits.places.count { sums.append(TagSum()) }
    for place in WordTraits.places {
      rows.removeAll(keepingCapacity: true)
      known[number].traits.append(at: place, of: model.rows, to: &rows)
      var sum = TagSum()
      for row in rows { sum.add(model.weights(row & TagRows.rowMask)) }
      sums[first + place - WordTraits.places.lowerBound] = sum
    }
    known[number].hasSums = true
  }

  /// What a word adds to the sum of a unit `place` words before it (negative: behind).
  func sum(_ number: Int, at place: Int) -> TagSum {
    sums[number * WordTraits.places.count + place - WordTraits.places.lowerBound]
  }
}
