// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a file beside it, which takes its name once everything is on the disk: whatever
/// ends the program before leaves the old file as it was.
struct AtomicFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isCommitted = false

  init(_ path: String) throws(IndexError) {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    unsafe unlink(temporary)
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, "create the file") }
  }

  deinit {
    close(descriptor)
    if !isCommitted { unsafe unlink(temporary) }
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
    guard unsafe rename(temporary, path) == 0 else { throw Self.failure(path, "rename") }
    isCommitted = true
    // The new name is on the disk when its folder is.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
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
