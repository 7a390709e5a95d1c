"""What moved since an earlier version of the plan, for the actions that one committee sees."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Match, PlanChanges
from edi_reports.model.period import long_date
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.reports.change_fates import Fates
from edi_reports.reports.wording import by_days, how_many, listed, one_or_several, sentence, so_many, with_refs


class Movement(Struct, frozen=True):
    """The refs of what moved. `since` says since when; `turned_red` is None when earlier ratings are not known.

    `redated` pairs a ref with the days by which its due day moved, negative when brought forward;
    `undated` lost their due day; `removed` are refs of the earlier version. `not_new` and `not_gone` are how many of
    the added and of the removed are but parts or copies of actions that stay. `plans` is of how many plans it tells.
    """

    since: str
    completed: tuple[str, ...]
    reopened: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    turned_red: tuple[str, ...] | None
    redated: tuple[tuple[str, int], ...]
    undated: tuple[str, ...]
    uncertain: int
    plans: int = 1
    not_new: int = 0
    not_gone: int = 0


def find_movement(
    actions: Iterable[RatedAction],
    committee: str,
    changes: PlanChanges,
    earlier: RatedPlan | None = None,
    plans: int = 1,
) -> Movement:
    """What moved among the committee's `actions`; `earlier` is the old side as it was rated then, where that is known.

    Without it, earlier ratings are not known, and all that left the plan is told to every committee.
    """
    shown = {rated.action.place: rated for rated in actions}
    added = [action for action in changes.added if action.place in shown]
    removed, fates = _removed(changes, committee, earlier), Fates.of(changes)
    matches = [match for match in changes.matched if match.new.place in shown]

    def refs(found: Iterable[Match]) -> tuple[str, ...]:
        return tuple(shown[match.new.place].action.ref for match in found)

    moved = [match for match in matches if days_moved(match)]
    version = one_or_several(plans, "the earlier version", "the earlier versions")
    return Movement(
        since=long_date(earlier.as_at) if earlier else f'{version} "{changes.old.name}"',
        completed=refs(match for match in matches if _is_done(match.new) and not _is_done(match.old)),
        reopened=refs(match for match in matches if _is_done(match.old) and not _is_done(match.new)),
        added=tuple(shown[action.place].action.ref for action in added),
        removed=tuple(action.ref for action in removed),
        turned_red=refs(_turned_red(matches, shown, earlier)) if earlier else None,
        redated=tuple(zip(refs(moved), map(days_moved, moved), strict=True)),
        undated=refs(match for match in matches if match.old.target.due and not match.new.target.due),
        uncertain=sum(match.new.place in shown for match in changes.uncertain),
        plans=plans,
        not_new=sum(not fates.is_new(action) for action in added),
        not_gone=sum(not fates.is_gone(action) for action in removed),
    )


def movement_in_words(movement: Movement) -> tuple[str, ...]:
    """The movement as sentences: what became of actions, what became of dates, what could not be compared."""
    return tuple(
        filter(None, (_actions_moved(movement), _only_parts(movement), _dates_moved(movement), _not_matched(movement)))
    )


def days_moved(match: Match) -> int:
    """By how many days the due day of an action is later than it was; 0 where either day is not known."""
    old, new = match.old.target.due, match.new.target.due
    return (new - old).days if old and new else 0


def _is_done(action: Action) -> bool:
    return action.progress.state is ProgressState.COMPLETED


def _removed(changes: PlanChanges, committee: str, earlier: RatedPlan | None) -> tuple[Action, ...]:
    elsewhere = (
        {rated.action.place for rated in earlier.actions if committee not in rated.committees} if earlier else ()
    )
    return tuple(action for action in changes.removed if action.place not in elsewhere)


def _turned_red(matches: Iterable[Match], shown: dict[Place, RatedAction], earlier: RatedPlan) -> Iterable[Match]:
    before = {rated.action.place: rated.rating.rag for rated in earlier.actions}
    for match in matches:
        is_red = shown[match.new.place].rating.rag is Rag.RED
        if is_red and before.get(match.old.place, Rag.RED) is not Rag.RED:
            yield match


def _actions_moved(movement: Movement) -> str:
    plan = one_or_several(movement.plans, "the plan", "the plans")
    parts = [with_refs(f"{how_many(len(movement.completed), 'action')} completed", movement.completed)]
    parts += [_part("turned Red", movement.turned_red)] if movement.turned_red is not None else []
    parts += [_part("reopened", movement.reopened)] if movement.reopened else []
    parts += [_part("added", movement.added), _part(f"taken out of {plan}", movement.removed)]
    return sentence(f"since {movement.since}: {listed(parts)}")


def _only_parts(movement: Movement) -> str:
    """Which of those added and taken out are no new work and no loss."""
    told = (("added", movement.not_new), ("taken out", movement.not_gone))
    parts = [
        f"{n} of those {what} {'is a part or a copy of another' if n == 1 else 'are parts or copies of others'}"
        for what, n in told
        if n
    ]
    return sentence(listed(parts)) if parts else ""


def _part(what: str, refs: tuple[str, ...]) -> str:
    return with_refs(f"{len(refs) or 'none'} {what}", refs)


def _dates_moved(movement: Movement) -> str:
    later = tuple(move for move in movement.redated if move[1] > 0)
    sooner = tuple(move for move in movement.redated if move[1] < 0)
    parts = [words for words in (_moves("put back", later), _moves("brought forward", sooner)) if words]
    if movement.undated:
        parts.append(with_refs(f"{how_many(len(movement.undated), 'target date')} taken away", movement.undated))
    return sentence(listed(parts) or "no target date moved")


def _moves(what: str, moves: tuple[tuple[str, int], ...]) -> str:
    if not moves:
        return ""
    words = f"{how_many(len(moves), 'target date')} {what}, {by_days([days for _, days in moves])}"
    return with_refs(words, tuple(ref for ref, _ in moves))


def _not_matched(movement: Movement) -> str:
    if not movement.uncertain:
        return ""
    are = so_many(movement.uncertain, "action is", "actions are")
    version = one_or_several(movement.plans, "the earlier version", "an earlier version")
    return sentence(f"{are} not counted here, not being matched with {version} for certain")
