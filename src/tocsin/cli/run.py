"""Runs the commands: takes files in, has them read, and prints or writes what came out."""

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

from tocsin.cli import inert, table
from tocsin.cli.files import STDIN, find, take_in
from tocsin.codebook import InputRefused, Reading, TocsinError
from tocsin.languages import available, check, load
from tocsin.reading import read


def command(args: argparse.Namespace) -> int:
    """The exit status of one command."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if args.command == "language":
        return _language(args.code)
    if args.command == "demo":
        return _demo(args)
    return _read(args)


def _fail(message: str) -> None:
    print(f"tocsin: {inert.shown(message)}", file=sys.stderr)


def _read(args: argparse.Namespace) -> int:
    published = None
    if args.published:
        try:
            published = date.fromisoformat(args.published)
        except ValueError:
            _fail("--published must be a day such as 2026-02-03; nothing was read")
            return 2
    if args.language and args.language not in available():
        _fail(f"no language {args.language!r}; there are {', '.join(available())}; nothing was read")
        return 2
    if args.max_size < 1:
        _fail("--max-size must be 1 or more; nothing was read")
        return 2
    sources = list(dict.fromkeys(find(args.files)))
    if not sources:
        _fail("no NAME.txt in there; nothing was read")
        return 1
    failed: list[str] = []
    readings = list(_readings(sources, published, args.language, args.max_size, failed))
    return _deliver(readings, args) or (1 if failed else 0)


def _readings(
    sources: Sequence[Path | str], published: date | None, language: str | None, limit_mb: int, failed: list[str]
) -> Iterator[Reading]:
    show = len(sources) > 1 and sys.stderr.isatty()
    for k, source in enumerate(sources):
        if show:
            done = 30 * k // len(sources)
            print(f"\r{'█' * done}{'░' * (30 - done)} {k}/{len(sources)} ", end="", file=sys.stderr, flush=True)
        try:
            taken = take_in(source, published, language, limit_mb)
        except InputRefused as e:
            name = source if isinstance(source, str) else str(source)
            failed.append(name)
            _fail(f"{name}: {e}")
            continue
        reading = read(taken.report)
        yield replace(reading, doubts=taken.doubts + reading.doubts)
    if show:
        print(f"\r{' ' * 50}\r", end="", file=sys.stderr, flush=True)


def _deliver(readings: list[Reading], args: argparse.Namespace) -> int:
    try:
        if args.out:
            folder = Path(args.out)
            folder.mkdir(parents=True, exist_ok=True)
            for reading in readings:
                (folder / f"{reading.report.id}.json").write_text(inert.as_json(reading.as_dict()) + "\n", "utf-8")
        if args.html and readings:
            from tocsin.cli.page import page

            Path(args.html).write_text(page(readings), "utf-8")
    except OSError as e:
        why = (e.strerror or "unknown").lower()
        _fail(f"could not write the result ({why}); the reports are unchanged: choose another place")
        return 1
    if args.json:
        told = [r.as_dict() for r in readings]
        print(inert.as_json(told[0] if len(args.files) == 1 and len(told) == 1 and args.files[0] == STDIN else told))
    elif args.out or args.html:
        claims = sum(len(r.claims) for r in readings)
        print(f"{len(readings)} reports read, {claims} claims, written to {inert.shown(str(args.out or args.html))}")
    else:
        _print(readings, args.no_colour)
        if readings:
            print("\nNext: tocsin read FILE --html page.html shows the words behind each claim")
    return 0


def _print(readings: list[Reading], no_colour: bool) -> None:
    width = min(shutil.get_terminal_size((110, 24)).columns, 160)
    colour = sys.stdout.isatty() and not no_colour and "NO_COLOR" not in os.environ
    for reading in readings:
        print("\n".join(table.reading_lines(reading, width, colour)))
    if readings:
        print("\n".join(table.docket_lines(readings, width)))


def _demo(args: argparse.Namespace) -> int:
    with as_file(files("tocsin") / "demo") as folder:
        readings = list(_readings(list(find([str(folder)])), None, None, 20, []))
    print("Invented reports about invented people. Each table: one report, what it claims, who says so.")
    _print(readings, args.no_colour)
    print("\nNow try your own: tocsin read FILE --published DATE (or .venv/bin/tocsin in a clone)")
    return 0


def _language(code: str) -> int:
    try:
        language = load(code)
    except TocsinError as e:
        _fail(f"{e} There are: {', '.join(available())}")
        return 2
    kinds: dict[str, int] = {}
    for frame in language.frames:
        kinds[frame.kind] = kinds.get(frame.kind, 0) + len(frame.patterns)
    print(
        f"{language.name} ({code}): {len(language.territories)} territories, {len(language.roles)} rows of role nouns,"
    )
    print(
        f"  {len(language.date_rows)} rows of dates, {sum(len(a.patterns) for a in language.attributions)} attributions"
    )
    print("  patterns by kind: " + ", ".join(f"{k} {n}" for k, n in sorted(kinds.items())))
    print("  read by: " + (", ".join(language.checked_by) or "no native reader yet, so provisional"))
    from tocsin.codebook import KINDS

    lacking = [k for k in KINDS if k not in kinds]
    if lacking:
        print("  lacking: " + ", ".join(lacking))
    try:
        check(code)
    except TocsinError as e:
        print(f"  faults: {e}")
        return 1
    return 0
