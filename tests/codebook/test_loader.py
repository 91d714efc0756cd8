"""The strict loader: everything that a schema doesn't allow is told, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.codebook import DataFault
from tocsin.codebook.loader import Flag, Number, Pairs, Rows, Table, Text, Texts, load

SCHEMA = Table(
    {"name": Text(), "rows": Rows(Table({"kind": Text(("a", "b")), "words": Texts()}), least=1)},
    {"on": Flag(), "size": Number(0, 9), "pairs": Pairs(Number()), "note": Text(blank=True), "two": Texts(2, 2)},
)
SOUND = 'name = "x"\nnote = ""\non = true\n[[rows]]\nkind = "a"\nwords = ["w"]\n'


def faults_of(path: Path, content: str) -> list[str]:
    file = path / "data.toml"
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        load(file, SCHEMA)
    except DataFault as fault:
        return [f.removeprefix("data.toml: ") for f in fault.faults]
    return []


def test_a_sound_file_loads_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "data.toml").write_text(SOUND)
    assert load(tmp_path / "data.toml", SCHEMA) == {
        "name": "x",
        "note": "",
        "on": True,
        "rows": [{"kind": "a", "words": ["w"]}],
    }


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    content = """
on = "yes"
size = 10
colour = "red"
two = ["one"]
pairs = { a = true }
[[rows]]
kind = "c"
words = []
[[rows]]
kind = "a"
words = ["w", "w", " ", 3]
why = 1
"""
    assert sorted(faults_of(tmp_path, content)) == [
        "colour: is no known key",
        "name: is missing",
        "on: must be true or false",
        "pairs.a: must be a whole number",
        "rows[0].kind: 'c' is none of a, b",
        "rows[0].words: must have at least 1 entries, has 0",
        "rows[1].why: is no known key",
        "rows[1].words[1]: 'w' is repeated",
        "rows[1].words[2]: is empty",
        "rows[1].words[3]: must be a text",
        "size: 10 is not from 0 to 9",
        "two: must have 2 to 2 entries, has 1",
    ]


def test_a_repeated_row_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, SOUND + '[[rows]]\nkind = "a"\nwords = ["w"]\n') == ["rows[1]: is repeated"]


def test_a_repeated_key_is_a_fault(tmp_path: Path) -> None:
    assert [f[:15] for f in faults_of(tmp_path, 'name = "a"\nname = "b"\n')] == [": is not TOML: "]


@pytest.mark.parametrize("content", ["rows = 1", "name = 1\nrows = [1]", "pairs = 1\nrows = []", "note = 1\ntwo = 1"])
def test_a_wrong_type_is_a_fault_and_no_crash(tmp_path: Path, content: str) -> None:
    assert faults_of(tmp_path, content)


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DataFault, match="can't be read"):
        load(tmp_path / "missing.toml", SCHEMA)
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')
    with pytest.raises(DataFault, match="is not UTF-8"):
        load(tmp_path / "latin.toml", SCHEMA)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.from_regex(r"[a-z]{6,9}", fullmatch=True), min_size=1, max_size=9))
def test_as_many_unknown_keys_as_there_are_are_told(tmp_path: Path, keys: set[str]) -> None:
    content = "".join(f"{key} = 1\n" for key in sorted(keys)) + SOUND
    assert faults_of(tmp_path, content) == [f"{key}: is no known key" for key in sorted(keys)]
