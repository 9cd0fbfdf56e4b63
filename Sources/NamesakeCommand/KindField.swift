// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake

/// The optional `kind` of a record.
struct KindField {
  /// What the record says, nil when it says nothing or nothing that we know.
  var kind: NameKind?
  /// What is wrong with it.
  var problem: ValueProblem?

  init(_ content: [UInt8]?) {
    guard let content, !content.isEmpty else { return }
    let text = String(decoding: content, as: UTF8.self)
    kind = NameKind(rawValue: text)
    guard kind == nil else { return }
    problem = ValueProblem(
      problem: "\u{201C}\(text)\u{201D} is no kind of name",
      advice: "give person, org or place, or leave it empty")
  }
}
