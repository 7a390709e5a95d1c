"""The file itself: read once into memory, recognised by its first bytes, refused in words when it is no workbook."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct

from edi_reports.model.finding import CannotContinue
from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place
from edi_reports.reading.limits import LIMITS, Limits, megabytes, too_large

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"PK\x07\x08", "part of a split archive"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
)
_MODIFIED = re.compile(r"<dcterms:modified[^>]*>\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")
_REFUSED_PARTS = (
    ("xl/workbook.bin", "an Excel binary workbook (.xlsb)"),
    ("word/", "a Word document"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
)
_READ_PARTS = (".xml", ".rels")
_MOST_VALUES = 8_000_000
_LISTED_PART = b"PK\x01\x02"
BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
"""The errors with which the standard library answers a damaged archive."""
DELIMITED = (".csv", ".tsv", ".tab", ".txt")


class FileKind(Enum):
    """What can be read."""

    WORKBOOK = "workbook"
    DELIMITED = "delimited"


class OpenedFile(Struct, frozen=True):
    """The bytes of a file, read once, with its name, its SHA-256 and what it is."""

    name: str
    data: bytes
    kind: FileKind

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        import hashlib

        return hashlib.sha256(self.data).hexdigest()


def open_file(path: Path, limits: Limits = LIMITS) -> OpenedFile:
    """Read a file and say what it is.

    Raises CannotContinue for a file that is missing, not readable, encrypted, damaged, too large or no workbook.
    """
    data = read_file(path, limits)
    return OpenedFile(path.name, data, _kind(path, data, limits))


def saved_at(path: Path) -> datetime | None:
    """Tell when a workbook says that it was last saved; None when it does not say, or cannot be read."""
    try:
        data = read_file(path)
        if data.count(_LISTED_PART) > LIMITS.parts:
            return None
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("docProps/core.xml") as properties:
            text = properties.read(20_000).decode("utf-8", errors="replace")
        found = _MODIFIED.search(text)
        return datetime.fromisoformat(found[1]) if found else None
    except (CannotContinue, KeyError, *BROKEN_ARCHIVE):
        return None


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """Read a file once into memory.

    Raises CannotContinue when it is missing, a folder, too large or not readable.
    """
    place = Place(path.name)
    try:
        if path.is_dir():
            raise cannot_continue("is-a-folder", place, file=path.name)
        if not path.is_file():
            if path.exists():
                raise cannot_continue("cannot-open", place, reason="it is a device or a pipe, not a file")
            raise cannot_continue("no-such-file", place, file=path.name)
        if path.stat().st_size > limits.file:
            raise too_large(place, megabytes(limits.file), "file")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "the name cannot be used"
        raise cannot_continue("cannot-open", place, reason=reason[0].lower() + reason[1:]) from error


def parse_json(data: bytes) -> Any:
    """The value of a JSON document; ValueError also for one of more values than fit into memory for certain."""
    if sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise ValueError("too many values")
    return json.loads(data)


def _kind(path: Path, data: bytes, limits: Limits) -> FileKind:
    place = Place(path.name)
    if not data:
        raise cannot_continue("not-a-workbook", place, what="empty")
    if data.startswith(_COMPOUND_FILE):
        raise cannot_continue("encrypted" if _ENCRYPTED in data else "old-excel", place)
    if data.startswith(b"PK\x03\x04"):
        _check_archive(place, data, limits)
        return FileKind.WORKBOOK
    for start, what in _OTHER_FORMATS:
        if data[:512].lstrip().startswith(start):
            raise cannot_continue("not-a-workbook", place, what=what)
    if path.suffix.lower() in DELIMITED and not _is_binary(data):
        return FileKind.DELIMITED
    what = "not one that is recognised" if _is_binary(data) else "plain text"
    raise cannot_continue("not-a-workbook", place, what=what)


def _is_binary(data: bytes) -> bool:
    head = data[:4096]
    return b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _check_archive(place: Place, data: bytes, limits: Limits) -> None:
    """Refuse an archive that is cut short, holds something other than a workbook, or says itself that it is too large.

    What it says may be false, so what is unpacked is counted again while it is read.
    """
    if data.count(_LISTED_PART) > limits.parts:
        raise too_large(place, f"{limits.parts:,} parts", "parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except BROKEN_ARCHIVE as error:
        raise cannot_continue("damaged-workbook", place, reason="its archive is cut short or broken") from error
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise cannot_continue("encrypted", place)
    for part, what in _REFUSED_PARTS:
        if any(name.startswith(part) for name in names):
            raise cannot_continue("not-a-workbook", place, what=what)
    if "[Content_Types].xml" not in names:
        raise cannot_continue("not-a-workbook", place, what="an archive")
    if sum(entry.file_size for entry in entries if entry.filename.endswith(_READ_PARTS)) > limits.inflated:
        raise too_large(place, f"{megabytes(limits.inflated)} unpacked", "inflated")
