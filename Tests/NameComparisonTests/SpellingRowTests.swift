// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameComparison
import NameModel
import Testing

/// Names in their own script, and the spellings that news in other languages use for them.
private let spellings: [(String, [String])] = [
  ("Хрущёв", ["Khrushchev", "Chruschtschow", "Khrouchtchev", "Jruschov"]),
  ("Ельцин", ["Yeltsin", "Jelzin", "Eltsine"]),
  ("Boris Yeltsin", ["Boris Eltsine", "Boris Jelzin"]),
  ("Чайковский", ["Tchaikovsky", "Tschaikowski"]),
  ("Шойгу", ["Shoigu", "Schoigu", "Choïgou"]),
  ("Юлия Тимошенко", ["Yulia Tymoshenko", "Yuliya Tymoshenko"]),
  ("Юлія Тимошенко", ["Yulia Tymoshenko", "Yuliya Tymoshenko"]),
  ("Зеленський", ["Zelenskyy", "Zelensky", "Selenskyj", "Zelenski"]),
  ("محمد بن سلمان", ["Mohammed bin Salman", "MBS"]),
  ("عبد الرحمن", ["Abd al-Rahman", "Abdurrahman", "Abdulrahman"]),
  ("محمود احمدی‌نژاد", ["Mahmoud Ahmadinejad"]),
  ("בנימין נתניהו", ["Benjamin Netanyahu", "Binyamin Netanyahu"]),
  ("נתניהו", ["Нетаньяху", "نتنياهو"]),
  ("习近平", ["習近平", "Xi Jinping", "Hsi Chin-p'ing", "Jinping Xi"]),
  ("習近平", ["Xi Jinping", "Hsi Chin-p'ing", "Jinping Xi"]),
  ("毛泽东", ["Mao Zedong", "Mao Tse-tung", "Zedong Mao"]),
  ("安倍晋三", ["Abe Shinzo", "Shinzō Abe"]),
  ("김정은", ["Kim Jong-un"]), ("이명박", ["Lee Myung-bak"]), ("박근혜", ["Park Geun-hye"]),
  (
    "Erdoğan",
    [
      "Эрдоган", "أردوغان", "Ερντογάν", "ארדואן", "埃尔多安", "エルドアン", "에르도안", "ერდოღანი",
      "Էրդողան", "ERDOĞAN", "erdoğan", "Erdoǧan", "Erdogan",
    ]
  ),
  ("Əliyev", ["Aliyev", "Алиев"]), ("Þór", ["Thor"]), ("Đorđević", ["Djordjevic", "Dordevic"]),
  ("Ĳssel", ["IJssel"]), ("Müller", ["Mueller", "Muller"]), ("Ниш", ["Niš", "Nish", "Nis"]),
  ("ISIK", ["Işık", "IŞIK", "Isik"]), ("O'Neill", ["O’Neill", "OʼNeill", "ONeill", "O Neill"]),
]

/// Other pairs that are one, and pairs that are two, from the cases of other matchers.
private let cases: [(String, String, isSame: Bool)] = [
  ("Mr. Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan", true),
  ("President Erdoğan", "Recep Tayyip Erdoğan", true), ("Olaf Scholze", "Olaf Scholz", true),
  ("Hans J Friedrich", "Hans Joachim Friedrich", true),
  ("Osama bin Laden", "Usāma bin Muhammad ibn Awad ibn Lādin", true),
  ("ماري تيريز أدينا أوندوا", "Marie-Therese Abena Ondoa", true),
  ("vanderbilt", "van der bilt", true), ("Jon Smith", "John Smith", true),
  ("Bashar xal-Assad", "Bashar al-Assad", true),
  (
    "Муромский завод радиоизмерительных приборов", "Muromskij zavod radioizmeritelnyh priborov",
    true
  ),
  ("Jesus Alfonso Lopez Diaz", "LobEzDiaS, Chuy", true), ("Азия Биби", "Асия Биби", true),
  ("Щербаков", "Сербаков", false), ("محمد بن سلمان", "محمود بن سلمان", false),
  ("Recep Tayyip Erdem", "Recep Tayyip Erdoğan", false), ("김종은", "김정은", false),
  ("이재형", "이재명", false),
  ("SADDAM HUSSEIN AL-DULAIMI", "SADDAM HUSSEIN AL-TIKRITI", false),
  ("Luiz Inácio Lula da Souza", "Luiz Inácio Lula da Silva", false),
  ("Aung San Suu Win", "Aung San Suu Kyi", false), ("George Bush", "George Habbash", false),
  ("ABC Corp", "XYZ Corp", false), ("CORP", "ACME CORP", false), ("Fund 5", "Fund 8", false),
  ("Deutsche Bank AG", "Deutsche Bank GmbH", false),
  ("Elias Whitford Jr.", "Elias Whitford Sr.", false), ("Отдел 5", "Кабинет 5", false),
  ("CVC", "CVS Health", false), ("General Mortars", "General Motors", false),
  ("Kim Yong-chol", "Kim Yong-chun", false), ("Mohammed bin Sultan", "Mohammed bin Salman", false),
]

/// Rows that the trained weights still get wrong.
private let notYet: Set<[String]> = [
  ["Þór", "Thor"], ["General Mortars", "General Motors"], ["Kim Yong-chol", "Kim Yong-chun"],
]

@Suite("public rows of names")
struct SpellingRowTests {
  private static let rows =
    spellings.flatMap { name, others in others.map { (name, $0, isSame: true) } } + cases

  @Test("rows fall on their side of one half", arguments: rows)
  func falls(row: (String, String, isSame: Bool)) {
    var parser = NameParser()
    var comparator = NameComparator()
    let score = comparator.compare(parser.parse(row.0), parser.parse(row.1)).score
    if notYet.contains([row.0, row.1]) {
      withKnownIssue { #expect((score >= 0.5) == row.isSame, "\(row.0) | \(row.1): \(score)") }
    } else {
      #expect((score >= 0.5) == row.isSame, "\(row.0) | \(row.1): \(score)")
    }
  }
}
