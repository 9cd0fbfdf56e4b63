// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// The fields of FollowTheMoney entities, where a record has not the plain ones.
///
/// An entity is `{"id","schema","properties":{"name":[…],…}}`, a pair of them
/// `{"left":…,"right":…}`.
enum EntityFields {
  /// Where an entity's names are, the one to show first.
  private static let names = nameProperties(below: "")
  private static let leftNames = nameProperties(below: "left.")
  private static let rightNames = nameProperties(below: "right.")

  private static func nameProperties(below prefix: String) -> [JSONPath] {
    ["name", "alias", "weakAlias", "previousName"].map { JSONPath("\(prefix)properties.\($0)") }
  }

  /// Content of a plain field's counterpart; nil when the record is no entity or has none.
  static func content(_ field: String, in json: borrowing JSONRecord) -> [UInt8]? {
    switch field {
    case "name": return first(of: "properties.name", in: json)
    case "name1": return first(of: "left.properties.name", in: json)
    case "name2": return first(of: "right.properties.name", in: json)
    case "kind":
      let schema = json.value(at: "schema") ?? json.value(at: "left.schema")
      let kind = schema.flatMap { json.string($0) }.flatMap { Self.kindOfSchema($0) }
      return kind.map { Array($0.rawValue.utf8) }
    default: return nil
    }
  }

  /// All names of an entity, the one to show first; empty when the record is none.
  static func names(in json: borrowing JSONRecord) -> [[UInt8]] { names(at: names, in: json) }

  /// All names behind a plain field's counterpart in a pair of entities.
  static func names(_ field: String, in json: borrowing JSONRecord) -> [[UInt8]] {
    switch field {
    case "name1": names(at: leftNames, in: json)
    case "name2": names(at: rightNames, in: json)
    default: []
    }
  }

  private static func names(
    at properties: [JSONPath], in json: borrowing JSONRecord
  ) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for property in properties {
      for name in strings(of: property, in: json) where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  private static func first(of path: JSONPath, in json: borrowing JSONRecord) -> [UInt8]? {
    strings(of: path, in: json).first
  }

  private static func strings(of path: JSONPath, in json: borrowing JSONRecord) -> [[UInt8]] {
    guard let array = json.value(at: path), array.kind == .array else { return [] }
    var elements: [JSONValue] = []
    json.forEachElement(of: array) { elements.append($0) }
    var strings: [[UInt8]] = []
    for element in elements {
      var bytes: [UInt8] = []
      if json.appendString(element, to: &bytes) { strings.append(bytes) }
    }
    return strings
  }

  private static func kindOfSchema(_ schema: String) -> NameKind? {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "PublicBody": .org
    case "Address": .place
    default: nil
    }
  }
}
