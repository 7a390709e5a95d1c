"""Comments on the cells of a sheet: notes (ECMA-376 Part 1, 18.7), and the threads that newer programs write."""

from __future__ import annotations

from collections.abc import Iterator

from edi_reports.reading.addresses import read_block
from edi_reports.reading.grid import Address
from edi_reports.reading.package import Package
from edi_reports.reading.rich_text import Text, read_text
from edi_reports.reading.values import text_seen


def read_comments(package: Package, sheet_part: str) -> Iterator[tuple[Address, str]]:
    """The comments of a sheet by cell; each entry of a thread comes as one. Raises Damaged or TooLarge.

    A thread also stands as a note, which says only that it is one; so where a cell has a thread, its note is left out.
    """
    parts = package.relationships(sheet_part).values()
    threaded: set[Address] = set()
    for part in (each.target for each in parts if each.kind == "threadedComment"):
        for _, comment in package.elements(part, "ThreadedComments", "threadedComment"):
            address = read_block(comment.get("ref", "")).first
            threaded.add(address)
            yield address, text_seen(comment.findtext("text") or "")
    for part in (each.target for each in parts if each.kind == "comments"):
        for _, comment in package.elements(part, "comments", "commentList/comment"):
            address, text = read_block(comment.get("ref", "")).first, comment.find("text")
            if address not in threaded and text is not None:
                yield address, _words(read_text(text))


def _words(text: Text) -> str:
    return text if isinstance(text, str) else text.text
