"""Days that exist, months and years as ranges of days, and steps between them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def exists(y: int, m: int, d: int) -> bool:
    """True for a day of the calendar."""
    return 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y, m)[1] if 1 <= m <= 12 else False


def month_ends(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def shift(base: date, unit: str, n: int, exact: bool) -> tuple[date, date]:
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
    return month_ends(year, month + 1)
