"""Target dates that are not the first the action had: slippage that a rating alone would hide."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from edi_reports.model.change import PlanChanges
from edi_reports.model.period import long_date
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedAction
from edi_reports.reports.parts import Column, Heading, Paragraph, Part, Table
from edi_reports.reports.wording import capital, moved_in_words, one_line, one_or_several, target_in_words

MOST_SHOWN = 12
"""Moves that a paper shows, to keep it short."""

_FIRST_WORDS = 60


class Move(Struct, frozen=True):
    """An action whose due day is not the first it had, and in how many steps it moved (0: not known)."""

    rated: RatedAction
    first_due: date
    due: date
    times: int = 0

    @property
    def days(self) -> int:
        """From the first due day to the one now; negative when brought forward."""
        return (self.due - self.first_due).days


def find_moves(actions: Iterable[RatedAction], changes: PlanChanges | None) -> tuple[Move, ...]:
    """The moved dates among `actions`, put back furthest first.

    The first due day is told by the action's history, else by the plan's own original date, else by `changes`.
    """
    before = {match.new.place: match.old.target.due for match in changes.matched} if changes else {}
    moves = (_move(rated, before) for rated in actions)
    return tuple(sorted((move for move in moves if move and (move.days or move.times)), key=lambda move: -move.days))


def put_back(moves: Iterable[Move]) -> tuple[str, ...]:
    """The refs of the actions that are now due later than first set."""
    return tuple(move.rated.action.ref for move in moves if move.days > 0)


def dates_moved(moves: tuple[Move, ...], looked_back: bool, plans: int = 1) -> tuple[Part, ...]:
    """The section on moved dates; `looked_back` says whether an earlier version was there to compare with."""
    if len(moves) > MOST_SHOWN:
        told = (
            f"To keep the paper short {MOST_SHOWN} of {len(moves)} moved dates are shown, those put back furthest; "
            "the tracker shows the first due day of each, on Actions under Original due."
        )
        return Heading("Dates moved"), Paragraph(told), _table(moves[:MOST_SHOWN])
    if moves:
        return Heading("Dates moved"), _table(moves)
    if looked_back:
        since = one_or_several(plans, "the earlier version", "the earlier versions")
        return Heading("Dates moved"), Paragraph(f"No target date of these actions has moved since {since}.")
    tells = one_or_several(plans, "the plan itself tells", "the plans themselves tell")
    told = f"As far as {tells}, no target date of these actions has moved. No earlier version was compared."
    return Heading("Dates moved"), Paragraph(told)


def _move(rated: RatedAction, before: dict[Place, date | None]) -> Move | None:
    due = rated.action.target.due
    if due is None:
        return None
    if rated.redating is not None and rated.redating.times:
        return Move(rated, rated.redating.first_due, due, rated.redating.times)
    first = rated.action.target.original_due or before.get(rated.action.place)
    return Move(rated, first, due) if first else None


def _table(moves: tuple[Move, ...]) -> Table:
    columns = (
        Column("Ref", 1.2),
        Column("Action", 6.9),
        Column("First due", 2.7),
        Column("Due now", 2.7),
        Column("Moved", 3.5),
    )
    return Table("Target dates moved, furthest put back first", columns, tuple(map(_row, moves)))


def _row(move: Move) -> tuple[str, ...]:
    action = move.rated.action
    moved, words = moved_in_words(move.days, move.times), one_line(action.text, _FIRST_WORDS)
    return action.ref, words, long_date(move.first_due), target_in_words(action.target), capital(moved)
