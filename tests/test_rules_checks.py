"""What a rated plan should be asked about."""

from __future__ import annotations

from datetime import date

from edi_reports.model.rag import Rag
from edi_reports.rules.checks import check_stated_rags
from tests.plan_making import a_plan, an_action, due, rated

LATE = due(date(2025, 9, 30))


def test_a_stated_rag_that_the_rules_do_not_give_is_told_with_both_sides() -> None:
    (found,) = check_stated_rags(rated(a_plan(an_action(ref="2.03", target=LATE, stated=Rag.GREEN))).actions)
    assert found.ref == "2.03"
    assert "The plan shows Green; by the rules it is Red: Overdue by 61 days" in found.message


def test_a_stated_rag_that_agrees_or_is_missing_is_nothing_to_tell() -> None:
    plan = a_plan(an_action(target=LATE, stated=Rag.RED), an_action(target=LATE))
    assert list(check_stated_rags(rated(plan).actions)) == []
