# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""The version, from the library's own, and the extension, for any CPython from 3.11 on."""

import pathlib
import re

from setuptools import Extension, setup

versions = pathlib.Path(__file__).resolve().parent.parent / "Namesake" / "Versions.swift"
release = re.search(r'release = "([^"]+)"', versions.read_text(encoding="utf-8"))

setup(
    version=release.group(1),
    ext_modules=[
        Extension(
            "namesake._strings",
            ["namesake/_strings.c"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
            extra_compile_args=["-O2", "-Wall", "-Wextra", "-Werror"],
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
