// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// The inner loop of text normalization: UTF-8 through a table of scalars, until something needs a
// closer look. It is in C for the steps of 16 and 32 bytes, which Swift's SIMD types do not reach
// without a CPU flag; `MappingWalk` drives it. With `segments` it goes scalar by scalar, which the
// tests hold its blocks against.
#ifndef NAMESAKE_WALK_H
#define NAMESAKE_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What happens to ASCII, sixteen bytes at a time.
typedef enum {
  /// Copied.
  NSK_ASCII_COPIES = 0,
  /// Lower-cased; a capital I is handed to the caller.
  NSK_ASCII_FOLDS = 1,
  /// Lower-cased; apostrophes go, controls are spaces, runs of spaces become one.
  NSK_ASCII_KEYS = 2
} nsk_ascii_rule;

/// Which code runs. All give the same bytes.
typedef enum {
  /// The fastest that the processor has.
  NSK_KERNEL_FASTEST = 0,
  /// The one that runs on every processor.
  NSK_KERNEL_PORTABLE = 1
} nsk_kernel;

/// What the 64 two-byte scalars with one first byte turn into: their two places.
typedef struct {
  uint8_t first[64], second[64];
} nsk_block_page;

/// What blocks know of 64 three-byte scalars that share their first two bytes, a bit for each.
typedef struct {
  /// Stays as it is, whatever stands around it, and no mark of class 10 or more is in it.
  uint64_t stays;
  /// A mark that stays as it is behind a scalar of the first kind: of class 9 or more.
  uint64_t marks;
} nsk_block_group;

/// What blocks of 32 bytes know of a mapping; `BlockTable` in TableForge writes it.
typedef struct {
  /// Pages of the first bytes C2 to DF.
  nsk_block_page pages[30];
  /// A bit for each quarter of a three-byte scalar's first byte, all of which `stays`.
  uint8_t quarters[16];
  /// Groups of all three-byte scalars.
  nsk_block_group groups[1024];
} nsk_block_table;

/// A two-stage table; `ScalarTableBuilder` and `MappingEntry` in TableForge say what is in it.
typedef struct {
  const uint16_t *index;
  const uint64_t *entries;
  const uint8_t *overflow;
  const nsk_block_table *blocks;
} nsk_mapping;

/// A run of output and the input it came from; direct: one scalar each, of equal length.
typedef struct {
  uint32_t output, output_count;
  uint32_t input, input_count;
  uint32_t is_direct;
} nsk_segment;

/// Where the walk stands. The caller keeps it between calls.
typedef struct {
  /// Byte of the input that comes next.
  size_t position;
  /// Bytes written since the call began; the caller sets it to 0.
  size_t written;
  /// Position behind the last syllable, counted like `written`; a negative number for none.
  ptrdiff_t syllable_end;
  /// Entry of the last scalar, 0 for unknown: what a mark must know of what it stands on.
  uint64_t last_entry;
  /// Whether the output is empty or ends in a space.
  bool after_space;
  /// Segments recorded since the call began; the caller sets it to 0.
  uint32_t segment_count;
} nsk_walk;

/// Takes scalars from `walk->position` on until `limit`, or until one that needs a closer look:
/// a mark that may interact with what stands before it, ill-formed bytes, a capital I when
/// folding, no room for a long output.
///
/// `input` must be readable for 16 bytes past `limit` (what lies there is not taken). `capacity`
/// must be at least 4 * (limit - position) + 64. `segments`, when not null, must have room for
/// limit - position + 1; positions in it count like `position - start` and `written`.
void nsk_walk_run(nsk_kernel kernel, nsk_mapping mapping, nsk_ascii_rule rule,
                  const uint8_t *input, size_t limit, uint8_t *output, size_t capacity,
                  nsk_segment *segments, nsk_walk *walk);

/// Whether the processor has code of its own.
bool nsk_walk_has_blocks(void);

#endif
