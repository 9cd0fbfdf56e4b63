// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameComparison
import NameModel
import Testing

/// Pairs that news desks take for one name.
private let same: [(String, String)] = [
  ("Erdogan", "Erdoğan"), ("ERDOĞAN'IN", "Erdoğan"), ("Erdoğan", "Эрдоган"),
  ("Erdoğan", "أردوغان"), ("Erdoğan", "Ερντογάν"), ("Erdoğan", "ארדואן"), ("Erdoğan", "埃尔多安"),
  ("Mr. Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan"),
  ("Olaf Scholze", "Olaf Scholz"), ("Hans J Friedrich", "Hans Joachim Friedrich"),
  ("vanderbilt", "van der bilt"), ("Jon Smith", "John Smith"),
  ("Bashar xal-Assad", "Bashar al-Assad"), ("Kim Jong-un", "Kim Jongun"),
  ("Xi Jinping", "习近平"), ("习近平", "習近平"),
  ("Mohammed bin Salman", "محمد بن سلمان"), ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
  ("Lavrov", "Lawrow"), ("Sergei Lavrov", "Sergejus Lavrovas"), ("Xi Jinping", "Си Цзиньпин"),
  ("安倍晋三", "Abe Shinzo"),
  ("Kılıçdaroğlu", "Кылычдароглу"), ("Çavuşoğlu'nun", "Çavuşoğlu"),
  ("Хрущёв", "Khrushchev"), ("Хрущёв", "Chruschtschow"), ("Ельцин", "Jelzin"),
  ("Шойгу", "Schoigu"), ("Юлия Тимошенко", "Yulia Tymoshenko"), ("Зеленський", "Selenskyj"),
  ("김정은", "Kim Jong-un"), ("محمود احمدی‌نژاد", "Mahmoud Ahmadinejad"),
  ("בנימין נתניהו", "Benjamin Netanyahu"),
  ("Рабиндранату Тагору", "Рабиндранат Тагор"),
  ("Peskov", "Peskoff"), ("毛泽东", "Mao Zedong"), ("Ким Чен Ын", "Kim Jong-un"),
  ("President Erdoğan", "Recep Tayyip Erdoğan"),
  ("CHP", "Cumhuriyet Halk Partisi"), ("CHP", "Republican People's Party"),
]

/// Pairs that are two.
private let different: [(String, String)] = [
  ("김종은", "김정은"), ("이재형", "이재명"), ("George Bush", "George Habbash"),
  ("Fund 5", "Fund 8"), ("Elias Whitford Jr.", "Elias Whitford Sr."), ("Отдел 5", "Кабинет 5"),
  ("Kim Jong-un", "Kim Jong-il"), ("Wang Wei", "Wang Yi"), ("Aung San Suu Win", "Aung San Suu Kyi"),
  ("Щербаков", "Сербаков"), ("Recep Tayyip Erdem", "Recep Tayyip Erdoğan"),
  ("Luiz Inácio Lula da Souza", "Luiz Inácio Lula da Silva"),
  ("Deutsche Bank AG", "Deutsche Bank GmbH"), ("Angela Merkel", "Friedrich Merz"),
  ("Angela Merkel", "Angelo Merkel"), ("A", "B"), ("Мария Захарова", "Angela Merkel"),
]

private func score(_ first: String, _ second: String) -> Double {
  var parser = NameParser()
  var comparator = NameComparator()
  return comparator.compare(parser.parse(first), parser.parse(second)).score
}

@Suite("name comparison")
struct NameComparatorTests {
  @Test("one name", arguments: same)
  func joins(pair: (String, String)) {
    #expect(score(pair.0, pair.1) >= 0.5, "\(pair.0) | \(pair.1)")
  }

  @Test("two names", arguments: different)
  func parts(pair: (String, String)) {
    #expect(score(pair.0, pair.1) < 0.5, "\(pair.0) | \(pair.1)")
  }

  @Test("an initial that fits is called one, in any script and at any weight")
  func initials() {
    var parser = NameParser()
    var comparator = NameComparator()
    for other in ["R. T. Erdogan", "Р. Т. Эрдоган"] {
      let comparison = comparator.compare(
        parser.parse("Recep Tayyip Erdoğan"), parser.parse(other))
      #expect(comparison.evidence.prefix(2).map(\.relation) == [.initial, .initial], "\(other)")
    }
  }

  @Test("every token of both names stands in the evidence exactly once, and order is no matter")
  func laws() {
    let names = (same + different).flatMap { [$0.0, $0.1] }
    var parser = NameParser()
    var comparator = NameComparator()
    let parsed = names.map { parser.parse($0) }
    for first in parsed {
      for second in parsed {
        let comparison = comparator.compare(first, second)
        #expect((0...1).contains(comparison.score))
        #expect(comparison.evidence.flatMap(\.left).sorted() == Array(first.tokens.indices))
        #expect(comparison.evidence.flatMap(\.right).sorted() == Array(second.tokens.indices))
        let reversed = comparator.compare(second, first)
        #expect(abs(reversed.score - comparison.score) < 1e-9)
        let total = comparison.evidence.reduce(comparison.prior) { $0 + $1.contribution }
        #expect(abs(comparison.score - 1 / (1 + exp(-total))) < 1e-9)
      }
      #expect(comparator.compare(first, first).score > 0.5)
    }
  }
}

#if canImport(Glibc)
  import Glibc
#endif
