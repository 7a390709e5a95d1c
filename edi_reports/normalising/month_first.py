"""Days that other software wrote month first: one that can be no other puts those beside it in doubt.

Days are read day first. On a sheet that holds "09/30/2025" and nothing that must be day first, "12/05/2025" may be
5 December as well as 12 May; neither is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from edi_reports.model.period import long_date
from edi_reports.model.raw import Field, RawAction, RawCell

_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:20)?\d\d)(?![\d/.-])")
_WHEN = (Field.TARGET, Field.REVISED_TARGET, Field.ORIGINAL_TARGET, Field.START, Field.COMPLETED)
_LONGEST_DAY = 25
_MONTHS = 12


def sheets_month_first(actions: Iterable[RawAction]) -> frozenset[str]:
    """The sheets on which at least as many days can only be month first as can only be day first."""
    leaning: dict[str, int] = {}
    month_first: set[str] = set()
    for action in actions:
        for first, second in _pairs(action):
            leaning[action.place.sheet] = leaning.get(action.place.sheet, 0) + (second > _MONTHS) - (first > _MONTHS)
            month_first |= {action.place.sheet} if first <= _MONTHS < second else set()
    return frozenset(sheet for sheet in month_first if leaning[sheet] >= 0)


def either_day(cells: Iterable[RawCell]) -> str | None:
    """Why a day in figures may be either of two, for cells of a sheet whose days are month first."""
    for cell in cells:
        match = _IN_FIGURES.search(cell.text) if cell.day is None else None
        first, second = (int(match[1]), int(match[3])) if match else (0, 0)
        if match and first != second and min(first, second) > 0 and max(first, second) <= _MONTHS:
            year = int(match[4]) % 100 + 2000
            days = long_date(date(year, second, first)), long_date(date(year, first, second))
            return f"it may be {days[0]} or {days[1]}, as other days of the sheet are written month first"
    return None


def _pairs(action: RawAction) -> Iterable[tuple[int, int]]:
    """The first two figures of each day in figures, in the columns of days and of what stands alone in any other."""
    dated = (cell.text for field in _WHEN for cell in action.cells(field) if cell.day is None)
    others = (text for _, text in action.other if len(text) <= _LONGEST_DAY and text[:1].isdigit())
    for text in (*dated, *others):
        for match in _IN_FIGURES.finditer(text):
            yield int(match[1]), int(match[3])
