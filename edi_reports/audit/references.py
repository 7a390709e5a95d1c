"""Refs that stay with their actions from month to month, and the earliest due day that an action ever had."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from edi_reports.audit.matching import Pairing, pair_actions
from edi_reports.audit.surroundings import in_words, own_ref
from edi_reports.model.action import Action
from edi_reports.model.change import Decision
from edi_reports.model.plan import ActionPlan
from edi_reports.model.target import Target

_MADE_REF = re.compile(r"(?P<group>(?:\d+\.)?)(?P<number>\d{1,9})")


def carry_refs(previous: ActionPlan, now: ActionPlan, decisions: tuple[Decision, ...] = ()) -> ActionPlan:
    """The plan `now` with the refs and the earliest due days that `previous` gave to the same actions.

    Refs that the plan itself states stay as stated. An action that is new, or not matched for certain, gets a ref
    that no action of its group ever had. Carrying twice, or from the plan itself, changes nothing.
    """
    pairing = pair_actions(previous, now, decisions)
    return with_earliest_dues(previous, with_lasting_refs(previous, now, pairing), pairing)


def with_lasting_refs(previous: ActionPlan, now: ActionPlan, pairing: Pairing) -> ActionPlan:
    """The plan `now` with the refs of `previous` where the pairing is certain, and unused ones where it is not."""
    known = {id(action): before.ref for before, action in _same(previous, now, pairing)}
    known |= _refs_of_pointers(previous, now)
    stated = [own_ref(action) for action in now.actions]
    wanted = [own or known.get(id(action)) for own, action in zip(stated, now.actions, strict=True)]
    earlier = {*previous.retired_refs, *(action.ref for action in previous.actions)}
    refs = tuple(_lasting(now.actions, stated, wanted, earlier))
    actions = tuple(replace(action, ref=ref) for action, ref in zip(now.actions, refs, strict=True))
    return replace(now, actions=actions, retired_refs=tuple(sorted(earlier.difference(refs))))


def with_earliest_dues(previous: ActionPlan, now: ActionPlan, pairing: Pairing) -> ActionPlan:
    """The plan `now`, each target with the earliest due day that it is known to have had."""
    targets = {id(action): _with_earliest_due(before, action) for before, action in _same(previous, now, pairing)}
    actions = tuple(replace(action, target=targets.get(id(action), action.target)) for action in now.actions)
    return replace(now, actions=actions)


def _same(previous: ActionPlan, now: ActionPlan, pairing: Pairing) -> list[tuple[Action, Action]]:
    olds, news = previous.counted, now.counted
    return [(olds[pair.old], news[pair.new]) for pair in pairing.pairs if pair.certain]


def _refs_of_pointers(previous: ActionPlan, now: ActionPlan) -> dict[int, str]:
    """The refs of rows that only refer to another action: kept by their words, in the order in which they stand."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for action in reversed(previous.actions):
        if action.pointer_to is not None:
            waiting[in_words(action.text)].append(action.ref)
    pointers = (action for action in now.actions if action.pointer_to is not None)
    return {id(pointer): refs.pop() for pointer in pointers if (refs := waiting[in_words(pointer.text)])}


def _lasting(
    actions: Iterable[Action], stated: list[str | None], wanted: list[str | None], earlier: set[str]
) -> Iterator[str]:
    """A ref for each action: the plan's own, else the wanted one if it is free, else a new one in its group."""
    taken = {own for own in stated if own}
    highest = _highest_numbers(taken | earlier)
    for action, own, ref in zip(actions, stated, wanted, strict=True):
        if not own and (ref is None or ref in taken):
            group = match["group"] if (match := _MADE_REF.fullmatch(action.ref)) else ""
            highest[group] += 1
            ref = f"{group}{highest[group]:02d}"
        assert ref
        taken.add(ref)
        yield ref


def _highest_numbers(refs: Iterable[str]) -> defaultdict[str, int]:
    highest: defaultdict[str, int] = defaultdict(int)
    for match in filter(None, map(_MADE_REF.fullmatch, refs)):
        highest[match["group"]] = max(highest[match["group"]], int(match["number"]))
    return highest


def _with_earliest_due(before: Action, now: Action) -> Target:
    earliest = min(_days(before.target, now.target), default=None)
    return replace(now.target, original_due=None if earliest == now.target.due else earliest)


def _days(*targets: Target) -> Iterator[date]:
    return (day for target in targets for day in (target.due, target.original_due) if day)
