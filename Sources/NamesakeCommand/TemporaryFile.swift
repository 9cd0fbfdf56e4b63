// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import RecordFormats

/// A file in a folder of its own, removed with this value.
struct TemporaryFile: ~Copyable {
  let path: String
  private let folder: String

  /// Makes the folder where the environment wants temporary files.
  ///
  /// - Throws: When it cannot be made.
  init() throws(RecordError) {
    // The pointer lives as long as the environment, which this program does not change.
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/namesake-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw RecordError(
        .cannotWrite, at: parent, "no folder can be made there",
        advice: "set TMPDIR to a folder that can be written")
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = "\(folder)/file"
  }

  /// Size of the file in bytes, 0 while it is not there.
  var size: Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_size : 0
  }

  deinit {
    unsafe unlink(path)
    unsafe rmdir(folder)
  }
}
