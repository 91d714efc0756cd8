"""The docket of a reading: the people found, the latest that is told of each, what is denied and what lies ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tocsin.codebook import KINDS, Claim, Reading, Stance

_WHERE_A_PERSON_IS = frozenset(
    {"flight", "detention", "release", "escape", "disappearance", "removal", "resettlement", "imprisonment", "death"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its place: the number of the reading and of the claim in it."""

    claim: Claim
    reading: int
    number: int


@dataclass(slots=True)
class Entry:
    """What is known of one person: `latest` is None when nothing is told as having happened."""

    person: str
    claims: int = 0
    latest: Told | None = None
    denied: list[Told] = field(default_factory=list)
    ahead: list[Told] = field(default_factory=list)


def docket(readings: Sequence[Reading]) -> list[Entry]:
    """One entry a name as written, in alphabetical order; spellings of one person are not joined here.

    Latest is the last that is dated, by its earliest possible day, so that "in May" doesn't overtake "on 20 May";
    among those of one day what tells where the person is; among undated ones the last told. A denial is kept beside
    the latest when it denies the same kind; ahead is what is expected and not yet told as having happened.
    """
    entries: dict[str, Entry] = {}
    best: dict[str, tuple[bool, date, bool, int, int]] = {}
    happened: set[tuple[str, str]] = set()
    for r, reading in enumerate(readings):
        for n, claim in enumerate(reading.claims):
            entry = entries.setdefault(claim.person, Entry(claim.person))
            entry.claims += 1
            told = Told(claim, r, n)
            if claim.stance is Stance.DENIED:
                entry.denied.append(told)
            elif claim.stance is Stance.EXPECTED:
                entry.ahead.append(told)
            elif KINDS[claim.kind].stage != "background" or claim.kind in _WHERE_A_PERSON_IS:
                happened.add((claim.person, claim.kind))
                day = claim.when and (claim.when.earliest or claim.when.latest)
                rank = (day is not None, day or date.min, claim.kind in _WHERE_A_PERSON_IS, r, n)
                if claim.person not in best or rank > best[claim.person]:
                    best[claim.person] = rank
                    entry.latest = told
    for entry in entries.values():
        kind = entry.latest.claim.kind if entry.latest else None
        entry.denied = [t for t in entry.denied if kind is None or t.claim.kind == kind]
        entry.ahead = _once([t for t in entry.ahead if (entry.person, t.claim.kind) not in happened])
    return sorted(entries.values(), key=lambda e: e.person.casefold())


def _once(told: Sequence[Told]) -> list[Told]:
    """The fullest of each kind: the one with a date where there is one."""
    kept: dict[str, Told] = {}
    for t in told:
        if t.claim.kind not in kept or (t.claim.when and not kept[t.claim.kind].claim.when):
            kept[t.claim.kind] = t
    return list(kept.values())
