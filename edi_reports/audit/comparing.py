"""Two versions of a plan become all that differs between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from edi_reports.audit.fields import differences_of
from edi_reports.audit.further_columns import Headings, further_changes, further_columns, renamed_columns
from edi_reports.audit.interludes import interludes
from edi_reports.audit.matching import Pairing, matching_of, pair_actions
from edi_reports.audit.moves import find_moved
from edi_reports.audit.pairs import Pair
from edi_reports.audit.references import with_lasting_refs
from edi_reports.audit.succession import Succession, follow, redating_of
from edi_reports.audit.surroundings import group_name, own_ref, renamed_groups
from edi_reports.model.action import Action
from edi_reports.model.change import Audit, ChangedAction, ChangedField, Decision, IfSame, Match, PlanChanges
from edi_reports.model.plan import ActionPlan, Redating

NEVER_COMPARED = (
    "spaces, line breaks, bullets, and the shape of quotation marks and dashes",
    "the order in which owners and frameworks are named",
    "cell formats other than fills that the colour key explains, comments, pictures and charts",
)


def compare_plans(old: ActionPlan, new: ActionPlan, decisions: tuple[Decision, ...] = ()) -> PlanChanges:
    """Compare two versions field by field; `decisions` are what people have said about uncertain pairs.

    The refs are those of the old plan throughout; new actions have refs that no old one has.
    """
    pairing = pair_actions(old, new, decisions)
    return _compared(old, with_lasting_refs(old, new, pairing), pairing)


def compare_versions(plans: Sequence[ActionPlan], decisions: tuple[Decision, ...] = ()) -> Audit:
    """Compare two or more versions, oldest first: the first with the last, and each with the next.

    An action is followed through the versions between, however far its words have drifted from the first to the last.
    """
    followed = follow(plans, decisions)
    successive = zip(pairwise(followed.stated), followed.pairings, strict=True)
    steps = tuple(_compared(old, new, pairing) for (old, new), pairing in successive)
    whole = steps[0] if len(steps) == 1 else _first_with_last(followed, decisions)
    return Audit(whole, steps, _redated(followed), tuple(interludes(followed, whole.matched)))


def _first_with_last(followed: Succession, decisions: tuple[Decision, ...]) -> PlanChanges:
    first, last = followed.stated[0], followed.stated[-1]
    why = "followed through the versions between"
    known = [
        Pair(chain[0].position, chain[-1].position, min(seen.likeness for seen in chain), certain=True, why=why)
        for chain in followed.chains
        if chain[0].version == 0 and followed.lasts(chain)
    ]
    return _compared(first, last, pair_actions(first, last, decisions, known))


def _redated(followed: Succession) -> tuple[tuple[Action, Redating], ...]:
    names = [plan.source.name for plan in followed.plans]
    found = ((chain[-1].action, redating_of(chain, names)) for chain in followed.chains if followed.lasts(chain))
    moved = [(action, redating) for action, redating in found if redating and redating.moves]
    return tuple(sorted(moved, key=lambda each: (-each[1].days, each[0].ref)))


def _compared(old: ActionPlan, new: ActionPlan, pairing: Pairing) -> PlanChanges:
    matching = matching_of(old, new, pairing)
    renamed = renamed_groups((group_name(match.old.group), group_name(match.new.group)) for match in matching.matches)
    differences = [(match, *differences_of(match.old, match.new, renamed)) for match in matching.matches]
    told = [ChangedAction(match, changes) for match, changes, _ in differences]
    moves = _moves(pairing, matching.matches)
    columns = further_columns(old.actions, new.actions, matching.matches)
    return PlanChanges(
        old.source,
        new.source,
        matching.added,
        matching.removed,
        changed=tuple(each for each in told if each.changes),
        moved=tuple(each.match for each, moved in zip(told, moves, strict=True) if moved and not each.changes),
        uncertain=matching.uncertain,
        unchanged=tuple(each.match for each, moved in zip(told, moves, strict=True) if not moved and not each.changes),
        not_compared=tuple(_not_compared(old, new, columns)),
        partings=matching.partings,
        restated=tuple(ChangedAction(match, restated) for match, _, restated in differences if restated),
        titles=(old.title, new.title),
        further=tuple(further_changes(matching.matches, columns)),
        if_same=tuple(_if_same(match, renamed, columns) for match in matching.uncertain),
    )


def _if_same(match: Match, renamed: Mapping[str, str], columns: Headings) -> IfSame:
    changes, _ = differences_of(match.old, match.new, renamed)
    beside = tuple(change for change in changes if change.field is not ChangedField.ACTION)
    return IfSame(match, beside, tuple(further_changes([match], columns)))


def _moves(pairing: Pairing, matches: Sequence[Match]) -> list[bool]:
    """Whether each certain pair moved, in the old order: among the others, or to another sheet."""
    moved = find_moved([pair.new for pair in pairing.pairs if pair.certain])
    now = _sheets_now(matches)
    return [n in moved or now[match.old.place.sheet] != match.new.place.sheet for n, match in enumerate(matches)]


def _sheets_now(matches: Sequence[Match]) -> dict[str, str]:
    """What each sheet of the old version is called now: as before, or else as the one where most of it went."""
    votes = Counter((match.old.place.sheet, match.new.place.sheet) for match in matches)
    there = {new for _, new in votes}
    now: dict[str, str] = {}
    for (old, new), _ in votes.most_common():
        now.setdefault(old, old if old in there else new)
    return now


def _not_compared(old: ActionPlan, new: ActionPlan, columns: Headings) -> Iterator[str]:
    """What the comparison left out, in words; what only some plans have is named when one of these has it."""
    both = (*old.actions, *new.actions)
    renamed = ", ".join(renamed_columns(columns))
    if renamed:
        yield f"the headings of columns: {renamed}"
    if any(own_ref(action) for action in both):
        yield "the plan's own references, which are listed but do not count as changes"
    pointers = [len(plan.actions) - len(plan.counted) for plan in (old, new)]
    if any(pointers):
        yield f"rows that only refer to another action ({pointers[0]} in the old version, {pointers[1]} in the new)"
    yield from _cells_outside(old, new)
    yield from NEVER_COMPARED


def _cells_outside(old: ActionPlan, new: ActionPlan) -> Iterator[str]:
    for which, plan in (("old", old), ("new", new)):
        sheets = Counter(cell.place.sheet for cell in plan.unplaced)
        if sheets:
            listed = ", ".join(f"{count} on sheet {sheet}" for sheet, count in sheets.items())
            yield f"cells of the {which} version that belong to no action: {listed}"
