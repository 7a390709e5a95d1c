"""Progress told by the numbers of a scale: what a key in the workbook says, else nothing, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_reports.recipe import ReadPlan, read_plan
from edi_reports.settings import Settings
from tests.desk_making import save_sheets

Line = tuple[str, ...]
ACTIONS = ("Publish the pay gap report", "Train the interview panels", "Visit six schools a year", "Write to leavers")
MEANINGS = ("Not started", "In progress, delayed", "In progress, on track", "Nearly complete", "Completed")
AS_LINES = tuple((f"{number} = {meaning}",) for number, meaning in enumerate(MEANINGS, 1))
AS_TABLE = tuple((str(number), meaning) for number, meaning in enumerate(MEANINGS, 1))
BLANK = ("",)


def a_sheet(heading: str, *numbers: str, below: tuple[Line, ...] = (), beside: Line = ()) -> tuple[Line, ...]:
    head = ("Ref", "Action", "Owner", "Target date", heading)
    rows = [(str(at), ACTIONS[at], "Head of EDI", "31/03/2026", number) for at, number in enumerate(numbers)]
    lines = [head, *rows]
    return (*((*line, more) for line, more in zip(lines, beside or [""] * len(lines), strict=True)), *below)


def read(folder: Path, **sheets: tuple[Line, ...]) -> ReadPlan:
    return read_plan(save_sheets(folder / "plan.xlsx", **sheets), Settings())


def states(found: ReadPlan) -> list[str]:
    return [action.progress.state.value for action in found.plan.actions]


@pytest.mark.parametrize("heading", ["Progress rating", "Progress", "Status", "Progress score (0-4)", "RAG rating"])
def test_numbers_that_no_key_explains_are_told_once_at_their_heading(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, Plan=a_sheet(heading, "1", "3", "5", "2"))
    assert set(states(found)) == {"not_stated"}
    (told,) = (one for one in found.findings if "progress" in one.code or "scale" in one.code)
    assert (told.code, told.place and told.place.cell) == ("scale-not-explained", "E1")
    assert f'"{heading}" tells progress by numbers (1, 2, 3, 5), which nothing in the workbook explains' in told.message


@pytest.mark.parametrize(
    ("below", "others"),
    [
        pytest.param((BLANK, *AS_LINES), {}, id="lines below"),
        pytest.param((BLANK, ("Key",), *AS_TABLE), {}, id="a table below"),
        pytest.param((), {"Key": (("Score", "Meaning"), *AS_TABLE)}, id="a sheet of its own"),
    ],
)
def test_numbers_mean_what_the_key_says(
    tmp_path: Path, below: tuple[Line, ...], others: dict[str, tuple[Line, ...]]
) -> None:
    found = read(tmp_path, Plan=a_sheet("Progress rating", "1", "3", "5", "4", below=below), **others)
    assert states(found) == ["not_started", "in_progress", "completed", "in_progress"]
    assert [one.code for one in found.findings] == []


def test_a_heading_may_explain_its_numbers(tmp_path: Path) -> None:
    heading = "Progress rating (0 = complete, 1 = in progress, 2 = not started)"
    assert states(read(tmp_path, Plan=a_sheet(heading, "0", "1", "2"))) == ["completed", "in_progress", "not_started"]


def test_numbers_under_a_heading_that_asks_how_many_per_cent_are_no_scale(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=a_sheet("% complete", "0", "5", "10"))
    assert states(found) == ["not_started", "in_progress", "in_progress"]
    assert [one.code for one in found.findings] == []


def test_a_number_that_the_key_leaves_out_is_told_at_its_cell(tmp_path: Path) -> None:
    key = (BLANK, ("0 = Not started",), ("4 = Complete",))
    found = read(tmp_path, Plan=a_sheet("Progress rating", "0", "4", "2", below=key))
    assert states(found) == ["not_started", "completed", "not_stated"]
    assert [(one.code, one.place and one.place.cell) for one in found.findings] == [("unreadable-progress", "E4")]


def test_words_of_progress_beside_the_numbers_count_and_the_numbers_are_kept(tmp_path: Path) -> None:
    beside = ("Status", "In progress", "Completed")
    found = read(tmp_path, Plan=a_sheet("Progress rating", "1", "3", beside=beside))
    assert states(found) == ["in_progress", "completed"]
    assert found.plan.actions[0].other == (("Progress rating", "1"),)


@pytest.mark.parametrize("heading", ["Priority", "Risk score", "Impact (1-5)"])
def test_numbers_of_something_else_are_no_progress(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, Plan=a_sheet(heading, "1", "3", "5", "2"))
    assert [one.code for one in found.findings] == []
    assert found.plan.actions[0].other == ((heading, "1"),)
