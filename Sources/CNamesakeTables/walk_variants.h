// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// The walk in two variants with the same output: `nsk_walk_run` chooses.
#ifndef NAMESAKE_WALK_VARIANTS_H
#define NAMESAKE_WALK_VARIANTS_H

#include "walk.h"

/// For every processor, and wherever segments are recorded.
void nsk_walk_run_portable(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                           size_t limit, uint8_t *output, size_t capacity, nsk_segment *segments,
                           nsk_walk *walk);

/// With blocks of 32 bytes, for x86-64 with AVX2 and BMI2; records no segments.
void nsk_walk_run_wide(const nsk_mapping *mapping, nsk_ascii_rule rule, const uint8_t *input,
                       size_t limit, uint8_t *output, size_t capacity, nsk_walk *walk);

#endif
