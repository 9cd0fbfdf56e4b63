# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Namesake in Polars: expressions.

    >>> import polars
    >>> from namesake import polars as names
    >>> frame = polars.DataFrame({"a": ["Vladimir Putin"], "b": ["Владимир Путин"]})
    >>> frame.select(names.compare("a", "b") > 0.9).item()
    True
"""

from __future__ import annotations

import polars
from polars import Expr

import namesake

from ._resolve import DEFAULT_THRESHOLD


def normalize(texts: str | Expr, profile: str = "key", language: str | None = None) -> Expr:
    """The normalized text of an expression."""
    return _expression(texts).map_batches(
        lambda series: namesake.normalize(series, profile, language), return_dtype=polars.String)


def compare(first: str | Expr, second: str | Expr) -> Expr:
    """The probability that the names of two expressions are the same."""
    return polars.map_batches(
        [_expression(first), _expression(second)],
        lambda series: namesake.compare(series[0], series[1]), return_dtype=polars.Float64)


def dedupe(names: str | Expr, threshold: float = DEFAULT_THRESHOLD) -> Expr:
    """The entity of each name as a struct of entity, canonical and score; of a whole column."""
    return _expression(names).map_batches(
        lambda series: namesake.dedupe(series, threshold=threshold).to_struct(series.name),
        return_dtype=polars.Struct(
            {"entity": polars.String, "canonical": polars.String, "score": polars.Float64}))


def _expression(column: str | Expr) -> Expr:
    return polars.col(column) if isinstance(column, str) else column
