// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import RecordFormats

/// Tells on standard error how far a run is: a bar on a terminal, a line now and then otherwise.
struct ProgressReport {
  private let isShown: Bool
  private let isTerminal: Bool
  private let start = Self.seconds()
  private var last = 0.0
  private var records = 0
  private var hasDrawn = false

  init(_ mode: ProgressMode) {
    isTerminal = isatty(STDERR_FILENO) == 1
    isShown = mode == .always || mode == .auto && isTerminal
  }

  /// Counts records and shows where the run is.
  ///
  /// - Parameters:
  ///   - more: Records done since the last call.
  ///   - consumed: Bytes of the current input read.
  ///   - total: Its size, if known.
  mutating func advance(records more: Int, consumed: Int, total: Int?) {
    records += more
    guard isShown else { return }
    let now = Self.seconds()
    // A terminal is redrawn four times a second, a log gets a line every five seconds.
    guard now - last >= (isTerminal ? 0.25 : 5), now - start >= (isTerminal ? 0.25 : 5) else {
      return
    }
    last = now
    draw(elapsed: now - start, consumed: consumed, total: total)
  }

  /// Ends the bar.
  func finish() {
    guard isShown else { return }
    let elapsed = max(Self.seconds() - start, 0.001)
    let line =
      "\(records) records in \(Self.oneDecimal(elapsed)) s, \(Int(Double(records) / elapsed))/s"
    Messages.print(hasDrawn && isTerminal ? "\r\u{1B}[K\(line)" : line)
  }

  private mutating func draw(elapsed: Double, consumed: Int, total: Int?) {
    hasDrawn = true
    var line = "\(records) records, \(Int(Double(records) / elapsed))/s"
    if let total, total > 0, consumed > 0 {
      let share = min(1, Double(consumed) / Double(total))
      let left = elapsed / share - elapsed
      let filled = Int(share * 30)
      let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
      line = "[\(bar)] \(Int(share * 100)) %  \(line), \(Self.oneDecimal(left)) s left"
    }
    if isTerminal {
      Messages.write("\r\u{1B}[K\(line)")
    } else {
      Messages.print(line)
    }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
