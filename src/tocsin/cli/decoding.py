"""Turns a file's bytes into text without changing a character; what encoding they are in may be a guess and a Doubt."""

from __future__ import annotations

import re

from tocsin.codebook import Doubt, InputRefused, Quote

_HEAD = 20_000  # code points looked at to tell text from bytes
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CYRILLIC = (("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("cp866", "DOS 866"))
_LATIN = ("cp1252", "Windows-1252")
_FREQUENT = frozenset("оеаинтсрвл")  # seven in ten letters of Russian, six of Ukrainian; few when misread
_WORD_OF_HIGH_BYTES = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(raw: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a file's bytes: UTF-8, UTF-16, else an old eight-bit encoding, which is a guess and a Doubt.

    Line ends and everything else stay as they are; a byte order mark is no part of the text.
    Raises InputRefused (empty, not_text).
    """
    if not raw:
        raise InputRefused("empty", "the file is empty", "Check the file.")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(raw, "utf-16"), ()
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    elif 0 in raw[:4000]:
        return _strict(raw, _utf16_without_mark(raw[:4000])), ()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(raw) or _guessed(raw)
    _refuse_binary(text)
    return text, ()


def _strict(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as e:
        raise InputRefused("not_text", f"broken {encoding.upper()}", "Save it as UTF-8.") from e
    _refuse_binary(text)
    return text


def _utf16_without_mark(head: bytes) -> str:
    """The UTF-16 in which those bytes are words; text in any other encoding holds no zero byte."""
    head = head[: len(head) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, errors="replace")
        if sum(map(_plausible, text)) > 0.9 * len(text):
            return encoding
    raise InputRefused("not_text", "these are bytes, not text", "Give the text of the report.")


def _plausible(c: str) -> bool:
    """A letter, mark or sign of the scripts from Latin to Arabic and Georgian."""
    return (
        c in "\t\n\r" or " " <= c < "\u0700" or "\u10a0" <= c < "\u1100" or "\u1e00" <= c < "\u1f00" or "–" <= c <= "…"
    )


def _refuse_binary(text: str) -> None:
    head = text[:_HEAD]
    controls = len(_CONTROLS.findall(head))
    if controls > max(8, len(head) // 100) or controls * 5 > len(head):
        raise InputRefused("not_text", "these are bytes, not text", "Give the text of the report.")


def _damaged(raw: bytes) -> tuple[str, tuple[Doubt, ...]] | None:
    """UTF-8 with a broken place or two, such as a file cut in the middle of a letter; None when it is no UTF-8."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    if whole < 2 * broken:
        return None
    _refuse_binary(text)
    at = text.index("\ufffd")
    question = f"Bytes that are no text stand at {broken} places, shown as \ufffd. What is lost there?"
    return text, (Doubt("encoding_damaged", question, Quote(text[at], at, at + 1)),)


def _guessed(raw: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """Cyrillic when most bytes over 127 stand in words of such bytes; else Latin, where they are single letters."""
    high = len(_HIGH.findall(raw))
    in_words = sum(map(len, _WORD_OF_HIGH_BYTES.findall(raw)))
    if in_words * 2 > high:
        codec, name = max(_CYRILLIC, key=lambda kind: _russian(raw[:_HEAD], kind[0]))
    else:
        codec, name = _LATIN
    text = raw.decode(codec, errors="replace")
    _refuse_binary(text)
    letters = sum(c.isalpha() for c in text[:_HEAD])
    if text.count("\ufffd") > len(text) // 50 or letters * 2 < len(text[:_HEAD]):
        raise InputRefused("not_text", "in no encoding known here", "Save it as UTF-8.")
    others = tuple(n for _, n in (*_CYRILLIC, _LATIN) if n != name)
    question = f"The file isn't UTF-8; it was read as {name}. Do the letters look right?"
    return text, (Doubt("encoding_guessed", question, None, (name, *others)),)


def _russian(raw: bytes, codec: str) -> int:
    """How many of the frequent small letters of Cyrillic text those bytes give."""
    return sum(c in _FREQUENT for c in raw.decode(codec, errors="replace"))
