# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""The engines that people already run: each example as it stands, and each engine's own result."""

from __future__ import annotations

import json
import os
import pathlib
import pwd
import runpy
import shutil
import subprocess
import sys

import pytest

import namesake

EXAMPLES = pathlib.Path(__file__).parent.parent.parent / "Sources" / "Python" / "examples"


def test_staged_joins_give_what_dedupe_gives(names):
    """What Spark does, in this process: any shares, pairs and components give the same."""
    from namesake._resolve import Join

    spark = pytest.importorskip("namesake.spark", reason="pandas is not installed")
    expected = namesake.dedupe(names)
    for shares in (1, 3, 7):
        join = Join(names)
        numbers = join.numbers()
        count = max(numbers) + 1
        found = {}
        for share in range(shares):
            pairs = join.pairs(count * share // shares, count * (share + 1) // shares)
            found.update({(a, b): score for a, b, score in zip(*pairs)})
        links = [pair for pair, score in found.items() if score >= 0.75]
        roots = spark.components([a for a, _ in links], [b for _, b in links])
        entities = {}
        for share in range(shares):
            own = [n for n in range(count) if roots.get(n, n) % shares == share]
            rows = [(a, b, s) for (a, b), s in found.items()
                    if share in {roots[end] % shares for end in (a, b) if end in roots}]
            resolved = join.resolve(([r[0] for r in rows], [r[1] for r in rows],
                                     [r[2] for r in rows]), own)
            entities.update(zip(own, resolved))
        assert [entities[number] for number in numbers] == expected


def test_duckdb(capsys):
    pytest.importorskip("duckdb", reason="DuckDB is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    runpy.run_path(str(EXAMPLES / "duckdb_names.py"))
    printed = capsys.readouterr().out
    assert "vladimir putin" in printed and "Angela Merkel" in printed

    import duckdb
    import namesake.duckdb

    connection = duckdb.connect()
    namesake.duckdb.register(connection)
    connection.sql("create table n as select 'Name ' || i as a, null::varchar as b from range(5000) t(i)")
    assert connection.sql("select count(*) from n where name_key(a) = lower(a)").fetchall() == [(5000,)]
    assert connection.sql("select count(name_score(a, b)) from n").fetchall() == [(0,)]


def test_polars(capsys, names):
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    runpy.run_path(str(EXAMPLES / "polars_names.py"))
    assert "Angela Merkel" in capsys.readouterr().out

    from namesake import polars as expressions

    frame = polars.DataFrame({"a": names})
    found = frame.select(expressions.dedupe("a").alias("f")).unnest("f")
    assert found.rows() == [tuple(row) for row in namesake.dedupe(names)]
    keys = frame.lazy().select(expressions.normalize("a")).collect()["a"]
    assert keys.to_list() == namesake.normalize(names)


@pytest.fixture(scope="session")
def session():
    pyspark = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java (default-jre-headless)")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        pyspark.SparkSession.builder.master("local[2]").appName("namesake tests")
        .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4").getOrCreate())
    yield session
    session.stop()


def test_spark_gives_the_same_entities(session, names):
    from namesake import spark

    rows = [(number, name) for number, name in enumerate(names)] + [(len(names), None)]
    frame = session.createDataFrame(rows, "id long, name string")
    found = {row.id: row for row in spark.dedupe(frame, "name", partitions=3).collect()}
    assert len(found) == len(rows)
    assert found[len(names)].entity is None
    expected = namesake.dedupe(names)
    assert [found[n][2:] for n in range(len(names))] == [tuple(entity) for entity in expected]

    kinds = [("org", "person", None)[n % 3] for n in range(len(names))]
    frame = session.createDataFrame(
        list(zip(range(len(names)), names, kinds)), "id long, name string, what string")
    found = {row.id: row.entity for row in spark.dedupe(frame, "name", "what").collect()}
    expected = namesake.dedupe(names, kinds=kinds)
    assert [found[n] for n in range(len(names))] == [entity.entity for entity in expected]


def test_spark_columns(session):
    from namesake import spark

    frame = session.createDataFrame([("IĞDIR", "Igdir"), ("Putin", None)], "a string, b string")
    rows = frame.select(spark.normalize("a").alias("k"), spark.compare("a", "b").alias("s")).collect()
    assert [row.k for row in rows] == ["igdir", "putin"]
    assert rows[0].s > 0.5 and rows[1].s is None


@pytest.fixture
def postgres(tmp_path_factory, command):
    """A cluster of its own on a unix socket, gone after the test."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        pytest.skip("PostgreSQL is not installed (package postgresql)")
    folder = pathlib.Path(subprocess.check_output(["mktemp", "-d", "/tmp/namesake-pg-XXXXXX"],
                                                  text=True).strip())
    # The server does not run as root; whoever runs it owns the folder.
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    shutil.copy(command, folder / "namesake")
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", user, folder], check=True)
    as_user = ["runuser", "-u", user, "--"] if os.getuid() == 0 else []
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def run(program, *arguments, **keywords):
        return subprocess.run(
            [*as_user, folders[-1] / program, *arguments], env=environment, cwd=folder,
            capture_output=True, text=True, **keywords)

    made = run("initdb", "-D", folder / "data", "-A", "trust", "-E", "UTF8")
    assert made.returncode == 0, made.stderr
    log = folder / "log"
    started = subprocess.run(
        [*as_user, folders[-1] / "pg_ctl", "-D", folder / "data", "-w", "-l", log, "-o",
         f"-c listen_addresses='' -k {folder}", "start"],
        env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert started.returncode == 0, log.read_text() if log.exists() else "no log"
        yield lambda *arguments: run("psql", "-h", folder, "-d", "postgres", *arguments)
    finally:
        run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_postgres(postgres):
    done = postgres("-v", "ON_ERROR_STOP=1", "-A", "-t", "-q", "-f", EXAMPLES / "postgres_names.sql")
    assert done.returncode == 0, done.stderr
    rows = done.stdout.split()
    assert done.stdout.splitlines() == ["Angela Merkel|2", "Vladimir Putin|2", "Sergey Lavrov|1"], rows


def test_the_command_swift_c_python_and_spark_agree(session, names, command, tmp_path):
    """The C program and the Swift tests have their own share: here the command is the judge."""
    from namesake import spark

    path = tmp_path / "names.tsv"
    path.write_text("name\n" + "\n".join(names) + "\n", encoding="utf-8")
    output = subprocess.run(
        [command, "dedupe", "--format", "jsonl", path], capture_output=True, text=True, check=True)
    by_command = {}
    for line in output.stdout.splitlines():
        row = json.loads(line)
        by_command[row["name"]] = (row["entity"], row["canonical"])
    by_python = {name: tuple(row)[:2] for name, row in zip(names, namesake.dedupe(names))}
    frame = session.read.csv(str(path), sep="\t", header=True, quote="")
    by_spark = {row.name: (row.entity, row.canonical) for row in spark.dedupe(frame).collect()}
    assert by_python == by_command
    assert by_spark == by_command
