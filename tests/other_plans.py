"""Plans of kinds that other NHS organisations keep, each with the truth beside it: the examiner's collection."""

from __future__ import annotations

from collections.abc import Callable

from tests import (
    other_plans_blind,
    other_plans_blind_doubts,
    other_plans_blind_keys,
    other_plans_colours,
    other_plans_columns,
    other_plans_files,
    other_plans_fresh,
    other_plans_habits,
    other_plans_later,
    other_plans_layouts,
    other_plans_many_hands,
    other_plans_messy,
    other_plans_nhs,
    other_plans_refused,
    other_plans_remnants,
    other_plans_sectors,
    other_plans_sparse,
    other_plans_strips,
    other_plans_task_boards,
    other_plans_traps,
    other_plans_unseen,
    other_plans_unseen_again,
)
from tests.other_plans_truth import Plan

PLANS: tuple[Callable[[], Plan], ...] = (
    *other_plans_layouts.PLANS,
    *other_plans_columns.PLANS,
    *other_plans_colours.PLANS,
    *other_plans_files.PLANS,
    *other_plans_habits.PLANS,
    *other_plans_remnants.PLANS,
    *other_plans_traps.PLANS,
    *other_plans_sparse.PLANS,
    *other_plans_fresh.FRESH,
    *other_plans_nhs.FIRST_NHS,
    *other_plans_later.SECOND_NHS,
    *other_plans_messy.PLANS,
    *other_plans_unseen.UNSEEN,
    *other_plans_unseen_again.AGAIN,
    *other_plans_blind.BLIND,
    *other_plans_blind_keys.KEYS,
    *other_plans_blind_doubts.DOUBTS,
    *other_plans_task_boards.TASK_BOARDS,
    *other_plans_sectors.SECTORS,
    *other_plans_strips.STRIPS,
    *other_plans_many_hands.MANY_HANDS,
    *other_plans_refused.PLANS,
)
