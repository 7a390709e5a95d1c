"""Which workbook of the input folder is the month's, and which came before it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from edi_reports.model.messages import cannot_continue
from edi_reports.model.period import month_period
from edi_reports.model.place import Place

SETTINGS_NAME = "settings.xlsx"
WORKBOOKS = (".xlsx", ".xlsm", ".csv", ".tsv")
_MONTH_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)")

Month = tuple[int, int]
_NO_MONTH: Month = (0, 0)


def newest_workbook(folder: Path, as_at: date) -> Path:
    """Choose the workbook of a reporting month: the newest of a folder, those named for a later month left aside.

    The year and month in its name say how new it is, else when it was last saved. Where all are named for later
    months, the newest of them is taken. Raises CannotContinue when the folder holds none, or may not be read.
    """
    found = _workbooks_in(folder)
    if not found:
        raise cannot_continue("no-workbook", folder=folder)
    in_time = [path for path in found if _month_named(path) <= (as_at.year, as_at.month)]
    return max(in_time or found, key=lambda path: (_month_of(path), path.name))


def earlier_workbooks(folder: Path, chosen: Path) -> list[tuple[Path, date]]:
    """The workbooks of a folder that are older than the chosen one of them, each with the day it is taken to be true.

    That is the last day of its month. A workbook that was chosen from elsewhere has none.
    """
    if chosen.resolve().parent != folder.resolve():
        return []
    dated = [(_month_of(path), path) for path in _workbooks_in(folder)]
    return [(path, month_period(*month).due) for month, path in dated if _NO_MONTH < month < _month_of(chosen)]


def day_of(path: Path) -> date | None:
    """The day as at which a version is taken to be true: the last day of its month; None when no month is known."""
    month = _month_of(path)
    return month_period(*month).due if month != _NO_MONTH else None


def _workbooks_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _may_be_plan(path))
    except PermissionError as refused:
        raise cannot_continue("cannot-open", Place(str(folder)), reason="permission denied") from refused
    except OSError:
        return []


def _may_be_plan(path: Path) -> bool:
    name = path.name.casefold()
    return path.suffix.casefold() in WORKBOOKS and not name.startswith(("~$", ".")) and name != SETTINGS_NAME


def _month_of(path: Path) -> Month:
    """The year and month that a workbook stands for: by its name, else by when it was last saved."""
    from edi_reports.reading.opening import saved_at

    if (named := _month_named(path)) != _NO_MONTH:
        return named
    saved = saved_at(path)
    return (saved.year, saved.month) if saved else _NO_MONTH


def _month_named(path: Path) -> Month:
    named = _MONTH_IN_NAME.search(path.name)
    return (int(named[1]), int(named[2])) if named else _NO_MONTH
