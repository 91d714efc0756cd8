"""Writes readings as one self-contained page: the text with every claim's words marked, the claims beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from tocsin.cli.inert import shown, shown_block
from tocsin.cli.table import figure_line, says
from tocsin.codebook import KINDS, Claim, Quote, Reading

_STYLE = (files(__package__) / "page.css").read_text("utf-8")
_SCRIPT = (files(__package__) / "page.js").read_text("utf-8")


def page(readings: Sequence[Reading]) -> str:
    """The whole page. It asks for nothing from anywhere, and nothing of a report is markup or script in it."""
    script = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    title = (
        shown(readings[0].report.title or readings[0].report.id) if len(readings) == 1 else f"{len(readings)} reports"
    )
    out = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(title)} – Tocsin</title><style>{_STYLE}</style></head><body>",
        f"<header><h1>{escape(title)}</h1>{_legend()}</header>",
    ]
    if len(readings) > 1:
        links = "".join(f'<li><a href="#r{k}">{escape(_title(r))}</a></li>' for k, r in enumerate(readings))
        out.append(f"<nav aria-label='Reports'><ol>{links}</ol></nav>")
    out += [_section(k, reading) for k, reading in enumerate(readings)]
    out.append(f"<script>{_SCRIPT}</script></body></html>")
    return "\n".join(out)


def _title(reading: Reading) -> str:
    return shown(reading.report.title or reading.report.id)


def _legend() -> str:
    stages = dict.fromkeys(kind.stage for kind in KINDS.values())
    spans = "".join(f'<span class="{s}">{s}</span>' for s in stages)
    hint = "Point at a claim, or reach it with the tab key: the words that carry it light up."
    return f'<p class="legend">{spans}</p><p class="about">{hint} The machine proposes; a person decides.</p>'


def _section(k: int, reading: Reading) -> str:
    report = reading.report
    about = [report.language or "language unknown", f"published {report.published or 'on an unknown day'}"]
    about += [shown(x) for x in (report.publisher, report.url) if x]
    cards = (
        "".join(_card(f"r{k}c{n}", c) for n, c in enumerate(reading.claims))
        or "<li>No claim about a named person.</li>"
    )
    figures = "".join(
        f"<li>{escape(shown(figure_line(f)))}: “{escape(shown(f.quote.text))}”</li>" for f in reading.figures
    )
    doubts = "".join(
        f"<li>{escape(shown(d.question))}{' “' + escape(shown(d.quote.text)) + '”' if d.quote else ''}</li>"
        for d in reading.doubts
    )
    more = (f"<h2>Figures</h2><ul class='d'>{figures}</ul>" if figures else "") + (
        f"<h2>To settle</h2><ul class='d'>{doubts}</ul>" if doubts else ""
    )
    lang = f' lang="{escape(report.language)}"' if report.language else ""
    return (
        f'<section id="r{k}"><h2>{escape(_title(reading))}</h2><p class="about">{escape(", ".join(about))}</p>'
        f'<div class="both"><div><div class="text" dir="auto"{lang}>{_marked(k, reading)}</div>{more}</div>'
        f'<ul class="claims" aria-label="Claims">{cards}</ul></div></section>'
    )


def _card(ident: str, c: Claim) -> str:
    rows = [
        ("when", str(c.when) if c.when else None),
        ("where", c.where),
        ("place", c.place),
        ("to", c.to),
        ("by", c.by),
    ]
    rows += [("detail", c.detail), ("says", says(c.sources))]
    told = " · ".join(f"{name} <b>{escape(shown(value))}</b>" for name, value in rows if value)
    kind = c.kind.replace("_", " ") + (f", {c.method}" if c.method else "")
    return (
        f'<li class="claim {KINDS[c.kind].stage}" id="{ident}" tabindex="0"><span class="s">{c.stance}</span>'
        f'<p class="k">{kind}</p><p>{escape(shown(c.person))}</p><p class="f">{told}</p></li>'
    )


def _marked(k: int, reading: Reading) -> str:
    """The text cut at every edge of a quote; each piece names the claims it belongs to and the fields it carries."""
    text = reading.report.text
    spans: list[tuple[Quote, str, str, str]] = []
    for n, c in enumerate(reading.claims):
        ident, stage = f"r{k}c{n}", KINDS[c.kind].stage
        spans.append((c.quote, ident, stage, ""))
        spans += [(q, ident, stage, "what" if f == c.kind else f) for f, q in c.words]
    edges = sorted({0, len(text)} | {e for q, *_ in spans for e in (q.start, q.end)})
    spans.sort(key=lambda s: s[0].start)
    out: list[str] = []
    first, live = 0, []
    for a, b in pairwise(edges):
        while first < len(spans) and spans[first][0].start <= a:
            live.append(spans[first])
            first += 1
        live = [s for s in live if s[0].end > a]
        piece = escape(shown_block(text[a:b]))
        if not live:
            out.append(piece)
            continue
        owners = " ".join(dict.fromkeys(s[1] for s in live))
        fields = " ".join(f"{s[1]}:{s[3]}" for s in live if s[3])
        out.append(f'<mark class="{live[0][2]}" data-of="{owners}" data-field="{fields}">{piece}<sup></sup></mark>')
    return "".join(out)
