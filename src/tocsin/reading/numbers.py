"""Reads numbers written in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.languages import Language
from tocsin.reading.patterns import Element, parse
from tocsin.reading.tokens import Token

_DIGITS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$|\d+$")
_THOUSANDS_SUFFIX = re.compile(r"(\d+)(k|тыс)$")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|°|º|er|-?го|-?е|-?му|-?м)?$")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:-?(?:го|й|м|му))?$")
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


class NumberReader:
    """The number words of one language."""

    def __init__(self, language: Language) -> None:
        self._words: dict[str, int] = {}
        self._stems: list[tuple[str, int]] = []
        for words, value in language.numbers:
            for word in words.split("|"):
                if word.endswith("*"):
                    self._stems.append((word[:-1], value))
                else:
                    self._words[word] = value
        self._multipliers = [(parse(p, {})[0][0], value) for p, value in language.multipliers]
        self._special = [(elements, value) for p, value in language.special_numbers for elements in parse(p, {})]
        self._stems.sort(key=lambda s: -len(s[0]))
        self._openings: dict[str, bool] = {}

    def at(self, tokens: Sequence[Token], i: int, end: int) -> tuple[int, int] | None:
        """Value and end of the number that begins at token i, or None."""
        if i >= end or not self._opens(tokens[i].norm):
            return None
        for elements, value in self._special:
            if i + len(elements) <= end and all(
                e.fits(t.norm) for e, t in zip(elements, tokens[i : i + len(elements)], strict=False)
            ):
                return value, i + len(elements)
        total, j, seen = 0, i, False
        while j < end:
            one = self._one(tokens[j].norm)
            if one is None or (seen and not (one < 10 <= total % 100 or one < 100 <= total)):
                break
            total, j, seen = total + one, j + 1, True
            scale = self._scale(tokens, j, end)
            if scale:
                total, j = total * scale, j + 1
        if not seen:
            return None
        return min(total, LARGEST), j

    def _opens(self, norm: str) -> bool:
        """True for a word by which a number can begin; kept, for most words begin none."""
        known = self._openings.get(norm)
        if known is None:
            known = self._one(norm) is not None or any(elements[0].fits(norm) for elements, _ in self._special)
            if len(self._openings) < 50_000:
                self._openings[norm] = known
        return known

    def _one(self, norm: str) -> int | None:
        value = digits(norm)
        if value is not None:
            return value
        if norm in self._words:
            return self._words[norm]
        return next((v for stem, v in self._stems if norm.startswith(stem)), None)

    def _scale(self, tokens: Sequence[Token], j: int, end: int) -> int | None:
        if j >= end:
            return None
        return next((v for e, v in self._multipliers if e.fits(tokens[j].norm)), None)

    def ends_at(self, tokens: Sequence[Token], i: int, end: int) -> int:
        """Slot test: the end of a number at i, or -1."""
        found = self.at(tokens, i, end)
        return found[1] if found else -1


def month_element(alternatives: str) -> Element:
    """The words of one month, weekday or season as an element."""
    return parse(alternatives.replace(" ", "|"), {})[0][0]
