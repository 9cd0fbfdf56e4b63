// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// Finds which names of a list are one entity.
///
/// - Parameters:
///   - bytes: UTF-8 of all names.
///   - offsets: Their offsets.
///   - offsetWidth: Bytes of an offset, 4 or 8.
///   - count: Number of names.
///   - kinds: What each names, 0 to 3; null when unknown.
///   - threshold: Probability from which two names are one; a negative one for the default.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table with one row for each name: text column 0 has the id of its
///     entity, 1 the entity's best name, column 0 of numbers the probability that both names are
///     one. When the status is not 0, a table whose only text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_dedupe)
@unsafe
public func namesakeDedupe(
  _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?, _ offsetWidth: Int32,
  _ count: Int64, _ kinds: UnsafePointer<UInt8>?, _ threshold: Double, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let names = try unsafe BorrowedTexts(bytes, offsets, width: offsetWidth, count: count)
    let found = deduplicate(
      names, kinds: try unsafe Argument.kinds(kinds, count: names.count),
      threshold: try Argument.threshold(threshold), threads: Argument.threads(threads))
    return ResultTable(found)
  }
}

extension ResultTable {
  /// Entities, best names and probabilities.
  convenience init(_ resolutions: [NameResolver.Resolution]) {
    var (entities, canonicals) = (TextColumn(), TextColumn())
    var scores: [Double] = []
    for resolution in resolutions {
      entities.append(resolution.entity)
      canonicals.append(resolution.canonical)
      scores.append(resolution.score)
    }
    self.init(rows: scores.count, texts: [entities, canonicals], numbers: [scores])
  }
}
