// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser

/// The index that is searched, and how many results are wanted of it.
struct IndexOptions: ParsableArguments {
  @Option(help: "The index file.")
  var index: String

  @Option(help: "Most results for a query.")
  var limit = 10

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1.") }
  }
}
