"""JSON that people can read, the same bytes every time, written as it comes: a long list need never be whole in memory.

The text is that of `json.dumps` with an indent of one, which alone would take five times as long.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.json import format as indented

_on_one_line = json.JSONEncoder(ensure_ascii=False).encode


def json_bytes(document: Mapping[str, Any]) -> bytes:
    """Write a document as UTF-8; what in it is an iterator becomes a list, item by item."""
    made = io.BytesIO()
    made.writelines(stretches(document))
    return made.getvalue()


def stretches(document: Mapping[str, Any]) -> Iterator[bytes]:
    """The same bytes as they are made, one item of a list at a time."""
    before = b"{\n "
    for key, value in document.items():
        yield before + _text(key, 1) + b": "
        yield from _items(value) if isinstance(value, Iterator) else (_text(value, 1),)
        before = b",\n "
    yield b"\n}\n" if document else b"{}\n"


def _items(items: Iterator[Any]) -> Iterator[bytes]:
    before = b"["
    for item in items:
        yield before + b"\n  " + _text(item, 2)
        before = b","
    yield b"[]" if before == b"[" else b"\n ]"


def _text(value: Any, depth: int) -> bytes:
    """A value as it stands so many levels deep; half a letter stands as its code."""
    try:
        written = indented(_on_one_line(value).encode(), indent=1)
    except UnicodeEncodeError:
        written = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", errors="backslashreplace")
    return written.replace(b"\n", b"\n" + b" " * depth)
