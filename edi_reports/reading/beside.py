"""Tables that stand beside one another on a sheet, under the same headings: each is read as a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from edi_reports.reading.grid import Sheet
from edi_reports.reading.heading_table import HeadingTable
from edi_reports.reading.headings import HeadingRow, find_heading_rows

_ALIKE = 3


def parted(
    sheet: Sheet, heading_rows: Sequence[HeadingRow], table: HeadingTable
) -> list[tuple[Sheet, Sequence[HeadingRow]]]:
    """The sheet, or its left and right part where its headings begin again after an empty column."""
    gap = _gap(sheet, heading_rows)
    if gap is None:
        return [(sheet, heading_rows)]
    sides = [_side(sheet, 0, gap), _side(sheet, gap, 1 << 14)]
    found = [find_heading_rows(side, table) for side in sides]
    return list(zip(sides, found, strict=True)) if all(found) else [(sheet, heading_rows)]


def _gap(sheet: Sheet, heading_rows: Sequence[HeadingRow]) -> int | None:
    """The empty column after which most headings of the first row of headings are said once more."""
    if not heading_rows:
        return None
    first = heading_rows[0]
    texts = {heading.column: heading.cells[-1].text.casefold() for heading in first.headings}
    if len(set(texts.values())) > len(texts) - _ALIKE:
        return None
    last_row = max(row for row, _ in sheet.cells)
    for column in range(min(texts) + 1, max(texts)):
        before = {text for at, text in texts.items() if at < column}
        again = [text for at, text in texts.items() if at > column and text in before]
        empty = column not in texts and not any(
            sheet.text_at(row, column) for row in range(first.rows[-1], last_row + 1)
        )
        if empty and len(again) >= _ALIKE:
            return column
    return None


def _side(sheet: Sheet, first: int, last: int) -> Sheet:
    """The part of a sheet between two columns; what is merged belongs where it begins."""
    cells = {(row, column): cell for (row, column), cell in sheet.cells.items() if first <= column < last}
    covered = {at: to for at, to in sheet.covered.items() if first <= to[1] < last}
    return replace(sheet, cells=cells, covered=covered)
