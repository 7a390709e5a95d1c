"""Two versions side by side, the pairs that come into question, and the pairs found, all by position."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from edi_reports.audit.surroundings import Surroundings, describe, in_new_terms, in_words
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Decision

SURROUNDINGS_COUNT = 0.3
"""What full agreement of group, owners and target adds to a likeness, compared with none."""

Positions = tuple[list[int], list[int]]
"""Positions in the old and in the new version."""
Around = tuple[list[Surroundings], list[Surroundings]]
"""What stands around each action of the old and of the new version."""


class Versions(Struct, frozen=True):
    """The counted actions of both versions, and which pairs of texts a person has ruled out.

    `words` are the texts without case, punctuation and layout; `around` is what stands around each.
    """

    old: tuple[Action, ...]
    new: tuple[Action, ...]
    apart: frozenset[tuple[str, str]]
    words: tuple[list[str], list[str]]
    around: Around

    @classmethod
    def of(cls, old: tuple[Action, ...], new: tuple[Action, ...], apart: frozenset[tuple[str, str]]) -> Versions:
        """Put two versions side by side."""
        words = {text: in_words(text) for text in {action.text for action in (*old, *new)}}
        texts = [words[action.text] for action in old], [words[action.text] for action in new]
        return cls(old, new, apart, texts, (list(map(describe, old)), list(map(describe, new))))

    def may_pair(self, old: int, new: int) -> bool:
        """Whether nobody has decided that these two are different actions."""
        return not self.apart or (self.words[0][old], self.words[1][new]) not in self.apart

    def would_reopen(self, old: int, new: int) -> bool:
        """Whether the old action was completed and the new one is not: what was done may have gone, and more come."""
        states = self.old[old].progress.state, self.new[new].progress.state
        return states[0] is ProgressState.COMPLETED and states[1] is not ProgressState.COMPLETED

    @property
    def positions(self) -> Positions:
        """All positions of both versions."""
        return list(range(len(self.old))), list(range(len(self.new)))


class Candidate(Struct, frozen=True):
    """Two positions that may be one action: how alike the texts are, and how far what stands around them agrees.

    `strength` is the likeness with the surroundings counted in.
    """

    old: int
    new: int
    likeness: float
    agreement: float
    strength: float


class Pair(Struct, frozen=True):
    """The positions of one action in the old and in the new version; likeness 0 to 1; whether certain, and why."""

    old: int
    new: int
    likeness: float
    certain: bool
    why: str


def decided(decisions: Iterable[Decision], *, same: bool) -> frozenset[tuple[str, str]]:
    """The pairs of texts that people called the same, or not the same."""
    return frozenset((in_words(d.old), in_words(d.new)) for d in decisions if d.same is same)


def without(free: Positions, pairs: Sequence[Pair]) -> Positions:
    """The positions that no pair has taken."""
    olds, news = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return [old for old in free[0] if old not in olds], [new for new in free[1] if new not in news]


def around(versions: Versions, pairs: Iterable[tuple[int, int]]) -> Around:
    """What stands around every action, the old groups by the names they have in the new plan as the `pairs` tell."""
    olds, news = versions.around
    return in_new_terms(olds, ((olds[old].group, news[new].group) for old, new in pairs)), news
