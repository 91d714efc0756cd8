"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.codebook import Claim
from tocsin.reading.people import Person


@dataclass(slots=True)
class Draft:
    """A claim in the making, with what merging needs to know."""

    claim: Claim
    person: Person
    sentence: int
    heading: bool
    cost: float
