"""The parts of a report as Word's markup, in the styles of the template in hand.

Rows are built as markup, never through python-docx's `table.cell`, whose cost grows with the square of the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from docx.document import Document as WordDocument
from msgspec import Struct, field

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
from edi_reports.writing.characters import escaped
from edi_reports.writing.house_style import HEADING, INPUT, RAG_PAINTS, Paint
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

MOST_TOGETHER, MOST_CHARACTERS_TOGETHER = 12, 800
"""Rows and characters of a table that is kept on one page."""

MOST_CONTROL_CHARACTERS = 64
MOST_REMEMBERED = 500
_MARKS = {Mark.ADDED: ADDED, Mark.REMOVED: REMOVED}


CellWriter = Callable[[Cell], str]
Widths = Mapping[tuple[Column, ...], Sequence[int]]


class Look(Struct, frozen=True):
    """The ids in one document: of styles by name, of the numbered list, and of bullets where their style has none.

    `writers` are what has written cells so far, by their column and its width: tables with the same columns share them.
    """

    styles: dict[str, str]
    numbered: str
    bulleted: str | None
    writers: dict[tuple[Column, int], CellWriter] = field(default_factory=dict)


def look_of(opened: WordDocument) -> Look:
    """The look of a template, which is lent the styles and lists that it lacks."""
    styles, numbering = opened.styles.element, opened.part.numbering_part.element
    ids = lend_styles(styles, numbering)
    abstract = abstract_of(numbering, list_of_style(styles, ids[NUMBERED]))
    numbered = start_list(numbering, abstract) if abstract else lend_list(numbering, NUMBERS)
    bulleted = None if list_of_style(styles, ids[BULLET]) else lend_list(numbering, BULLETS)
    return Look(ids, numbered, bulleted)


def blocks_of(part: Part, look: Look, widths: Widths, *, leads: bool = False) -> Iterator[str]:
    """The paragraphs and tables of a part, with the widths of tables by their columns; a chart is no part of this.

    `leads` says that a table follows, whose page the last paragraph must share.
    """
    match part:
        case Heading(text, level):
            yield _paragraph(look, HEADING_1 if level == 1 else HEADING_2, _run(_words(text)))
        case Paragraph(text, numbered):
            yield from _paragraphs(look, text, numbered, leads)
        case Bullets(items):
            yield from (_bullet(look, _words(item)) for item in items)
        case Placeholder():
            yield _paragraph(look, "", _control(look, part))
        case Table():
            yield _paragraph(look, CAPTION, _run(_words(part.caption)), leads=True)
            yield from table_of(part, look, widths[part.columns])
        case Chart():
            raise TypeError("a chart needs the package that will hold its data")


def table_of(table: Table, look: Look, widths: Sequence[int]) -> Iterator[str]:
    """A table row by row, its columns so many twips wide, its heading row marked and repeated, its rows kept whole.

    A small table is kept on one page; of a longer one the heading row is never alone at the end of a page.
    """
    columns = tuple(zip(table.columns, widths, strict=True))
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    heading = "".join(_cell_writer(look, column, size, HEADING)(column.heading) for column, size in columns)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.styles[TABLE]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escaped(table.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_leading(heading)}</w:tr>"
    )
    writers = tuple(_remembering_writer(look, column, size) for column, size in columns)
    leading = len(table.rows) - 1 if _is_small(table) else 0
    for number, row in enumerate(table.rows):
        made = _row(row, writers)
        yield _leading(made) if number < leading else made
    yield "</w:tbl>"


def _leading(row: str) -> str:
    """The row so marked that it stays on the page of the next."""
    return row.replace("</w:pPr>", "<w:keepNext/></w:pPr>")


def _is_small(table: Table) -> bool:
    if len(table.rows) > MOST_TOGETHER:
        return False
    return sum(map(len, map(str, chain.from_iterable(table.rows)))) <= MOST_CHARACTERS_TOGETHER


def _remembering_writer(look: Look, column: Column, width: int) -> CellWriter:
    """Write a cell as another like it was: most owners, dates and states stand in many rows. It halves the time."""
    if (column, width) not in look.writers:
        look.writers[column, width] = lru_cache(MOST_REMEMBERED, typed=True)(_cell_writer(look, column, width))
    return look.writers[column, width]


def _row(cells: tuple[Cell, ...], writers: tuple[CellWriter, ...]) -> str:
    fits = max(map(len, map(str, cells))) <= MOST_UNSPLIT_CHARACTERS
    made = "".join([write(cell) for write, cell in zip(writers, cells, strict=True)])
    return f"<w:tr><w:trPr>{'<w:cantSplit/>' if fits else ''}</w:trPr>{made}</w:tr>"


def _cell_writer(look: Look, column: Column, width: int, paint: Paint | None = None) -> CellWriter:
    """What writes the cells of a column: what is the same in all of them is made once."""
    start = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    line, bullet = _start(look, TABLE_NUMBER if column.numbers else TABLE_TEXT), _start(look, TABLE_BULLET)

    def write(cell: Cell) -> str:
        own = RAG_PAINTS[cell] if isinstance(cell, Rag) else INPUT if isinstance(cell, Placeholder) else paint
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{own.fill}"/>' if own else ""
        if isinstance(cell, Placeholder):
            inside = f"{line}{_control(look, cell)}</w:p>"
        elif isinstance(cell, tuple):
            inside = f"{line}{_marked(look, cell)}</w:p>"
        else:
            inside = _cell_lines(cell.word if isinstance(cell, Rag) else cell, line, bullet, own)
        return f"{start}{shade}</w:tcPr>{inside}</w:tc>"

    return write


def _cell_lines(text: str, line: str, bullet: str, paint: Paint | None) -> str:
    """The lines of a cell as paragraphs, which begin as a line or a bullet does; a cell is never without any."""
    made = [
        f"{bullet}{_run(words[len(BULLET_SIGN) :], paint)}</w:p>"
        if words.startswith(BULLET_SIGN)
        else f"{line}{_run(words, paint)}</w:p>"
        for words in _lines(text)
    ]
    return "".join(made) or f"{line}</w:p>"


def _paragraphs(look: Look, text: str, numbered: bool, leads: bool) -> Iterator[str]:
    for line in _lines(text):
        if line.startswith(BULLET_SIGN):
            yield _bullet(look, line.removeprefix(BULLET_SIGN))
        elif numbered:
            yield _paragraph(look, NUMBERED, _run(line), in_list=look.numbered, leads=leads)
        else:
            yield _paragraph(look, "", _run(line), leads=leads)


def _bullet(look: Look, words: str) -> str:
    return _paragraph(look, BULLET, _run(words), in_list=look.bulleted)


def _paragraph(look: Look, style: str, runs: str, in_list: str | None = None, *, leads: bool = False) -> str:
    return f"{_start(look, style, in_list, leads=leads)}{runs}</w:p>"


def _start(look: Look, style: str, in_list: str | None = None, *, leads: bool = False) -> str:
    """How a paragraph begins; one that leads stays on the page of what follows, whatever its style says."""
    named = f'<w:pStyle w:val="{look.styles[style]}"/>' if style else ""
    kept = "<w:keepNext/>" if leads else ""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{in_list}"/></w:numPr>' if in_list else ""
    return f"<w:p><w:pPr>{named}{kept}{listed}</w:pPr>" if named or kept or listed else "<w:p>"


def _run(words: str, paint: Paint | None = None) -> str:
    """Words as they stand in markup; painted ones are bold, in the ink that can be read on their fill."""
    look = f'<w:rPr><w:b/><w:color w:val="{paint.ink}"/></w:rPr>' if paint else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""


def _words(text: str) -> str:
    """A text as it stands in markup, its line feeds as line breaks."""
    return escaped(text).replace("\t", " ").replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def _letters(text: str) -> str:
    return f'<w:t xml:space="preserve">{_words(text)}</w:t>'


def _marked(look: Look, stretches: Iterable[MarkedText]) -> str:
    """Text with marks: what was removed or added is said in words and shown, never by look alone."""
    return "".join(f"<w:r>{_mark(look, stretch.mark)}{_letters(stretch.words)}</w:r>" for stretch in stretches)


def _mark(look: Look, mark: Mark) -> str:
    return f'<w:rPr><w:rStyle w:val="{look.styles[_MARKS[mark]]}"/></w:rPr>' if mark in _MARKS else ""


def _control(look: Look, gap: Placeholder) -> str:
    """A content control that asks for something: to be typed, or to be chosen from a list."""
    asks = escaped(gap.prompt[:MOST_CONTROL_CHARACTERS])
    choices = dict.fromkeys(map(escaped, gap.choices))
    items = "".join(f'<w:listItem w:displayText="{choice}" w:value="{choice}"/>' for choice in choices)
    kind = f"<w:dropDownList>{items}</w:dropDownList>" if choices else '<w:text w:multiLine="1"/>'
    look_of_gap = f'<w:rPr><w:rStyle w:val="{look.styles[TO_COMPLETE]}"/></w:rPr>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{asks}"/><w:tag w:val="{asks}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f"<w:sdtContent><w:r>{look_of_gap}{_letters(str(gap))}</w:r></w:sdtContent></w:sdt>"
    )


def _lines(text: str) -> list[str]:
    """The lines of a text as they stand in markup, without those that are blank."""
    return [line for line in escaped(text).replace("\t", " ").split("\n") if line.strip()]
