"""Fills in what goes with an event: where, by whom, which charge or sentence, and the words that carry it all."""

from __future__ import annotations

from tocsin.codebook import Quote, Stance
from tocsin.languages import Frame
from tocsin.reading import patient, whereabouts
from tocsin.reading.dates import DateSpan
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.sentence import Sentence
from tocsin.reading.whereabouts import Setting

_HELD = frozenset({"detention", "release", "escape", "penalty"})  # told of the host state unless a place says else
_FARTHEST = 24  # tokens between an event and its date
_NEAR = 4  # tokens between an event and what its quote takes in
SURE = 12.0  # a patient dearer than this is a guess


def whereabouts_of(
    doc: Document, setting: Setting, s: Sentence, m: Match, kind: str, stance: Stance, words: dict[str, Quote]
) -> tuple[str | None, str | None, str | None]:
    """Country, place as written and destination, by the codebook's conventions for the kind."""
    to: str | None = None
    target = None
    if kind in whereabouts.REMOVALS or kind in whereabouts.REACHED:
        target = whereabouts.destination(doc, s, m.start, m.end)
        if target:
            to = target.country
            words["to"] = doc.quote(target.start, target.end)
        elif kind in whereabouts.REMOVALS:
            to = setting.home
    if kind in whereabouts.PROSECUTING:
        where = setting.home
        place = None
        return where, place, to
    if kind in whereabouts.REACHED:
        return (to if kind == "resettlement" else setting.home if to != setting.home else None), None, to
    near = whereabouts.nearest(doc, s, m.start, m.end)
    if kind in whereabouts.HOST:
        near = next(
            (p for p in s.places if not p.is_people and p is not target and p.country != (to or setting.home)),
            None,
        )
    if near is not None and near is not target and near.country != (to if kind in whereabouts.REMOVALS else None):
        words["where"] = doc.quote(near.start, near.end)
        return near.country, doc.words(near.start, near.end) if near.is_town else None, to
    if kind in ("ill_treatment", "death") and stance is Stance.EXPECTED:
        return setting.home, None, to  # what is feared is feared there
    where = setting.host if kind in whereabouts.HOST or kind in _HELD else None
    return where, None, to


def actor(doc: Document, s: Sentence, m: Match, frame: Frame, words: dict[str, Quote]) -> str | None:
    """The authority or actor that did it: the nearest in the clause."""
    best: tuple[int, tuple[int, int]] | None = None
    for a, b in s.authorities:
        gap = m.start - b if b <= m.start else a - m.end if a >= m.end else 0
        x, y = (b, m.start) if b <= m.start else (m.end, a)
        if any(t.text in ";:—–" or t.norm in doc.lexicon.breaks for t in doc.tokens[x:y]):
            continue
        if gap <= 10 and (best is None or gap < best[0]):
            best = (gap, (a, b))
    if best is None and frame.who == "object":
        for p in s.places:
            if not p.is_people and 0 <= m.start - p.end <= 3:
                best = (0, (p.start, p.end))
    if best is None:
        return None
    words["by"] = doc.quote(*best[1])
    return doc.words(*best[1])


def detail(doc: Document, s: Sentence, m: Match, frame: Frame, words: dict[str, Quote]) -> str | None:
    """Charge, sentence or outcome: the words at the frame's slot up to the end of their phrase."""
    slot = m.slot("detail")
    if slot is None:
        return frame.detail
    end = slot[0]
    while end < s.end and end - slot[0] < 16 and doc.tokens[end].text not in ",;.!?—–()":
        if doc.tokens[end].norm in doc.lexicon.breaks and len(doc.tokens[end].norm) > 3:
            break
        end += 1
    if end == slot[0]:
        return frame.detail
    words["detail"] = doc.quote(slot[0], end)
    return doc.words(slot[0], end)


def quote(
    doc: Document,
    s: Sentence,
    m: Match,
    choice: patient.Choice | None,
    dated: DateSpan | None,
    events: list[Match],
    words: dict[str, Quote],
) -> Quote:
    """From the event's words out to the person, date and place beside them, never over another event."""
    start, end = m.start, m.end
    low = max((e.end for e in events if e.end <= m.start), default=s.start)
    high = min((e.start for e in events if e.start >= m.end), default=s.end)
    parts = [(choice.mention.start, choice.mention.end)] if choice else []
    parts += [(dated.start, dated.end)] if dated else []
    a, b = doc.tokens[start].start, doc.tokens[end - 1].end
    for field_name in ("where", "to", "by", "detail"):
        if field_name in words:
            q = words[field_name]
            span = [i for i in range(low, high) if q.start <= doc.tokens[i].start < q.end]
            if span and abs(span[0] - start) <= 8:
                parts.append((span[0], span[-1] + 1))
    for x, y in parts:
        near = max(start - y, x - end) <= _NEAR
        if low <= x and y <= high and near:
            start, end = min(start, x), max(end, y)
    a, b = doc.tokens[start].start, doc.tokens[end - 1].end
    return Quote(doc.text[a:b], a, b)


def date_of(doc: Document, s: Sentence, m: Match, events: list[Match], kind: str, stance: Stance) -> DateSpan | None:
    """The date expression that belongs to an event: the nearest that nothing parts from it."""
    best: tuple[float, DateSpan] | None = None
    for d in s.dates:
        if d.start >= m.start and d.end <= m.end:
            best = (0.0, d)
            break
        if d.is_deadline and not (kind == "removal" and stance is Stance.EXPECTED):
            continue
        if d.row is not None and d.row.direction == "future" and stance is Stance.FACT:
            continue  # "until 5 May" ends a term; it isn't the day of what is told
        before = d.end <= m.start
        a, b = (d.end, m.start) if before else (m.end, d.start)
        opening = d.start - s.start <= 3
        if b - a > _FARTHEST and not (before and opening):
            continue
        if before and _at_the_time(doc, d.end, m.start):
            a += 2
        cost = sum(_parting(t.text, t.norm in doc.lexicon.breaks) for t in doc.tokens[a:b])
        between = sum(1 for e in events if e is not m and a <= e.start and e.end <= b)
        if before and opening:
            cost = min(cost, 9.0)
            between = min(between, 1)
        cost += 5 * between
        if cost <= 17 and (best is None or cost < best[0]):
            best = (cost, d)
    return best[1] if best else None


def _at_the_time(doc: Document, i: int, end: int) -> bool:
    """True behind a date for ", when": the clause that follows tells what happened on it."""
    return i + 2 < end and doc.tokens[i].text == "," and doc.tokens[i + 1].norm in doc.lexicon.when


def _parting(text: str, is_break: bool) -> float:
    """How far a token parts a date from an event; a semicolon nearly always does."""
    return {",": 2.0, ";": 14.0, ":": 6.0, "—": 6.0, "–": 6.0}.get(text, 3.0 if is_break else 0.7)
