"""Finds what is wrong in a language file beyond its shape: patterns that can't match, words that contradict each other.

Too slow for every start and not needed there: the house runs it over every language in its tests, and whoever adds a
language runs it until nothing is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from tocsin.codebook import KINDS, TocsinError, When
from tocsin.languages import places
from tocsin.languages.schema import BLOCKER

GROWING: Final = frozenset({"source", "relay", "detail"})
"""Slots that the words around them mark off; no pattern is found by them."""

_GROUND = frozenset({"number", "year", "day", "month", "weekday", "season"})
_SLOTS = {
    "territory": frozenset[str](),
    "role": _GROUND,
    "group": _GROUND,
    "authority": _GROUND,
    "clause": _GROUND,
    "date": _GROUND,
    "number": frozenset[str](),
    "attribution": _GROUND | {"date", "country", "person", "source", "relay"},
    "stance": _GROUND | {"date", "country", "person"},
    "frame": _GROUND | {"date", "country", "person", "detail"},
    "figure": frozenset[str](),
}
_LONGEST_GAP = 12
_TOKEN = re.compile(
    r"'?[^\W_]+(?:[-'][^\W_]+)*[-']?"  # a word, an elision, a clitic, the beginning of a compound
    r"|-[^\W_]+(?:[-'][^\W_]+)*"  # the end of a compound
    r"|[0-9]+(?:[.,:/][0-9]+)+|[0-9]+[°º]|[^\w\s]"
)
_NEEDS = {
    "day": ("day", "month"),
    "month": ("month",),
    "year": ("year",),
    "season": ("season",),
    "weekday": ("weekday",),
}
_COMPLETE = ("common", "noun_phrase", "clause", "passive", "pronouns", "territory", "role", "authority", "attribution")
_COMPLETE_TOO = ("stance", "frame", "figure", "numbers", "dates", "date")
_LISTS = ("noun_phrase", "clause", "passive", "pronouns", "given_names", "dates")


def find(content: Mapping[str, Any], stem: str) -> list[str]:
    """Every fault of a file whose content keeps to the schema, each as `key: what`; `stem` is the file's name."""
    return [*_missing(content, stem), *_bad_lists(content), *_bad_patterns(content), *_bad_rows(content)]


def _missing(content: Mapping[str, Any], stem: str) -> Iterator[str]:
    if content["code"] != stem:
        yield "code: is not the name of the file"
    for key in (*_COMPLETE, *_COMPLETE_TOO):
        if not content.get(key):
            yield f"{key}: is still missing"


def _bad_lists(content: Mapping[str, Any]) -> Iterator[str]:
    words = content.get("words", {})
    for name, text in words.items():
        if name in _reach(name, words):
            yield f"words.{name}: names itself"
        else:
            yield from _bad_list(text, f"words.{name}", words)
    if "common" in content:
        yield from _bad_list(content["common"], "common", {})
    for section in _LISTS:
        for key, value in content.get(section, {}).items():
            for text in (value,) if isinstance(value, str) else value if section == "dates" else ():
                yield from _bad_list(text, f"{section}.{key}", words)
    for section in ("numbers", "multipliers"):
        for text in content.get(section, {}):
            yield from _bad_list(text, f"{section}.{text}", {})
            if "*" in text:
                yield f"{section}.{text}: must be whole words"


def _reach(name: str, words: Mapping[str, str]) -> set[str]:
    """The lists that a list names, and those that they name."""
    found: set[str] = set()
    todo = [name]
    while todo:
        named = set(re.findall(r"@([^|\s]+)", words.get(todo.pop(), ""))) - found
        found |= named
        todo += named
    return found


def _bad_list(text: str, key: str, words: Mapping[str, str]) -> Iterator[str]:
    if not text:
        return
    if " " in text.strip():
        yield f"{key}: {text!r} has a space; its entries are single words with | between them"
    for word in text.strip().removesuffix("?").replace(" ", "|").split("|"):
        if what := _bad_word(word, words):
            yield f"{key}: {word!r} {what}"


def _bad_patterns(content: Mapping[str, Any]) -> Iterator[str]:
    words = content.get("words", {})
    for place, section, pattern in _every_pattern(content):
        for what in pattern_faults(
            pattern, words, _SLOTS[section], content.get("elisions", ()), content.get("clitics", ())
        ):
            yield f"{place}: {pattern!r} {what}"


def _every_pattern(content: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Place, section and text of each pattern in the file."""
    for section in _SLOTS:
        rows = content.get(section, [])
        for k, row in enumerate([rows] if isinstance(rows, dict) else rows):
            place = section if section == "clause" else f"{section}[{k}]"
            for key in ("patterns", "names", "people", "back_references"):
                for pattern in row.get(key, ()):
                    yield f"{place}.{key}", section, pattern
            if section == "number":
                yield f"{place}.pattern", section, row["pattern"]


def pattern_faults(
    pattern: str,
    words: Mapping[str, str],
    slots: Iterable[str],
    elisions: Iterable[str] = (),
    clitics: Iterable[str] = (),
) -> list[str]:
    """What keeps a pattern from matching as it looks: nothing for a sound one.

    >>> pattern_faults("took|taken ~2 into {place}", {}, {"person"})
    ["has an unknown slot '{place}'"]
    """
    out: list[str] = []
    parts = pattern.split()
    if pattern != " ".join(parts):
        out.append("has spaces to spare")
    bare = [p[:-1] if len(p) > 1 and p.endswith("?") else p for p in parts]
    split = frozenset(f"{e}'" for e in elisions), frozenset(f"'{c}" for c in clitics)
    for part, element in zip(parts, bare, strict=True):
        out += _bad_element(part, element, words, frozenset(slots), split)
    if "{detail}" in bare[:-1]:
        out.append("has {detail} before its end")
    needed = [e for e, p in zip(bare, parts, strict=True) if e == p]
    if not needed or needed[0].startswith("~"):
        out.append("begins with a gap, or has nothing that must be there")
    elif not any(_can_anchor(e) for e in _before_gap(needed)):
        out.append("has no word before its first gap by which to find it")
    if any(a[0] == b[0] == "~" for a, b in pairwise([*bare, "~"])):
        out.append("has a gap at its end or two in a row")
    return out


def _before_gap(elements: list[str]) -> list[str]:
    gap = next((k for k, e in enumerate(elements) if e.startswith("~")), len(elements))
    return elements[:gap]


def _can_anchor(element: str) -> bool:
    return element[1:-1] not in GROWING if element.startswith("{") else element != "*"


def _bad_element(
    part: str,
    element: str,
    words: Mapping[str, str],
    slots: frozenset[str],
    split: tuple[frozenset[str], frozenset[str]],
) -> Iterator[str]:
    if element.startswith("~"):
        width = element[1:] or "3"
        if part != element or not (width.isascii() and width.isdigit() and 0 < int(width) <= _LONGEST_GAP):
            yield f"has a bad gap {part!r}: write ~ or ~1 to ~{_LONGEST_GAP}"
    elif element.startswith("{"):
        if element[1:-1] not in slots or not element.endswith("}"):
            yield f"has an unknown slot {element!r}"
    elif element != "|":
        for word in element.split("|"):
            if what := _bad_word(word, words, split):
                yield f"has {word!r}, which {what}"


def _bad_word(
    word: str, words: Mapping[str, str], split: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
) -> str:
    """Why one alternative can never match a token, or nothing."""
    if word.startswith("@"):
        return "" if word[1:] in words else "is no list in [words]"
    core = word[:-1] if word.endswith("*") else word.removeprefix("*")
    if not core:
        return "" if word == "*" else "is an empty alternative"
    if "*" in core:
        return "has a star that is neither at its end nor at its beginning"
    if normal(core) != core:
        return f"must be written as tokens are matched: {normal(core)!r}"
    if not _TOKEN.fullmatch(core):
        return "is not one token: put spaces where the text is cut"
    for k, c in enumerate(core):
        inside = 0 < k < len(core) - 1
        if c == "'" and inside and (core[: k + 1] in split[0] or core[k:] in split[1]):
            return "is cut in two at the apostrophe: put a space there"
    return ""


_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "ё": "е", "‐": "-", "‑": "-"})


def normal(word: str) -> str:
    """A word as tokens are matched: lower case, composed, ё as е, one apostrophe and hyphen, no marks nobody sees."""
    return _MARKS.sub("", unicodedata.normalize("NFC", word).lower()).translate(_FOLD)


def _bad_rows(content: Mapping[str, Any]) -> Iterator[str]:
    for k, row in enumerate(content.get("territory", ())):
        if row["code"] not in places.countries():
            yield f"territory[{k}].code: is no country's ISO 3166-1 alpha-2 code"
    yield from _repeats(content)
    for k, row in enumerate(content.get("frame", ())):
        yield from (f"frame[{k}].{what}" for what in _bad_frame(row))
    for k, row in enumerate(content.get("figure", ())):
        if k and "approximately" in row:
            yield f"figure[{k}].approximately: stands only in the first figure"
    for k, row in enumerate(content.get("date", ())):
        yield from (f"date[{k}].{what}" for what in _bad_date(row))


def _repeats(content: Mapping[str, Any]) -> Iterator[str]:
    """Patterns that stand twice where once would do."""
    seen: dict[tuple[object, ...], str] = {}
    for place, section, pattern in _every_pattern(content):
        owner: tuple[object, ...] = ()
        if section in ("frame", "role", "stance", "figure", "attribution", "territory", "date"):
            row = content[section][int(place.split("[")[1].split("]")[0])]
            owner = tuple(row.get(key) for key in ("code", "kind", "who", "class", "gender", "stance", "unit", "means"))
            owner += tuple(row.get(key) for key in ("open", "part", "direction", "year", "n", "sign"))
        first = seen.setdefault((section, pattern, owner), place)
        if first != place:
            yield f"{place}: {pattern!r} stands in {first} too"


def _bad_frame(row: Mapping[str, Any]) -> Iterator[str]:
    kind = row["kind"]
    if kind == BLOCKER:
        for key in row.keys() & {"stance", "method", "to_home", "detail"}:
            yield f"{key}: has no meaning in a frame that tells of nothing"
        return
    if "who" not in row:
        yield "who: is missing"
    if not KINDS[kind].removal:
        for key in row.keys() & {"method", "to_home"}:
            yield f"{key}: belongs to removals only"


def _bad_date(row: Mapping[str, Any]) -> Iterator[str]:
    means = row["means"]
    for pattern in row["patterns"]:
        for slot in _NEEDS.get(means, ()):
            if f"{{{slot}}}" not in pattern:
                yield f"patterns: {pattern!r} has no {{{slot}}}"
        if means == "range" and pattern.count("{") < 2:
            yield f"patterns: {pattern!r} has not two slots"
        if means in ("offset", "later", "within") and ("{number}" in pattern) == ("n" in row):
            yield f"patterns: {pattern!r} must have either {{number}} or the row's n"
    if means in ("offset", "later", "within") and "unit" not in row:
        yield "unit: is missing"
    if row.get("sign") == 0:
        yield "sign: must be 1 or -1"
    for words, form in row["examples"].items():
        try:
            if str(When.parse(form)) != form:
                yield f"examples.{words}: {form!r} is written {str(When.parse(form))!r}"
        except TocsinError:
            yield f"examples.{words}: {form!r} is no date of the codebook"
