// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Texts by number, wherever they lie: in an array of strings, or end to end in one block of memory
/// as Arrow keeps them.
///
/// Calls come from several threads at once.
public protocol TextList: Sendable {
  /// Number of texts.
  var count: Int { get }

  /// Calls back with the UTF-8 of a text, well-formed or not.
  func withText(_ number: Int, _ body: (Span<UInt8>) -> Void)
}

extension [String]: TextList {
  /// Calls back with the UTF-8 of a string.
  public func withText(_ number: Int, _ body: (Span<UInt8>) -> Void) {
    body(self[number].utf8Span.span)
  }
}

/// Many texts end to end with the offsets between them, as Arrow keeps a column of large strings.
public struct TextColumn: TextList {
  /// UTF-8 of all texts.
  public private(set) var bytes: [UInt8] = []
  /// Where each text begins, and behind them where the last one ends; always one more than texts.
  public private(set) var offsets: [Int64] = [0]

  /// Creates a column without texts.
  public init() {}

  /// Number of texts.
  public var count: Int { offsets.count - 1 }

  /// A text.
  public subscript(number: Int) -> String {
    String(decoding: bytes[Int(offsets[number])..<Int(offsets[number + 1])], as: UTF8.self)
  }

  /// Calls back with the UTF-8 of a text.
  public func withText(_ number: Int, _ body: (Span<UInt8>) -> Void) {
    body(bytes.span.extracting(Int(offsets[number])..<Int(offsets[number + 1])))
  }

  /// Adds a text.
  public mutating func append(_ text: String) {
    bytes += text.utf8
    offsets.append(Int64(bytes.count))
  }

  /// Adds a text in UTF-8.
  public mutating func append(_ text: [UInt8]) {
    bytes += text
    offsets.append(Int64(bytes.count))
  }

  /// Adds texts that lie end to end.
  ///
  /// - Parameters:
  ///   - texts: UTF-8 of all of them.
  ///   - ends: Where each ends there.
  package mutating func append(_ texts: [UInt8], ends: [Int]) {
    let start = Int64(bytes.count)
    bytes += texts
    for end in ends { offsets.append(start + Int64(end)) }
  }

  /// Adds the texts of another column.
  public mutating func append(_ other: TextColumn) {
    let start = offsets[count]
    bytes += other.bytes
    for offset in other.offsets.dropFirst() { offsets.append(start + offset) }
  }
}
