// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Finds places where a text can be cut so that its parts normalize on their own.
enum NormalizationBoundary {
  /// End of the stretch that begins at a boundary.
  ///
  /// A stretch is either ASCII up to, but without, the last byte before a non-ASCII one (which a
  /// mark may join), or the shortest other stretch that ends before a starter which never composes
  /// backward.
  ///
  /// - Parameters:
  ///   - start: A boundary, such as 0.
  ///   - text: UTF-8, well-formed or not.
  /// - Returns: The next boundary.
  static func end(of start: Int, in text: Span<UInt8>) -> Int {
    var index = start
    while index < text.count, text[index] < 0x80 { index += 1 }
    if index == text.count { return index }
    if index > start + 1 { return index - 1 }
    index += index == start ? text.scalar(at: start).length : 0
    while index < text.count {
      let decoded = text.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      if decoded.isValid, properties.combiningClass != 0 || properties.composesBackward {
        index += decoded.length
      } else {
        return index
      }
    }
    return index
  }
}
