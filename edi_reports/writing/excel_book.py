"""XlsxWriter's workbook, made to stream: a row leaves memory as packed markup as soon as it is written.

XlsxWriter itself keeps every cell as an object and every part as text until the end: 45 kB an action of a tracker, of
which streaming leaves 2. Its own constant-memory mode knows no tables and no shared strings. The bytes are those that
XlsxWriter would write.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from functools import lru_cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
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


class StreamedSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows are written from top to bottom, and each from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = _PackedText()
        self._row = 0
        self._cells: list[str] = []
        self._span: list[tuple[int, int, str]] = []
        self._columns: set[int] = set()
        self._styles: dict[Format, str] = {}

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
        kind = ""
        if isinstance(result, str) and result:
            kind = ' t="e"' if result in _ERRORS else ' t="str"'
            result = in_markup(result)
        self._put(column, look, f"{kind}><f>{formula}</f><v>{result}</v></c>")

    def end_row(self, height: float) -> None:
        """Give the row at hand its height in points and go to the next."""
        pixels = int(height * 4 / 3 + 0.5)
        self.row_sizes[self._row] = [pixels, False]
        self._span.append((self._row, pixels, "".join(self._cells)))
        self._cells.clear()
        self._row += 1
        if self._row % _SPAN == 0:
            self._pack_span()

    def end_rows(self) -> None:
        """Put the last rows away; how tall each row was is kept only where charts stand beside them."""
        self._pack_span()
        if not self.charts:
            self.row_sizes.clear()

    def add_long_table(self, rows: int, columns: int, options: dict[str, object]) -> None:
        """Write the headings of a table of so many rows; XlsxWriter would make a note of each of its cells."""
        top = self._row
        self.add_table(top, 0, top + 1, columns - 1, options)
        area = xl_range(top, 0, top + rows, columns - 1)
        self.tables[-1] |= {"range": area, "a_range": area}
        if "autofilter" in self.tables[-1]:
            self.tables[-1]["autofilter"] = area

    def _put(self, column: int, look: Format, rest: str) -> None:
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = f'" s="{look._get_xf_index()}"'
        self._columns.add(column)
        self._cells.append(f'<c r="{column_name(column)}{self._row + 1}{style}{rest}')

    def _pack_span(self) -> None:
        spans = f' spans="{min(self._columns) + 1}:{max(self._columns) + 1}"' if self._columns else ""
        for row, pixels, cells in self._span:
            usual = pixels == self.default_row_height
            height = "" if usual else f' ht="{pixels * 0.75:.16g}" customHeight="1"'
            start = f'<row r="{row + 1}"{spans}{height}'
            self.rows.add(f"{start}>{cells}</row>" if cells else f"{start}/>")
            self._check_dimensions(row, min(self._columns, default=0))
        for column in self._columns:
            self._check_dimensions(self._row - 1, column)
        self._span.clear()
        self._columns.clear()

    # What XlsxWriter calls for its own tables, links and text in several looks

    def _write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        assert row == self._row
        assert cell_format is not None
        self.put_text(col, string, cell_format)
        return 0

    def _write_formula(self, row: int, col: int, formula: str, cell_format: object = None, value: object = 0) -> int:
        return 0  # a table would be filled with its formulas here; its rows bring their own

    def _write_rich_string(self, row: int, col: int, *args: object) -> int:
        code: int = super()._write_rich_string(row, col, *args)
        if code == 0:
            cell = self.table.pop(row)[col]
            self._put(col, cell.format, f' t="s"><v>{cell.string}</v></c>')
        return code

    def _write_rows(self) -> None:
        for stretch in self.rows:
            self.fh.put(stretch)


class Book(Workbook):  # type: ignore[misc]
    """A workbook whose parts go straight into a package."""

    worksheet_class = StreamedSheet

    def __init__(self, package: ZipFile, options: dict[str, object]) -> None:
        super().__init__(io.BytesIO(), options)  # a package of its own, which stays empty
        self._package = package

    def _get_packager(self) -> Packager:
        return _Packager(self._package)


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
        super()._create_package()
        self._end_part()
        return []

    def _end_part(self) -> None:
        if self._part is not None:
            self._part.end()

    def _is_large(self) -> bool:
        letters: int = sum(map(len, self.workbook.str_table.string_array))
        return any(size > _LARGE for size in (8 * letters, *(sheet.rows.size for sheet in self.workbook.worksheets())))

    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


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
        """Complete the part."""
        self._pass_on()
        self._packed.close()

    def _pass_on(self) -> None:
        self._packed.write(self.getvalue().encode())
        self.seek(0)
        self.truncate()


class _PackedText:
    """Text that is only ever added to and read once: a tenth of its size in memory."""

    def __init__(self) -> None:
        self.size = 0
        self._packer = zlib.compressobj(1)
        self._packed = io.BytesIO()

    @property
    def packed_size(self) -> int:
        """How many bytes are held."""
        return self._packed.tell()

    def add(self, text: str) -> None:
        data = text.encode()
        self.size += len(data)
        self._packed.write(self._packer.compress(data))

    def __iter__(self) -> Iterator[bytes]:
        self._packed.write(self._packer.flush())
        unpacker = zlib.decompressobj()
        for start in range(0, self._packed.tell(), _STRETCH):
            yield unpacker.decompress(self._packed.getbuffer()[start : start + _STRETCH])
