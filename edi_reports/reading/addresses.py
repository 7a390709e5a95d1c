"""Addresses as workbooks write them: "B7" for a cell, "B7:D9" or "B:D" for a block of cells."""

from __future__ import annotations

import re
from typing import NamedTuple

from edi_reports.model.place import cell_address, column_letters
from edi_reports.reading.grid import Address
from edi_reports.reading.limits import LAST_COLUMN, LAST_ROW, Damaged

_CORNER = re.compile(r"\$?([A-Za-z]{0,3})\$?(\d{0,7})", re.ASCII)


class Block(NamedTuple):
    """A rectangle of cells, both corners included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def first(self) -> Address:
        """The address of its first cell."""
        return self.first_row, self.first_column

    @property
    def size(self) -> int:
        """How many cells it covers."""
        return max(self.last_row - self.first_row + 1, 0) * max(self.last_column - self.first_column + 1, 0)

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell lies inside."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column

    def cut_to(self, last_row: int, last_column: int) -> Block:
        """The part of it that lies within the first rows and columns of a sheet; it may be empty."""
        if self.last_row <= last_row and self.last_column <= last_column:
            return self
        return Block(*self.first, min(self.last_row, last_row), min(self.last_column, last_column))

    def addresses(self) -> list[Address]:
        """Every address inside, row by row."""
        columns = range(self.first_column, self.last_column + 1)
        return [(row, column) for row in range(self.first_row, self.last_row + 1) for column in columns]

    def __str__(self) -> str:
        """As a workbook writes it: "B7:D9"."""
        first = f"{column_letters(self.first_column)}{self.first_row}"
        return first if self.size == 1 else f"{first}:{column_letters(self.last_column)}{self.last_row}"


class _ColumnNumbers(dict[str, int]):
    def __missing__(self, letters: str) -> int:
        column = cell_address(f"{letters}1")[1]
        if column > LAST_COLUMN:
            raise Damaged(f"a cell is said to stand in column {letters}, and a sheet ends with column XFD")
        self[letters] = column
        return column


COLUMN_NUMBERS = _ColumnNumbers()
"""The number of a column by its letters, worked out once; raises Damaged for a column that no sheet has."""


def row_number(digits: str) -> int:
    """Read the number of a row; raises Damaged for a row that no sheet has."""
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 8 else 0
    if not 0 < number <= LAST_ROW:
        raise Damaged(f'a row has the number "{digits[:20]}", and a sheet ends with row {LAST_ROW:,}')
    return number


def read_block(reference: str) -> Block:
    """Read "B7:D9", "B7", "B:D" or "7:9"; raises Damaged when it is none of these or lies outside a sheet."""
    first, _, last = reference.partition(":")
    top, left = _corner(first, reference, (1, 1))
    bottom, right = _corner(last, reference, (LAST_ROW, LAST_COLUMN)) if last else (top, left)
    if top <= bottom and left <= right:
        return Block(top, left, bottom, right)
    return Block(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _corner(text: str, reference: str, when_open: Address) -> Address:
    """Read one corner; a whole column has no row and a whole row no column, so the ends of the sheet count."""
    match = _CORNER.fullmatch(text)
    if match is None or not text:
        raise Damaged(f'"{reference[:40]}" is no address of cells')
    letters, digits = match.groups()
    return row_number(digits) if digits else when_open[0], COLUMN_NUMBERS[letters] if letters else when_open[1]
