"""A tracker that was made from a plan, given back as that plan: which sheets hold it, and what its columns are."""

from __future__ import annotations

from msgspec.structs import replace

from edi_reports.model.raw import Field
from edi_reports.model.tracker import ABOUT, ACTIONS, POINTERS, Heading
from edi_reports.reading.grid import Sheet, Workbook

_FIELDS: dict[Heading, Field] = {
    Heading.REF: Field.REF,
    Heading.GROUP: Field.GROUP,
    Heading.ACTION: Field.ACTION,
    Heading.OWNERS: Field.OWNER,
    Heading.SUPPORT: Field.SUPPORT,
    Heading.FRAMEWORKS: Field.FRAMEWORKS,
    Heading.TARGET: Field.TARGET,
    Heading.START: Field.START,
    Heading.DUE: Field.REVISED_TARGET,
    Heading.ORIGINAL_DUE: Field.ORIGINAL_TARGET,
    Heading.PROGRESS: Field.PROGRESS,
    Heading.STATED_RAG: Field.STATED_RAG,
    Heading.UPDATE: Field.UPDATE,
    Heading.PLAN_COMMITTEE: Field.COMMITTEE,
}
TRACKER_FIELDS: dict[str, Field | None] = {heading.casefold(): _FIELDS.get(heading) for heading in Heading}
"""What each heading of a tracker stands for; the rest are kept under their names for the next room."""

_COVERS = ("plan covers from", "plan covers until")


def without_derived_sheets(workbook: Workbook) -> Workbook:
    """Keep the sheets that hold the plan itself, and what About says of it."""
    about = next((sheet for sheet in workbook.sheets if sheet.name == ABOUT), None)
    title = about.text_at(1, 1) if about else ""
    kept = tuple(sheet for sheet in workbook.sheets if sheet.name in (ACTIONS, POINTERS))
    return replace(workbook, sheets=kept, title=title, covers=_covers(about) if about else ())


def _covers(about: Sheet) -> tuple[str, ...]:
    """The plan's period as months in words, where About gives both of its days."""
    labels = {cell.text.casefold(): cell for cell in about.with_text() if cell.column == 1}
    beside = [about.at(labels[label].row, 2) for label in _COVERS if label in labels]
    days = [cell.day for cell in beside if cell is not None and cell.day is not None]
    return (" to ".join(f"{day:%B %Y}" for day in days),) if len(days) == len(_COVERS) else ()
