// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// What the profiles are measured against.
#ifndef NAMESAKE_RIVALS_H
#define NAMESAKE_RIVALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// ICU's C++ normalizer on UTF-8. Returns the bytes written, negative on failure.
int64_t rival_nfkc_casefold(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);
int64_t rival_nfc(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

/// An ICU transliterator, opened once; NULL when there is none of that name.
void *rival_transliterator(const char *identifier);

/// Runs one over a text of UTF-8, as ICU offers it: through UTF-16.
int64_t rival_transliterate(void *transliterator, const uint8_t *bytes, size_t count,
                            uint8_t *output, size_t capacity);

/// Whether simdutf was there at build time; `fetch-simdutf.sh` brings it.
bool rival_has_simdutf(void);

/// simdutf's checked conversion of UTF-8 to UTF-16. Returns the units written.
size_t rival_simdutf_utf16(const uint8_t *bytes, size_t count, uint16_t *output);

#ifdef __cplusplus
}
#endif

#endif
