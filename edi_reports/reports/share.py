"""What one committee sees of a plan."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.change import PlanChanges
from edi_reports.model.committee import Committee
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.reports.movement import Movement, find_movement
from edi_reports.reports.redated import Move, find_moves


class Share(Struct, frozen=True):
    """What one committee sees of a plan: its own actions as a plan of their own, and what moved among them."""

    whole: RatedPlan
    own: RatedPlan
    committee: Committee
    movement: Movement | None
    moves: tuple[Move, ...]

    @property
    def plans(self) -> int:
        """How many plans it is of."""
        return self.whole.plan.plans

    @property
    def actions(self) -> tuple[RatedAction, ...]:
        """The committee's actions, in the order of the plan."""
        return self.own.actions


def share_of(rated: RatedPlan, committee: Committee, changes: PlanChanges | None, earlier: RatedPlan | None) -> Share:
    """The committee's part of a rated plan, beside what differs from an earlier version where one is known."""
    own = tuple(each for each in rated.actions if committee.name in each.committees)
    movement = find_movement(own, committee.name, changes, earlier, rated.plan.plans) if changes else None
    return Share(rated, replace(rated, actions=own), committee, movement, find_moves(own, changes))
