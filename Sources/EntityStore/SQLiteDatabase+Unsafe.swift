// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CSystemSQLite

/// An open SQLite file.
///
/// Safety: the handle is opened in `init`, closed in `deinit` and never leaves this file; a value is
/// used by one thread at a time, for no type that holds one is `Sendable`.
/// - Reference: SQLite's C interface, https://sqlite.org/cintro.html
@safe
final class SQLiteDatabase {
  private let handle: OpaquePointer
  let path: String

  /// Milliseconds that are waited for another program that writes.
  private static let patience: Int32 = 2000

  /// Opens a file, which is created when there is none.
  init(path: String) throws(StoreError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let status = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard status == SQLITE_OK, let opened = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw StoreError(
        path: path, problem: "the store cannot be opened",
        advice: "check that its folder exists and may be written")
    }
    unsafe handle = opened
    self.path = path
    unsafe sqlite3_busy_timeout(handle, Self.patience)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give nothing back.
  func execute(_ sql: String) throws(StoreError) {
    let status = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    if status != SQLITE_OK { throw error(status) }
  }

  /// Makes a statement ready.
  func prepare(_ sql: String) throws(StoreError) -> SQLiteStatement {
    var prepared: OpaquePointer?
    let status = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard status == SQLITE_OK, let prepared = unsafe prepared else { throw error(status) }
    return unsafe SQLiteStatement(prepared, path: path)
  }

  /// The whole number that a statement gives first; 0 when it gives nothing.
  func number(_ sql: String) throws(StoreError) -> Int {
    var statement = try prepare(sql)
    return try statement.step() ? statement.number(0) : 0
  }

  private func error(_ status: Int32) -> StoreError {
    SQLiteStatement.error(status, path: path)
  }
}

/// A statement of a database, which must outlive it.
///
/// Safety: as `SQLiteDatabase`; SQLite keeps the database open until its last statement is gone.
@safe
struct SQLiteStatement: ~Copyable {
  private let handle: OpaquePointer
  private let path: String

  @unsafe
  init(_ handle: OpaquePointer, path: String) {
    unsafe self.handle = handle
    self.path = path
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Gives a parameter, counted from 1, its value.
  mutating func bind(_ number: Int, at index: Int32) {
    unsafe sqlite3_bind_int64(handle, index, Int64(number))
  }

  mutating func bind(_ number: Double, at index: Int32) {
    unsafe sqlite3_bind_double(handle, index, number)
  }

  mutating func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe nsk_bind_text(handle, index, characters.baseAddress, Int32(characters.count))
      }
    }
  }

  mutating func bind(_ bytes: [UInt8], at index: Int32) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      _ = unsafe nsk_bind_bytes(handle, index, bytes.baseAddress, Int32(bytes.count))
    }
  }

  /// Goes to the next row; false behind the last.
  mutating func step() throws(StoreError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let status: throw Self.error(status, path: path)
    }
  }

  /// Runs the statement once with its parameters and makes it ready for others.
  mutating func run() throws(StoreError) {
    while try step() {}
    unsafe sqlite3_reset(handle)
  }

  /// Values of the row, by column from 0.
  func number(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(handle, column)) }

  func bytes(_ column: Int32) -> [UInt8] {
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    guard let start = unsafe sqlite3_column_blob(handle, column), count > 0 else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  static func error(_ status: Int32, path: String) -> StoreError {
    switch status & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      StoreError(
        path: path, problem: "another program is writing to the store", advice: "run again later")
    case SQLITE_NOTADB:
      StoreError(path: path, problem: "this is no store of entities", advice: "name another file")
    case SQLITE_CORRUPT:
      StoreError(
        path: path, problem: "the store is damaged", advice: "bring it back from a copy")
    case SQLITE_FULL, SQLITE_IOERR:
      StoreError(
        path: path, problem: "the store cannot be written: the disk is full or fails",
        advice: "make room and run again; nothing that was printed is lost")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN:
      StoreError(
        path: path, problem: "the store cannot be written",
        advice: "check that the file and its folder may be written")
    default:
      StoreError(
        path: path, problem: unsafe String(cString: sqlite3_errstr(status)),
        advice: "check that the file is a store of this version")
    }
  }
}
