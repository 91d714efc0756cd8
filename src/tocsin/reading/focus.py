"""Keeps in mind whom a report speaks of, and resolves pronouns, nouns and "both" to named people where that is safe."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.reading.document import Document
from tocsin.reading.people import Mention, Person
from tocsin.reading.sentence import Sentence
from tocsin.reading.tokens import is_separator

_JUST_NAMED = 1.1  # what a name in the sentence before is worth
_SPEAKING = frozenset({"counsel", "speaker", "official"})


@dataclass(slots=True)
class Focus:
    """What the reader remembers between sentences."""

    doc: Document
    seen: dict[int, int] = field(default_factory=dict)  # person number -> sentence of the last mention
    named: dict[int, int] = field(default_factory=dict)  # person number -> sentence in which the name stood last
    claims: dict[int, int] = field(default_factory=dict)
    group: tuple[Person, ...] = ()
    relative: tuple[str, Person] | None = None  # gender and owner of the relative spoken of last
    here: int = 0

    def resolve(self, s: Sentence, index: int) -> None:
        """Give every mention of the sentence its person, in order of the words."""
        self.here = index
        for k, m in enumerate(s.mentions):
            if m.what == "name" and m.person is not None:
                self._meet(m.person)
            elif m.what in ("pronoun", "possessive"):
                self._pronoun(m, s)
            elif m.what == "group":
                self._several(m)
            elif m.what == "role":
                self._noun(m, s, k)
        self._groups(s)

    def _meet(self, person: Person) -> None:
        self.seen[person.number] = self.named[person.number] = self.here

    def spoke(self, span: tuple[int, int], s: Sentence) -> None:
        """Whoever is named as a source speaks; unless something was told of them too, they aren't whom it is about."""
        for m in s.mentions:
            if m.what == "name" and m.person and m.start < span[1] and span[0] < m.end and not m.person.roles:
                m.person.roles.add("speaker")

    def told_of(self, people: tuple[Person, ...]) -> None:
        """A claim was made about these people."""
        for p in people:
            self.claims[p.number] = self.claims.get(p.number, 0) + 1
            self.seen[p.number] = self.here
        if len(people) > 1:
            self.group = people

    def person(self, gender: str = "any") -> Person | None:
        """Who is most likely meant by a word of that gender."""
        best: tuple[float, Person] | None = None
        for number, sentence in self.seen.items():
            p = self.doc.persons[number]
            if gender != "any" and p.gender not in (gender, "any"):
                continue
            away = self.here - sentence
            if away > 12:
                continue
            score = -float(away) + min(len(p.forms), 6) * 0.4 + min(self.claims.get(number, 0), 4) * 0.8
            if self.here - self.named.get(number, -9) == 1:
                score += _JUST_NAMED
            if self.only_speaks(p):
                score -= 6
            if gender != "any" and p.gender == gender:
                score += 1
            if best is None or score > best[0]:
                best = (score, p)
        return best[1] if best else None

    def only_speaks(self, p: Person) -> bool:
        """True for a lawyer, an official, a source of whom nothing else was told; never for the one named most."""
        if not p.roles & _SPEAKING or self.claims.get(p.number):
            return False
        most = max(len(x.forms) for x in self.doc.persons)
        return len(p.forms) < 3 or len(p.forms) < most

    def _pronoun(self, m: Mention, s: Sentence) -> None:
        if m.plural:
            self._several(m)
            return
        if m.gender == "f" and self.relative and self.relative[0] == "f" and not self._somebody("f"):
            m.role, m.owner, m.echo = "relative", self.relative[1], True
            return
        m.person = self.person(m.gender)
        if m.person is None:  # "when she landed, X was ..."
            ahead = next((x for x in s.mentions if x.start > m.start and x.what == "name"), None)
            m.person = ahead.person if ahead else None
        if m.person is not None and m.person.gender == "any" and m.gender != "any":
            m.person.gender = m.gender

    def _somebody(self, gender: str) -> bool:
        return any(self.doc.persons[n].gender == gender for n in self.seen)

    def _several(self, m: Mention) -> None:
        most = sorted(self.claims, key=lambda n: (-self.claims[n], n))[:2]
        people = self.group or tuple(self.doc.persons[n] for n in most)
        if len(people) > 1:
            m.person, m.also = people[0], people[1:]
        m.plural = True

    def _noun(self, m: Mention, s: Sentence, k: int) -> None:
        tokens, lexicon = self.doc.tokens, self.doc.lexicon
        if m.role == "relative":
            m.owner = self._owner(m, s, k)
            before = tokens[m.start - 1].norm if m.start > s.start else ""
            pointed = before in lexicon.definite or not lexicon.language.noun_phrase.definite
            if self.relative and not m.plural and m.owner is None and m.gender != "any" and pointed:
                m.person = self.relative[1]  # the mother tells of "the son": the person himself
                m.role = "risk"
                return
            m.owner = m.owner or self.person()
            if m.owner and m.gender in ("m", "f"):
                self.relative = (m.gender, m.owner)
            return
        if m.role == "counsel":
            m.owner = self._owner(m, s, k)
        if m.role != "risk" or m.plural:
            return
        before = tokens[m.start - 1].norm if m.start > s.start else ""
        if lexicon.language.noun_phrase.definite and before not in lexicon.definite:
            further = tokens[m.start - 2].norm if m.start - 1 > s.start else ""
            if before in lexicon.articles or before in lexicon.links or further not in lexicon.definite:
                return  # "the young man" points back, "certificate of asylum seeker" doesn't
        if m.gender == "f" and self.relative and self.relative[0] == "f" and not self._somebody("f"):
            m.role, m.owner, m.echo = "relative", self.relative[1], True
            return
        m.person = self.person(m.gender)

    def _owner(self, m: Mention, s: Sentence, k: int) -> Person | None:
        """Whose relative or lawyer: "his mother", "X's mother", "the mother of X", "мать Егора"."""
        tokens = self.doc.tokens
        for x in reversed(s.mentions[:k]):
            gap = tokens[x.end : m.start]
            if x.what == "possessive" and len(gap) <= 2:
                return x.person
            if x.what == "name" and 1 <= len(gap) <= 3 and gap[0].text[0] in "'’":
                return x.person
            if len(gap) > 3:
                break
        for x in s.mentions[k + 1 : k + 2]:
            gap = tokens[m.end : x.start]
            if x.what in ("name", "pronoun") and len(gap) <= 3 and not any(is_separator(t) for t in gap):
                return x.person
            if x.what == "possessive" and not gap:
                return x.person
        return None

    def _groups(self, s: Sentence) -> None:
        """Names joined by commas and "and" stand together: each such mention means them all to a shared verb."""
        names = [m for m in s.mentions if m.what == "name"]
        run: list[Mention] = []
        for m in names:
            if run and self._joined(run[-1].end, m.start, s):
                run.append(m)
                continue
            self._close(run, s)
            run = [m]
        self._close(run, s)

    def _joined(self, a: int, b: int, s: Sentence) -> bool:
        gap = self.doc.tokens[a:b]
        if not gap or len(gap) > 6:
            return False
        named = next(m for m in s.mentions if m.start == b and m.what == "name")
        if a < named.noun_start < b:
            gap = self.doc.tokens[a : named.noun_start]
        lexicon = self.doc.lexicon
        small = [t for t in gap if t.norm in lexicon.articles or t.norm in lexicon.links or t.norm in lexicon.pronouns]
        joins = [t for t in gap if t.text == "," or (t.norm in lexicon.breaks and len(t.norm) <= 3)]
        peoples = [p for p in s.places if p.is_people and a <= p.start < b]
        loose = sum(t.is_word for t in gap) - sum(t.is_word for t in joins) - len(small) - len(peoples)
        stops = any(t.text in ";:.—–()" for t in gap)
        return bool(joins) and not stops and loose <= 0

    def _close(self, run: list[Mention], s: Sentence) -> None:
        if run and not any(t.norm in self.doc.lexicon.breaks for t in self.doc.tokens[run[0].end : run[-1].start]):
            return  # "X's lawyer, Y": a comma alone joins nobody
        people = tuple(dict.fromkeys(m.person for m in run if m.person))
        if len({p.number for p in people}) < 2:
            return
        for m in run:
            m.also = tuple(p for p in people if p is not m.person)
        self.group = people
