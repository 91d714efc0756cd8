"""Writes readings as one self-contained page: the text with every claim's words marked, the claims beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape

from tocsin.cli.inert import shown, shown_block
from tocsin.cli.table import says
from tocsin.codebook import KINDS, Claim, Quote, Reading

_STYLE = """
:root{--bg:#fbfaf7;--fg:#1d1d1b;--soft:#6b6a64;--line:#dedbd2;--card:#fff;
--pursuit:#b7791f;--flight:#0e7490;--custody:#7c3aed;--protection:#15803d;--removal:#c2271b;--after:#9d174d;--background:#64748b}
@media(prefers-color-scheme:dark){:root{--bg:#171715;--fg:#ece9e1;--soft:#a19e94;--line:#3a3934;--card:#21211e;
--pursuit:#e0a94a;--flight:#4cc3dc;--custody:#b794f6;--protection:#5fce86;--removal:#ff7b6e;--after:#f583b4;--background:#9fb0c5}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.6 Georgia,"Noto Serif",serif}
header,nav,section{max-width:86rem;margin:0 auto;padding:1rem 1.5rem}h1{font-size:1.5rem;margin:.4rem 0}h2{font-size:1.25rem;margin:.2rem 0}
.about,.k,.f,.legend,.d{font-family:system-ui,sans-serif}.about{color:var(--soft);font-size:.9rem;margin:0 0 1rem}
.both{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:2rem;align-items:start}
@media(max-width:56rem){.both{grid-template-columns:1fr}}
.text{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.2rem 1.4rem}
.claims{list-style:none;margin:0;padding:0;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}
@media(max-width:56rem){.claims{position:static;max-height:none}}
mark{color:inherit;background:color-mix(in srgb,var(--c) 20%,transparent);border-bottom:2px solid var(--c);padding:.05em 0;border-radius:.15em}
mark.on{background:color-mix(in srgb,var(--c) 55%,transparent);outline:2px solid var(--c)}
mark sup{display:none;font:600 .6rem system-ui,sans-serif;color:var(--fg)}mark.on sup{display:inline}
.claim{background:var(--card);border:1px solid var(--line);border-left:.35rem solid var(--c);border-radius:.4rem;padding:.55rem .8rem;margin:0 0 .6rem}
.claim:hover,.claim:focus{outline:2px solid var(--c);outline-offset:1px}.claim p{margin:.1rem 0}
.k{font-size:.78rem;text-transform:uppercase;letter-spacing:.04em;color:var(--c);font-weight:700}
.s{float:right;font:600 .75rem system-ui,sans-serif;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;color:var(--soft)}
.f{font-size:.88rem;color:var(--soft)}.f b{color:var(--fg);font-weight:600}.d li,.legend{font-size:.9rem}
.pursuit{--c:var(--pursuit)}.flight{--c:var(--flight)}.custody{--c:var(--custody)}.protection{--c:var(--protection)}
.removal{--c:var(--removal)}.after{--c:var(--after)}.background{--c:var(--background)}
.legend span{border-bottom:3px solid var(--c);margin-right:1rem}a{color:inherit}
@media print{.claims{position:static;max-height:none}.both{grid-template-columns:1fr}}
"""

_SCRIPT = """
for(const card of document.querySelectorAll('.claim')){
const parts=()=>document.querySelectorAll('mark[data-of~="'+card.id+'"]');
const on=()=>parts().forEach(m=>{m.classList.add('on');const f=(m.dataset.field||'').split(' ').filter(x=>x.startsWith(card.id+':')).map(x=>x.slice(card.id.length+1)).join(', ');const s=m.querySelector('sup');if(s)s.textContent=f?' '+f:''});
const off=()=>parts().forEach(m=>m.classList.remove('on'));
card.addEventListener('mouseenter',on);card.addEventListener('mouseleave',off);
card.addEventListener('focus',()=>{on();const m=parts()[0];if(m)m.scrollIntoView({block:'nearest'})});card.addEventListener('blur',off)}
"""


def page(readings: Sequence[Reading]) -> str:
    """The whole page. It asks for nothing from anywhere, and nothing of a report is markup or script in it."""
    script = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
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
    return f'<p class="legend">{spans}</p><p class="about">Point at a claim, or reach it with the tab key: the words that carry it light up. The machine proposes; a person decides.</p>'


def _section(k: int, reading: Reading) -> str:
    report = reading.report
    about = [report.language or "language unknown", f"published {report.published or 'on an unknown day'}"]
    about += [shown(x) for x in (report.publisher, report.url) if x]
    cards = (
        "".join(_card(f"r{k}c{n}", c) for n, c in enumerate(reading.claims))
        or "<li>No claim about a named person.</li>"
    )
    figures = "".join(
        f"<li>{escape(shown(f.approx or ''))} {f.value:,} {f.unit.replace('_', ' ')}, {f.country or '?'}, {f.when or 'no date'}: “{escape(shown(f.quote.text))}”</li>"
        for f in reading.figures
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
    for a, b in zip(edges, edges[1:], strict=False):
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
