"""A workbook's grid as openpyxl sees it: slow, and written by others, so it tells when our own reader errs.

Where the two differ on purpose, the oracle follows our reader, and says why.
"""

from __future__ import annotations

import colorsys
import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from lxml import etree
from msgspec.structs import replace
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.styles.fills import PatternFill
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.reading.addresses import Block
from edi_reports.reading.colours import Palette
from edi_reports.reading.conditional import Rule, conditional_fills
from edi_reports.reading.grid import Address, GridCell, Sheet
from edi_reports.reading.markup import clean_text, tidy_lines
from edi_reports.reading.numbers import number_as_seen, shows_whole_month

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")


@dataclass(frozen=True, slots=True)
class OracleGrid:
    """The sheets, the findings, and who saved the file when."""

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    saved_by: str | None
    saved_at: str | None


def read_with_openpyxl(data: bytes, name: str) -> OracleGrid:
    """Read a workbook with openpyxl, into the values that our own reader gives."""
    book, formulas = _load(data, values=True), _load(data, values=False)
    theme = _theme(book.loaded_theme)
    read = [_read_sheet(sheet, formulas[sheet.title], theme, name) for sheet in book.worksheets]
    saved_at = book.properties.modified
    return OracleGrid(
        tuple(sheet for sheet, _ in read),
        tuple(found for _, met in read for found in met),
        book.properties.lastModifiedBy or book.properties.creator or None,
        saved_at.isoformat() if isinstance(saved_at, datetime) else None,
    )


def _load(data: bytes, *, values: bool) -> Book:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), rich_text=True, data_only=values, keep_links=False)


def _read_sheet(sheet: Worksheet, formulas: Worksheet, theme: list[str], workbook: str) -> tuple[Sheet, list[Finding]]:
    findings: list[Finding] = []
    cells: dict[Address, GridCell] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        place = Place(workbook, sheet.title, row, column)
        value = cell.value
        if value is None and cell.data_type != "str":
            # A formula of type "str" without a value was calculated, and came to an empty text.
            value = _formula(formulas, row, column)
            if value is not None:
                findings.append(finding("never-calculated", place, formula=value))
        if cell.comment is not None and cell.comment.text.strip():
            findings.append(finding("cell-comment", place, text=clean_text(cell.comment.text)))
        typed = cell.value is None and value is not None
        cells[row, column] = _grid_cell(row, column, value, cell, theme, typed=typed)
    cells = {address: cell for address, cell in cells.items() if cell.text or cell.fill}
    last_row = max((row for (row, _), cell in cells.items() if cell.text), default=0)
    last_column = max((column for (_, column), cell in cells.items() if cell.text), default=0)
    covered, spans = _merges(sheet, last_row, last_column)
    cells = {
        address: replace(cell, rows=spans.get(address, (1, 1))[0], columns=spans.get(address, (1, 1))[1])
        for address, cell in cells.items()
        # Fills below the last text are forgotten, as formatted empty rows come by the million.
        if covered.get(address, address) == address and address[0] <= last_row
    }
    findings.extend(_colour_by_rules(sheet, cells, theme, Place(workbook, sheet.title)))
    hidden_rows = frozenset(row for row, size in sheet.row_dimensions.items() if size.hidden)
    grid = Sheet(sheet.title, cells, covered, sheet.sheet_state != "visible", hidden_rows, _hidden_columns(sheet))
    return grid, findings


def _formula(formulas: Worksheet, row: int, column: int) -> str | None:
    written = formulas._cells.get((row, column))
    if written is None or written.data_type != "f":
        return None
    return str(getattr(written.value, "text", written.value) or "=")


def _grid_cell(row: int, column: int, value: object, cell: Any, theme: list[str], *, typed: bool) -> GridCell:
    font = cell.font
    base = GridCell(
        row,
        column,
        fill=_fill(cell.fill, theme),
        bold=bool(font.b),
        italic=bool(font.i),
        struck=bool(font.strike),
    )
    if typed:
        # In a formula no sign is mark-up.
        return replace(base, text=tidy_lines(str(value)))
    if isinstance(value, CellRichText):
        return _rich(base, value)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        whole_month = shows_whole_month(cell.number_format)
        return replace(
            base, text=day.strftime("%b-%y" if whole_month else "%d/%m/%Y"), day=day, whole_month=whole_month
        )
    if isinstance(value, time | timedelta):
        return replace(base, text=str(value))
    if isinstance(value, bool):
        return replace(base, text="TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return replace(base, text=number_as_seen(value, cell.number_format), number=True)
    return replace(base, text="" if value is None else clean_text(str(value)))


def _rich(base: GridCell, value: CellRichText) -> GridCell:
    runs = [(str(run), run.font if isinstance(run, TextBlock) else None) for run in value if str(run).strip()]
    bold = all(bool(font.b) if font else base.bold for _, font in runs)
    struck = all(bool(font.strike) if font else base.struck for _, font in runs)
    words = [clean_text("".join(text for text, font in runs if (bool(font.strike) if font else base.struck) is mark))
             for mark in (True, False)]  # fmt: skip
    parts = words if all(text.strip() for text in words) else ["", ""]
    return replace(base, text=clean_text(str(value)), bold=bold, struck=struck, struck_part=parts[0], standing=parts[1])


def _merges(
    sheet: Worksheet, last_row: int, last_column: int
) -> tuple[dict[Address, Address], dict[Address, tuple[int, int]]]:
    covered: dict[Address, Address] = {}
    spans: dict[Address, tuple[int, int]] = {}
    for block in sheet.merged_cells.ranges:
        first = (block.min_row, block.min_col)
        bottom, right = min(block.max_row, last_row), min(block.max_col, last_column)
        spans[first] = (max(bottom - block.min_row + 1, 1), max(right - block.min_col + 1, 1))
        for row in range(block.min_row, bottom + 1):
            for column in range(block.min_col, right + 1):
                covered[row, column] = first
    return covered, spans


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    hidden: set[int] = set()
    for size in sheet.column_dimensions.values():
        if size.hidden and size.min and size.max:
            hidden.update(range(size.min, min(size.max, 1024) + 1))
    return frozenset(hidden)


def _colour_by_rules(
    sheet: Worksheet, cells: dict[Address, GridCell], theme: list[str], place: Place
) -> Iterable[Finding]:
    rules = [_rule(rule, ranges, theme) for ranges in sheet.conditional_formatting for rule in ranges.rules]
    texts = {address: cell.text for address, cell in cells.items() if cell.text}
    outcome = conditional_fills(rules, texts, 10**9)
    for address, fill in outcome.fills.items():
        cells[address] = replace(cells[address], fill=fill)
    for rule, (row, column) in outcome.not_evaluated:
        at = Place(place.workbook, place.sheet, row, column)
        yield finding("rule-not-evaluated", at, range=rule.reference)


def _rule(rule: Any, ranges: Any, theme: list[str]) -> Rule:
    blocks = tuple(Block(r.min_row, r.min_col, r.max_row, r.max_col) for r in ranges.sqref.ranges)
    fill = rule.dxf.fill if rule.dxf is not None else None
    colour = None
    if isinstance(fill, PatternFill):
        colour = _colour(fill.bgColor if fill.fill_type in (None, "solid") else fill.fgColor, theme)
    formulas = tuple(str(formula) for formula in rule.formula or ())
    return Rule(blocks, rule.type, rule.priority or 0, colour, rule.operator or "", rule.text or "", formulas)


def _fill(fill: Any, theme: list[str]) -> str | None:
    return _colour(fill.fgColor, theme) if getattr(fill, "fill_type", None) == "solid" else None


def _colour(colour: Color, theme: list[str]) -> str | None:
    base = None
    if colour.type == "rgb":
        base = colour.rgb[-6:].upper()
    elif colour.type == "theme" and colour.theme < len(theme):
        base = theme[colour.theme]
    elif colour.type == "indexed" and colour.indexed < len(COLOR_INDEX):
        base = COLOR_INDEX[colour.indexed][-6:].upper()
    return _tinted(base, colour.tint or 0.0) if base else None


def _tinted(colour: str, tint: float) -> str:
    if not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, saturation))


def _theme(xml: bytes | None) -> list[str]:
    if not xml:
        return list(Palette().theme)
    scheme = etree.fromstring(xml).find(f".//{_DRAWING}clrScheme")
    assert scheme is not None
    slots = {etree.QName(slot).localname: slot[0] for slot in scheme}
    return [(slots[name].get("lastClr") or slots[name].get("val") or "").upper() for name in _THEME_ORDER]
