"""What changed, as other programs read it."""

from __future__ import annotations

import json
from datetime import date

from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans, compare_versions
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import PlanChanges
from edi_reports.model.place import Place
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.changes_document import compose_audit_document, compose_changes_document
from tests.plan_making import a_plan, an_action, due

Q3 = Target("Q3", TargetKind.DATED, date(2025, 10, 1), date(2025, 12, 31))
Q4 = Target("Q4", TargetKind.DATED, date(2026, 1, 1), date(2026, 3, 31))
TEXTS = (
    "Train recruitment panel chairs",
    "Publish the pay gap report",
    "Run reciprocal mentoring",
    "Open a prayer room",
)


def actions(*numbers: int) -> tuple[Action, ...]:
    return tuple(
        an_action(TEXTS[n], ref=f"1.{n + 1:02d}", row=5 + place, state=ProgressState.NOT_STARTED, target=Q3)
        for place, n in enumerate(numbers)
    )


def compared(old: tuple[Action, ...], new: tuple[Action, ...]) -> PlanChanges:
    return compare_plans(a_plan(*old), a_plan(*new))


def test_a_changed_action_tells_field_old_new_and_effect() -> None:
    (old,) = actions(0)
    progress = replace(old.progress, state=ProgressState.IN_PROGRESS)
    new = replace(old, target=Q4, progress=progress, stated_rag=Rag.AMBER)
    document = compose_changes_document(compared((old,), (new,)))

    nowhere = {"old_cell": None, "new_cell": None}
    days = {"old_due": "2025-12-31", "new_due": "2026-03-31"}

    assert document["schema"] == "edi-reports/changes/1"
    assert document["changed"] == [
        {
            "ref": "1.01",
            "new_ref": "1.01",
            "old_sheet": "Plan",
            "old_row": 5,
            "new_sheet": "Plan",
            "new_row": 5,
            "certain": True,
            "likeness": 1.0,
            "changes": [
                {"field": "target", "old": "Q3", "new": "Q4", "effect": "re-dated 90 days later", **nowhere, **days},
                {"field": "progress", "old": "not_started", "new": "in_progress", "effect": "started", **nowhere},
                {"field": "stated_rag", "old": None, "new": "amber", "effect": "now stated", **nowhere},
            ],
        }
    ]


def test_a_change_tells_its_cell_in_both_workbooks() -> None:
    old = replace(an_action(target=Q3), cells=(("target", Place("plan.xlsx", "Plan", 5, 6)),))
    new = replace(old, target=Q4, cells=(("target", Place("plan.xlsx", "Plan", 9, 8)),))
    (changed,) = compose_changes_document(compared((old,), (new,)))["changed"]

    assert (changed["changes"][0]["old_cell"], changed["changes"][0]["new_cell"]) == ("F5", "H9")


def test_added_removed_moved_and_unchanged_actions() -> None:
    document = compose_changes_document(compared(actions(0, 1, 2), actions(2, 0, 3)))

    assert [(added["ref"], added["row"], added["action"]) for added in document["added"]] == [("1.04", 7, TEXTS[3])]
    assert [(gone["ref"], gone["row"], gone["state"]) for gone in document["removed"]] == [("1.02", 6, "not_started")]
    assert [(moved["ref"], moved["old_row"], moved["new_row"]) for moved in document["moved"]] == [("1.01", 5, 6)]
    assert document["unchanged"] == 1


def test_an_uncertain_pair_tells_rows_likeness_and_why() -> None:
    old, new = an_action("Publish the gender pay gap report"), an_action("Publish the ethnicity pay gap report", row=9)
    (uncertain,) = compose_changes_document(compared((old,), (new,)))["uncertain"]

    assert (uncertain["old_row"], uncertain["new_row"]) == (5, 9)
    assert 0.5 < uncertain["likeness"] < 1
    assert "gender" in uncertain["why"]
    assert uncertain["if_same"] == []


def test_an_uncertain_pair_tells_what_else_differs_if_it_is_one_action() -> None:
    old = an_action("Publish the gender pay gap report")
    new = replace(old, text="Publish the ethnicity pay gap report", update="Drafted", other=(("KPI", "Two"),))
    (uncertain,) = compose_changes_document(compared((old,), (new,)))["uncertain"]

    nowhere = {"old_cell": None, "new_cell": None}
    assert uncertain["if_same"] == [
        {"field": "update", "old": None, "new": "Drafted", "effect": "added", **nowhere},
        {"column": "KPI", "old": None, "new": "Two"},
    ]


def test_a_cancelled_action_is_cancelled_in_progress() -> None:
    (old,) = actions(0)
    document = compose_changes_document(compared((old,), (replace(old, cancelled=True),)))

    (change,) = document["changed"][0]["changes"]
    assert (change["field"], change["new"]) == ("progress", "cancelled")


def test_what_is_not_known_of_a_file_is_null() -> None:
    old = compose_changes_document(compared(actions(0), actions(0)))["old"]

    assert old["saved_by"] is None
    assert old["saved_at"] is None


def test_two_versions_have_no_steps_and_three_have_two() -> None:
    plans = [a_plan(replace(actions(0)[0], target=target)) for target in (Q3, Q4, due(date(2026, 6, 30)))]
    two, three = (compose_audit_document(compare_versions(found)) for found in (plans[:2], plans))

    assert two["steps"] == []
    assert len(three["steps"]) == 2
    assert three["redated"] == [
        {
            "ref": "1.01",
            "first_due": "2025-12-31",
            "moves": [{"version": "plan.xlsx", "due": "2026-03-31"}, {"version": "plan.xlsx", "due": "2026-06-30"}],
            "days": 181,
        }
    ]
    assert three["changed"][0]["changes"][0]["effect"] == "re-dated 181 days later"


def test_the_document_is_json() -> None:
    document = compose_audit_document(compare_versions((a_plan(*actions(0, 1)), a_plan(*actions(1, 2)))))

    assert json.loads(json.dumps(document)) == document
