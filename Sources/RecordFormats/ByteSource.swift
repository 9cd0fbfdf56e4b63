// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import SystemPackage

/// A file or standard input, read forward in chunks, unpacked on the way.
///
/// gzip and Zstandard are told by their first bytes, not by a name, so they work on standard input
/// too; any number of members or frames may follow each other. A UTF-8 byte order mark at the very
/// start is dropped.
package struct ByteSource: ~Copyable {
  /// The path as it was given; `-` for standard input.
  package let name: String
  package let path: FilePath?
  /// The size of a regular file in bytes, still packed.
  ///
  /// `nil` for pipes and terminals.
  package let totalBytes: Int?
  /// How many bytes were read so far, still packed.
  ///
  /// With ``totalBytes`` it tells the progress.
  package private(set) var consumedBytes = 0

  private let descriptor: FileDescriptor
  private let chunkSize: Int
  private var unpacker: Unpacker?
  /// Packed bytes that were read and not unpacked yet start at `packedPosition`.
  private var packed: [UInt8] = []
  private var packedPosition = 0
  private var hasStarted = false
  private var hasEnded = false
  private var isInMemory = false
  /// Found after good bytes that had to be delivered first.
  private var pending: RecordError?

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: a file that can be read, or `-`.
  ///   - chunkSize: how many bytes one ``read(into:)`` gives at most (the first may give 4).
  /// - Throws: `.cannotOpen`, for a folder too.
  package init(_ path: FilePath, chunkSize: Int = 1 << 20) throws(RecordError) {
    name = path.string
    self.chunkSize = max(chunkSize, 1)
    self.path = path == "-" ? nil : path
    (descriptor, totalBytes) = try Self.open(path)
  }

  /// Gives bytes that are in memory already, as they are.
  ///
  /// - Parameters:
  ///   - bytes: The input.
  ///   - name: What it is called in messages.
  package init(_ bytes: [UInt8], name: String) {
    self.name = name
    chunkSize = 1 << 20
    path = nil
    totalBytes = bytes.count
    // Never read: what is in memory is all there is.
    descriptor = .standardInput
    packed = bytes
    hasStarted = true
    isInMemory = true
  }

  private static func open(
    _ path: FilePath
  ) throws(RecordError) -> (descriptor: FileDescriptor, size: Int?) {
    let descriptor: FileDescriptor
    do {
      descriptor = path == "-" ? .standardInput : try .open(path, .readOnly)
    } catch {
      throw RecordError(.cannotOpen, at: path.string, doing: "open", error)
    }
    do {
      return (descriptor, try descriptor.regularFileSize)
    } catch {
      if path != "-" { try? descriptor.close() }
      throw RecordError(.cannotOpen, at: path.string, doing: "read", error)
    }
  }

  deinit {
    // Standard input is not ours to close.
    if path != nil { try? descriptor.close() }
  }

  /// Whether the next ``read(into:)`` gives something without waiting for another program.
  package var isReady: Bool {
    totalBytes != nil || hasEnded || packedPosition < packed.count || descriptor.isReadyToRead
  }

  /// Appends the next bytes to `output`: at least one, at most the chunk size; none at the end.
  ///
  /// - Returns: how many bytes were appended.
  /// - Throws: `.cannotRead`, or `.damagedCompression` after all good bytes were delivered.
  package mutating func read(into output: inout [UInt8]) throws(RecordError) -> Int {
    if let pending { throw pending }
    guard !hasEnded else { return 0 }
    let start = output.count
    do {
      if hasStarted {
        try readOn(limit: chunkSize, &output)
      } else {
        hasStarted = true
        try readStart(&output)
      }
    } catch {
      guard output.count > start else { throw error }
      pending = error
    }
    return output.count - start
  }

  /// The first read: tells the packing and drops the byte order mark.
  private mutating func readStart(_ output: inout [UInt8]) throws(RecordError) {
    while packed.count < Packing.magicLength, try readPacked() {}
    switch Packing(packed.span) {
    case .plain: break
    case .gzip: unpacker = GzipUnpacker().map(Unpacker.gzip)
    case .zstd: unpacker = ZstdUnpacker().map(Unpacker.zstd)
    }
    if case .plain = Packing(packed.span) {
    } else if unpacker == nil {
      throw RecordError(.noMemory, at: name, "there is no memory for unpacking")
    }
    let start = output.count
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    while output.count - start < mark.count {
      let before = output.count
      try readOn(limit: max(chunkSize, Packing.magicLength) - (before - start), &output)
      if output.count == before { break }
    }
    if output[start...].starts(with: mark) {
      output.removeSubrange(start..<start + mark.count)
      // Nothing but the mark must not look like the end.
      if output.count == start { try readOn(limit: chunkSize, &output) }
    }
  }

  /// Appends at least one byte unless the input is at its end.
  private mutating func readOn(limit: Int, _ output: inout [UInt8]) throws(RecordError) {
    guard let unpacker else {
      try readPlain(limit: limit, &output)
      return
    }
    let start = output.count
    while true {
      var position = packedPosition
      let step = unpacker.unpack(
        packed.span, position: &position, limit: limit - (output.count - start),
        appendingTo: &output)
      packedPosition = position
      switch step {
      case .isFull: return
      case .damaged(let problem): throw damage(problem)
      case .needsInput:
        if output.count > start { return }
        guard try readPacked() else {
          hasEnded = true
          if unpacker.isBetweenMembers { return }
          throw damage("the compressed data ends early")
        }
      }
    }
  }

  private mutating func readPlain(limit: Int, _ output: inout [UInt8]) throws(RecordError) {
    if packedPosition < packed.count {
      let end = min(packed.count, packedPosition + limit)
      output.append(copying: packed.span.extracting(packedPosition..<end))
      packedPosition = end
      return
    }
    let count = isInMemory ? 0 : try readDescriptor(limit: limit, &output)
    consumedBytes += count
    if count == 0 { hasEnded = true }
  }

  /// Refills `packed`.
  ///
  /// False at the end of the input.
  private mutating func readPacked() throws(RecordError) -> Bool {
    if packedPosition == packed.count {
      packed.removeAll(keepingCapacity: true)
      packedPosition = 0
    }
    // Packed bytes grow when they are unpacked, so smaller steps are enough.
    // Taken out, because the array and the source cannot be changed at the same time.
    var packed: [UInt8] = []
    swap(&packed, &self.packed)
    defer { swap(&packed, &self.packed) }
    let count = try readDescriptor(limit: max(chunkSize / 4, 16), &packed)
    consumedBytes += count
    return count > 0
  }

  private func readDescriptor(
    limit: Int, _ output: inout [UInt8]
  ) throws(RecordError) -> Int {
    do {
      return try descriptor.read(atMost: limit, appendingTo: &output)
    } catch {
      throw RecordError(.cannotRead, at: name, doing: "read", error)
    }
  }

  private func damage(_ problem: String) -> RecordError {
    RecordError(
      .damagedCompression, at: name, problem,
      advice: "what came before it was used; get the file again for the rest")
  }
}

extension ByteSource {
  /// Appends everything up to the end, for inputs that are one record as a whole.
  package mutating func readToEnd(into output: inout [UInt8]) throws(RecordError) {
    if let totalBytes { output.reserveCapacity(output.count + totalBytes) }
    while try read(into: &output) > 0 {}
  }
}
