"""The words of a message as plain text and as a page: the same words, and all markup and colour of messages.

Whatever comes from a workbook is made printable first and, in the page, escaped.
"""

from __future__ import annotations

import textwrap
from html import escape

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Bullets, Cell, Heading, Paragraph, Table
from edi_reports.writing.characters import printable
from edi_reports.writing.house_style import FONT, HEADING, LANGUAGE, NHS_DARK_BLUE, PLAIN, RAG_PAINTS, RULE, TEXT, Paint

LetterPart = Heading | Paragraph | Bullets | Table
"""What messages are made of. Their paragraphs stand without numbers; a table's cells hold words or a RAG."""

_WIDTH = 76
_FONT = f"font-family: {FONT}, sans-serif"


def text_body(parts: tuple[LetterPart, ...]) -> str:
    """Write the parts as plain text, wrapped for any mail program; each row of a table is a block of lines."""
    return "\n\n".join(_text(part) for part in parts) + "\n"


def html_body(title: str, parts: tuple[LetterPart, ...]) -> str:
    """Write the parts as a page that loads nothing from anywhere."""
    body = "\n".join(_html(part) for part in parts)
    lines = [
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}">',
        f'<head><meta charset="utf-8"><title>{_escaped(title)}</title></head>',
        f'<body style="{_FONT}; font-size: 12pt; color: #{TEXT}">\n{body}\n</body>\n</html>\n',
    ]
    return "\n".join(lines)


def _text(part: LetterPart) -> str:
    match part:
        case Heading(text):
            return f"{_wrapped(text)}\n{'-' * min(len(text), _WIDTH)}"
        case Paragraph(text):
            return _wrapped(text)
        case Bullets(items):
            return "\n".join(_wrapped(f"- {item}", indent="  ") for item in items)
        case Table(rows=rows):
            return "\n\n".join(_block(part, row) for row in rows)


def _block(table: Table, row: tuple[Cell, ...]) -> str:
    said = ((column.heading, _words(cell)) for column, cell in zip(table.columns, row, strict=True))
    return "\n".join(_wrapped(f"{heading}: {words}", indent="  ") for heading, words in said if words)


def _words(cell: Cell) -> str:
    return cell.word if isinstance(cell, Rag) else str(cell)


def _wrapped(text: str, indent: str = "") -> str:
    """The lines of a text, wrapped; all but the first are set in."""
    lines = printable(text).split("\n")
    wrapped = (
        textwrap.fill(
            line,
            _WIDTH,
            initial_indent=indent if number else "",
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(lines)
    )
    return "\n".join(wrapped)


def _html(part: LetterPart) -> str:
    match part:
        case Heading(text, level):
            look = f"{_FONT}; font-size: {18 - 2 * level}pt; color: #{NHS_DARK_BLUE}"
            return f'<h{level} style="{look}">{_escaped(text)}</h{level}>'
        case Paragraph(text):
            return f"<p>{_escaped(text)}</p>"
        case Bullets(items):
            return "\n".join(["<ul>", *(f"<li>{_escaped(item)}</li>" for item in items), "</ul>"])
        case Table():
            return _table(part)


def _table(table: Table) -> str:
    whole = sum(column.share for column in table.columns)
    headings = "".join(
        _cell(f'th scope="col" width="{column.share / whole:.0%}"', column.heading, HEADING) for column in table.columns
    )
    rows = (f"<tr>{_row(row)}</tr>" for row in table.rows)
    return "\n".join(
        [
            f'<table width="100%" style="border-collapse: collapse; {_FONT}">',
            f'<caption style="text-align: left">{_escaped(table.caption)}</caption>',
            f"<thead><tr>{headings}</tr></thead>",
            "<tbody>",
            *rows,
            "</tbody>",
            "</table>",
        ]
    )


def _row(row: tuple[Cell, ...]) -> str:
    """The cells of a row; the first one names it."""
    first, *others = row
    cells = (_cell("td", _words(cell), RAG_PAINTS[cell] if isinstance(cell, Rag) else PLAIN) for cell in others)
    return _cell('th scope="row"', _words(first), PLAIN) + "".join(cells)


def _cell(tag: str, words: str, paint: Paint) -> str:
    look = (
        f"background-color: #{paint.fill}; color: #{paint.ink}; border: 1px solid #{RULE}; "
        "padding: 4px 6px; text-align: left; vertical-align: top"
    )
    return f'<{tag} style="{look}">{_escaped(words)}</{tag.split()[0]}>'


def _escaped(text: str) -> str:
    return escape(printable(text)).replace("\n", "<br>\n")
