"""Gives a source in the nominative where the language inflects: "по словам жены" leads to "жена"."""

from __future__ import annotations

from tocsin.reading.document import Document
from tocsin.reading.nominative import like
from tocsin.reading.sentence import Sentence


def nominative(doc: Document, s: Sentence, a: int, b: int, oblique: bool = False) -> str:
    """The words of a token range, their first noun and any name in them put in the nominative; else as written.

    `oblique`: the words before it rule out that it stands in the nominative ("an interview with").
    """
    nouns = doc.lexicon.nouns
    if not nouns or a >= b:
        return doc.words(a, b)
    new: dict[int, str] = {}
    for i in range(a, min(b, a + 3)):
        told = nouns.get(doc.tokens[i].norm)
        if told is not None:
            new[i] = like(told, doc.tokens[i].text)
            break
    for m in s.mentions:
        if m.what == "name" and a <= m.start and m.end <= b and m.person is not None:
            words = [t.text for t in doc.tokens[m.start : m.end] if t.is_word]
            chosen, _ = doc.lexicon.names.choose([words], m.gender)
            told_all = iter(chosen)
            for i in range(m.start, m.end):
                if doc.tokens[i].is_word:
                    new[i] = like(next(told_all), doc.tokens[i].text)
    if not new and b - a == 1 and doc.tokens[a].is_capital:
        readings = doc.lexicon.names.readings(doc.tokens[a].text.lower().replace("ё", "е"))
        cases = [n for n, _, own in readings if not own or not oblique]
        if oblique and cases:
            new[a] = like(min(cases, key=len), doc.tokens[a].text)
    out, at = "", doc.tokens[a].start
    for i in range(a, b):
        t = doc.tokens[i]
        out += doc.text[at : t.start] + new.get(i, t.text)
        at = t.end
    return " ".join(out.split())
