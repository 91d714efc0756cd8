"""Shows on the terminal how far the reading of several files has come."""

from __future__ import annotations

import sys


class Progress:
    """One line on standard error, only when that is a terminal and there is more than one file."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.live = total > 1 and sys.stderr.isatty()

    def show(self, done: int) -> None:
        """Draw the line anew: `done` files of all are read."""
        if self.live:
            full = 30 * done // self.total
            print(f"\r{'█' * full}{'░' * (30 - full)} {done}/{self.total} ", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self.live:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
