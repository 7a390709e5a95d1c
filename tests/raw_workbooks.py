"""Workbooks written by hand, part by part, so that a test can say exactly what a file holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

from edi_reports.reading.grid import Workbook
from edi_reports.reading.limits import LIMITS, Limits
from edi_reports.reading.opening import FileKind, OpenedFile
from edi_reports.reading.workbook import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Part = str | bytes | Callable[[], Iterable[str]] | None
"""The content of a part, or a function that yields it piece by piece; None leaves the part out."""


def relationships(*kinds_and_targets: tuple[str, str]) -> str:
    """A relationships part; the ids are rId1, rId2 and so on."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds_and_targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def a_sheet(rows: str = "", after: str = "", before: str = "") -> str:
    """A worksheet part with these rows, and what stands before and after them."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def a_row(number: int, *texts: str) -> str:
    """A row of inline texts from column A."""
    cells = (f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(texts))
    return f'<row r="{number}">{"".join(cells)}</row>'


def the_texts(*items: str) -> str:
    """A part of shared texts."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def the_styles(inner: str) -> str:
    """A part of styles."""
    return f'<styleSheet xmlns="{MAIN}">{inner}</styleSheet>'


_PARTS: dict[str, Part] = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relationships(
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
    ),
    "xl/worksheets/sheet1.xml": a_sheet(a_row(1, "Action", "Owner")),
}


def a_package(sheet: Part = "", parts: Mapping[str, Part] | None = None, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook file with one sheet, its parts replaced or completed by the given ones."""
    chosen = {**_PARTS, **({"xl/worksheets/sheet1.xml": sheet} if sheet else {}), **(parts or {})}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packed) as archive:
        for name, content in chosen.items():
            if callable(content):
                with archive.open(name, "w") as part:
                    part.writelines(piece.encode() for piece in content())
            elif content is not None:
                archive.writestr(name, content)
    return stream.getvalue()


def read(data: bytes, limits: Limits = LIMITS) -> Workbook:
    """Read a workbook from memory."""
    return read_workbook(OpenedFile("plan.xlsx", data, FileKind.WORKBOOK), limits)


def texts(workbook: Workbook, sheet: int = 0) -> dict[str, str]:
    """What the cells of a sheet show, by address such as "B7"."""
    cells = workbook.sheets[sheet].cells.values()
    return {f"{chr(64 + cell.column)}{cell.row}": cell.text for cell in cells}
