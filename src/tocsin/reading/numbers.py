"""Reads numbers written in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tocsin.languages import Language
from tocsin.reading.patterns import Element, parse
from tocsin.reading.tokens import Token

_DIGITS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$|\d+$")
_THOUSANDS_SUFFIX = re.compile(r"(\d+)(k|тыс)$")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|°|º|er|-?го|-?е|-?му|-?м)?$")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:-?(?:го|й|м|му))?$")
_DECIMAL = re.compile(r"\d{1,4}[.,]\d{1,2}$")
_VOWELS = "aeiou"
_LEAST_FUSED, _MOST_FUSED = 6, 30  # letters of a compound number word
LARGEST = 10**12


def digits(norm: str) -> int | None:
    """The value of a token of digits, thousands marks allowed; None when it is none."""
    if _DIGITS.match(norm):
        value = int(re.sub(r"\D", "", norm)) if len(norm) < 20 else LARGEST
        return min(value, LARGEST)
    m = _THOUSANDS_SUFFIX.match(norm)
    return int(m.group(1)) * 1000 if m and len(norm) < 12 else None


def day_number(norm: str) -> int | None:
    """A day of a month, 1 to 31, as digits with or without an ordinal ending."""
    m = _ORDINAL.match(norm)
    return int(m.group(1)) if m and 1 <= int(m.group(1)) <= 31 else None


def year_number(norm: str) -> int | None:
    """A year, 1900 to 2099."""
    m = _YEAR.match(norm)
    return int(m.group(1)) if m else None


@dataclass(slots=True)
class _Sum:
    """A number as it is added up, word by word."""

    total: int = 0  # thousands and more that are closed
    current: int | None = None  # what the next multiplier multiplies
    digital: bool = False  # begun with digits
    scale: int = LARGEST  # the last multiplier; the next must be smaller

    @property
    def value(self) -> int:
        """What has been read."""
        return min(self.total + (self.current or 0), LARGEST)

    def take(self, value: int, multiplies: bool, fused: bool) -> bool:
        """Add one part; False where it doesn't belong to this number."""
        current = self.current
        if multiplies or (fused and value == 100 and current is not None and 2 <= current <= 9):
            if current is None or value >= self.scale:
                return False
            if value < 1000:
                self.current = current * value
            else:
                self.total, self.current, self.scale = self.total + current * value, None, value
            return True
        if value >= 1000 and current is None and not self.total:
            self.total, self.scale = value, 1000
            return True
        tens = current is not None and value < 10 and current % 100 >= 20 and current % 10 == 0
        hundreds = current is not None and value < 100 and current >= 100 and current % 100 == 0
        if current is not None and not tens and not hundreds:
            return False
        if current is None and self.total and value >= self.scale:
            return False
        self.current = value + (current or 0)
        return True


_Part = tuple[int, bool]
"""A number word's value, and whether it multiplies what stands before it."""


class NumberReader:
    """The number words of one language."""

    def __init__(self, language: Language) -> None:
        self._words: dict[str, _Part] = {}
        for words, value in language.numbers:
            self._words |= dict.fromkeys(words.split("|"), (value, False))
        for words, value in language.multipliers:
            for word in words.split("|"):
                self._words.setdefault(word, (value, True))
        self._scales = {w: value for words, value in language.multipliers for w in words.split("|")}
        self._special = [(elements, value) for p, value in language.special_numbers for elements in parse(p, {})]
        self._joints = frozenset(language.number_links.split("|")) - {""}
        self._openings: dict[str, bool] = {}
        self._parts = lru_cache(maxsize=20_000)(self._parts_of)

    def at(self, tokens: Sequence[Token], i: int, end: int) -> tuple[int, int] | None:
        """Value and end of the number that begins at token i, or None.

        Digits with or without thousands marks, decimals before a multiplier ("3.4 million"), words, fused words
        ("ventottomila"), words joined by "and".
        """
        if i >= end or not self._opens(tokens[i].norm):
            return None
        sum_ = _Sum()
        j = self._begin(tokens, i, end, sum_)
        while j < end:
            norm = tokens[j].norm
            if norm in self._joints and j > i and j + 1 < end and not sum_.digital and sum_.value >= 100:
                rest, room = self._parts(tokens[j + 1].norm), 1000 if sum_.current is None else 100
                goes_on = bool(rest) and all(value < room and not multiplies for value, multiplies in rest)
                if goes_on and digits(tokens[j + 1].norm) is None and sum_.value % room == 0:
                    j += 1
                    continue
            multiplies = norm in self._scales
            parts = ((self._scales[norm], True),) if multiplies and j > i else self._parts(norm)
            digital = digits(norm) is not None
            if not parts or (j > i and not multiplies and digital is not sum_.digital) or (digital and j > i):
                break
            kept = replace(sum_)
            fused = len(parts) > 1
            if not all(sum_.take(value, scale, fused) for value, scale in parts):
                sum_ = kept
                break
            sum_.digital = digital if j == i else sum_.digital
            j += 1
        return (sum_.value, j) if j > i else None

    def _begin(self, tokens: Sequence[Token], i: int, end: int, sum_: _Sum) -> int:
        """Where to read on when the number begins in one of the ways that aren't told word by word."""
        for elements, value in self._special:
            if i + len(elements) <= end and all(
                e.fits(t.norm) for e, t in zip(elements, tokens[i : i + len(elements)], strict=False)
            ):
                sum_.take(value, False, False)
                return i + len(elements)
        if i + 1 == end:
            return i
        scale = self._scales.get(tokens[i + 1].norm, 0)
        if _DECIMAL.match(tokens[i].norm) and scale >= 1000:
            sum_.total, sum_.digital, sum_.scale = round(float(tokens[i].norm.replace(",", ".")) * scale), True, 1
            return i + 2
        inverted = self._scales.get(tokens[i].norm, 0)
        about = self._parts(tokens[i + 1].norm)
        if inverted >= 1000 and len(about) == 1 and not about[0][1] and about[0][0] < 100:
            sum_.total, sum_.scale = about[0][0] * inverted, 1  # "тысяч сорок": some forty thousand
            return i + 2
        return i

    def _opens(self, norm: str) -> bool:
        """True for a word by which a number can begin; kept, for most words begin none."""
        known = self._openings.get(norm)
        if known is None:
            parts = self._parts(norm)
            known = (
                (bool(parts) and (not parts[0][1] or parts[0][0] >= 1000))
                or bool(_DECIMAL.match(norm))
                or any(elements[0].fits(norm) for elements, _ in self._special)
            )
            if len(self._openings) < 50_000:
                self._openings[norm] = known
        return known

    def _parts_of(self, norm: str) -> tuple[_Part, ...]:
        """What a token adds to a number: nothing, a value, or several for a compound word."""
        value = digits(norm)
        if value is not None:
            return ((value, False),)
        if norm in self._words:
            return (self._words[norm],)
        if "-" in norm:
            pieces = [self._words.get(x) for x in norm.split("-")]
            return tuple(p for p in pieces if p) if all(pieces) else ()
        return tuple(self._fused(norm)) if _LEAST_FUSED <= len(norm) <= _MOST_FUSED else ()

    def _fused(self, norm: str) -> list[_Part]:
        """The parts of a compound such as "ventottomila": whole words, the last vowel before a vowel dropped."""
        for cut in range(len(norm) - 3, 2, -1):
            head, rest = norm[:cut], norm[cut:]
            first = self._words.get(head)
            if first is None and rest[0] in _VOWELS:
                first = next((self._words[head + v] for v in _VOWELS if head + v in self._words), None)
            if first is None:
                continue
            behind = [self._words[rest]] if rest in self._words else self._fused(rest)
            if behind:
                return [first, *behind]
        return []

    def ends_at(self, tokens: Sequence[Token], i: int, end: int) -> int:
        """Slot test: the end of a number at i, or -1."""
        found = self.at(tokens, i, end)
        return found[1] if found else -1


def month_element(alternatives: str) -> Element:
    """The words of one month, weekday or season as an element."""
    return parse(alternatives.replace(" ", "|"), {})[0][0]
