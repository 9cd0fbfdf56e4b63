#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""`namesake dedupe` beside what others use to find duplicate names: same file, same run.

    Benchmarks/Dedupe/compare-dedupe.py CATALOGUE.tsv [--table OUT.md] [--executable FILE]
                                        [--only NAME,…] [--peers FOLDER]

CATALOGUE.tsv is what `GrowCatalogue COUNT` prints: id, name, kind; names of one id are one entity.
Installs the peers from PyPI into a virtual environment of their own (--peers), runs each method in
a process of its own, one after the other, and prints a table as Markdown: pair precision, recall and
F1, seconds by the clock, seconds of processor time, and the process's greatest memory. The peers get
names romanized (anyascii) and folded, which raises their recall; that is counted in their time.
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VERSIONS = [
    "splink==5.0.0", "duckdb==2.0.0", "pandas==2.3.3", "string-grouper==0.8.0",
    "rapidfuzz==3.14.6", "anyascii==0.3.3",
]
# Records with one token beyond which rapidfuzz does not compare them with one another.
LARGEST_BLOCK = 200
RATIO = 88


def read(path):
    """The catalogue's columns: ids, names, kinds."""
    with open(path, encoding="utf8") as file:
        next(file)
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [list(column) for column in zip(*rows)]


def fold(name):
    """A name in ASCII letters and digits, lower-case, words in alphabetical order."""
    from anyascii import anyascii

    text = anyascii(name).lower()
    return sorted("".join(c if c.isalnum() else " " for c in text).split())


class Sets:
    """Disjoint sets of records."""

    def __init__(self, count):
        self.parents = list(range(count))

    def root(self, item):
        while self.parents[item] != item:
            self.parents[item] = self.parents[self.parents[item]]
            item = self.parents[item]
        return item

    def join(self, a, b):
        a, b = self.root(a), self.root(b)
        if a != b:
            self.parents[max(a, b)] = min(a, b)

    def labels(self):
        return [self.root(item) for item in range(len(self.parents))]


def folded_key(names, kinds):
    return [" ".join(fold(name)) for name in names]


def rapidfuzz_blocks(names, kinds):
    """token_sort_ratio of all names that share a token that is not too common; chains are joined."""
    from rapidfuzz import fuzz, process

    tokens = [fold(name) for name in names]
    folded = [" ".join(own) for own in tokens]
    blocks = collections.defaultdict(list)
    for record, own in enumerate(tokens):
        for token in set(own):
            blocks[token].append(record)
    sets = Sets(len(names))
    for members in blocks.values():
        if not 2 <= len(members) <= LARGEST_BLOCK:
            continue
        texts = [folded[member] for member in members]
        scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=RATIO, workers=-1)
        for a, b in zip(*scores.nonzero()):
            if a < b:
                sets.join(members[a], members[b])
    return sets.labels()


def string_grouper(names, kinds):
    """Cosine of letter trigrams, weighted by rarity, at the package's own threshold of 0.8."""
    import pandas
    from string_grouper import StringGrouper

    folded = pandas.Series([" ".join(fold(name)) for name in names])
    groups = StringGrouper(
        folded, ignore_index=True, number_of_processes=os.cpu_count()).fit().get_groups()
    return groups.tolist()


def splink(names, kinds):
    """Splink on DuckDB: parts of names at Jaro-Winkler thresholds, trained without labels."""
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    tokens = [fold(name) or [""] for name in names]
    frame = pandas.DataFrame({
        "unique_id": range(len(names)),
        "first": [own[0] for own in tokens],
        "last": [own[-1] for own in tokens],
        "whole": [" ".join(own) for own in tokens],
        "kind": kinds,
    })
    rules = [
        block_on("first", "substr(last, 1, 2)"), block_on("last", "substr(first, 1, 2)"),
        block_on("substr(whole, 1, 8)"),
    ]
    api = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("first", [0.95, 0.88]),
            cl.JaroWinklerAtThresholds("last", [0.95, 0.88]),
            cl.JaroWinklerAtThresholds("whole", [0.95, 0.9]),
            cl.ExactMatch("kind"),
        ],
        blocking_rules_to_generate_predictions=rules,
    )
    linker = Linker(api.register(frame, dataset_display_name="names"), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("whole")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("last"))
    pairs = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95)
    labels = [0] * len(names)
    rows = clusters.as_duckdbpyrelation().project("unique_id, cluster_id").fetchall()
    for record, cluster in rows:
        labels[record] = cluster
    return labels


METHODS = {
    "splink": ("Splink 5 on DuckDB", splink),
    "string_grouper": ("string_grouper", string_grouper),
    "rapidfuzz": ("rapidfuzz in token blocks", rapidfuzz_blocks),
    "folded": ("a folded key", folded_key),
}


def child(method, catalogue, output):
    """What one process does: reads, finds clusters, writes a label a line."""
    _, names, kinds = read(catalogue)
    with open(output, "w", encoding="utf8") as file:
        for label in METHODS[method][1](names, kinds):
            file.write(f"{label}\n")


def measured(arguments, stdout):
    """Runs a command; seconds by the clock, of processor time, and kilobytes at most."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=stdout, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        return None
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def pairs(count):
    return count * (count - 1) // 2


def pair_scores(truth, labels):
    """Precision, recall and F1 over pairs of records in one entity."""
    true = sum(map(pairs, collections.Counter(zip(truth, labels)).values()))
    made = sum(map(pairs, collections.Counter(labels).values()))
    there = sum(map(pairs, collections.Counter(truth).values()))
    precision, recall = true / max(made, 1), true / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("catalogue")
    parser.add_argument("--table")
    parser.add_argument("--executable", default=str(ROOT / ".build/release/namesake"))
    parser.add_argument("--only", default="namesake," + ",".join(METHODS))
    parser.add_argument("--peers", default=str(HERE.parent / ".rivals" / "dedupe"))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--output", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(options.child, options.catalogue, options.output)
    python = pathlib.Path(options.peers) / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", options.peers], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *VERSIONS], check=True)
    truth = read(options.catalogue)[0]
    rows = [
        f"{len(truth):,} names, {len(set(truth)):,} entities.", "",
        "| | precision | recall | F1 of pairs | s | s of processor | MB | bytes a name |",
        "|---|---|---|---|---|---|---|---|",
    ]
    print("\n".join(rows), flush=True)
    for method in options.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            output = f"{folder}/labels"
            if method == "namesake":
                title = "namesake dedupe"
                arguments = [
                    options.executable, "dedupe", "--select", "name,kind", "--format", "tsv",
                    options.catalogue]
            else:
                title = METHODS[method][0]
                arguments = [
                    str(python), __file__, options.catalogue, "--child", method, "--output", output]
            with open(f"{folder}/printed", "w", encoding="utf8") as printed:
                spent = measured(arguments, printed)
            if spent is None:
                row = f"| {title} | failed | | | | | | |"
            else:
                if method == "namesake":
                    with open(f"{folder}/printed", encoding="utf8") as file:
                        column = next(file).rstrip("\n").split("\t").index("entity")
                        labels = [line.split("\t")[column] for line in file]
                else:
                    with open(output, encoding="utf8") as file:
                        labels = file.read().splitlines()
                scores = " | ".join(f"{value:.3f}" for value in pair_scores(truth, labels))
                wall, processor, memory = spent
                row = (
                    f"| {title} | {scores} | {wall:.1f} | {processor:.1f} | {memory / 1024:,.0f} "
                    f"| {memory * 1024 / len(truth):,.0f} |")
        rows.append(row)
        print(row, flush=True)
    if options.table:
        pathlib.Path(options.table).write_text("\n".join(rows) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
