"""Counts and cross-tables."""

from __future__ import annotations

from datetime import date

from edi_reports.model.action import Group, ProgressState
from edi_reports.model.rag import Rag
from edi_reports.reports.figures import (
    NO_DUE_DAY,
    NO_FRAMEWORK,
    NO_OWNER,
    by_framework,
    by_group,
    by_owner,
    by_quarter,
    count_all,
)
from tests.plan_making import a_plan, an_action, due, rated

LATE = due(date(2025, 9, 30))
COMING = due(date(2026, 3, 31))


def test_an_empty_plan_has_no_actions_of_any_rag() -> None:
    everything = count_all(rated(a_plan()))
    assert everything.total == 0
    assert [everything.of(rag) for rag in Rag] == [0] * len(Rag)
    assert by_group(rated(a_plan())) == ()


def test_each_action_counts_once_under_its_rag() -> None:
    plan = a_plan(
        an_action(target=LATE),
        an_action(target=COMING),
        an_action(target=COMING, state=ProgressState.COMPLETED),
    )
    found = count_all(rated(plan))
    assert (found.of(Rag.RED), found.of(Rag.GREEN), found.of(Rag.BLUE), found.total) == (1, 1, 1, 3)


def test_rows_that_only_point_to_another_action_are_not_counted() -> None:
    assert count_all(rated(a_plan(an_action(), an_action(pointer_to="1.01")))).total == 1


def test_groups_stand_in_the_order_of_the_plan() -> None:
    second, first = Group("Objective 2", "Recruitment", 2), Group("Objective 1", "Leadership", 1)
    plan = a_plan(an_action(group=second), an_action(group=first), an_action(group=second))
    assert [(c.label, c.total) for c in by_group(rated(plan))] == [
        ("Objective 2: Recruitment", 2),
        ("Objective 1: Leadership", 1),
    ]


def test_an_action_with_two_owners_counts_under_both_and_one_with_none_is_shown() -> None:
    plan = a_plan(
        an_action(owners=("Head of EDI", "Director of People")),
        an_action(owners=("Director of People",), target=LATE),
        an_action(owners=()),
    )
    assert [(c.label, c.of(Rag.RED), c.total) for c in by_owner(rated(plan))] == [
        ("Director of People", 1, 2),
        ("Head of EDI", 0, 1),
        (NO_OWNER, 0, 1),
    ]


def test_an_owner_named_twice_for_one_action_counts_once() -> None:
    assert [c.total for c in by_owner(rated(a_plan(an_action(owners=("Head of EDI", "Head of EDI")))))] == [1]


def test_frameworks_are_counted_by_name_and_none_stands_last() -> None:
    plan = a_plan(an_action(frameworks=("WRES", "WDES")), an_action(frameworks=("WRES",)), an_action(frameworks=()))
    assert [(c.label, c.total) for c in by_framework(rated(plan))] == [("WDES", 1), ("WRES", 2), (NO_FRAMEWORK, 1)]


def test_quarters_stand_in_order_of_time_and_undated_actions_last() -> None:
    plan = a_plan(
        an_action(), an_action(target=COMING), an_action(target=LATE), an_action(target=due(date(2026, 4, 1)))
    )
    assert [c.label for c in by_quarter(rated(plan))] == ["Q2 2025/26", "Q4 2025/26", "Q1 2026/27", NO_DUE_DAY]
