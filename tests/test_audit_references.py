"""Refs and first dates that stay with their actions from month to month."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.audit.references import carry_refs
from edi_reports.model.action import Action, Group
from edi_reports.model.change import Decision
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan
from edi_reports.model.target import Target, TargetKind
from tests.plan_making import a_plan, an_action, due

PANELS, PAY, MENTOR, PRAYER = "Train panel chairs", "Publish the pay gap", "Mentor new matrons", "Open a prayer room"
AUTUMN, WINTER, SPRING = date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)
SECOND = Group("High Impact Action 2", "Fair recruitment", 2)


def refs(plan: ActionPlan) -> list[str]:
    return [action.ref for action in plan.actions]


def by_row(*texts: str) -> ActionPlan:
    return a_plan(*(an_action(text, ref=f"1.{n:02d}", row=4 + n) for n, text in enumerate(texts, 1)))


def stating_its_ref(action: Action) -> Action:
    return replace(action, cells=(("ref", Place("plan.xlsx", "Plan", action.place.row, 1)),))


def test_an_action_keeps_its_ref_when_rows_are_put_in_above_it() -> None:
    assert refs(carry_refs(by_row(PANELS, PAY), by_row(MENTOR, PANELS, PAY))) == ["1.03", "1.01", "1.02"]


def test_the_ref_of_an_action_that_left_is_never_given_again() -> None:
    may, june, july = by_row(PANELS, PAY), by_row(PANELS), by_row(PANELS, MENTOR)
    in_june = carry_refs(may, june)

    assert in_june.retired_refs == ("1.02",)
    assert refs(carry_refs(in_june, july)) == ["1.01", "1.03"]


def test_running_a_month_again_gives_the_same_refs() -> None:
    may, june = by_row(PANELS, PAY), by_row(MENTOR, PAY, PRAYER)
    once = carry_refs(may, june)

    assert carry_refs(may, june) == once
    assert carry_refs(may, once) == once
    assert carry_refs(once, june) == once


def test_the_plans_own_ref_stays_as_stated_and_is_given_to_nothing_else() -> None:
    now = a_plan(stating_its_ref(an_action(MENTOR, ref="1.01", row=5)), an_action(PANELS, ref="1.02", row=6))

    assert refs(carry_refs(by_row(PANELS), now)) == ["1.01", "1.02"]


def test_a_new_group_counts_its_own_actions() -> None:
    now = a_plan(an_action(PANELS, ref="1.01"), an_action(PAY, ref="2.01", row=9, group=SECOND))

    assert refs(carry_refs(by_row(PANELS, MENTOR), now)) == ["1.01", "2.01"]


def test_an_action_that_moved_to_another_group_keeps_its_ref() -> None:
    now = a_plan(an_action(PANELS, ref="1.01"), an_action(PAY, ref="2.01", row=9, group=SECOND))

    assert refs(carry_refs(by_row(PANELS, PAY), now)) == ["1.01", "1.02"]


def test_a_pair_that_is_not_certain_does_not_inherit_the_ref_until_a_person_says_so() -> None:
    before, now = by_row("Publish the gender pay gap report"), by_row("Publish the ethnicity pay gap report")
    same = Decision(before.actions[0].text, now.actions[0].text, same=True)

    assert refs(carry_refs(before, now)) == ["1.02"]
    assert refs(carry_refs(before, now, (same,))) == ["1.01"]


def test_rows_that_point_to_another_action_keep_their_refs_too() -> None:
    before = a_plan(an_action(PANELS, ref="1.01"), an_action("See 1.01", ref="1.02", row=6, pointer_to="1.01"))
    now = a_plan(
        an_action(PANELS, ref="1.01"),
        an_action(MENTOR, ref="1.02", row=6),
        an_action("See 1.01", ref="1.03", row=7, pointer_to="1.01"),
    )

    assert refs(carry_refs(before, now)) == ["1.01", "1.03", "1.02"]


def dated(plan_target: Target) -> ActionPlan:
    return a_plan(an_action(PANELS, target=plan_target))


def carried_target(*targets: Target) -> Target:
    plan = dated(targets[0])
    for target in targets[1:]:
        plan = carry_refs(plan, dated(target))
    return plan.actions[0].target


def test_the_earliest_due_day_stays_known_however_often_the_date_moves() -> None:
    assert carried_target(due(AUTUMN), due(WINTER), due(SPRING)) == replace(due(SPRING), original_due=AUTUMN)


def test_a_date_that_is_taken_away_leaves_its_day_behind() -> None:
    assert carried_target(due(AUTUMN), Target("TBC", TargetKind.UNDECIDED)).original_due == AUTUMN


def test_a_date_that_never_moved_has_no_original() -> None:
    assert carried_target(due(AUTUMN), due(AUTUMN)).original_due is None


def test_a_date_brought_forward_becomes_the_earliest() -> None:
    assert carried_target(due(SPRING), due(WINTER)).original_due is None
    assert carried_target(due(SPRING), due(WINTER), due(SPRING)).original_due == WINTER


def test_the_original_date_that_the_plan_itself_states_is_kept() -> None:
    assert carried_target(due(WINTER), due(SPRING, original=AUTUMN)).original_due == AUTUMN
