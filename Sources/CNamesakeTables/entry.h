// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Entries of a mapping table and what marks must know of them.
#ifndef NAMESAKE_ENTRY_H
#define NAMESAKE_ENTRY_H

#include "utf8.h"
#include "walk.h"

// Bits of an entry; `MappingEntry` in TableForge writes them.
enum {
  entry_composes = 1 << 4,
  entry_reorders = 1 << 5,
  entry_context = 3 << 4,
  entry_space = 1 << 6,
  entry_syllable = 1 << 7,
  entry_flags = 0xF0,
  entry_identity = 14,
  entry_overflow = 15,
  longest_with_facts = 5,
  longest_inline = 7
};
static const uint64_t fact_forward = 1ull << 56, fact_simple = 1ull << 57,
                      fact_deleted = 1ull << 58, fact_carries = 1ull << 59,
                      fact_replaces = 1ull << 60;

/// What a mark must know of an ASCII character.
static const uint64_t ascii_letter = 1 | 1ull << 56 | 1ull << 57;

ALWAYS uint64_t entry_of(const nsk_mapping *mapping, uint32_t scalar) {
  return mapping->entries[(size_t)mapping->index[scalar >> 6] << 6 | (scalar & 63)];
}

ALWAYS uint32_t class_of(uint64_t entry) { return (uint8_t)(entry >> 48); }

/// Whether an entry takes away the inherent vowel that the output ends in.
ALWAYS bool replaces_vowel(uint64_t entry, uint64_t last) {
  return (entry & fact_replaces) && (last & fact_carries) && (entry & 15) <= longest_with_facts &&
         (last & 15) <= longest_with_facts;
}

ALWAYS bool has_facts(uint64_t entry) {
  uint32_t count = entry & 15;
  return (count > 0 && count <= longest_with_facts) || count == entry_identity;
}

/// Whether a mark leaves everything before it as it is, and it is a mark that stays itself.
ALWAYS bool stands_alone(uint64_t entry, uint64_t last) {
  // A nukta that went hands on what its consonant carries.
  bool is_nukta = (last & 15) == 0 && (last & fact_carries);
  if (!has_facts(last) && !is_nukta) return false;
  // What goes, and what is written in another script, only must not compose.
  if ((entry & 15) == 0 || ((entry & 15) <= longest_with_facts && (entry & fact_replaces))) {
    return !((entry & entry_composes) && (last & fact_forward));
  }
  if (!has_facts(entry) || !(entry & fact_simple)) return false;
  uint32_t own = class_of(entry);
  bool in_order = own == 0 || class_of(last) <= own;
  return in_order && !((entry & entry_composes) && (last & fact_forward));
}

/// The entry of the scalar that ends at `position`, 0 at `start`, where nothing is known. Between
/// the two lies well-formed text.
ALWAYS uint64_t entry_behind(const nsk_mapping *mapping, const uint8_t *input, size_t start,
                             size_t *position) {
  if (*position == start) return 0;
  do --*position;
  while (is_trail(input[*position]));
  uint32_t scalar = input[*position];
  if (scalar >= 0x80) decode(input + *position, &scalar);
  return entry_of(mapping, scalar);
}

/// What a mark at `position` must know of all that stands before it: the entry of the last scalar,
/// which NFC may join to a mark behind it wherever the marks before it allow that.
static inline uint64_t facts_before(const nsk_mapping *mapping, const uint8_t *input,
                                    size_t start, size_t position) {
  // More marks than any text piles up; behind them nothing is known, and the caller looks itself.
  enum { longest_look = 16 };
  uint64_t last = 0;
  uint64_t forward = 0;
  for (int step = 0; step < longest_look; ++step) {
    uint64_t entry = entry_behind(mapping, input, start, &position);
    if (step == 0) last = entry;
    forward |= entry & fact_forward;
    if (!(entry & entry_context)) return last == 0 ? 0 : last | forward;
  }
  return 0;
}

#endif
