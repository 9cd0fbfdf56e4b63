// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "walk_loop.h"
#include "walk_variants.h"

void nsk_walk_run_portable(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                           size_t limit, uint8_t *output, size_t capacity, nsk_segment *segments,
                           nsk_walk *walk) {
#define RUN(RULE)                                                                             \
  case RULE:                                                                                  \
    if (segments) {                                                                           \
      run(mapping, RULE, NULL, input, limit, output, capacity, segments, true, walk);         \
    } else {                                                                                  \
      run(mapping, RULE, NULL, input, limit, output, capacity, NULL, false, walk);            \
    }                                                                                         \
    break;
  switch (rule) {
    RUN(NSK_ASCII_COPIES)
    RUN(NSK_ASCII_FOLDS)
    RUN(NSK_ASCII_KEYS)
  }
#undef RUN
}
