// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// What a profile does with ASCII, sixteen bytes at a time.
///
/// It is the table's ASCII part in another form, for speed alone: a test holds the two together.
enum ASCIIRule: Sendable {
  /// Everything stays.
  case copies
  /// Upper case becomes lower case; I takes the table's way, for it may be a dotless one.
  case folds
  /// Upper case becomes lower case, apostrophes go, controls are spaces, runs of spaces become
  /// one, and spaces at the ends go.
  case keys

  /// The rule's name in the kernel.
  var kernelRule: nsk_ascii_rule {
    switch self {
    case .copies: NSK_ASCII_COPIES
    case .folds: NSK_ASCII_FOLDS
    case .keys: NSK_ASCII_KEYS
    }
  }
}
