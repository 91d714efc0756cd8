"""Makes of a written name its sounds, so that one name in two scripts or spellings comes out alike."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from tocsin.codebook.loader import Pairs, Table, Text, load

_SCRIPTS: Final = ("latin", "cyrillic", "arabic", "armenian", "georgian")
_DIALECTS: Final = ("belarusian", "uyghur")
_SCHEMA: Final = Table({name: Pairs(Text(blank=True)) for name in (*_SCRIPTS, *_DIALECTS, "lookalikes")})
_UYGHUR: Final = frozenset("ەېۇۆۈۋ")
_BELARUSIAN: Final = "ў"
_LONGEST: Final = 120  # letters of a token that are looked at
_ONE_APOSTROPHE: Final = str.maketrans("’ʼ`´′", "'" * 5)


class _Letters:
    """One table compiled: the longest letters first."""

    def __init__(self, table: dict[str, str]) -> None:
        self._sounds = table
        self._find = re.compile("|".join(re.escape(x) for x in sorted(table, key=lambda x: (-len(x), x))))

    def read(self, word: str) -> str:
        """The sounds of a lower-case word; a letter not in the table is tried without its marks, else dropped."""
        out, at = "", 0
        while at < len(word):
            m = self._find.match(word, at)
            if m is None:
                plain = unicodedata.normalize("NFKD", word[at])[0]
                out += self._sounds.get(plain, plain if plain in "abdefgiklmnoprstuvz" else "")
                at += 1
                continue
            out += self._sounds[m.group()]
            at = m.end()
        return out


@cache
def _tables() -> dict[str, Any]:
    content = load(files(__package__) / "letters.toml", _SCHEMA)
    out: dict[str, Any] = {name: _Letters(content[name]) for name in _SCRIPTS}
    out["belarusian"] = _Letters(content["cyrillic"] | content["belarusian"])
    out["uyghur"] = _Letters(content["arabic"] | content["uyghur"])
    out["to_cyrillic"] = str.maketrans(content["lookalikes"])
    out["to_latin"] = str.maketrans({v: k for k, v in content["lookalikes"].items() if k != "ĸ"})
    return out


def script(word: str) -> str:
    """The script of most letters: latin, cyrillic, arabic, armenian, georgian, or other. Ties go to the first one."""
    counts: dict[str, int] = {}
    for c in word[:_LONGEST]:
        name = _script_of(c)
        if name:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else "other"


def _script_of(c: str) -> str:
    o = ord(c)
    if 0x400 <= o < 0x530:
        return "cyrillic"
    if 0x600 <= o < 0x780 or 0xFB50 <= o < 0xFE00 or 0xFE70 <= o < 0xFEFF:
        return "arabic"
    if 0x530 <= o < 0x590:
        return "armenian"
    if 0x10A0 <= o < 0x1100:
        return "georgian"
    return "latin" if (c.isalpha() and o < 0x2B0) or 0x1E00 <= o < 0x1F00 else "other" if c.isalpha() else ""


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """The sounds of one written word, in the letters that letters.toml explains; "" for a word of no known script.

    Letters that look alike are repaired first (a Latin "a" in a Cyrillic word), then the word is read by its script;
    a doubled sound counts once, and a glide is kept only where it opens or closes a syllable.

    >>> sounds("Бажанов"), sounds("Bažanov")
    ('baZanov', 'baZanov')
    """
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word[:_LONGEST]).lower())
    word = word.translate(_ONE_APOSTROPHE)
    tables, kind = _tables(), script(word)
    if kind == "cyrillic":
        word = word.translate(tables["to_cyrillic"])
        kind = "belarusian" if _BELARUSIAN in word else kind
    elif kind == "latin":
        word = word.translate(tables["to_latin"])
    elif kind == "arabic" and _UYGHUR & set(word):
        kind = "uyghur"
    letters = tables.get(kind)
    return _smooth(letters.read(word)) if letters is not None else ""


def _smooth(read: str) -> str:
    read = re.sub(r"(.)\1+", r"\1", read)
    read = re.sub(r"(?<=[bdfgklmnprstvzSCZDTHG])[iyj](?=[aeouEOU])", "", read)  # Семён, Semyon, Semën
    return re.sub(r"(?<=i)[yj]|[yj](?=i)", "", read)
