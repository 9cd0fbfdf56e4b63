// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc
internal import NameCatalog
internal import NameModel

/// Measures searches one by one, on one core, and checks them against the truth.
///
///     CatalogueSpeed INDEX QUERIES [--exhaustive] [--results]
///
/// QUERIES are lines of an id, a name and optionally a kind, with tabs between, as GrowCatalogue
/// prints them; lines that begin with `id` are passed over. Prints how long the index takes to
/// open, percentiles of the time a query takes, and how often the id comes first and among ten. Every
/// query is searched in a first round, which brings the file into memory, and in five more, of which
/// the median and the best of its times are given: on a machine with other work the best is nearer
/// to what the search takes. With `--exhaustive` every query is compared with every name, and it is
/// printed how far both agree; with `--results` every query's ids and scores are printed too.
@main
enum CatalogueSpeed {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
    guard arguments.count == 2, let path = arguments.first, let queryPath = arguments.last else {
      print("usage: CatalogueSpeed INDEX QUERIES [--exhaustive] [--results]")
      return
    }
    let isExhaustive = CommandLine.arguments.contains("--exhaustive")
    do throws(IndexError) {
      let index = try open(path)
      let queries = SearchQuery.read(queryPath)
      if isExhaustive { compareScopes(index, queries) } else { time(index, queries) }
    } catch {
      print("CatalogueSpeed: \(error)")
    }
  }

  private static func open(_ path: String) throws(IndexError) -> NameIndex {
    var times: [Double] = []
    for _ in 0..<5 {
      let start = ThreadTime()
      _ = try NameIndex(path: path)
      times.append(start.microseconds)
    }
    let index = try NameIndex(path: path)
    print("names\t\(index.count)\tentities\t\(index.entityCount)")
    print("open_ms\t\(rounded(Percentiles(times).at(0.5) / 1000))")
    return index
  }

  /// Rounds after the first.
  private static let rounds = 5

  private static func time(_ index: NameIndex, _ queries: [SearchQuery]) {
    var searcher = NameSearcher(index)
    var truth = Agreement()
    var times = [[Double]](repeating: [], count: queries.count)
    for round in 0...rounds {
      for (place, query) in queries.enumerated() {
        let start = ThreadTime()
        let found = searcher.search(query.name.span, kind: query.kind)
        let time = start.microseconds
        if round > 0 {
          times[place].append(time)
        } else {
          truth.add(found, wanted: query.id)
          show(found, of: query)
        }
      }
    }
    print("rank1\t\(truth.first)\trecall@10\t\(truth.amongTen)")
    for (label, share) in [("median", 0.5), ("best", 0.0)] {
      var scripts: [String: [Double]] = [:]
      for (query, times) in zip(queries, times) {
        let time = Percentiles(times).at(share)
        scripts["all", default: []].append(time)
        scripts[query.script, default: []].append(time)
      }
      for (script, own) in scripts.sorted(by: { $0.value.count > $1.value.count }) {
        let own = Percentiles(own)
        print(
          "\(label)\t\(script)\tn\t\(own.count)\tp50_us\t\(rounded(own.at(0.5)))\tp90_us\t"
            + "\(rounded(own.at(0.9)))\tp99_us\t\(rounded(own.at(0.99)))\tmean_us\t"
            + "\(rounded(own.mean))")
      }
    }
  }

  private static func compareScopes(_ index: NameIndex, _ queries: [SearchQuery]) {
    var searcher = NameSearcher(index)
    // A scan keeps all names in memory, so it has a searcher of its own.
    var scanner = NameSearcher(index)
    var fast = Agreement()
    var full = Agreement()
    var shared = SharedResults()
    for query in queries {
      let found = searcher.search(query.name.span, kind: query.kind)
      let all = scanner.search(query.name.span, kind: query.kind, scope: .everything)
      fast.add(found, wanted: query.id)
      full.add(all, wanted: query.id)
      shared.add(found, all)
      show(all, of: query)
    }
    print("search\trank1\t\(fast.first)\trecall@10\t\(fast.amongTen)")
    print("exhaustive\trank1\t\(full.first)\trecall@10\t\(full.amongTen)")
    print(shared)
  }

  private static func show(_ results: [SearchResult], of query: SearchQuery) {
    guard CommandLine.arguments.contains("--results") else { return }
    let ids = results.map { "\t\($0.id)\t\($0.score)" }.joined()
    print("results\t\(query.id)\t\(String(decoding: query.name, as: UTF8.self))\(ids)")
  }

  static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// The processor's time of this thread, which other programs' work on the machine does not count
/// in.
struct ThreadTime {
  private let start = now

  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// Microseconds since it was created.
  var microseconds: Double { Self.now - start }
}

/// A distribution of times.
struct Percentiles {
  private let sorted: [Double]
  init(_ values: [Double]) { sorted = values.sorted() }
  var count: Int { sorted.count }
  var mean: Double { sorted.reduce(0, +) / Double(max(count, 1)) }
  func at(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(count - 1, Int(Double(count) * share))]
  }
}
