// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Strings packed one after another as Unicode scalars, the form batches take.
///
///     var names = LetterList(["Sergey Lavrov", "Сергей Лавров"])
///     names.append("Sergej Lawrow")
///
/// Strings are numbered from 0 in the order of appending. Nothing is folded or normalized.
public struct LetterList: Sendable {
  private(set) var letters: [UInt32] = []
  /// Where every string begins, and the end of the last.
  private(set) var starts: [UInt32] = [0]

  /// Creates an empty list.
  public init() {}

  /// Creates a list of strings.
  public init(_ strings: some Sequence<String>) {
    for string in strings { append(string) }
  }

  /// How many strings there are.
  public var count: Int { starts.count - 1 }

  /// Letters of one string.
  public subscript(index: Int) -> Span<UInt32> {
    @_lifetime(borrow self)
    get { letters.span.extracting(range(of: index)) }
  }

  /// How many letters one string has.
  func length(of index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

  /// Where one string lies in the letters.
  func range(of index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  /// Forgets all strings and keeps the room they took.
  public mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// Appends the scalars of a string.
  public mutating func append(_ string: String) {
    let utf8 = string.utf8Span.span
    letters.append(addingCapacity: utf8.count) { output in
      var index = 0
      while index < utf8.count { output.append(nextScalar(utf8, &index)) }
    }
    endString()
  }

  /// Appends a string in which every byte is a letter: ASCII or Latin-1, not UTF-8 beyond ASCII.
  public mutating func append(bytes: Span<UInt8>) {
    letters.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(UInt32(bytes[index])) }
    }
    endString()
  }

  /// Appends a string in which every UTF-16 unit is a letter.
  public mutating func append(utf16 units: Span<UInt16>) {
    letters.append(addingCapacity: units.count) { output in
      for index in units.indices { output.append(UInt32(units[index])) }
    }
    endString()
  }

  /// Appends letters to the string that ``endString()`` will close.
  mutating func extend(_ more: Span<UInt32>) {
    letters.append(addingCapacity: more.count) { output in
      for index in more.indices { output.append(more[index]) }
    }
  }

  /// Ends the string of letters appended since the last one.
  mutating func endString() {
    precondition(letters.count <= UInt32.max, "A list holds at most 2^32 - 1 letters.")
    starts.append(UInt32(truncatingIfNeeded: letters.count))
  }

  /// The values of a string's Unicode scalars.
  static func scalars(of string: String) -> [UInt32] { string.unicodeScalars.map(\.value) }
}

/// The scalar at an index of valid UTF-8, which a string's is; moves the index behind it.
private func nextScalar(_ utf8: Span<UInt8>, _ index: inout Int) -> UInt32 {
  let lead = UInt32(utf8[index])
  index += 1
  if lead < 0x80 { return lead }
  // The lead has as many ones in front as there are bytes, then a zero.
  let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
  var scalar = lead & (0x3F >> UInt32(more))
  for _ in 0..<more {
    scalar = scalar << 6 | UInt32(utf8[index] & 0x3F)
    index += 1
  }
  return scalar
}
