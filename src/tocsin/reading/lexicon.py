"""Makes of a language file the indexes that reading runs on; one per language, kept for the life of the process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from tocsin.languages import Language, load
from tocsin.reading.dates import DateReader
from tocsin.reading.nominative import NameEndings
from tocsin.reading.numbers import NumberReader
from tocsin.reading.patterns import Index, parse
from tocsin.reading.tokens import Token, normalise


@dataclass(frozen=True, slots=True)
class Country:
    """A territory's name, or its people's, as the owner of a match."""

    code: str
    is_people: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What a match of the small word lists means."""

    what: str  # group, authority, pronoun, possessive, passive, agent, back_reference
    gender: str = "any"
    plural: bool = False


class Lexicon:
    """One language, compiled."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.numbers = NumberReader(language)
        self.dates = DateReader(language, self.numbers)
        self.names = NameEndings(language)
        self.common = frozenset(language.common.split("|"))
        self.stop = _wordset(language.noun_phrase.stop, language.words)
        self.links = _wordset(language.noun_phrase.links, language.words)
        self.nobody = _wordset(language.noun_phrase.nobody, language.words)
        self.nouns = {form: noun for noun, forms in language.nouns.items() for form in forms.split("|")}
        self.subjects = _wordset(language.pronouns.subject, language.words)
        self.inner = _wordset(language.noun_phrase.inner, language.words)
        self.articles = _wordset(language.noun_phrase.articles, language.words)
        self.definite = _wordset(language.noun_phrase.definite, language.words)
        self.breaks = _wordset(language.clause.breaks, language.words)
        self.origin = _wordset(language.clause.origin, language.words)
        self.when = _wordset(language.clause.when, language.words)
        self.passive = _wordset(language.passive.auxiliaries, language.words)
        verbs = "|".join(x for x in (language.passive.auxiliaries, language.passive.perfect) if x)
        self.auxiliaries = _wordset(verbs, language.words)
        self.agents = _wordset(language.passive.agents, language.words)
        self.people = _wordset(language.people, language.words)
        self.measures = _wordset(language.measures, language.words)
        self.plural_endings = tuple(x for x in language.plural.split("|") if x)
        self.approximately = _wordset(language.approximately, language.words)
        self.country_names = frozenset(
            name for t in language.territories for pattern in t.names for name in _in_full(pattern) if "*" not in name
        )
        self.pronouns = self._pronouns()
        slots = self.dates.slots()
        self.ground = Index(language.words, slots)
        self._fill_ground()
        self.frames = Index(language.words, {**slots, "person": _person, "country": _country, "date": _date})
        self._fill_frames()

    def _pronouns(self) -> dict[str, Mark]:
        p = self.language.pronouns
        out: dict[str, Mark] = {}
        for words, mark in (
            (p.possessive_any, Mark("possessive")),
            (p.possessive_plural, Mark("possessive", plural=True)),
            (p.possessive_feminine, Mark("possessive", "f")),
            (p.possessive_masculine, Mark("possessive", "m")),
            (p.any, Mark("pronoun")),
            (p.plural, Mark("pronoun", plural=True)),
            (p.feminine, Mark("pronoun", "f")),
            (p.masculine, Mark("pronoun", "m")),
        ):
            for word in words.split("|"):
                if word:
                    out[word] = (
                        Mark("both", mark.gender, mark.plural) if word in out and out[word].what != mark.what else mark
                    )
        return out

    def _fill_ground(self) -> None:
        language, ground = self.language, self.ground
        for t in language.territories:
            for pattern in t.names:
                ground.add(pattern, Country(t.code, False))
            for pattern in t.people:
                ground.add(pattern, Country(t.code, True))
        for role in language.roles:
            for pattern in role.patterns:
                ground.add(pattern, role)
        for what, patterns in (
            ("group", language.groups),
            ("authority", language.authorities),
            ("back_reference", language.clause.back_references),
        ):
            for pattern in patterns:
                ground.add(pattern, Mark(what))

    def _fill_frames(self) -> None:
        language = self.language
        for owners in (language.frames, language.attributions, language.stances, language.figures):
            for owner in owners:
                for pattern in owner.patterns:
                    self.frames.add(pattern, owner)


def _person(tokens: Sequence[Token], i: int, end: int) -> int:
    return tokens[i].person if i < end else -1


def _country(tokens: Sequence[Token], i: int, end: int) -> int:
    return tokens[i].country if i < end else -1


def _date(tokens: Sequence[Token], i: int, end: int) -> int:
    return tokens[i].date if i < end else -1


def _in_full(pattern: str) -> list[str]:
    """The names that a pattern without gaps spells out: "russia|rossiya" is two."""
    return [" ".join(words) for words in product(*(part.split("|") for part in pattern.split()))]


class WordSet:
    """Words and stems of a `|` list."""

    def __init__(self, element_words: frozenset[str], stems: tuple[str, ...]) -> None:
        self._words, self._stems = element_words, stems
        self._known: dict[str, bool] = {}

    def __contains__(self, norm: object) -> bool:
        if not isinstance(norm, str):
            return False
        known = self._known.get(norm)
        if known is None:
            known = norm in self._words or (bool(self._stems) and norm.startswith(self._stems))
            if len(self._known) < 50_000:
                self._known[norm] = known
        return known


def _wordset(words: str, lists: object) -> WordSet:
    if not words.strip():
        return WordSet(frozenset(), ())
    element = parse(words.strip().replace(" ", "|"), lists)[0][0]  # type: ignore[arg-type]
    return WordSet(frozenset(normalise(w) for w in element.exact), element.stems)


@cache
def lexicon(code: str) -> Lexicon:
    """The compiled language of that code; DataFault if its file is broken, KeyError if there is none."""
    return Lexicon(load(code))
