"""Language files: what they may hold, and every way in which one can be wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tocsin.codebook import DataFault, InputRefused, Stance
from tocsin.codebook import loader as strict
from tocsin.languages import Language, available, check, faults, load, read
from tocsin.languages.schema import SCHEMA

SMALL = """
code = "xx"
name = "Example"
checked_by = []
clitics = ["s"]
common = "the|of"
[words]
be = "is|was"
took = "took|@be"
[noun_phrase]
stop = "that"
links = "of|and?"
[clause]
breaks = "and"
back_references = ["this was"]
[passive]
auxiliaries = "@be"
agents = "by"
[pronouns]
masculine = "he"
[[territory]]
code = "RU"
names = ["russia"]
people = ["russian*"]
[[role]]
class = "relative"
gender = "f"
patterns = ["mother|mum"]
[[group]]
patterns = ["the two"]
[[group]]
patterns = ["both"]
[[authority]]
patterns = ["police"]
[[attribution]]
patterns = ["{source} said", "according to {source}"]
examples = ["His mother said so."]
stance = "alleged"
[[stance]]
stance = "denied"
scope = "before"
patterns = ["not|never"]
examples = ["He was not arrested."]
[[frame]]
kind = "none"
patterns = ["arrest of development"]
examples = ["An arrest of development."]
[[frame]]
kind = "removal"
who = "object"
patterns = ["@be sent back ~2 to|into {country}", "took|taken home"]
examples = ["He was sent back to Russia."]
not = ["sent back a letter"]
stance = "expected"
method = "handover"
to_home = true
[[figure]]
unit = "arrivals"
cue = "told"
patterns = ["arrived"]
examples = ["Some 200 people arrived."]
approximately = "about|some"
[numbers]
"one|a" = 1
[multipliers]
"million|millions" = 1000000
[[number]]
pattern = "half a million"
value = 500000
[dates]
months = ["jan*", "feb*", "mar*", "apr*", "may", "jun*", "jul*", "aug*", "sep*", "oct*", "nov*", "dec*"]
weekdays = ["mon*", "tue*", "wed*", "thu*", "fri*", "sat*", "sun*"]
[[date]]
means = "day"
patterns = ["{day} {month} {year}?"]
examples = { "31 August 2025" = "2025-08-31" }
[[date]]
means = "offset"
unit = "day"
n = -1
patterns = ["yesterday"]
examples = { "yesterday" = "2026-02-13" }
"""


def small(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The small language with changes made in its text."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "xx.toml").write_text(text)
    return tmp_path / "xx.toml"


def found(path: Path) -> list[str]:
    content: dict[str, Any] = strict.load(path, SCHEMA)
    return faults.find(content, path.stem)


def test_a_language_is_read_as_plain_data(tmp_path: Path) -> None:
    language = read(small(tmp_path))
    assert isinstance(language, Language)
    assert language.groups == ("the two", "both")
    assert language.approximately == "about|some"
    assert language.numbers == (("one|a", 1),)
    assert language.special_numbers == (("half a million", 500_000),)
    assert language.attributions[0].stance is Stance.ALLEGED
    assert language.clause.back_references == ("this was",)
    assert language.roles[0].class_ == "relative"
    frame = language.frames[1]
    assert (frame.kind, frame.who, frame.method, frame.to_home, frame.place_in_file) == (
        "removal",
        "object",
        "handover",
        True,
        1,
    )
    assert frame.nots == ("sent back a letter",)
    assert language.date_rows[1].n == -1
    assert hash(language.frames[0]) != hash(language.frames[1])
    assert hash(language.date_rows[0]) != hash(language.date_rows[1])


def test_a_sound_language_has_no_faults(tmp_path: Path) -> None:
    assert found(small(tmp_path)) == []


def test_a_frame_without_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFault) as caught:
        read(small(tmp_path, ('examples = ["He was sent back to Russia."]\n', "")))
    assert caught.value.faults == ("xx.toml: frame[1].examples: is missing",)


def test_unknown_words_of_the_codebook_are_all_refused_at_once(tmp_path: Path) -> None:
    path = small(
        tmp_path,
        ('kind = "removal"', 'kind = "rumour"'),
        ('who = "object"', 'who = "someone"'),
        ('unit = "arrivals"', 'unit = "cats"'),
        ('scope = "before"', 'scope = "beyond"'),
        ('class = "relative"', 'class = "relation"'),
        ('means = "day"', 'means = "dawn"'),
        ('method = "handover"', 'method = "magic"'),
    )
    with pytest.raises(DataFault) as caught:
        read(path)
    assert [f.split(": ")[1] for f in caught.value.faults] == [
        "role[0].class",
        "stance[0].scope",
        "frame[1].kind",
        "frame[1].who",
        "frame[1].method",
        "figure[0].unit",
        "date[0].means",
    ]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("~ sent back", "begins with a gap"),
        ("was? ~2 sent", "begins with a gap"),
        ("was?", "nothing that must be there"),
        ("* ~2 sent", "no word before its first gap"),
        ("sent ~2", "a gap at its end"),
        ("sent ~ ~2 back", "two in a row"),
        ("sent ~x back", "bad gap"),
        ("sent ~99 back", "bad gap"),
        ("sent {place}", "unknown slot"),
        ("sent {source}", "unknown slot"),
        ("sent {detail} back", "{detail} before its end"),
        ("@nothing sent", "is no list in [words]"),
        ("sent|", "empty alternative"),
        ("se*nt", "a star that is neither"),
        ("Sent back", "must be written as tokens are matched: 'sent'"),
        ("ещё раз", "must be written as tokens are matched: 'еще'"),
        ("u.s. troops", "is not one token"),
        ("lawyer's office", "cut in two at the apostrophe"),
        ("sent  back", "spaces to spare"),
    ],
)
def test_a_pattern_that_cannot_match_is_a_fault(pattern: str, what: str) -> None:
    slots = {"number", "country", "person", "detail"}
    assert any(what in fault for fault in faults.pattern_faults(pattern, {"be": "is"}, slots, clitics=["s"]))


@pytest.mark.parametrize(
    "pattern",
    [
        "arrest*|detain* ~2 {person}",
        "the|a? court , which",
        "*ovich said",
        "'s arrest",
        "{number} men",
        "пресс-секретар* ~ сказал*",
        "* court",
        "@be got|taken?  away".replace("  ", " "),
        "экс-* was",
        "( charged )",
        "serve {detail}",
        "24/7 guard",
    ],
)
def test_a_sound_pattern_has_no_fault(pattern: str) -> None:
    assert faults.pattern_faults(pattern, {"be": "is"}, {"number", "country", "person", "detail"}) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('code = "xx"', 'code = "yy"', "code: is not the name of the file"),
        ('code = "RU"', 'code = "QQ"', "territory[0].code: is no country's"),
        ('took = "took|@be"', 'took = "took|@took"', "words.took: names itself"),
        ('agents = "by"', 'agents = "By"', "passive.agents: 'By' must be written"),
        ('kind = "removal"', 'kind = "flight"', "frame[1].method: belongs to removals only"),
        ('who = "object"\n', "", "frame[1].who: is missing"),
        ('patterns = ["arrived"]', 'patterns = ["{number} ~4 arrived"]', "{number}"),
        ('"million|millions" =', '"million*" =', "multipliers.million*: must be whole words"),
        ('patterns = ["both"]', 'patterns = ["the two", "both"]', "'the two' stands in group[0].patterns too"),
        ('"2025-08-31" }', '"31.08.2025" }', "date[0].examples.31 August 2025: '31.08.2025' is no date"),
        ('"2025-08-31" }', '"2025-08-01/2025-08-31" }', "is written '2025-08'"),
        ('"{day} {month} {year}?"', '"{day} of the month"', "has no {month}"),
        ('unit = "day"\n', "", "date[1].unit: is missing"),
        ("n = -1\n", "", "must have either {number} or the row's n"),
        ("[[authority]]\n" + 'patterns = ["police"]\n', "", "authority: is still missing"),
    ],
)
def test_a_contradiction_is_a_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert any(fault in one for one in found(small(tmp_path, (old, new))))


def test_a_language_that_is_not_there_is_refused() -> None:
    for code in ("qq", "../en", ""):
        with pytest.raises(InputRefused, match=r"^unknown_language: "):
            load(code)


@pytest.mark.parametrize("code", available())
def test_every_language_of_the_house_is_without_fault(code: str) -> None:
    check(code)
    assert load(code) is load(code)
