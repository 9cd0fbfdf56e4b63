// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CVectorKernel.h"

#include <math.h>
#include <string.h>

/// Marks of a word's ends; no letter has these numbers.
enum { FIRST = 1, LAST = 2 };

/// Spreads a hash evenly over some rows.
static inline uint32_t spread(uint32_t hash, uint32_t rows) {
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  hash ^= hash >> 12;
  hash *= 0x297A2D39u;
  hash ^= hash >> 15;
  return (uint32_t)((uint64_t)hash * rows >> 32);
}

static int32_t runs(const uint16_t *letters, size_t count, uint32_t seed, uint32_t first_row,
                    uint32_t row_count, uint32_t *rows) {
  uint16_t marked[NSK_EMBEDDED_LETTERS + 2];
  if (count == 0) return 0;
  if (count > NSK_EMBEDDED_LETTERS) count = NSK_EMBEDDED_LETTERS;
  marked[0] = FIRST;
  memcpy(marked + 1, letters, count * sizeof *letters);
  marked[count + 1] = LAST;
  const size_t end = count + 2;
  int32_t written = 0;
  for (size_t start = 0; start < end; start++) {
    uint32_t hash = seed;
    for (size_t length = 1; length <= 4 && start + length <= end; length++) {
      const uint16_t letter = marked[start + length - 1];
      hash = (hash ^ letter) * 0x9E3779B1u;
      hash ^= hash >> 13;
      // A mark alone says nothing.
      if (length == 1 && letter <= LAST) continue;
      rows[written++] = first_row + spread(hash, row_count);
    }
  }
  return written;
}

int32_t nsk_word_rows(const uint16_t *roman, size_t roman_count, const uint16_t *letters,
                      size_t letter_count, uint8_t alphabet, uint32_t shared_rows,
                      uint32_t native_rows, uint32_t *rows) {
  const int32_t shared = runs(roman, roman_count, 0x2545F491u, 0, shared_rows, rows);
  const uint32_t seed = 0x9747B28Cu + alphabet * 0x85EBCA6Bu;
  return shared + runs(letters, letter_count, seed, shared_rows, native_rows, rows + shared);
}

void nsk_embed(const int8_t *table, const uint32_t *rows, int32_t count, int8_t *vector) {
  // NSK_MOST_ROWS rows of at most 127 stay within 16 bits.
  int16_t sum[NSK_DIMENSIONS] = {0};
  for (int32_t row = 0; row < count; row++) {
    __builtin_prefetch(table + (size_t)rows[row] * NSK_DIMENSIONS);
  }
  for (int32_t row = 0; row < count; row++) {
    const int8_t *numbers = table + (size_t)rows[row] * NSK_DIMENSIONS;
    for (int place = 0; place < NSK_DIMENSIONS; place++) sum[place] += numbers[place];
  }
  int64_t square = 0;
  for (int place = 0; place < NSK_DIMENSIONS; place++) square += sum[place] * sum[place];
  if (square == 0) {
    memset(vector, 0, NSK_DIMENSIONS);
    return;
  }
  const double scale = NSK_QUERY_SCALE / sqrt((double)square);
  for (int place = 0; place < NSK_DIMENSIONS; place++) {
    const double number = sum[place] * scale;
    const int32_t rounded = (int32_t)(number < 0 ? number - 0.5 : number + 0.5);
    vector[place] = (int8_t)(rounded > 127 ? 127 : rounded < -127 ? -127 : rounded);
  }
}

int32_t nsk_product(const int8_t *left, const int8_t *right) {
  int32_t sum = 0;
  for (int place = 0; place < NSK_DIMENSIONS; place++) sum += (int16_t)left[place] * (int16_t)right[place];
  return sum;
}

void nsk_store(const int8_t *vector, uint8_t *block, int32_t place) {
  for (int number = 0; number < NSK_DIMENSIONS; number++) {
    const int32_t scaled = vector[number] * NSK_STORED_SCALE;
    int32_t rounded = (scaled + (scaled < 0 ? -1 : 1) * NSK_QUERY_SCALE / 2) / NSK_QUERY_SCALE;
    rounded = rounded > 63 ? 63 : rounded < -63 ? -63 : rounded;
    block[(number / 4) * 4 * NSK_BLOCK_VECTORS + place * 4 + number % 4] =
        (uint8_t)(rounded + NSK_STORED_ZERO);
  }
}
