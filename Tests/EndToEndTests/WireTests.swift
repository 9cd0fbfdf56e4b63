// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import MatchEvaluation
import MentionExtraction
import NameModel
import Testing
import TextNormalization

/// Article to entities, over the sample wire, against its gold.
///
/// The floors are what was measured, less a point or two: a change that falls below one must say
/// why it is better all the same.
@Suite("the wire, end to end")
struct WireTests {
  @Test("the gold itself is sound: every mention lies in its text, on scalar borders")
  func goldIsSound() throws {
    let corpus = try WireCorpus()
    #expect(corpus.ids.count >= 40 && Set(corpus.languages).count >= 12)
    let texts = Dictionary(uniqueKeysWithValues: zip(corpus.ids, corpus.texts))
    for place in corpus.gold.keys {
      let text = texts[place.article] ?? []
      #expect(place.start < place.end && place.end <= text.count)
    }
  }

  @Test("mentions are found, and every one lies inside the text without overlap")
  func findsMentions() throws {
    let corpus = try WireCorpus()
    var predicted: Set<WireCorpus.GoldMention> = []
    for (id, (text, mentions)) in zip(corpus.ids, zip(corpus.texts, corpus.mentions())) {
      var end = 0
      for mention in mentions {
        #expect(mention.range.lowerBound >= end && mention.range.upperBound <= text.count)
        end = mention.range.upperBound
        predicted.insert(
          .init(article: id, start: mention.range.lowerBound, end: mention.range.upperBound))
      }
    }
    let tally = PrecisionRecall(gold: Set(corpus.gold.keys), predicted: predicted)
    print("wire mentions: P \(tally.precision) R \(tally.recall) F1 \(tally.f1)")
    #expect(tally.f1 >= Floors.mentions)
  }

  @Test("entities agree with the gold where mentions were found")
  func findsEntities() throws {
    let corpus = try WireCorpus()
    let mentions = corpus.mentions()
    let articles = zip(corpus.languages, mentions).map {
      ArticleNames(language: $0, mentions: $1)
    }
    var gold: [String] = []
    var predicted: [String] = []
    for entity in ArticleResolver().resolve(articles) {
      for place in entity.places {
        let range = mentions[place.article][place.mention].range
        let key = WireCorpus.GoldMention(
          article: corpus.ids[place.article], start: range.lowerBound, end: range.upperBound)
        guard let truth = corpus.gold[key] else { continue }
        gold.append(truth)
        predicted.append(entity.id)
      }
    }
    let score = BCubed(gold: gold, predicted: predicted)
    print(
      "wire entities: \(gold.count) mentions, P \(score.precision) R \(score.recall) F1 \(score.f1)"
    )
    #expect(score.f1 >= Floors.entities && score.precision >= Floors.entityPrecision)
  }

  @Test("with the gold's spans given, entities agree with the gold")
  func resolvesGivenSpans() throws {
    let corpus = try WireCorpus()
    var gold: [String] = []
    var articles: [ArticleNames] = []
    var labels: [[String]] = []
    for (id, (language, text)) in zip(corpus.ids, zip(corpus.languages, corpus.texts)) {
      let places = corpus.gold.keys.filter { $0.article == id }.sorted { $0.start < $1.start }
      let spans = places.map {
        GivenSpan(range: $0.start..<$0.end, kind: NameKind(rawValue: corpus.kinds[$0] ?? ""))
      }
      var extractor = MentionExtractor(language: .init(language))
      articles.append(
        ArticleNames(language: language, mentions: extractor.mentions(at: spans, in: text.span)))
      labels.append(places.map { corpus.gold[$0] ?? "" })
    }
    var predicted: [String] = []
    for entity in ArticleResolver().resolve(articles) {
      for place in entity.places {
        gold.append(labels[place.article][place.mention])
        predicted.append(entity.id)
      }
    }
    let score = BCubed(gold: gold, predicted: predicted)
    print(
      "wire linking: \(gold.count) mentions, P \(score.precision) R \(score.recall) F1 \(score.f1)")
    #expect(gold.count == corpus.gold.count)
    #expect(score.f1 >= Floors.linking)
  }
}

/// Measured on the sample wire, rounded down.
enum Floors {
  // The tagger takes nationalities in English for places; the gold does not. Rules alone reached
  // 0.936 here, and 9 points less than the tagger on labelled news.
  static let mentions = 0.90
  static let entities = 0.90
  static let entityPrecision = 0.98
  static let linking = 0.89
}
