# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""What the Python package costs over the Swift library: CPU time of the same batches on the same
names, one worker each, the least of three runs.

    python3 Benchmarks/Python/overhead.py NAMES.tsv     # a table with the column name

Wants .ci/library and the package. A list goes from str to str on both sides, an Arrow column from
buffer to buffer.
"""

from __future__ import annotations

import csv
import pathlib
import subprocess
import sys
import tempfile
import time

import pyarrow

import namesake

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Agreement"))
import agree  # noqa: E402


def seconds(job) -> float:
    least = float("inf")
    for _ in range(3):
        start = time.process_time()
        job()
        least = min(least, time.process_time() - start)
    return least


def main() -> None:
    with open(sys.argv[1], encoding="utf-8", newline="") as lines:
        names = [row["name"] for row in csv.DictReader(
            lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "overhead"
        agree.compile_swift(pathlib.Path(__file__).with_suffix(".swift"), program)
        output = subprocess.check_output([program], input="\n".join(names) + "\n", text=True)
    library = {" ".join(line.split()[:2]): float(line.split()[2]) for line in output.splitlines()}
    shifted = names[1:] + names[:1]
    columns = pyarrow.array(names), pyarrow.array(shifted)
    few = names[:1_000]
    jobs = {
        "normalize list": lambda: namesake.normalize(names, workers=1),
        "normalize column": lambda: namesake.normalize(columns[0], workers=1),
        "compare list": lambda: namesake.compare(names, shifted, workers=1),
        "compare column": lambda: namesake.compare(*columns, workers=1),
        "cdist list": lambda: namesake.cdist(few[:200], few, workers=1),
        "dedupe list": lambda: namesake.dedupe(few, workers=1),
        "mentions list": lambda: namesake.mentions(few, workers=1),
    }
    print(f"{len(names)} names; CPU milliseconds of the library, of Python, and their ratio")
    for job, run in jobs.items():
        own = seconds(run)
        print(f"{job:18} {library[job] * 1e3:9.1f} {own * 1e3:9.1f} {own / library[job]:6.2f}")


main()
