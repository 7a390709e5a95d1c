"""What is asked about a plan after a month was issued says what the papers of the month say."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.test_cli import AS_AT, OCTOBER, ROOT, a_tidy_plan, run

PLAN = Path("input") / OCTOBER.name


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with three versions of a plan, in the last of which rows have changed places, and a month issued."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "input").mkdir()
    for workbook in (ROOT / "input").glob("2025-*.xlsx"):
        shutil.copy(workbook, folder / "input")
    assert run("month", *AS_AT, "--input", folder / "input", "--output", folder / "output").exit_code == 1
    return folder


@pytest.fixture
def at_the_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(desk)
    return desk / "output" / "2025-11"


def issued_actions(month: Path) -> list[dict[str, Any]]:
    actions: list[dict[str, Any]] = json.loads((month / "plan.json").read_text(encoding="utf-8"))["actions"]
    return actions


def own_refs(*arguments: str | Path) -> dict[int, str]:
    return {each["row"]: each["ref"] for each in json.loads(run("export", *arguments).stdout)["actions"]}


def explained(*arguments: str | Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run("explain", *arguments, *AS_AT, "--format", "json").stdout)
    return document


def test_explain_finds_every_ref_of_the_papers(at_the_desk: Path) -> None:
    actions = issued_actions(at_the_desk)
    assert {each["row"]: each["ref"] for each in actions} != own_refs(PLAN)
    for each in actions:
        document = explained(PLAN, each["ref"])
        assert (document["row"], document["rag"], document["reason"]) == (each["row"], each["rag"], each["reason"])


def test_the_tracker_and_a_paper_made_alone_are_those_that_were_issued(at_the_desk: Path, tmp_path: Path) -> None:
    for name, asked in (("tracker.xlsx", ("tracker",)), ("paper.docx", ("paper", "--committee", "Trust Board"))):
        told = run(*asked, PLAN, *AS_AT, "-o", tmp_path / name).stdout
        assert told == f"Written: {tmp_path / name}\n"
    assert (tmp_path / "tracker.xlsx").read_bytes() == (at_the_desk / "2025-11 EDI tracker.xlsx").read_bytes()
    assert (tmp_path / "paper.docx").read_bytes() == (at_the_desk / "2025-11 Trust Board paper.docx").read_bytes()


def test_settings_that_lie_elsewhere_change_nothing_of_the_past(at_the_desk: Path, tmp_path: Path) -> None:
    elsewhere = ("--settings", tmp_path / "settings.xlsx")
    run("init", "-o", elsewhere[1])
    for each in issued_actions(at_the_desk):
        document = explained(PLAN, each["ref"], *elsewhere)
        assert (document["row"], document["reason"]) == (each["row"], each["reason"])


def test_a_pack_shows_the_refs_of_the_papers_and_finds_its_place_when_it_comes_back(
    at_the_desk: Path, tmp_path: Path
) -> None:
    pack, report = tmp_path / "pack.xlsx", tmp_path / "report.xlsx"
    run("pack", PLAN, *AS_AT, "--owner", "Head of Resourcing", "-o", pack)
    book = openpyxl.load_workbook(pack)
    rows = list(book.worksheets[0].iter_rows(min_row=4, values_only=True))
    issued = {each["ref"]: each["action"] for each in issued_actions(at_the_desk)}
    assert rows
    assert all(issued[str(row[0])] == row[1] for row in rows)
    book.worksheets[0].cell(4, 7).value = "Completed"
    book.save(pack)
    assert run("collect", pack, "--plan", PLAN, *AS_AT, "--into", report).exit_code == 0
    returned = openpyxl.load_workbook(io.BytesIO(report.read_bytes())).worksheets[0]
    assert any(cell.value == "To apply" for row in returned.iter_rows() for cell in row)


def test_a_moved_date_is_no_more_green_in_a_forecast_than_in_the_papers(at_the_desk: Path) -> None:
    moved = {each["ref"] for each in issued_actions(at_the_desk) if each["target"]["original_due"] == "2025-12-31"}
    foreseen = run("forecast", PLAN, "--as-at", "2026-01-15", "--until", "2026-03-31", "--format", "json")
    before = {turn["ref"]: turn["before"] for turn in json.loads(foreseen.stdout)["turns"]}
    assert {before.get(ref, "amber") for ref in moved} == {"amber"}
    assert "Amber: Re-dated from" in run("explain", PLAN, min(moved), "--as-at", "2026-01-15").stdout


@pytest.mark.skipif(os.name != "posix", reason="links are made so on POSIX systems only")
def test_months_on_a_drive_that_is_not_there_are_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "drive").symlink_to("unplugged")
    refused = run("forecast", OCTOBER, *AS_AT, "--until", "2026-06-30", "--months", tmp_path / "drive")
    assert (refused.exit_code, "it is no folder, or leads to none" in refused.stderr) == (3, True)


def test_before_a_month_is_issued_the_refs_are_the_workbooks_own(tmp_path: Path) -> None:
    refs = own_refs(OCTOBER)
    nowhere = ("--months", tmp_path / "output")
    assert all(explained(OCTOBER, ref, *nowhere)["row"] == row for row, ref in refs.items())


def test_a_plan_from_elsewhere_keeps_its_own_refs(at_the_desk: Path, tmp_path: Path) -> None:
    plan = a_tidy_plan(tmp_path / "other.xlsx", ("", "Open a prayer room", "Head of Estates", "Q4", "In progress", ""))
    (ref,) = own_refs(plan).values()
    assert explained(plan, ref)["cells"]["action"][0]["text"] == "Open a prayer room"
