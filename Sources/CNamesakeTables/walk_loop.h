// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// The loop of the walk. Each processor's file includes it and makes its own copies.
#ifndef NAMESAKE_WALK_LOOP_H
#define NAMESAKE_WALK_LOOP_H

#include "ascii.h"
#include "entry.h"
#include "mixed.h"
#include "triples.h"

/// Takes what it can of a block of `block_size` bytes of any mixture; `take_block` in block.h says
/// how.
typedef uint32_t block_step(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                            size_t start, size_t position, uint8_t *output, size_t *written,
                            bool *after_space, bool *is_stopped,
                            bool *is_busy);

enum {
  block_size = 32,
  /// A block that takes fewer bytes before it stops was not worth its set-up.
  worthwhile = 8,
  /// The most steps of the narrow kind after such a block; fewer at first. Text that is rewritten
  /// letter by letter, as romanization does, gains nothing from blocks.
  longest_pause = 32
};

/// Adds a run, joining it to a direct run that ends where it begins.
static inline void record(nsk_segment *segments, nsk_walk *walk, size_t output, size_t output_count,
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

/// The loop, made once for each rule, with and without recording, and, where `step` is not null,
/// with the processor's blocks.
ALWAYS void run(const nsk_mapping *mapping, nsk_ascii_rule rule, block_step *step,
                const uint8_t *input, size_t limit, uint8_t *output, size_t capacity,
                nsk_segment *segments, bool records, nsk_walk *walk) {
  const bool collapses = rule == NSK_ASCII_KEYS;
  const size_t start = walk->position;
  size_t position = start;
  size_t written = 0;
  bool after_space = walk->after_space;
  ptrdiff_t syllable_end = walk->syllable_end;
  uint64_t last = walk->last_entry;
  // Whether a block was taken since `last` was set: it is then looked up when it is needed.
  bool is_behind_block = false;
  uint32_t narrow_steps = 0;
  uint32_t pause = 1;

  while (position < limit) {
    bool is_blocked = false;
    if (step && narrow_steps == 0 && limit - position >= block_size) {
      bool is_busy;
      uint32_t taken = step(mapping, rule, input, start, position, output, &written, &after_space,
                            &is_blocked, &is_busy);
      position += taken;
      is_behind_block |= taken > 0;
      if (is_busy) {
        // Text of this kind stays so: no more blocks in this call.
        narrow_steps = UINT32_MAX;
      } else if (is_blocked && taken >= worthwhile) {
        pause = 1;
      } else if (is_blocked) {
        narrow_steps = pause;
        if (pause < longest_pause) pause *= 2;
      }
      if (!is_blocked) continue;
    }
    if (is_behind_block) {
      last = facts_before(mapping, input, start, position);
      is_behind_block = false;
    }
    if (!is_blocked) {
      if (narrow_steps > 0) --narrow_steps;
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
        size_t before = written;
        size_t taken = take_mixed_block(mapping, rule, input + position, block, spaces, after_space,
                                        output, &written, &last);
        if (taken > 0) {
          position += taken;
          if (collapses && written > before) after_space = output[written - 1] == 0x20;
          continue;
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
    }
    // One scalar that is not plain ASCII, and those behind it unless the next block may take them.
    const bool returns = is_blocked && narrow_steps == 0;
    do {
      uint8_t lead = input[position];
      if (!records && !returns && lead >= 0xE0 && lead < 0xF0) {
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
    } while (position < limit && input[position] >= 0x80 && !returns);
  }
stopped:
  if (is_behind_block) last = facts_before(mapping, input, start, position);
  walk->position = position;
  walk->written = written;
  walk->after_space = after_space;
  walk->syllable_end = syllable_end;
  walk->last_entry = last;
}

#endif
