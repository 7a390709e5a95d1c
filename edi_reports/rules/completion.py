"""Completions as at a day: what is said to have been completed on a later day is not completed yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from edi_reports.model.action import Action, Progress, ProgressSource, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import long_date
from edi_reports.model.plan import ActionPlan


def as_told(action: Action, as_at: date) -> Action:
    """The action as at the end of a day: a completion whose day is still to come is no completion."""
    if not _is_to_come(action, as_at):
        return action
    return replace(action, progress=Progress(ProgressState.NOT_STATED, ProgressSource.NONE, action.progress.as_written))


def plan_as_told(plan: ActionPlan, as_at: date) -> ActionPlan:
    """The plan with every action as at the end of a day."""
    if not any(_is_to_come(action, as_at) for action in plan.actions):
        return plan
    return replace(plan, actions=tuple(as_told(action, as_at) for action in plan.actions))


def check_completions(actions: Iterable[Action], as_at: date) -> Iterator[Finding]:
    """A finding for each action whose completion is told for a day after the as-at day."""
    for action in actions:
        if action.progress.on is not None and _is_to_come(action, as_at):
            facts = {"written": action.progress.as_written or "", "day": long_date(action.progress.on)}
            yield finding(
                "completed-in-future", action.place_of("progress"), action.ref, as_at=long_date(as_at), **facts
            )


def _is_to_come(action: Action, as_at: date) -> bool:
    return action.progress.on is not None and action.progress.on > as_at
