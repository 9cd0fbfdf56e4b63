// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// The library's own batches, for overhead.py: CPU seconds of each job, the least of three runs.

import Glibc
import Namesake

func seconds(_ job: () -> Void) -> Double {
  var least = Double.infinity
  for _ in 0..<3 {
    let start = clock()
    job()
    least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
  return least
}

var names: [String] = []
while let line = readLine() { names.append(line) }
let shifted = Array(names[1...] + names[..<1])
let columns = (normalize(names, profile: .nfc), normalize(shifted, profile: .nfc))
let few = Array(names[..<min(names.count, 1_000)])

func normalizedList() -> [String] {
  let keys = normalize(names)
  return (0..<keys.count).map { keys[$0] }
}

print("normalize list", seconds { _ = normalizedList() })
print("normalize column", seconds { _ = normalize(columns.0) })
print("compare list", seconds { _ = compareNames(names, shifted) })
print("compare column", seconds { _ = compareNames(columns.0, columns.1) })
print("cdist list", seconds { _ = compareAll(Array(few[..<200]), few) })
print("dedupe list", seconds { _ = deduplicate(few) })
print("mentions list", seconds { _ = findMentions(in: few) })
