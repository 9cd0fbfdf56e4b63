// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "CNamesakeICU.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/strenum.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/ubrk.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <unicode/usetiter.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>

#include <cstring>

namespace {

const icu::Normalizer2 *normalizer(nsk_form form, UErrorCode &status) {
  switch (form) {
    case NSK_NFC: return icu::Normalizer2::getNFCInstance(status);
    case NSK_NFD: return icu::Normalizer2::getNFDInstance(status);
    case NSK_NFKC: return icu::Normalizer2::getNFKCInstance(status);
    case NSK_NFKD: return icu::Normalizer2::getNFKDInstance(status);
    case NSK_NFKC_CASEFOLD: return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }
  status = U_ILLEGAL_ARGUMENT_ERROR;
  return nullptr;
}

// ICU error codes are positive; callers see them negated so that one integer carries both.
int64_t failure(UErrorCode status) { return -static_cast<int64_t>(status); }

int64_t copy(const icu::UnicodeString &text, uint8_t *output, size_t capacity) {
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  text.toUTF8(sink);
  return sink.NumberOfBytesAppended();
}

icu::StringPiece piece(const uint8_t *bytes, size_t count) {
  return icu::StringPiece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count));
}

void append_line(const char *code, const UChar *name, int32_t length, icu::UnicodeString &lines) {
  lines.append(icu::UnicodeString(code, -1, US_INV)).append(u'\t');
  lines.append(name, length).append(u'\n');
}

// Appends the members of a resource table: those that are strings, or the string at `inner`.
void append_names(const UResourceBundle *bundle, const char *table, const char *inner,
                  icu::UnicodeString &lines) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *members = ures_getByKey(bundle, table, nullptr, &status);
  UResourceBundle *member = nullptr;
  while (U_SUCCESS(status) && ures_hasNext(members)) {
    member = ures_getNextResource(members, member, &status);
    if (U_FAILURE(status)) break;
    UErrorCode found = U_ZERO_ERROR;
    int32_t length = 0;
    const UChar *name = inner == nullptr ? ures_getString(member, &length, &found)
                                         : ures_getStringByKey(member, inner, &length, &found);
    if (U_SUCCESS(found)) append_line(ures_getKey(member), name, length, lines);
  }
  ures_close(member);
  ures_close(members);
}

int64_t boundaries_of(UBreakIteratorType type, const char *locale, const uint8_t *bytes,
                      size_t count, int32_t *boundaries, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, reinterpret_cast<const char *>(bytes), static_cast<int64_t>(count), &status);
  UBreakIterator *iterator = ubrk_open(type, locale, nullptr, 0, &status);
  if (U_SUCCESS(status)) ubrk_setUText(iterator, &text, &status);
  int64_t found = 0;
  if (U_SUCCESS(status)) {
    ubrk_first(iterator);
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
      if (static_cast<size_t>(found) < capacity) boundaries[found] = at;
      ++found;
    }
  }
  if (iterator != nullptr) ubrk_close(iterator);
  utext_close(&text);
  return U_FAILURE(status) ? failure(status) : found;
}

}  // namespace

int64_t nsk_normalize(nsk_form form, const uint8_t *bytes, size_t count, uint8_t *output,
                      size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  if (U_FAILURE(status)) return failure(status);
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  instance->normalizeUTF8(0, piece(bytes, count), sink, nullptr, status);
  return U_FAILURE(status) ? failure(status) : sink.NumberOfBytesAppended();
}

int64_t nsk_lower(const char *locale, const uint8_t *bytes, size_t count, uint8_t *output,
                  size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  icu::CaseMap::utf8ToLower(locale, 0, piece(bytes, count), sink, nullptr, status);
  return U_FAILURE(status) ? failure(status) : sink.NumberOfBytesAppended();
}

int64_t nsk_fold_case(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  icu::CaseMap::utf8Fold(0, piece(bytes, count), sink, nullptr, status);
  return U_FAILURE(status) ? failure(status) : sink.NumberOfBytesAppended();
}

void *nsk_transform_open(const char *identifier) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Transliterator *transform =
      icu::Transliterator::createInstance(identifier, UTRANS_FORWARD, status);
  if (U_SUCCESS(status)) return transform;
  delete transform;
  return nullptr;
}

void nsk_transform_close(void *transform) { delete static_cast<icu::Transliterator *>(transform); }

int64_t nsk_transform(void *transform, const uint8_t *bytes, size_t count, uint8_t *output,
                      size_t capacity) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(piece(bytes, count));
  static_cast<icu::Transliterator *>(transform)->transliterate(text);
  return copy(text, output, capacity);
}

void nsk_transform_ids(void *context, void (*take)(void *context, const char *identifier)) {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringEnumeration *ids = icu::Transliterator::getAvailableIDs(status);
  if (U_SUCCESS(status)) {
    while (const char *identifier = ids->next(nullptr, status)) take(context, identifier);
  }
  delete ids;
}

int64_t nsk_word_boundaries(const char *locale, const uint8_t *bytes, size_t count,
                            int32_t *boundaries, size_t capacity) {
  return boundaries_of(UBRK_WORD, locale, bytes, count, boundaries, capacity);
}

int64_t nsk_display_name(nsk_named named, const char *locale, const char *code, uint8_t *output,
                         size_t capacity) {
  icu::UnicodeString text;
  if (named == NSK_CURRENCY) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[4] = {0};
    u_charsToUChars(code, units, 3);
    int32_t length = 0;
    const UChar *name = ucurr_getName(units, locale, UCURR_LONG_NAME, nullptr, &length, &status);
    if (U_FAILURE(status)) return failure(status);
    text = icu::UnicodeString(name, length);
  } else {
    icu::LocaleDisplayNames *names = icu::LocaleDisplayNames::createInstance(icu::Locale(locale));
    if (named == NSK_TERRITORY) {
      names->regionDisplayName(code, text);
    } else {
      names->languageDisplayName(code, text);
    }
    delete names;
  }
  return copy(text, output, capacity);
}

const char *nsk_locale(int32_t number) {
  return number < uloc_countAvailable() ? uloc_getAvailable(number) : nullptr;
}

int64_t nsk_locale_names(nsk_name_table table, const char *locale, uint8_t *output,
                         size_t capacity) {
  const bool cities = table == NSK_ZONE_CITIES;
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_openDirect(
      cities ? U_ICUDATA_NAME "-zone" : U_ICUDATA_NAME "-region", locale, &status);
  icu::UnicodeString lines;
  if (U_SUCCESS(status)) {
    if (cities) {
      append_names(bundle, "zoneStrings", "ec", lines);
    } else {
      for (const char *style : {"Countries", "Countries%short", "Countries%variant"}) {
        append_names(bundle, style, nullptr, lines);
      }
    }
  }
  ures_close(bundle);
  return copy(lines, output, capacity);
}

int64_t nsk_exemplars(const char *locale, bool is_auxiliary, int32_t *scalars, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data = ulocdata_open(locale, &status);
  icu::UnicodeSet set;
  if (U_SUCCESS(status)) {
    ulocdata_getExemplarSet(data, set.toUSet(), 0,
                            is_auxiliary ? ULOCDATA_ES_AUXILIARY : ULOCDATA_ES_STANDARD, &status);
    ulocdata_close(data);
  }
  if (U_FAILURE(status)) return failure(status);
  size_t found = 0;
  icu::UnicodeSetIterator items(set);
  while (items.next()) {
    // An item is a letter, or a string such as a digraph or a letter with its marks.
    const icu::UnicodeString &item = items.getString();
    for (int32_t at = 0; at < item.length(); at = item.moveIndex32(at, 1)) {
      if (found < capacity) scalars[found] = item.char32At(at);
      ++found;
    }
  }
  return static_cast<int64_t>(found);
}

int64_t nsk_skeleton(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  // ICU reads a checker from many threads at once; it is made once and lives as long as the program.
  static UErrorCode opening = U_ZERO_ERROR;
  static const USpoofChecker *checker = uspoof_open(&opening);
  UErrorCode status = opening;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(piece(bytes, count));
  icu::UnicodeString skeleton;
  uspoof_getSkeletonUnicodeString(checker, 0, text, skeleton, &status);
  return U_FAILURE(status) ? failure(status) : copy(skeleton, output, capacity);
}

int64_t nsk_grapheme_boundaries(const uint8_t *bytes, size_t count, int32_t *boundaries,
                                size_t capacity) {
  return boundaries_of(UBRK_CHARACTER, "", bytes, count, boundaries, capacity);
}

void nsk_unicode_version(uint8_t version[4]) { u_getUnicodeVersion(version); }
