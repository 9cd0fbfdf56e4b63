// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Turns romanized letters into classes of sound that spelling traditions write differently.
///
/// `Tschaikowski`, `Tchaikovsky` and `Chaykovskiy` begin with one class; doubled letters are one.
/// It is a help for finding and weighing spellings, not a pronunciation: the letter c, which is
/// k, s, ts or dzh depending on the language, has a class of its own that lies near all of these.
public enum SoundClasses {
  /// Number of classes.
  package static let count = 25

  package static let a: UInt8 = 0
  package static let e: UInt8 = 1
  package static let i: UInt8 = 2
  package static let o: UInt8 = 3
  package static let u: UInt8 = 4
  package static let b: UInt8 = 5
  package static let c: UInt8 = 6
  package static let ch: UInt8 = 7
  package static let d: UInt8 = 8
  package static let f: UInt8 = 9
  package static let g: UInt8 = 10
  package static let h: UInt8 = 11
  package static let j: UInt8 = 12
  package static let zh: UInt8 = 13
  package static let k: UInt8 = 14
  package static let l: UInt8 = 15
  package static let m: UInt8 = 16
  package static let n: UInt8 = 17
  package static let p: UInt8 = 18
  package static let r: UInt8 = 19
  package static let s: UInt8 = 20
  package static let sh: UInt8 = 21
  package static let t: UInt8 = 22
  package static let v: UInt8 = 23
  package static let z: UInt8 = 24

  /// Whether a class is a vowel.
  public static func isVowel(_ sound: UInt8) -> Bool { sound <= u }

  /// Spellings of one sound, longest first: the first that fits is taken.
  private static let spellings: [(letters: [UInt8], sounds: [UInt8])] = [
    ("tsch", [ch]), ("dsch", [zh]), ("shch", [sh, ch]), ("sch", [sh]), ("tch", [ch]),
    ("dzh", [zh]), ("ch", [ch]), ("cz", [ch]), ("sh", [sh]), ("sz", [sh]), ("zh", [zh]),
    ("rz", [zh]), ("dj", [zh]), ("dz", [z]), ("kh", [h]), ("gh", [g]), ("ph", [f]), ("th", [t]),
    ("dh", [d]), ("ts", [t, s]), ("tz", [t, s]), ("ck", [k]), ("ou", [u]), ("oo", [u]),
    ("ee", [i]), ("oe", [o]), ("ue", [u]), ("ae", [e]), ("x", [k, s]), ("w", [v]), ("y", [i]),
    ("q", [k]),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Class of each letter a–z that no longer spelling took.
  private static let letters: [UInt8] = [
    a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, k, r, s, t, u, v, v, k, i, z,
  ]

  /// Classes of a romanized token.
  ///
  /// - Parameter roman: ASCII, of which only letters count; case is ignored.
  /// - Returns: One class a sound, no class twice in a row.
  /// - Complexity: O(*n*).
  public static func sounds(of roman: [UInt8]) -> [UInt8] {
    let text = roman.compactMap { byte -> UInt8? in
      let lower = byte | 0x20
      return (0x61...0x7A).contains(lower) ? lower : nil
    }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      var found = [letters[Int(text[index] - 0x61)]]
      var length = 1
      for spelling in spellings where text[index...].starts(with: spelling.letters) {
        (found, length) = (spelling.sounds, spelling.letters.count)
        break
      }
      for sound in found where result.last != sound { result.append(sound) }
      index += length
    }
    return result
  }
}
