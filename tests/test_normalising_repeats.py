"""Actions that stand word for word in two places are all kept, and the user is told that they count twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from edi_reports.model.finding import Finding
from edi_reports.normalising.repeats import check_repeats
from edi_reports.recipe import export_plan
from tests.desk_making import NOVEMBER, save_sheets
from tests.plan_making import an_action

HEADINGS = ("Action", "Owner", "Target date", "Status")
PAY_GAP = ("Publish the pay gap report", "Head of EDI", "31/03/2026", "In progress")
PANELS = ("Train the interview panels", "Head of HR", "31/03/2026", "In progress")
SCHOOLS = ("Visit six schools a year", "Head of HR", "31/03/2026", "Not started")


def exported(folder: Path, **sheets: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    path = save_sheets(folder / "plan.xlsx", **{name: (HEADINGS, *rows) for name, rows in sheets.items()})
    return export_plan(path, NOVEMBER)


def told(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    codes = ("action-repeated", "same-words-other-owner")
    return [(f["code"], f"{f['sheet']}!{f['cell']}", f["message"]) for f in document["findings"] if f["code"] in codes]


def test_actions_repeated_on_a_summary_are_all_counted_and_told_with_both_places(tmp_path: Path) -> None:
    document = exported(tmp_path, Plan=(SCHOOLS, PAY_GAP, PANELS), Board_summary=(PAY_GAP, PANELS))
    assert len(document["actions"]) == 5
    ((code, place, message),) = told(document)
    assert (code, place) == ("action-repeated", "Board summary!A2")
    assert '2 actions of this sheet stand word for word on "Plan" too: A2 as in A3; A3 as in A4.' in message
    assert "counted and rated in both, so the figures count it twice" in message


def test_what_differs_between_the_two_is_named_and_nothing_is_dropped(tmp_path: Path) -> None:
    moved = (PAY_GAP[0], "", "30/06/2026", "Completed")
    document = exported(tmp_path, Plan=(PAY_GAP, PANELS), Highlights=(moved, SCHOOLS))
    assert len(document["actions"]) == 4
    ((code, _, message),) = told(document)
    assert code == "action-repeated"
    assert "A2 as in A2, with another target and progress." in message


def test_the_same_words_with_other_owners_may_be_meant_and_are_only_noted(tmp_path: Path) -> None:
    document = exported(tmp_path, Surgery=(PAY_GAP,), Medicine=((PAY_GAP[0], "Chief Nurse", *PAY_GAP[2:]),))
    ((code, place, message),) = told(document)
    assert (code, place) == ("same-words-other-owner", "Medicine!A2")
    assert 'An action of this sheet stands word for word on "Surgery" too, with another owner: A2 as in A2.' in message


def repeats(*actions: Any) -> list[Finding]:
    return list(check_repeats(actions))


def test_on_one_sheet_only_a_row_that_is_the_same_in_all_is_told() -> None:
    first, other = an_action(row=5, ref="1.01"), an_action(row=7, ref="1.03", owners=("Chief Nurse",))
    assert repeats(first, other, an_action(row=8, group=None)) == []
    (found,) = repeats(first, other, an_action(row=6, ref="1.02"))
    assert (found.ref, found.place and found.place.cell) == ("1.02", "D6")
    assert "stands word for word in another row of it: D6 as in D5." in found.message


def test_rows_that_only_point_and_texts_of_a_word_or_two_repeat_nothing() -> None:
    pointing = [an_action("See action 4b below", row=row, pointer_to="4b") for row in (5, 6)]
    assert repeats(*pointing, an_action("Recruitment policy", row=7), an_action("Recruitment policy", row=8)) == []


def test_of_many_repeats_the_first_are_listed_and_the_number_of_all_is_told() -> None:
    actions = [an_action(f"Publish report number {row}", row=row, ref=str(row)) for row in range(5, 25)]
    again = [an_action(action.text, row=action.place.row + 100, ref=f"{action.ref}a") for action in actions]
    (found,) = repeats(*actions, *again)
    assert found.ref is None
    assert found.message.startswith("20 actions of this sheet stand")
    assert found.message.count(" as in ") == 12
    assert "; and others." in found.message


def test_a_reference_used_on_two_sheets_is_told_with_the_sheet(tmp_path: Path) -> None:
    sheets = {name: (("Ref", *HEADINGS), ("1.1", *row)) for name, row in (("Plan", PAY_GAP), ("Highlights", PANELS))}
    document = export_plan(save_sheets(tmp_path / "plan.xlsx", **sheets), NOVEMBER)
    (message,) = (found["message"] for found in document["findings"] if found["code"] == "duplicate-ref")
    assert 'The reference "1.1" is also that of Plan!A2.' in message
