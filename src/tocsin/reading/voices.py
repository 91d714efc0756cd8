"""Remembers who speaks in a report: chains of sources for a sentence, and for the sentences of one quotation."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.codebook import Chain
from tocsin.languages import Attribution
from tocsin.reading import interview
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.people import Mention
from tocsin.reading.phrase import nominative
from tocsin.reading.sentence import Sentence
from tocsin.reading.sources import Saying, sayings

_LONGEST_QUOTATION = 8  # sentences


@dataclass(slots=True)
class Voices:
    """Who spoke last, so that "she added" leads to somebody, and who is interviewed."""

    doc: Document
    _last: tuple[Chain, ...] = ()
    _presented: dict[str, str] = field(default_factory=dict)  # "channel": "the channel Bird and Shield"
    _silent: int = 0  # sentences since then
    _speaking: Mention | None = None  # the person or noun for one who spoke last, None where a body did
    _counsel: str = ""  # the lawyer named last
    _answers: frozenset[int] = frozenset()
    _interviewed: Chain = ()

    def listen(self, found: list[list[Match]]) -> dict[int, tuple[Chain, ...]]:
        """Before any sentence is read: who is interviewed, and the chains of sentences inside one quotation."""
        answers = interview.answers(self.doc)
        if answers:
            self._interviewed = self._who_is_asked(answers[0], found)
            self._answers = frozenset(answers) if self._interviewed else frozenset()
        out: dict[int, tuple[Chain, ...]] = {}
        run: list[int] = []
        for index, s in enumerate(self.doc.sentences):
            still_open = _leaves_quote_open(self.doc, s, bool(run))
            if run or still_open:
                run.append(index)
            if run and not still_open:
                self._share(run, found, out)
                run = []
            if len(run) > _LONGEST_QUOTATION:
                run = []
        return out

    def _who_is_asked(self, first: int, found: list[list[Match]]) -> Chain:
        """Whom the headline or the introduction names as speaking, else the only person named there."""
        named: list[Mention] = []
        for index, s in enumerate(interview.opening(self.doc, first)):
            here = [m for m in s.mentions if m.what == "name" and m.person is not None]
            said = sayings(self.doc, s, [m for m in found[index] if isinstance(m.owner, Attribution)])
            for x in said:
                a, b = x.spans[0]
                told = next((m for m in here if a <= m.start < b), None)
                if told is not None and told.person is not None:
                    return (told.person.name,)
                if x.opener and not all(t.norm in self.doc.lexicon.pronouns for t in self.doc.tokens[a:b]):
                    return (nominative(self.doc, s, a, b, oblique=True),)
            named += here
        people = {m.person.number: m.person for m in named if m.person is not None}
        return (next(iter(people.values())).name,) if len(people) == 1 else ()

    def _share(self, run: list[int], found: list[list[Match]], out: dict[int, tuple[Chain, ...]]) -> None:
        for index in (run[-1], run[0]):
            s = self.doc.sentences[index]
            said = sayings(self.doc, s, [m for m in found[index] if isinstance(m.owner, Attribution)])
            if said and len(run) > 1:
                for other in run:
                    if other != index:
                        out[other] = (said[-1].chain,)
                return

    def relayed(self, index: int, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
        """The chains of a sentence of an interview: whoever answers says it, or passes on what others said."""
        if index not in self._answers:
            return chains
        relay = self._interviewed
        return tuple(c if c[-1:] == relay else c + relay for c in chains) or (relay,)

    def chains(self, s: Sentence, said: list[Saying]) -> tuple[Chain, ...]:
        """The chains of a sentence; a pronoun stands for whom it means; two nested attributions make one chain."""
        self._present(s)
        self._silent += 1
        chains: list[Chain] = []
        last: Saying | None = None
        for saying in said:
            chain = tuple(x for x in (self._speaker(s, span) for span in saying.spans) if x)
            saying.told = chain
            if not chain:
                continue
            beside = last is not None and bool(chains) and self._beside(last, saying)
            last = saying
            if beside and saying.opener and len(chain) == 1 and len(chains[-1]) == 1:
                chains[-1] = chain + chains[-1]  # "the channel writes, citing a relative"
                continue
            if (
                chains
                and saying.opener != said[0].opener
                and len(said) == 2
                and len(chain) == 1
                and len(chains[0]) == 1
            ):
                # the one told of first relays: "according to the lawyer, officers said", "the channel says, citing her"
                chains = [chain + chains[0]] if chain != chains[0] else [chain]
                continue
            if chain not in chains:
                chains.append(chain)
        if chains:
            self._last = tuple(chains)
        return tuple(chains)

    def _beside(self, last: Saying, saying: Saying) -> bool:
        """True for "the channel writes, citing a relative", not for "X reports and Y confirms"."""
        between = self.doc.tokens[last.end : saying.start]
        apart = any(t.norm in self.doc.lexicon.breaks for t in between)
        return 0 <= saying.start - last.end <= 2 and not apart

    def _speaker(self, s: Sentence, span: tuple[int, int]) -> str | None:
        tokens = self.doc.tokens[span[0] : span[1]]
        mention = next((m for m in s.mentions if m.start < span[1] and span[0] < m.end), None)
        pronominal = all(t.norm in self.doc.lexicon.pronouns for t in tokens)
        noun = mention is not None and mention.what == "role" and len(tokens) <= 2 and not mention.plural
        if mention is not None and (mention.echo or (pronominal and mention.role == "relative")) and self._last:
            return self._last[0][0]
        if pronominal and mention is not None and self._last and self._speaks_on(mention):
            self._silent = 0
            return self._last[-1][0]
        self._silent = 0
        self._speaking = mention if mention is not None and mention.role not in ("body", "official") else None
        if (
            mention is not None
            and mention.person is not None
            and not mention.plural
            and (pronominal or (noun and mention.role == "risk"))
        ):
            return mention.person.name
        if pronominal:
            return self._last[0][0] if self._last else None
        return self._in_full(s, span, mention if noun else None)

    def _speaks_on(self, pronoun: Mention) -> bool:
        """True when "she added" goes on for whoever spoke last: a person, of that gender as far as is known."""
        last = self._speaking
        if last is None or self._silent > 1 or last.plural is not pronoun.plural:
            return False
        gender = last.gender if last.gender != "any" or last.person is None else last.person.gender
        return "any" in (gender, pronoun.gender) or gender == pronoun.gender

    def _in_full(self, s: Sentence, span: tuple[int, int], noun: Mention | None) -> str:
        """The source as written; "the channel" as it was presented before: "the channel Bird and Shield"."""
        tokens = self.doc.tokens
        name = nominative(self.doc, s, *span)
        if noun is not None:
            if noun.role == "counsel" and self._counsel:
                return self._counsel
            return self._presented.get(tokens[noun.end - 1].norm, name) if not noun.owner else name
        return name

    def _present(self, s: Sentence) -> None:
        """Remember the names of lawyers and of groups, channels, agencies, for "the lawyer", "the group" later on."""
        tokens = self.doc.tokens
        lawyer = next((m for m in s.mentions if m.what == "name" and m.role == "counsel"), None)
        if lawyer is not None:
            start = lawyer.noun_start if lawyer.noun_start >= 0 else lawyer.start
            self._counsel = nominative(self.doc, s, start, lawyer.end)
        for m in s.mentions:
            if m.what != "role" or m.role not in ("body", "speaker"):
                continue
            a, b = m.start, m.end
            while a - 1 > s.start and tokens[a - 1].is_capital and tokens[a - 1].is_word:
                a -= 1
            while b < s.end and (tokens[b].text in "«“" or _in_name(self.doc, s, b)):
                b = _closed(self.doc, s, b) if tokens[b].text in "«“" else b + 1
            if b - a > m.end - m.start:
                self._presented[tokens[m.end - 1].norm] = nominative(self.doc, s, a, b)


def _in_name(doc: Document, s: Sentence, i: int) -> bool:
    """True for a capital word, and for the short one inside "Bird and Lamp"."""
    token = doc.tokens[i]
    if not token.is_word or token.is_capital:
        return token.is_word
    return len(token.text) <= 4 and i + 1 < s.end and doc.tokens[i - 1].is_capital and doc.tokens[i + 1].is_capital


def _closed(doc: Document, s: Sentence, a: int) -> int:
    """Where the quoted name that opens at a ends."""
    return next((i + 1 for i in range(a + 1, min(a + 8, s.end)) if doc.tokens[i].text in "»”"), a + 1)


def _leaves_quote_open(doc: Document, s: Sentence, is_open: bool) -> bool:
    for t in doc.tokens[s.start : s.end]:
        if t.text in "«“„":
            is_open = True
        elif t.text in "»”":
            is_open = False
        elif t.text == '"':
            is_open = not is_open
    return is_open
