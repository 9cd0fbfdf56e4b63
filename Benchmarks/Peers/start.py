# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""How long the command takes for one comparison, from start to end."""
import resource
import subprocess
import sys
import time

import machine


def run_once(arguments):
    """Milliseconds by the clock on the wall, and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1e3, (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3


def run(results, options):
    systems = {
        "namesake": [machine.COMMAND, "compare", "Recep Tayyip Erdoğan", "Эрдоган"],
        "/bin/true": ["/bin/true"],
        "python + rapidfuzz": [
            sys.executable, "-c", "from rapidfuzz import fuzz; fuzz.ratio('Erdogan', 'Erdoğan')"],
    }
    times = {name: [] for name in systems}
    for _ in range(4 * results.runs + 1):
        for name, arguments in systems.items():
            times[name].append(run_once(arguments))
    for name, own in times.items():
        results.add("one comparison", "", name, "time", "ms", [wall for wall, _ in own])
        results.add("one comparison", "", name, "processor time", "ms", [cpu for _, cpu in own])
