"""What owners returned, held against what they were sent and against the plan as it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner_pack import (
    Proposal,
    Reply,
    ReturnedPack,
    ReturnedRow,
    Returns,
    Verdict,
    comparable,
    sendable,
)
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan

_STATES = {state.words.casefold(): state for state in ProgressState}


def collect_returns(packs: Sequence[ReturnedPack], plan: ActionPlan, problems: tuple[Finding, ...] = ()) -> Returns:
    """Every value that owners changed, with what it means for the plan, and who has not replied.

    `problems` are findings about files that could not be read. Nothing is decided here: where the plan has moved on
    since, or two owners differ, that is a conflict for a person.
    """
    order = {action.place: number for number, action in enumerate(plan.actions)}
    known = _Plan.of(plan)
    found = [pair for pack in packs for row in pack.rows for pair in _proposals(pack, row, known)]
    proposals = _with_rivals([proposal for _, proposal in sorted(found, key=lambda pair: _rank(pair[0], order))])
    replies = tuple(
        Reply(pack.owner, pack.file, len(pack.rows), sum(each.pack_cell.workbook == pack.file for each in proposals))
        for pack in packs
    )
    findings = (*problems, *(each for pack in packs for each in pack.findings), *_unknown_states(packs), *_twice(packs))
    return Returns(proposals, replies, _silent(packs, plan), findings)


def _proposals(pack: ReturnedPack, row: ReturnedRow, plan: _Plan) -> Iterator[tuple[Action | None, Proposal]]:
    """A proposal for each field of a row that was changed, with the action of the plan that it is about."""
    action = plan.find(row)
    progress = action.progress.state.words if action else ""
    fields = (
        ("progress", row.sent_progress, row.progress, progress, row.progress_place),
        ("update", row.sent_update, row.update, sendable(action.update or "") if action else "", row.update_place),
    )
    for field, sent, returned, now, place in fields:
        if comparable(returned) == comparable(sent) or (field == "progress" and not _known(returned)):
            continue
        verdict, why = _verdict(row, action, sent, returned, now)
        plan_cell = action.place_of(field) if action else None
        yield (
            action,
            Proposal(pack.owner, row.ref, row.action, field, sent, returned, now, verdict, why, plan_cell, place),
        )


class _Plan(Struct, frozen=True):
    """The counted actions of a plan by their words and by their refs."""

    by_words: dict[str, list[Action]]
    by_ref: dict[str, list[Action]]

    @classmethod
    def of(cls, plan: ActionPlan) -> _Plan:
        by_words, by_ref = defaultdict(list), defaultdict(list)
        for action in plan.counted:
            by_words[comparable(sendable(action.text))].append(action)
            by_ref[sendable(action.ref)].append(action)
        return cls(by_words, by_ref)

    def find(self, row: ReturnedRow) -> Action | None:
        """The action that a row is about: of the same words, best with the same ref; else of the same ref."""
        same_words, same_ref = self.by_words.get(comparable(row.action), []), self.by_ref.get(row.ref, [])
        both = [each for each in same_words if sendable(each.ref) == row.ref]
        return next((found[0] for found in (both, same_words, same_ref) if len(found) == 1), None)


def _verdict(row: ReturnedRow, action: Action | None, sent: str, returned: str, now: str) -> tuple[Verdict, str]:
    if action is None:
        return Verdict.GONE, "The plan has no such action now, or more than one"
    if comparable(now) == comparable(returned):
        return Verdict.ALREADY, "The plan says the same now"
    if comparable(now) != comparable(sent):
        return Verdict.CONFLICT, "The plan was changed too since the pack was sent"
    if comparable(sendable(action.text)) != comparable(row.action):
        return Verdict.CONFLICT, "The action was reworded since the pack was sent"
    return Verdict.APPLY, "The plan is as it was sent"


def _with_rivals(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, those for one cell of the plan that differ being conflicts."""
    values: dict[tuple[Place | None, str], set[str]] = defaultdict(set)
    for each in proposals:
        if each.verdict is not Verdict.GONE:
            values[each.plan_cell, each.field].add(comparable(each.returned))
    return tuple(
        replace(each, verdict=Verdict.CONFLICT, why="Owners returned different values")
        if len(values.get((each.plan_cell, each.field), ())) > 1
        else each
        for each in proposals
    )


def _silent(packs: Iterable[ReturnedPack], plan: ActionPlan) -> tuple[str, ...]:
    replied = {pack.owner for pack in packs}
    open_actions = (each for each in plan.counted if not each.cancelled and not _is_done(each))
    owners = dict.fromkeys(owner.name for action in open_actions for owner in action.owners)
    return tuple(name for name in owners if name not in replied)


def _unknown_states(packs: Iterable[ReturnedPack]) -> Iterator[Finding]:
    for pack in packs:
        for row in pack.rows:
            if not _known(row.progress):
                yield finding("pack-unknown-progress", row.progress_place, row.ref, written=row.progress)


def _twice(packs: Sequence[ReturnedPack]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for pack in packs:
        if first.setdefault(pack.owner, pack.file) != pack.file:
            yield finding("pack-twice", Place(pack.file), owner=pack.owner, other=first[pack.owner])


def _known(progress: str) -> bool:
    return comparable(progress).casefold() in _STATES


def _is_done(action: Action) -> bool:
    return action.progress.state is ProgressState.COMPLETED


def _rank(action: Action | None, order: dict[Place, int]) -> int:
    return order[action.place] if action else len(order)
