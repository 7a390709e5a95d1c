"""A report as a Word document in a template's look."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import datetime

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part as WordPart
from lxml import etree

from edi_reports.model.paper import placeholder_name
from edi_reports.model.period import long_date
from edi_reports.reports.parts import Chart, Column, Document, Placeholder, Table
from edi_reports.writing.characters import printable
from edi_reports.writing.charts import chart_height, chart_workbook, chart_xml
from edi_reports.writing.house_style import LANGUAGE, PRODUCER
from edi_reports.writing.markup import a, c, r, w, wp
from edi_reports.writing.package import pinned
from edi_reports.writing.paper_styles import set_language
from edi_reports.writing.templates import COVER, REPORT, fill_template, open_template, take_anchor
from edi_reports.writing.word_parts import Look, blocks_of, look_of, table_of

COVER_COLUMNS = (Column("Cover sheet", 4), Column("Entry", 13))
MOST_PROPERTY_CHARACTERS = 255
_EMUS_A_TWIP, _EMUS_A_POINT = 635, 12700
_A4_WIDTH, _MARGIN = 11906, 1077
_FIRST_DRAWING = 1001


def write_document(document: Document, template: bytes, name: str = "the template") -> bytes:
    """The .docx of a document in a template's look: the same document and template always give the same bytes.

    `name` is what a message calls the template. Raises CannotContinue for one that cannot be used.
    """
    opened = fill_template(open_template(template, name), _words(document))
    look = look_of(opened)
    cover = Table("Cover sheet", COVER_COLUMNS, document.cover)
    _insert(opened, COVER, lambda width: iter([table_of(cover, look, width)] if document.cover else []))
    _insert(opened, REPORT, lambda width: _blocks(opened, document, look, width))
    set_language(opened.styles.element)
    _set_properties(opened, document)
    made = io.BytesIO()
    opened.save(made)
    return pinned(made.getvalue())


def _words(document: Document) -> Callable[[str], str]:
    """What stands for each placeholder of a template: cover lines, facts, and for all else a gap to fill in."""
    words = {"title": document.title, "subject": document.subject, "as_at": long_date(document.as_at)}
    words |= {placeholder_name(name): text for name, text in document.facts}
    words |= {placeholder_name(label): str(entry) for label, entry in document.cover}
    return lambda name: words.get(name) or str(Placeholder(name.replace("_", " ")))


def _insert(opened: WordDocument, name: str, blocks: Callable[[int], Iterator[etree._Element]]) -> None:
    """Put blocks where the template wants them; the report without a place of its own goes to the end."""
    body = opened.element.body
    anchor = take_anchor(body, name)
    if anchor is None and name == REPORT:
        anchor = w("p")
        last = body.find(w.name("sectPr"))
        body.append(anchor) if last is None else last.addprevious(anchor)
    if anchor is None:
        return
    for block in blocks(_width_at(anchor)):
        anchor.addprevious(block)
    body.remove(anchor)


def _width_at(anchor: etree._Element) -> int:
    """The width of the text, in twips, in the section where an element of the body stands."""
    following = (found for after in anchor.itersiblings() for found in after.iter(w.name("sectPr")))
    section = next(following, None)
    size = section.find(w.name("pgSz")) if section is not None else None
    margins = section.find(w.name("pgMar")) if section is not None else None
    return _twips(size, "w", _A4_WIDTH) - _twips(margins, "left", _MARGIN) - _twips(margins, "right", _MARGIN)


def _twips(element: etree._Element | None, name: str, otherwise: int) -> int:
    written = element.get(w.name(name), "") if element is not None else ""
    return int(written) if written.isdigit() else otherwise


def _blocks(opened: WordDocument, document: Document, look: Look, width: int) -> Iterator[etree._Element]:
    for part in document.parts:
        if isinstance(part, Chart):
            yield _chart(opened, part, document, width)
        else:
            yield from blocks_of(part, look, width)


def _chart(opened: WordDocument, chart: Chart, document: Document, width: int) -> etree._Element:
    """A paragraph with a chart, whose part and workbook are added to the package."""
    package = opened.part.package
    workbook = WordPart(
        package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        chart_workbook(chart, document.as_at),
        package,
    )
    part = WordPart(
        package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, chart_xml(chart, "rId1"), package
    )
    part.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, workbook, "rId1")
    return w(
        "p", w("r", w("drawing", _inline(opened, chart, opened.part.relate_to(part, RELATIONSHIP_TYPE.CHART), width)))
    )


def _inline(opened: WordDocument, chart: Chart, chart_id: str, width: int) -> etree._Element:
    known = (int(each.get("id", "0")) for each in opened.element.body.iter(wp.name("docPr")))
    number = str(max(max(known, default=0) + 1, _FIRST_DRAWING))
    reference = c("chart")
    reference.set(r.name("id"), chart_id)
    return wp(
        "inline",
        wp("extent", cx=str(width * _EMUS_A_TWIP), cy=str(chart_height(chart) * _EMUS_A_POINT)),
        wp("docPr", id=number, name=f"Chart {number}", title=printable(chart.title), descr=printable(chart.alt)),
        wp("cNvGraphicFramePr"),
        a("graphic", a("graphicData", reference, uri=c.uri)),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )


def _set_properties(opened: WordDocument, document: Document) -> None:
    """Title, subject, author and language; the day the file was made is the day for which it is true."""
    made, properties = datetime.combine(document.as_at, datetime.min.time()), opened.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = properties.last_modified_by = _property(document.author or PRODUCER)
    properties.created = properties.modified = made
    properties.language = LANGUAGE
    properties.revision = 1


def _property(text: str) -> str:
    return " ".join(printable(text).split())[:MOST_PROPERTY_CHARACTERS]
