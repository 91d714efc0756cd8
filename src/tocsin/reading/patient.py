"""Says whom an event befell: of the people in the sentence, the one that the frame's grammar points to."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.languages import Frame
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.people import Mention
from tocsin.reading.sentence import Sentence
from tocsin.reading.tokens import is_separator

_TOO_FAR = 34.0
_WORD = 0.6  # what a word between an event and a person costs
_QUOTES = frozenset('"«»“”„')


@dataclass(frozen=True, slots=True)
class Choice:
    """The mention chosen and how dear it was: under 12 the grammar points to it, above it's a guess."""

    mention: Mention
    cost: float


def choose(
    doc: Document, s: Sentence, m: Match, frame: Frame, speakers: list[tuple[int, int]], others: list[tuple[int, int]]
) -> Choice | None:
    """Whom the frame's match is about, or None where nobody in the sentence comes near.

    `speakers`: token ranges of the sentence's sources; `others`: those of the other events.
    """
    who = _voice(doc, s, m, frame)
    best: Choice | None = None
    for x in s.mentions:
        if max(m.start - x.end, x.start - m.end) * _WORD > _TOO_FAR:
            continue  # too dear whatever stands between
        if x.start < m.end and m.start < x.end and x.what != "possessive":
            named = x.what in ("name", "pronoun") or (x.what == "role" and x.role == "risk" and bool(x.people))
            kin = frame.kind == "family_reprisal" and x.role == "relative"
            inside = Choice(x, -1.0) if named or kin else None
            best = inside if inside and (best is None or inside.cost < best.cost) else best
            continue
        cost = _cost(doc, s, m, who, x, speakers, others)
        if cost < _TOO_FAR and (best is None or cost < best.cost):
            best = Choice(x, cost)
    return best


def _voice(doc: Document, s: Sentence, m: Match, frame: Frame) -> str:
    if frame.who != "object":
        return frame.who
    passive = doc.lexicon.passive
    if any(doc.tokens[i].norm in passive for i in range(max(s.start, m.start - 3), m.end)):
        between = range(max(s.start, m.start - 3), m.start)
        if not any(is_separator(doc.tokens[i]) for i in between):
            return "subject"
    return "object"


def _cost(
    doc: Document,
    s: Sentence,
    m: Match,
    who: str,
    x: Mention,
    speakers: list[tuple[int, int]],
    others: list[tuple[int, int]],
) -> float:
    tokens = doc.tokens
    before = x.end <= m.start
    a, b = (x.end, m.start) if before else (m.end, x.start)
    cost = _distance(doc, a, b)
    if x.what == "possessive":
        # "his arrest", "la sua espulsione": only beside a noun of an event
        return cost + (1 if who in ("of", "near") else 20) if b - a <= 2 else _TOO_FAR
    if who == "subject":
        cost += 0 if before else 5
    elif who == "object":
        cost += 4 if before and x.what != "pronoun" else 0
    elif who == "of":
        possessive = before and b - a >= 1 and tokens[a].text[0] in "'’"
        cost += 0 if possessive or not before else 5
    if any(x.start < q and p < x.end for p, q in speakers):
        cost += 14
    if x.what == "name" and not before and a < b and tokens[b - 1].norm in doc.lexicon.agents and who != "of":
        cost += 14  # the agent of a passive
    if _owns_next(doc, s, x):
        cost += 10
    if x.role in ("counsel", "official", "speaker", "body") and not (x.person and x.person.roles == {"risk"}):
        cost += 10 if x.what == "name" else 6
    if x.what == "role" and x.role == "risk" and x.person is None and not x.plural:
        cost += 4
    between = sum(1 for p, q in others if a <= p and q <= b)
    return cost + 2.5 * min(between, 3)


def _distance(doc: Document, a: int, b: int) -> float:
    cost = 0.0
    lexicon = doc.lexicon
    for token in doc.tokens[a:b]:
        if token.text in ",()":
            cost += 1.5
        elif token.text in ";:—–" or token.text in _QUOTES:
            cost += 4 if token.text in ";—–:" else 1.5
        elif token.norm in lexicon.breaks:
            cost += 2
        else:
            cost += _WORD
    return cost


def _owns_next(doc: Document, s: Sentence, x: Mention) -> bool:
    """True for a name that only says whose relative or lawyer somebody is."""
    return any(
        (r.what == "role" and r.owner is not None and r.owner is x.person and abs(r.start - x.end) <= 3)
        or (r.what == "role" and r.owner is not None and r.owner is x.person and 0 <= x.start - r.end <= 3)
        for r in s.mentions
        if r.role in ("relative", "counsel")
    )
