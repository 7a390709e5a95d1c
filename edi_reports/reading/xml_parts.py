"""XML parts read as a stream: the wanted elements come one by one, and what has been read is forgotten.

Document types are refused, and with them entities and all that lies outside the file. How deep elements nest, how large
one grows and how long one text or tag runs is limited, so memory does not depend on what a part holds. Names come
without the prefix that the root has, and paths without any, so transitional and strict workbooks (ISO/IEC 29500) read
alike, whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from edi_reports.reading.limits import Damaged, Limits, TooLarge, megabytes

_WHOLE_NUMBER = re.compile(r"\s*[+-]?\d{1,10}\s*", re.ASCII).fullmatch

Found = tuple[str, Element]
"""An element with its path below the root, such as "fonts/font"."""


def elements(chunks: Iterable[bytes], root: str, wanted: Collection[str], limits: Limits) -> Iterator[Found]:
    """Each element at one of the wanted paths, whole and in order.

    Raises Damaged when the part is not well-formed, has another root or a document type; TooLarge beyond a limit.
    """
    tree = _GrowingTree(root, wanted, limits)
    for chunk in chunks:
        tree.grow(chunk)
        yield from tree.take_complete()
    tree.close()
    yield from tree.take_rest()


class _GrowingTree:
    """An element tree that is read, and cut back, while it grows."""

    def __init__(self, root: str, wanted: Collection[str], limits: Limits) -> None:
        self._name, self._limits = root, limits
        self._wanted = frozenset(wanted)
        self._above = _paths_above(self._wanted)
        self._root: Element | None = None
        self._youngest: Element | None = None
        self._quiet = self._kept = self._forgotten = 0
        self._builder = TreeBuilder()
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse_document_type
        self._parser.StartElementHandler = self._begin

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the root; the builder takes all that follows, without a call into Python."""
        prefix = name[: name.find(":") + 1]
        if name != prefix + self._name:
            raise Damaged(f'a part that should be a "{self._name}" is a "{name[:40]}"')
        parser, builder = self._parser, self._builder
        self._root = builder.start(self._name, attributes)
        parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
        parser.CharacterDataHandler = builder.data
        if prefix:
            parser.StartElementHandler = lambda name, given: builder.start(name.removeprefix(prefix), given)

    def grow(self, chunk: bytes) -> None:
        """Let the tree grow by a chunk of the part."""
        self._parse(chunk)
        self._kept += len(chunk)
        self._quiet += len(chunk)

    def close(self) -> None:
        """Tell that the part has ended."""
        self._parse(b"", last=True)

    def _parse(self, chunk: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise Damaged(f'the XML of its "{self._name}" part is cut short or wrong, line {error.lineno}') from error
        except (LookupError, ValueError) as error:
            raise Damaged(f'its "{self._name}" part is written in an unknown encoding') from error

    def take_complete(self) -> Iterator[Found]:
        """Take out the wanted elements that are complete, which at each level are all but the last; forget the rest."""
        self._check_youngest()
        element, path = self._root, ""
        while element is not None and len(element) and path not in self._wanted:
            complete = self._forget(element)
            for child in complete:
                yield from self._found(child, _below(path, child))
            element = element[-1]
            path = _below(path, element)
        if self._kept > self._limits.element:
            raise TooLarge(f"{megabytes(self._limits.element)} in one row or style", "element")

    def _forget(self, parent: Element) -> list[Element]:
        """Take the complete children, all but the last, out of the tree."""
        complete = parent[:-1]
        if complete:
            del parent[:-1]
            self._kept = 0
            self._forgotten += len(complete)
            if self._forgotten > self._limits.elements:
                raise TooLarge(f"{self._limits.elements:,} elements in one part", "elements")
        return complete

    def take_rest(self) -> Iterator[Found]:
        """Take out what is left when the part has ended."""
        for child in () if self._root is None else self._root:
            yield from self._found(child, _below("", child))

    def _found(self, element: Element, path: str) -> Iterator[Found]:
        if path in self._wanted:
            yield path, element
        elif path in self._above:
            for child in element:
                yield from self._found(child, _below(path, child))

    def _check_youngest(self) -> None:
        """Refuse elements that nest too deep, and a text or tag in which nothing new begins for too long."""
        element, depth = self._root, 0
        while element is not None and len(element):
            element, depth = element[-1], depth + 1
            if depth > self._limits.depth:
                raise Damaged(f'its "{self._name}" part nests more than {depth - 1} elements')
        if element is not self._youngest:
            self._youngest, self._quiet = element, 0
        if self._quiet > self._limits.silence:
            raise Damaged(f'a text or tag in its "{self._name}" part is longer than {self._limits.silence:,} bytes')


@cache
def _paths_above(wanted: frozenset[str]) -> frozenset[str]:
    return frozenset(path[:at] for path in wanted for at, sign in enumerate(path) if sign == "/")


def _below(path: str, element: Element) -> str:
    name = element.tag.rpartition(":")[2]
    return f"{path}/{name}" if path else name


def _refuse_document_type(*_: object) -> None:
    raise Damaged("one of its parts declares a document type, which workbooks may not")


def whole_number(element: Element, attribute: str, default: int = 0) -> int:
    """An attribute as a whole number; Damaged when it is something else."""
    written = element.get(attribute)
    if written is None:
        return default
    if not _WHOLE_NUMBER(written):
        raise Damaged(f'{element.tag} has the {attribute} "{written[:20]}", which is no number')
    return int(written)


def is_on(written: str | None) -> bool:
    """A switch as the format writes it (ECMA-376 Part 1, 22.9.2.7); None, for no attribute, is off."""
    return written in ("1", "true", "on")
