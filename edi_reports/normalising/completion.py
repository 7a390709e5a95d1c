"""Completions that words tell with their day, and days that stand where only a completion should.

"Completed 12/06/2025" is done; "Complete March 2026" in a column of progress may be an order, which only the as-at day
settles: so the day is kept. In a column of target dates only words that can be no order count.
"""

from __future__ import annotations

import re
from datetime import date

from edi_reports.model.period import Period
from edi_reports.normalising import progress_words, target_words
from edi_reports.normalising.missing_years import PlanYears, with_years
from edi_reports.normalising.moments import Grain, Point, find_points
from edi_reports.normalising.spelling import single_spaced

_FRONT = re.compile(
    rf"(?:\W|{progress_words.LABELS}|\b(?:red|amber|green|blue)\b)*{progress_words.DONE}"
    rf"(?:\s|{progress_words.COMPLETED_WHEN})*§",
)
_IN_TARGET = re.compile(
    rf"(?:{target_words.FINISHED})(?P<rest>(?:\s|and closed|{progress_words.COMPLETED_WHEN})*(?:§\W*)*)[^\w?]*"
)
# The initials of who closed it: "AE 26/06/2025".
_SIGNED_BY = re.compile(
    r"^\s*(?!TB[ACD]|DUE|EST|ETA|NOT|NA\b|BY|AIM|END)[A-Z]{2,3}\b(?=\W{1,3}\d)|(?<=\d)\W{1,3}(?!TB[ACD])[A-Z]{2,3}\s*$"
)
_WITHOUT_A_DAY = re.compile(r"[^\w?~<>≈]*(?:completed?|done|closed|achieved|date|on)?[^\w?~<>≈]*")


def completed_on(text: str, period: Period | None) -> date | None:
    """The first day on which words say that an action was completed; None when they name no day for certain."""
    phrase, points = _marked(text, period)
    first = with_years(points[:1], PlanYears(period, ""))[0] if points and _FRONT.match(phrase) else None
    return min(reading.start for reading in first.readings) if first is not None and first.readings else None


def says_completed(text: str, period: Period | None) -> bool:
    """Whether words in place of a target say for certain that the action is completed.

    "Done" does; "Complete March 2026" and "Completed by March" may be orders, and "Done monthly" is a habit; a month
    that is not past when the plan ends may be a plan.
    """
    phrase, points = _marked(text, period)
    match = _IN_TARGET.fullmatch(phrase)
    if match is None or " by " in phrase:
        return False
    past = period and all(point.clear and point.period.due < period.due for point in points)
    return not points or bool(past and not phrase.startswith("complete "))


def day_of_completion(text: str, period: Period | None) -> date | None:
    """The day that a column of completion dates gives; None when it says more than a day, or names a whole year."""
    phrase, points = _marked(_SIGNED_BY.sub(" ", text), period)
    if len(points) != 1 or not _WITHOUT_A_DAY.fullmatch(phrase.replace("§", "")):
        return None
    (point,) = with_years(points, PlanYears(period, ""))
    return point.period.start if point.clear and point.grain < Grain.HALF else None


def _marked(text: str, period: Period | None) -> tuple[str, tuple[Point, ...]]:
    """The text in small letters with "§" for each point of time, and the points."""
    found, _ = find_points(single_spaced(text).lower().replace("§", " "), period)
    phrase = " ".join("§" if isinstance(item, Point) else item.text for item in found)
    return phrase, tuple(item for item in found if isinstance(item, Point))
