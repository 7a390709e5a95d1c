"""Groups, frameworks, references and the period of a plan."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.model.action import Group
from edi_reports.model.period import FinancialYear, Period
from edi_reports.normalising.frameworks import normalise_frameworks
from edi_reports.normalising.groups import normalise_group
from edi_reports.normalising.plan_period import find_period, find_sheet_periods
from edi_reports.normalising.references import find_pointer, make_refs


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("5", Group("5", number=5)),
        ("High Impact Action 1\nChief executives …", Group("High Impact Action 1", "Chief executives …", 1)),
        ("High impact Action 2  Embed fair …", Group("High impact Action 2", "Embed fair …", 2)),
        ("Objective 3: Better data", Group("Objective 3", "Better data", 3)),
        ("1. Leadership", Group("1", "Leadership", 1)),
        ("Aim 2 – Culture", Group("Aim 2", "Culture", 2)),
        ("WRES Indicator 4", Group("WRES Indicator 4", "", 4)),
        ("Metric 5:", Group("Metric 5", "", 5)),
        ("A) Data", Group("A", "Data")),
        ("Domain 1: Commissioned services", Group("Domain 1", "Commissioned services", 1)),
        ("Theme: Culture", Group("Theme: Culture")),
        ("Recruitment", Group("Recruitment")),
        ("2025 plan", Group("2025 plan")),
        ("Women's network – priorities", Group("Women's network – priorities")),
    ],
)
def test_a_group_has_a_label_a_title_and_perhaps_a_number(text: str, group: Group) -> None:
    assert normalise_group(text) == group


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("WDES WRES", ["WDES", "WRES"]),
        ("WDES/WRES", ["WDES", "WRES"]),
        ("EDS22", ["EDS22"]),
        ("EDS 2022 Domain 2", ["EDS22 Domain 2"]),
        ("EDS2 1A", ["EDS22 Domain 1"]),
        ("GPG", ["GPG"]),
        ("Gender Pay Gap", ["GPG"]),
        ("WRES metric 3", ["WRES"]),
        ("MWRES, WRES", ["MWRES", "WRES"]),
        ("Sexual Orientation Standard", ["Sexual Orientation Standard"]),
        ("NHS People Plan\nAIS\nPCREF", ["NHS People Plan", "AIS", "PCREF"]),
        ("HIA 2", ["HIA"]),
        ("NHS EDI Improvement Plan; PSED", ["NHS EDI Improvement Plan", "PSED"]),
        ("WRES, Anti-racism strategy", ["WRES", "Anti-racism strategy"]),
        ("WRES & WRES", ["WRES"]),
        ("N/A", []),
        ("", []),
    ],
)
def test_tags_become_frameworks_in_the_order_written(text: str, wanted: list[str]) -> None:
    assert [str(framework) for framework in normalise_frameworks((text,))] == wanted


def test_headings_give_frameworks_only_where_there_are_no_tags() -> None:
    assert [str(one) for one in normalise_frameworks((), ("WRES Indicator 3", "Leadership"))] == ["WRES"]
    assert [str(one) for one in normalise_frameworks(("GPG",), ("WRES Indicator 3",))] == ["GPG"]


def test_a_tag_of_the_trusts_own_is_known_by_its_name() -> None:
    assert [
        str(one) for one in normalise_frameworks(("Equity & Excellence, wres",), known=("Equity & Excellence",))
    ] == [
        "Equity & Excellence",
        "WRES",
    ]


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("See 4b", "4b"),
        ("Refer to action 2.3", "2.3"),
        ("As per 1.1", "1.1"),
        ("Duplicate of A4", "A4"),
        ("see action 4 above", "4"),
        ("See 2.1 and 2.3.", "2.1 and 2.3"),
        ("See 4b for the survey, and publish it", None),
        ("See the patients", None),
        ("Refer staff to occupational health", None),
        ("", None),
    ],
)
def test_a_row_that_only_refers_is_a_pointer(text: str, pointer: str | None) -> None:
    assert find_pointer(text) == pointer


ONE, TWO, PLAIN = Group("Aim 1", "", 1), Group("Aim 2", "", 2), Group("Recruitment")


def test_references_are_made_of_group_and_place() -> None:
    assert make_refs(["", "", ""], [ONE, ONE, TWO]) == ("1.01", "1.02", "2.01")


def test_the_plans_own_reference_is_kept_and_never_given_twice() -> None:
    assert make_refs(["WR1", "", "1.02", ""], [ONE, ONE, ONE, ONE]) == ("WR1", "1.03", "1.02", "1.04")


def test_groups_without_numbers_are_counted() -> None:
    assert make_refs(["", ""], [PLAIN, Group("Retention")]) == ("1.01", "2.01")
    assert make_refs(["", ""], [ONE, Group("Objective 1", "", 1)]) == ("1.01", "2.01")


def test_a_plan_without_groups_counts_its_actions() -> None:
    assert make_refs(["", ""], [None, None]) == ("01", "02")


@given(st.lists(st.sampled_from([None, ONE, TWO, PLAIN]), max_size=30))
def test_made_references_are_unique(groups: list[Group | None]) -> None:
    refs = make_refs([""] * len(groups), groups)
    assert len(set(refs)) == len(groups)


FINANCIAL_2025 = FinancialYear(2025).period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("National EDI Improvement Programme 2025-26 Combined Action Plan", FINANCIAL_2025),
        ("2025-05 EDI Combined Action Plan 2025-26.xlsx", FINANCIAL_2025),
        ("Plan 2025/2026", FINANCIAL_2025),
        ("Plan 2025 – 2026", FINANCIAL_2025),
        ("Plan 25/26 (updated 12/06/2025)", FINANCIAL_2025),
        ("FY26", FINANCIAL_2025),
        ("April 2025 to March 2026", FINANCIAL_2025),
        ("1 April 2025 - 31 March 2026", FINANCIAL_2025),
        ("2023/24 - 2025/26", Period(date(2023, 4, 1), date(2026, 3, 31))),
        ("January to December 2025", Period(date(2025, 1, 1), date(2025, 12, 31))),
        ("EDI plan 2025", Period(date(2025, 1, 1), date(2025, 12, 31))),
        ("2023-2026", None),
        ("EDS 2022", None),
        ("Equality Delivery System 2022", None),
        ("WRES 2024 action plan", None),
        ("Updated June 2025", None),
        ("As at 31/05/2025", None),
        ("Sheet1", None),
    ],
)
def test_the_period_is_what_the_title_says_for_certain(text: str, period: Period | None) -> None:
    assert find_period((text,))[0] == period


def test_a_financial_year_anywhere_outweighs_a_single_year() -> None:
    period, said = find_period(("EDI plan 2025", "Sheet1", "Improvement plan 2025/26"))
    assert period == FINANCIAL_2025
    assert said == 'financial year 2025/26 from "Improvement plan 2025/26"'


def test_where_the_period_was_found_is_said() -> None:
    assert find_period(("Plan 2025-26",)) == (FINANCIAL_2025, "financial year 2025/26 from the title")
    assert find_period(("Plan",)) == (None, "")


@given(st.text(max_size=80))
def test_no_heading_breaks_the_reading(text: str) -> None:
    assert isinstance(normalise_group(text), Group)
    normalise_frameworks((text,), (text,))
    find_pointer(text)
    find_period((text,))


def periods_of(*sheets: tuple[str, str], name: str = "Plan.xlsx") -> list[Period | None]:
    """The period of each sheet, told by its title and its name; the plan takes the first that is found."""
    texts = tuple((sheet, (title, sheet)) for sheet, title in sheets)
    whole = find_period((*(title for _, title in sheets), *(sheet for sheet, _ in sheets), name))
    return [period for period, _ in find_sheet_periods(texts, whole, name).values()]


def test_a_sheet_for_each_year_has_the_period_of_its_year() -> None:
    last, now = FinancialYear(2024).period, FinancialYear(2025).period
    assert periods_of(("2025-26", "Pay gap actions"), ("2024-25", "Pay gap actions")) == [now, last]
    assert periods_of(("Now", "Actions 2025/26"), ("Then", "Actions 2024/25"), ("Later", "Ideas")) == [now, last, None]


def test_sheets_without_a_year_take_that_of_the_first_sheet_or_of_the_file_but_not_of_a_later_one() -> None:
    now = FinancialYear(2025).period
    assert periods_of(("One", "WRES actions 2025/26"), ("Two", "WDES actions")) == [now, now]
    assert periods_of(("One", "WRES actions"), ("Two", "Ideas for 2025/26")) == [None, now]
    assert periods_of(("One", "WRES"), ("Two", "Actions 2025/26"), name="Plan 2025-26.xlsx") == [now, now]
    calendar = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert periods_of(("One", "Plan 2025"), ("Two", "More")) == [calendar, calendar]


def test_years_that_are_said_to_be_calendar_years_are_the_period() -> None:
    period = find_period(("Equality Objectives 2024 – 2027 (calendar years)",))[0]
    assert period is not None
    assert (period.start.isoformat(), period.due.isoformat()) == ("2024-01-01", "2027-12-31")
    assert find_period(("Equality Objectives 2024 – 2027",))[0] is None
