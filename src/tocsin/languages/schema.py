"""The shape of a language file, and how its content becomes a Language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from tocsin.codebook import KINDS, METHODS, UNITS, Stance
from tocsin.codebook.loader import Field, Flag, Number, Pairs, Rows, Table, Text, Texts
from tocsin.languages.language import (
    Attribution,
    Clause,
    DateRow,
    Dates,
    Ending,
    FigureRow,
    Frame,
    GivenNames,
    Language,
    NounPhrase,
    Passive,
    Pronouns,
    Role,
    StanceCue,
    Territory,
)

EXAMPLES_PUBLISHED: Final = date(2026, 2, 14)
"""The day of publication, a Saturday, from which the examples of date rows count."""

WHO: Final = ("subject", "object", "of", "near")
SCOPES: Final = ("before", "after", "clause", "sentence", "previous")
CLASSES: Final = ("relative", "counsel", "speaker", "official", "risk", "body")
CUES: Final = ("counted", "told")
GENDERS: Final = ("m", "f", "any")
MEANS: Final = ("day", "month", "year", "season", "weekday", "offset", "later", "within", "range")
UNITS_OF_TIME: Final = ("day", "week", "month", "year")
PARTS: Final = ("start", "early", "mid", "late", "end")
SEASONS: Final = ("spring", "summer", "autumn", "winter")
BLOCKER: Final = "none"
"""The kind of a frame that tells of nothing."""

_LIST = Text(blank=True)  # words with | between them; may be empty
_STANCES = tuple(s.value for s in Stance)
_LENT = tuple(s.value for s in Stance if s is not Stance.FACT)
_SMALL = Number(-10_000, 10_000)
_VALUE = Number(0, 10**12)


def _lists(*names: str) -> Table:
    return Table(optional=dict.fromkeys(names, _LIST))


def _rows(required: Mapping[str, Field], optional: Mapping[str, Field] | None = None) -> Rows:
    return Rows(Table({"patterns": Texts(), **required}, optional or {}))


SCHEMA: Final = Table(
    {"code": Text(), "name": Text(), "checked_by": Texts(least=0)},
    {
        "elisions": Texts(least=0),
        "clitics": Texts(least=0),
        "abbreviations": Texts(least=0),
        "common": _LIST,
        "plural": _LIST,
        "measures": _LIST,
        "people": _LIST,
        "number_links": _LIST,
        "words": Pairs(Text()),
        "nouns": Pairs(Text()),
        "noun_phrase": _lists("articles", "definite", "stop", "links", "inner", "nobody"),
        "clause": Table(optional={"breaks": _LIST, "origin": _LIST, "when": _LIST, "back_references": Texts(least=0)}),
        "passive": _lists("auxiliaries", "agents", "perfect"),
        "pronouns": _lists(
            "masculine",
            "feminine",
            "plural",
            "any",
            "subject",
            "possessive_masculine",
            "possessive_feminine",
            "possessive_plural",
            "possessive_any",
        ),
        "given_names": _lists("masculine", "feminine"),
        "territory": Rows(Table({"code": Text(), "names": Texts()}, {"people": Texts(least=0)})),
        "ending": Rows(Table({"nominative": _LIST, "gender": Text(GENDERS), "oblique": Texts()})),
        "group": _rows({}),
        "role": _rows({"class": Text(CLASSES), "gender": Text(GENDERS)}),
        "authority": _rows({}),
        "attribution": _rows({"examples": Texts()}, {"stance": Text(_LENT)}),
        "stance": _rows({"stance": Text(_LENT), "scope": Text(SCOPES), "examples": Texts()}),
        "frame": _rows(
            {"kind": Text((*KINDS, BLOCKER)), "examples": Texts()},
            {
                "who": Text(WHO),
                "not": Texts(least=0),
                "stance": Text(_STANCES),
                "method": Text(METHODS),
                "to_home": Flag(),
                "detail": Text(),
            },
        ),
        "figure": _rows(
            {"unit": Text(UNITS), "cue": Text(CUES), "examples": Texts()},
            {"not": Texts(least=0), "approximately": Text()},
        ),
        "numbers": Pairs(_VALUE),
        "multipliers": Pairs(_VALUE),
        "number": Rows(Table({"pattern": Text(), "value": _VALUE})),
        "dates": Table(
            {"months": Texts(12, 12), "weekdays": Texts(7, 7)},
            dict.fromkeys(SEASONS, _LIST),
        ),
        "date": _rows(
            {"means": Text(MEANS), "examples": Pairs(Text(), least=1)},
            {
                "direction": Text(("future",)),
                "year": _SMALL,
                "part": Text(PARTS),
                "unit": Text(UNITS_OF_TIME),
                "n": _SMALL,
                "sign": Number(-1, 1),
                "until": _SMALL,
                "week": _SMALL,
                "open": Text(("start", "end")),
            },
        ),
    },
)
"""Every key that a language file may have. What a complete file must have besides is told by `faults.find`."""


def build(content: Mapping[str, Any]) -> Language:
    """The Language of a file's content, which keeps to SCHEMA."""
    figures = content.get("figure", [])
    return Language(
        code=content["code"],
        name=content["name"],
        checked_by=tuple(content["checked_by"]),
        elisions=tuple(content.get("elisions", ())),
        clitics=tuple(content.get("clitics", ())),
        abbreviations=tuple(content.get("abbreviations", ())),
        common=content.get("common", ""),
        plural=content.get("plural", ""),
        measures=content.get("measures", ""),
        people=content.get("people", ""),
        number_links=content.get("number_links", ""),
        words=MappingProxyType(content.get("words", {})),
        nouns=MappingProxyType(content.get("nouns", {})),
        noun_phrase=NounPhrase(**content.get("noun_phrase", {})),
        clause=Clause(**_plain(content.get("clause", {}))),
        passive=Passive(**content.get("passive", {})),
        pronouns=Pronouns(**content.get("pronouns", {})),
        given_names=GivenNames(**content.get("given_names", {})),
        territories=tuple(Territory(**_plain(row)) for row in content.get("territory", ())),
        endings=tuple(Ending(**_plain(row)) for row in content.get("ending", ())),
        groups=_patterns(content.get("group", ())),
        roles=tuple(Role(**_plain(row)) for row in content.get("role", ())),
        authorities=_patterns(content.get("authority", ())),
        attributions=tuple(Attribution(**_plain(row)) for row in content.get("attribution", ())),
        stances=tuple(StanceCue(**_plain(row)) for row in content.get("stance", ())),
        frames=tuple(_frame(row, k) for k, row in enumerate(content.get("frame", ()))),
        figures=tuple(FigureRow(**_plain(row, "approximately")) for row in figures),
        approximately="|".join(row["approximately"] for row in figures if "approximately" in row),
        numbers=tuple(content.get("numbers", {}).items()),
        multipliers=tuple(content.get("multipliers", {}).items()),
        special_numbers=tuple((row["pattern"], row["value"]) for row in content.get("number", ())),
        dates=Dates(**_plain(content.get("dates", {}))),
        date_rows=tuple(DateRow(**_plain(row)) for row in content.get("date", ())),
    )


_RENAMED = {"not": "nots", "class": "class_"}  # keys that are words of Python


def _plain(row: Mapping[str, Any], without: str = "") -> dict[str, Any]:
    return {_RENAMED.get(key, key): _frozen(key, value) for key, value in row.items() if key != without}


def _frozen(key: str, value: Any) -> Any:
    if key == "stance":
        return Stance(value)
    if isinstance(value, list):
        return tuple(value)
    return MappingProxyType(value) if isinstance(value, dict) else value


def _frame(row: Mapping[str, Any], place: int) -> Frame:
    return Frame(**{"who": "near", **_plain(row)}, place_in_file=place)


def _patterns(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(pattern for row in rows for pattern in row["patterns"])
