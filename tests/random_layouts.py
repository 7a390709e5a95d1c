"""Random layouts of a plan, drawn as values; `tests.random_workbooks` builds them.

Every word comes from a list whose meaning is settled, so that only the layout is in question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from hypothesis import strategies as st

from tests.other_plans_truth import (
    TrueTarget,
    by_end_of,
    in_month,
    in_quarter,
    on,
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


GROUP_COLUMN = (Grouping.MERGED, Grouping.REPEATED, Grouping.FILLED_DOWN)
GROUP_LINE = (Grouping.MERGED_LINE, Grouping.BOLD_LINE, Grouping.OWN_TABLE)


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
    Meaning.FRAMEWORKS: ("Framework", "Frameworks", "Equality standard"),
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


KEY = {
    "Not started": "FF0000",
    "In progress": "FFC000",
    "Proposed for closure": "7030A0",
    "Complete": "00B050",
}
GUIDANCE = {
    Meaning.GROUP: "From the strategy",
    Meaning.ACTION: "Describe the action in SMART form",
    Meaning.OWNER: "Job title, not name",
    Meaning.TARGET: "dd/mm/yyyy",
    Meaning.STATE: "Select from list",
}


class KeyPlace(StrEnum):
    """Where a layout explains its fills; without a key the state stands in words."""

    NONE = "no key: words"
    ABOVE = "fills, explained to the right of the title"
    BELOW = "fills, explained under the table"
    RIGHT = "fills, explained to the right of the table"


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
    points_to_the_first: bool = False


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
    key: KeyPlace = KeyPlace.NONE
    band: bool = False
    guidance: bool = False
    wide_actions: bool = False
    heading_on_each_page: bool = False
    file: str = "xlsx"
    stray: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells without any layout, and merged areas as (row, column, rows more, columns more)."""

    cells: tuple[tuple[object, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...]


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
        points_to_the_first=draw(st.integers(0, 9)) == 9,
    )


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Draw a whole layout: action, owner and target always, any other column or none, in any order."""
    grouping = draw(st.sampled_from(Grouping))
    optional = [Meaning.REF, Meaning.STATE, Meaning.UPDATE, Meaning.MEASURE, Meaning.FRAMEWORKS]
    chosen = draw(st.lists(st.sampled_from(optional), unique=True))
    order = draw(st.permutations([Meaning.ACTION, Meaning.OWNER, Meaning.TARGET, *chosen]))
    meanings = [Meaning.GROUP, *order] if grouping in GROUP_COLUMN else order
    groups = draw(st.lists(st.lists(rows(), min_size=1, max_size=3), min_size=1, max_size=3))
    preamble = draw(st.lists(st.sampled_from(PREAMBLE), unique=True))
    on_each_page = draw(st.booleans())
    once = not on_each_page and grouping is not Grouping.OWN_TABLE
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
        key=draw(st.sampled_from([place for place in KeyPlace if once or place is not KeyPlace.RIGHT])),
        band=draw(st.booleans()),
        guidance=draw(st.booleans()),
        wide_actions=draw(st.booleans()),
        heading_on_each_page=on_each_page,
    )


@st.composite
def delimited_layouts(draw: st.DrawFn) -> Layout:
    """Draw a layout as it looks when somebody has exported it: no fills, no merged cells, nothing hidden."""
    file = draw(st.sampled_from(("csv", "tsv")))
    return replace(draw(layouts()), key=KeyPlace.NONE, wide_actions=False, band=False, file=file)


@st.composite
def scribbled_layouts(draw: st.DrawFn) -> Layout:
    """Draw a layout on which somebody has scribbled: stray texts in cells to the right of the table."""
    stray = st.tuples(st.integers(1, 12), st.integers(1, 4), st.sampled_from(("ask HR", "chase", "moved?", "e-mail")))
    places = draw(st.lists(stray, min_size=1, max_size=4, unique_by=lambda item: item[:2]))
    return replace(draw(layouts()), key=KeyPlace.NONE, stray=tuple(places))


WORDS = (
    None,
    "",
    " ",
    "Action",
    "Owner",
    "Due date",
    "RAG",
    "Status",
    "Complete",
    "Q3",
    "Head of EDI",
    "Objective 1",
    "See 2b",
    "Key",
    "---",
    "Total: 4",
    "• bullet",
    "=1/0",
    "=A1",
    "#REF!",
    "\u00a0",
    "<p>Review &amp; publish</p>",
    "x" * 400,
    "2025/26",
    "🟢",
    True,
    0,
    -1.5,
    1e300,
    date(1900, 1, 1),
    datetime.fromisoformat("2025-09-30T23:59"),
    time(9, 30),
    timedelta(days=400),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw a sheet that nobody has laid out: any cell may hold anything, and areas may be merged."""
    rows_of_words = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), max_size=12))
    first = draw(st.sampled_from(((), ("Action", "Owner", "Due date", "Status"), ("Objective", "What", "Who", "When"))))
    corner = st.tuples(st.integers(1, 12), st.integers(1, 7), st.integers(0, 3), st.integers(0, 2))
    cells = (first, *(tuple(row) for row in rows_of_words))
    return Grid(cells, tuple(draw(st.lists(corner, max_size=2))))
