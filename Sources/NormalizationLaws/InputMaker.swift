// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
internal import TextNormalization

/// Makes inputs that are likely to break a normalizer.
public struct InputMaker: Sendable {
  private var random: SeededRandom
  private let marks: [UInt32]
  private let letters: [UInt32]

  /// Characters with a history: dotted and dotless i, sigmas, jamo, joiners, voice marks, spaces.
  private static let notorious: [UInt32] = [
    0x0, 0x9, 0x20, 0x27, 0x49, 0x69, 0x6A, 0xA0, 0xAD, 0xDF, 0x130, 0x131, 0x12E, 0x12F, 0x149,
    0x1C4, 0x1C5, 0x1C6, 0x2BC, 0x300, 0x301, 0x307, 0x308, 0x323, 0x328, 0x344, 0x345, 0x34F,
    0x390, 0x3A3, 0x3C2, 0x3C3, 0x587, 0x5BC, 0x5C1, 0x622, 0x627, 0x64E, 0x653, 0x654, 0x915,
    0x93C, 0x94D, 0x9BE, 0x9C7, 0xDCA, 0xDCF, 0xDD9, 0xE33, 0xE40, 0xEB3, 0xF71, 0xF73, 0xFB2,
    0x1100, 0x1161, 0x11A8, 0x1E9E, 0x1ECA, 0x1ECB, 0x1FFD, 0x200B, 0x200C, 0x200D, 0x2019, 0x2126,
    0x212A, 0x212B, 0x3000, 0x304B, 0x3099, 0x309A, 0x309B, 0x309F, 0x30AB, 0x3131, 0xAC00, 0xAC01,
    0xF900, 0xFB2C, 0xFDFA, 0xFE00, 0xFEFF, 0xFF49, 0xFF76, 0xFF9E, 0xFFA1, 0xFFFD, 0xFFFF,
    0x11099, 0x110BA, 0x16FF0, 0x1D15E, 0x1D16D, 0x1D165, 0x1F1E6, 0x2F800, 0xE0001, 0xE0100,
    0x10FFFF,
  ]

  /// Creates a maker; equal seeds give equal inputs.
  public init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    var (marks, letters): ([UInt32], [UInt32]) = ([], [])
    for value in UInt32(0x80)...0x323AF where Unicode.Scalar(value) != nil {
      let properties = CharacterProperties(value)
      if properties.isMark || properties.composesBackward || properties.isIgnorable {
        marks.append(value)
      } else if properties.isAlphabetic, value < 0x3400 || value > 0xD7A3 {
        letters.append(value)
      }
    }
    self.marks = marks
    self.letters = letters
  }

  /// Random bytes: plain ones, mostly leads and trails, or what was well-formed before a byte
  /// changed.
  public mutating func bytes(count: Int) -> [UInt8] {
    let kind = random.next(below: 3)
    if kind == 2 {
      var bytes = scalars(count: max(1, count / 2))
      if !bytes.isEmpty {
        bytes[random.next(below: bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      return bytes
    }
    return (0..<count).map { _ in
      let byte = UInt8(truncatingIfNeeded: random.next())
      return kind == 1 && random.next() & 3 != 0 ? byte | 0x80 : byte
    }
  }

  /// Well-formed text of letters, their marks, notorious characters and any others.
  public mutating func scalars(count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      let value =
        switch random.next(below: 16) {
        case 0...4: marks[random.next(below: marks.count)]
        case 5...8: letters[random.next(below: letters.count)]
        case 9...12: Self.notorious[random.next(below: Self.notorious.count)]
        case 13, 14: UInt32(0x20 + random.next(below: 0x5F))
        default: UInt32(random.next(below: 0x110000))
        }
      if Unicode.Scalar(value) != nil { bytes.append(scalar: value) }
    }
    return bytes
  }

  /// A length: short as names are, seldom long.
  public mutating func length() -> Int {
    switch random.next(below: 64) {
    case 0: random.next(below: 4000)
    case 1...8: random.next(below: 200)
    default: random.next(below: 24)
    }
  }
}
