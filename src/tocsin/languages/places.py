"""Tells in which country a town or a region lies, whatever the case its name stands in.

The table is places.tsv; what may stand in it, and whence it comes, is said at its head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

_SHORTEST_STEM = 3
_LONGEST_NAME = 4  # words
_NEVER = "--"
_TOO_MANY = 4_000  # combinations of case endings tried on one name


@dataclass(frozen=True, slots=True)
class _Table:
    countries: dict[str, str]  # of every name
    capitals: dict[str, str]
    never: frozenset[str]  # look like a case of a place's name and are none


def lookup(words: tuple[str, ...]) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country in which the place lies, None when no such place is known.

    `words` are one to four normalised tokens (lower case, ё as е) that make up the whole name. A name that several
    places share means the largest of them. Case endings are taken off: Slavic ones, and Turkic ones in Cyrillic or
    after an apostrophe. Source: GeoNames and a list by hand.

    >>> lookup(("нижнем", "новгороде"))
    'RU'
    """
    return _found(words, _table().countries) if 0 < len(words) <= _LONGEST_NAME else None


def capital_of(word: str) -> str | None:
    """The country whose capital the normalised word names, and so perhaps its government: "Moscow asked".

    >>> capital_of("москвы")
    'RU'
    """
    return _capital(word)


@cache
def countries() -> frozenset[str]:
    """Codes of all countries in the table, which is every country that has a capital."""
    return frozenset(_table().countries.values())


@cache
def _table() -> _Table:
    """The table; the first line of a country is its capital's. Lower-cased in one piece, which makes it quick."""
    text = (files(__package__) / "places.tsv").read_text("utf-8").lower().replace("ё", "е").replace("\u0307", "")
    countries: dict[str, str] = {}
    capitals: dict[str, str] = {}
    never: frozenset[str] = frozenset()
    last = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, _, line = line.partition("\t")
        names = line.split("|")
        if code == _NEVER:
            never = frozenset(names)
            continue
        if code != last:
            last, country = code, code.upper()
            capitals.update(dict.fromkeys(names, country))
        for name in names:
            countries[name] = country
    return _Table(countries, capitals, never)


@lru_cache(maxsize=20_000)
def _capital(word: str) -> str | None:
    return _found((word,), _table().capitals)


def _found(words: tuple[str, ...], table: dict[str, str]) -> str | None:
    exact = table.get(" ".join(words))
    if exact or sum(map(len, words)) <= _SHORTEST_STEM or (len(words) == 1 and words[0] in _table().never):
        return exact
    forms = [tuple(_nominatives(word)) for word in words]
    names = (" ".join(name) for name in islice(product(*forms), _TOO_MANY))
    return next((table[name] for name in names if name in table), None)


# What a name's end in the nominative becomes in the other cases. Never -ово to -ова: that is a surname.
_CYRILLIC = {
    "": "а у ом е ем і ові ым им",
    "а": "ы и е у ой ою і",
    "я": "и е ю ей ею і",
    "ь": "и ю я ем е ью і",
    "й": "я ю ем е",
    "о": "ом",
    "ий": "ого ому ом им его ему ем",
    "ый": "ого ому ом ым",
    "ой": "ого ому ом ым",
    "ая": "ой ую ою",
    "ое": "ого ому ом ым",
    "ые": "ых ым ыми",
    "ие": "их им ими",
    "ы": "ам ах ами ов",
    "и": "ам ах ами ей ям ях ями",
    "ец": "ца цу цом це",
    "ів": "ова ову овом ові",
    "їв": "єва єву євом єві",
    "ця": "ці цю цею",
}
_TURKIC = "да де та те дан ден тан тен нан нен ға ге қа ке га го ды ді ты ті ни нің дің тің ның дың тың"
_LATIN = {
    "": "u em owi ie a",
    "a": "y i ie ę ą",
}


def _by_ending(changes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for nominative, others in changes.items():
        for other in others.split():
            out[other] = (*out.get(other, ()), nominative)
    return out


_NOMINATIVES = {
    ending: tuple(dict.fromkeys(ends))
    for ending, ends in {
        **_by_ending(_LATIN),
        **_by_ending(_CYRILLIC),
    }.items()
}
for _ending in _TURKIC.split():
    _NOMINATIVES[_ending] = (*_NOMINATIVES.get(_ending, ()), "")
_SHORTEST_LATIN_STEM = 5  # Polish alone declines in Latin letters, and short stems are too many other things


def _nominatives(word: str) -> Iterator[str]:
    """The word, and every nominative that it can be another case of, the likeliest first."""
    yield word
    stem, apostrophe, _ = word.partition("'")
    if apostrophe and len(stem) > _SHORTEST_STEM:
        yield stem
    head, hyphen, tail = word.partition("-")
    if hyphen and "-" in tail:  # Ростове-на-Дону
        for form in islice(_nominatives(head), 1, None):
            yield f"{form}-{tail}"
    for length in range(1, 4):
        stem, ending = word[:-length], word[-length:]
        shortest = _SHORTEST_LATIN_STEM if ending.isascii() else _SHORTEST_STEM
        if len(stem) >= shortest and ending in _NOMINATIVES:
            for nominative in _NOMINATIVES[ending]:
                yield stem + nominative
