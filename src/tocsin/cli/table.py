"""Prints readings in a terminal: claims, figures, doubts, and the docket of the people found."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.cli.columns import hang, table, width_of
from tocsin.cli.docket import Entry, docket
from tocsin.cli.inert import shown
from tocsin.codebook import KINDS, Chain, Claim, Doubt, Figure, Reading, Stance

_HEADS = ("person", "what", "when", "where", "who says so", "held how")
_WHAT = 1
_NARROW = 76  # columns under which a table would be all hyphens: claims are printed as blocks instead
_COLOURS = {
    "pursuit": "34",
    "flight": "36",
    "custody": "33",
    "protection": "32",
    "removal": "31",
    "after": "35",
    "background": "90",
}


def reading_lines(reading: Reading, width: int, colour: bool) -> list[str]:
    """One report: its head, claims, figures and doubts; nothing is cut, long fields wrap."""
    out = ["", *(_painted(line, "1", colour) for line in hang(title(reading), width, ""))]
    out += hang(", ".join(about(reading)), width, "  ")
    if not reading.claims:
        out.append("  No claim about a named person.")
    elif width < _NARROW:
        out += [line for c in reading.claims for line in _block(c, width, colour)]
    else:
        out += _table(reading.claims, width, colour)
    if reading.figures:
        out.append("  Figures")
        for f in reading.figures:
            out += hang(f"{shown(figure_line(f))}: “{shown(f.quote.text)}”", width, "    ")
    if reading.doubts:
        out.append("  To settle")
        for d in reading.doubts:
            out += hang(f"? {shown(question(d))}", width, "    ")
    return out


def title(reading: Reading) -> str:
    """What a reading is called: the report's title, or its file's name."""
    return shown(reading.report.title or reading.report.id)


def about(reading: Reading) -> list[str]:
    """Language, publication day and publisher."""
    report = reading.report
    told = [report.language or "language unknown", f"published {report.published or 'on an unknown day'}"]
    return [shown(x) for x in (*told, report.publisher) if x]


def _table(claims: Sequence[Claim], width: int, colour: bool) -> list[str]:
    rows = [
        tuple(map(shown, (c.person, what(c), str(c.when or ""), where(c), says(c.sources), c.stance))) for c in claims
    ]
    top, lines = table(_HEADS, rows, width - 2)
    out = ["  " + line for line in top]
    for c, row in zip(claims, lines, strict=True):
        for cells in row:
            cells[_WHAT] = _painted(cells[_WHAT], _COLOURS[KINDS[c.kind].stage], colour)
            out.append(("  " + "  ".join(cells)).rstrip())
    return out


def _block(c: Claim, width: int, colour: bool) -> list[str]:
    """A claim for a narrow terminal: what and who, then the rest under it."""
    first, *more = hang(shown(f"{what(c)} – {c.person}"), width, "  ")
    rest = (str(c.when or "no date"), where(c), str(c.stance), f"says {says(c.sources)}")
    return [
        _painted(first, _COLOURS[KINDS[c.kind].stage], colour),
        *more,
        *hang(shown(" · ".join(x for x in rest if x)), width, "    "),
    ]


def what(c: Claim) -> str:
    """What happened, with method, detail and who did it."""
    method = f" ({c.method})" if c.method else ""
    detail = f": {c.detail}" if c.detail else ""
    by = f", by {c.by}" if c.by else ""
    return c.kind.replace("_", " ") + method + detail + by


def where(c: Claim) -> str:
    """Country, place, and the country that it leads to."""
    here = " ".join(x for x in (c.where, c.place) if x)
    return f"{here or '?'} → {c.to}" if c.to else here


def figure_line(f: Figure) -> str:
    """A figure in one line, such as "about 20,000 arrivals in KZ from RU, 2022"."""
    approx = f"{f.approx} " if f.approx else ""
    people = f" from {f.of}" if f.of else ""
    said = f", says {says(f.sources)}" if f.sources else ""
    return f"{approx}{f.value:,} {f.unit.replace('_', ' ')} in {f.country or '?'}{people}, {f.when or 'no date'}{said}"


def says(sources: tuple[Chain, ...]) -> str:
    """Who says so: chains from origin to relay; the report itself where it vouches."""
    return "; ".join(" → ".join(chain) for chain in sources) or "the report"


def question(d: Doubt) -> str:
    """A doubt as a question, with its likely answers and the words it is about."""
    return asked(d) + (f" – “{d.quote.text}”" if d.quote else "")


def asked(d: Doubt) -> str:
    """The question of a doubt with those of its likely answers that it doesn't name itself."""
    choices = [choice for choice in d.choices if choice not in d.question]
    return d.question + (f" [{' / '.join(choices)}]" if choices else "")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "3 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def docket_lines(readings: Sequence[Reading], width: int, colour: bool) -> list[str]:
    """The people found, the latest that is told of each with its date and source, and what lies ahead."""
    entries = docket(readings)
    out = ["", _painted(f"Docket: {count(len(entries), 'person', 'people')}", "1", colour)]
    if len(readings) > 1 and entries:
        out += hang("Names as each report writes them; spellings of one person are not joined.", width, "  ")
    for entry in entries:
        out += _entry(entry, readings, width, colour)
    return out


def _entry(entry: Entry, readings: Sequence[Reading], width: int, colour: bool) -> list[str]:
    first = f"{shown(entry.person)} ({count(entry.claims, 'claim')})"
    out = ["  " + _painted(first, "1", colour)] if width_of(first) < width - 2 else hang(first, width, "  ")
    if entry.latest is None:
        out += hang("nothing told as having happened", width, "    ")
    else:
        c = entry.latest.claim
        held = "" if c.stance is Stance.FACT else f" ({c.stance})"
        told = "; ".join(x for x in (f"{what(c)}{held}", where(c), str(c.when or "no date")) if x)
        out += hang(
            shown(f"latest: {told} – says {says(c.sources)}, in “{title(readings[entry.latest.reading])}”"),
            width,
            "    ",
        )
    for t in entry.denied:
        out += hang(
            shown(f"denied: {what(t.claim)} – says {says(t.claim.sources)}, in “{title(readings[t.reading])}”"),
            width,
            "    ",
        )
    if entry.ahead:
        ahead = "; ".join(
            f"{t.claim.kind.replace('_', ' ')}{f' ({t.claim.when})' if t.claim.when else ''}" for t in entry.ahead
        )
        out += hang(f"feared or announced: {ahead}", width, "    ")
    return out
