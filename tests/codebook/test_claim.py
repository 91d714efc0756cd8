"""Claims, figures, doubts and readings: what they hold and how they are handed on."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook import Claim, Doubt, Figure, Misuse, Quote, Reading, Report, Stance, TocsinError, When

TEXT = "Police arrested Ivan Petrenko in Tbilisi."
QUOTE = Quote(TEXT[7:29], 7, 29)


@given(st.text(), st.integers(), st.integers())
def test_a_quote_lies_within_the_text_and_is_never_empty(text: str, start: int, end: int) -> None:
    if 0 <= start < end:
        assert Quote(text, start, end).as_dict() == {"text": text, "start": start, "end": end}
    else:
        with pytest.raises(Misuse, match=r"^empty_span: "):
            Quote(text, start, end)


@given(st.text(min_size=1), st.data())
def test_a_quote_cut_from_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Quote(text[start:end], start, end).stands_in(text)


def test_a_quote_of_other_words_does_not_stand_in_the_text() -> None:
    assert not Quote("released", 7, 15).stands_in(TEXT)


def test_a_claim_becomes_plain_data_with_every_field() -> None:
    claim = Claim(
        "Ivan Petrenko",
        "detention",
        QUOTE,
        When.day(date(2026, 2, 2)),
        where="GE",
        by="Police",
        sources=(("mother", "activists"), ("the lawyer",)),
        words=(("person", Quote("Ivan Petrenko", 16, 29)),),
    )
    assert json.loads(json.dumps(claim.as_dict())) == {
        "person": "Ivan Petrenko",
        "kind": "detention",
        "when": "2026-02-02",
        "where": "GE",
        "place": None,
        "by": "Police",
        "method": None,
        "to": None,
        "detail": None,
        "stance": "fact",
        "sources": [["mother", "activists"], ["the lawyer"]],
        "quote": {"text": "arrested Ivan Petrenko", "start": 7, "end": 29},
        "words": {"person": {"text": "Ivan Petrenko", "start": 16, "end": 29}},
    }


def test_a_reading_becomes_plain_data_without_the_text() -> None:
    reading = Reading(
        Report("r1", TEXT, "en", date(2026, 2, 3), "A Paper"),
        ("Ivan Petrenko",),
        (Claim("Ivan Petrenko", "detention", QUOTE, stance=Stance.DENIED),),
        (Figure(70_000, "residents", QUOTE, "KZ", "RU", When.year(2025), approx="about"),),
        (Doubt("who", "Who was arrested?", QUOTE, ("Ivan Petrenko",)), Doubt("no_date", "When was this published?")),
    )
    plain = json.loads(json.dumps(reading.as_dict()))
    assert list(plain) == ["id", "language", "published", "publisher", "persons", "claims", "figures", "doubts"]
    assert (plain["id"], plain["language"], plain["published"]) == ("r1", "en", "2026-02-03")
    assert plain["claims"][0]["stance"] == "denied"
    assert plain["figures"][0]["when"] == "2025"
    assert plain["doubts"][1] == {
        "code": "no_date",
        "question": "When was this published?",
        "quote": None,
        "choices": [],
    }
    assert TEXT not in json.dumps(plain)


def test_a_claim_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        QUOTE.start = 0  # type: ignore[misc]


def test_a_misuse_is_of_the_one_tree_and_a_value_error() -> None:
    assert issubclass(Misuse, TocsinError)
    assert issubclass(Misuse, ValueError)
