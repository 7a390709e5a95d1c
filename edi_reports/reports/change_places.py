"""Where actions stand in the versions of a plan, as a reader of a change log looks them up."""

from __future__ import annotations

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.change import Match, PlanChanges
from edi_reports.reports.parts import Cell, Column


class Places(Struct, frozen=True):
    """How places are told: by the row alone, or with the sheet where a version of the plan stands on several."""

    with_sheets: bool

    @classmethod
    def of(cls, changes: PlanChanges) -> Places:
        """By the sheets on which the actions of either version stand."""
        matches = (*changes.matched, *changes.uncertain)
        old = {action.place.sheet for action in (*changes.removed, *(match.old for match in matches))}
        new = {action.place.sheet for action in (*changes.added, *(match.new for match in matches))}
        return cls(max(len(old), len(new)) > 1)

    def of_action(self, action: Action) -> str:
        """Where an action stands: "row 11", "row 11 of Workforce"."""
        row = f"row {action.place.row}"
        return f"{row} of {action.place.sheet}" if self.with_sheets else row

    def of_pair(self, match: Match) -> str:
        """Where a pair stands: "row 11", "row 11, now row 12", "row 11 of Workforce, now row 12 of Completed"."""
        old, new = self.of_action(match.old), self.of_action(match.new)
        if old == new:
            return old
        same_sheet = match.old.place.sheet == match.new.place.sheet
        return f"{old}, now {f'row {match.new.place.row}' if same_sheet else new}"

    def columns(self, side: str) -> tuple[Column, ...]:
        """The columns that tell the place in the `side` version, "Old" or "New"."""
        row = Column(f"{side} row", 1.5, numbers=True)
        return (Column(f"{side} sheet", 2.2), row) if self.with_sheets else (row,)

    def cells(self, action: Action) -> tuple[Cell, ...]:
        """The cells of those columns."""
        row = str(action.place.row)
        return (action.place.sheet, row) if self.with_sheets else (row,)
