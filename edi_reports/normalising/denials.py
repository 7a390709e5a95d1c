"""Updates that deny the completion which stands beside them: "Not yet complete - awaiting the evidence".

An update tells a story, so only plain words count: a part of a sentence that says of the action, or of something named
before a colon, that it is not complete, or a beginning that says that it was not begun or is done in part. A sentence
that begins by saying that the action is complete settles it: "Q1: not complete. Q2: completed".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from edi_reports.model.action import Held, ProgressState
from edi_reports.normalising import progress_words as words
from edi_reports.normalising.progress import read_words
from edi_reports.normalising.spelling import squeezed

_SENTENCE = re.compile(r"[\n;|]|[.!](?:\s|$)")
_PART = re.compile(r"\s+-+\s+|\s+but\s+|[:(),\[\]]")
_BESIDE = re.compile(rf"{words.WHEN}|{words.LABELS}|\b(?:updated?|as at|to date)\b")
_NOT_BEGUN_OR_IN_PART = re.compile(words.NOT_BEGUN_OR_IN_PART)
# One of these stands in whatever says that something is not complete; most updates hold none.
_SIGNS = (
    *("not", "never", "incomplete", "unfinished", "undelivered", "outstanding"),
    *("still to", "yet to", "to do", "to be done", "to be completed"),
)
_LONGEST_PART = 200
_NOTHING = frozenset({"none", "nothing", "nil", "n/a", "no"})


@lru_cache(maxsize=8192)
def denies_completion(text: str) -> bool:
    """Whether an update plainly says that what it tells of is not complete, or no more than that it is called off."""
    said = read_words(text)
    if said.held is Held.OFF and said.whole:
        return True
    spoken = _spoken(text)
    sentences = (parts for line in _SENTENCE.split(spoken) if (parts := _parts(line)))
    first = next(sentences, None)
    if first is None:
        return False
    begins = _NOT_BEGUN_OR_IN_PART.fullmatch(first[0]) is not None
    if not begins and not any(sign in spoken for sign in _SIGNS):
        return False
    told = [first, *sentences]
    if any(_completes(parts[0]) for parts in told):
        return False
    return begins or any(_denies(parts, at) for parts in told for at in range(len(parts)))


def _spoken(text: str) -> str:
    return squeezed(text).lower().replace("n't ", " not ").replace("cannot", "can not")


def _parts(sentence: str) -> list[str]:
    """The parts of a sentence without what only labels or dates them."""
    tidy = (" ".join(part.strip(" -.!*•").split())[:_LONGEST_PART] for part in _PART.split(sentence))
    return [part for part in tidy if _BESIDE.sub("", part).strip(" -/")]


def _completes(part: str) -> bool:
    return read_words(part).state is ProgressState.COMPLETED and bool(re.search(words.DONE_INDEED, part))


def _denies(parts: list[str], at: int) -> bool:
    if _NOTHING & {*parts[at + 1 : at + 2]}:
        return False
    shapes = (parts[at], " ".join(_BESIDE.sub(" ", parts[at]).split()))
    return any(_not_complete().fullmatch(shape) for shape in shapes)


@cache
def _not_complete() -> re.Pattern[str]:
    """Compiled when first needed, which few plans do: it takes a hundredth of the month in hand."""
    return re.compile(words.NOT_COMPLETE)
