"""The command line: `tocsin read`, `tocsin demo`, `tocsin language`. A door: it holds no rules."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from tocsin import __version__

_READ = """\
examples:
  tocsin read report.txt --published 2026-02-03
  tocsin read folder --out readings          one NAME.json for each NAME.txt
  tocsin read report.txt --html report.html
  cat report.txt | tocsin read - --language it --json

A sidecar NAME.json beside NAME.txt may hold published, language, publisher, url and title; nothing else in it is read.

exit status:
  0  every file was read, however many doubts there are
  1  some file could not be read; the others were, and their results are there
  2  the command was not understood; nothing was read"""


class Parser(argparse.ArgumentParser):
    """Refuses in one line, in which nothing of what was typed can act on the terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood; exit status 2."""
        from tocsin.cli.inert import shown

        self.exit(2, f"tocsin: {shown(message)}; nothing was read. See {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """Every command and option; the manual is tested against it."""
    raw = argparse.RawDescriptionHelpFormatter
    top = Parser(
        prog="tocsin",
        description="Reads reports about people at risk of forced return into attributed claims. Works offline.",
        epilog="examples:\n  tocsin demo\n  tocsin read report.txt --published 2026-02-03\n  tocsin language en",
        formatter_class=raw,
    )
    top.add_argument("--version", action="version", version=f"tocsin {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    read = commands.add_parser(
        "read", help="say what reports claim, about whom, according to whom", epilog=_READ, formatter_class=raw
    )
    read.add_argument(
        "files", nargs="+", metavar="FILE", help="text files, folders of NAME.txt, or - for standard input"
    )
    read.add_argument("--published", metavar="DATE", help="publication day, YYYY-MM-DD; relative dates count from it")
    read.add_argument(
        "--language", metavar="xx", help="language of the reports, such as en; told from the text if left out"
    )
    shape = read.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON instead of tables")
    shape.add_argument("--html", metavar="FILE", help="write one self-contained page")
    read.add_argument("--out", metavar="DIR", help="write one NAME.json for each report into this folder")
    read.add_argument("--max-size", type=int, default=20, metavar="MB", help="refuse larger files (default: 20)")
    read.add_argument("--no-colour", action="store_true", help="no colours; so too with NO_COLOR set")
    demo = commands.add_parser("demo", help="read the invented reports that ship with Tocsin")
    demo.add_argument("--no-colour", action="store_true", help="no colours; so too with NO_COLOR set")
    language = commands.add_parser("language", help="show what a language file holds and what it lacks")
    language.add_argument("code", metavar="xx", help="a language, such as en")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is that of `tocsin read --help`."""
    args = parser().parse_args(argv)
    from tocsin.cli import run  # reading is loaded only when something is to be read: --help answers at once

    try:
        return run.command(args)
    except KeyboardInterrupt:
        print("tocsin: stopped; what was written before is kept", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stdout = None  # whoever read our output has left, as `head` does; nobody to tell
        return 0
