// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Testing

struct JSONTests {
  static let record =
    #" {"id" : 7.50, "a.b":"literal","a":{"b":"nested","c":[1, {"x":-12,"t":"é\n"}, []]}, "k\u0065y":"\ud83d\ude00", "e":{ } , "t":true,"n":null,"s":""} "#

  static let values: [(JSONPath, String?, JSONValue.Kind?)] = [
    ("id", "7.50", .number),
    ("a.b", #""literal""#, .string),
    ("a.c", #"[1, {"x":-12,"t":"é\n"}, []]"#, .array),
    ("a", #"{"b":"nested","c":[1, {"x":-12,"t":"é\n"}, []]}"#, .object),
    ("key", #""\ud83d\ude00""#, .string),
    ("e", "{ }", .object),
    ("t", "true", .bool),
    ("n", "null", .null),
    ("s", #""""#, .string),
    ("x", nil, nil),
    ("a.x", nil, nil),
    ("id.x", nil, nil),
    ("", nil, nil),
  ]

  @Test func rawValuesAreFound() {
    var record = JSONRecord()
    #expect(record.load(Self.record.utf8.span) == .whole)
    for (path, raw, kind) in Self.values {
      let value = record.value(at: path)
      #expect(value?.kind == kind, "\(path)")
      let found = value.map {
        String(decoding: Array(copying: record.text.extracting($0.range)), as: UTF8.self)
      }
      #expect(found == raw, "\(path)")
    }
    #expect(record.value(at: "key").flatMap { record.string($0) } == "😀")
    #expect(record.value(at: "s").flatMap { record.string($0) } == "")
    #expect(record.value(at: "id").flatMap { record.number($0) } == 7.5)
    #expect(record.value(at: "t").flatMap { record.bool($0) } == true)
    #expect(record.value(at: "id").flatMap { record.string($0) } == nil)
  }

  @Test func elementsAreWalked() throws {
    var record = JSONRecord()
    #expect(record.load(Self.record.utf8.span) == .whole)
    var kinds: [JSONValue.Kind] = []
    var members: [String] = []
    let found = record.value(at: "a.c")
    let array = try #require(found)
    record.forEachElement(of: array) { element in
      kinds.append(element.kind)
      if let x = record.value(at: "x", in: element), let t = record.value(at: "t", in: element) {
        members.append("\(record.integer(x) ?? 0) \(record.string(t) ?? "")")
      }
    }
    #expect(kinds == [.number, .object, .array])
    #expect(members == ["-12 é\n"])
  }

  static let integers: [(String, Int?)] = [
    ("0", 0), ("-0", 0), ("12", 12), ("-9223372036854775808", .min),
    ("9223372036854775807", .max), ("9223372036854775808", nil), ("1.0", nil), ("1e3", nil),
    ("123456789012345678901234567890", nil),
  ]

  @Test func integersAreExact() {
    var record = JSONRecord()
    for (text, integer) in Self.integers {
      #expect(record.load(text.utf8.span) == .whole, "\(text)")
      #expect(record.root.flatMap { record.integer($0) } == integer, "\(text)")
    }
  }

  static let strings: [(String, String)] = [
    (#""a\"\\\/\b\f\n\r\tA\u00e9""#, "a\"\\/\u{8}\u{C}\n\r\tAé"),
    (#""\ud83d\ude00""#, "😀"),
    (#""x\ud83dy""#, "x\u{FFFD}y"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\u0000""#, "\0"),
  ]

  @Test func stringsAreUnescaped() {
    var record = JSONRecord()
    for (text, string) in Self.strings {
      #expect(record.load(text.utf8.span) == .whole, "\(text)")
      #expect(record.root.flatMap { record.string($0) } == string, "\(text)")
    }
  }

  static let faults: [(String, Int, String)] = [
    ("", 0, "the record ends too early; a value is not closed"),
    (#"{"a":1"#, 6, "the record ends too early; a value is not closed"),
    (#"{"a":1]"#, 6, "a bracket is closed by one of the other kind"),
    (#"{"a" 1}"#, 5, "a colon is missing after a key"),
    (#"{"a":1 "b":2}"#, 7, "a comma is missing between two values"),
    (#"{"a":1,}"#, 7, "a key in quotes is expected here"),
    ("[1,]", 3, "a value is expected here"),
    (#"{"a":"b}"#, 5, "a string is not closed"),
    ("\"a\tb\"", 2, "a control character in a string is not escaped"),
    (#""a\qb""#, 2, "no such escape in a string"),
    (#""a\u12""#, 2, "no such escape in a string"),
    ("[01]", 1, "a number is not written as JSON wants it"),
    ("[1.]", 1, "a number is not written as JSON wants it"),
    ("[-]", 1, "a number is not written as JSON wants it"),
    ("[nul]", 4, "“null” is expected here"),
    ("{} {}", 3, "something follows after the end of the value"),
    ("NaN", 0, "a value is expected here"),
  ]

  @Test func faultsSayWhere() {
    var record = JSONRecord()
    for (text, offset, problem) in Self.faults {
      #expect(record.load(text.utf8.span) == .broken(JSONFault(offset: offset, problem)), "\(text)")
      #expect(record.root == nil)
    }
  }

  /// The fast parser and the exact one must agree on what is JSON.
  @Test func bothParsersAgreeOnMutations() {
    var random = SeededRandom(state: 3)
    var record = JSONRecord()
    let alphabet = Array(#"{}[]:,"\ 0-1.eEntru"#.utf8)
    var good = 0
    for _ in 0..<20_000 {
      var bytes = Array(#"{"a":[1,-2.5e3,"x\n"],"b":{"c":null},"d":true}"#.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = alphabet.randomElement(using: &random) ?? 0
      }
      let isJSON = JSONFault(in: bytes.span) == nil
      #expect((record.load(bytes.span) == .whole) == isJSON)
      if isJSON {
        good += 1
        #expect(record.root?.range == 0..<bytes.count)
      }
    }
    #expect(good > 1000)
  }

  @Test func invalidUTF8IsRepairedAndReported() throws {
    let bytes =
      Array(#"{"id":1,"n":"a"#.utf8) + [0xC3, 0x28, 0xE2, 0x82] + Array("\"}\n[]\n{".utf8)
    let file = try TemporaryFile(bytes, suffix: ".jsonl")
    var reader = try RecordReader(try ByteSource(file.path))
    let batch = try #require(try reader.nextBatch())
    var record = JSONRecord()
    var issues: [RecordIssue] = []
    let isUsable = (0..<3).map { record.load($0, of: batch, issues: &issues) }
    #expect(isUsable == [true, false, false])
    _ = record.load(0, of: batch, issues: &issues)
    issues.removeLast()
    #expect(record.value(at: "n").flatMap { record.string($0) } == "a\u{FFFD}(\u{FFFD}")
    #expect(
      issues.map { "\($0.line):\($0.column): \($0.problem) \($0.isHarmless)" } == [
        "1:15: this is not UTF-8; the bytes were replaced by U+FFFD true",
        "2:1: this is JSON, but no object false",
        "3:2: the record ends too early; a value is not closed false",
      ])
  }
}
