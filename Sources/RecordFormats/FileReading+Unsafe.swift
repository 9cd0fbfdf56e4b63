// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import SystemPackage

extension FileDescriptor {
  /// Reads at most `limit` bytes onto the end of `output`; 0 at the end of the input.
  func read(atMost limit: Int, appendingTo output: inout [UInt8]) throws(Errno) -> Int {
    var result: Result<Int, Errno> = .success(0)
    output.append(addingCapacity: limit) { room in
      // Safe: the buffer is the free tail of the array, `read` fills a prefix of it, and exactly
      // that prefix is declared initialized.
      unsafe room.withUnsafeMutableBufferPointer { buffer, initialized in
        do {
          let free = UnsafeMutableRawBufferPointer(buffer)
          let end = Swift.min(initialized + limit, free.count)
          let count = try unsafe read(into: .init(rebasing: free[initialized..<end]))
          initialized += count
          result = .success(count)
        } catch {
          result = .failure((error as? Errno) ?? .ioError)
        }
      }
    }
    return try result.get()
  }

  /// Whether a read would return at once: with bytes, at the end, or with an error.
  var isReadyToRead: Bool {
    var request = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
    // Safe: one entry is given and one is announced.
    return unsafe poll(&request, 1, 0) != 0
  }

  /// The size of a regular file in bytes; `nil` for pipes, terminals and devices.
  var regularFileSize: Int? {
    get throws(Errno) {
      let info = try stat()
      return switch info.type {
      case .regular: Int(info.size)
      case .directory: throw .isDirectory
      default: nil
      }
    }
  }
}

extension FileDescriptor {
  /// Waits until a write would not block.
  func waitUntilWritable() {
    var request = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    // Safe: one entry is given and one is announced.
    _ = unsafe poll(&request, 1, -1)
  }
}
