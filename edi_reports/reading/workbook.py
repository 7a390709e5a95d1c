"""An Excel workbook becomes a grid. Macros never run, formulas count by their stored value, hidden things are read."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from edi_reports.model.finding import Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.reading.colours import fill_colour, read_theme
from edi_reports.reading.conditional import conditional_fills
from edi_reports.reading.grid import Address, GridCell, Sheet, Workbook
from edi_reports.reading.markup import clean_text
from edi_reports.reading.numbers import number_as_seen, shows_whole_month
from edi_reports.reading.opening import OpenedFile

TRACKER_MARK = "edi_reports"


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str | None
    bold: bool
    italic: bool
    struck: bool
    number_format: str


def read_workbook(file: OpenedFile) -> Workbook:
    """Read every sheet of an .xlsx or .xlsm file.

    Raises CannotContinue when the file is damaged beyond reading.
    """
    book = _load(file, values=True)
    formulas = _load(file, values=False) if _has_formulas(file) else None
    theme = read_theme(book.loaded_theme)
    looks: dict[int, _Look] = {}
    sheets, findings = [], []
    for sheet in book.worksheets:
        written = formulas[sheet.title] if formulas else None
        grid, met = _read_sheet(sheet, written, theme, looks, file.name)
        sheets.append(grid)
        findings.extend(met)
    return Workbook(_source(book, file), tuple(sheets), tuple(findings), _is_tracker(book))


def _load(file: OpenedFile, *, values: bool) -> Book:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(file.data), rich_text=True, data_only=values, keep_links=False)
    except InvalidFileException as error:
        raise cannot_continue("not-a-workbook", Place(file.name), what="of a kind that is not read") from error
    except MemoryError as error:
        raise cannot_continue("too-large", Place(file.name), limit="the memory of this machine") from error
    except Exception as error:  # the library answers damage with errors of every class
        reason = "a part of it cannot be read"
        raise cannot_continue("damaged-workbook", Place(file.name), reason=reason) from error


def _has_formulas(file: OpenedFile) -> bool:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(b"<f" in archive.read(name) for name in names)


def _source(book: Book, file: OpenedFile) -> Source:
    properties = book.properties
    saved_at = properties.modified
    return Source(
        file.name,
        file.sha256,
        properties.lastModifiedBy or properties.creator or None,
        saved_at.isoformat() if isinstance(saved_at, datetime) else None,
    )


def _is_tracker(book: Book) -> bool:
    properties = getattr(book, "custom_doc_props", None)
    return properties is not None and any(mark.name == TRACKER_MARK for mark in properties.props)


def _read_sheet(
    sheet: Worksheet, formulas: Any, theme: tuple[str, ...], looks: dict[int, _Look], workbook: str
) -> tuple[Sheet, list[Finding]]:
    covered, spans = _merges(sheet)
    cells: dict[Address, GridCell] = {}
    findings: list[Finding] = []
    for (row, column), cell in sheet._cells.items():
        if covered.get((row, column), (row, column)) != (row, column):
            continue
        look = _look(cell, theme, looks)
        typed, uncalculated = _typed(cell.value, formulas, row, column)
        place = Place(workbook, sheet.title, row, column)
        if uncalculated:
            findings.append(finding("never-calculated", place, formula=typed))
        if cell.comment is not None and cell.comment.text.strip():
            findings.append(finding("cell-comment", place, text=clean_text(cell.comment.text)))
        grid_cell = _grid_cell(row, column, typed, look, spans.get((row, column), (1, 1)))
        if grid_cell.text or grid_cell.fill:
            cells[row, column] = grid_cell
    cells, rules_met = _with_conditional_fills(sheet, cells, theme, workbook)
    hidden_rows = frozenset(row for row, size in sheet.row_dimensions.items() if size.hidden)
    grid = Sheet(sheet.title, cells, covered, sheet.sheet_state != "visible", hidden_rows, _hidden_columns(sheet))
    return grid, [*findings, *rules_met]


def _merges(sheet: Worksheet) -> tuple[dict[Address, Address], dict[Address, tuple[int, int]]]:
    """Lead every covered address to its block's first cell; very large blocks are cut to the used part of the sheet."""
    covered: dict[Address, Address] = {}
    spans: dict[Address, tuple[int, int]] = {}
    last_row, last_column = _used(sheet)
    for block in sheet.merged_cells.ranges:
        first = (block.min_row, block.min_col)
        bottom, right = min(block.max_row, last_row), min(block.max_col, last_column)
        spans[first] = (max(bottom - block.min_row + 1, 1), max(right - block.min_col + 1, 1))
        for row in range(block.min_row, bottom + 1):
            for column in range(block.min_col, right + 1):
                covered[row, column] = first
    return covered, spans


def _used(sheet: Worksheet) -> tuple[int, int]:
    used = [address for address, cell in sheet._cells.items() if getattr(cell, "value", None) is not None]
    return max((row for row, _ in used), default=1), max((column for _, column in used), default=1)


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    hidden: set[int] = set()
    for size in sheet.column_dimensions.values():
        if size.hidden and size.min and size.max:
            hidden.update(range(size.min, min(size.max, 1024) + 1))
    return frozenset(hidden)


def _look(cell: Any, theme: tuple[str, ...], looks: dict[int, _Look]) -> _Look:
    look = looks.get(cell.style_id)
    if look is None:
        font = cell.font
        look = _Look(fill_colour(cell.fill, theme), bool(font.b), bool(font.i), bool(font.strike), cell.number_format)
        looks[cell.style_id] = look
    return look


def _typed(value: object, formulas: Any, row: int, column: int) -> tuple[object, bool]:
    """Take the stored value, or the formula itself where it was never calculated (then also True)."""
    if value is not None or formulas is None:
        return value, False
    written = formulas._cells.get((row, column))
    if written is None or written.data_type != "f":
        return value, False
    formula = written.value
    return str(getattr(formula, "text", formula) or "="), True


def _grid_cell(row: int, column: int, value: object, look: _Look, span: tuple[int, int]) -> GridCell:
    base = GridCell(row, column, fill=look.fill, bold=look.bold, italic=look.italic, rows=span[0], columns=span[1])
    base = replace(base, struck=look.struck)
    if value is None:
        return base
    if isinstance(value, CellRichText):
        return _rich(base, value)
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        whole_month = shows_whole_month(look.number_format)
        return replace(
            base, text=day.strftime("%b-%y" if whole_month else "%d/%m/%Y"), day=day, whole_month=whole_month
        )
    if isinstance(value, time | timedelta):
        return replace(base, text=str(value))
    if isinstance(value, bool):
        return replace(base, text="TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return replace(base, text=number_as_seen(value, look.number_format), number=True)
    return replace(base, text=clean_text(str(value)))


def _rich(base: GridCell, value: CellRichText) -> GridCell:
    runs = [(str(run), run.font if isinstance(run, TextBlock) else None) for run in value if str(run).strip()]
    bold = all(bool(font.b) if font else base.bold for _, font in runs)
    struck = all(bool(font.strike) if font else base.struck for _, font in runs)
    return replace(base, text=clean_text(str(value)), bold=bold and bool(runs), struck=struck and bool(runs))


def _with_conditional_fills(
    sheet: Worksheet, cells: dict[Address, GridCell], theme: tuple[str, ...], workbook: str
) -> tuple[dict[Address, GridCell], Iterable[Finding]]:
    texts = {address: cell.text for address, cell in cells.items() if cell.text}
    fills, findings = conditional_fills(sheet, texts, theme, workbook)
    return {
        address: replace(cell, fill=fills[address]) if address in fills else cell for address, cell in cells.items()
    }, findings
