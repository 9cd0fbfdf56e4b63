# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Columns of texts in whatever form people have them, and results in the same form.

Arrow columns go to the library where they lie and come back from it where it left them. Other forms
are copied once.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from . import _strings
from ._library import Table

KIND_CODES = {None: 0, "": 0, "person": 1, "org": 2, "place": 3}


def _module(name: str) -> Any:
    """A module that the caller has imported, since only then can its objects come in."""
    return sys.modules.get(name)


class TextColumn:
    """Texts as the library takes them: addresses, and what keeps them alive."""

    def __init__(self, source: Any) -> None:
        self.source = source
        self.form = form_of(source)
        arrow = _module("pyarrow")
        if self.form == "arrow":
            self._take_arrow(source)
        elif self.form == "polars":
            self._take_arrow(source.to_arrow())
        elif self.form == "pandas" and arrow is not None:
            self._take_arrow(arrow.Array.from_pandas(source))
        else:
            self._take_list(list(source) if self.form == "pandas" else source)

    def _take_list(self, source: Iterable[str | None]) -> None:
        texts, offsets, self.count, self.nulls = _strings.pack(source)
        self._owners = (texts, offsets)
        self.arguments = (
            _address(texts),
            _address(offsets),
            8,
        )

    def _take_arrow(self, array: Any) -> None:
        import pyarrow as arrow

        if isinstance(array, arrow.ChunkedArray):
            array = array.combine_chunks() if array.num_chunks != 1 else array.chunk(0)
            if isinstance(array, arrow.ChunkedArray):
                array = arrow.concat_arrays(array.chunks or [arrow.array([], arrow.large_string())])
        if array.type not in (arrow.string(), arrow.large_string()):
            array = array.cast(arrow.large_string())
        width = 4 if array.type == arrow.string() else 8
        self.count = len(array)
        self.nulls = array.is_null() if array.null_count else None
        self._owners = (array,)
        _, offsets, texts = array.buffers()
        self.arguments = (
            texts.address if texts is not None else None,
            offsets.address + array.offset * width if offsets is not None and self.count else None,
            width,
        )

    # Results in the form of the texts.

    def texts(self, table: Table, column: int) -> Any:
        """A text column of a table with one row for each of these texts."""
        if not self._gives_arrow:
            nulls = self.nulls if isinstance(self.nulls, bytes) else None
            return self._shape(_strings.unpack(*table.text(column), self.count, nulls))
        return self._shape(self._masked(text_array(table, column)))

    def numbers(self, table: Table, column: int) -> Any:
        """A column of numbers of such a table."""
        if not self._gives_arrow:
            return self._shape(self._list_masked(table.numbers(column).tolist()))
        return self._shape(self._masked(number_array(table, column)))

    def scores(self, buffer: ctypes.Array, other: TextColumn | None = None) -> Any:
        """Numbers that the library wrote into a buffer of ours, null where a text is."""
        if not self._gives_arrow:
            values = memoryview(buffer).cast("B").cast("d").tolist()
            values = self._list_masked(values)
            return self._shape(other._list_masked(values) if other else values)
        import pyarrow as arrow

        view = memoryview(buffer).cast("B")
        array = arrow.Array.from_buffers(
            arrow.float64(), self.count, [None, arrow.py_buffer(view)])
        array = self._masked(array)
        return self._shape(other._masked(array) if other else array)

    def frame(self, columns: dict[str, Any]) -> Any:
        """Columns from `texts` and `numbers` side by side, as the form's own table."""
        if self.form == "arrow":
            return _module("pyarrow").table(columns)
        if self.form == "polars":
            return _module("polars").DataFrame(columns)
        return _module("pandas").DataFrame(columns)

    @property
    def _gives_arrow(self) -> bool:
        return self.form != "list" and _module("pyarrow") is not None

    def _list_masked(self, values: list) -> list:
        if self.nulls is None:
            return values
        nulls = self.nulls if isinstance(self.nulls, bytes) else self.nulls.to_pylist()
        return [None if null else value for value, null in zip(values, nulls, strict=True)]

    def _masked(self, array: Any) -> Any:
        if self.nulls is None:
            return array
        import pyarrow as arrow
        import pyarrow.compute as compute

        nulls = self.nulls
        if isinstance(nulls, bytes):
            nulls = arrow.array(nulls).cast(arrow.bool_())
        return compute.if_else(nulls, arrow.scalar(None, array.type), array)

    def _shape(self, values: Any) -> Any:
        if self.form == "polars":
            return _module("polars").Series(self.source.name, values)
        if self.form == "pandas":
            if self._gives_arrow:
                values = values.to_pandas()
            return _module("pandas").Series(
                getattr(values, "array", values), index=self.source.index, name=self.source.name)
        return values


def text_array(table: Table, column: int) -> Any:
    """A text column of a table as an Arrow array over the library's own memory."""
    import pyarrow as arrow

    texts, offsets = table.text(column)
    end = ctypes.c_int64.from_address(offsets + 8 * table.rows).value
    return arrow.LargeStringArray.from_buffers(
        table.rows,
        arrow.foreign_buffer(offsets, 8 * (table.rows + 1), table),
        arrow.foreign_buffer(texts, end, table),
    )


def number_array(table: Table, column: int) -> Any:
    """A column of numbers of a table as an Arrow array over the library's own memory."""
    import pyarrow as arrow

    buffer = arrow.foreign_buffer(table.address_of_numbers(column), 8 * table.rows, table)
    return arrow.Array.from_buffers(arrow.float64(), table.rows, [None, buffer])


def text_list(table: Table, column: int) -> list[str]:
    """A text column of a table as a list."""
    return _strings.unpack(*table.text(column), table.rows, None)


def form_of(source: Any) -> str:
    """What kind of column this is: list, arrow, pandas or polars."""
    if isinstance(source, (list, tuple)):
        return "list"
    for name, form, types in (
        ("pyarrow", "arrow", ("Array", "ChunkedArray")),
        ("pandas", "pandas", ("Series",)),
        ("polars", "polars", ("Series",)),
    ):
        module = _module(name)
        if module is not None and isinstance(source, tuple(getattr(module, t) for t in types)):
            return form
    return "list"


def kind_codes(kinds: str | Sequence[str | None] | None, count: int) -> bytes | None:
    """Kinds as the library takes them.

    Raises:
        ValueError: For a word that is no kind, or the wrong number of them.
    """
    if kinds is None:
        return None
    if isinstance(kinds, str):
        return bytes([kind_code(kinds)]) * count
    if hasattr(kinds, "to_pylist"):
        kinds = kinds.to_pylist()
    codes = bytes(kind_code(kind) for kind in kinds)
    if len(codes) != count:
        raise ValueError(f"there are {len(codes)} kinds for {count} names")
    return codes


def kind_code(kind: str | None) -> int:
    """The number of a kind."""
    code = KIND_CODES.get(kind)
    if code is None:
        raise ValueError(f"{kind!r} is no kind of name; give person, org or place")
    return code


def _address(data: bytes) -> int | None:
    return ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value
