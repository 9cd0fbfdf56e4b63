// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension JSONRecord {
  /// Loads a record of a batch, which must be an object, and reports what is wrong with it.
  ///
  /// - Returns: whether the record can be used.
  package mutating func load(
    _ record: Int, of batch: RecordBatch, issues: inout [RecordIssue]
  ) -> Bool {
    switch load(batch.record(record)) {
    case .whole: break
    case .repaired(let offset):
      issues.append(
        batch.issue(
          in: record, at: offset, "this is not UTF-8; the bytes were replaced by U+FFFD",
          advice: "save the file as UTF-8", isHarmless: true))
    case .broken(let fault):
      issues.append(
        batch.issue(
          in: record, at: fault.offset, fault.problem,
          advice: "each line must be one JSON object"))
      return false
    }
    guard root?.kind == .object else {
      issues.append(
        batch.issue(
          in: record, "this is JSON, but no object", advice: "each line must be one JSON object"))
      return false
    }
    return true
  }

  /// Appends the text of a string value: without quotes, escapes resolved, valid UTF-8.
  ///
  /// Half a surrogate pair becomes U+FFFD.
  ///
  /// - Returns: false, and nothing is appended, when the value is no string.
  @discardableResult
  package func appendString(_ value: JSONValue, to output: inout [UInt8]) -> Bool {
    guard value.kind == .string else { return false }
    appendUnescapedJSON(
      text.extracting(value.range.lowerBound + 1..<value.range.upperBound - 1), to: &output)
    return true
  }

  /// The content of a string value, or `nil` when it is no string.
  package func string(_ value: JSONValue) -> String? {
    var bytes: [UInt8] = []
    return appendString(value, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// A whole number, or `nil` for other values, for fractions, exponents and beyond 64 bits.
  package func integer(_ value: JSONValue) -> Int? {
    guard value.kind == .number else { return nil }
    let digits = text.extracting(value.range)
    let isNegative = digits[0] == UInt8(ascii: "-")
    var result = 0
    for index in (isNegative ? 1 : 0)..<digits.count {
      let digit = Int(digits[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      let (tens, overflowTens) = result.multipliedReportingOverflow(by: 10)
      let (sum, overflowSum) = tens.subtractingReportingOverflow(digit)
      if overflowTens || overflowSum { return nil }
      // Built up below zero, where there is room for one more.
      result = sum
    }
    if isNegative { return result }
    return result == .min ? nil : -result
  }

  /// A number as the nearest double, or `nil` for other values.
  package func number(_ value: JSONValue) -> Double? {
    guard value.kind == .number else { return nil }
    var bytes: [UInt8] = []
    bytes.append(copying: text.extracting(value.range))
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// `true` or `false`, or `nil` for other values.
  package func bool(_ value: JSONValue) -> Bool? {
    guard value.kind == .bool else { return nil }
    return text[value.range.lowerBound] == UInt8(ascii: "t")
  }
}
