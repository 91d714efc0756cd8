"""The forms in which readings go out, one reading after the other: tables, JSON, a folder of JSON, one page."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tocsin.cli import table
from tocsin.cli.inert import as_json, shown
from tocsin.codebook import Reading


class Delivery(Protocol):
    """What is asked of a form; each may raise OSError where it can't write."""

    def begin(self) -> None:
        """Before the first report is read, so that a place that can't be written to is known at once."""

    def take(self, reading: Reading) -> None:
        """One reading."""

    def end(self) -> None:
        """After the last."""


class Tables:
    """Prints each reading as it comes, at the end the docket and what to type next."""

    def __init__(self, width: int, colour: bool, last: str) -> None:
        self.width, self.colour, self.last = width, colour, last
        self.readings: list[Reading] = []

    def begin(self) -> None:
        """Nothing to prepare."""

    def take(self, reading: Reading) -> None:
        """Print it."""
        self.readings.append(reading)
        print("\n".join(table.reading_lines(reading, self.width, self.colour)))

    def end(self) -> None:
        """Print the docket."""
        if self.readings:
            print("\n".join(table.docket_lines(self.readings, self.width, self.colour)))
            print(f"\n{self.last}")


class Json:
    """Prints a list of readings, or of standard input alone the reading itself."""

    def __init__(self, single: bool) -> None:
        self.single, self.any = single, False

    def begin(self) -> None:
        """Open the list."""
        if not self.single:
            print("[", end="")

    def take(self, reading: Reading) -> None:
        """Print it."""
        print("," if self.any else "" if self.single else "\n", end="\n" if self.any else "")
        print(as_json(reading.as_dict()), end="")
        self.any = True

    def end(self) -> None:
        """Close the list."""
        print("" if self.single else "\n]" if self.any else "]")


class Folder:
    """Writes one NAME.json for each report as soon as it is read."""

    def __init__(self, folder: Path, quiet: bool) -> None:
        self.folder, self.quiet = folder, quiet
        self.reports = self.claims = 0

    def begin(self) -> None:
        """Make the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)

    def take(self, reading: Reading) -> None:
        """Write it."""
        (self.folder / f"{reading.report.id}.json").write_text(as_json(reading.as_dict()) + "\n", "utf-8")
        self.reports += 1
        self.claims += len(reading.claims)

    def end(self) -> None:
        """Say what was written."""
        if not self.quiet:
            told = f"{table.count(self.reports, 'report')} read, {table.count(self.claims, 'claim')}"
            print(f"{told}, written to {shown(str(self.folder))}")


class Page:
    """Writes all readings as one page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.readings: list[Reading] = []

    def begin(self) -> None:
        """Find out at once whether a page can be written there."""
        self.path.open("a").close()

    def take(self, reading: Reading) -> None:
        """Keep it."""
        self.readings.append(reading)

    def end(self) -> None:
        """Write the page and say so; --html and --json exclude each other, so nothing else is printed."""
        from tocsin.cli.page import page

        if self.readings:
            self.path.write_text(page(self.readings), "utf-8")
        elif not self.path.stat().st_size:
            self.path.unlink()
        claims = sum(len(r.claims) for r in self.readings)
        told = f"{table.count(len(self.readings), 'report')} read, {table.count(claims, 'claim')}"
        print(f"{told}, " + (f"page in {shown(str(self.path))}" if self.readings else "so no page was written"))
