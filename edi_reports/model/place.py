"""Where something was typed."""

from __future__ import annotations

from msgspec import Struct


def column_letters(column: int) -> str:
    """The spreadsheet letters of a 1-based column number: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def cell_address(cell: str) -> tuple[int, int]:
    """Turn an address such as "AA14" back into its 1-based row and column; ValueError when it is none."""
    letters = cell.rstrip("0123456789")
    if not letters.isalpha() or not letters.isascii() or letters == cell:
        raise ValueError(f"{cell!r} is no address of a cell")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]), column


class Place(Struct, frozen=True, gc=False, order=True):
    """A cell of a workbook: file name, sheet, 1-based row and column.

    Column 0 means the whole row; row 0 means the whole sheet; an empty sheet means the file.
    """

    workbook: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str | None:
        """The address people know, "E14"; "row 14" for a whole row; None for a sheet or file."""
        if not self.row:
            return None
        return f"{column_letters(self.column)}{self.row}" if self.column else f"row {self.row}"

    def __str__(self) -> str:
        """Put the address after the file name: "action plan v3.xlsx, Plan!E14"."""
        if not self.sheet:
            return self.workbook
        where = self.sheet if self.cell is None else f"{self.sheet}!{self.cell}"
        return f"{self.workbook}, {where}"
