"""The kinds of event, stages, methods and units that the codebook knows, read from kinds.toml at import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from tocsin.codebook.errors import DataFault
from tocsin.codebook.loader import Flag, Pairs, Table, Text, Texts, load

SCHEMA: Final = Table(
    {
        "stages": Texts(),
        "methods": Texts(),
        "units": Texts(),
        "kind": Pairs(Table({"stage": Text(), "summary": Text()}, {"removal": Flag()}), least=1),
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event: its stage, a line that says what it is, and whether it has a method and a destination."""

    name: str
    stage: str
    summary: str
    removal: bool = False


_DATA = load(files(__package__) / "kinds.toml", SCHEMA)

STAGES: Final[tuple[str, ...]] = tuple(_DATA["stages"])
"""The stages of a case in the order in which they tend to come."""

METHODS: Final[tuple[str, ...]] = tuple(_DATA["methods"])
"""How somebody is sent back."""

UNITS: Final[tuple[str, ...]] = tuple(_DATA["units"])
"""What a figure can count."""

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {name: Kind(name, row["stage"], row["summary"], row.get("removal", False)) for name, row in _DATA["kind"].items()}
)
"""Every kind by its name, in the codebook's order."""

if _astray := [f"kinds.toml: kind.{k.name}.stage: no known stage" for k in KINDS.values() if k.stage not in STAGES]:
    raise DataFault(_astray)
