"""A real plan, reworded by hand throughout, is still known again."""

from __future__ import annotations

from msgspec.structs import replace

from edi_reports.audit.matching import match_actions
from edi_reports.model.change import Matching
from edi_reports.model.plan import ActionPlan
from tests.reworded_plan import COMING, REWORDED
from tests.test_audit_real_plans import OCTOBER, plan_of

GOING = ("2.03", "4.02", "6.02")


def reworded(plan: ActionPlan) -> ActionPlan:
    """The plan with 21 actions reworded, 3 taken out and 3 new ones put in behind, in other rows."""
    texts = {
        action.ref: next((new for first, new in REWORDED.items() if action.text.startswith(first)), action.text)
        for action in plan.counted
    }
    stayed = [replace(action, text=texts[action.ref]) for action in plan.counted if action.ref not in GOING]
    came = [replace(plan.counted[0], text=text) for text in COMING]
    return replace(plan, actions=(*stayed, *came))


def matched() -> Matching:
    plan = plan_of(OCTOBER)
    return match_actions(plan, reworded(plan))


def test_every_certain_pair_is_right_and_all_but_one_of_the_reworded_are_certain() -> None:
    certain = matched().matches

    assert all(pair.old.place == pair.new.place for pair in certain)
    assert sum(pair.old.text != pair.new.text for pair in certain) >= len(REWORDED) - 1


def test_what_is_not_certain_is_put_to_a_person_rather_than_lost() -> None:
    assert [(pair.old.ref, pair.old.place == pair.new.place) for pair in matched().uncertain] == [("1.01", True)]


def test_what_left_and_what_came_are_not_paired() -> None:
    found = matched()

    assert {action.ref for action in found.removed} == set(GOING)
    assert {action.text for action in found.added} == set(COMING)
