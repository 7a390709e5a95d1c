"""A tracker is the plan it was made from: it reads back, and an edit there changes just what was edited."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from edi_reports.recipe import export_plan, rate_plan, read_plan
from edi_reports.reports.tracker import compose_tracker
from edi_reports.settings import Settings
from edi_reports.writing.excel import write_workbook
from tests.other_plans import PLANS
from tests.test_reading_other_plans import KNOWN_GAPS

INPUT = Path(__file__).parent.parent / "input"
AS_AT = date(2025, 11, 30)
PLACED = ("sheet", "row", "cells")


def a_tracker_of(path: Path, folder: Path) -> Path:
    settings = Settings()
    rated = rate_plan(read_plan(path, settings), AS_AT, settings)
    tracker = folder / "tracker.xlsx"
    tracker.write_bytes(write_workbook(compose_tracker(rated)))
    return tracker


def told(path: Path) -> list[dict[str, Any]]:
    """What a plan says of its actions, without where it stands in this workbook and how it came to be understood."""
    actions = []
    for action in export_plan(path, AS_AT)["actions"]:
        kept = {key: value for key, value in action.items() if key not in PLACED}
        kept["progress"] = action["progress"]["state"]
        kept["target"] = {key: value for key, value in action["target"].items() if key != "assumed"}
        kept["owners"] = [(owner["name"], owner["part"]) for owner in action["owners"]]
        actions.append(kept)
    return actions


def counted(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [action for action in actions if action["pointer_to"] is None]


def pointers(actions: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(a["ref"], a["action"], a["pointer_to"]) for a in actions if a["pointer_to"] is not None]


@pytest.mark.parametrize("path", sorted(INPUT.glob("2025-*.xlsx")), ids=lambda path: path.name[:7])
def test_the_tracker_of_the_trusts_plan_reads_back_as_that_plan(path: Path, tmp_path: Path) -> None:
    assert told(a_tracker_of(path, tmp_path)) == told(path)


UNREAD = {name for name, gaps in KNOWN_GAPS.items() if any(gap.startswith("read at") for gap in gaps)}


@pytest.mark.parametrize(
    "make", [make for make in PLANS if make.__name__ not in UNREAD], ids=lambda make: make.__name__
)
def test_the_tracker_of_any_plan_reads_back_as_that_plan(make: Any, tmp_path: Path) -> None:
    name, data, truth = make()
    if truth.refused:
        return
    path = tmp_path / name
    path.write_bytes(data)
    before, after = told(path), told(a_tracker_of(path, tmp_path))
    assert counted(after) == counted(before)
    assert pointers(after) == pointers(before)


def test_editing_one_progress_cell_changes_that_actions_progress_and_nothing_else(tmp_path: Path) -> None:
    tracker = a_tracker_of(max(INPUT.glob("2025-*.xlsx")), tmp_path)
    before = told(tracker)
    book = openpyxl.load_workbook(tracker)
    sheet = book["Actions"]
    headings = {cell.value: number for number, cell in enumerate(sheet[3], 1)}
    sheet.cell(4 + 18, headings["Progress"]).value = "Completed"
    data = io.BytesIO()
    book.save(data)
    tracker.write_bytes(data.getvalue())
    after = told(tracker)
    changed = [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert changed == [18]
    assert {key for key in after[18] if after[18][key] != before[18][key]} == {"progress", "rag", "reason"}
