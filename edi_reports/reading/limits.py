"""How much of a file is read before it is refused, all in one place, and the two reasons to refuse that follow.

The limits leave room for a plan of 100,000 actions, and keep reading below 1 GiB and 20 seconds whatever a file holds.
"""

from __future__ import annotations

from dataclasses import dataclass

LAST_ROW = 1_048_576
"""The last row that a sheet has."""

LAST_COLUMN = 16_384
"""The last column that a sheet has: XFD."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may hold at most; sizes in bytes, the rest as counts.

    `elements` is how many rows, styles or the like one part may have, `element` how large one of them may be, `silence`
    how long XML may run without a new one. `shown` is how much text its cells may show in all when a text that is
    stored once counts each time; `fills` how many coloured cells without text may stand between two texts. Of findings
    of the same kind beyond `same_findings` only the number is told.
    """

    file: int = 100 * 2**20
    parts: int = 20_000
    sheets: int = 1_000
    inflated: int = 256 * 2**20
    depth: int = 100
    elements: int = 3_000_000
    element: int = 8 * 2**20
    silence: int = 2**20
    cells: int = 1_250_000
    cell: int = 100_000
    texts: int = 2_000_000
    text: int = 100_000_000
    shown: int = 300_000_000
    fills: int = 250_000
    merges: int = 200_000
    merged_cells: int = 1_000_000
    styles: int = 100_000
    rules: int = 20_000
    rule_tests: int = 5_000_000
    comments: int = 100_000
    same_findings: int = 1_000
    record: int = 8 * 2**20


LIMITS = Limits()


class Damaged(Exception):
    """A file that breaks the rules of its own format; the message says how, in words that can end a sentence."""


class TooLarge(Exception):
    """A file beyond a limit; the message names the limit, such as "256 MB unpacked"."""


class Allowance:
    """How much of one file may still be read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._inflated = self._cells = self._texts = self._text = self._shown = self._merged = 0

    def inflate(self, size: int) -> None:
        """Count bytes as they are unpacked. This and the others raise TooLarge beyond their limit."""
        self._inflated += size
        if self._inflated > self.limits.inflated:
            raise TooLarge(f"{megabytes(self.limits.inflated)} unpacked")

    def hold(self, texts: int, length: int) -> None:
        """Count texts that the file stores, and their characters."""
        if texts <= 1 and length > self.limits.cell:
            raise TooLarge(f"{self.limits.cell:,} characters in one cell")
        self._texts += texts
        self._text += length
        if self._texts > self.limits.texts:
            raise TooLarge(f"{self.limits.texts:,} texts")
        if self._text > self.limits.text:
            raise TooLarge(f"{self.limits.text:,} characters of text")

    def show(self, cells: int, length: int) -> None:
        """Count cells, and the characters that they show."""
        self._cells += cells
        self._shown += length
        if self._cells > self.limits.cells:
            raise TooLarge(f"{self.limits.cells:,} cells")
        if self._shown > self.limits.shown:
            raise TooLarge(f"{self.limits.shown:,} characters shown")

    def merge(self, cells: int) -> None:
        """Count cells that lie in merged blocks."""
        self._merged += cells
        if self._merged > self.limits.merged_cells:
            raise TooLarge(f"{self.limits.merged_cells:,} merged cells")


def megabytes(size: int) -> str:
    """A number of bytes in words: "256 MB"."""
    return f"{size // 2**20} MB"
