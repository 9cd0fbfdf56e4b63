# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""What Namesake aims at, each line with what was measured."""

LANGUAGES = {"en": ("English", 2.5), "tr": ("Turkish", 0.8), "ru": ("Russian", 0.8),
             "zh": ("Chinese", 0.4)}


class Figures:
    """Medians of rows, found by what they are."""

    def __init__(self, rows):
        self.rows = [row for row in rows if row["measure"] != "left out"]

    def row(self, part, work, system, measure, data=None):
        for row in self.rows:
            if (row["part"], row["work"], row["measure"]) == (part, work, measure) and (
                    row["system"] == system) and (data is None or row["input"] == data):
                return row
        return None

    def median(self, *key):
        row = self.row(*key)
        return float(row["median"]) if row else None

    def largest(self, part, work, system, measure):
        """The row of the largest list."""
        own = [row for row in self.rows if (row["part"], row["work"], row["system"],
                                            row["measure"]) == (part, work, system, measure)]
        return max(own, key=lambda row: size(row["input"]), default=None)


def size(text):
    digits = "".join(c for c in text.split(" ")[0] if c.isdigit())
    return int(digits or 0)


def line(work, aim, measured, is_met, beside=""):
    met = {True: "yes", False: "**no**", None: "–"}[is_met]
    return f"| {work} | {aim} | {measured} | {met} | {beside} |"


def table(rows):
    figures = Figures(rows)
    lines = ["| work | aim | measured | met | beside |", "|---|---|---|---|---|"]
    for part in [keys, comparison, searching, index, deduplication, articles, start]:
        lines += part(figures)
    return lines


def missing(work, aim):
    return [line(work, aim, "not measured", None)]


def keys(figures):
    lines, multiples = [], {}
    for language, (name, aim) in LANGUAGES.items():
        found = figures.median("normalization", "key", "namesake", "throughput", language)
        work = f"`key` profile, {name}"
        if found is None:
            lines += missing(work, f"{aim} GB/s")
            continue
        latin = figures.median(
            "normalization", "ascii", "PyICU Any-Latin; Latin-ASCII; Lower", "throughput", language)
        fold = figures.median(
            "normalization", "key", "PyICU NFKC_Casefold", "throughput", language)
        copy = figures.median("normalization", "copy", "memcpy", "throughput")
        beside = []
        if latin:
            multiples[name] = found / latin
        if fold:
            beside.append(f"{found / fold:.1f} times PyICU’s NFKC_Casefold")
        if copy:
            beside.append(f"{found / copy:.2f} of copying")
        lines.append(line(work, f"{aim} GB/s", f"{found / 1000:.2f} GB/s", found >= aim * 1000,
                          ", ".join(beside)))
    work, aim = "`key` by ICU’s `Any-Latin; Latin-ASCII; Lower`", "500 times as fast"
    if not multiples:
        return lines + missing(work, aim)
    shown = ", ".join(f"{name} {times:,.0f}" for name, times in multiples.items())
    return lines + [line(work, aim, shown, min(multiples.values()) >= 500)]


def comparison(figures):
    lines = []
    for kind, work in [("compare all", "comparison, every name with every other"),
                       ("compare", "comparison with evidence, pairs of new words")]:
        ours = "namesake" if kind == "compare all" else "namesake, with evidence"
        aim, found = "1 µs a pair", figures.median("pairs", kind, ours, "throughput")
        if found is None:
            lines += missing(work, aim)
            continue
        beside = []
        for system, title in [
                ("nomenklatura logic-v2", "logic-v2"),
                ("rapidfuzz token_set_ratio, keys ready", "rapidfuzz token_set_ratio")]:
            other = figures.median("pairs", kind, system, "throughput")
            if other:
                beside.append(f"{title} {1e6 / other:.3g} µs")
        lines.append(line(work, aim, f"{1e6 / found:.3g} µs", found >= 1e6, ", ".join(beside)))
    return lines


def searching(figures):
    row = figures.largest("search", "search", "namesake", "p50")
    work, aim = "search, top 10, any script", "p50 500 µs, p99 2 ms"
    if row is None:
        return missing(work, aim)
    data = row["input"]
    late = figures.median("search", "search", "namesake", "p99", data)
    beside = []
    for other in figures.rows:
        if (other["part"], other["work"], other["measure"], other["input"]) == (
                "search", "search", "p50", data) and other["system"] != "namesake":
            beside.append(f"{other['system']} {float(other['median']):,.0f} ms")
    measured = f"p50 {1000 * float(row['median']):,.0f} µs, p99 {late:.2g} ms"
    lines = [line(f"{work}, {data}", aim, measured,
                  float(row["median"]) <= 0.5 and late <= 2, ", ".join(beside))]
    scan = next((r for r in figures.rows if r["measure"].endswith("results from 0.05 up")), None)
    work, aim = "… of an exhaustive scan’s results", "0.99 found"
    if scan is None:
        return lines + missing(work, aim)
    found = float(scan["median"])
    return lines + [line(work, aim, f"{found:.3f} ({scan['input']})", found >= 0.99)]


def index(figures):
    lines = []
    for measure, work, aim, unit, met in [
            ("open", "index file: opens", 10, "ms", lambda v: v <= 10),
            ("file", "index file: size", 120, "bytes a name", lambda v: v <= 120),
            ("build", "index: built on all cores", 300_000, "names/s", lambda v: v >= 300_000)]:
        row = figures.largest("search", "index", "namesake", measure)
        aim = f"{aim:,} {unit}"
        if row is None:
            lines += missing(work, aim)
            continue
        value = float(row["median"])
        shown = f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
        lines.append(line(f"{work}, {row['input']}", aim, f"{shown} {unit}", met(value)))
    return lines


def deduplication(figures):
    lines = []
    for count, aim in [(1_000_000, 30), (10_000_000, 400)]:
        data = f"{count:,} names"
        seconds = figures.median("dedupe", "dedupe", "namesake", "time", data)
        if seconds is None:
            lines += missing(f"dedupe of {data}, all cores", f"{aim} s")
            continue
        lines.append(line(f"dedupe of {data}, all cores", f"{aim} s", f"{seconds:.1f} s",
                          seconds <= aim, beside_dedupe(figures)))
    row = figures.largest("dedupe", "dedupe", "namesake", "memory")
    if row is None or size(row["input"]) < 1_000_000:
        return lines + missing("… memory", "300 bytes a name")
    memory = float(row["median"])
    return lines + [line(f"… memory, {row['input']}", "300 bytes a name",
                         f"{memory:,.0f} bytes a name", memory <= 300)]


def beside_dedupe(figures):
    data = "100,000 names"
    ours = figures.median("dedupe", "dedupe", "namesake", "time", data)
    others = [f"{row['system']} {float(row['median']):.1f} s" for row in figures.rows
              if (row["part"], row["measure"], row["input"]) == ("dedupe", "time", data)
              and row["system"] != "namesake"]
    return f"{data}: ours {ours:.1f} s, {', '.join(others)}" if ours and others else ""


def articles(figures):
    rows = [r for r in figures.rows if (r["part"], r["work"], r["system"]) == (
        "mentions", "mentions", "namesake")]
    work, aim = "mentions in articles", "8 MB/s"
    if not rows:
        return missing(work, aim)
    found = max(rows, key=lambda r: size(r["input"].replace("wire, ", "")))
    english = figures.row("mentions", "mentions", "namesake", "throughput", rows[0]["input"])
    other = next((r for r in figures.rows if r["system"].startswith("spaCy")
                  and r["part"] == "mentions"), None)
    beside = ""
    if other and english:
        beside = (f"English: ours {float(english['median']):.1f} MB/s with {english['check']}, spaCy’s "
                  f"small model {float(other['median']):.2f} MB/s with {other['check']}")
    speed = float(found["median"])
    return [line(f"{work} ({found['input']})", aim, f"{speed:.1f} MB/s", speed >= 8, beside)]


def start(figures):
    found = figures.median("start", "one comparison", "namesake", "time")
    work, aim = "start of the command, for one comparison", "15 ms"
    if found is None:
        return missing(work, aim)
    other = figures.median("start", "one comparison", "python + rapidfuzz", "time")
    beside = f"Python with rapidfuzz {other:.0f} ms" if other else ""
    return [line(work, aim, f"{found:.1f} ms", found <= 15, beside)]
