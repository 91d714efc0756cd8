"""Sets text in columns of a terminal: widths as the eye sees them, wrapping that never cuts a fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_GAP = "  "
_LEAST = 8
_LONGEST_WORD = 14  # a column is not made narrower than its words of this length


def width_of(text: str) -> int:
    """Columns that a text takes in a terminal: two for a wide East Asian sign, none for a combining mark.

    >>> width_of("Ёж"), width_of("被捕"), width_of("e\\u0301")
    (2, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """The text in lines no wider than `width`, broken at spaces, and inside a word only when it is wider itself."""
    lines: list[str] = []
    line = ""
    for word in re.split(" +", text.strip()):
        whole = f"{line} {word}" if line else word
        if width_of(whole) <= width:
            line = whole
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width)
        lines += full
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    """A word too wide for its column in pieces: after a slash, as between the two days of a range, else anywhere."""
    pieces, used = [""], 0
    for part in _parts(word):
        whole = width_of(part)
        if used + whole > width and whole <= width and pieces[-1]:
            pieces.append("")
            used = 0
        for c in part:
            w = _width(c)
            if used + w > width and pieces[-1]:
                pieces.append("")
                used = 0
            pieces[-1] += c
            used += w
    return pieces


def _parts(word: str) -> list[str]:
    return re.findall("[^/]*/|[^/]+", word) or [""]


def hang(text: str, width: int, indent: str, hanging: str = "  ") -> list[str]:
    """A paragraph: every line indented, those after the first further."""
    first, *rest = wrap(text, max(width - len(indent) - len(hanging), 20))
    return [indent + first, *(indent + hanging + line for line in rest)]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[list[str], list[list[list[str]]]]:
    """The head lines, and for each row its lines, each line a list of cells padded to their columns."""
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    words = [
        max(width_of(part) for cell in column for w in cell.split() or [""] for part in _parts(w)) for column in columns
    ]
    room = width - len(_GAP) * (len(heads) - 1)
    for least in ([min(w, _LONGEST_WORD) for w in words], [_LEAST] * len(heads)):
        while sum(widths) > room and any(w > m for w, m in zip(widths, least, strict=True)):
            spare = [w if w > m else 0 for w, m in zip(widths, least, strict=True)]
            widths[spare.index(max(spare))] -= 1
    top = [_GAP.join(map(_pad, heads, widths)).rstrip(), _GAP.join("─" * w for w in widths)]
    out = []
    for row in rows:
        cells = [wrap(cell, w) for cell, w in zip(row, widths, strict=True)]
        height = max(map(len, cells))
        padded = [
            [_pad(line, w) for line in (*c, *[""] * (height - len(c)))] for c, w in zip(cells, widths, strict=True)
        ]
        out.append([list(line) for line in zip(*padded, strict=True)])
    return top, out


def _pad(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))
