"""What a person hands in by mistake: refused in one line or made a doubt, and the other files are still read."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.cli.decoding import decode
from tocsin.codebook import InputRefused

TEXT = "Police arrested Ivan Petrenko in Tbilisi on 5 May 2025, his lawyer said.\n"
RUSSIAN = "Полиция задержала Егора Лапина в Алматы 5 мая 2025 года, сообщила адвокат. Егор Лапин под стражей."
ITALIAN = "La polizia ha arrestato Egor Lapin perché è fuggito. «Così è più sicuro», dirà l'avvocato a novità finite."


def codes(told: dict) -> set[str]:
    return {d["code"] for d in told["doubts"]}


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (bytes(range(256)) * 20, "not_text"),
        (b"\x7fELF\x00\x00\x01" * 50, "not_text"),
        (b"\x01\x02\x03\x04", "not_text"),
        (b"\x89PNG\r\n\x1a\n" + os.urandom(4000), "not_text"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_line_and_the_others_are_read(
    tocsin, tmp_path: Path, raw: bytes, word: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(raw)
    (tmp_path / "good.txt").write_text(TEXT)
    done = tocsin("read", tmp_path / "bad.txt", tmp_path / "good.txt", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1
    assert word in done.stderr.decode()
    assert (tmp_path / "out" / "good.json").exists()


def test_too_large_a_file_is_refused_in_one_line_that_names_the_limit_and_what_lifts_it(tocsin, tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as f:
        f.truncate(50_000_000)
    (tmp_path / "good.txt").write_text(TEXT)
    done = tocsin("read", tmp_path / "big.txt", tmp_path / "good.txt")
    line = done.stderr.decode().strip()
    assert done.returncode == 1
    assert "\n" not in line
    assert "20 MB" in line
    assert "--max-size 50" in line
    assert "Ivan Petrenko" in done.stdout.decode()


def test_a_higher_limit_lets_a_larger_file_in(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + " " * 1_500_000)
    assert tocsin("read", tmp_path / "a.txt", "--max-size", "1", "--json").returncode == 1
    assert tocsin("read", tmp_path / "a.txt", "--max-size", "2", "--json").returncode == 0


@pytest.mark.parametrize("name", ["no-such.txt", "x" * 300 + ".txt"])
def test_a_name_that_leads_to_nothing_is_one_line(tocsin, tmp_path: Path, name: str) -> None:
    done = tocsin("read", tmp_path / name)
    assert done.returncode == 1
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_folder_without_texts_says_so(tocsin, tmp_path: Path) -> None:
    done = tocsin("read", tmp_path)
    assert done.returncode == 1
    assert "NAME.txt" in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_russian_text_is_read_in_the_encodings_it_comes_in(tocsin, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode(encoding))
    told = json.loads(tocsin("read", tmp_path / "a.txt", "--json").stdout)[0]
    assert "Егор Лапин" in told["persons"]
    assert ("encoding_guessed" in codes(told)) is (encoding in ("cp1251", "koi8-r"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_no_letter_of_italian_changes_in_the_encodings_it_comes_in(encoding: str) -> None:
    text, doubts = decode(ITALIAN.encode(encoding))
    assert text == ITALIAN
    assert bool(doubts) is (encoding == "cp1252")


def test_a_doubt_about_the_encoding_gives_the_other_encodings_to_choose_from() -> None:
    (doubt,) = decode(RUSSIAN.encode("cp1251"))[1]
    assert doubt.choices[0] == "Windows-1251"
    assert "KOI8-R" in doubt.choices


def test_a_text_cut_inside_a_letter_stays_utf_8_and_leaves_a_doubt() -> None:
    for raw in (RUSSIAN.encode()[:-2] + b"\xd0", ITALIAN.encode() + b"\xc3"):
        text, (doubt,) = decode(raw)
        assert text[:20] in RUSSIAN + ITALIAN
        assert doubt.code == "encoding_damaged"
        assert doubt.quote is not None
        assert doubt.quote.stands_in(text)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except InputRefused as e:
        assert "\n" not in str(e)
    else:
        assert isinstance(text, str)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff"), min_size=1))
def test_utf_8_text_comes_out_as_it_went_in(text: str) -> None:
    assert decode(text.encode()) == (text, ())


def test_of_a_sidecar_only_what_it_may_tell_is_read(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ivan Petrenko was arrested yesterday.")
    answers = {"published": "2026-02-03", "language": "en", "claims": [{"person": "Somebody Else"}], "figures": 3}
    (tmp_path / "a.json").write_text(json.dumps(answers))
    raw = tocsin("read", tmp_path / "a.txt", "--json").stdout
    told = json.loads(raw)[0]
    assert told["claims"][0]["when"] == "2026-02-02"
    assert b"Somebody" not in raw
    assert "bad_sidecar" not in codes(told)


@pytest.mark.parametrize(
    "sidecar", [b"{not json", b"[]", b"\xff\xfe", b"", b"[" * 100_000, b'{"published": 20260203}', b'{"title": ["x"]}']
)
def test_a_broken_sidecar_is_a_doubt_and_the_report_is_read(tocsin, tmp_path: Path, sidecar: bytes) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_bytes(sidecar)
    done = tocsin("read", tmp_path / "a.txt", "--json")
    told = json.loads(done.stdout)[0]
    assert done.returncode == 0
    assert told["claims"]
    assert "bad_sidecar" in codes(told)


@pytest.mark.parametrize("published", ["2026-02-31", "soon", "2026-W05-2", "20260203"])
def test_a_sidecars_date_that_is_none_is_a_doubt(tocsin, tmp_path: Path, published: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(json.dumps({"published": published}))
    told = json.loads(tocsin("read", tmp_path / "a.txt", "--json").stdout)[0]
    assert told["published"] is None
    assert "bad_date" in codes(told)


def test_a_language_without_a_file_is_a_doubt_with_the_languages_there_are(tocsin, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text('{"language": "tlh"}')
    done = tocsin("read", tmp_path / "a.txt", "--json")
    told = json.loads(done.stdout)[0]
    assert done.returncode == 0
    assert "unknown_language" in codes(told)


def test_two_languages_in_one_report_are_a_doubt(tocsin) -> None:
    block = (
        "Secondo il legale la polizia ha fermato il giovane nella sua casa e lo ha portato via con la forza ieri sera. "
    )
    text = (TEXT * 4) + "\n\n" + block * 3
    told = json.loads(tocsin("read", "-", "--json", "--language", "en", stdin=text.encode()).stdout)
    assert "mixed_languages" in codes(told)


def test_zero_width_and_right_to_left_marks_hide_nobody(tocsin) -> None:
    text = TEXT.replace("Petrenko", "Pet\u200brenko\u200f").replace("arrested", "arres\u200dted")
    told = json.loads(tocsin("read", "-", "--json", "--language", "en", stdin=text.encode()).stdout)
    claim = next(c for c in told["claims"] if c["kind"] == "detention")
    assert "Ivan" in claim["person"]
    q = claim["quote"]
    assert text[q["start"] : q["end"]] == q["text"]
