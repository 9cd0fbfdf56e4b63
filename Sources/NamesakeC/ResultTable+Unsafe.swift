// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// What a call gives back: columns of equally many rows that C reads where they lie.
final class ResultTable {
  /// Number of rows.
  let rows: Int
  private let texts: [(bytes: LastingValues<UInt8>, offsets: LastingValues<Int64>)]
  private let numbers: [LastingValues<Double>]
  private let integers: [LastingValues<Int64>]

  /// Lays columns out.
  init(
    rows: Int, texts: [TextColumn] = [], numbers: [[Double]] = [], integers: [[Int64]] = []
  ) {
    self.rows = rows
    self.texts = texts.map { (LastingValues($0.bytes), LastingValues($0.offsets)) }
    self.numbers = numbers.map { LastingValues($0) }
    self.integers = integers.map { LastingValues($0) }
  }

  /// A table of one text.
  convenience init(message: String) {
    var column = TextColumn()
    column.append(message)
    self.init(rows: 1, texts: [column])
  }

  /// Bytes of a text column, or nil when there is none of that number.
  func bytes(_ column: Int32) -> UnsafePointer<UInt8>? {
    unsafe texts.indices.contains(Int(column)) ? texts[Int(column)].bytes.start : nil
  }

  /// Offsets of a text column.
  func offsets(_ column: Int32) -> UnsafePointer<Int64>? {
    unsafe texts.indices.contains(Int(column)) ? texts[Int(column)].offsets.start : nil
  }

  /// Values of a column of numbers.
  func numbers(_ column: Int32) -> UnsafePointer<Double>? {
    unsafe numbers.indices.contains(Int(column)) ? numbers[Int(column)].start : nil
  }

  /// Values of a column of whole numbers.
  func integers(_ column: Int32) -> UnsafePointer<Int64>? {
    unsafe integers.indices.contains(Int(column)) ? integers[Int(column)].start : nil
  }
}

/// Values at an address that stays theirs, which an array's does not.
///
/// Safety: the memory is allocated and written once before anyone sees it, and freed with the value.
@safe
private final class LastingValues<Value: BitwiseCopyable> {
  private let memory: UnsafeMutablePointer<Value>

  init(_ values: [Value]) {
    unsafe memory = .allocate(capacity: max(1, values.count))
    unsafe values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        unsafe memory.initialize(from: start, count: source.count)
      }
    }
  }

  deinit { unsafe memory.deallocate() }

  /// The first of them; holds while the value lives.
  @unsafe var start: UnsafePointer<Value> { unsafe UnsafePointer(memory) }
}

/// Objects of the library in the hands of a C program.
enum Handle {
  /// Hands an object out; the caller owns it until `namesake1_free`.
  static func give(_ object: AnyObject) -> OpaquePointer {
    unsafe OpaquePointer(Unmanaged.passRetained(object).toOpaque())
  }

  /// The object of a handle, nil when there is none of that type.
  static func object<Object: AnyObject>(
    _ handle: OpaquePointer?, as type: Object.Type
  ) -> Object? {
    guard let handle = unsafe handle else { return nil }
    let object = unsafe Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(handle))
    return unsafe object.takeUnretainedValue() as? Object
  }

  /// Takes an object back.
  static func release(_ handle: OpaquePointer?) {
    guard let handle = unsafe handle else { return }
    unsafe Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(handle)).release()
  }

  /// Runs a call and hands out its object, or a table with the reason why there is none.
  ///
  /// - Returns: The status for C.
  static func deliver(
    to result: UnsafeMutablePointer<OpaquePointer?>?,
    _ call: () throws(Refusal) -> AnyObject
  ) -> Int32 {
    guard let result = unsafe result else { return Status.badArgument }
    do throws(Refusal) {
      unsafe result.pointee = give(try call())
      return Status.done
    } catch {
      unsafe result.pointee = give(ResultTable(message: error.message))
      return error.status
    }
  }
}
