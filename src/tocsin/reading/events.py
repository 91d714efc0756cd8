"""Builds claims: each event's words with whom it befell, when, where, by whom, held how, according to whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.codebook import Chain, Claim, Doubt, Figure, Quote, Stance, When
from tocsin.languages import Attribution, FigureRow, Frame, StanceCue
from tocsin.reading import afterwards, circumstances, patient, whereabouts
from tocsin.reading.circumstances import SURE
from tocsin.reading.dates import DateSpan
from tocsin.reading.document import Document
from tocsin.reading.draft import Draft
from tocsin.reading.figures import figures
from tocsin.reading.focus import Focus
from tocsin.reading.patterns import Match, longest_first
from tocsin.reading.people import Mention, Person
from tocsin.reading.resolving import resolve
from tocsin.reading.sentence import Sentence
from tocsin.reading.sources import Saying, bears, sayings
from tocsin.reading.stances import stance_of
from tocsin.reading.timeline import Timeline
from tocsin.reading.voices import Voices
from tocsin.reading.whereabouts import Setting

_SPEAKING = frozenset({"counsel", "speaker", "official"})
_REPRISALS = frozenset({"detention", "charge", "ill_treatment", "penalty", "passport_action", "disappearance"})
_BY_OTHERS = ("appeal", "asylum_claim", "public_appeal", "appeal_decision", "interim_measure")
_UNDATED = frozenset({"sentence_risk"})


@dataclass(slots=True)
class Reader:
    """Walks through a document sentence by sentence and collects drafts, figures and doubts."""

    doc: Document
    published: date | None
    drafts: list[Draft] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    place: Setting = field(default_factory=lambda: Setting(None, None))
    _focus: Focus = field(init=False)
    _voices: Voices = field(init=False)
    _timeline: Timeline = field(init=False)

    def __post_init__(self) -> None:
        self._focus = Focus(self.doc)
        self._voices = Voices(self.doc)
        self._timeline = Timeline(self.doc, self.published, self.doubts)

    def run(self) -> None:
        """Read every sentence in order."""
        found = [self.doc.lexicon.frames.find(self.doc.tokens, s.start, s.end) for s in self.doc.sentences]
        kept = [longest_first(_events(self.doc, matches)) for matches in found]
        self.place = whereabouts.setting(self.doc, self._destinations(kept))
        quoted = self._voices.listen(found)
        for index, s in enumerate(self.doc.sentences):
            self._sentence(index, s, found[index], kept[index], quoted.get(index, ()))

    def _destinations(self, kept: list[list[Match]]) -> list[str]:
        out = []
        for s, events in zip(self.doc.sentences, kept, strict=True):
            for m in events:
                if isinstance(m.owner, Frame) and m.owner.kind in whereabouts.REMOVALS:
                    p = whereabouts.destination(self.doc, s, m.start, m.end)
                    if p:
                        out.append(p.country)
        return out

    # one sentence

    def _sentence(
        self, index: int, s: Sentence, found: list[Match], events: list[Match], quoted: tuple[Chain, ...]
    ) -> None:
        self._focus.resolve(s, index)
        events = [m for m in events if isinstance(m.owner, Frame) and m.owner.kind != "none"]
        said = sayings(self.doc, s, [m for m in found if isinstance(m.owner, Attribution)], events)
        said = [x for x in said if not any(x.verb[0] < m.end and m.start < x.verb[1] for m in events)]
        cues = [m for m in found if isinstance(m.owner, StanceCue)]
        chains = self._voices.chains(s, said)
        for saying in said:
            for span in saying.spans:
                self._focus.spoke(span, s)
        chains = self._voices.relayed(index, chains or quoted)
        self.figures += figures(
            self.doc, s, [m for m in found if isinstance(m.owner, FigureRow)], self.published, chains, self.place
        )
        if said:
            afterwards.vouch(self.drafts, index, s, chains)
        afterwards.take_back(self.doc, self.drafts, index, cues, events, chains)
        made: list[Draft] = []
        for m in events:
            made += self._event(index, s, m, events, cues, said, chains, made)
        self._add_deadlines(s, made)
        self.drafts += made
        self._timeline.turn(s)

    # one event

    def _event(
        self,
        index: int,
        s: Sentence,
        m: Match,
        events: list[Match],
        cues: list[Match],
        said: list[Saying],
        chains: tuple[Chain, ...],
        made: list[Draft],
    ) -> list[Draft]:
        frame = m.owner
        assert isinstance(frame, Frame)
        speakers = [span for saying in said for span in saying.spans]
        others = [(x.start, x.end) for x in events if x is not m]
        choice = patient.choose(self.doc, s, m, frame, speakers, others)
        kind, people, cost = self._people(s, frame, choice, made, m)
        if not people:
            return []
        bearing = [x for x in said if not (x.start < m.end and m.start < x.end) and bears(self.doc, x, m)]
        if said and len(bearing) < len(said):
            heard = {name for x in bearing for name in x.told}
            chains = tuple(c for c in chains if heard & set(c))
        stance, hedge = stance_of(self.doc, s, m, frame, cues, bearing)
        if stance is Stance.DENIED and any(x.stance is Stance.DENIED for x in bearing):
            deniers = {name for x in bearing if x.stance is Stance.DENIED for name in x.told}
            chains = tuple(c for c in chains if deniers & set(c))  # the denial is sourced, not the rumour
        words: dict[str, Quote] = {kind: self.doc.quote(m.start, m.end)}
        if hedge:
            words["stance"] = self.doc.quote(*hedge)
        when, dated = self._when(s, m, events, stance)
        if dated and when:
            words["when"] = self.doc.quote(dated.start, dated.end)
            if kind == "removal_order":
                self._timeline.ordered = when
        where, place, to = circumstances.whereabouts_of(self.doc, self.place, s, m, kind, stance, words)
        by = circumstances.actor(self.doc, s, m, frame, words)
        detail = circumstances.detail(self.doc, s, m, frame, words)
        method = frame.method if kind in whereabouts.REMOVALS else None
        quote = circumstances.quote(
            self.doc, s, m, choice if choice and choice.cost < SURE else None, dated, events, words
        )
        out: list[Draft] = []
        for p in people:
            mine = dict(words)
            if choice and choice.mention.people:
                mine["person"] = self.doc.quote(choice.mention.start, choice.mention.end)
            claim = Claim(
                p.name, kind, quote, when, where, place, by, method, to, detail, stance, chains, tuple(mine.items())
            )
            out.append(Draft(claim, p, index, s.is_heading, cost))
        self._focus.told_of(people)
        return out

    def _people(
        self, s: Sentence, frame: Frame, choice: patient.Choice | None, made: list[Draft], m: Match
    ) -> tuple[str, tuple[Person, ...], float]:
        """The kind (a relative's arrest is a reprisal), whom the event befell, and how sure that is."""
        kind = frame.kind
        if choice is not None:
            x = choice.mention
            if x.what == "name":
                speaks = x.person is not None and self._focus.only_speaks(x.person)
                client = self._focus.person()
                if speaks and kind in _BY_OTHERS and x.person and "counsel" in x.person.roles and client is not None:
                    return kind, (client,), choice.cost  # what a lawyer files, he files for his client
                if x.person and x.noun_start >= 0 and x.noun_start <= m.start and m.end <= x.start:
                    return kind, (x.person,), choice.cost  # "the deserter X": the noun is about X alone
                if choice.cost <= 13 or not speaks or self._focus.person() is None:
                    return kind, x.people, choice.cost
                x = Mention(x.start, x.end, "none")
            if x.role == "relative" and x.person is None and x.owner and kind in (*_BY_OTHERS, "family_reprisal"):
                return kind, (x.owner,), choice.cost
            if x.role == "counsel" and x.person is None and x.owner and kind in _BY_OTHERS:
                return kind, (x.owner,), choice.cost  # what a lawyer files, he files for his client
            if x.role == "relative" and x.person is None:
                if kind in _REPRISALS and x.owner and choice.cost < SURE:
                    return "family_reprisal", (x.owner,), choice.cost
                if choice.cost < 6:
                    return kind, (), 0
            elif x.people:
                return kind, x.people, choice.cost
            elif x.plural and choice.cost < 6:
                return kind, (), 0  # nobody named: a figure at most
            elif x.what == "role" and x.role in ("counsel", "official", "speaker", "body") and choice.cost < 3:
                return kind, (), 0
        if made:
            return kind, tuple(d.person for d in made if d.claim.quote == made[-1].claim.quote), 40.0
        named = [x for x in s.mentions if x.what == "name" and x.person is not None]
        if s.is_heading and not named:
            return kind, (), 0
        person = self._focus.person()
        if person is None or not self._may_fall_back(s):
            return kind, (), 0
        return kind, (person,), 50.0

    def _may_fall_back(self, s: Sentence) -> bool:
        """A sentence without any person may still go on about the one in focus, unless it speaks of many."""
        return not any(x.plural and x.what == "role" for x in s.mentions)

    def _when(self, s: Sentence, m: Match, events: list[Match], stance: Stance) -> tuple[When | None, DateSpan | None]:
        frame = m.owner
        assert isinstance(frame, Frame)
        if frame.kind in _UNDATED:
            return None, None
        date_told = circumstances.date_of(self.doc, s, m, events, frame.kind, stance)
        if date_told is None:
            return None, None
        return self._timeline.day(date_told, s, stance is Stance.EXPECTED), date_told

    def _add_deadlines(self, s: Sentence, made: list[Draft]) -> None:
        """An order with a term is two claims: the order, and the removal expected within it."""
        term = next((d for d in s.dates if d.is_deadline), None)
        if term is None:
            return
        for d in list(made):
            c = d.claim
            if c.kind == "removal" and c.stance is Stance.EXPECTED:
                ordered = next((x.claim for x in made if x.claim.kind == "removal_order" and x.claim.when), None)
                base = ordered.when if ordered else self._timeline.ordered
                when = resolve(term, self.published, base, self.doc.words(term.start, term.end))
                d.claim = replace(c, when=when, detail=c.detail or self.doc.words(term.start, term.end))
            elif c.kind == "removal_order" and c.stance is Stance.FACT:
                if any(x.claim.kind == "removal" and x.person is d.person for x in made):
                    d.claim = replace(c, detail=c.detail or self.doc.words(term.start, term.end))
                    continue
                when = resolve(
                    term, self.published, c.when or self._timeline.ordered, self.doc.words(term.start, term.end)
                )
                expected = replace(c, kind="removal", stance=Stance.EXPECTED, when=when, by=None)
                made.append(replace(d, claim=expected))


def _events(doc: Document, matches: list[Match]) -> list[Match]:
    """The frames' matches; "relatives say X was detained" is no reprisal, for they only say it."""
    spoken = [m for m in matches if isinstance(m.owner, Attribution)]
    out = []
    for m in matches:
        if not isinstance(m.owner, Frame) or _is_named_so(doc, m):
            continue
        if m.owner.kind == "family_reprisal" and any(m.start <= x.start and x.end < m.end for x in spoken):
            continue
        out.append(m)
    return out


def _is_named_so(doc: Document, m: Match) -> bool:
    """True for one capital word beside another one in mid-sentence: a part of a name ("the fund Free Return")."""
    if m.end - m.start != 1 or m.start == 0:
        return False
    token, before = doc.tokens[m.start], doc.tokens[m.start - 1]
    after = doc.tokens[m.end] if m.end < len(doc.tokens) else None
    if not token.is_capital or token.text.isupper() or not before.is_word:
        return False
    return before.is_capital or (after is not None and after.is_word and after.is_capital)
