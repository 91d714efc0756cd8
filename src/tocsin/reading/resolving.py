"""Says which days a date expression can mean, counted from publication or from the date told last."""

from __future__ import annotations

from datetime import date, timedelta

from tocsin.codebook import When
from tocsin.languages import DateRow
from tocsin.reading.calendars import exists, month_ends, shift
from tocsin.reading.dates import DateSpan

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_PARTS_OF_YEAR = {"end": (12, 12)}  # "early 2025" promises no month: it stays the year, its words tell the rest


def resolve(
    span: DateSpan, published: date | None, previous: When | None, words: str, future: bool = False
) -> When | None:
    """The days an expression can mean, or None when that can't be told.

    `published`: the day it counts from; `previous`: the date told last, for "two days later"; `future`: the sentence
    speaks of what is to come, so a date without a year is the next one, not the last one, and "by 20 February" is
    any day from publication to then.
    """
    try:
        ends = _resolve(span, published, previous, future)
    except (ValueError, OverflowError):
        return None
    if ends is None:
        return None
    earliest, latest = ends
    if future and published and span.row and span.row.direction == "future" and span.row.means in ("day", "month"):
        earliest = min(published, earliest) if earliest else published
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
        if base is not None and last is None and row.unit == "year":
            last = base if base.day > 1 or base.month > 1 else date(base.year, 12, 31)  # "since 2021 ... a year later"
        if base is None or last is None or (last - base).days > (366 if row.unit == "year" else 31):
            return None
        first, _ = shift(base, row.unit or "day", n, exact=True)
        _, final = shift(last, row.unit or "day", n, exact=True)
        return first, final
    if means == "within":
        base = (previous.earliest if previous else None) or published
        return (base, shift(base, row.unit or "day", n, exact=True)[1]) if base else None
    return None


def _day(d: int, m: int, year: int | None, published: date | None, ahead: bool) -> _Ends | None:
    if year is None:
        if published is None:
            return None
        years = (published.year, published.year + 1) if ahead else (published.year, published.year - 1)
        for year in (*years, years[1] + (1 if ahead else -1), years[1] + (2 if ahead else -2)):
            if not exists(year, m, d):
                continue
            day = date(year, m, d)
            if (day >= published) if ahead else (day <= published):
                return day, day
        return None
    return (date(year, m, d), date(year, m, d)) if exists(year, m, d) else None


def _month(m: int, year: int | None, published: date | None, ahead: bool) -> _Ends | None:
    if year is None:
        if published is None:
            return None
        year = published.year
        if ahead and m < published.month:
            year += 1
        elif not ahead and m > published.month:
            year -= 1
    first, last = month_ends(year, m)
    return first, last


def _year(year: int | None, part: str | None) -> _Ends | None:
    if year is None:
        return None
    a, b = _PARTS_OF_YEAR.get(part or "", (1, 12))
    return date(year, a, 1), month_ends(year, b)[1]


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
    return date(year, a, 1), month_ends(year + (season == "winter"), b)[1]


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
    first, last = shift(published, row.unit or "day", n, exact=False)
    if row.until is not None:
        last = shift(published, row.unit or "day", row.until, exact=False)[1]
    if row.part and row.unit == "year":
        return _year(first.year, row.part)
    return first, last
