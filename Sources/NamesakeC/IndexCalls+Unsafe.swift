// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// Builds an index of names and writes it to a file, which appears whole or not at all.
///
/// - Parameters:
///   - idBytes: UTF-8 of the names' ids; names with one id name one thing.
///   - idOffsets: Their offsets.
///   - idWidth: Bytes of an offset, 4 or 8.
///   - nameBytes: UTF-8 of the names.
///   - nameOffsets: Their offsets.
///   - nameWidth: Bytes of an offset, 4 or 8.
///   - count: Number of names.
///   - kinds: What each names, 0 to 3; null when unknown.
///   - path: The file, ended by a zero.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table: column 0 of whole numbers has the number of names. When the
///     status is not 0, a table whose only text says why.
/// - Returns: 0 done, 1 bad argument, 3 not written.
@c(namesake1_index_build)
@unsafe
public func namesakeIndexBuild(
  _ idBytes: UnsafePointer<UInt8>?, _ idOffsets: UnsafeRawPointer?, _ idWidth: Int32,
  _ nameBytes: UnsafePointer<UInt8>?, _ nameOffsets: UnsafeRawPointer?, _ nameWidth: Int32,
  _ count: Int64, _ kinds: UnsafePointer<UInt8>?, _ path: UnsafePointer<CChar>?, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let ids = try unsafe BorrowedTexts(idBytes, idOffsets, width: idWidth, count: count)
    let names = try unsafe BorrowedTexts(nameBytes, nameOffsets, width: nameWidth, count: count)
    let kinds = try unsafe Argument.kinds(kinds, count: names.count)
    guard let path = unsafe path else { throw .argument("an index needs a file") }
    do throws(IndexError) {
      try writeIndex(
        of: names, ids: ids, kinds: kinds, to: unsafe String(cString: path),
        threads: Argument.threads(threads))
    } catch {
      throw Refusal(error, Status.cannotWrite)
    }
    return ResultTable(rows: 1, integers: [[count]])
  }
}

/// Opens an index; the file is mapped, not read.
///
/// - Parameters:
///   - path: The file, ended by a zero.
///   - result: Receives the index. When the status is not 0, a table whose only text says why.
/// - Returns: 0 done, 1 bad argument, 2 not read.
@c(namesake1_index_open)
@unsafe
public func namesakeIndexOpen(
  _ path: UnsafePointer<CChar>?, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    guard let path = unsafe path else { throw .argument("an index needs a file") }
    do throws(IndexError) {
      return try NameIndex(path: unsafe String(cString: path))
    } catch {
      throw Refusal(error, Status.cannotRead)
    }
  }
}

/// Number of names of an index.
///
/// - Parameter index: From `namesake1_index_open`.
/// - Returns: The names, -1 when this is no index.
@c(namesake1_index_count)
@unsafe
public func namesakeIndexCount(_ index: OpaquePointer?) -> Int64 {
  unsafe Handle.object(index, as: NameIndex.self).map { Int64($0.count) } ?? -1
}

/// Searches an index for many names.
///
/// Several threads may search one index at a time.
///
/// - Parameters:
///   - index: From `namesake1_index_open`.
///   - bytes: UTF-8 of all queries.
///   - offsets: Their offsets.
///   - offsetWidth: Bytes of an offset, 4 or 8.
///   - count: Number of queries.
///   - kind: What they name, 0 unknown to 3; names of another kind are left out.
///   - limit: Most results of a query.
///   - minimumScore: Results below it are left out.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table with one row for each result, query after query, best first:
///     column 0 of whole numbers has the number of the query, text column 0 the id, 1 the name,
///     column 0 of numbers the probability. When the status is not 0, a table whose only text says
///     why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_search_all)
@unsafe
public func namesakeSearchAll(
  _ index: OpaquePointer?, _ bytes: UnsafePointer<UInt8>?, _ offsets: UnsafeRawPointer?,
  _ offsetWidth: Int32, _ count: Int64, _ kind: Int32, _ limit: Int32, _ minimumScore: Double,
  _ threads: Int32, _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    guard let index = unsafe Handle.object(index, as: NameIndex.self) else {
      throw .argument("this is no index")
    }
    let queries = try unsafe BorrowedTexts(bytes, offsets, width: offsetWidth, count: count)
    let found = search(
      queries, in: index, kind: try Argument.kind(kind), limit: max(0, Int(limit)),
      minimumScore: minimumScore, threads: Argument.threads(threads))
    var (ids, names) = (TextColumn(), TextColumn())
    var (numbers, scores): ([Int64], [Double]) = ([], [])
    for (query, results) in found.enumerated() {
      for result in results {
        ids.append(result.id)
        names.append(result.name)
        numbers.append(Int64(query))
        scores.append(result.score)
      }
    }
    return ResultTable(
      rows: scores.count, texts: [ids, names], numbers: [scores], integers: [numbers])
  }
}
