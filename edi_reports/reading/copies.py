"""A sheet for each month, every one a copy of the last with what moved since: only the newest is the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edi_reports.model.raw import Field
from edi_reports.reading.heading_times import when_of_heading, without_time
from edi_reports.reading.sheet_plan import SheetPlan

_ENOUGH = 0.5


def earlier_copies(plans: Sequence[SheetPlan]) -> frozenset[str]:
    """The sheets whose names differ from a later one's in the month alone, most of whose actions stand there too."""
    alike: dict[tuple[str, bool], list[tuple[tuple[int, int], SheetPlan]]] = {}
    for plan in plans:
        time = when_of_heading(plan.sheet.name)
        if time is not None:
            alike.setdefault((without_time(plan.sheet.name), time[0] > 0), []).append((time, plan))
    return frozenset(name for sheets in alike.values() for name in _copied(sheets))


def _copied(sheets: Sequence[tuple[tuple[int, int], SheetPlan]]) -> Iterator[str]:
    """The names of sheets whose actions mostly stand in one of a later time too."""
    read = [(time, plan.sheet.name, _texts(plan)) for time, plan in sheets]
    for time, name, texts in read:
        if any(time < then and len(texts & later) >= max(1, _ENOUGH * len(texts)) for then, _, later in read):
            yield name


def _texts(plan: SheetPlan) -> set[str]:
    return {" ".join(action.text(Field.ACTION).casefold().split()) for action in plan.actions}
