// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Lays out the rules that look at the neighbours of a character.
///
/// A two-stage table (`ScalarTableBuilder`) whose entries are
///
///     bits 0–23   classes of the character (`RomanVocabulary`)
///     bits 24–45  languages that write it, all ones when it is in no alphabet
///     bits 46–63  number of its bucket of rules, 0 for none
///
/// and whose overflow bytes hold, all integers little-endian:
///
///     0    UInt32: buckets, rules, languages; languages of Cyrillic, languages of Arabic (bits)
///     20   UInt32: offset of the tails, of the targets, of the tags
///     32   UInt32 × (buckets + 1): first rule of each bucket; filled up to a multiple of 8
///     …    32 bytes × rules: languages, before, notBefore, after, notAfter (UInt32 each);
///          number of the tail's first (UInt32); offset of the target (UInt32);
///          length of the target, length of the tail | profiles << 6, action, flags
///     …    UInt32 × …: tails, the characters behind a source's first
///     …    targets
///     …    4 bytes × languages: tags, filled up with zeros
///
/// A bucket's rules lie in the order in which they are tried: longer sources first, then those of
/// a language, then as the files have them.
struct RomanTable {
  let rules: [RomanRule]
  let vocabulary: RomanVocabulary
  /// Makes the ASCII target from the Latin one.
  let toASCII: ([UInt8]) -> [UInt8]

  /// The longest target; the engine leaves this much room before each rule.
  static let longestTarget = 96
  /// Bytes of output for one of source.
  private static let mostBytesPerByte = 14

  func forge() throws -> [UInt8] {
    var buckets: [UInt32: [RomanRule]] = [:]
    for rule in rules.flatMap(Capitals.variants(of:)) {
      buckets[rule.source[0], default: []] += try profiled(rule)
    }
    // Where only plain rules are, the plain table says the same.
    let firsts = buckets.keys.filter { first in
      buckets[first]?.contains { !$0.isPlain || $0.flags != 0 } ?? false
    }.sorted()
    var numbers: [UInt32: UInt64] = [:]
    for (number, first) in firsts.enumerated() { numbers[first] = UInt64(number + 1) }
    let blob = Self.blob(firsts.map { Self.ordered(buckets[$0] ?? []) }, vocabulary)
    return ScalarTableBuilder { value, builder in
      // The whole blob is one overflow string, at its start.
      if value == 0 { _ = builder.overflowOffset(blob) }
      var entry = isAssigned(value) ? UInt64(vocabulary.classBits(of: value)) : 0
      let all = UInt32(1) << UInt32(RomanVocabulary.mostAlphabets) - 1
      entry |= UInt64(vocabulary.alphabets[value] ?? all) << 24
      entry |= (numbers[value] ?? 0) << 46
      return entry
    }.serialized(isMapping: false)
  }

  /// A rule for each profile whose target differs.
  private func profiled(_ rule: RomanRule) throws -> [RomanRule] {
    let bytes = utf8(rule.source).count
    guard rule.target.count <= min(Self.mostBytesPerByte * bytes - 1, Self.longestTarget) else {
      throw ForgeError("a target of more than \(Self.mostBytesPerByte) bytes for one")
    }
    let ascii = toASCII(rule.target)
    guard ascii != rule.target, rule.profiles & RomanRule.Profiles.ascii != 0 else { return [rule] }
    var plain = rule
    plain.target = ascii
    plain.profiles = RomanRule.Profiles.ascii
    var marked = rule
    marked.profiles &= RomanRule.Profiles.latin
    return marked.profiles == 0 ? [plain] : [marked, plain]
  }

  private static func ordered(_ bucket: [RomanRule]) -> [RomanRule] {
    bucket.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.source.count != right.source.count { return left.source.count > right.source.count }
      if (left.languages == 0) != (right.languages == 0) { return left.languages != 0 }
      return a.offset < b.offset
    }.map(\.element)
  }

  private static func blob(_ buckets: [[RomanRule]], _ vocabulary: RomanVocabulary) -> [UInt8] {
    var (starts, records, tails, targets) = ([UInt8](), [UInt8](), [UInt8](), [UInt8]())
    func append(_ value: UInt32, to bytes: inout [UInt8]) {
      for shift in [UInt32(0), 8, 16, 24] {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    var known: [[UInt8]: UInt32] = [:]
    var count: UInt32 = 0
    append(0, to: &starts)
    for bucket in buckets {
      append(count, to: &starts)
      for rule in bucket {
        let target = known[rule.target] ?? UInt32(targets.count)
        if known.updateValue(target, forKey: rule.target) == nil { targets += rule.target }
        for mask in [rule.languages, rule.before, rule.notBefore, rule.after, rule.notAfter] {
          append(mask, to: &records)
        }
        append(UInt32(tails.count / 4), to: &records)
        append(target, to: &records)
        let tail = UInt8(rule.source.count - 1)
        records += [
          UInt8(rule.target.count), tail | rule.profiles << 6, rule.action.rawValue, rule.flags,
        ]
        for scalar in rule.source.dropFirst() { append(scalar, to: &tails) }
        count += 1
      }
    }
    append(count, to: &starts)
    while (32 + starts.count) % 8 != 0 { starts.append(0) }
    var blob: [UInt8] = []
    let tailStart = UInt32(32 + starts.count + records.count)
    for value in [
      UInt32(buckets.count + 1), count, UInt32(vocabulary.languages.count),
      vocabulary.languages(of: "Cyrl"), vocabulary.languages(of: "Arab"), tailStart,
      tailStart + UInt32(tails.count), tailStart + UInt32(tails.count + targets.count),
    ] { append(value, to: &blob) }
    blob += starts + records + tails + targets
    for tag in vocabulary.languages {
      blob += (Array(tag.utf8) + [0, 0, 0, 0]).prefix(4)
    }
    return blob
  }
}
