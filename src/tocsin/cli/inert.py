"""Makes hostile characters harmless to look at: escape codes, bidi overrides and zero-width marks become visible."""

from __future__ import annotations

import json
import re
from typing import Any

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LINE = re.compile("\r\n|[\n\t]")


def shown(text: str) -> str:
    """The text in one line, every character that could act on a terminal or hide itself written as `\\u202e`.

    >>> shown("a\\x1b[31mb")
    'a\\\\x1b[31mb'
    """
    return _UNSAFE.sub(_escape, _LINE.sub(" ", text))


def shown_block(text: str) -> str:
    """The same, lines kept."""
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def _escape(m: re.Match[str]) -> str:
    code = ord(m.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def as_json(value: Any, indent: int | None = 1) -> str:
    """JSON that gives back the very text: letters stay as they are, characters that could act stand as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda m: m.group() if m.group() == "\n" else _json_escape(m.group()), text)


def _json_escape(c: str) -> str:
    code = ord(c)
    if code > 65535:
        code -= 65536
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
