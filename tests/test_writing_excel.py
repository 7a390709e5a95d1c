"""A tracker as a file: what Excel, LibreOffice, a screen reader and a printer meet."""

from __future__ import annotations

import io
import locale
import re
import time
import zipfile
from datetime import date
from typing import Any, cast

import pytest
from lxml import etree
from msgspec.structs import replace
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from edi_reports.model.action import Action, Group
from edi_reports.model.finding import CannotContinue
from edi_reports.model.messages import finding
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.model.tracker import ABOUT, ACTIONS, AMBER_DAYS, AS_AT, COMPLETED_AS, PROPERTY, VERSION, Heading
from edi_reports.reports.sheets import CELL_LIMIT, Column, Link, Look, MadeRows, Sheet, Table, Workbook, lines_needed
from edi_reports.reports.tracker import compose_tracker
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.house_style import RAG_PAINTS
from tests.plan_making import AS_AT as DAY
from tests.plan_making import a_plan, an_action, due, rated

LATE = due(date(2025, 9, 30), start=date(2025, 7, 1))
HOSTILE = "\x00\x07\x1b \x7f\ud83d \ufffe \u202e _x000D_ <b>&amp;</b> \"'"
KNOWN_FUNCTIONS = {
    *("ABS", "AND", "CHOOSE", "COUNTIF", "COUNTIFS", "DATE", "DAY", "FIND", "IF", "INDEX", "ISNUMBER", "LEFT", "LEN"),
    *("LOWER", "MATCH", "MONTH", "NOT", "OR", "SUBSTITUTE", "SUM", "SUMPRODUCT", "TRIM", "YEAR"),
}
"""Functions that every spreadsheet program has had for twenty years."""


def tracker_file(*actions: Action) -> bytes:
    return write_workbook(compose_tracker(rated(a_plan(*actions))))


def opened(data: bytes, *, results: bool = False) -> Book:
    return load_workbook(io.BytesIO(data), data_only=results)


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def all_in(element: etree._Element, path: str) -> list[Any]:
    """What an XPath finds; "x:" stands for any namespace."""
    return cast(list[Any], element.xpath(re.sub(r"x:(\w+)", r"*[local-name()='\1']", path)))


def headings(sheet: Worksheet) -> dict[str, int]:
    """The headings of Actions and their columns."""
    return {str(cell.value): cell.column or 0 for cell in sheet[3]}


def several() -> tuple[Action, ...]:
    """A few actions of different kinds."""
    return (
        an_action(ref="1.01", target=LATE, stated=Rag.GREEN, other=(("Success metrics", "60%"),)),
        an_action(ref="1.02", target=due(date(2026, 3, 31)), owners=("Head of EDI", "Staff Networks")),
        an_action(ref="1.03", target=Target("TBC", TargetKind.UNDECIDED), group=Group("High Impact Action 2")),
    )


# the file


@pytest.mark.parametrize(
    ("columns", "rows", "said"),
    [(16_385, 1, "16,385 columns; a sheet of a workbook holds 16,384"), (1, 1_048_576, "1,048,578 rows")],
)
def test_a_table_that_no_sheet_can_hold_is_refused_in_words(columns: int, rows: int, said: str) -> None:
    named = tuple(Column(f"Column {number}", 9) for number in range(columns))
    table = Table("Actions", named, MadeRows(lambda _: ("",) * columns, range(rows)))
    with pytest.raises(CannotContinue, match=f'too-large-to-write\n  The sheet "Actions" would have {said}'):
        write_workbook(Workbook("Tracker", "", DAY, (Sheet("Actions", "", (table,)),)))


def test_the_same_tracker_gives_the_same_bytes_whatever_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tracker_file(*several())
    try:
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert tracker_file(*several()) == first
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_same_tracker_gives_the_same_bytes_in_another_language() -> None:
    first, before = tracker_file(*several()), locale.setlocale(locale.LC_ALL)
    installed = [name for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8", "POSIX") if _can_set(name)]
    try:
        assert installed
        for name in installed:
            locale.setlocale(locale.LC_ALL, name)
            assert tracker_file(*several()) == first
    finally:
        locale.setlocale(locale.LC_ALL, before)


def _can_set(name: str) -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_ALL, before)
    return True


def test_the_file_says_what_it_is_who_made_it_and_in_which_language() -> None:
    data = tracker_file(*several())
    properties = opened(data).properties
    assert (properties.title, properties.creator, properties.language) == (
        "EDI Action Plan 2025-26",
        "EDI reports",
        "en-GB",
    )
    assert str(properties.created) == "2025-11-30 00:00:00"
    custom = part(data, "docProps/custom.xml")
    assert all_in(custom, f"//x:property[@name='{PROPERTY}']/x:lpwstr/text()") == [VERSION]


def test_the_cells_that_a_person_changes_have_names() -> None:
    book = opened(tracker_file(*several()))
    values = {}
    for name in (AS_AT, AMBER_DAYS, COMPLETED_AS):
        sheet, cell = next(iter(book.defined_names[name].destinations))
        values[name] = str(book[sheet][cell].value)
    assert values == {AS_AT: "2025-11-30 00:00:00", AMBER_DAYS: "30", COMPLETED_AS: "Blue"}


def test_the_file_opens_on_a1_of_its_first_sheet() -> None:
    book = opened(tracker_file(*several()))
    assert book.active is book[ABOUT]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected] == [ABOUT]
    assert {selected.activeCell for selected in book[ABOUT].sheet_view.selection} <= {"A1", None}


# tables


def test_actions_is_one_table_from_column_a_with_unique_headings_filters_and_no_merged_cells() -> None:
    sheet = opened(tracker_file(*several()))[ACTIONS]
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A3:")
    assert table.autoFilter.ref == table.ref
    names = [column.name for column in table.tableColumns]
    assert names == [cell.value for cell in sheet[3]]
    assert len({name.casefold() for name in names}) == len(names)
    assert not sheet.merged_cells.ranges


def test_a_row_that_somebody_adds_is_rated_too() -> None:
    table = opened(tracker_file(*several()))[ACTIONS].tables[ACTIONS]
    live = {column.name for column in table.tableColumns if column.calculatedColumnFormula is not None}
    assert live == {Heading.RAG, Heading.REASON, Heading.DAYS, Heading.RULE, Heading.DECIDING_DAY}


def test_every_sheet_keeps_its_headings_in_view_and_on_every_printed_page() -> None:
    for sheet in opened(tracker_file(*several())).worksheets:
        assert sheet.freeze_panes, sheet.title
        assert sheet.print_title_rows, sheet.title
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_progress_is_chosen_from_a_list_and_a_due_day_must_be_a_day() -> None:
    sheet = opened(tracker_file(*several()))[ACTIONS]
    columns = headings(sheet)
    rules = {area.min_col: rule for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    assert rules[columns["Progress"]].formula1 == '"Not started,In progress,Proposed for closure,Completed,Not stated"'
    assert rules[columns["Due"]].type == "date"


def test_every_rag_word_has_its_colour_by_condition() -> None:
    sheet = opened(tracker_file(*several()))[ACTIONS]
    found = {}
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            found[rule.formula[0].strip('"')] = (rule.dxf.fill.bgColor.rgb[-6:], rule.dxf.font.color.rgb[-6:])
    assert found == {rag.word: (RAG_PAINTS[rag].fill, RAG_PAINTS[rag].ink) for rag in Rag}


# formulas


def test_every_formula_carries_its_result_and_calls_only_functions_that_every_program_knows() -> None:
    data = tracker_file(*several())
    stored = opened(data, results=True)
    formulas = [
        (sheet.title, cell.coordinate, str(cell.value))
        for sheet in opened(data).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    called = {name for *_, text in formulas for name in re.findall(r"([A-Z][A-Z.]*)\(", re.sub(r'"[^"]*"', '""', text))}
    assert called <= KNOWN_FUNCTIONS
    rags = [stored[sheet][cell].value for sheet, cell, text in formulas if sheet == ACTIONS and "Completed_as" in text]
    assert rags == ["Red", "Green", "Not rated"]


def test_each_colour_of_the_plans_key_is_shown_beside_what_it_means() -> None:
    plan = replace(a_plan(*several()), key=(KeyEntry("FF0000", "Not started"), KeyEntry("00B050", "Completed")))
    about = opened(write_workbook(compose_tracker(rated(plan))))[ABOUT]
    shown = {row[1].value: row[0].fill.fgColor.rgb for row in about.iter_rows() if str(row[0].value).startswith("#")}
    assert shown == {"Not started": "FFFF0000", "Completed": "FF00B050"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_begins_like_a_formula_stays_text_wherever_it_stands(start: str) -> None:
    text = f"{start}cmd|'/C calc'!A0"
    action = an_action(
        text, ref=text, owners=(text,), group=Group(text, text), target=Target(text, TargetKind.UNREADABLE), update=text
    )
    plan = rated(replace(a_plan(replace(action, other=((text, text),))), title=text))
    book = opened(write_workbook(compose_tracker(plan)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" and "calc" in str(cell.value)]
    assert sum(cell.value == text for cell in cells) >= 8


# characters and lengths


def test_control_characters_and_broken_emoji_are_shown_and_not_fatal() -> None:
    action = an_action(HOSTILE, owners=(HOSTILE,), group=Group(HOSTILE), update=HOSTILE)
    plan = rated(replace(a_plan(replace(action, other=((HOSTILE, HOSTILE),))), title=HOSTILE))
    sheet = opened(write_workbook(compose_tracker(plan)))[ACTIONS]
    shown = str(sheet.cell(4, headings(sheet)["Action"]).value)
    assert "␀␇␛" in shown
    assert "_x000D_ <b>&amp;</b>" in shown
    assert not re.search(r"[\x00-\x08\x7f\ud800-\udfff\u202e]", shown)


def test_a_text_longer_than_a_cell_holds_is_cut_and_ends_with_an_ellipsis() -> None:
    sheet = opened(tracker_file(an_action("😀" * 20_000)))[ACTIONS]
    shown = str(sheet.cell(4, headings(sheet)["Action"]).value)
    assert shown.endswith("😀…")
    assert CELL_LIMIT - 2 <= len(shown.encode("utf-16-le")) // 2 <= CELL_LIMIT


@pytest.mark.parametrize("words", [1, 20, 90, 250])
def test_a_row_is_as_tall_as_its_longest_printed_text_needs(words: int) -> None:
    sheet = opened(tracker_file(an_action("commitment " * words)))[ACTIONS]
    width = sheet.column_dimensions["C"].width
    lines = min(lines_needed("commitment " * words, width), 31)
    assert lines * 12.75 <= (sheet.row_dimensions[4].height or 0) <= max(lines, 3) * 12.75 + 14


LONG_REF = "EDI/2025-26/WRES-WDES/HIA1/ACT-001"


@pytest.mark.parametrize("name", ["Actions", "Timeline", "By owner", "Data quality"])
def test_a_long_ref_is_shown_whole_on_every_sheet(name: str) -> None:
    found = finding("target-missing", ref=LONG_REF)
    plan = replace(rated(a_plan(an_action("Meet", ref=LONG_REF))), findings=(found,))
    sheet = opened(write_workbook(compose_tracker(plan)))[name]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == LONG_REF]
    assert sheet.column_dimensions[cell.column_letter].width >= 19
    assert (sheet.row_dimensions[cell.row].height or 0) >= 2 * 12.75


def test_short_refs_take_no_more_room_than_they_need() -> None:
    assert opened(tracker_file(an_action(ref="1.01")))[ACTIONS].column_dimensions["A"].width < 9.5


def test_a_long_title_stands_whole_on_about_and_in_one_line_over_the_other_sheets() -> None:
    title = (
        "Combined Hospitals and Community NHS Foundation Trust Equality, Diversity and Inclusion Action Plan 2025/26"
    )
    book = opened(write_workbook(compose_tracker(rated(replace(a_plan(an_action()), title=title)))))
    assert book["About"]["A1"].value == title
    assert book["About"]["A1"].font.sz < 14
    shown = str(book["Actions"]["A1"].value)
    assert (title.startswith(shown[:-1]), shown[-1], len(shown) < 95) == (True, "…", True)


def test_a_group_whose_name_is_a_sentence_has_a_wider_column() -> None:
    name = "Eliminate discrimination, advance equality of opportunity and foster good relations between people"
    widths = [
        opened(tracker_file(an_action(group=Group(each))))[ACTIONS].column_dimensions["B"].width
        for each in ("Objective 1", name)
    ]
    assert widths[1] > widths[0] + 10


# charts


def test_every_chart_has_a_text_alternative_with_its_numbers() -> None:
    data = tracker_file(*several())
    drawing = part(data, "xl/drawings/drawing1.xml")
    told = [str(words) for words in all_in(drawing, "//x:cNvPr/@descr")]
    assert len(told) == 5
    assert told[0] == "Column chart of 3 actions by RAG: 1 Red, 0 Amber, 1 Not rated, 1 Green and 0 Blue."


def test_a_chart_draws_the_columns_of_its_table_in_the_colours_of_their_rag() -> None:
    chart = part(tracker_file(*several()), "xl/charts/chart2.xml")
    names = all_in(chart, "//x:ser/x:tx//x:v/text()")
    fills = all_in(chart, "//x:ser/x:spPr/x:solidFill/*/@val")
    assert names == [rag.word for rag in Rag]
    assert fills == [RAG_PAINTS[rag].fill for rag in Rag]


# sheets of any content


def test_a_table_without_rows_still_opens() -> None:
    table = Table("Empty", (Column("A", 10), Column("B", 10, Look.DAY)), ())
    workbook = Workbook("Title", "Subject", DAY, (Sheet("Only", "Title", (table,)),))
    assert [cell.value for cell in opened(write_workbook(workbook))["Only"][2]] == ["A", "B"]


def test_a_link_leads_to_its_cell() -> None:
    table = Table("Links", (Column("To", 10),), ((Link("there", "Other sheet", "B7"),),))
    other = Sheet("Other sheet", "Other", (Table("Others", (Column("A", 10),), ()),))
    workbook = Workbook("Title", "Subject", DAY, (Sheet("Only", "Title", (table,)), other))
    cell = opened(write_workbook(workbook))["Only"]["A3"]
    assert (cell.value, cell.hyperlink.location) == ("there", "'Other sheet'!B7")


def test_more_links_than_a_sheet_can_hold_stand_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edi_reports.writing.excel_parts.MOST_LINKS", 3)
    rows = tuple((Link("there", "Only", "A1"),) for _ in range(5))
    workbook = Workbook("T", "S", DAY, (Sheet("Only", "Title", (Table("Links", (Column("To", 10),), rows),)),))
    data = write_workbook(workbook)
    assert len(all_in(part(data, "xl/worksheets/sheet1.xml"), "//x:hyperlink")) == 3
    assert [cell.value for cell in opened(data)["Only"]["A"]][2:] == ["there"] * 5
