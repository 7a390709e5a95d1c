"""What will turn Red or Amber if nothing is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.period import ReportingMonth
from edi_reports.model.rag import Rag, Rating


class Turn(Struct, frozen=True):
    """An action, the day on which its RAG changes, the RAG of the day before and the rating of that day."""

    action: Action
    day: date
    before: Rag
    rating: Rating


class Forecast(Struct, frozen=True):
    """The turns to Red and Amber after `as_at`, up to and including `until`, in order of time and then of the plan.

    It holds if progress and dates stay as they are.
    """

    as_at: date
    until: date
    turns: tuple[Turn, ...]

    def by_month(self) -> Iterator[tuple[ReportingMonth, tuple[Turn, ...]]]:
        """The turns of each month that has any, in order of time."""
        for month, turns in groupby(self.turns, key=lambda turn: ReportingMonth.of(turn.day)):
            yield month, tuple(turns)
