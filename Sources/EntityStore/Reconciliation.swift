// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Carries ids of known entities over to new clusters of their names.
///
/// An entity's id goes to the cluster that has most of its names; a cluster that has most of
/// several entities takes the id with most names in it. So ids survive added records, new best
/// names and new judgements; what merges or splits away is told as an event.
struct Reconciliation {
  /// A name of the list with the cluster it is in now and the entity it was of.
  struct Member {
    var cluster: Int
    /// nil for a name that is new.
    var entity: String?
  }

  /// Something that happened to an entity.
  enum Event: Equatable {
    /// A new entity, with the member that is its best name.
    case opened(entity: String, cluster: Int)
    /// A new name of an entity that was there.
    case joined(entity: String, member: Int)
    /// An entity that is now part of another.
    case merged(entity: String, into: String, cluster: Int)
    /// Names of an entity that are now another.
    case split(entity: String, into: String, cluster: Int)
  }

  /// Id of each cluster.
  private(set) var ids: [Int: String] = [:]
  private(set) var events: [Event] = []

  /// - Parameters:
  ///   - members: All names.
  ///   - newId: Makes an id for a cluster that inherits none.
  init(_ members: [Member], newId: (Int) -> String) {
    struct Claim: Hashable {
      var cluster: Int
      var entity: String
    }
    var shares: [Claim: Int] = [:]
    for member in members {
      guard let entity = member.entity else { continue }
      shares[Claim(cluster: member.cluster, entity: entity), default: 0] += 1
    }
    let claims = shares.sorted { first, second in
      if first.value != second.value { return first.value > second.value }
      return (first.key.entity, first.key.cluster) < (second.key.entity, second.key.cluster)
    }
    var owner: [String: Int] = [:]
    for (claim, _) in claims where ids[claim.cluster] == nil && owner[claim.entity] == nil {
      ids[claim.cluster] = claim.entity
      owner[claim.entity] = claim.cluster
    }
    let old = Set(claims.map(\.key.cluster))
    for cluster in Set(members.map(\.cluster)).sorted() where ids[cluster] == nil {
      let id = newId(cluster)
      ids[cluster] = id
      if !old.contains(cluster) { events.append(.opened(entity: id, cluster: cluster)) }
    }
    for (number, member) in members.enumerated() where member.entity == nil {
      if old.contains(member.cluster), let id = ids[member.cluster] {
        events.append(.joined(entity: id, member: number))
      }
    }
    for (claim, _) in claims {
      guard let id = ids[claim.cluster], id != claim.entity else { continue }
      // An entity that lives on elsewhere has lost names; one that does not has merged.
      events.append(
        owner[claim.entity] == nil
          ? .merged(entity: claim.entity, into: id, cluster: claim.cluster)
          : .split(entity: claim.entity, into: id, cluster: claim.cluster))
    }
  }
}
