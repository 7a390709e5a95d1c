"""How changes are worded for readers."""

from __future__ import annotations

from collections.abc import Iterable

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import ChangedField, MarkedText
from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Cell

FIELD_WORDS = {
    ChangedField.ACTION: "Text",
    ChangedField.OWNERS: "Owners",
    ChangedField.TARGET: "Target date",
    ChangedField.PROGRESS: "Progress",
    ChangedField.STATED_RAG: "Stated RAG",
    ChangedField.UPDATE: "Update text",
    ChangedField.FRAMEWORKS: "Frameworks",
    ChangedField.GROUP: "Group",
}
"""What each field that is compared is called."""

_LEAVING = {
    ProgressState.COMPLETED: "left after completion",
    ProgressState.PROPOSED_FOR_CLOSURE: "left after proposed closure",
    ProgressState.IN_PROGRESS: "left while in progress",
    ProgressState.NOT_STARTED: "left before it was started",
    ProgressState.NOT_STATED: "left with no progress stated",
}


def leaving_in_words(action: Action) -> str:
    """In what state an action left the plan: what was completed, or proposed for closure, is not lost."""
    return "left after it was cancelled" if action.cancelled else _LEAVING[action.progress.state]


def is_accounted_for(action: Action) -> bool:
    """Whether the plan itself says why an action left: completed, proposed for closure or cancelled."""
    closed = (ProgressState.COMPLETED, ProgressState.PROPOSED_FOR_CLOSURE)
    return action.cancelled or action.progress.state in closed


def marks_in_words(stretches: Iterable[MarkedText]) -> str:
    """Marked text as plain words: "Support the [removed: Careers] [added: Carers] Network"."""
    return "".join(stretch.words for stretch in stretches)


def cell_in_words(cell: Cell) -> str:
    """A table cell as plain words, as a terminal shows it."""
    if isinstance(cell, Rag):
        return cell.word
    return marks_in_words(cell) if isinstance(cell, tuple) else str(cell)
