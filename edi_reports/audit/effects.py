"""What a change means, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from edi_reports.audit.surroundings import group_name, in_words, meaning_of
from edi_reports.audit.words import one_holds_the_other
from edi_reports.model.action import Action, ProgressSource, ProgressState
from edi_reports.model.change import FILL_ONLY, REWRITTEN
from edi_reports.model.owner import Part
from edi_reports.model.period import long_date
from edi_reports.model.target import Target, TargetKind

_STATE_EFFECTS: Mapping[tuple[ProgressState | None, ProgressState | None], str] = {
    (ProgressState.COMPLETED, ProgressState.NOT_STATED): "no longer stated as completed",
    (ProgressState.PROPOSED_FOR_CLOSURE, ProgressState.COMPLETED): "completed",
    (ProgressState.COMPLETED, None): "reopened",
    (None, ProgressState.COMPLETED): "completed",
    (None, ProgressState.PROPOSED_FOR_CLOSURE): "proposed for closure",
    (ProgressState.NOT_STARTED, ProgressState.IN_PROGRESS): "started",
    (ProgressState.PROPOSED_FOR_CLOSURE, None): "no longer proposed for closure",
    (ProgressState.IN_PROGRESS, ProgressState.NOT_STARTED): "set back to not started",
    (None, ProgressState.NOT_STATED): "no longer stated",
}
_UNDATED = {
    TargetKind.ONGOING: "ongoing",
    TargetKind.RECURRING: "recurring",
    TargetKind.CONDITIONAL: "waiting for an event",
    TargetKind.UNDECIDED: "still to be decided",
    TargetKind.AMBIGUOUS: "open to two readings",
    TargetKind.UNREADABLE: "not readable as a date",
    TargetKind.BLANK: "left blank",
}


def days_in_words(days: int) -> str:
    """A number of days: "1 day", "90 days"."""
    return f"{days} day" if days == 1 else f"{days} days"


def text_effect(old: str, new: str) -> str:
    """What an edit of a text amounts to."""
    before, after = in_words(old), in_words(new)
    if not old.strip() or not new.strip():
        return "added" if new.strip() else "removed"
    if before == after:
        return "capitals or punctuation only"
    if sorted(before.split()) == sorted(after.split()):
        return "the same words in another order"
    if one_holds_the_other(before, after):
        return "added to" if len(before) < len(after) else "shortened"
    return "reworded"


def owners_effect(old: Action, new: Action) -> str:
    """Who came, who left, and who changed between leading and supporting."""
    before = {in_words(owner.name): owner for owner in old.owners}
    after = {in_words(owner.name): owner for owner in new.owners}
    stayed = [name for name in after if name in before and after[name].part is not before[name].part]
    parts = (
        _names("added", (after[name].name for name in after if name not in before)),
        _names("removed", (before[name].name for name in before if name not in after)),
        _names("now leading", (after[name].name for name in stayed if after[name].part is Part.LEAD)),
        _names("now supporting", (after[name].name for name in stayed if after[name].part is Part.SUPPORT)),
        "" if new.owners else "no owner is named any more",
    )
    return "; ".join(filter(None, parts))


def tags_effect(old: Iterable[str], new: Iterable[str]) -> str:
    """Which tags came and which left."""
    before, after = list(old), list(new)
    parts = (
        _names("added", (tag for tag in after if tag not in before)),
        _names("removed", (tag for tag in before if tag not in after)),
    )
    return "; ".join(filter(None, parts))


def _names(what: str, names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return f"{what}: {listed}" if listed else ""


def target_effect(old: Target, new: Target) -> str:
    """By how many days a target moved, how it gained or lost its date, and whether its first date was rewritten."""
    moved = _target_moved(old, new) if meaning_of(old) != meaning_of(new) else ""
    return "; ".join(filter(None, (moved, _first_date_rewritten(old, new))))


def _target_moved(old: Target, new: Target) -> str:
    if old.due and new.due:
        return _moved(old, new)
    if old.due:
        return f"date removed, now {_undated(new)}"
    if new.due:
        return "now dated"
    if old.kind is new.kind:
        return f"still {_undated(old)}, {_start_moved(old, new) or 'said in other words'}"
    return f"was {_undated(old)}, now {_undated(new)}"


def _first_date_rewritten(old: Target, new: Target) -> str:
    """Whether the date from which slippage is told is another; a target that only moved keeps its first date."""
    before, now = first_due(old), first_due(new)
    if before == now or not (old.original_due or new.original_due):
        return ""
    if new.original_due:
        return f"the {REWRITTEN} is now given as {long_date(new.original_due)}, {_first_date_was(old)}"
    later = old.due == new.due or bool(before and new.due and new.due > before)
    return f"no earlier {REWRITTEN} is given any more, {_first_date_was(old)}" if later else ""


def _first_date_was(old: Target) -> str:
    before = first_due(old)
    return f"it was {long_date(before)}" if before else "where there was none"


def first_due(target: Target) -> date | None:
    """The first day on which a target was to be met, as its plan gives it."""
    return target.original_due or target.due


def _undated(target: Target) -> str:
    return _UNDATED.get(target.kind, "without a last day")


def _moved(old: Target, new: Target) -> str:
    assert old.due
    assert new.due
    days = (new.due - old.due).days
    if days == 0:
        return _same_due_day(old, new)
    moved = f"re-dated {days_in_words(days)} later" if days > 0 else f"brought forward {days_in_words(-days)}"
    return f"{moved}, though written the same" if in_words(old.as_written) == in_words(new.as_written) else moved


def _same_due_day(old: Target, new: Target) -> str:
    if old.kind is not new.kind:
        return f"the same due day, now {'over a range of days' if new.kind is TargetKind.RANGE else 'without a range'}"
    return f"the same due day, {_start_moved(old, new) or 'the start now stated otherwise'}"


def _start_moved(old: Target, new: Target) -> str:
    days = (new.start - old.start).days if old.start and new.start else 0
    return f"the start {days_in_words(abs(days))} {'later' if days > 0 else 'earlier'}" if days else ""


def progress_effect(old: Action, new: Action) -> str:
    """What became of an action; "fill-only" where no word of it changed."""
    cancelling = _cancelling(old, new)
    parts = [cancelling] if new.cancelled and cancelling else [cancelling, _state_effect(old, new)]
    said = "; ".join(filter(None, parts)) or "said in other words"
    return f"{said} ({FILL_ONLY})" if is_fill_only(old, new) else said


def is_fill_only(old: Action, new: Action) -> bool:
    """Whether progress changed by a colour alone: neither a word of progress nor the update text changed."""
    sources = {old.progress.source, new.progress.source}
    by_fill = ProgressSource.FILL in sources and ProgressSource.TEXT not in sources
    return by_fill and old.cancelled == new.cancelled and in_words(old.update or "") == in_words(new.update or "")


def _cancelling(old: Action, new: Action) -> str:
    if old.cancelled == new.cancelled:
        return ""
    return "cancelled" if new.cancelled else "taken up again (no longer cancelled)"


def _state_effect(old: Action, new: Action) -> str:
    before, after = old.progress.state, new.progress.state
    if before is after:
        return ""
    for known in ((before, after), (before, None), (None, after)):
        if known in _STATE_EFFECTS:
            return _STATE_EFFECTS[known]
    return f"now stated as {after.words.lower()}"


def stated_rag_effect(old: Action, new: Action) -> str:
    """How the RAG that the plan itself shows changed."""
    if old.stated_rag and new.stated_rag:
        return f"from {old.stated_rag.word} to {new.stated_rag.word}"
    return "now stated" if new.stated_rag else "no longer stated"


def group_effect(old: Action, new: Action, renamed: Mapping[str, str]) -> str:
    """Whether the action went to another group, or its group got another name or number."""
    if not old.group or not new.group:
        return "now stands in a group" if new.group else "stands in no group any more"
    if renamed.get(group_name(old.group)) != group_name(new.group):
        return "moved to another group"
    same_title = old.group and new.group and in_words(old.group.title) == in_words(new.group.title) != ""
    return "its group was renumbered" if same_title else "its group was renamed"
