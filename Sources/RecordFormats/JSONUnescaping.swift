// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Appends the text that the inside of a JSON string stands for.
///
/// `content` is what stands between the quotes; it must be valid JSON and valid UTF-8.
///
/// - Complexity: O(n).
func appendUnescapedJSON(_ content: Span<UInt8>, to output: inout [UInt8]) {
  var done = 0
  while true {
    let escape = ByteScan.firstIndex(of: UInt8(ascii: "\\"), in: content, from: done)
    output.append(copying: content.extracting(done..<escape))
    guard escape + 1 < content.count else { return }
    done = escape + 2
    switch content[escape + 1] {
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"): done = appendScalar(content, at: escape, to: &output)
    case let byte: output.append(byte)
    }
  }
}

/// Appends the scalar of `\uXXXX`, or of the two that make a surrogate pair.
///
/// - Returns: where the text goes on.
private func appendScalar(
  _ content: Span<UInt8>, at escape: Int, to output: inout [UInt8]
) -> Int {
  guard let unit = hexUnit(content, at: escape) else { return content.count }
  if let scalar = Unicode.Scalar(unit) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return escape + 6
  }
  let next = escape + 6
  if (0xD800..<0xDC00).contains(unit), next < content.count, content[next] == UInt8(ascii: "\\"),
    let low = hexUnit(content, at: next), (0xDC00..<0xE000).contains(low),
    let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return escape + 12
  }
  output.append(contentsOf: replacementCharacter)
  return next
}

/// The four digits of `\uXXXX`.
///
/// `nil` when that is not what stands at `escape`.
private func hexUnit(_ content: Span<UInt8>, at escape: Int) -> UInt32? {
  guard escape + 6 <= content.count, content[escape + 1] == UInt8(ascii: "u") else { return nil }
  var unit: UInt32 = 0
  for index in escape + 2..<escape + 6 {
    guard let digit = content[index].hexDigitValue else { return nil }
    unit = unit << 4 | UInt32(digit)
  }
  return unit
}

extension UInt8 {
  /// What a hexadecimal digit of either case stands for.
  var hexDigitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
