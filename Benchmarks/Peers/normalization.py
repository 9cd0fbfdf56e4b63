# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Match keys and ASCII forms of running text, a text in one call."""
import importlib
import itertools
import json
import shutil
import time
import unicodedata

import machine
from engine import Engine

LANGUAGES = ["en", "tr", "ru", "ar", "zh"]
# Ours runs over a megabyte; the slow ones over its beginning. Rates are compared.
LONG, SHORT = 1_000_000, 60_000


def wire(language):
    with open(machine.ROOT / "Corpora" / "wire" / f"{language}.jsonl", encoding="utf-8") as lines:
        return "\n".join(json.loads(line)["text"] for line in lines) + "\n"


def timed(call, text):
    start = time.process_time()
    result = call(text)
    return time.process_time() - start, result


def uconv(transform):
    """A whole process, its start included."""
    def call(text):
        path = machine.WORK / "uconv.txt"
        path.write_text(text, encoding="utf-8")
        done = machine.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", transform, path])
        return done.cpu, done.output.decode("utf-8")
    return call


def peers():
    """Work → name → (call on a string, whether it takes the whole megabyte)."""
    keys = {"Python casefold, NFKC": (lambda s: unicodedata.normalize("NFKC", s.casefold()), True)}
    asciis = {}

    def attempt(module, add):
        try:
            add(importlib.import_module(module))
        except ImportError:
            pass

    def icu(icu):
        casefold = icu.Normalizer2.getNFKCCasefoldInstance()
        keys["PyICU NFKC_Casefold"] = (casefold.normalize, True)
        strip = icu.Transliterator.createInstance("NFKD; [:M:] Remove; Lower")
        keys["PyICU NFKD, marks away, Lower"] = (strip.transliterate, False)
        latin = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
        asciis["PyICU Any-Latin; Latin-ASCII; Lower"] = (latin.transliterate, False)

    def tokenizers(_):
        from tokenizers.normalizers import NFKD, Lowercase, Sequence, StripAccents
        steps = Sequence([NFKD(), StripAccents(), Lowercase()])
        keys["tokenizers NFKD, StripAccents, Lowercase"] = (steps.normalize_str, True)

    def rigour(_):
        from rigour.text.normalize import Normalize, normalize
        from rigour.text import ascii_text
        flags = Normalize.NFKC | Normalize.CASEFOLD
        keys["rigour NFKC, CASEFOLD"] = (lambda s: normalize(s, flags) or "", True)
        asciis["rigour ascii_text"] = (lambda s: ascii_text(s) or "", False)

    attempt("icu", icu)
    attempt("tokenizers", tokenizers)
    attempt("rigour", rigour)
    attempt("anyascii", lambda m: asciis.update(anyascii=(m.anyascii, True)))
    attempt("unidecode", lambda m: asciis.update(Unidecode=(m.unidecode, True)))
    return {"key": keys, "ascii": asciis}


def run(results, options):
    ours = Engine()
    for work, others in peers().items():
        for language in LANGUAGES:
            measure(results, ours, work, language, others, LONG // (20 if options.quick else 1))
    copying(results)
    joined(results)
    ours.close()


def measure(results, ours, work, language, others, long):
    text = wire(language)
    text *= 1 + long // len(text.encode())
    texts = {True: text, False: text[:min(SHORT, long // 5) * len(text) // len(text.encode())]}
    file = machine.WORK / f"text-{language}.txt"
    file.write_text(text, encoding="utf-8")
    outputs = {}

    def own():
        times = [ours.ask("normalize", work, language, file)[1] for _ in range(3)]
        return sorted(times)[1]

    def other(name, call, part):
        turns = itertools.count()

        def timed_call():
            # Never the same text twice: some keep what they have met.
            taken, outputs[name] = timed(call, f"{part}\n{next(turns)}\n")
            return taken
        return timed_call

    systems, amounts = {"namesake": own}, {"namesake": len(text.encode()) / 1e6}
    for name, (call, is_long) in others.items():
        part = texts[is_long]
        systems[name] = other(name, call, part)
        amounts[name] = len(part.encode()) / 1e6
    if shutil.which("uconv"):
        transform = (
            "::NFKD; ::[:M:] Remove; ::Lower;" if work == "key"
            else "::Any-Latin; ::Latin-ASCII; ::Lower;")
        part, call = texts[work == "key"], uconv(transform)

        def whole_process():
            taken, outputs["uconv"] = call(part)
            return taken
        systems["uconv"], amounts["uconv"] = whole_process, len(part.encode()) / 1e6

    def check(name):
        def outcome():
            output = ours.answer() if name == "namesake" else outputs[name]
            if not output.strip():
                return "WRONG: nothing came out"
            if work == "ascii":
                letters = sum(c.isalpha() for c in output)
                wide = sum(c.isalpha() and not c.isascii() for c in output)
                return f"{100 * wide / max(letters, 1):.2f} % of letters not ASCII"
            return ""
        return outcome
    results.take_turns(
        work, language, "MB/s", amounts, systems, {name: check(name) for name in systems}, most=15)


def copying(results):
    data = bytearray(wire("en").encode() * 200)[:LONG]

    def copy():
        start = time.process_time()
        for _ in range(200):
            bytes(data)
        return time.process_time() - start
    results.add("copy", "en", "memcpy", "throughput", "MB/s",
                [200 * len(data) / 1e6 / copy() for _ in range(5)])


def joined(results):
    """Of names that differ in spelling only the share that each joins, and of others keeps apart."""
    lines = (machine.HERE / "Peers" / "cases.tsv").read_text(encoding="utf-8").split("\n")[1:]
    cases = [line.split("\t") for line in lines if line]
    names = [name for first, second, _ in cases for name in (first, second)]
    file = machine.WORK / "cases.txt"
    file.write_text("\n".join(names) + "\n", encoding="utf-8")
    for work, others in peers().items():
        done = machine.run([machine.COMMAND, "normalize", "--profile", work, file])
        systems = {"namesake": done.output.decode("utf-8").casefold().split("\n")[:-1]}
        for name, (call, _) in others.items():
            systems[name] = [call(text).casefold() for text in names]
        for name, forms in systems.items():
            pairs = list(zip(forms[::2], forms[1::2], (same == "1" for _, _, same in cases)))
            for same, title in [(True, "joined"), (False, "kept apart")]:
                own = [(a == b) == same for a, b, s in pairs if s == same]
                results.add(work, "cases", name, title, f"of {len(own)}", [sum(own)])
