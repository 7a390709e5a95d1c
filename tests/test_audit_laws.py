"""What holds for every pair of versions, whatever is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans
from edi_reports.audit.matching import match_actions
from edi_reports.audit.references import carry_refs
from edi_reports.model.action import Action, Framework, Group, ProgressState
from edi_reports.model.change import ChangedField, PlanChanges
from edi_reports.model.owner import Owner, Part
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan
from edi_reports.model.rag import Rag
from tests.plan_making import NEVER, a_plan, an_action, due
from tests.version_making import FOR, THINGS, VERBS, WITH

LAW = settings(max_examples=80, deadline=None)
SENTENCES = st.builds("{} {} {} {}".format, *(st.sampled_from(part) for part in (VERBS, THINGS, FOR, WITH)))
TEXTS = SENTENCES | st.sampled_from(("Ongoing monitoring", "Review policy", "Report to Board")) | st.text(max_size=30)
GROUPS = st.none() | st.sampled_from(
    [Group(f"Aim {n}", f"{title} for all", n) for n, title in enumerate(THINGS[:4], 1)]
)
DATES = st.integers(0, 3).map(lambda quarter: due(date(2025, 6, 30) + timedelta(days=91 * quarter)))
ACTIONS = st.builds(
    an_action,
    TEXTS,
    group=GROUPS,
    owners=st.lists(st.sampled_from(("Head of EDI", "Chief Nurse", "Medical Director")), max_size=2).map(tuple),
    target=DATES | st.just(NEVER),
    state=st.sampled_from(ProgressState),
    stated=st.none() | st.sampled_from(Rag),
    update=st.none() | st.text(max_size=20),
    pointer_to=st.sampled_from((None, None, None, None, "1.02")),
)


def numbered(actions: list[Action]) -> ActionPlan:
    return a_plan(
        *(
            replace(action, ref=f"0.{row:02d}", place=Place("plan.xlsx", "Plan", 4 + row, 4))
            for row, action in enumerate(actions, 1)
        )
    )


PLANS = st.lists(ACTIONS, max_size=7).map(numbered)
PLANS_OF_DIFFERENT_SENTENCES = st.lists(
    st.builds(an_action, SENTENCES, group=GROUPS, target=DATES, update=st.none() | st.just("Under way")),
    min_size=1,
    max_size=7,
    unique_by=lambda action: action.text,
).map(numbered)


def rows(changes: PlanChanges) -> tuple[Counter[int], Counter[int]]:
    pairs = [each.match for each in changes.changed] + [*changes.moved, *changes.uncertain, *changes.unchanged]
    old = Counter(pair.old.place.row for pair in pairs) + Counter(action.place.row for action in changes.removed)
    new = Counter(pair.new.place.row for pair in pairs) + Counter(action.place.row for action in changes.added)
    return old, new


@LAW
@given(PLANS)
def test_a_plan_against_itself_has_no_changes(plan: ActionPlan) -> None:
    changes = compare_plans(plan, plan)

    assert not changes.differ
    assert not changes.restated
    assert len(changes.unchanged) == len(plan.counted)


@LAW
@given(PLANS, PLANS)
def test_swapping_the_sides_swaps_added_and_removed(old: ActionPlan, new: ActionPlan) -> None:
    there, back = match_actions(old, new), match_actions(new, old)

    assert {a.place.row for a in there.added} == {a.place.row for a in back.removed}
    assert {a.place.row for a in there.removed} == {a.place.row for a in back.added}
    assert {(m.old.place.row, m.new.place.row) for m in there.matches} == {
        (m.new.place.row, m.old.place.row) for m in back.matches
    }


@LAW
@given(PLANS, PLANS)
def test_every_action_of_both_sides_is_accounted_for_exactly_once(old: ActionPlan, new: ActionPlan) -> None:
    accounted_old, accounted_new = rows(compare_plans(old, new))

    assert accounted_old == Counter(action.place.row for action in old.counted)
    assert accounted_new == Counter(action.place.row for action in new.counted)


@LAW
@given(PLANS.flatmap(lambda plan: st.tuples(st.just(plan), st.permutations(plan.actions))))
def test_shuffling_the_rows_yields_only_moves(shuffled: tuple[ActionPlan, list[Action]]) -> None:
    plan, actions = shuffled
    changes = compare_plans(plan, numbered(actions))

    assert not any((changes.added, changes.removed, changes.uncertain, changes.changed))
    assert len(changes.moved) + len(changes.unchanged) == len(plan.counted)


def with_word(action: Action) -> Action:
    words = action.text.split()
    return replace(action, text=" ".join([*words[:3], "further", *words[3:]]))


def an_edit_of_progress(action: Action) -> Action:
    return replace(action, progress=replace(action.progress, state=ProgressState.COMPLETED))


EDITS: dict[ChangedField, Callable[[Action], Action]] = {
    ChangedField.ACTION: with_word,
    ChangedField.OWNERS: lambda a: replace(a, owners=(*a.owners, Owner("Chair", Part.SUPPORT, "Chair", known=True))),
    ChangedField.TARGET: lambda a: replace(a, target=due(date(2027, 1, 31))),
    ChangedField.PROGRESS: an_edit_of_progress,
    ChangedField.STATED_RAG: lambda a: replace(a, stated_rag=Rag.RED),
    ChangedField.UPDATE: lambda a: replace(a, update="Report received"),
    ChangedField.FRAMEWORKS: lambda a: replace(a, frameworks=(Framework("WDES"),)),
    ChangedField.GROUP: lambda a: replace(a, group=Group("Aim 9", "Something of its own", 9)),
}


@LAW
@given(PLANS_OF_DIFFERENT_SENTENCES, st.sampled_from(ChangedField), st.data())
def test_one_edited_field_yields_that_one_change(plan: ActionPlan, field: ChangedField, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(plan.actions) - 1))
    edited = EDITS[field](plan.actions[at])
    new = replace(plan, actions=(*plan.actions[:at], edited, *plan.actions[at + 1 :]))
    changes = compare_plans(plan, new)

    assert [(each.match.new.place.row, [c.field for c in each.changes]) for each in changes.changed] == [
        (edited.place.row, [field])
    ]
    assert not any((changes.added, changes.removed, changes.moved, changes.uncertain))
    assert changes.differ


@LAW
@given(PLANS, PLANS)
def test_carrying_refs_twice_is_carrying_them_once(previous: ActionPlan, now: ActionPlan) -> None:
    once = carry_refs(previous, now)

    assert carry_refs(previous, once) == once
    assert carry_refs(once, once) == once


@LAW
@given(PLANS, PLANS)
def test_no_two_actions_share_a_ref_and_no_new_action_has_an_old_one(previous: ActionPlan, now: ActionPlan) -> None:
    refs = [action.ref for action in carry_refs(previous, now).actions]

    assert len(set(refs)) == len(refs)
    added = compare_plans(previous, now).added
    assert not {action.ref for action in added} & {action.ref for action in previous.actions}
