// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Looks at pages with headless Chromium, where it is installed.
///
/// The page is put into a frame of another page that measures it, because its own rules let no
/// script run.
struct BrowserPages {
  /// What a page comes to at a width.
  struct Look {
    /// Width of what is in the page, and of the window, in CSS pixels.
    var contentWidth: Int
    var windowWidth: Int
    /// Characters of visible text.
    var textLength: Int
    /// Visible drawings.
    var drawings: Int
    /// Files that were asked for.
    var requests: Int
    /// The background, such as `rgb(253, 253, 252)`.
    var paper: String
  }

  private let runner: CommandRunner

  /// nil where there is no Chromium.
  init?(_ runner: CommandRunner) {
    guard runner.shell("command -v chromium").code == 0 else { return nil }
    self.runner = runner
  }

  private var options: String {
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
      + "--allow-file-access-from-files --user-data-dir='\(runner.folder)/profile' "
      + "--virtual-time-budget=5000"
  }

  /// Renders a page.
  ///
  /// - Parameters:
  ///   - page: Path of the page.
  ///   - width: Width of the window in CSS pixels.
  ///   - isDark: Whether the reader's system is dark.
  /// - Returns: nil when the browser gave nothing.
  func look(at page: String, width: Int, isDark: Bool) -> Look? {
    let frame = runner.file(
      "frame.html",
      """
      <!doctype html><meta charset="utf-8"><body><iframe src="file://\(page)" width="\(width)"
      height="900" style="border:0"></iframe><pre id="out"></pre><script>
      onload = () => {
        const inner = document.querySelector("iframe").contentWindow, page = inner.document
        const seen = [...page.querySelectorAll("svg")].filter(
          drawing => drawing.getBoundingClientRect().width > 20)
        document.getElementById("out").textContent = "look:" + [
          page.documentElement.scrollWidth, inner.innerWidth, page.body.innerText.trim().length,
          seen.length, inner.performance.getEntriesByType("resource").length,
          inner.getComputedStyle(page.body).backgroundColor].join(";") + ":"
      }
      </script></body>
      """)
    let scheme = isDark ? "--blink-settings=preferredColorScheme=0 " : ""
    let run = runner.shell("chromium \(options) \(scheme)--dump-dom 'file://\(frame)'")
    guard let start = run.output.firstRange(of: "look:")?.upperBound,
      let end = run.output[start...].firstIndex(of: ":")
    else { return nil }
    let parts = run.output[start..<end].split(separator: ";").map(String.init)
    guard parts.count == 6 else { return nil }
    let numbers = parts.prefix(5).compactMap { Int($0) }
    guard numbers.count == 5 else { return nil }
    return Look(
      contentWidth: numbers[0], windowWidth: numbers[1], textLength: numbers[2],
      drawings: numbers[3], requests: numbers[4], paper: parts[5])
  }

  /// Pages of a page printed as PDF; 0 when nothing was printed.
  func printedPages(of page: String) -> Int {
    let target = "\(runner.folder)/print.pdf"
    _ = runner.shell("chromium \(options) --print-to-pdf='\(target)' 'file://\(page)'")
    let count = runner.shell("grep -a -c '/Type */Page\\b' '\(target)'").lines.first
    return count.flatMap { Int($0) } ?? 0
  }
}
