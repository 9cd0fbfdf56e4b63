// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// Which code walks over the plain characters; all give the same bytes.
package enum MappingKernel: Sendable {
  /// The fastest that the processor has.
  case fastest
  /// The one that runs on every processor.
  case portable

  /// Whether the processor has a faster one than the portable.
  package static var hasBlocks: Bool { nsk_walk_has_blocks() }

  /// The kernel's own name of the choice.
  var choice: nsk_kernel {
    switch self {
    case .fastest: NSK_KERNEL_FASTEST
    case .portable: NSK_KERNEL_PORTABLE
    }
  }
}
