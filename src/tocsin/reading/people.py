"""Finds who a report speaks of: mentions by name, noun and pronoun, and which mentions are one person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.reading.nominative import NameEndings, like
from tocsin.reading.tokens import Token, visible

_FEMININE = ("ova", "eva", "ina", "skaya", "skaia", "kyzy", "qizi", "gyzy", "ovna", "evna", "kızı")
_MASCULINE = ("ov", "ev", "in", "sky", "skiy", "uly", "uulu", "ogly", "oglu", "oğlu", "ovich", "evich")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "uulu",
        "kyzy",
        "uly",
        "ogly",
        "оглы",
        "улы",
        "кызы",
        "уулу",
        "угли",
        "ugli",
        "qizi",
        "qızı",
    ]
)


@dataclass(slots=True, eq=False)
class Person:
    """One person of the report, however written."""

    number: int
    name: str = ""
    gender: str = "any"
    forms: list[tuple[str, ...]] = field(default_factory=list)
    distinct: dict[tuple[str, ...], None] = field(default_factory=dict)  # the forms, each once, in order
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Mention:
    """Words that point to somebody; `person` is None where nobody named is meant. Token range is half-open."""

    start: int
    end: int
    what: str  # name, pronoun, possessive, role, group
    person: Person | None = None
    gender: str = "any"
    role: str = ""  # relative, counsel, speaker, official, risk
    echo: bool = False  # a noun that only repeats a relative named before ("the woman" for "the mother")
    noun_start: int = -1  # where the noun before a name begins ("the activist X")
    plural: bool = False
    owner: Person | None = None  # whose relative or lawyer it is
    also: tuple[Person, ...] = ()  # the others, where several are meant

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody meant."""
        return ((self.person,) if self.person else ()) + self.also


_PATRONYMIC = re.compile(r"(ovich|evich|ovna|evna)$|(ович|евич|ич|овн|евн|ичн)(а|у|ем|е|ы|ой)?$")


def _given_first(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Courts write the family name first ("Ivanov Ivan Ivanovich", "Ivanov I. I."): put it last, as the press does."""
    if len(parts) == 3 and _PATRONYMIC.search(parts[2].lower()) and not _PATRONYMIC.search(parts[1].lower()):
        return (parts[1], parts[2], parts[0])
    if len(parts) >= 2 and len(parts[0]) > 1 and all(len(p) == 1 for p in parts[1:]):
        return (*parts[1:], parts[0])
    return parts


def guess_gender(parts: Sequence[str]) -> str:
    """m, f or any from the endings of a romanised name; never more than a guess."""
    low = [p.lower() for p in parts]
    for part in reversed(low):
        if part.endswith(_FEMININE):
            return "f"
        if part.endswith(_MASCULINE) and len(part) > 4:
            return "m"
    return "any"


class Gathering:
    """Joins the names of one report into persons."""

    def __init__(self, endings: NameEndings) -> None:
        self._endings = endings
        self.persons: list[Person] = []
        self._fitting: dict[tuple[str, ...], list[Person]] = {}  # kept until a name or form is met for the first time

    def add(self, tokens: Sequence[Token], start: int, end: int) -> Person:
        """The person whom the name at tokens[start:end] means; a new one if it fits nobody before."""
        parts = tuple(visible(t.text) for t in tokens[start:end] if t.is_word and not t.norm.startswith("'"))
        parts = _given_first(parts or (visible(tokens[start].text),))
        fitting = self._fitting.get(parts)
        if fitting is None:
            fitting = self._fitting[parts] = [p for p in self.persons if self._fits(p, parts)]
        if fitting:
            person = fitting[-1] if len(parts) == 1 else max(fitting, key=lambda p: self._closeness(p, parts))
        else:
            person = Person(len(self.persons))
            self.persons.append(person)
            self._fitting.clear()
        if parts not in person.distinct:
            person.distinct[parts] = None
            self._fitting.clear()
        person.forms.append(parts)
        return person

    def _norms(self, parts: Sequence[str]) -> list[str]:
        return [p.lower().replace("ё", "е") for p in parts]

    def _fits(self, person: Person, parts: tuple[str, ...]) -> bool:
        mine = self._norms(parts)
        return any(self._one_name(self._norms(form), mine) for form in person.distinct)

    def _closeness(self, person: Person, parts: tuple[str, ...]) -> int:
        return max(len(set(self._norms(f)) & set(self._norms(parts))) for f in person.distinct)

    def _one_name(self, a: list[str], b: list[str]) -> bool:
        """Every part of the shorter name is in the longer one; initials fit; different given names never do."""
        short, long = sorted((a, b), key=len)
        short = [x for x in short if x not in _PARTICLES] or short
        free = list(long)
        whole = 0
        for part in short:
            hit = next((k for k, other in enumerate(free) if self._endings.same(part, other)), None)
            if hit is None:
                hit = next((k for k, o in enumerate(free) if (len(part) == 1 or len(o) == 1) and part[0] == o[0]), None)
                if hit is None:
                    return False
            elif len(part) > 1:
                whole += 1
            free.pop(hit)
        return whole > 0

    def name_all(self) -> None:
        """Gives every person the fullest name met, in the nominative."""
        for p in self.persons:
            fullest = max((len(f) for f in p.forms if not any(len(x) == 1 for x in f)), default=0)
            width = fullest or max(len(f) for f in p.forms)
            forms = [f for f in p.forms if len(f) == width]
            if not self._endings.inflects or not any(
                "а" <= c <= "я" or c in "іїґўәғқңөұүһ" for c in forms[0][0].lower()
            ):
                p.name, gender = " ".join(_best_case(forms)), guess_gender(forms[0])
            else:
                order = self._norms(forms[0])
                aligned = [
                    f
                    for f in forms
                    if all(self._endings.same(x, y) for x, y in zip(order, self._norms(f), strict=True))
                ]
                chosen, gender = self._endings.choose(self._with_singles(aligned, p), p.gender)
                p.name = " ".join(like(n, m) for n, m in zip(chosen, aligned[0], strict=True))
            if p.gender == "any":
                p.gender = gender

    def _with_singles(self, forms: list[tuple[str, ...]], p: Person) -> list[tuple[str, ...]]:
        """Shorter mentions count too: each fills the place it fits, the other places stay as in the first form."""
        out, first = list(forms), forms[0]
        for short in dict.fromkeys(f for f in p.forms if len(f) == 1):
            for k, part in enumerate(first):
                if self._endings.same(part.lower(), short[0].lower()):
                    out.append((*first[:k], short[0], *first[k + 1 :]))
                    break
        return out


def _best_case(forms: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The spelling met most often, one not all in capitals if there is one."""
    mixed = [f for f in forms if not all(x.isupper() and len(x) > 1 for x in f)]
    if not mixed:
        return tuple("-".join(y.capitalize() for y in x.split("-")) for x in forms[0])
    return max(dict.fromkeys(mixed), key=mixed.count)
