# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""What this machine is, and the programs that are measured on it."""
import datetime
import os
import pathlib
import platform
import re
import signal
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent
WORK = HERE / ".rivals" / "work"
COMMAND = ROOT / ".build" / "release" / "namesake"
SERVER = ROOT / ".build" / "release" / "EngineServer"
CATALOGUE_SPEED = ROOT / ".build" / "release" / "CatalogueSpeed"
GROWER = WORK / "GrowCatalogue"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def folder_name():
    """Date, last word of the processor's name and number of cores: 2026-11-23-epyc-2core."""
    words = re.findall(r"[A-Za-z0-9]+", re.sub(r"\(.*?\)|CPU|Processor|@.*", "", processor()))
    return f"{datetime.date.today()}-{(words or ['machine'])[-1].lower()}-{os.cpu_count()}core"


def describe():
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    commit = subprocess.run(
        ["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
    system = pathlib.Path("/etc/os-release").read_text()
    name = re.search(r'PRETTY_NAME="(.*)"', system)
    return {
        "machine": f"{processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB",
        "system": name.group(1) if name else platform.platform(),
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "swift": (re.search(r"version (\S+)", swift) or ["", "?"])[1],
        "python": platform.python_version(),
        "namesake": commit.stdout.strip(),
    }


def build():
    WORK.mkdir(parents=True, exist_ok=True)
    for product in ["namesake", "EngineServer", "CatalogueSpeed"]:
        subprocess.run(
            ["swift", "build", "-c", "release", "--product", product, "--package-path", ROOT],
            check=True, stdout=subprocess.DEVNULL)
    # Alone: it needs nothing of the package that it belongs to.
    sources = sorted((HERE / "GrowCatalogue").glob("*.swift"))
    if not GROWER.exists() or any(s.stat().st_mtime > GROWER.stat().st_mtime for s in sources):
        subprocess.run(
            ["swiftc", "-O", "-wmo", "-swift-version", "6", "-o", GROWER, *sources], check=True)


class Finished:
    """What a whole process took."""

    def __init__(self, wall, cpu, peak, output):
        self.wall, self.cpu, self.peak, self.output = wall, cpu, peak, output


def run(arguments, timeout=600):
    """Runs a command as a whole; time of the processor and memory are its own."""
    report = WORK / "report"
    report.unlink(missing_ok=True)
    # A session of its own, so that a command that takes too long ends with its children.
    process = subprocess.Popen(
        [sys.executable, "-SE", HERE / "Peers" / "launching.py", report, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise TimeoutError(f"stopped after {timeout:.0f} s") from None
    if process.returncode != 0:
        last = errors.decode("utf-8", "replace").strip().splitlines()[-1:] or [""]
        raise RuntimeError(f"exit code {process.returncode}: {last[0]}")
    wall, cpu, peak = map(float, report.read_text().split())
    return Finished(wall, cpu, peak, output)


def grow(count, queries=None, seed=1):
    """A file of names with known truth: id, name and kind with tabs between, a header first."""
    name = f"grown-{count}-{seed}" + (f"-{queries}" if queries else "") + ".tsv"
    path = WORK / name
    if not path.exists():
        more = ["--queries", str(queries)] if queries else []
        done = run([GROWER, str(count), "--seed", str(seed), *more])
        path.write_bytes(done.output)
    return path


def rows(path):
    """Id, name and kind of a grown file."""
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    return [line.split("\t") for line in lines if line]
