"""What changed in the trust's own plan from May to July to October 2025, as read by eye in the workbooks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from edi_reports.audit.comparing import compare_plans
from edi_reports.model.change import ChangedField, PlanChanges
from edi_reports.model.plan import ActionPlan
from edi_reports.recipe import read_plan
from edi_reports.settings import Settings

INPUT = Path(__file__).parent.parent / "input"
MAY, JULY, OCTOBER = "2025-05", "2025-07", "2025-10"
FIELD = ChangedField


@cache
def plan_of(month: str) -> ActionPlan:
    (path,) = INPUT.glob(f"{month}*.xlsx")
    return read_plan(path, Settings()).plan


def compared(old: str, new: str) -> PlanChanges:
    return compare_plans(plan_of(old), plan_of(new))


def told(changes: PlanChanges, *fields: ChangedField) -> dict[str, list[tuple[str, str, str]]]:
    """The changes of these fields by the ref of their action: old, new, effect."""
    return {
        each.match.old.ref: [(c.old, c.new, c.effect) for c in each.changes if c.field in fields]
        for each in changes.changed
        if any(c.field in fields for c in each.changes)
    }


def test_from_may_to_july_one_date_moved_and_nothing_came_or_went() -> None:
    changes = compared(MAY, JULY)

    assert not any((changes.added, changes.removed, changes.moved, changes.uncertain))
    assert told(changes, FIELD.TARGET) == {"1.11": [("Q3", "Q4", "re-dated 90 days later")]}
    assert told(changes, FIELD.ACTION, FIELD.OWNERS, FIELD.FRAMEWORKS, FIELD.GROUP) == {}


def test_from_may_to_july_all_progress_is_told_by_fills_but_for_one_cell_with_words() -> None:
    progress = told(compared(MAY, JULY), FIELD.PROGRESS)
    effects = [effect for said in progress.values() for _, _, effect in said]

    assert len(effects) == 20
    assert effects.count("completed (fill-only)") == 4
    assert [ref for ref, said in progress.items() if not said[0][2].endswith("(fill-only)")] == ["3.06"]


def test_from_may_to_july_an_apostrophe_less_in_an_owner_is_another_spelling() -> None:
    (restated,) = compared(MAY, JULY).restated

    assert (restated.match.old.ref, restated.changes[0].field) == ("3.04", FIELD.OWNERS)


def test_from_july_to_october_four_actions_came_one_left_and_one_changed_places() -> None:
    changes = compared(JULY, OCTOBER)

    assert [(action.ref, action.place.row) for action in changes.added] == [
        ("2.04", 20),
        ("6.01", 42),
        ("6.02", 43),
        ("6.03", 44),
    ]
    assert [(action.ref, action.place.row) for action in changes.removed] == [("3.06", 29)]
    assert [(pair.old.ref, pair.old.place.row, pair.new.place.row) for pair in changes.moved] == [("1.06", 11, 12)]
    assert not changes.uncertain
    assert not changes.partings


def test_from_july_to_october_three_dates_moved_each_typed_in_another_way() -> None:
    assert told(compared(JULY, OCTOBER), FIELD.TARGET) == {
        "3.01": [("Q3", "30/01/2026", "re-dated 30 days later")],
        "3.03": [("Q3", "Q3-Q4", "re-dated 90 days later")],
        "5.01": [("Q3", "end of March 2026", "re-dated 90 days later")],
    }


def test_from_july_to_october_progress_moved_with_and_without_words() -> None:
    assert told(compared(JULY, OCTOBER), FIELD.PROGRESS) == {
        "1.01": [("In progress", "Completed", "completed")],
        "3.01": [("Not started", "In progress", "started")],
        "4.01": [("Not stated", "In progress", "now stated as in progress (fill-only)")],
        "5.01": [("Not stated", "In progress", "now stated as in progress (fill-only)")],
    }


def test_from_july_to_october_one_action_was_reworded_and_seven_got_an_update() -> None:
    changes = compared(JULY, OCTOBER)

    assert list(told(changes, FIELD.ACTION)) == ["4.01"]
    assert list(told(changes, FIELD.UPDATE)) == ["1.01", "1.05", "1.10", "2.02", "3.01", "4.02", "5.03"]
    assert {ref for ref, said in told(changes, FIELD.UPDATE).items() if said[0][2] != "added"} == set()
    assert told(changes, FIELD.OWNERS, FIELD.FRAMEWORKS, FIELD.GROUP, FIELD.STATED_RAG) == {}


def test_from_july_to_october_short_forms_and_shades_are_told_apart_from_changes() -> None:
    restated = {
        each.match.old.ref: [change.field for change in each.changes] for each in compared(JULY, OCTOBER).restated
    }

    assert restated == {"1.02": [FIELD.OWNERS], "1.03": [FIELD.PROGRESS], "2.03": [FIELD.OWNERS]}


@pytest.mark.parametrize(("old", "new"), [(MAY, JULY), (JULY, OCTOBER), (MAY, OCTOBER), (OCTOBER, MAY)])
def test_every_action_of_both_versions_is_accounted_for(old: str, new: str) -> None:
    changes = compared(old, new)
    pairs = len(changes.changed) + len(changes.moved) + len(changes.uncertain) + len(changes.unchanged)

    assert pairs + len(changes.removed) == len(plan_of(old).counted)
    assert pairs + len(changes.added) == len(plan_of(new).counted)


def test_from_may_to_october_is_july_skipped() -> None:
    changes = compared(MAY, OCTOBER)

    assert told(changes, FIELD.TARGET).keys() == {"1.11", "3.01", "3.03", "5.01"}
    assert [action.ref for action in changes.removed] == ["3.06"]
