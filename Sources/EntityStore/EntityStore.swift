// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import EntityResolution
internal import NameModel
internal import TextNormalization

/// Entities that last: names and decisions of earlier runs, in a file.
///
///     let store = try EntityStore(path: "people.db")
///     var list = store.names            // add records
///     let ids = try store.settle(resolver.resolve(list), of: list)
///
/// Each run resolves all names anew, those of the file and those that came in, so that the entities
/// are the same as if everything had come at once; ids are carried over by `Reconciliation`. What
/// opened, joined, merged or split is in the table `log` with its evidence. One run is one
/// transaction: when `settle` returns, everything is on the disk, and before, nothing is. While a
/// store is open no other program can write to it.
public final class EntityStore {
  private let database: SQLiteDatabase
  /// The names of earlier runs, without records.
  public private(set) var names = NameList()
  /// The decisions of earlier runs.
  public private(set) var judgements = Judgements()
  /// Entity of each known name of the list, and the rows it comes from.
  private var owners: [String] = []
  private var decisions = 0

  private static let version = 1
  /// `NSKE`: what tells a store from other SQLite files.
  private static let application = 0x4E53_4B45

  private static let schema = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entity (id TEXT PRIMARY KEY, merged_into TEXT) WITHOUT ROWID;
    CREATE TABLE name (
      number INTEGER PRIMARY KEY, text BLOB NOT NULL, kind TEXT NOT NULL,
      records INTEGER NOT NULL, entity TEXT NOT NULL REFERENCES entity);
    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY, first BLOB NOT NULL, second BLOB NOT NULL, same INTEGER NOT NULL);
    CREATE TABLE log (
      number INTEGER PRIMARY KEY, run INTEGER NOT NULL, event TEXT NOT NULL, entity TEXT NOT NULL,
      other TEXT, name TEXT NOT NULL, canonical TEXT NOT NULL, score REAL NOT NULL);
    """

  /// Opens a store, or begins one.
  ///
  /// - Throws: When the file is something else, damaged, of another version, in use or cannot be
  ///   read.
  public init(path: String) throws(StoreError) {
    database = try SQLiteDatabase(path: path)
    // Pages are on the disk before a run is done, whatever the system does then.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    try database.execute("BEGIN IMMEDIATE")
    let application = try database.number("PRAGMA application_id")
    let tables = try database.number("SELECT count(*) FROM sqlite_schema")
    if application == 0, tables == 0 {
      try begin()
    } else if application != Self.application {
      throw StoreError(
        path: path, problem: "this is no store of entities", advice: "name another file")
    }
    try check(path)
    try loadNames()
    try loadJudgements(path)
  }

  private func begin() throws(StoreError) {
    try database.execute(Self.schema)
    try database.execute(
      """
      PRAGMA application_id = \(Self.application); PRAGMA user_version = \(Self.version);
      INSERT INTO setting VALUES ('profile', '\(Profile.key.identifier)');
      """)
  }

  private func check(_ path: String) throws(StoreError) {
    let profile = try database.number(
      "SELECT count(*) FROM setting WHERE name = 'profile' AND value = '\(Profile.key.identifier)'")
    guard try database.number("PRAGMA user_version") == Self.version, profile == 1 else {
      throw StoreError(
        path: path, problem: "the store was made by another version or profile",
        advice: "begin a new one from the records")
    }
  }

  private func loadNames() throws(StoreError) {
    var rows = try database.prepare("SELECT text, kind, records, entity FROM name ORDER BY number")
    while try rows.step() {
      let text = rows.bytes(0)
      names.addKnown(text.span, kind: NameKind(rawValue: rows.text(1)), records: rows.number(2))
      owners.append(rows.text(3))
    }
  }

  private func loadJudgements(_ path: String) throws(StoreError) {
    var rows = try database.prepare("SELECT first, second, same FROM judgement ORDER BY number")
    while try rows.step() {
      do {
        try judgements.add(rows.bytes(0), rows.bytes(1), isSame: rows.number(2) == 1)
      } catch {
        throw StoreError(
          path: path, problem: "the store's decisions contradict each other",
          advice: "bring it back from a copy")
      }
    }
    decisions = judgements.decisions.count
  }

  /// Keeps what a run found, and gives the id of each distinct name of its list.
  ///
  /// - Parameters:
  ///   - resolutions: The entities of the store's names and the run's.
  ///   - list: `names` with the run's records behind.
  ///   - judgements: `judgements` with the run's decisions behind.
  /// - Returns: For each distinct name of the list, in its order, the entity's id.
  /// - Throws: When the file cannot be written; it stays as it was.
  public func settle(
    _ resolutions: NameResolutions, of list: NameList, _ judgements: Judgements
  ) throws(StoreError) -> [String] {
    let members = (0..<list.textCount).map { text in
      Reconciliation.Member(
        cluster: resolutions.cluster(ofText: text),
        entity: text < owners.count ? owners[text] : nil)
    }
    var used = try usedIds()
    let reconciliation = Reconciliation(members) { cluster in
      var occurrence = 0
      var id = resolutions.identifier(ofCluster: cluster, occurrence: 0)
      while used.contains(id) {
        occurrence += 1
        id = resolutions.identifier(ofCluster: cluster, occurrence: occurrence)
      }
      used.insert(id)
      return id
    }
    let ids = members.map { reconciliation.ids[$0.cluster] ?? "" }
    try write(list, ids)
    try write(reconciliation.events, resolutions, list)
    try write(judgements)
    try database.execute("COMMIT")
    return ids
  }

  private func usedIds() throws(StoreError) -> Set<String> {
    var used: Set<String> = []
    var rows = try database.prepare("SELECT id FROM entity")
    while try rows.step() { used.insert(rows.text(0)) }
    return used
  }

  private func write(_ list: NameList, _ ids: [String]) throws(StoreError) {
    var entity = try database.prepare("INSERT OR IGNORE INTO entity (id) VALUES (?)")
    var name = try database.prepare("INSERT OR REPLACE INTO name VALUES (?, ?, ?, ?, ?)")
    for text in 0..<list.textCount {
      let records = list.recordCount(ofText: text)
      if text < owners.count, owners[text] == ids[text], records == names.recordCount(ofText: text)
      {
        continue
      }
      entity.bind(ids[text], at: 1)
      try entity.run()
      name.bind(text, at: 1)
      name.bind(Array(list.text(text)), at: 2)
      name.bind(list.kind(text)?.rawValue ?? "", at: 3)
      name.bind(records, at: 4)
      name.bind(ids[text], at: 5)
      try name.run()
    }
  }

  private func write(
    _ events: [Reconciliation.Event], _ resolutions: NameResolutions, _ list: NameList
  ) throws(StoreError) {
    let run = try database.number("SELECT coalesce(max(run), 0) + 1 FROM log")
    var log = try database.prepare(
      """
      INSERT INTO log (run, event, entity, other, name, canonical, score)
      VALUES (?, ?, ?, nullif(?, ''), ?, ?, ?)
      """)
    var merged = try database.prepare("UPDATE entity SET merged_into = ? WHERE id = ?")
    for event in events {
      let row = Self.row(of: event, resolutions)
      if row.event == "merge" {
        merged.bind(row.other, at: 1)
        merged.bind(row.entity, at: 2)
        try merged.run()
      }
      log.bind(run, at: 1)
      log.bind(row.event, at: 2)
      log.bind(row.entity, at: 3)
      log.bind(row.other, at: 4)
      log.bind(String(decoding: list.text(row.text), as: UTF8.self), at: 5)
      log.bind(resolutions.resolution(ofText: row.text).canonical, at: 6)
      log.bind(resolutions.resolution(ofText: row.text).score, at: 7)
      try log.run()
    }
  }

  private struct Row {
    var event: String
    var entity: String
    var other = ""
    /// The text that tells why: by its score against the best name.
    var text: Int
  }

  private static func row(of event: Reconciliation.Event, _ resolutions: NameResolutions) -> Row {
    switch event {
    case .opened(let entity, let cluster):
      Row(event: "open", entity: entity, text: resolutions.bestText(ofCluster: cluster))
    case .joined(let entity, let member): Row(event: "join", entity: entity, text: member)
    case .merged(let entity, let into, let cluster):
      Row(
        event: "merge", entity: entity, other: into,
        text: resolutions.bestText(ofCluster: cluster))
    case .split(let entity, let into, let cluster):
      Row(
        event: "split", entity: entity, other: into,
        text: resolutions.bestText(ofCluster: cluster))
    }
  }

  private func write(_ judgements: Judgements) throws(StoreError) {
    var row = try database.prepare("INSERT INTO judgement (first, second, same) VALUES (?, ?, ?)")
    for decision in judgements.decisions.dropFirst(decisions) {
      row.bind(decision.first, at: 1)
      row.bind(decision.second, at: 2)
      row.bind(decision.isSame ? 1 : 0, at: 3)
      try row.run()
    }
  }
}
