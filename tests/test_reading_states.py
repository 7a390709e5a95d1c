"""Where an action says how far it has come: in the latest of several columns, in a share beside yes or no."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_reading_carried import exported


def states(document: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(action["progress"]["state"], action["stated_rag"]) for action in document["actions"]]


def test_what_was_told_last_stands_where_the_latest_column_is_blank(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Q1 RAG | Q1 status | Q2 RAG | Q2 status
        3: Review the leave policy | Head of HR | Q4 | Green | In progress | Amber | In progress
        4: Train the interview panels | Head of OD | Q4 | Amber | Complete | |
        5: Publish the pay gap report | Head of OD | Q4 | | | Green | Not started
        6: Write to every leaver | Head of OD | Q4 | | | |
        """
    assert states(exported(tmp_path, plan)) == [
        ("in_progress", "amber"),
        ("completed", "amber"),
        ("not_started", "green"),
        ("not_stated", None),
    ]


@pytest.mark.parametrize(
    ("share", "answer", "state"),
    [
        ("75%", "N", "in_progress"),
        ("0%", "No", "not_started"),
        ("100%", "Y", "completed"),
        ("100%", "N", "not_stated"),
        ("60%", "Y", "in_progress"),
        ("", "Y", "completed"),
        ("", "N", "not_stated"),
    ],
)
def test_a_share_says_more_than_yes_or_no_but_never_that_what_is_not_completed_is(
    share: str, answer: str, state: str, tmp_path: Path
) -> None:
    plan = f"""
        2: Action | Lead | Due | % done | Complete?
        3: Review the leave policy | Head of HR | Q4 | {share} | {answer}
        4: Train the interview panels | Head of OD | Q4 | 20% | N
        """
    assert states(exported(tmp_path, plan))[0] == (state, None)


def test_a_share_that_is_no_share_done_says_nothing_of_progress(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Baseline | Complete?
        3: Review the leave policy | Head of HR | Q4 | 31% | N
        4: Train the interview panels | Head of OD | Q4 | 20% | N
        """
    document = exported(tmp_path, plan)
    assert states(document) == [("not_stated", None)] * 2
    assert document["actions"][0]["other"] == {"Baseline": "31%"}


def test_a_mark_picks_the_state_that_heads_its_column(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Not started | In progress | Complete
        3: Review the leave policy | Head of HR | Q4 | | | x
        4: Train the interview panels | Head of OD | Q4 | | x |
        5: Publish the pay gap report | Head of OD | Q4 | x | |
        6: Write to every leaver | Head of OD | Q4 | | |
        """
    document = exported(tmp_path, plan)
    assert [state for state, _ in states(document)] == ["completed", "in_progress", "not_started", "not_stated"]
    assert document["unplaced"] == []


def test_a_tick_picks_the_rating_that_heads_its_column(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | R | A | G
        3: Review the leave policy | Head of HR | Q4 | | ✓ |
        4: Train the interview panels | Head of OD | Q4 | | | ✓
        """
    assert states(exported(tmp_path, plan)) == [("not_stated", "amber"), ("not_stated", "green")]


def test_marks_under_several_states_at_once_pick_none(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Started | Delivered | Closed
        3: Review the leave policy | Head of HR | Q4 | x | x | x
        4: Train the interview panels | Head of OD | Q4 | x | |
        """
    assert [state for state, _ in states(exported(tmp_path, plan))][1] != "completed"


def test_whether_an_action_is_on_track_is_answered_by_yes_and_no(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Are we on track?
        3: Review the leave policy | Head of HR | 31/03/2026 | Yes
        4: Publish the pay gap report | Head of OD | 31/03/2026 | No
        5: Train the interview panels | Head of HR | 31/03/2026 | Done
        """,
    )
    assert [action["progress"]["state"] for action in document["actions"]] == ["not_stated", "not_stated", "completed"]
    told = [(found["code"], found["cell"]) for found in document["findings"] if found["cell"]]
    assert told == [("held-up-but-green", "D4")]


def test_words_of_a_status_outrank_the_share_beside_it_which_tells_where_they_do_not(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Status | % complete
        3: Review the leave policy | Head of HR | Q4 | Not started | 100%
        4: Publish the pay gap report | Head of OD | Q4 | Completed | 100%
        5: Train the interview panels | Head of HR | Q4 | | 25%
        """,
    )
    assert [action["progress"]["state"] for action in document["actions"]] == [
        "not_started",
        "completed",
        "in_progress",
    ]


def test_figures_under_per_cent_complete_are_shares_done(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | % complete
        3: Review the leave policy | Head of HR | Q4 | {}
        4: Publish the pay gap report | Head of OD | Q4 | {}
        5: Train the interview panels | Head of HR | Q4 | {}
        """
    hundredths = exported(tmp_path, plan.format("#100", "#50", "#0"))
    assert [action["progress"]["state"] for action in hundredths["actions"]] == [
        "completed",
        "in_progress",
        "not_started",
    ]
    parts = exported(tmp_path, plan.format("#1", "#0.5", "#0"))
    assert [action["progress"]["state"] for action in parts["actions"]] == ["not_stated", "in_progress", "not_started"]


def test_whether_an_action_has_been_completed_is_answered_by_yes_and_no(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        2: Action | Lead | Due | Has this been completed?
        3: Review the leave policy | Head of HR | Q4 | Yes
        4: Publish the pay gap report | Head of OD | Q4 | Not yet
        5: Train the interview panels | Head of HR | Q4 | No
        """,
    )
    assert [action["progress"]["state"] for action in document["actions"]] == ["completed", "not_stated", "not_stated"]
    assert "unreadable-progress" not in {found["code"] for found in document["findings"]}


def test_complete_after_a_date_may_tell_or_order_and_is_said(tmp_path: Path) -> None:
    plan = "2: Action | Lead | Due\n3: Review the leave policy | Head of HR | {}"
    document = exported(tmp_path, plan.format("30/09/2025 COMPLETE"))
    (action,) = document["actions"]
    assert (action["progress"]["state"], action["target"]["due"]) == ("not_stated", "2025-09-30")
    assert ("completion-in-doubt", "C3") in [(found["code"], found["cell"]) for found in document["findings"]]


def test_of_ratings_told_month_by_month_the_latest_counts_and_ticks_there_are_none(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Sep | Oct | Nov
        3: Review the leave policy | Head of HR | Q4 | {0} | {1} | {2}
        4: Train the interview panels | Head of OD | Q4 | {0} | {0} | {0}
        5: Write to every leaver | Head of OD | Q4 | {0} | {1} |
        7: B = complete, G = on track, A = at risk, R = off track
        """
    rated = states(exported(tmp_path, plan.format("G", "A", "R")))
    assert [rag for _, rag in rated] == ["red", "green", "amber"]
    assert {state for state, _ in states(exported(tmp_path, plan.format("✓", "✓", "✓")))} == {"not_stated"}


def test_of_states_told_quarter_by_quarter_the_latest_counts_however_few_actions_have_one(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | Q1 | Q2 | Q3
        3: Review the leave policy | Head of HR | 31/12/2025 | Not started | In progress | In progress
        4: Train the interview panels | Head of OD | 31/10/2025 | In progress | Complete |
        5: Write to every leaver | Head of OD | 31/03/2026 | Not started | Not started | In progress
        """
    assert [state for state, _ in states(exported(tmp_path, plan))] == ["in_progress", "completed", "in_progress"]
