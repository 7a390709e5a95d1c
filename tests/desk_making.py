"""A trust's desk in a temporary folder: plans in its input, and months issued from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
from msgspec.structs import replace

from edi_reports.model.committee import Committee
from edi_reports.month import Desk, Issue, Order, run_month
from edi_reports.settings import Settings

NOVEMBER = date(2025, 11, 30)
BOARD = Committee("Trust Board")
BOARD_ONLY = replace(Settings(), committees=(BOARD,))
"""Settings with one committee, so that a test composes one paper."""

HEADINGS = ("Action", "Owner", "Target date", "Status", "Framework")
PAY_GAP = ("Publish the pay gap report", "Head of EDI", "Q4", "In progress", "WRES")
NETWORKS = ("Give every staff network a sponsor", "Chief Executive", "30 September 2025", "In progress", "WDES")
TRAINING = (
    "Train every panel chair in inclusive recruitment",
    "Head of Resourcing",
    "March 2026",
    "Not started",
    "WRES",
)


def a_desk(folder: Path) -> Desk:
    """The three folders of a desk, the input folder made and empty."""
    (folder / "input").mkdir(parents=True)
    return Desk(folder / "input", folder / "output", folder / "templates")


def save_plan(path: Path, *rows: tuple[str, ...]) -> Path:
    """A tidy plan for 2025/26 with these actions, saved as a workbook, or as text with the same bytes every time."""
    lines = (("Trust EDI action plan 2025/26",), HEADINGS, *(rows or (PAY_GAP, NETWORKS)))
    if path.suffix == ".csv":
        path.write_text("\n".join(",".join(line) for line in lines), encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


def save_sheets(path: Path, **sheets: tuple[tuple[str, ...], ...]) -> Path:
    """A workbook with these lines on each sheet, for plans whose layout is what matters."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path


def at(hour: int) -> Callable[[], datetime]:
    """A clock that stands at that hour of 1 December 2025."""
    return lambda: datetime(2025, 12, 1, hour, tzinfo=UTC)


def nine() -> datetime:
    """A clock that can be handed to another process."""
    return datetime(2025, 12, 1, 9, tzinfo=UTC)


def issue(
    desk: Desk,
    day: date = NOVEMBER,
    workbook: Path | None = None,
    settings: Settings = BOARD_ONLY,
    hour: int = 9,
    **order: bool,
) -> Issue:
    """Run the month of a day from the workbook of its time, or the one named."""
    asked = Order(day, workbook=workbook, **order)
    return run_month(desk, settings, (), asked, at(hour), lambda _: None)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def reports_in(folder: Path) -> dict[str, bytes]:
    """Every file of a month but its manifest, which says when it was made and what it followed."""
    return {name: data for name, data in files_in(folder).items() if name != "manifest.json"}
