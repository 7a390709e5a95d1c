"""How wide the columns of a table in a paper are: their shares, but wide enough for what must not be broken.

A ref that is broken over two lines, "1.1" above "2", reads as another; a word such as "Amber" broken cannot be read.
"""

from __future__ import annotations

from functools import lru_cache

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Table
from edi_reports.writing.house_style import PAPER

MOST_KEPT_WHOLE = 14
"""Characters of the longest word that a column is widened for; longer ones may break."""

_TWIPS_A_POINT, _AROUND = 20, 190
"""The twips around the words of a cell are its margins and borders."""
_BOLD, _PLAIN = 1.15, 0.95
"""How much wider words may be than bold Arial: the type of a trust's template may be another."""
_MOST_READ = 100
"""Characters of a cell in which words are looked for."""
_WIDE, _NARROW = frozenset("mwMW@%"), frozenset("fijlrtI.,:;'()[]|!/ -")


def column_widths(table: Table, width: int) -> list[int]:
    """The width of each column in twips, together `width`.

    What columns lack for their longest word is taken from those that have room to spare. Where there is too little
    room the shares stand.
    """
    shares = sum(column.share for column in table.columns)
    natural = [int(width * column.share / shares) for column in table.columns]
    least = [_least(table, index, size) for index, size in enumerate(natural)]
    spare = [max(0, size - needed) for size, needed in zip(natural, least, strict=True)]
    lacking = sum(max(0, needed - size) for size, needed in zip(natural, least, strict=True))
    if not 0 < lacking <= sum(spare):
        return _exactly(natural, width)
    taken = lacking / sum(spare)
    widths = [max(size - int(room * taken), needed) for size, room, needed in zip(natural, spare, least, strict=True)]
    return _exactly(widths, width)


def _exactly(widths: list[int], width: int) -> list[int]:
    """The last column takes what rounding leaves."""
    return [*widths[:-1], width - sum(widths[:-1])]


def _least(table: Table, index: int, natural: int) -> int:
    """What the longest word of a column's heading and cells needs; a column with room for any needs no look."""
    if natural >= _room("W" * MOST_KEPT_WHOLE, _BOLD):
        return 0
    cells = {row[index] for row in table.rows}
    bold = {table.columns[index].heading, *(cell.word for cell in cells if isinstance(cell, Rag))}
    plain = {cell for cell in cells if isinstance(cell, str) and not isinstance(cell, Rag)}
    return max(_longest(bold, _BOLD), _longest(plain, _PLAIN))


def _longest(texts: set[str], weight: float) -> int:
    words = {word for text in texts for word in text[:_MOST_READ].split()}
    return max((_room(word, weight) for word in words if len(word) <= MOST_KEPT_WHOLE), default=0)


@lru_cache(maxsize=4096)
def _room(word: str, weight: float) -> int:
    """The twips that a word needs, with what is around it."""
    return int(sum(map(_ems, word)) * weight * PAPER.small * _TWIPS_A_POINT) + _AROUND


def _ems(char: str) -> float:
    """How wide a bold letter of Arial is, beside its height."""
    if char in _WIDE:
        return 0.92
    if char in _NARROW:
        return 0.4
    return 0.75 if char.isupper() else 0.62
