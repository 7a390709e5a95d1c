"""The parts of a sheet, from top to bottom: titles, tables and what makes them live, lines of label and content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct, field
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from edi_reports.model.change import Mark, MarkedText
from edi_reports.model.messages import cannot_continue
from edi_reports.reports.sheets import (
    CELL_LIMIT,
    FIRST_DAY,
    Column,
    Content,
    Formula,
    Link,
    Look,
    Pair,
    Pairs,
    Row,
    Sheet,
    Table,
    Value,
    lines_needed,
)
from edi_reports.writing.characters import printable
from edi_reports.writing.excel_book import Book, StreamedSheet, in_markup
from edi_reports.writing.excel_charts import CHART_WIDTH, chart_size, make_chart
from edi_reports.writing.excel_formats import Formats

MOST_LINKS = 65_000
"""A sheet takes 65,530 links; beyond that a spreadsheet program calls the file damaged."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What a sheet of a workbook holds (ECMA-376 leaves it open; these are Excel's)."""

_EPOCH = date(1899, 12, 30)
_LINE, _PADDING, _TALLEST = 12.75, 4.0, 409.0
_MOST_LETTERS_OF_A_TITLE = 80
_PIXELS_A_POINT = 96 / 72
_CHARACTER, _CELL_EDGE = 7, 5
_PAGE_ACROSS, _PAGE_DOWN = 1045, 650

_OTHERS = (Formula, Link, tuple)
_LETTERS = 150  # about as many as a cell has apart from its formula

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


class Canvas(Struct):
    """A sheet while it is written: the next free row (0-based) and where the rows and charts so far end, in pixels.

    Only the first `measured` columns have a say in how tall a row is, all if None.
    """

    book: Book
    worksheet: StreamedSheet
    formats: Formats
    widths: list[float]
    measured: int | None = None
    row: int = 0
    pixels: int = 0
    tops: list[int] = field(default_factory=list)
    chart_end: int = 0
    page_start: int = 0
    page_breaks: list[int] = field(default_factory=list)
    links: int = 0

    def end_row(self, height: float) -> None:
        """Give the row just written its height in points and go to the next."""
        height = min(height, _TALLEST)
        self.worksheet.end_row(height)
        self.tops.append(self.pixels)
        self.pixels += round(height * _PIXELS_A_POINT)
        self.row += 1

    def skip(self) -> None:
        """Leave a row free."""
        self.end_row(_LINE)

    def pixels_at(self, row: int) -> int:
        """How far down the sheet a row begins."""
        return self.tops[row]

    def keep_together(self, height: float, beside: int = 0) -> None:
        """Begin a new printed page if what comes next, in pixels, would not fit whole on this one."""
        across = sum(width * _CHARACTER + _CELL_EDGE for width in self.widths) + beside
        if self.pixels + height - self.page_start > _PAGE_DOWN * max(across / _PAGE_ACROSS, 1):
            self.page_breaks.append(self.row)
            self.page_start = self.pixels


def write_title(canvas: Canvas, sheet: Sheet) -> None:
    """The title in A1, the notes under it, and the headings of a sheet of lines."""
    # A title wider than its sheet would make the printer shrink the whole page.
    long = isinstance(sheet.title, str) and len(sheet.title) > _MOST_LETTERS_OF_A_TITLE
    _write(canvas, 0, sheet.title, canvas.formats.long_title if long else canvas.formats.title)
    canvas.end_row(28)
    for note in sheet.notes:
        _write(canvas, 0, note, canvas.formats.note)
        canvas.end_row(_LINE + _PADDING)
    if isinstance(sheet.parts[0], Pairs):
        for column, heading in enumerate(("Item", "Detail")):
            _write(canvas, column, heading, canvas.formats.heading)
        canvas.end_row(_LINE + _PADDING)


def write_pairs(canvas: Canvas, pairs: Pairs) -> None:
    """The lines of label and content under their title."""
    height = sum(_height((pair.label, pair.content), canvas.widths) for pair in pairs.lines)
    canvas.keep_together((height + 20) * _PIXELS_A_POINT)
    _write(canvas, 0, pairs.title, canvas.formats.section)
    canvas.end_row(20)
    for pair in pairs.lines:
        _write_pair(canvas, pair)


def _write_pair(canvas: Canvas, pair: Pair) -> None:
    formats, row = canvas.formats, canvas.row
    label = (
        formats.rags.get(str(pair.label)) if pair.label_look is Look.RAG else formats.of(pair.label_look, pair.label)
    )
    _write(canvas, 0, pair.label, label)
    asked = bool(pair.prompt or pair.choices)
    _write(canvas, 1, pair.content, formats.inputs[pair.look] if asked else formats.cells[pair.look])
    if pair.name:
        cell = xl_rowcol_to_cell(row, 1, row_abs=True, col_abs=True)
        canvas.book.define_name(pair.name, f"='{canvas.worksheet.get_name()}'!{cell}")
    _ask(canvas, str(pair.label), pair.look, pair.choices, pair.prompt, (row, 1, row, 1))
    canvas.end_row(_height((pair.label, pair.content), canvas.widths))


def write_table(canvas: Canvas, table: Table, *, alone: bool) -> None:
    """A native table with its title and notes above and its chart beside it; `alone` on its sheet it has filters."""
    if not alone:
        _start_block(canvas, table)
    for column, content in enumerate(table.above):
        _write(canvas, column, content, canvas.formats.mark)
    if table.above:
        canvas.end_row(_LINE + _PADDING)
    top = canvas.row
    rows = table.rows or ((None,) * len(table.columns),)
    _check_room(canvas, len(rows), len(table.columns))
    _add_table(canvas, table, len(rows), alone)
    headings = [column.heading for column in table.columns[: canvas.measured]]
    canvas.end_row(_height(headings, canvas.widths) + 2 * _PADDING)
    if alone and not table.chart:
        _leave_rows(canvas, table, rows)
    else:
        _write_rows(canvas, table, rows, canvas.end_row)
    for column, spec in enumerate(table.columns):
        _make_live(canvas, spec, table, (top + 1, column, canvas.row - 1, column))
    if table.chart:
        _insert_chart(canvas, table, top)


def _check_room(canvas: Canvas, rows: int, columns: int) -> None:
    for needed, most, what in ((columns, MOST_COLUMNS, "columns"), (canvas.row + 1 + rows, MOST_ROWS, "rows")):
        if needed > most:
            sheet = canvas.worksheet.get_name()
            raise cannot_continue("too-large-to-write", sheet=sheet, size=f"{needed:,} {what}", most=f"{most:,}")


def _start_block(canvas: Canvas, table: Table) -> None:
    """The title and notes of a table, below the chart before it, and on a new page where its chart would be cut."""
    if table.chart:
        while canvas.pixels < canvas.chart_end:
            canvas.skip()
        canvas.keep_together(chart_size(table.chart)[1] + 50, CHART_WIDTH)
    _write(canvas, 0, table.title, canvas.formats.section)
    canvas.end_row(20)
    for note in table.notes:
        _write(canvas, 0, note, canvas.formats.note)
        canvas.end_row(_LINE + _PADDING)


def _add_table(canvas: Canvas, table: Table, rows: int, alone: bool) -> None:
    formats = canvas.formats
    columns = [
        {
            "header": printable(column.heading),
            "header_format": formats.heading_of(column.look, editable=bool(column.prompt or column.choices)),
            **({"formula": f"={column.formula}"} if column.formula and "{row}" not in column.formula else {}),
        }
        for column in table.columns
    ]
    title = printable(table.title) or canvas.worksheet.get_name()
    options = {"name": table.name, "columns": columns, "style": None, "autofilter": alone, "title": title}
    canvas.worksheet.add_long_table(rows, len(columns), options)


def _leave_rows(canvas: Canvas, table: Table, rows: Sequence[Row]) -> None:
    """Leave rows that decide nothing else on their sheet until it goes into the package."""
    letters = len(rows) * sum(_LETTERS + len(column.formula) for column in table.columns)
    looks = [look for column in table.columns for look in canvas.formats.all_of(column.look)]
    end_row = canvas.worksheet.end_row
    canvas.worksheet.write_last(lambda: _write_rows(canvas, table, rows, end_row), looks, letters)
    canvas.row += len(rows)


def _write_rows(canvas: Canvas, table: Table, rows: Sequence[Row], end_row: Callable[[float], None]) -> None:
    writers = [_writer(canvas, column, spec) for column, spec in enumerate(table.columns)]
    tall = [n for n, column in enumerate(table.columns[: canvas.measured]) if column.look is not Look.BAR]
    widths = [canvas.widths[column] for column in tall]
    for row in rows:
        for write, content in zip(writers, row, strict=True):
            write(content)
        end_row(_height([row[column] for column in tall], widths))


def _writer(canvas: Canvas, column: int, spec: Column) -> Callable[[Content], None]:
    """What writes a cell of a column into the row at hand."""
    worksheet, look = canvas.worksheet, canvas.formats.cells[spec.look]
    own_looks = spec.look in (Look.SEVERITY, Look.SWATCH)
    put_result = worksheet.calculated(column, in_markup(spec.formula), look)

    def write_calculated(content: Content) -> None:
        if isinstance(content, _OTHERS):
            _write(canvas, column, content, look)
        else:
            put_result(_result(content))

    def write(content: Content) -> None:
        _write(canvas, column, content, canvas.formats.of(spec.look, content) if own_looks else look)

    return write_calculated if spec.formula else write


def _make_live(canvas: Canvas, column: Column, table: Table, area: Area) -> None:
    """The colours that follow the words of a column, its drop-down and what it asks for."""
    worksheet, formats = canvas.worksheet, canvas.formats
    if column.look is Look.RAG:
        for word, paint in formats.rag_when.items():
            worksheet.conditional_format(
                *area, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": paint}
            )
    if column.look is Look.BAR:
        _colour_bars(canvas, table, area)
    if column.marked:
        heading = (area[0] - 1, area[1], area[0] - 1, area[3])
        worksheet.conditional_format(*heading, _when(column.marked, formats.marked_heading_when))
        worksheet.conditional_format(*area, _when(column.marked, formats.marked_when))
    _ask(canvas, column.heading, column.look, column.choices, column.prompt, area)


def _colour_bars(canvas: Canvas, table: Table, area: Area) -> None:
    """A bar takes the colour of the RAG in its row."""
    formats, first = canvas.formats, xl_rowcol_to_cell(area[0], area[1])
    rag = next(n for n, column in enumerate(table.columns) if column.look is Look.RAG)
    beside = xl_rowcol_to_cell(area[0], rag, col_abs=True)
    canvas.worksheet.conditional_format(*area, _when(f'{first}="late"', formats.late_when, stop=True))
    for word, paint in formats.rag_when.items():
        canvas.worksheet.conditional_format(*area, _when(f'AND({first}<>"",{beside}="{word}")', paint))


def _when(condition: str, paint: Format, *, stop: bool = False) -> dict[str, object]:
    return {"type": "formula", "criteria": f"={condition}", "format": paint, "stop_if_true": stop}


def _ask(canvas: Canvas, label: str, look: Look, choices: tuple[str, ...], prompt: str, area: Area) -> None:
    """A drop-down where there are choices, else a check that a day is a day and a number a number."""
    if not (choices or prompt):
        return
    asked: dict[str, object] = {"input_title": label[:32], "input_message": prompt[:255]} if prompt else {}
    if choices:
        asked |= {"validate": "list", "source": list(choices), "error_message": f"Choose from the list: {label}."}
    elif look is Look.ANSWER:
        asked |= {"validate": "any"}
    elif look is Look.DAY:
        message = "Enter a day, such as 30/09/2025."
        asked |= {"validate": "date", "criteria": ">=", "value": FIRST_DAY, "error_message": message}
    else:
        asked |= {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "Enter a whole number."}
    canvas.worksheet.data_validation(*area, asked)


def _insert_chart(canvas: Canvas, table: Table, top: int) -> None:
    assert table.chart is not None
    chart = make_chart(canvas.book, canvas.worksheet.get_name(), table, top)
    canvas.worksheet.insert_chart(
        top, len(canvas.widths) + 1, chart, {"description": printable(table.chart.alt), "object_position": 2}
    )
    canvas.chart_end = canvas.pixels_at(top) + chart_size(table.chart)[1] + 16


def _height(row: Iterable[Content], widths: list[float]) -> float:
    """The height in points in which every cell of the row shows its text in full, up to the tallest there is."""
    lines = 1
    for content, width in zip(row, widths, strict=False):
        if content is None:
            continue
        words = content if isinstance(content, str) else _words(content)
        if isinstance(words, str) and (len(words) > width * 0.6 or "\n" in words):
            lines = max(lines, lines_needed(words, width))
    return min(lines * _LINE + _PADDING, _TALLEST)


def _words(content: Content) -> Content:
    """What of a cell takes room."""
    if isinstance(content, tuple):
        return "".join(stretch.words for stretch in content)
    return content.result if isinstance(content, Formula) else content


def _write(canvas: Canvas, column: int, content: Content, look: Format) -> None:
    worksheet = canvas.worksheet
    if isinstance(content, str):
        worksheet.put_text(column, fitting(content), look)
    elif content is None:
        worksheet.put_blank(column, look)
    elif isinstance(content, Formula):
        worksheet.put_formula(column, in_markup(content.text), _result(content.result), look)
    elif isinstance(content, Link):
        _write_link(canvas, column, content)
    elif isinstance(content, tuple):
        _write_marked(canvas, column, content, look)
    else:
        worksheet.put_number(column, _number(content), look)


def _write_link(canvas: Canvas, column: int, link: Link) -> None:
    """A link; beyond what a sheet can hold, only its words."""
    canvas.links += 1
    if canvas.links > MOST_LINKS:
        canvas.worksheet.put_text(column, fitting(link.text), canvas.formats.cells[Look.TEXT])
        return
    target = f"internal:'{link.sheet}'!{link.cell}"
    canvas.worksheet.write_url(canvas.worksheet.row, column, target, canvas.formats.links, fitting(link.text))


def _write_marked(canvas: Canvas, column: int, stretches: tuple[MarkedText, ...], look: Format) -> None:
    """Text with marks, each in its own look; without the looks where there is no mark or too much text."""
    words = "".join(stretch.words for stretch in stretches)
    if len(words) * 2 > CELL_LIMIT or all(stretch.mark is Mark.KEPT for stretch in stretches):
        canvas.worksheet.put_text(column, fitting(words), look)
        return
    pieces: list[Format | str] = []
    for stretch in stretches:
        for words in _in_two(printable(stretch.words)):
            pieces += [canvas.formats.marks[stretch.mark], words]
    canvas.worksheet.write_rich_string(canvas.worksheet.row, column, *pieces, look)


def _in_two(words: str) -> tuple[str, ...]:
    """The words in two pieces where they can be: text in several looks needs at least two."""
    return (words[:1], words[1:]) if len(words) > 1 else (words,)


@lru_cache(maxsize=1_000)
def _result(result: Value) -> str | int:
    if result is None or isinstance(result, str):
        return fitting(result or "")
    return _number(result)


def _number(value: int | date) -> int:
    return (value - _EPOCH).days if isinstance(value, date) else value


def fitting(text: str) -> str:
    """The text as a cell can hold it: nothing unwritable, and no longer than a cell takes."""
    text = printable(text)
    if len(text) * 2 <= CELL_LIMIT:
        return text
    kept = text.encode("utf-16-le")[: CELL_LIMIT * 2].decode("utf-16-le", "ignore")
    return kept if kept == text else f"{kept[:-1]}…"
