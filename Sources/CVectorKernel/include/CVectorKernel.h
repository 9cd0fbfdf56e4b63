// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Embeddings of words: rows of a table summed, and a word's products with many others. It is in C
// for the byte products of AVX2, which are chosen at run time; every such function has a twin in
// plain C that gives the same numbers.
#ifndef NAMESAKE_VECTOR_KERNEL_H
#define NAMESAKE_VECTOR_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum {
  /// Numbers of a vector.
  NSK_DIMENSIONS = 64,
  /// Vectors of a block; their numbers lie four by four in turn.
  NSK_BLOCK_VECTORS = 8,
  NSK_BLOCK_BYTES = NSK_DIMENSIONS * NSK_BLOCK_VECTORS,
  /// Letters of a word that are looked at; the rest is ignored.
  NSK_EMBEDDED_LETTERS = 24,
  /// Rows of a word, at most: runs of one to four letters, of both readings.
  NSK_MOST_ROWS = 4 * 2 * (NSK_EMBEDDED_LETTERS + 2),
  /// A unit vector's numbers are multiplied by these; larger ones are cut off.
  NSK_QUERY_SCALE = 300,
  NSK_STORED_SCALE = 160,
  /// Numbers among which the greatest are looked for.
  NSK_MOST_NUMBERS = 65536,
  /// Stored numbers lie from 1 to 127 around it.
  NSK_STORED_ZERO = 64
};

/// Rows of the runs of letters of a word, its ends marked.
///
/// `roman` are the letters a to z of its romanization, which share the first `shared_rows` rows;
/// `letters` are those of its own alphabet, which fall into the `native_rows` rows behind them.
/// Returns the number of rows written, at most NSK_MOST_ROWS.
int32_t nsk_word_rows(const uint16_t *roman, size_t roman_count, const uint16_t *letters,
                      size_t letter_count, uint8_t alphabet, uint32_t shared_rows,
                      uint32_t native_rows, uint32_t *rows);

/// The unit vector along a sum of rows, times NSK_QUERY_SCALE; 0 when the sum is 0.
void nsk_embed(const int8_t *table, const uint32_t *rows, int32_t count, int8_t *vector);

/// The product of two vectors: their cosine times the square of NSK_QUERY_SCALE.
int32_t nsk_product(const int8_t *left, const int8_t *right);

/// Puts a vector into its place in a block of stored ones; `place` is below NSK_BLOCK_VECTORS.
void nsk_store(const int8_t *vector, uint8_t *block, int32_t place);

/// Products of a vector with all stored vectors of some blocks, by AVX2 where there is one.
///
/// A product is the cosine times NSK_QUERY_SCALE times NSK_STORED_SCALE.
void nsk_products(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                  int32_t *products);

/// The same in plain C.
void nsk_products_plain(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                        int32_t *products);

/// The product of a vector with one stored one.
int32_t nsk_stored_product(const uint8_t *block, int32_t place, const int8_t *vector);

/// Place of the first of the greatest numbers.
size_t nsk_greatest(const int32_t *numbers, size_t count);

/// Places of the greatest numbers, greatest first, the first of equals first.
///
/// There are at most NSK_MOST_NUMBERS of them, all above INT32_MIN; those found are overwritten.
/// Returns how many there are: `wanted`, or all.
size_t nsk_take_greatest(int32_t *numbers, size_t count, uint32_t *places, size_t wanted);

/// Asks for memory that is read soon.
static inline void nsk_prefetch(const void *memory) { __builtin_prefetch(memory); }

/// A stored vector and its product.
typedef struct {
  uint32_t place;
  int32_t product;
} NskFound;

/// The stored vectors of some blocks whose products are at least `least`, by AVX2 where there is one.
///
/// Places count from `first`, in rising order. `found` has room for all vectors of the blocks.
/// Returns the number found.
size_t nsk_products_above(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                          int32_t least, uint32_t first, NskFound *found);

/// The same in plain C.
size_t nsk_products_above_plain(const uint8_t *blocks, size_t block_count, const int8_t *vector,
                                int32_t least, uint32_t first, NskFound *found);

/// A sum of bytes that changes when any of them does, by AVX2 where there is one; it guards against
/// accidents, not against malice.
uint64_t nsk_checksum(const uint8_t *bytes, size_t count);

/// The same in plain C.
uint64_t nsk_checksum_plain(const uint8_t *bytes, size_t count);

/// A name, what it has gathered, and from which units of a query as bits; a weight of 0 is an empty
/// slot.
typedef struct {
  uint32_t name;
  uint16_t weight;
  uint16_t units;
} NskTally;

/// Adds a weight above 0 to each of some names in an open-addressing table, unless the name has
/// gathered something from the same unit.
///
/// The table has `mask` + 1 slots, a power of two, more than it will hold names. The slots that are
/// filled are appended to `used`. `unit` is one bit, or none to add in any case. Returns how many
/// slots are used.
size_t nsk_tally_add(NskTally *slots, uint32_t mask, uint32_t *used, size_t used_count,
                     const uint32_t *names, size_t count, uint16_t weight, uint16_t unit);

/// Adds a weight in the same way to those of some names that are in the table.
void nsk_tally_raise(NskTally *slots, uint32_t mask, const uint32_t *names, size_t count,
                     uint16_t weight, uint16_t unit);

/// The numbers that two rising rows have in common, at most `room`; returns how many there are.
size_t nsk_intersect(const uint32_t *few, size_t few_count, const uint32_t *many,
                     size_t many_count, uint32_t *common, size_t room);

#endif
