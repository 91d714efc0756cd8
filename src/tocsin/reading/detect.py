"""Tells in which of the known languages a text is written, by its commonest words."""

from __future__ import annotations

from functools import cache

from tocsin.languages import available, load
from tocsin.reading.tokens import normalise, tokenise

_SAMPLE = 20_000  # code points looked at


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(load(code).common.split("|")) for code in available()}


def shares(text: str) -> dict[str, float]:
    """For each known language the share of words of the text that are among its commonest."""
    words = [normalise(w) for t in tokenise(text[:_SAMPLE]) if t.is_word for w in t.norm.replace("'", " ").split()]
    if not words:
        return {}
    return {code: sum(w in common for w in words) / len(words) for code, common in _common().items()}


def detect(text: str) -> tuple[str | None, bool]:
    """The likeliest language, None where none is likely; and whether it is sure."""
    found = sorted(shares(text).items(), key=lambda x: (-x[1], x[0]))
    if not found or found[0][1] < 0.04:
        return None, False
    sure = found[0][1] >= 0.12 and (len(found) < 2 or found[0][1] >= 1.5 * found[1][1])
    return found[0][0], sure
