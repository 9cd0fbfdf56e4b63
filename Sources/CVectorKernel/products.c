// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CVectorKernel.h"

#include <string.h>

/// What the stored numbers' zero adds to every product.
static int32_t bias(const int8_t *vector) {
  int32_t sum = 0;
  for (int place = 0; place < NSK_DIMENSIONS; place++) sum += vector[place];
  return sum * NSK_STORED_ZERO;
}

void nsk_products_plain(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                        int32_t *products) {
  const int32_t excess = bias(vector);
  for (size_t block = 0; block < block_count; block++, blocks += NSK_BLOCK_BYTES) {
    int32_t sums[NSK_BLOCK_VECTORS] = {0};
    for (int number = 0; number < NSK_DIMENSIONS; number++) {
      const uint8_t *stored = blocks + number / 4 * 4 * NSK_BLOCK_VECTORS + number % 4;
      for (int place = 0; place < NSK_BLOCK_VECTORS; place++) {
        sums[place] += vector[number] * stored[place * 4];
      }
    }
    for (int place = 0; place < NSK_BLOCK_VECTORS; place++) *products++ = sums[place] - excess;
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static void products_avx2(const uint8_t *blocks,
                                                          size_t block_count,
                                                          const int8_t *vector,
                                                          int32_t *products) {
  const __m256i excess = _mm256_set1_epi32(bias(vector));
  const __m256i ones = _mm256_set1_epi16(1);
  int32_t fours[NSK_DIMENSIONS / 4];
  memcpy(fours, vector, sizeof fours);
  for (size_t block = 0; block < block_count; block++, blocks += NSK_BLOCK_BYTES) {
    __m256i sums = _mm256_setzero_si256();
    for (int four = 0; four < NSK_DIMENSIONS / 4; four++) {
      const __m256i stored = _mm256_loadu_si256((const __m256i *)(blocks + 32 * four));
      // At most 2 * 127 * 127, which 16 bits hold.
      const __m256i pairs = _mm256_maddubs_epi16(stored, _mm256_set1_epi32(fours[four]));
      sums = _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, ones));
    }
    _mm256_storeu_si256((__m256i *)(products + block * NSK_BLOCK_VECTORS),
                        _mm256_sub_epi32(sums, excess));
  }
}

void nsk_products(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                  int32_t *products) {
  if (__builtin_cpu_supports("avx2")) {
    products_avx2(blocks, block_count, vector, products);
  } else {
    nsk_products_plain(blocks, block_count, vector, products);
  }
}
#else
void nsk_products(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                  int32_t *products) {
  nsk_products_plain(blocks, block_count, vector, products);
}
#endif
