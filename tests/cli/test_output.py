"""What is shown: nothing of a report acts, nothing is cut, and the docket tells the latest."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli import table
from tocsin.cli.columns import hang, width_of, wrap
from tocsin.cli.docket import docket
from tocsin.cli.inert import as_json, shown
from tocsin.codebook import Claim, Quote, Reading, Report, Stance, When

HOSTILE = (
    "\x1b[31mPolice\x1b[0m arrested \u202eIvan Petrenko\u202c in Tbilisi. <script>alert(1)</script> <b onclick='x'>\n"
)
ACTS = "\x1b\x07\x08\x9b\u202e\u2066\u200b\u200f\u2028\ufeff\u00ad"


def claim(person: str = "Ivan Petrenko", kind: str = "detention", **told: object) -> Claim:
    return Claim(person, kind, Quote("x", 0, 1), **told)


def reading(*claims: Claim, name: str = "a") -> Reading:
    return Reading(Report(name, "x" * 50, "en", date(2026, 2, 3)), (), claims)


def test_escape_codes_and_bidi_overrides_are_inert_in_the_table(tocsin, tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31m\u202e.txt"
    name.write_text(HOSTILE)
    (tmp_path / "a\x1b[31m\u202e.json").write_text(json.dumps({"title": f"T{ACTS}", "publisher": ACTS}))
    (tmp_path / "b\x1b.txt").write_text("")
    done = tocsin("read", name, tmp_path / "b\x1b.txt", "--language", "en", "--no-colour")
    text = (done.stdout + done.stderr).decode()
    assert not set(ACTS) & set(text)
    assert "Ivan Petrenko" in text
    assert "\\u202e" in text


def test_escape_codes_in_the_command_itself_are_inert_in_its_errors(tocsin, tmp_path: Path) -> None:
    for args in (["--published", ACTS], ["--language", ACTS], [f"--{ACTS}"], ["--out", tmp_path / "no" / ACTS]):
        done = tocsin("read", tmp_path / "missing.txt", *args)
        assert not set(ACTS) & set((done.stdout + done.stderr).decode())


def test_a_file_name_that_is_no_utf_8_is_read_and_shown(tocsin, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")
    Path(name).write_text("Police arrested Ivan Petrenko in Tbilisi.")
    assert json.loads(tocsin("read", name, "--json").stdout)[0]["claims"]
    assert tocsin("read", name, "--out", tmp_path / "out").returncode == 0
    assert tocsin("read", name, "--html", tmp_path / "a.html").returncode == 0
    assert tocsin("read", name).returncode == 0


@given(st.text())
def test_whatever_is_shown_is_one_line_without_anything_that_acts(text: str) -> None:
    line = shown(text)
    assert not set(ACTS + "\r\n\t") & set(line)
    line.encode()


@given(st.text(st.characters(codec=None)))
def test_json_gives_back_the_very_text_and_holds_nothing_that_acts(text: str) -> None:
    raw = as_json({"text": text})
    assert json.loads(raw)["text"] == text
    assert not set(ACTS) & set(raw)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"])), st.integers(2, 40))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines) == text
    assert all(width_of(line) <= width for line in lines)


def test_wide_and_combining_signs_keep_the_columns_straight() -> None:
    people = ("被捕者甲", "Ива\u0301н Петре\u0301нко", "Ivan")
    lines = table.reading_lines(reading(*(claim(p, detail="x" * 90) for p in people)), 100, colour=False)
    body = [line for line in lines if line.startswith("  ") and "detention" in line]
    assert len({width_of(line[: line.index("detention")]) for line in body}) == 1
    assert all(width_of(line) <= 100 for line in lines)


@pytest.mark.parametrize("width", [20, 40, 75, 76, 110, 160])
def test_no_fact_is_cut_at_any_width(width: int) -> None:
    told = claim(
        kind="removal",
        when=When.parse("2026-01-30/2026-03-01"),
        where="KZ",
        place="Priozersk",
        to="RU",
        by="the border guards of the eastern district",
        method="handover",
        detail="within thirty days",
        stance=Stance.EXPECTED,
        sources=(("mother", "human rights activists"), ("the lawyer",)),
    )
    lines = table.reading_lines(reading(told), width, colour=False)
    packed = "".join("".join(lines).split())
    for word in ("Petrenko", "handover", "guards", "KZ", "Priozersk", "thirty", "mother", "lawyer", "expected"):
        assert word in packed
    for day in ("2026-01-30/", "2026-03-01"):
        assert any(day in line for line in lines)


def test_a_hanging_line_is_indented_under_its_first() -> None:
    assert hang("one two three four five six", 24, "  ") == ["  one two three four", "    five six"]


@pytest.mark.parametrize("quiet", [{"NO_COLOR": "1"}, {}])
def test_colour_is_for_terminals_only_and_no_color_is_heeded(quiet: dict[str, str]) -> None:
    probe = (
        "import os, pty, sys\n"
        "status = pty.spawn([sys.executable, '-m', 'tocsin', 'demo'])\n"
        "sys.exit(os.waitstatus_to_exitcode(status))"
    )
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | quiet | {"TERM": "xterm"}
    done = subprocess.run(
        [sys.executable, "-c", probe], env=env, capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    assert (b"\x1b[31m" in done.stdout) is not bool(quiet)
    piped = subprocess.run([sys.executable, "-m", "tocsin", "demo"], env=env, capture_output=True, check=True)
    assert b"\x1b[" not in piped.stdout


def test_the_docket_tells_the_latest_that_happened_and_what_lies_ahead() -> None:
    order = claim(kind="removal_order", when=When.parse("2026-01-30"))
    ahead = claim(kind="removal", when=When.parse("2026-01-30/2026-03-01"), stance=Stance.EXPECTED)
    (entry,) = docket([reading(order, ahead, claim(when=When.parse("2025")), claim(kind="charge"))])
    assert entry.latest is not None
    assert entry.latest.claim is order
    assert [t.claim for t in entry.ahead] == [ahead]
    assert entry.claims == 4


def test_a_month_does_not_overtake_a_later_day_of_it() -> None:
    day, month = claim(kind="removal", when=When.parse("2026-02-20")), claim(kind="escape", when=When.parse("2026-02"))
    (entry,) = docket([reading(day, month)])
    assert entry.latest is not None
    assert entry.latest.claim is day


def test_on_one_day_what_tells_where_the_person_is_comes_first() -> None:
    held, charged = claim(when=When.parse("2026-02-01")), claim(kind="charge", when=When.parse("2026-02-01"))
    (entry,) = docket([reading(held, charged)])
    assert entry.latest is not None
    assert entry.latest.claim is held


def test_who_denies_the_latest_is_named_beside_it() -> None:
    told = claim(kind="removal", when=When.parse("2026-02-01"))
    denied = claim(kind="removal", stance=Stance.DENIED, sources=(("the ministry",),))
    lines = table.docket_lines([reading(told), reading(denied, name="b")], 100, colour=False)
    assert any("denied: removal – says the ministry" in line for line in lines)


def test_a_docket_of_one_claim_counts_it_in_the_singular() -> None:
    assert any("(1 claim)" in line for line in table.docket_lines([reading(claim())], 100, colour=False))
