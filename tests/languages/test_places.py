"""Places: the country of a town, in whatever case its name stands."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.languages import places


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("moscow", "RU"),
        ("mosca", "RU"),
        ("pechino", "CN"),
        ("varsavia", "PL"),
        ("tbilisi", "GE"),
        ("тбилиси", "GE"),
        ("ashgabat", "TM"),
        ("алма-ата", "KZ"),
        ("osh", "KG"),
        ("new york", "US"),
        ("the hague", "NL"),
        ("cecenia", "RU"),
        ("дагестан", "RU"),
        ("crimea", "UA"),
        ("karakalpakstan", "UZ"),
        ("синьцзян", "CN"),
        ("tibet", "CN"),
        ("гбао", "TJ"),
        ("gorno-badakhshan", "TJ"),
    ],
)
def test_a_place_is_known_in_several_spellings(name: str, country: str) -> None:
    assert places.lookup(tuple(name.split())) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("бишкеке", "KG"),
        ("ташкента", "UZ"),
        ("москвы", "RU"),
        ("москвой", "RU"),
        ("алматы", "KZ"),
        ("стамбуле", "TR"),
        ("минском", "BY"),
        ("чечне", "RU"),
        ("казани", "RU"),
        ("череповца", "RU"),
        ("ростове-на-дону", "RU"),
        ("нижнем новгороде", "RU"),
        ("набережных челнах", "RU"),
        ("харкова", "UA"),
        ("києві", "UA"),
        ("алматыда", "KZ"),
        ("ташкенттің", "UZ"),
        ("taşkent'te", "UZ"),
        ("warszawie", "PL"),
        ("krakowie", "PL"),
    ],
)
def test_a_place_is_known_in_any_case(name: str, country: str) -> None:
    assert places.lookup(tuple(name.split())) == country


@pytest.mark.parametrize(
    "name",
    ["май", "july", "иванова", "roman", "милана", "мадина", "парису", "kremlin", "кремль", "georgia", "van"],
)
def test_a_common_word_or_a_persons_name_is_no_place(name: str) -> None:
    assert places.lookup((name,)) is None


@pytest.mark.parametrize(("word", "country"), [("moscow", "RU"), ("москвы", "RU"), ("киев", "UA"), ("astana", "KZ")])
def test_a_capital_stands_for_its_government(word: str, country: str) -> None:
    assert places.capital_of(word) == country


@pytest.mark.parametrize("word", ["almaty", "istanbul", "казань", "crimea", ""])
def test_another_town_stands_for_no_government(word: str) -> None:
    assert places.capital_of(word) is None


def test_each_name_stands_once_in_the_table() -> None:
    lines = (files("tocsin.languages") / "places.tsv").read_text("utf-8").lower().splitlines()
    rows = [line.partition("\t")[2] for line in lines if not line.startswith("#")]
    names = [name.replace("ё", "е").replace("\u0307", "") for row in rows for name in row.split("|")]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert all(name and name == name.strip() for name in names)


def test_each_country_has_a_capital() -> None:
    assert set(places._table().capitals.values()) == places.countries()
    assert all(len(code) == 2 and code.isupper() for code in places.countries())
    assert len(places.countries()) > 190


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_are_looked_up_without_a_crash(words: list[str]) -> None:
    assert places.lookup(tuple(words)) in places.countries() | {None}
