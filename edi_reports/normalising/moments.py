"""Days, months, quarters and years in words and figures: the points of time of which a target is made.

`find_points` cuts a text into words, numbers and signs, gives each a kind (one letter), and looks the kinds up in the
table `FORMS`, longest form first. What the form says is worked out by its reader. A point has one reading when it is
understood, two when it may mean either, and none when it is no day at all; `why` says what is wrong.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.period import FinancialYear, Period, long_date, month_period
from edi_reports.normalising.spelling import near_words


class Grain(IntEnum):
    """How exact a point is."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    YEAR = 5


class Bare(Struct, frozen=True):
    """A point that was written without its year: day and month, month, quarter or half; `number` counts the latter."""

    grain: Grain
    number: int
    day: int = 0

    def in_year(self, year: int) -> Period | None:
        """This point in a calendar year (days and months) or in the financial year that begins in it."""
        if self.grain is Grain.MONTH:
            return month_period(year, self.number)
        if self.grain is Grain.DAY:
            return _one_day(year, self.number, self.day)
        if self.grain is Grain.QUARTER:
            return FinancialYear(year).quarter(self.number)
        return _half(FinancialYear(year), self.number)


class Point(Struct, frozen=True):
    """One point of time as written, with its readings.

    `bare` is set when the year is missing; then there are no readings until it is supplied.
    `why` says, in words, why there are two readings or none. `assumed` is what was supplied rather than written.
    """

    grain: Grain
    readings: tuple[Period, ...] = ()
    why: str = ""
    bare: Bare | None = None
    assumed: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The one reading. Call only when `clear`."""
        return self.readings[0]

    @property
    def clear(self) -> bool:
        """Whether there is exactly one reading."""
        return len(self.readings) == 1


class Token(Struct, frozen=True):
    """A word, number or sign of the text, its kind as one letter, and its value where it has one."""

    text: str
    kind: str
    value: int = 0
    corrected: str = ""


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_COUNTED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_WEEKDAYS = {name.lower()[:length]: number for number, name in enumerate(calendar.day_name) for length in (3, 4, 5, 9)}
_WORD_KINDS = {
    **dict.fromkeys(("q", "qtr", "quarter", "qu"), "q"),
    **dict.fromkeys(("quarters", "qtrs", "qs"), "q"),
    **dict.fromkeys(("h", "half"), "h"),
    **dict.fromkeys(("fy", "f/y"), "f"),
    **dict.fromkeys(("phase", "stage", "step", "part", "milestone", "tranche", "wave", "cohort", "year"), "p"),
    **dict.fromkeys(("of", "in"), "i"),
}
_PIECE = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b|\d+|f/y|[a-z]+|[^\sa-z\d]", re.ASCII)
_TIME = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b")
_APOSTROPHE_YEAR = re.compile(r"'(\d\d)\b")
_FINANCIAL = re.compile(r"\b(?:financial|fiscal) year(?= ?\(?(?:20)?\d\d)")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text in small letters into tokens."""
    text = _APOSTROPHE_YEAR.sub(r" 20\1", text)
    text = _FINANCIAL.sub("fy", _TIME.sub(" ", text)).replace("'", "")
    return tuple(_token(piece) for piece in _PIECE.findall(text))


def _token(piece: str) -> Token:
    if not piece.isascii():
        return Token(piece, "!")
    if piece.isdigit():
        value = int(piece[:9])
        year = len(piece) == 4 and 1900 <= value <= 2199
        return Token(piece, "y" if year else "d" if len(piece) <= 2 else "n", value)
    if piece[0].isdigit():
        return Token(piece, "o", int(piece[:-2]))
    if piece.isalpha():
        return _word(piece)
    return Token(piece, piece if piece in "-/.,:;()&+?" else "!")


def _word(piece: str) -> Token:
    month = _MONTHS.get(piece) or _SHORT_MONTHS.get(piece)
    if month:
        return Token(piece, "m", month)
    if piece in _COUNTED:
        return Token(piece, "c", _COUNTED[piece])
    if piece in _WEEKDAYS:
        return Token(piece, "w", _WEEKDAYS[piece])
    if piece in _WORD_KINDS:
        return Token(piece, _WORD_KINDS[piece])
    return _near_month(piece)


def _near_month(piece: str) -> Token:
    near = near_words(piece, _MONTHS, within=1 if len(piece) < 7 else 2) if len(piece) >= 5 else ()
    if len(near) == 1 and piece[0] == near[0][0]:
        return Token(piece, "m", _MONTHS[near[0]], corrected=near[0].capitalize())
    return Token(piece, "x")


# ---- what each form says -------------------------------------------------------------------------------------------

Reader = Callable[[tuple[Token, ...], Period | None], Point | None]


def _values(tokens: tuple[Token, ...], kinds: str = "doymcn") -> list[int]:
    return [token.value for token in tokens if token.kind in kinds]


def _one_day(year: int, month: int, day: int) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return Period(found, found)


def _half(year: FinancialYear, number: int) -> Period:
    return Period(year.quarter(2 * number - 1).start, year.quarter(2 * number).due)


def _full(year: Token) -> int:
    return year.value if year.kind == "y" else 2000 + year.value


def _day(year: int, month: int, day: int) -> Point:
    found = _one_day(year, month, day)
    return Point(Grain.DAY, (found,)) if found else Point(Grain.DAY, why=_no_such_day(year, month, day))


def _no_such_day(year: int, month: int, day: int) -> str:
    swapped = _one_day(year, day, month) if day <= 12 else None
    if swapped:
        return (
            f"dates are read day first and there is no month {month}; month first it would be {long_date(swapped.due)}"
        )
    if 1 <= month <= 12:
        return f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
    return f"there is no month {month}"


def _day_month_year(tokens: tuple[Token, ...], _: Period | None) -> Point:
    day, month, year = (token for token in tokens if token.kind in "doym")
    if len(year.text) == 1:
        return Point(Grain.DAY, why="its year is cut short")
    return _day(_full(year), month.value, day.value)


def _month_day_year(tokens: tuple[Token, ...], _: Period | None) -> Point:
    month, day, year = _values(tokens)
    return _day(year, month, day)


def _year_month_day(tokens: tuple[Token, ...], _: Period | None) -> Point:
    year, month, day = _values(tokens)
    found = _one_day(year, month, day)
    return Point(Grain.DAY, (found,)) if found else Point(Grain.DAY, why="there is no such day")


def _day_month(tokens: tuple[Token, ...], _: Period | None) -> Point:
    day, month = (token.value for token in sorted(tokens, key=lambda token: token.kind == "m") if token.kind in "dom")
    if not _one_day(2024, month, day):
        return Point(Grain.DAY, why=_no_such_day(2024, month, day))
    return Point(Grain.DAY, bare=Bare(Grain.DAY, month, day))


def _two_numbers(tokens: tuple[Token, ...], period: Period | None) -> Point | None:
    """12/6 is a day, 06/25 a month, 25/26 a financial year; some pairs may be two of these."""
    first, second = _values(tokens)
    usual = len(tokens[-1].text) == 2 and _usual_year(2000 + second, period)
    day = _one_day(2024, second, first)
    month = month_period(2000 + second, first) if 1 <= first <= 12 and usual else None
    year = FinancialYear(2000 + first).period if second == (first + 1) % 100 and usual else None
    if year and not day and not month:
        return Point(Grain.YEAR, (year,))
    if month and not day and not year:
        return Point(Grain.MONTH, (month,))
    if day and not month and not year:
        return Point(Grain.DAY, bare=Bare(Grain.DAY, second, first))
    if not (day or month or year):
        return Point(Grain.DAY, why="it is no day, month or year")
    return Point(Grain.MONTH, why="it may be a day and month, a month and year, or a financial year")


def _month_year(tokens: tuple[Token, ...], _: Period | None) -> Point:
    month, year = (token for token in tokens if token.kind in "ymd")
    return _month_of(_full(year), month.value)


def _year_month(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    """ "2025/06" is a month; "2025/6" may as well be the financial year 2025/26."""
    year, month = (token for token in tokens if token.kind in "ymd")
    if month.value > 12:
        return None
    found = _month_of(year.value, month.value)
    if len(month.text) > 1 or month.value != (year.value + 1) % 10:
        return found
    financial = FinancialYear(year.value)
    why = f"it may be {calendar.month_name[month.value]} {year.value}, or the financial year {financial}"
    return Point(Grain.MONTH, (*found.readings, financial.period), why)


def _month_in_financial_year(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    """ "March 2025/26" is the March of that financial year, so March 2026; a day goes likewise."""
    numbers = _values(tokens)
    year = _consecutive(*numbers[-2:])
    month = next(token.value for token in tokens if token.kind == "m")
    if year is None:
        return None
    number = year.first if month >= 4 else year.first + 1
    return _day(number, month, numbers[0]) if len(numbers) == 4 else _month_of(number, month)


def _month_of(year: int, month: int) -> Point:
    if not 1 <= month <= 12:
        return Point(Grain.MONTH, why=f"there is no month {month}")
    return Point(Grain.MONTH, (month_period(year, month),))


def _month_number(tokens: tuple[Token, ...], period: Period | None) -> Point:
    """ "Jan 26" is a month and its year, unless "Sept 30" may just as well be the last day of September."""
    month, number = _values(tokens)
    year = 2000 + number
    apart = any(token.kind in "-/" for token in tokens)
    if apart or number > 31 or (_usual_year(year, period) and number != calendar.monthrange(2024, month)[1]):
        return Point(Grain.MONTH, (month_period(year, month),))
    name = calendar.month_name[month]
    return Point(Grain.MONTH, why=f"it may be {name} {year}, or the day {number} {name}")


def _usual_year(year: int, period: Period | None) -> bool:
    return period is None or period.start.year - 3 <= year <= period.due.year + 3


def _month(tokens: tuple[Token, ...], _: Period | None) -> Point:
    return Point(Grain.MONTH, bare=Bare(Grain.MONTH, tokens[0].value))


def _consecutive(first: int, last: int) -> FinancialYear | None:
    if (first + 1) % 100 != last % 100 or (last > 99 and last != first % 100 + 1 + (first // 100) * 100):
        return None
    return FinancialYear(first if first > 99 else 2000 + first)


def _financial_year(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    first, last = _values(tokens)
    year = _consecutive(first, last)
    return Point(Grain.YEAR, (year.period,)) if year else None


def _two_years(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    first, last = _values(tokens)
    if last < 100:
        last += first // 100 * 100
    if last <= first or last > first + 10:
        return None
    financial = Period(date(first, 4, 1), date(last, 3, 31))
    whole = Period(date(first, 1, 1), date(last, 12, 31))
    return Point(Grain.YEAR, (financial, whole), "it may be financial or calendar years")


def _fy(tokens: tuple[Token, ...], period: Period | None) -> Point:
    """ "FY26" is the year that ends, or that begins, in 2026; the plan's own period decides if it is one of them."""
    year = _full(next(token for token in tokens if token.kind in "dy"))
    readings = (FinancialYear(year - 1).period, FinancialYear(year).period)
    if period is not None and period in readings:
        said = f"FY{year % 100:02d} taken as the plan's own financial year {FinancialYear.containing(period.start)}"
        return Point(Grain.YEAR, (period,), assumed=(said,))
    return Point(Grain.YEAR, readings, "it may be the year that ends or the year that begins in it")


def _calendar_year(tokens: tuple[Token, ...], period: Period | None) -> Point:
    year = tokens[0].value
    whole = Period(date(year, 1, 1), date(year, 12, 31))
    if period == whole:
        return Point(Grain.YEAR, (whole,))
    financial = FinancialYear(year)
    why = f"it may be the calendar year or the financial year {financial}"
    return Point(Grain.YEAR, (whole, financial.period), why)


def _part_of(year: FinancialYear, grain: Grain, number: int) -> Point | None:
    if grain is Grain.QUARTER and 1 <= number <= 4:
        return Point(grain, (year.quarter(number),))
    return Point(grain, (_half(year, number),)) if grain is Grain.HALF and number in (1, 2) else None


def _grain(tokens: tuple[Token, ...]) -> Grain:
    return Grain.QUARTER if any(token.kind == "q" for token in tokens) else Grain.HALF


def _part_of_financial_year(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    part, first, last = _values(tokens)
    year = _consecutive(first, last)
    return _part_of(year, _grain(tokens), part) if year else None


def _financial_year_first(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    first, last, part = _values(tokens)
    year = _consecutive(first, last)
    return _part_of(year, _grain(tokens), part) if year else None


def _part_of_fy(tokens: tuple[Token, ...], period: Period | None) -> Point | None:
    start = next(place for place, token in enumerate(tokens) if token.kind == "f")
    (part,) = _values(tokens[:start] + tokens[start + 2 :])
    year = _fy(tokens[start : start + 2], period)
    if not year.clear:
        return replace(year, grain=_grain(tokens), readings=())
    point = _part_of(FinancialYear(year.period.start.year), _grain(tokens), part)
    return replace(point, assumed=year.assumed) if point else None


def _part_of_single_year(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    """ "Q2 2025" may count from April or from January: told, never chosen."""
    grain = _grain(tokens)
    part, year = (token for token in tokens if token.kind in "dyco")
    number = part.value
    if not 1 <= number <= (4 if grain is Grain.QUARTER else 2):
        return None
    months = 3 if grain is Grain.QUARTER else 6
    first = date(_full(year), months * (number - 1) + 1, 1)
    whole = Period(first, month_period(first.year, first.month + months - 1).due)
    financial = _part_of(FinancialYear(_full(year)), grain, number)
    if financial is None:
        return None
    why = "it may count from January (calendar year) or from April (financial year)"
    return Point(grain, (whole, financial.period), why)


def _bare_part(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    grain = _grain(tokens)
    (number,) = _values(tokens)
    if not 1 <= number <= (4 if grain is Grain.QUARTER else 2):
        return Point(grain, why=f"there is no {grain.name.lower()} {number}")
    return Point(grain, bare=Bare(grain, number))


def _serial(tokens: tuple[Token, ...], _: Period | None) -> Point | None:
    number = tokens[0].value
    if not 36526 <= number <= 73050:
        return None
    day = date(1899, 12, 30) + timedelta(days=number)
    return Point(Grain.DAY, why=f"it is a number; as an Excel date it would be {long_date(day)}")


_SEP = "[-/.,]"
_PART = r"(?:[qh][-.]?d|[co]i?[qh]|[qh]c)"
_PAIR = r"(?:[yd][-/][yd](?!m))"
_JOIN = r"[-/.,:i(]{0,2}f?i?\(?"

# Longest first: of the forms that fit at a token, the first that has a reading is taken.
FORMS: tuple[tuple[str, Reader], ...] = (
    (rf"{_PART}{_JOIN}{_PAIR}\)?", _part_of_financial_year),
    (rf"\(?f?{_PAIR}\)?[-,:]?{_PART}", _financial_year_first),
    (rf"{_PART}[-/,i(]?f[yd]\)?", _part_of_fy),
    (rf"f[yd][-,:]?{_PART}", _part_of_fy),
    (rf"{_PART}[-/,i(]?y\)?", _part_of_single_year),
    (rf"{_PART}[-/]?d(?![-/]?[dym])\)?", _part_of_single_year),
    (rf"w?,?[do]i?[-/.]?m[,i(]?f?{_PAIR}\)?", _month_in_financial_year),
    (rf"m[-/,i(]?f?{_PAIR}\)?", _month_in_financial_year),
    (r"w?,?[do]i?[-/.,]?m[-/.,]{0,2}[yd](?!m)", _day_month_year),
    (r"w?,?m\.?[-/]?[do],?[-/]?y", _month_day_year),
    (r"w?,?d(?P<s>[-/.])d(?P=s)[yd]", _day_month_year),
    (r"w?,?ddy", _day_month_year),
    (r"y(?P<s>[-/.])d(?P=s)d", _year_month_day),
    (r"y[-/.]?m[-/.]?[do]", _year_month_day),
    (r"d/d", _two_numbers),
    (rf"f?i?\(?{_PAIR}", _financial_year),
    (r"m\.?[-/,i]?y", _month_year),
    (r"y[-/.,]?m", _year_month),
    (r"d[-/.]y", _month_year),
    (r"y[-/.]d", _year_month),
    (r"y[-/][yd]", _two_years),
    (r"f[yd]", _fy),
    (r"w?,?oi?m", _day_month),
    (r"w?,?d-?m", _day_month),
    (r"m\.?[-/]?d(?!m)", _month_number),
    (r"m\.?o", _day_month),
    (_PART, _bare_part),
    (r"m\.?", _month),
    (r"y", _calendar_year),
    (r"n", _serial),
)
_NUMBERED_PART = re.compile(r"pd(?![-/.][dy])")
_FORMS = tuple((re.compile(shape), read) for shape, read in FORMS)


def find_points(text: str, period: Period | None) -> tuple[tuple[Token | Point, ...], tuple[str, ...]]:
    """Replace each stretch of tokens that says a point of time by that point; with the corrections made, in words.

    `text` is in small letters with plain signs. `period` only settles forms that it makes certain ("FY26").
    """
    tokens = tokens_of(text)
    kinds = "".join(token.kind for token in tokens)
    found: list[Token | Point] = []
    at = 0
    while at < len(tokens):
        if _NUMBERED_PART.match(kinds, at):
            found.append(Token("phase", "p"))
            at += 2
            continue
        point, length = _point_at(tokens, kinds, at, period)
        found.append(point or tokens[at])
        at += length
    corrections = tuple(f'"{token.text}" read as {token.corrected}' for token in tokens if token.corrected)
    return tuple(found), corrections


def _on_weekday(point: Point, first: Token) -> Point:
    """Say so where the weekday that was typed is not that of the day."""
    if first.kind != "w" or not point.clear or point.period.due.weekday() == first.value:
        return point
    said = f"{long_date(point.period.due)} is a {point.period.due:%A}; the weekday as typed was set aside"
    return replace(point, assumed=(*point.assumed, said))


def _point_at(tokens: tuple[Token, ...], kinds: str, at: int, period: Period | None) -> tuple[Point | None, int]:
    for shape, read in _FORMS:
        match = shape.match(kinds, at)
        point = read(tokens[at : match.end()], period) if match else None
        if match and point:
            return _on_weekday(point, tokens[at]), match.end() - at
    return None, 1
