// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Scalars of two and three bytes that a block maps in place: each turns into as many bytes as it
// has, or fewer. A 0 marks a place that is left out; 0xFF, which no UTF-8 holds, a scalar that is
// none of the block's business.
#ifndef NAMESAKE_BLOCK_LETTERS_H
#define NAMESAKE_BLOCK_LETTERS_H

#include "entry.h"
#include "wide.h"

/// Looks 64 values up: `index` is the four-part index of `page_index`.
ALWAYS bytes32 look_up(const uint8_t page[64], const bytes32 index[4]) {
  return _mm256_or_si256(_mm256_or_si256(_mm256_shuffle_epi8(twice(page), index[0]),
                                         _mm256_shuffle_epi8(twice(page + 16), index[1])),
                         _mm256_or_si256(_mm256_shuffle_epi8(twice(page + 32), index[2]),
                                         _mm256_shuffle_epi8(twice(page + 48), index[3])));
}

/// Maps the scalars of two bytes, whose first bytes `leads` marks: one look at the page of each
/// first byte that occurs. `next` are the bytes one place further on.
ALWAYS bytes32 map_twos(const nsk_block_table *table, const uint8_t *at, bytes32 block,
                        bytes32 next, bytes32 is_lead, uint32_t leads, bytes32 mapped) {
  // At both bytes of a scalar the low bits of the second one.
  bytes32 low = _mm256_and_si256(_mm256_blendv_epi8(block, next, is_lead), all32(0x3F));
  // A shuffle gives 0 where the high bit is set: in all parts but the one that holds the value.
  bytes32 index[4];
  for (int part = 0; part < 4; ++part) {
    index[part] = _mm256_add_epi8(_mm256_xor_si256(low, all32((uint8_t)(part << 4))), all32(0x70));
  }
  bytes32 before = moved_on(block);
  do {
    uint8_t lead = at[first_bit(leads)];
    const nsk_block_page *page = &table->pages[lead - 0xC2];
    bytes32 is_first = equal32(block, lead);
    mapped = _mm256_blendv_epi8(mapped, look_up(page->first, index), is_first);
    mapped = _mm256_blendv_epi8(mapped, look_up(page->second, index), equal32(before, lead));
    leads &= ~mask32(is_first);
  } while (leads);
  return mapped;
}

/// Which of the 64 values a bit is set for, at the first bytes of their scalars.
ALWAYS bytes32 look_up_bits(uint64_t bits, bytes32 byte_index, bytes32 own_bit) {
  bytes32 found = _mm256_shuffle_epi8(_mm256_set1_epi64x((long long)bits), byte_index);
  return _mm256_cmpeq_epi8(_mm256_and_si256(found, own_bit), own_bit);
}

/// Marks the three-byte scalars among `leads` that do not just stay, or are marks that may stand
/// out of order.
///
/// The scripts of first bytes E0 and E1 have few groups of 64 each: one look at each group that
/// occurs. Of the others every scalar is looked at, but where a whole quarter of a first byte's
/// scalars stays, such as all Hangul.
ALWAYS uint32_t find_restless(const nsk_block_table *table, const uint8_t *at, bytes32 block,
                              bytes32 next, bytes32 is_lead, uint32_t length) {
  const bytes32 bits = _mm256_set1_epi64x((long long)0x8040201008040201);
  bytes32 quiet = _mm256_shuffle_epi8(twice(table->quarters), _mm256_and_si256(block, all32(15)));
  bytes32 quarter = _mm256_and_si256(_mm256_srli_epi16(next, 4), all32(3));
  bytes32 is_quiet = _mm256_and_si256(quiet, _mm256_shuffle_epi8(bits, quarter));
  bytes32 is_loud = _mm256_and_si256(
      _mm256_cmpeq_epi8(is_quiet, _mm256_setzero_si256()), is_lead);
  uint32_t loud = mask32(is_loud) & low_bits(length);
  uint32_t restless = 0;
  uint32_t paged = loud & mask32(within(block, 0xE0, 2));
  if (paged) {
    uint32_t all_paged = paged;
    bytes32 last = load32(at + 2);
    bytes32 byte_index = _mm256_and_si256(_mm256_srli_epi16(last, 3), all32(7));
    bytes32 own_bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(last, all32(7)));
    bytes32 stays = _mm256_setzero_si256();
    bytes32 marks = _mm256_setzero_si256();
    do {
      uint32_t place = first_bit(paged);
      uint8_t lead = at[place], second = at[place + 1];
      const nsk_block_group *group = &table->groups[(lead & 0x0F) << 6 | (second & 0x3F)];
      bytes32 is_here = _mm256_and_si256(equal32(block, lead), equal32(next, second));
      bytes32 here_stays = look_up_bits(group->stays, byte_index, own_bit);
      bytes32 here_marks = look_up_bits(group->marks, byte_index, own_bit);
      stays = _mm256_or_si256(stays, _mm256_and_si256(is_here, here_stays));
      marks = _mm256_or_si256(marks, _mm256_and_si256(is_here, here_marks));
      paged &= ~mask32(is_here);
    } while (paged);
    uint32_t quiet_bases = mask32(stays);
    restless = all_paged & ~(quiet_bases | (mask32(marks) & quiet_bases << 3));
    loud &= ~all_paged;
  }
  while (loud) {
    uint32_t place = first_bit(loud);
    uint32_t word = load4(at + place);
    uint64_t stays = table->groups[(word & 0x0F) << 6 | (word >> 8 & 0x3F)].stays;
    restless |= (uint32_t)(~stays >> (word >> 16 & 63) & 1) << place;
    loud &= loud - 1;
  }
  return restless;
}

/// `word` at the three bytes from `place` on.
ALWAYS bytes32 patch(bytes32 bytes, uint32_t place, uint32_t word) {
  const bytes32 places = _mm256_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                                          17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
                                          31);
  bytes32 from = _mm256_sub_epi8(places, all32((uint8_t)place));
  bytes32 spread = _mm256_shuffle_epi8(_mm256_set1_epi32((int)word), from);
  return _mm256_blendv_epi8(bytes, spread, within(from, 0, 3));
}

/// Maps the three-byte scalars that `restless` marks, and marks in `stops` the first that does
/// not fit into its place or needs a closer look.
ALWAYS bytes32 map_threes(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                          size_t start, size_t position, uint32_t restless, bytes32 mapped,
                          uint32_t *stops) {
  // What goes must leave no inherent vowel behind; a key has none.
  const bool removes = rule == NSK_ASCII_KEYS;
  while (restless) {
    uint32_t place = first_bit(restless);
    uint32_t scalar = scalar_of_three(load4(input + position + place));
    uint64_t entry = is_three_byte(scalar) ? entry_of(mapping, scalar) : entry_overflow;
    uint32_t count = entry & 15;
    uint32_t flags = entry & entry_flags;
    bool is_ordered = false;
    if (count == entry_identity && flags == 0 && !(entry & fact_replaces)) {
      is_ordered = true;
    } else if (count == entry_identity && flags == entry_reorders) {
      size_t behind = position + place;
      is_ordered = stands_alone(entry, entry_behind(mapping, input, start, &behind));
    } else if (count <= 3 && (flags == 0 || flags == entry_space) && !(entry & fact_replaces) &&
               (count > 0 || removes)) {
      mapped = patch(mapped, place, (uint32_t)(entry >> 8) & low_bits(8 * count));
      is_ordered = true;
    }
    if (!is_ordered) {
      *stops |= 1u << place;
      return mapped;
    }
    restless &= restless - 1;
  }
  return mapped;
}

#endif
