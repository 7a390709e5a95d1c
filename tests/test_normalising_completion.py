"""A completion counts when the words can mean nothing else: hedged, partial, planned and future ones do not."""

from __future__ import annotations

from datetime import date

import pytest

from edi_reports.model.action import ProgressState
from edi_reports.model.period import FinancialYear
from edi_reports.normalising.completion import completed_on, day_of_completion, says_completed
from edi_reports.normalising.progress import normalise_progress, read_words
from tests.test_normalising_progress import KEY, cell

YEAR = FinancialYear(2025).period


@pytest.mark.parametrize(
    "text",
    [
        "Complete / In progress",
        "Complete / Not complete",
        "Complete In progress",
        "Completed - ongoing",
        "Complete - 50%",
        "Completed: 0%",
        "Completed 3 of 5",
        "Completed 3/5",
        "Complete (phase 1)",
        "Done - partly",
        "Complete (subject to sign off)",
        "Complete - pending evidence",
        "Complete (evidence to follow)",
        "Complete; evidence outstanding",
        "Complete, not signed off",
        "Complete: no",
        "Complete: N",
        "Complete?",
        "Complete - TBC",
        "Complete - planned",
        "Complete by March 2026",
        "100% by March 2026",
        "100% (target)",
        "Complete (due March 2026)",
        "Completed - reopened",
        "Complete - carried forward",
        "Complete - overdue",
        "Complete, on hold",
        "Closed - superseded",
        "Closed (not achieved)",
        "C - not started",
        "Closed (merged with action 7)",
        "Closed - duplicate",
        "Closed - no longer required",
        "Closed - unable to deliver",
        "Closed - see action 4",
        "Closed - moved to the People Plan",
        "Complete (surgery only)",
        "Complete - rejected by the network",
        "Complete - in principle",
        "Complete - cohort 1",
        "Complete - 75% of staff",
        "Complete - will go to Board",
        "Complete - with Exec for sign off",
        "Complete - see action 3.2",
        "Complete - Amber",
        "Complete - report being written",
        "Complete, bar sign off",
        "Complete - needs sign off",
        "Complete - evidence required",
        "Complete: 3 divisions left",
        "Done - mostly",
        "Complete (Year 1)",
        "Completion: Q4",
        "Completed actions: 2",
        "1 complete, 2 in progress",
        "Achieved - silver, gold in progress",
        "Complete - toolkit live, training not started",
        "û",
    ],
)
def test_a_completion_with_words_that_take_it_back_is_no_completion_and_is_told(text: str) -> None:
    progress, _, findings = normalise_progress((cell(text),), KEY)
    assert progress.state is ProgressState.NOT_STATED
    assert {finding.code for finding in findings} <= {"completion-in-doubt", "unreadable-progress"}
    assert findings


@pytest.mark.parametrize(
    "text",
    [
        "Completed - no further action",
        "Complete, nothing outstanding",
        "Delivered, evaluation to follow",
        "Complete - to be sustained as BAU",
        "Complete & closed",
        "Complete - no issues",
        "Complete - target met",
        "Complete - as planned",
        "Complete - part of induction",
        "Complete - no further action required",
        "Complete - rolled out to all divisions",
        "Complete - training needs analysis published",
        "Completed and moved to BAU",
        "Closed - signed off by the EDI group",
        "Closed - all staff trained",
        "Implemented",
        "This action has been completed",
        "Complete (12/06/2025)",
        "Complete – March 25",
        "ü",
    ],
)
def test_a_completion_with_words_that_leave_it_standing_is_one(text: str) -> None:
    assert read_words(text).state is ProgressState.COMPLETED


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Complete - March 25", date(2025, 3, 1)),
        ("Completed (12/06/2025)", date(2025, 6, 12)),
        ("Green - complete Q4", date(2026, 1, 1)),
        ("Complete in March", date(2026, 3, 1)),
        ("Complete from April 2026", date(2026, 4, 1)),
        ("Complete", None),
        ("Completed, to be reviewed March 2027", None),
    ],
)
def test_the_day_of_a_completion_is_the_first_that_the_words_beside_it_allow(text: str, day: date | None) -> None:
    assert completed_on(text, YEAR) == day


@pytest.mark.parametrize("text", ["Done", "Completed", "Completed March 2025", "Closed (June 2025)", "Actioned"])
def test_words_in_place_of_a_target_may_say_completed(text: str) -> None:
    assert says_completed(text, YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "Implemented by June 2025",
        "Achieved by September 2025",
        "Complete March 2025",
        "Completed quarterly",
        "Done monthly",
        "Completed annually",
        "Completed in part",
        "Completed if possible",
        "Done when policy agreed",
        "Completed TBC",
        "Completed?",
        "Completed March 2026",
    ],
)
def test_an_order_or_a_habit_in_place_of_a_target_is_no_completion(text: str) -> None:
    assert not says_completed(text, YEAR)


def test_a_column_of_completion_dates_completes_only_by_a_day_and_nothing_more() -> None:
    assert day_of_completion("12/06/2025", YEAR) == date(2025, 6, 12)
    assert day_of_completion("Completed June 2025", YEAR) == date(2025, 6, 1)
    for text in (
        "Due 31/03/2026",
        "Expected Q4",
        "Not yet, March 2026",
        "June 2025?",
        "~June 2025",
        "25/26",
        "2",
        "N/A",
    ):
        assert day_of_completion(text, YEAR) is None
