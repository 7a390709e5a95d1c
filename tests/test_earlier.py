"""What came before a month: refs that last, the first date ever seen, and the same result in whatever order."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from edi_reports.earlier import find_past
from edi_reports.model.period import ReportingMonth
from edi_reports.month import Desk, Issue
from edi_reports.workbooks import earlier_workbooks
from tests.desk_making import BOARD_ONLY, a_desk, issue, reports_in, save_plan
from tests.paper_reading import as_prose

MAY, JULY, OCTOBER = date(2025, 5, 31), date(2025, 7, 31), date(2025, 10, 31)
MONTHS = (MAY, JULY, OCTOBER)

PAY_GAP, SPONSORS, PRAYER, PANELS, SIGNS = (
    "Publish the ethnicity pay gap report with an action plan",
    "Give every staff network an executive sponsor",
    "Open a prayer room on each site",
    "Train every panel chair in inclusive recruitment",
    "Put up signs in the five languages most spoken by patients",
)


def an_action(text: str, target: str, status: str = "In progress") -> tuple[str, ...]:
    return text, "Head of EDI", target, status, "WRES"


VERSIONS = {
    MAY: (
        an_action(PAY_GAP, "31 March 2026"),
        an_action(SPONSORS, "30 September 2025"),
        an_action(PRAYER, "30 June 2025"),
        an_action(PANELS, "31 March 2026", "Not started"),
    ),
    JULY: (
        an_action(SIGNS, "31 January 2026"),
        an_action(PAY_GAP, "31 March 2026"),
        an_action(SPONSORS, "31 December 2025"),
        an_action(PANELS, "31 March 2026"),
    ),
    OCTOBER: (
        an_action(PANELS, "31 March 2026", "Completed"),
        an_action(SPONSORS, "30 March 2026"),
        an_action(SIGNS, "31 January 2026"),
        an_action(PAY_GAP, "31 March 2026"),
    ),
}


def name_of(day: date) -> str:
    return f"{day:%Y-%m} plan.xlsx"


def put(desk: Desk, *days: date) -> None:
    for day in days:
        save_plan(desk.input / name_of(day), *VERSIONS[day])


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with all three workbooks in its input folder."""
    desk = a_desk(tmp_path_factory.mktemp("desk"))
    put(desk, *MONTHS)
    return desk


def issued_in(order: tuple[date, ...], workbooks: Desk, output: Path) -> dict[str, dict[str, bytes]]:
    """All files of each month, issued in this order from the same input folder."""
    desk = Desk(workbooks.input, output, workbooks.templates)
    for day in order:
        issue(desk, day)
    return {f"{day:%Y-%m}": reports_in(output / f"{day:%Y-%m}") for day in MONTHS}


@pytest.fixture(scope="module")
def in_order(workbooks: Desk) -> dict[str, dict[str, bytes]]:
    return issued_in(MONTHS, workbooks, workbooks.output)


def actions_of(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """The actions of a month's plan.json by their text."""
    return {action["action"]: action for action in json.loads(files["plan.json"])["actions"]}


def refs_of(files: dict[str, bytes]) -> dict[str, str]:
    return {text: action["ref"] for text, action in actions_of(files).items()}


# In whatever order


@pytest.mark.parametrize(
    "order",
    [(OCTOBER, JULY, MAY), (JULY, OCTOBER, MAY), (MAY, OCTOBER, JULY)],
    ids=["newest first", "oldest last", "middle last"],
)
def test_months_come_out_the_same_in_whatever_order_they_are_issued(
    order: tuple[date, ...], in_order: dict[str, dict[str, bytes]], workbooks: Desk, tmp_path: Path
) -> None:
    assert issued_in(order, workbooks, tmp_path) == in_order


def test_running_months_again_when_later_workbooks_and_issues_are_there_changes_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    for day in MONTHS:
        put(desk, day)
        assert not issue(desk, day).unchanged
    assert [issue(desk, day).unchanged for day in MONTHS] == [True, True, True]


# Refs


def test_a_ref_stays_with_its_action_and_is_never_given_to_another(in_order: dict[str, dict[str, bytes]]) -> None:
    may, july, october = (refs_of(in_order[month]) for month in ("2025-05", "2025-07", "2025-10"))
    assert {text: july[text] for text in may if text in july} == {text: may[text] for text in may if text in july}
    assert october == july
    assert july[SIGNS] not in may.values()


def test_a_month_issued_without_an_older_workbook_keeps_its_refs_when_that_turns_up(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    put(desk, JULY)
    july = issue(desk, JULY)
    put(desk, MAY, OCTOBER)
    issue(desk, MAY)
    october = issue(desk, OCTOBER)
    assert refs_of(dict(october.files)) == refs_of(dict(july.files))
    assert actions_of(dict(october.files))[SPONSORS]["target"]["original_due"] == "2025-09-30"


# Dates


def test_the_first_due_day_ever_seen_stays_with_its_action(in_order: dict[str, dict[str, bytes]]) -> None:
    targets = {month: actions_of(files)[SPONSORS]["target"] for month, files in in_order.items()}
    assert [(target["due"], target["original_due"]) for target in targets.values()] == [
        ("2025-09-30", None),
        ("2025-12-31", "2025-09-30"),
        ("2026-03-30", "2025-09-30"),
    ]


def test_a_date_that_moved_twice_says_so_in_tracker_and_paper(in_order: dict[str, dict[str, bytes]]) -> None:
    files = in_order["2025-10"]
    book = openpyxl.load_workbook(io.BytesIO(files["2025-10 EDI tracker.xlsx"]))
    cells = [str(cell.value) for row in book["Actions"].iter_rows() for cell in row]
    assert "Moved 2 times, 181 days in all; first due 30 September 2025" in cells
    paper = as_prose(files["2025-10 Trust Board paper.docx"])
    row = next(line for line in paper.splitlines() if "Moved 2 times, 181 days in all" in line)
    assert SPONSORS in row
    assert "30 September 2025" in row


def test_a_paper_tells_what_happened_since_the_version_before(in_order: dict[str, dict[str, bytes]]) -> None:
    paper = as_prose(in_order["2025-10"]["2025-10 Trust Board paper.docx"])
    ref = refs_of(in_order["2025-10"])[PANELS]
    assert f"Since 31 July 2025: 1 action completed ({ref})" in paper
    july = as_prose(in_order["2025-07"]["2025-07 Trust Board paper.docx"])
    gone = refs_of(in_order["2025-05"])[PRAYER]
    assert f"1 taken out of the plan ({gone})" in july


# What cannot be read


def test_an_earlier_workbook_that_cannot_be_read_is_a_warning_and_the_month_goes_on(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    put(desk, MAY, OCTOBER)
    (desk.input / name_of(JULY)).write_bytes(b"%PDF-1.4")
    issued: Issue = issue(desk, OCTOBER)
    (warning,) = (found for found in issued.findings if found.code == "earlier-not-read")
    assert (warning.severity, str(warning.place)) == ("warning", name_of(JULY))
    assert "PDF" in warning.message
    assert actions_of(dict(issued.files))[SPONSORS]["target"]["original_due"] == "2025-09-30"


def test_a_workbook_that_was_issued_counts_once_and_as_it_was_issued(workbooks: Desk, tmp_path: Path) -> None:
    desk = Desk(workbooks.input, tmp_path, workbooks.templates)
    issue(desk, date(2025, 5, 12))
    found = earlier_workbooks(desk.input, desk.input / name_of(OCTOBER))
    past = find_past(desk.output, ReportingMonth.of(OCTOBER), found, BOARD_ONLY)
    assert [(version.as_at, version.plan.source.name) for version in past.versions] == [
        (date(2025, 5, 12), name_of(MAY)),
        (JULY, name_of(JULY)),
    ]
    assert [name for name, _ in past.inputs] == ["2025-05/plan.json", name_of(JULY)]


def test_a_month_that_was_replaced_and_kept_is_no_earlier_version(workbooks: Desk, tmp_path: Path) -> None:
    desk = Desk(workbooks.input, tmp_path, workbooks.templates)
    issue(desk, MAY)
    issue(desk, MAY, replace=True)
    past = find_past(desk.output, ReportingMonth.of(JULY), [], BOARD_ONLY)
    assert [version.as_at for version in past.versions] == [MAY]
