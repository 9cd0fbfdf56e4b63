// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// A plain thread that runs one closure.
struct WorkerThread: ~Copyable {
  private let thread: pthread_t

  /// Carries the closure over the C border.
  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts the thread.
  ///
  /// - Throws: `.noThread` when the system gives none.
  init(_ body: @escaping @Sendable () -> Void) throws(RecordError) {
    var thread = pthread_t()
    // Safe: the reference is retained here and released exactly once, by the new thread, or below
    // when there is none.
    let start = unsafe Unmanaged.passRetained(Start(body))
    let status = unsafe pthread_create(
      &thread, nil,
      { pointer in
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue().body()
        }
        return nil
      }, start.toOpaque())
    guard status == 0 else {
      unsafe start.release()
      throw RecordError(
        .noThread, at: "threads", "no thread could be started", advice: "use fewer --threads")
    }
    self.thread = thread
  }

  /// Waits until the closure has returned.
  consuming func join() {
    pthread_join(thread, nil)
  }
}
