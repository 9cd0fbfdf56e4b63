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

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Where a letter stands among up to 64 letters: bit i for place i.
///
/// `letters` are `sixteens` times sixteen; those that fill the last up must be no letters. Comparing
/// all places is quicker than making a table of them for one text.
static inline uint64_t nsk_letter_places(const uint32_t *letters, int sixteens, uint32_t letter) {
  uint64_t places = 0;
#ifdef __SSE2__
  const __m128i wanted = _mm_set1_epi32((int)letter);
  for (int part = 0; part < sixteens; part++) {
    const __m128i *four = (const __m128i *)(letters + part * 16);
    const __m128i a = _mm_cmpeq_epi32(_mm_loadu_si128(four), wanted);
    const __m128i b = _mm_cmpeq_epi32(_mm_loadu_si128(four + 1), wanted);
    const __m128i c = _mm_cmpeq_epi32(_mm_loadu_si128(four + 2), wanted);
    const __m128i d = _mm_cmpeq_epi32(_mm_loadu_si128(four + 3), wanted);
    const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(a, b), _mm_packs_epi32(c, d));
    places |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (part * 16);
  }
#else
  for (int place = 0; place < sixteens * 16; place++)
    places |= (uint64_t)(letters[place] == letter) << place;
#endif
  return places;
}

#endif
