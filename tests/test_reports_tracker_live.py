"""A tracker's formulas say what the rules say, whatever the day: a spreadsheet program works them out again."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter.worksheet import Worksheet as PlainSheet

from edi_reports.model.action import Action, Group, ProgressState
from edi_reports.model.plan import ActionPlan
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.target import Target, TargetKind
from edi_reports.model.tracker import ABOUT, ACTIONS, AS_AT, Heading
from edi_reports.reports.sheets import Pairs, Sheet, Table, Workbook
from edi_reports.reports.tracker import compose_tracker
from edi_reports.reports.tracker_people import BY_OWNER, TIMELINE
from edi_reports.reports.tracker_summary import SUMMARY
from edi_reports.rules.rating import rate
from edi_reports.writing.excel import write_workbook
from tests.plan_making import a_plan, an_action, due, rated

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WRITTEN_AS_AT = date(2025, 6, 15)
OTHER_DAYS = (date(2024, 2, 29), date(2025, 9, 30), date(2026, 4, 1))
NEW_DAY = date(2025, 12, 31)
SORTED_ON = date(2026, 1, 15)
SETTINGS = RagSettings(amber_within_days=14, completed_as=Rag.GREEN)
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: formulas cannot be recalculated")


def cases() -> tuple[Action, ...]:
    """Every kind of target in every state, with days on, just before and just after those on which it is rated."""
    dates: tuple[tuple[date | None, date | None, date | None], ...] = (
        (None, None, None),
        (date(2025, 10, 1), None, None),
        (date(2025, 7, 1), date(2025, 9, 30), None),
        (date(2025, 9, 29), date(2025, 10, 14), None),
        (date(2025, 9, 30), date(2025, 10, 15), date(2025, 9, 29)),
        (date(2024, 2, 28), date(2026, 3, 31), date(2025, 6, 30)),
        (date(2026, 4, 1), date(2026, 4, 14), date(2026, 3, 31)),
    )
    written = ("Q3\nor so ", "w" * 100, "a “quoted” & <odd> 'target'", "", " when\tthe opportunity\u00a0arises")
    return tuple(
        an_action(
            ref=f"{number}", target=Target(written[number % 5], kind, *days), state=state, cancelled=number % 29 == 0
        )
        for number, (kind, state, days) in enumerate(product(TargetKind, ProgressState, dates))
    )


def as_at_changed(workbook: Workbook, day: date) -> Workbook:
    """The workbook with another day in its As at cell, and all results as they were."""

    def changed(part: Pairs) -> Pairs:
        return replace(part, lines=tuple(replace(x, content=day) if x.name == AS_AT else x for x in part.lines))

    def edited(sheet: Sheet) -> Sheet:
        parts = tuple(changed(part) if isinstance(part, Pairs) else part for part in sheet.parts)
        return replace(sheet, parts=parts) if sheet.name == ABOUT else sheet

    return replace(workbook, sheets=tuple(map(edited, workbook.sheets)))


def actions_sorted_anew(workbook: Workbook) -> Workbook:
    """The workbook as after somebody sorted Actions the other way round, before anything is worked out again."""

    def edited(sheet: Sheet) -> Sheet:
        (table,) = sheet.parts
        assert isinstance(table, Table)
        return replace(sheet, parts=(replace(table, rows=tuple(reversed(table.rows))),))

    return replace(workbook, sheets=tuple(edited(s) if s.name == ACTIONS else s for s in workbook.sheets))


def recalculated(workbooks: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks as LibreOffice saves them after working out every formula again."""
    (folder / "profile/user").mkdir(parents=True)
    (folder / "profile/user/registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    for name, data in workbooks.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.xlsx") for name in workbooks]
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in workbooks}


def rows_of(sheet: Worksheet) -> Iterator[dict[str, object]]:
    """The rows of a sheet of one table as a person sees them, by heading; an empty text is no value."""
    rows = sheet.iter_rows(values_only=True)
    headings = next(row for row in rows if Heading.REF in row)
    for row in rows:
        yield {str(heading): None if value == "" else value for heading, value in zip(headings, row, strict=True)}


def a_small_plan() -> ActionPlan:
    """Actions of two owners, two frameworks and two groups, that turn between the two days."""
    second = Group("High Impact Action 2", "Talent and recruitment", 2)
    owners = ("Head of EDI", "Deputy Head of EDI")
    return a_plan(
        an_action(ref="1.01", target=due(date(2025, 9, 30), start=date(2025, 7, 1)), owners=owners),
        an_action(ref="1.02", target=due(date(2026, 1, 31)), frameworks=("WRES", "WDES")),
        an_action(ref="2.01", group=second, target=Target("Ongoing", TargetKind.ONGOING), frameworks=()),
        an_action(ref="2.02", group=second, target=Target("TBC", TargetKind.UNDECIDED), owners=()),
        an_action(ref="2.03", group=None, target=due(date(2025, 6, 30)), state=ProgressState.COMPLETED),
    )


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[date, bytes]:
    """Trackers with another day in the As at cell than the one of their stored results, recalculated."""
    many = compose_tracker(rated(a_plan(*cases()), WRITTEN_AS_AT, SETTINGS))
    only_rated = replace(many, sheets=tuple(sheet for sheet in many.sheets if sheet.name in (ABOUT, ACTIONS)))
    written = {day: write_workbook(as_at_changed(only_rated, day)) for day in OTHER_DAYS}
    whole = compose_tracker(rated(a_small_plan(), WRITTEN_AS_AT))
    written[NEW_DAY] = write_workbook(as_at_changed(whole, NEW_DAY))
    written[SORTED_ON] = write_workbook(actions_sorted_anew(as_at_changed(whole, SORTED_ON)))
    found = recalculated({str(day): data for day, data in written.items()}, tmp_path_factory.mktemp("office"))
    return {date.fromisoformat(name): data for name, data in found.items()}


@pytest.mark.parametrize("as_at", OTHER_DAYS, ids=str)
def test_on_another_day_every_row_is_rated_by_its_formulas_as_by_the_rules(
    books: dict[date, bytes], as_at: date
) -> None:
    rows = list(rows_of(load_workbook(io.BytesIO(books[as_at]), data_only=True)[ACTIONS]))
    expected = [rate(action, as_at, SETTINGS) for action in cases()]
    assert len({rating.rule for rating in expected}) >= 6
    shown = [(row[Heading.RULE], row[Heading.RAG], row[Heading.REASON], row[Heading.DAYS]) for row in rows]
    assert shown == [(rating.rule, rating.rag.word, rating.reason, rating.days) for rating in expected]


@pytest.mark.parametrize("name", [SUMMARY, ACTIONS, TIMELINE, BY_OWNER])
def test_on_another_day_every_other_sheet_follows(books: dict[date, bytes], name: str) -> None:
    stale, fresh = (compose_tracker(rated(a_small_plan(), day)) for day in (WRITTEN_AS_AT, NEW_DAY))
    shown = contents(books[NEW_DAY], name)
    assert shown == contents(write_workbook(fresh), name)
    assert shown != contents(write_workbook(stale), name)


@pytest.mark.parametrize("name", [TIMELINE, BY_OWNER])
def test_when_actions_are_sorted_the_other_way_round_every_row_still_finds_its_own(
    books: dict[date, bytes], name: str
) -> None:
    count = len(a_small_plan().actions)
    fresh = load_workbook(io.BytesIO(write_workbook(compose_tracker(rated(a_small_plan(), SORTED_ON)))), data_only=True)
    expected = [row | {"Row": count + 1 - int(str(row["Row"]))} for row in rows_of(fresh[name])]
    shown = rows_of(load_workbook(io.BytesIO(books[SORTED_ON]), data_only=True)[name])
    assert sorted(map(str, shown)) == sorted(map(str, expected))


def test_every_formula_is_one_that_an_older_excel_knows() -> None:
    book = load_workbook(io.BytesIO(write_workbook(compose_tracker(rated(a_small_plan(), WRITTEN_AS_AT)))))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    conditions = [rule.formula[0] for sheet in book for area in sheet.conditional_formatting for rule in area.rules]
    formulas = {str(cell.value)[1:] for cell in cells} | set(conditions)
    assert len(formulas) > 50
    assert {each for each in formulas if PlainSheet()._prepare_formula(each, True) != each} == set()


def contents(workbook: bytes, name: str) -> list[tuple[str, ...]]:
    """The rows of a sheet as text, in an order of their own, for what is overdue may stand elsewhere."""
    rows = load_workbook(io.BytesIO(workbook), data_only=True)[name].iter_rows(values_only=True)
    return sorted(tuple("" if value is None else str(value) for value in row) for row in rows)
