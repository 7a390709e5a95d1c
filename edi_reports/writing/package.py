"""The zip that an Office file is: read with care, written the same on any machine and any day."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from lxml import etree

_LISTED = b"PK\x01\x02"
PINNED = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
MOST_PARTS = 2_000
MOST_BYTES = 50_000_000
MOST_XML_BYTES = 6_000_000


class Unusable(Exception):
    """A file that is no whole package; the message completes the sentence "The file …"."""


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of somebody else's package by name, in their order.

    Raises Unusable when it is no zip, is cut short or damaged, or would unpack to more than a template ever needs.
    """
    if package.count(_LISTED) > MOST_PARTS:
        raise Unusable(f"has more than {MOST_PARTS:,} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            _check_size(entries)
            return {entry.filename: opened.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Unusable(f"is damaged or cut short ({error})") from None


def pinned(package: bytes) -> bytes:
    """A package of our own making, packed again so that the same parts give the same bytes."""
    return pack(own_parts(package).items())


def own_parts(package: bytes) -> dict[str, bytes]:
    """The parts of a package of our own making, in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def pack(parts: Iterable[tuple[str, bytes | Iterator[bytes]]]) -> bytes:
    """A package of these parts, with every day, time and machine left out: the same parts give the same bytes.

    A part may come stretch by stretch.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, PINNED)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            with package.open(entry, "w") as part:
                for stretch in (content,) if isinstance(content, bytes) else content:
                    part.write(stretch)
    return made.getvalue()


def parse(part: str, content: bytes) -> etree._Element:
    """The XML of a part. Raises Unusable when it is malformed or brings a document type (entities) of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) and error.lineno else ""
        raise Unusable(f"is damaged in {part}{line}: its XML is cut short, wrong or nests without end") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unusable(f"holds a document type in {part}, which Office files never do")
    return root


def is_xml(part: str) -> bool:
    """Whether a part of that name holds XML."""
    return part.lower().endswith((".xml", ".rels"))


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    xml = sum(entry.file_size for entry in entries if is_xml(entry.filename))
    if xml > MOST_XML_BYTES:
        raise Unusable(f"would unpack to more than {MOST_XML_BYTES // 1_000_000} MB of markup")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Unusable(f"would unpack to more than {MOST_BYTES // 1_000_000} MB")
