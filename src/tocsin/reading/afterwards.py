"""What a sentence says of the one before it: one more source for it, or that it is false."""

from __future__ import annotations

from dataclasses import replace

from tocsin.codebook import Chain, Stance
from tocsin.languages import StanceCue
from tocsin.reading.document import Document
from tocsin.reading.draft import Draft
from tocsin.reading.patterns import Match
from tocsin.reading.sentence import Sentence

_FARTHEST = 2  # sentences back


def _before(drafts: list[Draft], index: int) -> list[Draft]:
    """The drafts of the last sentence that told anything, none where it is too far back."""
    last = drafts[-1].sentence if drafts else -1
    return [d for d in drafts if d.sentence == last] if 0 <= index - last <= _FARTHEST else []


def vouch(drafts: list[Draft], index: int, s: Sentence, chains: tuple[Chain, ...]) -> None:
    """ "This was confirmed by X": one more chain for what the sentence before told."""
    if s.back_reference < 0:
        return
    for d in _before(drafts, index):
        more = tuple(c for c in chains if not any(_same(c, x) for x in d.claim.sources))
        d.claim = replace(d.claim, sources=d.claim.sources + more)


def _same(a: Chain, b: Chain) -> bool:
    """True for one source named twice: "his lawyer, Nino Verulidze" and "lawyer, Nino Verulidze"."""
    return len(a) == len(b) and all(x.endswith(y) or y.endswith(x) for x, y in zip(a, b, strict=True))


def take_back(
    doc: Document,
    drafts: list[Draft],
    index: int,
    cues: list[Match],
    events: list[Match],
    chains: tuple[Chain, ...],
) -> None:
    """ "The report was false": what the sentence before told on hearsay is denied, by whoever says so now."""
    cue = next((m for m in cues if isinstance(m.owner, StanceCue) and m.owner.scope == "previous"), None)
    if cue is None or any(m.start < cue.end for m in events):
        return
    told = [d for d in _before(drafts, index) if d.claim.stance in (Stance.FACT, Stance.ALLEGED)]
    for d in [d for d in told if d.claim.sources] or told:
        words = (*(w for w in d.claim.words if w[0] != "stance"), ("stance", doc.quote(cue.start, cue.end)))
        d.claim = replace(d.claim, stance=Stance.DENIED, sources=chains, words=words)
