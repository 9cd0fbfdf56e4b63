// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// People in the spellings of several scripts.
enum SpelledNames {
  /// Scripts, in the order of the spellings.
  static let scripts = ["latin", "cyrillic", "arabic", "han", "hangul"]

  static let people = [
    [
      "Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган", "رجب طيب أردوغان", "雷杰普·塔伊普·埃尔多安",
      "레제프 타이이프 에르도안",
    ],
    ["Sergey Lavrov", "Сергей Лавров", "سيرغي لافروف", "谢尔盖·拉夫罗夫", "세르게이 라브로프"],
    ["Angela Merkel", "Ангела Меркель", "أنجيلا ميركل", "安格拉·默克尔", "앙겔라 메르켈"],
    ["Dmitry Peskov", "Дмитрий Песков", "دميتري بيسكوف", "德米特里·佩斯科夫", "드미트리 페스코프"],
    [
      "Volodymyr Zelenskyy", "Володимир Зеленський", "فولوديمير زيلينسكي", "弗拉基米尔·泽连斯基",
      "볼로디미르 젤렌스키",
    ],
    ["Emmanuel Macron", "Эмманюэль Макрон", "إيمانويل ماكرون", "埃马纽埃尔·马克龙", "에마뉘엘 마크롱"],
    [
      "Kemal Kılıçdaroğlu", "Кемаль Кылычдароглу", "كمال كليتشدار أوغلو", "凯末尔·克勒赤达罗格鲁",
      "케말 클르츠다로을루",
    ],
    ["Giorgia Meloni", "Джорджа Мелони", "جورجا ميلوني", "乔治娅·梅洛尼", "조르자 멜로니"],
  ]

  /// Everybody's name in one script.
  static func names(in script: String) -> [String] {
    guard let place = scripts.firstIndex(of: script) else { return [] }
    return people.map { $0[place] }
  }

  /// Names put together from all given and all family names of two scripts, each with whose family
  /// name it has.
  static func mixed(_ count: Int) -> [String] {
    var state: UInt64 = 3
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { number in
      let script = next(2)
      let first = people[next(people.count)][script].split(separator: " ").first ?? ""
      let last = people[next(people.count)][script].split(separator: " ").last ?? ""
      // Numbered middle names keep most of them different people.
      let middle = ["Anna", "Karl", "Иван", "Ольга", "Li", "Omar"][next(6)]
      return number % 3 == 0 ? "\(first) \(last)" : "\(first) \(middle) \(last)"
    }
  }
}
