"""The line that task software puts under each group: from the first start of its rows to the last end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from edi_reports.model.raw import Field
from edi_reports.reading.grid import GridCell

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def sums_up(cells: Sequence[GridCell], above: Sequence[Sequence[GridCell]], fields: Mapping[int, Field | None]) -> bool:
    """Whether a row gives nothing but the first day and the last day of the rows above it."""
    ends = {fields.get(cell.column): cell for cell in cells}
    if len(cells) != 2 or set(ends) != {Field.START, Field.TARGET}:
        return False
    starts, dues = (_days(above, ends[field].column) for field in (Field.START, Field.TARGET))
    if len(above) < 2 or not starts or not dues:
        return False
    return (_day(ends[Field.START]), _day(ends[Field.TARGET])) == (min(starts), max(dues))


def _days(rows: Sequence[Sequence[GridCell]], column: int) -> list[str]:
    return [day for cells in rows for cell in cells if cell.column == column and (day := _day(cell))]


def _day(cell: GridCell) -> str:
    """The day of a cell in a form that sorts, "" where it has none."""
    if cell.day is not None:
        return cell.day.isoformat()
    return cell.text if _ISO.fullmatch(cell.text) else ""
