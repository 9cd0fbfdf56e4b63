# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Normalizing and comparing, one by one and in columns of every form."""

from __future__ import annotations

import pytest

import namesake

LEFT = ["Vladimir Putin", "Sergey Lavrov", "Angela Merkel"]
RIGHT = ["Владимир Путин", "Angela Merkel", "Меркель, Ангела"]


def test_one_text():
    assert namesake.normalize("ERDOĞAN’IN") == "erdoganin"
    assert namesake.normalize("IĞDIR", "fold") == "ığdır"
    assert namesake.normalize("IĞDIR", "fold", "tr") == "ığdır"
    assert namesake.normalize("Эрдоган", "ascii").isascii()
    assert namesake.normalize("") == ""
    assert namesake.normalize("x" * 100_000) == "x" * 100_000


def test_wrong_arguments_say_what_is_wrong():
    with pytest.raises(ValueError, match="loud is no profile"):
        namesake.normalize(["a"], "loud")
    with pytest.raises(ValueError, match="no language tag"):
        namesake.normalize("a", language="no tag!")
    with pytest.raises(TypeError, match="item 1 is no str"):
        namesake.normalize(["a", 2])
    with pytest.raises(ValueError, match="3 names cannot be paired with 1"):
        namesake.compare(LEFT, ["x"])
    with pytest.raises(ValueError, match="no kind of name"):
        namesake.compare("a", "b", kind="animal")


def test_two_names():
    score = namesake.compare("Vladimir Putin", "Владимир Путин")
    assert 0.9 < score <= 1
    assert namesake.compare("Vladimir Putin", "Angela Merkel") < 0.5
    assert namesake.compare("Vladimir Putin", "Angela Merkel", score_cutoff=0.5) == 0
    assert namesake.compare("Vladimir Putin", "Владимир Путин", kind="person") > 0.9


def test_a_column_gives_what_its_rows_give():
    scores = namesake.compare(LEFT, RIGHT)
    assert scores == [namesake.compare(*pair) for pair in zip(LEFT, RIGHT)]
    assert scores == namesake.compare(LEFT, RIGHT, workers=1)
    cut = namesake.compare(LEFT, RIGHT, score_cutoff=0.5)
    assert cut[1] == 0 and cut[0] == scores[0]
    by_kind = namesake.compare(LEFT, RIGHT, kind=["person", None, "person"])
    assert by_kind[1] == scores[1]


def test_evidence_accounts_for_every_word():
    comparison = namesake.explain("Vladimir Putin", "Путин")
    assert comparison.score == namesake.compare("Vladimir Putin", "Путин")
    left = [word for piece in comparison.evidence for word in piece.left]
    right = [word for piece in comparison.evidence for word in piece.right]
    assert sorted(left) == ["Putin", "Vladimir"] and right == ["Путин"]
    assert {piece.relation for piece in comparison.evidence} == {"transliteration", "missing"}
    assert len(namesake.explain(LEFT, RIGHT)) == 3


def test_cdist_and_extract():
    numpy = pytest.importorskip("numpy")
    matrix = namesake.cdist(LEFT, RIGHT)
    assert matrix.shape == (3, 3) and matrix.dtype == numpy.float32
    for row, left in enumerate(LEFT):
        for column, right in enumerate(RIGHT):
            assert matrix[row, column] == pytest.approx(namesake.compare(left, right), abs=1e-6)
    assert (namesake.cdist(LEFT, RIGHT, score_cutoff=0.5) > 0).sum() == 3
    found = namesake.extract("Меркель", LEFT, limit=2)
    assert found[0][0] == "Angela Merkel" and found[0][2] == 2 and len(found) == 2
    assert namesake.extractOne("Меркель", {"de": "Angela Merkel", "ru": "Sergey Lavrov"})[2] == "de"
    assert namesake.extractOne("Nobody Atall", LEFT, score_cutoff=0.9) is None


def test_none_stays_none():
    assert namesake.normalize(["A", None, ""]) == ["a", None, ""]
    assert namesake.compare(["A", None, "A"], ["A", "A", None])[1:] == [None, None]


def test_versions():
    assert namesake.versions()["namesake"] == namesake.__version__
    assert "Unicode" in namesake.versions()["ICU"]


def test_arrow_columns_of_every_layout():
    arrow = pytest.importorskip("pyarrow")
    texts = ["IĞDIR", None, "", "Эрдоган", "x"]
    expected = namesake.normalize(texts)
    for kind in (arrow.string(), arrow.large_string(), arrow.dictionary(arrow.int32(), arrow.string())):
        array = arrow.array(texts, arrow.string()).cast(kind)
        assert namesake.normalize(array).to_pylist() == expected
        assert namesake.normalize(array.slice(3)).to_pylist() == expected[3:]
    chunked = arrow.chunked_array([texts[:2], texts[2:]], arrow.string())
    assert namesake.normalize(chunked).to_pylist() == expected
    assert namesake.normalize(arrow.chunked_array([], arrow.string())).to_pylist() == []
    assert namesake.normalize(arrow.array([], arrow.string())).to_pylist() == []
    scores = namesake.compare(arrow.array(LEFT), arrow.array(RIGHT))
    assert scores.to_pylist() == namesake.compare(LEFT, RIGHT)
    nulls = namesake.compare(arrow.array(["a", None]), arrow.array([None, "b"], arrow.string()))
    assert nulls.to_pylist() == [None, None]


def test_arrow_results_outlive_the_call():
    arrow = pytest.importorskip("pyarrow")
    results = [namesake.normalize(arrow.array([f"NAME {n}" for n in range(1000)])) for _ in range(50)]
    assert all(result[999].as_py() == "name 999" for result in results)


def test_pandas_columns():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"a": LEFT, "b": RIGHT}, index=[7, 8, 9])
    keys = namesake.normalize(frame["a"])
    assert list(keys) == namesake.normalize(LEFT) and list(keys.index) == [7, 8, 9]
    assert list(namesake.compare(frame["a"], frame["b"])) == namesake.compare(LEFT, RIGHT)


def test_polars_columns():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"a": LEFT, "b": RIGHT})
    assert namesake.normalize(frame["a"]).to_list() == namesake.normalize(LEFT)
    assert namesake.compare(frame["a"], frame["b"]).to_list() == namesake.compare(LEFT, RIGHT)


def test_the_lock_is_free_while_the_library_works(names):
    """Two threads with one worker each are let in at once: a counter goes on counting."""
    import threading

    counted = 0
    done = threading.Event()

    def count():
        nonlocal counted
        while not done.is_set():
            counted += 1
            done.wait(0.0005)

    thread = threading.Thread(target=count)
    thread.start()
    before = counted
    namesake.cdist(names[:400], names, workers=1)
    during = counted - before
    done.set()
    thread.join()
    assert during > 10
