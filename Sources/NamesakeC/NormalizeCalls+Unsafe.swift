// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake
internal import TextBytes

/// Normalizes one text into the caller's memory.
///
/// - Parameters:
///   - text: UTF-8, well-formed or not.
///   - textLength: Its bytes.
///   - profile: key, fold, latin, ascii, nfc or nfkc; null is key.
///   - language: A language tag; null or auto lets the text show it.
///   - output: Receives as much of the result as fits; may be null when `capacity` is 0.
///   - capacity: Room in bytes.
/// - Returns: Bytes of the whole result: when they are more than `capacity`, call again with that
///   much room. -1 for an unknown profile or language.
@c(namesake1_normalize)
@unsafe
public func namesakeNormalize(
  _ text: UnsafePointer<UInt8>?, _ textLength: Int64, _ profile: UnsafePointer<CChar>?,
  _ language: UnsafePointer<CChar>?, _ output: UnsafeMutablePointer<UInt8>?, _ capacity: Int64
) -> Int64 {
  guard let profile = try? unsafe Argument.profile(profile),
    let language = try? Optional.some(unsafe Argument.language(language))
  else { return -1 }
  var normalizer = TextNormalizer(profile, language: language)
  var result = ByteBuffer()
  unsafe BorrowedText(text, textLength).withText(0) { normalizer.normalize($0, into: &result) }
  if let output = unsafe output {
    unsafe result.span.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe output.update(from: start, count: min(bytes.count, max(0, Int(capacity))))
    }
  }
  return Int64(result.count)
}

/// Normalizes many texts.
///
/// - Parameters:
///   - bytes: UTF-8 of all texts.
///   - offsets: Where each text begins, and where the last one ends: one more than texts.
///   - offsetWidth: Bytes of an offset, 4 or 8.
///   - count: Number of texts.
///   - profile: key, fold, latin, ascii, nfc or nfkc; null is key.
///   - language: A language tag; null or auto lets each text show it.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table: text column 0 has the normalized texts. When the status is not
///     0, a table whose only text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_normalize_all)
@unsafe
public func namesakeNormalizeAll(
  _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?, _ offsetWidth: Int32,
  _ count: Int64, _ profile: UnsafePointer<CChar>?, _ language: UnsafePointer<CChar>?,
  _ threads: Int32, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let texts = try unsafe BorrowedTexts(bytes, offsets, width: offsetWidth, count: count)
    let column = normalize(
      texts, profile: try unsafe Argument.profile(profile),
      language: try unsafe Argument.language(language), threads: Argument.threads(threads))
    return ResultTable(rows: column.count, texts: [column])
  }
}
