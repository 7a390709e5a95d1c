"""Which part of an action that was split, or of those that were merged, is the action itself: the one that carries on.

The words of a whole stand in all of its parts, so that words say little of which one it is; what else was said does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edi_reports.audit.likeness import Texts, likeness
from edi_reports.audit.pairs import Pair, Versions
from edi_reports.audit.surroundings import in_words, same_own_ref

WHY = "the part that has the update, the state and the rest of the whole"

Parted = dict[int, list[int]]
"""Each whole with its parts, its partner first."""


def carried_on(
    versions: Versions, texts: tuple[Texts, Texts], pairs: Sequence[Pair], splits: Parted, mergers: Parted
) -> list[Pair]:
    """The pairs with each whole beside the part that has most in common with it; `splits` and `mergers` follow.

    A pair of the same words stays: a person decided it, or the whole itself was left as it was.
    """
    instead: dict[tuple[int, int], tuple[int, int]] = {}
    for old, parts in splits.items():
        instead[old, parts[0]] = best = _foremost(versions, [(old, new) for new in parts])
        parts.sort(key=best[1].__ne__)
    for new, parts in mergers.items():
        instead[parts[0], new] = best = _foremost(versions, [(old, new) for old in parts])
        parts.sort(key=best[0].__ne__)
    return [_instead(pair, instead, texts) for pair in pairs]


def _instead(pair: Pair, instead: Mapping[tuple[int, int], tuple[int, int]], texts: tuple[Texts, Texts]) -> Pair:
    old, new = instead.get((pair.old, pair.new), (pair.old, pair.new))
    if (old, new) == (pair.old, pair.new) or pair.likeness == 1:
        return pair
    return Pair(old, new, min(0.99, likeness(texts[0], old, texts[1], new)), pair.certain, WHY)


def _foremost(versions: Versions, candidates: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The pair that has most in common beside its words; of equals the first."""
    return max(candidates, key=lambda pair: _in_common(versions, *pair))


def _in_common(versions: Versions, old: int, new: int) -> int:
    before, after = versions.old[old], versions.new[new]
    around, around_now = versions.around[0][old], versions.around[1][new]
    return sum(
        (
            same_own_ref(around, around_now),
            bool(before.update) and in_words(before.update or "") == in_words(after.update or ""),
            before.progress.state is after.progress.state,
            around.group == around_now.group,
            around.owners == around_now.owners,
            around.target == around_now.target,
        )
    )
