#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Our distance kernels beside rapidfuzz's batch calls: same names, same run, one thread.

    Benchmarks/compare-distances.py NAMES.tsv [--table OUT.md] [--executable FILE] [--runs N]

NAMES.tsv has a name in its third column, as the file of names that training makes; Latin ones
are taken. Installs rapidfuzz into Benchmarks/.rivals/rapidfuzz, builds DistanceComparison, lets both sides
take turns, and compares every score: a difference above one unit in the last place of a 32-bit float
ends the run. Prints a table as
Markdown: millions of pairs a second of processor time (medians) and the median of the runs' ratios.
Ours with packing the strings into lists, and with
lists kept; rapidfuzz's strings are Python's, which need no packing.
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / ".rivals" / "rapidfuzz"
PEER_VERSIONS = ["rapidfuzz==3.14.6", "numpy==2.4.6"]
QUERIES, NAMES, SEED = 50, 20_000, 1
CUTOFFS = [0, 0.85]


def inside_peers():
    """Starts this script again inside the folder that has the peer."""
    python = PEERS / "bin" / "python"
    if pathlib.Path(sys.prefix) == PEERS:
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEER_VERSIONS], check=True)
    os.execv(python, [str(python), *sys.argv])


def latin_names(path):
    names = []
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            name = line.rstrip("\n").split("\t")[2]
            if any(c.isascii() and c.isalpha() for c in name) and all(ord(c) < 0x250 for c in name):
                names.append(name)
    random.Random(SEED).shuffle(names)
    # Made anew in their order, so that the peer reads memory in order too.
    return [name.encode().decode() for name in names]


class Ours:
    def __init__(self, executable, folder, lists):
        self.output = folder / "scores"
        files = []
        for number, strings in enumerate(lists):
            file = folder / f"list{number}"
            file.write_text("\n".join(strings) + "\n", encoding="utf-8")
            files.append(file)
        self.process = subprocess.Popen(
            [executable, *files], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, form, metric, cutoff):
        self.process.stdin.write(f"{form} {metric} {cutoff} {self.output}\n")
        self.process.stdin.flush()
        whole, call = map(float, self.process.stdout.readline().split())
        return whole, call


def check(numpy, what, file, expected, scale, cutoff):
    found = numpy.fromfile(file, dtype=numpy.float32)
    expected = (expected.astype(numpy.float64).ravel() / scale).astype(numpy.float32)
    # Dividing by the scale rounds once more; a score at the cutoff may fall either way.
    at_cutoff = numpy.abs(numpy.maximum(found, expected) - cutoff) < 1e-6
    wrong = (numpy.abs(found - expected) > 1.2e-7) & ~at_cutoff
    if found.size != expected.size or wrong.any():
        place = int(numpy.argmax(wrong))
        sys.exit(f"{what}: {int(wrong.sum())} scores differ; at {place} {found[place]}"
                 f" and not {expected[place]}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names")
    arguments.add_argument("--table")
    arguments.add_argument("--executable", help="DistanceComparison, instead of building it")
    arguments.add_argument("--runs", type=int, default=7)
    options = arguments.parse_args()
    inside_peers()

    import numpy
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA, Indel, Jaro, JaroWinkler, Levenshtein

    # Ours, theirs, and what their scores are divided by.
    metrics = [
        ("levenshtein", Levenshtein.normalized_similarity, 1),
        ("optimalAlignment", OSA.normalized_similarity, 1),
        ("indel", Indel.normalized_similarity, 1),
        ("indel", fuzz.ratio, 100),
        ("jaro", Jaro.similarity, 1),
        ("jaroWinkler", JaroWinkler.similarity, 1),
        ("tokenSort", fuzz.token_sort_ratio, 100),
        ("tokenSet", fuzz.token_set_ratio, 100),
    ]
    executable = options.executable
    if not executable:
        subprocess.run(["swift", "build", "-c", "release", "--product", "DistanceComparison",
                        "--package-path", HERE], check=True)
        executable = HERE / ".build" / "release" / "DistanceComparison"

    names = latin_names(options.names)
    others = names[NAMES:2 * NAMES]
    queries = names[2 * NAMES:2 * NAMES + QUERIES]
    names = names[:NAMES]
    forms = [
        ("matrix", f"cdist, {QUERIES} × {NAMES:,}", queries, QUERIES * NAMES),
        ("one", f"cdist, 1 × {NAMES:,}", queries[:1], NAMES),
        ("pairs", f"cpdist, {NAMES:,} pairs", None, NAMES),
    ]
    lines = [
        "| call | metric | rapidfuzz | cutoff | rapidfuzz | ours, strings packed anew | ratio"
        " | ours, packed before | ratio |",
        "|---|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(executable, pathlib.Path(folder), [queries, names, others])
        for form, title, ours_queries, pairs in forms:
            for metric, scorer, scale in metrics:
                for cutoff in CUTOFFS:
                    times = []
                    for _ in range(options.runs):
                        start = time.process_time()
                        if ours_queries:
                            expected = process.cdist(
                                ours_queries, names, scorer=scorer, score_cutoff=cutoff * scale,
                                workers=1)
                        else:
                            expected = process.cpdist(
                                names, others, scorer=scorer, score_cutoff=cutoff * scale, workers=1)
                        theirs = time.process_time() - start
                        times.append((theirs, *ours.run(form, metric, cutoff)))
                    check(numpy, f"{title}, {metric}, {cutoff}", ours.output, expected, scale, cutoff)
                    speeds = [pairs / statistics.median(column) / 1e6 for column in zip(*times)]
                    whole = statistics.median(theirs / whole for theirs, whole, _ in times)
                    call = statistics.median(theirs / call for theirs, _, call in times)
                    lines.append(
                        f"| {title} | {metric} | {scorer.__qualname__} | {cutoff} | {speeds[0]:.2f}"
                        f" | {speeds[1]:.2f} | {whole:.1f} | {speeds[2]:.2f} | {call:.1f} |")
                    print(lines[-1], flush=True)
    if options.table:
        pathlib.Path(options.table).write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
