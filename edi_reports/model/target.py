"""What the plan says about when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class TargetKind(StrEnum):
    """The kinds of target that plans hold."""

    DATED = "dated"
    RANGE = "range"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    UNDECIDED = "undecided"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    BLANK = "blank"


WHY_UNRATED = {
    TargetKind.UNDECIDED: "the target date is still to be decided",
    TargetKind.AMBIGUOUS: "the target can be read in two ways",
    TargetKind.UNREADABLE: "the target cannot be read as a date",
    TargetKind.BLANK: "no target date is given",
    TargetKind.CONDITIONAL: "the target waits for an event",
}
"""The kinds of target that cannot be held against a day, and why."""

LONGEST_QUOTE = 80
"""A reason quotes at most this many characters of a target as written."""


class Target(Struct, frozen=True, gc=False):
    """A target as written and as understood.

    `start` and `due` are the first and last day, both inclusive; a month or quarter falls due on its last day.
    `original_due` is the earliest due day known, when it differs from `due`.
    `assumed` says in words what was supplied rather than written.
    """

    as_written: str
    kind: TargetKind
    start: date | None = None
    due: date | None = None
    original_due: date | None = None
    assumed: tuple[str, ...] = ()
