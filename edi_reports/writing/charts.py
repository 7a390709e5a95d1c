"""Real charts for Word: drawn by Word from DrawingML, and editable through the small workbook that each carries."""

from __future__ import annotations

from collections.abc import Iterable

from edi_reports.model.place import column_letters
from edi_reports.reports.parts import Chart, ChartKind, Series
from edi_reports.writing.characters import escaped
from edi_reports.writing.chart_labels import number_format
from edi_reports.writing.chart_workbook import DATA_SHEET
from edi_reports.writing.house_style import (
    FONT,
    LANGUAGE,
    NHS_BLUE,
    NHS_DARK_BLUE,
    NHS_LIGHT_BLUE,
    PAPER,
    RAG_PAINTS,
    RULE,
    SECONDARY_TEXT,
    TEXT,
    WHITE,
    Paint,
)
from edi_reports.writing.markup import a, c, r
from edi_reports.writing.package import DECLARATION

_PLAIN_PAINTS = (
    Paint(NHS_BLUE, WHITE),
    Paint(NHS_LIGHT_BLUE, TEXT),
    Paint(NHS_DARK_BLUE, WHITE),
    Paint(SECONDARY_TEXT, WHITE),
)
_STANDING_HEIGHT, _FRAME_HEIGHT, _BAR_HEIGHT, _MOST_HEIGHT = 240, 66, 19, 600
_CATEGORY_AXIS, _VALUE_AXIS = "1", "2"
_STACKED = (ChartKind.STACKED_BAR, ChartKind.STACKED_COLUMN)
_LYING = (ChartKind.BAR, ChartKind.STACKED_BAR)


def chart_xml(chart: Chart, workbook_id: str) -> bytes:
    """The XML of a chart part whose data stand in the workbook of that relationship."""
    space = c(
        "chartSpace",
        _c("date1904", "0"),
        _c("lang", LANGUAGE),
        _c("roundedCorners", "0"),
        c(
            "chart",
            _title(chart.title),
            _c("autoTitleDeleted", "0"),
            c("plotArea", c("layout"), _plot(chart), *_axes(chart)),
            *([c("legend", _c("legendPos", "b"), _c("overlay", "0"))] if len(chart.series) > 1 else []),
            _c("plotVisOnly", "1"),
            _c("dispBlanksAs", "gap"),
        ),
        c("spPr", a("noFill"), a("ln", a("noFill"))),
        c(
            "txPr",
            a("bodyPr"),
            a("lstStyle"),
            a("p", a("pPr", _letters("defRPr", PAPER.small, TEXT)), a("endParaRPr", lang=LANGUAGE)),
        ),
        c("externalData", _c("autoUpdate", "0"), **{"r:id": workbook_id}),
        **{f"xmlns:{each.prefix}": each.uri for each in (c, a, r)},
    )
    return f"{DECLARATION}{space}".encode()


def chart_height(chart: Chart) -> int:
    """How tall to draw a chart, in points: by its categories if its bars lie, and never more than a page."""
    if chart.kind not in _LYING:
        return _STANDING_HEIGHT
    return min(_FRAME_HEIGHT + _BAR_HEIGHT * len(chart.categories), _MOST_HEIGHT)


def _plot(chart: Chart) -> str:
    if chart.kind is ChartKind.LINE:
        return c(
            "lineChart",
            _c("grouping", "standard"),
            _c("varyColors", "0"),
            *_all_series(chart),
            _c("marker", "1"),
            *_axis_ids(),
        )
    stacked = chart.kind in _STACKED
    return c(
        "barChart",
        _c("barDir", "bar" if chart.kind in _LYING else "col"),
        _c("grouping", "stacked" if stacked else "clustered"),
        _c("varyColors", "0"),
        *_all_series(chart),
        _c("gapWidth", "40"),
        *([_c("overlap", "100")] if stacked else []),
        *_axis_ids(),
    )


def _all_series(chart: Chart) -> list[str]:
    categories = _strings(chart.categories)
    return [_series(chart, number, series, categories) for number, series in enumerate(chart.series)]


def _series(chart: Chart, number: int, series: Series, categories: str) -> str:
    paint = RAG_PAINTS[series.rag] if series.rag else _PLAIN_PAINTS[number % len(_PLAIN_PAINTS)]
    column, last = column_letters(number + 2), len(chart.categories) + 1
    line = chart.kind is ChartKind.LINE
    look = (
        c("spPr", a("ln", _fill(paint.fill), w="28575"))
        if line
        else c("spPr", _fill(paint.fill), a("ln", _fill(WHITE), w="6350"))
    )
    return c(
        "ser",
        _c("idx", str(number)),
        _c("order", str(number)),
        c("tx", c("strRef", c("f", f"{DATA_SHEET}!${column}$1"), _strings((series.name,)))),
        look,
        *([] if line else [_c("invertIfNegative", "0")]),
        _labels(paint, line, number_format(chart, series.rag) if series.rag and not line else "0;-0;;"),
        c("cat", c("strRef", c("f", f"{DATA_SHEET}!$A$2:$A${last}"), categories)),
        c("val", c("numRef", c("f", f"{DATA_SHEET}!${column}$2:${column}${last}"), _numbers(series.values))),
        *([_c("smooth", "0")] if line else []),
    )


def _labels(paint: Paint, line: bool, format_: str) -> str:
    """The number on each bar or point, in an ink that can be read there; a zero is left out."""
    ink = TEXT if line else paint.ink
    return c(
        "dLbls",
        c("numFmt", formatCode=escaped(format_), sourceLinked="0"),
        c("spPr", a("noFill"), a("ln", a("noFill"))),
        c(
            "txPr",
            a("bodyPr"),
            a("lstStyle"),
            a("p", a("pPr", _letters("defRPr", PAPER.small, ink, bold=True)), a("endParaRPr")),
        ),
        *([_c("dLblPos", "t")] if line else []),
        *(_c(name, "1" if name == "showVal" else "0") for name in _LABEL_PARTS),
    )


_LABEL_PARTS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _axes(chart: Chart) -> tuple[str, str]:
    lying = chart.kind in _LYING
    category = c(
        "catAx",
        _c("axId", _CATEGORY_AXIS),
        c("scaling", _c("orientation", "maxMin" if lying else "minMax")),
        _c("delete", "0"),
        _c("axPos", "l" if lying else "b"),
        _c("majorTickMark", "none"),
        _c("minorTickMark", "none"),
        _c("tickLblPos", "low"),
        c("spPr", a("ln", _fill(RULE), w="9525")),
        _c("crossAx", _VALUE_AXIS),
        _c("crosses", "autoZero"),
        _c("auto", "0"),
        _c("lblAlgn", "ctr"),
        _c("lblOffset", "100"),
        _c("noMultiLvlLbl", "1"),
    )
    value = c(
        "valAx",
        _c("axId", _VALUE_AXIS),
        c("scaling", _c("orientation", "minMax"), _c("min", "0")),
        _c("delete", "1"),
        _c("axPos", "b" if lying else "l"),
        c("numFmt", formatCode="0", sourceLinked="0"),
        _c("majorTickMark", "none"),
        _c("minorTickMark", "none"),
        _c("tickLblPos", "nextTo"),
        _c("crossAx", _CATEGORY_AXIS),
        _c("crosses", "autoZero"),
    )
    return category, value


def _title(text: str) -> str:
    words = a(
        "p",
        a("pPr", _letters("defRPr", PAPER.body, NHS_DARK_BLUE, bold=True)),
        a("r", _letters("rPr", PAPER.body, NHS_DARK_BLUE, bold=True, lang=LANGUAGE), a("t", escaped(text))),
    )
    return c("title", c("tx", c("rich", a("bodyPr"), a("lstStyle"), words)), _c("overlay", "0"))


def _letters(tag: str, points: int, colour: str, bold: bool = False, **attributes: str) -> str:
    return a(
        tag,
        _fill(colour),
        a("latin", typeface=FONT),
        a("cs", typeface=FONT),
        sz=str(100 * points),
        b="1" if bold else "0",
        **attributes,
    )


def _fill(colour: str) -> str:
    return a("solidFill", a("srgbClr", val=colour))


def _strings(values: tuple[str, ...]) -> str:
    return c("strCache", _c("ptCount", str(len(values))), *_points(map(escaped, values)))


def _numbers(values: tuple[int, ...]) -> str:
    return c("numCache", c("formatCode", "General"), _c("ptCount", str(len(values))), *_points(values))


def _points(values: Iterable[str | int]) -> list[str]:
    """A point for each value, made with few calls: a plan of many groups has hundreds of thousands."""
    return [f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values)]


def _axis_ids() -> tuple[str, ...]:
    return _c("axId", _CATEGORY_AXIS), _c("axId", _VALUE_AXIS)


def _c(name: str, value: str) -> str:
    return c(name, val=value)
