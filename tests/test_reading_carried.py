"""Lines carried on, strips of crosses, states month by month, sheets beside the plan: read where nothing is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from edi_reports.recipe import export_plan
from tests.other_plans_truth import a_workbook, bold, draw, heading, merge, paint, saved
from tests.plan_examination import AS_AT


def exported(
    folder: Path,
    drawing: str,
    *,
    headings: int = 2,
    fills: dict[str, str] | None = None,
    merged: str = "",
    bolded: str = "",
) -> dict[str, Any]:
    book, (sheet,) = a_workbook("Plan")
    draw(sheet, "1: Inclusion action plan 2025/26\n" + drawing)
    heading(sheet, *range(2, headings + 1))
    if headings == 3:
        merge(sheet, "C2:F2")
    merge(sheet, *merged.split())
    paint(sheet, **(fills or {}))
    bold(sheet, *bolded.split())
    path = folder / "plan.xlsx"
    path.write_bytes(saved(book))
    return export_plan(path, AS_AT)


def codes(document: dict[str, Any]) -> set[str]:
    return {found["code"] for found in document["findings"]}


def test_a_row_that_begins_small_below_one_that_ended_is_an_action_of_its_own(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due
        3: Review the leave policy | Head of HR | Q3
        4: review the grievance policy | Head of OD | Q4
        5: Train panels. | Head of HR | Q4
        6: and publish the list | Head of OD | Q4
        """,
    )
    assert [action["row"] for action in document["actions"]] == [3, 4, 5, 6]
    assert "carried-on" not in codes(document)


def test_where_an_action_breaks_off_its_lead_and_progress_go_on_below_too(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Ref | Action | Lead | Due | Progress
        3: 1 | Publish workforce data at each | Head of Workforce | 31/03/2026 | In progress: 4 of
        4: | station | Planning | | 9 done
        5: 2 | Offer a passport to the | Head of Wellbeing | 31/03/2026 | Not started
        6: | new starters | Head of OD | | In progress
        """,
    )
    first, second = document["actions"][:2]
    assert (first["action"], first["progress"]["state"]) == ("Publish workforce data at each station", "in_progress")
    assert [owner["name"] for owner in first["owners"]] == ["Head of Workforce Planning"]
    assert [owner["name"] for owner in second["owners"]] == ["Head of Wellbeing"]
    assert len(document["actions"]) == 3


def test_a_line_that_breaks_off_is_read_with_the_row_below_and_told(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Status
        3: Hold listening events for the | Head of | March | Not started
        4: night staff of each site | Wellbeing | 2026
        5: Publish what was heard | Head of OD | Q4 | Not started
        """,
    )
    first = document["actions"][0]
    assert first["action"] == "Hold listening events for the night staff of each site"
    assert (first["owners"][0]["name"], first["target"]["due"]) == ("Head of Wellbeing", "2026-03-31")
    assert len(document["actions"]) == 2
    assert "carried-on" in codes(document)


def test_a_month_column_with_a_year_of_its_own_is_not_joined_with_a_column_of_years(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Year
        3: Review the leave policy | Head of HR | March 2026 | 2025/26
        4: Train the panels | Head of OD | Q3 | 2025/26
        """,
    )
    assert [action["target"]["due"] for action in document["actions"]] == ["2026-03-31", "2025-12-31"]


@pytest.mark.parametrize(
    ("marks", "fills"),
    [
        ("✓ | | | ", {}),
        ("A | G | G | ", {}),
        (" | | | ", {"C4": "FF0000", "D4": "00B050"}),
        (" | | | ", {"C4": "00B050", "D4": "00B050"}),
    ],
)
def test_marks_that_may_mean_how_it_stood_give_no_date_and_are_told(
    tmp_path: Path, marks: str, fills: dict[str, str]
) -> None:
    document = exported(
        tmp_path,
        f"""
        2: Action | Lead | 2025/26 | | | | Comments
        3: | | Q1 | Q2 | Q3 | Q4 |
        4: Review the leave policy | Head of HR | {marks} | With staff side
        5: Train the panels | Head of OD | | | | | Dates agreed
        """,
        headings=3,
        fills=fills,
    )
    assert [action["target"]["due"] for action in document["actions"]] == [None, None]
    assert {action["rag"] for action in document["actions"]} == {"not_rated"}
    assert "marks-not-read" in codes(document)


def test_one_bar_of_a_plain_colour_shows_when_an_action_is_planned(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | 2025/26 | | | | Comments
        3: | | Q1 | Q2 | Q3 | Q4 |
        4: Review the leave policy | Head of HR | | | | | With staff side
        5: Train the panels | Head of OD | | | | | Dates agreed
        """,
        headings=3,
        fills={"D4": "5B9BD5", "E4": "5B9BD5"},
    )
    assert [action["target"]["due"] for action in document["actions"]] == ["2025-12-31", None]
    assert "time-by-marks" in codes(document)


def test_of_states_told_month_by_month_the_newest_counts_wherever_it_stands(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Status Nov 25 | Status Aug 25
        3: Review the leave policy | Head of HR | Q1 | In progress | Complete
        4: Train the panels | Head of OD | Q1 | Reopened | Complete
        """,
    )
    assert [action["progress"]["as_written"] for action in document["actions"]] == ["In progress", "Reopened"]
    assert {action["rag"] for action in document["actions"]} == {"red"}


def test_an_action_whose_newest_column_of_states_is_empty_stands_as_it_was_last_told(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Q1 status | Q2 status | Q3 status
        3: Review the leave policy | Head of HR | Q1 | Complete | |
        4: Train the panels | Head of OD | Q1 | Not started | In progress |
        5: Publish the list | Head of OD | Q4 | Not started | Not started | In progress
        """,
    )
    assert [action["progress"]["as_written"] for action in document["actions"]] == ["Complete"] + 2 * ["In progress"]
    assert document["actions"][2]["other"] == {"Q1 status": "Not started", "Q2 status": "Not started"}


def test_headings_that_name_a_quarter_beside_what_they_hold_are_no_values(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Commitment | Accountable | Complete by | Q1 status | Q2 status | Q3 status | Q4 status
        3: Review the leave policy | Head of HR | 31/03/2026 | Not started | In progress | |
        4: Train the panels | Head of OD | 31/03/2026 | Not started | Not started | |
        """,
    )
    assert [action["progress"]["state"] for action in document["actions"]] == ["in_progress", "not_started"]


def test_months_without_a_year_that_run_backwards_in_the_plans_year_are_not_guessed(tmp_path: Path) -> None:
    document = exported(tmp_path, "2: Action | Lead | Due\n3: Review the leave policy | Head of HR | March/April")
    assert (document["actions"][0]["target"]["kind"], document["actions"][0]["rag"]) == ("ambiguous", "not_rated")


def with_a_sheet_before(folder: Path, first: str, *, hidden: bool = False) -> dict[str, Any]:
    book, (before, plan) = a_workbook("Before", "Actions")
    draw(before, first)
    before.sheet_state = "hidden" if hidden else "visible"
    draw(plan, "1: Action | Lead | Due | Status\n2: Train the panels | Head of OD | Q4 | Not started")
    book.active = 1
    path = folder / "plan.xlsx"
    path.write_bytes(saved(book))
    return export_plan(path, AS_AT)


def test_a_quarter_takes_its_year_from_the_plans_title_on_a_summary_before_it(tmp_path: Path) -> None:
    summary = (
        "1: Equality plan 2025/26: summary\n3: Theme | Actions | Complete | Lead\n4: Access | #8 | #3 | Head of OD"
    )
    (action,) = with_a_sheet_before(tmp_path, summary)["actions"]
    assert action["target"]["due"] == "2026-03-31"
    assert "Equality plan 2025/26" in action["target"]["assumed"][0]


def test_a_hidden_version_of_the_plan_is_not_read_and_told(tmp_path: Path) -> None:
    old = "1: Action | Lead | Due | Status\n2: Train the panels | Head of OD | 30/09/2025 | Not started"
    document = with_a_sheet_before(tmp_path, old, hidden=True)
    assert [action["sheet"] for action in document["actions"]] == ["Actions"]
    assert "hidden-sheet" in codes(document)
