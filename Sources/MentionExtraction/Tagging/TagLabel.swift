// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import NameModel

/// What a unit of text is to a name: outside, its beginning or its inside, for each kind.
package enum TagLabel {
  /// Number of labels; a row of weights has one more place, which is empty.
  package static let count = 7
  /// Outside every name.
  package static let outside: UInt8 = 0

  /// The label of a name's first unit.
  package static func first(_ kind: NameKind) -> UInt8 {
    switch kind {
    case .person: 1
    case .org: 3
    case .place: 5
    }
  }

  /// The label of the units behind the first.
  package static func inside(_ kind: NameKind) -> UInt8 { first(kind) + 1 }

  /// Whether a name begins with this label.
  static func isFirst(_ label: UInt8) -> Bool { label & 1 == 1 }

  static func kind(_ label: UInt8) -> NameKind {
    switch label {
    case 1, 2: .person
    case 3, 4: .org
    default: .place
    }
  }

  /// Whether a label may follow another: the inside of a name only its own beginning or inside.
  static func follows(_ label: UInt8, _ previous: UInt8) -> Bool {
    label == outside || isFirst(label) || previous == label || previous == label - 1
  }
}
