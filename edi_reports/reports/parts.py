"""The parts of which a report is made, before it is a file. `writing` turns them into bytes.

Text is plain: one line a paragraph, and a line that begins with "• " is a bullet. Look is never said here.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from edi_reports.model.change import MarkedText
from edi_reports.model.rag import Rag

BULLET = "• "


class ChartKind(StrEnum):
    """The native charts that reports use."""

    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    COLUMN = "column"
    STACKED_COLUMN = "stacked_column"
    LINE = "line"


class Series(Struct, frozen=True):
    """One series of a chart: its name, a value for each category, and the RAG whose colour it takes, if any."""

    name: str
    values: tuple[int, ...]
    rag: Rag | None = None


class Chart(Struct, frozen=True):
    """A chart with its title, and a text alternative written from its numbers."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str


class Heading(Struct, frozen=True):
    """A heading; level 1 stands under the document's title, level 2 under level 1."""

    text: str
    level: int = 1


class Paragraph(Struct, frozen=True):
    """A paragraph, by default with the next number of the one list that runs through the document."""

    text: str
    numbered: bool = True


class Bullets(Struct, frozen=True):
    """A list of bullets."""

    items: tuple[str, ...]


class Placeholder(Struct, frozen=True):
    """What people have still to fill in: what to ask them for, and what they may choose from, if it is a choice."""

    prompt: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The words that mark the gap, so that nobody takes it for content."""
        return f"[To be completed: {self.prompt}]"


Cell = Rag | str | Placeholder | tuple[MarkedText, ...]
"""A table cell: words, a RAG (shown as a word and a colour), a gap to fill in, or text with marks."""


class Column(Struct, frozen=True):
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: float = 1
    numbers: bool = False


class Table(Struct, frozen=True):
    """A table of data with one heading row; each row has a cell for each column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Part = Heading | Paragraph | Bullets | Placeholder | Table | Chart


class Document(Struct, frozen=True):
    """A report for Word.

    `cover` is the cover sheet, label to entry. `facts` are further words that a template may ask for by name.
    `as_at` is the day for which everything is true, and the day that the file says it was made.
    """

    title: str
    subject: str
    author: str
    as_at: date
    parts: tuple[Part, ...]
    cover: tuple[tuple[str, Cell], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
