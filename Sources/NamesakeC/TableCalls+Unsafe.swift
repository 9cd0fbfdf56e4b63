// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

// The C interface: version in the prefix, text in as UTF-8 with its length, results into the
// caller's memory or into tables that the library owns. Nothing traps across the border: a null
// text is empty, a wrong handle gives null.

/// Version of this interface, 1: programs made for it work with every library that gives 1.
@c(namesake1_version)
public func namesakeVersion() -> Int32 { 1 }

/// Versions of the library and of what results depend on.
///
/// - Parameter result: Receives a table: text column 0 has lines such as `namesake 0.1.0`.
/// - Returns: 0.
@c(namesake1_versions)
@unsafe
public func namesakeVersions(_ result: UnsafeMutablePointer<OpaquePointer?>?) -> Int32 {
  unsafe Handle.deliver(to: result) { () throws(Refusal) in
    var lines = TextColumn()
    for line in Versions.lines { lines.append(line) }
    return ResultTable(rows: lines.count, texts: [lines])
  }
}

/// Frees a table, an index or a join; null is ignored.
///
/// - Parameter handle: What a call gave, once.
@c(namesake1_free)
@unsafe
public func namesakeFree(_ handle: OpaquePointer?) { unsafe Handle.release(handle) }

/// Number of rows of a table.
///
/// - Parameter table: What a call gave.
/// - Returns: The rows, -1 when this is no table.
@c(namesake1_rows)
@unsafe
public func namesakeRows(_ table: OpaquePointer?) -> Int64 {
  unsafe Handle.object(table, as: ResultTable.self).map { Int64($0.rows) } ?? -1
}

/// The bytes of a table's text column, all texts end to end in UTF-8, without a zero behind them.
///
/// - Parameters:
///   - table: What a call gave.
///   - column: Number of the text column, from 0.
/// - Returns: The bytes, the table's own; null when there is no such column.
@c(namesake1_text)
@unsafe
public func namesakeText(_ table: OpaquePointer?, _ column: Int32) -> UnsafePointer<UInt8>? {
  unsafe Handle.object(table, as: ResultTable.self)?.bytes(column)
}

/// Where the texts of a table's text column begin, and where the last one ends.
///
/// - Parameters:
///   - table: What a call gave.
///   - column: Number of the text column, from 0.
/// - Returns: One offset more than rows, the table's own; null when there is no such column.
@c(namesake1_offsets)
@unsafe
public func namesakeOffsets(_ table: OpaquePointer?, _ column: Int32) -> UnsafePointer<Int64>? {
  unsafe Handle.object(table, as: ResultTable.self)?.offsets(column)
}

/// A table's column of numbers.
///
/// - Parameters:
///   - table: What a call gave.
///   - column: Number among the columns of numbers, from 0.
/// - Returns: One number for each row, the table's own; null when there is no such column.
@c(namesake1_numbers)
@unsafe
public func namesakeNumbers(_ table: OpaquePointer?, _ column: Int32) -> UnsafePointer<Double>? {
  unsafe Handle.object(table, as: ResultTable.self)?.numbers(column)
}

/// A table's column of whole numbers.
///
/// - Parameters:
///   - table: What a call gave.
///   - column: Number among the columns of whole numbers, from 0.
/// - Returns: One for each row, the table's own; null when there is no such column.
@c(namesake1_integers)
@unsafe
public func namesakeIntegers(_ table: OpaquePointer?, _ column: Int32) -> UnsafePointer<Int64>? {
  unsafe Handle.object(table, as: ResultTable.self)?.integers(column)
}
