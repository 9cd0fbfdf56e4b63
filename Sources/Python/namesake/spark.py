# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Namesake in Spark: columns, and the deduplication of more names than one machine takes in time.

    >>> from namesake import spark
    >>> spark.dedupe(people, "name").show()

`dedupe` goes through stages. The distinct names with how often they occur go to every worker, which
joins their words once. Workers then each find and score the pairs of a share of the names, which is
most of the work; the pairs are shuffled to the components that they lie in; each component is
resolved whole. The result is row for row that of the command and of `namesake.dedupe`, because what
a name can be does not depend on pairs outside of its component but for its own (its rivals), and
these are sent along.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pandas
import pyarrow
import pyarrow.compute as compute

import namesake

from ._columns import KIND_CODES, kind_codes
from ._resolve import DEFAULT_THRESHOLD, Entity, Join

if TYPE_CHECKING:
    from pyspark.broadcast import Broadcast
    from pyspark.sql import Column, DataFrame

    # What Spark gives a function, and takes from it.
    Batches = Iterator[pyarrow.RecordBatch]


def normalize(column: Column | str, profile: str = "key", language: str | None = None) -> Column:
    """The normalized text of a column."""
    from pyspark.sql.functions import pandas_udf

    def run(texts: pandas.Series) -> pandas.Series:
        return namesake.normalize(texts, profile, language, workers=1)

    return pandas_udf(run, "string")(column)


def compare(first: Column | str, second: Column | str) -> Column:
    """The probability that the names of two columns are the same."""
    from pyspark.sql.functions import pandas_udf

    def run(left: pandas.Series, right: pandas.Series) -> pandas.Series:
        return namesake.compare(left, right, workers=1)

    return pandas_udf(run, "double")(first, second)


def dedupe(
    frame: DataFrame,
    name: str = "name",
    kind: str | None = None,
    *,
    threshold: float = DEFAULT_THRESHOLD,
    partitions: int | None = None,
) -> DataFrame:
    """Adds entity, canonical and score to every row.

    Args:
        frame: Rows with names.
        name: The column of the name.
        kind: The column of the kind (person, org or place), if there is one.
        threshold: Probability from which two names are one.
        partitions: Shares that the work is cut into; None for as many as Spark has cores.

    Returns:
        The rows in any order, with three columns more; null where the name is.
    """
    from pyspark.sql import functions as f

    session = frame.sparkSession
    shares = partitions or session.sparkContext.defaultParallelism
    kind_column = f.col(kind) if kind else f.lit(None).cast("string")
    keyed = frame.withColumn("_name", f.col(name)).withColumn("_kind", kind_column)
    counted = (
        keyed.where("_name is not null").groupBy("_name", "_kind")
        .agg(f.count("*").alias("records")).toArrow())
    names = session.sparkContext.broadcast((
        counted["_name"].combine_chunks(),
        kind_codes(counted["_kind"].to_pylist(), len(counted)),
        counted["records"].to_pylist()))

    tasks = session.range(0, shares, 1, shares)
    found = tasks.mapInArrow(
        functools.partial(_find, names, shares, threshold),
        "first long, second long, score double").dropDuplicates(["first", "second"]).persist()
    numbers = tasks.mapInArrow(
        functools.partial(_number, names, shares), "_name string, _kind string, number long")

    links = found.where(f.col("score") >= f.lit(threshold)).select("first", "second").toArrow()
    roots = session.sparkContext.broadcast(
        components(links["first"].to_pylist(), links["second"].to_pylist()))
    shuffled = found.mapInArrow(
        functools.partial(_send, roots, shares),
        "share long, first long, second long, score double")

    # Spark reads the types of its parameters, so this is no partial function.
    def resolve(pairs: pyarrow.Table) -> pyarrow.Table:
        return _resolve(names, roots, shares, threshold, pairs)

    # Each share has a row of its own, so that it is resolved when it has no pairs too.
    every = tasks.selectExpr(
        "id as share", "cast(null as long) as first", "cast(null as long) as second",
        "cast(null as double) as score")
    resolved = shuffled.unionByName(every).groupBy("share").applyInArrow(
        resolve, "number long, entity string, canonical string, score double")

    entities = numbers.join(resolved, "number").drop("number")
    entities = entities.withColumnsRenamed({"_name": "_own_name", "_kind": "_own_kind"})
    return keyed.join(
        entities,
        (keyed["_name"] == entities["_own_name"])
        & keyed["_kind"].eqNullSafe(entities["_own_kind"]),
        "left",
    ).drop("_name", "_kind", "_own_name", "_own_kind")


def components(first: Iterable[int], second: Iterable[int]) -> dict[int, int]:
    """The lowest number of the component of each number that is in some pair."""
    roots: dict[int, int] = {}

    def root(number: int) -> int:
        while roots.setdefault(number, number) != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    for a, b in zip(first, second, strict=True):
        a, b = root(a), root(b)
        roots[max(a, b)] = min(a, b)
    return {number: root(number) for number in roots}


# A worker process makes a join once, whatever number of its tasks need it.
_latest: tuple[Any, Join, list[int]] | None = None


def _join(names: Broadcast) -> tuple[Join, list[int]]:
    global _latest
    # Spark gives a process the same value for each task of a broadcast.
    if _latest is None or _latest[0] is not names.value:
        join = Join(*names.value, workers=1)
        _latest = (names.value, join, join.numbers())
    return _latest[1:]


def _share(count: int, shares: int, share: int) -> range:
    return range(count * share // shares, count * (share + 1) // shares)


def _tasks(batches: Batches) -> Iterator[int]:
    for batch in batches:
        yield from batch["id"].to_pylist()


def _find(names: Broadcast, shares: int, threshold: float, batches: Batches) -> Batches:
    """Finds and scores the pairs of a share of the distinct names."""
    for task in _tasks(batches):
        join, numbers = _join(names)
        own = _share(max(numbers, default=-1) + 1, shares, task)
        pairs = join.pairs(own.start, own.stop, threshold, workers=1)
        yield pyarrow.record_batch(
            [pyarrow.array(pairs[0], "int64"), pyarrow.array(pairs[1], "int64"),
             pyarrow.array(pairs[2], "float64")], ["first", "second", "score"])


def _number(names: Broadcast, shares: int, batches: Batches) -> Batches:
    """Says which distinct name each of a share of the names is."""
    words = {code: word for word, code in KIND_CODES.items() if word != ""}
    for task in _tasks(batches):
        _, numbers = _join(names)
        texts, kinds, _ = names.value
        own = _share(len(texts), shares, task)
        yield pyarrow.record_batch(
            [texts[own.start : own.stop],
             pyarrow.array([words[code] for code in kinds[own.start : own.stop]], "string"),
             pyarrow.array(numbers[own.start : own.stop], "int64")],
            ["_name", "_kind", "number"])


def _send(roots: Broadcast, shares: int, batches: Batches) -> Batches:
    """Sends each pair to the shares that its names' components lie in."""
    for batch in batches:
        rows: list[int] = []
        targets: list[int] = []
        pairs = zip(batch["first"].to_pylist(), batch["second"].to_pylist(), strict=True)
        for row, ends in enumerate(pairs):
            for share in {roots.value[end] % shares for end in ends if end in roots.value}:
                rows.append(row)
                targets.append(share)
        sent = batch.take(pyarrow.array(rows, "int64"))
        yield pyarrow.record_batch(
            [pyarrow.array(targets, "int64"), *sent.columns],
            ["share", "first", "second", "score"])


def _resolve(
    names: Broadcast, roots: Broadcast, shares: int, threshold: float, pairs: pyarrow.Table
) -> pyarrow.Table:
    """Resolves the components of a share, each of them whole."""
    share = pairs["share"][0].as_py()
    join, numbers = _join(names)
    pairs = pairs.filter(compute.is_valid(pairs["first"]))
    own = [number for number in range(max(numbers, default=-1) + 1)
           if roots.value.get(number, number) % shares == share]
    entities = join.resolve(
        (pairs["first"].to_pylist(), pairs["second"].to_pylist(), pairs["score"].to_pylist()),
        own, threshold, workers=1)
    columns = list(zip(*entities, strict=True)) or [[] for _ in Entity._fields]
    return pyarrow.table({
        "number": pyarrow.array(own, "int64"),
        "entity": pyarrow.array(columns[0], "string"),
        "canonical": pyarrow.array(columns[1], "string"),
        "score": pyarrow.array(columns[2], "float64"),
    })
