// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CNamesakeJSON

/// Owner of one parser behind the C border.
///
/// The C side keeps positions only, so every call passes the text again. Invariant for all calls:
/// the text is the one that was loaded last, with its padding, and it outlives the call.
@safe
struct JSONParserHandle: ~Copyable {
  /// Made by `init`, freed by `deinit`.
  private let parser: OpaquePointer

  enum Status {
    case valid
    /// The tokens are known; whether they are JSON must be decided otherwise.
    case refused
    case invalid
    case notUTF8
    case tooDeep
    case noRoom
  }

  /// What must follow the text; what it holds does not matter.
  static let padding = [UInt8](repeating: 0x20, count: cnamesake_json_padding())

  init() {
    guard let parser = unsafe cnamesake_json_create() else {
      fatalError("There is no memory for a JSON parser.")
    }
    unsafe self.parser = parser
  }

  deinit {
    unsafe cnamesake_json_destroy(parser)
  }

  func load(_ text: [UInt8], count: Int) -> Status {
    precondition(
      text.count >= count + Self.padding.count, "The JSON parser reads past the end of the text.")
    let status = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe cnamesake_json_load(parser, bytes.baseAddress, count)
    }
    return switch status {
    case CNAMESAKE_JSON_VALID: .valid
    case CNAMESAKE_JSON_REFUSED: .refused
    case CNAMESAKE_JSON_NOT_UTF8: .notUTF8
    case CNAMESAKE_JSON_TOO_DEEP: .tooDeep
    case CNAMESAKE_JSON_NO_ROOM: .noRoom
    default: .invalid
    }
  }

  func root(_ text: [UInt8]) -> JSONValue? {
    unsafe look(text) { bytes, value in unsafe cnamesake_json_root(parser, bytes, value) }
  }

  func find(_ path: JSONPath, in object: JSONValue, _ text: [UInt8]) -> JSONValue? {
    unsafe path.bytes.withUnsafeBufferPointer { path in
      unsafe look(text) { bytes, value in
        unsafe cnamesake_json_find(
          parser, bytes, object.place, path.baseAddress, path.count, value)
      }
    }
  }

  func firstElement(of array: JSONValue, _ text: [UInt8]) -> JSONValue? {
    unsafe look(text) { bytes, value in
      unsafe cnamesake_json_first_element(parser, bytes, array.place, value)
    }
  }

  func nextElement(after element: JSONValue, _ text: [UInt8]) -> JSONValue? {
    unsafe look(text) { bytes, value in
      unsafe cnamesake_json_next_element(parser, bytes, element.place, value)
    }
  }

  private func look(
    _ text: [UInt8],
    _ body: (UnsafePointer<UInt8>?, UnsafeMutablePointer<cnamesake_json_value>) -> Bool
  ) -> JSONValue? {
    var place = cnamesake_json_value()
    let isFound = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeMutablePointer(to: &place) { unsafe body(bytes.baseAddress, $0) }
    }
    return isFound ? JSONValue(place) : nil
  }
}
