// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// Compares two names.
///
/// - Parameters:
///   - first: UTF-8 of a name.
///   - firstLength: Its bytes.
///   - second: UTF-8 of another.
///   - secondLength: Its bytes.
///   - kind: What both name: 0 unknown, 1 person, 2 organization, 3 place.
/// - Returns: Probability, 0 to 1, that both name the same; -1 for an unknown kind.
@c(namesake1_compare)
@unsafe
public func namesakeCompare(
  _ first: UnsafePointer<UInt8>?, _ firstLength: Int64, _ second: UnsafePointer<UInt8>?,
  _ secondLength: Int64, _ kind: Int32
) -> Double {
  guard let kind = try? Optional.some(Argument.kind(kind)) else { return -1 }
  return unsafe compareNames(
    BorrowedText(first, firstLength), BorrowedText(second, secondLength), kinds: [kind])[0]
}

/// Compares many pairs of names.
///
/// - Parameters:
///   - firstBytes: UTF-8 of the first names.
///   - firstOffsets: Their offsets.
///   - firstWidth: Bytes of an offset, 4 or 8.
///   - secondBytes: UTF-8 of the second names.
///   - secondOffsets: Their offsets.
///   - secondWidth: Bytes of an offset, 4 or 8.
///   - count: Number of pairs.
///   - kinds: What each pair names, 0 to 3; null when unknown.
///   - threads: Workers; 0 is one for each core.
///   - scores: Receives one probability for each pair.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_compare_all)
@unsafe
public func namesakeCompareAll(
  _ firstBytes: UnsafePointer<UInt8>?, _ firstOffsets: UnsafeRawPointer?, _ firstWidth: Int32,
  _ secondBytes: UnsafePointer<UInt8>?, _ secondOffsets: UnsafeRawPointer?, _ secondWidth: Int32,
  _ count: Int64, _ kinds: UnsafePointer<UInt8>?, _ threads: Int32,
  _ scores: UnsafeMutablePointer<Double>?
) -> Int32 {
  do throws(Refusal) {
    let first = try unsafe BorrowedTexts(firstBytes, firstOffsets, width: firstWidth, count: count)
    let second = try unsafe BorrowedTexts(
      secondBytes, secondOffsets, width: secondWidth, count: count)
    let found = compareNames(
      first, second, kinds: try unsafe Argument.kinds(kinds, count: first.count),
      threads: Argument.threads(threads))
    guard let scores = unsafe scores else {
      return count == 0 ? Status.done : Status.badArgument
    }
    for number in found.indices { unsafe scores[number] = found[number] }
    return Status.done
  } catch {
    return error.status
  }
}

/// Compares many pairs of names and says why.
///
/// - Parameters:
///   - firstBytes: UTF-8 of the first names.
///   - firstOffsets: Their offsets.
///   - firstWidth: Bytes of an offset, 4 or 8.
///   - secondBytes: UTF-8 of the second names.
///   - secondOffsets: Their offsets.
///   - secondWidth: Bytes of an offset, 4 or 8.
///   - count: Number of pairs.
///   - kinds: What each pair names, 0 to 3; null when unknown.
///   - threads: Workers; 0 is one for each core.
///   - result: Receives a table: column 0 of numbers has the probabilities, text column 0 the
///     evidence as JSON, in which every word of both names stands once. When the status is not 0, a
///     table whose only text says why.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_explain_all)
@unsafe
public func namesakeExplainAll(
  _ firstBytes: UnsafePointer<UInt8>?, _ firstOffsets: UnsafeRawPointer?, _ firstWidth: Int32,
  _ secondBytes: UnsafePointer<UInt8>?, _ secondOffsets: UnsafeRawPointer?, _ secondWidth: Int32,
  _ count: Int64, _ kinds: UnsafePointer<UInt8>?, _ threads: Int32,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    let first = try unsafe BorrowedTexts(firstBytes, firstOffsets, width: firstWidth, count: count)
    let second = try unsafe BorrowedTexts(
      secondBytes, secondOffsets, width: secondWidth, count: count)
    let found = explainNames(
      first, second, kinds: try unsafe Argument.kinds(kinds, count: first.count),
      threads: Argument.threads(threads))
    return ResultTable(rows: first.count, texts: [found.evidence], numbers: [found.scores])
  }
}

/// Compares every name of one list with every name of another.
///
/// - Parameters:
///   - rowBytes: UTF-8 of the names of the rows.
///   - rowOffsets: Their offsets.
///   - rowWidth: Bytes of an offset, 4 or 8.
///   - rowCount: Number of rows.
///   - columnBytes: UTF-8 of the names of the columns.
///   - columnOffsets: Their offsets.
///   - columnWidth: Bytes of an offset, 4 or 8.
///   - columnCount: Number of columns.
///   - threads: Workers; 0 is one for each core.
///   - scores: Receives the probabilities, row after row: `rowCount * columnCount` of them.
/// - Returns: 0 done, 1 bad argument.
@c(namesake1_compare_matrix)
@unsafe
public func namesakeCompareMatrix(
  _ rowBytes: UnsafePointer<UInt8>?, _ rowOffsets: UnsafeRawPointer?, _ rowWidth: Int32,
  _ rowCount: Int64, _ columnBytes: UnsafePointer<UInt8>?, _ columnOffsets: UnsafeRawPointer?,
  _ columnWidth: Int32, _ columnCount: Int64, _ threads: Int32,
  _ scores: UnsafeMutablePointer<Float>?
) -> Int32 {
  do throws(Refusal) {
    let rows = try unsafe BorrowedTexts(rowBytes, rowOffsets, width: rowWidth, count: rowCount)
    let columns = try unsafe BorrowedTexts(
      columnBytes, columnOffsets, width: columnWidth, count: columnCount)
    let found = compareAll(rows, columns, threads: Argument.threads(threads))
    guard let scores = unsafe scores else {
      return found.isEmpty ? Status.done : Status.badArgument
    }
    for number in found.indices { unsafe scores[number] = found[number] }
    return Status.done
  } catch {
    return error.status
  }
}
