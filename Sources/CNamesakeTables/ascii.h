// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Sixteen bytes of ASCII in one step.
#ifndef NAMESAKE_ASCII_H
#define NAMESAKE_ASCII_H

#include "utf8.h"
#include "walk.h"

// Vector types of the compiler, not of a CPU: SSE2 on x86-64, NEON on arm64.
typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
typedef uint16_t words16 __attribute__((ext_vector_type(16)));
typedef bool bits16 __attribute__((ext_vector_type(16)));

/// One bit a byte, first byte lowest.
ALWAYS uint32_t mask(bytes16 truth) {
  bits16 bits = __builtin_convertvector(truth, bits16);
  uint16_t result;
  memcpy(&result, &bits, 2);
  return result;
}

ALWAYS bytes16 choose(bytes16 condition, bytes16 yes, bytes16 no) {
  return (condition & yes) | (~condition & no);
}

/// Maps sixteen ASCII bytes and tells which bytes must not be taken so.
ALWAYS bytes16 map_ascii(bytes16 bytes, nsk_ascii_rule rule, bool after_space, uint32_t *stops,
                         uint32_t *space_mask) {
  *space_mask = 0;
  *stops = mask((bytes16)(bytes >= 0x80));
  if (rule == NSK_ASCII_COPIES) return bytes;
  bytes16 mapped = bytes | ((bytes16)((bytes16)(bytes - 'A') < 26) & 0x20);
  if (rule == NSK_ASCII_FOLDS) {
    *stops |= mask((bytes16)(bytes == 'I'));
    return mapped;
  }
  bytes16 spaces = (bytes16)(bytes <= 0x20) | (bytes16)(bytes == 0x7F);
  uint32_t at = mask(spaces);
  *space_mask = at;
  *stops |= mask((bytes16)(bytes == '\'') | (bytes16)(bytes == '`'));
  *stops |= at & (at << 1 | (after_space ? 1 : 0));
  return choose(spaces, (bytes16)(0x20), mapped);
}

#endif
