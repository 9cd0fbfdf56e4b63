# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Cost against size over three decades, with the exponent that fits and a plot."""
import math
import statistics

import machine
from engine import Engine

SIZES = [1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000]
WORKS = ["dedupe", "index", "search"]
COLOURS = {"dedupe": "#c2410c", "index": "#1d4ed8", "search": "#15803d"}
UNITS = {"dedupe": "seconds of processor time", "index": "seconds of processor time",
         "search": "milliseconds a query (median)"}


def run(results, options):
    ours = Engine()
    costs = {work: {} for work in WORKS}
    # What a run costs before it has done anything is no cost of size.
    start = machine.run([machine.COMMAND, "dedupe", machine.grow(1)]).cpu
    for count in [size for size in SIZES if size <= options.names]:
        names = machine.grow(count)
        index = machine.WORK / f"scaling-{count}.index"
        runs = 3 if count < 100_000 else 1
        took = [machine.run([machine.COMMAND, "index", names, "-o", index]).cpu - start
                for _ in range(runs)]
        costs["index"][count] = took
        costs["search"][count] = search(ours, index, count, runs)
        index.unlink()
        expected = predicted(costs["dedupe"], count)
        if expected > max(results.seconds_left, 5):
            results.left_out("dedupe", "namesake",
                             f"{count:,} names: {expected:.0f} s expected, no time left")
        else:
            costs["dedupe"][count] = [
                machine.run([machine.COMMAND, "dedupe", names]).cpu - start for _ in range(runs)]
        for work in WORKS:
            if count in costs[work]:
                unit = "ms" if work == "search" else "s"
                results.add(work, f"{count:,} names", "namesake", "cost", unit, costs[work][count])
    ours.close()
    curves = {work: {n: statistics.median(c) for n, c in own.items()}
              for work, own in costs.items()}
    for work, own in curves.items():
        if len(own) > 2:
            results.add(work, f"{min(own):,} to {max(own):,} names", "namesake", "exponent", "",
                        [exponent(own)])
    (results.folder / "scaling.svg").write_text(plot(curves), encoding="utf-8")


def search(ours, index, count, runs):
    queries = [name for _, name, _ in machine.rows(machine.grow(count, queries=300))]
    file = machine.WORK / "scaling-queries.txt"
    file.write_text("\n".join(queries) + "\n", encoding="utf-8")
    medians = []
    for turn in range(runs + 1):
        ours.ask("search", index, file)
        if turn:  # The first brings the file into memory.
            medians.append(statistics.median(
                float(line.split("\t")[0]) for line in ours.answer().split("\n") if line) * 1e3)
    return medians


def predicted(costs, count):
    """From the last size, as if cost grew a little faster than size."""
    if not costs:
        return 0
    last = max(costs)
    return statistics.median(costs[last]) * (count / last) ** 1.3


def exponent(costs):
    """Slope of a straight line through the logarithms, by least squares, from 10,000 names up."""
    points = [(math.log(n), math.log(max(cost, 1e-4))) for n, cost in costs.items() if n >= 10_000]
    if len(points) < 2:
        points = [(math.log(n), math.log(max(cost, 1e-4))) for n, cost in costs.items()]
    x = statistics.mean(p[0] for p in points)
    y = statistics.mean(p[1] for p in points)
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, b in points)


def plot(curves):
    """Both axes logarithmic; a dotted line has the slope 1."""
    width, height, left, bottom = 640, 420, 70, 50
    low, high = 3, 6
    values = [c for own in curves.values() for c in own.values() if c > 0]
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def at(n, cost):
        x = left + (math.log10(n) - low) / (high - low) * (width - left - 20)
        y = height - bottom - (math.log10(max(cost, 10.0 ** least)) - least) / (most - least) * (
            height - bottom - 20)
        return f"{x:.1f},{y:.1f}"

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' font-family="sans-serif" font-size="12">',
        "<title>Cost against number of names</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for decade in range(least, most + 1):
        x, y = at(10 ** low, 10.0 ** decade).split(",")
        lines.append(f'<path d="M{x} {y}H{width - 20}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y}" dy="4" text-anchor="end">{10.0 ** decade:g}</text>')
    for decade in range(low, high + 1):
        x, _ = at(10 ** decade, 10.0 ** least).split(",")
        lines.append(f'<path d="M{x} 20V{height - bottom}" stroke="#ddd"/>'
                     f'<text x="{x}" y="{height - bottom + 18}" text-anchor="middle">'
                     f"{10 ** decade:,}</text>")
    lines.append(f'<text x="{(left + width) // 2}" y="{height - 10}" text-anchor="middle">names</text>')
    for row, (work, own) in enumerate(curves.items()):
        if not own:
            continue
        colour = COLOURS[work]
        points = " ".join(at(n, c) for n, c in sorted(own.items()))
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{p.split(",")[0]}" cy="{p.split(",")[1]}" r="3" fill="{colour}"/>'
                  for p in points.split()]
        first = min(own)
        straight = f"{at(first, own[first])} {at(max(own), own[first] * max(own) / first)}"
        lines.append(f'<polyline points="{straight}" fill="none" stroke="{colour}"'
                     ' stroke-dasharray="2 4"/>')
        lines.append(f'<text x="{left + 12}" y="{36 + 18 * row}" fill="{colour}">{work}, '
                     f"{UNITS[work]}: exponent {exponent(own):.2f}</text>")
    return "\n".join([*lines, "</svg>"]) + "\n"
