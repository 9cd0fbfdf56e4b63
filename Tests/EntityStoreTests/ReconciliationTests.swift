// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@testable import EntityStore

@Suite("carrying ids over")
struct ReconciliationTests {
  private typealias Member = Reconciliation.Member

  private func reconcile(_ members: [(Int, String?)]) -> Reconciliation {
    Reconciliation(members.map { Member(cluster: $0.0, entity: $0.1) }) { "new\($0)" }
  }

  @Test("nothing known: every cluster opens an entity")
  func opens() {
    let result = reconcile([(1, nil), (1, nil), (2, nil)])
    #expect(result.ids == [1: "new1", 2: "new2"])
    #expect(
      result.events == [
        .opened(entity: "new1", cluster: 1), .opened(entity: "new2", cluster: 2),
      ])
  }

  @Test("a new name joins, and the id stays")
  func joins() {
    let result = reconcile([(7, "a"), (7, nil)])
    #expect(result.ids == [7: "a"])
    #expect(result.events == [.joined(entity: "a", member: 1)])
  }

  @Test("of two entities that become one, the one with more names stays")
  func merges() {
    let result = reconcile([(1, "small"), (1, "large"), (1, "large")])
    #expect(result.ids == [1: "large"])
    #expect(result.events == [.merged(entity: "small", into: "large", cluster: 1)])
  }

  @Test("of an entity that splits, the part with more names keeps the id")
  func splits() {
    let result = reconcile([(1, "a"), (1, "a"), (2, "a")])
    #expect(result.ids == [1: "a", 2: "new2"])
    #expect(result.events == [.split(entity: "a", into: "new2", cluster: 2)])
  }

  @Test("a name that moves from one entity to another splits off the first")
  func moves() {
    let result = reconcile([(1, "a"), (1, "a"), (2, "b"), (2, "b"), (2, "a")])
    #expect(result.ids == [1: "a", 2: "b"])
    #expect(result.events == [.split(entity: "a", into: "b", cluster: 2)])
  }
}
