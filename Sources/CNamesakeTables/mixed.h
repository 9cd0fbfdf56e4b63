// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Scalars of one and two bytes, a block of sixteen bytes in one step.
#ifndef NAMESAKE_MIXED_H
#define NAMESAKE_MIXED_H

#include "ascii.h"
#include "entry.h"

typedef uint16_t words16 __attribute__((ext_vector_type(16)));

/// Takes the first `taken` scalars of a block of one- and two-byte scalars, whose first bytes
/// `starts` marks. No choice depends on their lengths, so that mixed lengths cost no wrong guesses.
/// Returns the bytes taken, or 0 when one of them is special.
ALWAYS size_t take_mixed(const nsk_mapping *mapping, const uint8_t *at, bytes16 block,
                         uint32_t starts, uint32_t taken, bool has_spaces, uint8_t *output,
                         size_t *written, uint64_t *last) {
  bytes16 following;
  memcpy(&following, at + 1, 16);
  words16 first = __builtin_convertvector(block, words16);
  words16 second = __builtin_convertvector(following, words16);
  words16 pair = (first & 0x1F) << 6 | (second & 0x3F);
  words16 is_pair = (words16)(first >= 0xC0);
  words16 scalars = (is_pair & pair) | (~is_pair & first);
  uint16_t values[16];
  memcpy(values, &scalars, 32);
  uint64_t entry = 0;
  uint64_t special = 0;
  size_t to = *written;
  for (uint32_t i = 0; i < taken; ++i) {
    // The first 32 blocks lie in order: no index for one- and two-byte scalars.
    entry = mapping->entries[values[__builtin_ctz(starts)]];
    starts &= starts - 1;
    special |= entry;
    store8(output + to, entry >> 8);
    to += entry & 7;
  }
  if (special & 0xF8) return 0;
  // Two spaces may meet where something between them goes.
  if (has_spaces && (special & fact_deleted)) return 0;
  *written = to;
  *last = entry;
  return starts ? (size_t)__builtin_ctz(starts) : 16;
}

/// Takes the scalars of a block when all have one or two bytes and none is special. Returns the
/// bytes taken, or 0.
ALWAYS size_t take_mixed_block(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *at,
                               bytes16 block, uint32_t spaces, bool after_space, uint8_t *output,
                               size_t *written, uint64_t *last) {
  const bool collapses = rule == NSK_ASCII_KEYS;
  uint32_t high = mask((bytes16)(block >= 0x80));
  uint32_t leads = mask((bytes16)((bytes16)(block - 0xC2) < 0x1E));
  uint32_t trails = mask((bytes16)((block & 0xC0) == 0x80));
  uint32_t refused = (high ^ (leads | trails)) | ((leads << 1 & 0xFFFF) ^ trails);
  if (rule == NSK_ASCII_FOLDS) refused |= mask((bytes16)(block == 'I'));
  // Spaces run together; an apostrophe goes, and what stands around it may be spaces.
  if (collapses) {
    refused |= (spaces | mask((bytes16)(block == '\''))) & (spaces << 1 | after_space);
  }
  if (refused != 0) return 0;
  uint32_t starts = ~trails & 0xFFFF;
  bool has_spaces = collapses && (spaces | after_space);
  // Sixteen bytes hold at least eight of them.
  bool is_sparse = __builtin_popcount(leads) <= 4;
  return is_sparse
             ? take_mixed(mapping, at, block, starts, 12, has_spaces, output, written, last)
             : take_mixed(mapping, at, block, starts, 8, has_spaces, output, written, last);
}

#endif
