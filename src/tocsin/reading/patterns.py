"""Compiles the patterns of the language files and finds where they match, by an index on their most telling element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.reading.tokens import Token, is_separator

GROWING = frozenset({"source", "relay", "detail"})  # slots whose words the engine finds afterwards

_WIDEST = 6  # tokens of a growing slot in the middle of a pattern

SlotTest = Callable[[Sequence[Token], int, int], int]
"""Given tokens, a position and the limit: the end of the slot's match there, or -1."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: words and stems, a gap, or a slot."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    gap: int = 0
    slot: str = ""
    any_word: bool = False

    def fits(self, norm: str) -> bool:
        """True when the normalised word is one of this element's words."""
        return (
            norm in self.exact
            or (bool(self.stems) and norm.startswith(self.stems))
            or (bool(self.endings) and norm.endswith(self.endings))
        )


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: half-open token range, what it belongs to, and where its slots stand."""

    start: int
    end: int
    owner: object
    slots: tuple[tuple[str, int, int], ...] = ()

    def slot(self, name: str) -> tuple[int, int] | None:
        """Token range of the first slot of that name; for a growing slot an empty range at its anchor."""
        return next(((a, b) for n, a, b in self.slots if n == name), None)


@dataclass(frozen=True, slots=True)
class _Compiled:
    elements: tuple[Element, ...]
    anchor: int  # elements before it are one token wide each
    owner: object


def parse(pattern: str, words: Mapping[str, str]) -> list[tuple[Element, ...]]:
    """The variants of a pattern, one for each way its optional elements are taken or left."""
    variants: list[list[Element]] = [[]]
    for part in pattern.split():
        optional = part.endswith("?") and len(part) > 1
        element = _element(part[:-1] if optional else part, words)
        variants = [[*v, element] for v in variants] + ([list(v) for v in variants] if optional else [])
    return [tuple(v) for v in variants if v]


def _element(part: str, words: Mapping[str, str]) -> Element:
    if part.startswith("~"):
        return Element(gap=int(part[1:] or 3))
    if part.startswith("{") and part.endswith("}"):
        return Element(slot=part[1:-1])
    exact, stems, endings, any_word = set(), [], [], False
    for word in _alternatives(part, words):
        if word == "*":
            any_word = True
        elif word.endswith("*"):
            stems.append(word[:-1])
        elif word.startswith("*"):
            endings.append(word[1:])
        else:
            exact.add(word)
    return Element(frozenset(exact), tuple(stems), tuple(endings), any_word=any_word)


def _alternatives(part: str, words: Mapping[str, str], depth: int = 0) -> Iterable[str]:
    if part == "|":
        yield part
        return
    for word in part.split("|"):
        if word.startswith("@") and depth < 5:
            yield from _alternatives(words.get(word[1:], ""), words, depth + 1)
        elif word:
            yield word


@dataclass(slots=True)
class Index:
    """Many patterns, found in one pass over the tokens."""

    words: Mapping[str, str]
    slots: Mapping[str, SlotTest] = field(default_factory=dict)
    _exact: dict[str, list[_Compiled]] = field(default_factory=lambda: defaultdict(list))
    _stems: dict[str, list[_Compiled]] = field(default_factory=lambda: defaultdict(list))
    _endings: dict[str, list[_Compiled]] = field(default_factory=lambda: defaultdict(list))
    _slotted: dict[str, list[_Compiled]] = field(default_factory=lambda: defaultdict(list))
    _longest: int = 0
    _cache: dict[str, tuple[_Compiled, ...]] = field(default_factory=dict)

    def add(self, pattern: str, owner: object) -> None:
        """Take one more pattern; `owner` comes back with its matches."""
        for elements in parse(pattern, self.words):
            self._place(_Compiled(elements, _anchor(elements), owner))

    def _place(self, compiled: _Compiled) -> None:
        element = compiled.elements[compiled.anchor]
        if element.slot:
            self._slotted[element.slot].append(compiled)
        for word in element.exact:
            self._exact[word].append(compiled)
        for stem in element.stems:
            self._stems[stem].append(compiled)
            self._longest = max(self._longest, len(stem))
        for ending in element.endings:
            self._endings[ending].append(compiled)

    def _candidates(self, norm: str) -> tuple[_Compiled, ...]:
        known = self._cache.get(norm)
        if known is None:
            found = list(self._exact.get(norm, ()))
            for k in range(1, min(len(norm), self._longest) + 1):
                found += self._stems.get(norm[:k], ())
            for ending, patterns in self._endings.items():
                if norm.endswith(ending):
                    found += patterns
            if len(self._cache) > 50_000:
                self._cache.clear()
            self._cache[norm] = known = tuple(found)
        return known

    def find(self, tokens: Sequence[Token], start: int, end: int) -> list[Match]:
        """Every match within the token range, overlapping ones too, in order of position."""
        out: list[Match] = []
        for i in range(start, end):
            for compiled in self._candidates(tokens[i].norm):
                self._try(compiled, tokens, i, start, end, out)
            for slot, patterns in self._slotted.items():
                if self.slots[slot](tokens, i, end) > i:
                    for compiled in patterns:
                        self._try(compiled, tokens, i, start, end, out)
        return out

    def _try(
        self, compiled: _Compiled, tokens: Sequence[Token], i: int, start: int, end: int, out: list[Match]
    ) -> None:
        elements, first = compiled.elements, i - compiled.anchor
        captured: list[tuple[str, int, int]] = []
        skip = 0
        if elements[0].slot in GROWING:  # grown leftwards from the next element
            first, skip = first + 1, 1
            captured.append((elements[0].slot, first, first))
        if first < start:
            return
        stop = self._match(elements, skip, tokens, first, end, captured)
        if stop >= 0:
            out.append(Match(first, stop, compiled.owner, tuple(captured)))

    def _match(
        self,
        elements: tuple[Element, ...],
        e: int,
        tokens: Sequence[Token],
        i: int,
        end: int,
        captured: list[tuple[str, int, int]],
    ) -> int:
        """End of the match of elements[e:] at token i, or -1."""
        while e < len(elements):
            element = elements[e]
            if element.gap:
                mark = len(captured)
                for j in range(i, min(i + element.gap, end) + 1):
                    stop = self._match(elements, e + 1, tokens, j, end, captured)
                    if stop >= 0:
                        return stop
                    del captured[mark:]
                    if j < end and is_separator(tokens[j]):
                        return -1
                return -1
            if element.slot in GROWING and e + 1 < len(elements):
                mark = len(captured)
                for j in range(i + 1, min(i + _WIDEST, end) + 1):
                    captured.append((element.slot, i, j))
                    stop = self._match(elements, e + 1, tokens, j, end, captured)
                    if stop >= 0:
                        return stop
                    del captured[mark:]
                    if is_separator(tokens[j - 1]):
                        return -1
                return -1
            if element.slot in GROWING:
                captured.append((element.slot, i, i))
                e += 1
                continue
            if i >= end:
                return -1
            if element.slot:
                stop = self.slots[element.slot](tokens, i, end)
                if stop <= i:
                    return -1
                captured.append((element.slot, i, stop))
                i, e = stop, e + 1
                continue
            token = tokens[i]
            if not (element.fits(token.norm) or (element.any_word and token.is_word)):
                return -1
            i, e = i + 1, e + 1
        return i


def _anchor(elements: tuple[Element, ...]) -> int:
    """The first element with words of its own that only one-token elements precede, else the first slot."""
    for k, element in enumerate(elements):
        if element.gap:
            break
        if element.exact or element.stems or element.endings:
            return k
        if element.slot and element.slot not in GROWING:
            return k
    return 0


def longest_first(matches: Iterable[Match], worth: Callable[[Match], int] = lambda m: 0) -> list[Match]:
    """Matches that don't overlap: the worthier, then the longer wins, then the earlier; back in order of position."""
    taken: set[int] = set()
    kept: list[Match] = []
    for m in sorted(matches, key=lambda m: (-worth(m), m.start - m.end, m.start)):
        span = range(m.start, m.end)
        if not any(i in taken for i in span):
            taken.update(span)
            kept.append(m)
    return sorted(kept, key=lambda m: m.start)
