// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CPieceAligner.h"

#include <string.h>

/// Marks that stand in place of a gram: on its own, and which lengths it pairs with.
enum { ALONE = 0, LENGTHS = 1 };
enum { UNREACHED = -(1 << 28) };
/// How far behind a way may fall, in units. Of 1,000 pairs of one name in Russian and English this
/// takes away 0.3 % of the scores' sum; comparison's area under the curve falls by less than .001.
enum { BEAM = 10 * NSK_SCORE_UNIT };
/// Nats that a letter adds, at most, to words that are one name.
enum { MOST_A_LETTER = 3 * NSK_SCORE_UNIT };

uint32_t nsk_gram_hash(int side, const uint16_t *letters, int length) {
  uint32_t hash = side ? 0x9747B28Cu : 0x2545F491u;
  for (int index = 0; index < length; index++) hash = (hash ^ letters[index]) * 0x85EBCA6Bu;
  hash ^= hash >> 15;
  // 0 and 1 are the marks.
  return hash < 2 ? hash + 2 : hash;
}

uint64_t nsk_piece_hash(uint32_t first, uint32_t second) {
  return ((uint64_t)first << 32 | second) * 0x9E3779B97F4A7C15u;
}

/// The payload of a piece, or 0.
static inline uint32_t payload(const nsk_piece_table *table, uint32_t first, uint32_t second) {
  uint64_t hash = nsk_piece_hash(first, second);
  uint32_t tag = (uint32_t)(hash >> 20) & 0xFFFFF;
  uint32_t mask = (1u << table->bits) - 1;
  for (uint32_t slot = (uint32_t)(hash >> (64 - table->bits));; slot = (slot + 1) & mask) {
    uint32_t value = table->slots[slot];
    if (value == 0) return 0;
    if (value >> 12 == tag) return value & 0xFFF;
  }
}

typedef uint32_t four __attribute__((vector_size(16), aligned(4)));

/// Score of a piece plus 2048, or 0.
///
/// Which slots of a chain are taken can't be foretold, so eight are looked at in one go; that a
/// slot behind the chain's end has the tag by chance is as rare as within the chain.
static inline uint32_t piece(const nsk_piece_table *table, uint32_t first, uint32_t second) {
  const uint64_t hash = nsk_piece_hash(first, second);
  const uint32_t slot = (uint32_t)(hash >> (64 - table->bits));
  const uint32_t tag = (uint32_t)(hash >> 20) & 0xFFFFF;
  if (slot + 8 > 1u << table->bits) return payload(table, first, second);
  const four left = *(const four *)(table->slots + slot);
  const four right = *(const four *)(table->slots + slot + 4);
  const four both = (left & (four)(left >> 12 == tag)) | (right & (four)(right >> 12 == tag));
  const uint32_t found = both[0] | both[1] | both[2] | both[3];
  const four empty = (four)(left == 0) | (four)(right == 0);
  if (__builtin_expect((found | empty[0] | empty[1] | empty[2] | empty[3]) == 0, 0))
    return payload(table, first, second);
  return found & 0xFFF;
}

uint32_t nsk_piece_payload(const nsk_piece_table *table, uint32_t first, uint32_t second) {
  return payload(table, first, second);
}

void nsk_word_prepare(const nsk_piece_table *table, int side, const uint16_t *letters, int count,
                      nsk_word *word) {
  if (count > NSK_WORD_LETTERS - 1) count = NSK_WORD_LETTERS - 1;
  const int longest = table->longest[side];
  memcpy(word->letters, letters, (size_t)count * sizeof *letters);
  word->letters[count++] = NSK_WORD_END;
  word->count = count;
  memset(word->turned, 0, sizeof word->turned);
  for (int place = 0; place < count; place++) {
    for (int length = 1; length <= longest && place + length <= count; length++) {
      uint32_t gram = nsk_gram_hash(side, word->letters + place, length);
      word->grams[length - 1][place] = gram;
      uint32_t lengths = side ? piece(table, LENGTHS, gram) : piece(table, gram, LENGTHS);
      word->masks[length - 1][place] = (uint8_t)lengths;
      for (int other = 0; other < NSK_FIRST_LETTERS; other++)
        word->turned[other][place] |= (uint8_t)((lengths >> other & 1) << (length - 1));
    }
    uint32_t gram = word->grams[0][place];
    uint32_t alone = side ? piece(table, ALONE, gram) : piece(table, gram, ALONE);
    word->gap[place] = (int16_t)(alone ? (int32_t)alone - 2048 : table->gap);
  }
}

static inline void raise(int32_t *cell, int32_t value) {
  *cell = value > *cell ? value : *cell;
}

/// Follows the pieces that begin with the run of `extra` + 1 letters at place i.
static inline void follow(const nsk_piece_table *table, const nsk_word *first,
                          const nsk_word *second, int extra, int i, int j, int32_t value,
                          int32_t *row) {
  const uint32_t room = (1u << (second->count - j)) - 1;
  const uint32_t gram = first->grams[extra][i];
  for (uint32_t lengths = first->masks[extra][i] & second->turned[extra][j] & room; lengths != 0;
       lengths &= lengths - 1) {
    const int b = __builtin_ctz(lengths);
    const uint32_t found = piece(table, gram, second->grams[b][j]);
    raise(&row[j + b + 1], found ? value + (int32_t)found - 2048 : UNREACHED);
  }
}

int32_t nsk_align(const nsk_piece_table *table, const nsk_word *first, const nsk_word *second) {
  int32_t rows[4][NSK_WORD_LETTERS + 1];
  const int m = first->count, n = second->count;
  for (int j = 0; j <= n; j++) rows[0][j] = rows[1][j] = rows[2][j] = UNREACHED;
  int32_t *here = rows[0], *next = rows[1], *after = rows[2], *third = rows[3];
  here[0] = 0;
  for (int i = 0;; i++) {
    int32_t best = here[0];
    for (int j = 1; j <= n; j++) best = here[j] > best ? here[j] : best;
    if (i < m && best > UNREACHED / 2 && best + (m - i) * MOST_A_LETTER < NSK_HOPELESS)
      return NSK_HOPELESS;
    for (int j = 0; j <= n; j++) third[j] = UNREACHED;
    for (int j = 0; j <= n; j++) {
      const int32_t value = here[j];
      if (value < best - BEAM && i < m) continue;
      if (j < n) raise(&here[j + 1], value + second->gap[j]);
      if (i == m) continue;
      raise(&next[j], value + first->gap[i]);
      if (j == n) continue;
      // Equal letters fit unless the table says otherwise.
      const int is_same = table->identity && first->letters[i] == second->letters[j];
      uint32_t lengths = first->masks[0][i] & second->turned[0][j];
      if (lengths & 1) {
        const uint32_t found = piece(table, first->grams[0][i], second->grams[0][j]);
        const int32_t otherwise = is_same ? value + table->identity : UNREACHED;
        raise(&next[j + 1], found ? value + (int32_t)found - 2048 : otherwise);
      } else if (is_same) {
        raise(&next[j + 1], value + table->identity);
      }
      lengths &= ((1u << (n - j)) - 1) & ~1u;
      for (; lengths != 0; lengths &= lengths - 1) {
        const int b = __builtin_ctz(lengths);
        const uint32_t found = piece(table, first->grams[0][i], second->grams[b][j]);
        raise(&next[j + b + 1], found ? value + (int32_t)found - 2048 : UNREACHED);
      }
      if (i + 1 == m) continue;
      follow(table, first, second, 1, i, j, value, after);
      if (i + 3 == m && table->longest[0] > 2) follow(table, first, second, 2, i, j, value, third);
    }
    if (i == m) return here[n];
    int32_t *spent = here;
    here = next;
    next = after;
    after = third;
    third = spent;
  }
}
