// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CDistanceLanes.h"

#if defined(__x86_64__)
void nsk_lanes_score_avx2(const nsk_lane_patterns *patterns, nsk_lane_metric metric,
                          const nsk_lane_texts *texts, double cutoff, float *scores, size_t stride);
#endif

void nsk_lanes_score(const nsk_lane_patterns *patterns, nsk_lane_metric metric,
                     const nsk_lane_texts *texts, double cutoff, float *scores, size_t stride) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    nsk_lanes_score_avx2(patterns, metric, texts, cutoff, scores, stride);
    return;
  }
#endif
  nsk_lanes_score_portable(patterns, metric, texts, cutoff, scores, stride);
}
