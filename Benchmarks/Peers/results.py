# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Figures as they come: measured in turns, written at once."""
import csv
import statistics
import time

COLUMNS = ["part", "work", "input", "system", "measure", "unit", "runs", "least", "median", "most",
           "ratio", "check"]
OURS = "namesake"


class Results:
    def __init__(self, folder, runs):
        self.folder = folder
        # Runs of everything, where there is time.
        self.runs = runs
        folder.mkdir(parents=True, exist_ok=True)
        self.part, self.end = "", 0

    def write_versions(self, machine, versions, absent):
        lines = [f"{key}: {value}" for key, value in machine.items()]
        lines += [f"{name} {version}" for name, version in versions.items()]
        lines += [f"absent: {name} ({reason})" for name, reason in absent.items()]
        (self.folder / "versions.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def begin(self, part, minutes):
        """Rows of an earlier run of the part go; the other parts' stay."""
        self.part, self.end = part, time.monotonic() + 60 * minutes
        kept = [row for row in read(self.folder) if row["part"] != part]
        with open(self.folder / "raw.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(kept)
        print(f"== {part}", flush=True)

    @property
    def seconds_left(self):
        return self.end - time.monotonic()

    def add(self, work, data, system, measure, unit, values, ratio=None, check=""):
        """A figure: one value a run."""
        values = sorted(values)
        row = {
            "part": self.part, "work": work, "input": data, "system": system, "measure": measure,
            "unit": unit, "runs": len(values), "least": f"{values[0]:.6g}",
            "median": f"{statistics.median(values):.6g}", "most": f"{values[-1]:.6g}",
            "ratio": "" if ratio is None else f"{ratio:.4g}", "check": check,
        }
        with open(self.folder / "raw.csv", "a", newline="", encoding="utf-8") as file:
            csv.DictWriter(file, COLUMNS).writerow(row)
        print("  ", work, data, system, measure, row["median"], unit, row["ratio"], check,
              flush=True)

    def left_out(self, work, system, reason):
        with open(self.folder / "raw.csv", "a", newline="", encoding="utf-8") as file:
            csv.DictWriter(file, COLUMNS).writerow(
                {"part": self.part, "work": work, "system": system, "measure": "left out",
                 "runs": 0, "check": reason.replace("\n", " ")[:200]})
        print("   left out:", work, system, reason, flush=True)

    def take_turns(self, work, data, unit, amounts, systems, checks=None, most=60):
        """Lets systems do the same work in turns and writes their throughputs.

        systems: name → a call that returns its seconds of processor time; ours is among them.
        amounts: name → how much a call does, in units. A system whose runs would take longer than
        `most` seconds in all is run once; of the others the first run is not counted. The ratio of a
        system is ours by it: the median over the runs of both sides' throughputs in one run, above 1
        where we are faster.
        """
        times, failed = {}, set()
        for turn in range(1 + self.runs):
            for name, call in systems.items():
                is_late = not name.startswith(OURS) and self.seconds_left < 0
                if name in failed or is_late or turn and name not in times:
                    continue
                if turn and self.runs * times[name][0] > most:
                    continue
                try:
                    taken = max(call(), 1e-9)
                    if turn == 1:
                        times[name] = []
                    times.setdefault(name, []).append(taken)
                except Exception as error:
                    failed.add(name)
                    self.left_out(work, name, f"{type(error).__name__}: {error}")
        ours = times.get(OURS)
        for name, taken in times.items():
            ratio = None
            if ours and name != OURS:
                ratio = statistics.median(
                    (amounts[OURS] / a) / (amounts[name] / b) for a, b in zip(ours, taken))
            check = (checks or {}).get(name, lambda: "")()
            self.add(work, data, name, "throughput", unit, [amounts[name] / t for t in taken],
                     ratio, check)
        for name in systems:
            if name not in times and name not in failed:
                self.left_out(work, name, "no time was left")


def read(folder):
    path = folder / "raw.csv"
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
