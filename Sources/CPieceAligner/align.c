// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CPieceAligner.h"

#include <string.h>

/// Marks that stand in place of a gram: on its own, and which lengths it pairs with.
enum { ALONE = 0, LENGTHS = 1 };
enum { UNREACHED = -(1 << 28) };
/// How far behind a way may fall, in units: words that are one name never come near it.
enum { BEAM = 14 * NSK_SCORE_UNIT };

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

void nsk_word_prepare(const nsk_piece_table *table, int side, const uint16_t *letters, int count,
                      nsk_word *word) {
  if (count > NSK_WORD_LETTERS - 1) count = NSK_WORD_LETTERS - 1;
  const int longest = table->longest[side];
  memcpy(word->letters, letters, (size_t)count * sizeof *letters);
  word->letters[count++] = NSK_WORD_END;
  word->count = count;
  for (int place = 0; place < count; place++) {
    for (int length = 1; length <= longest && place + length <= count; length++) {
      uint32_t gram = nsk_gram_hash(side, word->letters + place, length);
      word->grams[length - 1][place] = gram;
      uint32_t lengths = side ? payload(table, LENGTHS, gram) : payload(table, gram, LENGTHS);
      word->masks[length - 1][place] = (uint8_t)lengths;
    }
    uint32_t gram = word->grams[0][place];
    uint32_t alone = side ? payload(table, ALONE, gram) : payload(table, gram, ALONE);
    word->gap[place] = (int16_t)(alone ? (int32_t)alone - 2048 : table->gap);
  }
}

static inline void raise(int32_t *cell, int32_t value) {
  if (value > *cell) *cell = value;
}

/// Follows the pieces that begin with the run of `extra` + 1 letters at place i.
#define RAISE_BY_GRAMS(extra, row)                                                              \
  for (uint32_t lengths = first->masks[extra][i]; lengths != 0; lengths &= lengths - 1) {       \
    const int b = __builtin_ctz(lengths);                                                       \
    if (b >= room) break;                                                                       \
    if (!(second->masks[b][j] >> (extra) & 1)) continue;                                        \
    const uint32_t found = payload(table, first->grams[extra][i], second->grams[b][j]);         \
    if (found != 0) raise(&(row)[j + b + 1], value + (int32_t)found - 2048);                    \
  }

int32_t nsk_align(const nsk_piece_table *table, const nsk_word *first, const nsk_word *second) {
  int32_t rows[4][NSK_WORD_LETTERS + 1];
  const int m = first->count, n = second->count;
  // Grams longer than the table's were not prepared; no mask asks for them.
  for (int j = 0; j <= n; j++) rows[0][j] = rows[1][j] = rows[2][j] = UNREACHED;
  int32_t *here = rows[0], *next = rows[1], *after = rows[2], *third = rows[3];
  here[0] = 0;
  for (int i = 0;; i++) {
    int32_t best = here[0];
    for (int j = 1; j <= n; j++) best = here[j] > best ? here[j] : best;
    for (int j = 0; j <= n; j++) third[j] = UNREACHED;
    for (int j = 0; j <= n; j++) {
      const int32_t value = here[j];
      if (value < best - BEAM && i < m) continue;
      if (j < n) raise(&here[j + 1], value + second->gap[j]);
      if (i == m) continue;
      raise(&next[j], value + first->gap[i]);
      if (j == n) continue;
      const int room = n - j;
      int isPaired = 0;
      for (uint32_t lengths = first->masks[0][i]; lengths != 0; lengths &= lengths - 1) {
        const int b = __builtin_ctz(lengths);
        if (b >= room) break;
        if (!(second->masks[b][j] & 1)) continue;
        const uint32_t found = payload(table, first->grams[0][i], second->grams[b][j]);
        if (found == 0) continue;
        raise(&next[j + b + 1], value + (int32_t)found - 2048);
        if (b == 0) isPaired = 1;
      }
      if (!isPaired && table->identity && first->letters[i] == second->letters[j])
        raise(&next[j + 1], value + table->identity);
      if (i + 1 == m) continue;
      RAISE_BY_GRAMS(1, after);
      if (i + 3 == m && table->longest[0] > 2) RAISE_BY_GRAMS(2, third);
    }
    if (i == m) return here[n];
    int32_t *spent = here;
    here = next;
    next = after;
    after = third;
    third = spent;
  }
}
