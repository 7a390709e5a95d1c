"""Small plans for tests, made of model values, so that a test shows only what it is about."""

from __future__ import annotations

from datetime import date

from edi_reports.model.action import (
    Action,
    Framework,
    Group,
    Hindrance,
    Progress,
    ProgressSource,
    ProgressState,
)
from edi_reports.model.owner import Owner, Part
from edi_reports.model.period import FinancialYear
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, RatedAction, RatedPlan, Source
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.target import Target, TargetKind
from edi_reports.rules.rating import rate, rules_in_words

AS_AT = date(2025, 11, 30)
NEVER = Target("", TargetKind.BLANK)
FIRST_GROUP = Group("High Impact Action 1", "Measurable objectives on EDI", 1)
DEFAULTS = RagSettings()


def due(day: date, *, start: date | None = None, original: date | None = None, written: str = "") -> Target:
    """A dated target; it starts on its due day unless told otherwise."""
    return Target(written or day.isoformat(), TargetKind.DATED, start or day, day, original)


def an_action(
    text: str = "Publish the pay gap report",
    *,
    ref: str = "1.01",
    row: int = 5,
    group: Group | None = FIRST_GROUP,
    owners: tuple[str, ...] = ("Head of EDI",),
    target: Target = NEVER,
    state: ProgressState = ProgressState.IN_PROGRESS,
    frameworks: tuple[str, ...] = ("WRES",),
    stated: Rag | None = None,
    update: str | None = None,
    hindrance: Hindrance | None = None,
    cancelled: bool = False,
    pointer_to: str | None = None,
    other: tuple[tuple[str, str], ...] = (),
) -> Action:
    """An action with sensible values for all that a test does not name."""
    return Action(
        ref=ref,
        place=Place("plan.xlsx", "Plan", row, 4),
        group=group,
        text=text,
        owners=tuple(Owner(name, Part.LEAD, name, known=True) for name in owners),
        target=target,
        progress=Progress(state, ProgressSource.TEXT, state.words),
        frameworks=tuple(Framework(name) for name in frameworks),
        stated_rag=stated,
        update=update,
        hindrance=hindrance,
        cancelled=cancelled,
        pointer_to=pointer_to,
        other=other,
    )


def a_plan(*actions: Action, title: str = "EDI Action Plan 2025-26") -> ActionPlan:
    """A plan of these actions, for 2025/26."""
    return ActionPlan(Source("plan.xlsx", "0" * 64), title, FinancialYear(2025).period, actions)


def rated(
    plan: ActionPlan,
    as_at: date = AS_AT,
    settings: RagSettings = DEFAULTS,
    committees: tuple[str, ...] = ("People Committee", "Trust Board"),
) -> RatedPlan:
    """The plan rated as at a day by the default rules, every action routed to the same committees."""
    actions = tuple(RatedAction(action, rate(action, as_at, settings), committees) for action in plan.counted)
    return RatedPlan(plan, as_at, actions, (), rules_in_words(settings), settings)
