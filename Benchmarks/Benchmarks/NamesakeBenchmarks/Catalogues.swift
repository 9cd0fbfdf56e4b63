// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import Foundation
import NameCatalog
import Namesake

/// Many names: an index, searches in it, entities.
@Sendable func catalogueBenchmarks() {
  let withMemory = Benchmark.Configuration(
    metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(2))
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("namesake-benchmark-\(ProcessInfo.processInfo.processIdentifier)").path

  Benchmark("index.build.10000", configuration: withMemory) { benchmark in
    let names = SpelledNames.mixed(10_000)
    for _ in benchmark.scaledIterations { buildIndex(of: names, at: path) }
    let index = try NameIndex(path: path)
    precondition(index.count == names.count, "\(index.count) names in the index")
    try FileManager.default.removeItem(atPath: path)
  }

  for script in SpelledNames.scripts {
    Benchmark("search.10000.\(script)", configuration: withMemory) { benchmark in
      buildIndex(of: SpelledNames.mixed(10_000) + SpelledNames.names(in: "latin"), at: path)
      var searcher = NameSearcher(try NameIndex(path: path))
      let queries = SpelledNames.names(in: script)
      var found = 0
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        found = zip(queries, SpelledNames.names(in: "latin")).count { query, wanted in
          // Many in the index have the query's very name.
          searcher.search(query, kind: .person).contains {
            $0.name == wanted || $0.name == query
          }
        }
      }
      benchmark.stopMeasurement()
      try FileManager.default.removeItem(atPath: path)
      precondition(found >= 4, "\(found) of \(queries.count) are found in \(script)")
    }
  }

  Benchmark("dedupe.names.2000", configuration: withMemory) { benchmark in
    let records = SpelledNames.mixed(2000).map { NameResolver.Record(name: $0, kind: .person) }
    var entities = 0
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      entities = Set(NameResolver(threads: 1).resolve(records).map(\.entity)).count
    }
    benchmark.stopMeasurement()
    precondition(entities > 30 && entities < 1000, "\(entities) entities")
  }
}

private func buildIndex(of names: [String], at path: String) {
  var reader = IndexBatchReader()
  for (number, name) in names.enumerated() {
    let id = Array(String(number).utf8)
    reader.add(name: name.utf8Span.span, id: id.span, kind: .person)
  }
  var builder = IndexBuilder()
  do {
    try builder.add(reader.take())
    try builder.write(to: path, threads: 1)
  } catch {
    fatalError("\(error)")
  }
}
