"""Finds the date expressions of a language and resolves them, with their precision, against publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.codebook import When
from tocsin.languages import DateRow, Language
from tocsin.reading.numbers import NumberReader, day_number, month_element, year_number
from tocsin.reading.patterns import Index, Match, SlotTest, longest_first
from tocsin.reading.tokens import Token

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{2})(?:[./](\d{4}|\d{2}))?$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_PARTS_OF_YEAR = {"end": (12, 12)}  # "early 2025" promises no month: it stays the year, its words tell the rest


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
    def needs_publication(self) -> bool:
        """True when the expression alone doesn't name a year."""
        return not self.years

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
        """1 to 12 when the token names a month."""
        return next((k for k, e in enumerate(self._months, 1) if e.fits(token.norm)), None)

    def weekday_of(self, token: Token) -> int | None:
        """0 (Monday) to 6 when the token names a weekday."""
        return next((k for k, e in enumerate(self._weekdays) if e.fits(token.norm)), None)

    def season_of(self, token: Token) -> str | None:
        """The English name of the season that the token names."""
        return next((name for name, e in self._seasons.items() if e.fits(token.norm)), None)

    def find(self, tokens: Sequence[Token], start: int, end: int) -> list[DateSpan]:
        """The date expressions in a token range, none overlapping, in order."""
        found = [m for m in self.index.find(tokens, start, end)]
        spans = [self._span(m, tokens, end) for m in longest_first(found)]
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


def _numeric(tokens: Sequence[Token], i: int) -> DateSpan | None:
    norm = tokens[i].norm
    if m := _ISO.match(norm):
        y, mo, d = (int(x) for x in m.groups())
        return DateSpan(i, i + 1, None, (d,), (mo,), (y,)) if _exists(y, mo, d) else None
    if m := _NUMERIC.match(norm):
        d, mo = int(m.group(1)), int(m.group(2))
        written = m.group(3)
        year = None if not written else int(written) if len(written) == 4 else 2000 + int(written)
        if not _exists(year or 2024, mo, d) or (year is not None and not 1900 <= year <= 2099):
            return None
        if year is None and len(m.group(1)) < 2 and "/" not in norm:
            return None
        return DateSpan(i, i + 1, None, (d,), (mo,), (year,) if year else ())
    return None


def _exists(y: int, m: int, d: int) -> bool:
    return 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y, m)[1] if 1 <= m <= 12 else False


def resolve(
    span: DateSpan, published: date | None, previous: When | None, words: str, future: bool = False
) -> When | None:
    """The days an expression can mean, or None when that can't be told.

    `published`: the day it counts from; `previous`: the date told last, for "two days later"; `future`: the sentence
    speaks of what is to come, so a date without a year is the next one, not the last one.
    """
    try:
        ends = _resolve(span, published, previous, future)
    except (ValueError, OverflowError):
        return None
    if ends is None:
        return None
    earliest, latest = ends
    opening = span.row.open if span.row else None
    if opening == "end":
        latest = None
    elif opening == "start":
        earliest = None
    if earliest and latest and earliest > latest:
        return None
    return When(earliest, latest, words)


_Ends = tuple[date | None, date | None]


def _resolve(span: DateSpan, published: date | None, previous: When | None, future: bool) -> _Ends | None:
    row = span.row
    means = row.means if row else "day"
    ahead = future or bool(row and row.direction == "future")
    year = span.years[-1] if span.years else None
    if year is None and row is not None and row.year is not None and published:
        year = published.year + row.year
    if means == "day":
        return _day(span.days[0], span.months[0], year, published, ahead)
    if means == "month":
        return _month(span.months[0], year, published, ahead)
    if means == "year":
        return _year(year, row.part if row else None)
    if means == "season":
        return _season(span.season, year, published)
    if means == "weekday":
        return _weekday(span.weekday, row, published, ahead)
    if means == "range":
        return _range(span, year, published, ahead)
    if row is None:
        return None
    n = row.n if row.n is not None else (span.number or 0) * (row.sign or (1 if means in ("later", "within") else -1))
    if abs(n) > 5000:
        return None
    if means == "offset":
        return _offset(published, row, n)
    if means == "later":
        base = previous.earliest if previous and previous.earliest else None
        last = previous.latest if previous else None
        if base is None or last is None or (last - base).days > 31:
            return None
        first, _ = _shift(base, row.unit or "day", n, exact=True)
        _, final = _shift(last, row.unit or "day", n, exact=True)
        return first, final
    if means == "within":
        base = (previous.earliest if previous else None) or published
        return (base, _shift(base, row.unit or "day", n, exact=True)[1]) if base else None
    return None


def _day(d: int, m: int, year: int | None, published: date | None, ahead: bool) -> _Ends | None:
    if year is None:
        if published is None:
            return None
        years = (published.year, published.year + 1) if ahead else (published.year, published.year - 1)
        for year in (*years, years[1] + (1 if ahead else -1), years[1] + (2 if ahead else -2)):
            if not _exists(year, m, d):
                continue
            day = date(year, m, d)
            if (day >= published) if ahead else (day <= published):
                return day, day
        return None
    return (date(year, m, d), date(year, m, d)) if _exists(year, m, d) else None


def _month_ends(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _month(m: int, year: int | None, published: date | None, ahead: bool) -> _Ends | None:
    if year is None:
        if published is None:
            return None
        year = published.year
        if ahead and m < published.month:
            year += 1
        elif not ahead and m > published.month:
            year -= 1
    first, last = _month_ends(year, m)
    return first, last


def _year(year: int | None, part: str | None) -> _Ends | None:
    if year is None:
        return None
    a, b = _PARTS_OF_YEAR.get(part or "", (1, 12))
    return date(year, a, 1), _month_ends(year, b)[1]


def _season(season: str, year: int | None, published: date | None) -> _Ends | None:
    if season not in _SEASONS:
        return None
    a, b = _SEASONS[season]
    if year is None:
        if published is None:
            return None
        year = published.year
        if date(year, a, 1) > published:
            year -= 1
    return date(year, a, 1), _month_ends(year + (season == "winter"), b)[1]


def _weekday(weekday: int | None, row: DateRow | None, published: date | None, ahead: bool) -> _Ends | None:
    if weekday is None or published is None:
        return None
    if row is not None and row.week is not None:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=row.week)
        day = monday + timedelta(days=weekday)
    elif ahead:
        day = published + timedelta(days=(weekday - published.weekday()) % 7)
    else:
        day = published - timedelta(days=(published.weekday() - weekday) % 7)
    return day, day


def _range(span: DateSpan, year: int | None, published: date | None, ahead: bool) -> _Ends | None:
    if len(span.days) >= 2 and span.months:
        b = _day(span.days[1], span.months[-1], year, published, ahead)
        a = _day(span.days[0], span.months[0], b[1].year if b and b[1] else year, published, ahead)
    elif len(span.months) >= 2:
        b = _month(span.months[1], year, published, ahead)
        first_year = span.years[0] if len(span.years) > 1 else b[1].year if b and b[1] else year
        a = _month(span.months[0], first_year, published, ahead)
    elif len(span.years) >= 2:
        a, b = _year(span.years[0], None), _year(span.years[1], None)
    elif span.days and span.months:
        return _day(span.days[0], span.months[0], year, published, ahead)
    else:
        return None
    return (a[0], b[1]) if a and b else None


def _offset(published: date | None, row: DateRow, n: int) -> _Ends | None:
    if published is None:
        return None
    first, last = _shift(published, row.unit or "day", n, exact=False)
    if row.until is not None:
        last = _shift(published, row.unit or "day", row.until, exact=False)[1]
    if row.part and row.unit == "year":
        return _year(first.year, row.part)
    return first, last


def _shift(base: date, unit: str, n: int, exact: bool) -> tuple[date, date]:
    """The day, week, month or year n units away; `exact` counts from the day itself."""
    if unit == "day":
        day = base + timedelta(days=n)
        return day, day
    if unit == "week":
        day = base + timedelta(weeks=n)
        if exact:
            return day, day
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    months = base.year * 12 + base.month - 1 + n * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if unit == "year" and not exact:
        return date(year, 1, 1), date(year, 12, 31)
    if exact:
        day = date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))
        return day, day
    return _month_ends(year, month + 1)
