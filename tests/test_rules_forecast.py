"""Which actions turn Red or Amber when."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from edi_reports.model.action import ProgressState
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.rules.forecast import forecast
from edi_reports.rules.rating import rate
from tests.plan_making import DEFAULTS, a_plan, an_action, due, rated


def test_a_green_action_turns_amber_30_days_before_it_is_due_and_red_the_day_after() -> None:
    plan = rated(a_plan(an_action(target=due(date(2026, 3, 31)))), date(2025, 11, 30))
    found = forecast(plan, date(2026, 4, 30)).turns
    assert [(turn.day, turn.before, turn.rating.rag) for turn in found] == [
        (date(2026, 3, 1), Rag.GREEN, Rag.AMBER),
        (date(2026, 4, 1), Rag.AMBER, Rag.RED),
    ]
    assert found[0].rating.reason == "Due in 30 days (31 March 2026)"


def test_what_lies_on_the_last_day_is_told_and_what_lies_after_it_is_not() -> None:
    plan = rated(a_plan(an_action(target=due(date(2026, 3, 31)))), date(2025, 11, 30))
    assert len(forecast(plan, date(2026, 3, 1)).turns) == 1
    assert forecast(plan, date(2026, 2, 28)).turns == ()


def test_what_has_already_turned_is_not_told_again() -> None:
    plan = rated(a_plan(an_action(target=due(date(2025, 9, 30)))), date(2025, 11, 30))
    assert forecast(plan, date(2026, 12, 31)).turns == ()


def test_a_completed_action_never_turns() -> None:
    action = an_action(target=due(date(2026, 3, 31)), state=ProgressState.COMPLETED)
    assert forecast(rated(a_plan(action)), date(2027, 1, 1)).turns == ()


def test_turns_are_told_month_by_month_in_order_of_time() -> None:
    plan = a_plan(
        an_action(ref="1.01", target=due(date(2026, 3, 31), start=date(2026, 1, 1)), state=ProgressState.NOT_STARTED),
        an_action(ref="1.02", target=due(date(2025, 12, 31))),
    )
    months = [
        (str(month), [(turn.action.ref, turn.rating.rag.word) for turn in turns])
        for month, turns in forecast(rated(plan, date(2025, 11, 30)), date(2026, 4, 30)).by_month()
    ]
    assert months == [
        ("December 2025", [("1.02", "Amber")]),
        ("January 2026", [("1.02", "Red"), ("1.01", "Amber")]),
        ("April 2026", [("1.01", "Red")]),
    ]


def test_a_due_day_at_the_end_of_the_calendar_is_no_reason_to_stop() -> None:
    plan = rated(a_plan(an_action(target=due(date.max)), an_action(target=due(date.min))))
    assert forecast(plan, date.max).turns[0].rating.rag is Rag.AMBER


days = st.dates(date(2025, 1, 1), date(2025, 12, 31))
maybe = st.none() | days


@given(st.sampled_from(TargetKind), maybe, maybe, maybe, st.sampled_from(ProgressState), days)
def test_the_forecast_tells_the_same_as_rating_every_single_day(
    kind: TargetKind, start: date | None, due_day: date | None, first: date | None, state: ProgressState, as_at: date
) -> None:
    action = an_action(target=Target("as written", kind, start, due_day, first), state=state)
    until = date(2026, 2, 28)
    daily, before = [], rate(action, as_at, DEFAULTS).rag
    for ahead in range(1, (until - as_at).days + 1):
        day = as_at + timedelta(days=ahead)
        rag = rate(action, day, DEFAULTS).rag
        if rag is not before and rag in (Rag.RED, Rag.AMBER):
            daily.append((day, before, rag))
        before = rag
    found = forecast(rated(a_plan(action), as_at), until).turns
    assert [(turn.day, turn.before, turn.rating.rag) for turn in found] == daily
