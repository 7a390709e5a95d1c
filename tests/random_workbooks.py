"""Builds the workbook of a random layout, and says what is true of it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field, replace

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    Plan,
    TrueAction,
    Truth,
    a_workbook,
    leads,
    non_empty,
    saved,
    solid,
    undated,
)
from tests.random_layouts import (
    GROUP_LINE,
    GROUPS,
    GUIDANCE,
    KEY,
    STATES,
    TARGETS,
    Grid,
    Grouping,
    KeyPlace,
    Layout,
    Meaning,
    Row,
)

Places = list[tuple[str, str]]
ACTIONS_A_PAGE = 3


def build(layout: Layout) -> Plan:
    """Build the file of a layout, and what is true of it."""
    book, (sheet, *others) = a_workbook("Action plan", *layout.other_sheets)
    for other in others:
        _fill_other_sheet(other)
    page = _Page(layout, sheet, layout.heading_row)
    _write_title(page)
    actions = _write_table(page)
    _write_foot(page)
    _write_key(page)
    _scribble(page)
    truth = Truth(tuple(actions), frozenset(page.unplaced), frozenset(page.preamble), non_empty(sheet), FINANCIAL_2025)
    if layout.file == "xlsx":
        return "Random plan.xlsx", saved(book), truth
    return f"Random plan.{layout.file}", _delimited(sheet, layout.file), _without_sheets(truth)


def build_grid(grid: Grid) -> tuple[bytes, int]:
    """Build the workbook of a grid, and count its non-empty cells."""
    book, (sheet,) = a_workbook("Sheet1")
    for values in grid.cells:
        sheet.append(list(values))
    for row, column, down, right in grid.merged:
        sheet.merge_cells(start_row=row, end_row=row + down, start_column=column, end_column=column + right)
    return saved(book), non_empty(sheet)


@dataclass(slots=True)
class _Page:
    """A sheet that is being written: the next free row, where each column stands, and what is no part of the plan."""

    layout: Layout
    sheet: Worksheet
    row: int
    at: dict[Meaning, int] = field(default_factory=dict)
    last_column: int = 0
    written: int = 0
    unplaced: Places = field(default_factory=list)
    preamble: Places = field(default_factory=list)
    heading_rows: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        column = self.layout.first_column
        for index, (meaning, _) in enumerate(self.layout.columns):
            column += index in self.layout.spacers
            self.at[meaning] = column
            column += 1 + (meaning is Meaning.ACTION and self.layout.wide_actions)
        self.last_column = column - 1

    @property
    def fills(self) -> bool:
        """Whether the state stands in fills, which a key explains."""
        return self.layout.key is not KeyPlace.NONE and Meaning.STATE in self.at

    def write(self, meaning: Meaning, text: str) -> Cell:
        """Write one cell of the row in hand; the action's cell may be two columns wide."""
        cell = self.sheet.cell(self.row, self.at[meaning], text)
        if meaning is Meaning.ACTION and self.layout.wide_actions:
            self.merge(self.at[meaning], self.at[meaning] + 1)
        return cell

    def merge(self, first: int, last: int) -> None:
        """Merge cells of the row in hand."""
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)

    def leave_out(self, cell: Cell) -> None:
        """Note a cell that is no part of the plan."""
        self.unplaced.append((self.sheet.title, cell.coordinate))


def _fill_other_sheet(sheet: Worksheet) -> None:
    tables = {
        "Contacts": (("Post", "Telephone"), ("Head of EDI", "01632 960001")),
        "Lists": (("Not started",), ("In progress",), ("Complete",)),
        "Minutes": (("EDI group minutes",), ("Apologies were received.",)),
    }
    for values in tables[sheet.title]:
        sheet.append(list(values))


def _write_title(page: _Page) -> None:
    first = page.layout.first_column
    title = page.sheet.cell(1, first, "Equality, diversity and inclusion action plan 2025/26")
    title.font = Font(bold=True, size=14)
    for row, text in enumerate(page.layout.preamble, 2):
        page.preamble.append((page.sheet.title, page.sheet.cell(row, first, text).coordinate))
    if page.layout.key is KeyPlace.ABOVE:
        page.row = max(page.row, 3 + len(KEY))


def _write_table(page: _Page) -> list[TrueAction]:
    own_tables = page.layout.grouping is Grouping.OWN_TABLE
    if not own_tables:
        _write_band(page)
        _write_headings(page)
        _write_guidance(page)
    actions: list[TrueAction] = []
    for name, group in zip(GROUPS, page.layout.groups, strict=False):
        if page.layout.grouping in GROUP_LINE:
            _write_group_line(page, name)
        if own_tables:
            _write_headings(page)
        actions.extend(_write_group(page, name, group))
    return actions


def _write_band(page: _Page) -> None:
    if page.layout.band:
        first = page.at[page.layout.columns[1][0]]
        page.sheet.cell(page.row, first, "Delivery").font = Font(bold=True)
        page.merge(first, page.last_column)
        page.row += 1


def _write_headings(page: _Page) -> None:
    for meaning, text in page.layout.columns:
        cell = page.write(meaning, text)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), solid("005EB8")
    page.heading_rows.add(page.row)
    page.row += 1


def _write_guidance(page: _Page) -> None:
    if page.layout.guidance:
        for meaning, text in GUIDANCE.items():
            if meaning in page.at:
                cell = page.write(meaning, text)
                cell.font = Font(italic=True)
                page.leave_out(cell)
        page.row += 1


def _write_group_line(page: _Page, name: str) -> None:
    first = page.layout.first_column
    page.sheet.cell(page.row, first, name).font = Font(bold=True)
    if page.layout.grouping is Grouping.MERGED_LINE:
        page.merge(first, page.last_column)
    page.row += 1


def _write_group(page: _Page, name: str, group: tuple[Row, ...]) -> list[TrueAction]:
    first_row, actions = page.row, []
    for index, row in enumerate(group):
        if index:
            _write_gap(page, row)
        page.written += 1
        actions.append(_write_action(page, row, name))
        if Meaning.GROUP in page.at and (not index or page.layout.grouping is Grouping.REPEATED):
            page.write(Meaning.GROUP, name)
        page.row += 1
    if page.layout.grouping is Grouping.MERGED and page.row - 1 > first_row:
        column = page.at[Meaning.GROUP]
        page.sheet.merge_cells(start_row=first_row, end_row=page.row - 1, start_column=column, end_column=column)
    return actions


def _write_gap(page: _Page, row: Row) -> None:
    """Leave an empty row before an action, or write the headings again where a printed page ends."""
    grouping = page.layout.grouping
    if row.blank_row_before and grouping is not Grouping.REPEATED:
        page.row += 1
    page_ends = page.written % ACTIONS_A_PAGE == 0
    if page_ends and page.layout.heading_on_each_page and grouping not in (Grouping.MERGED, Grouping.OWN_TABLE):
        _write_headings(page)


def _write_action(page: _Page, row: Row, group: str) -> TrueAction:
    ref = f"A{page.written:02d}"
    place = None if page.layout.grouping is Grouping.NONE else group
    page.sheet.row_dimensions[page.row].hidden = row.hidden
    if row.points_to_the_first and Meaning.REF in page.at and page.written > 1:
        page.write(Meaning.REF, ref)
        page.write(Meaning.ACTION, "See A01")
        return TrueAction(
            page.sheet.title, page.row, "See A01", (), (undated("blank"),), group=place, ref=ref, pointer_to="A01"
        )
    _type_action(page, row, ref)
    return _true_action(page, row, ref, place)


def _type_action(page: _Page, row: Row, ref: str) -> None:
    typed = {
        Meaning.REF: ref,
        Meaning.ACTION: row.text,
        Meaning.OWNER: row.separator.join(row.owners),
        Meaning.TARGET: row.target,
        Meaning.STATE: "" if page.fills else row.state,
        Meaning.UPDATE: row.update,
        Meaning.MEASURE: row.measure,
        Meaning.FRAMEWORKS: row.frameworks,
    }
    for meaning, text in typed.items():
        if meaning in page.at and text:
            page.write(meaning, text)
    if page.fills and row.state:
        colour = KEY.get(row.state, KEY["Complete"])
        page.sheet.cell(page.row, page.at[Meaning.STATE]).fill = solid(colour)


def _true_action(page: _Page, row: Row, ref: str, group: str | None) -> TrueAction:
    has = page.at.__contains__
    return TrueAction(
        page.sheet.title,
        page.row,
        row.text,
        leads(*row.owners),
        (TARGETS[row.target],),
        state=STATES[row.state] if has(Meaning.STATE) else "not_stated",
        frameworks=tuple(row.frameworks.replace(",", " ").split()) if has(Meaning.FRAMEWORKS) else None,
        group=group,
        update=(row.update or None) if has(Meaning.UPDATE) else None,
        ref=ref if has(Meaning.REF) else ANY,
        kept=(row.measure,) if has(Meaning.MEASURE) and row.measure else (),
    )


def _write_foot(page: _Page) -> None:
    """Write separators, a total and notes under the table; none of it is part of the plan."""
    first = page.layout.first_column
    if page.layout.separators:
        for meaning in (Meaning.ACTION, Meaning.OWNER):
            page.leave_out(page.write(meaning, "---"))
        page.row += 1
    if page.layout.totals:
        page.leave_out(page.sheet.cell(page.row, first, f"Total actions: {page.written}"))
    page.row += 2
    for text in page.layout.notes:
        page.leave_out(page.sheet.cell(page.row, first, text))
        page.row += 1


def _write_key(page: _Page) -> None:
    """Write the key that explains the fills, where there are any."""
    if not page.fills:
        return
    row, column = {
        KeyPlace.ABOVE: (1, page.last_column),
        KeyPlace.RIGHT: (page.layout.heading_row + 1, page.last_column + 2),
        KeyPlace.BELOW: (page.row + 1, page.layout.first_column),
    }[page.layout.key]
    for down, (meaning, colour) in enumerate(KEY.items()):
        page.sheet.cell(row + down, column, meaning).fill = solid(colour)


def _scribble(page: _Page) -> None:
    """Write stray texts at the right of the table; what stands beside headings would be a heading."""
    for down, right, text in page.layout.stray:
        row = page.layout.heading_row + down
        if row not in page.heading_rows:
            page.sheet.cell(row, page.last_column + right, text)


def _delimited(sheet: Worksheet, file: str) -> bytes:
    stream = io.StringIO()
    rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    csv.writer(stream, delimiter="\t" if file == "tsv" else ",").writerows(rows)
    return stream.getvalue().encode("utf-8")


def _without_sheets(truth: Truth) -> Truth:
    """The same truth of a file that has no sheets."""
    return replace(
        truth,
        actions=tuple(replace(item, sheet=ANY) for item in truth.actions),
        unplaced=frozenset((ANY, cell) for _, cell in truth.unplaced),
        perhaps_unplaced=frozenset((ANY, cell) for _, cell in truth.perhaps_unplaced),
    )
