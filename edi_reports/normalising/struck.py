"""Words that somebody struck through: they are not read, and a date among them is the date that was moved."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.normalising.spelling import single_spaced

_DATES = frozenset({Field.TARGET, Field.REVISED_TARGET, Field.ORIGINAL_TARGET})
_SAID = _DATES | {
    Field.OWNER,
    Field.SUPPORT,
    Field.START,
    Field.COMPLETED,
    Field.PROGRESS,
    Field.STATED_RAG,
    Field.UPDATE,
}
_MOST_WORDS = 60


class Standing(Struct, frozen=True):
    """An action without what is struck through, the target cells that were, and what its keeper should know."""

    action: RawAction
    struck_targets: tuple[RawCell, ...] = ()
    findings: tuple[Finding, ...] = ()


def without_struck(raw: RawAction) -> Standing:
    """The action as it stands: what is struck through says no longer who, when or how far.

    What is to be done keeps all its words; where all of them are struck through the action is cancelled and stays as it
    is.
    """
    own = [cell for cell in raw.cells(Field.ACTION) if cell.text.strip()]
    if not any(_is_struck(name, cell) for name, cells in raw.fields for cell in cells) or all(c.struck for c in own):
        return Standing(raw)
    struck = [(name, cell) for name, cells in raw.fields for cell in cells if _is_struck(name, cell)]
    fields = tuple((name, tuple(_standing(name, cell) for cell in cells)) for name, cells in raw.fields)
    dates = tuple(replace(cell, text=cell.struck_part or cell.text) for name, cell in struck if name in _DATES)
    return Standing(replace(raw, fields=fields), dates, tuple(_told(cell) for _, cell in struck))


def _is_struck(name: Field, cell: RawCell) -> bool:
    return name in _SAID and bool(cell.standing or (cell.struck and cell.text.strip()))


def _standing(name: Field, cell: RawCell) -> RawCell:
    return replace(cell, text=cell.standing, day=None) if _is_struck(name, cell) else cell


def _told(cell: RawCell) -> Finding:
    if cell.standing:
        return finding("partly-struck", cell.place, struck=_quoted(cell.struck_part), standing=_quoted(cell.standing))
    return finding("struck-cell", cell.place, struck=_quoted(cell.text))


def _quoted(text: str) -> str:
    words = single_spaced(text).split(" ")
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
