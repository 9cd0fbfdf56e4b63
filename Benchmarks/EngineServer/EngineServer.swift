// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc
internal import RecordFormats

/// Our side of `compare-peers.py`: does one piece of work after another on one thread, so that both
/// sides take turns in one run.
///
/// A request is a line on standard input, a work and its files with tabs between; the answer is a line
/// of seconds of the processor, for the whole and for the main part alone. What the work gave goes to
/// the last of the files.
///
///     normalize  PROFILE  LANGUAGE  TEXT  OUT
///     distance   METRIC  NAMES  NAMES  OUT
///     compare    NAMES  NAMES  OUT
///     explain    NAMES  NAMES  OUT
///     matrix     NAMES  OUT
///     search     INDEX  QUERIES  OUT
///     mentions   ARTICLES  OUT
@main
enum EngineServer {
  static func main() {
    var texts = TextWork()
    while let line = readLine() {
      let words = line.split(separator: "\t").map(String.init)
      do throws(RecordError) {
        let times: WorkTimes
        switch (words.first, words.count) {
        case ("normalize", 5):
          times = try texts.normalize(words[1], words[2], text: words[3], to: words[4])
        case ("mentions", 3): times = try texts.mentions(words[1], to: words[2])
        case ("distance", 5):
          times = try PairWork.distance(words[1], words[2], words[3], to: words[4])
        case ("compare", 4):
          times = try PairWork.compare(words[1], words[2], withEvidence: false, to: words[3])
        case ("explain", 4):
          times = try PairWork.compare(words[1], words[2], withEvidence: true, to: words[3])
        case ("matrix", 3): times = try PairWork.matrix(words[1], to: words[2])
        case ("search", 4): times = try SearchWork.search(words[1], words[2], to: words[3])
        default: fail("not a request: \(line)")
        }
        print(times.whole, times.main)
        fflush(nil)
      } catch {
        fail(error.description)
      }
    }
  }

  private static func fail(_ message: String) -> Never {
    print("EngineServer: \(message)")
    exit(2)
  }
}
