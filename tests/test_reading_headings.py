"""Which column is which, by its heading and by what stands below it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edi_reports.default_headings import HEADINGS
from edi_reports.model.raw import Field
from edi_reports.reading import headings
from edi_reports.reading.columns import assign_columns
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.heading_table import HeadingNames, HeadingTable, heading_words
from edi_reports.reading.headings import find_heading_rows

TABLE = HeadingTable(HEADINGS)


def a_sheet(*rows: tuple[str, ...]) -> Sheet:
    cells = {
        (r, c): GridCell(r, c, text)
        for r, row in enumerate(rows, start=1)
        for c, text in enumerate(row, start=1)
        if text
    }
    return Sheet("Plan", cells)


def fields_of(sheet: Sheet, own: dict[str, Field | None] | None = None) -> list[Field | None]:
    (row,) = find_heading_rows(sheet, TABLE)
    return [column.field for column in assign_columns(sheet, row, 99, HeadingNames(TABLE, own or {}))]


def test_words_of_a_heading_are_compared_in_the_singular_without_punctuation() -> None:
    assert heading_words("Responsible Owner(s):") == ("responsible", "owner")
    assert heading_words("Priorities & progress") == ("priority", "and", "progress")


@pytest.mark.parametrize("name", ["Status", "Progress", "Position", "Current position", "Where are we?"])
def test_a_column_of_states_is_progress_whatever_it_is_called(name: str) -> None:
    sheet = a_sheet(
        ("Action", "Lead", name),
        ("Review the policy on adjustments", "Head of EDI", "In progress"),
        ("Publish the pay gap report", "Head of HR", "Not started"),
        ("Train the managers of wards", "Head of OD", "Completed"),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, Field.PROGRESS]


def test_two_states_under_where_are_we_are_enough_to_be_progress() -> None:
    sheet = a_sheet(
        ("Action", "Lead", "Where are we"),
        ("Review the policy on adjustments", "Head of EDI", "Slipped"),
        ("Publish the pay gap report", "Head of HR", "Completed"),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, Field.PROGRESS]


@pytest.mark.parametrize("name", ["Status", "Progress", "Position", "Where are we?"])
def test_a_column_of_sentences_is_the_update_whatever_it_is_called(name: str) -> None:
    sheet = a_sheet(
        ("Action", "Lead", name),
        (
            "Review the policy on adjustments",
            "Head of EDI",
            "The draft was shared with networks and comments received.",
        ),
        ("Publish the pay gap report", "Head of HR", "Figures have been checked; the Board sees them in June."),
        ("Train the managers of wards", "Head of OD", "Forty managers have been trained so far this year."),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, Field.UPDATE]


@pytest.mark.parametrize(
    "counts", [("8", "15", "24"), ("=COUNTA(Medicine!B4:B20)", "=COUNTA(Surgery!B4:B20)", "=COUNTA(Corporate!B4:B20)")]
)
def test_a_summary_that_counts_actions_holds_none(counts: tuple[str, str, str]) -> None:
    rows = [(name, count, "3", "Divisional Manager") for name, count in zip("ABC", counts, strict=True)]
    assert Field.ACTION not in fields_of(a_sheet(("Directorate", "Actions", "Complete", "Lead"), *rows))


def test_status_with_colour_words_is_the_stated_rag() -> None:
    sheet = a_sheet(
        ("Action", "Lead", "Status"),
        ("Review the policy on adjustments", "Head of EDI", "Red"),
        ("Publish the pay gap report", "Head of HR", "Green"),
        ("Train the managers of wards", "Head of OD", "Amber"),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, Field.STATED_RAG]


def test_original_and_revised_dates_are_told_apart_from_dates_of_review() -> None:
    sheet = a_sheet(
        ("Action", "Who", "Original date", "Revised date", "Next review date"),
        ("Review the policy on adjustments", "Head of EDI", "1/6/2025", "1/9/2025", "2/2/2025"),
        ("Publish the pay gap report", "Head of HR", "Q1 2025/26", "Q2 2025/26", "3/3/2025"),
        ("Train the managers of wards", "Head of OD", "June 2025", "July 2025", "4/4/2025"),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, Field.ORIGINAL_TARGET, Field.REVISED_TARGET, None]


def test_a_measure_of_success_is_no_group_and_no_action() -> None:
    sheet = a_sheet(
        ("Objective", "Action", "Success metrics", "Owner"),
        ("Fair pay", "Review the bands of all roles", "Gap falls by a tenth", "Head of HR"),
        ("Fair pay", "Publish the pay gap report", "Report is public", "Head of HR"),
        ("Safe work", "Train the managers of wards", "All trained", "Head of OD"),
    )
    assert fields_of(sheet) == [Field.GROUP, Field.ACTION, None, Field.OWNER]


def test_a_trusts_own_name_for_a_column_outranks_what_it_looks_like() -> None:
    sheet = a_sheet(
        ("Action", "Lead", "Zuständig"),
        ("Review the policy on adjustments", "Head of EDI", "Head of Estates"),
        ("Publish the pay gap report", "Head of HR", "Head of Finance"),
    )
    assert fields_of(sheet, {"zuständig": Field.SUPPORT})[2] is Field.SUPPORT
    assert fields_of(sheet, {"zuständig": None})[2] is None


def test_rows_of_a_plans_own_text_are_not_taken_for_headings() -> None:
    sheet = a_sheet(
        ("Action", "Owner", "Due"),
        ("Agree an action plan with each lead", "Lead for actions", "Date to be agreed"),
        ("Publish the progress report", "Owner of the plan", "June 2025"),
    )
    assert [row.rows for row in find_heading_rows(sheet, TABLE)] == [(1,)]


def test_a_row_wider_than_any_plan_is_judged_by_its_first_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[int] = []

    def judge(cells: Sequence[GridCell], _: HeadingTable) -> bool:
        judged.append(len(cells))
        return False

    monkeypatch.setattr(headings, "_could_be_headings", judge)
    widths = {1: 3, 2: 1_000, 3: 1_001, 4: 16_384}
    cells = {(row, at): GridCell(row, at, "x") for row, width in widths.items() for at in range(1, width + 1)}
    assert find_heading_rows(Sheet("Plan", cells), HeadingTable(())) == ()
    assert judged == [3, 1_000, 1_000, 1_000]


def test_the_last_update_is_what_was_done_or_the_day_of_it() -> None:
    def under_last_update(*texts: str) -> Field | None:
        actions = ("Review the leave policy", "Train the interview panels", "Publish the pay gap report")
        rows = [(action, "Head of HR", text) for action, text in zip(actions, texts, strict=True)]
        return fields_of(a_sheet(("Action", "Lead", "Last update"), *rows))[2]

    assert under_last_update("Networks have commented.", "Nine are trained", "With the printers") is Field.UPDATE
    assert under_last_update("12/10/2025", "3 Nov 2025", "10/11/2025") is None


def test_beside_a_lead_officer_the_lead_organisation_is_no_owner_and_alone_it_is() -> None:
    rows = (
        ("Review the leave policy", "County Council", "Head of HR", "Q4"),
        ("Train the interview panels", "Care Trust", "Director of People", "Q4"),
    )
    both = a_sheet(("Action", "Lead organisation", "Lead officer", "Due"), *rows)
    alone = a_sheet(("Action", "Lead organisation", "Due"), *((row[0], row[1], row[3]) for row in rows))
    assert fields_of(both) == [Field.ACTION, None, Field.OWNER, Field.TARGET]
    assert fields_of(alone) == [Field.ACTION, Field.OWNER, Field.TARGET]


def test_a_row_of_a_table_that_names_as_much_as_headings_do_heads_no_table() -> None:
    sheet = a_sheet(
        ("Domain", "Outcome", "Evidence", "Score", "Department"),
        ("Domain 1", "Patients have access", "Audit of interpreters", "Low", "Outpatients"),
        ("Domain 2", "Staff are provided with support", "Occupational health rating", "Activity", "Estates"),
        ("", "", "", "", ""),
        ("Domain", "Outcome", "Action", "Owner", "Completion date"),
        ("Domain 1", "Access", "Offer interpreters", "Head of Access", "March 2026"),
    )
    assert [found.rows for found in find_heading_rows(sheet, TABLE)] == [(5,)]


def test_the_rag_that_is_forecast_is_not_the_rag_of_today() -> None:
    sheet = a_sheet(
        ("Deliverable", "Lead", "RAG last month", "RAG this month", "Forecast RAG"),
        ("Dashboard of culture is live", "Head of OD", "Red", "Amber", "Green"),
        ("Course for all ambulance crews", "Head of HR", "Green", "Red", "Amber"),
    )
    assert fields_of(sheet) == [Field.ACTION, Field.OWNER, None, Field.STATED_RAG, None]


@pytest.mark.parametrize("named", ["Start (planned timeline)", "Timeline, start", "Start / deadline", "Date to begin"])
def test_a_heading_of_two_fields_alike_is_always_read_the_same(named: str) -> None:
    sheet = a_sheet(
        ("Action", "Lead", named),
        ("Publish the pay gap report", "Head of HR", "2025-09-01"),
        ("Train the managers of wards", "Head of OD", "2025-10-01"),
        ("Review the leave policy", "Head of OD", "2025-11-03"),
    )
    assert fields_of(sheet)[:2] == [Field.ACTION, Field.OWNER]
    assert fields_of(sheet)[2] is Field.START


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("Objectve", Field.GROUP),
        ("Timscale", Field.TARGET),
        ("Progess to date", Field.UPDATE),
        ("R.A.G.", Field.STATED_RAG),
    ],
)
def test_a_heading_with_a_slip_of_the_finger_is_read_as_what_was_meant(typed: str, field: Field) -> None:
    below = {
        Field.GROUP: "Fair pay",
        Field.TARGET: "Q4 2025/26",
        Field.UPDATE: "Has been drafted.",
        Field.STATED_RAG: "Red",
    }
    sheet = a_sheet(
        (typed, "Action", "Lead"),
        (below[field], "Publish the pay gap report", "Head of HR"),
        (below[field], "Review how bonuses are paid", "Head of Reward"),
    )
    assert fields_of(sheet) == [field, Field.ACTION, Field.OWNER]


def test_a_heading_that_is_a_word_of_its_own_is_not_put_right() -> None:
    assert TABLE.scores_respelled("Season") == {}
    assert TABLE.scores_respelled("Planner") == {}


def test_a_bracket_that_tells_people_what_to_write_does_not_change_what_a_heading_is() -> None:
    sheet = a_sheet(
        ("Commitment (copy from the framework)", "Action", "Lead (job title of the person who owns it)", "By"),
        ("Listen", "Hold listening events at each station", "Head of Operations", "30/09/2025"),
        ("Listen", "Publish what was heard at the events", "Head of Communications", "28/11/2025"),
        ("Act", "Review how overtime is shared out", "Head of Operations", "31/03/2026"),
    )
    assert fields_of(sheet) == [Field.GROUP, Field.ACTION, Field.OWNER, Field.TARGET]


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [
        ("Due date (original)", "Due date (revised)", [Field.ORIGINAL_TARGET, Field.REVISED_TARGET]),
        ("Baseline finish", "Planned finish", [Field.ORIGINAL_TARGET, Field.TARGET]),
        ("Due", "Slipped to", [Field.TARGET, Field.REVISED_TARGET]),
        ("Planned finish", "Actual finish", [Field.TARGET, Field.COMPLETED]),
        ("Due", "Completed", [Field.TARGET, Field.COMPLETED]),
        ("Completed", "Due", [Field.COMPLETED, Field.TARGET]),
    ],
)
def test_of_two_columns_of_dates_each_is_what_its_heading_says(first: str, second: str, fields: list[Field]) -> None:
    sheet = a_sheet(
        ("Action", "Lead", first, second),
        ("Publish the pay gap report", "Head of HR", "31/10/2025", "29/10/2025"),
        ("Train the managers of wards", "Head of OD", "28/11/2025", "31/10/2025"),
        ("Review the leave policy", "Head of OD", "31/01/2026", ""),
    )
    assert fields_of(sheet)[2:] == fields


def test_days_under_completed_are_no_completions_where_nothing_else_says_when_actions_are_due() -> None:
    sheet = a_sheet(
        ("Action", "Lead", "Completed"),
        ("Publish the pay gap report", "Head of HR", "31/10/2025"),
        ("Train the managers of wards", "Head of OD", "28/11/2025"),
        ("Review the leave policy", "Head of OD", "31/01/2026"),
    )
    assert Field.COMPLETED not in fields_of(sheet)


def test_a_column_of_ratings_is_no_column_of_committees() -> None:
    sheet = a_sheet(
        ("Action", "Lead", "Due", "Assurance", "Status"),
        ("Publish the pay gap report", "Head of HR", "31/10/2025", "Green", "Completed"),
        ("Train the managers of wards", "Head of OD", "28/11/2025", "Amber", "In progress"),
    )
    assert Field.COMMITTEE not in fields_of(sheet)


def test_a_list_of_courses_by_name_is_no_plan() -> None:
    courses = a_sheet(
        ("Name", "Start date", "Places"),
        ("Inclusive leadership for new managers", "01/09/2025", "12"),
        ("Cultural competence on the wards", "06/10/2025", "20"),
    )
    assert find_heading_rows(courses, TABLE) == ()


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Revised", Field.REVISED_TARGET), ("Original", Field.ORIGINAL_TARGET), ("Completed", Field.COMPLETED)],
)
def test_dates_under_a_bare_word_beside_the_date_due_are_what_the_word_says(heading: str, field: Field) -> None:
    sheet = a_sheet(
        ("Action", "Lead", "By when", heading),
        ("Publish the pay gap report", "Head of HR", "31/10/2025", "28/02/2026"),
        ("Train the managers of wards", "Head of OD", "28/11/2025", ""),
    )
    assert fields_of(sheet)[3] is field


def test_the_day_on_which_an_action_was_closed_is_that_of_its_completion() -> None:
    sheet = a_sheet(
        ("What we said we would do", "Who", "Closed on"),
        ("Appoint a lead for inclusion", "Chief Executive", "02/05/2025"),
        ("Publish the pay gap report", "Head of HR", "31/10/2025"),
    )
    assert Field.COMPLETED in fields_of(sheet)
