"""Runs the commands: takes files in, has them read, and hands on what came out."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from tocsin.cli import inert
from tocsin.cli.delivery import Delivery, Folder, Json, Page, Tables
from tocsin.cli.files import LIMIT_MB, STDIN, day, find, identity, sidecar_of, take_in
from tocsin.cli.progress import Progress
from tocsin.codebook import InputRefused, Reading
from tocsin.languages import available
from tocsin.reading import read

UNREAD, MISUSED = 1, 2  # exit status: some file could not be read; the command was not understood


def command(args: argparse.Namespace) -> int:
    """The exit status of one command."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if args.command == "language":
        from tocsin.cli import language

        return language.command(args.code)
    if args.command == "demo":
        return _demo(args)
    return _read(args)


def fail(message: str) -> None:
    """One line on standard error, whatever stands in the message."""
    print(f"tocsin: {inert.shown(message)}", file=sys.stderr)


def _read(args: argparse.Namespace) -> int:
    published = day(args.published) if args.published else None
    sources = list(dict.fromkeys(find(args.files)))
    wrong = _misuse(args, published, sources)
    if wrong:
        fail(f"{wrong}; nothing was read")
        return MISUSED
    if not sources:
        fail("no file NAME.txt in that folder: name a file, or a folder that holds some")
        return UNREAD
    failed: list[Path | str] = []
    deliveries = _deliveries(args)
    try:
        for delivery in deliveries:
            delivery.begin()
        for reading in _readings(sources, published, args.language, args.max_size, failed):
            for delivery in deliveries:
                delivery.take(reading)
        for delivery in deliveries:
            delivery.end()
    except BrokenPipeError:
        raise
    except OSError as e:
        why = (e.strerror or "unknown").lower()
        fail(f"could not write the result ({why}); what was written before is kept: choose another place")
        return UNREAD
    return UNREAD if failed else 0


def _misuse(args: argparse.Namespace, published: date | None, sources: Sequence[Path | str]) -> str:
    """What is wrong with the command, found before anything is read or written; empty when nothing is."""
    if args.published and published is None:
        return "--published must be a day such as 2026-02-03"
    if args.language and args.language not in available():
        return f"no language {args.language!r}, only {', '.join(available())}"
    if args.max_size < 1:
        return "--max-size must be 1 or more"
    paths = [s for s in sources if isinstance(s, Path)]
    if args.html and Path(args.html).resolve() in {p.resolve() for s in paths for p in (s, sidecar_of(s))}:
        return "--html names a report or its sidecar, which would be lost: choose another name"
    if args.out:
        names: dict[str, Path | str] = {}
        for source in sources:
            if names.setdefault(identity(source), source) is not source:
                return f"two reports would both become {identity(source)}.json: read them into two folders"
        if Path(args.out).resolve() in {p.resolve().parent for p in paths}:
            return "--out is the reports' own folder, where NAME.json is a sidecar: choose another folder"
    return ""


def _readings(
    sources: Sequence[Path | str], published: date | None, language: str | None, limit_mb: int, failed: list[Path | str]
) -> Iterator[Reading]:
    """Every report that can be read, in order; of the others one line each, and they are noted in `failed`."""
    progress = Progress(len(sources))
    for done, source in enumerate(sources):
        progress.show(done)
        try:
            taken = take_in(source, published, language, limit_mb)
        except InputRefused as e:
            failed.append(source)
            progress.clear()
            fail(f"{'standard input' if source == STDIN else source}: {e}")
            continue
        reading = read(taken.report)
        progress.clear()
        yield replace(reading, doubts=taken.doubts + reading.doubts)


def _deliveries(args: argparse.Namespace) -> list[Delivery]:
    """Where the readings go: --out and --html write files, --json prints data; else tables are printed."""
    chosen: list[Delivery] = []
    if args.out:
        chosen.append(Folder(Path(args.out), quiet=args.json))
    if args.html:
        chosen.append(Page(Path(args.html)))
    if args.json:
        chosen.append(Json(single=args.files == [STDIN]))
    return chosen or [_tables(args, "Next: tocsin read FILE --html page.html shows the words behind each claim")]


def _tables(args: argparse.Namespace, last: str) -> Tables:
    width = min(shutil.get_terminal_size((110, 24)).columns, 160)
    return Tables(width, sys.stdout.isatty() and not args.no_colour and not os.environ.get("NO_COLOR"), last)


def _demo(args: argparse.Namespace) -> int:
    tables = _tables(args, "Next, a report of your own: tocsin read FILE --published DATE")
    print("Invented reports about invented people. Each table: one report, what it claims, who says so.")
    with as_file(files("tocsin") / "demo") as folder:
        for reading in _readings(list(find([str(folder)])), None, None, LIMIT_MB, []):
            tables.take(reading)
    tables.end()
    return 0
