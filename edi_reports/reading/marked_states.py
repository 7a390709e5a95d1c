"""States or ratings that are columns of their own, one of which a mark in each row picks: "R | A | G", with a tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from edi_reports.model.raw import Field
from edi_reports.reading.evidence import looks_like_progress, looks_like_rag
from edi_reports.reading.grid import GridCell, Sheet

MARKS = frozenset({"x", "X", "xx", "XX", "✓", "✔", "☑", "✅", "√", "●", "•", "■", "y", "Y", "yes", "Yes"})
"""Crosses and ticks: what says no more than that something holds."""

_FEWEST, _LONGEST = 2, 30


class MarkedStates(Struct, frozen=True):
    """Neighbouring columns with the state that each stands for, and the field that the states are of."""

    states: tuple[tuple[int, str], ...]
    field: Field

    @property
    def columns(self) -> frozenset[int]:
        """The columns of the marks."""
        return frozenset(column for column, _ in self.states)

    def marked(self, sheet: Sheet, row: int) -> tuple[GridCell, str] | None:
        """The marked cell of a row and the state that it picks; None where nothing is marked."""
        found = ((sheet.own(row, column), state) for column, state in self.states)
        return next(((cell, state) for cell, state in found if cell is not None and cell.text), None)


def find_marked_states(headings: Sequence[GridCell], below: Iterable[Sequence[GridCell]]) -> MarkedStates | None:
    """The states that head neighbouring columns, where the rows below hold marks there, one a row, and no more."""
    states = _states_of(headings)
    if len({state.casefold() for _, state in states}) < max(_FEWEST, len(states)):
        return None
    columns = {column for column, _ in states}
    marked = [marks for row in below if (marks := [cell for cell in row if cell.column in columns and _is_own(cell)])]
    if not marked or any(len(marks) > 1 or marks[0].text not in MARKS for marks in marked):
        return None
    rated = all(looks_like_rag(state) for _, state in states)
    return MarkedStates(states, Field.STATED_RAG if rated else Field.PROGRESS)


def _is_own(cell: GridCell) -> bool:
    """Whether a cell stands in one column; a line across the table says nothing of it."""
    return cell.columns == 1


def _states_of(headings: Sequence[GridCell]) -> tuple[tuple[int, str], ...]:
    """The longest run of neighbouring cells that each name a state or a rating."""
    best: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for cell in headings:
        if run and cell.column != run[-1][0] + 1:
            run = []
        run = [*run, (cell.column, cell.text)] if _names_a_state(cell) else []
        best = max(best, run, key=len)
    return tuple(best)


def _names_a_state(cell: GridCell) -> bool:
    text = cell.text.strip()
    if len(text) > _LONGEST or cell.columns > 1:
        return False
    return looks_like_rag(text) or (len(text) > 2 and looks_like_progress(text) and "%" not in text)
