// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NormalizationLaws
import Testing
import TextNormalization

/// A fast slice of the long run: `swift run -c release NormalizationFuzz`.
@Suite("laws of normalization")
struct NormalizationLawTests {
  @Test("random bytes and random text break no law", arguments: [1, 2, 3, 4] as [UInt64])
  func holdOnRandomInput(seed: UInt64) {
    var maker = InputMaker(seed: seed)
    var laws = NormalizationLaws()
    for round in 0..<600 {
      let length = min(maker.length(), 200)
      let input = round & 1 == 0 ? maker.bytes(count: length) : maker.scalars(count: length)
      if let law = laws.broken(by: input) {
        Issue.record("\(law): \(laws.shrunk(input, breaking: law))")
        return
      }
    }
  }

  @Test(
    "what once broke a law",
    arguments: [
      // A control at the end of a key; a ligature that ends in i, under a dot; İ that a mark below
      // takes apart; a letter behind ill-formed bytes.
      [0x74, 0x10], [0xEF, 0xAC, 0x81, 0xCC, 0x87], [0xC4, 0xB1, 0x8E, 0x49],
      [0x49, 0xC4, 0xB0, 0xE0, 0xB7, 0x8A], [0x49, 0xC4, 0xB0, 0xE0, 0xA3, 0xA8, 0xCC, 0xA8],
    ] as [[UInt8]])
  func staysMended(input: [UInt8]) {
    var laws = NormalizationLaws()
    #expect(laws.broken(by: input) == nil)
  }
}
