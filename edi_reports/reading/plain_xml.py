"""Rows and texts in the plain form in which nearly all programs write them, taken without a call for each tag.

What is written in any other way stays in the stream for `xml_parts`, and so does everything after a comment, a CDATA
section or a processing instruction: a workbook reads the same with and without this module, only slower without.
It pays for itself: 10,000 actions take 6 times what inflating their XML and running it through expat takes, not 10.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from edi_reports.reading.limits import Damaged
from edi_reports.reading.rich_text import Text, text_of
from edi_reports.reading.values import text_seen
from edi_reports.reading.xml_parts import is_on

StoredCell = tuple[str, str, str, str, str, str, str, str]
"""A cell as stored: letters and digits of its address, style, type, value, its own text, its own text as XML of runs;
and what follows the last plain cell of a row, which is nothing in a plain row. What a cell lacks is an empty text.
"""

TakeRow = Callable[[str, bool, list[StoredCell]], None]
"""Gets the number of a row, whether it is hidden, and its cells."""

TakeRun = Callable[[str, int], tuple[int, str]]
"""Takes the plain items that follow a position; gives the position after them, and XML to leave in their place."""

_LONGEST_WAIT = 2**20
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)""")
_OTHER_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\0", b"<\0")

_NO_CHARACTERS = bytes([*range(9), 11, 12, *range(14, 32)])
_REFERENCES = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|);|&").sub
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_IS_CHARACTER = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]").match
_END_OF_UNICODE = 0x110000
_T = '<t(?: xml:space="preserve")?>'
_FONT = r'<rPr>(?:<\w+(?: \w+="[^"<]*")*/>)*</rPr>'
_TEXT = f"{_T}([^<]*)</t>|((?:<r>(?:{_FONT})?{_T}[^<]*</t></r>)+)"
_RUNS = re.compile(f"<r>({_FONT})?{_T}([^<]*)</t></r>").findall
_BOLD = re.compile(r'<b(?: val="(\w+)")?/>').search
_STRUCK = re.compile(r'<strike(?: val="(\w+)")?/>').search

_ITEMS_BEGIN = re.compile("<sst(?: [^<>]*)?>")
_ITEM = re.compile(f"<si>(?:{_TEXT})</si>").match
_ITEM_BEGINS = re.compile(r"<si[\s/>]").findall

_ROWS_BEGIN = re.compile("<sheetData>")
_ROW = re.compile(r'<row r="(\d{1,7})"((?: [\w:]+="[^"<]*")*)(/?)>').match
_HIDDEN = re.compile(r' hidden="(?:1|true)"').search
_ADDRESS = r' r="([A-Z]{1,3})(\d{1,7})"'
_STYLE_AND_TYPE = r'(?: s="(\d{1,7})")?(?: t="(b|e|n|s|str|inlineStr)")?'
_FORMULA = r"(?:<f(?: [^<>]*)?>[^<]*</f>|<f [^<>]*/>)"
_VALUE = rf"(?:{_FORMULA})?<v>(?!<)([^<]*)</v>|<is>(?:{_TEXT})</is>"
_CELLS = re.compile(rf"<c{_ADDRESS}{_STYLE_AND_TYPE}(?:/>|>(?:{_VALUE})?</c>)|(.+)", re.DOTALL).findall


def without_plain_rows(chunks: Iterator[bytes], take_row: TakeRow) -> Iterator[bytes]:
    """What is left of a sheet when its plain rows have been taken."""

    def take_run(text: str, at: int) -> tuple[int, str]:
        last = ""
        while (row := _ROW(text, at)) is not None:
            cells, end = ([], row.end()) if row[3] else _plain_cells(text, row.end())
            if not end:
                break
            take_row(row[1], _HIDDEN(row[2]) is not None, cells)
            at, last = end, row[1]
        return at, f'<row r="{last}"/>' if last else ""

    return _left(chunks, _PlainItems(_ROWS_BEGIN, "</row>", take_run, lambda _: None))


def _plain_cells(text: str, at: int) -> tuple[list[StoredCell], int]:
    """The plain cells up to the end of their row, and the position after it; position 0 when others stand there."""
    end = text.find("</row>", at)
    cells: list[StoredCell] = _CELLS(text, at, end) if end > at else []
    if end < 0 or (cells and cells[-1][-1]):
        return [], 0
    if text.find("&", at, end) >= 0:
        cells = [(*cell[:4], _characters(cell[4]), _characters(cell[5]), *cell[6:]) for cell in cells]
    return cells, end + len("</row>")


def without_plain_texts(
    chunks: Iterator[bytes], take_text: Callable[[Text], None], leave_texts: Callable[[int], None]
) -> Iterator[bytes]:
    """What is left of the shared texts when the plain ones have been taken; `leave_texts` is told how many are left."""

    def take_run(text: str, at: int) -> tuple[int, str]:
        while (item := _ITEM(text, at)) is not None:
            plain, runs = item.groups()
            take_text(read_runs(runs) if runs else text_seen(_characters(plain)))
            at = item.end()
        return at, ""

    def leave(items: str) -> None:
        leave_texts(len(_ITEM_BEGINS(items)))

    return _left(chunks, _PlainItems(_ITEMS_BEGIN, "</si>", take_run, leave))


def read_runs(written: str) -> Text:
    """The text of plain runs."""
    return text_of([(_characters(words), _look(font)) for font, words in _RUNS(written)])


@lru_cache(maxsize=1000)
def _look(font: str) -> tuple[bool, bool] | None:
    """Whether a font is bold and struck through."""
    if not font:
        return None
    bold, struck = _BOLD(font), _STRUCK(font)
    return bold is not None and is_on(bold[1] or "1"), struck is not None and is_on(struck[1] or "1")


def _characters(written: str) -> str:
    """Text with the characters that its references stand for."""
    return _REFERENCES(_character, written) if "&" in written else written


def _character(reference: re.Match[str]) -> str:
    name, decimal, hexadecimal = reference.groups()
    if name:
        return _NAMED[name]
    code = int(decimal or "0") or int(hexadecimal or "0", 16)
    if code >= _END_OF_UNICODE or not _IS_CHARACTER(chr(code)):
        raise Damaged(f'a text of it refers to "{reference[0]}", which is no character')
    return chr(code)


def _left(chunks: Iterator[bytes], items: _PlainItems) -> Iterator[bytes]:
    first = next(chunks, b"")
    encoding = _ENCODING.match(first)
    if first.startswith(_OTHER_BYTES) or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        yield from chain([first], chunks)
        return
    decode = codecs.getincrementaldecoder("utf-8-sig")().decode
    try:
        for chunk in chain([first], chunks):
            if len(chunk.translate(None, _NO_CHARACTERS)) < len(chunk):
                raise Damaged("one of its parts holds control characters")
            yield items.left_of(decode(chunk)).encode()
        yield items.waiting.encode()
    except UnicodeDecodeError as error:
        raise Damaged("one of its parts holds bytes that are no text") from error


class _PlainItems:
    """A stream of XML from which the plain items of one list are taken."""

    def __init__(self, opening: re.Pattern[str], closing: str, take_run: TakeRun, leave: Callable[[str], None]) -> None:
        self._opening, self._closing, self._take_run, self._leave = opening, closing, take_run, leave
        self.waiting = self._instead = ""
        self._left_of: Callable[[str], str] = self._before

    def left_of(self, text: str) -> str:
        """What is left of the next piece of text, and of what waited for it."""
        text, self.waiting = self.waiting + text, ""
        return self._left_of(text)

    def _before(self, text: str) -> str:
        """Wait for the beginning of the list."""
        opening = self._opening.search(text)
        if opening is None and len(text) < _LONGEST_WAIT:
            self.waiting = text
            return ""
        if opening is None or "<!" in text[: opening.end()]:
            return self._leave_all(text)
        self._left_of = self._within
        return text[: opening.end()] + self._within(text[opening.end() :])

    def _within(self, text: str) -> str:
        """Take the plain items, leave the others, and wait for the end of one that is cut by the end of the text."""
        left: list[str] = []
        at = 0
        while True:
            at, instead = self._take_run(text, at)
            self._instead = instead or self._instead
            if text.startswith("</", at):
                return "".join(left) + self._leave_all(text[at:])
            end = text.find(self._closing, at)
            if end < 0:
                break
            item = text[at : end + len(self._closing)]
            if "<!" in item or "<?" in item:
                return "".join(left) + self._leave_all(text[at:])
            self._leave(item)
            left.extend((self._instead, item))
            self._instead = ""
            at += len(item)
        self.waiting = text[at:]
        if len(self.waiting) > _LONGEST_WAIT:
            left.append(self._leave_all(self.waiting))
        return "".join(left)

    def _leave_all(self, text: str) -> str:
        self.waiting, self._left_of = "", str
        return self._instead + text
