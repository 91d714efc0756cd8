"""Prints readings in a terminal: claims, figures, doubts, and the docket of the people found."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

from tocsin.cli.inert import shown
from tocsin.codebook import KINDS, Chain, Claim, Figure, Reading, Stance

_HEADS = ("person", "what", "when", "where", "who says so", "held how")
_SHARES = (0.22, 0.17, 0.13, 0.1, 0.26, 0.12)
_COLOURS = {
    "pursuit": "33",
    "flight": "36",
    "custody": "35",
    "protection": "32",
    "removal": "31",
    "after": "91",
    "background": "90",
}  # fmt: skip


def width_of(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def reading_lines(reading: Reading, width: int, colour: bool) -> list[str]:
    """One report: its head, claims, figures and doubts; nothing is cut, long fields wrap."""
    report = reading.report
    about = [report.language or "language unknown", f"published {report.published or 'on an unknown day'}"]
    if report.publisher:
        about.append(shown(report.publisher))
    out = ["", _bold(shown(report.title or report.id), colour), "  " + ", ".join(about)]
    if reading.claims:
        out += _table(reading.claims, width, colour)
    else:
        out.append("  No claim about a named person.")
    if reading.figures:
        out.append("  Figures")
        for f in reading.figures:
            out += _wrap(f"{shown(figure_line(f))}: “{shown(f.quote.text)}”", width, "    ")
    if reading.doubts:
        out.append("  To settle")
        for d in reading.doubts:
            words = f" — “{shown(d.quote.text)}”" if d.quote else ""
            out += _wrap(f"? {shown(d.question)}{words}", width, "    ")
    return out


def _table(claims: Sequence[Claim], width: int, colour: bool) -> list[str]:
    room = max(width - 2 - 2 * len(_SHARES), 60)
    widths = [max(9, int(room * share)) for share in _SHARES]
    out = ["  " + _row(_HEADS, widths), "  " + "  ".join("─" * w for w in widths)]
    for c in claims:
        what = c.kind.replace("_", " ") + (f" ({c.method})" if c.method else "") + (f": {c.detail}" if c.detail else "")
        where = " → ".join(x for x in (c.where or ("?" if c.to else ""), c.to) if x)
        place = f" {c.place}" if c.place else ""
        by = f", by {c.by}" if c.by else ""
        cells = (c.person, what + by, str(c.when or ""), where + place, says(c.sources), str(c.stance))
        columns = [_cell(shown(cell), w) for cell, w in zip(cells, widths, strict=True)]
        for k in range(max(map(len, columns))):
            line = "  " + _row([col[k] if k < len(col) else "" for col in columns], widths)
            out.append(f"\x1b[{_COLOURS[KINDS[c.kind].stage]}m{line}\x1b[0m" if colour else line)
    return out


def figure_line(f: Figure) -> str:
    """A figure in one line, such as "about 20,000 arrivals in KZ from RU, 2022"."""
    approx = f"{f.approx} " if f.approx else ""
    people = f" from {f.of}" if f.of else ""
    return f"{approx}{f.value:,} {f.unit.replace('_', ' ')} in {f.country or '?'}{people}, {f.when or 'no date'}"


def says(sources: tuple[Chain, ...]) -> str:
    """Who says so: chains from origin to relay; the report itself where it vouches."""
    return "; ".join(" → ".join(chain) for chain in sources) or "the report"


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(c + " " * max(0, w - width_of(c)) for c, w in zip(cells, widths, strict=True)).rstrip()


def _cell(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=True) or [""]


def _wrap(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, max(width, 40), initial_indent=indent, subsequent_indent=indent + "  ")


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def docket_lines(readings: Sequence[Reading], width: int) -> list[str]:
    """The people found, the latest that is told of each, and by which report; spellings are not joined here."""
    latest: dict[str, tuple[tuple[bool, date, int], Claim, str]] = {}
    count: dict[str, int] = {}
    for reading in readings:
        for place, c in enumerate(reading.claims):
            count[c.person] = count.get(c.person, 0) + 1
            if c.stance not in (Stance.FACT, Stance.ALLEGED) or KINDS[c.kind].stage == "background":
                continue
            day = (c.when and (c.when.latest or c.when.earliest)) or None
            rank = (day is not None, day or date.min, place)
            if c.person not in latest or rank >= latest[c.person][0]:
                latest[c.person] = (rank, c, reading.report.title or reading.report.id)
    out = ["", f"Docket: {len(count)} {'person' if len(count) == 1 else 'people'}"]
    for name in sorted(count):
        told = "nothing told as having happened"
        if name in latest:
            _, c, report = latest[name]
            held = "" if c.stance is Stance.FACT else f", {c.stance}"
            told = (
                f"{c.kind.replace('_', ' ')}, {c.when or 'no date'}{held} ({shown(says(c.sources))}; {shown(report)})"
            )
        out += _wrap(f"{shown(name)} — {told}; {count[name]} claims", width, "  ")
    return out
