// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Thirty-two bytes of any mixture of one-, two- and three-byte scalars in one step.
//
// Every scalar is mapped in its place, where it may leave bytes out, and at the end what stays is
// moved together. The work is the same whatever the mixture, so that no choice can be guessed
// wrong; what does not fit into its place ends the step.
#ifndef NAMESAKE_BLOCK_H
#define NAMESAKE_BLOCK_H

#include "block_letters.h"

/// Maps ASCII, and leaves other bytes as they are. `removed` are places that go, `stops` what the
/// block must not take.
ALWAYS bytes32 map_ascii32(bytes32 block, nsk_ascii_rule rule, uint32_t *removed,
                           uint32_t *stops) {
  *removed = 0;
  *stops = 0;
  if (rule == NSK_ASCII_COPIES) return block;
  bytes32 mapped = _mm256_or_si256(block, _mm256_and_si256(within(block, 'A', 26), all32(0x20)));
  if (rule == NSK_ASCII_FOLDS) {
    *stops = mask32(equal32(block, 'I'));
    return mapped;
  }
  bytes32 spaces = _mm256_or_si256(within(block, 0, 0x21), equal32(block, 0x7F));
  *removed = mask32(_mm256_or_si256(equal32(block, '\''), equal32(block, '`')));
  return _mm256_blendv_epi8(mapped, all32(0x20), spaces);
}

/// Length of the whole scalars of at most three bytes at the front of a block, whose first bytes
/// `twos` and `threes` mark.
ALWAYS uint32_t whole_length(uint32_t high, uint32_t twos, uint32_t threes, uint32_t trails,
                             bool *is_cut) {
  uint32_t unfinished = ((twos | threes) & 1u << 31) | (threes & 1u << 30);
  uint32_t length = first_bit(unfinished);
  // What is no such scalar, and trailing bytes that are missing or too many.
  uint32_t wrong = (high ^ (twos | threes | trails)) |
                   (trails ^ (twos << 1 | threes << 1 | threes << 2));
  *is_cut = wrong != 0;
  if (__builtin_expect(wrong != 0, 0)) {
    // The scalar before the first wrong byte may be the one that lacks it.
    uint32_t before = ~trails & low_bits(first_bit(wrong));
    uint32_t end = before ? last_bit(before) : 0;
    if (end < length) length = end;
  }
  return length;
}

/// Takes spaces away where one was written already. `removed` are the places that go anyway.
ALWAYS uint32_t joined_spaces(uint32_t spaces, uint32_t removed, bool after_space) {
  uint64_t gone = removed;
  uint64_t behind = (uint64_t)spaces << 1 | after_space;
  // Adding carries a mark through a run of places that go, to the first that stays.
  behind |= ((behind & gone) + gone) & ~gone;
  return spaces & (uint32_t)behind;
}

/// Takes what it can of the 32 bytes at `position`, which lies behind what is known from `start`
/// on. Reads 4 bytes more. Returns the bytes taken; `is_stopped` when the next scalar is not for
/// a block.
ALWAYS uint32_t take_block(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                           size_t start, size_t position, uint8_t *output, size_t *written,
                           bool *after_space, bool *is_stopped, bool *is_busy) {
  const uint8_t *at = input + position;
  bytes32 block = load32(at);
  uint32_t removed, stops;
  bytes32 mapped = map_ascii32(block, rule, &removed, &stops);
  uint32_t high = mask32(block);
  uint32_t spaces = rule == NSK_ASCII_KEYS ? mask32(equal32(mapped, 0x20)) : 0;
  if ((high | removed | stops | (spaces & (spaces << 1 | *after_space))) == 0) {
    _mm256_storeu_si256((bytes32 *)(output + *written), mapped);
    *written += wide_size;
    *after_space = spaces >> 31;
    *is_stopped = *is_busy = false;
    return wide_size;
  }
  uint32_t length = wide_size;
  *is_stopped = *is_busy = false;
  if (high) {
    bytes32 is_two = within(block, 0xC2, 0x1E);
    bytes32 is_three = equal32(_mm256_and_si256(block, all32(0xF0)), 0xE0);
    uint32_t twos = mask32(is_two);
    uint32_t threes = mask32(is_three);
    uint32_t trails = mask32(_mm256_cmpgt_epi8(all32(0xC0), block));
    length = whole_length(high, twos, threes, trails, is_stopped);
    bytes32 next = load32(at + 1);
    if (threes) {
      uint32_t restless = find_restless(mapping->blocks, at, block, next, is_three, length);
      // Two letters that change, not counting punctuation: the table alone is faster then.
      uint32_t letters = restless & mask32(within(block, 0xE3, 0x0D));
      *is_busy = (letters & (letters - 1)) != 0;
      mapped = map_threes(mapping, rule, input, start, position, restless, mapped, &stops);
    }
    if (twos) mapped = map_twos(mapping->blocks, at, block, next, is_two, twos, mapped);
    if (twos | threes) {
      uint32_t empty = mask32(equal32(mapped, 0)) & high;
      removed |= empty;
      stops |= mask32(equal32(mapped, 0xFF));
      // An inherent vowel must not be forgotten behind what goes.
      if (rule != NSK_ASCII_KEYS) stops |= empty & twos;
    }
  }
  if (__builtin_expect((stops & low_bits(length)) != 0, 0)) {
    length = first_bit(stops);
    *is_stopped = true;
  }
  uint32_t kept = ~removed & low_bits(length);
  if (rule == NSK_ASCII_KEYS) {
    spaces = mask32(equal32(mapped, 0x20));
    kept &= ~joined_spaces(spaces, removed, *after_space);
    if (kept) *after_space = spaces >> last_bit(kept) & 1;
  }
  if (kept == low_bits(length)) {
    _mm256_storeu_si256((bytes32 *)(output + *written), mapped);
    *written += length;
  } else {
    *written += write_kept(mapped, kept, output + *written);
  }
  return length;
}

#endif
