"""Versions one after the other: each action followed from the first that has it to the last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from edi_reports.audit.matching import Pairing, pair_actions
from edi_reports.audit.references import with_earliest_dues, with_lasting_refs
from edi_reports.audit.surroundings import in_words
from edi_reports.model.action import Action
from edi_reports.model.change import Decision
from edi_reports.model.plan import ActionPlan, Redating


class Seen(Struct, frozen=True):
    """An action in the version of that number, oldest first from 0, its position there, and its likeness to before."""

    version: int
    position: int
    action: Action
    likeness: float = 1.0


Chain = tuple[Seen, ...]
"""The sightings of one action, oldest first."""


class Succession(Struct, frozen=True):
    """Versions, oldest first, the pairing of each with the next, and the chain of every action.

    `plans` have refs and earliest due days carried from each version to the next; `stated` have only the refs, and the
    first due days that each version itself gives.
    """

    plans: tuple[ActionPlan, ...]
    stated: tuple[ActionPlan, ...]
    pairings: tuple[Pairing, ...]
    chains: tuple[Chain, ...]

    def lasts(self, chain: Chain) -> bool:
        """Whether the last version has the action."""
        return chain[-1].version == len(self.plans) - 1


def follow(plans: Sequence[ActionPlan], decisions: tuple[Decision, ...] = ()) -> Succession:
    """Follow every action through the versions, oldest first."""
    pairings = tuple(pair_actions(old, new, decisions) for old, new in pairwise(plans))
    stated, carried = list(plans[:1]), list(plans[:1])
    for plan, pairing in zip(plans[1:], pairings, strict=True):
        stated.append(with_lasting_refs(stated[-1], plan, pairing))
        carried.append(with_earliest_dues(carried[-1], stated[-1], pairing))
    return Succession(tuple(carried), tuple(stated), pairings, tuple(map(tuple, _chains(carried, pairings))))


def redating_of(chain: Chain, names: Sequence[str]) -> Redating | None:
    """The first due day of an action, and each later one by the name of the version that moved it.

    An original date that the plan itself states is the first. None for an action that never had a date.
    """
    first = chain[0].action.target.original_due
    dues = [("", first)] if first else []
    dues += [(names[seen.version], seen.action.target.due) for seen in chain if seen.action.target.due]
    moves = tuple(new for old, new in pairwise(dues) if new[1] != old[1])
    return Redating(dues[0][1], moves) if dues else None


def _chains(plans: Sequence[ActionPlan], pairings: Sequence[Pairing]) -> list[list[Seen]]:
    """One that comes back in the same words takes up its earlier life."""
    chains: list[list[Seen]] = []
    current: dict[int, list[Seen]] = {}
    gone: dict[str, list[Seen]] = {}
    for number, plan in enumerate(plans):
        pairs = pairings[number - 1].pairs if number else ()
        alike = {pair.new: pair.likeness for pair in pairs}
        lasting = {pair.new: current.pop(pair.old) for pair in pairs if pair.certain}
        ended, current = current, {}
        for position, action in enumerate(plan.counted):
            chain = lasting.get(position) or (gone.pop(in_words(action.text), None) if gone else None)
            if chain is None:
                chains.append(chain := [])
            chain.append(Seen(number, position, action, alike.get(position, 1.0)))
            current[position] = chain
        gone |= {in_words(chain[-1].action.text): chain for chain in ended.values()}
    return chains
