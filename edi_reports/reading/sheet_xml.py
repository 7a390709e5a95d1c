"""A sheet part (ECMA-376 Part 1, 18.3): its cells as seen, its merged blocks, what is hidden, its colour rules."""

from __future__ import annotations

import re
from itertools import takewhile
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from edi_reports.model.messages import finding
from edi_reports.model.place import column_letters
from edi_reports.reading.addresses import COLUMN_NUMBERS, Block, read_block, row_number
from edi_reports.reading.conditional import Rule, read_rules
from edi_reports.reading.findings import SheetFindings, shortened
from edi_reports.reading.grid import Address, GridCell
from edi_reports.reading.limits import LAST_ROW, Damaged, TooLarge
from edi_reports.reading.package import Package
from edi_reports.reading.plain_rows import PlainRows
from edi_reports.reading.plain_xml import without_plain
from edi_reports.reading.rich_text import read_text
from edi_reports.reading.seen_cells import SeenCells, text_cell
from edi_reports.reading.strings import SharedTexts
from edi_reports.reading.styles import Look, Styles
from edi_reports.reading.values import formula_seen
from edi_reports.reading.xml_parts import elements, is_on, whole_number

_PATHS = ("cols/col", "sheetData/row", "mergeCells/mergeCell", "conditionalFormatting")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,10})", re.ASCII)
_MOST_HIDDEN_COLUMNS = 1024


class Book(Struct, frozen=True):
    """What the sheets of a workbook share: its file, its texts, its styles, and whether its days count from 1904."""

    package: Package
    texts: SharedTexts
    styles: Styles
    since_1904: bool


class SheetPart(Struct):
    """A sheet as its part says: cells that show text or a fill, and the last row and column that show text."""

    cells: dict[Address, GridCell] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0
    merges: list[Block] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    rules_left: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read_sheet_part(book: Book, part: str, findings: SheetFindings) -> SheetPart:
    """Read a sheet part; what is met in its cells is added to the findings. Raises Damaged or TooLarge."""
    sheet = SheetPart()
    seen = SeenCells(book.since_1904, book.package.allowance)
    rows = _Rows(book, sheet, seen, findings)
    plain = PlainRows(book.styles.looks, book.texts, seen, rows)
    chunks = without_plain(book.package.chunks(part), plain.as_list())
    for path, element in elements(chunks, "worksheet", _PATHS, book.package.limits):
        if path == "sheetData/row":
            rows.take(element)
        elif path == "cols/col":
            _take_columns(sheet, element)
        elif path == "mergeCells/mergeCell":
            _take_merge(sheet, element, book.package.limits.merges)
        else:
            _take_rules(sheet, element, book)
    rows.end()
    return sheet


def _take_columns(sheet: SheetPart, element: Element) -> None:
    if is_on(element.get("hidden")):
        last = min(whole_number(element, "max"), _MOST_HIDDEN_COLUMNS)
        sheet.hidden_columns.update(range(max(whole_number(element, "min"), 1), last + 1))


def _take_merge(sheet: SheetPart, element: Element, most: int) -> None:
    sheet.merges.append(read_block(element.get("ref", "")))
    if len(sheet.merges) > most:
        raise TooLarge(f"{most:,} merged blocks", "merges")


def _take_rules(sheet: SheetPart, element: Element, book: Book) -> None:
    rules = read_rules(element, book.styles.rule_fills)
    kept = rules[: max(book.package.limits.rules - len(sheet.rules), 0)]
    sheet.rules.extend(kept)
    sheet.rules_left += len(rules) - len(kept)


class _Rows:
    """Gathers the rows of a sheet, as they come, into cells as seen."""

    def __init__(self, book: Book, sheet: SheetPart, seen: SeenCells, findings: SheetFindings) -> None:
        self._book, self._sheet, self._seen, self._findings = book, sheet, seen, findings
        self._allowance, self._most_fills = book.package.allowance, book.package.limits.fills
        self._cells = self._row_cells = sheet.cells
        self._row = self._rows = self._before = self._counted = self._shown = self._fills_since_text = 0
        self._last: Address = (0, 0)
        self._in_order = True

    def begin_plain(self, number: int, hidden: bool) -> dict[Address, GridCell]:
        """Begin a row in the plain form (see `plain_rows.Kept`).

        Its cells are kept at once, unless the row may have come before, or so many fills came that no text may follow.
        """
        self._begin(number, hidden)
        aside = number <= self._last[0] or self._fills_since_text > self._most_fills
        self._row_cells = {} if aside else self._cells
        self._before = len(self._row_cells)
        return self._row_cells

    def end_plain(self, shown: int, last_column: int) -> None:
        """End it."""
        if self._row <= self._last[0]:
            self._keep_again(self._row_cells)
            return
        self._last = (self._row, last_column)
        if shown:
            self._end_fills()
            self._show(self._row, last_column, shown)
        else:
            self._fills_since_text += len(self._row_cells) - self._before
        self._count()

    def _keep_again(self, cells: dict[Address, GridCell]) -> None:
        """Keep the cells of a row that may have come before."""
        self._in_order = False
        for cell in cells.values():
            self._keep(cell)
        self._count()

    def take(self, element: Element) -> None:
        """Take a row in any other form. A row or a cell without an address follows the one before it."""
        row = row_number(element.get("r") or str(self._row + 1))
        self._begin(row, is_on(element.get("hidden")))
        column = 0
        for cell in element.findall("c"):
            at, column = self._address(cell, row, column)
            self._in_order = self._in_order and (at, column) > self._last
            self._last = max(self._last, (at, column))
            look = self._book.styles.looks[cell.get("s", "")]
            self._keep(self._cell_of(cell, at, column, look))
        self._count()

    def end(self) -> None:
        """Put the cells in order, and forget the fills below the last text, where no plan can be."""
        sheet, cells = self._sheet, self._cells
        if not self._in_order:
            sheet.cells = cells = {address: cells[address] for address in sorted(cells)}
        for address in list(takewhile(lambda address: address[0] > sheet.last_row, reversed(cells))):
            del cells[address]

    def _begin(self, row: int, hidden: bool) -> None:
        self._rows += 1
        if self._rows > LAST_ROW:
            raise Damaged(f"a sheet of it has more than {LAST_ROW:,} rows")
        self._row = row
        if hidden:
            self._sheet.hidden_rows.add(row)

    def _address(self, cell: Element, row: int, column_before: int) -> Address:
        written = cell.get("r") or f"{column_letters(column_before + 1)}{row}"
        match = _ADDRESS.fullmatch(written)
        if match is None:
            raise Damaged(f'a cell of "{self._findings.sheet.sheet}" has the address "{written[:20]}"')
        return row_number(match[2]), COLUMN_NUMBERS[match[1]]

    def _cell_of(self, cell: Element, row: int, column: int, look: Look) -> GridCell:
        kind, value = cell.get("t", ""), cell.findtext("v", "")
        inline, formula = cell.find("is"), cell.find("f")
        if inline is not None:
            return self._seen.own_text(row, column, read_text(inline), look)
        if formula is not None and not value and kind != "str":
            typed = formula_seen(formula.text or "…")
            if self._findings.meet("never-calculated"):
                at = self._findings.at(row, column)
                self._findings.add(finding("never-calculated", at, formula=shortened(typed)))
            return self._seen.own_text(row, column, typed, look)
        if kind == "s" and value:
            return text_cell(row, column, self._book.texts[value], look)
        return self._seen.value(row, column, kind, value, look)

    def _keep(self, cell: GridCell) -> None:
        """Keep a cell that shows text or a fill. One that is stored a second time takes the place of the first."""
        address = (cell.row, cell.column)
        if not cell.text:
            self._keep_fill(address, cell)
            return
        before = self._cells.get(address)
        if before is not None and before.text and self._findings.meet("cell-stored-twice"):
            first, second = shortened(before.text), shortened(cell.text)
            self._findings.add(finding("cell-stored-twice", self._findings.at(*address), first=first, second=second))
        self._end_fills()
        self._cells[address] = cell
        self._show(cell.row, cell.column, len(cell.text))

    def _show(self, row: int, column: int, characters: int) -> None:
        sheet = self._sheet
        self._shown += characters
        sheet.last_row = row if row > sheet.last_row else sheet.last_row
        sheet.last_column = column if column > sheet.last_column else sheet.last_column

    def _keep_fill(self, address: Address, cell: GridCell) -> None:
        """Keep a fill without text; beyond the limit only count it, as no text may follow that would make it matter."""
        if cell.fill is None or address in self._cells:
            return
        self._fills_since_text += 1
        if self._fills_since_text <= self._most_fills:
            self._cells[address] = cell

    def _end_fills(self) -> None:
        if self._fills_since_text > self._most_fills:
            raise TooLarge(f"{self._most_fills:,} coloured cells without text between two texts", "fills")
        self._fills_since_text = 0

    def _count(self) -> None:
        self._allowance.show(len(self._cells) - self._counted, self._shown)
        self._counted, self._shown = len(self._cells), 0
