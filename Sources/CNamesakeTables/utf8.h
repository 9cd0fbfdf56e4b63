// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// UTF-8, one scalar at a time.
#ifndef NAMESAKE_UTF8_H
#define NAMESAKE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The loop is made several times, for several rules and processors: each gets its own copy.
#define ALWAYS static inline __attribute__((always_inline))

ALWAYS uint64_t load8(const uint8_t *from) {
  uint64_t word;
  memcpy(&word, from, 8);
  return word;
}

ALWAYS uint32_t load4(const uint8_t *from) {
  uint32_t word;
  memcpy(&word, from, 4);
  return word;
}

ALWAYS void store8(uint8_t *to, uint64_t word) { memcpy(to, &word, 8); }

ALWAYS void store4(uint8_t *to, uint32_t word) { memcpy(to, &word, 4); }

ALWAYS bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The scalar that three bytes spell, loaded with the first of them lowest.
ALWAYS uint32_t scalar_of_three(uint32_t word) {
  return (word & 0x0F) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F);
}

/// Whether a scalar of 16 bits may be spelled with three bytes: it needs them, and it is no
/// surrogate.
ALWAYS bool is_three_byte(uint32_t scalar) {
  return scalar - 0x800 < 0xD800 - 0x800 || scalar >= 0xE000;
}

/// Decodes one scalar of more than one byte; 0 when it is ill-formed.
ALWAYS uint32_t decode(const uint8_t *at, uint32_t *scalar) {
  uint8_t lead = at[0];
  if (lead >= 0xE0 && lead < 0xF0) {
    *scalar = (uint32_t)(lead & 0x0F) << 12 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    return is_trail(at[1]) && is_trail(at[2]) && is_three_byte(*scalar) ? 3 : 0;
  }
  if (lead < 0xE0) {
    *scalar = (uint32_t)(lead & 0x1F) << 6 | (at[1] & 0x3F);
    return lead >= 0xC2 && is_trail(at[1]) ? 2 : 0;
  }
  *scalar = (uint32_t)(lead & 7) << 18 | (uint32_t)(at[1] & 0x3F) << 12 |
            (uint32_t)(at[2] & 0x3F) << 6 | (at[3] & 0x3F);
  bool valid = lead <= 0xF4 && is_trail(at[1]) && is_trail(at[2]) && is_trail(at[3]) &&
               *scalar >= 0x10000 && *scalar <= 0x10FFFF;
  return valid ? 4 : 0;
}

ALWAYS uint32_t length_of(uint8_t lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

#endif
