"""Pairs of actions whose texts differ: who comes into question, and who belongs together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from edi_reports.audit.candidates import Aspect, candidates, candidates_nearby
from edi_reports.audit.doubts import LEAD, Contest, doubts, outdone
from edi_reports.audit.likeness import Texts, likenesses, weigh
from edi_reports.audit.nearby import Nearby
from edi_reports.audit.pairs import SURROUNDINGS_COUNT, Around, Candidate, Pair, Positions, Versions, around, without
from edi_reports.audit.surroundings import GROUP_COUNTS, OWNERS_COUNT, TARGET_COUNTS, agreement
from edi_reports.audit.words import one_holds_the_other

Alike = tuple[int, int, float]
"""Two positions and how alike their texts are."""

LEAST_LIKENESS, LEAST_STRENGTH = 0.36, 0.45
"""Below these a pair is not even put to a person."""


class Likely(Struct, frozen=True):
    """The pairs of positions that share most, of those with at least one side free; what they share, and how alike."""

    texts: tuple[Texts, Texts]
    shared: Mapping[tuple[int, int], int]
    likeness: Mapping[tuple[int, int], float]

    @classmethod
    def of(cls, versions: Versions, known: Sequence[Pair]) -> Likely:
        """The likely pairs of what the `known` pairs left, with each other and with all else.

        The old texts look for new ones. New ones look among the old that did not, and among those that did only if no
        old one found them: a reworded plan takes half the time of looking from both sides. In a plan of thousands those
        old ones look everywhere that found nothing nearby.
        """
        old, new = weigh(*versions.words)
        olds, news = without(versions.positions, known)
        standing = around(versions, _positions(known))
        there, back = _aspects(standing)
        everyone, settled = range(len(new.words)), sorted(pair.old for pair in known)
        nearby = Nearby.of(*standing)
        near = candidates_nearby(old, olds, new, nearby) if nearby else {}
        far = [one for one in olds if one not in near]
        shared = {(one, two): weight for one, pairs in near.items() for two, weight in pairs}
        shared |= {(one, two): weight for one, two, weight in candidates(old, far, new, everyone, there)}
        found = {two for _, two in shared}
        unfound = [two for two in news if two not in found]
        shared |= {(one, two): weight for two, one, weight in candidates(new, news, old, settled, back)}
        shared |= {(one, two): weight for two, one, weight in candidates(new, unfound, old, olds, back)}
        alike = likenesses(old, new, shared)
        alike |= {pair: round((1 + alike[pair]) / 2, 4) for pair in _put_to(versions, (old, new), shared)}
        return cls((old, new), shared, alike)

    def of_free(self, versions: Versions, free: Positions) -> list[Alike]:
        """The pairs that are alike enough and have a `free` side, and that nobody has ruled out."""
        olds, news = map(frozenset, free)
        return [
            (old, new, likeness)
            for (old, new), likeness in self.likeness.items()
            if likeness >= LEAST_LIKENESS and (old in olds or new in news) and versions.may_pair(old, new)
        ]

    def by_what_they_share(self, olds: Set[int], news: Set[int]) -> list[tuple[int, int]]:
        """The pairs that one of these belongs to, those first that share most."""
        found = (pair for pair in self.shared if pair[0] in olds or pair[1] in news)
        return sorted(found, key=lambda pair: (-self.shared[pair], pair))


def alike_pairs(versions: Versions, likely: Likely, known: Sequence[Pair]) -> list[Pair]:
    """The likeliest pairs of what the `known` pairs left; those in doubt are uncertain, and say why.

    A first guess by the texts alone, together with the known pairs, tells which groups were renamed.
    """
    free = without(versions.positions, known)
    if not all(free):
        return []
    found = likely.of_free(versions, free)
    guess = _one_to_one(((old, new) for old, new, _ in sorted(found, key=_strongest_first)), free)
    olds, news = around(versions, [*_positions(known), *guess])
    weighed = [_weighed(*each, agreement(olds[each[0]], news[each[1]])) for each in found]
    rivals = [each for each in weighed if each.strength > LEAST_STRENGTH - LEAD]
    rivals.sort(key=lambda each: _strongest_first((each.old, each.new, each.strength)))
    contest = Contest.of(rivals, free, versions, likely.texts)
    strong = (each for each in rivals if each.strength >= LEAST_STRENGTH and not outdone(each, contest))
    by_pair = {(each.old, each.new): each for each in strong}
    return [_judged(by_pair[pair], contest) for pair in _one_to_one(by_pair, free)]


def _put_to(
    versions: Versions, texts: tuple[Texts, Texts], shared: Mapping[tuple[int, int], int]
) -> list[tuple[int, int]]:
    """The pairs of which one text stands whole in the other: however much was put to it, they are half as far apart.

    What was completed and is to do in more words may be more of the same: such a pair is as alike as its words are.
    """
    (olds, news), (old_words, new_words) = (each.mass for each in texts), versions.words
    return [
        (old, new)
        for (old, new), weight in shared.items()
        if weight == min(olds[old], news[new])
        and one_holds_the_other(old_words[old], new_words[new])
        and not versions.would_reopen(old, new)
    ]


def _weighed(old: int, new: int, likeness: float, agreement: float) -> Candidate:
    return Candidate(old, new, likeness, agreement, round(likeness + SURROUNDINGS_COUNT * (agreement - 0.5), 4))


def _strongest_first(pair: Alike) -> tuple[float, int, int, int]:
    """The order by strength; of two equally strong, the one whose positions are nearer each other."""
    old, new, strength = pair
    return -strength, abs(old - new), old + new, old


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


def _aspects(standing: Around) -> tuple[list[Aspect], list[Aspect]]:
    """What agreement of the surroundings adds to a likeness, for old texts that ask and for new ones."""
    olds, news = standing
    values: list[tuple[float, Sequence[Hashable], Sequence[Hashable]]] = [
        (GROUP_COUNTS, [each.group for each in olds], [each.group for each in news]),
        (OWNERS_COUNT, [each.owners for each in olds], [each.owners for each in news]),
        (TARGET_COUNTS, [each.target for each in olds], [each.target for each in news]),
        (OWNERS_COUNT, [each.ref or "no ref" for each in olds], [each.ref for each in news]),
    ]
    there = [Aspect(SURROUNDINGS_COUNT * counts, old, new) for counts, old, new in values]
    return there, [Aspect(each.counts, each.among, each.asking) for each in there]
