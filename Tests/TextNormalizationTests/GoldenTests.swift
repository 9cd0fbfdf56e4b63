// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextNormalization

/// A profile's output may not change without a new version of the profile.
@Suite("golden files")
struct GoldenTests {
  @Test("each profile gives what it gave, text by text", arguments: Profile.allCases)
  func givesWhatItGave(profile: Profile) {
    var normalizer = TextNormalizer(profile)
    let rows = TestData.rows("\(profile.rawValue).tsv")
    var changed: [String] = []
    for row in rows where row.count == 2 {
      let now = normalizer.normalize(String(row[0]))
      if !now.utf8.elementsEqual(row[1].utf8) {
        changed.append("\(row[0]): was \(row[1]), is \(now)")
      }
    }
    #expect(rows.count >= 40)
    #expect(changed.isEmpty, "\(profile.identifier): \(changed.joined(separator: "\n"))")
  }
}
