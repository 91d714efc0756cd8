"""The main job: a report goes in, attributed claims come out."""

from __future__ import annotations

from dataclasses import replace

from tocsin.codebook import Claim, Doubt, Reading, Report
from tocsin.languages import available
from tocsin.reading.circumstances import SURE
from tocsin.reading.detect import detect
from tocsin.reading.document import take_apart
from tocsin.reading.draft import Draft
from tocsin.reading.events import Reader
from tocsin.reading.lexicon import lexicon
from tocsin.reading.merging import merge
from tocsin.reading.whereabouts import Setting


def read(report: Report) -> Reading:
    """What a report says: claims, figures, and the doubts that a person should settle.

    Deterministic; never raises on any text. A language that the house doesn't know, or none, gives a reading without
    claims and a doubt that says so. Every quote's offsets count code points of `report.text`.
    """
    doubts: list[Doubt] = []
    code = _language(report, doubts)
    if code is None:
        return Reading(report, doubts=tuple(doubts))
    doc = take_apart(report.text, lexicon(code))
    reader = Reader(doc, report.published)
    reader.run()
    claims = merge(reader.drafts)
    doubts += reader.doubts + _who(reader.drafts)
    doubts += _countries(claims, reader.place)
    told = {c.person for c in claims}
    persons = tuple(p.name for p in doc.persons if p.name in told)
    figures = {f.value: f for f in reversed(reader.figures)}  # told twice it is one figure
    ordered = sorted(figures.values(), key=lambda f: f.quote.start)
    return Reading(replace(report, language=code), persons, tuple(claims), tuple(ordered), tuple(doubts))


def _language(report: Report, doubts: list[Doubt]) -> str | None:
    if report.language is not None:
        if report.language in available():
            _mixed(report.text, report.language, doubts)
            return report.language
        doubts.append(
            Doubt(
                "unknown_language",
                f"No language file for “{report.language[:12]}” yet. In which language is it?",
                None,
                available(),
            )
        )
        return None
    code, sure = detect(report.text)
    if code is None:
        doubts.append(Doubt("unknown_language", "In which language is this report?", None, available()))
    elif not sure:
        doubts.append(Doubt("language_guessed", "Is this the language of the report?", None, (code,)))
    if code:
        _mixed(report.text, code, doubts)
    return code


def _mixed(text: str, code: str, doubts: list[Doubt]) -> None:
    """A paragraph plainly in another language is read with the report's own rules: say so."""
    others = {c for block in text.split("\n") if len(block) > 120 and (c := detect(block)) and c[1] and c[0] != code}
    if others:
        names = tuple(sorted(c[0] for c in others if c[0]))
        doubts.append(Doubt("mixed_languages", "Parts are in another language: read them apart?", None, names))


def _countries(claims: list[Claim], place: Setting) -> list[Doubt]:
    """Where a claim's own words name no country it takes one of the report's two, which were told by counting."""
    if all(c.where is None or "where" in dict(c.words) for c in claims):
        return []
    told = tuple(x for x in (place.host, place.home) if x)
    question = "Where no country is told, claims take the first of these as the one people are in, the last as the one"
    return [Doubt("countries_guessed", f"{question} that seeks them: {', '.join(told)}. Is that right?", None, told)]


def _who(drafts: list[Draft]) -> list[Doubt]:
    """A claim whose person the grammar doesn't point to is a guess; a person decides."""
    return [
        Doubt(
            "who",
            f"Is this about {d.claim.person}? The sentence doesn't plainly say whom ({d.claim.kind}).",
            d.claim.quote,
            (d.claim.person,),
        )
        for d in drafts
        if d.cost > SURE and not d.heading
    ]
