"""Days whose day and month may have changed places, because other software reads or writes them month first.

Days are read day first. On a sheet that holds "09/30/2025" and nothing that must be day first, "12/05/2025" may be
5 December as well as 12 May. In a column where an American Excel met "31/10/2025" the text stayed, and "12/05/2025"
became a true date, the wrong one: there true dates have days up to the 12th and texts have later ones. Neither day is
chosen. "09/30/2025" itself can be one day only; where several days of a sheet are month first, and none can only be day
first, it is read as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.period import long_date
from edi_reports.model.raw import Field, RawAction, RawCell

_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:20)?\d\d)(?![\d/.-])")
_WHEN = (Field.TARGET, Field.REVISED_TARGET, Field.ORIGINAL_TARGET, Field.START, Field.COMPLETED)
_LONGEST_DAY = 25
_MONTHS = 12
_FEWEST = 2


class DayOrder(Struct, frozen=True):
    """Where days may be month first: whole sheets, and columns (sheet and number) that Excel turned round.

    `american` are the sheets where several days can only be month first, and none only day first.
    """

    sheets: frozenset[str] = frozenset()
    columns: frozenset[tuple[str, int]] = frozenset()
    american: frozenset[str] = frozenset()

    def why_either(self, cells: Iterable[RawCell]) -> str | None:
        """Why a day in one of these cells may be either of two."""
        for cell in cells:
            if cell.day is not None:
                turned = (cell.place.sheet, cell.place.column) in self.columns and not cell.whole_month
                said = _either(cell.day.day, cell.day.month, cell.day.year) if turned else None
                why = "as days after the 12th are text in this column, and no others, as where Excel reads months first"
            else:
                match = _IN_FIGURES.search(cell.text) if cell.place.sheet in self.sheets else None
                said = _either(int(match[1]), int(match[3]), int(match[4]) % 100 + 2000) if match else None
                why = "as other days of the sheet are written month first"
            if said:
                return f"it may be {said}, {why}"
        return None


def with_days_month_first(actions: tuple[RawAction, ...], order: DayOrder) -> tuple[RawAction, ...]:
    """The actions with the days that can only be month first, on the sheets where that is how days are written."""
    if not order.american:
        return actions
    return tuple(_turned(action) if action.place.sheet in order.american else action for action in actions)


def _turned(action: RawAction) -> RawAction:
    fields = tuple(
        (field, tuple(map(_with_its_day, cells)) if field in _WHEN else cells) for field, cells in action.fields
    )
    return replace(action, fields=fields)


def read_month_first(cells: Iterable[RawCell]) -> tuple[str, ...]:
    """What is assumed of days that were read month first."""
    read = any(cell.day is not None and _month_first(cell.text) for cell in cells)
    return ("month first, as other days of the sheet",) if read else ()


def _month_first(text: str) -> re.Match[str] | None:
    match = _IN_FIGURES.fullmatch(text.strip())
    return match if match and int(match[1]) <= _MONTHS < int(match[3]) else None


def _with_its_day(cell: RawCell) -> RawCell:
    match = _month_first(cell.text) if cell.day is None else None
    if match is None:
        return cell
    try:
        return replace(cell, day=date(int(match[4]) % 100 + 2000, int(match[1]), int(match[3])))
    except ValueError:
        return cell


def find_day_order(actions: tuple[RawAction, ...]) -> DayOrder:
    """Where the days of a plan may be month first."""
    leaning = _leaning(actions)
    sheets = frozenset(sheet for sheet, (month_first, day_first) in leaning.items() if 0 < month_first >= day_first)
    american = frozenset(sheet for sheet in sheets if leaning[sheet][0] >= _FEWEST and not leaning[sheet][1])
    return DayOrder(sheets, _columns(actions), american)


def _either(first: int, second: int, year: int) -> str | None:
    """The two days that a pair of figures may mean; None where they can mean only one."""
    if first == second or not 0 < min(first, second) <= max(first, second) <= _MONTHS:
        return None
    return f"{long_date(date(year, second, first))} or {long_date(date(year, first, second))}"


def _leaning(actions: Iterable[RawAction]) -> dict[str, tuple[int, int]]:
    """How many days of each sheet can only be month first, and how many only day first."""
    found: dict[str, tuple[int, int]] = {}
    for action in actions:
        for first, second in _pairs(action):
            month_first, day_first = found.get(action.place.sheet, (0, 0))
            either = (first <= _MONTHS < second, first > _MONTHS >= second)
            found[action.place.sheet] = month_first + either[0], day_first + either[1]
    return found


def _pairs(action: RawAction) -> Iterable[tuple[int, int]]:
    """The first two figures of each day in figures, in the columns of days and of what stands alone in any other."""
    dated = (cell.text for field in _WHEN for cell in action.cells(field) if cell.day is None)
    others = (text for _, text in action.other if len(text) <= _LONGEST_DAY and text[:1].isdigit())
    for text in (*dated, *others):
        for match in _IN_FIGURES.finditer(text):
            yield int(match[1]), int(match[3])


def _columns(actions: Iterable[RawAction]) -> frozenset[tuple[str, int]]:
    """The columns whose true dates all have days up to the 12th, and whose days in figures all have later ones."""
    true: dict[tuple[str, int], set[date]] = {}
    typed: dict[tuple[str, int], list[int]] = {}
    for cell in (cell for action in actions for field in _WHEN for cell in action.cells(field)):
        column = cell.place.sheet, cell.place.column
        if cell.day is not None:
            true.setdefault(column, set()).add(cell.day)
        elif match := _IN_FIGURES.search(cell.text):
            typed.setdefault(column, []).append(int(match[1]))
    return frozenset(
        column
        for column, days in true.items()
        if min(len(days), len(typed.get(column, ()))) >= _FEWEST
        and max(day.day for day in days) <= _MONTHS < min(typed[column])
    )
