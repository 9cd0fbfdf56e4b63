# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""A list of names to entities: whole processes on both cores, with their memory and accuracy."""
import collections
import csv
import io
import json
import math
import statistics
import sys

import machine

SIZES = [10_000, 100_000]
# For all runs of a tool over a list.
MOST_SECONDS = 40
TOOLS = ["anyascii key", "rapidfuzz in blocks", "string_grouper", "splink"]


def pair_measures(gold, found):
    """Precision and recall over pairs of records put together."""
    def pairs(counts):
        return sum(math.comb(n, 2) for n in counts.values())
    both = pairs(collections.Counter(zip(gold, found)))
    put, true = pairs(collections.Counter(found)), pairs(collections.Counter(gold))
    precision, recall = both / put if put else 1.0, both / true if true else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def run(results, options):
    for count in [size for size in SIZES if size <= options.names]:
        file = machine.grow(count)
        rows = machine.rows(file)
        gold = [identifier for identifier, _, _ in rows]
        names_only = machine.WORK / f"names-{count}.tsv"
        names_only.write_text(
            "name\tkind\n" + "".join(f"{n}\t{k}\n" for _, n, k in rows), encoding="utf-8")
        measure(results, "namesake", count, gold, lambda: ours(names_only))
        for tool in TOOLS:
            measure(results, tool, count, gold, lambda: peer(tool, file, results))
    large = [size for size in (1_000_000, options.names) if max(SIZES) < size <= options.names]
    for count in sorted(set(large)):
        file = machine.grow(count)
        gold = [identifier for identifier, _, _ in machine.rows(file)]
        measure(results, "namesake", count, gold, lambda: ours(file), most=1)


def ours(file):
    done = machine.run([machine.COMMAND, "dedupe", "--format", "tsv", file], timeout=400)
    lines = done.output.decode("utf-8").split("\n")
    place = lines[0].split("\t").index("entity")
    return done, [line.split("\t")[place] for line in lines[1:] if line]


def peer(tool, file, results):
    script = machine.HERE / "Peers" / "dedupe_peer.py"
    done = machine.run(
        [sys.executable, script, tool, file], timeout=max(20, min(150, results.seconds_left)))
    return done, json.loads(done.output.decode().splitlines()[-1])


def measure(results, tool, count, gold, call, most=5):
    data = f"{count:,} names"
    taken, found = [], None
    for turn in range(min(most, results.runs)):
        # At least one run, and as many more as fit.
        if turn and (results.seconds_left < 0 or turn >= MOST_SECONDS / taken[0].wall):
            break
        if not turn and tool != "namesake" and results.seconds_left < 0:
            results.left_out(f"dedupe {data}", tool, "no time was left")
            return
        try:
            done, found = call()
        except Exception as error:
            results.left_out(f"dedupe {data}", tool, f"{type(error).__name__}: {error}")
            return
        taken.append(done)
    precision, recall, f1 = pair_measures(gold, found)
    check = f"pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    results.add("dedupe", data, tool, "time", "s", [d.wall for d in taken], check=check)
    results.add("dedupe", data, tool, "processor time", "s", [d.cpu for d in taken])
    results.add("dedupe", data, tool, "memory", "bytes a name", [d.peak / count for d in taken])
