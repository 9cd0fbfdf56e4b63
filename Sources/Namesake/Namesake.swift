// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// The library that most people import: everything below, and one call for each common job.
@_exported public import EntityResolution
@_exported public import MentionExtraction
@_exported public import NameCatalog
@_exported public import NameComparison
@_exported public import NameModel
@_exported public import TextBytes
@_exported public import TextNormalization

/// Normalizes one text.
///
///     normalize("ERDOĞAN’IN")                        // "erdoganin"
///     normalize("IĞDIR", profile: .fold)             // "ığdır"
///
/// For many texts keep a `TextNormalizer`.
///
/// - Parameters:
///   - text: Text in any Unicode form.
///   - profile: What to do.
///   - language: Language of the text, nil to decide Turkish casing from the text itself.
/// - Returns: The normalized text.
/// - Complexity: O(*n*).
public func normalize(
  _ text: String, profile: Profile = .key, language: LanguageTag? = nil
) -> String {
  var normalizer = TextNormalizer(profile, language: language)
  return normalizer.normalize(text)
}

/// Compares two names.
///
///     compareNames("Recep Tayyip Erdoğan", "Эрдоган, Реджеп Тайип").score
///
/// For many names keep a `NameParser` and a `NameComparator`.
///
/// - Parameters:
///   - first: A name in any script.
///   - second: Another.
///   - kind: What both name, if known.
/// - Returns: A probability and the evidence for it.
public func compareNames(
  _ first: String, _ second: String, kind: NameKind? = nil
) -> Comparison {
  var parser = NameParser()
  var comparator = NameComparator()
  return comparator.compare(parser.parse(first, kind: kind), parser.parse(second, kind: kind))
}

/// Finds the names in an article.
///
/// - Parameters:
///   - text: The article.
///   - language: Its language, if known.
/// - Returns: Mentions in order, with UTF-8 byte ranges and numbers of threads.
public func findMentions(in text: String, language: LanguageTag? = nil) -> [Mention] {
  var extractor = MentionExtractor(language: language)
  return extractor.extract(text.utf8Span.span)
}
