// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

// The C interface: version in the prefix, UTF-8 pointer and length in, the caller's buffer out.
// Nothing traps across the border: a null pointer with length 0 is empty text.

/// Version of this interface, 1.
@c(namesake_v1_version)
public func namesakeVersion() -> Int32 { 1 }

/// Compares two names.
///
/// - Parameters:
///   - first: UTF-8 of a name.
///   - firstCount: Its length in bytes.
///   - second: UTF-8 of another.
///   - secondCount: Its length in bytes.
/// - Returns: Probability, `0...1`, that both name the same.
@c(namesake_v1_compare)
@unsafe
public func namesakeCompare(
  _ first: UnsafePointer<UInt8>?, _ firstCount: Int, _ second: UnsafePointer<UInt8>?,
  _ secondCount: Int
) -> Double {
  unsafe compareNames(text(first, firstCount), text(second, secondCount)).score
}

/// Match key of a text.
///
/// - Parameters:
///   - input: UTF-8, well-formed or not.
///   - count: Its length in bytes.
///   - output: Receives as much of the key as fits; may be null when `capacity` is 0.
///   - capacity: Room in bytes.
/// - Returns: Length of the whole key in bytes: when it is greater than `capacity`, call again
///   with that much room.
@c(namesake_v1_key)
@unsafe
public func namesakeKey(
  _ input: UnsafePointer<UInt8>?, _ count: Int, _ output: UnsafeMutablePointer<UInt8>?,
  _ capacity: Int
) -> Int {
  let key = Array(unsafe normalize(text(input, count)).utf8)
  if let output = unsafe output {
    for index in 0..<min(key.count, max(capacity, 0)) { unsafe output[index] = key[index] }
  }
  return key.count
}

@unsafe
private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> String {
  guard let bytes = unsafe bytes, count > 0 else { return "" }
  return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}
