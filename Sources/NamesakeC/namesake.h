// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// The C interface of Namesake. Made by .ci/c-header from Sources/NamesakeC; not to be edited.
//
// Text is UTF-8 with its length in bytes; what is not UTF-8 is read as U+FFFD. A column of texts is
// laid out as Arrow does it: all bytes end to end, and one offset more than texts, of 4 or 8 bytes.
// Calls may come from any thread. What a call gives is freed with namesake1_free.

#ifndef NAMESAKE_H
#define NAMESAKE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif


/// Compares two names.
/// \param first UTF-8 of a name.
/// \param firstLength Its bytes.
/// \param second UTF-8 of another.
/// \param secondLength Its bytes.
/// \param kind What both name: 0 unknown, 1 person, 2 organization, 3 place.
/// \returns Probability, 0 to 1, that both name the same; -1 for an unknown kind.
double namesake1_compare(const uint8_t *first, int64_t firstLength, const uint8_t *second, int64_t secondLength, int32_t kind);

/// Compares many pairs of names.
/// \param firstBytes UTF-8 of the first names.
/// \param firstOffsets Their offsets.
/// \param firstWidth Bytes of an offset, 4 or 8.
/// \param secondBytes UTF-8 of the second names.
/// \param secondOffsets Their offsets.
/// \param secondWidth Bytes of an offset, 4 or 8.
/// \param count Number of pairs.
/// \param kinds What each pair names, 0 to 3; null when unknown.
/// \param threads Workers; 0 is one for each core.
/// \param scores Receives one probability for each pair.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_compare_all(const uint8_t *firstBytes, const void *firstOffsets, int32_t firstWidth, const uint8_t *secondBytes, const void *secondOffsets, int32_t secondWidth, int64_t count, const uint8_t *kinds, int32_t threads, double *scores);

/// Compares every name of one list with every name of another.
/// \param rowBytes UTF-8 of the names of the rows.
/// \param rowOffsets Their offsets.
/// \param rowWidth Bytes of an offset, 4 or 8.
/// \param rowCount Number of rows.
/// \param columnBytes UTF-8 of the names of the columns.
/// \param columnOffsets Their offsets.
/// \param columnWidth Bytes of an offset, 4 or 8.
/// \param columnCount Number of columns.
/// \param threads Workers; 0 is one for each core.
/// \param scores Receives the probabilities, row after row: `rowCount *columnCount` of them.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_compare_matrix(const uint8_t *rowBytes, const void *rowOffsets, int32_t rowWidth, int64_t rowCount, const uint8_t *columnBytes, const void *columnOffsets, int32_t columnWidth, int64_t columnCount, int32_t threads, float *scores);

/// Finds which names of a list are one entity.
/// \param bytes UTF-8 of all names.
/// \param offsets Their offsets.
/// \param offsetWidth Bytes of an offset, 4 or 8.
/// \param count Number of names.
/// \param kinds What each names, 0 to 3; null when unknown.
/// \param threshold Probability from which two names are one; a negative one for the default.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table with one row for each name: text column 0 has the id of its
/// entity, 1 the entity’s best name, column 0 of numbers the probability that both names are
/// one. When the status is not 0, a table whose only text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_dedupe(const uint8_t *bytes, const void *offsets, int32_t offsetWidth, int64_t count, const uint8_t *kinds, double threshold, int32_t threads, void **result);

/// Compares many pairs of names and says why.
/// \param firstBytes UTF-8 of the first names.
/// \param firstOffsets Their offsets.
/// \param firstWidth Bytes of an offset, 4 or 8.
/// \param secondBytes UTF-8 of the second names.
/// \param secondOffsets Their offsets.
/// \param secondWidth Bytes of an offset, 4 or 8.
/// \param count Number of pairs.
/// \param kinds What each pair names, 0 to 3; null when unknown.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table: column 0 of numbers has the probabilities, text column 0 the
/// evidence as JSON, in which every word of both names stands once. When the status is not 0, a
/// table whose only text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_explain_all(const uint8_t *firstBytes, const void *firstOffsets, int32_t firstWidth, const uint8_t *secondBytes, const void *secondOffsets, int32_t secondWidth, int64_t count, const uint8_t *kinds, int32_t threads, void **result);

/// Frees a table, an index or a join; null is ignored.
/// \param handle What a call gave, once.
void namesake1_free(void *handle);

/// Builds an index of names and writes it to a file, which appears whole or not at all.
/// \param idBytes UTF-8 of the names’ ids; names with one id name one thing.
/// \param idOffsets Their offsets.
/// \param idWidth Bytes of an offset, 4 or 8.
/// \param nameBytes UTF-8 of the names.
/// \param nameOffsets Their offsets.
/// \param nameWidth Bytes of an offset, 4 or 8.
/// \param count Number of names.
/// \param kinds What each names, 0 to 3; null when unknown.
/// \param path The file, ended by a zero.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table: column 0 of whole numbers has the number of names. When the
/// status is not 0, a table whose only text says why.
/// \returns 0 done, 1 bad argument, 3 not written.
int32_t namesake1_index_build(const uint8_t *idBytes, const void *idOffsets, int32_t idWidth, const uint8_t *nameBytes, const void *nameOffsets, int32_t nameWidth, int64_t count, const uint8_t *kinds, const char *path, int32_t threads, void **result);

/// Number of names of an index.
/// \param index From `namesake1_index_open`.
/// \returns The names, -1 when this is no index.
int64_t namesake1_index_count(void *index);

/// Opens an index; the file is mapped, not read.
/// \param path The file, ended by a zero.
/// \param result Receives the index. When the status is not 0, a table whose only text says why.
/// \returns 0 done, 1 bad argument, 2 not read.
int32_t namesake1_index_open(const char *path, void **result);

/// A table’s column of whole numbers.
/// \param table What a call gave.
/// \param column Number among the columns of whole numbers, from 0.
/// \returns One for each row, the table’s own; null when there is no such column.
const int64_t *namesake1_integers(void *table, int32_t column);

/// The distinct names of a join.
/// \param join From `namesake1_join_open`.
/// \param result Receives a table with one row for each name that was given: column 0 of whole
/// numbers has the number of its distinct name. When the status is not 0, a table whose only
/// text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_join_names(void *join, void **result);

/// Joins the words of all names of a list, which a worker does once.
/// \param bytes UTF-8 of all names.
/// \param offsets Their offsets.
/// \param offsetWidth Bytes of an offset, 4 or 8.
/// \param count Number of names.
/// \param kinds What each names, 0 to 3; null when unknown.
/// \param records How many records have each name; null for one each.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives the join. When the status is not 0, a table whose only text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_join_open(const uint8_t *bytes, const void *offsets, int32_t offsetWidth, int64_t count, const uint8_t *kinds, const int64_t *records, int32_t threads, void **result);

/// The pairs that some of the distinct names find and that can matter, each once; two ranges may
/// find the same pair, with the same score.
/// \param join From `namesake1_join_open`.
/// \param first Number of the first distinct name.
/// \param end Number behind the last.
/// \param threshold Probability from which two names are one; a negative one for the default.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table with one row for each pair: columns 0 and 1 of whole numbers have
/// its names, column 0 of numbers the probability. When the status is not 0, a table whose only
/// text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_join_pairs(void *join, int64_t first, int64_t end, double threshold, int32_t threads, void **result);

/// The entities of some distinct names.
/// \param join From `namesake1_join_open`.
/// \param first First names of pairs.
/// \param second Second names.
/// \param scores Probabilities.
/// \param count Number of pairs: all that any of the names’ components has (two names whose pair
/// reaches the threshold are of one component), in any order.
/// \param names The distinct names that are asked for.
/// \param nameCount How many.
/// \param threshold As for the pairs.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table with one row for each name asked for: as of `namesake1_dedupe`.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_join_resolve(void *join, const int64_t *first, const int64_t *second, const double *scores, int64_t count, const int64_t *names, int64_t nameCount, double threshold, int32_t threads, void **result);

/// Finds the names in many texts.
/// \param bytes UTF-8 of all texts.
/// \param offsets Their offsets.
/// \param offsetWidth Bytes of an offset, 4 or 8.
/// \param count Number of texts.
/// \param language A language tag for all; null or auto lets each text show it.
/// \param unit What mentions’ places count: 0 Unicode scalars, 1 bytes of UTF-8, 2 units of UTF-16.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table with one row for each mention, text after text. Whole numbers:
/// column 0 the number of the text, 1 start, 2 end (exclusive), 3 thread, which mentions of one
/// person or thing in a text share. Texts: column 0 the source between the places, 1 kind
/// (person, org or place), 2 base form. When the status is not 0, a table whose only text says
/// why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_mentions(const uint8_t *bytes, const void *offsets, int32_t offsetWidth, int64_t count, const char *language, int32_t unit, int32_t threads, void **result);

/// Normalizes one text into the caller’s memory.
/// \param text UTF-8, well-formed or not.
/// \param textLength Its bytes.
/// \param profile key, fold, latin, ascii, nfc or nfkc; null is key.
/// \param language A language tag; null or auto lets the text show it.
/// \param output Receives as much of the result as fits; may be null when `capacity` is 0.
/// \param capacity Room in bytes.
/// \returns Bytes of the whole result: when they are more than `capacity`, call again with that
/// much room. -1 for an unknown profile or language.
int64_t namesake1_normalize(const uint8_t *text, int64_t textLength, const char *profile, const char *language, uint8_t *output, int64_t capacity);

/// Normalizes many texts.
/// \param bytes UTF-8 of all texts.
/// \param offsets Where each text begins, and where the last one ends: one more than texts.
/// \param offsetWidth Bytes of an offset, 4 or 8.
/// \param count Number of texts.
/// \param profile key, fold, latin, ascii, nfc or nfkc; null is key.
/// \param language A language tag; null or auto lets each text show it.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table: text column 0 has the normalized texts. When the status is not
/// 0, a table whose only text says why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_normalize_all(const uint8_t *bytes, const void *offsets, int32_t offsetWidth, int64_t count, const char *profile, const char *language, int32_t threads, void **result);

/// A table’s column of numbers.
/// \param table What a call gave.
/// \param column Number among the columns of numbers, from 0.
/// \returns One number for each row, the table’s own; null when there is no such column.
const double *namesake1_numbers(void *table, int32_t column);

/// Where the texts of a table’s text column begin, and where the last one ends.
/// \param table What a call gave.
/// \param column Number of the text column, from 0.
/// \returns One offset more than rows, the table’s own; null when there is no such column.
const int64_t *namesake1_offsets(void *table, int32_t column);

/// Number of rows of a table.
/// \param table What a call gave.
/// \returns The rows, -1 when this is no table.
int64_t namesake1_rows(void *table);

/// Searches an index for many names.
/// Several threads may search one index at a time.
/// \param index From `namesake1_index_open`.
/// \param bytes UTF-8 of all queries.
/// \param offsets Their offsets.
/// \param offsetWidth Bytes of an offset, 4 or 8.
/// \param count Number of queries.
/// \param kind What they name, 0 unknown to 3; names of another kind are left out.
/// \param limit Most results of a query.
/// \param minimumScore Results below it are left out.
/// \param threads Workers; 0 is one for each core.
/// \param result Receives a table with one row for each result, query after query, best first:
/// column 0 of whole numbers has the number of the query, text column 0 the id, 1 the name,
/// column 0 of numbers the probability. When the status is not 0, a table whose only text says
/// why.
/// \returns 0 done, 1 bad argument.
int32_t namesake1_search_all(void *index, const uint8_t *bytes, const void *offsets, int32_t offsetWidth, int64_t count, int32_t kind, int32_t limit, double minimumScore, int32_t threads, void **result);

/// The bytes of a table’s text column, all texts end to end in UTF-8, without a zero behind them.
/// \param table What a call gave.
/// \param column Number of the text column, from 0.
/// \returns The bytes, the table’s own; null when there is no such column.
const uint8_t *namesake1_text(void *table, int32_t column);

/// Version of this interface, 1: programs made for it work with every library that gives 1.
int32_t namesake1_version(void);

/// Versions of the library and of what results depend on.
/// \param result Receives a table: text column 0 has lines such as `namesake 0.1.0`.
/// \returns 0.
int32_t namesake1_versions(void **result);

#ifdef __cplusplus
}
#endif

#endif
