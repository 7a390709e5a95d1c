"""The small workbook that a chart carries, so that Word can edit its data: a plain sheet, and only what Excel needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from edi_reports.model.place import column_letters
from edi_reports.reports.parts import Chart
from edi_reports.writing.characters import escaped
from edi_reports.writing.house_style import LANGUAGE, PRODUCER
from edi_reports.writing.markup import r
from edi_reports.writing.package import (
    CONTENT_TYPES,
    CORE_PROPERTIES,
    CORE_PROPERTIES_TYPE,
    PACKAGE,
    content_types,
    pack_texts,
    relationships,
)

DATA_SHEET = "Data"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def chart_workbook(chart: Chart, as_at: date) -> bytes:
    """The workbook with a chart's data: categories down the first column, a series in each further column."""
    return pack_texts(
        {
            CONTENT_TYPES: content_types(
                ("/xl/workbook.xml", f"{_TYPES}.sheet.main+xml"),
                ("/xl/worksheets/sheet1.xml", f"{_TYPES}.worksheet+xml"),
                ("/docProps/core.xml", CORE_PROPERTIES_TYPE),
            ),
            "_rels/.rels": relationships(
                (f"{r.uri}/officeDocument", "xl/workbook.xml"), (CORE_PROPERTIES, "docProps/core.xml")
            ),
            "docProps/core.xml": _properties(chart.title, as_at),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEETS}" xmlns:r="{r.uri}">'
                f'<sheets><sheet name="{DATA_SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relationships((f"{r.uri}/worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": _sheet(chart),
        }
    )


def _properties(title: str, as_at: date) -> str:
    days = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{as_at}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{PRODUCER}</dc:creator><dc:language>{LANGUAGE}</dc:language>"
        f"{days}</cp:coreProperties>"
    )


def _sheet(chart: Chart) -> str:
    return (
        f'<worksheet xmlns="{_SHEETS}"><cols><col min="1" max="1" width="40.7109375" customWidth="1"/></cols>'
        f"<sheetData>{''.join(_rows(chart))}</sheetData></worksheet>"
    )


def _rows(chart: Chart) -> Iterator[str]:
    columns = [column_letters(number) for number, _ in enumerate(chart.series, 2)]
    names = [_text(f"{column}1", series.name) for column, series in zip(columns, chart.series, strict=True)]
    yield f'<row r="1">{"".join(names)}</row>'
    values = zip(*(series.values for series in chart.series), strict=True)
    for row, (label, found) in enumerate(zip(chart.categories, values, strict=True), 2):
        numbers = [f'<c r="{column}{row}"><v>{value}</v></c>' for column, value in zip(columns, found, strict=True)]
        yield f'<row r="{row}">{_text(f"A{row}", label)}{"".join(numbers)}</row>'


def _text(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'
