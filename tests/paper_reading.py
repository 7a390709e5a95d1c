"""Papers read back from their .docx, as text that a person can review like prose."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def opened(paper: bytes) -> Document:
    """The paper as python-docx sees it."""
    return docx.Document(io.BytesIO(paper))


def as_prose(paper: bytes) -> str:
    """Header, body and footer of a paper in order, with "#" before headings, and lists and tables as they print."""
    word = opened(paper)
    section = word.sections[0]
    lines = [f"Header: {words(section.header.paragraphs[0]._p)}", "", *_body(word)]
    return "\n".join([*lines, "", f"Footer: {words(section.footer.paragraphs[0]._p)}", ""])


def words(element: etree._Element) -> str:
    """The text under an element, with line breaks and tabs."""
    found = element.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    shown = (text.text or "" if text.tag == qn("w:t") else "\n" if text.tag == qn("w:br") else "\t" for text in found)
    return "".join(shown)


def paragraphs(paper: bytes) -> list[str]:
    """Every paragraph of the body that stands outside tables."""
    return [words(paragraph._p) for paragraph in opened(paper).paragraphs]


def rows(table: Table) -> list[list[str]]:
    """The cells of a table by row, a cell's paragraphs joined by " / "."""
    return [
        [" / ".join(map(_cell_line, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc"))]
        for row in table._tbl.tr_lst
    ]


def _body(word: Document) -> Iterator[str]:
    number = 0
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from ("| " + " | ".join(cells) + " |" for cells in rows(block))
            yield ""
            continue
        number += _style(block) == "List Number"
        yield from _line(block, number)


def _line(paragraph: Paragraph, number: int) -> Iterator[str]:
    text, style = words(paragraph._p), _style(paragraph)
    for chart in paragraph._p.iter(f"{_WP}docPr"):
        yield f"[{chart.get('title')}. {chart.get('descr')}]"
    if style.startswith("Heading"):
        yield from ("", f"{'#' * int(style[-1])} {text}", "")
    elif style == "List Number":
        yield f"{number}. {text}"
    elif style == "List Bullet":
        yield f"• {text}"
    else:
        yield text


def _cell_line(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    bullet = style is not None and style.get(qn("w:val")) == "EDITableBullet"
    return ("• " if bullet else "") + words(paragraph)


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style is not None else None) or ""
