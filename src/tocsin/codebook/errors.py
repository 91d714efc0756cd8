"""The errors of the house, all of one tree, each safe to log.

    TocsinError          anything the house refuses or can't do
    ├── InputRefused     what a person or a file handed in can't be taken
    ├── DataFault        a data file of the house itself is broken; carries every fault found in it
    └── Misuse           the program handed over what can't be: a bug to mend, never a fault of the text

Every error has a code, the ids it concerns and a next step. None ever holds a name, a quote, a URL or any other
content of a report, so that its text may be logged and shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

REFUSALS: Final = frozenset(
    {"too_large", "empty", "not_text", "unreadable", "unknown_language", "bad_date", "bad_sidecar"}
)
"""The codes that an InputRefused can have."""


class TocsinError(Exception):
    """What went wrong in one line: `code: what happened. next step`.

    `code` is a word that a program can act on, `ids` are the report or rule ids concerned, `next_step` says what to
    do about it. Subclasses only narrow what they are about.
    """

    code: str
    ids: tuple[str, ...]
    next_step: str

    def __init__(self, code: str, what: str, next_step: str, ids: Iterable[str] = ()) -> None:
        self.code, self.what, self.next_step, self.ids = code, what, next_step, tuple(ids)
        super().__init__(code, what, next_step, self.ids)

    def __str__(self) -> str:
        return " ".join(f"{self.code}: {self.what.rstrip('.')}. {self.next_step}".split())


class InputRefused(TocsinError):
    """Something handed in can't be taken; `code` is one of REFUSALS.

    >>> str(InputRefused("empty", "the report has no words", "Give a text with at least one word."))
    'empty: the report has no words. Give a text with at least one word.'
    """

    def __init__(self, code: str, what: str, next_step: str, ids: Iterable[str] = ()) -> None:
        if code not in REFUSALS:
            raise Misuse("unknown_code", "a refusal has a code that is not listed", "Add it to REFUSALS.")
        super().__init__(code, what, next_step, ids)


class DataFault(TocsinError):
    """A data file is broken. `faults` has every fault found in it, each as `path: key: what`.

    >>> str(DataFault(["it.toml: frame[0].kind: unknown kind"]))
    'data_fault: 1 fault in the data; it.toml: frame[0].kind: unknown kind. Mend the file.'
    """

    faults: tuple[str, ...]

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        count = f"{len(self.faults)} fault{'' if len(self.faults) == 1 else 's'} in the data"
        super().__init__("data_fault", "; ".join((count, *self.faults)), "Mend the file.")

    def __reduce__(self) -> tuple[type[DataFault], tuple[tuple[str, ...]]]:
        return type(self), (self.faults,)


class Misuse(TocsinError, ValueError):
    """The program broke a rule of the codebook, such as a quote that ends before it begins."""
