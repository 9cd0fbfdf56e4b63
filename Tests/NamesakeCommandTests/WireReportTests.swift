// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// The page of `dedupe --report` for articles.
@Suite("page of a wire", .serialized)
struct WireReportTests {
  private let runner = CommandRunner()

  private func page() -> String {
    let wire = runner.file(
      "wire.jsonl",
      #"{"id":"<i>en</i>-1","language":"en","text":"Sergey Lavrov met <b>us</b>. Lavrov left."}"#
        + "\n"
        + #"{"id":"ru-1","language":"ru","text":"Сергей Лавров прибыл в Анкару. Лавров доволен."}"#
        + "\n" + #"{"id":"ar-1","language":"ar","text":"وصل سيرغي لافروف إلى أنقرة."}"# + "\n")
    let page = "\(runner.folder)/wire.html"
    let run = runner.run(["dedupe", wire, "--format", "jsonl", "--report", page])
    #expect(run.code == 0, "\(run.errors)")
    return page
  }

  @Test("entities with their spellings and reasons, articles with their names marked")
  func content() {
    let html = runner.shell("cat '\(page())'").output
    #expect(html.contains("<bdi>Сергей Лавров</bdi>"))
    #expect(html.contains("the same sounds in another script"))
    #expect(html.contains("%, and one thread in an article"))
    #expect(
      html.contains("<mark class=\"person\" title=\"Sergey Lavrov\"><a href=\"#e0\">Lavrov</a>"))
    #expect(html.contains("<a href=\"#a1\"><bdi>ru-1</bdi></a>"))
    #expect(html.contains("&lt;b&gt;us&lt;/b&gt;") && !html.contains("<b>us"))
    #expect(!html.contains("<i>en"))
  }

  @Test("the page asks for nothing outside and runs nothing")
  func selfContained() {
    let html = runner.shell("cat '\(page())'").output
    #expect(html.contains("default-src 'none'"))
    for outside in ["http://", "https://", "src=", "<link", "@import", "url(", "<script"] {
      #expect(!html.contains(outside))
    }
  }

  @Test("a browser shows it whole, on a phone as on a screen, light and dark, on paper")
  func browser() throws {
    guard let browser = BrowserPages(runner) else {
      print("skipped: chromium is not installed, so the page was not looked at")
      return
    }
    let page = page()
    for (width, isDark) in [(390, false), (390, true), (1280, false)] {
      let look = try #require(browser.look(at: page, width: width, isDark: isDark))
      #expect(look.windowWidth == width)
      #expect(look.contentWidth <= width)
      #expect(look.textLength > 150 && look.requests == 0)
      #expect(look.paper == (isDark ? "rgb(21, 24, 29)" : "rgb(253, 253, 252)"))
    }
    #expect((1...3).contains(browser.printedPages(of: page)))
  }
}
