"""The last resort: actions that stand in the same place, between the same neighbours, and are somewhat alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from edi_reports.audit.likeness import Texts, likeness
from edi_reports.audit.pairs import Pair, Versions, around, without
from edi_reports.audit.surroundings import Surroundings, agreement, says_all
from edi_reports.audit.words import a_little_was_put_to

LEAST_LIKENESS, LEAST_AGREEMENT = 0.28, 0.85
"""What texts of unrelated actions seldom reach, and the agreement of the same group and the same owners."""
LEAST_WHERE_ALL_AGREES = 0.15
"""The least likeness where group, owners and target are all stated and all the same."""


def same_place_pairs(versions: Versions, texts: tuple[Texts, Texts], known: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of what the `known` pairs left: same neighbours, same group, same owners.

    They are for a person to decide, unless words were only put to a text, or only taken from it, and all else agrees.
    """
    free_olds, free_news = map(frozenset, without(versions.positions, known))
    if not free_olds or not free_news:
        return
    olds, news = around(versions, ((pair.old, pair.new) for pair in known))
    for old, new in _between_the_same(versions, known):
        if old in free_olds and new in free_news and versions.may_pair(old, new):
            agreed = _all_agrees(olds[old], news[new])
            put_to = a_little_was_put_to(versions.words[0][old], versions.words[1][new])
            alike = likeness(texts[0], old, texts[1], new)
            if agreed and put_to and not versions.would_reopen(old, new):
                yield Pair(old, new, alike, certain=True, why="words were put to the text or taken from it")
            elif alike >= _least_likeness(agreed, agreement(olds[old], news[new])):
                why = f"the texts are only {alike:.2f} alike, but stand in the same place"
                yield Pair(old, new, alike, certain=False, why=why)


def _all_agrees(old: Surroundings, new: Surroundings) -> bool:
    return says_all(old) and (old.group, old.owners, old.target) == (new.group, new.owners, new.target)


def _least_likeness(all_agrees: bool, agreement: float) -> float:
    if all_agrees:
        return LEAST_WHERE_ALL_AGREES
    return LEAST_LIKENESS if agreement >= LEAST_AGREEMENT else 1.0


def _between_the_same(versions: Versions, known: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Positions between neighbours that are one action each, or the edge of the plan, where as many stand in both."""
    partners = sorted({(-1, -1), (len(versions.old), len(versions.new)), *((pair.old, pair.new) for pair in known)})
    for (old, new), (next_old, next_new) in pairwise(partners):
        if next_old - old == next_new - new:
            yield from zip(range(old + 1, next_old), range(new + 1, next_new), strict=True)
