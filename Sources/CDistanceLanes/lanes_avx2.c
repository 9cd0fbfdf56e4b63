// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2"))), apply_to = function)
#define LANE_MATRIX nsk_lanes_score_avx2
#include "lane_matrix.h"
#pragma clang attribute pop
#endif
