"""Gathers what stands in a report before any claim is made: tokens, sentences, dates, places, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.codebook import Quote
from tocsin.languages import Role, places
from tocsin.reading.lexicon import Country, Lexicon, Mark
from tocsin.reading.naming import names as find_names
from tocsin.reading.patterns import Match, longest_first
from tocsin.reading.people import Gathering, Mention, Person
from tocsin.reading.sentence import Place, Sentence
from tocsin.reading.tokens import Token, is_separator, sentences, tokenise


@dataclass(slots=True)
class Document:
    """A report, taken apart."""

    text: str
    lexicon: Lexicon
    tokens: list[Token]
    sentences: list[Sentence]
    persons: list[Person]

    def quote(self, start: int, end: int) -> Quote:
        """The words of a token range with their offsets."""
        a, b = self.tokens[start].start, self.tokens[end - 1].end
        return Quote(self.text[a:b], a, b)

    def words(self, start: int, end: int) -> str:
        """The words of a token range as written, line breaks made spaces."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())


def take_apart(text: str, lexicon: Lexicon) -> Document:
    """Everything that stands in the text, read in its language."""
    language = lexicon.language
    tokens = tokenise(text, language.elisions, language.clitics)
    cut = [Sentence(a, b) for a, b in sentences(text, tokens, language.abbreviations)]
    _mark_headings(text, tokens, cut)
    grounds = [lexicon.ground.find(tokens, s.start, s.end) for s in cut]
    for s, found in zip(cut, grounds, strict=True):
        _dates_and_places(s, found, tokens, lexicon)
    gathering = Gathering(lexicon.names)
    named = find_names(tokens, cut, grounds, lexicon, gathering)
    document = Document(text, lexicon, tokens, cut, gathering.persons)
    for s, found, here in zip(cut, grounds, named, strict=True):
        _mentions(document, s, found, here)
    _drop_bodies(document)
    gathering.name_all()
    return document


def _drop_bodies(doc: Document) -> None:
    """What a noun calls a group, a fund, a channel is no person wherever it stands, nor is a part of its name."""
    bodies = [p for p in doc.persons if p.roles == {"body"}]
    words = {w for p in bodies for form in p.forms for w in form}
    gone = {p.number for p in bodies} | {p.number for p in doc.persons if all(set(f) <= words for f in p.forms)}
    for s in doc.sentences:
        s.mentions = [m for m in s.mentions if m.person is None or m.person.number not in gone]


def _mark_headings(text: str, tokens: Sequence[Token], cut: list[Sentence]) -> None:
    """A line without a full stop at its end is a heading when the report has lines that end in one."""
    ends = [tokens[s.end - 1].text for s in cut]
    if not any(e in '.!?»”"' for e in ends[1:]):
        return
    for k, s in enumerate(cut):
        begin, end = tokens[s.start].start, tokens[s.end - 1].end
        alone = (begin == 0 or "\n" in text[max(0, begin - 2) : begin]) and text[end : end + 1] in ("\n", "\r", "")
        listed = not tokens[s.start].is_word and tokens[s.start].text not in "«\"“„'"
        if alone and not listed and ends[k] not in ".!?…;,:" and s.end - s.start <= 30:
            s.is_heading = k == 0 or not (k and cut[k - 1].is_heading and k > 2)


def _dates_and_places(s: Sentence, found: list[Match], tokens: list[Token], lexicon: Lexicon) -> None:
    s.dates = lexicon.dates.find(tokens, s.start, s.end)
    for d in s.dates:
        tokens[d.start].date = d.end
    for m in longest_first(
        sorted((m for m in found if isinstance(m.owner, Country)), key=lambda m: _rank(m, tokens, lexicon))
    ):
        if not isinstance(m.owner, Country):
            continue
        s.places.append(Place(m.start, m.end, m.owner.code, m.owner.is_people))
    taken = {i for p in s.places for i in range(p.start, p.end)}
    i = s.start
    while i < s.end:
        step = 1
        if tokens[i].is_capital and i not in taken:
            for k in (3, 2, 1):
                if i + k <= s.end and (code := places.lookup(tuple(t.norm for t in tokens[i : i + k]))):
                    s.places.append(Place(i, i + k, code, is_town=True))
                    step = k
                    break
        i += step
    s.places.sort(key=lambda p: p.start)
    for p in s.places:
        tokens[p.start].country = p.end
    s.authorities = [
        (m.start, m.end)
        for m in longest_first(m for m in found if isinstance(m.owner, Mark) and m.owner.what == "authority")
    ]
    for m in found:
        if isinstance(m.owner, Mark) and m.owner.what == "back_reference" and m.start <= s.start + 2:
            s.back_reference = max(s.back_reference, m.end)


def _rank(m: Match, tokens: Sequence[Token], lexicon: Lexicon) -> int:
    """Where a stem of a people also fits a country's name ("kazak*", "kazakistan") the name in full goes first."""
    in_full = " ".join(t.norm for t in tokens[m.start : m.end]) in lexicon.country_names
    return 1 if isinstance(m.owner, Country) and m.owner.is_people is in_full else 0


def _mentions(doc: Document, s: Sentence, found: list[Match], names: list[tuple[int, int, Person]]) -> None:
    lexicon, tokens = doc.lexicon, doc.tokens
    s.mentions = [Mention(a, b, "name", person, person.gender) for a, b, person in names]
    taken = {i for m in s.mentions for i in range(m.start, m.end)}
    taken |= {i for a, b in s.authorities for i in range(a, b)}
    marks = [m for m in found if isinstance(m.owner, Role) or (isinstance(m.owner, Mark) and m.owner.what == "group")]
    for m in longest_first(marks):
        if any(i in taken for i in range(m.start, m.end)):
            continue
        taken.update(range(m.start, m.end))
        if isinstance(m.owner, Mark):
            s.mentions.append(Mention(m.start, m.end, "group", plural=True))
        elif isinstance(m.owner, Role):
            plural = bool(lexicon.plural_endings) and tokens[m.end - 1].norm.endswith(lexicon.plural_endings)
            s.mentions.append(
                Mention(m.start, m.end, "role", gender=m.owner.gender, role=m.owner.class_, plural=plural)
            )
    for i in range(s.start, s.end):
        mark = lexicon.pronouns.get(tokens[i].norm)
        if mark is None or i in taken:
            continue
        what = mark.what
        if what == "pronoun" and tokens[i].norm in lexicon.articles and not _before_verb(tokens, i, s.end, lexicon):
            continue  # "lo sciopero" is no him
        if what == "both":
            following = next((m for m in s.mentions if i < m.start <= i + 3 and m.what == "role"), None)
            nounish = i + 1 < s.end and tokens[i + 1].is_word and tokens[i + 1].norm not in lexicon.stop
            what = "possessive" if following or nounish else "pronoun"
        s.mentions.append(Mention(i, i + 1, what, gender=mark.gender, plural=mark.plural))
    s.mentions.sort(key=lambda m: m.start)
    _join_appositions(doc, s)


def _before_verb(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    """True when an auxiliary follows: what else is an article is a pronoun there ("lo ha", "la avevano")."""
    following = tokens[i + 1].norm if i + 1 < end else ""
    return following in lexicon.auxiliaries


def _join_appositions(doc: Document, s: Sentence) -> None:
    """A noun beside a name is no second person: "the activist X", "X, a lawyer,": the name takes its role."""
    tokens = doc.tokens
    keep: list[Mention] = []
    for k, m in enumerate(s.mentions):
        if m.what == "role":
            after = s.mentions[k + 1] if k + 1 < len(s.mentions) else None
            before = s.mentions[k - 1] if k else None
            if after is not None and after.what == "name" and _adjoins(doc, m.end, after.start):
                if keep and _owns(doc, m, keep[-1], after):
                    _describe(after, keep.pop())  # "the lawyer of the Chechen, X": X is the lawyer
                    keep.append(m)
                    continue
                _describe(after, m)
                continue
            named = s.mentions[k + 1 : k + 3]
            if len(named) == 2 and all(x.what == "name" for x in named) and _presents(doc, m, *named):
                _describe(named[1], m)  # "the lawyer of X, Y": Y is the lawyer
            if (
                before is not None
                and before.what == "name"
                and before.end < m.start
                and tokens[before.end].text in ",("
                and m.start - before.end <= 4
                and not any(is_separator(t) or _leads_on(doc, t) for t in tokens[before.end + 1 : m.start])
            ):
                _describe(before, m)
                continue
        keep.append(m)
    s.mentions = keep


def _leads_on(doc: Document, token: Token) -> bool:
    """True for a word that no noun in apposition has before it: "X, held in the centre" is no centre."""
    lexicon = doc.lexicon
    return token.norm not in lexicon.articles and (token.norm in lexicon.stop or token.norm in lexicon.links)


def _owns(doc: Document, m: Mention, before: Mention, name: Mention) -> bool:
    """True when m only tells whose relative or lawyer `before` is, and the name behind the comma is theirs."""
    gap = doc.tokens[before.end : m.start]
    linked = len(gap) <= 2 and all(t.norm in doc.lexicon.links or t.norm in doc.lexicon.articles for t in gap)
    apart = doc.tokens[name.start - 1].text == ","
    return (
        before.what == "role" and before.role in ("counsel", "relative", "speaker") and bool(gap) and linked and apart
    )


def _presents(doc: Document, role: Mention, owner: Mention, name: Mention) -> bool:
    between = doc.tokens[owner.end : name.start]
    return owner.start - role.end <= 2 and len(between) == 1 and between[0].text == ","


def _adjoins(doc: Document, a: int, b: int) -> bool:
    """Nothing stands between but up to four words that are no verbs, prepositions or marks, or one comma."""
    between = doc.tokens[a:b]
    if len(between) > 4:
        return False
    lexicon = doc.lexicon
    if between and between[-1].text in ",:":
        between = between[:-1]
        if len(between) > 2:
            return False
    return all(
        t.is_word and t.norm not in lexicon.stop and t.norm not in lexicon.breaks and t.norm not in lexicon.links
        for t in between
    )


def _describe(name: Mention, role: Mention) -> None:
    name.role = name.role or role.role
    if role.end <= name.start:
        name.noun_start = role.start
    if name.person is None:
        return
    if role.gender in ("m", "f") and name.person.gender == "any":
        name.person.gender = role.gender
    if role.role:
        name.person.roles.add(role.role)
