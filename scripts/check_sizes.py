"""Refuses modules that grew too long: over 300 lines the docstring gives a reason, over 500 they are split by noun."""

from __future__ import annotations

import sys
from pathlib import Path

SOFT, HARD, REASON = 300, 500, "Long because:"


def faults(root: Path) -> list[str]:
    """One line for each module over its limit."""
    out = []
    for path in sorted([*root.glob("src/**/*.py"), *root.glob("scripts/*.py"), *root.glob("tests/**/*.py")]):
        text = path.read_text("utf-8")
        lines = text.count("\n")
        if lines > HARD:
            out.append(f"{path.relative_to(root)}: {lines} lines, more than {HARD}: split it by noun")
        elif lines > SOFT and REASON not in text[:1500]:
            out.append(
                f"{path.relative_to(root)}: {lines} lines, more than {SOFT}: give a reason ({REASON!r}) or split"
            )
    return out


if __name__ == "__main__":
    found = faults(Path(__file__).resolve().parents[1])
    print("\n".join(found) or "sizes: every module within its limit")
    sys.exit(bool(found))
