// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import RecordFormats
internal import TextBytes
public import TextNormalization

/// Normalizes many texts.
///
///     normalize(["ERDOĞAN", "Эрдоган"])[0]   // "erdogan"
///
/// - Parameters:
///   - texts: Texts in any Unicode form.
///   - profile: What to do.
///   - language: Language of all texts, nil to decide Turkish casing from each.
///   - threads: Workers; the result is the same for any number.
/// - Returns: The normalized texts in order.
/// - Complexity: O(*n*) in the number of bytes.
public func normalize(
  _ texts: some TextList, profile: Profile = .key, language: LanguageTag? = nil, threads: Int = 1
) -> TextColumn {
  var column = TextColumn()
  RangePipeline.run(
    count: texts.count, size: 2048, threads: threads,
    makeScratch: { TextNormalizer(profile, language: language) },
    work: { normalizer, range in
      var output = ByteBuffer(capacity: 32 * range.count)
      var ends: [Int] = []
      ends.reserveCapacity(range.count)
      for number in range {
        texts.withText(number) { normalizer.normalize($0, into: &output) }
        ends.append(output.count)
      }
      return (bytes: output.array(), ends: ends)
    },
    deliver: { column.append($0.bytes, ends: $0.ends) })
  return column
}
