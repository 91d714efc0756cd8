"""Finds the reports that a command names, and turns their bytes into text without changing a character."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tocsin.codebook import Doubt, InputRefused, Report

MEGABYTE = 1_000_000
LIMIT_MB = 20
STDIN = "-"
_SIDECAR_LIMIT = MEGABYTE
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_CYRILLIC = re.compile("[а-яё]")
_LATIN = re.compile("[a-zà-öø-ÿ]")


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
            continue
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.glob("*.txt") if p.is_file())
        else:
            yield path


def take_in(source: Path | str, published: date | None, language: str | None, limit_mb: int) -> Input:
    """The report in a file or on standard input, with what its sidecar tells of it.

    Raises InputRefused (unreadable, empty, too_large, not_text, bad_date). What the command line gives goes before
    the sidecar. Of a sidecar only published, language, publisher, url and title are looked at.
    """
    raw = _bytes(source, limit_mb)
    text, doubts = decode(raw)
    if not text.strip():
        raise InputRefused("empty", "nothing stands in it", "Check the file.")
    told: dict[str, str] = {}
    if isinstance(source, Path):
        told, fault = _sidecar(source.with_suffix(".json"))
        doubts += (fault,) if fault else ()
    when = published
    if when is None and "published" in told:
        try:
            when = date.fromisoformat(told["published"])
        except ValueError:
            doubts += (Doubt("bad_date", "The sidecar's publication date is no date. When was this published?"),)
    report = Report(
        id=source.stem if isinstance(source, Path) else "stdin",
        text=text,
        language=language or told.get("language"),
        published=when,
        publisher=told.get("publisher"),
        url=told.get("url"),
        title=told.get("title"),
    )
    return Input(report, doubts)


def _bytes(source: Path | str, limit_mb: int) -> bytes:
    limit = limit_mb * MEGABYTE
    try:
        if isinstance(source, str):
            raw = sys.stdin.buffer.read(limit + 1)
        else:
            with source.open("rb") as f:
                raw = f.read(limit + 1)
    except OSError as e:
        raise InputRefused(
            "unreadable", (e.strerror or "it can't be read").lower(), "Check the name and the rights."
        ) from e
    if len(raw) > limit:
        raise InputRefused(
            "too_large", f"over the limit of {limit_mb} MB", f"Lift it with --max-size {2 * limit_mb} or more."
        )
    return raw


def decode(raw: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a file's bytes: UTF-8, UTF-16, else Windows-1251 or 1252, which is a guess and a Doubt."""
    if not raw:
        raise InputRefused("empty", "the file is empty", "Check the file.")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(raw, "utf-16"), ()
    if raw.startswith(b"\xef\xbb\xbf"):
        return _strict(raw, "utf-8")[1:], ()
    if 0 in raw[:4000]:
        for encoding in ("utf-16-le", "utf-16-be"):
            if _mostly_letters(raw[: len(raw[:4000]) // 2 * 2], encoding):
                return _strict(raw, encoding), ()
        raise InputRefused("not_text", "these are bytes, not text", "Give the text of the report.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(raw)
    _refuse_binary(text)
    return text, ()


def _strict(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as e:
        raise InputRefused("not_text", f"broken {encoding.upper()}", "Save it as UTF-8.") from e
    _refuse_binary(text)
    return text


def _mostly_letters(raw: bytes, encoding: str) -> bool:
    """True when the bytes make words of Latin or Cyrillic letters in that encoding."""
    text = raw.decode(encoding, errors="replace").lower()
    known = sum(bool(_LATIN.match(c) or _CYRILLIC.match(c) or c in " \n\r\t.,:;-0123456789«»\"'()") for c in text)
    return known > 0.8 * len(text)


def _refuse_binary(text: str) -> None:
    if len(_CONTROLS.findall(text[:20_000])) > max(8, len(text[:20_000]) // 100):
        raise InputRefused("not_text", "these are bytes, not text", "Give the text of the report.")


def _guess(raw: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """Windows-1251 when that gives Cyrillic words, Windows-1252 when it gives Latin ones."""
    cyrillic = raw.decode("cp1251", errors="replace")
    latin = raw.decode("cp1252", errors="replace")
    _refuse_binary(latin)
    high = sum(b > 127 for b in raw)
    as_cyrillic = len(_CYRILLIC.findall(cyrillic.lower()))
    name, text = (
        ("Windows-1251", cyrillic) if as_cyrillic > 0.6 * high and high > len(raw) * 0.2 else ("Windows-1252", latin)
    )
    if text.count("\ufffd") > len(text) // 50 or not (_LATIN.search(text.lower()) or _CYRILLIC.search(text.lower())):
        raise InputRefused("not_text", "in no encoding known here", "Save it as UTF-8.")
    return text, (
        Doubt("encoding_guessed", f"The file isn't UTF-8; it was read as {name}. Do the letters look right?"),
    )


def _sidecar(path: Path) -> tuple[dict[str, str], Doubt | None]:
    """What a sidecar may tell; a broken one is a doubt, and the report is read all the same."""
    if not path.is_file():
        return {}, None
    broken = Doubt("bad_sidecar", "The sidecar beside the file can't be read. Publication date and language are open.")
    try:
        if path.stat().st_size > _SIDECAR_LIMIT:
            return {}, broken
        content: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}, broken
    if not isinstance(content, dict):
        return {}, broken
    keys = ("published", "language", "publisher", "url", "title")
    return {k: content[k][:500] for k in keys if isinstance(content.get(k), str)}, None
