"""Which actions stand elsewhere than before, relative to the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def find_moved(new_positions: Sequence[int]) -> frozenset[int]:
    """Which actions moved, as indices into `new_positions`: the new position of each, in the old order.

    As many as can be are taken to have stayed, so that a row put in or taken out moves nothing.
    """
    last_of_length: list[int] = []
    positions: list[int] = []
    before: list[int | None] = []
    for action, position in enumerate(new_positions):
        length = bisect_left(positions, position)
        before.append(last_of_length[length - 1] if length else None)
        positions[length : length + 1] = [position]
        last_of_length[length : length + 1] = [action]
    stayed: set[int] = set()
    last = last_of_length[-1] if last_of_length else None
    while last is not None:
        stayed.add(last)
        last = before[last]
    return frozenset(range(len(new_positions))) - stayed
