"""The last resort: actions that stand in the same place, between the same neighbours, and are somewhat alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edi_reports.audit.likeness import Texts, likeness
from edi_reports.audit.pairs import Pair, Versions, around, without
from edi_reports.audit.surroundings import agreement

LEAST_LIKENESS, LEAST_AGREEMENT = 0.28, 0.85
"""What texts of unrelated actions seldom reach, and the agreement of the same group and the same owners."""


def same_place_pairs(versions: Versions, texts: tuple[Texts, Texts], known: Sequence[Pair]) -> list[Pair]:
    """Pairs of what the `known` pairs left, for a person to decide: same neighbours, same group, same owners."""
    free_olds, free_news = map(frozenset, without(versions.positions, known))
    olds, news = around(versions, ((pair.old, pair.new) for pair in known))
    old_texts, new_texts = texts
    return [
        Pair(old, new, alike, certain=False, why=f"the texts are only {alike:.2f} alike, but stand in the same place")
        for old, new in _between_the_same(versions, known)
        if old in free_olds and new in free_news and versions.may_pair(old, new)
        if agreement(olds[old], news[new]) >= LEAST_AGREEMENT
        if (alike := likeness(old_texts, old, new_texts, new)) >= LEAST_LIKENESS
    ]


def _between_the_same(versions: Versions, known: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Positions whose neighbours before and behind are one action each, or the edge of the plan."""
    partner = {-1: -1, len(versions.old): len(versions.new)} | {pair.old: pair.new for pair in known}
    for old in range(len(versions.old)):
        new = partner.get(old - 1, -2) + 1
        if partner.get(old + 1) == new + 1:
            yield old, new
