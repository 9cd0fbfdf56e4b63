# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Finding a name among millions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from ._columns import TextColumn, kind_code, kind_codes, text_list
from ._library import Handle, call, function

_count = function("index_count")


class Match(NamedTuple):
    """A name that a search found."""

    id: str
    name: str
    score: float
    """Probability that the query names the same."""


class Index:
    """A file of names that can be searched; `namesake index` makes the same file.

    Several threads may search one index.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Opens an index; the file is mapped, not read.

        Raises:
            OSError: When the file is no index of this version.
        """
        self._index = call("index_open", os.fsencode(path), result=Handle)

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Index:
        """Opens an index."""
        return cls(path)

    @classmethod
    def build(
        cls,
        path: str | os.PathLike[str],
        names: Any,
        ids: Any = None,
        *,
        kinds: str | Sequence[str | None] | None = None,
        workers: int = 0,
    ) -> Index:
        """Makes an index of a column of names and opens it.

        Args:
            path: The file to write; it appears whole or not at all.
            names: A column of names.
            ids: What each names, as a column of str; names with one id name one thing. None
                numbers the names from 0.
            kinds: person, org or place, for all names or one for each.
            workers: Threads, 0 for one a core.

        Raises:
            OSError: When the file cannot be written.
        """
        column = TextColumn(names)
        identifiers = TextColumn([str(n) for n in range(column.count)] if ids is None else ids)
        if identifiers.count != column.count:
            raise ValueError(f"there are {identifiers.count} ids for {column.count} names")
        call(
            "index_build", *identifiers.arguments, *column.arguments, column.count,
            kind_codes(kinds, column.count), os.fsencode(path), workers)
        return cls(path)

    def __len__(self) -> int:
        return _count(self._index.address)

    def search(
        self,
        query: Any,
        *,
        limit: int = 10,
        score_cutoff: float = 0.0,
        kind: str | None = None,
        workers: int = 0,
    ) -> Any:
        """Finds what a name names.

        Args:
            query: A name, or a column of names.
            limit: Most results of a query, one for each id.
            score_cutoff: Results below it are left out.
            kind: person, org or place: names of another kind are left out.
            workers: Threads, 0 for one a core.

        Returns:
            Matches, best first; for a column a list of such lists.
        """
        if isinstance(query, str):
            return self.search([query], limit=limit, score_cutoff=score_cutoff, kind=kind)[0]
        column = TextColumn(query)
        table = call(
            "search_all", self._index.address, *column.arguments, column.count, kind_code(kind),
            limit, score_cutoff, workers)
        found: list[list[Match]] = [[] for _ in range(column.count)]
        for row, identifier, name, score in zip(
            table.integers(0), text_list(table, 0), text_list(table, 1), table.numbers(0),
            strict=True,
        ):
            found[row].append(Match(identifier, name, score))
        return found
