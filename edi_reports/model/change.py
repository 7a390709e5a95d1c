"""What differs between versions of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edi_reports.model.action import Action
from edi_reports.model.plan import Source


class ChangedField(StrEnum):
    """The fields that are compared."""

    ACTION = "action"
    OWNERS = "owners"
    TARGET = "target"
    FRAMEWORKS = "frameworks"
    PROGRESS = "progress"
    STATED_RAG = "stated_rag"
    UPDATE = "update"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs: the old and new value as a reader would see them, and the effect in words."""

    field: ChangedField
    old: str
    new: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An action of the old plan and the same action in the new: likeness 0 to 1, and whether that is certain."""

    old: Action
    new: Action
    likeness: float
    certain: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class ChangedAction:
    """A matched action and the fields in which it differs."""

    match: Match
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """All that differs between two versions of a plan. Every action of both sides stands in exactly one place.

    `moved` are pairs that differ only in where they stand; `uncertain` are pairs that a person has to decide.
    `unchanged` counts the pairs without any difference.
    """

    old: Source
    new: Source
    added: tuple[Action, ...]
    removed: tuple[Action, ...]
    changed: tuple[ChangedAction, ...]
    moved: tuple[Match, ...]
    uncertain: tuple[Match, ...]
    unchanged: tuple[Match, ...]
    not_compared: tuple[str, ...] = ()
