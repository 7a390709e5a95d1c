"""RAG by rule: every rule, and the days on which one rule gives way to the next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.rag import Rag, RagSettings, Rating
from edi_reports.model.target import LONGEST_QUOTE, Target, TargetKind
from edi_reports.rules.rating import RULES, rate, rules_in_words
from tests.plan_making import an_action, due

DEFAULTS = RagSettings()
NOT_STARTED, IN_PROGRESS = ProgressState.NOT_STARTED, ProgressState.IN_PROGRESS


def rating(action: Action, as_at: date, settings: RagSettings = DEFAULTS) -> Rating:
    return rate(action, as_at, settings)


def verdict(action: Action, as_at: date, settings: RagSettings = DEFAULTS) -> tuple[Rag, str]:
    found = rate(action, as_at, settings)
    return found.rag, found.reason


def test_an_action_due_on_the_as_at_day_is_not_overdue() -> None:
    action = an_action(target=due(date(2025, 11, 30)))
    assert verdict(action, date(2025, 11, 30)) == (Rag.AMBER, "Due today (30 November 2025)")


def test_an_action_is_overdue_by_one_day_on_the_day_after() -> None:
    action = an_action(target=due(date(2025, 11, 30)))
    assert verdict(action, date(2025, 12, 1)) == (Rag.RED, "Overdue by 1 day (due 30 November 2025)")


def test_a_quarter_that_ends_on_31_march_turns_red_with_the_new_financial_year() -> None:
    action = an_action(target=due(date(2026, 3, 31), start=date(2026, 1, 1)))
    assert rating(action, date(2026, 3, 31)).rag is Rag.AMBER
    assert verdict(action, date(2026, 4, 1)) == (Rag.RED, "Overdue by 1 day (due 31 March 2026)")


def test_29_february_counts_as_a_day() -> None:
    action = an_action(target=due(date(2024, 2, 28)))
    assert rating(action, date(2024, 2, 29)).days == 1
    assert rating(action, date(2024, 3, 1)).days == 2
    assert rating(an_action(target=due(date(2024, 2, 29))), date(2024, 2, 29)).rag is Rag.AMBER


def test_amber_begins_30_days_before_the_due_day_and_not_31() -> None:
    action = an_action(target=due(date(2025, 12, 31)))
    assert verdict(action, date(2025, 11, 30)) == (Rag.GREEN, "Due 31 December 2025")
    assert verdict(action, date(2025, 12, 1)) == (Rag.AMBER, "Due in 30 days (31 December 2025)")


def test_a_trust_may_set_its_own_number_of_days_for_amber() -> None:
    action = an_action(target=due(date(2025, 12, 31)))
    assert rating(action, date(2025, 12, 1), RagSettings(amber_within_days=14)).rag is Rag.GREEN
    assert rating(action, date(2025, 12, 31), RagSettings(amber_within_days=0)).rag is Rag.AMBER


def test_a_completed_action_is_blue_however_late_or_as_the_trust_prefers_green() -> None:
    action = an_action(target=due(date(2020, 1, 1)), state=ProgressState.COMPLETED)
    assert verdict(action, date(2025, 11, 30)) == (Rag.BLUE, "Completed")
    assert rating(action, date(2025, 11, 30), RagSettings(completed_as=Rag.GREEN)).rag is Rag.GREEN


def test_an_action_proposed_for_closure_is_not_completed() -> None:
    action = an_action(target=due(date(2025, 9, 30)), state=ProgressState.PROPOSED_FOR_CLOSURE)
    assert rating(action, date(2025, 11, 30)).rag is Rag.RED


def test_a_struck_through_action_is_not_rated_even_when_overdue() -> None:
    action = an_action(target=due(date(2025, 9, 30)), cancelled=True)
    assert rating(action, date(2025, 11, 30)).rag is Rag.NOT_RATED


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (TargetKind.UNDECIDED, 'the target date is still to be decided ("TBC")'),
        (TargetKind.AMBIGUOUS, 'the target can be read in two ways ("TBC")'),
        (TargetKind.UNREADABLE, 'the target cannot be read as a date ("TBC")'),
        (TargetKind.CONDITIONAL, 'the target waits for an event ("TBC")'),
    ],
)
def test_a_target_that_is_no_day_is_never_green(kind: TargetKind, why: str) -> None:
    assert verdict(an_action(target=Target(" TBC\n", kind)), date(2025, 11, 30)) == (Rag.NOT_RATED, f"Not rated: {why}")


def test_a_blank_target_is_not_rated_and_nothing_is_quoted() -> None:
    action = an_action(target=Target("", TargetKind.BLANK))
    assert verdict(action, date(2025, 11, 30)) == (Rag.NOT_RATED, "Not rated: no target date is given")


def test_a_reason_quotes_only_the_beginning_of_a_long_target() -> None:
    reason = rating(an_action(target=Target("w" * 500, TargetKind.UNREADABLE)), date(2025, 11, 30)).reason
    assert reason.endswith(f'("{"w" * LONGEST_QUOTE}…")')


@pytest.mark.parametrize(
    ("state", "rag", "reason"),
    [
        (NOT_STARTED, Rag.AMBER, "Ongoing, not started"),
        (IN_PROGRESS, Rag.GREEN, "Ongoing, in progress"),
        (ProgressState.PROPOSED_FOR_CLOSURE, Rag.GREEN, "Ongoing, proposed for closure"),
        (ProgressState.NOT_STATED, Rag.NOT_RATED, "Not rated: ongoing, not stated"),
    ],
)
def test_an_ongoing_action_is_rated_by_its_progress(state: ProgressState, rag: Rag, reason: str) -> None:
    assert verdict(an_action(target=Target("Ongoing", TargetKind.ONGOING), state=state), date(2025, 11, 30)) == (
        rag,
        reason,
    )


def test_an_action_that_has_not_started_turns_amber_the_day_after_its_start_day() -> None:
    action = an_action(target=due(date(2026, 3, 31), start=date(2025, 7, 1)), state=NOT_STARTED)
    assert rating(action, date(2025, 7, 1)).rag is Rag.GREEN
    assert verdict(action, date(2025, 7, 2)) == (Rag.AMBER, "Not started; should have started 1 July 2025")


def test_an_action_in_progress_after_its_start_day_is_green() -> None:
    action = an_action(target=due(date(2026, 3, 31), start=date(2025, 7, 1)), state=IN_PROGRESS)
    assert verdict(action, date(2025, 11, 30)) == (Rag.GREEN, "Due 31 March 2026")


def test_a_moved_date_cannot_be_green_once_the_first_one_is_past() -> None:
    action = an_action(target=due(date(2026, 3, 31), original=date(2025, 9, 30)))
    assert rating(action, date(2025, 9, 30)).rag is Rag.GREEN
    assert verdict(action, date(2025, 10, 1)) == (Rag.AMBER, "Re-dated from 30 September 2025, which is past")


def test_a_dated_target_without_a_due_day_is_not_rated() -> None:
    action = an_action(target=Target("Q3 onwards", TargetKind.DATED, start=date(2025, 10, 1)))
    assert verdict(action, date(2025, 11, 30)) == (Rag.NOT_RATED, "Not rated: no due day is known")


def test_days_count_up_when_overdue_and_are_negative_while_there_is_time() -> None:
    action = an_action(target=due(date(2025, 11, 30)))
    assert [rating(action, date(2025, 11, day)).days for day in (28, 30)] == [-2, 0]
    assert rating(an_action(), date(2025, 11, 30)).days is None


def test_days_are_no_longer_counted_once_an_action_is_over() -> None:
    late = due(date(2025, 9, 30))
    assert rating(an_action(target=late, state=ProgressState.COMPLETED), date(2025, 11, 30)).days is None
    assert rating(an_action(target=late, cancelled=True), date(2025, 11, 30)).days is None


def test_a_rating_names_the_days_that_it_looked_at() -> None:
    target = due(date(2026, 3, 31), start=date(2026, 1, 1), original=date(2025, 9, 30))
    assert rating(an_action(target=target), date(2025, 11, 30)).dates == (
        ("start", date(2026, 1, 1)),
        ("due", date(2026, 3, 31)),
        ("original due", date(2025, 9, 30)),
    )


def test_the_rules_in_words_name_the_trusts_own_thresholds() -> None:
    words = rules_in_words(RagSettings(amber_within_days=14, completed_as=Rag.GREEN))
    assert "Completed: Green" in words
    assert any("within 14 days" in rule for rule in words)


def test_the_rules_are_numbered_in_their_order() -> None:
    assert [rule.number for rule in RULES] == list(range(len(RULES)))


days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
targets = st.builds(
    Target,
    st.text(max_size=20),
    st.sampled_from(TargetKind),
    st.none() | days,
    st.none() | days,
    st.none() | days,
)
actions = st.builds(
    lambda target, state, cancelled: an_action(target=target, state=state, cancelled=cancelled),
    targets,
    st.sampled_from(ProgressState),
    st.booleans(),
)


@given(actions, days)
def test_nothing_is_green_whose_due_day_or_first_due_day_is_past(action: Action, as_at: date) -> None:
    target = action.target
    past = [day for day in (target.due, target.original_due) if day and day < as_at]
    if past and target.kind not in (TargetKind.ONGOING, TargetKind.RECURRING):
        assert rating(action, as_at).rag is not Rag.GREEN


@given(actions, days, st.integers(0, 90))
def test_green_never_stands_within_the_amber_days_of_a_dated_target(action: Action, as_at: date, amber: int) -> None:
    found = rating(action, as_at, RagSettings(amber_within_days=amber))
    if found.rag is Rag.GREEN and action.target.kind is TargetKind.DATED:
        assert action.target.due is not None
        assert action.target.due > as_at + timedelta(days=amber)


@given(actions, days)
def test_every_rating_has_a_reason_and_the_number_of_its_rule(action: Action, as_at: date) -> None:
    found = rating(action, as_at)
    assert found.reason.strip()
    assert 0 <= found.rule < len(RULES)
