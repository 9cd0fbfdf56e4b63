// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "walk.h"

#include <string.h>

// Vector types of the compiler, not of a CPU: SSE2 on x86-64, NEON on arm64.
typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
typedef uint16_t words16 __attribute__((ext_vector_type(16)));
typedef bool bits16 __attribute__((ext_vector_type(16)));

// Bits of an entry; `MappingEntry` in TableForge writes them.
enum {
  entry_composes = 1 << 4,
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

#define ALWAYS static inline __attribute__((always_inline))

/// One bit a byte, first byte lowest.
ALWAYS uint32_t mask(bytes16 truth) {
  bits16 bits = __builtin_convertvector(truth, bits16);
  uint16_t result;
  memcpy(&result, &bits, 2);
  return result;
}

ALWAYS bytes16 select(bytes16 condition, bytes16 yes, bytes16 no) {
  return (condition & yes) | (~condition & no);
}

/// Maps sixteen ASCII bytes and tells which bytes must not be taken so.
ALWAYS bytes16 map_ascii(bytes16 bytes, nsk_ascii_rule rule, bool after_space, uint32_t *stops,
                         uint32_t *space_mask) {
  *space_mask = 0;
  *stops = mask((bytes16)(bytes >= 0x80));
  if (rule == NSK_ASCII_COPIES) return bytes;
  bytes16 mapped = bytes | ((bytes16)((bytes16)(bytes - 'A') < 26) & 0x20);
  if (rule == NSK_ASCII_FOLDS) {
    *stops |= mask((bytes16)(bytes == 'I'));
    return mapped;
  }
  bytes16 spaces = (bytes16)(bytes <= 0x20) | (bytes16)(bytes == 0x7F);
  uint32_t at = mask(spaces);
  *space_mask = at;
  *stops |= mask((bytes16)(bytes == '\'') | (bytes16)(bytes == '`'));
  *stops |= at & (at << 1 | (after_space ? 1 : 0));
  return select(spaces, (bytes16)(0x20), mapped);
}

ALWAYS uint64_t entry_of(const nsk_mapping *mapping, uint32_t scalar) {
  return mapping->entries[(size_t)mapping->index[scalar >> 6] << 6 | (scalar & 63)];
}

ALWAYS uint64_t load8(const uint8_t *from) {
  uint64_t word;
  memcpy(&word, from, 8);
  return word;
}

ALWAYS void store8(uint8_t *to, uint64_t word) { memcpy(to, &word, 8); }

ALWAYS bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// Decodes one scalar of more than one byte; 0 when it is ill-formed.
ALWAYS uint32_t decode(const uint8_t *at, uint32_t *scalar) {
  uint8_t lead = at[0];
  if (lead >= 0xE0 && lead < 0xF0) {
    *scalar = (uint32_t)(lead & 0x0F) << 12 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    bool valid = is_trail(at[1]) & is_trail(at[2]) & (*scalar >= 0x800) &
                 ((*scalar & 0xF800) != 0xD800);
    return valid ? 3 : 0;
  }
  if (lead < 0xE0) {
    *scalar = (uint32_t)(lead & 0x1F) << 6 | (at[1] & 0x3F);
    return lead >= 0xC2 && is_trail(at[1]) ? 2 : 0;
  }
  *scalar = (uint32_t)(lead & 7) << 18 | (uint32_t)(at[1] & 0x3F) << 12 |
            (uint32_t)(at[2] & 0x3F) << 6 | (at[3] & 0x3F);
  bool valid = lead <= 0xF4 && is_trail(at[1]) && is_trail(at[2]) && is_trail(at[3]) &&
               *scalar >= 0x10000 && *scalar <= 0x10FFFF;
  return valid ? 4 : 0;
}

ALWAYS uint32_t length_of(uint8_t lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
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

/// Adds a run, joining it to a direct run that ends where it begins.
static void record(nsk_segment *segments, nsk_walk *walk, size_t output, size_t output_count,
                   size_t input, size_t input_count, bool is_direct) {
  if (output_count == 0) return;
  nsk_segment *last = segments + walk->segment_count - 1;
  if (is_direct && walk->segment_count > 0 && last->is_direct &&
      last->output + last->output_count == output && last->input + last->input_count == input) {
    last->output_count += (uint32_t)output_count;
    last->input_count += (uint32_t)input_count;
    return;
  }
  segments[walk->segment_count++] =
      (nsk_segment){(uint32_t)output, (uint32_t)output_count, (uint32_t)input,
                    (uint32_t)input_count, is_direct};
}

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

/// Takes three-byte scalars while none of them is special. Returns the bytes taken.
ALWAYS size_t take_triples(const nsk_mapping *mapping, const uint8_t *at, size_t room,
                           uint8_t *output, size_t *written, uint64_t *last) {
  size_t taken = 0;
  size_t to = *written;
  while (taken < room) {
    uint32_t word;
    memcpy(&word, at + taken, 4);
    if ((word & 0xC0C0F0) != 0x8080E0) {
      // A word's end: one space, and the next word of the same kind.
      if ((word & 0xF0FF) != 0xE020 || to == *written || output[to - 1] == 0x20) break;
      output[to++] = 0x20;
      *last = ascii_letter;
      ++taken;
      continue;
    }
    uint32_t scalar = (word & 0x0F) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F);
    if (scalar < 0x800 || (scalar & 0xF800) == 0xD800) break;
    uint64_t entry = entry_of(mapping, scalar);
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

/// The loop, made once for each rule and with and without recording.
ALWAYS void run(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                size_t limit, uint8_t *output, size_t capacity, nsk_segment *segments,
                bool records, nsk_walk *walk) {
  const bool collapses = rule == NSK_ASCII_KEYS;
  const size_t start = walk->position;
  size_t position = start;
  size_t written = 0;
  bool after_space = walk->after_space;
  ptrdiff_t syllable_end = walk->syllable_end;
  uint64_t last = walk->last_entry;

  while (position < limit) {
    bytes16 block;
    memcpy(&block, input + position, 16);
    uint32_t stops, spaces;
    bytes16 mapped = map_ascii(block, rule, collapses && after_space, &stops, &spaces);
    // A whole block at once: the next step then does not wait for this one's count.
    if (stops == 0 && limit - position >= 16) {
      memcpy(output + written, &mapped, 16);
      if (records) record(segments, walk, written, 16, position - start, 16, true);
      position += 16;
      written += 16;
      last = ascii_letter;
      if (collapses) after_space = spaces >> 15;
      continue;
    }
    if (!records && limit - position >= 16) {
      uint32_t high = mask((bytes16)(block >= 0x80));
      uint32_t leads = mask((bytes16)((bytes16)(block - 0xC2) < 0x1E));
      uint32_t trails = mask((bytes16)((block & 0xC0) == 0x80));
      uint32_t refused = (high ^ (leads | trails)) | ((leads << 1 & 0xFFFF) ^ trails);
      if (rule == NSK_ASCII_FOLDS) refused |= mask((bytes16)(block == 'I'));
      // Spaces run together; an apostrophe goes, and what stands around it may be spaces.
      if (collapses) {
        refused |= (spaces | mask((bytes16)(block == '\''))) & (spaces << 1 | after_space);
      }
      if (refused == 0) {
        uint32_t starts = ~trails & 0xFFFF;
        size_t before = written;
        bool has_spaces = collapses && (spaces | after_space);
        // Sixteen bytes hold at least eight of them.
        bool is_sparse = __builtin_popcount(leads) <= 4;
        size_t taken = is_sparse ? take_mixed(mapping, input + position, block, starts, 12,
                                              has_spaces, output, &written, &last)
                                 : take_mixed(mapping, input + position, block, starts, 8,
                                              has_spaces, output, &written, &last);
        if (taken > 0) {
          position += taken;
          if (collapses && written > before) after_space = output[written - 1] == 0x20;
          continue;
        }
      }
    }
    size_t plain = stops ? (size_t)__builtin_ctz(stops) : 16;
    if (plain > 0) {
      if (plain > limit - position) plain = limit - position;
      memcpy(output + written, &mapped, 16);
      if (records) record(segments, walk, written, plain, position - start, plain, true);
      position += plain;
      written += plain;
      last = ascii_letter;
      if (collapses) after_space = spaces >> (plain - 1) & 1;
      if (position >= limit) break;
    }
    // One scalar that is not plain ASCII, and those behind it.
    do {
      uint8_t lead = input[position];
      if (!records && lead >= 0xE0 && lead < 0xF0) {
        size_t before = written;
        size_t taken = take_triples(mapping, input + position, limit - position, output, &written,
                                    &last);
        if (taken > 0) {
          position += taken;
          if (collapses && written > before) after_space = output[written - 1] == 0x20;
          continue;
        }
      }
      uint32_t length = 1;
      uint32_t scalar = lead;
      if (lead >= 0x80) {
        length = decode(input + position, &scalar);
        if (length == 0) goto stopped;
      } else if (rule == NSK_ASCII_FOLDS && lead == 'I') {
        goto stopped;
      }
      uint64_t entry = entry_of(mapping, scalar);
      uint32_t kind = entry & 0xFF;
      uint32_t count = kind & 15;
      size_t before = written;
      if (collapses && after_space && (lead <= 0x20 || (kind & entry_space))) {
        position += length;
        last = 0;
        continue;
      }
      if (__builtin_expect((kind & entry_flags) != 0, 0)) {
        if (kind & entry_context) {
          if (count == 0 && position > start && input[position - 1] < 0x80) {
            // A mark that goes changes nothing on an ASCII letter.
          } else if (!stands_alone(entry, last)) {
            goto stopped;
          } else {
            entry |= last & fact_forward;
          }
        }
                if ((kind & entry_syllable) && syllable_end == (ptrdiff_t)written) {
          output[written++] = 0x20;
        }
      }
      if (__builtin_expect(replaces_vowel(entry, last), 0)) {
        if (written == 0) goto stopped;
        before = --written;
        if (records && --segments[walk->segment_count - 1].output_count == 0) {
          --walk->segment_count;
        }
      }
      if (count == 0 && !(entry & fact_replaces)) entry |= last & fact_carries;
      if (__builtin_expect(count == entry_overflow, 0)) {
        const uint8_t *from = mapping->overflow + (uint32_t)(entry >> 8);
        count = (uint16_t)(entry >> 40);
        if (capacity - written < 4 * (limit - position) + 64 + count) {
          written = before;
          goto stopped;
        }
        memcpy(output + written, from, count);
        last = 0;
      } else {
        uint64_t bytes = entry >> 8;
        if (count == entry_identity) {
          uint32_t sequence;
          memcpy(&sequence, input + position, 4);
          bytes = sequence;
          count = length;
        }
        store8(output + written, bytes);
        last = entry;
      }
      written += count;
      if (kind & entry_syllable) syllable_end = (ptrdiff_t)written;
      if (collapses && count > 0) after_space = output[written - 1] == 0x20;
      if (records) {
        bool is_direct = written - before == length && count == length &&
                         length_of(output[before]) == length;
        record(segments, walk, before, written - before, position - start, length, is_direct);
      }
      position += length;
    } while (position < limit && input[position] >= 0x80);
  }
stopped:
  walk->position = position;
  walk->written = written;
  walk->after_space = after_space;
  walk->syllable_end = syllable_end;
  walk->last_entry = last;
}

/// The same loop, chosen by rule.
ALWAYS void run_rule(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                     size_t limit, uint8_t *output, size_t capacity, nsk_segment *segments,
                     nsk_walk *walk) {
#define RUN(RULE)                                                                            \
  case RULE:                                                                                 \
    if (segments) {                                                                          \
      run(mapping, RULE, input, limit, output, capacity, segments, true, walk);              \
    } else {                                                                                 \
      run(mapping, RULE, input, limit, output, capacity, segments, false, walk);             \
    }                                                                                        \
    break;
  switch (rule) {
    RUN(NSK_ASCII_COPIES)
    RUN(NSK_ASCII_FOLDS)
    RUN(NSK_ASCII_KEYS)
  }
#undef RUN
}

#ifdef __x86_64__
/// The same code for processors since 2013: counting and picking bits is one instruction there.
__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))) static void run_wide(
    const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input, size_t limit,
    uint8_t *output, size_t capacity, nsk_segment *segments, nsk_walk *walk) {
  run_rule(mapping, rule, input, limit, output, capacity, segments, walk);
}
#endif

void nsk_walk_run(nsk_mapping mapping, nsk_ascii_rule rule, const uint8_t *input, size_t limit,
                  uint8_t *output, size_t capacity, nsk_segment *segments, nsk_walk *walk) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    run_wide(&mapping, rule, input, limit, output, capacity, segments, walk);
    return;
  }
#endif
  run_rule(&mapping, rule, input, limit, output, capacity, segments, walk);
}
