"""How alike two texts are, and which pairs of many are worth comparing.

A shared word counts by how rare it is in both versions, so that "mentoring" says more than "the"; order counts little,
so that a turned sentence stays itself; letters count a little, so that a slip of the keys costs next to nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum, log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from edi_reports.audit.words import respellings, stem, words_of

MOST_CANDIDATES = 8
"""How many of the likeliest partners of a text are compared closely."""
RAREST_WORDS = 12
"""How many of a text's rarest words are looked up to find them."""
MOST_ROWS = 3
"""How many times over the words looked up may lead to all texts: words that stand everywhere lead nowhere."""
NEARLY_AS_MUCH = 0.5
"""A candidate shares at least this part of what the best candidate shares."""
LETTERS_BY_CHANCE = 0.5
"""The share of letters in which two unrelated English sentences agree."""


@dataclass(frozen=True, slots=True)
class WeighedText:
    """A text as its distinct word stems and what each weighs, the sum of those, and the stems in alphabetical order."""

    weights: dict[str, float]
    mass: float
    line: str


Texts = tuple[WeighedText, ...]


def weigh(old: Sequence[str], new: Sequence[str]) -> tuple[Texts, Texts]:
    """Weigh the texts of two versions by the rarity of each word in both together."""
    left, right = [_stems(text) for text in old], [_stems(text) for text in new]
    respelt = respellings((word for text in left for word in text), (word for text in right for word in text))
    left, right = ([[respelt.get(word, word) for word in text] for text in side] for side in (left, right))
    counts = Counter(word for text in (*left, *right) for word in set(text))
    weights = {word: log(1 + (len(left) + len(right)) / count) for word, count in counts.items()}
    return tuple(_weighed(text, weights) for text in left), tuple(_weighed(text, weights) for text in right)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]


def _weighed(words: list[str], weights: dict[str, float]) -> WeighedText:
    own = {word: weights[word] for word in words}
    return WeighedText(own, fsum(own.values()), " ".join(sorted(own)))


def shared_mass(one: WeighedText, other: WeighedText) -> float:
    """What the words that both texts hold weigh together."""
    return fsum(one.weights[word] for word in one.weights.keys() & other.weights.keys())


def likeness(one: WeighedText, other: WeighedText) -> float:
    """How alike two texts are, 0 to 1; 1 means the same words in any order and any spelling."""
    if not one.mass or not other.mass:
        return float(one.line == other.line)
    words = 2 * shared_mass(one, other) / (one.mass + other.mass)
    letters = max(0.0, fuzz.ratio(one.line, other.line) / 100 - LETTERS_BY_CHANCE) / (1 - LETTERS_BY_CHANCE)
    return round((2 * words + letters) / 3, 4)


def candidates(asking: Texts, rows: Iterable[int], among: Texts) -> Iterator[tuple[int, int]]:
    """For each of the `rows` of `asking`, pairs (row, partner) with the texts of `among` that share most with it."""
    where = _rows_by_word(among)
    mass = np.array([text.mass for text in among])
    for row in rows:
        rarest = _rarest(asking[row], where, MOST_ROWS * len(among))
        if rarest:
            shared = _shared_by_row(rarest, where, len(among))
            for partner in _highest(shared / (mass + asking[row].mass)):
                yield row, partner


def _rows_by_word(texts: Texts) -> dict[str, NDArray[np.intp]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, text in enumerate(texts):
        for word in text.weights:
            rows[word].append(row)
    return {word: np.array(found, dtype=np.intp) for word, found in rows.items()}


def _rarest(text: WeighedText, where: dict[str, NDArray[np.intp]], most: int) -> list[tuple[str, float]]:
    """The rarest words of a text that lead to others, as long as they lead to no more than `most` rows in all."""
    known = ((word, weight) for word, weight in text.weights.items() if word in where)
    rarest = sorted(known, key=lambda pair: (-pair[1], pair[0]))[:RAREST_WORDS]
    rows = accumulate(len(where[word]) for word, _ in rarest)
    return [pair for pair, so_far in zip(rarest, rows, strict=True) if so_far <= max(most, len(where[rarest[0][0]]))]


def _shared_by_row(
    words: list[tuple[str, float]], where: dict[str, NDArray[np.intp]], rows: int
) -> NDArray[np.float64]:
    found = [where[word] for word, _ in words]
    weights = np.repeat([weight for _, weight in words], [len(part) for part in found])
    return np.asarray(np.bincount(np.concatenate(found), weights, minlength=rows), dtype=np.float64)


def _highest(scores: NDArray[np.float64]) -> list[int]:
    near = np.flatnonzero(scores >= scores.max() * NEARLY_AS_MUCH)
    if len(near) > MOST_CANDIDATES:
        near = near[np.argpartition(-scores[near], MOST_CANDIDATES)[:MOST_CANDIDATES]]
    return [int(row) for row in near]
