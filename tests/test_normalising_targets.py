"""What stands in a target column, and what it means."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.model.finding import Finding
from edi_reports.model.period import FinancialYear, Period, long_date, month_period
from edi_reports.model.place import Place
from edi_reports.model.raw import RawCell
from edi_reports.model.target import Target, TargetKind
from edi_reports.normalising.targets import combine_targets, normalise_target

PLACE = Place("plan.xlsx", "Plan", 5, 6)
PLAN = FinancialYear(2025).period
SAID = "financial year 2025/26 from the title"
FOUR_YEARS = Period(date(2023, 4, 1), date(2027, 3, 31))


def read(text: str, period: Period | None = PLAN) -> Target:
    return normalise_target((RawCell(text, PLACE),), PLACE, period, SAID if period else "")[0]


def findings(text: str, period: Period | None = PLAN) -> tuple[Finding, ...]:
    return normalise_target((RawCell(text, PLACE),), PLACE, period, SAID if period else "")[1]


def dates(text: str, period: Period | None = PLAN) -> tuple[str, str | None, str | None]:
    target = read(text, period)
    start, due = (day.isoformat() if day else None for day in (target.start, target.due))
    return target.kind.value, start, due


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Q2 2025/2026", "2025-07-01", "2025-09-30"),
        ("Q3 25/26", "2025-10-01", "2025-12-31"),
        ("Q4 25/26 ", "2026-01-01", "2026-03-31"),
        ("Q4 2025-26", "2026-01-01", "2026-03-31"),
        ("Q1 2026–27", "2026-04-01", "2026-06-30"),
        ("End of Q1 2025/26", "2025-04-01", "2025-06-30"),
        ("2025/26 Q2", "2025-07-01", "2025-09-30"),
        ("Quarter 3 (2025/26)", "2025-10-01", "2025-12-31"),
        ("third quarter of 2025/26", "2025-10-01", "2025-12-31"),
        ("Sept 2025", "2025-09-01", "2025-09-30"),
        ("by end Jan 26", "2026-01-01", "2026-01-31"),
        ("end of March 2026", "2026-03-01", "2026-03-31"),
        ("Mar-14", "2014-03-01", "2014-03-31"),
        ("06/25", "2025-06-01", "2025-06-30"),
        ("October 2025/26", "2025-10-01", "2025-10-31"),
        ("March 2025/26", "2026-03-01", "2026-03-31"),
        ("12/6/25", "2025-06-12", "2025-06-12"),
        ("10.05.2023", "2023-05-10", "2023-05-10"),
        ("2025-06-12", "2025-06-12", "2025-06-12"),
        ("12-Jun-25", "2025-06-12", "2025-06-12"),
        ("27th July 2025", "2025-07-27", "2025-07-27"),
        ("By 31st of March, 2026", "2026-03-31", "2026-03-31"),
        ("July 27, 2025", "2025-07-27", "2025-07-27"),
        ("31/03/2026 00:00:00", "2026-03-31", "2026-03-31"),
        ("no later than 30\u00a0June 2025.", "2025-06-30", "2025-06-30"),
        ("w/c 8 December 2025", "2025-12-08", "2025-12-14"),
        ("29 February 2024", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_day_month_or_quarter_with_its_year_is_dated(text: str, start: str, due: str) -> None:
    assert dates(text) == ("dated", start, due)
    assert read(text).assumed == ()


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Q3", "2025-10-01", "2025-12-31"),
        ("2nd quarter", "2025-07-01", "2025-09-30"),
        ("Qtr 4", "2026-01-01", "2026-03-31"),
        ("31st Dec", "2025-12-31", "2025-12-31"),
        ("25/12", "2025-12-25", "2025-12-25"),
        ("March", "2026-03-01", "2026-03-31"),
        ("by end of financial year", "2026-03-31", "2026-03-31"),
        ("year end", "2026-03-31", "2026-03-31"),
    ],
)
def test_a_missing_year_is_supplied_from_the_plan_and_said(text: str, start: str, due: str) -> None:
    assert dates(text) == ("dated", start, due)
    assert read(text).assumed == (SAID,)
    assert findings(text) == ()


@pytest.mark.parametrize("text", ["Q3", "31st Dec", "March", "year end", "Q1-Q3", "Throughout", "Q3 onwards"])
def test_a_year_is_never_guessed_where_the_plan_has_none(text: str) -> None:
    assert dates(text, None) == ("ambiguous", None, None)
    (finding,) = findings(text, None)
    assert finding.code == "year-missing"


@pytest.mark.parametrize("text", ["Q3", "31st Dec", "March", "year end"])
def test_a_year_is_never_guessed_where_the_plan_has_several(text: str) -> None:
    assert dates(text, FOUR_YEARS) == ("ambiguous", None, None)


def test_a_bare_quarter_of_a_calendar_year_plan_may_count_from_january_or_april() -> None:
    calendar_year = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert dates("Q3", calendar_year) == ("ambiguous", None, None)
    assert dates("31st Dec", calendar_year) == ("dated", "2025-12-31", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Throughout 2025/2026", "2025-04-01", "2026-03-31"),
        ("2025/26", "2025-04-01", "2026-03-31"),
        ("FY25/26", "2025-04-01", "2026-03-31"),
        ("Ongoing throughout 2025/26", "2025-04-01", "2026-03-31"),
        ("Q1-Q3", "2025-04-01", "2025-12-31"),
        ("Q3/Q4", "2025-10-01", "2026-03-31"),
        ("Q3/4 2025-26", "2025-10-01", "2026-03-31"),
        ("Q1 & Q2 2025/26", "2025-04-01", "2025-09-30"),
        ("Q3 2025/26 - Q1 2026/27", "2025-10-01", "2026-06-30"),
        ("H2 2025/26", "2025-10-01", "2026-03-31"),
        ("Oct–Dec 2019", "2019-10-01", "2019-12-31"),
        ("Oct—Dec 2019", "2019-10-01", "2019-12-31"),
        ("April to June 2025", "2025-04-01", "2025-06-30"),
        ("between June and August 2025", "2025-06-01", "2025-08-31"),
        ("Apr 25 - Mar 26", "2025-04-01", "2026-03-31"),
        ("1 April 2025 to 31 March 2026", "2025-04-01", "2026-03-31"),
        ("12-13 January 2026", "2026-01-12", "2026-01-13"),
        ("Across Q3 and Q4", "2025-10-01", "2026-03-31"),
        ("Start Sept 2025, end Jan 2026", "2025-09-01", "2026-01-31"),
        ("12 June - 25 July 2025", "2025-06-12", "2025-07-25"),
        ("from 1 April 2025 until 30/9/25", "2025-04-01", "2025-09-30"),
    ],
)
def test_two_ends_make_a_range(text: str, start: str, due: str) -> None:
    assert dates(text) == ("range", start, due)


def test_a_range_over_new_year_begins_in_the_year_before() -> None:
    assert dates("Dec - Feb 2026", None) == ("range", "2025-12-01", "2026-02-28")
    assert read("Dec - Feb 2026", None).assumed == ("year 2025 from the other date in the cell",)


def test_the_last_of_several_phases_is_due_and_that_is_said() -> None:
    for text in ("Phase 1: June 2025\nPhase 2: March 2026", "June 2025 then March 2026", "• June 2025\n• March 2026"):
        assert dates(text) == ("range", "2025-06-01", "2026-03-31"), text
        assert read(text).assumed[-1] == "the last of 2 dates taken as due"


def test_a_date_in_brackets_that_says_the_same_is_no_second_reading() -> None:
    assert dates("Q4 (January to March 2026)") == ("dated", "2026-01-01", "2026-03-31")
    assert dates("Q4 2025/26 (January 2026)") == ("ambiguous", None, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Q3 onwards", "2025-10-01"),
        ("From the start of Q3", "2025-10-01"),
        ("From April 2025", "2025-04-01"),
        ("April 2025 onwards", "2025-04-01"),
        ("Q4 2025/26 and ongoing", "2026-01-01"),
        ("Ongoing", None),
        ("Continuous", None),
        ("BAU", None),
        ("In place", None),
        ("Rolling programme", None),
        ("ongoing - review March 2026", None),
    ],
)
def test_what_has_no_end_is_ongoing(text: str, start: str | None) -> None:
    assert dates(text) == ("ongoing", start, None)
    assert findings(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "monthly",
        "Quarterly",
        "Annually",
        "every 6 months",
        "bi-monthly",
        "Annually in March",
        "6-monthly",
        "twice a year",
    ],
)
def test_a_frequency_is_recurring(text: str) -> None:
    assert dates(text) == ("recurring", None, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TBC", "undecided"),
        ("tbd", "undecided"),
        ("to be agreed", "undecided"),
        ("HR Director to determine", "undecided"),
        ("awaiting confirmation", "undecided"),
        ("March 2026 (TBC)", "undecided"),
        ("Q3?", "undecided"),
        ("When the opportunity arises", "conditional"),
        ("Post meeting", "conditional"),
        ("Following the Board's approval", "conditional"),
        ("subject to funding", "conditional"),
        ("once the policy is ratified", "conditional"),
        ("as required", "conditional"),
        ("March 2026, subject to funding", "conditional"),
        ("N/A", "blank"),
        ("n/a - on track", "blank"),
        ("No change", "blank"),
        ("as before", "blank"),
        ("No revised date", "blank"),
        ("original date stands", "blank"),
        ("…", "blank"),
        ("-", "blank"),
        ("", "blank"),
    ],
)
def test_what_names_no_day_by_intent_is_no_finding(text: str, kind: str) -> None:
    assert dates(text) == (kind, None, None)
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Q2 2025", ("30 June 2025", "30 September 2025")),
        ("2025", ("31 December 2025", "31 March 2026")),
        ("30/01/2026 or 28/02/2026", ("30 January 2026", "28 February 2026")),
        ("2023-2026", ("31 March 2026", "31 December 2026")),
        ("2025/6", ("June 2025", "financial year 2025/26")),
    ],
)
def test_two_readings_are_told_and_none_is_chosen(text: str, readings: tuple[str, str]) -> None:
    assert dates(text) == ("ambiguous", None, None)
    (finding,) = findings(text)
    assert finding.code == "ambiguous-date"
    assert all(reading in finding.message for reading in readings)


@pytest.mark.parametrize(
    "text",
    [
        "early March 2026",
        "mid-2025",
        "Sept 30",
        "after Q2",
        "Ongoing - March 2026",
        "5/6/7?",
        "Start of Q4",
        "beginning of March 2026",
    ],
)
def test_what_leaves_the_due_day_open_has_none(text: str) -> None:
    assert read(text).due is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30/02/2025", "February 2025 has 28 days"),
        ("31/04/2025", "April 2025 has 30 days"),
        ("06/13/2025", "month first it would be 13 June 2025"),
        ("13/13/2025", "there is no month 13"),
        ("45992", "as an Excel date it would be 1 December 2025"),
        ("Spring 26", "a season has no last day"),
        ("ASAP", "names no day"),
        ("Within 6 months", "counts from a day that the plan does not say"),
        ("Q4 - Q1", "ends before it starts"),
        ("Q5 2025/26", "there is no quarter 5"),
        ("20225-03-01", "no date"),
        ("31/12/2", "its year is cut short"),
        ("Board meeting", "no date"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, why: str) -> None:
    assert dates(text) == ("unreadable", None, None)
    (finding,) = findings(text)
    assert finding.code == "unreadable-date"
    assert why in finding.message


@pytest.mark.parametrize("text", ["Complete", "Completed March 2025", "Done"])
def test_progress_in_the_target_column_is_no_date(text: str) -> None:
    assert dates(text) == ("unreadable", None, None)
    assert [finding.code for finding in findings(text)] == ["progress-in-target"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("End-Dec 2025", "2025-12-31"),
        ("before the end of Dec 2025", "2025-12-31"),
        ("By close of play 12/12/25", "2025-12-12"),
        ("Year-end 2025/26", "2026-03-31"),
        ("Monthly until March 2026", "2026-03-31"),
        ("October 2025 - Black History Month", "2025-10-31"),
        ("AGM Sept 2025", "2025-09-30"),
        ("FY26 Q3", "2025-12-31"),
        ("unchanged - March 2026", "2026-03-31"),
        ("Brought forward to Dec 25", "2025-12-31"),
    ],
)
def test_words_beside_a_last_day_leave_it_standing(text: str, due: str) -> None:
    assert (dates(text)[0], dates(text)[2]) == ("dated", due)


def test_to_be_complete_by_a_month_is_a_target() -> None:
    assert dates("Complete by March 2026") == ("dated", "2026-03-01", "2026-03-31")


def test_before_a_day_is_due_the_day_before_and_says_so() -> None:
    assert dates("before 1 June 2025") == ("dated", "2025-05-31", "2025-05-31")
    assert read("before 1 June 2025").assumed == ('"before" taken as due the day before, 31 May 2025',)


def test_a_misspelt_month_is_read_when_only_one_is_near() -> None:
    assert dates("Septmber 2025") == ("dated", "2025-09-01", "2025-09-30")
    assert read("Febuary 2026").assumed == ('"febuary" read as February',)


def test_a_weekday_that_does_not_fit_is_said() -> None:
    assert dates("Friday 27 July 2025") == ("dated", "2025-07-27", "2025-07-27")
    assert "is a Sunday" in read("Friday 27 July 2025").assumed[0]
    assert read("Sunday 27 July 2025").assumed == ()


def test_a_year_far_from_the_plan_is_taken_and_questioned() -> None:
    assert dates("31/03/2062") == ("dated", "2062-03-31", "2062-03-31")
    assert [finding.code for finding in findings("31/03/2062")] == ["unlikely-date"]


def test_a_true_date_cell_is_its_day_as_a_person_sees_it() -> None:
    cell = RawCell("30/01/2026", PLACE, day=date(2026, 1, 30))
    assert normalise_target((cell,), PLACE, None, "")[0] == Target(
        "30/01/2026", TargetKind.DATED, date(2026, 1, 30), date(2026, 1, 30)
    )


def test_a_cell_that_shows_month_and_year_falls_due_on_its_last_day() -> None:
    cell = RawCell("Mar-26", PLACE, day=date(2026, 3, 1), whole_month=True)
    target = normalise_target((cell,), PLACE, None, "")[0]
    assert (target.start, target.due) == (date(2026, 3, 1), date(2026, 3, 31))


def test_the_text_stays_as_typed() -> None:
    assert read("Q4  25/26 ").as_written == "Q4  25/26 "


def test_cells_of_one_action_are_read_together() -> None:
    cells = (RawCell("June 2025", PLACE), RawCell("", PLACE), RawCell("March 2026", PLACE))
    target = normalise_target(cells, PLACE, PLAN, SAID)[0]
    assert target.as_written == "June 2025\nMarch 2026"
    assert (target.start, target.due) == (date(2025, 6, 1), date(2026, 3, 31))


def test_an_earlier_date_in_its_own_column_is_kept() -> None:
    moved = combine_targets(read("March 2026"), read("June 2025"))
    assert (moved.due, moved.original_due) == (date(2026, 3, 31), date(2025, 6, 30))
    assert combine_targets(read("March 2026"), read("March 2026")).original_due is None
    assert combine_targets(read(""), read("June 2025")).due == date(2025, 6, 30)
    assert combine_targets(read("TBC"), read("June 2025")).original_due == date(2025, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "June 2025 revised to March 2026",
        "June 2025 pushed back to March 2026",
        "June 2025 new date March 2026",
        "March 2026 (was June)",
        "March 2026 (orig. June 2025)",
        "March 2026 (moved from Q1)",
        "March 2026, delayed from June",
    ],
)
def test_a_move_told_in_one_cell_keeps_the_first_date(text: str) -> None:
    target = read(text)
    assert (target.due, target.original_due) == (date(2026, 3, 31), date(2025, 6, 30))


@pytest.mark.parametrize(
    "aside",
    ["if funding agreed", "at the earliest", "or later", "once recruited", "after Board", "unconfirmed", "approx."],
)
def test_words_in_brackets_that_may_change_the_date_leave_it_open(aside: str) -> None:
    assert read(f"March 2026 ({aside})").due is None
    assert findings(f"March 2026 ({aside})")


@pytest.mark.parametrize("aside", ["WRES submission", "or sooner", "approved 12/10/25", "agreed at People Committee"])
def test_words_in_brackets_that_leave_the_date_standing_are_set_aside_and_that_is_said(aside: str) -> None:
    assert read(f"March 2026 ({aside})").due == date(2026, 3, 31)


# ---- what the grammar can print, it reads back ---------------------------------------------------------------------


def ordinal(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


YEARLESS_PRINTERS = (
    lambda d: f"{ordinal(d.day)} {d:%B}",
    lambda d: f"{d.day} {d:%b}",
    lambda d: f"{d:%B} {ordinal(d.day)}",
    lambda d: f"{d:%b}. {ordinal(d.day)}",
    lambda d: f"{d:%A} {ordinal(d.day)} {d:%B}",
)
DAY_PRINTERS = (
    long_date,
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%d-%b-%y}",
    lambda d: f"{d.day} {d:%b %Y}",
    lambda d: f"{ordinal(d.day)} {d:%B %Y}",
    lambda d: f"{ordinal(d.day)} of {d:%B}, {d.year}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d:%A} {d.day} {d:%B %Y}",
    lambda d: f"{d:%a} {d:%d/%m/%Y}",
)
MONTH_PRINTERS = (
    lambda d: f"{d:%B %Y}",
    lambda d: f"{d:%b %Y}",
    lambda d: f"{d:%b-%y}",
    lambda d: f"{d:%m/%Y}",
    lambda d: f"{d:%B} '{d:%y}",
    lambda d: f"end of {d:%B %Y}",
    lambda d: f"{d:%Y %B}",
)
YEAR_PRINTERS = (
    lambda y: f"{y}/{(y + 1) % 100:02d}",
    lambda y: f"{y}-{(y + 1) % 100:02d}",
    lambda y: f"{y}/{y + 1}",
    lambda y: f"{y} – {y + 1}",
    lambda y: f"FY{y % 100:02d}/{(y + 1) % 100:02d}",
    lambda y: f"the financial year {y}/{(y + 1) % 100:02d}",
)
QUARTER_PRINTERS = (
    lambda q, y: f"Q{q} {y}",
    lambda q, y: f"Quarter {q} of {y}",
    lambda q, y: f"Qtr {q}, {y}",
    lambda q, y: f"{ordinal(q)} quarter {y}",
    lambda q, y: f"{y} Q{q}",
    lambda q, y: f"Q{q} ({y})",
    lambda q, y: f"q{q}-{y}",
)
AFFIXES = (
    "{}",
    "by {}",
    " {} ",
    "{}.",
    "By the {}",
    "no later than {}",
    "Due: {}",
    "to be completed by {}",
    "{} at the latest",
)
JOINS = (" to ", " - ", "–", " until ", "-")

a_day = st.dates(date(2000, 1, 1), date(2099, 12, 31))
a_quarter = st.tuples(st.integers(1, 4), st.integers(2000, 2098))


@given(a_day, st.sampled_from(DAY_PRINTERS), st.sampled_from(AFFIXES))
def test_every_day_reads_back_to_itself(day: date, printer: object, affix: str) -> None:
    text = affix.format(printer(day))  # type: ignore[operator]
    assert dates(text, None) == ("dated", day.isoformat(), day.isoformat()), text


@given(
    st.dates(PLAN.start, PLAN.due),
    st.sampled_from(YEARLESS_PRINTERS),
    st.sampled_from(AFFIXES),
)
def test_every_day_without_its_year_reads_back_to_itself_within_the_plans_period(
    day: date, printer: object, affix: str
) -> None:
    text = affix.format(printer(day))  # type: ignore[operator]
    assert dates(text) == ("dated", day.isoformat(), day.isoformat()), text


@given(a_day, st.sampled_from(MONTH_PRINTERS), st.sampled_from(AFFIXES))
def test_every_month_reads_back_to_itself(day: date, printer: object, affix: str) -> None:
    text = affix.format(printer(day))  # type: ignore[operator]
    month = month_period(day.year, day.month)
    assert dates(text, None) == ("dated", month.start.isoformat(), month.due.isoformat()), text


@given(a_quarter, st.sampled_from(QUARTER_PRINTERS), st.sampled_from(YEAR_PRINTERS), st.sampled_from(AFFIXES))
def test_every_quarter_reads_back_to_itself(
    quarter: tuple[int, int], printer: object, year_printer: object, affix: str
) -> None:
    number, first = quarter
    text = affix.format(printer(number, year_printer(first)))  # type: ignore[operator]
    whole = FinancialYear(first).quarter(number)
    assert dates(text, None) == ("dated", whole.start.isoformat(), whole.due.isoformat()), text


@given(st.integers(2000, 2098), st.sampled_from(YEAR_PRINTERS), st.sampled_from(("{}", "Throughout {}", "during {}")))
def test_every_financial_year_reads_back_to_itself(first: int, printer: object, affix: str) -> None:
    text = affix.format(printer(first))  # type: ignore[operator]
    whole = FinancialYear(first).period
    assert dates(text, None) == ("range", whole.start.isoformat(), whole.due.isoformat()), text


@settings(max_examples=300)
@given(a_day, st.integers(1, 1500), st.sampled_from((0, 1, 5, 7)), st.sampled_from(JOINS))
def test_every_range_of_days_reads_back_to_itself(day: date, length: int, printer: int, join: str) -> None:
    last = min(day + timedelta(days=length), date(2099, 12, 31))
    text = f"{DAY_PRINTERS[printer](day)}{join}{DAY_PRINTERS[printer](last)}"
    if last > day:
        assert dates(text, None) == ("range", day.isoformat(), last.isoformat()), text


@given(a_day, st.integers(1, 11), st.sampled_from(JOINS))
def test_every_range_of_months_takes_its_year_from_its_end(day: date, length: int, join: str) -> None:
    years, month = divmod(day.month - 1 + length, 12)
    last = month_period(day.year + years, month + 1)
    text = f"{calendar.month_name[day.month]}{join}{calendar.month_name[last.due.month]} {last.due.year}"
    assert dates(text, None) == ("range", day.replace(day=1).isoformat(), last.due.isoformat()), text


@given(st.text(max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    target = read(text)
    assert (target.due is None) or (target.start is not None and target.start <= target.due)


KNOWN_PIECES = "q1 Q3 2025 25/26 - / to march 31 30/02 of end (by) ongoing tbc 12 ? 2025/26 then"


@given(st.lists(st.sampled_from(KNOWN_PIECES.split(" "))))
def test_no_order_of_known_words_breaks_the_grammar(pieces: list[str]) -> None:
    target = read(" ".join(pieces))
    unclear = target.kind in (TargetKind.AMBIGUOUS, TargetKind.UNREADABLE, TargetKind.UNDECIDED, TargetKind.BLANK)
    assert not unclear or target.due is None


@pytest.mark.parametrize(
    ("text", "count", "due"),
    [
        ("June 2025 and June 2026", 2, "30 June 2026"),
        ("30/06/2025 and 31/12/2025", 2, "31 December 2025"),
        ("Q2 & Q4 2025/26", 2, "31 March 2026"),
        ("March 2025, March 2026 and March 2027", 3, "31 March 2027"),
        ("Phase 1: June 2025; Phase 2: June 2026", 2, "30 June 2026"),
        ("30 June 2025\n31 December 2025", 2, "31 December 2025"),
    ],
)
def test_of_several_dates_the_last_is_due_and_that_is_told(text: str, count: int, due: str) -> None:
    (found,) = findings(text)
    assert found.code == "several-dates"
    assert f"names {count} dates. The last of them, {due}, was taken as the day on which all is due" in found.message


@pytest.mark.parametrize("text", ["June 2025 to June 2026", "Q3 and Q4", "May/June 2025", "Q4 2025/26 (March 2026)"])
def test_a_stretch_of_time_or_a_date_said_twice_is_no_list_of_dates(text: str) -> None:
    assert findings(text) == ()


def test_business_as_usual_from_a_month_has_begun_then_and_has_no_end() -> None:
    assert dates("BAU from April 2026") == ("ongoing", "2026-04-01", None)


def test_a_term_is_no_season() -> None:
    (found,) = findings("Medium term")
    assert "names no day" in found.message
    assert "season" in findings("Spring term")[0].message


@pytest.mark.parametrize("prompt", ["Click or tap to enter a date.", "Choose an item."])
def test_the_prompt_of_a_form_is_no_target(prompt: str) -> None:
    assert read(prompt).kind is TargetKind.BLANK
