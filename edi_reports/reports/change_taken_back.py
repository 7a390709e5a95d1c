"""Changes that a later version took back: values that are again what they were in an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from edi_reports.model.change import Change, ChangedField, Match, PlanChanges
from edi_reports.model.place import Place
from edi_reports.reports.wording import how_many, listed

Earlier = dict[ChangedField, tuple[str, ...]]
"""The values that the fields of an action had before the one that they have."""


class TakenBack(Struct, frozen=True):
    """A change that gave a field a value that it had before, and the version that did so."""

    match: Match
    change: Change
    version: str


def taken_back(steps: Sequence[PlanChanges]) -> tuple[TakenBack, ...]:
    """Every change of the `steps` that brought an earlier value back, in the order of versions and rows."""
    found: list[TakenBack] = []
    known: dict[Place, Earlier] = {}
    for step in steps if len(steps) > 1 else ():
        changed = {id(each.match): each.changes for each in step.changed}
        now: dict[Place, Earlier] = {}
        for match in step.matched:
            earlier, changes = known.get(match.old.place, {}), changed.get(id(match), ())
            found += [
                TakenBack(match, change, step.new.name)
                for change in changes
                if _alike(change.new) in earlier.get(change.field, ())
            ]
            before = {change.field: (*earlier.get(change.field, ()), _alike(change.old)) for change in changes}
            if earlier or before:
                now[match.new.place] = earlier | before
        known = now
    return tuple(found)


def taken_back_in_words(found: Sequence[TakenBack]) -> str:
    """How many changes each version took back; empty for none."""
    counts = Counter(each.version for each in found)
    told = [
        f"“{version}” took back {how_many(count, 'change')} of earlier versions" for version, count in counts.items()
    ]
    return listed(told)


def _alike(value: str) -> str:
    return " ".join(value.casefold().split())
