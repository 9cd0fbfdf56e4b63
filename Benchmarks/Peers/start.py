# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""How long the command takes for one comparison, from start to end."""
import subprocess
import sys
import time

import machine


def wall(arguments):
    start = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1e3


def run(results, options):
    systems = {
        "namesake": [machine.COMMAND, "compare", "Recep Tayyip Erdoğan", "Эрдоган"],
        "/bin/true": ["/bin/true"],
        "python + rapidfuzz": [
            sys.executable, "-c", "from rapidfuzz import fuzz; fuzz.ratio('Erdogan', 'Erdoğan')"],
    }
    times = {name: [] for name in systems}
    for _ in range(21):
        for name, arguments in systems.items():
            times[name].append(wall(arguments))
    for name, own in times.items():
        results.add("one comparison", "", name, "time", "ms", own)
