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
#include <unicode/unistr.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
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
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, reinterpret_cast<const char *>(bytes), static_cast<int64_t>(count), &status);
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, nullptr, 0, &status);
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

int64_t nsk_territory_name(const char *locale, const char *territory, uint8_t *output,
                           size_t capacity) {
  icu::LocaleDisplayNames *names = icu::LocaleDisplayNames::createInstance(icu::Locale(locale));
  icu::UnicodeString text;
  names->regionDisplayName(territory, text);
  delete names;
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

void nsk_unicode_version(uint8_t version[4]) { u_getUnicodeVersion(version); }
