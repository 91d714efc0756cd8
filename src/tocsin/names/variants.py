"""Knows which given names are one name in several languages (Александр, Олександр, Alexander), and nicknames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tocsin.codebook.errors import DataFault
from tocsin.codebook.loader import Readable
from tocsin.names.letters import sounds

_FILES = ("given_west.txt", "given_east.txt")
_GENDERS = ("m", "f", "mf")


@dataclass(slots=True)
class Variants:
    """Sounds of a form to the numbers of its groups; a group has a gender (m, f or mf) and is written somewhere."""

    full: dict[str, frozenset[int]] = field(default_factory=dict)
    short: dict[str, frozenset[int]] = field(default_factory=dict)  # nicknames
    gender: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)  # the form by which a reviewer knows the group

    def groups(self, word: str) -> frozenset[int]:
        """The groups of a written given name, full form or nickname; empty for one that isn't known."""
        heard = sounds(word)
        return self.full.get(heard, frozenset()) | self.short.get(heard, frozenset())


@cache
def variants() -> Variants:
    """The groups of the house, read once; DataFault with every fault of their files."""
    return read([files(__package__) / name for name in _FILES])


def read(sources: list[Readable]) -> Variants:
    """The groups in any files of that form; DataFault with every line that isn't one."""
    out = Variants()
    faults: list[str] = []
    for source in sources:
        for number, gender, full, short in _lines(source, faults):
            known = {x for x in full if sum(x == y for y in full) > 1}
            faults += [f"{source.name}:{number}: {x} stands twice" for x in sorted(known)]
            group = len(out.gender)
            out.gender.append(gender)
            out.first.append(full[0])
            for table, forms in ((out.full, full), (out.short, short)):
                for form in forms:
                    heard = "".join(sounds(part) for part in form.split("_"))
                    if not heard:
                        faults.append(f"{source.name}:{number}: {form} has no sound that letters.toml knows")
                    table[heard] = table.get(heard, frozenset()) | {group}
    if faults:
        raise DataFault(faults)
    return out


def _lines(source: Readable, faults: list[str]) -> Iterator[tuple[int, str, list[str], list[str]]]:
    for number, line in enumerate(source.read_bytes().decode("utf-8").splitlines(), 1):
        content = line.split("#")[0].strip()
        if not content:
            continue
        gender, colon, forms = content.partition(":")
        full, _, short = forms.partition("~")
        if not colon or gender not in _GENDERS or not full.split():
            faults.append(f"{source.name}:{number}: is no group; write m, f or mf, a colon, then the forms")
            continue
        yield number, gender, full.split(), short.split()
