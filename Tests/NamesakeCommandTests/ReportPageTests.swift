// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// Every page is readable by itself: in a real browser, on a phone, light and dark, and on paper.
@Suite("report pages", .serialized)
struct ReportPageTests {
  private let runner = CommandRunner()

  private static let pairs = """
    label,name1,name2,category
    1,Recep Tayyip Erdoğan,"Эрдоган, Реджеп Тайип",cross
    1,محمد بن سلمان,Mohammed bin Salman Al Saud ibn Abdulaziz ibn Abdul Rahman,cross
    0,Angela Merkel,<b>Sergey & Lavrov</b>,latin
    1,Sergei Lavrov,Sergey Lavrov,latin
    0,Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft,X,latin

    """

  /// Makes every page and gives their paths.
  private func pages() -> [String] {
    let folder = runner.folder
    let pairs = runner.file("pairs.csv", Self.pairs)
    let names = runner.file(
      "names.csv", "name,entity\nSergey Lavrov,a\nСергей Лавров,a\nAngela Merkel,b\n")
    let people = runner.file("people.csv", "id,name\nQ1,Vladimir Putin\nQ2,Sergey Lavrov\n")
    let queries = runner.file("q.csv", "query,id\nПутин,Q1\nЛавров,Q2\nAngela Merkel,\n")
    let articles = runner.file(
      "gold.jsonl",
      #"{"text":"Angela Merkel spoke.","mentions":[{"start":0,"end":13,"kind":"person"}]}"# + "\n")
    let index = "\(folder)/people.index"
    #expect(runner.run(["index", people, "-o", index]).code == 0)
    let runs = [
      ["compare", "Recep Tayyip Erdoğan", "Эрдоган"], ["compare", "--pairs", pairs],
      ["evaluate", "compare", pairs], ["evaluate", "dedupe", names],
      ["evaluate", "search", "--index", index, queries], ["evaluate", "mentions", articles],
    ]
    return runs.enumerated().map { number, arguments in
      let page = "\(folder)/page\(number).html"
      let run = runner.run(arguments + ["--report", page])
      #expect(run.code == 0, "\(arguments): \(run.errors)")
      return page
    }
  }

  @Test("a page asks for nothing outside, runs nothing, and escapes what names hold")
  func selfContained() {
    for page in pages() {
      let html = runner.shell("cat '\(page)'").output
      #expect(html.contains("default-src 'none'"))
      for outside in ["http://", "https://", "src=", "<link", "@import", "url(", "<script"] {
        #expect(!html.contains(outside), "\(page): \(outside)")
      }
      #expect(!html.contains("<b>Sergey"))
      #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
    }
  }

  @Test("a pair's page shows each word's part and the sum; long runs keep the doubtful pairs")
  func waterfall() {
    let page = "\(runner.folder)/one.html"
    _ = runner.run(["compare", "Erdoğan", "Эрдоган", "--report", page])
    let html = runner.shell("cat '\(page)'").output
    #expect(html.contains("<bdi>Erdoğan</bdi> ~ <bdi>Эрдоган</bdi>, the same sounds"))
    #expect(html.contains(">together</span>") && html.contains(">50 %</span>"))
    let many = (0..<2000).map { "Anna Name\($0),Anna Name\($0 % 7)\n" }.joined()
    let list = "\(runner.folder)/many.html"
    let run = runner.run(
      ["compare", "--pairs", runner.file("many.csv", "name1,name2\n" + many), "--report", list])
    #expect(run.code == 0)
    let shown = runner.shell("grep -c '<details>' '\(list)'").lines
    #expect(shown == ["300"])
    let again = "\(runner.folder)/again.html"
    _ = runner.run(
      [
        "compare", "--pairs", "\(runner.folder)/many.csv", "--report", again, "--threads", "1",
      ])
    #expect(runner.shell("cmp '\(list)' '\(again)'").code == 0)
  }

  @Test("a browser shows every page whole, on a phone as on a screen, light and dark, on paper")
  func browser() throws {
    guard let browser = BrowserPages(runner) else {
      print("skipped: chromium is not installed, so no page was looked at")
      return
    }
    for page in pages() {
      for (width, isDark) in [(390, false), (390, true), (1280, false)] {
        let look = try #require(browser.look(at: page, width: width, isDark: isDark))
        #expect(look.windowWidth == width)
        #expect(look.contentWidth <= width, "\(page) overflows at \(width)")
        #expect(look.textLength > 150 && look.drawings > 0)
        #expect(look.requests == 0)
        #expect(look.paper == (isDark ? "rgb(21, 24, 29)" : "rgb(253, 253, 252)"))
      }
      #expect((1...12).contains(browser.printedPages(of: page)))
    }
  }
}
