// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CNamesakeJSON

/// One value inside a ``JSONRecord``, as a place in its text.
package struct JSONValue: Sendable {
  package enum Kind: Sendable {
    case object
    case array
    case string
    case number
    case bool
    case null
  }

  package let kind: Kind
  /// The raw bytes, with quotes or brackets, in the text of the record.
  package let range: Range<Int>
  let place: cnamesake_json_value

  init(_ place: cnamesake_json_value) {
    self.place = place
    range = place.start..<place.end
    kind =
      switch place.kind {
      case CNAMESAKE_JSON_OBJECT: .object
      case CNAMESAKE_JSON_ARRAY: .array
      case CNAMESAKE_JSON_STRING: .string
      case CNAMESAKE_JSON_NUMBER: .number
      case CNAMESAKE_JSON_TRUE, CNAMESAKE_JSON_FALSE: .bool
      default: .null
      }
  }
}
