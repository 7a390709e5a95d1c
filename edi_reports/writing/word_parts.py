"""The parts of a report as Word's markup, in the styles of the template in hand.

Rows are built as markup, never through python-docx's `table.cell`, whose cost grows with the square of the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument
from lxml import etree

from edi_reports.model.change import Mark, MarkedText
from edi_reports.model.rag import Rag
from edi_reports.reports.parts import (
    BULLET as BULLET_SIGN,
)
from edi_reports.reports.parts import (
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    Paragraph,
    Part,
    Placeholder,
    Table,
)
from edi_reports.writing.characters import printable
from edi_reports.writing.house_style import HEADING, INPUT, RAG_PAINTS, Paint
from edi_reports.writing.markup import XML_SPACE, w
from edi_reports.writing.paper_styles import (
    ADDED,
    BULLET,
    BULLETS,
    CAPTION,
    HEADING_1,
    HEADING_2,
    NUMBERED,
    NUMBERS,
    REMOVED,
    TABLE,
    TABLE_BULLET,
    TABLE_NUMBER,
    TABLE_TEXT,
    TO_COMPLETE,
    abstract_of,
    lend_list,
    lend_styles,
    list_of_style,
    start_list,
)

MOST_UNSPLIT_CHARACTERS = 1200
"""A row with a longer cell may split over pages: it would not fit on one beside anything else."""

MOST_CONTROL_CHARACTERS = 64
_MARKS = {Mark.ADDED: ("added", ADDED), Mark.REMOVED: ("removed", REMOVED)}


@dataclass(frozen=True, slots=True)
class Look:
    """The ids in one document: of styles by name, of the numbered list, and of bullets where their style has none."""

    styles: dict[str, str]
    numbered: str
    bulleted: str | None


def look_of(opened: WordDocument) -> Look:
    """The look of a template, which is lent the styles and lists that it lacks."""
    styles, numbering = opened.styles.element, opened.part.numbering_part.element
    ids = lend_styles(styles, numbering)
    abstract = abstract_of(numbering, list_of_style(styles, ids[NUMBERED]))
    numbered = start_list(numbering, abstract) if abstract else lend_list(numbering, NUMBERS)
    bulleted = None if list_of_style(styles, ids[BULLET]) else lend_list(numbering, BULLETS)
    return Look(ids, numbered, bulleted)


def blocks_of(part: Part, look: Look, width: int) -> Iterator[etree._Element]:
    """The paragraphs and tables of a part, in a text `width` twips wide; a chart is no part of this."""
    match part:
        case Heading(text, level):
            yield _paragraph(look, HEADING_1 if level == 1 else HEADING_2, *_runs(text))
        case Paragraph(text, numbered):
            yield from _paragraphs(look, text, numbered)
        case Bullets(items):
            yield from (_bullet(look, item) for item in items)
        case Placeholder():
            yield _paragraph(look, "", _control(look, part))
        case Table():
            yield _paragraph(look, CAPTION, *_runs(part.caption))
            yield table_of(part, look, width)
        case Chart():
            raise TypeError("a chart needs the package that will hold its data")


def table_of(table: Table, look: Look, width: int) -> etree._Element:
    """A table `width` twips wide, its heading row marked and repeated on each page, its rows kept whole."""
    widths = _widths(table.columns, width)
    heading = (
        _cell(look, column.heading, size, column, HEADING) for column, size in zip(table.columns, widths, strict=True)
    )
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=look.styles[TABLE]),
            w("tblW", w=str(width), type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="0020",
                firstRow="1",
                lastRow="0",
                firstColumn="0",
                lastColumn="0",
                noHBand="1",
                noVBand="1",
            ),
            w("tblCaption", val=printable(table.caption)),
        ),
        w("tblGrid", *(w("gridCol", w=str(size)) for size in widths)),
        w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *heading),
        *(_row(look, row, table.columns, widths) for row in table.rows),
    )


def _row(look: Look, cells: tuple[Cell, ...], columns: tuple[Column, ...], widths: list[int]) -> etree._Element:
    fits = all(len(str(cell)) <= MOST_UNSPLIT_CHARACTERS for cell in cells)
    made = (_cell(look, cell, size, column) for cell, column, size in zip(cells, columns, widths, strict=True))
    return w("tr", w("trPr", *([w("cantSplit")] if fits else [])), *made)


def _cell(look: Look, cell: Cell, width: int, column: Column, paint: Paint | None = None) -> etree._Element:
    paint = RAG_PAINTS[cell] if isinstance(cell, Rag) else INPUT if isinstance(cell, Placeholder) else paint
    shade = [w("shd", val="clear", color="auto", fill=paint.fill)] if paint else []
    return w("tc", w("tcPr", w("tcW", w=str(width), type="dxa"), *shade), *_cell_paragraphs(look, cell, column, paint))


def _cell_paragraphs(look: Look, cell: Cell, column: Column, paint: Paint | None) -> Iterator[etree._Element]:
    style = TABLE_NUMBER if column.numbers else TABLE_TEXT
    if isinstance(cell, Placeholder):
        yield _paragraph(look, style, _control(look, cell))
    elif isinstance(cell, tuple):
        yield _paragraph(look, style, *_marked(look, cell))
    else:
        for line in _lines(cell.word if isinstance(cell, Rag) else cell) or [""]:
            bullet = line.startswith(BULLET_SIGN)
            yield _paragraph(look, TABLE_BULLET if bullet else style, *_runs(line.removeprefix(BULLET_SIGN), paint))


def _paragraphs(look: Look, text: str, numbered: bool) -> Iterator[etree._Element]:
    for line in _lines(text):
        if line.startswith(BULLET_SIGN):
            yield _bullet(look, line.removeprefix(BULLET_SIGN))
        elif numbered:
            yield _paragraph(look, NUMBERED, *_runs(line), in_list=look.numbered)
        else:
            yield _paragraph(look, "", *_runs(line))


def _bullet(look: Look, text: str) -> etree._Element:
    return _paragraph(look, BULLET, *_runs(text), in_list=look.bulleted)


def _paragraph(look: Look, style: str, *runs: etree._Element, in_list: str | None = None) -> etree._Element:
    properties = [w("pStyle", val=look.styles[style])] if style else []
    if in_list:
        properties.append(w("numPr", w("ilvl", val="0"), w("numId", val=in_list)))
    return w("p", *([w("pPr", *properties)] if properties else []), *runs)


def _runs(text: str, paint: Paint | None = None) -> list[etree._Element]:
    """A text, its line feeds as line breaks; painted text is bold, in the ink that can be read on its fill."""
    look = [w("rPr", w("b"), w("color", val=paint.ink))] if paint else []
    return [w("r", *look, *_letters(text))] if text else []


def _letters(text: str) -> Iterator[etree._Element]:
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            yield w("br")
        made = w("t", line.replace("\t", " "))
        made.set(XML_SPACE, "preserve")
        yield made


def _marked(look: Look, stretches: Iterable[MarkedText]) -> Iterator[etree._Element]:
    """Text with marks: what was removed or added is said in words and shown, never by look alone."""
    for stretch in stretches:
        if stretch.mark in _MARKS:
            word, style = _MARKS[stretch.mark]
            yield w("r", w("rPr", w("rStyle", val=look.styles[style])), *_letters(f"[{word}: {stretch.text}]"))
        else:
            yield w("r", *_letters(stretch.text))


def _control(look: Look, gap: Placeholder) -> etree._Element:
    """A content control that asks for something: to be typed, or to be chosen from a list."""
    asks = printable(gap.prompt)[:MOST_CONTROL_CHARACTERS]
    choices = dict.fromkeys(map(printable, gap.choices))
    items = (w("listItem", displayText=choice, value=choice) for choice in choices)
    kind = w("dropDownList", *items) if choices else w("text", multiLine="1")
    words = w("r", w("rPr", w("rStyle", val=look.styles[TO_COMPLETE])), *_letters(str(gap)))
    properties = w("sdtPr", w("alias", val=asks), w("tag", val=asks), w("showingPlcHdr"), kind)
    return w("sdt", properties, w("sdtContent", words))


def _lines(text: str) -> list[str]:
    return [line for line in printable(text).split("\n") if line.strip()]


def _widths(columns: tuple[Column, ...], width: int) -> list[int]:
    """The share of each column in twips; the last takes what rounding leaves."""
    shares = sum(column.share for column in columns)
    widths = [int(width * column.share / shares) for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]
