// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import SystemPackage

/// Buffered writing to standard output or a file.
///
/// Call ``finish()`` at the end: what is still in the buffer cannot report an error later on.
/// `SIGPIPE` must be ignored by the program; then a closed pipe is thrown as `.closedPipe`.
package struct OutputSink: ~Copyable {
  /// As it is shown to people.
  package let name: String
  private let descriptor: FileDescriptor
  private let ownsDescriptor: Bool
  private let bufferSize: Int
  private var buffer: [UInt8] = []

  /// Standard output.
  package init(bufferSize: Int = 1 << 16) {
    self.init(.standardOutput, name: "standard output", bufferSize: bufferSize)
  }

  /// An open descriptor that stays the caller's.
  package init(_ descriptor: FileDescriptor, name: String, bufferSize: Int = 1 << 16) {
    self.descriptor = descriptor
    self.name = name
    self.bufferSize = bufferSize
    ownsDescriptor = false
  }

  /// A new file, which replaces an old one of that name.
  package init(creating path: FilePath, bufferSize: Int = 1 << 16) throws(RecordError) {
    do {
      descriptor = try .open(
        path, .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw RecordError(.cannotOpen, at: path.string, doing: "create the file", error)
    }
    name = path.string
    self.bufferSize = bufferSize
    ownsDescriptor = true
  }

  deinit {
    if ownsDescriptor { try? descriptor.close() }
  }

  /// Takes bytes; they are written now or at a later call.
  ///
  /// - Throws: `.closedPipe` when the reader went away, `.cannotWrite` for everything else.
  package mutating func write(_ bytes: Span<UInt8>) throws(RecordError) {
    if buffer.count + bytes.count <= bufferSize {
      buffer.append(copying: bytes)
      return
    }
    try flush()
    if bytes.count >= bufferSize {
      try writeAll(bytes)
    } else {
      buffer.append(copying: bytes)
    }
  }

  /// Writes what is in the buffer.
  package mutating func flush() throws(RecordError) {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeAll(buffer.span)
  }

  /// Writes the rest.
  ///
  /// Nothing may be written afterwards.
  package mutating func finish() throws(RecordError) {
    try flush()
  }

  private func writeAll(_ bytes: Span<UInt8>) throws(RecordError) {
    var done = 0
    while done < bytes.count {
      do {
        // Safe: the bytes live during the call and are only read.
        done += try unsafe bytes.extracting(done..<bytes.count).withUnsafeBytes {
          try unsafe descriptor.write($0)
        }
      } catch {
        switch error as? Errno {
        case .brokenPipe:
          throw RecordError(.closedPipe, at: name, "the reader of the output went away")
        case .resourceTemporarilyUnavailable:
          // Somebody made the shared descriptor non-blocking.
          descriptor.waitUntilWritable()
        default: throw RecordError(.cannotWrite, at: name, doing: "write", error)
        }
      }
    }
  }
}
