"""Where to look for a text first in a plan of thousands: among the few that stand about where it stood.

To hold each of 100,000 texts against all others takes minutes; nearly all stay in their group, keep their reference, or
come behind the one that they came behind before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from msgspec import Struct

from edi_reports.audit.surroundings import Surroundings

MANY = 5_000
"""In a plan of fewer actions each text is held against all others at once."""
MOST_IN_ONE = 32
"""What so many actions have in common does not say where to look."""
NEXT = 3
"""How many behind the last one found are looked at, and one more for each that was not found since."""


class Nearby(Struct, frozen=True):
    """The positions of one version by what stands around them, for texts of the other that look for theirs."""

    asking: Sequence[Surroundings]
    held: dict[Hashable, list[int]]
    size: int

    @classmethod
    def of(cls, asking: Sequence[Surroundings], among: Sequence[Surroundings]) -> Nearby | None:
        """Those of `among` by group, owners and reference; None where there are few enough to look at all."""
        if len(among) < MANY:
            return None
        held = defaultdict[Hashable, list[int]](list)
        for at, each in enumerate(among):
            for key in _keys(each):
                held[key].append(at)
        return cls(asking, dict(held), len(among))

    def few(self, position: int, last: int, missed: int) -> list[int]:
        """The positions to look at first for one text, `last` being where one was found, `missed` ones before this."""
        found = set(range(last + 1, min(last + 1 + NEXT + min(missed, MOST_IN_ONE), self.size)))
        for key in _keys(self.asking[position]):
            same = self.held.get(key, ())
            if len(same) <= MOST_IN_ONE:
                found.update(same)
        return sorted(found)


def _keys(around: Surroundings) -> Iterator[Hashable]:
    if around.group:
        yield "group", around.group
        yield "group and owners", around.group, around.owners
    if around.ref:
        yield "ref", around.ref
