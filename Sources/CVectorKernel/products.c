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

size_t nsk_products_above_plain(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                                int32_t least, uint32_t first, NskFound *found) {
  size_t count = 0;
  for (size_t block = 0; block < block_count; block++) {
    int32_t products[NSK_BLOCK_VECTORS];
    nsk_products_plain(blocks + block * NSK_BLOCK_BYTES, 1, vector, products);
    for (uint32_t place = 0; place < NSK_BLOCK_VECTORS; place++) {
      if (products[place] < least) continue;
      found[count++] =
          (NskFound){first + (uint32_t)block * NSK_BLOCK_VECTORS + place, products[place]};
    }
  }
  return count;
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

__attribute__((target("avx2"))) static size_t products_above_avx2(
    const uint8_t *blocks, size_t block_count, const int8_t *vector, int32_t least, uint32_t first,
    NskFound *found) {
  enum { AHEAD = 4 };
  // Compared before the excess is taken away.
  const int32_t excess = bias(vector);
  const __m256i below = _mm256_set1_epi32(least + excess - 1);
  const __m256i ones = _mm256_set1_epi16(1);
  int32_t fours[NSK_DIMENSIONS / 4];
  memcpy(fours, vector, sizeof fours);
  size_t count = 0;
  for (size_t block = 0; block < block_count; block++, blocks += NSK_BLOCK_BYTES) {
    // Lists lie on pages of their own, over whose ends the processor does not look by itself.
    for (int line = 0; line < NSK_BLOCK_BYTES; line += 64) {
      __builtin_prefetch(blocks + AHEAD * NSK_BLOCK_BYTES + line);
    }
    __m256i even = _mm256_setzero_si256();
    __m256i odd = _mm256_setzero_si256();
    for (int four = 0; four < NSK_DIMENSIONS / 4; four += 2) {
      const __m256i one = _mm256_loadu_si256((const __m256i *)(blocks + 32 * four));
      const __m256i two = _mm256_loadu_si256((const __m256i *)(blocks + 32 * four + 32));
      even = _mm256_add_epi32(
          even,
          _mm256_madd_epi16(_mm256_maddubs_epi16(one, _mm256_set1_epi32(fours[four])), ones));
      odd = _mm256_add_epi32(
          odd,
          _mm256_madd_epi16(_mm256_maddubs_epi16(two, _mm256_set1_epi32(fours[four + 1])), ones));
    }
    const __m256i sums = _mm256_add_epi32(even, odd);
    const __m256i above = _mm256_cmpgt_epi32(sums, below);
    uint32_t bits = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(above));
    if (bits == 0) continue;
    int32_t products[NSK_BLOCK_VECTORS];
    _mm256_storeu_si256((__m256i *)products, sums);
    for (; bits != 0; bits &= bits - 1) {
      const uint32_t place = (uint32_t)__builtin_ctz(bits);
      found[count++] = (NskFound){first + (uint32_t)block * NSK_BLOCK_VECTORS + place,
                                  products[place] - excess};
    }
  }
  return count;
}

size_t nsk_products_above(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                          int32_t least, uint32_t first, NskFound *found) {
  if (__builtin_cpu_supports("avx2")) {
    return products_above_avx2(blocks, block_count, vector, least, first, found);
  }
  return nsk_products_above_plain(blocks, block_count, vector, least, first, found);
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
size_t nsk_products_above(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                          int32_t least, uint32_t first, NskFound *found) {
  return nsk_products_above_plain(blocks, block_count, vector, least, first, found);
}

void nsk_products(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                  int32_t *products) {
  nsk_products_plain(blocks, block_count, vector, products);
}
#endif

size_t nsk_greatest(const int32_t *numbers, size_t count) {
  size_t best = 0;
  int32_t greatest = INT32_MIN;
  // The greatest first, which is many numbers a step; then where it stands.
  for (size_t place = 0; place < count; place++) {
    greatest = numbers[place] > greatest ? numbers[place] : greatest;
  }
  while (best < count && numbers[best] != greatest) best++;
  return best;
}

int32_t nsk_stored_product(const uint8_t *block, int32_t place, const int8_t *vector) {
  int32_t sum = 0;
  block += place * 4;
  for (int four = 0; four < NSK_DIMENSIONS; four += 4, block += 4 * NSK_BLOCK_VECTORS) {
    for (int number = 0; number < 4; number++) sum += vector[four + number] * block[number];
  }
  return sum - bias(vector);
}

size_t nsk_take_greatest(int32_t *numbers, size_t count, uint32_t *places, size_t wanted) {
  enum { GROUP = 32 };
  // The greatest of each group first: then each step looks at the groups and into one of them.
  int32_t tops[NSK_MOST_NUMBERS / GROUP];
  size_t groups = 0;
  for (size_t first = 0; first < count; first += GROUP) {
    const size_t size = count - first < GROUP ? count - first : GROUP;
    tops[groups++] = numbers[first + nsk_greatest(numbers + first, size)];
  }
  size_t taken = 0;
  for (; taken < wanted && taken < count; taken++) {
    const size_t group = nsk_greatest(tops, groups);
    int32_t *const members = numbers + group * GROUP;
    const size_t size = count - group * GROUP < GROUP ? count - group * GROUP : GROUP;
    const size_t member = nsk_greatest(members, size);
    places[taken] = (uint32_t)(group * GROUP + member);
    members[member] = INT32_MIN;
    tops[group] = members[nsk_greatest(members, size)];
  }
  return taken;
}
