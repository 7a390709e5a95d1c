"""Plans of kinds that other trusts keep are read as a careful person reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from edi_reports.recipe import export_plan

from tests.other_plans import PLANS
from tests.other_plans_truth import Plan
from tests.plan_examination import examine


@pytest.mark.parametrize("make", PLANS, ids=lambda make: make.__name__)
def test_another_trusts_plan_is_read_as_a_careful_person_reads_it(make: Callable[[], Plan], tmp_path: Path) -> None:
    facts = examine(make(), tmp_path, export_plan)
    assert [str(fact) for fact in facts if not fact.right] == []
