"""How one text became another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from edi_reports.model.change import Change, ChangedField, Mark, MarkedText

MOST_WORDS = 2000
"""Longer texts are shown as replaced whole: comparing them takes seconds, and nobody reads so many marks."""

_WORD = re.compile(r"(?:\w+(?:['’-]\w+)*|[^\w\s])[^\S\n]*|\n\s*|\s+")

_LONG = (ChangedField.ACTION, ChangedField.UPDATE)

Block = tuple[bool, str, str]
"""Whether both texts are the same here, and what each holds."""


def marked(change: Change) -> tuple[MarkedText, ...]:
    """How a longer text became the other, word by word; nothing for short values."""
    return mark_words(change.old, change.new) if change.field in _LONG else ()


@lru_cache(maxsize=2**18)
def mark_words(old: str, new: str) -> tuple[MarkedText, ...]:
    """The stretches of both texts in reading order; where words were replaced, the old ones come first.

    Kept and added stretches together are the new text, kept and removed ones the old, runs of spaces aside.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return _joined(_stretches([(False, old, new)]))
    return _joined(_stretches(_readable(list(_blocks(before, after)))))


def _blocks(before: list[str], after: list[str]) -> Iterator[Block]:
    words = [_word(token) for token in before], [_word(token) for token in after]
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        yield tag == "equal", "".join(before[old_start:old_end]), "".join(after[new_start:new_end])


def _word(token: str) -> str:
    """The token as it is compared: a line break for any run of them, a word without the spaces behind it."""
    return token.strip() or ("\n" if "\n" in token else " ")


def _readable(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with a lone little word between two changes counted as changed, so that changes read as phrases."""
    for place, (same, old, new) in enumerate(blocks):
        little = 0 < place < len(blocks) - 1 and len(new.strip()) <= 3 and " " not in new.strip() and "\n" not in new
        yield same and not little, old, new


def _stretches(blocks: Iterable[Block]) -> Iterator[MarkedText]:
    """The blocks as stretches; the space behind each is kept, so that marks stand close around words."""
    for same, run in groupby(blocks, lambda block: block[0]):
        olds, news = zip(*((old, new) for _, old, new in run), strict=True)
        old, new = "".join(olds), "".join(news)
        texts = ((new, Mark.KEPT),) if same else ((old, Mark.REMOVED), (new, Mark.ADDED))
        yield from (MarkedText(text.rstrip(" "), mark) for text, mark in texts)
        yield MarkedText(" " if old.endswith(" ") or new.endswith(" ") else "", Mark.KEPT)


def _joined(stretches: Iterable[MarkedText]) -> tuple[MarkedText, ...]:
    inked = (stretch for stretch in stretches if stretch.text)
    return tuple(
        MarkedText("".join(stretch.text for stretch in run), mark)
        for mark, run in groupby(inked, lambda stretch: stretch.mark)
    )
