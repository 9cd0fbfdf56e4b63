// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A text whose names are marked, as a file of annotations gives it.
package struct AnnotatedText: Sendable, Equatable {
  /// One marked name.
  package struct Name: Sendable, Equatable {
    /// UTF-8 bytes of the text.
    package var range: Range<Int>
    /// The label, such as `PER`; upper and lower case as it stands.
    package var type: String

    package init(range: Range<Int>, type: String) {
      self.range = range
      self.type = type
    }
  }

  /// Its id where the file gives one.
  package var id: String?
  /// UTF-8; tokens are put together with spaces where the file does not say otherwise.
  package var text: [UInt8] = []
  /// In the order of the text.
  package var names: [Name] = []

  package init() {}
}
