// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// Tells on standard error which stage is measured: a bar on a terminal, a line a stage otherwise.
struct StageProgress {
  private let isShown: Bool
  private let isTerminal: Bool
  private let stages: Int
  private var begun = 0

  private static let width = 30

  init(_ mode: ProgressMode, stages: Int) {
    isTerminal = isatty(STDERR_FILENO) == 1
    isShown = mode == .always || mode == .auto && isTerminal
    self.stages = max(stages, 1)
  }

  /// Begins the next stage.
  mutating func begin(_ stage: String) {
    defer { begun += 1 }
    guard isShown else { return }
    let filled = begun * Self.width / stages
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    let line = "[\(bar)] \(begun + 1) of \(stages): \(stage)"
    if isTerminal {
      Messages.write("\r\u{1B}[K\(line)")
    } else {
      Messages.print(line)
    }
  }

  /// Takes the bar away: what follows is the report.
  func finish() {
    if isShown && isTerminal { Messages.write("\r\u{1B}[K") }
  }
}
