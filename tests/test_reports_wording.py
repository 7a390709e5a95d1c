"""Words made from values: numbers, dates, targets, names."""

from __future__ import annotations

from datetime import date

import pytest

from edi_reports.model.owner import Owner, Part
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.wording import (
    group_word,
    how_many,
    listed,
    moved_in_words,
    one_line,
    owners_in_words,
    period_in_words,
    so_many,
    target_in_words,
)
from tests.plan_making import an_action


@pytest.mark.parametrize(("number", "words"), [(0, "no actions"), (1, "1 action"), (31, "31 actions")])
def test_things_are_counted_with_the_right_plural(number: int, words: str) -> None:
    assert how_many(number, "action") == words


@pytest.mark.parametrize(("number", "words"), [(0, "none is Red"), (1, "1 is Red"), (5, "5 are Red")])
def test_zero_is_said_as_none(number: int, words: str) -> None:
    assert so_many(number, "is Red", "are Red") == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [((), ""), (("1.04",), "1.04"), (("1.04", "2.01"), "1.04 and 2.01"), (("a", "b", "c"), "a, b and c")],
)
def test_a_list_ends_with_and(words: tuple[str, ...], sentence: str) -> None:
    assert listed(words) == sentence


def test_a_long_list_is_cut_and_the_rest_counted() -> None:
    assert listed([str(n) for n in range(1, 11)], most=3) == "1, 2, 3 and 7 others"


def test_a_list_is_not_cut_to_leave_out_a_single_one() -> None:
    assert listed(["1", "2", "3", "4"], most=3) == "1, 2, 3 and 4"


Q4 = (date(2026, 1, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("Q4", TargetKind.DATED, *Q4), "Q4 2025/26"),
        (Target("quarter 4 25/26 ", TargetKind.DATED, *Q4), "Q4 2025/26"),
        (Target("Q3-Q4", TargetKind.RANGE, date(2025, 10, 1), Q4[1]), "Q3 to Q4 2025/26"),
        (Target("Q4 to Q1", TargetKind.RANGE, Q4[0], date(2026, 6, 30)), "Q4 2025/26 to Q1 2026/27"),
        (Target("end of Q4", TargetKind.DATED, Q4[1], Q4[1]), "Q4 2025/26"),
        (Target("January to March 2026", TargetKind.RANGE, *Q4), "January to March 2026"),
        (Target("Jan 26", TargetKind.DATED, date(2026, 1, 1), date(2026, 1, 31)), "January 2026"),
        (
            Target("Dec 25 to Jan 26", TargetKind.RANGE, date(2025, 12, 1), date(2026, 1, 31)),
            "December 2025 to January 2026",
        ),
        (Target("31/3/26", TargetKind.DATED, date(2025, 11, 1), Q4[1]), "31 March 2026"),
        (Target("Q4", TargetKind.DATED, date(2025, 11, 1), Q4[1]), "Q4 2025/26"),
        (Target("6/8/18", TargetKind.DATED, date(2018, 8, 6), date(2018, 8, 6)), "6 August 2018"),
        (Target("6-10 Aug", TargetKind.RANGE, date(2018, 8, 6), date(2018, 8, 10)), "6 August 2018 to 10 August 2018"),
        (Target("all year", TargetKind.RANGE, date(2025, 4, 1), Q4[1]), "Throughout 2025/26"),
        (Target("Q3 onwards", TargetKind.ONGOING, date(2025, 10, 1)), "Q3 2025/26 onwards"),
        (Target("from 3 Oct", TargetKind.ONGOING, date(2025, 10, 3)), "3 October 2025 onwards"),
        (Target("Ongoing", TargetKind.ONGOING), "Ongoing"),
        (Target("When the\nopportunity  arises", TargetKind.CONDITIONAL), "When the opportunity arises"),
        (Target("Spring 26", TargetKind.UNREADABLE), "Spring 26"),
        (Target("", TargetKind.BLANK), "None given"),
    ],
)
def test_a_target_reads_as_it_was_meant(target: Target, words: str) -> None:
    assert target_in_words(target) == words


def test_a_calendar_year_is_not_called_a_financial_one() -> None:
    assert period_in_words(date(2025, 1, 1), date(2025, 12, 31)) == "January to December 2025"


@pytest.mark.parametrize(
    ("days", "times", "words"),
    [
        (181, 2, "moved 2 times, 181 days in all"),
        (1, 1, "moved by 1 day"),
        (90, 0, "moved by 90 days"),
        (-30, 1, "brought forward by 30 days"),
        (-30, 3, "moved 3 times, 30 days earlier"),
        (0, 2, "moved 2 times, no days in all"),
    ],
)
def test_a_moved_date_is_told_with_its_days(days: int, times: int, words: str) -> None:
    assert moved_in_words(days, times) == words


@pytest.mark.parametrize(
    ("labels", "word"),
    [
        (("High Impact Action 1", "High impact Action 2"), "High Impact Action"),
        (("WRES Metric 1.2",), "WRES Metric"),
        (("Objective A", "Objective B"), "Objective"),
        (("Aim IV", "Aim V"), "Aim"),
        (("High Impact Action 1", "Estates"), "group"),
        (("Estates", "Recruitment"), "group"),
        (("A theme with a name that is a sentence of its own 1",), "group"),
        (("1", "2"), "group"),
        ((), "group"),
    ],
)
def test_a_group_goes_by_the_plans_own_word(labels: tuple[str, ...], word: str) -> None:
    assert group_word(labels) == word


def test_a_long_action_is_named_by_the_beginning_of_its_first_line() -> None:
    text = "\n• Publish the recruitment audit findings for band 7 and above posts, to each Divisional Board\n• b"
    assert one_line(text) == "Publish the recruitment audit findings for band 7 and above posts, to each Divisional…"


def test_a_label_does_not_end_in_a_stop_or_colon() -> None:
    assert one_line("Agree objectives for every board member:\n• specific") == "Agree objectives for every board member"


def test_a_word_that_is_too_long_for_a_label_is_cut() -> None:
    assert one_line("x" * 200, most=10) == "xxxxxxxxxx…"


def test_supporting_owners_are_told_apart() -> None:
    action = an_action(owners=("Head of EDI",))
    supported = (*action.owners, Owner("Staff Networks", Part.SUPPORT, "Staff Networks", known=True))
    assert owners_in_words(supported) == ("Head of EDI", "with support from Staff Networks")


def test_an_action_without_owner_says_so() -> None:
    assert owners_in_words(()) == ("No owner given",)
