# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""The shared library: its functions, and the objects that it hands out.

Calls go through ctypes, which gives the interpreter's lock back while the library works.
"""

from __future__ import annotations

import ctypes
import pathlib
from ctypes import POINTER, byref, c_char_p, c_double, c_float, c_int32, c_int64, c_void_p

_DONE = 0
_CANNOT_READ = 2

_library = ctypes.CDLL(str(pathlib.Path(__file__).with_name("libNamesakeC.so")))
_COLUMN = (c_void_p, c_void_p, c_int32)

_SIGNATURES = {
    "version": (c_int32, ()),
    "versions": (c_int32, (POINTER(c_void_p),)),
    "free": (None, (c_void_p,)),
    "rows": (c_int64, (c_void_p,)),
    "text": (c_void_p, (c_void_p, c_int32)),
    "offsets": (c_void_p, (c_void_p, c_int32)),
    "numbers": (c_void_p, (c_void_p, c_int32)),
    "integers": (c_void_p, (c_void_p, c_int32)),
    "normalize_all": (
        c_int32, (*_COLUMN, c_int64, c_char_p, c_char_p, c_int32, POINTER(c_void_p))),
    "compare": (c_double, (c_char_p, c_int64, c_char_p, c_int64, c_int32)),
    "compare_all": (
        c_int32, (*_COLUMN, *_COLUMN, c_int64, c_char_p, c_int32, POINTER(c_double))),
    "explain_all": (
        c_int32, (*_COLUMN, *_COLUMN, c_int64, c_char_p, c_int32, POINTER(c_void_p))),
    "compare_matrix": (
        c_int32, (*_COLUMN, c_int64, *_COLUMN, c_int64, c_int32, POINTER(c_float))),
    "index_build": (
        c_int32,
        (*_COLUMN, *_COLUMN, c_int64, c_char_p, c_char_p, c_int32, POINTER(c_void_p))),
    "index_open": (c_int32, (c_char_p, POINTER(c_void_p))),
    "index_count": (c_int64, (c_void_p,)),
    "search_all": (
        c_int32,
        (c_void_p, *_COLUMN, c_int64, c_int32, c_int32, c_double, c_int32, POINTER(c_void_p))),
    "dedupe": (
        c_int32, (*_COLUMN, c_int64, c_char_p, c_double, c_int32, POINTER(c_void_p))),
    "mentions": (
        c_int32, (*_COLUMN, c_int64, c_char_p, c_int32, c_int32, POINTER(c_void_p))),
    "join_open": (
        c_int32,
        (*_COLUMN, c_int64, c_char_p, POINTER(c_int64), c_int32, POINTER(c_void_p))),
    "join_names": (c_int32, (c_void_p, POINTER(c_void_p))),
    "join_pairs": (
        c_int32, (c_void_p, c_int64, c_int64, c_double, c_int32, POINTER(c_void_p))),
    "join_resolve": (
        c_int32,
        (c_void_p, POINTER(c_int64), POINTER(c_int64), POINTER(c_double), c_int64,
         POINTER(c_int64), c_int64, c_double, c_int32, POINTER(c_void_p))),
}


def function(name: str):
    """A function of the C interface, with its types."""
    found = getattr(_library, f"namesake1_{name}")
    found.restype, found.argtypes = _SIGNATURES[name]
    return found


_free = function("free")
_rows = function("rows")
_text = function("text")
_offsets = function("offsets")
_numbers = function("numbers")
_integers = function("integers")


class Handle:
    """An object of the library, freed with this one."""

    def __init__(self, address: int | None) -> None:
        self.address = address

    def __del__(self) -> None:
        # The module may be gone when the interpreter ends.
        if self.address and _free:
            _free(self.address)
            self.address = None


class Table(Handle):
    """Columns of equally many rows, in the library's memory."""

    @property
    def rows(self) -> int:
        return _rows(self.address)

    def text(self, column: int) -> tuple[int, int]:
        """Addresses of a text column's bytes and of its 8-byte offsets."""
        return _text(self.address, column), _offsets(self.address, column)

    def numbers(self, column: int) -> memoryview:
        """A column of doubles; holds the table."""
        return self._view(_numbers(self.address, column), c_double)

    def integers(self, column: int) -> memoryview:
        """A column of whole numbers; holds the table."""
        return self._view(_integers(self.address, column), c_int64)

    def address_of_numbers(self, column: int) -> int:
        return _numbers(self.address, column)

    def address_of_integers(self, column: int) -> int:
        return _integers(self.address, column)

    def _view(self, address: int, kind) -> memoryview:
        array = (kind * self.rows).from_address(address)
        array.table = self
        return memoryview(array).cast("B").cast("d" if kind is c_double else "q")


def call(name: str, *arguments, result: type[Handle] = Table):
    """Calls a function whose last parameter receives an object.

    Raises:
        OSError: When a file cannot be read or written.
        ValueError: When an argument makes no sense.
    """
    address = c_void_p()
    status = function(name)(*arguments, byref(address))
    if status == _DONE:
        return result(address.value)
    raise error(status, Table(address.value))


def error(status: int, table: Table) -> Exception:
    """The exception of a call that was not done, with the library's reason."""
    bytes_address, offset_address = table.text(0)
    end = c_int64.from_address(offset_address + 8).value
    message = ctypes.string_at(bytes_address, end).decode()
    return (OSError if status >= _CANNOT_READ else ValueError)(message)
