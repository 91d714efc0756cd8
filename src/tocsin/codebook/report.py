"""A report as it came in, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tocsin.codebook.claim import Claim, Doubt, Figure


@dataclass(frozen=True, slots=True)
class Report:
    """Any text about a case: a news article, a post, a letter, a court paper. Offsets elsewhere count in `text`.

    `language` is an ISO 639-1 code, None where it isn't known; without `published` relative dates stay unresolved.
    """

    id: str
    text: str
    language: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says: the persons named in it, claims, figures, and the doubts that a person should settle.

    `report` has its language filled in where reading could tell it.
    """

    report: Report
    persons: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The reading as plain data, ready for JSON; the report's text, title and address are left out."""
        report = self.report
        return {
            "id": report.id,
            "language": report.language,
            "published": report.published.isoformat() if report.published else None,
            "publisher": report.publisher,
            "persons": list(self.persons),
            "claims": [claim.as_dict() for claim in self.claims],
            "figures": [figure.as_dict() for figure in self.figures],
            "doubts": [doubt.as_dict() for doubt in self.doubts],
        }
