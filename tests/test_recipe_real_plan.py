"""Back tests on the trust's own plan: three versions of the workbook, and the extract from which it was built."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from edi_reports.recipe import export_plan

INPUT = Path(__file__).parent.parent / "input"
EXTRACT = Path(__file__).parent / "plans" / "combined action plan extract.txt"
MAY, JULY, OCTOBER = sorted(INPUT.glob("2025-*.xlsx"))
AS_AT = date(2025, 11, 30)


def exported(path: Path) -> list[dict[str, Any]]:
    return list(export_plan(path, AS_AT)["actions"])


def by_row(path: Path) -> dict[int, dict[str, Any]]:
    return {action["row"]: action for action in exported(path)}


@pytest.mark.parametrize(
    ("path", "count"), [(MAY, 28), (JULY, 28), (OCTOBER, 31), (EXTRACT, 28)], ids=lambda v: str(v)[-30:]
)
def test_every_action_of_the_plan_is_read_and_every_cell_accounted_for(path: Path, count: int) -> None:
    document = export_plan(path, AS_AT)
    assert len(document["actions"]) == count
    tally = document["tally"]
    assert tally["cells"] == sum(tally[part] for part in ("title", "key", "heading", "group", "action", "unplaced"))


def test_the_extract_with_its_html_reads_to_the_same_actions_as_the_may_workbook() -> None:
    fields = ("ref", "group", "action", "owners", "target", "frameworks", "stated_rag", "rag", "reason", "context")

    def told(path: Path) -> list[dict[str, Any]]:
        return [{field: action[field] for field in fields} | {"other": action["other"]} for action in exported(path)]

    for extract, workbook in zip(told(EXTRACT), told(MAY), strict=True):
        assert _plain(extract) == _plain(workbook)


def _plain(action: dict[str, Any]) -> str:
    """The extract parts owners by spaces where the workbook has lines, and the other way round."""
    return " ".join(json.dumps(action, ensure_ascii=False).replace("\\n", " ").split())


def test_the_keys_colours_give_the_progress_of_july() -> None:
    states = Counter(action["progress"]["state"] for action in exported(JULY))
    assert states == {"in_progress": 14, "completed": 4, "not_started": 2, "not_stated": 8}


def test_no_colour_in_may_means_that_nothing_is_stated() -> None:
    assert {action["progress"]["from"] for action in exported(MAY)} == {"none"}


def test_theme_colours_and_near_shades_of_october_are_read_through_the_key() -> None:
    rows = by_row(OCTOBER)
    assert rows[7]["progress"] == {"state": "in_progress", "from": "fill", "as_written": "F79646"}
    assert rows[13]["progress"]["state"] == "in_progress"
    assert rows[5]["progress"]["state"] == "completed"
    said = {found["cell"] for found in export_plan(OCTOBER, AS_AT)["findings"] if found["code"].endswith("-fill")}
    assert {"I5", "I7", "I13"} <= said


@pytest.mark.parametrize(
    ("row", "kind", "start", "due"),
    [
        (17, "dated", "2026-01-01", "2026-03-31"),
        (18, "conditional", None, None),
        (19, "ongoing", "2025-10-01", None),
        (23, "dated", "2026-01-30", "2026-01-30"),
        (24, "range", "2025-04-01", "2026-03-31"),
        (25, "range", "2025-10-01", "2026-03-31"),
        (42, "dated", "2025-12-31", "2025-12-31"),
        (43, "undecided", None, None),
        (44, "ongoing", None, None),
    ],
)
def test_every_kind_of_target_in_october_is_understood(row: int, kind: str, start: str | None, due: str | None) -> None:
    target = by_row(OCTOBER)[row]["target"]
    assert (target["kind"], target["start"], target["due"]) == (kind, start, due)


@pytest.mark.parametrize(
    ("row", "owners"),
    [
        (5, ["Medical Director", "Chief Nursing Officer"]),
        (6, ["Deputy Chief Executive"]),
        (17, ["Head of Resourcing", "Head of EDI", "Head of Employee Relations"]),
        (22, ["Head of Resourcing", "Head of EDI"]),
        (26, ["Head of Medical Staffing", "Head of Employee Relations", "Women's Network"]),
        (29, ["Medical Director", "Head of Leadership Development and Training"]),
        (32, ["Director of Workforce and Organisational Development", "Head of EDI"]),
        (42, ["Director of Workforce and Organisational Development", "Head of Employee Relations"]),
    ],
)
def test_owners_are_parted_and_named_alike_however_they_were_typed(row: int, owners: list[str]) -> None:
    assert [owner["name"] for owner in by_row(OCTOBER)[row]["owners"]] == owners


def test_the_bold_line_among_the_actions_is_a_heading_and_no_action() -> None:
    rows = by_row(OCTOBER)
    assert 27 not in rows
    assert rows[29]["context"] == "Promote career development"
    assert rows[30]["context"] is None


def test_text_that_begins_with_an_equals_sign_is_text() -> None:
    assert by_row(OCTOBER)[44]["action"].startswith("=Review of violence")


def test_the_quarter_that_has_passed_is_red_with_its_reason() -> None:
    action = by_row(OCTOBER)[26]
    assert (action["rag"], action["reason"]) == ("red", "Overdue by 61 days (due 30 September 2025)")


def test_group_level_columns_are_given_to_each_action() -> None:
    rows = by_row(OCTOBER)
    assert rows[5]["other"].keys() == {"Description", "NHSE Success metrics"}
    assert rows[5]["other"] == rows[17]["other"]


def test_a_framework_without_a_domain_goes_to_both_committees() -> None:
    rows = by_row(OCTOBER)
    assert rows[5]["committees"] == ["People Committee", "Quality Committee", "Equality Group", "Trust Board"]
    assert rows[14]["committees"] == ["People Committee", "Equality Group", "Trust Board"]
