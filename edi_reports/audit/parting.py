"""Actions that were split into several, or merged into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from edi_reports.audit.likeness import Texts

PART_TAKEN = 0.6
"""So much of a part stands in the whole."""
PART_OF_ITS_OWN = 0.5
"""So much of what a part took, no other part has."""
LEAST_WORDS = 2
"""The evidence of a parting, in shared words as rare as words can be."""
WHOLLY_TAKEN, COVERED, RARE, NEAR = 0.8, 0.7, 0.7, 5
"""One rare word that each part has for itself will do where the parts stand nearly wholly in the whole, cover it, and
have few rows between them."""


def find_parts(
    wholes: Texts, parts: Texts, partner: Mapping[int, int], likely: Iterable[tuple[int, int]], alone: Set[int]
) -> dict[int, list[int]]:
    """Which of the `parts` that stand `alone` belong with a whole, beside the partner which that already has.

    `likely` are the pairs (whole, part) that share most. Returns the position of each whole with the positions of all
    its parts, its partner first.
    """
    found: dict[int, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for whole, part in likely:
        open_ = part in alone and part not in taken and whole in partner
        if open_ and _parted(wholes, whole, parts, partner[whole], part):
            taken.add(part)
            found[whole].append(part)
    return {whole: [partner[whole], *others] for whole, others in sorted(found.items())}


def _parted(wholes: Texts, at: int, parts: Texts, first: int, other: int) -> bool:
    whole, one, two = set(wholes.words[at]), set(parts.words[first]), set(parts.words[other])
    took, own = wholes.weight_of(whole & two), wholes.weight_of((whole - one) & two)
    least = min(took / parts.mass[other], wholes.weight_of(whole & one) / parts.mass[first])
    heaviest = max((wholes.weights[word] for word in whole), default=0)
    if least < PART_TAKEN or own < RARE * heaviest:
        return False
    if own >= max(PART_OF_ITS_OWN * took, LEAST_WORDS * heaviest):
        return True
    covered = wholes.weight_of(whole & (one | two)) >= COVERED * wholes.mass[at]
    has_its_own = wholes.weight_of((whole - two) & one) >= RARE * heaviest
    return least >= WHOLLY_TAKEN and covered and has_its_own and abs(first - other) <= NEAR
