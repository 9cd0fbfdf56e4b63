// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameCatalog
public import NameModel
internal import RecordFormats

/// Searches an index for many names.
///
/// - Parameters:
///   - queries: Names in any scripts.
///   - index: Where to look.
///   - kind: What they name, if known; names of another kind are left out.
///   - limit: Most results of a query.
///   - minimumScore: Results below it are left out.
///   - threads: Workers; the result is the same for any number.
/// - Returns: For each query its results, best first.
public func search(
  _ queries: some TextList, in index: NameIndex, kind: NameKind? = nil, limit: Int = 10,
  minimumScore: Double = 0, threads: Int = 1
) -> [[SearchResult]] {
  var results: [[SearchResult]] = []
  RangePipeline.run(
    count: queries.count, size: 64, threads: threads, makeScratch: { NameSearcher(index) },
    work: { searcher, range in
      var results: [[SearchResult]] = []
      for number in range {
        queries.withText(number) {
          results.append(
            searcher.search($0, kind: kind, limit: limit, minimumScore: minimumScore))
        }
      }
      return results
    },
    deliver: { results += $0 })
  return results
}
