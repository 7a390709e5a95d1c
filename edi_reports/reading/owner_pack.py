"""A pack that an owner sent back: what was sent and what stands there now, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from edi_reports.model.finding import Finding
from edi_reports.model.limits import LIMITS, Limits
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.owner_pack import (
    ABOUT,
    ACTIONS,
    OWNER_LABEL,
    PackHeading,
    ReturnedPack,
    ReturnedRow,
    fingerprint,
)
from edi_reports.model.place import Place
from edi_reports.reading.grid import Sheet
from edi_reports.reading.opening import OpenedFile
from edi_reports.reading.workbook import read_workbook

Columns = dict[str, int]


def read_owner_pack(file: OpenedFile, limits: Limits = LIMITS) -> ReturnedPack:
    """Read a returned pack; a row whose hidden cells no longer fit is left out, with a finding.

    Raises CannotContinue when the workbook is damaged or is no owner pack.
    """
    sheets = {sheet.name: sheet for sheet in read_workbook(file, limits).sheets}
    if ACTIONS not in sheets or ABOUT not in sheets:
        raise cannot_continue("not-an-owner-pack", Place(file.name), what=f'it has no sheet "{ACTIONS}"')
    sheet, owner = sheets[ACTIONS], _owner(sheets[ABOUT])
    row, columns = _headings(sheet)
    missing = [heading for heading in PackHeading if heading not in columns]
    if missing or not owner:
        what = f'the column "{missing[0]}" is missing' if missing else "it does not say whose it is"
        raise cannot_continue("not-an-owner-pack", Place(file.name), what=what)
    read = [_read_row(sheet, number, columns, file.name) for number in _rows_below(sheet, row)]
    rows = tuple(each for each in read if isinstance(each, ReturnedRow))
    return ReturnedPack(file.name, owner, rows, tuple(each for each in read if isinstance(each, Finding)))


def _owner(about: Sheet) -> str:
    beside = (about.text_at(cell.row, 2) for cell in about.with_text() if cell.column == 1 and cell.text == OWNER_LABEL)
    return next(beside, "").strip()


def _headings(sheet: Sheet) -> tuple[int, Columns]:
    """The heading row, which is the first that holds the fingerprint's heading, and the column of each heading."""
    for row, cells in sheet.rows_with_text().items():
        columns = {cell.text.strip(): cell.column for cell in cells}
        if PackHeading.FINGERPRINT in columns:
            return row, columns
    return 0, {}


def _rows_below(sheet: Sheet, heading_row: int) -> Iterator[int]:
    return (row for row in sheet.rows_with_text() if row > heading_row)


def _read_row(sheet: Sheet, row: int, columns: Columns, file: str) -> ReturnedRow | Finding:
    texts = {heading: sheet.text_at(row, columns[heading]) for heading in PackHeading}
    ref, action = texts[PackHeading.SENT_REF], texts[PackHeading.ACTION]
    progress, update = texts[PackHeading.SENT_PROGRESS], texts[PackHeading.SENT_UPDATE]
    if fingerprint(ref, action, progress, update) != texts[PackHeading.FINGERPRINT]:
        return finding("pack-row-changed", Place(file, sheet.name, row), texts[PackHeading.REF] or None)
    return ReturnedRow(
        ref=ref,
        action=action,
        sent_progress=progress,
        sent_update=update,
        progress=texts[PackHeading.PROGRESS],
        update=texts[PackHeading.UPDATE],
        progress_place=Place(file, sheet.name, row, columns[PackHeading.PROGRESS]),
        update_place=Place(file, sheet.name, row, columns[PackHeading.UPDATE]),
    )
