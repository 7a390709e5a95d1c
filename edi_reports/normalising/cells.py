"""Which cells of an action a person would correct, and which hold something."""

from __future__ import annotations

from edi_reports.model.place import Place
from edi_reports.model.raw import Field, RawAction, RawCell

# The columns, first to last, whose cells a person would correct for each field of an action.
_CELLS = {
    "action": (Field.ACTION,),
    "owner": (Field.OWNER, Field.SUPPORT),
    "target": (Field.REVISED_TARGET, Field.TARGET, Field.ORIGINAL_TARGET),
    "progress": (Field.PROGRESS, Field.STATED_RAG, Field.COMPLETED),
    "stated_rag": (Field.STATED_RAG, Field.PROGRESS),
    "update": (Field.UPDATE,),
    "frameworks": (Field.FRAMEWORKS,),
    "ref": (Field.REF,),
    "committee": (Field.COMMITTEE,),
}


def places_of(raw: RawAction) -> tuple[tuple[str, Place], ...]:
    """The cell to correct for each field of an action, by the name of the field."""
    held = dict(raw.fields)
    cells = [
        (name, [cell for field in fields if field in held for cell in held[field]]) for name, fields in _CELLS.items()
    ]
    return tuple([(name, _first(found).place) for name, found in cells if found])


def _first(cells: list[RawCell]) -> RawCell:
    """The first of these cells that holds something, else the first there is."""
    for cell in cells:
        if cell.fill or cell.text.strip():
            return cell
    return cells[0]


def told_in(raw: RawAction, field: Field) -> list[RawCell]:
    """The cells of a field that hold words."""
    return [cell for cell in raw.cells(field) if cell.text.strip()]
