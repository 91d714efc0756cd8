"""How one language writes what a report can say: the plain data of a language file, nothing compiled.

Patterns stay as written in the file; `|` lists stay one string. The rooms above make of them what they need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.codebook import Stance


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Where the name of a source, an agent, a place begins and ends; every field a `|` list."""

    articles: str = ""  # dropped from its front
    definite: str = ""  # the articles that point back to what was told
    stop: str = ""  # it ends before these
    links: str = ""  # these may stand inside it though they would end it elsewhere
    nobody: str = ""  # what begins with these is nobody: rumours, hearsay
    inner: str = ""  # these too, but only in a subject that its clause begins with


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a clause begins: a `|` list; and patterns for words that point back to the sentence before."""

    breaks: str = ""
    origin: str = ""  # before the place that somebody comes from
    when: str = ""  # opens a clause that tells what happened at the time just named
    back_references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passive:
    """What turns an object frame into one whose subject suffers; `|` lists."""

    auxiliaries: str = ""
    agents: str = ""
    perfect: str = ""  # auxiliaries of the active: an article before one is a pronoun ("lo ha", he has ... him)


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Words for somebody named before; `|` lists."""

    masculine: str = ""
    feminine: str = ""
    plural: str = ""
    any: str = ""
    subject: str = ""  # those of the above that can be the subject of a verb
    possessive_masculine: str = ""
    possessive_feminine: str = ""
    possessive_plural: str = ""
    possessive_any: str = ""


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names whose gender their ending doesn't tell; `|` lists."""

    masculine: str = ""
    feminine: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country by its ISO 3166-1 alpha-2 code: patterns for its names and for its people."""

    code: str
    names: tuple[str, ...]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a personal name ends in the nominative and in the other cases; `gender` is m, f or any."""

    nominative: str
    gender: str
    oblique: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Nouns for people: `class_` is relative, counsel, speaker, official, risk; or body for an organisation."""

    class_: str
    gender: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words by which a report says who says so, with the stance they lend, if any."""

    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class StanceCue:
    """Hedges, negation, future: `scope` is before, after, clause, sentence or previous (the sentence before)."""

    stance: Stance
    scope: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that tell of an event. `kind` is one of the codebook or "none": what that covers tells of nothing.

    `who` says where the person stands that it happened to: subject, object, of or near. `examples` must give the
    kind, `nots` must not. `place_in_file` counts frames from 0.
    """

    kind: str
    who: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    nots: tuple[str, ...] = ()
    stance: Stance | None = None
    method: str | None = None
    to_home: bool = False
    detail: str | None = None
    place_in_file: int = 0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Words that tell what a number counts: `cue` is counted (a noun behind it) or told (what the people did)."""

    unit: str
    cue: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    nots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """Names of months (January first), weekdays (Monday first) and seasons, each a `|` list."""

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    spring: str = ""
    summer: str = ""
    autumn: str = ""
    winter: str = ""


@dataclass(frozen=True, slots=True)
class DateRow:
    """A way to write a date, and what it means: day, month, year, season, weekday, offset, later, within or range.

    `examples` map words to the codebook's form, counted from publication on EXAMPLES_PUBLISHED.
    """

    means: str
    patterns: tuple[str, ...]
    examples: Mapping[str, str] = field(hash=False)
    direction: str | None = None  # "future": the next one, not the last one
    year: int | None = None  # years from that of publication
    part: str | None = None  # start, early, mid, late, end
    unit: str | None = None  # day, week, month, year
    n: int | None = None  # units from publication, or from the date told last
    sign: int | None = None  # of the {number} in its place
    until: int | None = None  # the range ends this many units from publication
    week: int | None = None  # weeks from that of publication
    open: str | None = None  # the end that is open: start or end


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the house knows of one language. Without `checked_by` it is provisional: no native reader saw it."""

    code: str
    name: str
    checked_by: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    common: str = ""
    plural: str = ""  # endings of nouns for several people
    measures: str = ""  # what is counted and isn't people: hours, years, money
    people: str = ""  # words for people in number: persons, citizens, refugees
    number_links: str = ""  # words inside a number: "a hundred and forty"
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    nouns: Mapping[str, str] = field(default_factory=dict, hash=False)  # nouns for who speaks: nominative, other forms
    noun_phrase: NounPhrase = NounPhrase()
    clause: Clause = Clause()
    passive: Passive = Passive()
    pronouns: Pronouns = Pronouns()
    given_names: GivenNames = GivenNames()
    territories: tuple[Territory, ...] = ()
    endings: tuple[Ending, ...] = ()
    groups: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    authorities: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    stances: tuple[StanceCue, ...] = ()
    frames: tuple[Frame, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    approximately: str = ""
    numbers: tuple[tuple[str, int], ...] = ()
    multipliers: tuple[tuple[str, int], ...] = ()
    special_numbers: tuple[tuple[str, int], ...] = ()
    dates: Dates = Dates()
    date_rows: tuple[DateRow, ...] = ()
