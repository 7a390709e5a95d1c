"""What only the versions between the first and the last show: actions that were gone, or were there, for a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from edi_reports.audit.succession import Chain, Seen, Succession
from edi_reports.model.change import Interlude, Match
from edi_reports.model.place import Place


def interludes(followed: Succession, same: Iterable[Match]) -> Iterator[Interlude]:
    """Every action that left and came back, or came and left again; `same` are the pairs of the first and the last.

    Where a person has still to say whether an action left, it is not told.
    """
    names, unsettled = [plan.source.name for plan in followed.plans], _unsettled(followed)

    def surely_left(seen: Seen) -> bool:
        return seen.version < len(unsettled) and seen.position not in unsettled[seen.version][0]

    def surely_came(seen: Seen) -> bool:
        return seen.version > 0 and seen.position not in unsettled[seen.version - 1][1]

    for last, back in (*_gaps_within(followed), *_gaps_between(followed, same)):
        if back.version - last.version > 1 and surely_left(last) and surely_came(back):
            yield Interlude(back.action, names[last.version + 1], names[back.version], came_back=True)
    for chain in followed.chains:
        first, last = chain[0], chain[-1]
        if surely_came(first) and surely_left(last):
            yield Interlude(last.action, names[last.version + 1], names[first.version], came_back=False)


def _gaps_within(followed: Succession) -> Iterator[tuple[Seen, Seen]]:
    """Where an action that came back in the same words was seen last, and where again."""
    return (both for chain in followed.chains for both in pairwise(chain))


def _gaps_between(followed: Succession, same: Iterable[Match]) -> Iterator[tuple[Seen, Seen]]:
    """The same for one that came back in other words, by which only the first and the last version are one action."""
    began = {chain[0].action.place: chain for chain in followed.chains if chain[0].version == 0}
    lasted: dict[Place, Chain] = {chain[-1].action.place: chain for chain in followed.chains if followed.lasts(chain)}
    for match in same:
        before, after = began[match.old.place], lasted[match.new.place]
        if before is not after:
            yield before[-1], after[0]


def _unsettled(followed: Succession) -> list[tuple[frozenset[int], frozenset[int]]]:
    """The positions of each version and of the next of which a person has still to say whether they are one action."""
    open_ = ([pair for pair in pairing.pairs if not pair.certain] for pairing in followed.pairings)
    return [(frozenset(pair.old for pair in pairs), frozenset(pair.new for pair in pairs)) for pairs in open_]
