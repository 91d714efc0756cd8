"""Cuts a text into tokens and sentences, every one with its code-point offsets in the text as given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# Marks that may stand inside a word and that a reader doesn't see: combining accents, zero-width, soft hyphen, bidi.
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_APOSTROPHES = "'\u2019\u02bc\u2018`"
_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"»]+
  | \d+-[^\W\d_][^\W_]*(?:-[^\W_]+)*            # 38-year-old, 25-летний
  | \d{{4}}-\d{{2}}-\d{{2}}
  | \d+(?:[.,:/]\d+)+                           # 12.09, 20,000, 02:40, 12/09/2025
  | \d{{1,3}}(?:[\u00a0\u202f ]\d{{3}})+(?!\d)  # 20 000
  | \d+(?:°|º|[^\W\d_]+)?                       # 1°, 2nd, 70k
  | [^\W_](?:[^\W_]|[{_MARKS}]|[-\u2010\u2011{_APOSTROPHES}](?=[^\W_]))*
  | [^\w\s] | _
    """,
    re.VERBOSE,
)
_DROP = re.compile(f"[{_MARKS}]")
_FOLD = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'", "`": "'", "ё": "е", "\u2010": "-", "\u2011": "-"})
_CLOSERS = "\"'»”’)]\u201c"
_OPENERS = "\"'«“„‘([—–-•*#\u2022\u25aa✅❗"
_SEPARATORS = frozenset(",;:.!?…—–()[]•|/-\u2022")
_LONGEST_SENTENCE = 400  # tokens; no report writes a longer one, and work within a sentence grows with its square
_CACHE: dict[str, str] = {}


@dataclass(slots=True, eq=False)
class Token:
    """One word or mark: `text` as written, `start`/`end` code points, half-open; `norm` is what patterns match."""

    text: str
    start: int
    end: int
    norm: str
    is_word: bool
    is_capital: bool
    person: int = -1  # where a name, a territory, a date that begins here ends; -1 where none begins
    country: int = -1
    date: int = -1


def normalise(word: str) -> str:
    """Lower case, composed, apostrophes and hyphens made one, ё as е, marks nobody sees dropped."""
    known = _CACHE.get(word)
    if known is None:
        known = _DROP.sub("", unicodedata.normalize("NFC", word).lower()).translate(_FOLD)
        if len(_CACHE) > 50_000:
            _CACHE.clear()
        _CACHE[word] = known
    return known


def visible(word: str) -> str:
    """A word as a reader sees it: composed, without zero-width, direction and stress marks."""
    return _DROP.sub("", unicodedata.normalize("NFC", word))


def tokenise(text: str, elisions: Iterable[str] = (), clitics: Iterable[str] = ()) -> list[Token]:
    """The tokens of a text; an apostrophe splits after an elision (`l'` `arresto`), before a clitic (`X` `'s`)."""
    elided, clitic = frozenset(elisions), frozenset(clitics)
    out: list[Token] = []
    for m in _TOKEN.finditer(text):
        word = m.group()
        start = m.start()
        for part in _split_apostrophe(word, elided, clitic):
            end = start + len(part)
            first = part[0]
            norm = normalise(part)
            if not norm:
                start = end
                continue  # marks that nobody sees
            is_word = first.isalnum() or (len(part) > 1 and first in _APOSTROPHES)
            out.append(Token(part, start, end, norm, is_word, first.isupper()))
            start = end
    return out


def _split_apostrophe(word: str, elisions: frozenset[str], clitics: frozenset[str]) -> Iterator[str]:
    if len(word) < 3 or not any(a in word for a in _APOSTROPHES):
        yield word
        return
    at = next(i for i, c in enumerate(word) if c in _APOSTROPHES)
    if at and normalise(word[:at]) in elisions:
        yield word[: at + 1]
        yield from _split_apostrophe(word[at + 1 :], elisions, clitics)
        return
    last = max(i for i, c in enumerate(word) if c in _APOSTROPHES)
    if last and normalise(word[last + 1 :]) in clitics:
        yield word[:last]
        yield word[last:]
        return
    yield word


def is_separator(token: Token) -> bool:
    """True for a mark that a gap never crosses: comma, stop, colon, dash, bracket."""
    return token.text in _SEPARATORS


def sentences(text: str, tokens: Sequence[Token], abbreviations: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Half-open token ranges of the sentences; a line ends one unless the next plainly goes on, and 400 tokens do."""
    short = frozenset(abbreviations)
    out: list[tuple[int, int]] = []
    begin = 0
    for i in range(len(tokens) - 1):
        gap = text[tokens[i].end : tokens[i + 1].start]
        too_long = i - begin >= _LONGEST_SENTENCE
        if too_long or _breaks_line(text, tokens, i, gap) or _ends_sentence(tokens, i, gap, short):
            out.append((begin, i + 1))
            begin = i + 1
    if begin < len(tokens):
        out.append((begin, len(tokens)))
    return out


def _breaks_line(text: str, tokens: Sequence[Token], i: int, gap: str) -> bool:
    if "\n" not in gap and "\r" not in gap and "\u2028" not in gap and "\u2029" not in gap:
        return False
    if gap.count("\n") > 1:
        return True
    line_start = max(text.rfind("\n", 0, tokens[i].end - 1), -1) + 1
    wrapped = tokens[i].end - line_start >= 50 and tokens[i].text not in ".!?…:"
    return not (wrapped and tokens[i + 1].is_word and not tokens[i + 1].is_capital)


def _ends_sentence(tokens: Sequence[Token], i: int, gap: str, short: frozenset[str]) -> bool:
    """A stop, perhaps behind closing quotes, then space and something that may begin a sentence."""
    j = i
    while j > 0 and tokens[j].text in _CLOSERS and tokens[j].start == tokens[j - 1].end:
        j -= 1
    mark, following = tokens[j].text, tokens[i + 1]
    if mark not in ".!?…" or not gap or (following.text in _CLOSERS and following.text not in _OPENERS):
        return False
    begins = not following.is_word or following.is_capital or following.text[0].isdigit()
    if not begins:
        return False
    if mark == "." and j == i and j > 0 and tokens[j - 1].end == tokens[j].start:
        before = tokens[j - 1].text
        if before in short or (len(before) == 1 and before.isupper()):
            return False
    return True
