"""What-if by date: which actions turn Red or Amber when, if progress and dates stay as they are.

A rating changes only on a few days that an action's own dates give; each action is rated anew on those days alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from edi_reports.model.action import Action
from edi_reports.model.forecast import Forecast, Turn
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.rules.rating import rate

_WORSE = (Rag.RED, Rag.AMBER)


def forecast(rated: RatedPlan, until: date) -> Forecast:
    """Find each turn to Red or Amber after the plan's as-at day, up to and including `until`."""
    turns = (turn for each in rated.actions for turn in _turns(each.action, rated.as_at, until, rated.rag))
    return Forecast(rated.as_at, until, tuple(sorted(turns, key=lambda turn: turn.day)))


def _turns(action: Action, as_at: date, until: date, settings: RagSettings) -> Iterator[Turn]:
    before = rate(action, as_at, settings).rag
    for day in _turning_days(action, settings):
        if not as_at < day <= until:
            continue
        rating = rate(action, day, settings)
        if rating.rag is not before and rating.rag in _WORSE:
            yield Turn(action, day, before, rating)
        before = rating.rag


def _turning_days(action: Action, settings: RagSettings) -> list[date]:
    """The days on which a rule can begin to apply: a day after each date passes, and when the due day comes near."""
    target = action.target
    days = {_later(day, 1) for day in (target.start, target.due, target.original_due) if day}
    if target.due:
        days.add(_later(target.due, -settings.amber_within_days))
    return sorted(days)


def _later(day: date, days: int) -> date:
    """The day so many days later, held within the calendar."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)
