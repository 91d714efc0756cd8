"""Finds who says so: the chains of sources of a sentence, from the origin to the relay, as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.codebook import Stance
from tocsin.languages import Attribution
from tocsin.reading.document import Document
from tocsin.reading.patterns import Match
from tocsin.reading.people import Mention
from tocsin.reading.sentence import Sentence
from tocsin.reading.tokens import is_separator

_LONGEST = 12
_QUOTES = frozenset("\"«»“”„‘’'")
_ASIDE = frozenset(",—–-(")


@dataclass(slots=True)
class Saying:
    """One attribution: token range of its words, the chain, whether it colours what is said."""

    start: int
    end: int
    chain: tuple[str, ...]
    stance: Stance | None
    spans: tuple[tuple[int, int], ...]
    opener: bool
    verb: tuple[int, int] = (0, 0)  # the words of the pattern itself
    aside: bool = False  # a comma parts who says so from the verb: "his lawyer, X, said" or ", said X"
    told: tuple[str, ...] = ()  # the chain with pronouns and echoes resolved


def sayings(doc: Document, s: Sentence, matches: list[Match], events: Sequence[Match] = ()) -> list[Saying]:
    """The attributions of a sentence in order, those that lead to no source left out.

    What begins with the words of an event is what is told, not who tells it: "of X's release his sister told".
    """
    out: list[Saying] = []
    for m in matches:
        row = m.owner
        assert isinstance(row, Attribution)
        found = _read(doc, s, m, row)
        if found and not any(a <= e.start < a + 2 for a, _ in found.spans for e in events):
            out.append(found)
    return _thin(out)


def _read(doc: Document, s: Sentence, m: Match, row: Attribution) -> Saying | None:
    verbal = any(p.startswith(("{source}", "{relay}")) for p in row.patterns)
    spans: list[tuple[str, int, int]] = []
    aside = False
    for name, a, b in m.slots:
        if name not in ("source", "relay"):
            continue
        if b > a:
            whole = _trim(doc, a, b)
            if whole is None or not _is_somebody(doc, s, whole, strict=True):
                return None
            spans.append((name, *whole))
            continue
        left = a == m.start and m.end > a and not _begins_with_slot_at_end(m, a)
        aside |= left and doc.tokens[a - 1].text == ","
        span = _grow_left(doc, s, a) if left else _grow_right(doc, s, a)
        strict = verbal or left or row.stance is Stance.DENIED
        if span is None or not _is_somebody(doc, s, span, strict, head=not left):
            return None
        if name == "relay" and any(x.what in ("name", "pronoun") and x.start <= span[0] < x.end for x in s.mentions):
            continue  # a person is told of, not told to
        spans.append((name, *span))
    if not spans:
        return None
    ordered = [x for x in spans if x[0] == "source"] + [x for x in spans if x[0] == "relay"]
    names = tuple(doc.words(a, b) for _, a, b in ordered)
    start, end = min(m.start, *(a for _, a, _ in spans)), max(m.end, *(b for _, _, b in spans))
    stance = Stance(row.stance) if row.stance else None
    return Saying(start, end, names, stance, tuple((a, b) for _, a, b in ordered), not verbal, (m.start, m.end), aside)


def _begins_with_slot_at_end(m: Match, a: int) -> bool:
    """True when the slot closes the pattern (grown rightwards)."""
    return a == m.end


def _blocks(doc: Document, i: int) -> bool:
    token, lexicon = doc.tokens[i], doc.lexicon
    if token.text in _QUOTES:
        return False
    if is_separator(token) and token.text not in "-":
        return True
    if 0 < i < len(doc.tokens) - 1 and len(token.norm) <= 4 and not token.is_capital:
        before, after = doc.tokens[i - 1], doc.tokens[i + 1]
        if before.is_capital and after.is_capital and (token.norm not in doc.lexicon.breaks or len(token.norm) <= 3):
            return False  # inside a name: "Voices from Urus", "Bird and Shield"
    return (token.norm in lexicon.stop or token.norm in lexicon.breaks) and token.norm not in lexicon.links


def _grow_left(doc: Document, s: Sentence, at: int) -> tuple[int, int] | None:
    """The subject before its verb: all of it where the clause begins with it, else up to its preposition."""
    tokens, lexicon = doc.tokens, doc.lexicon
    aside = at - 1 > s.start and tokens[at - 1].text == ","
    if aside:
        at -= 1  # "his lawyer, Nino Verulidze, said"
    if at - 1 >= s.start and tokens[at - 1].norm in lexicon.subjects:
        return at - 1, at
    shut = {i for d in s.dates for i in range(d.start, d.end)}
    free = _named(s)

    def back_to(inner: bool) -> int:
        a = at
        while a > s.start and at - a < _LONGEST and a - 1 not in shut:
            if a - 1 not in free and _blocks(doc, a - 1) and not (inner and tokens[a - 1].norm in lexicon.inner):
                break
            a -= 1
        return a

    a, wide = back_to(inner=False), back_to(inner=True)
    begins = wide == s.start or is_separator(tokens[wide - 1]) or tokens[wide - 1].norm in lexicon.breaks
    if wide < a and begins and tokens[wide].norm not in lexicon.inner:
        a = wide  # "a person with knowledge of the file said"; not "in a letter the ministry said"
    if aside and a - 2 > s.start and tokens[a - 2].text == "," and tokens[a - 1].norm in lexicon.breaks:
        return _grow_left(doc, s, a - 1)  # "the ministry, which accuses X, said": the ministry said
    return _trim(doc, _behind_adverbial(doc, s, a, at), _without_adverbs(doc, s, a, at))


def _behind_adverbial(doc: Document, s: Sentence, a: int, b: int) -> int:
    """Where the subject begins that an adverbial stands before: "in court X said" is X."""
    first = doc.tokens[a] if a < b else None
    if first is None or (first.norm not in doc.lexicon.inner and first.norm not in doc.lexicon.links):
        return a
    if first.norm in doc.lexicon.articles:
        return a
    nouns = [m.noun_start if m.noun_start > a else m.start for m in s.mentions if m.what in ("name", "role")]
    offices = {end: start for start, end in s.authorities}
    nouns = [offices.get(i, i) for i in nouns]
    definite = [i + 1 for i in range(a + 1, b - 1) if doc.tokens[i].norm in doc.lexicon.articles]
    return max((i for i in nouns if a < i < b), default=max(definite, default=a))


def _named(s: Sentence) -> set[int]:
    """The tokens inside names, whose dots and particles part nothing."""
    return {i for m in s.mentions if m.what == "name" for i in range(m.start, m.end)}


def _without_adverbs(doc: Document, s: Sentence, a: int, b: int) -> int:
    """Where a phrase that begins with a name ends: "X publicly told" is X."""
    name = next((m for m in s.mentions if m.what == "name" and a <= m.start and m.end < b), None)
    if name is None:
        return b
    rest = doc.tokens[name.end : b]
    plain = all(t.is_word and not t.is_capital and t.norm not in doc.lexicon.links for t in rest)
    return name.end if plain else b


def _grow_right(doc: Document, s: Sentence, at: int) -> tuple[int, int] | None:
    b = at
    dated = {i for d in s.dates for i in range(d.start, d.end)}
    pronoun = next((m for m in s.mentions if m.what == "pronoun" and m.start == at), None)
    if pronoun is not None:
        return pronoun.start, pronoun.end
    free = _named(s)
    quoted = False
    while b < s.end and b - at < _LONGEST and (quoted or b in free or not _blocks(doc, b)) and b not in dated:
        if doc.tokens[b].text in _QUOTES:
            quoted = doc.tokens[b].text in "«“„" or (doc.tokens[b].text in '"' and not quoted)
        if (
            doc.tokens[b].norm in doc.lexicon.pronouns
            and b > at
            and doc.lexicon.pronouns[doc.tokens[b].norm].what == "pronoun"
        ):
            break
        b += 1
    return _trim(doc, at, _with_apposition(s, at, b, doc))


def _with_apposition(s: Sentence, a: int, b: int, doc: Document) -> int:
    """Where "his lawyer, Nino Verulidze," ends: behind the name that only names whom the noun meant."""
    if b >= s.end or doc.tokens[b].text != "," or any(m.what == "name" and a <= m.start < b for m in s.mentions):
        return b
    name = next((m for m in s.mentions if m.what == "name" and m.start == b + 1), None)
    noun = any(m.what == "role" and a <= m.start < b for m in s.mentions)
    if name is None or not (name.role or noun) or (name.end < s.end and not is_separator(doc.tokens[name.end])):
        return b
    return name.end


def _trim(doc: Document, a: int, b: int) -> tuple[int, int] | None:
    """Articles and links off the ends, unpaired quote marks too."""
    tokens, lexicon = doc.tokens, doc.lexicon
    changed = True
    while changed and a < b:
        changed = False
        first, last = tokens[a], tokens[b - 1]
        if first.norm in lexicon.articles or (first.norm in lexicon.links and not first.is_capital):
            a, changed = a + 1, True
        elif last.norm in lexicon.links or last.norm in lexicon.articles or is_separator(last):
            b, changed = b - 1, True
        elif first.text in _QUOTES and not any(t.text in _QUOTES for t in tokens[a + 1 : b]):
            a, changed = a + 1, True
        elif last.text in _QUOTES and not any(t.text in _QUOTES for t in tokens[a : b - 1]):
            b, changed = b - 1, True
    return (a, b) if a < b else None


def _is_somebody(doc: Document, s: Sentence, span: tuple[int, int], strict: bool, head: bool = False) -> bool:
    """True for a person, a noun for one, a body, a name; `head`: it must say so with its first words."""
    a, b = span
    if strict and head:
        b = min(b, a + 2)
    tokens = doc.tokens
    if tokens[a].norm in doc.lexicon.nobody:
        return False  # rumours are nobody
    marks = [doc.lexicon.pronouns.get(t.norm) for t in tokens[a:b]]
    if all(mark is not None for mark in marks):
        return any(
            mark is not None and mark.what != "possessive" for mark in marks
        )  # "their alleged boss" says nothing
    if not strict:
        return any(t.is_word for t in tokens[a:b])
    if any(_begin(m) < b and a < m.end and m.what in ("name", "role") for m in s.mentions):
        return True
    if any(x < b and a < y for x, y in s.authorities) or any(p.start < b and a < p.end for p in s.places):
        return True
    inner = [t for t in tokens[a:b] if t.is_capital and t is not tokens[s.start]]
    return bool(inner) or any(t.text in _QUOTES for t in tokens[a:b])


def _begin(m: Mention) -> int:
    """Where somebody's mention begins, the noun before the name included: "his lawyer X"."""
    return m.noun_start if m.noun_start >= 0 else m.start


def _thin(found: list[Saying]) -> list[Saying]:
    """Of attributions that overlap the longer chain stands, then a denial, then the one whose words are fewer."""

    def rank(x: Saying) -> tuple[int, bool, bool, bool, int, int]:
        return -len(x.chain), x.stance is not Stance.DENIED, not x.opener, x.aside, x.start, x.start - x.end

    kept: list[Saying] = []
    for x in sorted(found, key=rank):
        if not any(x.start < k.end and k.start < x.end for k in kept):
            kept.append(x)
    return sorted(kept, key=lambda x: x.start)


def bears(doc: Document, said: Saying, m: Match) -> bool:
    """Whether what is told is what was said: behind "X said" it is, before it only where X is put in beside it."""
    tokens = doc.tokens
    a, b = (said.end, m.start) if said.end <= m.start else (m.end, said.start)
    if any(t.text == ";" for t in tokens[a:b]):
        return False
    if said.end <= m.start:
        # '"...", said X, who fled in May': X's own story isn't quoted
        return not (said.spans[0][0] >= said.verb[1] and _closes_quote(doc, said.verb[0]))
    if m.end > said.start:
        return True
    after = tokens[said.end : said.end + 2]
    goes_on = any(t.norm in doc.lexicon.breaks or t.text == ":" for t in after)
    if goes_on and not said.opener and said.stance is not Stance.DENIED:
        return False
    before = said.start - 1
    while before > m.end and tokens[before].norm in doc.lexicon.articles:
        before -= 1
    return said.opener or tokens[before].text in _ASIDE or _closes_quote(doc, before)


def _closes_quote(doc: Document, i: int) -> bool:
    """True when a quotation ends just before or with the token."""
    return any(t.text in '"»”' for t in doc.tokens[max(i - 2, 0) : i + 1])
