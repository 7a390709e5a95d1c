"""Counts and cross-tables of a rated plan.

Every count is of actions by RAG, in the order of `Rag` (Red first). An action with two owners or two frameworks counts
under each of them, so those tables add up to more than the plan has actions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from edi_reports.model.period import Quarter
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.reports.wording import NO_GROUP

NO_OWNER = "No owner given"
NO_FRAMEWORK = "No framework given"
NO_DUE_DAY = "No due day"
ALL_ACTIONS = "All actions"

_PLACES = {rag: place for place, rag in enumerate(Rag)}

Labels = Callable[[RatedAction], tuple[str, ...]]


class Counts(Struct, frozen=True):
    """How many actions bear each RAG, in the order of `Rag`, under one label."""

    label: str
    by_rag: tuple[int, ...]

    def of(self, *rags: Rag) -> int:
        """How many actions bear one of these RAGs."""
        return sum([self.by_rag[_PLACES[rag]] for rag in rags])

    @property
    def total(self) -> int:
        """How many actions stand under the label."""
        return sum(self.by_rag)


def count_all(rated: RatedPlan) -> Counts:
    """All counted actions by RAG."""
    found = Counter(each.rating.rag for each in rated.actions)
    return Counts(ALL_ACTIONS, tuple(found[rag] for rag in Rag))


def by_label(rated: RatedPlan, labels: Labels) -> tuple[Counts, ...]:
    """Actions by RAG under each label that `labels` gives them, in the order in which labels are first met."""
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(_PLACES))
    for each in rated.actions:
        for label in labels(each):
            found[label][_PLACES[each.rating.rag]] += 1
    return tuple(Counts(label, tuple(by_rag)) for label, by_rag in found.items())


def by_group(rated: RatedPlan) -> tuple[Counts, ...]:
    """Actions by RAG for each group, in the order of the plan, under the group's label and title."""
    return by_label(rated, lambda each: (str(each.action.group) if each.action.group else NO_GROUP,))


def by_owner(rated: RatedPlan) -> tuple[Counts, ...]:
    """Actions by RAG for each accountable owner (supporters left out), most Red first, then most actions."""
    found = by_label(rated, lambda each: _each_once(owner.name for owner in each.action.leads) or (NO_OWNER,))
    return _most_pressing_first(found)


def by_framework(rated: RatedPlan) -> tuple[Counts, ...]:
    """Actions by RAG for each framework that they serve, by name; actions that name none stand last."""
    found = by_label(rated, lambda each: _each_once(map(str, each.action.frameworks)) or (NO_FRAMEWORK,))
    return tuple(sorted(found, key=lambda counts: (counts.label == NO_FRAMEWORK, counts.label)))


def by_quarter(rated: RatedPlan) -> tuple[Counts, ...]:
    """Actions by RAG for each quarter in which they fall due, in order of time ("Q2 2025/26"); without a day last."""
    quarters = sorted({Quarter.containing(day) for each in rated.actions if (day := each.action.target.due)})
    order = {label: place for place, label in enumerate([*map(str, quarters), NO_DUE_DAY])}
    return tuple(sorted(by_label(rated, _quarter_due), key=lambda counts: order[counts.label]))


def most_pressing(found: tuple[Counts, ...], most: int) -> tuple[Counts, ...]:
    """So many of the counts, those with most Red and then most actions, in the order in which they were."""
    order = sorted(range(len(found)), key=lambda place: (-found[place].of(Rag.RED), -found[place].total))
    return tuple(found[place] for place in sorted(order[:most]))


def _quarter_due(each: RatedAction) -> tuple[str, ...]:
    due = each.action.target.due
    return (str(Quarter.containing(due)),) if due else (NO_DUE_DAY,)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _most_pressing_first(found: tuple[Counts, ...]) -> tuple[Counts, ...]:
    return tuple(sorted(found, key=lambda counts: (-counts.of(Rag.RED), -counts.total, counts.label.casefold())))
