"""Finds the names of persons in a report: what the tagger takes for one, cut to what can be one."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.languages import Role
from tocsin.reading import tagger
from tocsin.reading.lexicon import Lexicon, Mark
from tocsin.reading.patterns import Match
from tocsin.reading.people import Gathering, Person
from tocsin.reading.sentence import Sentence
from tocsin.reading.tokens import Token, visible


def names(
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
        a, b = _trimmed(tokens, s.start, s.start + x.start, s.start + x.end, nouns | months, places_here, lexicon)
        if a >= b or b - a > 7 or not tokens[a].is_capital or any(i in nouns for i in range(a, b)):
            continue
        if all(i in places_here for i in range(a, b)) or (b - a == 2 and a == s.start and {a, b - 1} & places_here):
            continue
        if _of_a_body(tokens, s, a, bodies) or _inside_quotes(tokens, s, a, b):
            continue
        if b - a == 1 and (len(tokens[a].text) < 3 or _beside_capital(tokens, s, a)):
            continue
        out.append((a, b))
    taken = nouns | months | places_here
    out += _beside(tokens, s, out, taken, bodies, lexicon)
    out += _behind_nouns(tokens, s, out, found, taken, lexicon)
    return out + _with_given_names(tokens, s, out, taken, lexicon)


def _of_a_body(tokens: Sequence[Token], s: Sentence, a: int, bodies: set[int]) -> bool:
    """True when the capital words before lead back to a noun for a body: "the agency Kurier Agencyjny"."""
    while a > s.start and a not in bodies and tokens[a - 1].is_word and tokens[a - 1].is_capital:
        a -= 1
    return a in bodies


def _with_given_names(
    tokens: Sequence[Token], s: Sentence, found: list[tuple[int, int]], taken: set[int], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """A listed given name with one more capitalised word is a name, in a headline or a post without a sentence too."""
    known = {i for a, b in found for i in range(a, b)} | taken
    out: list[tuple[int, int]] = []
    for i in range(s.start, s.end - 1):
        pair = tokens[i : i + 2]
        if {i, i + 1} & known or not all(t.is_capital and t.is_word and len(t.text) > 2 for t in pair):
            continue
        if any(lexicon.names.is_given_name(t.norm) for t in pair) and not any(t.norm in lexicon.stop for t in pair):
            out.append((i, i + 2))
            known |= {i, i + 1}
    return out


def _behind_nouns(
    tokens: Sequence[Token],
    s: Sentence,
    known: list[tuple[int, int]],
    found: list[Match],
    taken: set[int],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Two or three capitalised words right behind a noun for somebody ("the Chechen X Y") are a name."""
    words = [t for t in tokens[s.start : s.end] if t.is_word]
    if 2 * sum(t.is_capital for t in words) > len(words):
        return []  # a headline in capitals
    mine = {i for a, b in known for i in range(a, b)} | taken
    ends = {m.end for m in found if isinstance(m.owner, Role) and m.owner.class_ not in ("body", "official")}
    ends |= {p.end for p in s.places if p.is_people}
    out: list[tuple[int, int]] = []
    for a in sorted(ends):
        b = a
        while b < s.end and b - a < 4 and tokens[b].is_word and tokens[b].is_capital and b not in mine:
            b += 1
        plain = all(len(t.text) > 2 and not t.text.isupper() and t.norm not in lexicon.stop for t in tokens[a:b])
        if 2 <= b - a <= 3 and plain:
            out.append((a, b))
    return out


def _beside(
    tokens: Sequence[Token],
    s: Sentence,
    found: list[tuple[int, int]],
    taken: set[int],
    bodies: set[int],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Two or three capitalised words joined to a name by "and" or a comma are a name too."""
    known = {i for a, b in found for i in range(a, b)}
    out: list[tuple[int, int]] = []
    for _, end in found:
        joins = end + 2 < s.end and (
            tokens[end].text == "," or (tokens[end].norm in lexicon.breaks and len(tokens[end].norm) <= 3)
        )
        if not joins:
            continue
        a = b = end + 1
        while b < s.end and tokens[b].is_capital and tokens[b].is_word and len(tokens[b].text) > 1:
            b += 1
        span = range(a, b)
        if 2 <= b - a <= 3 and not any(i in known or i in taken for i in span) and a not in bodies:
            out.append((a, b))
    return out


def _no_name(norm: str, lexicon: Lexicon) -> bool:
    return norm in lexicon.stop or norm in lexicon.common or norm in lexicon.auxiliaries


def _trimmed(
    tokens: Sequence[Token], begin: int, a: int, b: int, nouns: set[int], places_here: set[int], lexicon: Lexicon
) -> tuple[int, int]:
    short = frozenset(lexicon.language.abbreviations)
    if a == begin and b - a > 1 and _no_name(tokens[a].norm, lexicon):
        a += 1  # "Now Parakhat has ..."

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
    text = visible(tokens[i].text)
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
