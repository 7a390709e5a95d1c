"""What a row of a table is: an action, a line that stands above actions, a sum, or a word that there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.test_reading_carried import exported


def test_a_text_in_the_first_row_of_a_group_is_the_groups_only_where_groups_are_written_once(tmp_path: Path) -> None:
    rows = """
        2: Objective | Action | Lead | Due | Risks
        3: Fair pay | Publish the pay gap report | Head of HR | Q4 | Late data
        4: {} | Review the bonus scheme | Head of HR | Q4 |
        5: Fair hiring | Train the interview panels | Head of OD | Q4 | Winter
        6: {} | Publish the shortlists | Head of OD | Q4 |
        """
    once = exported(tmp_path, rows.format("", ""))
    repeated = exported(tmp_path, rows.replace("3: Fair pay", "3:").format("Fair pay", "Fair hiring"))
    assert [action["other"] for action in once["actions"]] == [{"Risks": "Late data"}] * 2 + [{"Risks": "Winter"}] * 2
    assert [action["other"] for action in repeated["actions"]] == [{"Risks": "Late data"}, {}, {"Risks": "Winter"}, {}]


def rows_and_groups(document: dict[str, Any]) -> list[tuple[int, str | None]]:
    return [(action["row"], (action["group"] or {}).get("label")) for action in document["actions"]]


def test_a_row_that_nobody_owns_stands_above_the_owned_rows_that_carry_on_its_number(tmp_path: Path) -> None:
    plan = """
        2: WBS | Task | Start | Finish | Owner | % complete
        3: 1 | Wider access to apprenticeships | 01/04/2025 | 31/03/2026 | {} | 50%
        4: 1.1 | Agree the posts with each division | 01/04/2025 | 31/05/2025 | Head of OD | 100%
        5: 1.2 | Hold taster days in six schools | 01/09/2025 | 28/02/2026 | Head of OD | 0%
        """
    assert rows_and_groups(exported(tmp_path, plan.format(""))) == [
        (4, "Wider access to apprenticeships"),
        (5, "Wider access to apprenticeships"),
    ]
    assert rows_and_groups(exported(tmp_path, plan.format("Chief Nurse"))) == [(3, None), (4, None), (5, None)]


def test_an_average_below_the_actions_is_a_sum_and_no_action(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | % complete
        3: Review the leave policy | Head of HR | Q4 | 50%
        4: Number of sessions doubled | Head of OD | Q4 | 100%
        6: Number of actions in time | | | 2
        7: Average progress | | | 75%
        """
    assert rows_and_groups(exported(tmp_path, plan)) == [(3, None), (4, None)]


def test_a_row_that_says_that_there_is_no_action_is_none_unless_somebody_owes_it(tmp_path: Path) -> None:
    plan = """
        2: Domain | Outcome | Action | Lead | Due
        3: Domain 1 | 1A: Access | No further action required | |
        4: | 1B: Needs | Offer evening clinics | Head of Quality | Q4
        5: | 1C: Safety | No action | Head of Quality | Q4
        """
    document = exported(tmp_path, plan, merged="A3:A5")
    assert rows_and_groups(document) == [(4, "Domain 1"), (5, "Domain 1")]
    assert {(cell["cell"], cell["why"]) for cell in document["unplaced"]} == {
        ("B3", "says that there is no action"),
        ("C3", "says that there is no action"),
    }


def test_a_table_that_counts_actions_is_no_plan(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due
        3: Review the leave policy | Head of HR | Q4
        4: Train the interview panels | Head of OD | Q4
        6: Sponsor | Actions | Lead | Completed
        7: Chief Nurse | #3 | Head of HR | #1
        8: Medical Director | #4 | Head of OD | #2
        """
    assert rows_and_groups(exported(tmp_path, plan)) == [(3, None), (4, None)]


def test_tables_beside_one_another_under_the_same_headings_are_each_read(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | | Action | Lead | Due
        3: Publish promotion rates | Head of HR | Q3 | | Fund a disability adviser | Chief Nurse | Q4
        4: Open stretch posts | Head of HR | Q4 | | |
        5: Train the panels | Head of HR | Q4 | | Hold a job fair | Medical Director | Q3
        """
    document = exported(tmp_path, plan)
    assert [(a["action"], [o["name"] for o in a["owners"]]) for a in document["actions"]] == [
        ("Publish promotion rates", ["Head of HR"]),
        ("Open stretch posts", ["Head of HR"]),
        ("Train the panels", ["Head of HR"]),
        ("Fund a disability adviser", ["Chief Nurse"]),
        ("Hold a job fair", ["Medical Director"]),
    ]
    assert document["unplaced"] == []


def test_an_empty_column_inside_a_table_parts_no_table(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | | Next action | Lead | Due
        3: Publish promotion rates | Head of HR | Q3 | | Check the figures | Chief Nurse | Q4
        4: Open stretch posts | Head of HR | Q4 | | |
        """
    assert rows_and_groups(exported(tmp_path, plan)) == [(3, None), (4, None)]


def test_a_line_that_explains_letters_is_no_action_and_explains_them(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due | RAG
        3: Review the leave policy | Head of HR | Q4 | G
        4: R = overdue, A = at risk, G = on track
        """
    document = exported(tmp_path, plan)
    assert rows_and_groups(document) == [(3, None)]
    assert [cell["cell"] for cell in document["unplaced"]] == ["A4"]


def test_a_line_that_says_that_its_group_is_continued_begins_no_other_group(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due
        3: Objective 1 – Fair pay
        4: Publish the pay gap report | Head of HR | Q4
        5: Objective 1 (continued)
        6: Review the bonus scheme | Head of HR | Q4
        """
    document = exported(tmp_path, plan)
    assert [action["ref"] for action in document["actions"]] == ["1.01", "1.02"]
    assert document["unplaced"] == []


BOARD = """
    2: Actions of the team
    4: Leadership
    5: Name | Person | Status | Timeline - Start | Timeline - End
    6: Second round of reverse mentoring for directors | Head of OD | In progress | 2025-09-01 | 2026-01-30
    7: Module on inclusive leadership for new managers | Head of OD | Done | 2025-04-01 | 2025-08-29
    8: | | | {} | 2026-01-30
    10: Recruitment
    11: Name | Person | Status | Timeline - Start | Timeline - End
    12: Guaranteed interviews for people leaving care | Head of HR | Stuck | 2025-06-02 | 2025-10-31
    """


def dates(document: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    return [(action["target"]["start"], action["target"]["due"]) for action in document["actions"]]


def test_a_line_with_the_first_start_and_the_last_end_of_a_group_sums_it_up_and_moves_no_date(tmp_path: Path) -> None:
    document = exported(tmp_path, BOARD.format("2025-04-01"))
    assert dates(document) == [
        ("2025-09-01", "2026-01-30"),
        ("2025-04-01", "2025-08-29"),
        ("2025-06-02", "2025-10-31"),
    ]
    assert {cell["why"] for cell in document["unplaced"]} == {"sums up the rows above it"}


def test_other_dates_below_an_action_are_its_own(tmp_path: Path) -> None:
    assert dates(exported(tmp_path, BOARD.format("2025-10-01")))[1] == ("2025-08-29", "2026-01-30")


def test_the_line_above_the_first_headings_is_a_group_where_every_table_has_one(tmp_path: Path) -> None:
    groups = rows_and_groups(exported(tmp_path, BOARD.format("2025-04-01")))
    assert groups == [(6, "Leadership"), (7, "Leadership"), (12, "Recruitment")]


def test_an_action_that_uses_the_words_of_headings_is_no_row_of_headings(tmp_path: Path) -> None:
    plan = """
        2: No | What will we do? | Who leads? | By when? | Status | Comment
        3: 1.1 | A champion in every ambulance station | JM | 31/03/2026 | In progress | Most have one
        4: 1.2 | Exit interviews for all who leave | SP | by end of Q2 25/26 | No | Nobody to do them
        5: 1.3 | A hearing loop in each control room | JM | 30/01/2026 | In progress | Ordered
        """
    assert [action["row"] for action in exported(tmp_path, plan)["actions"]] == [3, 4, 5]


def test_a_row_of_figures_alone_is_a_sum_and_no_action(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due
        3: Review the leave policy | Head of HR | Q4
        6: 1 | 0 | 0
        """
    document = exported(tmp_path, plan)
    assert [action["row"] for action in document["actions"]] == [3]
    assert {cell["why"] for cell in document["unplaced"]} == {"totals row"}


def test_a_reference_that_is_merged_over_several_actions_is_no_duplicate(tmp_path: Path) -> None:
    plan = """
        2: Risk ref | Action | Lead | Due
        3: R1 | Record the outcome of each complaint | Head of HR | Q4
        4: {} | Train 200 managers in first response | Head of OD | Q4
        5: {} | None required | |
        """
    merged = exported(tmp_path, plan.format("", ""), merged="A3:A4")
    twice = exported(tmp_path, plan.format("R1", "R2"))
    codes = [[found["code"] for found in document["findings"] if found["cell"]] for document in (merged, twice)]
    assert codes == [[], ["duplicate-ref"]]
    assert [len(document["actions"]) for document in (merged, twice)] == [2, 2]


def test_a_year_before_or_after_its_quarter_goes_with_it_and_with_nothing_else(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | {} | {} | Code
        3: Publish the pay gap report for the board | Head of HR | {} | {} | x
        4: Train the managers of wards in pay | Head of OD | {} | {} | x
        """
    halves = [("Q3", "2025/26"), ("Q1", "2026/27")]
    first = exported(tmp_path, plan.format("Year", "Quarter", *(half for pair in halves for half in pair[::-1])))
    last = exported(tmp_path, plan.format("Quarter", "Year", *(half for pair in halves for half in pair)))
    assert dates(first) == dates(last) == [("2025-10-01", "2025-12-31"), ("2026-04-01", "2026-06-30")]


def test_a_bold_row_that_reaches_over_the_plain_owned_rows_below_stands_above_them(tmp_path: Path) -> None:
    plan = """
        2: Task name | Assigned to | Status | Start | Finish
        3: Fair hiring | | In progress | @2025-04-07 | @2026-02-27
        4: Train the interview panels | Head of OD | Completed | @2025-04-07 | @2025-06-30
        5: Publish the shortlists | Head of OD | Not started | @2026-01-05 | @2026-02-27
        """
    told = exported(tmp_path, plan, bolded="A3")
    assert rows_and_groups(told) == [(4, "Fair hiring"), (5, "Fair hiring")]
    assert [item["cell"] for item in told["unplaced"]] == ["C3", "D3", "E3"]
    assert rows_and_groups(exported(tmp_path, plan)) == [(3, None), (4, None), (5, None)]


def test_a_line_that_counts_the_actions_above_it_heads_nothing(tmp_path: Path) -> None:
    plan = """
        2: Action | Lead | Due
        3: Fair hiring
        4: Train the interview panels | Head of OD | Q4
        5: Fair hiring: 0 of 1 complete
        6: Fair pay
        7: Publish the pay gap report | Head of HR | Q4
        8: Fair pay: 0 / 1 actions completed
        """
    assert rows_and_groups(exported(tmp_path, plan, merged="A5:C5 A8:C8")) == [(4, "Fair hiring"), (7, "Fair pay")]


def test_a_numbered_line_that_nobody_owns_stands_above_the_lettered_actions_below_it(tmp_path: Path) -> None:
    plan = """
        2: No | Action | Lead | Due
        3: 1 | Training | |
        4: a | Train the interview panels | Head of OD | Q4
        5: b | Train the ward managers | Head of OD | Q4
        6: 2 | Reporting | |
        7: a | Offer an anonymous form | Head of HR | Q4
        8: b | Publish what was reported | Head of HR | Q4
        """
    groups = [(4, "Training"), (5, "Training"), (7, "Reporting"), (8, "Reporting")]
    assert rows_and_groups(exported(tmp_path, plan)) == groups


def test_a_line_of_counts_by_colour_among_the_actions_heads_none_of_them(tmp_path: Path) -> None:
    plan = """
        2: Ref | Action | Lead | Due | RAG
        3: 1 | Train the interview panels | Head of OD | Q4 | G
        4: 2 | Publish the pay gap report | Head of HR | Q4 | A
        5: Red = 0, Amber = 1, Green = 1
        6: 3 | Offer an anonymous form | Head of HR | Q4 | G
        """
    assert rows_and_groups(exported(tmp_path, plan)) == [(3, None), (4, None), (6, None)]
