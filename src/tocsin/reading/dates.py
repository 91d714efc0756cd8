"""Finds the date expressions of a language; what days they can mean is told by `resolving`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tocsin.languages import DateRow, Language
from tocsin.reading.calendars import exists
from tocsin.reading.numbers import NumberReader, day_number, month_element, year_number
from tocsin.reading.patterns import Index, Match, SlotTest, longest_first
from tocsin.reading.tokens import Token

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{2})(?:[./](\d{4}|\d{2}))?$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression: half-open token range, the row that found it (None for a numeric date), the numbers in it."""

    start: int
    end: int
    row: DateRow | None
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    number: int | None = None
    weekday: int | None = None
    season: str = ""

    @property
    def is_deadline(self) -> bool:
        """True for "within 30 days"."""
        return self.row is not None and self.row.means == "within"

    @property
    def leans_on_previous(self) -> bool:
        """True for "two days later", "the same day"."""
        return self.row is not None and self.row.means == "later"


class DateReader:
    """The date grammar of one language."""

    def __init__(self, language: Language, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._months = [month_element(m) for m in language.dates.months]
        self._weekdays = [month_element(w) for w in language.dates.weekdays]
        self._seasons = {name: month_element(words) for name in _SEASONS if (words := getattr(language.dates, name))}
        self.index = Index(language.words, self.slots())
        for row in language.date_rows:
            for pattern in row.patterns:
                self.index.add(pattern, row)

    def slots(self) -> dict[str, SlotTest]:
        """The slot tests that date patterns use."""

        def one(found: Callable[[Token], object]) -> SlotTest:
            return lambda tokens, i, end: i + 1 if i < end and found(tokens[i]) is not None else -1

        return {
            "number": self._numbers.ends_at,
            "day": one(lambda t: day_number(t.norm)),
            "year": one(lambda t: year_number(t.norm)),
            "month": one(self.month_of),
            "weekday": one(self.weekday_of),
            "season": one(self.season_of),
        }

    def month_of(self, token: Token) -> int | None:
        """1 to 12 when the token names a month, "mid-October" too."""
        name = token.norm.rpartition("-")[2]
        return next((k for k, e in enumerate(self._months, 1) if e.fits(name)), None)

    def weekday_of(self, token: Token) -> int | None:
        """0 (Monday) to 6 when the token names a weekday."""
        return next((k for k, e in enumerate(self._weekdays) if e.fits(token.norm)), None)

    def season_of(self, token: Token) -> str | None:
        """The English name of the season that the token names."""
        return next((name for name, e in self._seasons.items() if e.fits(token.norm)), None)

    def find(self, tokens: Sequence[Token], start: int, end: int) -> list[DateSpan]:
        """The date expressions in a token range, none overlapping, in order."""
        found = self.index.find(tokens, start, end)
        spans = [self._span(m, tokens, end) for m in longest_first(found, _years)]
        taken = {i for s in spans for i in range(s.start, s.end)}
        for i in range(start, end):
            if i not in taken and (numeric := _numeric(tokens, i)):
                spans.append(numeric)
        return sorted(spans, key=lambda s: s.start)

    def _span(self, m: Match, tokens: Sequence[Token], end: int) -> DateSpan:
        get: dict[str, list[int]] = {"day": [], "month": [], "year": []}
        number = weekday = None
        season = ""
        for name, a, _ in m.slots:
            token = tokens[a]
            if name == "number":
                read = self._numbers.at(tokens, a, end)
                number = read[0] if read else None
            elif name == "day":
                get["day"].append(day_number(token.norm) or 1)
            elif name == "year":
                get["year"].append(year_number(token.norm) or 2000)
            elif name == "month":
                get["month"].append(self.month_of(token) or 1)
            elif name == "weekday":
                weekday = self.weekday_of(token)
            elif name == "season":
                season = self.season_of(token) or ""
        row = m.owner
        assert isinstance(row, DateRow)
        return DateSpan(
            m.start, m.end, row, tuple(get["day"]), tuple(get["month"]), tuple(get["year"]), number, weekday, season
        )


def _years(m: Match) -> int:
    """A date with its year goes before one without: "January 2023" before "in January"."""
    return sum(name == "year" for name, _, _ in m.slots)


def _numeric(tokens: Sequence[Token], i: int) -> DateSpan | None:
    norm = tokens[i].norm
    if m := _ISO.match(norm):
        y, mo, d = (int(x) for x in m.groups())
        return DateSpan(i, i + 1, None, (d,), (mo,), (y,)) if exists(y, mo, d) else None
    if m := _NUMERIC.match(norm):
        d, mo = int(m.group(1)), int(m.group(2))
        written = m.group(3)
        year = None if not written else int(written) if len(written) == 4 else 2000 + int(written)
        if not exists(year or 2024, mo, d) or (year is not None and not 1900 <= year <= 2099):
            return None
        if year is None and len(m.group(1)) < 2 and "/" not in norm:
            return None
        return DateSpan(i, i + 1, None, (d,), (mo,), (year,) if year else ())
    return None
