"""How wide the columns of a table in a paper are: their shares, but wide enough for what must not be broken.

A ref that is broken over two lines, "1.1" above "2", reads as another; a word such as "Amber" broken cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Cell, Column, Table
from edi_reports.writing.house_style import PAPER

Row = tuple[Cell, ...]

MOST_KEPT_WHOLE = 14
"""Characters of the longest word that a column is widened for; longer ones may break."""

_TWIPS_A_POINT, _AROUND = 20, 190
"""The twips around the words of a cell are its margins and borders."""
_BOLD, _PLAIN = 1.15, 0.95
"""How much wider words may be than bold Arial: the type of a trust's template may be another."""
_WIDE_ENOUGH = 1800
"""Twips, 3.2 cm, in which any such word has room: wider columns are not looked into."""
_MOST_READ = 100
"""Characters of a cell in which words are looked for."""
_WIDE, _NARROW = frozenset("mwMW@%"), frozenset("fijlrtI.,:;'()[]|!/ -")


def widths_of(tables: Iterable[Table], width: int) -> dict[tuple[Column, ...], list[int]]:
    """The width of each column in twips, together `width`; tables with the same columns have the same widths."""
    rows: dict[tuple[Column, ...], list[Row]] = {}
    for table in tables:
        rows.setdefault(table.columns, []).extend(table.rows)
    return {columns: column_widths(columns, found, width) for columns, found in rows.items()}


def column_widths(columns: tuple[Column, ...], rows: Sequence[Row], width: int) -> list[int]:
    """The width of each column in twips, together `width`.

    What columns lack for their longest word is taken from those that have room to spare. Where there is too little
    room the shares stand.
    """
    shares = sum(column.share for column in columns)
    natural = [int(width * column.share / shares) for column in columns]
    cells = ({row[index] for row in rows} if size < _WIDE_ENOUGH else set() for index, size in enumerate(natural))
    least = [_least(column, found) for column, found in zip(columns, cells, strict=True)]
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


def _least(column: Column, cells: Iterable[Cell]) -> int:
    """What the longest word of a column's heading and cells needs."""
    rooms = [_room(column.heading, _BOLD)]
    for cell in cells:
        if isinstance(cell, Rag):
            rooms.append(_room(cell.word, _BOLD))
        elif isinstance(cell, str):
            rooms.append(_room(cell, _PLAIN))
    return max(rooms)


@lru_cache(maxsize=4096)
def _room(text: str, weight: float) -> int:
    """The twips that the longest word of a text needs, with what is around it."""
    words = [word for word in text[:_MOST_READ].split() if len(word) <= MOST_KEPT_WHOLE]
    longest = max(words, key=len) if words else ""
    return int(sum(map(_ems, longest)) * weight * PAPER.small * _TWIPS_A_POINT) + _AROUND


def _ems(char: str) -> float:
    """How wide a bold letter of Arial is, beside its height."""
    if char in _WIDE:
        return 0.92
    if char in _NARROW:
        return 0.4
    return 0.75 if char.isupper() else 0.62
