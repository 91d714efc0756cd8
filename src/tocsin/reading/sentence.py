"""One sentence of a report and what was found in it before any claim is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.reading.dates import DateSpan
from tocsin.reading.people import Mention


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
