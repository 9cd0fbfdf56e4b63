// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "walk.h"

#include "walk_variants.h"

bool nsk_walk_has_blocks(void) {
#ifdef __x86_64__
  // The first two Zen generations have BMI2's bit gathering in microcode, slower than any loop.
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
         !__builtin_cpu_is("znver1") && !__builtin_cpu_is("znver2");
#else
  return false;
#endif
}

void nsk_walk_run(nsk_kernel kernel, nsk_mapping mapping, nsk_ascii_rule rule,
                  const uint8_t *input, size_t limit, uint8_t *output, size_t capacity,
                  nsk_segment *segments, nsk_walk *walk) {
#ifdef __x86_64__
  if (kernel == NSK_KERNEL_FASTEST && segments == NULL && nsk_walk_has_blocks()) {
    nsk_walk_run_wide(&mapping, rule, input, limit, output, capacity, walk);
    return;
  }
#endif
  nsk_walk_run_portable(&mapping, rule, input, limit, output, capacity, segments, walk);
}
