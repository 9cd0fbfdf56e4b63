// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes
public import TextNormalization

/// What must hold of every profile on every input; the tests and the long run share it.
public struct NormalizationLaws {
  private var normalizers: [TextNormalizer]
  private var offsets = OffsetMap()

  /// Creates a judge of some profiles.
  public init(_ profiles: [Profile] = Profile.allCases) {
    normalizers = profiles.map { TextNormalizer($0) }
  }

  /// Holds every law against an input.
  ///
  /// - Parameter input: Any bytes.
  /// - Returns: The first law that it breaks, in words, or nil.
  public mutating func broken(by input: [UInt8]) -> String? {
    for index in normalizers.indices {
      let name = normalizers[index].profile.identifier
      let once = normalized(input, index)
      if let law = shape(once, of: input) ?? offsetLaw(input, once, index) {
        return "\(name): \(law)"
      }
      // Romanizations are read, not normalized again.
      let standsStill = ![.latin, .ascii].contains(normalizers[index].profile)
      if standsStill, normalized(once, index) != once { return "\(name): again gives another text" }
    }
    return formLaw(input)
  }

  private func shape(_ output: [UInt8], of input: [UInt8]) -> String? {
    if output.count > TextNormalizer.mostBytesPerByte * input.count { return "too long" }
    return String(validating: output, as: UTF8.self) == nil ? "ill-formed output" : nil
  }

  /// The forms of a text have one key and one fold, and the Unicode forms are ICU's.
  private mutating func formLaw(_ input: [UInt8]) -> String? {
    // ICU leaves some ill-formed bytes as they are.
    let repaired = Array(String(decoding: input, as: UTF8.self).utf8)
    let composed = ICU.normalize(.nfc, repaired)
    let apart = ICU.normalize(.nfd, repaired)
    for (index, normalizer) in zip(normalizers.indices, normalizers) {
      switch normalizer.profile {
      case .key, .fold:
        let own = normalized(input, index)
        if normalized(composed, index) != own { return "\(normalizer.profile): NFC gives another" }
        if normalized(apart, index) != own { return "\(normalizer.profile): NFD gives another" }
      case .nfc: if normalized(input, index) != composed { return "nfc: not ICU's" }
      case .nfkc:
        if normalized(input, index) != ICU.normalize(.nfkc, repaired) { return "nfkc: not ICU's" }
      case .latin, .ascii: break
      }
    }
    return nil
  }

  /// Offsets: the same text comes out; segments cover it without gaps, run forward, begin and end
  /// between scalars, and inside a direct one the scalars correspond in every unit.
  private mutating func offsetLaw(_ input: [UInt8], _ once: [UInt8], _ index: Int) -> String? {
    var output = ByteBuffer(capacity: once.count + 16)
    normalizers[index].normalize(input.span, into: &output, offsets: &offsets)
    if output.array() != once { return "offsets change the text" }
    var (outside, inside) = (0, 0)
    for segment in offsets.segments {
      if segment.output.lowerBound != outside { return "a gap in the output" }
      if segment.input.lowerBound < inside { return "offsets run backward" }
      (outside, inside) = (segment.output.upperBound, segment.input.upperBound)
      if inside > input.count || outside > once.count { return "offsets past the end" }
      if !isBoundary(outside, once) { return "a segment ends inside a character of the output" }
      if segment.isDirect {
        let (source, result) = (input[segment.input], once[segment.output])
        if lengths(source) != lengths(result) { return "a direct segment is not direct" }
      } else if !isBoundary(inside, input), isWellFormed(input) {
        return "a segment ends inside a character of the input"
      }
      let back = offsets.input(of: segment.output)
      if back != segment.input { return "a segment does not lead back to its source" }
    }
    return outside == once.count ? nil : "the output's end has no source"
  }

  private func isBoundary(_ position: Int, _ bytes: [UInt8]) -> Bool {
    position == bytes.count || bytes[position] & 0xC0 != 0x80
  }

  private func isWellFormed(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Lengths of the scalars in bytes; from them follow those in UTF-16 units.
  private func lengths(_ bytes: ArraySlice<UInt8>) -> [Int] {
    let copy = Array(bytes)
    var lengths: [Int] = []
    var position = 0
    while position < copy.count {
      let length = copy.span.scalar(at: position).length
      lengths.append(length)
      position += length
    }
    return lengths
  }

  private mutating func normalized(_ input: [UInt8], _ index: Int) -> [UInt8] {
    var output = ByteBuffer(capacity: input.count + 16)
    normalizers[index].normalize(input.span, into: &output)
    return output.array()
  }

  /// The shortest input found that breaks the same law, by leaving out bytes.
  public mutating func shrunk(_ input: [UInt8], breaking law: String) -> [UInt8] {
    var shortest = input
    var step = max(1, input.count / 2)
    while true {
      var position = 0
      var hasShrunk = false
      while position < shortest.count {
        var shorter = shortest
        shorter.removeSubrange(position..<min(position + step, shorter.count))
        if broken(by: shorter) == law {
          shortest = shorter
          hasShrunk = true
        } else {
          position += step
        }
      }
      if step == 1, !hasShrunk { return shortest }
      step = max(1, step / 2)
    }
  }
}
