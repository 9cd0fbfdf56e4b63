// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Rows of the weight table by the name of a feature and its value.
///
/// Features are hashed; two may share a row.
struct TagRows {
  /// What a feature looks at.
  ///
  /// The numbers are part of the model file's format.
  enum Template: UInt64 {
    case form = 1, formScript, formLength, suffix, prefix, word, wordForm, oneClass, allClasses
    case sign, ending
    case formBefore, formAfter, formsAround, formsBefore, formsAfter
    case classesBefore, classesAfter
    case start, startClasses, startBefore, facts, factsStart, headline, term, termForm
    case runLength, runClasses, runLast, runFirst, wordBeforeRun, classesBeforeRun, wordAfterRun
    case joined, density, language, languageClasses, endingFollows
    case pairBefore, pairAfter, pairFar, pairFurther, triple, tripleBefore, tripleAfter
    case chunkStart, chunkEnd, around, kin
    case proposal, proposalForm, proposalsAround, proposalLanguage
  }

  /// Number of rows of the table.
  let count: UInt64

  /// Set on rows of features that tell one word from all others: training leaves out some of them,
  /// so that the model does not rely on words that it knows.
  static let identityFlag: UInt32 = 1 << 31
  /// The row itself.
  static let rowMask: UInt32 = identityFlag - 1

  func row(_ template: Template, _ value: UInt64, place: UInt64 = 0) -> UInt32 {
    var hash = (value ^ (template.rawValue << 3 | place) &* 0x9E37_79B9_7F4A_7C15)
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    return UInt32(((hash & 0xFFFF_FFFF) &* count) >> 32)
  }

  func identity(_ template: Template, _ value: UInt64, place: UInt64 = 0) -> UInt32 {
    row(template, value, place: place) | Self.identityFlag
  }
}
