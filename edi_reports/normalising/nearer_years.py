"""Years that are said nearer to an action than in the title: in the heading of its dates, a column, a line above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from edi_reports.model.period import Period
from edi_reports.model.raw import RawAction, Table
from edi_reports.normalising.plan_period import one_financial_year

YearSaid = tuple[Period, str]

_COLUMN = re.compile(r"(?:plan |delivery |financial |target )?(?:year|yr|fy)", re.IGNORECASE)
# A line that says no more than of which year what follows is; "WRES data 2024/25" says more.
_SAYS_NO_MORE = re.compile(
    r"(?:[\W\d]|\b(?:years?|yr|fy|financial|one|two|three|actions?|plans?|priorit(?:y|ies)|milestones?|deliver(?:y|ables?)"
    r"|objectives?|programme|phase|part|section|work|for|in|of|the|our|due|during|to|be|done|delivered)\b)*",
    re.IGNORECASE,
)


def years_of_headings(tables: Iterable[Table]) -> dict[tuple[str, int], YearSaid]:
    """The year that the heading of a column names, by sheet and column: "Quarter (2024/25)"."""
    return {
        (table.sheet, column.place.column): (found[0], f'{found[1]} from the heading "{column.heading}"')
        for table in tables
        for column in table.columns
        if column.field is not None and (found := one_financial_year(column.heading))
    }


def year_of_action(action: RawAction) -> YearSaid | None:
    """The year that a column of its own gives an action, or a line above it that says nothing else."""
    for name, text in action.other:
        if _COLUMN.fullmatch(name.strip()) and (found := _alone(text)):
            return found[0], f'{found[1]} from "{name}"'
    above = (action.context or "", action.group.text if action.group else "")
    found = next((found for text in above if (found := _alone(text))), None)
    return (found[0], f"{found[1]} from the line above") if found else None


@lru_cache(maxsize=4096)
def _alone(text: str) -> YearSaid | None:
    return one_financial_year(text) if any(map(str.isdigit, text)) and _SAYS_NO_MORE.fullmatch(text) else None
