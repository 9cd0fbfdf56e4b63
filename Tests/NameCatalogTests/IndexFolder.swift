// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of its own that goes when the test ends.
struct IndexFolder: ~Copyable {
  let path: String

  init() {
    path = "/tmp/namesake-index-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    unsafe mkdir(path, 0o755)
  }

  deinit {
    for name in names { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Names of the files in the folder.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

func fileBytes(of path: String) -> [UInt8] {
  guard let descriptor = try? FileDescriptor.open(FilePath(path), .readOnly) else { return [] }
  defer { try? descriptor.close() }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while let count = try? unsafe part.withUnsafeMutableBytes({ try unsafe descriptor.read(into: $0) }
  ),
    count > 0
  {
    bytes += part[..<count]
  }
  return bytes
}

func writeFile(_ bytes: [UInt8], to path: String) throws {
  let descriptor = try FileDescriptor.open(
    FilePath(path), .writeOnly, options: [.create, .truncate],
    permissions: [.ownerReadWrite])
  try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
}

func buildIndex(_ names: [(id: String, name: String)], at path: String, threads: Int = 2) throws {
  var reader = IndexBatchReader()
  var builder = IndexBuilder()
  for (number, entry) in names.enumerated() {
    reader.add(name: entry.name.utf8Span.span, id: entry.id.utf8Span.span, kind: .person)
    if number % 7 == 6 { try builder.add(reader.take()) }
  }
  try builder.add(reader.take())
  try builder.write(to: path, threads: threads)
}
