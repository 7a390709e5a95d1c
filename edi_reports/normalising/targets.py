"""From what stands in a target column to a `Target`: one grammar, in two steps.

`moments` finds the points of time; what is left is a sentence with "§" for each point ("from § to §"). `SENTENCES`
says what each sentence means, `WORDS` what single words mean when no sentence fits. Both tables are read from the top.

Choices, all on the side of not rating rather than rating wrongly: "before 1 June" is due the day before; "early",
"mid" and "late" name no day, nor do seasons, "ASAP" or "within six months"; "Complete" in a target column is progress
and no date; of several dates in one cell the last is the due day. What was supplied or chosen is said in `assumed`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import FinancialYear, Period, long_date
from edi_reports.model.place import Place
from edi_reports.model.raw import RawCell
from edi_reports.model.target import Target, TargetKind
from edi_reports.normalising import target_words as words
from edi_reports.normalising.moments import Bare, Grain, Point, Token, find_points
from edi_reports.normalising.spelling import plain, single_spaced

Kind = TargetKind
_FAR = 5
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The plan's period, if it is known, and the words in which it is said to have been assumed."""

    period: Period | None
    said: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a target was understood to say; `problem` is the code of a finding and `why` its reason in words."""

    kind: TargetKind
    start: date | None = None
    due: date | None = None
    original_due: date | None = None
    assumed: tuple[str, ...] = ()
    problem: str = ""
    why: str = ""


def normalise_target(
    cells: tuple[RawCell, ...], place: Place, period: Period | None, period_said: str
) -> tuple[Target, tuple[Finding, ...]]:
    """The target that one or more cells state, and what the workbook's keeper should know about it.

    `period` is what the plan covers and `period_said` the words for it ("financial year 2025/26 from the title");
    it supplies years that are not written. A target with two readings, or none, has no due day.
    """
    written = "\n".join(dict.fromkeys(_as_seen(cell) for cell in cells if cell.text.strip() or cell.day))
    spoken = "\n".join(dict.fromkeys(_as_spoken(cell) for cell in cells))
    meaning = _meaning(spoken, PlanYears(period, period_said))
    target = Target(written, meaning.kind, meaning.start, meaning.due, meaning.original_due, meaning.assumed)
    written = single_spaced(written)
    if meaning.problem:
        return target, (finding(meaning.problem, place, written=written, why=meaning.why),)
    if meaning.due and period and _is_far(meaning.due, period):
        return target, (finding("unlikely-date", place, written=written, due=long_date(meaning.due)),)
    return target, ()


def _is_far(due: date, period: Period) -> bool:
    """Whether a due day is so far from the plan's period that its year may be a typing error."""
    return not period.start.year - _FAR <= due.year <= period.due.year + _FAR


def says_completed(text: str, period: Period | None) -> bool:
    """Whether words in place of a target say for certain that the action is completed.

    "Done" does; "Complete March 2026" may be an order, and a month that is not past when the plan ends may be a plan.
    """
    spoken = single_spaced(text).lower()
    if not re.match(words.FINISHED, spoken):
        return False
    points = [item for item in find_points(spoken, period)[0] if isinstance(item, Point)]
    past = period and all(point.clear and point.period.due < period.due for point in points)
    return not points or bool(past and not spoken.startswith("complete "))


def combine_targets(target: Target, original: Target | None) -> Target:
    """The target of a plan that keeps its first date in a column of its own: that date stays as `original_due`."""
    if original is None or original.kind is Kind.BLANK:
        return target
    if target.kind is Kind.BLANK:
        return original
    earliest = min((day for day in (original.due, target.original_due) if day), default=None)
    if earliest is None or (target.due is not None and earliest >= target.due):
        return target
    return replace(target, original_due=earliest)


def _as_seen(cell: RawCell) -> str:
    return cell.text if cell.text.strip() or cell.day is None else f"{cell.day:%d/%m/%Y}"


def _as_spoken(cell: RawCell) -> str:
    if cell.day is None:
        return cell.text
    return f"{cell.day:%B %Y}" if cell.whole_month else f"{cell.day:%Y-%m-%d}"


# ---- years that are not written ------------------------------------------------------------------------------------


def _settled(points: tuple[Point, ...], years: PlanYears) -> tuple[Point, ...]:
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


# ---- what a sentence means -----------------------------------------------------------------------------------------

Points = tuple[Point, ...]
Sentence = Callable[[Points, PlanYears], Meaning]


def _ambiguous(why: str) -> Meaning:
    return Meaning(Kind.AMBIGUOUS, problem="ambiguous-date", why=why)


def _unreadable(why: str) -> Meaning:
    return Meaning(Kind.UNREADABLE, problem="unreadable-date", why=why)


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
            return _ambiguous(point.why + _both(point))
        return _unreadable(point.why)
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
        return _unreadable("it ends before it starts")
    return Meaning(Kind.RANGE, first.start, last.due, assumed=_assumed(points))


def _several(points: Points, years: PlanYears) -> Meaning:
    """Dates in a row. Quarters or months that follow one another are a stretch; otherwise the last one is due."""
    ordered = sorted(points, key=lambda point: point.period)
    meaning = _span(tuple(ordered), years)
    if len({point.period for point in points}) == 1:
        return _point(points[:1], years)
    if all(one.period.due + timedelta(days=1) == two.period.start for one, two in pairwise(ordered)):
        return meaning
    return replace(meaning, assumed=(*meaning.assumed, f"the last of {len(points)} dates taken as due"))


def _restated(points: Points, years: PlanYears) -> Meaning:
    """ "March 2026 (Q4)": the same said twice, or a day and the quarter it falls in; else two readings."""
    exact, wide = sorted(points, key=lambda point: point.grain)
    within = wide.period.start <= exact.period.start and exact.period.due <= wide.period.due
    same = exact.period.due == wide.period.due or (within and (exact.grain is Grain.DAY or exact is points[0]))
    if not same:
        return _ambiguous("it names two dates and does not say how they go together")
    return _point((exact,), years)


def _restated_span(points: Points, years: PlanYears) -> Meaning:
    """ "Q4 (January to March 2026)", or the other way about."""
    whole = max(points, key=lambda point: point.grain)
    ends = [point.period for point in points if point is not whole]
    if (ends[0].start, ends[-1].due) != (whole.period.start, whole.period.due):
        return _ambiguous("it names more than one stretch of time")
    return _point((whole,), years)


def _either(points: Points, _: PlanYears) -> Meaning:
    days = " or ".join(long_date(point.period.due) for point in points)
    return _ambiguous(f"it names more than one date: due {days}")


def _onwards(points: Points, _: PlanYears) -> Meaning:
    return Meaning(Kind.ONGOING, points[0].period.start, assumed=_assumed(points))


def _repeating(points: Points, _: PlanYears) -> Meaning:
    return Meaning(Kind.RECURRING, points[0].period.start, assumed=_assumed(points))


def _carrying_on(points: Points, years: PlanYears) -> Meaning:
    """ "Ongoing 2025/26" lasts that year; "Ongoing - March 2026" may be due then, or carry on."""
    if points[0].grain is Grain.YEAR:
        return _point(points, years)
    return _ambiguous("it may be due on the date it names, or carry on")


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
    return _ambiguous("it says after when, but not by when")


def _about(points: Points, _: PlanYears) -> Meaning:
    return _ambiguous("it names about when, but no last day")


def _moved(points: Points, _: PlanYears) -> Meaning:
    first, last = points
    meaning = _end((last,), PlanYears(None, ""))
    return replace(meaning, original_due=first.period.due if first.period.due < last.period.due else None)


def _moved_from(points: Points, years: PlanYears) -> Meaning:
    return _moved((points[1], points[0]), years)


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
    points = _settled((Point(Grain.DAY, bare=Bare(Grain.DAY, 12, 31)),), years)
    return _unclear(points) or _point(points, years)


def _end_of_year(_: Points, years: PlanYears) -> Meaning:
    """ "End of the year" may be that of the plan or that of the calendar, unless they are the same."""
    plan, calendar_year = _end_of_plan((), years), _end_of_calendar_year((), years)
    if plan.due is None or plan.due == calendar_year.due:
        return plan
    return _ambiguous(f"it may be the end of the plan's year, {long_date(plan.due)}, or of the calendar year")


# What a whole sentence means. "§" is a point of time; the first that fits is taken.
SENTENCES: tuple[tuple[str, Sentence], ...] = (
    (r"(?:phase )?§", _point),
    (rf"(?:{words.ALL_OF} )+§", _point),
    (r"(?:until|till|up to|to) §", _point),
    (r"(?:-? ?(?:end|close)) -?§|(?:year end|end year) -? ?§|§ (?:-? ?year)? ?end", _end),
    (rf"(?:(?:{words.FROM}|between|{words.ALL_OF}) )*§ ?{words.TO} ?(?:end )?§", _span),
    (r"(?:between |from )§ (?:and|&) §", _span),
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
    (rf"(?:{words.FIRST} )?§ ?[;&]? ?{words.MOVED_TO} §", _moved),
    (rf"(?:{words.MOVED_TO} )?§ -? ?(?:\w+ from|{words.FIRST}) §", _moved_from),
    (rf"{words.MOVED_TO} §", _end),
    (rf"{words.CARRYING_ON} ?(?:-|&|and)? ?(?:{words.ALL_OF}|until|till|to|up to) §", _point),
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

# What single words mean when no sentence fits: the kind, the finding, and why; the first that occurs is taken.
WORDS: tuple[tuple[str, TargetKind, str, str], ...] = (
    (words.TO_BE_SAID, Kind.UNDECIDED, "", ""),
    (words.IN_HASTE, Kind.UNREADABLE, "unreadable-date", "it says how urgent the action is, but names no day"),
    (words.WAITS, Kind.CONDITIONAL, "", ""),
    (words.CARRIES_ON, Kind.ONGOING, "", ""),
    (rf"^(?:reviewed |report\w* |review )?{words.OFTEN}\b|\b{words.OFTEN}$|\beach §", Kind.RECURRING, "", ""),
    (words.FINISHED, Kind.UNREADABLE, "progress-in-target", "it says how far the action is, not when it is due"),
    (words.SEASON, Kind.UNREADABLE, "unreadable-date", "a season has no last day"),
    (words.LENGTH, Kind.UNREADABLE, "unreadable-date", "it counts from a day that the plan does not say"),
)
_WORDS = tuple((re.compile(shape), kind, problem, why) for shape, kind, problem, why in WORDS)
_NOTHING = re.compile(words.NOTHING)
_NOISE = re.compile(rf"\b{words.NOISE}\b")
_RECALLED = re.compile(words.RECALLED)
_REMARK = re.compile(rf"(?P<date>(?:end )?§) (?:- ?)?(?P<words>(?!.*{words.DOUBTS})[a-z][^§]*)")
_DAY = r"(\d{1,2}(?:st|nd|rd|th)?)"
_SHARED_MONTH = re.compile(
    rf"(?:^|(?<=from )|(?<=between )|(?<=on )|(?<=by )){_DAY} ?(?:-|to|and|&|/) ?{_DAY}"
    r" ((?:of )?[a-z]{3,9}\.?,? \d{4})$"
)
_SHARED_QUARTER = re.compile(r"\b(?:q|qtrs?|quarters?) ?([1-4]) ?(-|/|&|\+|and|to) ?([1-4])\b(?![/.]\d)")


@lru_cache(maxsize=8192)
def _meaning(text: str, years: PlanYears) -> Meaning:
    """The whole text as one sentence; else its lines as phases; else nothing that can be read."""
    if len(text) > _LONGEST:
        return _unread()
    whole = _sentence(single_spaced(text), years)
    if whole is not None and not (whole.problem and "\n" in text):
        return whole
    return _phases(text, years) or whole or _without_aside(text, years) or _unread()


def _phases(text: str, years: PlanYears) -> Meaning | None:
    lines = [line for line in re.split(r"[\n;•]|, (?=\w+ ?\w*:)", plain(text)) if line.strip()]
    together = _sentence(" & ".join(map(_unlabelled, lines)), years)
    if together and together.due and not together.problem:
        return together
    meanings = [_sentence(_unlabelled(line), years) for line in lines]
    dated = [one for one in meanings if one and one.start and one.due and not one.problem]
    if len(lines) < 2 or len(dated) != len(lines):
        return next((one for one in meanings if one and one.problem and len(lines) > 1 and all(meanings)), None)
    due = max(one.due for one in dated if one.due)
    start = min(one.start for one in dated if one.start)
    said = f"the last of {len(dated)} dates taken as due"
    assumed = tuple(dict.fromkeys(supplied for one in dated for supplied in one.assumed))
    return Meaning(Kind.RANGE, start, due, assumed=(*assumed, said))


def _unlabelled(line: str) -> str:
    return re.sub(r"^\s*(?:[-*]\s*)?(?:\(?\w{1,3}[.)]\s+|[A-Za-z][\w ]{0,40}?:\s*)", "", single_spaced(line))


def _without_aside(text: str, years: PlanYears) -> Meaning | None:
    """ "March 2026 (WRES submission)": what stands in brackets set aside, if the rest is a date."""
    aside = re.search(r"\(([^()]*)\)", text)
    if not aside or not text.replace(aside.group(), "").strip():
        return None
    meaning = _sentence(single_spaced(text.replace(aside.group(), " ")), years)
    if meaning is None or meaning.problem or meaning.due is None:
        return None
    return replace(meaning, assumed=(*meaning.assumed, f'the words "{aside.group(1).strip()}" were set aside'))


def _unread() -> Meaning:
    return _unreadable("it is no date, month, quarter or year that is known here")


def _sentence(text: str, years: PlanYears) -> Meaning | None:
    spoken = " ".join(re.sub(r"\bthe\b|§", " ", text.lower()).split())
    spoken = _SHARED_MONTH.sub(r"\1 \3 - \2 \3", _SHARED_QUARTER.sub(r"q\1 \2 q\3", spoken))
    found, corrections = find_points(spoken, years.period)
    points = tuple(item for item in found if isinstance(item, Point))
    phrase = _phrase(found)
    if _NOTHING.fullmatch(spoken):
        return Meaning(Kind.BLANK)
    meaning = _by_sentence(phrase, points, years) or _by_words(phrase, spoken, points)
    meaning = meaning or _with_remark(phrase, points, years)
    return replace(meaning, assumed=(*corrections, *meaning.assumed)) if meaning else None


def _phrase(found: tuple[Token | Point, ...]) -> str:
    text = " ".join(_word(item) for item in found)
    text = re.sub(r"(?<=§) [,.] (?=§)", " & ", text)
    text = _NOISE.sub(" ", re.sub(r"[.,:()!\"\[\]*]", " ", text))
    text = re.sub(r"phase [-:]? ?(?=§)", "phase ", " ".join(text.split()))
    return re.sub(r"^[-&/ ]+(?=\S)|(?<=\S)[-&/; ]+$", "", text)


def _word(item: Token | Point) -> str:
    if isinstance(item, Point):
        return "§"
    return "" if item.kind == "w" else item.text


def _by_sentence(phrase: str, points: Points, years: PlanYears) -> Meaning | None:
    for shape, meaning in _SENTENCES:
        if shape.fullmatch(phrase):
            settled = _settled(points, years)
            if meaning is _end:
                settled = tuple(_calendar_end(point) for point in settled)
            return _unclear(settled) or meaning(settled, years)
    return None


def _with_remark(phrase: str, points: Points, years: PlanYears) -> Meaning | None:
    """ "31 March 2026 - on track": the date, with the words after it set aside unless they may bear on it."""
    match = _REMARK.fullmatch(phrase)
    meaning = _by_sentence(match["date"], points, years) if match else None
    if match is None or meaning is None or meaning.problem:
        return meaning
    return replace(meaning, assumed=(*meaning.assumed, "the words after the date were set aside"))


def _calendar_end(point: Point) -> Point:
    """The end of a plain year is 31 December."""
    if point.grain is Grain.YEAR and "calendar year or" in point.why:
        year = point.readings[0].due.year
        return replace(point, readings=point.readings[:1], why="", assumed=(f"{year} taken as the calendar year",))
    return point


def _by_words(phrase: str, spoken: str, points: Points) -> Meaning | None:
    for shape, kind, problem, why in _WORDS:
        if not (shape.search(phrase) or shape.search(spoken)):
            continue
        if kind in (Kind.ONGOING, Kind.RECURRING) and _also_due(phrase, kind, points):
            return _ambiguous("it may be due on the date it names, or carry on")
        return Meaning(kind, problem=problem, why=why)
    return None


def _also_due(phrase: str, kind: TargetKind, points: Points) -> bool:
    """Whether words that name no end stand beside a date that may be one."""
    dated = [point for point in points if point.bare is None or kind is Kind.ONGOING]
    return bool(dated) and not _RECALLED.search(phrase)
