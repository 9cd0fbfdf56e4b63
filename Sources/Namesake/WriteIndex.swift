// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameCatalog
public import NameModel

/// Builds an index of names and writes it to a file, which appears whole or not at all.
///
/// - Parameters:
///   - names: Names in any scripts.
///   - ids: Id of what each names; names with one id name one thing.
///   - kinds: What each names, where known: empty, or as many.
///   - path: The file.
///   - threads: Workers; the file is the same for any number.
/// - Throws: When the names are too many for one index, or the file cannot be written.
public func writeIndex(
  of names: some TextList, ids: some TextList, kinds: [NameKind?] = [], to path: String,
  threads: Int = 1
) throws(IndexError) {
  precondition(names.count == ids.count, "each name has an id")
  var reader = IndexBatchReader()
  var builder = IndexBuilder()
  for number in 0..<names.count {
    names.withText(number) { name in
      ids.withText(number) { id in
        reader.add(name: name, id: id, kind: kinds.isEmpty ? nil : kinds[number])
      }
    }
    if number % 8192 == 8191 { try builder.add(reader.take()) }
  }
  try builder.add(reader.take())
  try builder.write(to: path, threads: threads)
}
