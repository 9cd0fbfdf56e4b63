# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Gives one file of names to the command, Swift, C, Python and Spark, and compares the entities.

    python3 Tests/Agreement/agree.py NAMES.tsv                  # a table with the column name
    python3 Tests/Agreement/agree.py NAMES.tsv command spark    # these alone

Wants .ci/library and the Python package; what is not installed is left out and said. Exit 0 when
all that ran agree.
"""

from __future__ import annotations

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / os.environ.get("SCRATCH", ".build")

Rows = list[tuple[str, str]]


def by_command(table: pathlib.Path, names: list[str]) -> Rows:
    output = subprocess.check_output(
        [BUILD / "out/bin/namesake", "dedupe", "--input-format", "text", "--format", "jsonl"],
        input="\n".join(names) + "\n", text=True)
    found = (json.loads(line) for line in output.splitlines())
    return [(row["entity"], row["canonical"]) for row in found]


def by_program(program: pathlib.Path, names: list[str]) -> Rows:
    output = subprocess.check_output([program], input="\n".join(names) + "\n", text=True)
    return [tuple(line.split("\t")) for line in output.split("\n")[:-1]]


def compile_swift(source: pathlib.Path, program: pathlib.Path) -> None:
    """Compiles a program against the modules and the objects of the release build."""
    objects = BUILD / "release/NamesakeC.product/Objects.LinkFileList"
    maps = [
        *ROOT.glob("Sources/System*/module.modulemap"), *ROOT.glob("Sources/C*/module.modulemap"),
        *ROOT.glob("Sources/C*/include/module.modulemap"),
        *BUILD.glob("release/C*.build/module.modulemap"),
        *BUILD.glob("checkouts/*/Sources/C*/include/module.modulemap"),
    ]
    subprocess.run(
        ["swiftc", "-O", source, "-I", BUILD / "release/Modules",
         *(option for path in maps for option in ("-Xcc", f"-fmodule-map-file={path}")),
         f"@{objects}",
         *(f"-l{name}" for name in ("icui18n", "icuuc", "simdjson", "z", "zstd", "stdc++")),
         "-o", program],
        check=True)


def by_swift(table: pathlib.Path, names: list[str]) -> Rows:
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "dedupe"
        compile_swift(HERE / "dedupe.swift", program)
        return by_program(program, names)


def by_c(table: pathlib.Path, names: list[str]) -> Rows:
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "dedupe"
        library = BUILD / "out/lib"
        subprocess.run(
            ["cc", "-O2", "-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE",
             f"-I{ROOT / 'Sources/NamesakeC'}", HERE / "dedupe.c", "-o", program, f"-L{library}",
             "-lNamesakeC", f"-Wl,-rpath,{library}"],
            check=True)
        return by_program(program, names)


def by_python(table: pathlib.Path, names: list[str]) -> Rows:
    import namesake

    return [(row.entity, row.canonical) for row in namesake.dedupe(names)]


def by_spark(table: pathlib.Path, names: list[str]) -> Rows:
    from pyspark.sql import SparkSession

    from namesake import spark

    if shutil.which("java") is None:
        raise ModuleNotFoundError("Spark needs Java")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
    try:
        frame = session.read.csv(str(table), sep="\t", header=True, quote="")
        rows = spark.dedupe(frame).select("name", "entity", "canonical").toArrow().to_pylist()
        # Rows come in any order; those of one name have one entity.
        found = {row["name"]: (row["entity"], row["canonical"]) for row in rows}
        return [found[name] for name in names] if len(rows) == len(names) else []
    finally:
        session.stop()


def main() -> None:
    table = pathlib.Path(sys.argv[1])
    with table.open(encoding="utf-8", newline="") as lines:
        names = [row["name"] for row in csv.DictReader(
            lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    expected: Rows | None = None
    agree = True
    ways = (by_command, by_swift, by_c, by_python, by_spark)
    chosen = {f"by_{word}" for word in sys.argv[2:]} or {way.__name__ for way in ways}
    for way in ways:
        if way.__name__ not in chosen:
            continue
        start = time.monotonic()
        try:
            found = way(table, names)
        except ModuleNotFoundError as missing:
            print(f"{way.__name__}: left out ({missing})")
            continue
        seconds = time.monotonic() - start
        expected = expected or found
        same = found == expected
        agree = agree and same
        entities = len({row[0] for row in found})
        print(f"{way.__name__}: {len(found)} names, {entities} entities, {seconds:.1f} s, "
              f"{'the same' if same else 'OTHERS'}", flush=True)
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
