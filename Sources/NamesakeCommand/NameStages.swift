// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import Namesake
import RecordFormats

/// The stages that names go through.
struct NameStages {
  let texts: BenchTexts
  let clock: StageClock
  let threads: Int
  /// Most names that are searched for.
  let queries: Int

  /// Names beside one another in the order of their keys that are compared, and how far apart.
  private static let (mostCompared, reach) = (10_000, 4)

  /// Measures every stage in order.
  ///
  /// - Throws: When the index cannot be written.
  func run(_ progress: inout StageProgress, _ report: (StageResult) -> Void) throws {
    progress.begin("normalize")
    report(normalize())
    progress.begin("parse")
    report(parse())
    progress.begin("compare")
    report(compare())
    progress.begin("index")
    let file = try TemporaryFile()
    do throws(IndexError) {
      report(try index(file))
      progress.begin("search")
      report(try search(in: file.path))
    } catch {
      Messages.print("namesake: \(error)")
      throw ExitStatus.usage
    }
    progress.begin("dedupe")
    report(dedupe())
  }

  private func normalize() -> StageResult {
    var normalizer = TextNormalizer(.key)
    var output = ByteBuffer(capacity: texts.byteCount * 2)
    let times = clock.measure {
      output.removeAll()
      for number in 0..<texts.count {
        texts.withText(number) { normalizer.normalize($0, into: &output) }
      }
    }
    return StageResult(
      name: "normalize", unit: "names", count: texts.count, bytes: texts.byteCount, times: times,
      verdict: .share)
  }

  private func parse() -> StageResult {
    var tokens = 0
    let times = clock.measure {
      // A new parser each time: the words of the last run are known to it.
      var parser = NameParser()
      tokens = 0
      for number in 0..<texts.count {
        tokens += texts.withText(number) {
          parser.parse($0, kind: texts.kind(number)).tokens.count
        }
      }
    }
    return StageResult(
      name: "parse", unit: "names", count: texts.count, times: times,
      details: [("words_per_name", Double(tokens) / Double(texts.count))], verdict: .share)
  }

  /// Names that begin alike, which search and deduplication meet; a random pair is cheaper.
  private func compare() -> StageResult {
    let step = max(1, texts.count / Self.mostCompared)
    var normalizer = TextNormalizer(.key)
    var parser = NameParser()
    let chosen = stride(from: 0, to: texts.count, by: step).map { number in
      texts.withText(number) { text in
        var key = ByteBuffer()
        normalizer.normalize(text, into: &key)
        return (key: key.array(), name: parser.parse(text, kind: texts.kind(number)))
      }
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var names = InternedNames()
    for entry in chosen { names.add(entry.name) }
    let pairs = chosen.indices.flatMap { first in
      // A single name is compared with itself.
      (chosen.count == 1 ? 0...0 : 1...Self.reach).map { (first, first + $0) }
    }.filter { $0.1 < chosen.count }
    var same = 0
    let times = clock.measure {
      // A new comparator each time: what it has met before costs next to nothing.
      var comparator = NameComparator()
      same = 0
      for (first, second) in pairs where comparator.score(first, second, of: names) >= 0.5 {
        same += 1
      }
    }
    return StageResult(
      name: "compare", unit: "pairs", count: pairs.count, times: times,
      details: [("same_share", Double(same) / Double(max(pairs.count, 1)))],
      verdict: .rate(1e6, of: "pairs"))
  }

  private func index(_ file: borrowing TemporaryFile) throws(IndexError) -> StageResult {
    let path = file.path
    let times = try clock.measure { () throws(IndexError) in try buildIndex(at: path) }
    return StageResult(
      name: "index", unit: "names", count: texts.count, times: times, threads: threads,
      details: [("bytes_per_name", Double(file.size) / Double(texts.count))],
      verdict: .rate(150_000 * Double(threads), of: "names"))
  }

  private func buildIndex(at path: String) throws(IndexError) {
    var builder = IndexBuilder()
    var failure: IndexError?
    let texts = self.texts
    RangePipeline.run(
      count: texts.count, size: 1 << 14, threads: threads, makeScratch: { IndexBatchReader() },
      work: { reader, range in
        for number in range {
          let id = Array(String(number).utf8)
          texts.withText(number) { reader.add(name: $0, id: id.span, kind: texts.kind(number)) }
        }
        return reader.take()
      },
      deliver: { batch in
        do throws(IndexError) { try builder.add(batch) } catch { failure = error }
      })
    if let failure { throw failure }
    try builder.write(to: path, threads: threads)
  }

  /// One query after the other, each name's own among the answers that count as right.
  private func search(in path: String) throws(IndexError) -> StageResult {
    var searcher = NameSearcher(try NameIndex(path: path))
    let asked = min(queries, texts.count)
    var times: [Duration] = []
    var right = 0
    for query in 0..<asked {
      let number = query * texts.count / asked
      texts.withText(number) { text in
        let start = ContinuousClock.now
        let found = searcher.search(text, kind: texts.kind(number))
        times.append(ContinuousClock.now - start)
        let own = String(number)
        // Another id with the very same name is as right.
        if found.contains(where: { $0.id == own || isText(text, $0.name) }) { right += 1 }
      }
    }
    let latency = StageTimes(times)
    return StageResult(
      name: "search", unit: "queries", count: asked, times: latency,
      details: [
        ("p50_ms", latency.median * 1e3), ("p90_ms", latency.at(0.9) * 1e3),
        ("p99_ms", latency.at(0.99) * 1e3), ("found_itself", Double(right) / Double(asked)),
      ],
      verdict: .latency(median: 500e-6, late: 2e-3))
  }

  private func isText(_ text: Span<UInt8>, _ name: String) -> Bool {
    let name = name.utf8.span
    return text.count == name.count && text.indices.allSatisfy { text[$0] == name[$0] }
  }

  private func dedupe() -> StageResult {
    var names = NameList()
    for number in 0..<texts.count {
      texts.withText(number) { names.add($0, kind: texts.kind(number)) }
    }
    let resolver = NameResolver(threads: threads)
    var entities = 0
    let times = clock.measure {
      let resolved = resolver.resolve(names)
      entities = Set((0..<names.count).map { resolved[$0].entity }).count
    }
    return StageResult(
      name: "dedupe", unit: "names", count: texts.count, times: times, threads: threads,
      details: [("entities", Double(entities))],
      verdict: .rate(1e6 / 60 * Double(threads), of: "names"))
  }
}
