// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc
internal import NameCatalog
internal import NameModel

/// Texts and names that are the same in every run.
enum Samples {
  /// A sentence or two for each language.
  static let sentences: [(language: String, text: String)] = [
    (
      "en",
      "Kremlin spokesman Dmitry Peskov denied the claim on Friday. Turkish opposition leader Kemal "
        + "Kilicdaroglu had accused Moscow of meddling, and Foreign Minister Mevlut Cavusoglu called it "
        + "baseless."
    ),
    (
      "tr",
      "Cumhurbaşkanı Recep Tayyip Erdoğan’ın sözcüsü İbrahim Kalın, Kılıçdaroğlu’nun iddiasını "
        + "reddetti. Dışişleri Bakanı Mevlüt Çavuşoğlu ise Iğdır’da IMF heyetiyle görüştü."
    ),
    (
      "ru",
      "Пресс-секретарь Кремля Дмитрий Песков отверг обвинения Кемаля Кылычдароглу. Министр "
        + "иностранных дел Сергей Лавров встретился в Анкаре с Мевлютом Чавушоглу."
    ),
    ("ar", "اتهم مرشح المعارضة التركية كمال كليتشدار أوغلو روسيا بالتدخل، ونفى الكرملين ذلك."),
    ("zh", "土耳其反对派候选人凯末尔·克勒赤达罗格鲁指责俄罗斯干预选举，克里姆林宫发言人佩斯科夫予以否认。"),
    ("ja", "トルコの野党候補ケマル・クルチダルオール氏はロシアの選挙介入を非難し、ペスコフ報道官は否定した。"),
    ("ko", "튀르키예 야당 후보 케말 클르츠다로을루는 러시아의 선거 개입을 비난했고 페스코프 대변인은 부인했다."),
  ]

  static func sentence(_ language: String) -> String {
    guard let found = sentences.first(where: { $0.language == language }) else {
      preconditionFailure("There is no sentence in \(language).")
    }
    return found.text
  }

  private static let given = [
    ["Recep", "Реджеп", "رجب"], ["Kemal", "Кемаль", "كمال"], ["Dmitry", "Дмитрий", "Dmitri"],
    ["Sergey", "Сергей", "Sergei"], ["Angela", "Ангела", "أنجيلا"], ["Mevlüt", "Мевлют", "Mevlut"],
    ["Volodymyr", "Володимир", "Vladimir"], ["Kaja", "Кая", "كايا"],
  ]
  private static let family = [
    ["Erdoğan", "Эрдоган", "أردوغان"], ["Kılıçdaroğlu", "Кылычдароглу", "Kilicdaroglu"],
    ["Peskov", "Песков", "Peskow"], ["Lavrov", "Лавров", "لافروف"],
    ["Merkel", "Меркель", "ميركل"], ["Çavuşoğlu", "Чавушоглу", "Cavusoglu"],
    ["Zelenskyy", "Зеленський", "Selenskyj"], ["Kallas", "Каллас", "كالاس"],
  ]

  /// Names put together from a fixed seed; many are spellings of one another.
  static func names(_ count: Int) -> [String] {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { _ in
      let (first, second) = (given[next(given.count)], family[next(family.count)])
      let script = next(3)
      switch next(4) {
      case 0: return second[script]
      case 1: return "\(second[script]), \(first[script])"
      default: return "\(first[script]) \(second[script])"
      }
    }
  }

  /// Lays names into an index in a file, which is gone afterwards.
  static func withIndex(of names: [String], _ body: (String) -> Void) {
    var template = Array("/tmp/namesake-work-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { fatalError("no folder for the index") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = "\(folder)/index"
    defer {
      unsafe unlink(path)
      unsafe rmdir(folder)
    }
    var reader = IndexBatchReader()
    for (number, name) in names.enumerated() {
      let id = Array(String(number).utf8)
      reader.add(name: name.utf8Span.span, id: id.span, kind: .person)
    }
    var builder = IndexBuilder()
    do throws(IndexError) {
      try builder.add(reader.take())
      try builder.write(to: path, threads: 1)
    } catch {
      fatalError("\(error)")
    }
    body(path)
  }
}
