"""Writes readings as one self-contained page: the text with every claim's words marked, the claims beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from tocsin.cli import table
from tocsin.cli.docket import Told, docket
from tocsin.cli.inert import shown
from tocsin.cli.marking import field_label, marked
from tocsin.codebook import KINDS, STAGES, Claim, Doubt, Quote, Reading, Stance

_STYLE = (files(__package__) / "page.css").read_text("utf-8")
_SCRIPT = (files(__package__) / "page.js").read_text("utf-8")
_NO_DATE = "no date"
_BELL = (
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2.2v1.6M4 14.2c1.3-1.2 1.6-2.6 1.6-5a4.4 4.4 0 0 1 8.8 0'
    'c0 2.4.3 3.8 1.6 5z"/><path d="M3 14.2h14M8.4 16.6a1.7 1.7 0 0 0 3.2 0"/></svg>'
)


def page(readings: Sequence[Reading]) -> str:
    """The whole page. It asks for nothing from anywhere, and nothing of a report is markup or script in it."""
    style = _STYLE + "".join(
        _lights(f"r{r}", f"r{r}c{n}") for r, rd in enumerate(readings) for n in range(len(rd.claims))
    )
    allowed = f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(_SCRIPT)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    one = len(readings) == 1
    title = table.title(readings[0]) if one else f"{len(readings)} reports"
    out = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(title)} · Tocsin</title><style>{style}</style></head><body>",
        f'<header><p class="mark">{_BELL}Tocsin</p><h1 dir="auto">{escape(title)}</h1>',
        (f'<p class="note">{_about(readings[0])}</p>' if one else "") + _legend() + "</header>",
    ]
    if not one:
        out.append(_contents(readings))
    out += [_section(r, reading, alone=one) for r, reading in enumerate(readings)]
    out += [
        _docket(readings),
        "<footer>Read by Tocsin, offline. The machine proposes; a person decides: check each claim against its words."
        f"</footer><script>{_SCRIPT}</script></body></html>",
    ]
    return "\n".join(out)


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _lights(section: str, claim: str) -> str:
    """The rules by which a claim and its words light up together, by pointer or by keyboard, without a script."""
    on = f'#{section}:has(#{claim}:is(:hover,:focus,:focus-within),[data-of~="{claim}"]:hover)'
    return (
        f'{on} [data-of~="{claim}"]{{--tint:34%}}{on} [data-{claim}]{{--tint:58%}}'
        f"{on} [data-l-{claim}]::before{{content:attr(data-l-{claim})}}"
        f"{on} #{claim}{{background:var(--inset);border-inline-start-color:var(--c)}}\n"
    )


def _legend() -> str:
    stages = "".join(f'<li class="{s}">{s}</li>' for s in STAGES)
    stances = "".join(f'<li class="stance {s}">{s}</li>' for s in Stance)
    hint = (
        "Point at a claim or reach it with the tab key: its words light up, each with the field that it carries."
        '<span class="keys"> Keys: j next, k back.</span>'
    )
    return f'<ul class="legend" aria-label="Stages and stances">{stages}{stances}</ul><p class="note">{hint}</p>'


def _contents(readings: Sequence[Reading]) -> str:
    rows = "".join(
        f'<li><a href="#r{r}"><bdi>{escape(table.title(reading))}</bdi></a> '
        f'<span class="note">{escape(table.count(len(reading.claims), "claim"))}</span></li>'
        for r, reading in enumerate(readings)
    )
    return f'<nav class="toc" aria-label="Reports"><h3>Reports</h3><ol>{rows}</ol></nav>'


def _about(reading: Reading) -> str:
    parts = [*table.about(reading), shown(reading.report.url or "")]
    return " · ".join(f"<bdi>{escape(x)}</bdi>" for x in parts if x)


def _section(r: int, reading: Reading, alone: bool) -> str:
    language = reading.report.language
    lang = f' lang="{escape(shown(language))}"' if language else ""
    head = "" if alone else f'<h2 dir="auto">{escape(table.title(reading))}</h2><p class="note">{_about(reading)}</p>'
    asked: dict[Quote, list[Doubt]] = {c.quote: [] for c in reading.claims}
    loose: list[Doubt] = []
    for d in reading.doubts:
        (asked.get(d.quote, loose) if d.quote else loose).append(d)
    cards = "".join(_card(r, n, c, asked[c.quote], lang) for n, c in enumerate(reading.claims))
    if not cards:
        cards = "<li class='note'>No claim about a named person.</li>"
    return (
        f'<section class="report" id="r{r}">{head}<div class="both">'
        f'<div class="left" tabindex="0" role="region" aria-label="Text and figures">'
        f'<div class="sec"><header><h3>Text</h3></header>'
        f'<div class="text" dir="auto"{lang}>{marked(r, reading)}</div></div>'
        f"{_figures(reading, lang)}</div><div>{_loose(loose, lang)}"
        f'<div class="sec claims"><header><h3>Claims</h3><span>{len(reading.claims)}, as in the text</span></header>'
        f"<ol>{cards}</ol></div></div></div></section>"
    )


def _figures(reading: Reading, lang: str) -> str:
    if not reading.figures:
        return ""
    rows = "".join(
        f"<li>{escape(shown(table.figure_line(f)))} <q{lang}>{escape(shown(f.quote.text))}</q></li>"
        for f in reading.figures
    )
    return f'<div class="sec more"><header><h3>Figures</h3></header><ul>{rows}</ul></div>'


def _loose(doubts: Sequence[Doubt], lang: str) -> str:
    if not doubts:
        return ""
    rows = "".join(f'<li class="doubt">{_question(d, lang)}</li>' for d in doubts)
    return f'<div class="sec more"><header><h3>To settle</h3><span>{len(doubts)}</span></header><ul>{rows}</ul></div>'


def _question(d: Doubt, lang: str) -> str:
    quote = f" <q{lang}>{escape(shown(d.quote.text))}</q>" if d.quote else ""
    return escape(shown(table.asked(d))) + quote


def _card(r: int, n: int, c: Claim, doubts: Sequence[Doubt], lang: str) -> str:
    ident, kind = f"r{r}c{n}", KINDS[c.kind]
    name = c.kind.replace("_", " ").capitalize() + (f", {c.method}" if c.method else "")
    told = {"when": str(c.when or _NO_DATE), "where": table.where(c), "by": c.by or "", "detail": c.detail or ""}
    told["says"] = table.says(c.sources)
    words: dict[str, str] = {}
    for field, quote in c.words:
        words.setdefault(field_label(field), quote.text)
    rows = "".join(
        f"<div{' class=none' if value == _NO_DATE else ''}><dt>{field}</dt><dd><bdi>{escape(shown(value))}</bdi>"
        f"{_in_words(value, words.get(field), lang)}</dd></div>"
        for field, value in told.items()
        if value
    )
    asked = "".join(
        f'<p class="doubt">{_question(Doubt(d.code, d.question, None, d.choices), lang)}</p>' for d in doubts
    )
    return (
        f'<li class="claim {kind.stage}" id="{ident}" tabindex="0">'
        f'<a class="no" href="#m-{ident}" tabindex="-1" aria-label="claim {n + 1}, show in the text">{n + 1}</a>'
        f'<h4><b title="{kind.stage}">{name}</b> · <bdi{lang}>{escape(shown(c.person))}</bdi></h4>'
        f'<span class="tag {c.stance}">{c.stance}</span><dl>{rows}</dl>{asked}</li>'
    )


def _in_words(value: str, words: str | None, lang: str) -> str:
    """The words that carry a field, where they say more than its value does."""
    return f" <q{lang}>{escape(shown(words))}</q>" if words and words.casefold() not in value.casefold() else ""


def _docket(readings: Sequence[Reading]) -> str:
    rows = []
    for entry in docket(readings):
        told = [_told("latest", entry.latest)] if entry.latest else ["<p>nothing told as having happened</p>"]
        told += [_told("denied", t) for t in entry.denied]
        told += [_told("feared or announced", t) for t in entry.ahead]
        rows.append(f"<li><bdi>{escape(shown(entry.person))}</bdi>{''.join(told)}</li>")
    if not rows:
        return ""
    note = "" if len(readings) == 1 else "<span>names as written; spellings of one person are not joined</span>"
    return f'<section class="docket sec"><header><h3>People</h3>{note}</header><ul>{"".join(rows)}</ul></section>'


def _told(label: str, t: Told) -> str:
    c = t.claim
    rest = " · ".join(x for x in (str(c.when or _NO_DATE), table.where(c), f"says {table.says(c.sources)}") if x)
    link = f'<a href="#r{t.reading}c{t.number}">{c.kind.replace("_", " ")}</a>'
    return f"<p>{label}: {link} · <bdi>{escape(shown(rest))}</bdi></p>"
