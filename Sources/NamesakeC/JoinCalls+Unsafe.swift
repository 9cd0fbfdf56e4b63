// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

// The stages of `namesake1_dedupe` one by one, for engines that spread work over machines: every
// worker makes the same join of all names, finds the pairs of some, and resolves whole components.

/// Joins the words of all names of a list, which a worker does once.
///
/// - Parameters:
///   - bytes: UTF-8 of all names.
///   - offsets: Their offsets.
///   - offsetWidth: Bytes of an offset, 4 or 8.
///   - count: Number of names.
///   - kinds: What each names, 0 to 3; null when unknown.
///   - records: How many records have each name; null for one each.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives the join. When the status is not 0, a table whose only text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_join_open)
@unsafe
public func namesakeJoinOpen(
  _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?, _ offsetWidth: Int32,
  _ count: Int64, _ kinds: UnsafePointer<UInt8>?, _ records: UnsafePointer<Int64>?,
  _ threads: Int32, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let names = try unsafe BorrowedTexts(bytes, offsets, width: offsetWidth, count: count)
    let kinds = try unsafe Argument.kinds(kinds, count: names.count)
    var list = NameList()
    for number in 0..<names.count {
      let times = unsafe records.map { Int(unsafe $0[number]) } ?? 1
      guard times > 0 else { throw .argument("a name is of one record at least") }
      let kind = kinds.isEmpty ? nil : kinds[number]
      names.withText(number) { list.add($0, kind: kind, records: times) }
    }
    return StagedResolver(list, threads: Argument.threads(threads))
  }
}

/// The distinct names of a join.
///
/// - Parameters:
///   - join: From `namesake1_join_open`.
///   - result: Receives a table with one row for each name that was given: column 0 of whole
///     numbers has the number of its distinct name. When the status is not 0, a table whose only
///     text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_join_names)
@unsafe
public func namesakeJoinNames(
  _ join: OpaquePointer?, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let join = try unsafe stages(join)
    let numbers = (0..<join.recordCount).map { Int64(join.name(ofRecord: $0)) }
    return ResultTable(rows: numbers.count, integers: [numbers])
  }
}

/// The pairs that some of the distinct names find and that can matter, each once; two ranges may
/// find the same pair, with the same score.
///
/// - Parameters:
///   - join: From `namesake1_join_open`.
///   - first: Number of the first distinct name.
///   - end: Number behind the last.
///   - threshold: Probability from which two names are one; a negative one for the default.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table with one row for each pair: columns 0 and 1 of whole numbers have
///     its names, column 0 of numbers the probability. When the status is not 0, a table whose only
///     text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_join_pairs)
@unsafe
public func namesakeJoinPairs(
  _ join: OpaquePointer?, _ first: Int64, _ end: Int64, _ threshold: Double, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let join = try unsafe stages(join)
    guard first >= 0, first <= end else { throw .argument("a range of names ascends from 0") }
    let pairs = join.pairs(
      foundBy: Int(first)..<Int(end), threshold: try Argument.threshold(threshold),
      threads: Argument.threads(threads))
    return ResultTable(
      rows: pairs.count, numbers: [pairs.map { Double($0.score) }],
      integers: [pairs.map { Int64($0.first) }, pairs.map { Int64($0.second) }])
  }
}

/// The entities of some distinct names.
///
/// - Parameters:
///   - join: From `namesake1_join_open`.
///   - first: First names of pairs.
///   - second: Second names.
///   - scores: Probabilities.
///   - count: Number of pairs: all that any of the names' components has (two names whose pair
///     reaches the threshold are of one component), in any order.
///   - names: The distinct names that are asked for.
///   - nameCount: How many.
///   - threshold: As for the pairs.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table with one row for each name asked for: as of `namesake1_dedupe`.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_join_resolve)
@unsafe
public func namesakeJoinResolve(
  _ join: OpaquePointer?, _ first: UnsafePointer<Int64>?, _ second: UnsafePointer<Int64>?,
  _ scores: UnsafePointer<Double>?, _ count: Int64, _ names: UnsafePointer<Int64>?,
  _ nameCount: Int64, _ threshold: Double, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let join = try unsafe stages(join)
    let all = 0..<Int64(join.nameCount)
    var pairs: [StagedResolver.Pair] = []
    if let first = unsafe first, let second = unsafe second, let scores = unsafe scores {
      for number in 0..<Int(max(0, count)) {
        let (a, b) = (unsafe first[number], unsafe second[number])
        guard all.contains(a), all.contains(b), a != b else {
          throw .argument("a pair is of two names of the join")
        }
        pairs.append(
          StagedResolver.Pair(Int(a), Int(b), score: Float(unsafe scores[number])))
      }
    }
    var wanted: [Int] = []
    if let names = unsafe names {
      for number in 0..<Int(max(0, nameCount)) {
        let name = unsafe names[number]
        guard all.contains(name) else { throw .argument("a name is one of the join") }
        wanted.append(Int(name))
      }
    }
    return ResultTable(
      join.resolutions(
        of: wanted, given: pairs, threshold: try Argument.threshold(threshold),
        threads: Argument.threads(threads)))
  }
}

@unsafe
private func stages(_ join: OpaquePointer?) throws(Refusal) -> StagedResolver {
  guard let join = unsafe Handle.object(join, as: StagedResolver.self) else {
    throw .argument("this is no join")
  }
  return join
}
