#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Puts the table of a results folder between the benchmark markers of README.md, unedited.

    Benchmarks/update-readme.py Benchmarks/Results/<date>-<machine>

The markers are `<!-- benchmarks: FOLDER -->` and `<!-- end of benchmarks -->`; the first names the
folder, and a test holds what is between them against FOLDER/table.md.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"<!-- benchmarks: .*? -->\n.*?<!-- end of benchmarks -->\n", re.DOTALL)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1]).resolve().relative_to(ROOT)
    table = (ROOT / folder / "table.md").read_text(encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    block = f"<!-- benchmarks: {folder} -->\n{table}<!-- end of benchmarks -->\n"
    changed, count = BLOCK.subn(lambda _: block, text)
    if count != 1:
        sys.exit(f"README.md has {count} blocks between the benchmark markers; one is needed")
    readme.write_text(changed, encoding="utf-8")


main()
