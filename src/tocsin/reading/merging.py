"""Makes one claim of an event told twice; the fuller telling stands, a heading's only if no other does."""

from __future__ import annotations

from dataclasses import replace

from tocsin.codebook import Claim, When
from tocsin.reading.draft import Draft

_ONCE = frozenset(
    {"sentence_risk", "asylum_status", "desertion", "disappearance", "death", "imprisonment", "asylum_grant"}
)


def merge(drafts: list[Draft]) -> list[Claim]:
    """The claims of a report in the order of their words."""
    kept: list[Draft] = []
    for d in [x for x in drafts if not x.heading] + [x for x in drafts if x.heading]:
        twin = next((k for k in kept if _same_event(k, d)), None)
        if twin is None:
            kept.append(d)
        elif _fuller(d, twin):
            kept[kept.index(twin)] = replace(d, claim=_complete(d.claim, twin.claim))
        else:
            twin.claim = _complete(twin.claim, d.claim)
    return [d.claim for d in sorted(kept, key=lambda d: (d.claim.quote.start, d.claim.person, d.claim.kind))]


def _same_event(a: Draft, b: Draft) -> bool:
    x, y = a.claim, b.claim
    if a.person is not b.person or x.kind != y.kind:
        return False
    if b.heading:
        return True
    if x.stance != y.stance and x.kind not in _ONCE:
        return a.sentence == b.sentence
    if x.when and y.when:
        return _overlap(x.when, y.when)
    return not (x.to and y.to and x.to != y.to and x.kind == "flight")


def _overlap(a: When, b: When) -> bool:
    late = max((d for d in (a.earliest, b.earliest) if d), default=None)
    early = min((d for d in (a.latest, b.latest) if d), default=None)
    return late is None or early is None or late <= early


def _fuller(new: Draft, old: Draft) -> bool:
    """More told: a date first, then sources, place, actor, detail."""
    return _worth(new) > _worth(old)


def _worth(d: Draft) -> float:
    c = d.claim
    return (
        (0 if d.heading else 10)
        + (3 if c.when else 0)
        + (1.5 if d.cost < 12 else 0)
        + (1 if c.sources else 0)
        + (1 if c.place else 0)
        + (1 if c.by else 0)
        + (1 if c.detail else 0)
    )


def _complete(full: Claim, other: Claim) -> Claim:
    """What the fuller telling leaves out and the other has; not who says so, for there the report itself vouches."""
    return replace(
        full,
        when=full.when or other.when,
        place=full.place or other.place,
        by=full.by or other.by,
        detail=full.detail or other.detail,
        method=full.method or other.method,
    )
