"""The calculated rating."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Rag(StrEnum):
    """Red, Amber, Green, Blue or Not rated, in the order in which a committee wants to see them."""

    RED = "red"
    AMBER = "amber"
    NOT_RATED = "not_rated"
    GREEN = "green"
    BLUE = "blue"

    @property
    def word(self) -> str:
        """The word that always stands beside the colour: "Not rated"."""
        return self.value.replace("_", " ").capitalize()


EXCEPTIONS = (Rag.RED, Rag.AMBER, Rag.NOT_RATED)


class Rating(Struct, frozen=True, gc=False):
    """A RAG with the number of the rule that gave it, the reason in a sentence, and the days it rests on.

    `days` is how many days the action is overdue (negative: still to go); None without a due day and once it is over.
    `dates` are the days the rule looked at, as (what, day) pairs.
    """

    rag: Rag
    rule: int
    reason: str
    days: int | None = None
    dates: tuple[tuple[str, date], ...] = ()


class RagSettings(Struct, frozen=True):
    """A trust's own thresholds: Amber this many days before the due day (inclusive), and how completed shows."""

    amber_within_days: int = 30
    completed_as: Rag = Rag.BLUE
