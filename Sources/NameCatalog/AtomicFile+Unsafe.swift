// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a file without a name, which the system takes back when the program ends in any way.
/// Once everything is on the disk the file gets a name beside the old one and then takes its place:
/// whatever ends the program before leaves the old file as it was. On file systems without such
/// files it has that name from the beginning; what a killed program left of it goes with the next
/// write.
struct AtomicFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isNamed: Bool

  /// O_TMPFILE, a macro that Swift does not import.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  init(_ path: String) throws(IndexError) {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    Self.removeLeftovers(of: path)
    let flags = O_WRONLY | O_CLOEXEC
    var descriptor = unsafe open(Self.folder(of: path), Self.withoutName | flags, 0o644)
    isNamed = descriptor < 0
    if descriptor < 0 {
      descriptor = unsafe open(temporary, O_CREAT | O_TRUNC | flags, 0o644)
    }
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw Self.failure(path, "create the file") }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if isNamed { unsafe unlink(temporary) }
  }

  /// Writes all bytes of an array's memory.
  func write<Element: BitwiseCopyable>(_ elements: [Element]) throws(IndexError) {
    var failed = false
    unsafe elements.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = unsafe Glibc.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          failed = true
          return
        }
        done += count
      }
    }
    if failed { throw Self.failure(path, "write") }
  }

  /// Brings everything to the disk and gives the file its name.
  consuming func commit() throws(IndexError) {
    guard fsync(descriptor) == 0 else { throw Self.failure(path, "write") }
    if !isNamed {
      unsafe unlink(temporary)
      guard
        unsafe linkat(
          AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
      else { throw Self.failure(path, "name the file") }
      isNamed = true
    }
    guard unsafe rename(temporary, path) == 0 else { throw Self.failure(path, "rename") }
    isNamed = false
    // The new name is on the disk when its folder is.
    let handle = unsafe open(Self.folder(of: path), O_RDONLY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }

  /// Removes a file, if there is one.
  static func remove(_ path: String) { unsafe unlink(path) }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// Removes unfinished files of programs that are no more.
  private static func removeLeftovers(of path: String) {
    guard let folder = unsafe opendir(folder(of: path)) else { return }
    defer { unsafe closedir(folder) }
    let prefix = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...] + "."
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(prefix), name.hasSuffix(".part"),
        let writer = pid_t(name.dropFirst(prefix.count).dropLast(5)),
        kill(writer, 0) != 0, errno == ESRCH
      else { continue }
      unsafe unlink(self.folder(of: path) + "/" + name)
    }
  }

  private static func failure(_ path: String, _ action: String) -> IndexError {
    let code = errno
    let reason = unsafe String(cString: strerror(code))
    return IndexError(
      .cannotWrite, path, "cannot \(action): \(reason)",
      advice: code == ENOSPC ? "free some space and run again" : "check the path")
  }
}
