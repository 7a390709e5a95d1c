"""The two reasons to refuse a file for what it holds, and the counting of what it may hold."""

from __future__ import annotations

from edi_reports.model.finding import CannotContinue
from edi_reports.model.limits import LIMITS, SETTINGS, Limits, megabytes
from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place

__all__ = ["LAST_COLUMN", "LAST_ROW", "LIMITS", "Allowance", "Damaged", "Limits", "TooLarge", "megabytes", "too_large"]

LAST_ROW = 1_048_576
"""The last row that a sheet has."""

LAST_COLUMN = 16_384
"""The last column that a sheet has: XFD."""


class Damaged(Exception):
    """A file that breaks the rules of its own format; the message says how, in words that can end a sentence."""


class TooLarge(Exception):
    """A file beyond a limit; the message gives the limit, such as "256 MB unpacked", `limit` is its name."""

    def __init__(self, words: str, limit: str) -> None:
        super().__init__(words)
        self.limit = limit


def too_large(place: Place, words: str, limit: str) -> CannotContinue:
    """The refusal of a file beyond a limit, which says what the limit is called in the settings."""
    return cannot_continue("too-large", place, limit=words, setting=SETTINGS[limit][0])


class Allowance:
    """How much of one file may still be read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._inflated = self._rows = self._cells = self._texts = self._text = self._shown = self._merged = 0

    def inflate(self, size: int) -> None:
        """Count bytes as they are unpacked. This and the others raise TooLarge beyond their limit."""
        self._inflated += size
        if self._inflated > self.limits.inflated:
            raise TooLarge(f"{megabytes(self.limits.inflated)} unpacked", "inflated")

    def hold(self, texts: int, length: int) -> None:
        """Count texts that the file stores, and their characters."""
        if texts <= 1 and length > self.limits.cell:
            raise TooLarge(f"{self.limits.cell:,} characters in one cell", "cell")
        self._texts += texts
        self._text += length
        if self._texts > self.limits.texts:
            raise TooLarge(f"{self.limits.texts:,} texts", "texts")
        if self._text > self.limits.text:
            raise TooLarge(f"{self.limits.text:,} characters of text", "text")

    def show(self, cells: int, length: int) -> None:
        """Count the cells of a row, and the characters that they show."""
        self._rows += length > 0
        self._cells += cells
        self._shown += length
        if self._cells > self.limits.cells:
            raise TooLarge(f"{self.limits.cells:,} cells", "cells")
        if self._rows > self.limits.rows:
            raise TooLarge(f"{self.limits.rows:,} rows with text", "rows")
        if self._shown > self.limits.shown:
            raise TooLarge(f"{self.limits.shown:,} characters shown", "shown")

    def merge(self, cells: int) -> None:
        """Count cells that lie in merged blocks."""
        self._merged += cells
        if self._merged > self.limits.merged_cells:
            raise TooLarge(f"{self.limits.merged_cells:,} merged cells", "merged_cells")
