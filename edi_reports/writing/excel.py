"""A workbook report as bytes: native tables, formulas with their results, drop-downs, charts.

Sheets say what a cell is for; how that looks comes from `house_style`. The same value gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from zipfile import ZIP_DEFLATED, ZipFile

from edi_reports.reports.sheets import Pairs, Paper, Sheet, Table, Workbook
from edi_reports.writing.characters import printable
from edi_reports.writing.excel_book import Book, StreamedSheet
from edi_reports.writing.excel_formats import DEFAULT, Formats
from edi_reports.writing.excel_parts import Canvas, write_pairs, write_table, write_title
from edi_reports.writing.house_style import NHS_BLUE, PRODUCER

_PAPER_CODES = {Paper.A3: 8, Paper.A4: 9}
_EVERYWHERE = "A1:XFD1048576"
_OPTIONS = {"in_memory": True, "default_format_properties": DEFAULT, "default_row_height": 17}


def write_workbook(workbook: Workbook) -> bytes:
    """Write a workbook report; its days and times are those of its as-at day, never those of the clock."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        book = Book(package, _OPTIONS)
        _write_properties(book, workbook)
        formats = Formats(book)
        for sheet in workbook.sheets:
            book.add_worksheet(sheet.name)
        for sheet in workbook.sheets:
            _write_sheet(book, sheet, formats)
        book.close()
    return file.getvalue()


def _write_properties(book: Book, workbook: Workbook) -> None:
    made = datetime.combine(workbook.as_at, time())
    title, subject = printable(workbook.title), printable(workbook.subject)
    book.set_properties({"title": title, "subject": subject, "author": PRODUCER, "created": made})
    for name, value in workbook.properties:
        book.set_custom_property(name, printable(value)[:255], "text")


def _write_sheet(book: Book, sheet: Sheet, formats: Formats) -> None:
    worksheet = book.get_worksheet_by_name(sheet.name)
    canvas = Canvas(book, worksheet, formats, _widths(sheet), sheet.printed)
    for column, width in enumerate(canvas.widths):
        worksheet.set_column(column, column, width)
    worksheet.set_column(len(canvas.widths), len(canvas.widths), 2)
    for column in _hidden(sheet):
        worksheet.set_column(column, column, canvas.widths[column], None, {"hidden": True})
    write_title(canvas, sheet)
    alone = sheet.heading_row is not None
    for part in sheet.parts:
        if not alone:
            canvas.skip()
        if isinstance(part, Table):
            write_table(canvas, part, alone=alone)
        else:
            write_pairs(canvas, part)
    _set_page(worksheet, sheet, canvas)
    _set_view(worksheet, sheet)


def _widths(sheet: Sheet) -> list[float]:
    """The width of each column of the sheet: the widest that any of its parts wants."""
    wanted = [
        list(part.widths) if isinstance(part, Pairs) else [column.width for column in part.columns]
        for part in sheet.parts
    ]
    columns = max(map(len, wanted), default=1)
    return [max(widths[n] for widths in wanted if n < len(widths)) for n in range(columns)]


def _hidden(sheet: Sheet) -> list[int]:
    """The columns, from 0, that the one table of the sheet hides."""
    columns = sheet.parts[0].columns if sheet.heading_row and isinstance(sheet.parts[0], Table) else ()
    return [number for number, column in enumerate(columns) if column.hidden]


def _set_page(worksheet: StreamedSheet, sheet: Sheet, canvas: Canvas) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_PAPER_CODES[sheet.paper])
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer("&L&8&A&R&8Page &P of &N")
    worksheet.repeat_rows(0, _headings(sheet) - 1)
    worksheet.set_h_pagebreaks(canvas.page_breaks)
    if sheet.printed is not None:
        worksheet.print_area(0, 0, canvas.row - 1, sheet.printed - 1)
    if sheet.protected:
        worksheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def _set_view(worksheet: StreamedSheet, sheet: Sheet) -> None:
    worksheet.freeze_panes(_headings(sheet), sheet.frozen)
    worksheet.hide_gridlines(2)
    worksheet.set_tab_color(f"#{NHS_BLUE}")
    worksheet.ignore_errors({"number_stored_as_text": _EVERYWHERE, "two_digit_text_year": _EVERYWHERE})


def _headings(sheet: Sheet) -> int:
    """How many rows at the top say what the sheet and its columns are."""
    return sheet.heading_row or 1 + len(sheet.notes) + isinstance(sheet.parts[0], Pairs)
