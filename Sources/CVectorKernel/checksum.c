// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CVectorKernel.h"

#include <string.h>

/// Lanes that are summed side by side, and the bytes of a step.
enum { LANES = 32, STEP = LANES * 8 };

/// Multiplier of a multiply-with-carry step (George Marsaglia): each step of a lane loses nothing
/// of what one byte can change.
static const uint64_t MULTIPLIER = 4294957665u;

static uint64_t finish(const uint64_t *lanes, const uint8_t *rest, size_t rest_count,
                       size_t count) {
  uint64_t sum = count;
  for (int lane = 0; lane < LANES; lane++) {
    sum = (sum ^ lanes[lane]) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
  }
  for (size_t place = 0; place < rest_count; place++) {
    sum = (sum ^ rest[place]) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
  }
  return sum;
}

uint64_t nsk_checksum_plain(const uint8_t *bytes, size_t count) {
  uint64_t lanes[LANES];
  for (int lane = 0; lane < LANES; lane++) lanes[lane] = (uint64_t)lane + 1;
  const size_t whole = count / STEP * STEP;
  for (size_t place = 0; place < whole; place += STEP) {
    for (int lane = 0; lane < LANES; lane++) {
      uint64_t word;
      memcpy(&word, bytes + place + 8 * lane, 8);
      word ^= lanes[lane];
      lanes[lane] = (uint32_t)word * MULTIPLIER + (word >> 32);
    }
  }
  return finish(lanes, bytes + whole, count - whole, count);
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static uint64_t checksum_avx2(const uint8_t *bytes, size_t count) {
  uint64_t lanes[LANES];
  for (int lane = 0; lane < LANES; lane++) lanes[lane] = (uint64_t)lane + 1;
  __m256i sums[LANES / 4];
  for (int four = 0; four < LANES / 4; four++) {
    sums[four] = _mm256_loadu_si256((const __m256i *)(lanes + 4 * four));
  }
  const __m256i multiplier = _mm256_set1_epi64x((int64_t)MULTIPLIER);
  const size_t whole = count / STEP * STEP;
  for (size_t place = 0; place < whole; place += STEP) {
#pragma clang loop unroll(full)
    for (int four = 0; four < LANES / 4; four++) {
      const __m256i word = _mm256_xor_si256(
          sums[four], _mm256_loadu_si256((const __m256i *)(bytes + place + 32 * four)));
      sums[four] =
          _mm256_add_epi64(_mm256_mul_epu32(word, multiplier), _mm256_srli_epi64(word, 32));
    }
  }
  for (int four = 0; four < LANES / 4; four++) {
    _mm256_storeu_si256((__m256i *)(lanes + 4 * four), sums[four]);
  }
  return finish(lanes, bytes + whole, count - whole, count);
}

uint64_t nsk_checksum(const uint8_t *bytes, size_t count) {
  if (__builtin_cpu_supports("avx2")) return checksum_avx2(bytes, count);
  return nsk_checksum_plain(bytes, count);
}
#else
uint64_t nsk_checksum(const uint8_t *bytes, size_t count) {
  return nsk_checksum_plain(bytes, count);
}
#endif
