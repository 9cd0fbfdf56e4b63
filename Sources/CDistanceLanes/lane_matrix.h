// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Every pattern against every text. Included by one file for each kind of machine, which defines
// LANE_MATRIX, the name of the function.

#include <string.h>

#include "CDistanceLanes.h"

/// Groups that one pass over the texts serves: their tables stay in the nearest cache.
enum { GROUPS_A_PASS = 4 };

// From counts to similarities, in double precision so that the results are those of the kernels that
// take one text at a time. A lane without a pattern has length 0 and a score nobody reads.

static inline __attribute__((always_inline)) void finish_edits(int lanes, int count,
                                                               const uint32_t *lengths,
                                                               const int32_t *distances,
                                                               float *scores) {
  for (int lane = 0; lane < lanes; lane++) {
    int32_t length = (int32_t)lengths[lane];
    int32_t longer = length > count ? length : count;
    longer += longer == 0;
    scores[lane] = (float)(1.0 - (double)distances[lane] / (double)longer);
  }
}

static inline __attribute__((always_inline)) void finish_subsequences(int lanes, int count,
                                                                      const uint32_t *lengths,
                                                                      const int32_t *common,
                                                                      float *scores) {
  for (int lane = 0; lane < lanes; lane++) {
    int32_t both = (int32_t)lengths[lane] + count;
    int32_t distance = both - 2 * common[lane];
    both += both == 0;
    scores[lane] = (float)(1.0 - (double)distance / (double)both);
  }
}

static inline __attribute__((always_inline)) void finish_matches(
    int lanes, int count, const uint32_t *lengths, const int32_t *common, const int32_t *moved,
    const int32_t *prefix, int winkler, float *scores) {
  for (int lane = 0; lane < lanes; lane++) {
    int32_t length = (int32_t)lengths[lane];
    double letters = (double)common[lane];
    double in_order = (double)(common[lane] - moved[lane] / 2);
    double sum = letters / (double)length + letters / (double)count + in_order / letters;
    double jaro = common[lane] ? sum / 3.0 : (length + count == 0 ? 1.0 : 0.0);
    double raised = jaro + (double)prefix[lane] * 0.1 * (1.0 - jaro);
    scores[lane] = (float)(winkler && jaro > 0.7 ? raised : jaro);
  }
}

#define LANE_BITS 8
#include "lane_kernels.h"
#define LANE_BITS 16
#include "lane_kernels.h"
#define LANE_BITS 32
#include "lane_kernels.h"
#define LANE_BITS 64
#include "lane_kernels.h"

/// What no pattern of a group can exceed with a text of that length.
static double best_score(const nsk_lane_group *group, int count, nsk_lane_metric metric) {
  double text = (double)count;
  double shorter, longer;
  if (count > (int)group->longest) {
    shorter = group->longest;
    longer = text;
  } else if (count < (int)group->shortest) {
    shorter = text;
    longer = group->shortest;
  } else {
    return 1.0;
  }
  double jaro = (2.0 + shorter / longer) / 3.0;
  switch (metric) {
    case NSK_LANE_LEVENSHTEIN:
    case NSK_LANE_OPTIMAL_ALIGNMENT: return shorter / longer;
    case NSK_LANE_INDEL: return 2.0 * shorter / (shorter + longer);
    case NSK_LANE_JARO: return jaro;
    case NSK_LANE_JARO_WINKLER: return jaro + 0.4 * (1.0 - jaro);
  }
}

void LANE_MATRIX(const nsk_lane_patterns *patterns, nsk_lane_metric metric,
                 const nsk_lane_texts *texts, double cutoff, float *scores, size_t stride) {
  // Sums of fractions may be off by their last bits.
  const double slack = 1e-9;
  const size_t table_bytes = (size_t)patterns->row_count * NSK_LANE_BYTES;
  for (uint32_t pass = 0; pass < patterns->group_count; pass += GROUPS_A_PASS) {
    uint32_t end = pass + GROUPS_A_PASS;
    if (end > patterns->group_count) end = patterns->group_count;
    for (uint32_t text = 0; text < texts->count; text++) {
      const uint32_t *letters = texts->letters + texts->starts[text];
      uint32_t count = texts->starts[text + 1] - texts->starts[text];
      if (count > NSK_LANE_TEXT) continue;
      uint16_t rows[NSK_LANE_TEXT + 1];
      for (uint32_t j = 0; j < count; j++) {
        uint32_t page = patterns->pages[letters[j] / NSK_LANE_PAGE];
        rows[j] = patterns->page_rows[page * NSK_LANE_PAGE + letters[j] % NSK_LANE_PAGE];
      }
      for (uint32_t place = pass; place < end; place++) {
        const nsk_lane_group *group = &patterns->groups[place];
        const uint32_t *places = patterns->places + group->first;
        if (cutoff > 0 && best_score(group, (int)count, metric) + slack < cutoff) {
          for (uint32_t lane = 0; lane < group->count; lane++) scores[places[lane] * stride + text] = 0;
          continue;
        }
        const uint8_t *masks = patterns->masks + place * table_bytes;
        const uint32_t *lengths = patterns->lengths + group->first;
        float found[NSK_LANE_BYTES];
        // Whole registers of the finish; no row has fewer lanes.
        const int lanes = (int)(group->count + 7) & ~7;
        switch (group->bits) {
          case 8: score8(masks, lanes, rows, (int)count, metric, lengths, found); break;
          case 16: score16(masks, lanes, rows, (int)count, metric, lengths, found); break;
          case 32: score32(masks, lanes, rows, (int)count, metric, lengths, found); break;
          default: score64(masks, lanes, rows, (int)count, metric, lengths, found); break;
        }
        const float least = (float)cutoff;
        for (uint32_t lane = 0; lane < group->count; lane++) {
          scores[places[lane] * stride + text] = found[lane] < least ? 0 : found[lane];
        }
      }
    }
  }
}
