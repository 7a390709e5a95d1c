"""Years that are not written: supplied by the other dates of the same sentence, else by the period of the plan."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.period import FinancialYear, Period
from edi_reports.normalising.moments import Bare, Grain, Point


class PlanYears(Struct, frozen=True):
    """The plan's period, if it is known, and the words in which it is said to have been assumed."""

    period: Period | None
    said: str


def with_years(points: tuple[Point, ...], years: PlanYears) -> tuple[Point, ...]:
    """Give each point without a year its year: from its neighbours in the same sentence, else from the plan."""
    known = [point.period for point in points if point.clear]
    if not known:
        return tuple(_in_plan(point, years) for point in points)
    settled, before = [], None
    for number, point in enumerate(points):
        after = next((other.period for other in points[number:] if other.clear), None)
        settled.append(_with_year(point, before, after) if point.bare else point)
        before = settled[-1].period if settled[-1].clear else before
    return tuple(settled)


def _beside(bare: Bare, before: Period | None, after: Period | None) -> Period | None:
    """The point in the year that its neighbour makes certain: the last that begins no later than what follows it.

    With nothing after, it is the one that holds what stands before it ("12 November 2025 (Q3)"), else the next.
    """
    beside = after or before
    assert beside
    falls = [seen for year in _years_around(beside) if (seen := bare.in_year(year))]
    if after is not None:
        return max((seen for seen in falls if seen.start <= after.due), default=None)
    holds = [seen for seen in falls if seen.start <= beside.start and beside.due <= seen.due]
    return min(holds or [seen for seen in falls if seen.start >= beside.start], default=None)


def _with_year(point: Point, before: Period | None, after: Period | None) -> Point:
    assert point.bare
    found, beside = _beside(point.bare, before, after), after or before
    if found is None or beside is None:
        return replace(point, why="there is no such day", bare=None)
    year, written = _year_of(found, point.grain), _year_of(beside, point.grain)
    assumed = () if year == written else (f"year {year} from the other date in the cell",)
    return replace(point, readings=(found,), bare=None, assumed=point.assumed + assumed)


def _year_of(period: Period, grain: Grain) -> str:
    """The year in which people place it: financial for quarters and halves."""
    return str(FinancialYear.containing(period.due) if grain >= Grain.QUARTER else period.due.year)


def _years_around(period: Period) -> range:
    return range(period.start.year - 2, period.due.year + 2)


def _in_plan(point: Point, years: PlanYears) -> Point:
    if point.bare is None:
        return point
    if years.period is None:
        return replace(point, why="the year is missing, and the plan does not say which period it covers")
    found = _candidates(point.bare, years.period)
    if len(found) == 1:
        return replace(point, readings=found, bare=None, assumed=(*point.assumed, years.said))
    why = "the year is missing, and " + (
        f"it falls {len(found)} times within the plan's period"
        if found
        else "it does not fall within the plan's period"
    )
    return replace(point, readings=found, why=why)


def _candidates(bare: Bare, period: Period) -> tuple[Period, ...]:
    """Each time the point falls within a period; quarters may also be counted from the period's first month."""
    falls = [bare.in_year(year) for year in range(period.start.year - 1, period.due.year + 1)]
    found = {seen for seen in falls if seen and period.start <= seen.start and seen.due <= period.due}
    if bare.grain in (Grain.QUARTER, Grain.HALF) and period.start.month != 4:
        found |= _counted_from_start(bare, period)
    return tuple(sorted(found))


def _counted_from_start(bare: Bare, period: Period) -> set[Period]:
    months = 3 if bare.grain is Grain.QUARTER else 6
    first = _months_later(period.start.replace(day=1), months * (bare.number - 1))
    due = _months_later(first, months) - timedelta(days=1)
    return {Period(first, due)} if due <= period.due else set()


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
