# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Index, dedupe and mentions."""

from __future__ import annotations

import json
import random
import subprocess

import pytest

import namesake


def test_an_index_is_built_opened_and_searched(tmp_path):
    path = tmp_path / "people.index"
    built = namesake.Index.build(
        path, ["Vladimir Putin", "Sergey Lavrov", "Angela Merkel", "Angela Dorothea Merkel"],
        ["Q7747", "Q58217", "Q567", "Q567"])
    assert len(built) == 4
    index = namesake.Index.open(path)
    best = index.search("Меркель")[0]
    assert best.id == "Q567" and best.score > 0.2
    found = index.search(["Лавров Сергей", "", "Putin"], limit=1)
    assert [[match.id for match in row] for row in found] == [["Q58217"], [], ["Q7747"]]
    assert index.search("Putin", score_cutoff=1.1) == []
    assert index.search(["Putin"] * 100, workers=2) == [index.search("Putin")] * 100


def test_what_is_no_index_says_so(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        namesake.Index(tmp_path / "nowhere")
    wrong = tmp_path / "wrong"
    wrong.write_text("no index")
    with pytest.raises(OSError):
        namesake.Index(wrong)


def test_dedupe_in_every_form(names):
    found = namesake.dedupe(names)
    assert len(found) == len(names)
    by_name = dict(zip(names, found))
    assert by_name["Sergey Volkov"].entity == by_name["Сергей Волков"].entity
    assert by_name["Sergey Volkov"].entity != by_name["Ivan Çelik"].entity
    arrow = pytest.importorskip("pyarrow")
    table = namesake.dedupe(arrow.array(names))
    assert table.column_names == ["entity", "canonical", "score"]
    assert table["entity"].to_pylist() == [row.entity for row in found]
    pandas = pytest.importorskip("pandas")
    frame = namesake.dedupe(pandas.Series(names, index=range(5, len(names) + 5)))
    assert list(frame["canonical"]) == [row.canonical for row in found]
    assert frame.index[0] == 5
    polars = pytest.importorskip("polars")
    assert namesake.dedupe(polars.Series(names))["score"].to_list() == [row.score for row in found]


def test_dedupe_does_not_depend_on_order_or_workers(names):
    found = dict(zip(names, namesake.dedupe(names, workers=2)))
    shuffled = list(names)
    random.Random(3).shuffle(shuffled)
    assert dict(zip(shuffled, namesake.dedupe(shuffled, workers=1))) == found


def test_dedupe_gives_what_the_command_gives(names, command, tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("\n".join(names) + "\n", encoding="utf-8")
    output = subprocess.run(
        [command, "dedupe", "--format", "jsonl", "--input-format", "text", path],
        capture_output=True, text=True, check=True).stdout
    rows = [json.loads(line) for line in output.splitlines()]
    found = namesake.dedupe(names)
    assert [row["entity"] for row in rows] == [row.entity for row in found]
    assert [row["canonical"] for row in rows] == [row.canonical for row in found]
    assert [row["score"] for row in rows] == pytest.approx([row.score for row in found], abs=1e-5)


def test_mentions_slice_to_what_they_say():
    text = "Kremlin spokesman Dmitry Peskov denied it. 😀 Çavuşoğlu Ankara'da konuştu."
    found = namesake.mentions(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert [m.text for m in found][:2] == ["Kremlin", "Dmitry Peskov"]
    assert "Ankara" in [m.text for m in found]
    assert namesake.mentions([text, "", text]) == [found, [], found]
    assert namesake.mentions("") == []
