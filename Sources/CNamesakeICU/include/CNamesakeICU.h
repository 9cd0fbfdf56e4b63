// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// ICU for Swift. ICU renames every function by macro (u_charType becomes u_charType_72),
// so Swift would see only the versioned name and break with the next ICU. Each function that
// is used has one wrapper here; each wrapper says why it is needed.
#ifndef NAMESAKE_ICU_H
#define NAMESAKE_ICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A normalization form that ICU carries out on UTF-8.
typedef enum {
  NSK_NFC = 0,
  NSK_NFD = 1,
  NSK_NFKC = 2,
  NSK_NFKD = 3,
  NSK_NFKC_CASEFOLD = 4
} nsk_form;

/// UTF-8 normalization. ICU's C API has it for UTF-16 only, so this one crosses into C++.
/// Returns the number of bytes needed; writes them when they fit into `capacity`.
/// Negative: an ICU error code. Ill-formed input bytes come out as U+FFFD.
int64_t nsk_normalize(nsk_form form, const uint8_t *bytes, size_t count, uint8_t *output,
                      size_t capacity);

/// Locale-aware lower-casing of UTF-8: the judge of our own Turkic and Greek rows.
int64_t nsk_lower(const char *locale, const uint8_t *bytes, size_t count, uint8_t *output,
                  size_t capacity);

/// Full default case folding of UTF-8: the source of the `fold` table.
int64_t nsk_fold_case(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

/// General category: the tables' class bits come from it.
static inline int32_t nsk_general_category(int32_t scalar) { return u_charType(scalar); }

/// Script of a scalar: mark policy and romanization go by script.
static inline int32_t nsk_script(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(scalar, &status);
}

/// Four-letter ISO 15924 code of a script number: `Latn`, `Cyrl`.
static inline const char *nsk_script_code(int32_t script) {
  return uscript_getShortName((UScriptCode)script);
}

/// Canonical combining class: decides whether marks may be reordered.
static inline uint8_t nsk_combining_class(int32_t scalar) { return u_getCombiningClass(scalar); }

/// Whether NFC may join the scalar with the one before it. Marks that can only be reordered are
/// left out: their combining class tells.
static inline bool nsk_composes_backward(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  return U_SUCCESS(status) && !unorm2_hasBoundaryBefore(nfc, scalar) &&
         u_getIntPropertyValue(scalar, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
}

/// Binary properties: alphabetic, upper case, lower case, default ignorable.
static inline bool nsk_is_alphabetic(int32_t scalar) { return u_isUAlphabetic(scalar); }
static inline bool nsk_is_uppercase(int32_t scalar) { return u_isUUppercase(scalar); }
static inline bool nsk_is_lowercase(int32_t scalar) { return u_isULowercase(scalar); }
static inline bool nsk_is_ignorable(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
static inline bool nsk_is_dash(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_DASH);
}

/// Indic syllabic category, as far as romanization needs it: 1 for a consonant, which carries the
/// inherent vowel; 2 for a vowel sign or a virama, which takes it away; 0 for all else.
static inline int32_t nsk_indic_role(int32_t scalar) {
  switch (u_getIntPropertyValue(scalar, UCHAR_INDIC_SYLLABIC_CATEGORY)) {
    case U_INSC_CONSONANT: return 1;
    case U_INSC_VOWEL_DEPENDENT:
    case U_INSC_VIRAMA:
    case U_INSC_PURE_KILLER:
    case U_INSC_INVISIBLE_STACKER: return 2;
    default: return 0;
  }
}

/// Unicode name of a scalar, empty when it has none: romanization of rare scripts spells letters by
/// it. `name` has room for `capacity` bytes with the final zero.
static inline void nsk_char_name(int32_t scalar, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  name[0] = 0;
  u_charName(scalar, U_UNICODE_CHAR_NAME, name, capacity, &status);
}

/// Value of a decimal digit of any script, or -1: keys write digits in ASCII.
static inline int32_t nsk_digit(int32_t scalar) { return u_charDigitValue(scalar); }

/// Opens a transform by id ("Any-Latin; Latin-ASCII"): the floor of the romanization tables, and
/// the transforms that a user asks for by name. NULL when ICU does not know the id.
void *nsk_transform_open(const char *identifier);
void nsk_transform_close(void *transform);
/// Runs a transform over UTF-8; same result convention as `nsk_normalize`.
int64_t nsk_transform(void *transform, const uint8_t *bytes, size_t count, uint8_t *output,
                      size_t capacity);

/// Calls back with each transform id that ICU has, for suggestions: zero-terminated ASCII.
void nsk_transform_ids(void *context, void (*take)(void *context, const char *identifier));

/// Word boundaries for scripts that write no spaces (Thai, Khmer, Han, kana).
/// Writes byte offsets of the boundaries (0 excluded, count included) into `boundaries`; returns
/// how many there are, or a negative ICU error code.
int64_t nsk_word_boundaries(const char *locale, const uint8_t *bytes, size_t count,
                            int32_t *boundaries, size_t capacity);

/// Boundaries of what readers take for characters: the judge of the offsets' scalars. Same
/// convention as `nsk_word_boundaries`.
int64_t nsk_grapheme_boundaries(const uint8_t *bytes, size_t count, int32_t *boundaries,
                                size_t capacity);

/// Skeleton by UTS #39: equal for texts that look alike. Same result convention as `nsk_normalize`.
int64_t nsk_skeleton(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

/// What a code stands for that CLDR has names of.
typedef enum { NSK_TERRITORY = 0, NSK_LANGUAGE = 1, NSK_CURRENCY = 2 } nsk_named;

/// Name of a territory, language or currency in a language ("TR" in "de" is Türkei): the place
/// lexicon, and words by which languages are told apart. Same result convention as `nsk_normalize`.
int64_t nsk_display_name(nsk_named named, const char *locale, const char *code, uint8_t *output,
                         size_t capacity);

/// Letters that a language writes its own words with, or (auxiliary) those of foreign words.
/// Writes them into `scalars`, digraphs as their letters; returns how many there are, or a negative
/// ICU error code.
int64_t nsk_exemplars(const char *locale, bool is_auxiliary, int32_t *scalars, size_t capacity);

/// Locales that have data of their own, by number; NULL past the last: the place lexicon asks all.
const char *nsk_locale(int32_t number);

/// Tables of names that ICU keeps for each locale.
typedef enum {
  /// Countries, continents and other territories by ISO 3166 or UN M.49 code.
  NSK_TERRITORIES = 0,
  /// Cities that time zones are named after, by zone ("Europe:Istanbul").
  NSK_ZONE_CITIES = 1
} nsk_name_table;

/// Every name of a table that a locale itself spells out, in the standard, short and variant style:
/// lines of "code<TAB>name". A name that comes from the parent locale is left out, which the
/// display-name functions of ICU's public API cannot tell.
/// Same result convention as `nsk_normalize`; 0 where the locale has no such table.
int64_t nsk_locale_names(nsk_name_table table, const char *locale, uint8_t *output,
                         size_t capacity);

/// "72.1" and "15.0": printed by --version and recorded in tables.
static inline const char *nsk_icu_version(void) { return U_ICU_VERSION; }
void nsk_unicode_version(uint8_t version[4]);

#ifdef __cplusplus
}
#endif
#endif
