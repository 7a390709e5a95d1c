"""What the sentences of a target column mean, once each point of time in them is marked "§": one ordered table."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.period import long_date
from edi_reports.model.target import TargetKind
from edi_reports.normalising import target_words as words
from edi_reports.normalising.missing_years import PlanYears, with_years
from edi_reports.normalising.moments import Bare, Grain, Point

Kind = TargetKind


class Meaning(Struct, frozen=True):
    """What a target was understood to say; `problem` is the code of a finding and `why` its reason in words.

    `dates` is of how many dates in a row the last was taken as due; 1 where it names one, or a stretch of time.
    """

    kind: TargetKind
    start: date | None = None
    due: date | None = None
    original_due: date | None = None
    assumed: tuple[str, ...] = ()
    problem: str = ""
    why: str = ""
    dates: int = 1


Points = tuple[Point, ...]
Sentence = Callable[[Points, PlanYears], Meaning]


def ambiguous(why: str) -> Meaning:
    """A target with more than one reading."""
    return Meaning(Kind.AMBIGUOUS, problem="ambiguous-date", why=why)


def unreadable(why: str) -> Meaning:
    """A target that is no date."""
    return Meaning(Kind.UNREADABLE, problem="unreadable-date", why=why)


def last_of(dates: int, meaning: Meaning) -> Meaning:
    """What several dates mean together, of which the last is taken as due."""
    return replace(meaning, assumed=(*meaning.assumed, f"the last of {dates} dates taken as due"), dates=dates)


def _without_year(why: str) -> Meaning:
    return Meaning(Kind.AMBIGUOUS, problem="year-missing", why=why)


def _unclear(points: Points) -> Meaning | None:
    """Why the points cannot be used; None when each has one reading."""
    for point in points:
        if point.bare is not None:
            return _without_year(point.why)
        if point.clear:
            continue
        if point.readings or point.why.startswith("it may"):
            return ambiguous(point.why + _both(point))
        return unreadable(point.why)
    return None


def _both(point: Point) -> str:
    if not point.readings:
        return ""
    return ": due " + " or ".join(long_date(reading.due) for reading in point.readings)


def _assumed(points: Points) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said for point in points for said in point.assumed))


def _point(points: Points, _: PlanYears) -> Meaning:
    (point,) = points
    kind = Kind.RANGE if point.grain >= Grain.HALF else Kind.DATED
    return Meaning(kind, point.period.start, point.period.due, assumed=_assumed(points))


def _end(points: Points, _: PlanYears) -> Meaning:
    (point,) = points
    due = point.period.due
    return Meaning(Kind.DATED, due if point.grain >= Grain.HALF else point.period.start, due, assumed=_assumed(points))


def _span(points: Points, _: PlanYears) -> Meaning:
    first, last = points[0].period, points[-1].period
    if last.due < first.start or last.start < first.start:
        return unreadable("it ends before it starts")
    return Meaning(Kind.RANGE, first.start, last.due, assumed=_assumed(points))


def _arrow(_points: Points, _: PlanYears) -> Meaning:
    return ambiguous("it may last from the first date to the second, or have been moved")


def _several(points: Points, years: PlanYears) -> Meaning:
    """Dates in a row. Quarters or months that follow one another are a stretch; otherwise the last one is due."""
    ordered = sorted(points, key=lambda point: point.period)
    if [p.period for p in ordered] != [p.period for p in points] and any(years.said in p.assumed for p in points):
        return ambiguous("the years are missing, and its dates run backwards within the plan's period")
    meaning = _span(tuple(ordered), years)
    if len({point.period for point in points}) == 1:
        return _point(points[:1], years)
    if all(one.period.due + timedelta(days=1) == two.period.start for one, two in pairwise(ordered)):
        return meaning
    return last_of(len(points), meaning)


def _restated(points: Points, years: PlanYears) -> Meaning:
    """ "March 2026 (Q4)": the same said twice, or a day and the quarter it falls in; else two readings."""
    exact, wide = sorted(points, key=lambda point: point.grain)
    within = wide.period.start <= exact.period.start and exact.period.due <= wide.period.due
    same = exact.period.due == wide.period.due or (within and (exact.grain is Grain.DAY or exact is points[0]))
    if not same:
        return ambiguous("it names two dates and does not say how they go together")
    return _point((exact,), years)


def _restated_span(points: Points, years: PlanYears) -> Meaning:
    """ "Q4 (January to March 2026)", or the other way about."""
    whole = max(points, key=lambda point: point.grain)
    ends = [point.period for point in points if point is not whole]
    if (ends[0].start, ends[-1].due) != (whole.period.start, whole.period.due):
        return ambiguous("it names more than one stretch of time")
    return _point((whole,), years)


def _either(points: Points, _: PlanYears) -> Meaning:
    days = " or ".join(long_date(point.period.due) for point in points)
    return ambiguous(f"it names more than one date: due {days}")


def _onwards(points: Points, _: PlanYears) -> Meaning:
    return Meaning(Kind.ONGOING, points[0].period.start, assumed=_assumed(points))


def _repeating(points: Points, _: PlanYears) -> Meaning:
    return Meaning(Kind.RECURRING, points[0].period.start, assumed=_assumed(points))


def _carrying_on(points: Points, years: PlanYears) -> Meaning:
    """ "Ongoing 2025/26" lasts that year; "Ongoing - March 2026" may be due then, or carry on."""
    if points[0].grain is Grain.YEAR:
        return _point(points, years)
    return ambiguous("it may be due on the date it names, or carry on")


def _before(points: Points, _: PlanYears) -> Meaning:
    due = points[0].period.start - timedelta(days=1)
    said = f'"before" taken as due the day before, {long_date(due)}'
    return Meaning(Kind.DATED, due, due, assumed=(*_assumed(points), said))


def _week_from(points: Points, _: PlanYears) -> Meaning:
    start = points[0].period.start
    return Meaning(Kind.DATED, start, start + timedelta(days=6), assumed=_assumed(points))


def _week_to(points: Points, _: PlanYears) -> Meaning:
    due = points[0].period.due
    return Meaning(Kind.DATED, due - timedelta(days=6), due, assumed=_assumed(points))


def _after(points: Points, _: PlanYears) -> Meaning:
    return ambiguous("it says after when, but not by when")


def _about(points: Points, _: PlanYears) -> Meaning:
    return ambiguous("it names about when, but no last day")


def _moved(points: Points, _: PlanYears) -> Meaning:
    first, last = points
    meaning = _end((last,), PlanYears(None, ""))
    return replace(meaning, original_due=first.period.due if first.period.due < last.period.due else None)


def _moved_from(points: Points, years: PlanYears) -> Meaning:
    """The later date stands first; its points come in the order of time."""
    return _moved(points, years)


def _whole_plan(_: Points, years: PlanYears) -> Meaning:
    if years.period is None:
        return _without_year("the plan does not say which period it covers")
    return Meaning(Kind.RANGE, years.period.start, years.period.due, assumed=(years.said,))


def _end_of_plan(_: Points, years: PlanYears) -> Meaning:
    whole = _whole_plan((), years)
    if years.period and (years.period.due - years.period.start).days > 366:
        return _without_year("the plan covers more than one year")
    return replace(whole, kind=Kind.DATED, start=whole.due) if whole.due else whole


def _end_of_calendar_year(_: Points, years: PlanYears) -> Meaning:
    points = with_years((Point(Grain.DAY, bare=Bare(Grain.DAY, 12, 31)),), years)
    return _unclear(points) or _point(points, years)


def _end_of_year(_: Points, years: PlanYears) -> Meaning:
    """ "End of the year" may be that of the plan or that of the calendar, unless they are the same."""
    plan, calendar_year = _end_of_plan((), years), _end_of_calendar_year((), years)
    if plan.due is None or plan.due == calendar_year.due:
        return plan
    return ambiguous(f"it may be the end of the plan's year, {long_date(plan.due)}, or of the calendar year")


# What a whole sentence means. "§" is a point of time; the first that fits is taken.
SENTENCES: tuple[tuple[str, Sentence], ...] = (
    (r"(?:phase )?§", _point),
    (rf"(?:{words.ALL_OF} )+§", _point),
    (r"(?:until|till|up to|to) §", _point),
    (
        r"(?:(?:before|prior to) )?(?:-? ?(?:end|close)) ?-? ?§|(?:year ?-? ?end|end year) -? ?§|§ (?:-? ?year)? ?end",
        _end,
    ),
    (r"§ ?-? ?(?:>|→|➔) ?§", _arrow),
    (rf"(?:(?:{words.FROM}|between|{words.ALL_OF}) )*§ ?{words.TO} ?(?:end )?§", _span),
    (rf"(?:between|from|{words.ALL_OF}) § (?:and|&) §|{words.FROM} § ?[;&-]* ?(?:and )?end(?:s|ing)? §", _span),
    (r"§ (?:or|or else) §", _either),
    (rf"(?:phase )?§(?: ?{words.AND} ?(?:phase )?§| phase §)+", _several),
    (r"§ -? ?§", _restated),
    (rf"§ -? ?§ ?{words.TO} ?§|§ ?{words.TO} ?§ §", _restated_span),
    (rf"(?:{words.CARRYING_ON})? ?-? ?{words.FROM} §|§ ?-? ?{words.ON}|§ {words.FROM}", _onwards),
    (rf"{words.OFTEN} ?-? ?{words.FROM} §", _repeating),
    (rf"§ (?:&|and|then|and then) {words.OFTEN}(?: thereafter)?|§ {words.OFTEN} thereafter", _repeating),
    (r"(?:w / c|w c|wc|week commencing|week beginning|week) §", _week_from),
    (r"(?:w / e|w e|week ending) §", _week_to),
    (r"(?:before|prior to|ahead|in advance) §", _before),
    (r"(?:after|post|following|beyond|not before|no earlier than) §", _after),
    (r"(?:end )?(?:early|mid|middle|late|later|beginning|start|around|approx\w*|circa|about) ?-? ?(?:to )?§", _about),
    (rf"(?:{words.FIRST} )?§ ?[;&/]? ?{words.MOVED_TO} §", _moved),
    (rf"(?:{words.MOVED_TO} )?§ -? ?(?:\w+ from|{words.FIRST}) §", _moved_from),
    (rf"{words.MOVED_TO} §", _end),
    (rf"{words.CARRYING_ON} ?(?:-|&|and)? ?{words.ALL_OF} §", _point),
    (rf"(?:{words.CARRYING_ON}|{words.OFTEN}) ?(?:-|&|and)? ?(?:until|till|to|up to) §", _point),
    (rf"{words.CARRYING_ON} ?-? ?§", _carrying_on),
    (
        rf"{words.ALL_OF}(?: (?:whole|entire|all|this|current|financial|plan))*(?: (?:year|period|programme|plan))?",
        _whole_plan,
    ),
    (r"(?:this |current )?(?:financial )?year(?: long| round)?|in-? ?year", _whole_plan),
    (r"(?:-? ?end )?calendar year(?: ?-?end)?", _end_of_calendar_year),
    (r"-? ?end (?:this |current )?year", _end_of_year),
    (r"(?:-? ?end )?(?:this |current )?(?:financial |fiscal )?(?:year|fy)(?: ?-?end)?", _end_of_plan),
    (r"-? ?end (?:this |current )?(?:plan|programme|period)", _end_of_plan),
)
_SENTENCES = tuple((re.compile(shape), meaning) for shape, meaning in SENTENCES)


def meaning_of_sentence(phrase: str, points: Points, years: PlanYears) -> Meaning | None:
    """The meaning of a phrase by the first sentence that fits it whole; None when none does."""
    for shape, meaning in _SENTENCES:
        if shape.fullmatch(phrase):
            settled = with_years(points[::-1] if meaning is _moved_from else points, years)
            if meaning is _end:
                settled = tuple(_calendar_end(point) for point in settled)
            return _unclear(settled) or meaning(settled, years)
    return None


def _calendar_end(point: Point) -> Point:
    """The end of a plain year is 31 December."""
    if point.grain is Grain.YEAR and "calendar year or" in point.why:
        year = point.readings[0].due.year
        return replace(point, readings=point.readings[:1], why="", assumed=(f"{year} taken as the calendar year",))
    return point
