// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc

/// Seconds of the processor that a piece of work took.
struct WorkTimes {
  /// With what prepares the main part: reading names into their structure, packing strings.
  var whole: Double
  var main: Double

  /// Time the process has had; on a shared machine the clock on the wall tells of the others.
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
