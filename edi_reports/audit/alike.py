"""Pairs of actions whose texts differ: who comes into question, and who belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edi_reports.audit.doubts import Contest, doubts, outdone
from edi_reports.audit.likeness import Texts, candidates, likeness
from edi_reports.audit.pairs import (
    Candidate,
    Pair,
    Positions,
    Versions,
    around,
    strongest_first,
    weighed_candidate,
    without,
)
from edi_reports.audit.surroundings import agreement

LEAST_LIKENESS, LEAST_STRENGTH = 0.36, 0.45
"""Below these a pair is not even put to a person."""


def alike_pairs(versions: Versions, texts: tuple[Texts, Texts], known: Sequence[Pair]) -> list[Pair]:
    """The likeliest pairs of what the `known` pairs left; those in doubt are uncertain, and say why.

    A first guess by the texts alone, together with the known pairs, tells which groups were renamed.
    """
    free = without(versions.positions, known)
    if not all(free):
        return []
    found = _candidates(versions, free, texts)
    olds, news = around(versions, [*known, *_strongest(found, free)])
    found = [
        weighed_candidate(each.old, each.new, each.likeness, agreement(olds[each.old], news[each.new]))
        for each in found
    ]
    contest = Contest.of(found, free, versions, texts)
    likely = (each for each in found if each.strength >= LEAST_STRENGTH and not outdone(each, contest))
    return [_judged(best, contest) for best in _strongest(likely, free)]


def _candidates(versions: Versions, free: Positions, texts: tuple[Texts, Texts]) -> list[Candidate]:
    old, new = texts
    pairs = set(candidates(old, free[0], new)) | {(row, partner) for partner, row in candidates(new, free[1], old)}
    found = (weighed_candidate(i, j, likeness(old[i], new[j])) for i, j in sorted(pairs) if versions.may_pair(i, j))
    return [candidate for candidate in found if candidate.likeness >= LEAST_LIKENESS]


def _strongest(found: Iterable[Candidate], free: Positions) -> Iterator[Candidate]:
    """One to one, the strongest first."""
    olds, news = set(free[0]), set(free[1])
    for candidate in sorted(found, key=strongest_first):
        if candidate.old in olds and candidate.new in news:
            olds.remove(candidate.old)
            news.remove(candidate.new)
            yield candidate


def _judged(best: Candidate, contest: Contest) -> Pair:
    doubt = "; ".join(doubts(best, contest))
    why = doubt or f"{best.likeness:.2f} alike"
    return Pair(best.old, best.new, min(best.likeness, 0.99), certain=not doubt, why=why)
