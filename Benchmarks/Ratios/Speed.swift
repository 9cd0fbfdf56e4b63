// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Foundation

/// Bytes a second of several runs.
struct Speed: CustomStringConvertible {
  let best: Double
  let median: Double

  /// Runs some work until half a second is over, at least five times.
  init(of bytes: Int, _ work: () -> Void) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(500)
    var times: [Duration] = []
    while times.count < 5 || clock.now < end { times.append(clock.measure(work)) }
    times.sort()
    best = Double(bytes) / (times[0] / .seconds(1))
    median = Double(bytes) / (times[times.count / 2] / .seconds(1))
  }

  var description: String {
    func megabytes(_ speed: Double) -> String {
      String(format: speed < 1e7 ? "%.2f" : "%.0f", speed / 1e6)
    }
    return "\(megabytes(best))/\(megabytes(median))"
  }
}
