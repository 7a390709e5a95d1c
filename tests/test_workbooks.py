"""Which workbook of the input folder is the month's, and which came before it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.workbooks import earlier_workbooks, newest_workbook
from tests.desk_making import save_plan

NOVEMBER = date(2025, 11, 30)


def put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


@pytest.mark.parametrize(
    "names",
    [
        ("2025-05 plan.xlsx", "2025-10 plan v3 FINAL.xlsx", "2025-07 plan.xlsx"),
        ("EDI 202505.xlsx", "EDI 2025_10.xlsx", "EDI 2025.07.xlsx"),
        ("2025-05 plan.xlsx", "plan 2025 10.csv", "WDES 2024-25.xlsx"),
    ],
    ids=lambda names: names[1],
)
def test_the_latest_month_in_a_name_is_the_newest(names: tuple[str, ...], tmp_path: Path) -> None:
    assert newest_workbook(put(tmp_path, *names), NOVEMBER).name == names[1]


def test_a_workbook_named_for_a_later_month_is_left_aside(tmp_path: Path) -> None:
    put(tmp_path, "2025-05 plan.xlsx", "2025-07 plan.xlsx", "2025-10 plan.xlsx")
    chosen = {month: newest_workbook(tmp_path, date(2025, month, 1)).name[:7] for month in (5, 6, 7, 9, 10, 12)}
    assert chosen == {5: "2025-05", 6: "2025-05", 7: "2025-07", 9: "2025-07", 10: "2025-10", 12: "2025-10"}


def test_where_all_are_named_for_later_months_the_newest_is_taken(tmp_path: Path) -> None:
    put(tmp_path, "2025-12 plan.xlsx", "2026-01 plan.xlsx")
    assert newest_workbook(tmp_path, NOVEMBER).name == "2026-01 plan.xlsx"


def test_without_a_month_in_its_name_a_workbook_counts_by_when_it_says_it_was_saved(tmp_path: Path) -> None:
    put(tmp_path, "2025-10 plan.xlsx")
    saved_now = save_plan(tmp_path / "plan.xlsx")
    os.utime(saved_now, (0, 0))
    assert newest_workbook(tmp_path, NOVEMBER) == saved_now


def test_settings_owner_files_hidden_files_and_other_formats_are_no_plans(tmp_path: Path) -> None:
    put(
        tmp_path, "settings.xlsx", "~$2025-11 plan.xlsx", ".2025-11 plan.xlsx", "2025-11 plan.docx", "2025-10 plan.XLSX"
    )
    assert newest_workbook(tmp_path, NOVEMBER).name == "2025-10 plan.XLSX"


@pytest.mark.parametrize("folder", [".", "nowhere", "a file"])
def test_where_there_is_no_workbook_the_folder_is_named(folder: str, tmp_path: Path) -> None:
    put(tmp_path, "a file")
    with pytest.raises(CannotContinue) as refused:
        newest_workbook(tmp_path / folder, NOVEMBER)
    assert refused.value.finding.code == "no-workbook"
    assert str(tmp_path / folder) in refused.value.finding.message


def test_earlier_workbooks_stand_for_the_last_day_of_their_month(tmp_path: Path) -> None:
    put(tmp_path, "2025-10 plan.xlsx", "2025-07 plan.xlsx", "2024-02 plan.xlsx", "2025-11 plan.xlsx", "undated.csv")
    found = earlier_workbooks(tmp_path, tmp_path / "2025-10 plan.xlsx")
    assert [(path.name[:7], day) for path, day in found] == [
        ("2024-02", date(2024, 2, 29)),
        ("2025-07", date(2025, 7, 31)),
    ]


def test_a_workbook_from_elsewhere_has_no_earlier_ones(tmp_path: Path) -> None:
    put(tmp_path, "2025-07 plan.xlsx")
    (tmp_path / "elsewhere").mkdir()
    put(tmp_path / "elsewhere", "2025-10 plan.xlsx")
    assert earlier_workbooks(tmp_path, tmp_path / "elsewhere" / "2025-10 plan.xlsx") == []


def test_a_folder_that_may_not_be_read_is_said_to_be_closed_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    put(tmp_path, "2025-05 plan.xlsx")
    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(CannotContinue, match="permission denied"):
        newest_workbook(tmp_path, NOVEMBER)
