// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Thirty-two bytes as one vector, on x86-64 with AVX2.
#ifndef NAMESAKE_WIDE_H
#define NAMESAKE_WIDE_H

#include <immintrin.h>

#include "utf8.h"

enum { wide_size = 32 };

typedef __m256i bytes32;

ALWAYS bytes32 load32(const uint8_t *from) { return _mm256_loadu_si256((const bytes32 *)from); }

ALWAYS bytes32 all32(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

/// The same sixteen bytes in both halves: what a shuffle looks up in.
ALWAYS bytes32 twice(const uint8_t *from) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)from));
}

/// One bit a byte, first byte lowest.
ALWAYS uint32_t mask32(bytes32 truth) { return (uint32_t)_mm256_movemask_epi8(truth); }

ALWAYS bytes32 equal32(bytes32 bytes, uint8_t value) {
  return _mm256_cmpeq_epi8(bytes, all32(value));
}

/// Where a byte is one of the `count` values from `first` on.
ALWAYS bytes32 within(bytes32 bytes, uint8_t first, uint8_t count) {
  bytes32 moved = _mm256_sub_epi8(bytes, all32(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(moved, all32(count - 1)), moved);
}

/// The bytes moved one place on, with 0 in the first.
ALWAYS bytes32 moved_on(bytes32 bytes) {
  return _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(bytes, bytes, 0x08), 15);
}

/// The lowest `count` bits.
ALWAYS uint32_t low_bits(uint32_t count) { return _bzhi_u32(~0u, count); }

/// Place of the lowest bit, 32 for none.
ALWAYS uint32_t first_bit(uint32_t bits) { return _tzcnt_u32(bits); }

/// Place of the highest bit; there must be one.
ALWAYS uint32_t last_bit(uint32_t bits) { return 31 - _lzcnt_u32(bits); }

/// Writes the bytes that `keep` marks one behind the other; may write 8 bytes more.
ALWAYS size_t write_kept(bytes32 bytes, uint32_t keep, uint8_t *output) {
  uint64_t words[4] = {
      (uint64_t)_mm256_extract_epi64(bytes, 0), (uint64_t)_mm256_extract_epi64(bytes, 1),
      (uint64_t)_mm256_extract_epi64(bytes, 2), (uint64_t)_mm256_extract_epi64(bytes, 3)};
  size_t written = 0;
  for (int part = 0; part < 4; ++part) {
    uint32_t kept = keep >> (8 * part) & 0xFF;
    uint64_t chosen = _pdep_u64(kept, 0x0101010101010101) * 0xFF;
    store8(output + written, _pext_u64(words[part], chosen));
    written += (size_t)_mm_popcnt_u32(kept);
  }
  return written;
}

#endif
