"""Finds the reports that a command names and takes each in: its text, and what its sidecar may tell of it."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tocsin.cli.decoding import decode
from tocsin.codebook import Doubt, InputRefused, Report

MEGABYTE = 1_000_000
LIMIT_MB = 20
STDIN = "-"
SIDECAR_KEYS = ("published", "language", "publisher", "url", "title")
_LONGEST_VALUE = 500
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?\Z", re.S)


@dataclass(frozen=True, slots=True)
class Input:
    """A report to read, and the doubts that getting its text left."""

    report: Report
    doubts: tuple[Doubt, ...] = ()


def find(names: Sequence[str]) -> Iterator[Path | str]:
    """The files meant: each name itself, a folder's `*.txt` in order of name, `-` for standard input."""
    for name in names:
        if name == STDIN:
            yield STDIN
        elif os.path.isdir(name):  # noqa: PTH112 - unlike Path.is_dir it never raises: a bad name is refused when read
            yield from sorted(p for p in Path(name).glob("*.txt") if p.is_file())
        else:
            yield Path(name)


def identity(source: Path | str) -> str:
    """The id of its report: the file's name without its last ending."""
    return source.stem if isinstance(source, Path) else "stdin"


def sidecar_of(source: Path) -> Path:
    """Where the sidecar of a file would stand; a report is never its own."""
    return source.with_name(source.stem + ".json")


def take_in(source: Path | str, published: date | None, language: str | None, limit_mb: int) -> Input:
    """The report in a file or on standard input, with what its sidecar tells of it.

    Raises InputRefused (unreadable, empty, too_large, not_text). What the command line gives goes before the sidecar.
    """
    text, doubts = decode(_bytes(source, limit_mb))
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise InputRefused("empty", "nothing stands in it", "Check the file.")
    told: dict[str, str] = {}
    if isinstance(source, Path):
        told, faults = _sidecar(source)
        doubts += faults
    when = published
    if when is None and "published" in told:
        when = day(told["published"])
        if when is None:
            doubts += (Doubt("bad_date", "The sidecar's publication date is no date. When was this published?"),)
    report = Report(
        id=identity(source),
        text=text,
        language=language or told.get("language"),
        published=when,
        publisher=told.get("publisher"),
        url=told.get("url"),
        title=told.get("title"),
    )
    return Input(report, doubts)


def day(text: str) -> date | None:
    """The day that `2026-02-03` or a time on it (`2026-02-03T10:00Z`) means; None for anything else."""
    found = _DAY.match(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _bytes(source: Path | str, limit_mb: int) -> bytes:
    limit = limit_mb * MEGABYTE
    size = 0
    try:
        if isinstance(source, str):
            raw = sys.stdin.buffer.read(limit + 1)
        else:
            with source.open("rb") as f:
                size = os.fstat(f.fileno()).st_size
                raw = b"" if size > limit else f.read(limit + 1)
    except (OSError, ValueError) as e:
        why = (getattr(e, "strerror", None) or "it can't be read").lower()
        raise InputRefused("unreadable", why, "Check the name and the rights.") from e
    if max(size, len(raw)) > limit:
        has = f"it has {-(-size // MEGABYTE)} MB, over" if size else "it is over"
        enough = -(-size // MEGABYTE) if size else 2 * limit_mb
        raise InputRefused("too_large", f"{has} the limit of {limit_mb} MB", f"Lift it with --max-size {enough}.")
    return raw


def _sidecar(source: Path) -> tuple[dict[str, str], tuple[Doubt, ...]]:
    """What a sidecar may tell; a broken one is a doubt, and the report is read all the same."""
    path = sidecar_of(source)
    if path == source or not path.is_file():
        return {}, ()
    broken = Doubt("bad_sidecar", "The sidecar beside the file can't be read. When was this published, and by whom?")
    try:
        if path.stat().st_size > MEGABYTE:
            return {}, (broken,)
        content: Any = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}, (broken,)
    if not isinstance(content, dict):
        return {}, (broken,)
    told = {k: content[k] for k in SIDECAR_KEYS if content.get(k) not in (None, "")}
    odd = tuple(
        Doubt("bad_sidecar", f"In the sidecar “{k}” is no text, so it was left out. What is it?")
        for k, value in told.items()
        if not isinstance(value, str)
    )
    return {k: value[:_LONGEST_VALUE] for k, value in told.items() if isinstance(value, str)}, odd
