# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Normalizing and comparing."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from ._columns import TextColumn, kind_code, kind_codes, text_list
from ._library import call, function

_compare = function("compare")
_compare_all = function("compare_all")
_compare_matrix = function("compare_matrix")


class Evidence(NamedTuple):
    """What some words of both names say."""

    relation: str
    """equal, spelling, transliteration, inflection, initial, nickname, missing, conflict, …"""
    left: list[str]
    """Words of the first name."""
    right: list[str]
    """Words of the second."""
    similarity: float
    contribution: float
    """Log-odds (natural logarithm) that it adds."""


class Comparison(NamedTuple):
    """How likely two names are the same, and why."""

    score: float
    evidence: list[Evidence]
    """Every word of both names stands in it once."""


def versions() -> dict[str, str]:
    """Versions of the library and of what results depend on: models, ICU, Unicode."""
    return dict(line.split(" ", 1) for line in text_list(call("versions"), 0))


def normalize(
    text: Any, profile: str = "key", language: str | None = None, *, workers: int = 0
) -> Any:
    """Normalizes a text or a column of texts.

    Args:
        text: A str, or a column.
        profile: key (the match key), fold (case, keeping the script), latin or ascii
            (romanization), nfc or nfkc.
        language: A BCP 47 tag such as tr; None decides Turkish casing from each text.
        workers: Threads, 0 for one a core.

    Returns:
        A str, or a column of the same form.

    Raises:
        ValueError: For an unknown profile or language.
    """
    if isinstance(text, str):
        return normalize([text], profile, language)[0]
    column = TextColumn(text)
    table = call(
        "normalize_all", *column.arguments, column.count, profile.encode(),
        language.encode() if language else None, workers)
    return column.texts(table, 0)


def compare(
    first: Any,
    second: Any,
    *,
    kind: str | Sequence[str | None] | None = None,
    score_cutoff: float | None = None,
    workers: int = 0,
) -> Any:
    """Tells how likely two names are the same.

    Args:
        first: A str, or a column.
        second: A str, or as long a column: names are compared row by row.
        kind: person, org or place, for all pairs or one for each.
        score_cutoff: A score below it is given as 0.
        workers: Threads, 0 for one a core.

    Returns:
        A probability, or a column of them in the form of the first names.
    """
    if isinstance(first, str) and isinstance(second, str):
        left, right = first.encode(), second.encode()
        score = _compare(left, len(left), right, len(right), kind_code(kind))
        return 0.0 if score_cutoff is not None and score < score_cutoff else score
    left, right, kinds = _pairs(first, second, kind)
    scores = (ctypes.c_double * left.count)()
    _compare_all(*left.arguments, *right.arguments, left.count, kinds, workers, scores)
    if score_cutoff is not None:
        for row, score in enumerate(scores):
            if score < score_cutoff:
                scores[row] = 0.0
    return left.scores(scores, right)


def explain(
    first: str | Sequence[str],
    second: str | Sequence[str],
    *,
    kind: str | Sequence[str | None] | None = None,
    workers: int = 0,
) -> Any:
    """Tells how likely two names are the same, and why.

    Args:
        first: A str, or a column.
        second: A str, or as long a column.
        kind: person, org or place, for all pairs or one for each.
        workers: Threads, 0 for one a core.

    Returns:
        A `Comparison`, or a list of them.
    """
    if isinstance(first, str) and isinstance(second, str):
        return explain([first], [second], kind=kind)[0]
    left, right, kinds = _pairs(first, second, kind)
    table = call("explain_all", *left.arguments, *right.arguments, left.count, kinds, workers)
    return [
        Comparison(score, [Evidence(**piece) for piece in json.loads(evidence)])
        for score, evidence in zip(table.numbers(0), text_list(table, 0), strict=True)
    ]


def cdist(
    queries: Any, choices: Any, *, score_cutoff: float | None = None, workers: int = 0
) -> Any:
    """Compares every query with every choice.

    Args:
        queries: A column of names.
        choices: Another.
        score_cutoff: Scores below it are given as 0.
        workers: Threads, 0 for one a core.

    Returns:
        A numpy array of float32, one row for each query.
    """
    import numpy

    rows, columns = TextColumn(queries), TextColumn(choices)
    scores = numpy.empty((rows.count, columns.count), dtype=numpy.float32)
    _compare_matrix(
        *rows.arguments, rows.count, *columns.arguments, columns.count, workers,
        scores.ctypes.data_as(ctypes.POINTER(ctypes.c_float)))
    if score_cutoff is not None:
        scores[scores < score_cutoff] = 0
    return scores


def extract(
    query: str,
    choices: Sequence[str] | Mapping[Hashable, str],
    *,
    limit: int | None = 5,
    score_cutoff: float | None = None,
    workers: int = 0,
) -> list[tuple[str, float, Hashable]]:
    """Finds the best choices for a query; for many queries make an `Index`.

    Args:
        query: A name.
        choices: Names, or a mapping to names.
        limit: Most results, None for all.
        score_cutoff: Results below it are left out.
        workers: Threads, 0 for one a core.

    Returns:
        Choice, score and position (or key), best first.
    """
    keys: list[Hashable]
    if isinstance(choices, Mapping):
        keys, names = list(choices.keys()), list(choices.values())
    else:
        names = list(choices)
        keys = list(range(len(names)))
    row, columns = TextColumn([query]), TextColumn(names)
    scores = (ctypes.c_float * columns.count)()
    _compare_matrix(
        *row.arguments, 1, *columns.arguments, columns.count, workers, scores)
    least = score_cutoff or 0.0
    found = [place for place, score in enumerate(scores)
             if score >= least and names[place] is not None]
    found.sort(key=lambda place: -scores[place])
    return [(names[place], scores[place], keys[place]) for place in found[:limit]]


def extractOne(  # noqa: N802 - rapidfuzz's name
    query: str,
    choices: Sequence[str] | Mapping[Hashable, str],
    *,
    score_cutoff: float | None = None,
    workers: int = 0,
) -> tuple[str, float, Hashable] | None:
    """Finds the best choice for a query, None when no choice reaches the cutoff."""
    found = extract(query, choices, limit=1, score_cutoff=score_cutoff, workers=workers)
    return found[0] if found else None


def _pairs(first: Any, second: Any, kind: Any) -> tuple[TextColumn, TextColumn, bytes | None]:
    left, right = TextColumn(first), TextColumn(second)
    if left.count != right.count:
        raise ValueError(f"{left.count} names cannot be paired with {right.count}")
    return left, right, kind_codes(kind, left.count)
