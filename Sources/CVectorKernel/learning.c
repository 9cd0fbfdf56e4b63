// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CVectorLearning.h"
#include "CVectorKernel.h"

#include <math.h>
#include <string.h>

#pragma clang fp contract(off)

typedef float eight __attribute__((vector_size(32), aligned(4)));
enum { EIGHTS = NSK_DIMENSIONS / 8 };

static inline eight all(float value) {
  return (eight){value, value, value, value, value, value, value, value};
}

static inline float total(eight value) {
  return ((value[0] + value[4]) + (value[2] + value[6])) +
         ((value[1] + value[5]) + (value[3] + value[7]));
}

float nsk_rows_sum(const float *table, const uint32_t *rows, size_t count, float *vector) {
  eight sum[EIGHTS] = {0};
  for (size_t row = 0; row < count; row++) {
    const eight *numbers = (const eight *)(table + (size_t)rows[row] * NSK_DIMENSIONS);
    for (int part = 0; part < EIGHTS; part++) sum[part] += numbers[part];
  }
  eight square = {0};
  for (int part = 0; part < EIGHTS; part++) square += sum[part] * sum[part];
  const float length = fmaxf(sqrtf(total(square)), 1e-6f);
  for (int part = 0; part < EIGHTS; part++) ((eight *)vector)[part] = sum[part] / all(length);
  return length;
}

void nsk_rows_pull(float *table, float *squares, const uint32_t *rows, size_t count,
                   const float *vector, const float *pull, float length, float rate) {
  const eight *unit = (const eight *)vector, *force = (const eight *)pull;
  // What would only lengthen the vector has no effect.
  eight along = {0};
  for (int part = 0; part < EIGHTS; part++) along += unit[part] * force[part];
  const eight excess = all(total(along));
  eight step[EIGHTS], square = {0};
  for (int part = 0; part < EIGHTS; part++) {
    step[part] = (force[part] - unit[part] * excess) / all(length);
    square += step[part] * step[part];
  }
  const float mean = total(square) / NSK_DIMENSIONS;
  for (size_t row = 0; row < count; row++) {
    eight *numbers = (eight *)(table + (size_t)rows[row] * NSK_DIMENSIONS);
    squares[rows[row]] += mean;
    const eight size = all(rate / sqrtf(squares[rows[row]]));
    for (int part = 0; part < EIGHTS; part++) numbers[part] -= step[part] * size;
  }
}

/// Exponentials of the products of all pairs, by rows; wrong partners that are none are 0.
static void weigh(const float *left, const float *turned, const int32_t *left_words,
                  const int32_t *right_words, size_t count, float temperature, float *weights) {
  for (size_t i = 0; i < count; i++) {
    for (size_t start = 0; start < count; start += 8) {
      eight sum = {0};
      for (int number = 0; number < NSK_DIMENSIONS; number++) {
        sum += all(left[i * NSK_DIMENSIONS + number]) *
               *(const eight *)(turned + number * count + start);
      }
      for (int place = 0; place < 8; place++) {
        const size_t j = start + place;
        const int is_wrong = left_words[i] != left_words[j] && right_words[i] != right_words[j];
        weights[i * count + j] = i == j || is_wrong ? expf((sum[place] - 1) / temperature) : 0;
      }
    }
  }
}

/// Adds up vectors, each times a share; shares lie `stride` apart.
static void gather(const float *vectors, const float *shares, size_t stride, size_t count,
                   float *result) {
  eight sum[EIGHTS] = {0};
  for (size_t j = 0; j < count; j++) {
    const float share = shares[j * stride];
    // Words that are far apart already pull too little to be worth the time.
    if (fabsf(share) < 1e-4f) continue;
    const eight *vector = (const eight *)(vectors + j * NSK_DIMENSIONS);
    for (int part = 0; part < EIGHTS; part++) sum[part] += vector[part] * all(share);
  }
  memcpy(result, sum, sizeof sum);
}

float nsk_contrast(const float *left, const float *right, const int32_t *left_words,
                   const int32_t *right_words, size_t count, float temperature, float *left_pull,
                   float *right_pull, float *scratch) {
  float *weights = scratch, *turned = weights + count * count;
  float *row_sums = turned + count * NSK_DIMENSIONS, *column_sums = row_sums + count;
  for (size_t j = 0; j < count; j++) {
    for (int number = 0; number < NSK_DIMENSIONS; number++) {
      turned[number * count + j] = right[j * NSK_DIMENSIONS + number];
    }
  }
  weigh(left, turned, left_words, right_words, count, temperature, weights);
  memset(row_sums, 0, 2 * count * sizeof *row_sums);
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      row_sums[i] += weights[i * count + j];
      column_sums[j] += weights[i * count + j];
    }
  }
  float loss = 0;
  for (size_t i = 0; i < count; i++) {
    const float own = weights[i * count + i];
    loss -= logf(own / row_sums[i]) + logf(own / column_sums[i]);
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      weights[i * count + j] *= 1 / row_sums[i] + 1 / column_sums[j];
    }
    weights[i * count + i] -= 2;
  }
  for (size_t i = 0; i < count; i++) {
    gather(right, weights + i * count, 1, count, left_pull + i * NSK_DIMENSIONS);
    gather(left, weights + i, count, count, right_pull + i * NSK_DIMENSIONS);
  }
  return loss / (2 * (float)count);
}
