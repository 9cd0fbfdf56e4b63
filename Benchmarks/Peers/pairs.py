# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Two names to a score: the whole comparison, and the distances of strings alone."""
import collections
import importlib
import itertools
import random
import time

import machine
from engine import Engine

PAIRS = 20_000
LOGIC_PAIRS = 500


def grown_pairs(count):
    """Half of them two names of one, the other half names of two that share a word."""
    rows = machine.rows(machine.grow(5 * count))
    choice = random.Random(1)
    by_entity, by_word = collections.defaultdict(list), collections.defaultdict(list)
    for identifier, name, _ in rows:
        by_entity[identifier].append(name)
        for word in name.split():
            by_word[word].append((identifier, name))
    same = [tuple(choice.sample(names, 2)) for names in by_entity.values() if len(names) > 1]
    other = []
    for entries in by_word.values():
        first, second = choice.choice(entries), choice.choice(entries)
        if first[0] != second[0]:
            other.append((first[1], second[1]))
    choice.shuffle(same)
    choice.shuffle(other)
    pairs = same[:count // 2] + other[:count // 2]
    choice.shuffle(pairs)
    return pairs


def folded(names):
    """Match keys as these tools' users make them."""
    try:
        from anyascii import anyascii
        return [anyascii(name).casefold() for name in names]
    except ImportError:
        import unicodedata
        return ["".join(c for c in unicodedata.normalize("NFKD", n) if c.isascii()).casefold()
                for n in names]


def write(name, strings):
    path = machine.WORK / name
    path.write_text("\n".join(s.replace("\n", " ") for s in strings) + "\n", encoding="utf-8")
    return path


def timing(call):
    def timed():
        start = time.process_time()
        call()
        return time.process_time() - start
    return timed


def run(results, options):
    ours = Engine()
    pairs = grown_pairs(PAIRS // (20 if options.quick else 1))
    compare(results, ours, pairs)
    names = [name for pair in pairs for name in pair]
    matrix(results, ours, names[:len(pairs) // 20])
    keys = [(a or "?", b or "?") for a, b in zip(
        folded([a for a, _ in pairs]), folded([b for _, b in pairs]))]
    for metric in ["levenshtein", "jaroWinkler"]:
        distances(results, ours, metric, keys)
    ours.close()


def compare(results, ours, pairs):
    files = [write(f"pairs-{side}.txt", [pair[side] for pair in pairs]) for side in (0, 1)]
    keys = [folded([pair[side] for pair in pairs]) for side in (0, 1)]
    systems = {
        "namesake": lambda: ours.ask("compare", *files)[1],
        "namesake, with evidence": lambda: ours.ask("explain", *files)[1],
        "namesake, from text": lambda: ours.ask("compare", *files)[0],
    }
    amounts = {name: len(pairs) for name in systems}

    def add(name, call, count=len(pairs)):
        systems[name], amounts[name] = timing(call), count

    try:
        from rapidfuzz import fuzz, process
        add("rapidfuzz token_set_ratio, keys ready",
            lambda: process.cpdist(*keys, scorer=fuzz.token_set_ratio, workers=1))
        add("rapidfuzz WRatio, keys ready",
            lambda: process.cpdist(*keys, scorer=fuzz.WRatio, workers=1))
        add("anyascii + rapidfuzz token_set_ratio, a call a pair", lambda: [
            fuzz.token_set_ratio(a, b) for a, b in zip(
                folded([p[0] for p in pairs]), folded([p[1] for p in pairs]))])
    except ImportError:
        results.left_out("compare", "rapidfuzz", "absent")
    try:
        score = logic_v2()
        add("nomenklatura logic-v2", lambda: [score(a, b) for a, b in pairs[:LOGIC_PAIRS]],
            LOGIC_PAIRS)
    except ImportError as error:
        results.left_out("compare", "nomenklatura logic-v2", f"absent: {error}")

    def check():
        scores = ours.numbers()
        right = len(scores) == len(pairs) and all(0 <= s <= 1 for s in scores)
        return "" if right else "WRONG: not a probability for each pair"
    results.take_turns("compare", "grown", "pairs/s", amounts, systems, {"namesake": check})


def matrix(results, ours, names):
    """Every name with every other, as lists are compared: most words were met before."""
    file, keys = write("matrix.txt", names), folded(names)
    systems = {
        "namesake": lambda: ours.ask("matrix", file)[1],
        "namesake, from text": lambda: ours.ask("matrix", file)[0],
    }
    try:
        from rapidfuzz import fuzz, process
        for scorer in [fuzz.token_set_ratio, fuzz.WRatio]:
            systems[f"rapidfuzz {scorer.__name__}, keys ready"] = timing(
                lambda scorer=scorer: process.cdist(keys, keys, scorer=scorer, workers=1))
    except ImportError:
        results.left_out("compare all", "rapidfuzz", "absent")

    def check():
        scores = ours.numbers()
        itself = sum(scores[place * (len(names) + 1)] >= 0.5 for place in range(len(names)))
        return f"{100 * itself / len(names):.1f} % of names are the same as themselves"
    results.take_turns(
        "compare all", f"{len(names)} × {len(names)} grown", "pairs/s",
        {name: len(names) ** 2 for name in systems}, systems, {"namesake": check})


def logic_v2():
    from followthemoney import EntityProxy
    from nomenklatura.matching.logic_v2.model import LogicV2
    config = LogicV2.default_config()

    schemas = {"person": "Person", "namepart": "Person", "org": "Organization"}

    numbers = itertools.count()

    def entity(name, kind):
        # What is known of an entity is kept by its id.
        schema = schemas.get(kind, "LegalEntity")
        return EntityProxy.from_dict(
            {"id": f"e{next(numbers)}", "schema": schema, "properties": {"name": [name]}})
    return lambda a, b, kind="person": LogicV2.compare(
        entity(a, kind), entity(b, kind), config).score


def distances(results, ours, metric, keys):
    first, second = [a for a, _ in keys], [b for _, b in keys]
    files = [write("keys-0.txt", first), write("keys-1.txt", second)]
    found = {}
    systems = {
        "namesake": lambda: ours.ask("distance", metric, *files)[1],
        "namesake, strings packed anew": lambda: ours.ask("distance", metric, *files)[0],
    }

    def add(name, call):
        def kept():
            found[name] = call()
        systems[name] = timing(kept)

    def attempt(module, body):
        try:
            body(importlib.import_module(module))
        except ImportError:
            results.left_out(metric, module, "absent")

    def rapidfuzz(_):
        from rapidfuzz import distance, process
        scorer = {"levenshtein": distance.Levenshtein.normalized_similarity,
                  "jaroWinkler": distance.JaroWinkler.similarity}[metric]
        add("rapidfuzz cpdist", lambda: process.cpdist(first, second, scorer=scorer, workers=1))

    def jellyfish(module):
        if metric == "levenshtein":
            add("jellyfish", lambda: [
                1 - module.levenshtein_distance(a, b) / max(len(a), len(b)) for a, b in keys])
        else:
            add("jellyfish", lambda: [module.jaro_winkler_similarity(a, b) for a, b in keys])

    def duckdb(module):
        connection = module.connect()
        connection.execute("set threads = 1")
        import pandas
        connection.register(
            "frame", pandas.DataFrame({"n": range(len(keys)), "a": first, "b": second}))
        connection.execute("create table pairs as select * from frame")
        measure = {
            "levenshtein": "1 - levenshtein(a, b) / greatest(length(a), length(b))",
            "jaroWinkler": "jaro_winkler_similarity(a, b)"}[metric]
        query = f"select {measure} as s from pairs order by n"
        add("DuckDB", lambda: connection.execute(query).fetchnumpy()["s"])

    def polars(module):
        import polars_ds
        frame = module.DataFrame({"a": first, "b": second})
        call = {"levenshtein": lambda: polars_ds.str_leven("a", "b", return_sim=True),
                "jaroWinkler": lambda: polars_ds.str_jw("a", "b")}[metric]
        add("polars-ds", lambda: frame.select(s=call())["s"].to_list())

    attempt("rapidfuzz", rapidfuzz)
    attempt("jellyfish", jellyfish)
    attempt("duckdb", duckdb)
    attempt("polars", polars)

    def check(name):
        def outcome():
            expected = ours.numbers()
            other = sum(abs(float(a) - b) > 1e-5 for a, b in zip(found[name], expected))
            if len(found[name]) != len(expected):
                return "WRONG: another number of scores"
            return f"{other} of {len(expected)} scores differ from ours"
        return outcome
    results.take_turns(
        metric, "grown, ASCII keys", "pairs/s", {name: len(keys) for name in systems}, systems,
        {name: check(name) for name in systems if not name.startswith("namesake")})
