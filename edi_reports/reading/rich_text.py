"""Text that may be made of runs, each with a font of its own (ECMA-376 Part 1, 18.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from edi_reports.reading.values import text_seen
from edi_reports.reading.xml_parts import is_on


class RichText(Struct, frozen=True):
    """A text of several runs; `bold` and `struck` say what all of them are, None that they are as the cell is.

    `runs` are kept where some are struck through and others are not: the words, and whether they are (None: as the
    cell is). `seen` makes words as stored into words as seen.
    """

    text: str
    bold: bool | None
    struck: bool | None
    runs: tuple[tuple[str, bool | None], ...] = ()
    seen: Callable[[str], str] = text_seen

    def parted(self, cell_is_struck: bool) -> tuple[str, str]:
        """The words that are struck through and those that stand; both empty unless the text has some of each."""
        struck, standing = list[str](), list[str]()
        for words, mark in self.runs:
            (struck if (cell_is_struck if mark is None else mark) else standing).append(words)
        if not (struck and standing):
            return "", ""
        parts = self.seen("".join(struck)), self.seen("".join(standing))
        return parts if all(map(str.strip, parts)) else ("", "")


Text = str | RichText

Marks = tuple[bool, bool] | None
"""Whether a run is bold and struck through; None when it is as the cell is."""

Run = tuple[str, Marks]
"""A run: its text and its marks."""


def read_text(element: Element) -> Text:
    """The text of a string item: its plain text, or its runs. Phonetic runs are hints for reading and no text."""
    plain = element.findtext("t")
    return text_seen(plain) if plain else text_of([_read_run(run) for run in element.findall("r")])


def _read_run(run: Element) -> Run:
    font = run.find("rPr")
    return run.findtext("t", ""), None if font is None else font_look(font)


def font_look(font: Element) -> tuple[bool, bool]:
    """Whether a font is bold and struck through."""
    return has_mark(font, "b"), has_mark(font, "strike")


def text_of(runs: Sequence[Run], seen: Callable[[str], str] = text_seen) -> Text:
    """One text of several runs; runs without words do not count for how it looks."""
    text = seen("".join([words for words, _ in runs]))
    with_words = tuple([marks for words, marks in runs if words and not words.isspace()])
    if not any(with_words):
        return text
    bold, struck, in_part = _all_in_all(with_words)
    parts = tuple([(words, marks and marks[1]) for words, marks in runs]) if in_part else ()
    return RichText(text, bold, struck, parts, seen)


@lru_cache(maxsize=1000)
def _all_in_all(runs: tuple[Marks, ...]) -> tuple[bool | None, bool | None, bool]:
    """Whether all runs are bold and struck through (None: as the cell is), and whether they differ in the latter."""
    bolds, strikes = ([marks and marks[place] for marks in runs] for place in (0, 1))
    return _of_all(bolds), _of_all(strikes), len(set(strikes)) > 1


def _of_all(marks: Sequence[bool | None]) -> bool | None:
    return False if False in marks else None if None in marks else True


def has_mark(font: Element, name: str) -> bool:
    """Tell whether a font is bold (b), italic (i) or struck through (strike)."""
    mark = font.find(name)
    return mark is not None and is_on(mark.get("val", "1"))


def words_of(text: Text) -> str:
    """The words of a text, whatever its looks."""
    return text if isinstance(text, str) else text.text
