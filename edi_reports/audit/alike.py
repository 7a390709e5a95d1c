"""Pairs of actions whose texts differ: who comes into question, and who belongs together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import reduce

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from edi_reports.audit.doubts import LEAD, Contest, doubts, outdone
from edi_reports.audit.likeness import Bonus, Numbers, Texts, Weights, candidates, likenesses, weigh
from edi_reports.audit.pairs import (
    SURROUNDINGS_COUNT,
    Around,
    Candidate,
    Pair,
    Positions,
    Versions,
    around,
    without,
)
from edi_reports.audit.surroundings import GROUP_COUNTS, OWNERS_COUNT, TARGET_COUNTS

Codes = NDArray[np.int32]

LEAST_LIKENESS, LEAST_STRENGTH = 0.36, 0.45
"""Below these a pair is not even put to a person."""


class Likely(Struct, frozen=True):
    """The pairs of positions that share most, of those with at least one side free; what they share, and how alike."""

    texts: tuple[Texts, Texts]
    olds: Numbers
    news: Numbers
    shared: Weights
    likeness: NDArray[np.float64]

    @classmethod
    def of(cls, versions: Versions, known: Sequence[Pair]) -> Likely:
        """The likely pairs of what the `known` pairs left, with each other and with all else."""
        old, new = weigh(*versions.words)
        free = without(versions.positions, known)
        bonuses = _bonuses(around(versions, _positions(known)))
        there = candidates(old, free[0], new, bonuses[0])
        back = candidates(new, free[1], old, bonuses[1])
        olds, news = np.concatenate((there[0], back[1])), np.concatenate((there[1], back[0]))
        once = np.unique(olds * max(1, len(new.words)) + news, return_index=True)[1]
        shared = np.concatenate((there[2], back[2]))[once]
        olds, news = olds[once], news[once]
        return cls((old, new), olds, news, shared, np.array(likenesses(old, new, olds, news, shared)))

    def of_free(self, versions: Versions, free: Positions) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """The pairs that are alike enough and have a `free` side, and that nobody has ruled out."""
        free_old, free_new = _flags(free[0], len(versions.old)), _flags(free[1], len(versions.new))
        kept = (self.likeness >= LEAST_LIKENESS) & (free_old[self.olds] | free_new[self.news])
        olds, news, alike = self.olds[kept], self.news[kept], self.likeness[kept]
        if versions.apart:
            may = [versions.may_pair(*pair) for pair in zip(olds.tolist(), news.tolist(), strict=True)]
            olds, news, alike = olds[may], news[may], alike[may]
        return olds, news, alike

    def by_what_they_share(self) -> list[tuple[int, int]]:
        """All pairs, those first that share most."""
        order = np.lexsort((self.news, self.olds, -self.shared))
        return list(zip(self.olds[order].tolist(), self.news[order].tolist(), strict=True))


def alike_pairs(versions: Versions, likely: Likely, known: Sequence[Pair]) -> list[Pair]:
    """The likeliest pairs of what the `known` pairs left; those in doubt are uncertain, and say why.

    A first guess by the texts alone, together with the known pairs, tells which groups were renamed.
    """
    free = without(versions.positions, known)
    if not all(free):
        return []
    olds, news, alike = likely.of_free(versions, free)
    order = _strongest_first(olds, news, alike)
    guess = _one_to_one(zip(olds[order].tolist(), news[order].tolist(), strict=True), free)
    agreements = _agreements(around(versions, [*_positions(known), *guess]), olds, news)
    found = list(_weighed(olds, news, alike, agreements))
    contest = Contest.of(found, free, versions, likely.texts)
    strong = (each for each in found if each.strength >= LEAST_STRENGTH and not outdone(each, contest))
    by_pair = {(each.old, each.new): each for each in strong}
    return [_judged(by_pair[pair], contest) for pair in _one_to_one(by_pair, free)]


def _weighed(
    olds: Numbers, news: Numbers, alike: NDArray[np.float64], agreements: NDArray[np.float64]
) -> Iterator[Candidate]:
    """The candidates, the strongest first; those that are too weak to be even a rival are left out."""
    strength = np.round(alike + SURROUNDINGS_COUNT * (agreements - 0.5), 4)
    order = _strongest_first(olds, news, strength)
    order = order[strength[order] > LEAST_STRENGTH - LEAD]
    columns = (column[order].tolist() for column in (olds, news, alike, agreements, strength))
    return (Candidate(*each) for each in zip(*columns, strict=True))


def _strongest_first(olds: Numbers, news: Numbers, strength: NDArray[np.float64]) -> Numbers:
    """The order by strength; of two equally strong, the one whose positions are nearer each other."""
    return np.lexsort((olds, olds + news, np.abs(olds - news), -strength))


def _one_to_one(pairs: Iterable[tuple[int, int]], free: Positions) -> Iterator[tuple[int, int]]:
    """Those of the `pairs` whose positions are still free, in their order."""
    olds, news = set(free[0]), set(free[1])
    for old, new in pairs:
        if old in olds and new in news:
            olds.remove(old)
            news.remove(new)
            yield old, new


def _judged(best: Candidate, contest: Contest) -> Pair:
    doubt = "; ".join(doubts(best, contest))
    why = doubt or f"{best.likeness:.2f} alike"
    return Pair(best.old, best.new, min(best.likeness, 0.99), certain=not doubt, why=why)


def _positions(pairs: Iterable[Pair]) -> Iterator[tuple[int, int]]:
    return ((pair.old, pair.new) for pair in pairs)


def _flags(positions: Sequence[int], size: int) -> NDArray[np.bool_]:
    flags = np.zeros(size, dtype=np.bool_)
    flags[positions] = True
    return flags


# Surroundings by number: what `agreement` says of one pair, said of many at once


def _agreements(standing: Around, olds: Numbers, news: Numbers) -> NDArray[np.float64]:
    agreeing = sum(
        (counts * (old[olds] == new[news]) for counts, old, new in _aspects(standing)),
        np.zeros(len(olds)),
    )
    return np.minimum(1.0, agreeing)


def _bonuses(standing: Around) -> tuple[Bonus, Bonus]:
    """What agreement adds to a likeness, for old texts that ask and for new ones."""
    aspects = [(np.float32(SURROUNDINGS_COUNT * counts), old, new) for counts, old, new in _aspects(standing)]

    def of_old(rows: Numbers) -> Weights:
        return _added_up((counts, old[rows], new) for counts, old, new in aspects)

    def of_new(rows: Numbers) -> Weights:
        return _added_up((counts, new[rows], old) for counts, old, new in aspects)

    return of_old, of_new


def _added_up(aspects: Iterable[tuple[np.float32, Codes, Codes]]) -> Weights:
    return reduce(np.add, ((asking[:, None] == among[None, :]) * counts for counts, asking, among in aspects))


def _aspects(standing: Around) -> Iterator[tuple[float, Codes, Codes]]:
    """Each thing that may agree: how much it counts, and its value as a number for every old and every new action."""
    olds, news = standing
    yield GROUP_COUNTS, *_in_numbers([each.group for each in olds], [each.group for each in news])
    yield OWNERS_COUNT, *_in_numbers([each.owners for each in olds], [each.owners for each in news])
    yield TARGET_COUNTS, *_in_numbers([each.target for each in olds], [each.target for each in news])
    if any(each.ref for each in olds) and any(each.ref for each in news):
        yield (
            OWNERS_COUNT,
            *_in_numbers([each.ref or ("no ref", 0) for each in olds], [each.ref or ("no ref", 1) for each in news]),
        )


def _in_numbers(olds: Sequence[Hashable], news: Sequence[Hashable]) -> tuple[Codes, Codes]:
    numbers: dict[Hashable, int] = {}
    old, new = (
        np.array([numbers.setdefault(value, len(numbers)) for value in side], dtype=np.int32) for side in (olds, news)
    )
    return old, new
