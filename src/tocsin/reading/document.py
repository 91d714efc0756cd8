"""Gathers what stands in a report before any claim is made: tokens, sentences, dates, places, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.codebook import Quote
from tocsin.languages import Role, places
from tocsin.reading import tagger
from tocsin.reading.dates import DateSpan
from tocsin.reading.lexicon import Country, Lexicon, Mark
from tocsin.reading.patterns import Match, longest_first
from tocsin.reading.people import Gathering, Mention, Person
from tocsin.reading.tokens import Token, is_separator, sentences, tokenise


@dataclass(slots=True)
class Place:
    """A territory, its people, or a town: token range and country."""

    start: int
    end: int
    country: str
    is_people: bool = False
    is_town: bool = False


@dataclass(slots=True)
class Sentence:
    """One sentence: token range and what was found in it."""

    start: int
    end: int
    is_heading: bool = False
    dates: list[DateSpan] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    authorities: list[tuple[int, int]] = field(default_factory=list)
    back_reference: int = -1  # end of words such as "this was", -1 where none open the sentence


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
    named = _names(tokens, cut, grounds, lexicon, gathering)
    gathering.name_all()
    document = Document(text, lexicon, tokens, cut, gathering.persons)
    for s, found, names in zip(cut, grounds, named, strict=True):
        _mentions(document, s, found, names)
    return document


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


def _names(
    tokens: list[Token], cut: list[Sentence], grounds: list[list[Match]], lexicon: Lexicon, gathering: Gathering
) -> list[list[tuple[int, int, Person]]]:
    """The names in each sentence; a surname met elsewhere is one here too, though the tagger missed it."""
    spans = [_tagged(tokens, s, found, lexicon) for s, found in zip(cut, grounds, strict=True)]
    known = {
        tokens[i].norm
        for found in spans
        for a, b in found
        if b - a >= 2
        for i in range(a, b)
        if len(tokens[i].norm) > 3
    }
    out: list[list[tuple[int, int, Person]]] = []
    for s, found in zip(cut, spans, strict=True):
        inside = {i for a, b in found for i in range(a, b)}
        towns = {i for p in s.places for i in range(p.start, p.end)}
        more = [
            (i, i + 1)
            for i in range(s.start, s.end)
            if i not in inside and i not in towns and tokens[i].is_capital and _known(tokens[i].norm, known, lexicon)
        ]
        out.append([])
        for a, b in sorted(found + more):
            out[-1].append((a, b, gathering.add(tokens, a, b)))
            tokens[a].person = b
    return out


def _known(norm: str, known: set[str], lexicon: Lexicon) -> bool:
    return norm in known or (lexicon.names.inflects and any(lexicon.names.same(norm, k) for k in known))


def _tagged(tokens: list[Token], s: Sentence, found: list[Match], lexicon: Lexicon) -> list[tuple[int, int]]:
    """What the tagger takes for names, cut to what can be one: no titles, articles, nouns or places at the ends."""
    words = [_plain_case(tokens, i) for i in range(s.start, s.end)]
    nouns = {
        i
        for m in found
        if isinstance(m.owner, Role) or (isinstance(m.owner, Mark) and m.owner.what in ("authority", "group"))
        for i in range(m.start, m.end)
    }
    bodies = {m.end for m in found if isinstance(m.owner, Role) and m.owner.class_ == "body"}
    places_here = {i for p in s.places for i in range(p.start, p.end)}
    months = {i for d in s.dates for i in range(d.start, d.end)}
    out: list[tuple[int, int]] = []
    for x in tagger.person_spans(words):
        a, b = _trimmed(tokens, s.start + x.start, s.start + x.end, nouns | months, places_here, lexicon)
        if a >= b or b - a > 7 or not tokens[a].is_capital or any(i in nouns for i in range(a, b)):
            continue
        if all(i in places_here for i in range(a, b)) or (b - a == 2 and a == s.start and {a, b - 1} & places_here):
            continue
        if a in bodies or _inside_quotes(tokens, s, a, b):
            continue
        if b - a == 1 and (len(tokens[a].text) < 3 or _beside_capital(tokens, s, a)):
            continue
        out.append((a, b))
    return out


def _trimmed(
    tokens: Sequence[Token], a: int, b: int, nouns: set[int], places_here: set[int], lexicon: Lexicon
) -> tuple[int, int]:
    short = frozenset(lexicon.language.abbreviations)

    def foreign(i: int) -> bool:
        t = tokens[i]
        if i in nouns or (not t.is_word and t.text != ".") or (t.text in short and len(t.text) > 1):
            return True
        if t.norm in lexicon.articles or t.norm in lexicon.breaks or t.norm in lexicon.pronouns:
            return True
        return t.is_word and not t.is_capital and t.norm in lexicon.stop

    while a < b and (foreign(a) or tokens[a].text == "." or (a in places_here and b - a >= 3)):
        a += 1
    while a < b and (
        foreign(b - 1) or (tokens[b - 1].text == "." and not (b - a >= 2 and len(tokens[b - 2].text) == 1))
    ):
        b -= 1
    return a, b


def _plain_case(tokens: Sequence[Token], i: int) -> str:
    """A word in capitals beside another one as it would stand in running text, for the tagger's eyes."""
    text = tokens[i].text
    if len(text) > 2 and text.isupper() and text.isalpha():
        for j in (i - 1, i + 1):
            if 0 <= j < len(tokens) and len(tokens[j].text) > 2 and tokens[j].text.isupper():
                return text.capitalize()
    return text


def _inside_quotes(tokens: Sequence[Token], s: Sentence, a: int, b: int) -> bool:
    return a > s.start and b < s.end and tokens[a - 1].text in '«“„"' and tokens[b].text in '»”“"'


def _beside_capital(tokens: Sequence[Token], s: Sentence, i: int) -> bool:
    """One word of a longer capitalised name is no person's name by itself."""
    near = [j for j in (i - 1, i + 1) if s.start < j < s.end]
    return any(tokens[j].is_capital and tokens[j].is_word and len(tokens[j].text) > 1 for j in near)


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
        if what == "both":
            following = next((m for m in s.mentions if i < m.start <= i + 3 and m.what == "role"), None)
            nounish = i + 1 < s.end and tokens[i + 1].is_word and tokens[i + 1].norm not in lexicon.stop
            what = "possessive" if following or nounish else "pronoun"
        s.mentions.append(Mention(i, i + 1, what, gender=mark.gender, plural=mark.plural))
    s.mentions.sort(key=lambda m: m.start)
    _join_appositions(doc, s)


def _join_appositions(doc: Document, s: Sentence) -> None:
    """A noun beside a name is no second person: "the activist X", "X, a lawyer,": the name takes its role."""
    tokens = doc.tokens
    keep: list[Mention] = []
    for k, m in enumerate(s.mentions):
        if m.what == "role":
            after = s.mentions[k + 1] if k + 1 < len(s.mentions) else None
            before = s.mentions[k - 1] if k else None
            if after is not None and after.what == "name" and _adjoins(doc, m.end, after.start):
                _describe(after, m)
                continue
            if (
                before is not None
                and before.what == "name"
                and before.end < m.start
                and tokens[before.end].text in ",("
                and m.start - before.end <= 4
                and not any(is_separator(t) for t in tokens[before.end + 1 : m.start])
            ):
                _describe(before, m)
                continue
        keep.append(m)
    s.mentions = keep


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
    if name.person is None:
        return
    if role.gender in ("m", "f") and name.person.gender == "any":
        name.person.gender = role.gender
    if role.role:
        name.person.roles.add(role.role)
