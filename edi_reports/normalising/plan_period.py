"""Which stretch of time a plan covers, as its title, sheet names or file name say.

Choices: "2025-26" is the financial year; "2025" by itself the calendar year; "FY26" the financial year that ends in
March 2026; "2023-2026" could be calendar or financial years, so it gives no period unless the text says which. A
financial year anywhere outweighs a single year. The month of an update ("as at May 2025") and the year in the name of
a framework ("EDS 2022") are no periods.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date

from edi_reports.model.period import FinancialYear, Period, month_period
from edi_reports.normalising.spelling import single_spaced

Found = tuple[Period, str] | None

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? )?"
_TO = r" ?(?:-|to|until) ?"
_PAIR = r"(?<![\d/-])((?:20)?\d\d) ?[/-] ?((?:20)?\d\d)(?![\d/-]|\.\d)"
_UNTIL = re.compile(rf"\b{_DAY}{_MONTH},? ?(20\d\d)?{_TO}{_DAY}{_MONTH},? (20\d\d)\b", re.IGNORECASE)
_SPREAD = re.compile(rf"{_PAIR}{_TO}{_PAIR}")
_YEARS = re.compile(_PAIR)
_FY = re.compile(r"\bfy ?(?:20)?(\d\d)(?![\d/-])", re.IGNORECASE)
_ISO_MONTH = re.compile(r"(?<!\d)20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?!\d)")
_SINGLE = re.compile(r"(?<![\d/.-])(20\d\d)(?![\d/.-])")
_OF_CALENDAR = re.compile(r"\bcalendar years?\b", re.IGNORECASE)
_FROM_YEAR_TO_YEAR = re.compile(rf"(?<![\d/-])(20\d\d){_TO}(20\d\d)(?![\d/-])")
_OF_SOMETHING = r"(?:EDS|Delivery System|WRES|WDES|GPG|Standard|survey|census|act|data|v|version|since|updated?)"
_DATED = re.compile(
    rf"(?:\b{_MONTH},? (?:\d{{1,2}},? )?|[/.-]|\b{_OF_SOMETHING} ?)"
    r"(?:20\d\d)\b",
    re.IGNORECASE,
)


def find_period(texts: tuple[str, ...]) -> tuple[Period | None, str]:
    """The period of a plan from texts that may say it, most telling first, and the words in which it is told.

    The words read "financial year 2025/26 from the title"; the first text counts as the title. They are empty when
    no text says a period for certain.
    """
    for readers in (_FINANCIAL, (_calendar_year,)):
        for number, text in enumerate(texts):
            found = next((found for read in readers if (found := read(single_spaced(text)))), None)
            if found:
                period, said = found
                return period, f"{said} from {_named(text, number)}"
    return None, ""


def find_sheet_periods(
    sheets: tuple[tuple[str, tuple[str, ...]], ...], whole: tuple[Period | None, str], name: str
) -> dict[str, tuple[Period | None, str]]:
    """The period of each sheet, with the words in which it is told, from its own texts, most telling first.

    A sheet without a financial year of its own takes that of the whole plan: unless the others disagree on it, or only
    a later sheet says it of itself and `name`, the file's, does not.
    """
    own = {sheet: found for sheet, texts in sheets if (found := _of_sheet(sheet, texts))}
    stated = {period for period, _ in own.values()}
    named = _of_sheet("", (name,))
    if not stated or (len(stated) == 1 and (sheets[0][0] in own or (named and named[0] in stated))):
        return {sheet: whole for sheet, _ in sheets}
    return {sheet: own.get(sheet, (None, "")) for sheet, _ in sheets}


def _of_sheet(sheet: str, texts: tuple[str, ...]) -> Found:
    for text in texts:
        for read in _FINANCIAL:
            if found := read(single_spaced(text)):
                return found[0], f'{found[1]} from the sheet "{sheet}"'
    return None


def span_of(periods: Iterable[Period | None]) -> Period | None:
    """The stretch of time from the first day of all periods to the last; None when there are none."""
    known = [period for period in periods if period]
    return Period(min(p.start for p in known), max(p.due for p in known)) if known else None


def one_financial_year(text: str) -> Found:
    """The one financial year that a text names with both its halves, as "2025/26" does."""
    return _one_financial_year(single_spaced(text))


def _named(text: str, number: int) -> str:
    line = single_spaced(text)
    return "the title" if number == 0 else f'"{line if len(line) <= 80 else line[:79] + "…"}"'


def _between_months(text: str) -> Found:
    match = _UNTIL.search(text)
    if not match:
        return None
    first, year, last, last_year = match.groups()
    due = month_period(int(last_year), _MONTHS[last.lower()]).due
    start_year = int(year) if year else due.year - (_MONTHS[first.lower()] > due.month)
    start = date(start_year, _MONTHS[first.lower()], 1)
    return _said(Period(start, due)) if start < due else None


def _spread_of_years(text: str) -> Found:
    match = _SPREAD.search(text)
    if not match:
        return None
    first, last = _financial_year(*match.group(1, 2)), _financial_year(*match.group(3, 4))
    if not first or not last or last <= first:
        return None
    return Period(first.period.start, last.period.due), f"financial years {first} to {last}"


def _one_financial_year(text: str) -> Found:
    pairs = [_financial_year(*match.groups()) for match in _YEARS.finditer(_ISO_MONTH.sub(" ", text))]
    years = {year for year in pairs if year}
    if len(years) != 1:
        return None
    (year,) = years
    return year.period, f"financial year {year}"


def _calendar_years(text: str) -> Found:
    """Several calendar years, where the text itself says that it means such: "2024 - 2027 (calendar years)"."""
    match = _FROM_YEAR_TO_YEAR.search(text) if _OF_CALENDAR.search(text) else None
    if match is None or not int(match[1]) < int(match[2]):
        return None
    return Period(date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)), f"calendar years {match[1]} to {match[2]}"


def _fy(text: str) -> Found:
    years = {int(match.group(1)) for match in _FY.finditer(text)}
    if len(years) != 1:
        return None
    year = FinancialYear(2000 + years.pop() - 1)
    return year.period, f"financial year {year}"


def _calendar_year(text: str) -> Found:
    if _YEARS.search(_ISO_MONTH.sub(" ", text)):
        return None
    years = {int(year) for year in _SINGLE.findall(_DATED.sub(" ", text))}
    if len(years) != 1:
        return None
    year = years.pop()
    return Period(date(year, 1, 1), date(year, 12, 31)), f"calendar year {year}"


_FINANCIAL: tuple[Callable[[str], Found], ...] = (
    _between_months,
    _spread_of_years,
    _calendar_years,
    _one_financial_year,
    _fy,
)


def _financial_year(first: str, last: str) -> FinancialYear | None:
    year = int(first) % 100
    return FinancialYear(2000 + year) if int(last) % 100 == (year + 1) % 100 else None


def _said(period: Period) -> tuple[Period, str]:
    year = FinancialYear.containing(period.start)
    if period == year.period:
        return period, f"financial year {year}"
    return period, f"{period.start:%B %Y} to {period.due:%B %Y}"
