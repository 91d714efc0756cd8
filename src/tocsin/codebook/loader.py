"""Loads the data files strictly: whatever a schema doesn't allow is refused, all of it at once, with path and key.

A schema is a `Table` of fields. Each field knows one shape, and reports every way in which a value misses it:

    Table({"code": Text(), "names": Texts()}, optional={"note": Text()})

Nothing is ever filled in: an optional key that the file leaves out is absent from the result.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from tocsin.codebook.errors import DataFault


class Readable(Protocol):
    """A path or a resource of a package."""

    @property
    def name(self) -> str:
        """Last part of the path."""

    def read_bytes(self) -> bytes:
        """The whole content."""


class Field(Protocol):
    """One shape of value."""

    def faults(self, value: object, key: str) -> Iterator[str]:
        """Everything wrong with the value that stands under `key`, each as `key: what`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string; one of `choices` if there are any; never blank unless `blank`."""

    choices: Collection[str] = ()
    blank: bool = False

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, str):
            yield f"{key}: must be a text"
        elif not value.strip() and not self.blank:
            yield f"{key}: is empty"
        elif self.choices and value not in self.choices:
            yield f"{key}: {value!r} is none of {', '.join(sorted(self.choices))}"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `least` to `most`; True is no number."""

    least: int = -(10**15)
    most: int = 10**15

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, int) or isinstance(value, bool):
            yield f"{key}: must be a whole number"
        elif not self.least <= value <= self.most:
            yield f"{key}: {value} is not from {self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, bool):
            yield f"{key}: must be true or false"


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of strings, none of them blank or repeated; `least` to `most` of them."""

    least: int = 1
    most: int = 100_000

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, list):
            yield f"{key}: must be a list of texts"
            return
        if not self.least <= len(value) <= self.most:
            bounds = f"at least {self.least}" if self.most == Texts().most else f"{self.least} to {self.most}"
            yield f"{key}: must have {bounds} entries, has {len(value)}"
        seen: set[str] = set()
        for k, entry in enumerate(value):
            if not isinstance(entry, str):
                yield f"{key}[{k}]: must be a text"
            elif not entry.strip():
                yield f"{key}[{k}]: is empty"
            elif entry in seen:
                yield f"{key}[{k}]: {entry!r} is repeated"
            else:
                seen.add(entry)


@dataclass(frozen=True, slots=True)
class Pairs:
    """A table whose keys are free and whose values all have one shape; at least `least` of them."""

    values: Field
    least: int = 0

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, dict):
            yield f"{key}: must be a table"
            return
        if len(value) < self.least:
            yield f"{key}: must have at least {self.least} entries, has {len(value)}"
        for name, entry in value.items():
            if not name.strip():
                yield f"{key}: has an empty key"
            yield from self.values.faults(entry, f"{key}.{name}")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with exactly these keys: all of `required`, any of `optional`, no other."""

    required: Mapping[str, Field] = field(default_factory=dict)
    optional: Mapping[str, Field] = field(default_factory=dict)

    def faults(self, value: object, key: str = "") -> Iterator[str]:
        """See Field."""
        if not isinstance(value, dict):
            yield f"{key}: must be a table"
            return
        inside = f"{key}." if key else ""
        for name in self.required:
            if name not in value:
                yield f"{inside}{name}: is missing"
        for name, entry in value.items():
            shape = self.required.get(name) or self.optional.get(name)
            if shape is None:
                yield f"{inside}{name}: is no known key"
            else:
                yield from shape.faults(entry, inside + name)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tables of one shape (`[[row]]`), at least `least` of them, no two the same."""

    row: Table
    least: int = 0

    def faults(self, value: object, key: str) -> Iterator[str]:
        """See Field."""
        if not isinstance(value, list):
            yield f"{key}: must be a list of tables, each under [[{key}]]"
            return
        if len(value) < self.least:
            yield f"{key}: must have at least {self.least} entries, has {len(value)}"
        seen: set[str] = set()
        for k, entry in enumerate(value):
            yield from self.row.faults(entry, f"{key}[{k}]")
            if (written := repr(entry)) in seen:
                yield f"{key}[{k}]: is repeated"
            seen.add(written)


def parse(source: Path | Readable) -> dict[str, Any]:
    """The content of a TOML file, its shape not yet checked; DataFault if it is none or can't be read."""
    try:
        return tomllib.loads(source.read_bytes().decode("utf-8"))
    except OSError:
        raise DataFault([f"{source.name}: : can't be read"]) from None
    except UnicodeDecodeError:
        raise DataFault([f"{source.name}: : is not UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        raise DataFault([f"{source.name}: : is not TOML: {error}"]) from None


def load(source: Path | Readable, schema: Table) -> dict[str, Any]:
    """The content of a TOML file that keeps to the schema; else a DataFault with every fault in it.

    Keys and texts of data files may stand in the fault: they are the house's own words, never a report's.
    """
    content = parse(source)
    faults = [f"{source.name}: {fault}" for fault in schema.faults(content)]
    if faults:
        raise DataFault(faults)
    return content
