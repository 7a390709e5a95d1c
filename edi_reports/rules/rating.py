"""RAG by rule: delivery against date, never opinion.

The rules stand in one ordered table; the first that applies rates the action. Their source is the trust's own practice
of rating delivery against the date promised, with a moved date never Green; the thresholds are settings.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.period import long_date
from edi_reports.model.rag import Rag, RagSettings, Rating
from edi_reports.model.target import LONGEST_QUOTE, WHY_UNRATED, Target, TargetKind
from edi_reports.rules.completion import as_told

Case = tuple[Action, date, RagSettings]
Outcome = tuple[Rag, str]

_OPEN_ENDED = {
    ProgressState.NOT_STARTED: Rag.AMBER,
    ProgressState.IN_PROGRESS: Rag.GREEN,
    ProgressState.PROPOSED_FOR_CLOSURE: Rag.GREEN,
    ProgressState.NOT_STATED: Rag.NOT_RATED,
}


def days_in_words(days: int) -> str:
    """Put a number of days into words: "1 day", "61 days"."""
    return f"{days} day" if days == 1 else f"{days} days"


def _cancelled(case: Case) -> Outcome | None:
    action, _, _ = case
    return (Rag.NOT_RATED, "Struck through or withdrawn in the plan: taken as cancelled") if action.cancelled else None


def _completed(case: Case) -> Outcome | None:
    action, _, settings = case
    return (settings.completed_as, "Completed") if action.progress.state is ProgressState.COMPLETED else None


def _overdue(case: Case) -> Outcome | None:
    action, as_at, _ = case
    due = action.target.due
    if due is None or due >= as_at:
        return None
    return Rag.RED, f"Overdue by {days_in_words((as_at - due).days)} (due {long_date(due)})"


def _no_date(case: Case) -> Outcome | None:
    target = case[0].target
    if target.kind not in WHY_UNRATED:
        return None
    words = " ".join(target.as_written.split())
    written = f' ("{words[:LONGEST_QUOTE]}{"…" if len(words) > LONGEST_QUOTE else ""}")' if words else ""
    return Rag.NOT_RATED, f"Not rated: {WHY_UNRATED[target.kind]}{written}"


def _open_ended(case: Case) -> Outcome | None:
    action, _, _ = case
    if action.target.kind not in (TargetKind.ONGOING, TargetKind.RECURRING):
        return None
    state = action.progress.state
    reason = f"{action.target.kind.capitalize()}, {state.words.lower()}"
    rag = _OPEN_ENDED[state]
    return rag, f"Not rated: {reason[0].lower()}{reason[1:]}" if rag is Rag.NOT_RATED else reason


def _late_start(case: Case) -> Outcome | None:
    action, as_at, _ = case
    start = action.target.start
    if action.progress.state is not ProgressState.NOT_STARTED or start is None or start >= as_at:
        return None
    return Rag.AMBER, f"Not started; should have started {long_date(start)}"


def _due_soon(case: Case) -> Outcome | None:
    action, as_at, settings = case
    due = action.target.due
    if due is None or (due - as_at).days > settings.amber_within_days:
        return None
    days = (due - as_at).days
    return Rag.AMBER, f"Due {'today' if days == 0 else f'in {days_in_words(days)}'} ({long_date(due)})"


def _moved(case: Case) -> Outcome | None:
    action, as_at, _ = case
    first = action.target.original_due
    if first is None or first >= as_at:
        return None
    return Rag.AMBER, f"Re-dated from {long_date(first)}, which is past"


def _on_time(case: Case) -> Outcome | None:
    due = case[0].target.due
    return (Rag.GREEN, f"Due {long_date(due)}") if due else (Rag.NOT_RATED, "Not rated: no due day is known")


class Rule(Struct, frozen=True):
    """A rule: its number, its words for the key of every output, and the test that gives a RAG and a reason."""

    number: int
    words: str
    applies: Callable[[Case], Outcome | None]


RULES = (
    Rule(0, "Struck through or withdrawn in the plan (cancelled): Not rated", _cancelled),
    Rule(1, "Completed: {completed_as}", _completed),
    Rule(2, "Due day before the as-at day: Red, overdue", _overdue),
    Rule(3, "Target undecided, ambiguous, unreadable, blank or waiting for an event: Not rated", _no_date),
    Rule(
        4,
        "Ongoing or recurring: Amber if not started, Green if in progress or proposed for closure, else Not rated",
        _open_ended,
    ),
    Rule(5, "Not started and the start day is past: Amber, should have started", _late_start),
    Rule(6, "Due within {amber_within_days} days (inclusive): Amber, due soon", _due_soon),
    Rule(7, "Re-dated and the original due day is past: Amber, a moved date cannot be Green", _moved),
    Rule(8, "Otherwise: Green", _on_time),
)


def rules_in_words(settings: RagSettings) -> tuple[str, ...]:
    """Put the rules in force, in order, into sentences for the key of every output."""
    facts = {"completed_as": settings.completed_as.word, "amber_within_days": settings.amber_within_days}
    return tuple(rule.words.format(**facts) for rule in RULES)


def rate(action: Action, as_at: date, settings: RagSettings) -> Rating:
    """Rate one action as at the end of a day, by the first rule that applies."""
    action = as_told(action, as_at)
    for rule in RULES:
        outcome = rule.applies((action, as_at, settings))
        if outcome is not None:
            rag, reason = outcome
            return Rating(rag, rule.number, reason, _days_late(action, as_at), _dates(action.target))
    raise AssertionError("the last rule always applies")


def _days_late(action: Action, as_at: date) -> int | None:
    over = action.cancelled or action.progress.state is ProgressState.COMPLETED
    return None if over or action.target.due is None else (as_at - action.target.due).days


def _dates(target: Target) -> tuple[tuple[str, date], ...]:
    found = (("start", target.start), ("due", target.due), ("original due", target.original_due))
    return tuple((name, day) for name, day in found if day is not None)
