"""Shows what a change of data or code did to the readings of the open corpus: claims gained, lost and changed.

python scripts/compare_readings.py --shared ../shared --save     keep today's readings to compare with
python scripts/compare_readings.py --shared ../shared            compare with those kept
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bench_reading import BENCH, ROOT, split
from tocsin.codebook import Report
from tocsin.languages import available
from tocsin.reading import read

KEPT = BENCH / "readings.json"
Claims = dict[str, dict[str, Any]]


def readings(shared: Path) -> Claims:
    """Every claim of the open stories, the real article and the demo, by report, person, kind and quote."""
    half = split()
    paths = [p for p in sorted((shared / "stories").glob("*.txt")) if half[p.name.split(".")[0]] == "open"]
    paths += sorted((shared / "reports").glob("*.txt")) + sorted((ROOT / "src" / "tocsin" / "demo").glob("*.txt"))
    out: Claims = {}
    for path in paths:
        code = path.name.split(".")[1]
        if code not in available():
            continue
        for claim in read(Report(path.stem, path.read_text("utf-8"), code)).claims:
            told = claim.as_dict()
            key = f"{path.stem} | {claim.person} | {claim.kind} | {claim.quote.text[:60]}".replace("\n", " ")
            out[key] = {k: told[k] for k in ("when", "where", "to", "method", "stance", "sources")}
    return out


def main() -> None:
    """Save or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--save", action="store_true")
    args = parser.parse_args()
    now = readings(args.shared)
    if args.save or not KEPT.exists():
        BENCH.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(now, ensure_ascii=False), "utf-8")
        print(f"kept {len(now)} claims to compare with")
        return
    before: Claims = json.loads(KEPT.read_text("utf-8"))
    for sign, keys in (("+", sorted(now.keys() - before.keys())), ("-", sorted(before.keys() - now.keys()))):
        for key in keys:
            print(sign, key)
    for key in sorted(now.keys() & before.keys()):
        for name, value in now[key].items():
            if value != before[key][name]:
                print("~", key, "|", name, before[key][name], "→", value)
    print(f"{len(now.keys() - before.keys())} gained, {len(before.keys() - now.keys())} lost, of {len(before)}")


if __name__ == "__main__":
    main()
