"""Words that are near to a word, found among many without measuring each.

Words that up to two slips of the finger part (a letter wrong, lost, added, or two swapped) leave the same when up to
two letters are taken out of each; their first seven letters do so too. So words are kept by what is left of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import DamerauLevenshtein

_MOST_SLIPS = 2
_BEGINNING = 7
_FEW = 40


class NearWords:
    """Words among which near ones are looked for: few are simply measured, many are kept by what is left of them."""

    __slots__ = ("_kept", "_left", "_words")

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = list(words)
        self._left: dict[str, list[str]] = {}
        self._kept = 0

    def add(self, word: str) -> None:
        """Take in one more word."""
        self._words.append(word)

    def near(self, word: str) -> dict[str, int]:
        """The words at most two slips away, each with how many."""
        measured = ((other, slips(word, other)) for other in self._candidates(word))
        return {other: away for other, away in measured if away <= _MOST_SLIPS}

    def _candidates(self, word: str) -> Iterable[str]:
        if len(self._words) <= _FEW:
            return self._words
        for other in self._words[self._kept :]:
            for left in _leavings(other):
                self._left.setdefault(left, []).append(other)
        self._kept = len(self._words)
        return {other for left in _leavings(word) for other in self._left.get(left, ())}


def slips(word: str, other: str) -> int:
    """How many slips part two words; some number above two where it is more than two."""
    if abs(len(word) - len(other)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    return DamerauLevenshtein.distance(word, other, score_cutoff=_MOST_SLIPS)


def _leavings(word: str) -> set[str]:
    """What is left of the beginning of a word when up to two letters are taken out."""
    whole = {word[:_BEGINNING]}
    once = set(_one_less(whole))
    return whole | once | set(_one_less(once))


def _one_less(words: Iterable[str]) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for word in words for at in range(len(word)))
