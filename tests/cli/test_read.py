"""`tocsin read` and its neighbours: what goes in comes out, where it was asked for, and nothing is overwritten."""

import json
from pathlib import Path

import pytest

TEXT = "Police arrested Ivan Petrenko in Tbilisi on 5 May 2025, his lawyer said.\n"


def test_a_folder_gives_one_json_for_each_text(tocsin, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT)
    done = tocsin("read", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 0
    told = json.loads((tmp_path / "out" / "a.json").read_text())
    claim = told["claims"][0]
    assert (claim["person"], claim["kind"], claim["when"]) == ("Ivan Petrenko", "detention", "2025-05-05")
    q = claim["quote"]
    assert TEXT[q["start"] : q["end"]] == q["text"]
    assert (tmp_path / "out" / "b.json").exists()


def test_standard_input_is_read(tocsin) -> None:
    done = tocsin("read", "-", "--json", "--language", "en", stdin=TEXT.encode())
    assert json.loads(done.stdout)["claims"][0]["person"] == "Ivan Petrenko"


def test_several_files_give_one_list(tocsin, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    told = json.loads(tocsin("read", tmp_path / "a.txt", tmp_path / "b.txt", "--json").stdout)
    assert [r["id"] for r in told] == ["a", "b"]


def test_a_list_without_a_readable_file_is_an_empty_list(tocsin, tmp_path: Path) -> None:
    done = tocsin("read", tmp_path / "no.txt", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


def test_offsets_count_code_points_and_line_ends_stay(tocsin, tmp_path: Path) -> None:
    text = "🕊 Note\r\n\r\n" + TEXT
    (tmp_path / "a.txt").write_bytes(text.encode())
    q = json.loads(tocsin("read", tmp_path / "a.txt", "--json").stdout)[0]["claims"][0]["quote"]
    assert text[q["start"] : q["end"]] == q["text"]


def test_the_command_line_goes_before_the_sidecar(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ivan Petrenko was arrested yesterday.")
    (tmp_path / "a.json").write_text('{"published": "2020-01-01"}')
    told = json.loads(tocsin("read", tmp_path / "a.txt", "--published", "2026-02-03", "--json").stdout)[0]
    assert told["claims"][0]["when"] == "2026-02-02"


def test_two_reports_of_one_name_are_not_written_over_each_other(tocsin, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    done = tocsin("read", tmp_path / "x", tmp_path / "y", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert b"a.json" in done.stderr
    assert not (tmp_path / "out").exists()


def test_no_sidecar_and_no_report_is_ever_overwritten(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text('{"publisher": "kept"}')
    assert tocsin("read", tmp_path, "--out", tmp_path).returncode == 2
    assert tocsin("read", tmp_path / "a.txt", "--html", tmp_path / "a.txt").returncode == 2
    assert tocsin("read", tmp_path / "a.txt", "--html", tmp_path / "a.json").returncode == 2
    assert (tmp_path / "a.txt").read_text() == TEXT
    assert "kept" in (tmp_path / "a.json").read_text()


def test_a_place_that_cannot_be_written_to_is_said_in_one_line(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "taken").write_text("")
    for way in (["--out", tmp_path / "taken"], ["--html", tmp_path / "none" / "page.html"]):
        done = tocsin("read", tmp_path / "a.txt", *way)
        assert done.returncode == 1
        assert len(done.stderr.decode().strip().splitlines()) == 1
        assert "choose another place" in done.stderr.decode()


@pytest.mark.parametrize(
    "args",
    [
        ["--published", "2026-02-31"],
        ["--published", "yesterday"],
        ["--language", "xx"],
        ["--max-size", "0"],
        ["--max-size", "many"],
        ["--frob"],
        ["--json", "--html", "x.html"],
    ],
)
def test_a_command_not_understood_is_one_line_and_status_2_and_nothing_is_read(tocsin, args: list[str]) -> None:
    done = tocsin("read", "-", *args, stdin=TEXT.encode())
    assert done.returncode == 2
    assert not done.stdout
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_help_tells_every_command_and_what_the_exit_status_means(tocsin) -> None:
    assert {b"read", b"demo", b"language"} <= set(tocsin("--help").stdout.split())
    told = tocsin("read", "--help").stdout.decode()
    assert "exit status" in told
    for status in ("0  every file was read", "1  some file could not be read", "2  the command was not understood"):
        assert status in told


def test_the_demo_ends_by_itself_and_its_last_line_says_what_to_type_next(tocsin) -> None:
    done = tocsin("demo")
    assert done.returncode == 0
    assert "tocsin read FILE" in done.stdout.decode().strip().splitlines()[-1]
    assert "Docket:" in done.stdout.decode()
    assert not done.stderr


def test_every_demo_report_says_that_it_is_invented() -> None:
    demo = Path(__file__).resolve().parents[2] / "src" / "tocsin" / "demo"
    word = {"en": "invented", "it": "inventat", "ru": "вымышлен"}
    reports = sorted(demo.glob("*.txt"))
    assert len(reports) >= 6
    for report in reports:
        told = json.loads(report.with_suffix(".json").read_text("utf-8"))
        mark = word[told["language"]]
        assert mark in told["title"]
        lines = report.read_text("utf-8").strip().split("\n")
        assert mark in " ".join((*lines[:3], lines[-1])).lower()


def test_a_language_shows_what_it_holds_and_a_missing_one_which_there_are(tocsin) -> None:
    done = tocsin("language", "it")
    assert done.returncode == 0
    assert "Italian (it)" in done.stdout.decode()
    missing = tocsin("language", "xx")
    assert missing.returncode == 2
    assert "it" in missing.stderr.decode()


def test_who_pipes_into_head_sees_no_traceback(tmp_path: Path) -> None:
    import subprocess
    import sys

    line = f"{sys.executable} -m tocsin demo | head -n 1"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
