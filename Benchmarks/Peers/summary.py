# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""The tables that come out of raw.csv: summary.md, and table.md for the README."""
import budget
from results import OURS, read

TITLES = {
    "start": "Start of the command",
    "normalization": "Match keys and ASCII forms of running text",
    "pairs": "Two names to a score",
    "search": "Index and search",
    "dedupe": "Deduplication of grown names",
    "mentions": "Names in running text",
    "scaling": "Cost against size",
    "accuracy": "Accuracy beside speed on labelled data",
}


def write(folder):
    rows = read(folder)
    versions = (folder / "versions.txt").read_text(encoding="utf-8").splitlines()
    text = [f"# {folder.name}", "", *[f"- {line}" for line in versions], "",
            "Made by `Benchmarks/compare-peers.py`. Medians of the runs, in brackets the least and the "
            "most; throughputs are of processor time of one thread. A ratio above 1 says how many times "
            "faster Namesake is: the median over the runs, both sides taking turns.", "",
            "## Aims", "", *budget.table(rows), ""]
    for part, title in TITLES.items():
        own = [row for row in rows if row["part"] == part]
        if own:
            text += [f"## {title}", "", *table(own), ""]
            if part == "scaling":
                text += ["![cost against number of names](scaling.svg)", ""]
    (folder / "summary.md").write_text("\n".join(text), encoding="utf-8")
    (folder / "table.md").write_text("\n".join(block(rows, folder)), encoding="utf-8")


def table(rows):
    lines = ["| work | input | system | what | median (least–most) | runs | Namesake is | |",
             "|---|---|---|---|--:|--:|--:|---|"]
    for row in rows:
        if row["measure"] == "left out":
            lines.append(f"| {row['work']} | | {row['system']} | left out | | | | {row['check']} |")
            continue
        lines.append(
            f"| {row['work']} | {row['input']} | {row['system']} | {row['measure']} | {spread(row)}"
            f" | {row['runs']} | {times(row['ratio'])} | {row['check']} |")
    return lines


def number(text):
    value = float(text)
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def spread(row):
    unit = f" {row['unit']}" if row["unit"] else ""
    if row["runs"] == "1":
        return number(row["median"]) + unit
    return f"{number(row['median'])} ({number(row['least'])}–{number(row['most'])}){unit}"


def times(ratio):
    return f"× {number(ratio)}" if ratio else ""


def block(rows, folder):
    """What stands between the benchmark markers of the README."""
    lines = [*budget.table(rows), ""]
    labelled = [row for row in rows if row["part"] == "accuracy" and row["measure"] == "speed"]
    if labelled:
        lines += ["| labelled data | system | accuracy | speed, one core |", "|---|---|---|--:|"]
        lines += [f"| {row['work']}, {row['input']} | {row['system']} | {row['check']} "
                  f"| {spread(row)} |" for row in labelled]
        lines.append("")
    lines += ["Where another is faster:", ""]
    lines += [f"- {loss}" for loss in losses(rows) or ["nowhere in this run"]]
    link = f"[`Benchmarks/Results/{folder.name}`](Benchmarks/Results/{folder.name}/summary.md)"
    return lines + ["", f"Everything measured, with spreads and versions, is in {link}.", ""]


def losses(rows):
    """What does the same work in less time, with what is known of its answers."""
    found = []
    for row in rows:
        if row["system"].startswith(OURS) or row["measure"] == "left out":
            continue
        check = f"; {row['check']}" if row["check"] else ""
        what = f"{row['system']}: {row['work']}, {row['input']}"
        if row["ratio"]:
            if float(row["ratio"]) < 1:
                found.append(f"{what}: {number(1 / float(row['ratio']))} times as fast{check}")
        elif (row["work"], row["measure"]) in [("dedupe", "time"), ("search", "p50")]:
            ours = next((r for r in rows if r["system"] == OURS and all(
                r[key] == row[key] for key in ("work", "measure", "input"))), None)
            if ours and float(ours["median"]) > float(row["median"]):
                times = float(ours["median"]) / float(row["median"])
                found.append(f"{what}: {number(times)} times as fast{check}; ours {ours['check']}")
    return found
