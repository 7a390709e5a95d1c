"""The words of a text, so that two spellings of one sentence read as the same."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

_WORD = re.compile(r"\w+")
_QUOTES_AND_DASHES = tuple(zip("’‘´`“”–—−‑", "''''\"\"----", strict=True))
_APOSTROPHES = "'’‘´`"
_BULLETS = re.compile(r"^\s*[•·▪◦‣*-]+\s+", re.MULTILINE)
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 4
_SHORTEST_MISSPELT = 5
_SHORTEST_ABBREVIATION = 3
LARGEST_PUT_TO = 4
"""A text to which so little was put that it is at most so many times as long is still the same one."""
_FUNCTION_WORDS = (
    "a all an and any are as at be been both by can each every for from has have in into is it its of on or our should"
    " so such than that the their them these they this those through to via we where which who will with within"
)


def laid_out_alike(text: str) -> str:
    """The text without what only lays it out: spaces, line breaks, bullets, the shape of letters, quotes and dashes."""
    return " ".join(_BULLETS.sub("", _typed_plainly(text)).split())


def _typed_plainly(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    for shaped, plain in _QUOTES_AND_DASHES:
        text = text.replace(shaped, plain)
    return text


def words_of(text: str) -> tuple[str, ...]:
    """The words in order, without case, punctuation or bullets, "&" read as "and"; never empty for a text with ink."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    for apostrophe in _APOSTROPHES:
        plain = plain.replace(apostrophe, "")
    return tuple(_WORD.findall(plain)) or tuple(_typed_plainly(text.casefold()).split())


def one_holds_the_other(one: str, other: str) -> bool:
    """Whether one of two texts, given in words, stands whole in the other."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def a_little_was_put_to(one: str, other: str) -> bool:
    """Whether one of two texts stands whole in the other and makes up a good part of it."""
    shorter, longer = sorted((len(one), len(other)))
    return LARGEST_PUT_TO * shorter >= longer and one_holds_the_other(one, other)


def spelt_out(one: str, other: str) -> int:
    """How many words of one text are abbreviated in the other: three where "CTOs" are community treatment orders."""
    return max(_spelt_out(one.split(), other.split()), _spelt_out(other.split(), one.split()))


def _spelt_out(short: Sequence[str], long: Sequence[str]) -> int:
    initials = "".join(word[0] for word in long if stem(word) not in FUNCTION_WORDS)
    abbreviations = (word.removesuffix("s") for word in set(short).difference(long))
    return sum(len(word) for word in abbreviations if len(word) >= _SHORTEST_ABBREVIATION and word in initials)


def stem(word: str) -> str:
    """The word without its commonest English endings, so that "promoting" and "promote" are one."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + instead
    return word


FUNCTION_WORDS = frozenset(map(stem, _FUNCTION_WORDS.split()))
"""The stems of words that stand in any sentence and say nothing of what an action is about."""


def how_often(text: str) -> frozenset[str]:
    """The words of a text by which "Quarterly", "quarterly" and "Each quarter" are one."""
    return frozenset(stem(word.removesuffix("ly")) for word in words_of(text)) - FUNCTION_WORDS


def respellings(old: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    """Words that only one side has, to the word of the other side from which they differ by one slip of the keys.

    Short words and words with a digit are never misspellings: "2024" is not "2025".
    """
    ours, theirs = frozenset(old), frozenset(new)
    nearest = dict(_slips(ours - theirs, theirs)) | dict(_slips(theirs - ours, ours))
    return {word: min(word, near) if nearest.get(near) == word else near for word, near in nearest.items()}


def _slips(strange: frozenset[str], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    by_shape: dict[str, list[str]] = defaultdict(list)
    for word in sorted(filter(_may_be_misspelt, known)):
        for shape in _with_a_letter_missing(word):
            by_shape[shape].append(word)
    for word in sorted(filter(_may_be_misspelt, strange)):
        near = (other for shape in _with_a_letter_missing(word) for other in by_shape.get(shape, ()))
        closest = min((other for other in near if OSA.distance(word, other) == 1), default=None)
        if closest is not None:
            yield word, closest


def _with_a_letter_missing(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _may_be_misspelt(word: str) -> bool:
    return _SHORTEST_MISSPELT <= len(word) <= 40 and word.isalpha()
