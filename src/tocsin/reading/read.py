"""The main job: a report goes in, attributed claims come out."""

from __future__ import annotations

from dataclasses import replace

from tocsin.codebook import Claim, Doubt, Figure, Reading, Report
from tocsin.languages import available
from tocsin.reading.circumstances import SURE
from tocsin.reading.detect import detect
from tocsin.reading.document import take_apart
from tocsin.reading.draft import Draft
from tocsin.reading.events import Reader
from tocsin.reading.lexicon import lexicon
from tocsin.reading.merging import merge
from tocsin.reading.whereabouts import Setting

_PASSAGE = 120  # letters of a line from which its language can be told


def read(report: Report) -> Reading:
    """What a report says: claims, figures, and the doubts that a person should settle.

    Deterministic; never raises on any text. A language that the house doesn't know, or none, gives a reading without
    claims and a doubt that says so. Every quote's offsets count code points of `report.text`.
    """
    doubts: list[Doubt] = []
    code = _language(report, doubts)
    if code is None:
        return Reading(report, doubts=tuple(doubts))
    claims: list[Claim] = []
    figures: list[Figure] = []
    persons: dict[str, None] = {}
    for language, text in _passages(report.text, code, doubts).items():
        doc = take_apart(text, lexicon(language))
        reader = Reader(doc, report.published)
        reader.run()
        merged = merge(reader.drafts)
        doubts += reader.doubts + _who(reader.drafts) + _countries(merged, reader.place)
        told = {c.person for c in merged}
        persons |= dict.fromkeys(p.name for p in doc.persons if p.name in told)
        claims += merged
        figures += reader.figures
    once = {f.value: f for f in reversed(figures)}  # told twice it is one figure
    return Reading(
        replace(report, language=code),
        tuple(persons),
        tuple(sorted(claims, key=lambda c: c.quote.start)),
        tuple(sorted(once.values(), key=lambda f: f.quote.start)),
        tuple(doubts),
    )


def _language(report: Report, doubts: list[Doubt]) -> str | None:
    if report.language is not None:
        if report.language in available():
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
    return code


def _passages(text: str, code: str, doubts: list[Doubt]) -> dict[str, str]:
    """The text by language: lines plainly in another one are read in that one; elsewhere spaces keep their place."""
    lines = text.split("\n")
    spoken = [code] * len(lines)
    for k, line in enumerate(lines):
        other, sure = detect(line) if len(line) > _PASSAGE else (None, False)
        if other and sure:
            spoken[k] = other
    others = tuple(sorted({x for x in spoken if x != code}))
    if not others:
        return {code: text}
    question = "Parts are in another language and were read in it. Is that right?"
    doubts.append(Doubt("mixed_languages", question, None, others))
    return {
        one: "\n".join(x if said == one else " " * len(x) for x, said in zip(lines, spoken, strict=True))
        for one in (code, *others)
    }


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
