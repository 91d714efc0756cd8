"""Finds names of persons: a linear-chain CRF over words, shapes and affixes, one model for all languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files

import pycrfsuite


@dataclass(frozen=True, slots=True)
class Span:
    """A name: half-open range of the words given, and how sure the model is, 0 to 1."""

    start: int
    end: int
    sure: float


@lru_cache(maxsize=60_000)
def _shape(word: str) -> tuple[str, ...]:
    low = word.lower()
    shape = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word)
    short = "".join(c for k, c in enumerate(shape) if k == 0 or shape[k - 1] != c)
    return (low, short, low[:3], low[-2:], low[-3:], low[-4:])


def features(words: Sequence[str]) -> list[list[str]]:
    """What the model sees of each word: itself, its shape and affixes, and those of two neighbours on each side."""
    looks = [_shape(w) for w in words]
    edge = ("<s>", "S", "", "", "", "")
    padded = [edge, edge, *looks, edge, edge]
    out = []
    for i in range(2, len(padded) - 2):
        w, p, n, pp, nn = padded[i], padded[i - 1], padded[i + 1], padded[i - 2], padded[i + 2]
        out.append(
            [
                "w=" + w[0], "s=" + w[1], "p3=" + w[2], "e2=" + w[3], "e3=" + w[4], "e4=" + w[5],
                "-w=" + p[0], "-s=" + p[1], "-e3=" + p[4], "+w=" + n[0], "+s=" + n[1], "+e3=" + n[4],
                "--w=" + pp[0], "++w=" + nn[0], "-ss=" + p[1] + w[1], "ss+=" + w[1] + n[1],
                "-s+=" + p[1] + w[1] + n[1], "p2=" + w[2][:2], "--s=" + pp[1], "++s=" + nn[1],
            ]
        )  # fmt: skip
    return out


@cache
def _model() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files(__package__) / "persons.crfsuite") as path:
        tagger.open(str(path))
    return tagger


def _encodable(word: str) -> str:
    """The word without lone surrogates and NUL, which the model's library can't take."""
    return word if word.isprintable() else word.encode("utf-8", "replace").decode().replace("\0", "?")


def person_spans(words: Sequence[str]) -> list[Span]:
    """The names of persons among the words of one sentence, in order."""
    if not any(w[:1].isupper() for w in words):
        return []
    tags = _model().tag(features([_encodable(w) for w in words]))
    out: list[Span] = []
    for i, tag in enumerate(tags):
        if tag == "B" or (tag == "I" and not (out and out[-1].end == i)):
            out.append(Span(i, i + 1, 1.0))
        elif tag == "I":
            out[-1] = Span(out[-1].start, i + 1, 1.0)
    return out
