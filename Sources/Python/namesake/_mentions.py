# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names in running text."""

from __future__ import annotations

from typing import Any, NamedTuple

from ._columns import TextColumn, text_list
from ._library import call


class Mention(NamedTuple):
    """A name in a text; `source[start:end] == text`."""

    start: int
    end: int
    text: str
    """The name alone, without endings or possessives."""
    kind: str
    """person, org or place."""
    name: str
    """Base form."""
    thread: int
    """Number of the person or thing within the text, which its short forms share."""


def mentions(text: Any, language: str | None = None, *, workers: int = 0) -> Any:
    """Finds the names in a text or a column of texts.

    Args:
        text: A str, or a column.
        language: A BCP 47 tag; None guesses it for each text.
        workers: Threads, 0 for one a core.

    Returns:
        Mentions in order; for a column a list of such lists.
    """
    if isinstance(text, str):
        return mentions([text], language)[0]
    column = TextColumn(text)
    table = call(
        "mentions", *column.arguments, column.count, language.encode() if language else None, 0,
        workers)
    found: list[list[Mention]] = [[] for _ in range(column.count)]
    integers = [table.integers(number) for number in range(4)]
    for row, start, end, thread, span, kind, name in zip(
        *integers, *(text_list(table, number) for number in range(3)), strict=True
    ):
        found[row].append(Mention(start, end, span, kind, name, thread))
    return found
