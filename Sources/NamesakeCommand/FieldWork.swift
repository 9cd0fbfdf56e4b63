// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A command that takes some fields of each record and adds others.
///
/// The format of the records is none of its business: `FieldReader` finds the fields and
/// `RecordWriter` adds the results, in every format.
protocol FieldWork: Sendable {
  /// What one thread keeps between records.
  associatedtype Worker
  /// What a worker keeps of a batch for the command itself, beside the records that come out.
  associatedtype Notes: Sendable = Void
  /// The fields that are taken, in the order in which `work` gets them.
  var fields: [WantedField] { get }
  /// Makes a thread's own state.
  func makeWorker() -> Worker
  /// Does the work for one record.
  ///
  /// - Parameters:
  ///   - values: The fields' contents, nil for those that the record lacks.
  ///   - worker: The thread's state.
  ///   - result: What is added, and how the record reads as text.
  /// - Returns: What is wrong with the values, or nil.
  func work(
    _ values: [[UInt8]?], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem?
  /// Does the work for a record of entities, which have several names each.
  ///
  /// - Parameters:
  ///   - values: The fields' contents, as for other records.
  ///   - names: All names behind each field, the field's own value first.
  ///   - worker: The thread's state.
  ///   - result: What is added, and how the record reads as text.
  /// - Returns: What is wrong with the values, or nil.
  func work(
    _ values: [[UInt8]?], names: [[[UInt8]]], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem?
  /// Takes from a worker what it has noted since the last call.
  func takeNotes(of worker: inout Worker) -> Notes
}

extension FieldWork {
  /// A command that has no use for other names works on the first.
  func work(
    _ values: [[UInt8]?], names: [[[UInt8]]], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    work(values, &worker, &result)
  }
}

extension FieldWork where Notes == Void {
  func takeNotes(of worker: inout Worker) {}
}

/// A field that a command takes.
struct WantedField: Sendable {
  var name: String
  var isRequired = true
}

/// What is wrong with a field's content.
struct ValueProblem {
  var problem: String
  var advice: String

  /// Bytes that are not UTF-8 were repaired.
  static let repaired = ValueProblem(
    problem: "this is not UTF-8; the bytes were replaced by U+FFFD",
    advice: "save the file as UTF-8")
}

/// What a command adds to one record.
struct AddedFields {
  /// One added field: raw bytes that are JSON, or a string's content.
  struct Field {
    var name: String
    var bytes: Range<Int>
    var isJSON: Bool
  }

  /// Whether the text is written; a work to which it costs something may leave it out otherwise.
  let wantsText: Bool
  private(set) var fields: [Field] = []
  private(set) var arena: [UInt8] = []
  /// The record as a person reads it, for text output.
  var text: [UInt8] = []

  init(wantsText: Bool = true) { self.wantsText = wantsText }

  mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Adds a string field; `write` appends its content.
  mutating func addString(_ name: String, _ write: (inout [UInt8]) -> Void) {
    add(name, isJSON: false, write)
  }

  /// Adds a field whose JSON `write` appends.
  mutating func addJSON(_ name: String, _ write: (inout [UInt8]) -> Void) {
    add(name, isJSON: true, write)
  }

  private mutating func add(_ name: String, isJSON: Bool, _ write: (inout [UInt8]) -> Void) {
    let start = arena.count
    write(&arena)
    fields.append(Field(name: name, bytes: start..<arena.count, isJSON: isJSON))
  }
}
