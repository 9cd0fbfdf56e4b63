// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// The loops of learning word vectors. They are in C for eight numbers a step, which Swift's long
// SIMD types spill; nothing is fused, so that every machine gets the same numbers.
#ifndef NAMESAKE_VECTOR_LEARNING_H
#define NAMESAKE_VECTOR_LEARNING_H

#include <stddef.h>
#include <stdint.h>

/// Sums rows of NSK_DIMENSIONS numbers into `vector`, brings it to unit length and returns the
/// length it had.
float nsk_rows_sum(const float *table, const uint32_t *rows, size_t count, float *vector);

/// Moves rows against the pull on the unit vector that they sum up to, by Adagrad with one sum of
/// squares a row.
void nsk_rows_pull(float *table, float *squares, const uint32_t *rows, size_t count,
                   const float *vector, const float *pull, float length, float rate);

/// Cross-entropy of finding each word's partner among all words of the other side, both ways.
///
/// `left` and `right` are `count` unit vectors, a multiple of 8 of them; words of equal numbers
/// are no wrong partners. Fills the pulls with the gradient, up to a factor, and returns the mean
/// loss of a word. `scratch` has room for count * (count + NSK_DIMENSIONS + 2) numbers.
float nsk_contrast(const float *left, const float *right, const int32_t *left_words,
                   const int32_t *right_words, size_t count, float temperature, float *left_pull,
                   float *right_pull, float *scratch);

#endif
