"""A document as a .docx, opened again and looked into."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, datetime

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.model.change import Mark, MarkedText
from edi_reports.model.rag import Rag
from edi_reports.reports.parts import (
    Bullets,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Placeholder,
    Table,
)
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.house_style import RAG_PAINTS
from edi_reports.writing.word import write_document
from edi_reports.writing.word_widths import column_widths
from tests.paper_reading import opened, paragraphs, rows, words

OURS = write_default_template()


def a_document(*parts: Part, title: str = "Progress report", cover: tuple[tuple[str, Cell], ...] = ()) -> Document:
    return Document(title, "Progress", "", date(2025, 11, 30), parts, cover)


def written(*parts: Part, cover: tuple[tuple[str, Cell], ...] = ()) -> bytes:
    return write_document(a_document(*parts, cover=cover), OURS)


def a_table(*cells: Cell) -> Table:
    """A table of one column."""
    return Table("Actions", (Column("Action"),), tuple((cell,) for cell in cells))


# Bytes


def test_the_same_document_gives_the_same_bytes_at_another_time(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document(Heading("Summary"), Paragraph("One."), a_table("text"))
    first = write_document(document, OURS)
    monkeypatch.setattr(time, "localtime", lambda _=None: time.gmtime(2_000_000_000))
    assert write_document(document, OURS) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_properties_say_what_the_paper_is_and_for_which_day() -> None:
    properties = opened(written(Heading("Summary"))).core_properties
    assert (properties.title, properties.subject, properties.language) == ("Progress report", "Progress", "en-GB")
    assert (properties.created, properties.modified) == (datetime.fromisoformat("2025-11-30T00:00:00+00:00"),) * 2
    assert properties.author == properties.last_modified_by == "EDI reports"


def test_a_title_that_is_too_long_for_the_properties_is_cut() -> None:
    paper = write_document(a_document(Heading("Summary"), title="x" * 400), OURS)
    assert opened(paper).core_properties.title == "x" * 255
    assert "x" * 400 in paragraphs(paper)


# Look and access


def test_headings_are_headings_and_paragraphs_are_numbered_in_one_list() -> None:
    paper = opened(written(Heading("Summary"), Paragraph("One."), Heading("Alert", 2), Paragraph("Two.")))
    body = [(p.style.name if p.style else "", p.text) for p in paper.paragraphs]
    assert body[1:] == [
        ("Heading 1", "Summary"),
        ("List Number", "One."),
        ("Heading 2", "Alert"),
        ("List Number", "Two."),
    ]
    numbers = [element.get(qn("w:val")) for element in paper.element.body.iter(qn("w:numId"))]
    assert len(numbers) == 2
    assert len(set(numbers)) == 1


def kept_with_the_next(paper: bytes) -> list[bool]:
    """Of each row of the first table, whether it must stay on the page of what follows."""
    table = opened(paper).tables[0]
    return [row._tr.find(f".//{qn('w:keepNext')}") is not None for row in table.rows]


def test_a_small_table_stays_on_one_page() -> None:
    assert kept_with_the_next(written(a_table("Red", "Amber", "Green"))) == [True, True, True, False]


@pytest.mark.parametrize("table", [a_table(*["Red"] * 13), a_table("Red", "word " * 200)])
def test_the_heading_row_of_a_longer_table_is_never_alone_at_the_end_of_a_page(table: Table) -> None:
    assert kept_with_the_next(written(table)) == [True, *(False for _ in table.rows)]


def test_a_table_marks_its_heading_row_in_both_ways_and_keeps_rows_whole() -> None:
    table = opened(written(a_table("one", "two"))).tables[0]
    assert table.style is not None
    assert table.style.name == "EDI Table"
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert look is not None
    assert look.get(qn("w:firstRow")) == "1"
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table._tbl.tr_lst] == [
        True,
        False,
        False,
    ]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)


def test_a_row_that_no_page_could_hold_may_split() -> None:
    table = opened(written(a_table("x" * 5000))).tables[0]
    assert table._tbl.tr_lst[1].find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


@pytest.mark.parametrize("rag", list(Rag))
def test_a_rag_is_a_word_and_a_colour(rag: Rag) -> None:
    cell = opened(written(a_table(rag))).tables[0]._tbl.tr_lst[1].tc_lst[0]
    shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    assert shade is not None
    assert (words(cell), shade.get(qn("w:fill"))) == (rag.word, RAG_PAINTS[rag].fill)
    assert [ink.get(qn("w:val")) for ink in cell.iter(qn("w:color"))] == [RAG_PAINTS[rag].ink]


def test_no_paragraph_is_empty() -> None:
    cover: tuple[tuple[str, Cell], ...] = (("Committee", "People"), ("Author", Placeholder("author")))
    paper = written(Heading("Summary"), Paragraph("One.\n\nTwo."), Bullets(("a",)), a_table("x\n\ny"), cover=cover)
    assert all(words(paragraph).strip() for paragraph in opened(paper).element.body.iter(qn("w:p")))


def test_columns_share_the_width_of_the_page() -> None:
    columns = (Column("Ref", 1), Column("Action", 2.3), Column("RAG", 0.7))
    paper = opened(written(Table("t", columns, (("1", "a", Rag.RED),))))
    section = paper.sections[0]
    grid = [int(column.get(qn("w:w"), "0")) for column in paper.tables[0]._tbl.tblGrid.iter(qn("w:gridCol"))]
    page = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert sum(grid) * 635 == page
    assert grid[1] == pytest.approx(2.3 * grid[0], abs=3)


# Words


def test_bullets_stay_bullets_in_tables_and_text() -> None:
    text = "Support the network:\n• Hosting events\n• Training"
    assert rows(opened(written(a_table(text))).tables[0])[1] == ["Support the network: / • Hosting events / • Training"]
    styles = [p.style.name for p in opened(written(Paragraph(text))).paragraphs[1:] if p.style]
    assert styles == ["List Number", "List Bullet", "List Bullet"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("R&D <each> \"quoted\" 'too' = 100%", "R&D <each> \"quoted\" 'too' = 100%"),
        ("=1+1", "=1+1"),
        ("thumbs 👍🏽 up", "thumbs 👍🏽 up"),
        ("bell\x07 half\ud83d", "bell␇ half[U+D83D]"),
        ("{{report}} {{title}} {% if %}", "{{report}} {{title}} {% if %}"),
        ("tab\there", "tab here"),
    ],
)
def test_an_actions_own_words_are_kept(typed: str, shown: str) -> None:
    paper = written(Paragraph(typed), a_table(typed))
    assert paragraphs(paper)[1] == shown
    assert rows(opened(paper).tables[0])[1] == [shown]


def test_a_long_text_is_whole() -> None:
    text = "word " * 1000
    assert words(opened(written(a_table(text))).tables[0]._tbl.tr_lst[1]) == text


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_no_text_can_break_a_paper(typed: str) -> None:
    parts = (Heading(typed), Paragraph(typed), Bullets((typed,)), a_table(typed))
    document = Document(typed, typed, typed, date(2025, 11, 30), parts, ((typed, typed),), (("title", typed),))
    assert opened(write_document(document, OURS)).tables


def test_marked_text_says_in_words_what_was_removed_and_added() -> None:
    marked = (MarkedText("Hold ", Mark.KEPT), MarkedText("two", Mark.REMOVED), MarkedText("four", Mark.ADDED))
    table = opened(written(Table("t", (Column("Action"),), ((marked,),)))).tables[0]
    runs = table.rows[1].cells[0].paragraphs[0].runs
    assert [(run.text, run.style.name) for run in runs[1:] if run.style] == [
        ("[removed: two]", "EDI Removed"),
        ("[added: four]", "EDI Added"),
    ]


def test_a_gap_is_a_content_control_that_asks_in_words() -> None:
    purpose, author = Placeholder("purpose", ("Approval", "Assurance")), Placeholder("author")
    paper = opened(written(Heading("x"), cover=(("Purpose", purpose), ("Author", author))))
    assert rows(paper.tables[0])[1:] == [
        ["Purpose", "[To be completed: purpose]"],
        ["Author", "[To be completed: author]"],
    ]
    controls = list(paper.element.body.iter(qn("w:sdt")))
    assert [item.get(qn("w:value")) for item in controls[0].iter(qn("w:listItem"))] == ["Approval", "Assurance"]
    assert all(control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None for control in controls)


def _grid(columns: tuple[Column, ...], *rows: tuple[Cell, ...], width: int) -> list[int]:
    return column_widths(columns, rows, width)


NARROW = (Column("Ref", 1), Column("RAG", 1), Column("Action", 8), Column("Changed", 1, numbers=True))


@pytest.mark.parametrize("width", [5500, 8640, 14000])
def test_a_column_holds_its_refs_ratings_and_heading_unbroken(width: int) -> None:
    ref, rag, action, changed = _grid(NARROW, ("12.34", Rag.AMBER, "Publish " * 30, "1"), width=width)
    assert ref + rag + action + changed == width
    assert (ref >= 700, rag >= 850, changed >= 1100) == (True, True, True)
    assert action > 2 * max(ref, rag, changed)


def test_shares_stand_where_nothing_is_broken_or_there_is_no_room_to_give() -> None:
    assert _grid((Column("A", 1), Column("B", 3)), ("1", "2"), width=8000) == [2000, 6000]
    assert _grid((Column("Calculated"),) * 8, width=4000) == [500] * 8


def test_a_table_stays_with_its_caption_and_the_sentence_before_it_whatever_the_template_says() -> None:
    body = opened(written(Paragraph("Of 2 actions, 1 differs."), a_table("x"), Paragraph("Next."))).element.body
    kept = [paragraph.find(f".//{qn('w:keepNext')}") is not None for paragraph in body.iterchildren(qn("w:p"))]
    assert kept[-3:] == [True, True, False]


def test_tables_with_the_same_columns_have_the_same_widths() -> None:
    short, long = (Table("Actions", NARROW, ((ref, Rag.RED, "Publish", "1"),)) for ref in ("1", "WRES-26-0123"))
    paper = opened(written(short, Paragraph("Then:"), long))
    grids = [[column.get(qn("w:w")) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))] for table in paper.tables]
    assert grids[0] == grids[1]
