// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#ifndef NSK_DISTANCE_LANES_H
#define NSK_DISTANCE_LANES_H

// Many short patterns against one text at a time: the patterns lie side by side in the lanes of wide
// registers, a letter of a pattern a bit, so that one pass over the text serves all of them.
// The kernels are the bit-parallel ones of StringDistance; only the machine word is a lane.

#include <stddef.h>
#include <stdint.h>

enum {
  /// Bytes of a row of lanes: two AVX2 registers, so that one computes while the other waits.
  NSK_LANE_BYTES = 64,
  /// Letters of the longest text; the caller compares longer ones by itself.
  NSK_LANE_TEXT = 255,
  /// Letters of a page of the map from letters to rows.
  NSK_LANE_PAGE = 256,
  /// The row that holds a bit for every letter of every pattern.
  NSK_LANE_PLACES = 1,
};

typedef enum {
  NSK_LANE_LEVENSHTEIN,
  NSK_LANE_OPTIMAL_ALIGNMENT,
  NSK_LANE_INDEL,
  NSK_LANE_JARO,
  NSK_LANE_JARO_WINKLER,
} nsk_lane_metric;

/// Patterns that share a row of lanes.
typedef struct {
  /// Bits of a lane, 8, 16, 32 or 64: at least the letters of the longest pattern.
  uint32_t bits;
  /// Patterns, at most NSK_LANE_BYTES * 8 / bits.
  uint32_t count;
  /// Place of the first one in `lengths` and `places`.
  uint32_t first;
  /// Letters of the shortest and the longest pattern.
  uint32_t shortest, longest;
} nsk_lane_group;

/// Patterns made ready.
typedef struct {
  const nsk_lane_group *groups;
  uint32_t group_count;
  /// Rows in the table of a group; row 0 is of letters that no pattern has,
  /// row NSK_LANE_PLACES of none.
  uint32_t row_count;
  /// For group g and row r, NSK_LANE_BYTES bytes at (g * row_count + r) * NSK_LANE_BYTES, aligned to
  /// as many: bit i of lane l says whether letter i of pattern l is the row's letter.
  const uint8_t *masks;
  /// Letters of every pattern, groups one after another.
  const uint32_t *lengths;
  /// The row of the result that belongs to every pattern.
  const uint32_t *places;
  /// Page of a letter by letter / NSK_LANE_PAGE, for all of Unicode; page 0 is of rows 0.
  const uint16_t *pages;
  /// Rows by page and letter % NSK_LANE_PAGE.
  const uint16_t *page_rows;
} nsk_lane_patterns;

/// Texts one after another: text i is the letters from starts[i] up to starts[i + 1].
typedef struct {
  const uint32_t *letters;
  const uint32_t *starts;
  uint32_t count;
} nsk_lane_texts;

/// Writes the normalized similarity, 0...1, of every pattern p and text t to
/// scores[places[p] * stride + t]; 0 where it is below `cutoff`. Texts of more than NSK_LANE_TEXT
/// letters are left out. Uses AVX2 where the machine has it.
void nsk_lanes_score(const nsk_lane_patterns *patterns, nsk_lane_metric metric,
                     const nsk_lane_texts *texts, double cutoff, float *scores, size_t stride);

/// The same on any machine; for tests.
void nsk_lanes_score_portable(const nsk_lane_patterns *patterns, nsk_lane_metric metric,
                              const nsk_lane_texts *texts, double cutoff, float *scores,
                              size_t stride);

#endif
