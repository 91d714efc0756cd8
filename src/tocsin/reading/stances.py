"""Says how the report holds an event: the innermost hedge, negation or future that bears on its words."""

from __future__ import annotations

from tocsin.codebook import Stance
from tocsin.languages import Frame, StanceCue
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.sentence import Sentence
from tocsin.reading.sources import Saying

_REACH = 7


def stance_of(
    doc: Document, s: Sentence, m: Match, frame: Frame, cues: list[Match], said: list[Saying]
) -> tuple[Stance, tuple[int, int] | None]:
    """The stance and the token range of the words that gave it (None: the frame itself, or plain telling)."""
    best: tuple[float, Stance, tuple[int, int]] | None = None
    denied: tuple[int, int] | None = None
    for cue in cues:
        owner = cue.owner
        assert isinstance(owner, StanceCue)
        if owner.scope == "previous":
            continue
        inside = cue.start >= m.start and cue.end <= m.end
        if inside and (frame.stance is not None or owner.stance is Stance.DENIED):
            continue
        away = _bearing(doc, m, cue, owner.scope)
        if away is None:
            continue
        if owner.stance is Stance.DENIED and owner.scope == "sentence":
            denied = (cue.start, cue.end)
        if best is None or away < best[0]:
            best = (away, owner.stance, (cue.start, cue.end))
    if frame.stance is not None and frame.stance is not Stance.FACT:
        if best and best[1] is Stance.DENIED and best[0] <= 5:
            return Stance.DENIED, best[2]
        return frame.stance, None
    if denied and (best is None or best[1] is not Stance.EXPECTED):
        return Stance.DENIED, denied  # "denied rumours that he had been ...": the denial holds the hearsay
    if best:
        return best[1], best[2]
    for saying in said:
        if saying.stance is not None:
            return saying.stance, (saying.start, saying.end)
    return Stance.FACT, None


def _bearing(doc: Document, m: Match, cue: Match, scope: str) -> float | None:
    """How far the cue stands from the event, None where it doesn't bear on it."""
    if cue.start < m.end and m.start < cue.end:
        return 0.0
    before = cue.end <= m.start
    a, b = (cue.end, m.start) if before else (m.end, cue.start)
    breaks = sum(1 for t in doc.tokens[a:b] if _is_break(doc, t.norm, t.text))
    if scope == "before" and (not before or b - a > _REACH or breaks):
        return None
    if scope == "after" and (before or b - a > _REACH or breaks):
        return None
    if scope == "clause" and (breaks > 1 or b - a > 12):
        return None
    if scope == "sentence" and any(t.text == ";" for t in doc.tokens[a:b]):
        return None
    return (b - a) + 4.0 * breaks + (8 if scope == "sentence" else 0)


def _is_break(doc: Document, norm: str, text: str) -> bool:
    return text in ",;:—–()" or norm in doc.lexicon.breaks
