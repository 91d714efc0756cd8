"""How things are written: one data file per language, and a table of the world's towns.

Adding a language needs no Python: put `xx.toml` beside this file and run `check("xx")` until it refuses nothing.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tocsin.codebook import DataFault, InputRefused
from tocsin.codebook import loader as _loader
from tocsin.codebook.loader import Readable
from tocsin.languages.language import (
    Attribution,
    Clause,
    DateRow,
    Dates,
    Ending,
    FigureRow,
    Frame,
    GivenNames,
    Language,
    NounPhrase,
    Passive,
    Pronouns,
    Role,
    StanceCue,
    Territory,
)
from tocsin.languages.schema import EXAMPLES_PUBLISHED, SCHEMA, build

__all__ = [
    "EXAMPLES_PUBLISHED",
    "Attribution",
    "Clause",
    "DateRow",
    "Dates",
    "Ending",
    "FigureRow",
    "Frame",
    "GivenNames",
    "Language",
    "NounPhrase",
    "Passive",
    "Pronouns",
    "Role",
    "StanceCue",
    "Territory",
    "available",
    "check",
    "load",
    "read",
]


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a file, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(code: str) -> Language:
    """The language of that ISO 639-1 code; each is read once.

    Raises InputRefused (unknown_language) when there is none, and DataFault with every fault in its file's shape.
    What the shape can't show is left to `check`.
    """
    return read(_file(code))


def read(source: Readable) -> Language:
    """The language in any file of that shape, such as one still being written; DataFault with every fault."""
    return build(_loader.load(source, SCHEMA))


def check(code: str) -> None:
    """Refuses a language whose file has any fault: DataFault with all of them, from missing keys to dead patterns.

    Whether the examples give what they promise is not tested here: that takes the reader.
    """
    from tocsin.languages import (
        faults,  # costs more than loading does, and only a check needs it
    )

    source = _file(code)
    found = faults.find(_loader.load(source, SCHEMA), source.name.removesuffix(".toml"))
    if found:
        raise DataFault(f"{source.name}: {fault}" for fault in found)


def _file(code: str) -> Readable:
    if code not in available():
        raise InputRefused("unknown_language", "there is no language of that code", "Choose one of those available.")
    return files(__package__) / f"{code}.toml"
