"""The life of each action through many versions of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Match
from edi_reports.model.plan import ActionPlan, Redating, Source
from edi_reports.model.rag import Rag, Rating

Rate = Callable[[Action, date], Rating]
"""How an action is rated as at a day."""


class Version(Struct, frozen=True):
    """A version of a plan, and the day as at which it is true."""

    as_at: date
    plan: ActionPlan


class Sighting(Struct, frozen=True):
    """An action as it stood in the version of that number, oldest first from 0, and its rating as at that day."""

    version: int
    as_at: date
    action: Action
    rating: Rating


class Life(Struct, frozen=True):
    """One action from the first version that has it to the last. `redating` is None for one that never had a date."""

    sightings: tuple[Sighting, ...]
    redating: Redating | None

    @property
    def latest(self) -> Sighting:
        """The action as it was last seen."""
        return self.sightings[-1]

    @property
    def first_seen(self) -> date:
        """The day of the first version that has it."""
        return self.sightings[0].as_at

    @property
    def days_slipped(self) -> int:
        """Days from the first due day to the last known one; negative when brought forward, 0 without a date."""
        return self.redating.days if self.redating else 0


class Standing(Struct, frozen=True):
    """The whole plan in one version: how many actions by RAG and by progress, how many came and left.

    `redated` actions were due on another day than first; `days_slipped` is by how many days later, in all.
    """

    as_at: date
    source: Source
    ratings: tuple[tuple[Rag, int], ...]
    progress: tuple[tuple[ProgressState, int], ...]
    added: int
    left: int
    redated: int
    days_slipped: int

    @property
    def actions(self) -> int:
        """How many actions the version has."""
        return sum(count for _, count in self.ratings)


class History(Struct, frozen=True):
    """Every action's life, worst slippage first, and the whole plan version by version, oldest first.

    `uncertain` are pairs of successive versions that a person has to decide: until then they count as two lives.
    """

    lives: tuple[Life, ...]
    standings: tuple[Standing, ...]
    uncertain: tuple[Match, ...]
