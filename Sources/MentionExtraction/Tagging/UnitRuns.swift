// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Marks runs: capitalised words with what may stand between them in a name, and stretches of one
/// script where nothing is capitalised.
enum UnitRuns {
  /// - Parameters:
  ///   - units: Gains the runs; an edge follows the line.
  ///   - line: The units of one line.
  static func mark(_ units: inout [TagUnit], _ line: Range<Int>) {
    var index = line.lowerBound
    while index < line.upperBound {
      let end =
        units[index].form.isCapitalized
        ? capitalsEnd(units, index)
        : units[index].form == .katakana ? katakanaEnd(units, index) : index
      guard end > index else {
        index += 1
        continue
      }
      var classes: LexicalClasses = []
      for unit in index..<end {
        classes.formUnion(units[unit].classes)
        classes.formUnion(units[unit].termClasses)
      }
      for unit in index..<end {
        units[unit].runStart = index
        units[unit].runEnd = end
        units[unit].runClasses = classes
      }
      index = end
    }
  }

  private static func capitalsEnd(_ units: [TagUnit], _ start: Int) -> Int {
    var end = start + 1
    while end - start < 24 {
      if units[end].form.isCapitalized {
        end += 1
      } else if joins(units[end]), units[end].isJoined, units[end + 1].isJoined,
        units[end + 1].form.isCapitalized
      {
        end += 2
      } else if units[end].form == .lower, units[end].classes.contains(.particle),
        !units[end].classes.contains(.functionWord), units[end + 1].form.isCapitalized
      {
        end += 2
      } else if units[end].form == .sign, units[end - 1].form == .initial, units[end].isJoined,
        units[end + 1].form.isCapitalized
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func joins(_ unit: TagUnit) -> Bool {
    unit.form == .hyphen || unit.form == .apostrophe
  }

  private static func katakanaEnd(_ units: [TagUnit], _ start: Int) -> Int {
    var end = start + 1
    while units[end].form == .katakana
      || units[end].form == .sign && units[end].isJoined && units[end + 1].form == .katakana
        && units[end + 1].isJoined
    {
      end += 1
    }
    return end
  }
}
