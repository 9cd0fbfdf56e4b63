// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CVectorKernel.h"

static inline uint32_t slot_of(uint32_t name, uint32_t mask) {
  return (name * 0x9E3779B1u >> 7) & mask;
}

/// Adds to a name's slot what its unit has not added yet.
static inline void gather(NskTally *slot, uint16_t weight, uint16_t unit) {
  const uint16_t is_new = (slot->units & unit) == 0;
  slot->weight += is_new ? weight : 0;
  slot->units |= unit;
}

size_t nsk_tally_add(NskTally *slots, uint32_t mask, uint32_t *used, size_t used_count,
                     const uint32_t *names, size_t count, uint16_t weight, uint16_t unit) {
  enum { AHEAD = 8 };
  for (size_t place = 0; place < count; place++) {
    if (place + AHEAD < count) __builtin_prefetch(&slots[slot_of(names[place + AHEAD], mask)], 1);
    const uint32_t name = names[place];
    uint32_t slot = slot_of(name, mask);
    while (slots[slot].weight != 0 && slots[slot].name != name) slot = (slot + 1) & mask;
    if (slots[slot].weight == 0) {
      slots[slot] = (NskTally){name, 0, 0};
      used[used_count++] = slot;
    }
    gather(&slots[slot], weight, unit);
  }
  return used_count;
}

void nsk_tally_raise(NskTally *slots, uint32_t mask, const uint32_t *names, size_t count,
                     uint16_t weight, uint16_t unit) {
  enum { AHEAD = 8 };
  for (size_t place = 0; place < count; place++) {
    if (place + AHEAD < count) __builtin_prefetch(&slots[slot_of(names[place + AHEAD], mask)], 1);
    uint32_t slot = slot_of(names[place], mask);
    while (slots[slot].weight != 0 && slots[slot].name != names[place]) slot = (slot + 1) & mask;
    if (slots[slot].weight != 0) gather(&slots[slot], weight, unit);
  }
}

size_t nsk_intersect(const uint32_t *few, size_t few_count, const uint32_t *many,
                     size_t many_count, uint32_t *common, size_t room) {
  size_t found = 0;
  size_t low = 0;
  for (size_t place = 0; place < few_count && found < room; place++) {
    size_t step = 1;
    while (low + step < many_count && many[low + step] < few[place]) {
      low += step;
      step *= 2;
    }
    size_t high = low + step < many_count ? low + step : many_count;
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (many[middle] < few[place]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == many_count) break;
    if (many[low] == few[place]) common[found++] = few[place];
  }
  return found;
}
