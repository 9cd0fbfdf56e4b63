// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// The kernels for lanes of LANE_BITS bits; included once for every width. Names of vectors are those
// of the papers that StringDistance's files name.

#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define NAMED(name) JOIN(name, LANE_BITS)
#define LANE JOIN(JOIN(uint, LANE_BITS), _t)
#define SIGNED_LANE JOIN(JOIN(int, LANE_BITS), _t)
#define LANES (NSK_LANE_BYTES * 8 / LANE_BITS)
#define WINDOW NAMED(lane_window)
#define ROW NAMED(lane_row)
#define SIGNED_ROW NAMED(lane_signed_row)

/// As wide as shifts by a number of its own a lane are fast.
#if LANE_BITS == 64
typedef uint64_t WINDOW;
#else
typedef uint32_t WINDOW;
#endif
typedef LANE ROW __attribute__((vector_size(NSK_LANE_BYTES)));
typedef SIGNED_LANE SIGNED_ROW __attribute__((vector_size(NSK_LANE_BYTES)));

/// Distances with or without swaps of neighbours, one a lane.
static inline __attribute__((always_inline)) void NAMED(edits)(
    const ROW *masks, const uint16_t *rows, int count, int swaps, int32_t *distances) {
  ROW vp = ~(ROW){0}, vn = {0}, d0 = {0}, before = {0};
  for (int j = 0; j < count; j++) {
    ROW eq = masks[rows[j]];
    ROW either = eq | vn;
    if (swaps) {
      ROW swapped = ~d0 & eq;
      either |= (swapped + swapped) & before;
      before = eq;
    }
    d0 = (((eq & vp) + vp) ^ vp) | either;
    // ~hp is at hand, and hp - ~hp is hp << 1 | 1.
    ROW not_hp = (d0 | vp) & ~vn;
    ROW hp = ~not_hp - not_hp;
    ROW hn = d0 & vp;
    vp = (hn + hn) | ~(d0 | hp);
    vn = d0 & hp;
  }
  // The steps down the last column, from its top, which is the text's length.
  ROW up = __builtin_elementwise_popcount(vp & masks[NSK_LANE_PLACES]);
  ROW down = __builtin_elementwise_popcount(vn & masks[NSK_LANE_PLACES]);
  SIGNED_LANE steps[LANES];
  ROW difference = up - down;
  memcpy(steps, &difference, sizeof steps);
  for (int lane = 0; lane < LANES; lane++) distances[lane] = count + (int32_t)steps[lane];
}

/// Lengths of the longest common subsequences, one a lane.
static inline __attribute__((always_inline)) void NAMED(subsequences)(
    const ROW *masks, const uint16_t *rows, int count, int32_t *lengths) {
  ROW v = ~(ROW){0};
  for (int j = 0; j < count; j++) {
    ROW u = v & masks[rows[j]];
    v = (v + u) | (v - u);
  }
  LANE common[LANES];
  v = __builtin_elementwise_popcount(~v);
  memcpy(common, &v, sizeof common);
  for (int lane = 0; lane < LANES; lane++) lengths[lane] = (int32_t)common[lane];
}

/// Common letters within the window, how many of them stand out of order, and how many of the first
/// four letters are the same, one each a lane.
static inline __attribute__((always_inline)) void NAMED(matches)(
    const ROW *masks, const uint16_t *rows, int count, const uint32_t *lengths, int32_t *common,
    int32_t *moved, int32_t *prefix) {
  LANE windows[LANES];
  SIGNED_LANE bounds[LANES];
  for (int lane = 0; lane < LANES; lane++) {
    uint32_t longer = lengths[lane] > (uint32_t)count ? lengths[lane] : (uint32_t)count;
    uint32_t bound = longer / 2 > 1 ? longer / 2 - 1 : 0;
    bounds[lane] = (SIGNED_LANE)bound;
    windows[lane] = bound >= LANE_BITS ? (LANE)~(LANE)0 : (LANE)(((WINDOW)2 << (bound % LANE_BITS)) - 1);
  }
  ROW window;
  SIGNED_ROW reach;
  memcpy(&window, windows, sizeof window);
  memcpy(&reach, bounds, sizeof reach);
  ROW taken = {0}, total = {0}, out_of_order = {0}, same = {0}, hits[NSK_LANE_TEXT];
  for (int j = 0; j < count; j++) {
    ROW free = masks[rows[j]] & window & ~taken;
    ROW first = free & -free;
    taken |= first;
    hits[j] = (ROW)(first != 0);
    total -= hits[j];
    // While the window still begins at the first letter it grows, then it moves. The reach is below
    // 127, so a letter past that may count as 127, which every lane's sign leaves room for.
    SIGNED_LANE place = (SIGNED_LANE)(j < 127 ? j : 127);
    window = window + window - (ROW)(place < reach);
  }
  for (int j = 0; j < count; j++) {
    ROW next = taken & -taken & hits[j];
    out_of_order -= (ROW)((next & masks[rows[j]]) == 0) & hits[j];
    taken ^= next;
  }
  ROW alike = ~(ROW){0};
  for (int j = 0; j < 4 && j < count; j++) {
    alike &= (ROW)((masks[rows[j]] & (LANE)(1 << j)) != 0);
    same -= alike;
  }
  LANE counts[3][LANES];
  memcpy(counts[0], &total, sizeof total);
  memcpy(counts[1], &out_of_order, sizeof total);
  memcpy(counts[2], &same, sizeof total);
  for (int lane = 0; lane < LANES; lane++) {
    common[lane] = (int32_t)counts[0][lane];
    moved[lane] = (int32_t)counts[1][lane];
    prefix[lane] = (int32_t)counts[2][lane];
  }
}

/// Normalized similarities of one group and one text, of the first lanes only: the divisions take as
/// long as the rest.
static void NAMED(score)(const uint8_t *table, int lanes, const uint16_t *rows, int count,
                         nsk_lane_metric metric, const uint32_t *lengths, float *scores) {
  const ROW *masks = (const ROW *)table;
  int32_t first[LANES], second[LANES], third[LANES];
  switch (metric) {
    case NSK_LANE_LEVENSHTEIN:
      NAMED(edits)(masks, rows, count, 0, first);
      finish_edits(lanes, count, lengths, first, scores);
      break;
    case NSK_LANE_OPTIMAL_ALIGNMENT:
      NAMED(edits)(masks, rows, count, 1, first);
      finish_edits(lanes, count, lengths, first, scores);
      break;
    case NSK_LANE_INDEL:
      NAMED(subsequences)(masks, rows, count, first);
      finish_subsequences(lanes, count, lengths, first, scores);
      break;
    case NSK_LANE_JARO:
    case NSK_LANE_JARO_WINKLER:
      NAMED(matches)(masks, rows, count, lengths, first, second, third);
      finish_matches(lanes, count, lengths, first, second, third, metric == NSK_LANE_JARO_WINKLER,
                     scores);
      break;
  }
}

#undef JOIN2
#undef JOIN
#undef NAMED
#undef LANE
#undef SIGNED_LANE
#undef LANES
#undef WINDOW
#undef ROW
#undef SIGNED_ROW
#undef LANE_BITS
