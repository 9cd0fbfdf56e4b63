// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CNamesakeTables.h"

// #embed needs the clang that comes with Swift 6.3; it warns that the directive is C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(8) uint8_t properties[] = {
#embed "tables/properties.bin"
};
static const _Alignas(8) uint8_t key[] = {
#embed "tables/key.bin"
};
static const _Alignas(8) uint8_t fold[] = {
#embed "tables/fold.bin"
};
static const _Alignas(8) uint8_t latin[] = {
#embed "tables/latin.bin"
};
static const _Alignas(8) uint8_t ascii[] = {
#embed "tables/ascii.bin"
};
static const _Alignas(8) uint8_t roman[] = {
#embed "tables/roman.bin"
};
static const _Alignas(8) uint8_t han_ja[] = {
#embed "tables/han-ja.bin"
};
static const _Alignas(8) uint8_t han_ko[] = {
#embed "tables/han-ko.bin"
};
static const _Alignas(8) uint8_t han_yue[] = {
#embed "tables/han-yue.bin"
};
static const _Alignas(8) uint8_t han_vi[] = {
#embed "tables/han-vi.bin"
};
static const _Alignas(8) uint8_t nfc[] = {
#embed "tables/nfc.bin"
};
static const _Alignas(8) uint8_t nfkc[] = {
#embed "tables/nfkc.bin"
};
static const _Alignas(8) uint8_t lexicon[] = {
#embed "tables/lexicon.bin"
};
static const _Alignas(8) uint8_t aligner[] = {
#embed "tables/aligner.bin"
};
static const _Alignas(8) uint8_t comparison[] = {
#embed "tables/comparison.tsv"
};
static const _Alignas(8) uint8_t concordance[] = {
#embed "tables/concordance.bin"
};
static const _Alignas(64) uint8_t embedding[] = {
#embed "tables/embedding.bin"
};
static const _Alignas(8) uint8_t languages[] = {
#embed "tables/languages.bin"
};
static const _Alignas(8) uint8_t mentions[] = {
#embed "tables/mentions.bin"
};

#define NSK_TABLE(name) \
  nsk_table nsk_table_##name(void) { return (nsk_table){name, sizeof name}; }

NSK_TABLE(properties)
NSK_TABLE(key)
NSK_TABLE(fold)
NSK_TABLE(latin)
NSK_TABLE(ascii)
NSK_TABLE(roman)
NSK_TABLE(han_ja)
NSK_TABLE(han_ko)
NSK_TABLE(han_yue)
NSK_TABLE(han_vi)
NSK_TABLE(nfc)
NSK_TABLE(nfkc)
NSK_TABLE(lexicon)
NSK_TABLE(aligner)
NSK_TABLE(comparison)
NSK_TABLE(concordance)
NSK_TABLE(embedding)
NSK_TABLE(languages)
NSK_TABLE(mentions)
