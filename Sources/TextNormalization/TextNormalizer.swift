// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import TextBytes

/// Normalizes text by a profile.
///
///     var normalizer = TextNormalizer(.key)
///     normalizer.normalize("ERDOĞAN’IN")   // "erdoganin"
///
/// A value holds no results between calls and may be kept for a worker's life. Text never throws:
/// ill-formed UTF-8 becomes U+FFFD and is counted. The same input gives the same bytes whatever
/// the system's locale or ICU; where ICU runs (marks that compose), Unicode guarantees stability.
public struct TextNormalizer: Sendable {
  /// Bytes of output for one byte of input, at most, in every profile.
  public static let mostBytesPerByte = 14

  /// The profile that is applied.
  public let profile: Profile
  /// Language of the text, or nil to decide from the text itself.
  public let language: LanguageTag?
  /// Number of ill-formed sequences repaired since the value was made.
  public private(set) var repairCount = 0
  private let kernel: MappingKernel
  private let romanLanguages: RomanLanguages

  /// Creates a normalizer.
  ///
  /// - Parameters:
  ///   - profile: What to do.
  ///   - language: Language of the text, nil for automatic. `fold` looks at it for Turkish casing,
  ///     `latin` and `ascii` for the letters that languages read differently.
  public init(_ profile: Profile, language: LanguageTag? = nil) {
    self.init(profile, language: language, kernel: .fastest)
  }

  /// Creates a normalizer that uses one kernel; for the tests, which hold the kernels together.
  package init(_ profile: Profile, language: LanguageTag? = nil, kernel: MappingKernel) {
    self.profile = profile
    self.language = language
    romanLanguages = RomanLanguages(language)
    self.kernel = kernel
  }

  /// Normalizes UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - input: Text in any Unicode form, well-formed or not.
  ///   - output: Receives the normalized text behind what it already holds. At most
  ///     `mostBytesPerByte` bytes are written for each byte of input.
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func normalize(_ input: Span<UInt8>, into output: inout ByteBuffer) {
    _ = run(input, into: &output, recorder: NoOffsets())
  }

  /// Normalizes UTF-8 bytes and tells where each part came from.
  ///
  /// - Parameters:
  ///   - input: Text in any Unicode form, well-formed or not.
  ///   - output: Receives the normalized text behind what it already holds.
  ///   - offsets: Replaced by the map; output positions count from the buffer's start.
  public mutating func normalize(
    _ input: Span<UInt8>, into output: inout ByteBuffer, offsets: inout OffsetMap
  ) {
    var map = OffsetMap()
    swap(&map, &offsets)
    map.removeAll()
    offsets = run(input, into: &output, recorder: map)
  }

  /// Normalizes a string.
  public mutating func normalize(_ text: String) -> String {
    var output = ByteBuffer(capacity: text.utf8.count + 16)
    _ = run(text.utf8Span.span, into: &output, recorder: NoOffsets())
    return output.string()
  }

  /// The readings of a text whose capital I may be dotted or dotless, the likelier first.
  ///
  ///     var fold = TextNormalizer(.fold)
  ///     fold.readings(of: "ISIK")      // ["isik", "ısık"]
  ///     fold.readings(of: "IĞDIR")     // ["ığdır"]: ğ is Turkish
  ///     fold.readings(of: "IMF")       // ["imf"]: no Turkish word begins so
  ///
  /// A name is stored under each reading, so that either finds it. Words that can be read both ways
  /// are read alike in one reading: there are two at most. In the other profiles a text has one
  /// reading; in `key` because dotted and dotless i share a key (`isik`).
  ///
  /// - Parameter text: A name or a text.
  /// - Returns: One or two different strings.
  /// - Complexity: O(*n*).
  public mutating func readings(of text: String) -> [String] {
    var output = ByteBuffer(capacity: text.utf8.count + 16)
    guard profile == .fold else { return [normalize(text)] }
    let casing = TurkicCasing(language: language)
    let first = walk(text.utf8Span.span, into: &output, recorder: NoOffsets(), turkic: casing)
    let likely = output.string()
    guard first.isAmbiguous else { return [likely] }
    output.removeAll()
    let other = TurkicCasing(language: language, takesOtherReading: true)
    _ = walk(text.utf8Span.span, into: &output, recorder: NoOffsets(), turkic: other)
    return [likely, output.string()]
  }

  private mutating func run<Recorder: OffsetRecorder>(
    _ input: Span<UInt8>, into output: inout ByteBuffer, recorder: Recorder
  ) -> Recorder {
    if profile == .latin || profile == .ascii {
      var recorder = recorder
      repairCount += Romanization.run(
        profile, romanLanguages, input, into: &output, recorder: &recorder)
      return recorder
    }
    let turkic = profile == .fold ? TurkicCasing(language: language) : nil
    let result = walk(input, into: &output, recorder: recorder, turkic: turkic)
    repairCount += result.repairs
    return result.recorder
  }

  private func walk<Recorder: OffsetRecorder>(
    _ input: Span<UInt8>, into output: inout ByteBuffer, recorder: Recorder, turkic: TurkicCasing?
  ) -> (recorder: Recorder, repairs: Int, isAmbiguous: Bool) {
    let plan = NormalizationPlan(profile)
    var walk = MappingWalk(
      table: plan.table, ascii: plan.ascii, kernel: kernel, input: input, turkic: turkic,
      recorder: recorder, outputStart: output.count)
    walk.run(into: &output)
    return (walk.recorder, walk.invalidCount, walk.turkic?.hasAmbiguity ?? false)
  }
}

/// The table and the ASCII rule of a profile.
struct NormalizationPlan {
  let table: ScalarTable
  let ascii: ASCIIRule

  init(_ profile: Profile) {
    switch profile {
    case .key: (table, ascii) = (.key, .keys)
    case .fold: (table, ascii) = (.fold, .folds)
    case .latin: (table, ascii) = (.latin, .copies)
    case .ascii: (table, ascii) = (.ascii, .copies)
    case .nfc: (table, ascii) = (.nfc, .copies)
    case .nfkc: (table, ascii) = (.nfkc, .copies)
    }
  }
}
