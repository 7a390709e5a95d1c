"""The plan's own references: which actions were given another, and which references now stand for another action."""

from __future__ import annotations

from edi_reports.model.action import Action
from edi_reports.model.change import Match, PlanChanges
from edi_reports.reports.wording import listed, so_many, with_refs


def refs_in_words(match: Match) -> str:
    """The reference of a pair: "1.2", "1.2, now 1.3"."""
    old, new = match.old.ref, match.new.ref
    return old if old == new else f"{old}, now {new}"


def renumbered(changes: PlanChanges) -> list[Match]:
    """The pairs to which the plan itself gives another reference than before."""
    found = [
        match for match in changes.matched if match.old.ref != match.new.ref and _own(match.old) and _own(match.new)
    ]
    return sorted(found, key=lambda match: (match.new.place.sheet, match.new.place.row))


def reused(changes: PlanChanges) -> list[tuple[Action, Action]]:
    """Each action that came under the reference of one that left, after the one that left."""
    left = {action.ref: action for action in changes.removed if _own(action)}
    return [(left[action.ref], action) for action in changes.added if _own(action) and action.ref in left]


def references_in_words(changes: PlanChanges) -> str:
    """What became of the references, in a sentence; empty when nothing did."""
    given, others = renumbered(changes), [new.ref for _, new in reused(changes)]
    parts = [
        f"{so_many(len(given), 'action was', 'actions were')} given another reference" if given else "",
        f"{so_many(len(others), 'reference stands', 'references stand')} for another action now" if others else "",
    ]
    return listed([with_refs(part, refs) for part, refs in zip(parts, ((), others), strict=True) if part])


def _own(action: Action) -> bool:
    return any(field == "ref" for field, _ in action.cells)
