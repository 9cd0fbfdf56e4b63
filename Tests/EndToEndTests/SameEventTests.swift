// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import MentionExtraction
import RecordFormats
import SystemPackage
import Testing
import TextNormalization

/// A real wire article, kept outside the repository, where the development data lie.
private let sharedArticle = WireCorpus.root.appending("../shared/examples/wire-article.txt")
private let hasSharedArticle: Bool = {
  do {
    _ = try ByteSource(sharedArticle)
    return true
  } catch {
    return false
  }
}()

/// The people of the story, by words that stand in their names in the four languages.
private let people: [(name: String, forms: Set<String>)] = [
  (
    "Kılıçdaroğlu",
    [
      "Kılıçdaroğlu", "Kemal Kılıçdaroğlu", "Kilicdaroglu", "Kemal Kilicdaroglu", "Кылычдароглу",
      "Кемаль Кылычдароглу", "KILIÇDAROĞLU",
    ]
  ),
  (
    "Çavuşoğlu",
    [
      "Çavuşoğlu", "Mevlüt Çavuşoğlu", "Cavusoglu", "Mevlüt Cavusoglu", "Чавушоглу",
      "Мевлют Чавушоглу",
    ]
  ),
  (
    "Erdoğan",
    [
      "Erdoğan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Erdogan", "Эрдоган",
      "Эрдогана", "Реджепу Тайипу Эрдогану",
    ]
  ),
  ("Lavrov", ["Lavrov", "Sergey Lavrov", "Sergej Lawrow", "Сергея Лаврова", "Лавровым"]),
  ("Peskov", ["Peskov", "Dmitry Peskov", "Dmitri Peskow", "Дмитрий Песков", "Пескова"]),
  ("Oğan", ["Oğan", "Sinan Ogan", "Sinan Oğan", "Ogan", "Синан Оган", "Огана"]),
  ("İnce", ["İnce", "Muharrem Ince", "Muharrem İnce", "Мухаррем Индже", "Индже"]),
]

@Suite("one event in four languages")
struct SameEventTests {
  @Test(
    "every person of the story is one entity with all forms, and no two are one",
    .enabled(if: hasSharedArticle, "the real article is not here: it is no part of the repository"))
  func oneEntityEach() throws {
    let corpus = try WireCorpus()
    var source = try ByteSource(sharedArticle)
    var english: [UInt8] = []
    try source.readToEnd(into: &english)
    var stories = [(language: "en", text: english)]
    for id in ["tr-001", "de-001", "ru-001"] {
      let number = try #require(corpus.ids.firstIndex(of: id))
      stories.append((corpus.languages[number], corpus.texts[number]))
    }
    let articles = stories.map { story in
      var extractor = MentionExtractor(language: LanguageTag(story.language))
      return ArticleNames(
        language: story.language, mentions: extractor.extract(story.text.span))
    }
    var owners: [String: Set<String>] = [:]
    for entity in ArticleResolver().resolve(articles) {
      for place in entity.places {
        let range = articles[place.article].mentions[place.mention].range
        let text = String(decoding: stories[place.article].text[range], as: UTF8.self)
        #expect(!text.hasSuffix("'s") && !text.hasSuffix("'") && !text.hasPrefix(" "), "\(text)")
        owners[text, default: []].insert(entity.id)
      }
    }
    var taken: [String: String] = [:]
    for person in people {
      let found = person.forms.filter { owners[$0] != nil }
      let ids = Set(found.flatMap { owners[$0] ?? [] })
      #expect(ids.count == 1, "\(person.name): \(found) are \(ids.count) entities")
      #expect(found.count >= 4, "\(person.name) was found as \(found) only")
      for id in ids {
        #expect(taken[id] == nil, "\(person.name) and \(taken[id] ?? "") are one entity")
        taken[id] = person.name
      }
    }
  }
}
