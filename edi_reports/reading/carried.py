"""Lines that did not fit and were carried on, by hand or by a page, in the row below: they belong to the row above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from edi_reports.model.raw import Field
from edi_reports.reading.evidence import is_year_alone, looks_like_owner, looks_like_progress, looks_like_rag
from edi_reports.reading.grid import GridCell

# No sentence and no post ends with one of these.
_UNFINISHED = re.compile(
    r"(?:\b(?:a|an|the|of|for|to|by|and|or|with|in|on|at|from|who|which|that|their|our|its|all|each|every|as|into|than)"
    r"|[,&/(–-])$",
    re.IGNORECASE,
)
# Nobody is called this and no more: it ends the name of a post that began above.
_BARE_NOUN = re.compile(
    r"(?:manager|lead|officer|director|team|network|committee|group|board|partner|nurse|coordinator|advis[eo]r|guardian)s?",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"[.;:!?]$")
_WHO = (Field.OWNER, Field.SUPPORT)
_WHEN = (Field.TARGET, Field.REVISED_TARGET, Field.ORIGINAL_TARGET, Field.START)
_HOW_FAR = (Field.PROGRESS, Field.STATED_RAG)
_WHOLE = (Field.REF, Field.COMPLETED)


def carries_on(
    cells: Sequence[GridCell], above: Mapping[int, GridCell], fields: Mapping[int, Field | None], *, usual: bool
) -> bool:
    """Whether a row carries on the lines of the row above it.

    `above` are the latest cells of the action above, by column. Every cell must be the rest of the one above it, and
    one of them for certain: because that one broke off. Where the table does so elsewhere (`usual`) small letters do.
    """
    action = next((cell for cell in cells if fields.get(cell.column) is Field.ACTION), None)
    certain = action is not None and action.column in above and _broke_off(above[action.column], action, Field.ACTION)
    if not all(_may_go_on(above.get(c.column), c, fields.get(c.column), certain=certain) for c in cells):
        return False
    return usual or any(_broke_off(above[cell.column], cell, fields.get(cell.column)) for cell in cells)


def _may_go_on(above: GridCell | None, cell: GridCell, field: Field | None, *, certain: bool) -> bool:
    """Whether a cell may be the rest of the one above; beside an action that broke off (`certain`) half a post may."""
    if above is None or above.rows > 1 or above.columns > 2 or cell.day is not None or field in _WHOLE:
        return False
    unfinished = _is_unfinished(above.text)
    if field in _WHEN:
        return _broke_off(above, cell, field)
    if field is Field.GROUP:
        return _begins_small(cell.text)
    if field in _HOW_FAR:
        return not _is_state(cell.text) and (unfinished or _begins_small(cell.text))
    small = _begins_small(cell.text) and not _FINISHED.search(above.text)
    rest = unfinished or bool(_BARE_NOUN.fullmatch(cell.text)) or (certain and not looks_like_owner(cell.text))
    return small or (field in _WHO and rest)


def _broke_off(above: GridCell, cell: GridCell, field: Field | None) -> bool:
    if field in _WHEN:
        return above.day is None and is_year_alone(cell.text) and not re.search(r"\d{4}|\d/\d", above.text)
    return field is not Field.GROUP and _is_unfinished(above.text)


def _is_unfinished(text: str) -> bool:
    # Only the last word tells, and to look through the whole of every action takes long.
    return bool(_UNFINISHED.search(text[-12:]))


def _begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, as the rest of a sentence does, and with no "a)" or bullet."""
    return text[:1].islower() and not re.match(r"[a-z]{1,3}[.)]\s", text)


def _is_state(text: str) -> bool:
    return looks_like_progress(text) or looks_like_rag(text)
