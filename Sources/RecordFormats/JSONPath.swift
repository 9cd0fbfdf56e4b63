// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The place of a field in an object: a key, or keys with dots between them.
///
/// `a.b` first means a key that is literally `a.b`, then the key `b` inside the object under `a`.
/// At each level the whole rest of the path is tried as one key first.
package struct JSONPath: Sendable, Hashable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  package init(_ path: String) {
    bytes = Array(path.utf8)
  }

  package init(stringLiteral path: String) {
    self.init(path)
  }
}

extension JSONPath: CustomStringConvertible {
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}
