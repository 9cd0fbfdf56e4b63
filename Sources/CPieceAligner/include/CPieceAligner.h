// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Scores how well the letters of one word turn into the letters of another, by a table of pieces
// (a few letters of one alphabet beside a few of the other) with the log-odds of each. It is in C
// for the hash probes of its inner loop, which bounds checks would double.
#ifndef NAMESAKE_PIECE_ALIGNER_H
#define NAMESAKE_PIECE_ALIGNER_H

#include <stdint.h>

/// Letters of a word that are looked at; the rest is ignored.
enum { NSK_WORD_LETTERS = 40 };
/// Letters of a piece, at most, on the first and on the second side. Pieces of three letters on the
/// first side are endings.
enum { NSK_FIRST_LETTERS = 3, NSK_SECOND_LETTERS = 6 };
/// Stands behind the last letter of every word, so that pieces can say what is true of endings.
enum { NSK_WORD_END = 3 };
/// Scores are in 64ths of a nat.
enum { NSK_SCORE_UNIT = 64 };
/// The least score: of words that can't be one name, whatever their last letters.
enum { NSK_HOPELESS = -12 * NSK_SCORE_UNIT };

/// A piece table in place. A slot holds 20 bits of a hash above a score of 12 bits plus 2048;
/// 0 is an empty slot. Collisions go on to the next slot.
typedef struct {
  const uint32_t *slots;
  /// The table has 1 << bits slots.
  uint32_t bits;
  /// Score of a letter that stands on one side alone and is not in the table.
  int32_t gap;
  /// Score of two identical letters that the table does not pair, 0 for none: both sides are of
  /// one alphabet.
  int32_t identity;
  /// Letters of the longest piece on each side.
  int32_t longest[2];
} nsk_piece_table;

/// One word made ready for one side of one table.
typedef struct {
  int32_t count;
  uint16_t letters[NSK_WORD_LETTERS];
  /// Score of each letter on its own.
  int16_t gap[NSK_WORD_LETTERS];
  /// Hash of the run of `length` letters from each place, at [length - 1][place].
  uint32_t grams[NSK_SECOND_LETTERS][NSK_WORD_LETTERS];
  /// Which lengths the runs may have that the run pairs with: bit length - 1.
  uint8_t masks[NSK_SECOND_LETTERS][NSK_WORD_LETTERS];
  /// The same turned: which runs from each place pair with a run of `length` letters, at
  /// [length - 1][place].
  uint8_t turned[NSK_FIRST_LETTERS][NSK_WORD_LETTERS];
} nsk_word;

/// Makes a word ready; `side` is 0 for the first alphabet and 1 for the second.
void nsk_word_prepare(const nsk_piece_table *table, int side, const uint16_t *letters, int count,
                      nsk_word *word);

/// The best sum of pieces that covers both words, in 64ths of a nat. Ways that fall far behind the
/// best way through as many letters of the first word are given up.
int32_t nsk_align(const nsk_piece_table *table, const nsk_word *first, const nsk_word *second);

/// What the table holds for two grams, 0 for nothing: a score plus 2048, or which lengths the grams
/// on the other side have when one gram is the mark 1. The mark 0 stands for no letter.
uint32_t nsk_piece_payload(const nsk_piece_table *table, uint32_t first, uint32_t second);

/// Hash of a run of letters on a side, and the slot hash of a piece; the writer of tables shares
/// them.
uint32_t nsk_gram_hash(int side, const uint16_t *letters, int length);
uint64_t nsk_piece_hash(uint32_t first, uint32_t second);

#endif
