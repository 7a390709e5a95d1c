"""What a returned value means for the plan: sent, returned, now."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from edi_reports.audit.returns import collect_returns
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.owner_pack import ReturnedPack, ReturnedRow, Returns, Verdict
from edi_reports.model.place import Place
from tests.plan_making import a_plan, an_action

SENT = "In progress"


def a_row(
    progress: str = SENT, update: str = "", ref: str = "1.01", action: str = "Publish the pay gap report", row: int = 5
) -> ReturnedRow:
    """A row that was sent "In progress" without an update."""
    places = (Place("pack.xlsx", "Your actions", row, 7), Place("pack.xlsx", "Your actions", row, 8))
    return ReturnedRow(ref, action, SENT, "", progress, update, *places)


def a_pack(*rows: ReturnedRow, owner: str = "Head of EDI", file: str = "pack.xlsx") -> ReturnedPack:
    return ReturnedPack(file, owner, rows)


def now(state: ProgressState = ProgressState.IN_PROGRESS, text: str = "Publish the pay gap report") -> Action:
    return an_action(text, state=state)


def verdicts(returns: Returns) -> list[tuple[str, str, Verdict]]:
    return [(each.field, each.returned, each.verdict) for each in returns.proposals]


@pytest.mark.parametrize(
    ("returned", "plan", "verdict"),
    [
        ("Completed", now(), Verdict.APPLY),
        ("Completed", now(ProgressState.COMPLETED), Verdict.ALREADY),
        ("Completed", now(ProgressState.NOT_STARTED), Verdict.CONFLICT),
        ("Completed", now(text="Publish the pay gap report and its actions"), Verdict.CONFLICT),
        ("Completed", replace(now(text="Something else"), ref="9.09"), Verdict.GONE),
    ],
)
def test_a_changed_value_is_held_against_the_plan_as_it_is_now(returned: str, plan: Action, verdict: Verdict) -> None:
    assert verdicts(collect_returns([a_pack(a_row(returned))], a_plan(plan))) == [("progress", returned, verdict)]


def test_what_was_not_changed_is_not_proposed_even_if_the_plan_moved_on() -> None:
    returns = collect_returns([a_pack(a_row())], a_plan(now(ProgressState.COMPLETED)))
    assert returns.proposals == ()
    assert [(reply.owner, reply.actions, reply.changes) for reply in returns.replies] == [("Head of EDI", 1, 0)]


def test_a_row_is_known_by_its_words_when_its_ref_has_changed() -> None:
    moved = replace(now(), ref="2.07")
    (found,) = collect_returns([a_pack(a_row("Completed"))], a_plan(moved, an_action("Other", row=6))).proposals
    assert (found.verdict, found.plan_cell) == (Verdict.APPLY, moved.place)


def test_the_same_words_in_two_groups_are_told_apart_by_their_ref() -> None:
    first, second = now(), replace(an_action(row=9), ref="2.01")
    (found,) = collect_returns([a_pack(a_row("Completed", ref="2.01"))], a_plan(first, second)).proposals
    assert found.plan_cell == second.place


def test_an_update_names_the_cell_where_the_plan_keeps_updates() -> None:
    cell = Place("plan.xlsx", "Plan", 5, 8)
    plan = a_plan(replace(now(), cells=(("update", cell),)))
    (found,) = collect_returns([a_pack(a_row(update="Draft done"))], plan).proposals
    assert (found.field, found.sent, found.returned, found.plan_cell) == ("update", "", "Draft done", cell)


def test_owners_who_differ_about_one_action_are_a_conflict() -> None:
    packs = [
        a_pack(a_row("Completed")),
        a_pack(a_row("Not started"), owner="Staff Networks", file="other.xlsx"),
    ]
    found = collect_returns(packs, a_plan(now())).proposals
    assert [(each.owner, each.verdict, each.why) for each in found] == [
        ("Head of EDI", Verdict.CONFLICT, "Owners returned different values"),
        ("Staff Networks", Verdict.CONFLICT, "Owners returned different values"),
    ]


def test_owners_who_agree_about_one_action_are_no_conflict() -> None:
    packs = [a_pack(a_row("Completed")), a_pack(a_row("Completed"), owner="Staff Networks", file="other.xlsx")]
    assert {each.verdict for each in collect_returns(packs, a_plan(now())).proposals} == {Verdict.APPLY}


def test_a_progress_that_is_none_of_the_choices_is_a_finding_and_not_proposed() -> None:
    returns = collect_returns([a_pack(a_row("nearly there"))], a_plan(now()))
    assert returns.proposals == ()
    (found,) = returns.findings
    assert (found.code, str(found.place)) == ("pack-unknown-progress", "pack.xlsx, Your actions!G5")


def test_owners_of_open_actions_who_have_not_replied_are_named() -> None:
    done = an_action(row=6, owners=("Chief Nurse",), state=ProgressState.COMPLETED)
    plan = a_plan(replace(now(), owners=an_action(owners=("Head of EDI", "Staff Networks")).owners), done)
    assert collect_returns([a_pack(a_row())], plan).silent == ("Staff Networks",)


def test_a_second_pack_of_the_same_owner_is_said() -> None:
    returns = collect_returns([a_pack(a_row()), a_pack(a_row(), file="second.xlsx")], a_plan(now()))
    assert [found.code for found in returns.findings] == ["pack-twice"]


def test_proposals_stand_in_the_order_of_the_plan() -> None:
    plan = a_plan(an_action("First", ref="1.01", row=5), an_action("Second", ref="1.02", row=6))
    rows = (a_row("Completed", ref="1.02", action="Second"), a_row("Completed", ref="1.01", action="First", row=6))
    assert [each.ref for each in collect_returns([a_pack(*rows)], plan).proposals] == ["1.01", "1.02"]
