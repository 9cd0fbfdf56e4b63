// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Namesake

/// How a call ended, as C sees it.
enum Status {
  static let done: Int32 = 0
  static let badArgument: Int32 = 1
  static let cannotRead: Int32 = 2
  static let cannotWrite: Int32 = 3
}

/// Why a call could not be done.
struct Refusal: Error {
  var status: Int32
  var message: String

  /// An argument that makes no sense.
  static func argument(_ message: String) -> Refusal {
    Refusal(status: Status.badArgument, message: message)
  }

  /// An index that cannot be opened or written.
  init(_ error: IndexError, _ status: Int32) {
    self.init(status: status, message: String(describing: error))
  }

  init(status: Int32, message: String) {
    self.status = status
    self.message = message
  }
}
