"""How alike two texts are.

A shared word counts by how rare it is in both versions, so that "mentoring" says more than "the"; order counts little,
so that a turned sentence stays itself; letters count a little, so that a slip of the keys costs next to nothing. The
weights are whole numbers, so that their sums are the same on any machine in whatever order they are added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log1p

from msgspec import Struct
from rapidfuzz import fuzz

from edi_reports.audit.words import respellings, stem

Words = tuple[int, ...]
"""The numbers of the distinct word stems of a text, in alphabetical order."""

LETTERS_BY_CHANCE = 0.5
"""The share of letters in which two unrelated English sentences agree."""
FINEST_WEIGHT = 1024
"""The weight of a word is a whole number of these parts."""


class Texts(Struct, frozen=True):
    """The texts of one version: the words of each, and what they weigh.

    `stems` and `weights` are those of both versions, by number.
    """

    words: tuple[Words, ...]
    mass: tuple[int, ...]
    stems: tuple[str, ...]
    weights: tuple[int, ...]

    def stems_of(self, position: int) -> list[str]:
        """The distinct stems of a text, in alphabetical order."""
        return [self.stems[number] for number in self.words[position]]

    def weight_of(self, words: Iterable[int]) -> int:
        """What some words weigh together."""
        return sum(map(self.weights.__getitem__, words))


def weigh(old: Sequence[str], new: Sequence[str]) -> tuple[Texts, Texts]:
    """Weigh the texts of two versions, given in words, by the rarity of each word in both together."""
    stems, numbers = _numbered(old, new)
    words = {text: tuple(sorted(set(map(numbers.__getitem__, text.split())))) for text in {*old, *new}}
    left, right = (tuple(map(words.__getitem__, side)) for side in (old, new))
    counts, texts = Counter(chain(*left, *right)), len(left) + len(right)
    weights = tuple(max(1, round(FINEST_WEIGHT * log1p(texts / counts[stem]))) for stem in range(len(stems)))
    return _side(left, stems, weights), _side(right, stems, weights)


def _numbered(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], dict[str, int]]:
    """All stems in alphabetical order, and the number of the stem of every word, slips of the keys put right."""
    sides = [{word: stem(word) for word in set().union(*map(str.split, side))} for side in (old, new)]
    respelt = respellings(sides[0].values(), sides[1].values())
    meant = {word: respelt.get(root, root) for side in sides for word, root in side.items()}
    stems = tuple(sorted(set(meant.values())))
    number = {root: at for at, root in enumerate(stems)}
    return stems, {word: number[root] for word, root in meant.items()}


def _side(words: tuple[Words, ...], stems: tuple[str, ...], weights: tuple[int, ...]) -> Texts:
    mass = tuple(sum(map(weights.__getitem__, text)) for text in words)
    return Texts(words, mass, stems, weights)


def likeness(one: Texts, position: int, other: Texts, at: int) -> float:
    """How alike two texts are, 0 to 1; 1 means the same words in any order and any spelling."""
    shared = one.weight_of(set(one.words[position]).intersection(other.words[at]))
    return likenesses(one, other, {(position, at): shared})[position, at]


def likenesses(one: Texts, other: Texts, shared: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], float]:
    """How alike the texts of each pair are, given what the words that they share weigh."""
    lines, others = (
        {at: " ".join(texts.stems_of(at)) for at in {pair[side] for pair in shared}}
        for side, texts in enumerate((one, other))
    )
    found = {}
    for (position, at), weight in shared.items():
        letters = fuzz.ratio(lines[position], others[at]) / 100
        mass = one.mass[position] + other.mass[at]
        words = 2 * weight / mass if mass else 1.0
        by_letters = max(0.0, letters - LETTERS_BY_CHANCE) / (1 - LETTERS_BY_CHANCE)
        found[position, at] = round((2 * words + by_letters) / 3, 4)
    return found
