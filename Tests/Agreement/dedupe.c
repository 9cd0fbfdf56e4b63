// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Entities of the names of standard input, one a line, through the C interface: the id, a tab and
// the best name for each.

#include "namesake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *line = NULL, *bytes = NULL;
  int64_t *offsets = malloc(sizeof *offsets);
  int64_t count = 0, used = 0, room = 0, places = 1;
  size_t capacity = 0;
  if (!offsets) return 2;
  offsets[0] = 0;
  for (ssize_t length; (length = getline(&line, &capacity, stdin)) >= 0; count++) {
    if (length > 0 && line[length - 1] == '\n') length--;
    while (used + length > room) bytes = realloc(bytes, (size_t)(room = 2 * room + 4096));
    if (count + 2 > places)
      offsets = realloc(offsets, (size_t)(places = 2 * places + 1024) * sizeof *offsets);
    if (!bytes || !offsets) return 2;
    memcpy(bytes + used, line, (size_t)length);
    offsets[count + 1] = used += length;
  }
  void *table = NULL;
  if (namesake1_dedupe((const uint8_t *)bytes, offsets, 8, count, NULL, -1, 0, &table) != 0) return 1;
  for (int64_t row = 0; row < count; row++)
    for (int32_t column = 0; column < 2; column++) {
      const int64_t *ends = namesake1_offsets(table, column);
      fwrite(namesake1_text(table, column) + ends[row], 1, (size_t)(ends[row + 1] - ends[row]),
             stdout);
      putchar(column == 0 ? '\t' : '\n');
    }
  namesake1_free(table);
  free(line);
  free(bytes);
  free(offsets);
  return 0;
}
