// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Rivals

/// Others' work on a text.
final class Rival {
  private let text: [UInt8]
  private var output: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
    output = [UInt8](repeating: 0, count: text.count * 5)
  }

  func normalizer(
    _ work: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Int64
  ) -> Speed {
    Speed(of: text.count) {
      precondition(work(text, text.count, &output, output.count) > 0, "ICU failed")
    }
  }

  /// A transliterator, on the first hundredth of the text: it is that slow.
  func transliterator(_ name: String) -> Speed {
    guard let transliterator = rival_transliterator(name) else {
      fatalError("ICU has no \(name)")
    }
    let part = Array(text.prefix(10_000))
    return Speed(of: part.count) {
      let count = rival_transliterate(transliterator, part, part.count, &output, output.count)
      precondition(count > 0, "ICU failed")
    }
  }

  func copy() -> Speed {
    Speed(of: text.count) {
      output.withUnsafeMutableBytes { $0.copyBytes(from: text) }
      precondition(output[0] == text[0], "nothing was copied")
    }
  }

  /// simdutf's conversion to UTF-16, nil without simdutf.
  func simdutf() -> Speed? {
    guard rival_has_simdutf() else { return nil }
    var units = [UInt16](repeating: 0, count: text.count)
    return Speed(of: text.count) {
      precondition(rival_simdutf_utf16(text, text.count, &units) > 0, "simdutf refused the text")
    }
  }
}
