"""Reads numbers about populations: how many came, stayed, were sent back, are wanted."""

from __future__ import annotations

from datetime import date

from tocsin.codebook import Chain, Figure, When
from tocsin.languages import FigureRow
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.resolving import resolve
from tocsin.reading.sentence import Sentence
from tocsin.reading.whereabouts import Setting


def figures(
    doc: Document, s: Sentence, matches: list[Match], published: date | None, chains: tuple[Chain, ...], place: Setting
) -> list[Figure]:
    """The figures of a sentence; two rows that read one number give one figure, the longer match's."""
    out: list[Figure] = []
    used: set[int] = set()
    dated = {i for d in s.dates for i in range(d.start, d.end)}
    dated |= {
        i for m in s.mentions if m.what == "group" for i in range(m.start, m.end)
    }  # "the two" are two people named
    for m in sorted(matches, key=lambda m: m.start - m.end):
        where = m.slot("number")
        if where is None or where[0] in used or where[0] in dated:
            continue
        read = doc.lexicon.numbers.at(doc.tokens, where[0], s.end)
        if read is None or read[0] < 2 or _measures(doc, read[1], s.end):
            continue
        used.update(range(*where))
        row = m.owner
        assert isinstance(row, FigureRow)
        approx, begin = _approximately(doc, s, where[0])
        start = min(m.start, begin)
        country, of = _countries(s, m.start, m.end, place, row.unit)
        out.append(
            Figure(read[0], row.unit, doc.quote(start, m.end), country, of, _when(doc, s, published), approx, chains)
        )
    for start, end, value, unit in _counted_people(doc, s, used | dated):
        country, of = _countries(s, start, end, place, unit)
        approx, begin = _approximately(doc, s, start)
        out.append(Figure(value, unit, doc.quote(begin, end), country, of, _when(doc, s, published), approx, chains))
    return sorted(out, key=lambda f: f.quote.start)


def _measures(doc: Document, i: int, end: int) -> bool:
    """True when hours, years or money are counted, not people."""
    return i < end and (doc.tokens[i].norm in doc.lexicon.measures or doc.tokens[i].text in "%°$€₸")


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


def _counted_people(doc: Document, s: Sentence, taken: set[int]) -> list[tuple[int, int, int, str]]:
    """Numbers with people right behind them, however far the verb that tells what they did: range, value, unit."""
    out: list[tuple[int, int, int, str]] = []
    i = s.start
    while i < s.end:
        read = doc.lexicon.numbers.at(doc.tokens, i, s.end) if i not in taken else None
        if read is None:
            i += 1
            continue
        value, j = read
        people = next((k for k in range(j, min(j + 3, s.end)) if _is_people(doc, s, k)), None)
        if value >= 2 and people is not None and not _measures(doc, j, s.end):
            unit = _unit(doc, s, i, people + 1)
            named = any(m.what == "name" for m in s.mentions)
            if unit and not (unit == "cases" and named):  # "two activists, X and Y, were arrested" counts no population
                out.append((i, people + 1, value, unit))
        i = j
    return out


def _is_people(doc: Document, s: Sentence, k: int) -> bool:
    if doc.tokens[k].norm in doc.lexicon.people:
        return True
    return any(p.is_people and p.start == k for p in s.places)


def _unit(doc: Document, s: Sentence, start: int, end: int) -> str | None:
    """The unit that the nearest telling word of the sentence gives."""
    best: tuple[int, str] | None = None
    for k in range(s.start, s.end):
        if start <= k < end:
            continue
        away = start - k + 2 if k < start else k - end
        norm = doc.tokens[k].norm
        unit = next((u for cue, u in doc.lexicon.figure_cues if cue.fits(norm)), None) if away <= 14 else None
        if unit is None or (unit != "asylum_claims" and best and away >= best[0]):
            continue
        if unit == "asylum_claims":
            return unit  # "1,100 people came and asked for protection" counts those who asked
        best = (away, unit)
    return best[1] if best else None


def _when(doc: Document, s: Sentence, published: date | None) -> When | None:
    for d in s.dates:
        if not d.leans_on_previous:
            found = resolve(d, published, None, doc.words(d.start, d.end))
            if found:
                return found
    return None
