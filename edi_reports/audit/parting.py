"""Actions that were split into several, or merged into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from edi_reports.audit.likeness import Texts, WeighedText, candidates, shared_mass

PART_TAKEN = 0.6
"""So much of a part stands in the whole."""
PART_OF_ITS_OWN = 0.5
"""So much of what a part took, no other part has."""
LEAST_WORDS = 2
"""The evidence of a parting, in shared words as rare as words can be."""


def find_parts(wholes: Texts, parts: Texts, partner: Mapping[int, int], alone: Sequence[int]) -> dict[int, list[int]]:
    """Which of the `parts` that stand `alone` belong with a whole, beside the partner which that already has.

    Returns the position of each whole with the positions of all its parts, its partner first.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for part, whole in candidates(parts, alone, wholes):
        taken = any(part in others for others in found.values())
        if whole in partner and not taken and _parted(wholes[whole], parts[partner[whole]], parts[part]):
            found[whole].append(part)
    return {whole: [partner[whole], *others] for whole, others in sorted(found.items())}


def _parted(whole: WeighedText, first: WeighedText, other: WeighedText) -> bool:
    gone = {word: weight for word, weight in whole.weights.items() if word not in first.weights}
    took = shared_mass(whole, other)
    of_its_own = sum(gone[word] for word in sorted(gone.keys() & other.weights.keys()))
    return (
        shared_mass(whole, first) >= PART_TAKEN * first.mass
        and took >= PART_TAKEN * other.mass
        and of_its_own >= max(PART_OF_ITS_OWN * took, LEAST_WORDS * max(whole.weights.values()))
    )
