// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// The words of one name that another may write as one, in the order in which they are read:
/// neighbours, two or three; all words of a name of four and more; and, for partners of scripts
/// without spaces, the whole name with its last word first.
struct JoinableRuns {
  private(set) var runs = Refillable<JoinableRun>()
  private var free = Refillable<Int>()

  /// Words of a name above which nothing is joined: such a name is a list.
  private static let mostWords = 8

  /// Finds a name's runs.
  mutating func find(in name: InternedName, of names: borrowing InternedNames) {
    runs.removeAll()
    free.removeAll()
    guard (2...Self.mostWords).contains(name.count) else { return }
    for position in 0..<name.count
    where Self.isJoinable(names.words[names.word(position, of: name)].role) {
      free.append(position)
    }
    for length in [2, 3] where free.count >= length {
      for start in 0...free.count - length
      where free[start + length - 1] - free[start] == length - 1 {
        append(start..<start + length, name, names)
      }
    }
    if free.count > 3 { append(free.indices, name, names) }
    if (2...3).contains(free.count) {
      append(free.indices, name, names)
      runs[runs.count - 1].isTurned = true
    }
  }

  private mutating func append(
    _ places: Range<Int>, _ name: InternedName, _ names: borrowing InternedNames
  ) {
    var run = JoinableRun(mask: 0, letters: 0)
    for place in places {
      run.mask |= 1 << UInt32(free[place])
      run.letters += Int(names.words[names.word(free[place], of: name)].romanCount)
    }
    runs.append(run)
  }

  private static func isJoinable(_ role: NameToken.Role) -> Bool {
    role == .name || role == .particle || role == .initial
  }
}
