"""How alike two texts are, and which pairs of many are worth comparing.

A shared word counts by how rare it is in both versions, so that "mentoring" says more than "the"; order counts little,
so that a turned sentence stays itself; letters count a little, so that a slip of the keys costs next to nothing.

Texts are numbers of words in arrays, and all words of a text are held against all other texts at once: that makes ten
thousand reworded actions against ten thousand a matter of seconds. The weights are whole numbers, so that the sums are
exact, and the same on any machine in whatever order it adds them up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from edi_reports.audit.words import respellings, stem

Numbers = NDArray[np.intp]
Weights = NDArray[np.float32]

MOST_CANDIDATES = 8
"""How many of the likeliest partners of a text are compared closely."""
NEARLY_AS_MUCH = 0.5
"""A candidate shares at least this part of what the best candidate shares."""
LETTERS_BY_CHANCE = 0.5
"""The share of letters in which two unrelated English sentences agree."""
OFTEN = 1 / 32
"""Words that stand in this part of the texts are held against all of them as a matrix, rarer ones text by text."""
MOST_OFTEN = 512
AT_ONCE, FEWEST_AT_ONCE = 2**20, 64
"""So many pairs of texts are weighed at once, their sums 4 MB, but never fewer texts than these."""
FINEST_WEIGHT, EXACT = 1024, 2**24
"""The weight of a word is a whole number of these parts, fewer where a sum of them would not be exact."""


class Texts(Struct, frozen=True):
    """The texts of one version: the numbers of the word stems of each, in alphabetical order, and what they weigh.

    `stems` and `weights` are those of both versions, by number.
    """

    words: tuple[Numbers, ...]
    mass: Weights
    stems: tuple[str, ...]
    weights: Weights

    def stems_of(self, position: int) -> list[str]:
        """The distinct stems of a text, in alphabetical order."""
        return [self.stems[number] for number in self.words[position]]


def weigh(old: Sequence[str], new: Sequence[str]) -> tuple[Texts, Texts]:
    """Weigh the texts of two versions, given in words, by the rarity of each word in both together."""
    stems, numbers = _numbered(old, new)
    left, right = (
        tuple(np.array(sorted({numbers[word] for word in text.split()}), dtype=np.intp) for text in side)
        for side in (old, new)
    )
    counts = np.bincount(np.concatenate((*left, *right, np.empty(0, np.intp))), minlength=len(stems))
    rarity = np.log1p((len(left) + len(right)) / np.maximum(counts, 1))
    heaviest = max((float(rarity[text].sum()) for text in (*left, *right)), default=0.0)
    parts = min(FINEST_WEIGHT, int(EXACT / 2 / (heaviest + 1)))
    weights = np.maximum(np.rint(rarity * parts), 1).astype(np.float32)
    return _side(left, stems, weights), _side(right, stems, weights)


def _numbered(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], dict[str, int]]:
    """All stems in alphabetical order, and the number of the stem of every word, slips of the keys put right."""
    sides = [{word: stem(word) for word in set().union(*map(str.split, side))} for side in (old, new)]
    respelt = respellings(sides[0].values(), sides[1].values())
    meant = {word: respelt.get(root, root) for side in sides for word, root in side.items()}
    stems = tuple(sorted(set(meant.values())))
    number = {root: at for at, root in enumerate(stems)}
    return stems, {word: number[root] for word, root in meant.items()}


def _side(words: tuple[Numbers, ...], stems: tuple[str, ...], weights: Weights) -> Texts:
    mass = np.array([weights[text].sum() for text in words], dtype=np.float32)
    return Texts(words, mass, stems, weights)


def likeness(one: Texts, position: int, other: Texts, at: int) -> float:
    """How alike two texts are, 0 to 1; 1 means the same words in any order and any spelling."""
    both = np.intersect1d(one.words[position], other.words[at], assume_unique=True)
    shared = np.array([one.weights[both].sum()])
    return likenesses(one, other, np.array([position]), np.array([at]), shared)[0]


def likenesses(
    one: Texts, other: Texts, positions: Numbers, partners: Numbers, shared: NDArray[np.floating]
) -> list[float]:
    """How alike the texts of each pair are, given what the words that they share weigh."""
    if not len(positions):
        return []
    lines, others = _lines(one, positions), _lines(other, partners)
    ratio = process.cpdist(
        [lines[at] for at in positions.tolist()],
        [others[at] for at in partners.tolist()],
        scorer=fuzz.ratio,
        dtype=np.float64,
    )
    letters = np.maximum(0.0, ratio / 100 - LETTERS_BY_CHANCE) / (1 - LETTERS_BY_CHANCE)
    mass = one.mass[positions].astype(np.float64) + other.mass[partners]
    words = np.where(mass > 0, 2 * shared / np.maximum(mass, 1), 1.0)
    found: list[float] = np.round((2 * words + letters) / 3, 4).tolist()
    return found


def _lines(texts: Texts, positions: Numbers) -> dict[int, str]:
    return {at: " ".join(texts.stems_of(at)) for at in np.unique(positions).tolist()}


Bonus = Callable[[Numbers], Weights]
"""What each text among which partners are sought scores beside its words, a row for each text that asks."""


def candidates(
    asking: Texts, rows: Sequence[int], among: Texts, bonus: Bonus | None = None
) -> tuple[Numbers, Numbers, Weights]:
    """Pairs of the `rows` of `asking` with the texts of `among` that share most with it, and what they share.

    Where a `bonus` is given, the texts that are likeliest with it are candidates too.
    """
    found = list(_by_parts(asking, np.array(rows, dtype=np.intp), among, bonus)) if len(among.words) else []
    if not found:
        return np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0, np.float32)
    positions, partners, shared = (np.concatenate(part) for part in zip(*found, strict=True))
    return positions, partners, shared


def _by_parts(
    asking: Texts, rows: Numbers, among: Texts, bonus: Bonus | None
) -> Iterator[tuple[Numbers, Numbers, Weights]]:
    where = _Where.of(among)
    half, others = _half_mass(asking), _half_mass(among)
    at_once = max(FEWEST_AT_ONCE, AT_ONCE // len(among.words))
    for first in range(0, len(rows), at_once):
        part = rows[first : first + at_once]
        shared = where.shared_with(asking, part)
        alike: Weights = half[part][:, None] + others[None, :]
        np.divide(shared, alike, out=alike)
        scores = [alike] if bonus is None else [alike, alike + bonus(part)]
        places = np.concatenate([_highest(score) for score in scores])
        places = np.unique(places[shared.ravel()[places] > 0])
        yield part[places // len(among.words)], places % len(among.words), shared.ravel()[places]


def _half_mass(texts: Texts) -> Weights:
    return np.asarray(np.maximum(texts.mass, 1) / 2, dtype=np.float32)


def _highest(scores: Weights) -> Numbers:
    """The places of the highest scores of each row, in the flat array; the array is used up."""
    rows = np.arange(len(scores))
    best = scores.max(axis=1)
    found = []
    for _ in range(min(MOST_CANDIDATES, scores.shape[1])):
        at = scores.argmax(axis=1)
        near = scores[rows, at] >= best * NEARLY_AS_MUCH
        found.append((rows * scores.shape[1] + at)[near])
        scores[rows, at] = -1
    return np.concatenate(found)


class _Where(Struct, frozen=True):
    """Where each word stands in the texts of a version: common words as a matrix, rarer ones as lists of texts."""

    column: Numbers
    matrix: Weights
    starts: Numbers
    texts: Numbers
    size: int

    @classmethod
    def of(cls, texts: Texts) -> _Where:
        size, words = len(texts.words), len(texts.stems)
        numbers = np.concatenate(texts.words)
        holders = np.repeat(np.arange(size), [len(text) for text in texts.words])
        counts = np.bincount(numbers, minlength=words)
        common = np.argsort(-counts, kind="stable")[:MOST_OFTEN]
        common = common[counts[common] >= max(2, size * OFTEN)]
        column = np.full(words, -1, dtype=np.intp)
        column[common] = np.arange(len(common))
        matrix = np.zeros((len(common), size), dtype=np.float32)
        is_common = column[numbers] >= 0
        matrix[column[numbers[is_common]], holders[is_common]] = 1
        rare, texts_of = numbers[~is_common], holders[~is_common]
        starts = np.concatenate(([0], np.cumsum(np.bincount(rare, minlength=words))))
        return cls(column, matrix, starts, texts_of[np.argsort(rare, kind="stable")], size)

    def shared_with(self, asking: Texts, rows: Numbers) -> Weights:
        """What each text shares with each of the `rows` of `asking`, in weight."""
        numbers = np.concatenate([asking.words[row] for row in rows])
        askers = np.repeat(np.arange(len(rows)), [len(asking.words[row]) for row in rows])
        common = self.column[numbers] >= 0
        asked = np.zeros((len(rows), len(self.matrix)), dtype=np.float32)
        asked[askers[common], self.column[numbers[common]]] = asking.weights[numbers[common]]
        shared: Weights = asked @ self.matrix
        if not common.all():
            shared += self._shared_rarely(askers[~common], numbers[~common], asking.weights, len(rows))
        return shared

    def _shared_rarely(self, askers: Numbers, numbers: Numbers, weights: Weights, rows: int) -> NDArray[np.float64]:
        often = self.starts[numbers + 1] - self.starts[numbers]
        first = np.repeat(self.starts[numbers] - np.concatenate(([0], np.cumsum(often)[:-1])), often)
        found = self.texts[first + np.arange(len(first))]
        places = np.repeat(askers, often) * self.size + found
        sums = np.bincount(places, np.repeat(weights[numbers], often), minlength=rows * self.size)
        return np.asarray(sums, dtype=np.float64).reshape(rows, self.size)
