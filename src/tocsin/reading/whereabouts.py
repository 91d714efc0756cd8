"""Says where an event happened and where somebody was sent, by the codebook's conventions for each kind.

Countries and the places that a report names; never more than the report states.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from tocsin.reading.document import Document
from tocsin.reading.sentence import Place, Sentence

PROSECUTING = frozenset(
    {"charge", "wanted", "sentence_risk", "trial", "conviction", "family_reprisal", "passport_action"}
)
HOST = frozenset(
    {
        "removal",
        "removal_order",
        "removal_refused",
        "extradition_request",
        "asylum_claim",
        "asylum_status",
        "asylum_grant",
        "asylum_refusal",
        "interim_measure",
        "appeal",
        "appeal_decision",
        "public_appeal",
    }
)
REACHED = frozenset({"flight", "resettlement"})
REMOVALS = frozenset({"removal", "removal_order", "removal_refused"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The two countries a report is about: the one that persecutes and the one the person is in; None where unclear."""

    home: str | None
    host: str | None


def setting(doc: Document, destinations: list[str]) -> Setting:
    """Home is where people are sent or whose nationals they are; host the country named most besides."""
    named: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for s in doc.sentences:
        for p in s.places:
            (people if p.is_people else named)[p.country] += 1
    votes: dict[str, float] = defaultdict(float)
    for code in destinations:
        votes[code] += 2
    for code, n in people.items():
        votes[code] += n
    for code, n in named.items():
        votes[code] += n / 10
    home = max(votes, key=lambda c: (votes[c], c)) if votes else None
    rest = {c: n + people[c] * 0.5 for c, n in named.items() if c != home}
    host = max(rest, key=lambda c: (rest[c], c)) if rest else None
    return Setting(home, host)


def nearest(doc: Document, s: Sentence, start: int, end: int) -> Place | None:
    """The place named nearest to a token range, in the same part of the sentence; people are no place."""
    best: tuple[float, Place] | None = None
    for p in s.places:
        if p.is_people:
            continue
        a, b = (p.end, start) if p.end <= start else (end, p.start)
        cost = float(max(b - a, 0)) + sum(
            2.5 for t in doc.tokens[a:b] if t.text in ",;:—–" or t.norm in doc.lexicon.breaks
        )
        cost += 1.5 if p.end <= start else 0
        if cost <= 14 and (best is None or cost < best[0]):
            best = (cost, p)
    return best[1] if best else None


def destination(doc: Document, s: Sentence, start: int, end: int) -> Place | None:
    """The country somebody is sent to: the first place after the event's words, or one in them; none behind "from"."""
    reached = [p for p in s.places if not p.is_people and not _left(doc, s, p)]
    after = [p for p in reached if end <= p.start <= end + 8]
    inside = [p for p in reached if start <= p.start < end]
    to_people = [p for p in s.places if p.is_people and end <= p.start <= end + 3]  # "handed to Russian soldiers"
    return next(iter(inside + sorted(after + to_people, key=lambda p: p.start)), None)


def _left(doc: Document, s: Sentence, p: Place) -> bool:
    """True for a place that somebody comes from: "from Kazan", "dalla Georgia"."""
    i = p.start - 1
    while i > s.start and doc.tokens[i].norm in doc.lexicon.articles and doc.tokens[i].norm not in doc.lexicon.origin:
        i -= 1
    return i >= s.start and doc.tokens[i].norm in doc.lexicon.origin
