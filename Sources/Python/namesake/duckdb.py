# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Namesake in DuckDB: functions for SQL, which get and give whole Arrow columns.

    >>> import duckdb, namesake.duckdb
    >>> connection = duckdb.connect()
    >>> namesake.duckdb.register(connection)
    >>> connection.sql("select name_score('Vladimir Putin', 'Владимир Путин') > 0.9").fetchall()
    [(True,)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow

import namesake

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def register(connection: DuckDBPyConnection) -> None:
    """Adds `name_key(text)`, `name_latin(text)` and `name_score(name, name)` to a connection."""
    from duckdb.sqltypes import DOUBLE, VARCHAR

    def key(texts: pyarrow.ChunkedArray) -> pyarrow.Array:
        return namesake.normalize(texts).cast(pyarrow.string())

    def latin(texts: pyarrow.ChunkedArray) -> pyarrow.Array:
        return namesake.normalize(texts, "latin").cast(pyarrow.string())

    def score(first: pyarrow.ChunkedArray, second: pyarrow.ChunkedArray) -> pyarrow.Array:
        return namesake.compare(first, second)

    connection.create_function("name_key", key, [VARCHAR], VARCHAR, type="arrow")
    connection.create_function("name_latin", latin, [VARCHAR], VARCHAR, type="arrow")
    connection.create_function("name_score", score, [VARCHAR, VARCHAR], DOUBLE, type="arrow")
