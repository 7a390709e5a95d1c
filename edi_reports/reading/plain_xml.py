"""Lists of items in the plain form in which nearly all programs write them, taken without a call for each tag.

An item that is written in any other way stays in the stream for `xml_parts`, and so does everything from a comment, a
CDATA section or a processing instruction on: a workbook reads the same with and without this module, only slower.
It pays for itself: 10,000 actions take 4 times what inflating their XML and running it through expat takes, not 11.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element
from xml.parsers import expat

from edi_reports.reading.limits import Damaged
from edi_reports.reading.rich_text import Marks, Text, font_look, text_of
from edi_reports.reading.values import text_seen

_LONGEST_WAIT = 2**20
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)""")
_OTHER_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\0", b"<\0")
_NO_CHARACTERS = bytes([*range(9), 11, 12, *range(14, 32)])
_DECLARATION = re.compile(r"<\?xml[^<>]*\?>\s*")
_PREFIX = re.compile(r"<[^\s<>/]*:").match
_TAGS = re.compile(r"<[^/]|</|/>").findall

_REFERENCES = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|);|&").sub
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SPACES = frozenset(map(ord, "\t\n\r"))
_RUN_TEXT = re.compile(r'<t(?: xml:space="preserve")?>([^<]*)</t></r>').split
_TEXT_TAGS = ("<t", '<t xml:space="preserve"')


class NotPlain(Exception):
    """An item is not in the plain form, and is to stay in the stream."""


class OutOfOrder(Exception):
    """An item would change what the ones around it mean, so all of the list from it on is to stay in the stream."""


class PlainList(NamedTuple):
    """A list of items: the tag that opens it and how deep it stands, how each item begins, and the tag that ends it.

    `take` gets an item without its beginning, and raises NotPlain or OutOfOrder. `leave` is called for each item that
    stays. `instead` gives XML to leave in the place of all items taken, once the list has ended or is left. `look_over`
    gets the items that are taken next, all in one.
    """

    opening: re.Pattern[str]
    depth: int
    begins: str
    ends: str
    take: Callable[[str], None]
    leave: Callable[[], None] = lambda: None
    instead: Callable[[], str] = str
    look_over: Callable[[str], None] = lambda _: None


def without_plain(chunks: Iterator[bytes], items: PlainList) -> Iterator[bytes]:
    """What is left of a part when the plain items of a list have been taken."""
    first = next(chunks, b"")
    encoding = _ENCODING.match(first)
    if first.startswith(_OTHER_BYTES) or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        yield from chain([first], chunks)
        return
    stream = _Stream(items)
    decode = codecs.getincrementaldecoder("utf-8-sig")().decode
    try:
        for chunk in chain([first], chunks):
            if len(chunk.translate(None, _NO_CHARACTERS)) < len(chunk):
                raise Damaged("one of its parts holds control characters")
            yield stream.left_of(decode(chunk)).encode()
        yield (stream.waiting + decode(b"", final=True)).encode()
    except UnicodeDecodeError as error:
        raise Damaged("one of its parts holds bytes that are no text") from error


class _Stream:
    """A stream of XML from which the plain items of one list are taken."""

    def __init__(self, items: PlainList) -> None:
        self._items = items
        self.waiting = ""
        self._left_of: Callable[[str], str] = self._before

    def left_of(self, text: str) -> str:
        """What is left of the next piece of text, and of what waited for it."""
        text, self.waiting = self.waiting + text, ""
        return self._left_of(text)

    def _before(self, text: str) -> str:
        """Wait for the beginning of the list."""
        opening = self._items.opening.search(text)
        if opening is None and len(text) < _LONGEST_WAIT:
            self.waiting = text
            return ""
        if opening is None or not self._stands_right(text[: opening.start()]):
            return self._leave_all(text)
        self._left_of = self._within
        return text[: opening.end()] + self._within(text[opening.end() :])

    def _stands_right(self, before: str) -> bool:
        """Whether the list stands where it should, by the tags before it, in a part whose tags have no prefix."""
        before = _DECLARATION.sub("", before, 1)
        tags = _TAGS(before)
        depth = len(tags) - 2 * sum(tag in ("</", "/>") for tag in tags)
        return depth == self._items.depth and not _PREFIX(before) and not {"<!", "<?"} & set(tags)

    def _within(self, text: str) -> str:
        """Take the plain items, leave the others, and wait for the rest of one that may be cut by the text's end."""
        items = self._items
        last = max(text.rfind(items.begins), 0)
        end = text.find(items.ends, last)
        cut = end if end >= 0 else last
        whole = text[:cut]
        first, *written = whole.split(items.begins)
        if first or _is_never_plain(whole):
            return self._leave_all(text)
        items.look_over(whole)
        left = list[str]()
        for at, item in enumerate(written):
            try:
                items.take(item)
            except (NotPlain, OutOfOrder) as reason:
                if isinstance(reason, OutOfOrder) or items.ends in item:
                    rest = "".join([items.begins + each for each in written[at:]])
                    return "".join(left) + self._leave_all(rest + text[cut:])
                items.leave()
                left.append(items.begins + item)
        if end >= 0 or len(text) - cut > _LONGEST_WAIT:
            return "".join(left) + self._leave_all(text[cut:])
        self.waiting = text[cut:]
        return "".join(left)

    def _leave_all(self, text: str) -> str:
        self._left_of = str
        return self._items.instead() + text


def _is_never_plain(text: str) -> bool:
    """Whether a text holds what may hide a tag (comments, sections, instructions) or is no XML.

    The rarest sign of each is looked for first, which is much quicker.
    """
    return (
        ("!" in text and "<!" in text)
        or ("?" in text and "<?" in text)
        or ("]" in text and "]]>" in text)
        or "\ufffe" in text
        or "\uffff" in text
    )


def plain_text(written: str, seen: Callable[[str], str] = text_seen) -> Text:
    """The text of a string item, its tags included: a plain text, or runs. Raises NotPlain.

    `seen` makes words as stored into words as seen; words that were cut into runs may need more.
    """
    if written.startswith("<t"):
        return seen(_words(written))
    *pieces, last = _RUN_TEXT(written)
    if last or not pieces:
        raise NotPlain
    words = [characters(each) for each in pieces[1::2]]
    runs = list(zip(words, map(_marks, pieces[::2]), strict=True))
    return text_of(runs, text_seen if any(map(_is_cut, words)) else seen)


def _is_cut(words: str) -> bool:
    """Whether a bullet or an escape may come to be where the words of a run are joined to others."""
    return words.startswith("•") or words.endswith("• ") or "_" in words


def _words(written: str) -> str:
    tag, _, words = written.partition(">")
    if tag not in _TEXT_TAGS or not words.endswith("</t>"):
        raise NotPlain
    return characters(words[:-4])


@lru_cache(maxsize=1000)
def _marks(before: str) -> Marks:
    """How the run is marked that begins so."""
    if before == "<r>":
        return None
    run = element_of(before + "</r>")
    if run.tag != "r" or [child.tag for child in run] != ["rPr"]:
        raise NotPlain
    return font_look(run[0])


def element_of(written: str) -> Element:
    """A small piece of XML that is well-formed by itself; raises NotPlain when it is not."""
    root = Element("")
    open_elements = [root]

    def begin(name: str, attributes: dict[str, str]) -> None:
        open_elements[-1].append(element := Element(name, attributes))
        open_elements.append(element)

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: open_elements.pop()
    try:
        parser.Parse(written, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotPlain from error
    return root[0]


def characters(written: str) -> str:
    """Text with the characters that its references stand for; raises NotPlain when it holds a tag."""
    if "<" in written:
        raise NotPlain
    return _REFERENCES(_character, written) if "&" in written else written


def _character(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    code = int(decimal or "0") or int(hexadecimal or "0", 16)
    if not _is_character(code):
        raise Damaged(f'a text of it refers to "{reference[0]}", which is no character')
    return chr(code)


def _is_character(code: int) -> bool:
    """Whether XML may hold a character (XML 1.0, 2.2); a pattern of so many takes 4 ms to compile."""
    return code in _SPACES or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
