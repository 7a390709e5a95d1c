"""The value in the middle of the house: a plan, read and understood."""

from __future__ import annotations

import zlib
from datetime import date

from msgspec import Struct, field

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.period import Period
from edi_reports.model.place import Place
from edi_reports.model.rag import Rag, RagSettings, Rating


class Source(Struct, frozen=True):
    """The workbook that was read: file name, SHA-256 of its bytes, and who saved it when (ISO, as the file says)."""

    name: str
    sha256: str
    saved_by: str | None = None
    saved_at: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """What orders versions of the same day: when each was saved, as far as that is known, then its name."""
        return self.saved_at or "", self.name


class Unplaced(Struct, frozen=True):
    """A non-empty cell of a plan sheet that is no part of the plan, and why."""

    place: Place
    text: str
    why: str


class KeyEntry(Struct, frozen=True):
    """One line of a colour key: the fill (RRGGBB) and what the sheet or the settings say that it means."""

    fill: str
    meaning: str
    place: Place | None = None
    state: ProgressState | None = None
    rag: Rag | None = None


class ActionPlan(Struct, frozen=True):
    """A whole plan. `period` is what the plan covers, first and last day inclusive; None when the plan does not say.

    `retired_refs` are refs of actions that earlier versions had and this has not: they are never given again.
    `plans` is how many plans it brings together.
    """

    source: Source
    title: str
    period: Period | None
    actions: tuple[Action, ...]
    unplaced: tuple[Unplaced, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    retired_refs: tuple[str, ...] = ()
    plans: int = 1

    @property
    def counted(self) -> tuple[Action, ...]:
        """The actions themselves, without rows that only point to another."""
        return tuple(action for action in self.actions if action.pointer_to is None)


class Redating(Struct, frozen=True):
    """How often, and by how many days in all, a due day has moved since it was first seen."""

    first_due: date
    moves: tuple[tuple[str, date], ...]

    @property
    def times(self) -> int:
        """How many times the due day was changed."""
        return len(self.moves)

    @property
    def days(self) -> int:
        """From the first due day to the last; negative when brought forward."""
        return (self.moves[-1][1] - self.first_due).days if self.moves else 0


class RatedAction(Struct, frozen=True, gc=False):
    """An action with what follows from it as at a day: its rating, who receives it, how its date has moved.

    `routed_because` is a sentence for readers where the routing needs explaining; empty where it does not.
    """

    action: Action
    rating: Rating
    committees: tuple[str, ...]
    redating: Redating | None = None
    routed_because: str = ""


class RatedPlan(Struct, frozen=True):
    """A plan as at a day (inclusive: true at the end of that day), with all findings in sheet order.

    `actions` holds counted actions only; pointers stay in `plan.actions`. `rules` are the rules in force, in words,
    and `rag` the thresholds in them.
    """

    plan: ActionPlan
    as_at: date
    actions: tuple[RatedAction, ...]
    findings: tuple[Finding, ...]
    rules: tuple[str, ...]
    rag: RagSettings = field(default_factory=RagSettings)

    @property
    def rules_version(self) -> str:
        """A short fingerprint of the rules' words: it changes whenever a rule or a threshold does."""
        return format(zlib.crc32("\n".join(self.rules).encode()), "08x")
