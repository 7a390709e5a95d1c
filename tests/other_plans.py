"""Plans of kinds that other NHS organisations keep, each with the truth beside it: the examiner's collection."""

from __future__ import annotations

from collections.abc import Callable

from tests import other_plans_layouts
from tests.other_plans_truth import Plan

PLANS: tuple[Callable[[], Plan], ...] = (*other_plans_layouts.PLANS,)
