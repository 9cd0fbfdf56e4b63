# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Finds names in any language and script, and tells which are the same.

    >>> import namesake
    >>> namesake.normalize("ERDOĞAN’IN")
    'erdoganin'
    >>> namesake.compare("Vladimir Putin", "Владимир Путин") > 0.9
    True

Every call takes one text or a column of them: a list, a pyarrow array, a pandas or polars series.
A column gives a column of the same form back. Work on a column runs on all cores (`workers`) and
without the interpreter's lock. `None` and null stay what they are. Where the idea is the same as in
rapidfuzz the word is too: `score_cutoff`, `workers`, `cdist`, `extract`, `extractOne`; scores are
probabilities from 0 to 1.
"""

from ._index import Index, Match
from ._names import (
    Comparison,
    Evidence,
    cdist,
    compare,
    explain,
    extract,
    extractOne,
    normalize,
    versions,
)
from ._resolve import Entity, dedupe
from ._mentions import Mention, mentions

__version__: str = versions()["namesake"]

__all__ = [
    "Comparison",
    "Entity",
    "Evidence",
    "Index",
    "Match",
    "Mention",
    "cdist",
    "compare",
    "dedupe",
    "explain",
    "extract",
    "extractOne",
    "mentions",
    "normalize",
    "versions",
]
