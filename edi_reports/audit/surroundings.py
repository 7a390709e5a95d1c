"""What stands around an action's text and helps to know it again: its group, owners and target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.audit.words import how_often, words_of
from edi_reports.model.action import Action, Group
from edi_reports.model.period import Period, Quarter, month_period
from edi_reports.model.target import Target, TargetKind

GROUP_COUNTS, OWNERS_COUNT, TARGET_COUNTS = 0.55, 0.3, 0.15


@lru_cache(maxsize=2**16)
def in_words(text: str) -> str:
    """The text without case, punctuation and layout: what two spellings of it have in common."""
    return " ".join(words_of(text))


def group_name(group: Group | None) -> str:
    """A group by its words; empty for no group."""
    return in_words(str(group)) if group else ""


def owner_names(action: Action) -> frozenset[tuple[str, str]]:
    """Who owns the action and as what, in whatever order and spelling."""
    return frozenset((in_words(owner.name), owner.part.value) for owner in action.owners)


def meaning_of(target: Target) -> tuple[object, ...]:
    """What a target means however it is written: its kind and days, or its words where it has no days.

    The first day counts for a range only: "Q3", "October to December" and "31 December" fall due on the same day.
    """
    if target.due or target.start:
        ranged = target.kind is not TargetKind.DATED and not _is_month_or_quarter(target)
        return (target.kind, target.due, target.start) if ranged else (TargetKind.DATED, target.due, None)
    if target.kind is TargetKind.RECURRING:
        return target.kind, how_often(target.as_written)
    wordless = target.kind in (TargetKind.BLANK, TargetKind.UNDECIDED, TargetKind.ONGOING)
    return target.kind, "" if wordless else in_words(target.as_written)


def _is_month_or_quarter(target: Target) -> bool:
    if target.kind is not TargetKind.RANGE or not target.start or not target.due:
        return False
    stretch, month = Period(target.start, target.due), month_period(target.due.year, target.due.month)
    return stretch in (month, Quarter.containing(target.due).period)


def own_ref(action: Action) -> str | None:
    """The plan's own reference, or None for one that was made from group and number."""
    return action.ref if any(name == "ref" for name, _ in action.cells) else None


class Surroundings(Struct, frozen=True):
    """The standing of one action: its group by name, owners, target, the plan's own reference, and the sheet."""

    group: str
    owners: frozenset[tuple[str, str]]
    target: tuple[object, ...]
    ref: str | None
    sheet: str = ""


def describe(action: Action) -> Surroundings:
    """Describe where an action stands."""
    owners, target = owner_names(action), meaning_of(action.target)
    return Surroundings(group_name(action.group), owners, target, own_ref(action), action.place.sheet)


def agreement(one: Surroundings, other: Surroundings) -> float:
    """How far two actions stand in the same surroundings, 0 to 1; the plan's own reference counts as the owners do."""
    agreeing = (
        GROUP_COUNTS * (one.group == other.group)
        + OWNERS_COUNT * (one.owners == other.owners)
        + TARGET_COUNTS * (one.target == other.target)
        + OWNERS_COUNT * same_own_ref(one, other)
    )
    return min(1.0, agreeing)


def says_all(one: Surroundings) -> bool:
    """Whether a group, owners and days are stated, so that it means something when they agree."""
    return bool(one.group and one.owners and one.target[1])


def same_own_ref(one: Surroundings, other: Surroundings) -> bool:
    """Whether the plan itself gives both actions the same reference."""
    return one.ref is not None and one.ref == other.ref


def in_new_terms(olds: Sequence[Surroundings], pairs: Iterable[tuple[str, str]]) -> list[Surroundings]:
    """The old surroundings, each group by the name it has in the new plan, as its `pairs` already found tell."""
    renamed = renamed_groups(pairs)
    given_away = frozenset(renamed.values())
    names = {old.group: f"former {old.group}" if old.group in given_away else old.group for old in olds} | renamed
    return [old if names[old.group] == old.group else replace(old, group=names[old.group]) for old in olds]


def renamed_groups(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Old group names to new ones: where most of a group's actions went, if most of that group's came from there."""
    votes = Counter(pairs)
    left, came = Counter[str](), Counter[str]()
    for (old, new), count in votes.items():
        left[old] += count
        came[new] += count
    return {old: new for (old, new), count in votes.items() if 2 * count > left[old] and 2 * count > came[new]}
