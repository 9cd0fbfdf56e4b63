// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include "Rivals.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#if __has_include("simdutf.cpp")
#include "simdutf.cpp"
#define HAS_SIMDUTF 1
#endif

namespace {

icu::StringPiece piece(const uint8_t *bytes, size_t count) {
  return icu::StringPiece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count));
}

int64_t normalize(const icu::Normalizer2 *form, UErrorCode status, const uint8_t *bytes,
                  size_t count, uint8_t *output, size_t capacity) {
  if (U_FAILURE(status)) return -1;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  form->normalizeUTF8(0, piece(bytes, count), sink, nullptr, status);
  return U_FAILURE(status) || sink.Overflowed() ? -1 : sink.NumberOfBytesWritten();
}

}  // namespace

int64_t rival_nfkc_casefold(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  return normalize(icu::Normalizer2::getNFKCCasefoldInstance(status), status, bytes, count, output,
                   capacity);
}

int64_t rival_nfc(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  return normalize(icu::Normalizer2::getNFCInstance(status), status, bytes, count, output,
                   capacity);
}

void *rival_transliterator(const char *identifier) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Transliterator::createInstance(identifier, UTRANS_FORWARD, status);
}

int64_t rival_transliterate(void *transliterator, const uint8_t *bytes, size_t count,
                            uint8_t *output, size_t capacity) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(piece(bytes, count));
  static_cast<icu::Transliterator *>(transliterator)->transliterate(text);
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), static_cast<int32_t>(capacity));
  text.toUTF8(sink);
  return sink.NumberOfBytesWritten();
}

bool rival_has_simdutf(void) {
#ifdef HAS_SIMDUTF
  return true;
#else
  return false;
#endif
}

size_t rival_simdutf_utf16(const uint8_t *bytes, size_t count, uint16_t *output) {
#ifdef HAS_SIMDUTF
  return simdutf::convert_utf8_to_utf16le(reinterpret_cast<const char *>(bytes), count,
                                          reinterpret_cast<char16_t *>(output));
#else
  return 0;
#endif
}
