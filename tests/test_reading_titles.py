"""What a plan is called: by its titles, its cover, its sheet or its file, whichever tells it from others."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_reports.recipe import export_plan
from tests.other_plans_truth import a_workbook, draw, heading, saved
from tests.plan_examination import AS_AT

ROWS = """
    3: Action | Lead | Due
    4: Publish the report of {sheet} | Head of HR | Q4 2025/26
    5: Train {sheet} | HR | Q4 2025/26
    """
COVER = "Cover: "


def called(folder: Path, file: str, **titles: str) -> str:
    """The title of a plan with a sheet for each of these names, below these titles; "Cover: …" stands on one alone."""
    book, sheets = a_workbook(*(name.replace("_", " ") for name in titles))
    for sheet, line in zip(sheets, titles.values(), strict=True):
        draw(sheet, f"1: {line.removeprefix(COVER)}")
        if not line.startswith(COVER):
            draw(sheet, ROWS.format(sheet=sheet.title))
            heading(sheet, 3)
    path = folder / file
    path.write_bytes(saved(book))
    title: str = export_plan(path, AS_AT)["workbook"]["title"]
    return title


def test_a_plan_of_one_sheet_has_the_title_above_it(tmp_path: Path) -> None:
    assert called(tmp_path, "v7 FINAL.xlsx", Plan="Inclusion plan 2025/26") == "Inclusion plan 2025/26"


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("WRES action plan 2025/26", "WRES action plan 2025/26", "WRES action plan 2025/26"),
        ("Objectives (2025)", "Objectives (2025)", "Objectives (2025)"),
        ("Inclusion plan 2025/26", "Closed", "Inclusion plan 2025/26"),
        (
            "Equality plan 2025/26 - Objective 1: Health",
            "Equality plan 2025/26 - Objective 2: Work",
            "Equality plan 2025/26",
        ),
        ("Delivery of our plan: year 1", "Delivery of our plan: year 2", "Delivery of our plan"),
        ("Pay gap actions 2024/25", "Pay gap actions 2025/26", "Pay gap actions"),
    ],
)
def test_a_plan_of_several_sheets_has_the_title_that_they_share(
    tmp_path: Path, first: str, second: str, title: str
) -> None:
    assert called(tmp_path, "v7 FINAL.xlsx", One=first, Two=second) == title


def test_a_plan_whose_sheets_share_no_title_is_called_by_its_cover_or_its_file(tmp_path: Path) -> None:
    two = {"WRES": "WRES action plan", "WDES": "WDES action plan"}
    assert called(tmp_path, "Workforce equality.xlsx", **two) == "Workforce equality"
    assert called(tmp_path, "v7.xlsx", About=f"{COVER}Workforce plan 2025/26", **two) == "Workforce plan 2025/26"


@pytest.mark.parametrize(
    ("sheet", "file", "title"),
    [
        ("Inclusion_plan", "v7 FINAL.xlsx", "Inclusion plan"),
        ("Charter", "Sexual safety charter.xlsx", "Sexual safety charter"),
        ("Charter", "v7.xlsx", "Charter"),
        ("owssvr", "EDS actions.xlsx", "EDS actions"),
        ("Sheet1", "plan.xlsx", "plan"),
    ],
)
def test_a_plan_without_a_title_is_called_by_its_sheet_or_its_file(
    tmp_path: Path, sheet: str, file: str, title: str
) -> None:
    assert called(tmp_path, file, **{sheet: ""}) == title


def test_the_line_that_names_the_separator_of_a_text_file_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "Inclusion plan.csv"
    path.write_text("sep=;\nAction;Lead;Due\nTrain, then publish;HR;Q4 2025/26\nOpen a room;HR;Q4 2025/26\n")
    document = export_plan(path, AS_AT)
    assert document["workbook"]["title"] == "Inclusion plan"
    assert [action["action"] for action in document["actions"]] == ["Train, then publish", "Open a room"]
