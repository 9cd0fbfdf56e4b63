# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names and the command for the tests; run them with .ci/python, which makes the package first."""

from __future__ import annotations

import os
import pathlib
import random

import pytest

GIVEN = [
    ("Sergey", "Сергей", "Sergei"), ("Vladimir", "Владимир", "Wladimir"), ("Elena", "Елена", "Jelena"),
    ("Mehmet", "Mehmet", "Mehmed"), ("Ayşe", "Айше", "Ayse"), ("Dmitry", "Дмитрий", "Dmitri"),
    ("Giorgos", "Γιώργος", "Yorgos"), ("Natalia", "Наталья", "Natalya"), ("Ivan", "Иван", "Iwan"),
    ("Yusuf", "Юсуф", "Jusuf"), ("Tatiana", "Татьяна", "Tatjana"), ("Oleg", "Олег", "Oleh"),
]
FAMILY = [
    ("Kuznetsov", "Кузнецов", "Kusnezow"), ("Volkov", "Волков", "Wolkow"),
    ("Yılmaz", "Йылмаз", "Yilmaz"), ("Çelik", "Челик", "Celik"), ("Morozov", "Морозов", "Morosow"),
    ("Papadakis", "Παπαδάκης", "Papadákis"), ("Shevchuk", "Шевчук", "Schewtschuk"),
    ("Popov", "Попов", "Popow"), ("Demir", "Демир", "Demir"), ("Orlov", "Орлов", "Orlow"),
    ("Aydın", "Айдын", "Aydin"), ("Fedorov", "Фёдоров", "Fjodorow"), ("Zhukov", "Жуков", "Schukow"),
]


@pytest.fixture(scope="session")
def names() -> list[str]:
    """Two thousand names of a few hundred people, in several spellings, some of them equal."""
    chance = random.Random(7)
    made = []
    for _ in range(2000):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY)
        middle = chance.choice(["", "", "", "A. ", "Petrovich "])
        form = chance.randrange(3)
        name = f"{given[form]} {middle}{family[form]}"
        if chance.random() < 0.1:
            name = f"{family[form]}, {given[form]}"
        made.append(name)
    return made


@pytest.fixture(scope="session")
def command() -> str:
    """The built command; the test is skipped where there is none."""
    root = pathlib.Path(__file__).parent.parent.parent
    choices = [
        os.environ.get("NAMESAKE"), root / ".build/out/bin/namesake", root / ".build/release/namesake",
    ]
    for choice in choices:
        if choice and pathlib.Path(choice).exists():
            return str(choice)
    pytest.skip("the command is not built; say where it is with NAMESAKE=PATH")
