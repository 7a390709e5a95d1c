"""Workbooks that use each feature of the format that a plan may use, made with two other libraries."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import xlsxwriter
from openpyxl import Workbook as Book
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color

NUMBER_FORMATS = (
    *("0", "0.00", "#,##0", "0%", "0.00%", "000", "00.0", "0.00E+00", "# ?/?", "@", '"Q"0', '0" days"', "\\d0"),
    *("dd/mm/yyyy", "mmm-yy", "mmmm yyyy", "d mmm", "[$-809]dd mmmm yyyy;@", "[$-F800]dddd, mmmm dd, yyyy", "yyyy"),
    *("h:mm", "[h]:mm:ss", "[mm]:ss", "mm:ss.0", "yyyy-mm-dd hh:mm", "dd\\.mm\\.yyyy", "h:mm AM/PM"),
    *("[$£-809]#,##0.00", "General;[Red]-General", "_-* #,##0.00_-;-* #,##0.00_-", "#,##0_);[Red](#,##0)"),
)
NUMBERS = (0, 1, 59, 60, 61, 0.5, 0.999999999, 12.7, 1234567.891, 45000, 45000.75, 2958465)
TEXTS = (
    "  spaces at both ends  ",
    "a\nb\r\nc\td",
    "& < > \" ' ]]>",
    "_x0041_ as typed",
    "😀 emoji • bullet",
    "\u202etxt.exe",
    "=not a formula",
    "<p>left by a web page</p> &amp; more",
    "",
)


@contextmanager
def _xlsxwriter_book(**options: object) -> Iterator[tuple[io.BytesIO, xlsxwriter.Workbook]]:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **options})
    yield stream, book
    book.close()


def numbers_in_every_format() -> bytes:
    """Numbers, dates, times and durations, in formats that are built in or written out."""
    with _xlsxwriter_book() as (stream, book):
        sheet = book.add_worksheet("Numbers")
        for row, code in enumerate((*NUMBER_FORMATS, *range(1, 23), *range(37, 44), *range(45, 50))):
            for column, number in enumerate(NUMBERS):
                sheet.write_number(row, column, number, book.add_format({"num_format": code}))
        sheet.write_number("Z1", -3.5)
        sheet.write_number("Z2", 1e-7)
        sheet.write_number("Z3", 12345678901234567000)
    return stream.getvalue()


def days_counted_from_1904() -> bytes:
    """The system of dates in which day 0 is 1 January 1904."""
    with _xlsxwriter_book(date_1904=True) as (stream, book):
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for row in range(70):
            sheet.write_number(row, 0, row, day)
            sheet.write_datetime(row, 1, dt.datetime(2025, 4, 1) + dt.timedelta(row * 9.3), day)  # noqa: DTZ001
    return stream.getvalue()


def texts_formulas_and_links() -> bytes:
    """Shared texts, truth values, results of formulas of each type, a link, a comment on an empty cell."""
    with _xlsxwriter_book() as (stream, book):
        sheet = book.add_worksheet("Rich & “odd”")
        for row, text in enumerate(TEXTS):
            sheet.write_string(row, 0, text)
        sheet.write_boolean("B1", True)
        sheet.write_boolean("B2", False)
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C2", '=A1&"x"', None, "text & more")
        sheet.write_formula("C3", "=TODAY()", book.add_format({"num_format": "dd/mm/yyyy"}), 45000)
        sheet.write_formula("C4", "=1=1", None, True)
        sheet.write_formula("C5", '=""', None, "")
        sheet.write_array_formula("C6:C7", "{=A1:A2}", None, 5)
        sheet.write_url("D1", "https://example.org", string="a link")
        sheet.write_comment("A1", "Do this\nplease")
        sheet.write_comment("F30", "on an empty cell")
        book.set_properties({"author": "Head of EDI", "title": "Plan"})
    return stream.getvalue()


def runs_of_rich_text() -> bytes:
    """Texts of runs: bold in all or some, struck through in all or some, on cells that are bold or plain."""
    with _xlsxwriter_book() as (stream, book):
        sheet = book.add_worksheet()
        plain, bold = book.add_format({}), book.add_format({"bold": True})
        struck, both = book.add_format({"font_strikeout": True}), book.add_format({"bold": True, "italic": True})
        sheet.write_rich_string("A1", bold, "all ", both, "bold")
        sheet.write_rich_string("A2", bold, "some ", plain, "bold", struck, " struck")
        sheet.write_rich_string("A3", struck, "all", struck, " gone", bold)
        sheet.write_rich_string("A4", "as the cell ", bold, "and bold", bold)
        sheet.write_rich_string("A5", "as the cell ", struck, "and struck & so on", plain)
        sheet.write_rich_string("A6", bold, "bold", plain, "   \n ", bold)
    return stream.getvalue()


def merged_blocks_and_hidden_parts() -> bytes:
    """Blocks beyond the used part, hidden rows, columns and sheets, a chart sheet, an empty sheet, a table."""
    with _xlsxwriter_book() as (stream, book):
        sheet, red = book.add_worksheet("Blocks"), book.add_format({"bg_color": "#FF0000"})
        sheet.merge_range("A1:C3", "merged", book.add_format({"bold": True}))
        sheet.merge_range("E5:E5000", "far below the last text", red)
        sheet.merge_range("G1:ZZ1", "far beyond the last text")
        sheet.write("D40", "last")
        sheet.write_blank("D41", None, red)
        sheet.write_blank("B20", None, red)
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column("H:I", None, None, {"hidden": True})
        sheet.set_column("K:XFD", None, None, {"hidden": True})
        for name, hide in (("Hidden", "hide"), ("Very", "very_hidden")):
            other = book.add_worksheet(name)
            other.write("C7", 3.14159)
            getattr(other, hide)()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Blocks!$A$1:$A$3"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("Empty")
        table = book.add_worksheet("Table")
        table.add_table("B2:D4", {"data": [["a", 1, 2], ["b", 3, 4]]})
        table.data_validation("A1", {"validate": "list", "source": ["a", "b"]})
    return stream.getvalue()


def rules_of_conditional_formatting() -> bytes:
    """Rules on the words of a cell, on other cells, and colour scales; of two that hold, the first in priority wins."""
    with _xlsxwriter_book() as (stream, book):
        sheet = book.add_worksheet("Rules")
        for row, text in enumerate(("Red", "Amber", "on track", "Not on track", "Complete", "red")):
            sheet.write(row, 0, text)
            sheet.write(row, 3, text)
        red, green = book.add_format({"bg_color": "#FFC7CE"}), book.add_format({"bg_color": "#C6EFCE"})
        of_text = {"type": "text", "value": "on track", "format": green}
        sheet.conditional_format("A1:A30", {"type": "cell", "criteria": "==", "value": '"Red"', "format": red})
        sheet.conditional_format("A1:A30", {**of_text, "criteria": "begins with"})
        sheet.conditional_format("A1:D30", {**of_text, "criteria": "containing", "format": red})
        sheet.conditional_format("D1:D30", {"type": "formula", "criteria": '=$D1="Complete"', "format": green})
        sheet.conditional_format("D1:D30", {"type": "formula", "criteria": '=$D$1="Red"', "format": green})
        sheet.conditional_format("A1:D40", {"type": "formula", "criteria": "=$A1=$D1", "format": green})
        sheet.conditional_format("A1:A9", {"type": "3_color_scale"})
        sheet.conditional_format("F1:F9", {"type": "duplicate", "format": green})
    return stream.getvalue()


def fills_of_every_kind() -> bytes:
    """Theme colours with their tint, indexed and plain colours, patterns, gradients, inline text."""
    book = Book()
    sheet = book.active
    assert sheet is not None
    colours = [Color(theme=theme, tint=tint) for theme in range(12) for tint in (0, 0.4, -0.25, 0.8)]
    colours += [Color(indexed=index) for index in range(64)] + [Color(rgb="FF12ABEF"), Color(rgb="00FFFFFF")]
    for row, colour in enumerate(colours, 1):
        sheet.cell(row, 1, row).fill = PatternFill("solid", fgColor=colour)
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor=colour)
    fills = (PatternFill("gray125"), GradientFill(stop=("FF0000", "0000FF")), PatternFill("lightUp", fgColor="FFFF00"))
    for row, fill in enumerate(fills, 1):
        sheet.cell(row, 3, "no plain fill").fill = fill
    return _saved(book)


def inline_texts_and_values_of_every_type() -> bytes:
    """What openpyxl writes into the cells themselves: texts, runs, formulas never calculated, dates, errors."""
    book = Book()
    sheet = book.active
    assert sheet is not None
    bold, struck = InlineFont(b=True), InlineFont(strike=True, i=True)
    values: tuple[Any, ...] = (
        CellRichText("plain ", TextBlock(bold, "bold"), TextBlock(struck, " struck")),
        CellRichText(TextBlock(bold, "bold"), TextBlock(bold, "  ")),
        CellRichText(TextBlock(bold, "only")),
        "=SUM(A1:A3)",
        dt.date(2025, 3, 1),
        dt.datetime(2025, 3, 1, 13, 30),  # noqa: DTZ001
        dt.time(9, 15),
        dt.timedelta(hours=30, minutes=5),
        True,
        "#N/A",
        "x_x000D_y",
        "é•–’ &amp; <p>html</p>",
        1e-7,
        0.1 + 0.2,
        dt.datetime(9999, 12, 31),  # noqa: DTZ001
        *(text for text in TEXTS if "_x" not in text),
    )
    for row, value in enumerate(values, 1):
        sheet.cell(row, 4).value = value
    sheet["D3"].font = Font(strike=True)
    sheet["D5"].number_format = "mmm-yy"
    sheet["A3"].comment = Comment("Has this moved?", "PMO")
    sheet.merge_cells("F1:H4")
    sheet["F1"] = "merged"
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions.group("N", "Q", hidden=True)
    sheet["XFD31"] = "the last column"
    book.create_sheet("Hidden").sheet_state = "veryHidden"
    book.properties.lastModifiedBy = "PMO officer"
    return _saved(book)


def a_large_plan() -> bytes:
    """Some hundred actions, so that a part is read in several pieces, with rows of all sorts between one another."""
    rng = random.Random(7)
    with _xlsxwriter_book() as (stream, book):
        sheet, bold = book.add_worksheet("Plan"), book.add_format({"bold": True})
        for row in range(400):
            words = " ".join(
                rng.choices(("review", "’train’", "panel", "• publish", "R&D", "\n"), k=rng.randint(5, 90))
            )
            if rng.random() < 0.2:
                sheet.write_rich_string(row, 0, bold, f"{row} ", words)
            else:
                sheet.write_string(row, 0, f"{row} {words}")
            sheet.write(row, 1, rng.choice(("Head of EDI", 45000 + row, True, "")))
            sheet.write_blank(row, 2, None, book.add_format({"bg_color": rng.choice(("red", "lime"))}))
            if row % 8 == 0:
                sheet.merge_range(row, 3, row + 7, 3, f"Group {row}")
    return stream.getvalue()


def _saved(book: Book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


FEATURES: tuple[Callable[[], bytes], ...] = (
    numbers_in_every_format,
    days_counted_from_1904,
    texts_formulas_and_links,
    runs_of_rich_text,
    merged_blocks_and_hidden_parts,
    rules_of_conditional_formatting,
    fills_of_every_kind,
    inline_texts_and_values_of_every_type,
    a_large_plan,
)
