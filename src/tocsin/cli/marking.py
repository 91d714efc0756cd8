"""Marks a report's text for a page: cut at every edge of a claim's words, each piece naming what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise

from tocsin.cli.inert import shown_block
from tocsin.codebook import KINDS, Quote, Reading

_LABELS = {"stance": "held how", "source": "says", "sources": "says", "origin": "says", "relay": "says"}


@dataclass(frozen=True, slots=True)
class _Span:
    quote: Quote
    claim: int
    look: str  # stage and stance: the classes that colour it
    field: str = ""  # empty: the claim's whole quote


def field_label(field: str) -> str:
    """The word that a page shows for a field; the words of the kind itself say "what"."""
    return "what" if field in KINDS else _LABELS.get(field, field)


def marked(r: int, reading: Reading) -> str:
    """The text of reading number `r` as markup; hostile characters are shown, everything is escaped.

    Claims may overlap: a piece carries the colour of the shortest quote over it, and `data-of` names all its claims;
    `data-r0c1` says which field of a claim it carries. The claim's number stands where its quote ends.
    """
    text = reading.report.text
    spans = _spans(reading)
    edges = sorted({0, len(text)} | {e for s in spans for e in (s.quote.start, s.quote.end) if e <= len(text)})
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for n, c in enumerate(reading.claims):
        starts.setdefault(c.quote.start, []).append(n)
        ends.setdefault(c.quote.end, []).append(n)
    spans.sort(key=lambda s: s.quote.start)
    out: list[str] = []
    seen: set[str] = set()
    first, live = 0, list[_Span]()
    for start, end in pairwise(edges):
        while first < len(spans) and spans[first].quote.start <= start:
            live.append(spans[first])
            first += 1
        live = [s for s in live if s.quote.end > start]
        out += [f'<span id="m-r{r}c{n}"></span>' for n in starts.get(start, ())]
        piece = escape(shown_block(text[start:end]))
        out.append(f"<mark{_attributes(r, live, seen)}>{piece}</mark>" if live else piece)
        out += [_number(r, n, reading) for n in ends.get(end, ())]
    return "".join(out)


def _spans(reading: Reading) -> list[_Span]:
    spans = []
    for n, c in enumerate(reading.claims):
        look = f"{KINDS[c.kind].stage} {c.stance}"
        spans.append(_Span(c.quote, n, look))
        spans += [_Span(q, n, look, field_label(f)) for f, q in c.words]
    return spans


def _attributes(r: int, live: list[_Span], seen: set[str]) -> str:
    quotes = [s for s in live if not s.field]
    top = min(quotes or live, key=lambda s: s.quote.end - s.quote.start)
    owners = dict.fromkeys(f"r{r}c{s.claim}" for s in live)
    fields: dict[str, list[str]] = {}
    for s in live:
        if s.field:
            fields.setdefault(f"r{r}c{s.claim}", []).append(s.field)
    out = f' class="{top.look}{"" if quotes else " w"}"'
    out += f' data-of="{" ".join(owners)}"'
    for owner, names in fields.items():
        label = ", ".join(dict.fromkeys(names))
        out += f' data-{owner}=""'
        if f"{owner} {label}" not in seen:
            seen.add(f"{owner} {label}")
            out += f' data-l-{owner}="{escape(label)}"'
    return out


def _number(r: int, n: int, reading: Reading) -> str:
    stage = KINDS[reading.claims[n].kind].stage
    return f'<a class="no {stage}" href="#r{r}c{n}" aria-label="claim {n + 1}">{n + 1}</a>'
