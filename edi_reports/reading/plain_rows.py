"""Rows of a sheet in the plain form (see `plain_xml`): what most cells are written like is looked up, not parsed.

The attributes of a cell ("style 6, shared text") and its content ("text 12") come again and again, so each way of
writing them is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from edi_reports.reading.addresses import COLUMN_NUMBERS
from edi_reports.reading.grid import Address, GridCell
from edi_reports.reading.limits import LAST_ROW
from edi_reports.reading.plain_xml import NotPlain, OutOfOrder, PlainList, characters, element_of, plain_text
from edi_reports.reading.rich_text import Text
from edi_reports.reading.seen_cells import SeenCells, text_cell
from edi_reports.reading.strings import SharedTexts
from edi_reports.reading.styles import Look, Looks
from edi_reports.reading.xml_parts import is_on

_START = re.compile(r'([A-Z]{1,3})"(?: s="(\d+)")?(?: t="(\w+)")?(/?)', re.ASCII).fullmatch
_OPENING = re.compile("<sheetData>")
_ROWS_OF_CELLS = re.compile(r'<c(?: r="[A-Z]{1,3}(\d+)")?').findall
_INDEX = re.compile(r"<v>(\d{1,9})</v></c>", re.ASCII).fullmatch
_FORMULA = r"(?:<f(?: [^<>]*)?>[^<]*</f>|<f(?: [^<>]*)?/>)"
_VALUE = re.compile(rf"{_FORMULA}?<v>([^<]+)</v></c>").fullmatch

Keep = Callable[[int, bool, dict[Address, GridCell], int, int], None]
"""Gets a row: its number, whether it is hidden, its cells that show text or a fill, how many characters they show, and
the last column that shows text (0 when none does).
"""


class PlainRows:
    """Reads the plain rows of a sheet, each with cells in the order of their columns."""

    def __init__(self, looks: Looks, texts: SharedTexts, seen: SeenCells, keep: Keep) -> None:
        self._seen, self._keep = seen, keep
        self._starts, self._hidden, self._texts = _Starts(looks), _Hidden(), _TextsAsWritten(texts)
        self._last = self._last_left = 0

    def as_list(self) -> PlainList:
        """The list of rows of a sheet part."""
        return PlainList(_OPENING, 1, '<row r="', "</sheetData>", self.take, instead=self._last_row)

    def _last_row(self) -> str:
        """An empty row in place of the last one, from which a row without a number counts on."""
        return f'<row r="{self._last}"/>' if self._last else ""

    def take(self, item: str) -> None:
        """Take a row, as it is written after `<row r="`; raises NotPlain, or OutOfOrder.

        Rows that are left are read later, so none may follow that could hold the same cells.
        """
        digits, _, rest = item.partition('"')
        attributes, _, written = rest.partition(">")
        number = _row_number(digits)
        if number <= self._last_left:
            raise OutOfOrder
        try:
            self._read(number, digits, attributes, written)
        except NotPlain:
            if written[-6:] != "</row>" or set(_ROWS_OF_CELLS(written)) - {digits}:
                raise OutOfOrder from None
            self._last = self._last_left = number
            raise
        self._last = number

    def _read(self, row: int, digits: str, attributes: str, written: str) -> None:
        if attributes[-1:] == "/" and not written:
            return self._keep(row, self._hidden[attributes[:-1]], {}, 0, 0)
        first, *stored = written[:-6].split('<c r="')
        if first or written[-6:] != "</row>":
            raise NotPlain
        return self._keep(row, self._hidden[attributes], *self._cells(row, digits, stored))

    def _cells(self, row: int, digits: str, stored: list[str]) -> tuple[dict[Address, GridCell], int, int]:
        """Read cells such as `B7" s="6" t="s"><v>12</v></c>`; also count characters and the last column with text.

        The commonest cells, of a shared text without a look of its own or of a fill, are made without a call.
        """
        starts, texts = self._starts, self._texts
        cells: dict[Address, GridCell] = {}
        column = shown = last_column = 0
        row_and_quote = f'{digits}"'
        for cell in stored:
            start, _, content = cell.partition(">")
            before, (column, kind, look, after_text) = column, starts[start.replace(row_and_quote, '"', 1)]
            if column <= before:
                raise NotPlain
            text = "" if kind == "/" and not content else texts[content] if kind == "s" else None
            if text == "" and look.fill is None:
                continue
            if text.__class__ is str:
                cells[row, column] = tuple.__new__(GridCell, (row, column, text) + after_text)  # noqa: RUF005
            else:
                cells[row, column] = self._other((row, column), kind, content, look)
                text = cells[row, column].text
            if text:
                shown += len(text)
                last_column = column
            elif look.fill is None:
                del cells[row, column]
        return cells, shown, last_column

    def _other(self, at: Address, kind: str, content: str, look: Look) -> GridCell:
        """A cell with a shared text in runs, with a text of its own, with a value, or with nothing but its end."""
        if kind == "s":
            return text_cell(*at, self._texts[content], look)
        if content == "</c>":
            return text_cell(*at, "", look)
        if content.startswith("<is>") and content.endswith("</is></c>"):
            return self._seen.own_text(*at, plain_text(content[4:-9]), look)
        value = _VALUE(content)
        if value is None or kind == "/":
            raise NotPlain
        return self._seen.value(*at, kind, characters(value[1]), look)


def _row_number(digits: str) -> int:
    """Read the number of a row in the plain form; raises OutOfOrder when it is in another, or none."""
    try:
        number = int(digits)
    except ValueError as error:
        raise OutOfOrder from error
    if str(number) != digits or not 0 < number <= LAST_ROW:
        raise OutOfOrder
    return number


class _Starts(dict[str, tuple[int, str, Look, tuple[object, ...]]]):
    """What cells are by how they start, as written but without their row, such as `B" s="6" t="s"`.

    That is their column, type ("/" for an empty one), look, and what a GridCell holds after its text.
    """

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks

    def __missing__(self, written: str) -> tuple[int, str, Look, tuple[object, ...]]:
        start = _START(written)
        if start is None:
            raise NotPlain
        letters, style, kind, end = start.groups("")
        look = self._looks[style]
        self[written] = (COLUMN_NUMBERS[letters], end or kind, look, text_cell(0, 0, "", look)[3:])
        return self[written]


class _TextsAsWritten(dict[str, Text]):
    """The shared texts by the content of the cells that show them, such as "<v>12</v></c>"."""

    def __init__(self, texts: SharedTexts) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, content: str) -> Text:
        index = _INDEX(content)
        if index is None:
            raise NotPlain
        text = self[content] = self._texts.numbered(int(index[1]))
        return text


class _Hidden(dict[str, bool]):
    """Whether a row is hidden, by its attributes as written after its number."""

    def __missing__(self, written: str) -> bool:
        given = element_of(f"<row{written}/>").attrib
        if "r" in given:
            raise NotPlain
        self[written] = is_on(given.get("hidden"))
        return self[written]
