"""What is true of a plan that was made for examining: the words in which the truth beside each workbook is written.

A fact that two careful readers could state differently holds its readings side by side ("dated|range", several
targets), or ANY where the plan does not settle it.
"""

from __future__ import annotations

import calendar
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

ANY = "*"
"""The plan does not settle this fact; whatever is read is accepted."""

Owners = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TrueTarget:
    """When, in the words of the contract: kind, first and last day (ISO), and the first due day if it differs."""

    kind: str
    start: str | None = None
    due: str | None = None
    original_due: str | None = None


@dataclass(frozen=True, slots=True)
class TrueAction:
    """One action as a careful person reads it. `targets` and words joined by "|" are readings that are all accepted.

    `frameworks` or `cancelled` None means not examined. `ref` is the plan's own reference, ANY when it has none. `kept`
    are texts of further columns that must still stand with the action, whichever key holds them.
    """

    sheet: str
    row: int
    text: str
    owners: Owners
    targets: tuple[TrueTarget, ...]
    state: str = "not_stated"
    stated_rag: str | None = None
    frameworks: tuple[str, ...] | None = None
    group: str | None = None
    update: str | None = None
    ref: str = ANY
    pointer_to: str | None = None
    cancelled: bool | None = False
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is true of one workbook.

    `unplaced` are the cells (sheet, address) that are no part of the plan; `perhaps_unplaced` are lines such as a
    preamble, which may as well be called title or key. No other cell may be unplaced. `cells` is how many non-empty
    cells the plan sheets hold, None when that depends on what one calls a plan sheet. `findings_at` are cells of which
    something must be said, `said` are words of which one must occur in a finding ("hidden|not shown"). Of a `quiet`
    plan there is nothing to warn.
    """

    actions: tuple[TrueAction, ...]
    unplaced: frozenset[tuple[str, str]] = frozenset()
    perhaps_unplaced: frozenset[tuple[str, str]] = frozenset()
    cells: int | None = None
    period: tuple[str, str] | None = None
    findings_at: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()
    refused: bool = False
    quiet: bool = False


Plan = tuple[str, bytes, Truth]

FINANCIAL_2025 = ("2025-04-01", "2026-03-31")

# owners


ANY_OWNERS: Owners = ((ANY, ANY),)
"""Whoever is read as owner is accepted."""


def leads(*names: str) -> Owners:
    """These owners, all leading."""
    return tuple((name, "lead") for name in names)


def supports(*names: str) -> Owners:
    """These owners, all supporting."""
    return tuple((name, "support") for name in names)


def either_part(*names: str) -> Owners:
    """Owners of whom the plan does not say who leads."""
    return tuple((name, ANY) for name in names)


# targets


def on(day: str, original: str | None = None) -> TrueTarget:
    """A single day (ISO)."""
    return TrueTarget("dated", day, day, original)


def in_month(month: str, original: str | None = None) -> TrueTarget:
    """A month ("2025-09"), due on its last day."""
    return TrueTarget("dated", f"{month}-01", _last_day(month), original)


def by_end_of(month: str, original: str | None = None) -> TrueTarget:
    """The end of a month or quarter: the last day is certain, the first is not."""
    return TrueTarget("dated", ANY, _last_day(month), original)


def in_quarter(number: int, first_year: int, original: str | None = None) -> TrueTarget:
    """A quarter of the financial year that begins in April of `first_year`."""
    month = 4 + 3 * (number - 1)
    year, month = (first_year, month) if month <= 12 else (first_year + 1, month - 12)
    return TrueTarget("dated", f"{year}-{month:02d}-01", _last_day(f"{year}-{month + 2:02d}"), original)


def spread(start: str, due: str, kind: str = "range") -> TrueTarget:
    """A start and an end (ISO)."""
    return TrueTarget(kind, start, due)


def through_year(first_year: int = 2025) -> TrueTarget:
    """The whole of a financial year."""
    return spread(f"{first_year}-04-01", f"{first_year + 1}-03-31")


def undated(kind: str) -> TrueTarget:
    """A target without a day: ongoing, recurring, conditional, undecided, ambiguous, unreadable, blank."""
    return TrueTarget(kind, ANY if kind in ("ongoing", "recurring") else None, None)


def between(start: str, due: str) -> tuple[TrueTarget, ...]:
    """A start column and an end column: one day or a range, as one likes, due on the last day."""
    return (spread(start, due), spread(start, due, "dated"), on(due))


def _last_day(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"


NO_DAY = (undated("conditional"), undated("undecided"), undated("ambiguous"), undated("unreadable"))
"""No day is known, and careful readers may differ about why."""

# states

GOING = "in_progress|not_started|not_stated"
"""Not done yet; how far it is, careful readers may see differently."""

# workbooks


def a_workbook(*sheets: str) -> tuple[Workbook, tuple[Worksheet, ...]]:
    """Make an empty workbook with these sheets."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = sheets[0]
    return book, (first, *(book.create_sheet(name) for name in sheets[1:]))


def draw(sheet: Worksheet, drawing: str, first_column: int = 1) -> None:
    """Write cells from a drawing, one line a row: "5: cell | cell | | cell".

    Inside a cell "¶" is a line break, "@2025-07-01" a true date, "#0.5" a number.
    """
    for line in drawing.strip("\n").splitlines():
        row, _, cells = line.strip().partition(":")
        for column, text in enumerate(cells.split("|"), first_column):
            if text.strip():
                sheet.cell(int(row), column, _value(text.strip().replace("¶", "\n")))


def write_row(sheet: Worksheet, row: int, *values: str | int | date) -> None:
    """Write values into a row from column A."""
    for column, value in enumerate(values, 1):
        sheet.cell(row, column, value)


def _value(text: str) -> str | float | date:
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    if text.startswith("#") and not text.endswith("!"):
        return float(text[1:]) if "." in text else int(text[1:])
    return text


def heading(sheet: Worksheet, *rows: int) -> None:
    """Dress rows as headings: bold, white on blue."""
    for row in rows:
        for cell in sheet[row]:
            if cell.value is not None:
                cell.font, cell.fill = Font(bold=True, color="FFFFFF"), solid("005EB8")


def bold(sheet: Worksheet, *addresses: str) -> None:
    """Make these cells bold."""
    for place in addresses:
        sheet[place].font = Font(bold=True)


def merge(sheet: Worksheet, *areas: str) -> None:
    """Merge these areas."""
    for area in areas:
        sheet.merge_cells(area)


def solid(colour: str) -> PatternFill:
    """Make a solid fill, RRGGBB."""
    return PatternFill("solid", fgColor=f"FF{colour}")


def paint(sheet: Worksheet, **fills: str) -> None:
    """Fill cells: E5="FF0000"."""
    for place, colour in fills.items():
        sheet[place].fill = solid(colour)


def saved(book: Workbook) -> bytes:
    """Save the workbook as the bytes of an .xlsx file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def non_empty(*sheets: Worksheet) -> int:
    """How many cells of these sheets hold something that a person sees."""
    cells = (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)
    return sum(cell.value is not None and bool(str(cell.value).strip()) for cell in cells)


# actions


def truths(sheet: Worksheet, text: str, **columns: str) -> Callable[..., TrueAction]:
    """A maker of true actions of one sheet, called with (row, owners, target, **facts).

    `text` is the letter of the column where the actions stand; `columns` are facts that are exactly what a column
    says in the action's own row (ref="A", update="F", kept="GH").
    """

    def said(row: int, letter: str) -> str | None:
        value = sheet[f"{letter}{row}"].value
        return None if value is None else str(value)

    def true(row: int, owners: Owners, target: TrueTarget | tuple[TrueTarget, ...], **facts: object) -> TrueAction:
        verbatim: dict[str, object] = {name: said(row, letters) for name, letters in columns.items() if name != "kept"}
        verbatim["kept"] = tuple(word for letter in columns.get("kept", "") if (word := said(row, letter)))
        targets = target if isinstance(target, tuple) else (target,)
        known = {name: fact for name, fact in verbatim.items() if name != "ref" or fact is not None}
        return TrueAction(sheet.title, row, said(row, text) or "", owners, targets, **{**known, **facts})  # type: ignore[arg-type]

    return true


def cells_of(sheet: Worksheet, *areas: str) -> frozenset[tuple[str, str]]:
    """Non-empty cells of these areas ("A4:D6", "B15"), as (sheet, address)."""
    found = set()
    for area in areas:
        first, _, last = area.partition(":")
        for row in sheet[f"{first}:{last or first}"]:
            found |= {(sheet.title, cell.coordinate) for cell in row if cell.value is not None}
    return frozenset(found)
