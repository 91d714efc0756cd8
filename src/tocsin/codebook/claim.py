"""What a report says: claims about persons, figures about populations, and doubts about how to read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tocsin.codebook.errors import Misuse
from tocsin.codebook.when import When

Chain = tuple[str, ...]
"""Who says so, from the origin to the relay, as written: `("mother", "human rights activists")`."""


class Stance(StrEnum):
    """How the report holds a claim."""

    FACT = "fact"  # told as such, whether or not attributed
    ALLEGED = "alleged"  # claimed by a party, not vouched for
    EXPECTED = "expected"  # announced, ordered, feared or possible in future
    DENIED = "denied"  # the report says that it did not happen, or somebody denies it


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report with their place: code points `start` to `end` of its text, half-open.

    Refuses (Misuse, empty_span) a quote without length or before the text begins.

    >>> Quote("fled", 4, 8).stands_in("She fled.")
    True
    """

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise Misuse("empty_span", "a quote must begin in the text and end after it begins", "Mend its offsets.")

    def stands_in(self, text: str) -> bool:
        """True when a report's text has these very words at this place."""
        return text[self.start : self.end] == self.text

    def as_dict(self) -> dict[str, Any]:
        """`{"text", "start", "end"}`."""
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a report says happened to one person, with the exact words that say so.

    `person`, `place`, `by` and `detail` are as written in the report; `where` and `to` are ISO 3166-1 alpha-2 codes;
    `kind` and `method` are words of the codebook; `sources` is empty where the report itself vouches. `words` tells
    which words carry which field: `("person", Quote)`. Bounds: a date that isn't told is None, never a guess.
    """

    person: str
    kind: str
    quote: Quote
    when: When | None = None
    where: str | None = None
    place: str | None = None
    by: str | None = None
    method: str | None = None
    to: str | None = None
    detail: str | None = None
    stance: Stance = Stance.FACT
    sources: tuple[Chain, ...] = ()
    words: tuple[tuple[str, Quote], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The claim as plain data, ready for JSON; `when` in the codebook's form."""
        return {
            "person": self.person,
            "kind": self.kind,
            "when": _form(self.when),
            "where": self.where,
            "place": self.place,
            "by": self.by,
            "method": self.method,
            "to": self.to,
            "detail": self.detail,
            "stance": str(self.stance),
            "sources": _chains(self.sources),
            "quote": self.quote.as_dict(),
            "words": {field: quote.as_dict() for field, quote in self.words},
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """A number about a population: `value` of `unit` in `country`, people `of` another country where it says so.

    `country` and `of` are ISO 3166-1 alpha-2 codes; `approx` is the word that makes it no exact number, as written
    ("about", "more than"), None where the report gives it as exact.
    """

    value: int
    unit: str
    quote: Quote
    country: str | None = None
    of: str | None = None
    when: When | None = None
    approx: str | None = None
    sources: tuple[Chain, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The figure as plain data, ready for JSON."""
        return {
            "value": self.value,
            "unit": self.unit,
            "country": self.country,
            "of": self.of,
            "when": _form(self.when),
            "approx": self.approx,
            "sources": _chains(self.sources),
            "quote": self.quote.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that reading couldn't settle: `question` is a sentence that a person can answer.

    `code` sorts doubts for a program, `quote` is the place in doubt (None for the whole report), `choices` the
    answers that are likely, best first.
    """

    code: str
    question: str
    quote: Quote | None = None
    choices: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The doubt as plain data, ready for JSON."""
        return {
            "code": self.code,
            "question": self.question,
            "quote": self.quote.as_dict() if self.quote else None,
            "choices": list(self.choices),
        }


def _form(when: When | None) -> str | None:
    return str(when) if when else None


def _chains(sources: tuple[Chain, ...]) -> list[list[str]]:
    return [list(chain) for chain in sources]
