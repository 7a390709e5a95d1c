"""Which actions stand elsewhere than before, relative to the others."""

from __future__ import annotations

from collections.abc import Sequence

Chain = tuple[int, int, int]
"""How many actions can have stayed up to one, how many of those kept their number, and which the last of them is."""


def find_moved(new_positions: Sequence[int]) -> frozenset[int]:
    """Which actions moved, as indices into `new_positions`: the new position of each, in the old order.

    As many as can be are taken to have stayed, so that a row put in or taken out moves nothing; of the ways to do so
    the one in which most keep their number among these actions, so that two rows swapped do not move a third.
    """
    numbers = {position: number for number, position in enumerate(sorted(new_positions))}
    best: list[Chain] = [(0, 0, -1)] * (len(new_positions) + 1)
    before: list[int] = []
    for action, position in enumerate(new_positions):
        number = numbers[position]
        length, kept, last = _longest(best, number)
        before.append(last)
        _enter(best, number + 1, (length + 1, kept + (number == action), action))
    stayed: set[int] = set()
    last = _longest(best, len(new_positions))[2]
    while last >= 0:
        stayed.add(last)
        last = before[last]
    return frozenset(range(len(new_positions))) - stayed


def _longest(best: Sequence[Chain], up_to: int) -> Chain:
    """The longest chain among the first `up_to` numbers: `best` is a tree of them in the manner of Fenwick."""
    found = best[0]
    while up_to:
        found = max(found, best[up_to])
        up_to &= up_to - 1
    return found


def _enter(best: list[Chain], number: int, chain: Chain) -> None:
    while number < len(best):
        best[number] = max(best[number], chain)
        number += number & -number
