"""XlsxWriter's workbook, made to stream: the rows of a long table go straight into the package.

XlsxWriter itself keeps every cell as an object and every part as text until the end: 45 kB an action of a tracker. Its
own constant-memory mode knows no tables and no shared strings. The bytes are those that XlsxWriter would write.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from edi_reports.writing.house_style import LANGUAGE
from edi_reports.writing.package import PINNED

_SPAN = 16  # rows that say together which columns they use
_STRETCH = 1 << 16
_LARGE = 1 << 30  # a part that may grow beyond 2 GiB is written in the zip format for such
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")

column_name = lru_cache(xl_col_to_name)


def in_markup(text: str) -> str:
    """The text as it stands between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=1_000)
def _as_result(result: str | int) -> tuple[str, str]:
    """The kind of a result and the result itself, in markup."""
    if not isinstance(result, str) or not result:
        return "", str(result)
    return ' t="e"' if result in _ERRORS else ' t="str"', in_markup(result)


class _Styles(dict[Format, str]):
    """How a cell says that it has a look."""

    def __missing__(self, look: Format) -> str:
        style = self[look] = f'" s="{look._get_xf_index()}"'
        return style


class StreamedSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows are written from top to bottom, and each from left to right.

    The last of them can be left until the sheet goes into the package.
    """

    def __init__(self) -> None:
        super().__init__()
        self.row = 0
        self.letters = 0
        self._number = "1"
        self._cells: list[str] = []
        self._span: list[tuple[int, int, str]] = []
        self._spans: list[bytes] = []
        self._columns: set[int] = set()
        self._styles = _Styles()
        self._last_rows: Callable[[], None] | None = None

    def put_text(self, column: int, text: str, look: Format) -> None:
        """Write a text, which a cell can hold, into the row at hand."""
        index = self.str_table._get_shared_string_index(text)
        self._put(column, look, f' t="s"><v>{index}</v></c>')

    def put_number(self, column: int, number: int, look: Format) -> None:
        """Write a number into the row at hand."""
        self._put(column, look, f"><v>{number:.16G}</v></c>")

    def put_blank(self, column: int, look: Format) -> None:
        """Write an empty cell into the row at hand."""
        self._put(column, look, "/>")

    def put_formula(self, column: int, formula: str, result: str | int, look: Format) -> None:
        """Write a formula, given as it stands in markup, and its result into the row at hand."""
        kind, value = _as_result(result)
        self._put(column, look, f"{kind}><f>{formula}</f><v>{value}</v></c>")

    def calculated(self, column: int, formula: str, look: Format) -> Callable[[str | int], None]:
        """What writes a formula, in which "{row}" is the row at hand, with its result into each row."""
        start, style = f'<c r="{column_name(column)}', self._styles[look]
        pieces = formula.split("{row}")

        def put(result: str | int) -> None:
            number, (kind, value) = self._number, _as_result(result)
            self._columns.add(column)
            self._cells.append(f"{start}{number}{style}{kind}><f>{number.join(pieces)}</f><v>{value}</v></c>")

        return put

    def end_row(self, height: float) -> None:
        """Give the row at hand its height in points and go to the next."""
        pixels = int(height * 4 / 3 + 0.5)
        if self.fh is None:
            self.row_sizes[self.row] = [pixels, False]  # for charts beside the rows
            for column in self._columns or (0,):
                self._check_dimensions(self.row, column)
        self._span.append((self.row, pixels, "".join(self._cells)))
        self._cells.clear()
        self.row += 1
        self._number = str(self.row + 1)
        if self.row % _SPAN == 0:
            self._end_span()

    def write_last(self, write: Callable[[], None], looks: list[Format], letters: int) -> None:
        """Leave the last rows, of about so many letters in all, to be written on the way into the package."""
        self._last_rows = write
        self.letters += letters
        for look in looks:
            look._get_xf_index()  # the looks of a workbook are settled before its sheets are written

    def add_long_table(self, rows: int, columns: int, options: dict[str, object]) -> None:
        """Write the headings of a table of so many rows; XlsxWriter would make a note of each of its cells."""
        top = self.row
        self.add_table(top, 0, top + 1, columns - 1, options)
        self._check_dimensions(top + rows, columns - 1)
        area = xl_range(top, 0, top + rows, columns - 1)
        self.tables[-1] |= {"range": area, "a_range": area}
        if "autofilter" in self.tables[-1]:
            self.tables[-1]["autofilter"] = area

    def _put(self, column: int, look: Format, rest: str) -> None:
        self._columns.add(column)
        self._cells.append(f'<c r="{column_name(column)}{self._number}{self._styles[look]}{rest}')

    def _end_span(self) -> None:
        """Complete the rows that say together which columns they use."""
        spans = f' spans="{min(self._columns) + 1}:{max(self._columns) + 1}"' if self._columns else ""
        rows = []
        for row, pixels, cells in self._span:
            usual = pixels == self.default_row_height
            height = "" if usual else f' ht="{pixels * 0.75:.16g}" customHeight="1"'
            start = f'<row r="{row + 1}"{spans}{height}'
            rows.append(f"{start}>{cells}</row>" if cells else f"{start}/>")
        self._pass_on("".join(rows).encode())
        self._span.clear()
        self._columns.clear()

    def _pass_on(self, rows: bytes) -> None:
        """Put rows into the package, or away until it is written."""
        if self.fh is not None:
            self.fh.put(rows)
        else:
            self.letters += len(rows)
            self._spans.append(rows)

    # What XlsxWriter calls for its own tables, links and text in several looks

    def _write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        assert row == self.row
        assert cell_format is not None
        self.put_text(col, string, cell_format)
        return 0

    def _write_formula(self, row: int, col: int, formula: str, cell_format: object = None, value: object = 0) -> int:
        return 0  # a table would be filled with its formulas here; its rows bring their own

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """Leave a formula as it is: to look in each for 150 functions newer than ours took 7 % of the month in hand."""
        return formula.removeprefix("=")

    def _write_rich_string(self, row: int, col: int, *args: object) -> int:
        code: int = super()._write_rich_string(row, col, *args)
        if code == 0:
            cell = self.table.pop(row)[col]
            self._put(col, cell.format, f' t="s"><v>{cell.string}</v></c>')
        return code

    def _write_rows(self) -> None:
        for rows in self._spans:
            self.fh.put(rows)
        if self._last_rows is not None:
            self._last_rows()
        self._end_span()


class Book(Workbook):  # type: ignore[misc]
    """A workbook whose parts go straight into a package."""

    worksheet_class = StreamedSheet

    def __init__(self, package: ZipFile, options: dict[str, object]) -> None:
        super().__init__(io.BytesIO(), options)  # a package of its own, which stays empty
        self._package = package

    def _get_packager(self) -> Packager:
        return _Packager(self._package)

    def _prepare_sst_string_data(self) -> None:
        """Leave the texts as they are: the sheets still bring some on their way into the package."""


class _Packager(Packager):  # type: ignore[misc]
    def __init__(self, package: ZipFile) -> None:
        super().__init__()
        self._package = package
        self._part: _Part | None = None

    def _filename(self, xml_filename: str) -> _Part:
        """Open the part that is written next; the one before is then complete."""
        self._end_part()
        self._part = _Part(self._package, xml_filename, large=self._is_large())
        return self._part

    def _create_package(self) -> list[object]:
        try:
            super()._create_package()
        finally:
            self._end_part()  # a package with an open part cannot be let go of, even by a run that is stopped
        return []

    def _end_part(self) -> None:
        if self._part is not None:
            self._part.end()

    def _is_large(self) -> bool:
        letters: int = sum(map(len, self.workbook.str_table.string_array))
        return any(size > _LARGE for size in (8 * letters, *(sheet.letters for sheet in self.workbook.worksheets())))

    def _write_shared_strings_file(self) -> None:
        texts = _Texts()
        texts.string_table = self.workbook.str_table
        texts.string_table._sort_string_data()
        if texts.string_table.count:
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()

    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Texts(SharedStrings):  # type: ignore[misc]
    """The texts of the cells, of which most are plain."""

    def _write_si(self, string: str) -> None:
        if string.isprintable() and "_x" not in string and string.strip() == string and not string.startswith("<r>"):
            self.fh.write(f"<si><t>{in_markup(string)}</t></si>")
        else:
            super()._write_si(string)


class _Core(Core):  # type: ignore[misc]
    """Core properties that also say in which language the workbook is written."""

    def _write_dc_creator(self) -> None:
        super()._write_dc_creator()
        self._xml_data_element("dc:language", LANGUAGE)


class _Part(io.StringIO):
    """A part on its way into a package; the same content gives the same bytes."""

    def __init__(self, package: ZipFile, name: str, *, large: bool) -> None:
        super().__init__()
        entry = ZipInfo(name, PINNED)
        entry.create_system = 0
        entry.compress_type = ZIP_DEFLATED
        self._packed = package.open(entry, "w", force_zip64=large)

    def write(self, text: str) -> int:
        """Take text; what has come together goes into the package."""
        if self.tell() > _STRETCH:
            self._pass_on()
        return super().write(text)

    def put(self, data: bytes) -> None:
        """Take what is encoded already."""
        self._pass_on()
        self._packed.write(data)

    def end(self) -> None:
        """Complete the part, unless it is."""
        if not self._packed.closed:
            with self._packed:
                self._pass_on()

    def _pass_on(self) -> None:
        self._packed.write(self.getvalue().encode())
        self.seek(0)
        self.truncate()
