"""When something happened: the first and the last day it can have been, at the precision the report gives."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from tocsin.codebook.errors import InputRefused

Precision = Literal["day", "month", "year", "range", "open"]

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NEXT_STEP = "Write it as 2026-02-02, 2026-02, 2026, 2025-03/2025-05, 2022/ or /2026-05-05."


@dataclass(frozen=True, slots=True)
class When:
    """The days between `earliest` and `latest`, both inclusive; one of them may be None, which leaves that end open.

    `words` are the report's own words for it. Refuses (InputRefused, bad_date) two open ends, and an end before the
    beginning. Days run from 0001-01-01 to 9999-12-31.

    >>> str(When(date(2026, 2, 1), date(2026, 2, 28)))
    '2026-02'
    """

    earliest: date | None
    latest: date | None
    words: str = ""

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise InputRefused("bad_date", "a date has neither a first nor a last day", _NEXT_STEP)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise InputRefused("bad_date", "a date ends before it begins", _NEXT_STEP)

    @classmethod
    def day(cls, day: date, words: str = "") -> Self:
        """One day."""
        return cls(day, day, words)

    @classmethod
    def month(cls, year: int, month: int, words: str = "") -> Self:
        """A whole month; refuses (bad_date) a month that no calendar has."""
        return cls(_first(year, month), _last(year, month), words)

    @classmethod
    def year(cls, year: int, words: str = "") -> Self:
        """A whole year, 1 to 9999; refuses (bad_date) any other."""
        return cls(_first(year), _last(year), words)

    @classmethod
    def between(cls, earliest: date | None, latest: date | None, words: str = "") -> Self:
        """From one day to another, both inclusive; None leaves that end open."""
        return cls(earliest, latest, words)

    @classmethod
    def parse(cls, text: str, words: str = "") -> Self:
        """The When that prints as `text`: `When.parse(str(w), w.words) == w`. Refuses (bad_date) anything else.

        >>> When.parse("2022/").earliest
        datetime.date(2022, 1, 1)
        """
        beginning, slash, end = text.partition("/")
        if not slash:
            return cls(_first(*_numbers(text)), _last(*_numbers(text)), words)
        return cls(
            _first(*_numbers(beginning)) if beginning else None,
            _last(*_numbers(end)) if end else None,
            words,
        )

    @property
    def precision(self) -> Precision:
        """`day`, `month` or `year` for a single whole one, `open` when an end is open, else `range`."""
        if self.earliest is None or self.latest is None:
            return "open"
        text = str(self)
        return "range" if "/" in text else _PRECISIONS[text.count("-")]

    def __str__(self) -> str:
        a, b = self.earliest, self.latest
        if a is None:
            return f"/{b.isoformat()}" if b else "/"
        if b is None:
            return f"{_shortest(a)}/"
        if a == b:
            return a.isoformat()
        if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
            return _span(f"{a.year:04d}", f"{b.year:04d}")
        if a.day == 1 and b == _last(b.year, b.month):
            return _span(a.isoformat()[:7], b.isoformat()[:7])
        return f"{a.isoformat()}/{b.isoformat()}"


_PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")


def _span(beginning: str, end: str) -> str:
    return beginning if beginning == end else f"{beginning}/{end}"


def _shortest(day: date) -> str:
    """The shortest form whose first day is `day`: the year on 1 January, the month on a first."""
    text = day.isoformat()
    return text if day.day > 1 else text[:7] if day.month > 1 else text[:4]


def _numbers(text: str) -> tuple[int, ...]:
    found = _PART.fullmatch(text)
    if not found:
        raise InputRefused("bad_date", "a date is not written as the codebook has it", _NEXT_STEP)
    return tuple(int(part) for part in found.groups() if part)


def _first(year: int, month: int = 1, day: int = 1) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InputRefused("bad_date", "no calendar has that date", _NEXT_STEP) from None


def _last(year: int, month: int = 12, day: int | None = None) -> date:
    first = _first(year, month, day or 1)
    return first if day else first + timedelta(days=calendar.monthrange(year, month)[1] - 1)
