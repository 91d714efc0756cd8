"""Tells an interview by its lines: which sentences are answers, and who gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tocsin.reading.document import Document
from tocsin.reading.sentence import Sentence

_DASHES = "—–-"
_LABEL = re.compile(r"\s*([^\W\d_][^\n:?!]{0,38}?)\s*:\s")
_FEWEST = 3  # questions


def answers(doc: Document) -> list[int]:
    """Indexes of the sentences that answer.

    Empty where the report is no interview. Question and answer are told apart by labels, else by turns of lines that
    begin with a dash, else by lines that end with a question mark.
    """
    lines = _lines(doc)
    labels = [_label(doc, line) for line in lines]
    often = Counter(x for x in labels if x).most_common(2)
    if len(often) == 2 and often[1][1] >= _FEWEST:
        asks = next(x for x in labels if x in (often[0][0], often[1][0]))
        told = next(x for x, _ in often if x != asks)
        return _labelled(lines, labels, asks, told)
    spoken = [k for k, line in enumerate(lines) if doc.tokens[doc.sentences[line[0]].start].text in _DASHES]
    asked = [k for k, line in enumerate(lines) if doc.tokens[doc.sentences[line[-1]].end - 1].text == "?"]
    if len(spoken) >= 2 * _FEWEST and len(set(asked) & set(spoken)) >= _FEWEST:
        return _in_turns(lines, spoken, set(asked))
    if len(asked) >= _FEWEST and 3 * len(asked) >= len(lines) - asked[0]:
        return [i for k, line in enumerate(lines) if k > asked[0] and k not in asked for i in line]
    return []


def _lines(doc: Document) -> list[list[int]]:
    """Sentence indexes by line of the text."""
    out: list[list[int]] = []
    before = -1
    for k, s in enumerate(doc.sentences):
        begin = doc.tokens[s.start].start
        if before < 0 or "\n" in doc.text[before:begin]:
            out.append([])
        out[-1].append(k)
        before = doc.tokens[s.end - 1].end
    return out


def _label(doc: Document, line: Sequence[int]) -> str | None:
    m = _LABEL.match(doc.text, doc.tokens[doc.sentences[line[0]].start].start)
    return m.group(1) if m else None


def _labelled(lines: list[list[int]], labels: list[str | None], asks: str, told: str) -> list[int]:
    out: list[int] = []
    answering = False
    for line, label in zip(lines, labels, strict=True):
        if label in (asks, told):
            answering = label == told
        out += line if answering else []
    return out


def _in_turns(lines: list[list[int]], spoken: list[int], asked: set[int]) -> list[int]:
    """A dash begins a turn; the first one asks, and so does whoever ends with a question mark."""
    out: list[int] = []
    answering = True
    for k in range(spoken[0], len(lines)):
        if k in spoken:
            answering = not answering and k not in asked
        out += lines[k] if answering else []
    return out


def opening(doc: Document, first: int) -> Sequence[Sentence]:
    """The sentences that present who is asked: headline and introduction."""
    return doc.sentences[: max(1, min(first, 6))]
