// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// A C program that uses the whole interface, as a stranger would who has only the header.
//
//   cc -std=c11 -Wall -Wextra -Werror -ISources/NamesakeC program.c -lNamesakeC && ./a.out FOLDER

#include "namesake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define HOLDS(condition)                                                \
  do {                                                                  \
    if (!(condition)) {                                                 \
      fprintf(stderr, "line %d: not so: %s\n", __LINE__, #condition);   \
      failures++;                                                       \
    }                                                                   \
  } while (0)

#define MOST 16

// A column of texts from C strings.
struct column {
  char bytes[1024];
  int64_t offsets[MOST + 1];
  int32_t narrow[MOST + 1];
  int64_t count;
};

static struct column column(const char *const *texts, int count) {
  struct column column = {.count = count};
  for (int place = 0; place < count; place++) {
    const size_t length = strlen(texts[place]);
    memcpy(column.bytes + column.offsets[place], texts[place], length);
    column.offsets[place + 1] = column.offsets[place] + (int64_t)length;
    column.narrow[place + 1] = (int32_t)column.offsets[place + 1];
  }
  return column;
}

#define BYTES(column) ((const uint8_t *)(column).bytes)

// Whether a text of a table is a string.
static int is(void *table, int32_t column, int64_t row, const char *expected) {
  const int64_t *offsets = namesake1_offsets(table, column);
  const int64_t length = offsets[row + 1] - offsets[row];
  return length == (int64_t)strlen(expected) &&
         memcmp(namesake1_text(table, column) + offsets[row], expected, (size_t)length) == 0;
}

static int contains(void *table, int32_t column, int64_t row, const char *part) {
  const int64_t *offsets = namesake1_offsets(table, column);
  const int64_t length = offsets[row + 1] - offsets[row];
  const uint8_t *text = namesake1_text(table, column) + offsets[row];
  const int64_t wanted = (int64_t)strlen(part);
  for (int64_t start = 0; start + wanted <= length; start++)
    if (memcmp(text + start, part, (size_t)wanted) == 0) return 1;
  return 0;
}

static double compare(const char *first, const char *second) {
  return namesake1_compare((const uint8_t *)first, (int64_t)strlen(first), (const uint8_t *)second,
                           (int64_t)strlen(second), 0);
}

static void normalizes(void) {
  const char *name = "ERDOĞAN’IN";
  uint8_t small[3], large[64];
  const int64_t length = (int64_t)strlen(name);
  HOLDS(namesake1_normalize((const uint8_t *)name, length, NULL, NULL, small, 3) == 9);
  HOLDS(memcmp(small, "erd", 3) == 0);
  HOLDS(namesake1_normalize((const uint8_t *)name, length, "key", "auto", large, 64) == 9);
  HOLDS(memcmp(large, "erdoganin", 9) == 0);
  HOLDS(namesake1_normalize(NULL, 0, NULL, NULL, NULL, 0) == 0);
  HOLDS(namesake1_normalize(NULL, 0, "loud", NULL, NULL, 0) == -1);

  const char *texts[] = {"IĞDIR", "", "Şanlıurfa"};
  struct column names = column(texts, 3);
  void *table = NULL;
  HOLDS(namesake1_normalize_all(BYTES(names), names.offsets, 8, 3, "fold", "tr", 2, &table) == 0);
  HOLDS(namesake1_rows(table) == 3);
  HOLDS(is(table, 0, 0, "ığdır") && is(table, 0, 1, "") && is(table, 0, 2, "şanlıurfa"));
  HOLDS(namesake1_text(table, 1) == NULL && namesake1_numbers(table, 0) == NULL);
  namesake1_free(table);
  HOLDS(namesake1_normalize_all(BYTES(names), names.narrow, 4, 3, NULL, NULL, 0, &table) == 0);
  HOLDS(is(table, 0, 0, "igdir"));
  namesake1_free(table);
  HOLDS(namesake1_normalize_all(BYTES(names), names.offsets, 5, 3, NULL, NULL, 0, &table) == 1);
  HOLDS(contains(table, 0, 0, "4 or 8"));
  namesake1_free(table);
  names.offsets[1] = 99;
  HOLDS(namesake1_normalize_all(BYTES(names), names.offsets, 8, 3, NULL, NULL, 0, &table) == 1);
  HOLDS(is(table, 0, 0, "offsets ascend"));
  namesake1_free(table);
}

static void compares(void) {
  HOLDS(compare("Vladimir Putin", "Владимир Путин") > 0.9);
  HOLDS(compare("Vladimir Putin", "Angela Merkel") < 0.5);
  HOLDS(compare("", "") == 0);
  HOLDS(namesake1_compare(NULL, 0, NULL, 0, 9) == -1);

  const char *left[] = {"Vladimir Putin", "Sergey Lavrov", "Angela Merkel"};
  const char *right[] = {"Владимир Путин", "Angela Merkel", "Меркель, Ангела"};
  struct column first = column(left, 3), second = column(right, 3);
  const uint8_t kinds[] = {1, 1, 0};
  double scores[3];
  HOLDS(namesake1_compare_all(BYTES(first), first.offsets, 8, BYTES(second), second.narrow, 4, 3,
                              NULL, 2, scores) == 0);
  for (int place = 0; place < 3; place++)
    HOLDS(scores[place] == compare(left[place], right[place]));
  HOLDS(namesake1_compare_all(NULL, NULL, 8, NULL, NULL, 8, 0, NULL, 0, NULL) == 0);
  HOLDS(namesake1_compare_all(NULL, NULL, 8, NULL, NULL, 8, 1, NULL, 0, scores) == 1);

  void *table = NULL;
  HOLDS(namesake1_explain_all(BYTES(first), first.offsets, 8, BYTES(second), second.offsets, 8, 3,
                              kinds, 1, &table) == 0);
  HOLDS(namesake1_rows(table) == 3);
  HOLDS(namesake1_numbers(table, 0)[0] > 0.9 && namesake1_numbers(table, 0)[1] < 0.5);
  HOLDS(contains(table, 0, 0, "\"relation\":\"transliteration\""));
  HOLDS(contains(table, 0, 1, "\"left\":[\"Lavrov\"]"));
  namesake1_free(table);

  float matrix[9];
  HOLDS(namesake1_compare_matrix(BYTES(first), first.offsets, 8, 3, BYTES(second), second.offsets,
                                 8, 3, 2, matrix) == 0);
  HOLDS(matrix[0] > 0.9F && matrix[1] < 0.5F && matrix[8] > 0.9F);
}

static void searches(const char *folder) {
  char path[1024];
  snprintf(path, sizeof path, "%s/c-program.index", folder);
  const char *ids[] = {"Q7747", "Q58217", "Q567"};
  const char *texts[] = {"Vladimir Putin", "Sergey Lavrov", "Angela Merkel"};
  struct column keys = column(ids, 3), names = column(texts, 3);
  void *built = NULL, *index = NULL, *table = NULL;
  HOLDS(namesake1_index_build(BYTES(keys), keys.offsets, 8, BYTES(names), names.offsets, 8, 3, NULL,
                              path, 2, &built) == 0);
  HOLDS(namesake1_integers(built, 0)[0] == 3);
  namesake1_free(built);
  HOLDS(namesake1_index_open(path, &index) == 0);
  HOLDS(namesake1_index_count(index) == 3);
  HOLDS(namesake1_rows(index) == -1);
  const char *wanted[] = {"Лавров Сергей", "Путин"};
  struct column queries = column(wanted, 2);
  HOLDS(namesake1_search_all(index, BYTES(queries), queries.offsets, 8, 2, 0, 1, 0.01, 2, &table) ==
        0);
  HOLDS(namesake1_rows(table) == 2);
  HOLDS(namesake1_integers(table, 0)[0] == 0 && namesake1_integers(table, 0)[1] == 1);
  HOLDS(is(table, 0, 0, "Q58217") && is(table, 1, 0, "Sergey Lavrov"));
  HOLDS(is(table, 0, 1, "Q7747") && namesake1_numbers(table, 0)[0] > 0.3);
  HOLDS(namesake1_search_all(table, NULL, NULL, 8, 0, 0, 1, 0, 0, &built) == 1);
  HOLDS(is(built, 0, 0, "this is no index"));
  namesake1_free(built);
  namesake1_free(table);
  namesake1_free(index);
  HOLDS(namesake1_index_open("/nowhere/at-all.index", &table) == 2);
  HOLDS(contains(table, 0, 0, "/nowhere/at-all.index"));
  namesake1_free(table);
}

static void dedupes(void) {
  const char *texts[] = {"Sergey Lavrov", "Сергей Лавров", "Angela Merkel", "Sergei Lavrov",
                         "Меркель, Ангела"};
  struct column names = column(texts, 5);
  void *table = NULL, *join = NULL, *numbers = NULL, *pairs = NULL, *staged = NULL;
  HOLDS(namesake1_dedupe(BYTES(names), names.offsets, 8, 5, NULL, -1, 2, &table) == 0);
  HOLDS(namesake1_rows(table) == 5);
  HOLDS(is(table, 1, 1, "Sergey Lavrov") || is(table, 1, 1, "Sergei Lavrov"));
  HOLDS(is(table, 1, 4, "Angela Merkel"));

  // The same by stages: each half of the names finds its pairs.
  HOLDS(namesake1_join_open(BYTES(names), names.offsets, 8, 5, NULL, NULL, 2, &join) == 0);
  HOLDS(namesake1_join_names(join, &numbers) == 0);
  int64_t first[MOST], second[MOST], count = 0;
  double scores[MOST];
  for (int64_t half = 0; half < 2; half++) {
    HOLDS(namesake1_join_pairs(join, half * 2, half == 0 ? 2 : 5, -1, 1, &pairs) == 0);
    for (int64_t row = 0; row < namesake1_rows(pairs) && count < MOST; row++) {
      int known = 0;
      for (int64_t other = 0; other < count; other++)
        known |= first[other] == namesake1_integers(pairs, 0)[row] &&
                 second[other] == namesake1_integers(pairs, 1)[row];
      if (known) continue;
      first[count] = namesake1_integers(pairs, 0)[row];
      second[count] = namesake1_integers(pairs, 1)[row];
      scores[count++] = namesake1_numbers(pairs, 0)[row];
    }
    namesake1_free(pairs);
  }
  HOLDS(namesake1_join_resolve(join, first, second, scores, count, namesake1_integers(numbers, 0), 5,
                               -1, 1, &staged) == 0);
  const int64_t *ends = namesake1_offsets(table, 0);
  HOLDS(memcmp(ends, namesake1_offsets(staged, 0), 6 * sizeof *ends) == 0);
  HOLDS(memcmp(namesake1_text(table, 0), namesake1_text(staged, 0), (size_t)ends[5]) == 0);
  HOLDS(memcmp(namesake1_numbers(table, 0), namesake1_numbers(staged, 0), 5 * sizeof *scores) == 0);
  namesake1_free(staged);
  namesake1_free(numbers);
  namesake1_free(join);
  namesake1_free(table);
}

static void findsMentions(void) {
  const char *texts[] = {"Kremlin spokesman Dmitry Peskov denied it. Peskov left.", "",
                         "Çavuşoğlu Ankara'da konuştu."};
  struct column articles = column(texts, 3);
  void *table = NULL;
  HOLDS(namesake1_mentions(BYTES(articles), articles.offsets, 8, 3, NULL, 0, 2, &table) == 0);
  HOLDS(namesake1_rows(table) >= 4);
  const int64_t last = namesake1_rows(table) - 1;
  HOLDS(is(table, 0, 0, "Kremlin") && is(table, 1, 0, "org"));
  HOLDS(is(table, 0, 1, "Dmitry Peskov") && is(table, 1, 1, "person"));
  HOLDS(namesake1_integers(table, 1)[1] == 18 && namesake1_integers(table, 2)[1] == 31);
  HOLDS(namesake1_integers(table, 3)[1] == namesake1_integers(table, 3)[2]);
  HOLDS(is(table, 0, last, "Ankara") && namesake1_integers(table, 0)[last] == 2);
  HOLDS(namesake1_integers(table, 1)[last] == 10);
  namesake1_free(table);
  HOLDS(namesake1_mentions(NULL, NULL, 8, 0, "no tag!", 0, 1, &table) == 1);
  namesake1_free(table);
  HOLDS(namesake1_mentions(NULL, NULL, 8, 0, NULL, 7, 1, &table) == 1);
  namesake1_free(table);
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  void *versions = NULL;
  HOLDS(namesake1_version() == 1);
  HOLDS(namesake1_versions(&versions) == 0);
  HOLDS(namesake1_rows(versions) == 7 && contains(versions, 0, 0, "namesake "));
  namesake1_free(versions);
  namesake1_free(NULL);
  HOLDS(namesake1_rows(NULL) == -1 && namesake1_text(NULL, 0) == NULL);
  normalizes();
  compares();
  searches(arguments[1]);
  dedupes();
  findsMentions();
  if (failures == 0) puts("all held");
  return failures == 0 ? 0 : 1;
}
