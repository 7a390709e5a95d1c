"""What people do to the trust's own workbook between two versions, done cell by cell: each edit told once, rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import copy
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from edi_reports.audit.comparing import compare_plans
from edi_reports.model.change import PartingKind, PlanChanges
from edi_reports.recipe import read_plan
from edi_reports.settings import Settings
from tests.test_audit_laws import rows
from tests.test_audit_real_plans import INPUT, OCTOBER, plan_of

Edit = Callable[[Worksheet], None]
ACTION, OWNER, TARGET, RAG = 4, 5, 6, 9
PLAN_ROWS = range(5, 45)


def after(edit: Edit, folder: Path) -> PlanChanges:
    """The changes from October to October with an edit, after every action was accounted for exactly once."""
    (path,) = INPUT.glob(f"{OCTOBER}*.xlsx")
    book = openpyxl.load_workbook(path, rich_text=True)
    edit(book.worksheets[0])
    book.save(folder / "2025-11 plan.xlsx")
    old, new = plan_of(OCTOBER), read_plan(folder / "2025-11 plan.xlsx", Settings()).plan
    changes = compare_plans(old, new)
    counted = tuple(Counter(action.place.row for action in plan.counted) for plan in (old, new))
    assert rows(changes) == counted
    return changes


def in_column(column: int, change: Callable[[str], str]) -> Edit:
    def edit(sheet: Worksheet) -> None:
        for row in PLAN_ROWS:
            value = sheet.cell(row, column).value
            if isinstance(value, str):
                sheet.cell(row, column).value = change(value)

    return edit


def swapped(*cells: tuple[int, int]) -> Edit:
    def edit(sheet: Worksheet) -> None:
        one, other = (sheet.cell(*cell) for cell in cells)
        one.value, other.value = other.value, one.value

    return edit


def with_look_of(sheet: Worksheet, one: tuple[int, int], other: tuple[int, int]) -> None:
    source, target = sheet.cell(*one), sheet.cell(*other)
    assert isinstance(source, Cell)
    assert isinstance(target, Cell)
    target._style = copy(source._style)  # type: ignore[attr-defined]


def without_a_change(sheet: Worksheet) -> None:
    """The workbook saved again by another program."""


def with_the_sheet_renamed(sheet: Worksheet) -> None:
    sheet.title = "Plan for November"


def with_columns_in_another_order_and_renamed(sheet: Worksheet) -> None:
    for row in range(4, 45):
        swapped((row, OWNER), (row, 7))(sheet)
    for column, heading in ((ACTION, "Actions"), (TARGET, "Due date"), (7, "Lead")):
        sheet.cell(4, column).value = heading


def with_dates_typed_in_another_way(sheet: Worksheet) -> None:
    in_column(TARGET, lambda text: text.replace("2025/2026", "25/26"))(sheet)
    for row, written in ((14, "Q1 2025-26"), (42, "31/12/2025"), (23, "30 January 2026"), (36, "31/03/2026")):
        sheet.cell(row, TARGET).value = written


def with_owners_in_another_order(sheet: Worksheet) -> None:
    in_column(OWNER, lambda text: "; ".join(name.strip() for name in reversed(text.split("\n"))))(sheet)


@pytest.mark.parametrize(
    "edit",
    [
        without_a_change,
        with_the_sheet_renamed,
        with_columns_in_another_order_and_renamed,
        with_dates_typed_in_another_way,
        with_owners_in_another_order,
        in_column(ACTION, lambda text: f"  {text.replace(' ', '  ')}\n "),
        in_column(ACTION, lambda text: text.replace("•", "-")),
    ],
)
def test_what_means_the_same_is_no_change(edit: Edit, tmp_path: Path) -> None:
    changes = after(edit, tmp_path)

    assert not changes.differ
    assert len(changes.unchanged) == 31


def told(changes: PlanChanges) -> dict[int, list[tuple[str, str]]]:
    return {each.match.old.place.row: [(c.field.value, c.effect) for c in each.changes] for each in changes.changed}


def nothing_but_changes(changes: PlanChanges) -> bool:
    return not any((changes.added, changes.removed, changes.moved, changes.uncertain))


def test_capitals_alone_are_said_to_be_that(tmp_path: Path) -> None:
    changes = after(lambda sheet: in_column(ACTION, str.upper)(sheet), tmp_path)

    assert nothing_but_changes(changes)
    assert {str(effects) for effects in told(changes).values()} == {"[('action', 'capitals or punctuation only')]"}


def test_a_slip_of_the_keys_in_every_action_leaves_all_the_same_actions(tmp_path: Path) -> None:
    changes = after(in_column(ACTION, lambda text: text[:8] + text[9:]), tmp_path)

    assert nothing_but_changes(changes)
    assert all([field for field, _ in changed] == ["action"] for changed in told(changes).values())
    assert len(changes.changed) >= 29


def test_owners_swapped_between_two_rows_are_two_changes_of_owners(tmp_path: Path) -> None:
    changes = after(swapped((6, OWNER), (23, OWNER)), tmp_path)

    assert nothing_but_changes(changes)
    assert {row: [field for field, _ in changed] for row, changed in told(changes).items()} == {
        6: ["owners"],
        23: ["owners"],
    }


def test_a_fill_that_changed_alone_is_told_as_that(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        with_look_of(sheet, (5, RAG), (22, RAG))

    changes = after(edit, tmp_path)

    assert nothing_but_changes(changes)
    assert told(changes) == {22: [("progress", "completed (fill-only)")]}


def test_another_number_in_a_text_is_a_change_of_the_text(tmp_path: Path) -> None:
    changes = after(in_column(ACTION, lambda text: text.replace("Level 3", "Level 2")), tmp_path)

    assert nothing_but_changes(changes)
    assert told(changes) == {17: [("action", "reworded")]}


def test_identical_actions_put_into_two_groups_are_both_added(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for row in (9, 35):
            sheet.cell(row, ACTION).value = "Report progress to the People Committee every quarter"

    changes = after(edit, tmp_path)

    assert [action.place.row for action in changes.added] == [9, 35]
    assert not any((changes.removed, changes.moved, changes.uncertain, changes.changed))


def test_an_action_moved_to_another_group_is_a_change_of_its_group(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for column in range(ACTION, RAG + 1):
            swapped((23, column), (35, column))(sheet)
            with_look_of(sheet, (23, column), (35, column))

    changes = after(edit, tmp_path)

    assert nothing_but_changes(changes)
    assert told(changes) == {23: [("group", "moved to another group")]}


def test_a_group_taken_out_takes_its_actions_and_changes_no_other(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for merged in [each for each in sheet.merged_cells.ranges if 30 <= each.min_row <= 35]:
            sheet.unmerge_cells(str(merged))
        for row in range(30, 36):
            for column in range(1, RAG + 1):
                sheet.cell(row, column).value = None

    changes = after(edit, tmp_path)

    assert [action.place.row for action in changes.removed] == [30, 31, 32]
    assert not any((changes.added, changes.moved, changes.uncertain, changes.changed))


def test_an_action_cut_in_two_rows_is_split(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        text = str(sheet.cell(22, ACTION).value)
        sheet.cell(22, ACTION).value, sheet.cell(21, ACTION).value = text[: len(text) // 2], text[len(text) // 2 :]

    changes = after(edit, tmp_path)

    assert [(each.kind, each.whole.place.row) for each in changes.partings] == [(PartingKind.SPLIT, 22)]
    assert [action.place.row for action in changes.added] == [21]
    assert told(changes) == {22: [("action", "reworded")]}


def test_two_actions_joined_in_one_row_are_merged(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(12, ACTION).value = f"{sheet.cell(12, ACTION).value} {sheet.cell(13, ACTION).value}"
        for column in range(ACTION, RAG):
            sheet.cell(13, column).value = None

    (merged,) = after(edit, tmp_path).partings

    assert (merged.kind, {part.place.row for part in merged.parts}) == (PartingKind.MERGED, {12, 13})


def test_an_action_replaced_by_another_in_its_row_left_and_the_other_came(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(32, ACTION).value = "Set up a mentoring circle for midwives and measure retention after a year"

    changes = after(edit, tmp_path)

    assert [action.place.row for action in (*changes.removed, *changes.added)] == [32, 32]
    assert not any((changes.moved, changes.uncertain, changes.changed))
