"""The packaged cases keep to the codebook, so that a bench that reads them measures the reader and not a slip."""

import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.codebook.kinds import KINDS, UNITS

HERE = Path(__file__).parent
CASES = sorted((HERE / "reports").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_quote_of_a_case_stands_in_its_report_and_every_word_is_the_codebooks(path: Path) -> None:
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_text("utf-8")
    for one in told["claims"] + told["figures"]:
        quote = one["quote"]
        assert text[quote["start"] : quote["end"]] == quote["text"]
    assert {c["kind"] for c in told["claims"]} <= KINDS.keys()
    assert {f["unit"] for f in told["figures"]} <= set(UNITS)


def test_every_case_stands_in_one_half() -> None:
    lines = [x.split() for x in (HERE / "SPLIT").read_text("utf-8").splitlines() if x and not x.startswith("#")]
    half = {name: part for part, name in lines}
    assert len(half) == len(lines)
    assert {p.name.split(".")[0] for p in CASES} <= half.keys()
