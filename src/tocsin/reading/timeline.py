"""Keeps the dates that a report has told, so that the next one can be counted from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tocsin.codebook import Doubt, When
from tocsin.reading.dates import DateSpan
from tocsin.reading.document import Document
from tocsin.reading.resolving import resolve
from tocsin.reading.sentence import Sentence

_FRESH = 2  # sentences for which a year once told is in the reader's mind
_NARROW = 31  # days: a longer span is no day to count from


@dataclass(slots=True)
class Timeline:
    """Resolves the dates of a report in order; what can't be told without a guess becomes a doubt."""

    doc: Document
    published: date | None
    doubts: list[Doubt]
    ordered: When | None = None  # the date of the removal order told last
    _previous: When | None = None  # the date told last
    _year: When | None = None  # the date told last with its year
    _age: int = 0  # sentences since then
    _asked: bool = False
    _doubted: set[int] = field(default_factory=set)

    def turn(self, s: Sentence) -> None:
        """Remember the dates of a sentence that has been read."""
        self._age += 1
        for d in s.dates:
            if d.is_deadline:
                continue
            when = self.day(d, s)
            if when is None or when.earliest is None:
                continue
            narrow = when.latest is not None and (when.latest - when.earliest).days <= _NARROW
            if narrow or not d.leans_on_previous:
                self._previous = when
            if d.years and narrow:
                self._year, self._age = when, 0

    def day(self, d: DateSpan, s: Sentence, future: bool = False) -> When | None:
        """The days that a date expression means."""
        base = (self.ordered or self._previous) if d.is_deadline else self._previous
        if d.leans_on_previous:
            before = [x for x in s.dates if x.end <= d.start and not x.leans_on_previous and not x.is_deadline]
            base = (self.day(before[-1], s) if before else None) or base
        words = self.doc.words(d.start, d.end)
        when = resolve(d, self.published, base, words, future)
        if when is None and self.published is None and not self._asked:
            self._asked = True
            question = "On which day was this report published? Without it relative dates stay open."
            self.doubts.append(Doubt("no_publication_date", question, self.doc.quote(d.start, d.end)))
        if when is not None and not future:
            self._doubt_year(d, when, words)
        return when

    def _doubt_year(self, d: DateSpan, when: When, words: str) -> None:
        """ "In July 2022 he was beaten. In November he fled": that may be the November of 2022; a person decides."""
        told = self._year
        if told is None or told.latest is None or when.earliest is None or self._age > _FRESH:
            return
        plain = d.row is None or (d.row.means in ("day", "month", "range") and d.row.year is None)
        if d.years or not plain or when.earliest.year <= told.latest.year:
            return
        then = resolve(d, date(told.latest.year, 12, 31), None, words)
        if then is None or then.earliest is None or then.earliest <= told.latest:
            return
        if d.start not in self._doubted:
            self._doubted.add(d.start)
            question = f"Which year is meant by “{words}”? The report tells of {told.latest.year} just before."
            choices = (str(when), str(then))
            self.doubts.append(Doubt("year", question, self.doc.quote(d.start, d.end), choices))
