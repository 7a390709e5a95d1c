"""Random plans with their truth: a layout is drawn as a value, and a workbook is built from it.

Every word comes from a list whose meaning is settled, so that only the layout is in question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.other_plans_truth import (
    FINANCIAL_2025,
    Plan,
    TrueAction,
    TrueTarget,
    Truth,
    a_workbook,
    by_end_of,
    in_month,
    in_quarter,
    leads,
    non_empty,
    on,
    saved,
    solid,
    spread,
    through_year,
    undated,
)


class Grouping(StrEnum):
    """How a layout shows what stands above its actions."""

    NONE = "a flat list"
    MERGED = "a first column merged down"
    REPEATED = "a first column that repeats"
    FILLED_DOWN = "a first column with text in the first row of each group"
    MERGED_LINE = "a line merged across the table"
    BOLD_LINE = "a bold line in the first column alone"
    OWN_TABLE = "a line and a repeated heading row before each group"


_GROUP_COLUMN = (Grouping.MERGED, Grouping.REPEATED, Grouping.FILLED_DOWN)
_GROUP_LINE = (Grouping.MERGED_LINE, Grouping.BOLD_LINE, Grouping.OWN_TABLE)


class Meaning(StrEnum):
    """What a column of a random plan holds."""

    GROUP = "group"
    REF = "ref"
    ACTION = "action"
    OWNER = "owner"
    TARGET = "target"
    STATE = "state"
    UPDATE = "update"
    MEASURE = "measure"
    FRAMEWORKS = "frameworks"


HEADINGS: dict[Meaning, tuple[str, ...]] = {
    Meaning.GROUP: ("Objective", "Aim", "Priority area", "Theme", "Goal", "High Impact Action", "Workstream"),
    Meaning.REF: ("Ref", "No.", "Action no", "Reference", "ID", "Action ref"),
    Meaning.ACTION: ("Action", "Actions", "Action required", "What we will do", "Key actions", "Agreed action", "Task"),
    Meaning.OWNER: ("Owner", "Lead", "Who", "Responsible", "Responsible officer", "Action owner", "Lead(s)", "By whom"),
    Meaning.TARGET: ("Target date", "By when", "Due date", "Deadline", "Timescale", "Completion date", "When"),
    Meaning.STATE: ("Status", "Progress status", "Current status", "Action status"),
    Meaning.UPDATE: ("Progress update", "Latest update", "Update", "Update and evidence", "Commentary"),
    Meaning.MEASURE: ("Success measure", "How will we know?", "KPI", "Measure of success", "Expected impact"),
    Meaning.FRAMEWORKS: ("Framework", "Standard", "Equality standard"),
}

TARGETS: dict[str, TrueTarget] = {
    "Q1": in_quarter(1, 2025),
    "Q3 2025/26": in_quarter(3, 2025),
    "Q4 25/26": in_quarter(4, 2025),
    "30/09/2025": on("2025-09-30"),
    "31 January 2026": on("2026-01-31"),
    "1st Feb 2026": on("2026-02-01"),
    "March 2026": in_month("2026-03"),
    "Sept 2025": in_month("2025-09"),
    "end of October 2025": by_end_of("2025-10"),
    "Throughout 2025/26": through_year(),
    "Q2-Q4": spread("2025-07-01", "2026-03-31"),
    "Ongoing": undated("ongoing"),
    "Monthly": undated("recurring"),
    "TBC": undated("undecided"),
    "": undated("blank"),
}

STATES = {
    "Not started": "not_started",
    "In progress": "in_progress",
    "Complete": "completed",
    "Completed": "completed",
    "Proposed for closure": "proposed_for_closure",
    "": "not_stated",
}

OWNERS = (
    "Head of EDI",
    "Chief Nurse",
    "Medical Director",
    "Head of Resourcing",
    "Deputy Chief Executive",
    "Director of Nursing, Midwifery & AHPs",
    "Head of Strategy, Change and Development",
    "Disability Network",
)

ACTIONS = (
    "Publish the pay gap report",
    "Train interview panels in inclusive recruitment",
    "Review the reasonable adjustments policy by listening to staff",
    "Hold four listening events each year",
    "Start reciprocal mentoring for the executive team",
    "Report disciplinary cases by ethnicity to the Board",
    "Offer interview questions in advance",
    "Translate the ten most used leaflets",
    "Record the communication needs of every patient",
    "Count carers in the staff record",
)

GROUPS = ("Objective 1: Fair recruitment", "Objective 2: Respectful teams", "Objective 3: Services open to all")
UPDATES = ("", "Draft shared with the networks.", "Two of five divisions have replied.")
MEASURES = ("", "Fewer grievances by March 2027", "Ninety per cent of panels trained")
FRAMEWORKS = ("", "WRES", "WDES", "WRES, WDES", "GPG")
NOTES = ("Note: dates are the end of the period shown.", "* Subject to funding.", "Last updated: 3 November 2025")
PREAMBLE = ("This plan was agreed with our staff networks.", "It will be reviewed every quarter by the committee.")


@dataclass(frozen=True, slots=True)
class Row:
    """One action of a random plan, as typed."""

    text: str
    owners: tuple[str, ...]
    separator: str
    target: str
    state: str
    update: str
    measure: str
    frameworks: str
    hidden: bool
    blank_row_before: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that was drawn; `stray` are (row below the headings, column right of the table, text)."""

    preamble: tuple[str, ...]
    heading_row: int
    first_column: int
    columns: tuple[tuple[Meaning, str], ...]
    spacers: frozenset[int]
    grouping: Grouping
    groups: tuple[tuple[Row, ...], ...]
    totals: bool
    separators: bool
    notes: tuple[str, ...]
    other_sheets: tuple[str, ...]
    stray: tuple[tuple[int, int, str], ...] = ()


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Draw one action."""
    return Row(
        text=draw(st.sampled_from(ACTIONS)),
        owners=tuple(draw(st.lists(st.sampled_from(OWNERS), min_size=1, max_size=3, unique=True))),
        separator=draw(st.sampled_from(("\n", " / ", "; "))),
        target=draw(st.sampled_from(tuple(TARGETS))),
        state=draw(st.sampled_from(tuple(STATES))),
        update=draw(st.sampled_from(UPDATES)),
        measure=draw(st.sampled_from(MEASURES)),
        frameworks=draw(st.sampled_from(FRAMEWORKS)),
        hidden=draw(st.booleans()),
        blank_row_before=draw(st.booleans()),
    )


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Draw a whole layout: action, owner and target always, any other column or none, in any order."""
    grouping = draw(st.sampled_from(Grouping))
    optional = [Meaning.REF, Meaning.STATE, Meaning.UPDATE, Meaning.MEASURE, Meaning.FRAMEWORKS]
    chosen = draw(st.lists(st.sampled_from(optional), unique=True))
    order = draw(st.permutations([Meaning.ACTION, Meaning.OWNER, Meaning.TARGET, *chosen]))
    meanings = [Meaning.GROUP, *order] if grouping in _GROUP_COLUMN else order
    groups = draw(st.lists(st.lists(rows(), min_size=1, max_size=3), min_size=1, max_size=3))
    preamble = draw(st.lists(st.sampled_from(PREAMBLE), unique=True))
    return Layout(
        preamble=tuple(preamble),
        heading_row=2 + len(preamble) + draw(st.integers(0, 6)),
        first_column=draw(st.integers(1, 4)),
        columns=tuple((meaning, draw(st.sampled_from(HEADINGS[meaning]))) for meaning in meanings),
        spacers=draw(st.frozensets(st.integers(1, len(meanings) - 1), max_size=2)),
        grouping=grouping,
        groups=tuple(tuple(group) for group in groups),
        totals=draw(st.booleans()),
        separators=draw(st.booleans()),
        notes=tuple(draw(st.lists(st.sampled_from(NOTES), unique=True, max_size=2))),
        other_sheets=tuple(draw(st.lists(st.sampled_from(("Contacts", "Lists", "Minutes")), unique=True))),
    )


@st.composite
def scribbled_layouts(draw: st.DrawFn) -> Layout:
    """Draw a layout on which somebody has scribbled: stray texts in cells to the right of the table."""
    stray = st.tuples(
        st.integers(1, 12), st.integers(1, 4), st.sampled_from(("ask HR", "chase", "moved?", "e-mail"))
    )
    places = draw(st.lists(stray, min_size=1, max_size=4, unique_by=lambda item: item[:2]))
    return replace(draw(layouts()), stray=tuple(places))


def build(layout: Layout) -> Plan:
    """Build the workbook of a layout, and what is true of it."""
    book, (sheet, *others) = a_workbook("Action plan", *layout.other_sheets)
    for other in others:
        _fill_other_sheet(other)
    first = layout.first_column
    sheet.cell(1, first, "Equality, diversity and inclusion action plan 2025/26").font = Font(bold=True, size=14)
    for row, text in enumerate(layout.preamble, 2):
        sheet.cell(row, first, text)
    writer = _Writer(layout, sheet)
    actions = writer.write_table()
    unplaced = writer.write_foot()
    writer.write_stray()
    preamble = frozenset((sheet.title, sheet.cell(row, first).coordinate) for row in range(2, 2 + len(layout.preamble)))
    truth = Truth(actions, unplaced, preamble, non_empty(sheet), FINANCIAL_2025)
    return "Random plan.xlsx", saved(book), truth


def _fill_other_sheet(sheet: Worksheet) -> None:
    tables = {
        "Contacts": (("Post", "Telephone"), ("Head of EDI", "01632 960001")),
        "Lists": (("Not started",), ("In progress",), ("Complete",)),
        "Minutes": (("EDI group minutes",), ("Apologies were received.",)),
    }
    for values in tables[sheet.title]:
        sheet.append(values)


class _Writer:
    """Writes one layout down its sheet, remembering the next free row."""

    def __init__(self, layout: Layout, sheet: Worksheet) -> None:
        self.layout, self.sheet, self.row = layout, sheet, layout.heading_row
        self.at: dict[Meaning, int] = {}
        column = layout.first_column
        for index, (meaning, _) in enumerate(layout.columns):
            column += index in layout.spacers
            self.at[meaning] = column
            column += 1
        self.last_column = column - 1

    def write_table(self) -> tuple[TrueAction, ...]:
        if self.layout.grouping is not Grouping.OWN_TABLE:
            self._write_headings()
        actions: list[TrueAction] = []
        for name, group in zip(GROUPS, self.layout.groups, strict=False):
            if self.layout.grouping in _GROUP_LINE:
                self._write_group_line(name)
            actions.extend(self._write_group(name, group, len(actions)))
        return tuple(actions)

    def _write_headings(self) -> None:
        for meaning, text in self.layout.columns:
            cell = self.sheet.cell(self.row, self.at[meaning], text)
            cell.font, cell.fill = Font(bold=True, color="FFFFFF"), solid("005EB8")
        self.row += 1

    def _write_group_line(self, name: str) -> None:
        first = self.layout.first_column
        self.sheet.cell(self.row, first, name).font = Font(bold=True)
        if self.layout.grouping is Grouping.MERGED_LINE:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=self.last_column
            )
        self.row += 1
        if self.layout.grouping is Grouping.OWN_TABLE:
            self._write_headings()

    def _write_group(self, name: str, group: tuple[Row, ...], done: int) -> list[TrueAction]:
        first_row = self.row
        actions = []
        for number, row in enumerate(group, done + 1):
            if row.blank_row_before and number > done + 1 and self.layout.grouping is not Grouping.REPEATED:
                self.row += 1
            actions.append(self._write_action(row, f"A{number:02d}", name))
            if number == done + 1 or self.layout.grouping is Grouping.REPEATED:
                self._write_group_cell(name)
            self.row += 1
        if self.layout.grouping is Grouping.MERGED and self.row - 1 > first_row:
            column = self.at[Meaning.GROUP]
            self.sheet.merge_cells(start_row=first_row, end_row=self.row - 1, start_column=column, end_column=column)
        return actions

    def _write_group_cell(self, name: str) -> None:
        if Meaning.GROUP in self.at:
            self.sheet.cell(self.row, self.at[Meaning.GROUP], name)

    def _write_action(self, row: Row, ref: str, group: str) -> TrueAction:
        typed = {
            Meaning.REF: ref,
            Meaning.ACTION: row.text,
            Meaning.OWNER: row.separator.join(row.owners),
            Meaning.TARGET: row.target,
            Meaning.STATE: row.state,
            Meaning.UPDATE: row.update,
            Meaning.MEASURE: row.measure,
            Meaning.FRAMEWORKS: row.frameworks,
        }
        for meaning, text in typed.items():
            if meaning in self.at and text:
                self.sheet.cell(self.row, self.at[meaning], text)
        self.sheet.row_dimensions[self.row].hidden = row.hidden
        has = self.at.__contains__
        return TrueAction(
            self.sheet.title,
            self.row,
            row.text,
            leads(*row.owners),
            (TARGETS[row.target],),
            state=STATES[row.state] if has(Meaning.STATE) else "not_stated",
            frameworks=_framework_names(row.frameworks) if has(Meaning.FRAMEWORKS) else None,
            group=None if self.layout.grouping is Grouping.NONE else group,
            update=(row.update or None) if has(Meaning.UPDATE) else None,
            ref=ref if has(Meaning.REF) else "*",
            kept=(row.measure,) if has(Meaning.MEASURE) and row.measure else (),
        )

    def write_foot(self) -> frozenset[tuple[str, str]]:
        """Write separators, a total and notes under the table, and say where: none of it is part of the plan."""
        places = []
        if self.layout.separators:
            for meaning in (Meaning.ACTION, Meaning.OWNER):
                places.append(self.sheet.cell(self.row, self.at[meaning], "---"))
            self.row += 1
        if self.layout.totals:
            count = sum(len(group) for group in self.layout.groups)
            places.append(self.sheet.cell(self.row, self.layout.first_column, f"Total actions: {count}"))
        for number, text in enumerate(self.layout.notes, 2):
            places.append(self.sheet.cell(self.row + number, self.layout.first_column, text))
        return frozenset((self.sheet.title, cell.coordinate) for cell in places)

    def write_stray(self) -> None:
        for down, right, text in self.layout.stray:
            self.sheet.cell(self.layout.heading_row + down, self.last_column + right, text)


def _framework_names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
