// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// A column of texts in the caller's memory, as Arrow lays it out.
///
/// Safety: the caller promises that `count + 1` offsets of `width` bytes lie at `offsets`, and that
/// the last one's worth of bytes lies at `bytes`, until the call is over. The offsets were checked
/// to ascend from 0 or more.
@safe
struct BorrowedTexts: TextList, @unchecked Sendable {
  // Sendable: nothing writes to the memory while a call runs.
  let count: Int
  private let bytes: UnsafePointer<UInt8>?
  private let offsets: UnsafeRawPointer?
  private let isWide: Bool

  /// Takes a column.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 of all texts; may be null when they are all empty.
  ///   - offsets: Where each text begins, and where the last one ends.
  ///   - width: Bytes of an offset, 4 or 8.
  ///   - count: Number of texts.
  /// - Throws: `Refusal` when the offsets are no offsets.
  init(
    _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?, width: Int32, count: Int64
  ) throws(Refusal) {
    guard count >= 0 else { throw .argument("a column has no negative number of texts") }
    guard width == 4 || width == 8 else { throw .argument("an offset has 4 or 8 bytes") }
    let hasOffsets = unsafe offsets != nil
    let hasBytes = unsafe bytes != nil
    guard count == 0 || hasOffsets else { throw .argument("a column of texts needs offsets") }
    unsafe self.bytes = bytes
    unsafe self.offsets = offsets
    isWide = width == 8
    self.count = Int(count)
    if count == 0 { return }
    var last = offset(0)
    guard last >= 0 else { throw .argument("offsets are not negative") }
    let first = last
    for number in 1...self.count {
      let next = offset(number)
      guard next >= last else { throw .argument("offsets ascend") }
      last = next
    }
    guard last == first || hasBytes else { throw .argument("texts need bytes") }
  }

  private func offset(_ number: Int) -> Int {
    guard let offsets = unsafe offsets else { return 0 }
    return isWide
      ? Int(unsafe offsets.loadUnaligned(fromByteOffset: number * 8, as: Int64.self))
      : Int(unsafe offsets.loadUnaligned(fromByteOffset: number * 4, as: Int32.self))
  }

  func withText(_ number: Int, _ body: (Span<UInt8>) -> Void) {
    let (start, end) = (offset(number), offset(number + 1))
    guard let bytes = unsafe bytes, end > start else { return body(Span()) }
    body(unsafe Span(_unsafeStart: bytes + start, count: end - start))
  }
}

/// One text in the caller's memory; null is empty.
@safe
struct BorrowedText: TextList, @unchecked Sendable {
  // Sendable: nothing writes to the memory while a call runs.
  private let bytes: UnsafePointer<UInt8>?
  private let length: Int

  init(_ bytes: UnsafePointer<UInt8>?, _ length: Int64) {
    unsafe self.bytes = bytes
    self.length = Int(max(0, length))
  }

  var count: Int { 1 }

  func withText(_ number: Int, _ body: (Span<UInt8>) -> Void) {
    guard let bytes = unsafe bytes, length > 0 else { return body(Span()) }
    body(unsafe Span(_unsafeStart: bytes, count: length))
  }
}
