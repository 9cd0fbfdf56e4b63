# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""An index of many names: what it costs to build, to open and to search."""
import random
import re
import statistics
import time

import machine
from engine import Engine

QUERIES = 1000
SCANS = 3


def run(results, options):
    count = options.names
    names = machine.grow(count)
    queries = machine.rows(machine.grow(count, queries=50 if options.quick else QUERIES))
    index = machine.WORK / f"grown-{count}.index"
    build(results, names, index, count)
    ours_search(results, index, queries, count)
    exhaustive(results, min(count, 2000 if options.quick else 100_000))
    scans(results, names, queries, count)


def build(results, names, index, count):
    built = [machine.run([machine.COMMAND, "index", names, "-o", index]) for _ in range(2)]
    data = f"{count:,} names"
    results.add("index", data, "namesake", "build", "names/s", [count / b.wall for b in built])
    results.add("index", data, "namesake", "build, a core", "names/s",
                [count / b.cpu for b in built])
    results.add("index", data, "namesake", "memory of the build", "bytes a name",
                [b.peak / count for b in built])
    results.add("index", data, "namesake", "file", "bytes a name", [index.stat().st_size / count])


def ours_search(results, index, queries, count):
    data = f"{count:,} names"
    file = machine.WORK / "queries.txt"
    file.write_text("\n".join(name for _, name, _ in queries) + "\n", encoding="utf-8")
    ours = Engine()
    medians, lates, opened = [], [], []
    for turn in range(results.runs + 1):
        whole, main = ours.ask("search", index, file)
        if turn == 0:  # The first brings the file into memory.
            continue
        answers = [line.split("\t") for line in ours.answer().split("\n") if line]
        times = sorted(float(answer[0]) for answer in answers)
        medians.append(statistics.median(times) * 1e3)
        lates.append(times[int(len(times) * 0.99)] * 1e3)
        opened.append((whole - main) * 1e3)
    first = sum(a[1:2] == [q[0]] for a, q in zip(answers, queries)) / len(queries)
    ten = sum(q[0] in a[1:11] for a, q in zip(answers, queries)) / len(queries)
    results.add("search", data, "namesake", "p50", "ms", medians,
                check=f"right first {first:.3f}, among ten {ten:.3f}")
    results.add("search", data, "namesake", "p99", "ms", lates)
    results.add("index", data, "namesake", "open", "ms", opened)
    ours.close()


def exhaustive(results, count):
    """How far a search agrees with one that compares every name in full."""
    index = machine.WORK / f"grown-{count}.index"
    machine.run([machine.COMMAND, "index", machine.grow(count), "-o", index])
    queries = machine.grow(count, queries=40)
    left = max(30, min(120, results.seconds_left / 2))
    try:
        done = machine.run([machine.CATALOGUE_SPEED, index, queries, "--exhaustive"], timeout=left)
    except TimeoutError as error:
        results.left_out("search", "namesake, every name compared", str(error))
        return
    text = done.output.decode("utf-8")
    for line in text.splitlines():
        if line.startswith(("search", "exhaustive")):
            words = line.split("\t")
            value = float(re.sub(r"[^0-9.]", "", words[words.index("recall@10") + 1]))
            title = "namesake" if words[0] == "search" else "namesake, every name compared"
            results.add("search", f"{count:,} names, 40 queries", title, "recall@10", "", [value])
        # Of the scan's results from a score up, the share that the search finds too.
        shared = re.match(r"score>=([\d.]+)\tresults\t(\d+)\tfound\t([\d.]+)", line)
        if shared and shared[1] != "0.0":
            results.add("search", f"{count:,} names, 40 queries", "namesake",
                        f"found of the scan's results from {shared[1]} up", f"of {shared[2]}",
                        [float(shared[3])])


def scans(results, names, queries, count):
    """The usual way: every name against the query."""
    data = f"{count:,} names"
    rows = machine.rows(names)
    from pairs import folded
    keys = folded([name for _, name, _ in rows])
    asked = random.Random(2).sample(queries, SCANS)
    asked_keys = folded([name for _, name, _ in asked])
    systems = {}
    try:
        from rapidfuzz import distance, fuzz, process
        for title, scorer in [("ratio", fuzz.ratio), ("token_sort_ratio", fuzz.token_sort_ratio),
                              ("JaroWinkler", distance.JaroWinkler.similarity)]:
            systems[f"rapidfuzz extract, {title}"] = lambda key, scorer=scorer: [
                place for _, _, place in process.extract(key, keys, scorer=scorer, limit=10)]
    except ImportError:
        results.left_out("search", "rapidfuzz", "absent")
    try:
        systems["trigram TF-IDF, sparse product"] = trigrams(keys)
    except ImportError as error:
        results.left_out("search", "trigram TF-IDF", f"absent: {error}")
    for name, call in systems.items():
        if results.seconds_left < 0:
            results.left_out("search", name, "no time was left")
            continue
        times, ten = [], 0
        for (identifier, _, _), key in zip(asked, asked_keys):
            start = time.process_time()
            found = call(key)
            times.append((time.process_time() - start) * 1e3)
            ten += any(rows[place][0] == identifier for place in found)
        results.add("search", data, name, "p50", "ms", times,
                    check=f"right among ten {ten} of {len(asked)}")


def trigrams(keys):
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), dtype=numpy.float32)
    matrix = vectors.fit_transform(keys).T.tocsr()

    def call(key):
        scores = (vectors.transform([key]) @ matrix).toarray()[0]
        best = numpy.argpartition(scores, -10)[-10:]
        return [int(place) for place in best]
    return call
