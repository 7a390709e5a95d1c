"""A workbook with a sheet for each month: copies of one plan, of which the newest counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from edi_reports.recipe import export_plan
from tests.other_plans_truth import a_workbook, draw, heading, saved
from tests.plan_examination import AS_AT

ACTIONS = ("Publish the pay gap report", "Train the interview panels", "Review the leave policy")
OTHERS = ("Write to every leaver", "Visit six schools", "Open a quiet room")


def exported(folder: Path, **sheets: tuple[str, ...]) -> dict[str, Any]:
    book, made = a_workbook(*(name.replace("_", " ") for name in sheets))
    for sheet, actions in zip(made, sheets.values(), strict=True):
        draw(sheet, "1: Inclusion action plan 2025/26\n2: Action | Lead | Due")
        draw(sheet, "\n".join(f"{row}: {text} | Head of HR | Q4" for row, text in enumerate(actions, 3)))
        heading(sheet, 2)
    path = folder / "plan.xlsx"
    path.write_bytes(saved(book))
    return export_plan(path, AS_AT)


def read_from(document: dict[str, Any]) -> set[str]:
    return {action["sheet"] for action in document["actions"]}


def test_of_monthly_copies_the_newest_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    moved = (*ACTIONS[:2], "Open a quiet room")
    document = exported(tmp_path, Nov_25=moved, Oct_25=ACTIONS, Jan_26=moved)
    assert read_from(document) == {"Jan 26"}
    assert {f["sheet"] for f in document["findings"] if f["code"] == "sheet-set-aside"} == {"Nov 25", "Oct 25"}


def test_months_with_actions_of_their_own_are_all_read(tmp_path: Path) -> None:
    assert read_from(exported(tmp_path, Oct_25=ACTIONS, Nov_25=OTHERS)) == {"Oct 25", "Nov 25"}


def test_sheets_that_differ_in_more_than_the_month_are_all_read(tmp_path: Path) -> None:
    assert read_from(exported(tmp_path, North_Oct_25=ACTIONS, South_Nov_25=ACTIONS)) == {"North Oct 25", "South Nov 25"}
