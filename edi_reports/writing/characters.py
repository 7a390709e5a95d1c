"""Characters that Office files cannot hold, or that would deceive a reader: shown, never lost and never fatal."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with control characters as their pictures ("␇") and line ends as line feeds.

    What XML forbids, or what reverses the reading direction, stands as its code: "[U+202E]".
    """
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _UNWRITABLE.sub(_shown, text.replace("\r\n", "\n"))


def escaped(text: str) -> str:
    """The text, printable, as it stands in XML, also between quotation marks."""
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in "\r\v\f":
        return "\n"
    return chr(0x2400 + code) if code < 0x20 else f"[U+{code:04X}]"
