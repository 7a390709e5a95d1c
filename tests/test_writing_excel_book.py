"""The workbook that streams says what XlsxWriter's own would say, to the byte."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
import xlsxwriter

from edi_reports.writing import excel_book
from edi_reports.writing.excel_book import Book, in_markup

TEXTS = ("Ref", "Start & <finish>", " leading", "line\nbreak", "Ångström ▼ 𝔸", "_x000D_", "", "=not a formula")
FORMULA = 'IF(A1<>"&","<",A1)'
RESULTS = ("", "words", "#N/A", "a < b & c", 7)


def streamed(rows: int, *, left: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        book = Book(package, {"in_memory": True, "default_row_height": 17})
        sheet, plain = book.add_worksheet("Plan"), book.add_format({"text_wrap": True})
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy"})
        sheet.put_text(0, "A title", bold)
        sheet.end_row(28)
        sheet.end_row(12.75)
        sheet.add_long_table(rows + 1, 4, a_table(bold))
        sheet.end_row(30)

        def write_rows() -> None:
            for row in range(rows):
                sheet.put_text(0, TEXTS[row % len(TEXTS)], plain)
                sheet.put_formula(1, in_markup(FORMULA), RESULTS[row % len(RESULTS)], plain)
                sheet.put_number(2, 45000 + row, day)
                sheet.put_blank(3, bold)
                sheet.end_row(12.75 * (1 + row % 3) + 4)
            sheet.write_rich_string(rows + 3, 0, bold, "new", plain, " text", plain)
            sheet.write_url(rows + 3, 1, "internal:'Plan'!A1", day, "to the top")
            sheet.end_row(12.75)

        if left:
            sheet.write_last(write_rows, [bold, plain, day], 100 * rows)
        else:
            write_rows()
        book.set_properties({"created": None})
        book.close()
    return made.getvalue()


def at_once(rows: int) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "default_row_height": 17})
    sheet, plain = book.add_worksheet("Plan"), book.add_format({"text_wrap": True})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy"})
    sheet.write_string(0, 0, "A title", bold)
    sheet.set_row(0, 28)
    sheet.set_row(1, 12.75)
    sheet.add_table(2, 0, 3 + rows, 3, a_table(bold))
    sheet.set_row(2, 30)
    for row in range(rows):
        sheet.write_string(row + 3, 0, TEXTS[row % len(TEXTS)], plain)
        sheet.write_formula(row + 3, 1, f"={FORMULA}", plain, RESULTS[row % len(RESULTS)])
        sheet.write_number(row + 3, 2, 45000 + row, day)
        sheet.write_blank(row + 3, 3, None, bold)
        sheet.set_row(row + 3, 12.75 * (1 + row % 3) + 4)
    sheet.write_rich_string(rows + 3, 0, bold, "new", plain, " text", plain)
    sheet.write_url(rows + 3, 1, "internal:'Plan'!A1", day, "to the top")
    sheet.set_row(rows + 3, 12.75)
    book.close()
    return made.getvalue()


def a_table(heading: object) -> dict[str, object]:
    names = ("Ref", "Live", "Day", "Empty")
    columns = [{"header": name, "header_format": heading} for name in names]
    columns[1]["formula"] = f"={FORMULA}"
    return {"name": "Actions", "style": None, "columns": columns}


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    del parts["docProps/core.xml"]  # ours names the language; theirs the moment
    return parts


def test_every_part_is_the_one_that_xlsxwriter_itself_would_write() -> None:
    for rows in (1, 12, 13, 14, 200):
        assert parts_of(streamed(rows)) == parts_of(at_once(rows))


def test_rows_left_until_the_sheet_goes_into_the_package_are_the_same_rows() -> None:
    for rows in (1, 12, 13, 14, 200):
        assert parts_of(streamed(rows, left=True)) == parts_of(at_once(rows))


def test_rows_left_until_the_end_are_never_all_in_memory() -> None:
    package = zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED)
    book = Book(package, {"in_memory": True})
    sheet, look = book.add_worksheet("Plan"), book.add_format({"bold": True})

    def write_rows() -> None:
        for row in range(2_000):
            for column in range(10):
                sheet.put_number(column, row, look)
            sheet.end_row(20)

    sheet.put_text(0, "A title", look)
    sheet.end_row(28)
    sheet.write_last(write_rows, [look], letters=500_000)
    tracemalloc.start()
    with package:
        book.close()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert package.getinfo("xl/worksheets/sheet1.xml").file_size > 500_000
    assert sheet.table == {}
    assert len(sheet.row_sizes) == 1
    assert peak < 500_000


def test_parts_that_may_grow_beyond_two_gigabytes_are_written_so_that_they_can(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = streamed(3)
    monkeypatch.setattr("edi_reports.writing.excel_book._LARGE", 10)
    large = streamed(3, left=True)
    assert len(large) > len(plain)
    assert parts_of(large) == parts_of(plain)


def test_a_run_that_is_stopped_within_a_part_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(excel_book._Core, "_assemble_xml_file", stopped)
    with pytest.raises(KeyboardInterrupt):
        streamed(3)
