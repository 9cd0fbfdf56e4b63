// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
//
// simdjson's tree of values does not remember where a value stood, and the raw ranges are what we
// need most. But its first stage leaves the position of every token ("structural index") behind:
// each bracket, colon and comma, and the first byte of each string, number and literal. Once the
// text is known to be valid, ranges follow from these positions by simple steps.

#include "CNamesakeJSON.h"

#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include <simdjson.h>

struct cnamesake_json {
  simdjson::dom::parser parser;
  size_t count = 0;
};

namespace {

/// Null before the first record was loaded.
const uint32_t *positions(const cnamesake_json *parser) {
  const auto &implementation = parser->parser.implementation;
  return implementation ? implementation->structural_indexes.get() : nullptr;
}

/// The tokens of the loaded record, read in order.
struct Tokens {
  const uint32_t *starts;
  uint32_t count;
  const uint8_t *bytes;
  size_t byteCount;

  Tokens(const cnamesake_json *parser, const uint8_t *bytes)
      : starts(positions(parser)),
        count(starts ? parser->parser.implementation->n_structural_indexes : 0),
        bytes(bytes),
        byteCount(parser->count) {}

  /// The first byte of a token; 0 past the last one, which is no token's first byte.
  uint8_t first(uint32_t token) const { return token < count ? bytes[starts[token]] : 0; }

  /// One past the last byte of a scalar: white space before the next token does not belong to it.
  size_t scalarEnd(uint32_t token) const {
    size_t end = token + 1 < count ? starts[token + 1] : byteCount;
    const size_t start = starts[token];
    while (end > start + 1) {
      const uint8_t last = bytes[end - 1];
      if (last != ' ' && last != '\t' && last != '\n' && last != '\r') break;
      --end;
    }
    return end;
  }

  /// The value that starts at a token. False where no value can start.
  bool value(uint32_t token, cnamesake_json_value *out) const {
    out->token = token;
    switch (first(token)) {
      case '{': out->kind = CNAMESAKE_JSON_OBJECT; return container(token, out);
      case '[': out->kind = CNAMESAKE_JSON_ARRAY; return container(token, out);
      case '"': out->kind = CNAMESAKE_JSON_STRING; break;
      case 't': out->kind = CNAMESAKE_JSON_TRUE; break;
      case 'f': out->kind = CNAMESAKE_JSON_FALSE; break;
      case 'n': out->kind = CNAMESAKE_JSON_NULL; break;
      case 0: case '}': case ']': case ':': case ',': return false;
      default: out->kind = CNAMESAKE_JSON_NUMBER; break;
    }
    out->start = starts[token];
    out->end = scalarEnd(token);
    out->next_token = token + 1;
    return true;
  }

  bool container(uint32_t token, cnamesake_json_value *out) const {
    size_t depth = 0;
    for (uint32_t at = token; at < count; ++at) {
      const uint8_t byte = bytes[starts[at]];
      if (byte == '{' || byte == '[') {
        ++depth;
      } else if ((byte == '}' || byte == ']') && --depth == 0) {
        out->start = starts[token];
        out->end = starts[at] + 1;
        out->next_token = at + 1;
        return true;
      }
    }
    return false;
  }

  /// The token after the value that starts at `token`, without its range.
  uint32_t skip(uint32_t token) const {
    const uint8_t byte = first(token);
    if (byte != '{' && byte != '[') return token + 1;
    cnamesake_json_value skipped;
    return container(token, &skipped) ? skipped.next_token : count;
  }

  bool keyEquals(uint32_t token, std::string_view wanted) const;

  /// The token of the value of a member, or `count`.
  uint32_t member(uint32_t object, std::string_view key) const {
    uint32_t at = object + 1;
    while (first(at) == '"' && first(at + 1) == ':') {
      if (keyEquals(at, key)) return at + 2;
      at = skip(at + 2);
      if (first(at) != ',') break;
      ++at;
    }
    return count;
  }
};

int hexDigit(uint8_t byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

/// Four hexadecimal digits, or -1.
int hexUnit(const uint8_t *at, const uint8_t *end) {
  if (end - at < 4) return -1;
  int unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hexDigit(at[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

void appendScalar(std::string &out, uint32_t scalar) {
  if (scalar < 0x80) {
    out += char(scalar);
  } else if (scalar < 0x800) {
    out += char(0xC0 | scalar >> 6);
    out += char(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    out += char(0xE0 | scalar >> 12);
    out += char(0x80 | (scalar >> 6 & 0x3F));
    out += char(0x80 | (scalar & 0x3F));
  } else {
    out += char(0xF0 | scalar >> 18);
    out += char(0x80 | (scalar >> 12 & 0x3F));
    out += char(0x80 | (scalar >> 6 & 0x3F));
    out += char(0x80 | (scalar & 0x3F));
  }
}

/// Keys are hardly ever escaped, so this may allocate.
std::string unescaped(const uint8_t *at, const uint8_t *end) {
  std::string out;
  while (at < end) {
    if (*at != '\\' || at + 1 >= end) {
      out += char(*at++);
      continue;
    }
    const uint8_t escape = at[1];
    at += 2;
    switch (escape) {
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'u': {
        const int high = hexUnit(at, end);
        if (high < 0) return out;
        at += 4;
        uint32_t scalar = uint32_t(high);
        if (high >= 0xD800 && high < 0xE000) {
          scalar = 0xFFFD;
          if (high < 0xDC00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
            const int low = hexUnit(at + 2, end);
            if (low >= 0xDC00 && low < 0xE000) {
              scalar = 0x10000 + (uint32_t(high - 0xD800) << 10) + uint32_t(low - 0xDC00);
              at += 6;
            }
          }
        }
        appendScalar(out, scalar);
        break;
      }
      default: out += char(escape); break;
    }
  }
  return out;
}

bool Tokens::keyEquals(uint32_t token, std::string_view wanted) const {
  const uint8_t *start = bytes + starts[token] + 1;
  const uint8_t *end = bytes + scalarEnd(token) - 1;
  if (end < start) return false;
  const size_t length = size_t(end - start);
  if (length == wanted.size() && std::memcmp(start, wanted.data(), length) == 0) return true;
  // An escaped key is always longer than what it stands for.
  if (length <= wanted.size() || std::memchr(start, '\\', length) == nullptr) return false;
  return unescaped(start, end) == wanted;
}

cnamesake_json_status statusOf(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return CNAMESAKE_JSON_VALID;
    // simdjson also refuses what RFC 8259 allows: numbers beyond 64 bits or beyond a double, and
    // escapes of half a surrogate pair, which truncated texts do hold.
    case simdjson::TAPE_ERROR:
    case simdjson::STRING_ERROR:
    case simdjson::NUMBER_ERROR:
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return CNAMESAKE_JSON_REFUSED;
    case simdjson::UTF8_ERROR: return CNAMESAKE_JSON_NOT_UTF8;
    case simdjson::DEPTH_ERROR: return CNAMESAKE_JSON_TOO_DEEP;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return CNAMESAKE_JSON_NO_ROOM;
    default: return CNAMESAKE_JSON_INVALID;
  }
}

}  // namespace

extern "C" {

cnamesake_json *cnamesake_json_create(void) { return new (std::nothrow) cnamesake_json; }

void cnamesake_json_destroy(cnamesake_json *parser) { delete parser; }

size_t cnamesake_json_padding(void) { return simdjson::SIMDJSON_PADDING; }

cnamesake_json_status cnamesake_json_load(
    cnamesake_json *parser, const uint8_t *bytes, size_t count) {
  parser->count = count;
  // The padding is promised by the caller, so simdjson need not copy the record.
  const auto error = parser->parser.parse(bytes, count, false).error();
  return statusOf(error);
}

bool cnamesake_json_root(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value *value) {
  const Tokens tokens(parser, bytes);
  const uint8_t first = tokens.first(0);
  if (first != '{' && first != '[') return tokens.value(0, value);
  // The last token closes the first one: no need to walk over all between.
  value->token = 0;
  value->next_token = tokens.count;
  value->kind = first == '{' ? CNAMESAKE_JSON_OBJECT : CNAMESAKE_JSON_ARRAY;
  value->start = tokens.starts[0];
  value->end = tokens.starts[tokens.count - 1] + 1;
  return true;
}

bool cnamesake_json_find(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value object,
    const uint8_t *path, size_t path_count, cnamesake_json_value *value) {
  const Tokens tokens(parser, bytes);
  std::string_view rest(reinterpret_cast<const char *>(path), path_count);
  uint32_t at = object.token;
  while (tokens.first(at) == '{') {
    const uint32_t literal = tokens.member(at, rest);
    if (literal < tokens.count) return tokens.value(literal, value);
    const size_t dot = rest.find('.');
    if (dot == std::string_view::npos) return false;
    at = tokens.member(at, rest.substr(0, dot));
    rest.remove_prefix(dot + 1);
  }
  return false;
}

bool cnamesake_json_first_element(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value array,
    cnamesake_json_value *element) {
  const Tokens tokens(parser, bytes);
  return tokens.first(array.token) == '[' && tokens.value(array.token + 1, element);
}

bool cnamesake_json_next_element(
    const cnamesake_json *parser, const uint8_t *bytes, cnamesake_json_value element,
    cnamesake_json_value *next) {
  const Tokens tokens(parser, bytes);
  return tokens.first(element.next_token) == ',' && tokens.value(element.next_token + 1, next);
}

}  // extern "C"
