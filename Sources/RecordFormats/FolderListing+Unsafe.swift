// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
package import SystemPackage

/// The files of records in a folder and the folders inside it.
package enum FolderListing {
  /// Whether the path names a folder.
  package static func isFolder(_ path: FilePath) -> Bool {
    kind(of: path, followsLinks: true) == .directory
  }

  /// Whether the path names a regular file, or a link to one.
  package static func isFile(_ path: FilePath) -> Bool {
    kind(of: path, followsLinks: true) == .regular
  }

  /// All files with a known extension (`.txt .jsonl .ndjson .csv .tsv .tab`, each also with `.gz`
  /// or `.zst`), sorted by the bytes of their paths.
  ///
  /// Files and folders whose name starts with a dot are skipped. A link to a file counts as that
  /// file; a link to a folder is not followed, so that loops cannot happen.
  ///
  /// - Throws: `.cannotList` when a folder cannot be read.
  package static func files(in folder: FilePath) throws(RecordError) -> [FilePath] {
    var found: [FilePath] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try names(in: next) {
        let path = next.appending(name)
        if kind(of: path, followsLinks: false) == .directory {
          folders.append(path)
        } else if RecordFormat(path: path) != nil, kind(of: path, followsLinks: true) == .regular {
          found.append(path)
        }
      }
    }
    let keys = found.map { path in bytes(of: path) }
    return found.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { found[$0] }
  }

  private static func names(in folder: FilePath) throws(RecordError) -> [FilePath.Component] {
    // Safe: the C string lives during the call.
    guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
      throw RecordError(
        .cannotList, at: folder.string, doing: "list the folder", Errno(rawValue: errno))
    }
    defer { unsafe closedir(stream) }
    var names: [FilePath.Component] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno == 0 { return names }
        throw RecordError(
          .cannotList, at: folder.string, doing: "list the folder", Errno(rawValue: errno))
      }
      // Safe: `d_name` ends with a NUL, and is copied before the next `readdir` reuses the entry.
      // It may be longer than the declared array, so the pointer comes from the entry itself.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
        .assumingMemoryBound(to: CChar.self)
      if unsafe name.pointee == CChar(UInt8(ascii: ".")) { continue }
      if let component = unsafe FilePath.Component(platformString: name) {
        names.append(component)
      }
    }
  }

  /// What the path names, or `nil` when nothing is there.
  private static func kind(of path: FilePath, followsLinks: Bool) -> FileType? {
    try? path.stat(followTargetSymlink: followsLinks).type
  }

  private static func bytes(of path: FilePath) -> [UInt8] {
    // Safe: the buffer lives during the call; a path has no NUL before its end.
    unsafe path.withPlatformString { name in
      let length = unsafe strlen(name)
      return unsafe UnsafeBufferPointer(start: name, count: length).map { UInt8(bitPattern: $0) }
    }
  }
}
