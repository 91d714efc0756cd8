"""Shows what a language file holds and what it still lacks."""

from __future__ import annotations

import sys
from collections import Counter

from tocsin.cli.columns import wrap
from tocsin.cli.inert import shown
from tocsin.codebook import KINDS, TocsinError
from tocsin.languages import available, check, load


def command(code: str) -> int:
    """0 for a sound file, 1 for one with faults, 2 for a language that has none."""
    if code not in available():
        print(f"tocsin: no language file {shown(code)!r}, only {', '.join(available())}", file=sys.stderr)
        return 2
    try:
        language = load(code)
        check(code)
    except TocsinError as e:
        faults = getattr(e, "faults", (str(e),))
        print(f"{shown(code)}: {len(faults)} faults")
        print("\n".join(f"  {shown(fault)}" for fault in faults))
        return 1
    patterns: Counter[str] = Counter()
    for frame in language.frames:
        patterns[frame.kind] += len(frame.patterns)
    print(f"{language.name} ({code})")
    print(f"  territories   {len(language.territories)}")
    print(f"  role nouns    {len(language.roles)} rows")
    print(f"  dates         {len(language.date_rows)} rows")
    print(f"  attributions  {sum(len(a.patterns) for a in language.attributions)} patterns")
    missing = [kind for kind in KINDS if not patterns[kind]]
    told = [f"{kind} {patterns[kind]}" for kind in (*KINDS, "none") if patterns[kind]]
    for label, words in (("events", told), ("lacks", missing or ["no kind of event"])):
        first, *rest = wrap(", ".join(words), 90)
        print(f"  {label:14}{first}", *(" " * 16 + line for line in rest), sep="\n")
    print(f"  read by       {', '.join(language.checked_by) or 'no native reader yet, so provisional'}")
    return 0
