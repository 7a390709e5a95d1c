"""The zip that an Office file is: read with care, written the same on any machine and any day."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from edi_reports.model.limits import LIMITS, Limits, megabytes

_LISTED = b"PK\x01\x02"
PINNED = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Unusable(Exception):
    """A file that is no whole package; the message completes the sentence "The file …"."""


class Outsize(Exception):
    """A package beyond a limit; the message gives the limit, such as "48 MB unpacked", `limit` is its name."""

    def __init__(self, words: str, limit: str) -> None:
        super().__init__(words)
        self.limit = limit


def unpack(package: bytes, limits: Limits | None = LIMITS) -> dict[str, bytes]:
    """The parts of somebody else's package by name, in their order.

    Raises Unusable when it is no zip, is cut short or damaged; Outsize beyond a limit, before anything is unpacked.
    """
    if limits and package.count(_LISTED) > limits.template_parts:
        raise Outsize(f"{limits.template_parts:,} parts", "template_parts")
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as opened:
            entries = [entry for entry in opened.infolist() if not entry.is_dir()]
            if limits:
                _check_size(entries, limits)
            return {entry.filename: opened.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Unusable(f"is damaged or cut short ({error})") from None


def own_parts(package: bytes) -> dict[str, bytes]:
    """The parts of a package of our own making, in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def pack(parts: Iterable[tuple[str, bytes | Iterator[bytes]]], *, deflated: bool = True) -> bytes:
    """A package of these parts, with every day, time and machine left out: the same parts give the same bytes.

    A part may come stretch by stretch. What only goes on to be read again need not be deflated.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, PINNED)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
            with package.open(entry, "w") as part:
                for stretch in (content,) if isinstance(content, bytes) else content:
                    part.write(stretch)
    return made.getvalue()


def pack_texts(parts: Mapping[str, str]) -> bytes:
    """A package of parts of XML, given without their declarations."""
    return pack((name, f"{DECLARATION}{content}".encode()) for name, content in parts.items())


def content_types(*overrides: tuple[str, str]) -> str:
    """The part that tells the types of all parts: of these by name, and of all else that it is XML."""
    told = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """The part that tells what a part calls on, each by its kind and where it is; their ids are counted from rId1."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


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


def _check_size(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    markup = sum(entry.file_size for entry in entries if is_xml(entry.filename))
    if markup > limits.template_markup:
        raise Outsize(f"{megabytes(limits.template_markup)} of text and formats", "template_markup")
    if sum(entry.file_size for entry in entries) > limits.template:
        raise Outsize(f"{megabytes(limits.template)} unpacked", "template")
