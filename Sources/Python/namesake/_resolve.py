# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Which names are one entity."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

from ._columns import TextColumn, kind_codes, text_list
from ._library import Handle, call


DEFAULT_THRESHOLD = 0.75
"""Probability from which the library takes two names of a list for one."""


class Entity(NamedTuple):
    """What dedupe says of one name."""

    entity: str
    """Id of the entity: the same in every run, on every machine, for any order of the names."""
    canonical: str
    """The entity's best name."""
    score: float
    """Probability that the name and the best name are the same."""


def dedupe(
    names: Any,
    *,
    kinds: str | Sequence[str | None] | None = None,
    threshold: float = DEFAULT_THRESHOLD,
    workers: int = 0,
) -> Any:
    """Finds which names of a column are one entity.

    Args:
        names: A column of names.
        kinds: person, org or place, for all names or one for each.
        threshold: Probability from which two names are one.
        workers: Threads, 0 for one a core.

    Returns:
        For a list one `Entity` for each name; for an Arrow, pandas or polars column a table of that
        kind with the columns entity, canonical and score.
    """
    column = TextColumn(names)
    table = call(
        "dedupe", *column.arguments, column.count, kind_codes(kinds, column.count),
        threshold, workers)
    columns = {
        "entity": column.texts(table, 0),
        "canonical": column.texts(table, 1),
        "score": column.numbers(table, 0),
    }
    if column.form != "list":
        return column.frame(columns)
    return [Entity(*row) for row in zip(*columns.values(), strict=True)]


class Join:
    """The stages of `dedupe` one by one, for engines that spread work over machines.

    Every worker makes the same join of all names. Pairs of any range of distinct names are found
    and scored anywhere; what is found is cut into the components of the pairs that reach the
    threshold, and components are resolved anywhere. The result is that of `dedupe`.
    """

    def __init__(
        self,
        names: Any,
        kinds: bytes | None = None,
        records: Sequence[int] | None = None,
        *,
        workers: int = 0,
    ) -> None:
        """Joins the words of names.

        Args:
            names: A column of names.
            kinds: Codes of kinds, as `kind_codes` gives them.
            records: How many records have each name.
            workers: Threads, 0 for one a core.
        """
        column = TextColumn(names)
        counts = None if records is None else (ctypes.c_int64 * column.count)(*records)
        self._join = call(
            "join_open", *column.arguments, column.count, kinds, counts, workers, result=Handle)

    def numbers(self) -> list[int]:
        """For each name the number of its distinct name: equal ones differ in spelling at most."""
        return call("join_names", self._join.address).integers(0).tolist()

    def pairs(
        self, first: int, end: int, threshold: float = DEFAULT_THRESHOLD, *, workers: int = 0
    ) -> tuple[list[int], list[int], list[float]]:
        """The pairs that a range of distinct names finds: both numbers and the probability."""
        table = call(
            "join_pairs", self._join.address, first, end, threshold, workers)
        return (
            table.integers(0).tolist(), table.integers(1).tolist(), table.numbers(0).tolist())

    def resolve(
        self,
        pairs: tuple[Sequence[int], Sequence[int], Sequence[float]],
        names: Sequence[int],
        threshold: float = DEFAULT_THRESHOLD,
        *,
        workers: int = 0,
    ) -> list[Entity]:
        """The entities of some distinct names.

        Args:
            pairs: All pairs of the names' components, each once.
            names: Numbers of distinct names.
            threshold: As for the pairs.
            workers: Threads, 0 for one a core.
        """
        count = len(pairs[0])
        table = call(
            "join_resolve", self._join.address, (ctypes.c_int64 * count)(*pairs[0]),
            (ctypes.c_int64 * count)(*pairs[1]), (ctypes.c_double * count)(*pairs[2]), count,
            (ctypes.c_int64 * len(names))(*names), len(names), threshold, workers)
        return [
            Entity(*row)
            for row in zip(text_list(table, 0), text_list(table, 1), table.numbers(0), strict=True)
        ]
