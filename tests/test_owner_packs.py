"""Packs on their way to an owner and back, as files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from edi_reports.model.action import ProgressState
from edi_reports.model.owner import OwnerKind, RegisteredOwner
from edi_reports.model.owner_pack import ACTIONS, PackHeading, Proposal, Returns, Verdict
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.owner_packs import collect_packs, file_names, make_packs
from edi_reports.reading.markup import clean_text
from edi_reports.reading.opening import FileKind, OpenedFile
from edi_reports.reading.owner_pack import read_owner_pack
from edi_reports.reports.briefing import owners_to_brief
from edi_reports.reports.owner_pack import compose_owner_pack
from edi_reports.reports.returns import compose_returns, returns_in_words
from edi_reports.writing.excel import write_workbook
from tests.plan_making import a_plan, an_action, rated

HEADING_ROW = 3


def the_plan() -> RatedPlan:
    return rated(
        a_plan(
            an_action(
                "Publish the report:\n• by sex\n• by ethnicity", ref="1.01", row=5, update="Draft with the Board"
            ),
            an_action("=Review R&D <each> & 👍🏽", ref="1.02", row=6, state=ProgressState.NOT_STARTED),
            an_action("Somebody else's", ref="1.03", row=7, owners=("Chief Nurse",)),
        )
    )


def returned(folder: Path, change: Callable[[Workbook], None], owner: str = "Head of EDI") -> Path:
    """A pack as an owner would send it back."""
    book = openpyxl.load_workbook(io.BytesIO(make_packs(owners_to_brief(the_plan()))[owner]))
    change(book)
    path = folder / f"{owner} pack.xlsx"
    book.save(path)
    return path


def put(book: Workbook, row: int, heading: PackHeading, text: str) -> None:
    """Write into the nth action's cell of that heading."""
    sheet = book[ACTIONS]
    column = next(cell.column for cell in sheet[HEADING_ROW] if cell.value == heading)
    sheet.cell(HEADING_ROW + row, column).value = text


def test_a_pack_holds_only_the_owners_own_actions() -> None:
    packs = make_packs(owners_to_brief(the_plan()))
    assert list(packs) == ["Head of EDI", "Chief Nurse"]
    sheet = openpyxl.load_workbook(io.BytesIO(packs["Head of EDI"]))[ACTIONS]
    assert [sheet.cell(HEADING_ROW + n, 1).value for n in (1, 2, 3)] == ["1.01", "1.02", None]


def test_only_progress_and_update_can_be_changed() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(make_packs(owners_to_brief(the_plan()))["Head of EDI"]))[ACTIONS]
    assert sheet.protection.sheet
    headings = [cell.value for cell in sheet[HEADING_ROW]]
    cells = zip(headings, sheet[HEADING_ROW + 1], strict=True)
    assert {heading for heading, cell in cells if not cell.protection.locked} == {
        PackHeading.PROGRESS,
        PackHeading.UPDATE,
    }
    letters = (get_column_letter(number) for number in range(1, len(headings) + 1))
    shown = [
        heading for heading, letter in zip(headings, letters, strict=True) if not sheet.column_dimensions[letter].hidden
    ]
    assert shown == list(PackHeading)[:8]


def test_what_comes_back_unchanged_proposes_nothing(tmp_path: Path) -> None:
    returns, _ = collect_packs([returned(tmp_path, lambda book: None)], the_plan())
    assert (returns.proposals, returns.findings) == ((), ())
    assert returns.silent == ("Chief Nurse",)


def test_what_an_owner_changed_is_proposed_with_both_cells(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, 1, PackHeading.UPDATE, "Published.\nNext: actions")
        put(book, 2, PackHeading.PROGRESS, "Completed")

    returns, report = collect_packs([returned(tmp_path, change)], the_plan())
    assert [(each.ref, each.field, each.sent, each.returned, each.verdict) for each in returns.proposals] == [
        ("1.01", "update", "Draft with the Board", "Published.\nNext: actions", Verdict.APPLY),
        ("1.02", "progress", "Not started", "Completed", Verdict.APPLY),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(report))["Proposed changes"]
    row = {heading.value: cell.value for heading, cell in zip(sheet[HEADING_ROW], sheet[HEADING_ROW + 2], strict=True)}
    assert (row["Verdict"], row["Returned"], row["Cell to change"]) == ("To apply", "Completed", "Plan, row 6")
    assert row["Returned in"] == "Head of EDI pack.xlsx, Your actions!G5"


def test_rows_may_be_sorted_without_losing_their_place(tmp_path: Path) -> None:
    def swap(book: Workbook) -> None:
        put(book, 1, PackHeading.PROGRESS, "Completed")
        sheet = book[ACTIONS]
        rows = [[cell.value for cell in sheet[HEADING_ROW + n]] for n in (1, 2)]
        for n, values in zip((2, 1), rows, strict=True):
            for column, value in enumerate(values, 1):
                sheet.cell(HEADING_ROW + n, column).value = value

    returns, _ = collect_packs([returned(tmp_path, swap)], the_plan())
    assert [(each.ref, each.returned) for each in returns.proposals] == [("1.01", "Completed")]


@pytest.mark.parametrize("heading", [PackHeading.SENT_REF, PackHeading.ACTION, PackHeading.SENT_PROGRESS])
def test_a_row_whose_protected_cells_were_changed_is_left_out_and_said(tmp_path: Path, heading: PackHeading) -> None:
    def change(book: Workbook) -> None:
        put(book, 1, heading, "Completed")
        put(book, 1, PackHeading.UPDATE, "Done")

    returns, _ = collect_packs([returned(tmp_path, change)], the_plan())
    assert returns.proposals == ()
    assert [(found.code, found.ref) for found in returns.findings] == [("pack-row-changed", "1.01")]


def test_a_file_that_is_no_pack_is_a_finding_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    missing = tmp_path / "missing.xlsx"
    pack = returned(tmp_path, lambda book: put(book, 1, PackHeading.PROGRESS, "Completed"))
    returns, _ = collect_packs([other, missing, pack], the_plan())
    assert [found.code for found in returns.findings] == ["not-an-owner-pack", "no-such-file"]
    assert len(returns.proposals) == 1


def test_the_same_pack_is_the_same_bytes() -> None:
    assert make_packs(owners_to_brief(the_plan())) == make_packs(owners_to_brief(the_plan()))


def test_only_posts_are_named_in_file_names_and_no_two_are_the_same() -> None:
    register = (
        RegisteredOwner("Head of EDI"),
        RegisteredOwner("Head of EDI?"),
        RegisteredOwner("A Person", kind=OwnerKind.PERSON),
    )
    assert file_names(("Head of EDI", "A Person", "Head of EDI?"), register, "pack.xlsx") == {
        "Head of EDI": "Head of EDI pack.xlsx",
        "A Person": "owner 2 pack.xlsx",
        "Head of EDI?": "owner 3 pack.xlsx",
    }


LETTERS = st.characters(codec="utf-8", exclude_characters="<&").filter(str.isprintable)
TEXTS = st.text(LETTERS, max_size=60).map(clean_text).filter(lambda text: clean_text(text) == text)
"""Texts as a plan that was read holds them."""


@settings(max_examples=25, deadline=None, derandomize=True)
@given(text=TEXTS.filter(bool), update=TEXTS)
def test_whatever_a_plan_says_its_pack_comes_back_whole(text: str, update: str) -> None:
    plan = rated(a_plan(an_action(text, update=update or None)))
    data = write_workbook(compose_owner_pack(plan, "Head of EDI"))
    pack = read_owner_pack(OpenedFile("pack.xlsx", data, FileKind.WORKBOOK))
    assert pack.findings == ()
    assert [(row.ref, row.progress) for row in pack.rows] == [("1.01", "In progress")]


def a_conflict(ref: str) -> Proposal:
    cell = Place("pack.xlsx", ACTIONS, 4, 8)
    return Proposal(
        "Head of EDI", ref, "Publish", "update", "", "Done", "", Verdict.CONFLICT, "Both changed", None, cell
    )


def test_what_came_back_is_told_in_two_lines() -> None:
    assert returns_in_words(Returns((), (), ())) == ("No changes", "Not replied: nobody")
    one = Returns((a_conflict("1.01"),), (), ("Chief Nurse",))
    assert returns_in_words(one) == ("1 change: 1 conflict", "Not replied: Chief Nurse")
    assert returns_in_words(Returns((a_conflict("1.01"), a_conflict("1.02")), (), ()))[0] == "2 changes: 2 conflicts"


@pytest.mark.parametrize(
    ("columns", "told"),
    [((8,), "Plan!H6"), ((8, 9), "Plan, row 6"), ((), "Plan, row 6")],
    ids=["its column is known", "it stands in several", "the plan has no such column"],
)
def test_the_cell_to_change_is_never_that_of_the_action_itself(columns: tuple[int, ...], told: str) -> None:
    silent = an_action("Meet", ref="1.02", row=6)
    others = [
        replace(each, cells=(("update", replace(each.place, column=column)),))
        for column in columns
        for each in (an_action(f"Talk {column}", ref=f"2.{column}", row=10 + column),)
    ]
    proposal = Proposal(
        "Head of EDI", "1.02", "Meet", "update", "", "Met", "", Verdict.APPLY, "", silent.place, Place("pack.xlsx")
    )
    report = compose_returns(Returns((proposal,), (), ()), rated(a_plan(silent, *others)))
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(report)))["Proposed changes"]
    headings = [cell.value for cell in sheet[3]]
    assert sheet.cell(4, headings.index("Cell to change") + 1).value == told
