// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Runs of three-byte scalars.
#ifndef NAMESAKE_TRIPLES_H
#define NAMESAKE_TRIPLES_H

#include "entry.h"

/// Takes three-byte scalars while none of them is special. Returns the bytes taken.
ALWAYS size_t take_triples(const nsk_mapping *mapping, const uint8_t *at, size_t room,
                           uint8_t *output, size_t *written, uint64_t *last) {
  // In registers: for all the compiler knows, the output overwrites the mapping.
  const uint16_t *index = mapping->index;
  const uint64_t *entries = mapping->entries;
  size_t taken = 0;
  size_t to = *written;
  while (taken < room) {
    uint32_t word = load4(at + taken);
    if ((word & 0xC0C0F0) != 0x8080E0) {
      // A word's end: one space, and the next word of the same kind.
      if ((word & 0xF0FF) != 0xE020 || to == *written || output[to - 1] == 0x20) break;
      output[to++] = 0x20;
      *last = ascii_letter;
      ++taken;
      continue;
    }
    uint32_t scalar = scalar_of_three(word);
    if (!is_three_byte(scalar)) break;
    uint64_t entry = entries[(size_t)index[scalar >> 6] << 6 | (scalar & 63)];
    uint32_t count = entry & 15;
    if (count == entry_overflow) break;
    if (entry & (entry_flags | fact_replaces | fact_deleted)) {
      if (entry & (entry_flags & ~entry_context)) break;
      if (entry & entry_context) {
        if (!stands_alone(entry, *last)) break;
        entry |= *last & fact_forward;
      }
      if (replaces_vowel(entry, *last)) {
        // The vowel may stand before what this call wrote.
        if (to == *written) break;
        --to;
      }
      if (count == 0 && !(entry & fact_replaces)) entry |= *last & fact_carries;
    }
    bool stays = count == entry_identity;
    store8(output + to, stays ? word : entry >> 8);
    to += stays ? 3 : count;
    *last = entry;
    taken += 3;
  }
  *written = to;
  return taken;
}

#endif
