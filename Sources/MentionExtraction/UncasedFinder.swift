// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Finds candidate names in scripts without capitals.
struct UncasedFinder {
  let article: Article
  private(set) var candidates: [Candidate] = []

  init(_ article: Article) { self.article = article }

  mutating func find() {}
}
