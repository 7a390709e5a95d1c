"""A workbook as a grid of cells: what a person sees, before anyone asks which of it is the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field

from edi_reports.model.finding import Finding
from edi_reports.model.plan import Source


class GridCell(Struct, frozen=True, gc=False):
    """A cell with its text as seen, its look, and how far it reaches when merged (1 by 1 otherwise).

    `day` is set for a true date, `whole_month` when its format shows month and year only. `fill` is RRGGBB or None.
    Of a text struck through in part, `struck_part` and `standing` are the words that are and those that are not.
    10,000 actions have 50,000 cells; they hold nothing that the garbage collector need go over.
    """

    row: int
    column: int
    text: str = ""
    day: date | None = None
    whole_month: bool = False
    number: bool = False
    fill: str | None = None
    bold: bool = False
    italic: bool = False
    struck: bool = False
    struck_part: str = ""
    standing: str = ""
    rows: int = 1
    columns: int = 1

    @property
    def last_row(self) -> int:
        """The last row that the cell covers."""
        return self.row + self.rows - 1

    @property
    def last_column(self) -> int:
        """The last column that the cell covers."""
        return self.column + self.columns - 1


Address = tuple[int, int]


class Sheet(Struct, frozen=True):
    """A sheet: its cells that hold text or a fill by (row, column), and what is hidden.

    `covered` leads from every address inside a merged block to the block's first cell.
    """

    name: str
    cells: dict[Address, GridCell]
    covered: dict[Address, Address] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell that a person sees at an address, the whole merged block included; None when empty and plain."""
        return self.cells.get(self.covered.get((row, column), (row, column)))

    def own(self, row: int, column: int) -> GridCell | None:
        """The cell that begins at an address; None when empty or only covered by a block that begins elsewhere."""
        return self.cells.get((row, column))

    def text_at(self, row: int, column: int) -> str:
        """The text a person sees at an address; empty when there is none."""
        cell = self.at(row, column)
        return cell.text if cell else ""

    def with_text(self) -> Iterator[GridCell]:
        """All cells that hold text, in reading order."""
        return (cell for address in sorted(self.cells) if (cell := self.cells[address]).text)

    def rows_with_text(self) -> dict[int, tuple[GridCell, ...]]:
        """The cells that hold text by row, each row from left to right."""
        rows: dict[int, list[GridCell]] = {}
        for cell in self.with_text():
            rows.setdefault(cell.row, []).append(cell)
        return {row: tuple(cells) for row, cells in rows.items()}


class Workbook(Struct, frozen=True):
    """A workbook: its source, its sheets in order, and the problems met while opening it.

    A tracker says on a sheet of its own which plan it was made from (`title`) and what that plan `covers`.
    """

    source: Source
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()
    tracker: bool = False
    title: str = ""
    covers: tuple[str, ...] = ()
