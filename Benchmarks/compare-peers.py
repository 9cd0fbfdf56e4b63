#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Namesake beside the usual tools: the same input, the same work, in one run.

    Benchmarks/compare-peers.py [--parts a,b] [--minutes N] [--results FOLDER] [--data FOLDER]

Installs the peers from PyPI into Benchmarks/.rivals/peers, builds what it needs, lets all sides take
turns, checks their answers and writes to Benchmarks/Results/<date>-<machine>/:
  raw.csv       a row for each figure, written as it comes
  versions.txt  what ran
  summary.md    the tables of every part, scaling.svg the plot
  table.md      the block between the benchmark markers of README.md
A peer that cannot be installed is named as absent. --minutes (default 18) is for the measuring; each
part has its share of it, and what does not fit is left out by name. --data is a folder of labelled
data as `namesake evaluate` reads it, laid out like eval/ (default: ../shared/eval beside this
checkout); without it the part `accuracy` is skipped with a message.
"""
import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "Peers"))

import installing  # noqa: E402

# Shares of the time that each part may take.
PARTS = {"start": 0.3, "normalization": 3, "pairs": 3, "search": 4.2, "dedupe": 5, "mentions": 1.5,
         "scaling": 4, "accuracy": 3}


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--minutes", type=float, default=18)
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, default=HERE.parents[1] / "shared" / "eval")
    parser.add_argument("--names", type=int, default=1_000_000, help="size of the large catalogue")
    parser.add_argument("--quick", action="store_true",
                        help="try every part on little input, twice; the figures say nothing")
    options = parser.parse_args()
    options.parts = options.parts.split(",")
    if options.quick:
        options.names = min(options.names, 10_000)
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"{part} is no part; there are {', '.join(PARTS)}")
    return options


def main():
    options = arguments()
    # Starts this script again inside the folder that has the peers.
    absent = installing.enter(sys.argv)

    import importlib
    import machine
    import summary
    from results import Results

    folder = options.results or HERE / "Results" / machine.folder_name()
    results = Results(folder, runs=2 if options.quick else 5)
    results.write_versions(machine.describe(), installing.versions(), absent)
    machine.build()
    for part in options.parts:
        share = PARTS[part] * options.minutes / sum(PARTS.values())
        results.begin(part, minutes=share)
        try:
            importlib.import_module(part).run(results, options)
        except Exception as error:  # A part that fails must not take the others' figures with it.
            results.left_out(part, "all", f"{type(error).__name__}: {error}")
        summary.write(results.folder)
    print(f"written to {results.folder}")


main()
