"""Our reader sees in every workbook what openpyxl sees, which shares no line with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.reading import sheet_xml, strings
from edi_reports.reading.grid import Sheet
from edi_reports.reading.heading_table import HeadingNames, HeadingTable
from edi_reports.reading.opening import FileKind, OpenedFile
from edi_reports.reading.plan import find_plan
from edi_reports.reading.workbook import read_workbook
from edi_reports.recipe import rate_plan, read_plan
from edi_reports.reports.tracker import compose_tracker
from edi_reports.settings import Settings
from edi_reports.writing.excel import write_workbook
from tests.benchmarks.plan_workbooks import a_plan_workbook
from tests.feature_workbooks import FEATURES
from tests.openpyxl_oracle import read_with_openpyxl
from tests.other_plans import PLANS
from tests.random_layouts import Grid, Layout, grids, layouts
from tests.random_workbooks import build, build_grid

INPUT = Path(__file__).parent.parent / "input"
FEW = settings(max_examples=25, deadline=None, derandomize=True)
OTHER_WORKBOOKS = [make for make in PLANS if make()[1].startswith(b"PK")]


@pytest.fixture(params=["plain XML", "any XML"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of reading: by the short cut for plain rows and texts, and without it."""
    if request.param == "any XML":
        monkeypatch.setattr(sheet_xml, "without_plain", lambda chunks, *_: chunks)
        monkeypatch.setattr(strings, "without_plain", lambda chunks, *_: chunks)


def in_order(findings: tuple[Finding, ...]) -> list[Any]:
    return sorted((str(found.place), found.code, found.message) for found in findings)


def differences(ours: tuple[Sheet, ...], theirs: tuple[Sheet, ...]) -> list[Any]:
    """Where two grids differ, cell by cell, so that a failure can be read."""
    found: list[Any] = []
    for sheet, other in zip(ours, theirs, strict=True):
        addresses = sorted(sheet.cells.keys() | other.cells.keys())
        found += [
            (sheet.cells.get(a), other.cells.get(a)) for a in addresses if sheet.cells.get(a) != other.cells.get(a)
        ]
        if sheet != other and not found:
            found.append((sheet.name, other.name))
    return found


def examine(data: bytes, name: str = "plan.xlsx") -> None:
    ours, theirs = read_workbook(OpenedFile(name, data, FileKind.WORKBOOK)), read_with_openpyxl(data, name)
    assert differences(ours.sheets, theirs.sheets) == []
    assert in_order(ours.findings) == in_order(theirs.findings)
    assert all(list(sheet.cells) == sorted(sheet.cells) for sheet in ours.sheets)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("path", sorted(INPUT.glob("2*.xlsx")), ids=lambda path: path.stem)
def test_the_trusts_own_plan_is_seen_as_openpyxl_sees_it(path: Path) -> None:
    examine(path.read_bytes(), path.name)


def test_the_trusts_own_plan_means_the_same_when_openpyxl_reads_it() -> None:
    names = HeadingNames(HeadingTable(Settings().heading_phrases))
    for path in sorted(INPUT.glob("2*.xlsx")):
        data = path.read_bytes()
        ours, theirs = (
            read_workbook(OpenedFile(path.name, data, FileKind.WORKBOOK)),
            read_with_openpyxl(data, path.name),
        )
        plan = find_plan(replace(ours, sheets=theirs.sheets, findings=theirs.findings), names)
        assert plan.actions
        assert replace(plan, findings=()) == replace(find_plan(ours, names), findings=())


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("path", sorted(INPUT.glob("2*.xlsx"))[-1:], ids=lambda path: path.stem)
def test_the_tracker_of_a_plan_is_seen_as_openpyxl_sees_it(path: Path) -> None:
    rated = rate_plan(read_plan(path, Settings()), date(2025, 11, 30), Settings())
    examine(write_workbook(compose_tracker(rated)))


@pytest.mark.usefixtures("way")
def test_a_plan_of_many_groups_is_seen_as_openpyxl_sees_it() -> None:
    examine(a_plan_workbook(100))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("make", OTHER_WORKBOOKS, ids=lambda make: make.__name__)
def test_another_trusts_plan_is_seen_as_openpyxl_sees_it(make: Callable[[], Any]) -> None:
    examine(make()[1])


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("make", FEATURES, ids=lambda make: make.__name__)
def test_each_feature_of_the_format_is_seen_as_openpyxl_sees_it(make: Callable[[], bytes]) -> None:
    examine(make())


@FEW
@given(layouts())
def test_a_random_plan_is_seen_as_openpyxl_sees_it(layout: Layout) -> None:
    name, data, _ = build(layout)
    examine(data, name)


@FEW
@given(grids())
def test_a_random_grid_is_seen_as_openpyxl_sees_it(grid: Grid) -> None:
    examine(build_grid(grid)[0])


def test_who_saved_a_workbook_and_when_is_what_openpyxl_says() -> None:
    for path in sorted(INPUT.glob("2*.xlsx")):
        ours = read_workbook(OpenedFile(path.name, path.read_bytes(), FileKind.WORKBOOK)).source
        theirs = read_with_openpyxl(path.read_bytes(), path.name)
        assert (ours.saved_by, ours.saved_at) == (theirs.saved_by, theirs.saved_at)
