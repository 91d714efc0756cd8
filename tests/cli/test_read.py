"""What a person meets at the door: good files read, bad ones refused in one line, nothing of a report acting."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Police arrested Ivan Petrenko in Tbilisi on 5 May 2025, his lawyer said.\n"


def tocsin(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tocsin", *map(str, args)], input=stdin, capture_output=True, check=False, timeout=120
    )


def test_a_folder_gives_one_json_for_each_text(tmp_path: Path) -> None:
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


def test_standard_input_is_read() -> None:
    done = tocsin("read", "-", "--json", "--language", "en", stdin=TEXT.encode())
    assert json.loads(done.stdout)["claims"][0]["person"] == "Ivan Petrenko"


def test_of_a_sidecar_only_what_it_may_tell_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ivan Petrenko was arrested yesterday.")
    answers = {"published": "2026-02-03", "language": "en", "claims": [{"person": "Somebody Else"}]}
    (tmp_path / "a.json").write_text(json.dumps(answers))
    told = json.loads(tocsin("read", tmp_path / "a.txt", "--json").stdout)[0]
    assert told["claims"][0]["when"] == "2026-02-02"
    assert b"Somebody" not in tocsin("read", tmp_path / "a.txt", "--json").stdout


def test_a_broken_sidecar_is_a_doubt_and_the_report_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text("{not json")
    done = tocsin("read", tmp_path / "a.txt", "--json")
    told = json.loads(done.stdout)[0]
    assert done.returncode == 0
    assert told["claims"]
    assert "bad_sidecar" in {d["code"] for d in told["doubts"]}


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (bytes(range(256)) * 20, "not_text"),
        (b"\x7fELF\x00\x00\x01" * 50, "not_text"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_line_and_the_others_are_read(
    tmp_path: Path, raw: bytes, word: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(raw)
    (tmp_path / "good.txt").write_text(TEXT)
    done = tocsin("read", tmp_path / "bad.txt", tmp_path / "good.txt", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert word in done.stderr.decode()
    assert (tmp_path / "out" / "good.json").exists()


def test_too_large_a_file_is_refused_in_one_line_that_names_the_limit_and_what_lifts_it(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"a " * 25_000_000)
    done = tocsin("read", big)
    line = done.stderr.decode().strip()
    assert done.returncode == 1
    assert "\n" not in line
    assert "20 MB" in line
    assert "--max-size" in line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_russian_text_is_read_in_the_encodings_it_comes_in(tmp_path: Path, encoding: str) -> None:
    text = "Полиция задержала Егора Лапина в Алматы 5 мая 2025 года, сообщила адвокат. Егор Лапин под стражей."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    told = json.loads(tocsin("read", tmp_path / "a.txt", "--json").stdout)[0]
    assert "Егор Лапин" in told["persons"]
    assert ("encoding_guessed" in {d["code"] for d in told["doubts"]}) is (encoding == "cp1251")


def test_a_date_that_is_none_and_a_language_that_is_none_are_refused_before_anything_is_read() -> None:
    assert tocsin("read", "-", "--published", "2026-02-31").returncode == 2
    assert tocsin("read", "-", "--language", "xx").returncode == 2


HOSTILE = (
    "\x1b[31mPolice\x1b[0m arrested \u202eIvan Petrenko\u202c in Tbilisi. <script>alert(1)</script> <b onclick='x'>\n"
)


def test_escape_codes_and_bidi_overrides_are_inert_in_the_table(tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31m\u202e.txt"
    name.write_text(HOSTILE)
    (tmp_path / "b.txt").write_text("")
    done = tocsin("read", name, tmp_path / "b.txt", "--language", "en", "--no-colour")
    shown = (done.stdout + done.stderr).decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "Ivan Petrenko" in shown


def test_nothing_of_a_report_is_markup_or_script_in_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE)
    tocsin("read", tmp_path / "a.txt", "--language", "en", "--html", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b onclick" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_help_knows_every_command() -> None:
    assert {b"read", b"demo", b"language"} <= set(tocsin("--help").stdout.split())


def test_the_demo_ends_by_itself_and_its_last_line_says_what_to_type_next() -> None:
    done = tocsin("demo")
    assert done.returncode == 0
    assert "tocsin read FILE" in done.stdout.decode().strip().splitlines()[-1]
    assert "Docket:" in done.stdout.decode()
