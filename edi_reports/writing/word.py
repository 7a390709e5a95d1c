"""A report as a Word document in a template's look."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import chain, islice

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part as WordPart
from lxml import etree

from edi_reports.model.paper import placeholder_name
from edi_reports.model.period import long_date
from edi_reports.reports.parts import Chart, Column, Document, Placeholder, Table
from edi_reports.writing.characters import escaped, printable
from edi_reports.writing.chart_workbook import chart_workbook
from edi_reports.writing.charts import chart_height, chart_xml
from edi_reports.writing.house_style import LANGUAGE, PRODUCER
from edi_reports.writing.markup import a, c, r, w, whole_number, wp
from edi_reports.writing.package import own_parts, pack
from edi_reports.writing.paper_styles import set_language
from edi_reports.writing.templates import (
    COVER,
    REPORT,
    anchor_markup,
    fill_template,
    find_anchor,
    make_anchor,
    open_template,
)
from edi_reports.writing.word_parts import Look, blocks_of, look_of, table_of
from edi_reports.writing.word_widths import column_widths, widths_of

COVER_COLUMNS = (Column("Cover sheet", 4), Column("Entry", 13))
MOST_PROPERTY_CHARACTERS = 255
_EMUS_A_TWIP, _EMUS_A_POINT = 635, 12700
_A4_WIDTH, _MARGIN = 11906, 1077
_NARROWEST, _WIDEST = 1440, 31680
"""Between an inch and the widest page that Word has; what a template says outside that is no width of a text."""
_ROWS_AT_A_TIME = 50
_FIRST_DRAWING, _ONLY = 1001, "rId1"


def write_document(document: Document, template: bytes) -> bytes:
    """The .docx of a document in a template's look: the same document and template always give the same bytes.

    `check_template` has looked the template over. Raises CannotContinue for one that cannot be used.
    """
    opened = fill_template(open_template(template, "the template", limits=None), _words(document))
    look = look_of(opened)
    cover = Table("Cover sheet", COVER_COLUMNS, document.cover)
    blocks = {
        COVER: _at(opened, COVER, lambda width: _cover(cover, look, width) if document.cover else iter(())),
        REPORT: _at(opened, REPORT, lambda width: _blocks(opened, document, look, width)),
    }
    set_language(opened.styles.element)
    _set_properties(opened, document)
    return _saved(opened, blocks)


def _cover(cover: Table, look: Look, width: int) -> Iterator[str]:
    return table_of(cover, look, column_widths(cover.columns, cover.rows, width))


def _saved(opened: WordDocument, blocks: dict[str, Iterator[str]]) -> bytes:
    """The document with its blocks put in as markup: as elements they would take ten times as long."""
    made = io.BytesIO()
    opened.save(made)
    parts, main = own_parts(made.getvalue()), opened.part.partname.membername
    document = _with_blocks(parts[main], blocks)
    return pack((name, document if name == main else content) for name, content in parts.items())


def _with_blocks(document: bytes, blocks: dict[str, Iterator[str]]) -> Iterator[bytes]:
    """The markup of a document, each block in the place of its mark, a few rows at a time: never whole in memory."""
    marks = {anchor_markup(name): block for name, block in blocks.items()}
    for stretch in re.split(b"(" + b"|".join(map(re.escape, marks)) + b")", document):
        yield from _some_at_a_time(marks[stretch]) if stretch in marks else (stretch,)


def _some_at_a_time(block: Iterator[str]) -> Iterator[bytes]:
    while some := list(islice(block, _ROWS_AT_A_TIME)):
        yield "".join(some).encode()


def _words(document: Document) -> Callable[[str], str]:
    """What stands for each placeholder of a template: cover lines, facts, and for all else a gap to fill in."""
    words = {"title": document.title, "subject": document.subject, "as_at": long_date(document.as_at)}
    words |= {placeholder_name(name): text for name, text in document.facts}
    words |= {placeholder_name(label): str(entry) for label, entry in document.cover}
    return lambda name: words.get(name) or str(Placeholder(name.replace("_", " ")))


def _at(opened: WordDocument, name: str, blocks: Callable[[int], Iterator[str]]) -> Iterator[str]:
    """The markup of the blocks that go where the template has a mark of that name; none where it has none.

    The report without a mark of its own goes to the end.
    """
    body = opened.element.body
    anchor = find_anchor(body, name)
    if anchor is None and name == REPORT:
        anchor, last = make_anchor(name), body.find(w.name("sectPr"))
        body.append(anchor) if last is None else last.addprevious(anchor)
    return blocks(_width_at(anchor)) if anchor is not None else iter(())


def _width_at(anchor: etree._Element) -> int:
    """The width of the text, in twips, in the section where an element of the body stands."""
    following = (found for after in anchor.itersiblings() for found in after.iter(w.name("sectPr")))
    section = next(following, None)
    size = section.find(w.name("pgSz")) if section is not None else None
    margins = section.find(w.name("pgMar")) if section is not None else None
    width = whole_number(size, w.name("w"), _A4_WIDTH)
    width -= whole_number(margins, w.name("left"), _MARGIN) + whole_number(margins, w.name("right"), _MARGIN)
    return width if _NARROWEST <= width <= _WIDEST else _A4_WIDTH - 2 * _MARGIN


def _blocks(opened: WordDocument, document: Document, look: Look, width: int) -> Iterator[str]:
    """The markup of the parts, which is made as it is asked for; the charts go into the package at once."""
    taken = (whole_number(each, "id") for each in opened.element.body.iter(wp.name("docPr")))
    first = max(_FIRST_DRAWING - 1, *taken, 0) + 1
    charts = [part for part in document.parts if isinstance(part, Chart)]
    drawings = iter(
        [
            _drawing(chart, _add_chart(opened, chart, document.as_at), width, number)
            for number, chart in enumerate(charts, first)
        ]
    )
    widths = widths_of((part for part in document.parts if isinstance(part, Table)), width)
    following = (*document.parts[1:], None)
    return chain.from_iterable(
        (next(drawings),) if isinstance(part, Chart) else blocks_of(part, look, widths, leads=isinstance(after, Table))
        for part, after in zip(document.parts, following, strict=True)
    )


def _add_chart(opened: WordDocument, chart: Chart, as_at: date) -> str:
    """Add the part of a chart and its workbook to the package; the id by which the document calls the chart."""
    package = opened.part.package
    workbook_name = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
    workbook = WordPart(workbook_name, CONTENT_TYPE.SML_SHEET, chart_workbook(chart, as_at), package)
    chart_name = package.next_partname("/word/charts/chart%d.xml")
    part = WordPart(chart_name, CONTENT_TYPE.DML_CHART, chart_xml(chart, _ONLY), package)
    part.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, workbook, _ONLY)
    return opened.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def _drawing(chart: Chart, chart_id: str, width: int, number: int) -> str:
    """A paragraph with a chart as wide as the text, and the words for those who do not see it."""
    size = f'cx="{width * _EMUS_A_TWIP}" cy="{chart_height(chart) * _EMUS_A_POINT}"'
    told = f'title="{escaped(chart.title)}" descr="{escaped(chart.alt)}"'
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{wp.uri}" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/>"
        f'<wp:docPr id="{number}" name="Chart {number}" {told}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{a.uri}"><a:graphicData uri="{c.uri}">'
        f'<c:chart xmlns:c="{c.uri}" xmlns:r="{r.uri}" r:id="{chart_id}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
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
