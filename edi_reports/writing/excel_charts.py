"""Native charts of the tables they stand beside. Each bar says its number and RAG, so that print needs no colour."""

from __future__ import annotations

from math import ceil

from xlsxwriter import Workbook as Book
from xlsxwriter.chart import Chart as BookChart

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Chart, ChartKind, Series
from edi_reports.reports.sheets import Table
from edi_reports.writing.characters import printable
from edi_reports.writing.chart_labels import ACROSS, number_format
from edi_reports.writing.house_style import FONT, NHS_BLUE, PLAIN, RAG_PAINTS, RULE, SHEET, WHITE

CHART_WIDTH = 620
_LETTERS_A_LINE, _MOST_LINES = 60, 4
"""Of the name of a category beside its bar."""

_KINDS = {
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED_BAR: {"type": "bar", "subtype": "stacked"},
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED_COLUMN: {"type": "column", "subtype": "stacked"},
    ChartKind.LINE: {"type": "line"},
}
_INK = f"#{PLAIN.ink}"


def chart_size(chart: Chart) -> tuple[int, int]:
    """Width and height in pixels: a chart of bars across grows with its categories and the lines of their names."""
    lines = min(ceil(max(map(len, chart.categories), default=0) / _LETTERS_A_LINE), _MOST_LINES) or 1
    return CHART_WIDTH, 96 + (14 + 13 * lines) * max(len(chart.categories), 3) if chart.kind in ACROSS else 230


def make_chart(book: Book, sheet: str, table: Table, top: int) -> BookChart:
    """The chart of a table whose headings stand in row `top` (0-based) from the first column on."""
    assert table.chart is not None
    spec = table.chart
    chart = book.add_chart(_KINDS[spec.kind])
    headings = [column.heading for column in table.columns]
    last = top + len(spec.categories)
    for series in spec.series:
        column = headings.index(series.name)
        chart.add_series(
            {
                "name": [sheet, top, column],
                "name_data": [series.name],
                "categories": [sheet, top + 1, 0, last, 0],
                "categories_data": [printable(label) for label in spec.categories],
                "values": [sheet, top + 1, column, last, column],
                "values_data": list(series.values),
                "gap": 45,
                **_colours(spec, series),
            }
        )
    _set_look(chart, spec)
    width, height = chart_size(spec)
    chart.set_size({"width": width, "height": height})
    return chart


def _colours(spec: Chart, series: Series) -> dict[str, object]:
    """The colour of a series, or of each of its columns where these are the RAGs, with labels that can be read."""
    if series.rag is not None:
        paint = RAG_PAINTS[series.rag]
        font = {"name": FONT, "size": SHEET.small, "bold": True, "color": f"#{paint.ink}"}
        label = {"value": True, "num_format": number_format(spec, series.rag), "font": font}
        return {"fill": {"color": f"#{paint.fill}"}, "border": {"color": f"#{WHITE}"}, "data_labels": label}
    paints = {rag.word: RAG_PAINTS[rag].fill for rag in Rag}
    points = [{"fill": {"color": f"#{paints.get(category, NHS_BLUE)}"}} for category in spec.categories]
    font = {"name": FONT, "size": SHEET.body, "bold": True, "color": _INK}
    return {"points": points, "data_labels": {"value": True, "font": font}}


def _set_look(chart: BookChart, spec: Chart) -> None:
    font = {"name": FONT, "size": SHEET.small, "color": _INK}
    title = {"name": FONT, "size": SHEET.heading, "bold": True, "color": _INK}
    chart.set_title({"name": printable(spec.title), "name_font": title, "overlay": False})
    categories = {"num_font": font, "line": {"color": f"#{RULE}"}, "major_gridlines": {"visible": False}}
    values = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    if spec.kind in ACROSS:
        chart.set_x_axis(values)
        chart.set_y_axis({**categories, "reverse": True})
    else:
        chart.set_x_axis(categories)
        chart.set_y_axis(values)
    chart.set_chartarea({"border": {"color": f"#{RULE}"}})
    if len(spec.series) > 1:
        chart.set_legend({"position": "bottom", "font": font})
    else:
        chart.set_legend({"none": True})
