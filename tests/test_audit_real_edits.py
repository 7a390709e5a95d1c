"""Made-up edits of the trust's own plan, of every kind at once: what is reported is what was edited."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans
from edi_reports.model.action import Action, Framework, Group, ProgressState
from edi_reports.model.change import ChangedField, PlanChanges
from edi_reports.model.owner import Owner, Part
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from tests.reworded_plan import COMING
from tests.test_audit_real_plans import OCTOBER, plan_of
from tests.version_making import lightly_edited

Edit = Callable[[Action, random.Random], Action]


def redated(action: Action, rng: random.Random) -> Action:
    days = timedelta(days=rng.choice((-31, 30, 90, 365)))
    day = (action.target.due or date(2026, 3, 31)) + days
    return replace(action, target=Target("a new date", TargetKind.DATED, day, day))


def with_other_progress(action: Action, rng: random.Random) -> Action:
    others = [state for state in ProgressState if state not in (action.progress.state, ProgressState.NOT_STATED)]
    return replace(action, progress=replace(action.progress, state=rng.choice(others)))


def with_other_owner(action: Action, rng: random.Random) -> Action:
    came = Owner("Director of Strategy", Part.LEAD, "Director of Strategy", known=False)
    return replace(action, owners=(*action.owners[1:], came))


EDITS: dict[ChangedField, Edit] = {
    ChangedField.ACTION: lambda action, rng: replace(action, text=lightly_edited(action.text, rng)),
    ChangedField.TARGET: redated,
    ChangedField.PROGRESS: with_other_progress,
    ChangedField.OWNERS: with_other_owner,
    ChangedField.UPDATE: lambda action, rng: replace(action, update="Reported to the People Committee in March."),
    ChangedField.FRAMEWORKS: lambda action, rng: replace(action, frameworks=(*action.frameworks, Framework("PSED"))),
    ChangedField.STATED_RAG: lambda action, rng: replace(action, stated_rag=Rag.AMBER),
}


@dataclass(frozen=True)
class Edited:
    """An edited plan, and the truth: the fields edited by the old row, the old rows that left, the rows that came."""

    plan: ActionPlan
    fields: frozenset[tuple[int, ChangedField]]
    left: frozenset[int]


def edited(rng: random.Random) -> Edited:
    plan = plan_of(OCTOBER)
    renamed = rng.choice([action.group for action in plan.counted])
    left = frozenset(action.place.row for action in rng.sample(plan.counted, 3))
    fields: set[tuple[int, ChangedField]] = set()
    found = []
    for action in plan.counted:
        if action.place.row in left:
            continue
        new = action
        for field in rng.sample(list(EDITS), rng.choice((0, 0, 1, 1, 2))):
            new = EDITS[field](new, rng)
            fields.add((action.place.row, field))
        if action.group == renamed:
            new = replace(new, group=Group("Aim 9", "What matters most to our people", 9))
            fields.add((action.place.row, ChangedField.GROUP))
        found.append(new)
    found += [replace(plan.counted[0], text=text, group=Group("Aim 10", "New", 10)) for text in COMING]
    for _ in range(4):
        found.insert(rng.randrange(len(found)), found.pop(rng.randrange(len(found))))
    rows = (replace(action, place=Place("new.xlsx", "Plan", row, 4)) for row, action in enumerate(found, 5))
    return Edited(replace(plan, actions=tuple(rows)), frozenset(fields), left)


def reported(changes: PlanChanges) -> frozenset[tuple[int, ChangedField]]:
    return frozenset((each.match.old.place.row, c.field) for each in changes.changed for c in each.changes)


def test_what_is_reported_is_what_was_edited() -> None:
    right = told = true = 0
    for seed in range(25):
        version = edited(random.Random(seed))
        fields = reported(compare_plans(plan_of(OCTOBER), version.plan))
        right += len(fields & version.fields)
        told += len(fields)
        true += len(version.fields)

    assert true > 500
    assert right / told >= 0.98
    assert right / true >= 0.98


def test_what_left_and_came_is_told_and_no_pair_is_uncertain_for_long() -> None:
    uncertain = 0
    for seed in range(25):
        version = edited(random.Random(seed))
        changes = compare_plans(plan_of(OCTOBER), version.plan)
        uncertain += len(changes.uncertain)
        assert {action.place.row for action in changes.removed} == version.left
        assert {action.text for action in changes.added} == set(COMING)

    assert uncertain <= 5
