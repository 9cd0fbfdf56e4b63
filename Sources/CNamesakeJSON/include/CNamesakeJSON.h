// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// A thin C face of the JSON parser. The C++ library behind it (simdjson) is seen by nothing else,
// so it can be swapped by rewriting one file.
//
// The parser keeps only the positions of the tokens, never the bytes: each call is given the same
// bytes that were loaded. All ranges are byte offsets into them, end exclusive.

#ifndef CNAMESAKE_JSON_H
#define CNAMESAKE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One parser, reused for many records. Not to be shared by threads.
typedef struct cnamesake_json cnamesake_json;

typedef enum cnamesake_json_status {
  /// One complete and valid JSON value; values can be looked up.
  CNAMESAKE_JSON_VALID = 0,
  /// The tokens are known, but a token or their order was refused. The caller decides with a
  /// stricter or more lenient reader of its own; lookups are safe, and right if the text is JSON.
  CNAMESAKE_JSON_REFUSED = 1,
  /// Not JSON (open string, control character, nothing there, …); no lookups.
  CNAMESAKE_JSON_INVALID = 2,
  /// Some byte is not UTF-8; no lookups.
  CNAMESAKE_JSON_NOT_UTF8 = 3,
  /// Nested deeper than the parser allows (1,024 levels); no lookups.
  CNAMESAKE_JSON_TOO_DEEP = 4,
  /// The record is too large for the parser or memory ran out; no lookups.
  CNAMESAKE_JSON_NO_ROOM = 5,
} cnamesake_json_status;

typedef enum cnamesake_json_kind {
  CNAMESAKE_JSON_OBJECT = 0,
  CNAMESAKE_JSON_ARRAY = 1,
  CNAMESAKE_JSON_STRING = 2,
  CNAMESAKE_JSON_NUMBER = 3,
  CNAMESAKE_JSON_TRUE = 4,
  CNAMESAKE_JSON_FALSE = 5,
  CNAMESAKE_JSON_NULL = 6,
} cnamesake_json_kind;

/// One value of the loaded record. `start..<end` are its raw bytes, quotes and brackets included.
typedef struct cnamesake_json_value {
  size_t start;
  size_t end;
  uint32_t token;
  uint32_t next_token;
  cnamesake_json_kind kind;
} cnamesake_json_value;

/// NULL when memory ran out.
cnamesake_json *cnamesake_json_create(void);
void cnamesake_json_destroy(cnamesake_json *parser);

/// How many readable bytes must follow the record. What they hold does not matter.
size_t cnamesake_json_padding(void);

/// Parses `count` bytes as one JSON value. `bytes` must be followed by the padding.
cnamesake_json_status cnamesake_json_load(
    cnamesake_json *parser, const uint8_t *bytes, size_t count);

/// The value that is the whole record.
bool cnamesake_json_root(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value *value);

/// The member of `object` at a dotted path. At each level the whole rest of the path is tried as a
/// literal key first, then the part before the first dot. Of equal keys the first one is taken.
/// False when there is none or `object` is not an object.
bool cnamesake_json_find(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value object,
    const uint8_t *path, size_t path_count, cnamesake_json_value *value);

/// The first element of an array. False for an empty array and for other values.
bool cnamesake_json_first_element(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value array,
    cnamesake_json_value *element);

/// The element after `element` in its array. False after the last.
bool cnamesake_json_next_element(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value element,
    cnamesake_json_value *next);

#ifdef __cplusplus
}
#endif

#endif
