// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeICU

extension ICU {
  /// An opened ICU transform, such as "Any-Latin; Latin-ASCII" or "Russian-Latin/BGN".
  ///
  /// Opening costs about 0.1 ms and a transform is not safe to share between threads: open one for
  /// each worker and keep it.
  @safe
  public final class Transform {
    private let handle: UnsafeMutableRawPointer

    /// Opens a transform.
    ///
    /// The result is nil when ICU has no such transform.
    ///
    /// - Parameter identifier: An ICU transform id.
    public init?(_ identifier: String) {
      guard let opened = unsafe nsk_transform_open(identifier) else { return nil }
      unsafe handle = opened
    }

    /// Ids of the single transforms that ICU has, in ICU's order.
    ///
    /// They can be joined by `;`, and a filter such as `[:Cyrl:]` may stand before one.
    public static var identifiers: [String] {
      var found: [String] = []
      unsafe withUnsafeMutablePointer(to: &found) { list in
        unsafe nsk_transform_ids(list) { context, identifier in
          guard let context = unsafe context, let identifier = unsafe identifier else { return }
          unsafe context.assumingMemoryBound(to: [String].self).pointee
            .append(String(cString: identifier))
        }
      }
      return found
    }

    deinit { unsafe nsk_transform_close(handle) }

    /// Transforms UTF-8.
    ///
    /// - Complexity: O(*n*) for the usual transforms, at about 1 MB/s.
    public func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
      let result = unsafe ICU.filled(atLeast: bytes.count * 4 + 64) { output, capacity in
        unsafe nsk_transform(handle, bytes, bytes.count, output, capacity)
      }
      return result ?? bytes
    }
  }
}
