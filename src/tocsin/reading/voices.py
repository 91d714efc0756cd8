"""Remembers who speaks in a report: chains of sources for a sentence, and for the sentences of one quotation."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.codebook import Chain
from tocsin.languages import Attribution
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.sentence import Sentence
from tocsin.reading.sources import Saying, sayings


@dataclass(slots=True)
class Voices:
    """Who spoke last, so that "she added" leads to somebody."""

    doc: Document
    _last: tuple[Chain, ...] = ()
    _interviewed: Chain | None = None

    def quoted(self, found: list[list[Match]]) -> dict[int, tuple[Chain, ...]]:
        """Sentences inside one quotation share the attribution that stands before or behind it."""
        out: dict[int, tuple[Chain, ...]] = self._answers(found)
        run: list[int] = []
        for index, s in enumerate(self.doc.sentences):
            still_open = _leaves_quote_open(self.doc, s, bool(run))
            if run or still_open:
                run.append(index)
            if run and not still_open:
                self._share(run, found, out)
                run = []
            if len(run) > 8:
                run = []
        return out

    def _answers(self, found: list[list[Match]]) -> dict[int, tuple[Chain, ...]]:
        """In an interview whoever is asked says what the answers say: lines that begin with a dash and ask nothing."""
        tokens = self.doc.tokens
        lines = [k for k, s in enumerate(self.doc.sentences) if tokens[s.start].text in "—–-"]
        if len(lines) < 4:
            return {}
        for index, s in enumerate(self.doc.sentences[:4]):
            said = sayings(self.doc, s, [m for m in found[index] if isinstance(m.owner, Attribution)])
            for x in said:
                if x.opener:
                    person = next((m.person for m in s.mentions if m.person and m.start >= x.spans[0][0]), None)
                    chain = (person.name if person else x.chain[0],)
                    return dict.fromkeys(range(lines[0], len(self.doc.sentences)), (chain,))
        return {}

    def _share(self, run: list[int], found: list[list[Match]], out: dict[int, tuple[Chain, ...]]) -> None:
        for index in (run[-1], run[0]):
            s = self.doc.sentences[index]
            said = sayings(self.doc, s, [m for m in found[index] if isinstance(m.owner, Attribution)])
            if said and len(run) > 1:
                for other in run:
                    if other != index:
                        out[other] = (said[-1].chain,)
                return

    def chains(self, s: Sentence, said: list[Saying]) -> tuple[Chain, ...]:
        """The chains of a sentence; a pronoun stands for whom it means; two nested attributions make one chain."""
        chains: list[Chain] = []
        last: Saying | None = None
        for saying in said:
            chain = tuple(
                x
                for x in (self._speaker(s, span, name) for span, name in zip(saying.spans, saying.chain, strict=True))
                if x
            )
            if not chain:
                continue
            beside = last is not None and 0 <= saying.start - last.end <= 2 and chains
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
                opener, verb = (chain, chains[0]) if saying.opener else (chains[0], chain)
                chains = [opener + verb] if opener != verb else [opener]
                continue
            if chain not in chains:
                chains.append(chain)
        if chains:
            self._last = tuple(chains)
        return tuple(chains)

    def _speaker(self, s: Sentence, span: tuple[int, int], name: str) -> str | None:
        tokens = self.doc.tokens[span[0] : span[1]]
        mention = next((m for m in s.mentions if m.start < span[1] and span[0] < m.end), None)
        pronominal = all(t.norm in self.doc.lexicon.pronouns for t in tokens)
        noun = mention is not None and mention.what == "role" and len(tokens) <= 2 and not mention.plural
        if mention is not None and (mention.echo or (pronominal and mention.role == "relative")) and self._last:
            return self._last[0][0]
        if (
            mention is not None
            and mention.person is not None
            and not mention.plural
            and (pronominal or (noun and mention.role == "risk"))
        ):
            return mention.person.name
        if pronominal:
            return self._last[0][0] if self._last else None
        return name


def _leaves_quote_open(doc: Document, s: Sentence, is_open: bool) -> bool:
    for t in doc.tokens[s.start : s.end]:
        if t.text in "«“„":
            is_open = True
        elif t.text in "»”":
            is_open = False
        elif t.text == '"':
            is_open = not is_open
    return is_open
