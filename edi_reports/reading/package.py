"""The parts of a workbook file: a zip archive of XML parts that name one another (ECMA-376 Part 2).

What is unpacked is counted as it comes, whatever sizes the archive declares.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Self
from urllib.parse import unquote

from msgspec import Struct

from edi_reports.reading.limits import LIMITS, Allowance, Damaged, Limits, TooLarge
from edi_reports.reading.opening import BROKEN_ARCHIVE
from edi_reports.reading.xml_parts import Found, elements

_CHUNK = 2**16
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Relationship(Struct, frozen=True):
    """How one part names another: `kind` is the last word of its type, such as "worksheet"."""

    kind: str
    target: str


class Package:
    """An open archive of parts. A part is found whatever the case or the slashes of its name (Part 2, 6.2.2)."""

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        """Open the archive; raises Damaged when it cannot be opened."""
        self.limits, self.allowance = limits, Allowance(limits)
        self._relationships: dict[str, dict[str, Relationship]] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ARCHIVE as error:
            raise Damaged("its archive is cut short or broken") from error
        self._entries = {_plain_name(entry.filename): entry for entry in self._archive.infolist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def __contains__(self, part: str) -> bool:
        return _plain_name(part) in self._entries

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece. Raises Damaged when it is missing or broken, TooLarge beyond a limit."""
        entry = self._entries.get(_plain_name(part))
        if entry is None:
            raise Damaged(f'its part "{part[:80]}" is missing')
        if entry.compress_type not in _PACKED:
            raise Damaged(f'its part "{part[:80]}" is packed in a way that workbooks may not use')
        try:
            with self._archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    self.allowance.inflate(len(chunk))
                    yield chunk
        except BROKEN_ARCHIVE as error:
            raise Damaged(f'its part "{part[:80]}" cannot be unpacked') from error

    def elements(self, part: str, root: str, *wanted: str) -> Iterator[Found]:
        """The elements of a part at the wanted paths below its root; raises as `chunks` and `xml_parts.elements` do."""
        return elements(self.chunks(part), root, wanted, self.limits)

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """What a part names, by id; for no part, what the package itself names. What lies outside the file is left out.

        Raises Damaged or TooLarge.
        """
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Relationship] = {}
        for _, each in self.elements(listing, "Relationships", "Relationship") if listing in self else ():
            if each.get("TargetMode") != "External":
                kind = each.get("Type", "").rpartition("/")[2]
                found[each.get("Id", "")] = Relationship(kind, _resolved(folder, each.get("Target", "")))
            if len(found) > self.limits.parts:
                raise TooLarge(f"{self.limits.parts:,} parts", "parts")
        return found

    def related(self, part: str, *kinds: str) -> str | None:
        """The first part of one of these kinds that a part names and that is there; None when there is none."""
        targets = (each.target for each in self.relationships(part).values() if each.kind in kinds)
        return next((target for target in targets if target in self), None)


def _plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


@lru_cache(maxsize=1000)
def _resolved(folder: str, target: str) -> str:
    """The name of the part that a relationship means; one that climbs out of the package is taken to stay inside."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/")))).lstrip("/")
