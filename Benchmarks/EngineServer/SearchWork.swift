// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import RecordFormats

/// Searches for the lines of a file, one after the other.
enum SearchWork {
  /// The answer has a line for each query: its seconds and the ids found, with tabs between.
  ///
  /// The whole is with opening the index.
  static func search(
    _ index: String, _ queries: String, to output: String
  ) throws(RecordError) -> WorkTimes {
    let lines = try WorkFiles.lines(queries)
    var answer: [UInt8] = []
    let times: WorkTimes
    do throws(IndexError) {
      let start = WorkTimes.now
      var searcher = NameSearcher(try NameIndex(path: index))
      let opened = WorkTimes.now
      for line in lines {
        let asked = WorkTimes.now
        let found = searcher.search(line.span)
        let time = WorkTimes.now - asked
        answer += "\(time)\(found.map { "\t" + $0.id }.joined())\n".utf8
      }
      let end = WorkTimes.now
      times = WorkTimes(whole: end - start, main: end - opened)
    } catch {
      throw RecordError(.cannotRead, at: index, "\(error)", advice: "build it with namesake index")
    }
    try WorkFiles.write(answer, to: output)
    return times
  }
}
