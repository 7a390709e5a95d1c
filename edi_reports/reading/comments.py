"""Comments on the cells of a sheet: notes (ECMA-376 Part 1, 18.7), and the threads that newer programs write."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from edi_reports.reading.addresses import read_block
from edi_reports.reading.grid import Address
from edi_reports.reading.limits import TooLarge
from edi_reports.reading.package import Package
from edi_reports.reading.rich_text import read_text, words_of
from edi_reports.reading.values import text_seen


def read_comments(package: Package, sheet_part: str) -> Iterator[tuple[Address, str]]:
    """The comments of a sheet by cell; each entry of a thread comes as one. Raises Damaged or TooLarge.

    A thread also stands as a note, which says only that it is one; so where a cell has a thread, its note is left out.
    """
    threaded: set[Address] = set()
    for comment in _comments(package, sheet_part, "threadedComment", "ThreadedComments", "threadedComment"):
        address = read_block(comment.get("ref", "")).first
        threaded.add(address)
        yield address, text_seen(comment.findtext("text") or "")
    for comment in _comments(package, sheet_part, "comments", "comments", "commentList/comment"):
        address, text = read_block(comment.get("ref", "")).first, comment.find("text")
        if address not in threaded and text is not None:
            yield address, words_of(read_text(text))


def _comments(package: Package, sheet_part: str, kind: str, root: str, path: str) -> Iterator[Element]:
    count = 0
    for part in (each.target for each in package.relationships(sheet_part).values() if each.kind == kind):
        for _, comment in package.elements(part, root, path):
            yield comment
            count += 1
            if count > package.limits.comments:
                raise TooLarge(f"{package.limits.comments:,} comments", "comments")
