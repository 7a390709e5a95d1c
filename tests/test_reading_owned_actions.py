"""Plans that name the lead in brackets at the end of each action, under a heading such as "Action (lead)"."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.reading.evidence import parted_action_and_owner
from edi_reports.recipe import ReadPlan, read_plan
from edi_reports.settings import Settings
from tests.desk_making import save_sheets

Line = tuple[str, ...]
TEXTS = (
    "Publish the pay gap report (Head of EDI)",
    "Train the interview panels (Head of Resourcing, HRBPs)",
    "Write to every leaver (and to their managers) (HR)",
    "Review the leave policy",
)
TOLD = [
    ("Publish the pay gap report", ["Head of EDI"]),
    ("Train the interview panels", ["Head of Resourcing", "HR Business Partners"]),
    ("Write to every leaver (and to their managers)", ["HR"]),
    ("Review the leave policy", []),
]


def read(folder: Path, *lines: Line) -> ReadPlan:
    return read_plan(save_sheets(folder / "plan.xlsx", Plan=lines), Settings())


def told(found: ReadPlan) -> list[tuple[str, list[str]]]:
    return [(action.text, [owner.name for owner in action.owners]) for action in found.plan.actions]


@pytest.mark.parametrize("heading", ["Action (lead)", "Actions (Lead)", "Action (owner)", "Action [lead in brackets]"])
def test_actions_may_name_their_leads_in_brackets_under_a_single_heading(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, ("EDI action plan 2025/26",), (heading,), *((text,) for text in TEXTS))
    assert told(found) == TOLD
    assert found.raw.tally.unaccounted == 0


def test_so_they_may_beside_other_columns(tmp_path: Path) -> None:
    rows = [(str(number), text, "Q4 2025/26") for number, text in enumerate(TEXTS, 1)]
    found = read(tmp_path, ("Ref", "Action (lead)", "Timescale"), *rows)
    assert told(found) == TOLD
    assert found.plan.actions[0].place_of("owner").cell == "B2"
    assert told(read(tmp_path, ("Ref", "Action (lead)"), *(row[:2] for row in rows))) == TOLD


def test_lines_that_head_groups_stay_above_the_actions(tmp_path: Path) -> None:
    found = read(tmp_path, ("Action (lead)",), ("Objective 1: Pay",), *((text,) for text in TEXTS[:3]))
    assert told(found) == TOLD[:3]
    assert str(found.plan.actions[0].group) == "Objective 1: Pay"


def test_beside_a_column_of_owners_the_brackets_are_part_of_the_action(tmp_path: Path) -> None:
    found = read(tmp_path, ("Action (lead)", "Lead"), *((text, "Chief Nurse") for text in TEXTS))
    assert told(found) == [(text, ["Chief Nurse"]) for text in TEXTS]


def test_an_action_lead_without_brackets_is_an_owner(tmp_path: Path) -> None:
    found = read(tmp_path, ("Action", "Action lead"), (TEXTS[0], "Chief Nurse"), (TEXTS[3], "Head of EDI"))
    assert told(found)[0] == (TEXTS[0], ["Chief Nurse"])


def test_a_single_heading_over_texts_that_name_nobody_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="no-plan"):
        read(tmp_path, ("Action (lead)",), *((f"Review the leave policy ({year})",) for year in (2024, 2025)))


@pytest.mark.parametrize(
    "text", ["Review the policy (2024)", "Write to leavers (and to their managers)", "(Head of EDI)", "Publish", "()"]
)
def test_what_ends_in_no_owner_is_all_action(text: str) -> None:
    assert parted_action_and_owner(text) == (text, "")
