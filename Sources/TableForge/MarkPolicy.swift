// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// Which marks of which script a reader may leave out.
enum MarkPolicy {
  /// Removes the marks that fold in the key, from text in NFD.
  ///
  /// Latin and Greek drop all marks. Cyrillic drops the diaeresis of ё and stress marks, and keeps
  /// those that make another letter (й ї ў ѓ ќ). Arabic drops vowel signs and the hamza on alef,
  /// Hebrew its points. Every other script keeps its marks: an Indic vowel sign is a letter.
  static func apply(_ decomposed: [UInt8], _ simplify: ICU.Transform) -> [UInt8] {
    var output: [UInt32] = []
    var base: UInt32 = 0
    for value in scalars(decomposed) {
      if ICU.Properties.combiningClass(value) == 0 {
        base = value
        let isHan = ICU.Properties.scriptCode(value) == "Hani"
        output += isHan ? scalars(simplify(utf8([value]))) : [value]
      } else if keeps(mark: value, on: base) {
        output.append(value)
      }
    }
    return utf8(output)
  }

  static func keeps(mark: UInt32, on base: UInt32) -> Bool {
    let script = ICU.Properties.scriptCode(base)
    switch mark {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      // A mark that stands alone or on another script's letter says nothing about a name.
      return script == "Cyrl" && keepsCyrillic(mark: mark, on: base)
    case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x08D3...0x08FF:
      let isHamza = mark == 0x0654 || mark == 0x0655
      return isHamza && base != 0x0627 && base != 0
    case 0x0591...0x05C7, 0xFB1E: return false
    default: return true
    }
  }

  private static func keepsCyrillic(mark: UInt32, on base: UInt32) -> Bool {
    switch mark {
    case 0x0306: return true
    case 0x0308: return base != 0x0435
    case 0x0301: return base == 0x0433 || base == 0x043A
    case 0x0300: return false
    default: return false
    }
  }
}
