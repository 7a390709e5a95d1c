"""What task software exports of a plan says: its own headings, its own states, shares done beside a status."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_reading_carried import exported
from tests.test_reading_states import states


def reasons(document: dict[str, Any]) -> list[str]:
    return [action["reason"].split(":")[0].split(" (")[0] for action in document["actions"]]


def test_a_status_in_words_says_that_an_action_is_called_off_whatever_share_of_it_was_done(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due date | Status | % done
        3: Review the leave policy | Head of HR | 31/10/2025 | Superseded by A9 | 20%
        4: Train the interview panels | Head of OD | 31/10/2025 | Nearly there | 90%
        5: Write to every leaver | Head of OD | 31/10/2025 | Cancelled | 0%
        """
    document = exported(tmp_path, plan)
    assert [("cancelled" in action["reason"]) for action in document["actions"]] == [True, False, True]
    assert document["actions"][0]["other"] == {"% done": "20%"}


@pytest.mark.parametrize(("last", "state"), [("In progress", "completed"), ("Closed", "proposed_for_closure")])
def test_resolved_is_the_end_unless_others_of_the_column_are_closed(last: str, state: str, tmp_path: Path) -> None:
    plan = f"""
        2: Title | Assigned to | Target date | State
        3: Review the leave policy | Head of HR | 31/10/2025 | Resolved
        4: Train the interview panels | Head of OD | 31/10/2025 | New
        5: Write to every leaver | Head of OD | 31/10/2025 | {last}
        """
    assert states(exported(tmp_path, plan))[:2] == [(state, None), ("not_started", None)]


@pytest.mark.parametrize(
    ("state", "read"),
    [
        ("Closed Complete", "completed"),
        ("Resolved / Closed", "completed"),
        ("Closed Incomplete", "not_stated"),
        ("Closed Skipped", "not_stated"),
        ("Work in Progress", "in_progress"),
        ("Done - won't fix", "not_stated"),
    ],
)
def test_only_what_was_closed_as_complete_is_completed(state: str, read: str, tmp_path: Path) -> None:
    plan = f"""
        2: Number | Short description | Assigned to | State | Due date
        3: TASK0010021 | Review the leave policy | Head of HR | {state} | 31/10/2025
        4: TASK0010022 | Train the interview panels | Head of OD | Open | 31/10/2025
        """
    assert states(exported(tmp_path, plan))[0] == (read, None)


def test_what_is_withdrawn_is_told_once_and_not_as_a_completion_in_doubt(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Status
        3: Review the leave policy | Head of HR | 31/10/2025 | Done - won't fix
        4: Train the interview panels | Head of OD | 31/10/2025 | In progress
        """
    told = [found["code"] for found in exported(tmp_path, plan)["findings"] if found["cell"] == "D3"]
    assert told == ["withdrawn-action"]


def test_a_task_that_was_closed_because_nobody_will_do_it_is_not_completed(tmp_path: Path) -> None:
    plan = """
        2: Summary | Issue key | Issue Type | Status | Resolution | Assignee | Due date
        3: Review the leave policy | EDI-1 | Task | Closed | Won't Do | Head of HR | 31/10/2025
        4: Train the interview panels | EDI-2 | Task | Closed | Duplicate | Head of OD | 31/10/2025
        5: Write to every leaver | EDI-3 | Task | Closed | Done | Head of OD | 31/10/2025
        """
    document = exported(tmp_path, plan)
    assert [state for state, _ in states(document)] == ["not_stated", "not_stated", "completed"]
    assert [action["ref"] for action in document["actions"]] == ["EDI-1", "EDI-2", "EDI-3"]
    assert [action["group"] for action in document["actions"]] == [None, None, None]


@pytest.mark.parametrize("heading", ["Completed At", "Date action completed", "Resolved"])
def test_a_task_with_a_day_of_completion_is_completed(heading: str, tmp_path: Path) -> None:
    plan = f"""
        2: Task name | {heading} | Assignee | Due Date
        3: Review the leave policy | 2025-06-12 | Head of HR | 2025-06-30
        4: Train the interview panels | 2025-07-01 | Head of OD | 2025-07-31
        5: Write to every leaver | | Head of OD | 2025-09-30
        """
    found = [state for state, _ in states(exported(tmp_path, plan))]
    assert found == ["completed", "completed", "not_stated"]


def test_an_outcome_that_is_a_state_is_the_progress_and_any_other_is_kept(tmp_path: Path) -> None:
    rows = """
        2: Action | Lead | When | Outcome
        3: Review the leave policy | Head of HR | Q4 2025/26 | {}
        4: Train the interview panels | Head of OD | Q4 2025/26 | {}
        5: Write to every leaver | Head of OD | Q4 2025/26 | {}
        """
    told = exported(tmp_path, rows.format("Complete", "In progress", "Not started"))
    assert [state for state, _ in states(told)] == ["completed", "in_progress", "not_started"]
    hoped = exported(tmp_path, rows.format("Fair leave for all staff", "Fewer complaints from panels", "We learn why"))
    assert {state for state, _ in states(hoped)} == {"not_stated"}
    assert hoped["actions"][2]["other"] == {"Outcome": "We learn why"}


def test_words_for_start_and_finish_under_months_say_when_an_action_is_due(tmp_path: Path) -> None:
    plan = """
        1: Timeline 2025-26
        3: Action | Lead | Status | Oct | Nov | Dec | Jan | Feb | Mar
        4: Review the leave policy | Head of HR | Completed | Start | Finish | | | |
        5: Train the interview panels | Head of OD | In progress | | Start | Review | | Finish |
        6: Write to every leaver | Head of OD | Not started | | | | | | Start
        """
    targets = [action["target"] for action in exported(tmp_path, plan)["actions"]]
    assert [(target["start"], target["due"]) for target in targets] == [
        ("2025-10-01", "2025-11-30"),
        ("2025-11-01", "2026-02-28"),
        (None, None),
    ]


def test_headings_typed_in_a_hurry_are_read_as_meant_where_no_row_is_spelled_right(tmp_path: Path) -> None:
    plan = """
        2: Activty | Lead | Timscale | Staus
        3: Review the leave policy | Head of HR | 31/10/2025 | Complete
        4: Train the interview panels | Head of OD | 31/10/2025 | Not started
        """
    document = exported(tmp_path, plan)
    assert states(document) == [("completed", None), ("not_started", None)]
    assert document["actions"][0]["target"]["due"] == "2025-10-31"


def test_what_closes_a_gap_is_the_action_and_the_commitment_is_what_it_serves(tmp_path: Path) -> None:
    plan = """
        2: Commitment | Gap | Action to close gap | Accountable | Deadline
        3: We will promote a culture that fosters openness | Few reports | Offer an anonymous route | Head of HR | Q4
        4: We will provide support to those who report | No data | Split the reports by grade | Head of OD | Q4
        """
    actions = [action["action"] for action in exported(tmp_path, plan)["actions"]]
    assert actions == ["Offer an anonymous route", "Split the reports by grade"]


def test_short_references_right_before_the_actions_are_theirs_whatever_heads_them(tmp_path: Path) -> None:
    plan = """
        2: High Impact Action | Sub-action | Deliverable | Lead | Due
        3: Fair pay | 1a | Review the bonus scheme | Head of HR | Q4
        4: Fair pay | 1b | Publish the pay gap report | Head of HR | Q4
        5: Fair hiring | 2a | Train the interview panels | Head of OD | Q4
        """
    assert [action["ref"] for action in exported(tmp_path, plan)["actions"]] == ["1a", "1b", "2a"]


def test_columns_headed_by_months_that_hold_sentences_are_updates_and_the_latest_is_the_update(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | November 2025 | September 2025 | July 2025
        3: Review the leave policy | Head of HR | Q4 | With staff side again | With staff side | Drafted by HR
        4: Train the interview panels | Head of OD | Q4 | | Dates are set for January | Trainer was booked
        """
    actions = exported(tmp_path, plan)["actions"]
    assert [action["update"] for action in actions] == ["With staff side again", "Dates are set for January"]
    assert actions[0]["other"] == {"September 2025": "With staff side", "July 2025": "Drafted by HR"}


def test_the_name_of_a_plan_is_what_stands_beside_the_label_that_asks_for_it(tmp_path: Path) -> None:
    plan = """
        1: Plan name | Gender pay gap actions
        2: Task Name | Assigned To | Due date | Progress
        3: Review the leave policy | Head of HR | 31/10/2025 | Not started
        4: Train the interview panels | Head of OD | 31/10/2025 | Completed
        """
    assert exported(tmp_path, plan)["workbook"]["title"] == "Gender pay gap actions"


def test_a_column_that_says_what_another_says_better_is_told_so(tmp_path: Path) -> None:
    from edi_reports.recipe import read_plan
    from edi_reports.settings import Settings

    plan = """
        2: Action | Lead | Due date | Status | % done
        3: Review the leave policy | Head of HR | 31/10/2025 | In progress | 20%
        4: Train the interview panels | Head of OD | 31/10/2025 | Completed | 100%
        """
    exported(tmp_path, plan)
    read = read_plan(tmp_path / "plan.xlsx", Settings())
    why = {column.heading: column.why for table in read.raw.tables for column in table.columns}
    assert why["% done"] == "another column says this better; kept under its own name"


def test_the_list_that_a_card_is_on_says_how_far_it_is(tmp_path: Path) -> None:
    plan = """
        2: Card ID | Card Name | List Name | Members | Due Date
        3: c1 | Review the leave policy | Done | Head of HR | 2025-06-30T16:00:00.000Z
        4: c2 | Train the interview panels | Doing | Head of OD | 2025-10-31T16:00:00.000Z
        5: c3 | Write to every leaver | Backlog | Head of OD | 2025-12-15T16:00:00.000Z
        """
    document = exported(tmp_path, plan)
    assert [state for state, _ in states(document)] == ["completed", "in_progress", "not_started"]
    assert [action["target"]["due"] for action in document["actions"]] == ["2025-06-30", "2025-10-31", "2025-12-15"]


def test_states_that_are_numbered_to_sort_are_the_states(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Status
        3: Review the leave policy | Head of HR | Q4 | 3 - Complete
        4: Train the interview panels | Head of OD | Q4 | 2 - In progress
        5: Write to every leaver | Head of OD | Q4 | 1 - Not started
        6: Move the desks of the team | Head of OD | Q4 | 5 - Cancelled
        """
    document = exported(tmp_path, plan)
    assert [state for state, _ in states(document)][:3] == ["completed", "in_progress", "not_started"]
    assert "cancelled" in document["actions"][3]["reason"]


def test_headings_that_a_database_runs_together_are_the_words_in_them(tmp_path: Path) -> None:
    plan = """
        2: ActionRef | ActionText | OwnerPost | DueOn | StateCode
        3: EQ1 | Review the leave policy | Head of HR | 31/10/2025 | C
        4: EQ2 | Train the interview panels | Head of OD | 31/12/2025 | N
        6: C = Complete, P = In progress, N = Not started
        """
    document = exported(tmp_path, plan)
    assert states(document) == [("completed", None), ("not_started", None)]
    assert [action["ref"] for action in document["actions"]] == ["EQ1", "EQ2"]


def test_an_action_that_somebody_closed_with_initials_and_a_day_is_completed(tmp_path: Path) -> None:
    plan = """
        2: Action agreed | Who | Due (revised) | Closed (initials/date)
        3: Review the leave policy | Head of HR | 30/06/2025 | AE 26/06/2025
        4: Train the interview panels | Head of OD | 30/09/2025 | TBC 31/10/2025
        5: Write to every leaver | Head of OD | 31/12/2025 |
        """
    found = [state for state, _ in states(exported(tmp_path, plan))]
    assert found == ["completed", "not_stated", "not_stated"]


def test_actions_of_a_word_or_two_are_actions_where_no_other_column_holds_any(tmp_path: Path) -> None:
    plan = """
        2: Area | Commitment | Lead | Deadline | RAG
        3: Access | BSL videos | Head of Access | Q4 | Green
        4: Pay | Pay gap | Chief Finance Officer | Q4 | Amber
        """
    assert [action["action"] for action in exported(tmp_path, plan)["actions"]] == ["BSL videos", "Pay gap"]


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_fills_told_month_by_month_without_a_word_the_latest_counts(newest_first: bool, tmp_path: Path) -> None:
    months = ("Nov", "Oct", "Sep") if newest_first else ("Sep", "Oct", "Nov")
    plan = f"""
        2: Action | Lead | Due | RAG {months[0]} | RAG {months[1]} | RAG {months[2]}
        3: Review the leave policy | Head of HR | Q4
        4: Train the interview panels | Head of OD | Q4
        7: On track
        8: At risk of missing the deadline
        9: Deadline missed
        """
    letters = dict(zip(months, "DEF", strict=True))
    fills = {"A7": "00B050", "A8": "FFC000", "A9": "FF0000"}
    fills |= {f"{letters['Sep']}3": "00B050", f"{letters['Oct']}3": "FFC000", f"{letters['Nov']}3": "FF0000"}
    fills |= {f"{letters['Sep']}4": "FF0000", f"{letters['Oct']}4": "FFC000"}
    assert [rag for _, rag in states(exported(tmp_path, plan, fills=fills))] == ["red", "amber"]


def test_an_arrow_between_two_days_may_mean_a_move_and_is_no_stretch_of_time(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | By when | Status
        3: Review the leave policy | Head of HR | 31/10/2025 → 31/03/2026 | In progress
        4: Train the interview panels | Head of OD | N/A – rolling | In progress
        """
    document = exported(tmp_path, plan)
    assert [action["target"]["kind"] for action in document["actions"]] == ["ambiguous", "ongoing"]
    assert document["actions"][0]["rag"] == "not_rated"


def test_commitments_under_areas_are_the_actions_where_no_other_column_holds_any(tmp_path: Path) -> None:
    plan = """
        2: Area | Commitment | Who is accountable? | Deadline | RAG
        3: Access | Sign language videos | Comms Lead | Q4 | Green
        4: | Easy read letters | PALS Manager | Q4 | Amber
        5: Workforce | Mentoring for all | Head of OD | Q4 | Green
        """
    actions = exported(tmp_path, plan)["actions"]
    assert [action["action"] for action in actions] == [
        "Sign language videos",
        "Easy read letters",
        "Mentoring for all",
    ]
    assert [action["group"]["label"] for action in actions] == ["Access", "Access", "Workforce"]
