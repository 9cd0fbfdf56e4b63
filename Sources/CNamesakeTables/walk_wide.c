// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#ifdef __x86_64__
// Before the attribute: the compiler's own functions have theirs.
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))), \
                             apply_to = function)

#include "block.h"
#include "walk_loop.h"
#include "walk_variants.h"

void nsk_walk_run_wide(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                       size_t limit, uint8_t *output, size_t capacity, nsk_walk *walk) {
#define RUN(RULE)                                                                        \
  case RULE:                                                                             \
    run(mapping, RULE, take_block, input, limit, output, capacity, NULL, false, walk);   \
    break;
  switch (rule) {
    RUN(NSK_ASCII_COPIES)
    RUN(NSK_ASCII_FOLDS)
    RUN(NSK_ASCII_KEYS)
  }
#undef RUN
}

#pragma clang attribute pop
#endif
