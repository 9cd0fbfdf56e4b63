// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast in a macro, which Swift does not see: the bytes are copied.
static inline int nsk_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, count > 0 ? bytes : "", count, SQLITE_TRANSIENT);
}

static inline int nsk_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, count > 0 ? text : "", count, SQLITE_TRANSIENT);
}
