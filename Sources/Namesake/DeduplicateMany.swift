// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import EntityResolution
public import NameModel

/// Finds which names of a list are one entity.
///
/// - Parameters:
///   - names: Names in any scripts.
///   - kinds: What each names, where known: empty, or as many.
///   - threshold: Probability from which two names are one.
///   - judgements: Decisions that a person has made.
///   - threads: Workers; the result is the same for any number.
/// - Returns: For each name its entity, in the order of the names.
public func deduplicate(
  _ names: some TextList, kinds: [NameKind?] = [],
  threshold: Double = NameResolver.defaultThreshold, judgements: Judgements = Judgements(),
  threads: Int = 1
) -> [NameResolver.Resolution] {
  var list = NameList()
  for number in 0..<names.count {
    let kind = kinds.isEmpty ? nil : kinds[number]
    names.withText(number) { list.add($0, kind: kind) }
  }
  let resolver = NameResolver(threshold: threshold, judgements: judgements, threads: threads)
  let resolutions = resolver.resolve(list)
  return (0..<names.count).map { resolutions[$0] }
}
