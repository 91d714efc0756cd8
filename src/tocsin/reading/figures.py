"""Reads numbers about populations: how many came, stayed, were sent back, are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tocsin.codebook import Chain, Figure, When
from tocsin.languages import FigureRow
from tocsin.reading.document import Document
from tocsin.reading.numbers import year_number
from tocsin.reading.patterns import Match
from tocsin.reading.resolving import resolve
from tocsin.reading.sentence import Sentence
from tocsin.reading.tokens import is_separator
from tocsin.reading.whereabouts import Setting

_NOUN = 4  # tokens from a number to the noun that it counts
_FAR = 16.0  # what a cue may cost whose number has people beside it
_BARE = 5.0  # and one whose number stands alone: "has given back three"
_CLAUSE = 14  # tokens back to the people that a number at the end of a clause counts
_SMALL = 12  # a number of people up to which names beside it are these people
_NO_POPULATION = frozenset({"relative", "official", "counsel"})
_MANY = frozenset({"arrivals", "residents", "departures"})
_CURRENCY = frozenset("%°$€₸₽£№§")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that may count people: token range of number and noun, value, and what stands behind it."""

    start: int
    end: int
    value: int
    people: bool
    unit: str | None  # what the noun itself says


def figures(
    doc: Document, s: Sentence, cues: list[Match], published: date | None, chains: tuple[Chain, ...], place: Setting
) -> list[Figure]:
    """The figures of a sentence in order; each number's unit is that of its noun, else of what is told nearest."""
    out: list[Figure] = []
    for count in _counts(doc, s, cues):
        told = _told(doc, s, count, cues)
        unit, cue = (count.unit, None) if count.unit else told if told else (None, None)
        if unit is None and out and (count.people or _of_them(doc, s, count)):
            unit = out[-1].unit  # "148,000 left, of them 6,300 Turkmens"
        if unit in _MANY and count.value <= _SMALL:
            continue  # so few are persons, no population
        if unit is None or (unit == "cases" and count.value <= _SMALL and any(m.what == "name" for m in s.mentions)):
            continue  # "two activists, X and Y, were arrested" counts no population
        approx, start = _approximately(doc, s, count.start)
        end = count.end
        if cue is not None and cue.start - end <= 2 and cue.start >= end:
            end = cue.end
        if cue is not None and start - cue.end <= 2 and cue.end <= start:
            start = cue.start
        country, of = _countries(s, start, end, place, unit)
        out.append(
            Figure(count.value, unit, doc.quote(start, end), country, of, _when(doc, s, published), approx, chains)
        )
    return out


def _counts(doc: Document, s: Sentence, cues: list[Match]) -> list[_Count]:
    """The numbers of a sentence from two on that are no date, age, sum of money or length of time."""
    shut = {i for d in s.dates for i in range(d.start, d.end)}
    shut |= {i for m in s.mentions if m.what == "group" for i in range(m.start, m.end)}  # "the two" are people named
    nouns = {m.start: m for m in cues if isinstance(m.owner, FigureRow) and m.owner.cue == "counted"}
    out: list[_Count] = []
    i = s.start
    while i < s.end:
        read = doc.lexicon.numbers.at(doc.tokens, i, s.end)
        if read is None:
            i += 1
            continue
        value, j = read
        if _is_year(doc, i, j) and not any(_is_people(doc, s, k) for k in range(j, min(j + 2, s.end))):
            i = j
            continue
        if value >= 2 and i not in shut and not _measures(doc, s, i, j):
            count = _counted(doc, s, i, j, value, nouns)
            out += [count] if count else []
        i = j
    return out


def _counted(doc: Document, s: Sentence, i: int, j: int, value: int, nouns: dict[int, Match]) -> _Count | None:
    for k in range(j, min(j + _NOUN, s.end)):
        if is_separator(doc.tokens[k]):
            break
        noun = nouns.get(k)
        if noun is not None and isinstance(noun.owner, FigureRow):
            return _Count(i, noun.end, value, True, noun.owner.unit)
        if _is_people(doc, s, k):
            if _describes(doc, s, k):
                return None  # "six Turkish requests" are no six Turks
            behind = nouns.get(k + 1)
            if behind is not None and isinstance(behind.owner, FigureRow):
                return _Count(i, behind.end, value, True, behind.owner.unit)
            return _Count(i, k + 1, value, True, None)
    return _Count(i, j, value, _predicate(doc, s, i, j), None)


def _describes(doc: Document, s: Sentence, k: int) -> bool:
    """True for the name of a people that only describes the plural noun behind it, and that noun is no people."""
    if k + 1 >= s.end or not any(p.is_people and p.start == k for p in s.places):
        return False
    noun, endings = doc.tokens[k + 1], doc.lexicon.plural_endings
    plain = noun.is_word and not noun.is_capital and noun.norm not in doc.lexicon.stop
    return plain and bool(endings) and noun.norm.endswith(endings) and not _is_people(doc, s, k + 1)


def _predicate(doc: Document, s: Sentence, i: int, j: int) -> bool:
    """True for a number that ends its clause when the clause is about people: "those sent back are at least 23"."""
    if j < s.end and not is_separator(doc.tokens[j]):
        return False
    for k in range(i - 1, max(s.start, i - _CLAUSE) - 1, -1):
        if is_separator(doc.tokens[k]):
            return False
        if _is_people(doc, s, k):
            return True
    return False


def _is_year(doc: Document, i: int, j: int) -> bool:
    """True for 1900 to 2099 in plain digits."""
    return j - i == 1 and year_number(doc.tokens[i].norm) is not None


def _measures(doc: Document, s: Sentence, i: int, j: int) -> bool:
    """True when hours, years or money are counted, not people, and for an age between commas."""
    tokens = doc.tokens
    around = [tokens[k].text for k in (i - 1, j) if s.start <= k < s.end]
    if any(x in _CURRENCY for x in around):
        return True
    if len(around) == 2 and around[0] in ",(" and around[1] in ",)":
        return True
    return j < s.end and tokens[j].norm in doc.lexicon.measures


def _is_people(doc: Document, s: Sentence, k: int) -> bool:
    if doc.tokens[k].norm in doc.lexicon.people:
        return True
    if any(m.what == "role" and m.role not in _NO_POPULATION and m.plural and m.start <= k < m.end for m in s.mentions):
        return True
    return any(p.is_people and p.start == k for p in s.places)


def _told(doc: Document, s: Sentence, count: _Count, cues: list[Match]) -> tuple[str, Match] | None:
    """The unit of the nearest words that tell what the people did, behind the number rather than before it."""
    limit = _FAR if count.people else _BARE
    best: tuple[float, str, Match] | None = None
    for m in cues:
        row = m.owner
        assert isinstance(row, FigureRow)
        if m.start < count.end and count.start < m.end:
            continue
        before = m.end <= count.start
        if row.cue == "counted" and not before:
            continue
        a, b = (m.end, count.start) if before else (count.end, m.start)
        cost = sum(_parting(doc, k) for k in range(a, b)) + (2 if before else 0)
        if row.unit == "asylum_claims":
            cost -= 8  # "1,100 people came and asked for protection" counts those who asked
        if cost <= limit and (best is None or cost < best[0]):
            best = (cost, row.unit, m)
    return best[1:] if best else None


def _parting(doc: Document, k: int) -> float:
    token = doc.tokens[k]
    if token.text in ";:":
        return 30.0 if token.text == ";" else 12.0
    return 3.0 if is_separator(token) or token.norm in doc.lexicon.breaks else 1.0


def _of_them(doc: Document, s: Sentence, count: _Count) -> bool:
    """True for a number that goes on counting: "of them 40", "among them 12", or one behind a dash."""
    at = count.start - 1
    while at > s.start and doc.tokens[at].norm in doc.lexicon.approximately:
        at -= 1
    if at <= s.start:
        return False
    return doc.tokens[at].text in "—–" or doc.lexicon.pronouns.get(doc.tokens[at].norm) is not None


def _countries(s: Sentence, start: int, end: int, place: Setting, unit: str) -> tuple[str | None, str | None]:
    people = next((p.country for p in s.places if p.is_people and start - 2 <= p.start < end + 4), None)
    named = [p.country for p in s.places if not p.is_people and p.country != people]
    of = people or (place.home if unit in ("arrivals", "residents", "departures") else None)
    country = next((c for c in named if c != of), place.host)
    return country, of


def _approximately(doc: Document, s: Sentence, at: int) -> tuple[str | None, int]:
    """The word before a number that makes it no exact one, and where it begins."""
    approx, begin = None, at
    for i in range(at - 1, max(s.start, at - 4) - 1, -1):
        if doc.tokens[i].norm in doc.lexicon.approximately:
            approx, begin = doc.words(i, at), i
    return approx, begin


def _when(doc: Document, s: Sentence, published: date | None) -> When | None:
    for d in s.dates:
        if not d.leans_on_previous:
            found = resolve(d, published, None, doc.words(d.start, d.end))
            if found:
                return found
    return None
