// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// Tables that TableForge wrote, embedded in the binary: nothing is built at start-up.
#ifndef NAMESAKE_TABLES_H
#define NAMESAKE_TABLES_H

#include <stddef.h>
#include <stdint.h>

#include "walk.h"

/// Bytes of one embedded table, aligned to 8.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} nsk_table;

nsk_table nsk_table_properties(void);
nsk_table nsk_table_key(void);
nsk_table nsk_table_fold(void);
nsk_table nsk_table_latin(void);
nsk_table nsk_table_ascii(void);
nsk_table nsk_table_roman(void);
nsk_table nsk_table_han_ja(void);
nsk_table nsk_table_han_ko(void);
nsk_table nsk_table_han_yue(void);
nsk_table nsk_table_han_vi(void);
nsk_table nsk_table_nfc(void);
nsk_table nsk_table_nfkc(void);
nsk_table nsk_table_lexicon(void);
nsk_table nsk_table_aligner(void);
nsk_table nsk_table_comparison(void);
nsk_table nsk_table_concordance(void);
nsk_table nsk_table_embedding(void);
nsk_table nsk_table_languages(void);
nsk_table nsk_table_mentions(void);

#endif
