// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import Testing

@Suite("name catalogue")
struct NameCatalogTests {
  private func catalogue(_ names: [String]) -> NameCatalog {
    var parser = NameParser()
    var catalog = NameCatalog()
    for name in names { _ = catalog.add(parser.parse(name)) }
    return catalog
  }

  @Test(
    "spellings of one name are candidates of one another, across scripts and spaces",
    arguments: [
      ("Sergey Lavrov", "Сергей Лавров"), ("Lawrow", "Lavrov"), ("Xi Jinping", "习近平"),
      ("Kim Jong-un", "김정은"), ("Recep Tayyip Erdoğan", "رجب طيب أردوغان"),
      ("Volodymyr Zelenskyy", "Зеленський"), ("Tchaikovsky", "Tschaikowski"),
    ])
  func finds(pair: (String, String)) {
    let catalog = catalogue([pair.0, "Angela Merkel", pair.1, "Emmanuel Macron"])
    #expect(catalog.candidates(for: 0, limit: 10).contains(2))
    #expect(catalog.candidates(for: 2, limit: 10).contains(0))
  }

  @Test("the rarest shared key ranks first, and a name is no candidate of itself")
  func ranks() {
    let catalog = catalogue(["John Smith", "John Miller", "John Baker", "Jane Smith"])
    let candidates = catalog.candidates(for: 0, limit: 10)
    #expect(!candidates.contains(0))
    #expect(candidates.first == 3)
    #expect(catalog.candidates(for: 0, limit: 1).count == 1)
  }
}
