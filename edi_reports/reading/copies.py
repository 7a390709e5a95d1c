"""A sheet for each month, every one a copy of the last with what moved since: only the newest is the plan."""

from __future__ import annotations

from collections.abc import Sequence

from edi_reports.model.raw import Field
from edi_reports.reading.heading_times import when_of_heading, without_time
from edi_reports.reading.sheet_plan import SheetPlan

_ENOUGH = 0.5


def earlier_copies(plans: Sequence[SheetPlan]) -> frozenset[str]:
    """The sheets whose names differ from a later one's in the month alone, most of whose actions stand there too."""
    times = {plan.sheet.name: when_of_heading(plan.sheet.name) for plan in plans}
    texts = {plan.sheet.name: _texts(plan) for plan in plans}
    return frozenset(
        name
        for name, time in times.items()
        for later, then in times.items()
        if time and then and bool(time[0]) == bool(then[0]) and time < then
        if without_time(name) == without_time(later)
        if len(texts[name] & texts[later]) >= max(1, _ENOUGH * len(texts[name]))
    )


def _texts(plan: SheetPlan) -> set[str]:
    return {" ".join(action.text(Field.ACTION).casefold().split()) for action in plan.actions}
