"""What moved since an earlier version, as a paper tells it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Change, ChangedAction, ChangedField, Match, Parting, PartingKind, PlanChanges
from edi_reports.model.plan import RatedPlan, Source
from edi_reports.model.target import Target
from tests.paper_making import a_paper, sentences, table
from tests.plan_making import NEVER, a_plan, an_action, due, rated

THEN = date(2025, 10, 31)
SEPTEMBER, DECEMBER, MARCH = (due(day) for day in (date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)))


def changed(*pairs: tuple[Action, Action]) -> PlanChanges:
    """A comparison in which each of these pairs differs, and nothing else."""
    differing = (Change(ChangedField.TARGET, "", ""),)
    return PlanChanges(
        old=Source("plan October.xlsx", "1" * 64),
        new=Source("plan.xlsx", "0" * 64),
        added=(),
        removed=(),
        changed=tuple(ChangedAction(Match(old, new, 1.0, certain=True), differing) for old, new in pairs),
        moved=(),
        uncertain=(),
        unchanged=(),
    )


def pair(ref: str, row: int, then: Target, now: Target, state: ProgressState | None = None) -> tuple[Action, Action]:
    """An action before and after, perhaps in another state."""
    old = an_action(ref=ref, row=row, target=then)
    return old, replace(old, target=now, progress=an_action(state=state).progress if state else old.progress)


def what_moved(changes: PlanChanges, now: RatedPlan, then: RatedPlan | None = None) -> list[str]:
    """The sentences of the summary on movement: those after coverage, ratings, overdue and progress."""
    return sentences(a_paper(now, changes=changes, earlier=then), "Summary")[4:]


def test_completed_overdue_added_and_removed_actions_are_counted_with_their_refs() -> None:
    done = pair("1.01", 5, DECEMBER, DECEMBER, ProgressState.COMPLETED)
    late = pair("1.02", 6, due(date(2025, 11, 15)), due(date(2025, 11, 15)))
    new, gone = an_action(ref="1.03", row=7, target=MARCH), an_action(ref="1.09", row=12, target=MARCH)
    changes = replace(changed(done, late), added=(new,), removed=(gone,))
    now, then = rated(a_plan(done[1], late[1], new)), rated(a_plan(done[0], late[0], gone), THEN)
    assert what_moved(changes, now, then) == [
        "Since 31 October 2025: 1 action completed (1.01), 1 turned Red (1.02), 1 added (1.03) "
        "and 1 taken out of the plan (1.09).",
        "No target date moved.",
    ]


def test_without_earlier_ratings_nothing_is_said_to_have_turned_red() -> None:
    late = pair("1.01", 5, SEPTEMBER, SEPTEMBER)
    assert what_moved(changed(late), rated(a_plan(late[1]))) == [
        'Since the earlier version "plan October.xlsx": '
        "no actions completed, none added and none taken out of the plan.",
        "No target date moved.",
    ]


def test_an_action_that_was_red_before_has_not_turned_red() -> None:
    late = pair("1.01", 5, SEPTEMBER, SEPTEMBER)
    told = what_moved(changed(late), rated(a_plan(late[1])), rated(a_plan(late[0]), THEN))
    assert told[0] == (
        "Since 31 October 2025: no actions completed, none turned Red, none added and none taken out of the plan."
    )


def test_a_reopened_action_is_told() -> None:
    old, new = pair("1.01", 5, MARCH, MARCH)
    old = replace(old, progress=an_action(state=ProgressState.COMPLETED).progress)
    assert "1 reopened (1.01)" in what_moved(changed((old, new)), rated(a_plan(new)))[0]


def test_dates_put_back_are_added_up() -> None:
    moves = (pair("1.01", 5, DECEMBER, MARCH), pair("1.02", 6, due(date(2026, 1, 31)), MARCH))
    told = what_moved(changed(*moves), rated(a_plan(*(new for _, new in moves))))
    assert told[1] == "2 target dates put back, by 59 to 90 days (1.01 and 1.02)."


def test_a_date_brought_forward_does_not_hide_one_put_back() -> None:
    moves = (pair("1.01", 5, DECEMBER, MARCH), pair("1.02", 6, MARCH, DECEMBER))
    told = what_moved(changed(*moves), rated(a_plan(*(new for _, new in moves))))
    assert told[1] == "1 target date put back, by 90 days (1.01) and 1 target date brought forward, by 90 days (1.02)."


def test_a_date_that_was_taken_away_is_told() -> None:
    lost = pair("1.01", 5, DECEMBER, NEVER)
    assert what_moved(changed(lost), rated(a_plan(lost[1])))[1] == "1 target date taken away (1.01)."


def test_an_uncertain_pair_is_counted_as_neither_changed_nor_unchanged() -> None:
    old, new = pair("1.01", 5, DECEMBER, MARCH)
    changes = replace(changed(), uncertain=(Match(old, new, 0.6, certain=False),))
    assert what_moved(changes, rated(a_plan(new)))[1:] == [
        "No target date moved.",
        "1 action is not counted here, not being matched with the earlier version for certain.",
    ]


def test_what_moved_in_other_committees_actions_is_not_told() -> None:
    mine, theirs = pair("1.01", 5, MARCH, MARCH), pair("1.02", 6, DECEMBER, MARCH)
    now = rated(a_plan(mine[1], theirs[1]))
    now = replace(now, actions=(now.actions[0], replace(now.actions[1], committees=("Quality Committee",))))
    assert "No target date moved." in what_moved(changed(mine, theirs), now)


def test_a_removed_action_is_told_to_the_committee_that_saw_it() -> None:
    kept, gone = an_action(target=MARCH), an_action(ref="1.09", row=12, target=MARCH)
    changes = replace(changed((kept, kept)), removed=(gone,))
    then = rated(a_plan(kept, gone), THEN)
    elsewhere = replace(then, actions=(then.actions[0], replace(then.actions[1], committees=("Quality Committee",))))
    assert "1 taken out of the plan (1.09)" in what_moved(changes, rated(a_plan(kept)), then)[0]
    assert "none taken out of the plan" in what_moved(changes, rated(a_plan(kept)), elsewhere)[0]


def test_dates_moved_since_the_earlier_version_are_listed_the_furthest_first() -> None:
    moves = (pair("1.01", 5, due(date(2026, 1, 31)), MARCH), pair("1.02", 6, DECEMBER, MARCH))
    paper = a_paper(rated(a_plan(*(new for _, new in moves))), changes=changed(*moves))
    assert [(row[0], row[2], row[4]) for row in table(paper, "Dates moved").rows] == [
        ("1.02", "31 December 2025", "Moved by 90 days"),
        ("1.01", "31 January 2026", "Moved by 59 days"),
    ]


def test_when_nothing_moved_since_the_earlier_version_that_is_said() -> None:
    kept = pair("1.01", 5, MARCH, MARCH)
    assert sentences(a_paper(rated(a_plan(kept[1])), changes=changed(kept)), "Dates moved") == [
        "No target date of these actions has moved since the earlier version."
    ]


def test_parts_and_copies_are_not_passed_off_as_new_work_or_loss() -> None:
    old, new = pair("1.01", 5, DECEMBER, DECEMBER)
    part = an_action("Publish the narrative", ref="1.02", row=6)
    copy = replace(old, ref="1.03", place=replace(old.place, row=7))
    split = Parting(PartingKind.SPLIT, old, (new, part))
    changes = replace(changed((old, new)), added=(part,), removed=(copy,), partings=(split,))

    assert (
        "1 of those added is a part or a copy of another and 1 of those taken out is a part or a copy of another."
    ) in what_moved(changes, rated(a_plan(new, part)))
