"""Charts that Word draws itself, with their data in a workbook that it can open."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from lxml import etree

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Chart, ChartKind, Document, Heading, Series
from edi_reports.writing.chart_workbook import chart_workbook
from edi_reports.writing.charts import chart_height, chart_xml
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.house_style import RAG_PAINTS
from edi_reports.writing.markup import a, c
from edi_reports.writing.package import unpack
from edi_reports.writing.word import write_document
from tests.paper_reading import opened

AS_AT = date(2025, 11, 30)
CHART = Chart(
    ChartKind.STACKED_BAR,
    "Actions by aim & RAG",
    ("Aim 1", "Aim <2>"),
    (Series("Red", (2, 0), Rag.RED), Series("Green", (1, 3), Rag.GREEN)),
    "Stacked bar chart. Aim 1: 2 Red and 1 Green. Aim <2>: 3 Green.",
)


def drawn(chart: Chart) -> etree._Element:
    return etree.fromstring(chart_xml(chart, "rId1"))


def values(element: etree._Element, path: str) -> list[str]:
    return [found.get("val", found.text or "") for found in element.findall(path, {"c": c.uri, "a": a.uri})]


def test_a_chart_shows_its_numbers_in_the_colours_of_the_rag() -> None:
    series = drawn(CHART).findall(f".//{c.name('ser')}")
    assert [values(each, "c:val//c:v") for each in series] == [["2", "0"], ["1", "3"]]
    assert [values(each, "c:cat//c:v") for each in series] == [["Aim 1", "Aim <2>"]] * 2
    fills = [values(each, "c:spPr/a:solidFill/a:srgbClr") for each in series]
    assert fills == [[RAG_PAINTS[Rag.RED].fill], [RAG_PAINTS[Rag.GREEN].fill]]


def test_the_numbers_on_the_bars_can_be_read_and_say_their_rag_in_letters() -> None:
    labels = drawn(CHART).findall(f".//{c.name('dLbls')}")
    assert [values(each, ".//a:srgbClr") for each in labels] == [[RAG_PAINTS[Rag.RED].ink], [RAG_PAINTS[Rag.GREEN].ink]]
    formats = [found.get("formatCode") for each in labels for found in each.iter(c.name("numFmt"))]
    assert formats == ['[>=1]0" R";""', '[>=1]0" G";""']


def test_a_number_whose_bar_has_no_room_for_it_is_left_to_the_table() -> None:
    long = Chart(ChartKind.STACKED_BAR, "Actions", ("Aim",), (Series("Not rated", (40,), Rag.NOT_RATED),), "Bars.")
    (found,) = drawn(long).findall(f".//{c.name('dLbls')}/{c.name('numFmt')}")
    assert found.get("formatCode") == '[>=3]0" NR";""'


def test_the_workbook_holds_the_data_where_the_chart_looks_for_them() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(CHART, AS_AT))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "Red", "Green"],
        ["Aim 1", 2, 1],
        ["Aim <2>", 0, 3],
    ]
    assert values(drawn(CHART), ".//c:val//c:f") == ["Data!$B$2:$B$3", "Data!$C$2:$C$3"]
    assert sheet.title == "Data"


def test_a_category_that_looks_like_a_formula_stays_text() -> None:
    chart = Chart(ChartKind.BAR, "t", ("=1+1",), (Series("s", (1,)),), "alt")
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(chart, AS_AT))).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("kind", "tag", "grouping"),
    [
        (ChartKind.BAR, "barChart", "clustered"),
        (ChartKind.STACKED_BAR, "barChart", "stacked"),
        (ChartKind.COLUMN, "barChart", "clustered"),
        (ChartKind.STACKED_COLUMN, "barChart", "stacked"),
        (ChartKind.LINE, "lineChart", "standard"),
    ],
)
def test_each_kind_of_chart_is_drawn_as_such(kind: ChartKind, tag: str, grouping: str) -> None:
    chart = Chart(kind, "t", ("a", "b"), (Series("s", (1, 2)),), "alt")
    (plot,) = drawn(chart).iter(c.name(tag))
    assert values(plot, "c:grouping") == [grouping]


def test_a_chart_grows_with_its_bars_but_never_over_a_page() -> None:
    def height(bars: int) -> int:
        return chart_height(Chart(ChartKind.BAR, "t", ("a",) * bars, (Series("s", (1,) * bars),), "alt"))

    assert height(3) < height(6) < height(500) <= 600


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert chart_xml(CHART, "rId1") == chart_xml(CHART, "rId1")
    assert chart_workbook(CHART, AS_AT) == chart_workbook(CHART, AS_AT)


def test_a_chart_in_a_paper_has_its_workbook_and_a_text_alternative() -> None:
    document = Document("t", "s", "", AS_AT, (Heading("Progress"), CHART))
    paper = write_document(document, write_default_template())
    parts = unpack(paper)
    assert parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"] == chart_workbook(CHART, AS_AT)
    assert parts["word/charts/chart1.xml"] == chart_xml(CHART, "rId1")
    assert b"../embeddings/Microsoft_Excel_Sheet1.xlsx" in parts["word/charts/_rels/chart1.xml.rels"]
    (alternative,) = opened(paper).element.body.iter("{*}docPr")
    assert (alternative.get("title"), alternative.get("descr")) == (CHART.title, CHART.alt)
