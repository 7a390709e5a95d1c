"""The parts of a workbook report, before it is a file. `writing.excel` turns them into bytes.

Content is plain: text, text with marks, whole numbers, days, formulas that carry their calculated result, and links
inside the workbook. Look is never said here, only what a cell is for; widths are in characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest
from math import ceil
from typing import Any, Generic, TypeVar

from msgspec import Struct

from edi_reports.model.change import MarkedText
from edi_reports.model.finding import Finding
from edi_reports.reports.parts import Chart

CELL_LIMIT = 32_767
"""The most characters that a cell holds."""

MOST_LINES = 30
"""The most lines of text that the tallest row shows."""

_NARROWEST_REF, _WIDEST_REF = 8, 20

FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet program counts alike."""

Value = str | int | date | None


class Formula(Struct, frozen=True):
    """A formula, without its "=", and the result that it has as calculated here."""

    text: str
    result: Value


class Link(Struct, frozen=True):
    """Words that lead to a cell of this workbook."""

    text: str
    sheet: str
    cell: str = "A1"


Content = Value | Formula | Link | tuple[MarkedText, ...]


Row = tuple[Content, ...]
Item = TypeVar("Item")


class MadeRows(Sequence[Row], Generic[Item]):
    """A row for each of some items, made when it is asked for: of a long table they need never all be in memory."""

    def __init__(self, make: Callable[[Item], Row], items: Sequence[Item]) -> None:
        self._make, self._items = make, items

    def __getitem__(self, index: Any) -> Any:
        """Make one row."""
        return self._make(self._items[index])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._items)


class Look(StrEnum):
    """What a cell is for. A swatch shows the colour that it names, as "#00B050"."""

    TEXT = "text"
    STRONG = "strong"
    NUMBER = "number"
    DAY = "day"
    DAYS_LATE = "days_late"
    RAG = "rag"
    SEVERITY = "severity"
    BAR = "bar"
    SWATCH = "swatch"
    INPUT = "input"
    ANSWER = "answer"


class Column(Struct, frozen=True):
    """A column of a table.

    With a `formula` every cell of the column is that formula, and a row gives only its result. `choices` make a
    drop-down; `prompt` is what a person reads on entering a cell. `marked` is a condition, as a formula, under which
    the column stands out. A `hidden` column is there for programs.
    """

    heading: str
    width: float
    look: Look = Look.TEXT
    formula: str = ""
    choices: tuple[str, ...] = ()
    prompt: str = ""
    marked: str = ""
    hidden: bool = False


class Table(Struct, frozen=True):
    """A table with one heading row. `name` is how formulas call it; `above` stands in the row over the headings.

    Each series of `chart` is the column of that heading; its categories are the first column, from the first row.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    title: str = ""
    notes: tuple[Content, ...] = ()
    above: tuple[Content, ...] = ()
    chart: Chart | None = None


class Pair(Struct, frozen=True):
    """A line of two cells: a label and what it says. `name` is the defined name of the second cell."""

    label: Content
    content: Content
    look: Look = Look.TEXT
    name: str = ""
    choices: tuple[str, ...] = ()
    prompt: str = ""
    label_look: Look = Look.STRONG


class Pairs(Struct, frozen=True):
    """Lines of label and content under a title."""

    title: str
    lines: tuple[Pair, ...]
    widths: tuple[float, float] = (28, 118)


class Paper(StrEnum):
    """The sizes of paper on which sheets are printed, across."""

    A4 = "A4"
    A3 = "A3"


class Sheet(Struct, frozen=True):
    """A sheet: title, notes under it, and its parts from top to bottom.

    A sheet of one table has its headings and first `frozen` columns kept in view. Only the first `printed` columns
    are printed, all if None. On a `protected` sheet only answers can be changed.
    """

    name: str
    title: Content
    parts: tuple[Table | Pairs, ...]
    notes: tuple[Content, ...] = ()
    frozen: int = 0
    printed: int | None = None
    paper: Paper = Paper.A4
    protected: bool = False

    @property
    def heading_row(self) -> int | None:
        """The 1-based row of the headings on a sheet of one table; None on a sheet of several parts."""
        if len(self.parts) != 1 or not isinstance(self.parts[0], Table):
            return None
        return 1 + len(self.notes) + bool(self.parts[0].above) + 1


class Workbook(Struct, frozen=True):
    """A report for Excel: its sheets, its document properties, and what could not be shown as it was.

    `as_at` is also the day that the file says it was made.
    """

    title: str
    subject: str
    as_at: date
    sheets: tuple[Sheet, ...]
    properties: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


def cell_length(text: str) -> int:
    """How many characters a cell counts: those outside the basic plane count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=10_000)
def lines_needed(text: str, width: float) -> int:
    """How many lines the text takes when wrapped in a column of that width, on the safe side."""
    room = _room(width)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def fits_a_row(text: str, width: float) -> bool:
    """Whether the tallest row shows the text whole in a column of that width."""
    few = text.count("\n") + 4 * len(text) / _room(width) < MOST_LINES - 1  # each line but the last is half full
    return few or lines_needed(text, width) <= MOST_LINES


def ref_column(refs: Iterable[str], heading: str = "Ref") -> Column:
    """A column of refs, as wide as the longest of them as far as the sheet has room; longer ones wrap."""
    longest = max(map(len, refs), default=0)
    return Column(heading, min(max(_NARROWEST_REF, 1.25 * longest + 2), _WIDEST_REF), Look.STRONG)


def in_rows(columns: tuple[Column, ...], rows: Iterable[tuple[Content, ...]]) -> tuple[tuple[Content, ...], ...]:
    """The rows, each continued in further rows where a text is taller than a row can be."""
    found: list[tuple[Content, ...]] = []
    for row in rows:
        cells = [
            _pieces(content, column.width) if isinstance(content, str) else (content,)
            for column, content in zip(columns, row, strict=True)
        ]
        found.extend(zip_longest(*cells))
    return tuple(found)


def _pieces(text: str, width: float) -> tuple[str, ...]:
    """The text in pieces that each fit a row."""
    if fits_a_row(text, width):
        return (text,)
    pieces, piece = [], ""
    for part in _short_parts(text, int(width)):
        if piece and lines_needed(piece + part, width) > MOST_LINES:
            pieces.append(piece.strip("\n"))
            piece = ""
        piece += part
    return (*pieces, piece.strip("\n"))


def _short_parts(text: str, most: int) -> Iterator[str]:
    """The text in stretches of at most so many characters, cut between words where there are any."""
    for line in text.splitlines(keepends=True):
        while len(line) > most:
            end = line.rfind(" ", 1, most) + 1 or most
            yield line[:end]
            line = line[end:]
        yield line


def _room(width: float) -> float:
    return 0.97 * width - 1.5


def _wrapped(line: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        length = _LENGTHS[word]
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        if length > room:
            overflow, length = _broken(word, room)
            lines += overflow
        used = used + length + _SPACE
    return lines


def _broken(word: str, room: float) -> tuple[int, float]:
    """How often a word too long for a line is broken, behind hyphens and strokes first, and how long its end is."""
    breaks, used = 0, 0.0
    for piece in _PIECES.findall(word):
        length = _LENGTHS[piece]
        if used and used + length > room:
            breaks, used = breaks + 1, 0.0
        overflow = max(ceil(length / room) - 1, 0)
        breaks, used = breaks + overflow, used + length - overflow * room
    return breaks, used


_WIDTHS = {
    **dict.fromkeys(" !'(),-./:;I[\\]`fijlrt{|}", 0.6),
    **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&", 1.3),
    **dict.fromkeys("mwMW%@•…–—", 1.7),
}
_SPACE = _WIDTHS[" "]
_PIECES = re.compile(r"[^-/]*[-/]|[^-/]+")


class _Lengths(dict[str, float]):
    """The length of each word met, in digits of a plain typeface."""

    def __missing__(self, word: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
        length = self[word] = sum(_WIDTHS.get(letter, 1.0) if letter < "\u2e80" else 2.0 for letter in word)
        return length


_MOST_WORDS = 100_000
_LENGTHS = _Lengths()
