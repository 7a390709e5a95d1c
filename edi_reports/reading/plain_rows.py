"""Rows of a sheet in the plain form (see `plain_xml`): how most rows are written is looked up, not parsed.

Row after row has the same columns with the same looks and kinds of value; only the values differ. So the values are
taken out of a row, and what is left, its shape, is worked out once. A sheet of 10,000 actions takes a tenth less time
than when each cell is looked up, one of a million empty rows a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from edi_reports.reading.addresses import COLUMN_NUMBERS
from edi_reports.reading.grid import Address, GridCell
from edi_reports.reading.limits import LAST_ROW
from edi_reports.reading.plain_xml import NotPlain, OutOfOrder, PlainList, characters, element_of, plain_text
from edi_reports.reading.rich_text import Text
from edi_reports.reading.seen_cells import SeenCells, after_text, text_cell
from edi_reports.reading.strings import SharedTexts
from edi_reports.reading.styles import Look, Looks
from edi_reports.reading.xml_parts import is_on

_OPENING = re.compile("<sheetData>")
_ROWS_OF_CELLS = re.compile(r'<c(?: r="[A-Z]{1,3}(\d+)")?').findall
_VALUE = re.compile(r"<v>([^<]+)</v>")
_FORMULAS = re.compile("<f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?=<v>[^<])")
_INDEX_BY_REFERENCE = re.compile('t="s"><v>[^<]*&').search
_OWN_TEXTS = re.compile('t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]+)</t></is>')

# In a shape: the number of its row, and a value. No XML holds these characters.
_ROW, _TAKEN = "\0", "\1"
_START = rf'([A-Z]{{1,3}}){_ROW}"(?: s="(\d+)")?(?: t="(\w+)")?'
_CONTENT = f'/>|>({_TAKEN})</c>|(?<! t="s")>(?:<is>([^{_TAKEN}]+)</is>)?</c>'
_CELL = re.compile(f"{_START}(?:{_CONTENT})", re.ASCII).fullmatch
_MOST_SHAPES, _LONGEST_SHAPE = 1000, 5000
_END, _NOTHING = "</row>", "/"


class Kept(Protocol):
    """Where rows go."""

    def begin_plain(self, number: int, hidden: bool) -> dict[Address, GridCell]:
        """Begin a row by its number; gives where its cells are to be put that show text or a fill."""

    def end_plain(self, shown: int, last_column: int) -> None:
        """End it: how many characters its cells show, and the last column that shows text (0 when none does)."""


class PlainRows:
    """Reads the plain rows of a sheet, each with cells in the order of their columns."""

    def __init__(self, looks: Looks, texts: SharedTexts, seen: SeenCells, kept: Kept) -> None:
        self._seen, self._kept = seen, kept
        self._shapes, self._hidden, self._texts = _Shapes(looks), _Hidden(), texts
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
            if not written.endswith(_END) or set(_ROWS_OF_CELLS(written)) - {digits}:
                raise OutOfOrder from None
            self._last = self._last_left = number
            raise
        self._last = number

    def _read(self, row: int, digits: str, attributes: str, written: str) -> None:
        """Read a row, and its cells such as `<c r="B7" s="6" t="s"><v>12</v></c>`.

        The commonest cells, of a shared text without a look of its own or of a fill, are made without a call.
        """
        if attributes[-1:] == "/" and not written:
            attributes, written = attributes[:-1], _END
        pieces = _VALUE.split(_with_values_only(written))
        values, shape = iter(pieces[1::2]), _TAKEN.join(pieces[::2]).replace(f'{digits}"', f'{_ROW}"')
        slots, texts, shown, last_column = self._shapes.slots(shape, digits), self._texts, 0, 0
        cells = self._kept.begin_plain(row, self._hidden[attributes])
        for column, kind, look, rest, own in slots:
            text = texts[next(values)] if kind == "s" else "" if kind == _NOTHING else None
            if text.__class__ is str:
                cell = GridCell(row, column, text, *rest)
            else:
                cell = self._other((row, column), kind, text or own, values, look)
                text = cell.text
            if text:
                shown += len(text)
                last_column = column
            elif look.fill is None:
                continue
            cells[row, column] = cell
        self._kept.end_plain(shown, last_column)

    def _other(self, at: Address, kind: str, text: Text | None, values: Iterator[str], look: Look) -> GridCell:
        """A cell with a shared text in runs, with a text of its own, or with a value of any other type."""
        if text is None:
            return self._seen.value(*at, kind, characters(next(values)), look)
        return text_cell(*at, text, look) if kind == "s" else self._seen.own_text(*at, text, look)


def _with_values_only(written: str) -> str:
    """The cells without formulas, and with texts of their own as values: these differ from row to row.

    Raises NotPlain when the index of a shared text is written with references.
    """
    if "&" in written and _INDEX_BY_REFERENCE(written):
        raise NotPlain
    if "<f" in written:
        written = _FORMULAS.sub("", written)
    return _OWN_TEXTS.sub(r't="inlineStr"><v>\1</v>', written) if "<is>" in written else written


def _row_number(digits: str) -> int:
    """Read the number of a row in the plain form; raises OutOfOrder when it is in another, or none."""
    try:
        number = int(digits)
    except ValueError as error:
        raise OutOfOrder from error
    if str(number) != digits or not 0 < number <= LAST_ROW:
        raise OutOfOrder
    return number


class _Slot(NamedTuple):
    """What the shape of a row says of a cell: all but its value.

    That is its column, type and look, what a GridCell holds after its text, and a text of its own where it has one.
    """

    column: int
    kind: str
    look: Look
    after_text: tuple[Any, ...]
    own: Text | None = None


class _Shapes:
    r"""The cells that a row has by its shape, such as `<c r="B\0" s="6" t="s">\1</c></row>`."""

    def __init__(self, looks: Looks) -> None:
        self._slots = _Slots(looks)
        self._known: dict[str, tuple[_Slot, ...]] = {}

    def slots(self, shape: str, digits: str) -> tuple[_Slot, ...]:
        """The cells of a row of this number that show text or a fill; raises NotPlain."""
        known = self._known.get(shape)
        if known is not None:
            return known
        cells = self._cells(shape, digits)
        slots = tuple(cell for cell in cells if cell.kind != _NOTHING or cell.look.fill is not None)
        number_stands_elsewhere = len(cells) < shape.count(_ROW)
        if len(self._known) < _MOST_SHAPES and len(shape) < _LONGEST_SHAPE and not number_stands_elsewhere:
            self._known[shape] = slots
        return slots

    def _cells(self, shape: str, digits: str) -> list[_Slot]:
        first, *written = shape.removesuffix(_END).split('<c r="')
        if first or not shape.endswith(_END):
            raise NotPlain
        if len(written) < shape.count(_ROW):
            written = [_without_number(cell, digits) for cell in written]
        cells = [self._slots[cell] for cell in written]
        columns = [cell.column for cell in cells]
        if sorted(set(columns)) != columns:
            raise NotPlain
        return cells


def _without_number(cell: str, digits: str) -> str:
    """A cell without the number of its row, but with that number where it is part of something else."""
    letters, row, rest = cell.partition(_ROW)
    return letters + row + rest.replace(_ROW, digits)


class _Slots(dict[str, _Slot]):
    r"""What cells are, by how they are written without the number of their row, such as `B\0" s="6" t="s">\1</c>`."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks

    def __missing__(self, written: str) -> _Slot:
        cell = _CELL(written)
        if cell is None:
            raise NotPlain
        letters, style, kind, value, runs = cell.groups("")
        look = self._looks[style]
        if runs:
            return _Slot(COLUMN_NUMBERS[letters], kind, look, after_text(look), plain_text(runs))
        self[written] = _Slot(COLUMN_NUMBERS[letters], kind if value else _NOTHING, look, after_text(look))
        return self[written]


class _Hidden(dict[str, bool]):
    """Whether a row is hidden, by its attributes as written after its number."""

    def __missing__(self, written: str) -> bool:
        given = element_of(f"<row{written}/>").attrib
        if "r" in given:
            raise NotPlain
        self[written] = is_on(given.get("hidden"))
        return self[written]
