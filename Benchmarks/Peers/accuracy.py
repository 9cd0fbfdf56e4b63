# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Accuracy beside speed on labelled data that is no part of this repository.

Only entities and documents set aside from all training are measured (`held_out`).
"""
import bisect
import collections
import csv
import gzip
import hashlib
import json
import random
import sys
import time
import unicodedata

import machine
from dedupe import TOOLS
from mentions import f1, load
from pairs import folded, logic_v2


def held_out(identifier):
    """One in five, by the hash of its id; no model has seen it."""
    digest = hashlib.sha256(("dev" + identifier).encode()).digest()
    return int.from_bytes(digest[:8], "big") % 5 == 0


def lines(path):
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def run(results, options):
    if not (options.data / "pairs").is_dir():
        results.left_out("accuracy", "all", f"no labelled data in {options.data}")
        return
    for part in [pairs, names, articles]:
        part(results, options.data, 20 if options.quick else 1)


# Pairs


def labelled_pairs(data):
    rows = list(csv.DictReader(
        lines(data / "pairs" / "pairs.tsv.gz"), delimiter="\t", quoting=csv.QUOTE_NONE))
    def usable(row):
        category = row["category"]
        if "partial" in category or "(weak)" in category or category == "homonym":
            return False
        # Aliases that are no spellings.
        if (row["label"] == "1" and row["source"] in ("ofac", "un") and row["fold_sim"]
                and float(row["fold_sim"]) < 0.5):
            return False
        known = row["kind"] in ("person", "org", "place", "namepart", "")
        return known or row["source"] == "nomenklatura"
    return [row for row in rows if held_out(row["id1"] or row["name1"])
            and held_out(row["id2"] or row["name1"]) and usable(row)]


def pairs(results, data, part):
    """`part`: of so many one is measured."""
    rows = labelled_pairs(data)[::part]
    names = [(row["name1"], row["name2"]) for row in rows]
    gold = [row["label"] == "1" for row in rows]
    kinds = {"person": "person", "org": "org", "place": "place", "namepart": "person"}
    file = machine.WORK / "labelled.jsonl"
    with open(file, "w", encoding="utf-8") as output:
        for row in rows:
            record = {"name1": row["name1"], "name2": row["name2"]}
            if row["kind"] in kinds:
                record["kind"] = kinds[row["kind"]]
            output.write(json.dumps(record, ensure_ascii=False) + "\n")

    def ours():
        done = machine.run([machine.COMMAND, "compare", "--threads", "1", "--format", "jsonl",
                            "--pairs", file])
        return done.cpu, [json.loads(line)["score"] for line in done.output.splitlines()]

    def timed(score):
        def call():
            start = time.process_time()
            scores = score()
            return time.process_time() - start, scores
        return call

    systems = {"namesake": ours}
    try:
        from rapidfuzz import distance, fuzz
        for title, scorer in [
            ("token_sort_ratio", fuzz.token_sort_ratio), ("token_set_ratio", fuzz.token_set_ratio),
            ("WRatio", fuzz.WRatio), ("JaroWinkler", distance.JaroWinkler.similarity)]:
            systems[f"anyascii + rapidfuzz {title}"] = timed(lambda scorer=scorer: [
                scorer(a, b) for a, b in zip(
                    folded([a for a, _ in names]), folded([b for _, b in names]))])
    except ImportError:
        results.left_out("labelled pairs", "rapidfuzz", "absent")
    try:
        logic = logic_v2()
        logic("Ann Lee", "Anna Lee")  # Its first call loads its data.
        systems["nomenklatura logic-v2"] = timed(lambda: [
            logic(row["name1"], row["name2"], row["kind"]) for row in rows])
    except ImportError:
        results.left_out("labelled pairs", "nomenklatura logic-v2", "absent")
    for name, call in systems.items():
        taken, scores = call()
        area, recall = pair_measures(gold, scores)
        results.add("labelled pairs", f"{len(rows):,} pairs", name, "speed", "pairs/s",
                    [len(rows) / taken], check=f"AUC {area:.3f}; recall at 5 % false {recall:.3f}")


def pair_measures(gold, scores):
    """Area under the ROC curve, and recall where 5 % of the different pairs pass."""
    different = sorted(s for s, same in zip(scores, gold) if not same)
    same = [s for s, is_same in zip(scores, gold) if is_same]
    cut = different[::-1][int(len(different) * 0.05)]
    area = sum((bisect.bisect_left(different, s) + bisect.bisect_right(different, s)) / 2
               for s in same) / len(same) / len(different)
    return area, sum(s > cut for s in same) / len(same)


# Lists of names


def people(data):
    found = collections.OrderedDict()
    for file in ["clusters", "clusters_extra_enheko", "singletons"]:
        for line in lines(data / "names" / f"{file}.tsv.gz"):
            fields = line.split("\t")
            if len(fields) >= 4 and fields[3] == "person" and held_out(fields[0]):
                found.setdefault(fields[0], []).append(fields[2])
    return found


def is_latin(name):
    letter = next(filter(str.isalpha, name), "?")
    return unicodedata.name(letter, "").startswith("LATIN")


def sampled(data):
    """Up to eight names of 2,500 people, and 3,000 who have one Latin name."""
    choice = random.Random(11)
    found = people(data)
    several = [e for e, names in found.items() if len(names) >= 3]
    single = [e for e, names in found.items() if len(names) == 1 and is_latin(names[0])]
    choice.shuffle(several)
    choice.shuffle(single)
    items = [(e, n) for e in several[:2500]
             for n in random.Random(e).sample(found[e], min(8, len(found[e])))]
    items += [(e, found[e][0]) for e in single[:3000]]
    first = {}  # One string of two people cannot be decided.
    items = [(e, n) for e, n in items if first.setdefault(n, e) == e]
    choice.shuffle(items)
    return items


def b_cubed(gold, found):
    both = collections.Counter(zip(gold, found))
    true, put = collections.Counter(gold), collections.Counter(found)
    precision = sum(n * n / put[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / true[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def names(results, data, part):
    items = sampled(data)[::part]
    gold = [entity for entity, _ in items]
    file = machine.WORK / "labelled-names.tsv"
    file.write_text("id\tname\tkind\n" + "".join(f"{e}\t{n}\tperson\n" for e, n in items),
                    encoding="utf-8")

    def ours():
        bare = machine.WORK / "bare-names.tsv"
        bare.write_text("name\tkind\n" + "".join(f"{n}\tperson\n" for _, n in items),
                        encoding="utf-8")
        done = machine.run([machine.COMMAND, "dedupe", "--format", "tsv", bare])
        output = done.output.decode("utf-8").split("\n")
        place = output[0].split("\t").index("entity")
        return done, [line.split("\t")[place] for line in output[1:] if line]

    def peer(tool):
        def call():
            done = machine.run([sys.executable, machine.HERE / "Peers" / "dedupe_peer.py", tool,
                                file], timeout=120)
            return done, json.loads(done.output.decode().splitlines()[-1])
        return call

    for name, call in {"namesake": ours, **{tool: peer(tool) for tool in TOOLS}}.items():
        try:
            done, found = call()
        except Exception as error:
            results.left_out("labelled names", name, f"{type(error).__name__}: {error}")
            continue
        precision, recall, both = b_cubed(gold, found)
        results.add("labelled names", f"{len(items):,} names", name, "speed", "names/s",
                    [len(items) / done.cpu],
                    check=f"B³ precision {precision:.3f}, recall {recall:.3f}, F1 {both:.3f}")


# Articles


def articles(results, data, part):
    sources = {"lgl", "tr-news", "hipe2022-topres19th", "news-100", "slavicner"}
    records = [json.loads(line) for line in lines(data / "articles" / "en.jsonl.gz")]
    records = [r for r in records if r["source"] not in sources and held_out(r["id"])
               and not r.get("evaluation_span")]
    random.Random(1).shuffle(records)
    records = records[:1500 // part]
    wanted = {"PER", "ORG", "LOC"}
    gold = [{(e["start"], e["end"]) for e in r["entities"] if e["type"] in wanted} for r in records]
    # Spans of other kinds are neither right nor wrong.
    other = [{(e["start"], e["end"]) for e in r["entities"]} - g for r, g in zip(records, gold)]
    size = sum(len(r["text"].encode()) for r in records) / 1e6

    def ours():
        file = machine.WORK / "labelled-articles.jsonl"
        with open(file, "w", encoding="utf-8") as output:
            for r in records:
                record = {"id": r["id"], "language": "en", "text": r["text"]}
                output.write(json.dumps(record, ensure_ascii=False) + "\n")
        done = machine.run(
            [machine.COMMAND, "mentions", "--threads", "1", "--format", "jsonl", file])
        return done.cpu, [{(m["start"], m["end"]) for m in json.loads(line)["mentions"]}
                          for line in done.output.splitlines()]

    def model():
        import spacy
        pipeline = load(spacy)
        start = time.process_time()
        found = [{(e.start_char, e.end_char) for e in d.ents
                  if e.label_ in {"PERSON", "ORG", "GPE", "LOC", "FAC"}}
                 for d in pipeline.pipe([r["text"] for r in records])]
        return time.process_time() - start, found

    for name, call in {"namesake": ours, "spaCy en_core_web_sm, tok2vec and ner": model}.items():
        try:
            taken, found = call()
        except Exception as error:
            results.left_out("labelled articles", name, f"{type(error).__name__}: {error}")
            continue
        found = [f - o for f, o in zip(found, other)]
        results.add("labelled articles", f"{len(records):,} English texts", name, "speed", "MB/s",
                    [size / taken], check=f"untyped exact F1 {f1(gold, found):.3f}")
