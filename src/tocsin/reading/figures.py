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
        start = m.start
        approx = None
        for i in range(where[0] - 1, max(s.start, where[0] - 4) - 1, -1):
            if doc.tokens[i].norm in doc.lexicon.approximately:
                approx, start = doc.words(i, where[0]), min(start, i)
        country, of = _countries(s, m, place, row.unit)
        out.append(
            Figure(read[0], row.unit, doc.quote(start, m.end), country, of, _when(doc, s, published), approx, chains)
        )
    return sorted(out, key=lambda f: f.quote.start)


def _measures(doc: Document, i: int, end: int) -> bool:
    """True when hours, years or money are counted, not people."""
    return i < end and (doc.tokens[i].norm in doc.lexicon.measures or doc.tokens[i].text in "%°$€₸")


def _countries(s: Sentence, m: Match, place: Setting, unit: str) -> tuple[str | None, str | None]:
    people = next((p.country for p in s.places if p.is_people and m.start - 2 <= p.start < m.end + 4), None)
    named = [p.country for p in s.places if not p.is_people and p.country != people]
    of = people or (place.home if unit in ("arrivals", "residents", "departures") else None)
    country = next((c for c in named if c != of), place.host)
    return country, of


def _when(doc: Document, s: Sentence, published: date | None) -> When | None:
    for d in s.dates:
        if not d.leans_on_previous:
            found = resolve(d, published, None, doc.words(d.start, d.end))
            if found:
                return found
    return None
