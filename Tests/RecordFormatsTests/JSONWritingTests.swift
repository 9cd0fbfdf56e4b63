// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Testing

struct JSONWritingTests {
  static let added: [(String, String)] = [
    (#"{"a":1}"#, #"{"a":1,"b":2}"#),
    ("{}", #"{"b":2}"#),
    (" { } ", #" {"b":2 } "#),
    ("{\"a\":{} }\t", "{\"a\":{},\"b\":2 }\t"),
    (#"{ "a" : "}" }"#, #"{ "a" : "}","b":2 }"#),
    ("{\"\u{e9}\":1e400 ,\n\"x\":[ ]\n}", "{\"\u{e9}\":1e400 ,\n\"x\":[ ],\"b\":2\n}"),
  ]

  @Test func membersAreAddedAtTheEnd() {
    var members = JSONMembers()
    members.add("b", 2)
    for (object, expected) in Self.added {
      var bytes: [UInt8] = []
      bytes.appendJSONObject(object.utf8.span, adding: members)
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
    members.removeAll()
    var bytes: [UInt8] = []
    bytes.appendJSONObject(" {} ".utf8.span, adding: members)
    #expect(String(decoding: bytes, as: UTF8.self) == " {} ")
  }

  @Test func membersOfEveryKind() {
    var members = JSONMembers()
    members.add("s", string: "a\"\\\n\u{1}\u{7F}é😀")
    members.add("d", 0.1)
    members.add("i", -3)
    members.add("b", true)
    members.add("q\"") { $0.append(contentsOf: "[]".utf8) }
    var bytes: [UInt8] = []
    bytes.appendJSONObject(members)
    let expected = #"{"s":"a\"\\\n\u0001\#u{7F}é😀","d":0.1,"i":-3,"b":true,"q\"":[]}"#
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  static let numbers: [(Double, String)] = [
    (0, "0.0"), (-0.0, "-0.0"), (0.97, "0.97"), (1e22, "1e+22"), (.leastNonzeroMagnitude, "5e-324"),
    (.infinity, "null"), (.nan, "null"), (0.1 + 0.2, "0.30000000000000004"),
  ]

  @Test func numbersAreShortest() {
    for (number, expected) in Self.numbers {
      var bytes: [UInt8] = []
      bytes.appendJSONNumber(number)
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
      #expect(JSONFault(in: bytes.span) == nil)
    }
  }

  @Test func anyBytesMakeAJSONString() {
    var random = SeededRandom(state: 5)
    var record = JSONRecord()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var written: [UInt8] = []
      written.appendJSONString(bytes.span)
      #expect(record.load(written.span) == .whole)
      let read = record.root.flatMap { record.string($0) }
      #expect(read.map { Array($0.utf8) } == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  @Test func spliceChangesNothingElse() throws {
    let text = #" {"spans" : [ {"start":1, "end":2 },{}], "name":"x"  , "z":1.50} "#
    var record = JSONRecord()
    #expect(record.load(text.utf8.span) == .whole)
    var splice = RecordSplice()
    var members = JSONMembers()
    let places = (record.root, record.value(at: "name"), record.value(at: "spans"))
    let root = try #require(places.0)
    let name = try #require(places.1)
    let spans = try #require(places.2)
    members.add("added", true)
    splice.add(members, to: root, of: record.text)
    splice.replace(name.range) { $0.appendJSONString("new") }
    record.forEachElement(of: spans) { span in
      var entity = JSONMembers()
      entity.add("entity", 5)
      splice.add(entity, to: span, of: record.text)
    }
    var bytes: [UInt8] = []
    splice.apply(to: record.text, appendingTo: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #" {"spans" : [ {"start":1, "end":2,"entity":5 },{"entity":5}], "name":"new"  , "z":1.50,"added":true} "#
    )
  }

  @Test func untouchedRecordsPassThroughByteForByte() {
    var record = JSONRecord()
    for text in [JSONTests.record, #"{"a":1.00,"b":"\u00e9\/"}"#] {
      #expect(record.load(text.utf8.span) == .whole)
      var splice = RecordSplice()
      var bytes: [UInt8] = []
      splice.apply(to: record.text, appendingTo: &bytes)
      #expect(bytes == Array(text.utf8))
    }
  }
}
