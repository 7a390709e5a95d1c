"""A workbook is read whoever wrote it, in whatever way the format allows, and what it shows is what people see."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from edi_reports.reading import sheet_xml, strings
from tests.raw_workbooks import (
    MAIN,
    OFFICE,
    PACKAGE,
    STRICT,
    a_package,
    a_row,
    a_sheet,
    read,
    relationships,
    texts,
    the_styles,
    the_texts,
)

THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
TWO = {"A1": "Action", "B1": "Owner"}


def of_text(data: str) -> dict[str, str]:
    return texts(read(a_package(a_sheet(data))))


def test_reading_a_workbook_loads_no_library_but_the_standard_one(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(a_package())
    script = """if True:
        import sys
        from pathlib import Path
        from edi_reports.reading.opening import open_file
        from edi_reports.reading.workbook import read_workbook
        assert read_workbook(open_file(Path(sys.argv[1]))).sheets
        print(*sorted({"openpyxl", "lxml", "pandas", "numpy", "xlsxwriter", "docx"} & sys.modules.keys()))
    """
    command = [sys.executable, "-c", script, str(tmp_path / "plan.xlsx")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == []


# whoever wrote it


def test_tags_may_carry_a_prefix() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:r><x:rPr><x:b/>'
        "</x:rPr><x:t>Action</x:t></x:r></x:is></x:c><x:c r='B1' t='str'><x:v>Owner</x:v></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref='A1:A2'/></x:mergeCells></x:worksheet>"
    )
    workbook = read(a_package(sheet))
    assert texts(workbook) == TWO
    assert workbook.sheets[0].cells[1, 1].bold


def test_a_strict_workbook_reads_like_a_transitional_one() -> None:
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")).replace(OFFICE, office),
        "xl/workbook.xml": f'<workbook xmlns="{STRICT}" xmlns:r="{office}" conformance="strict"><workbookPr/>'
        '<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", "worksheets/sheet1.xml")).replace(OFFICE, office),
    }
    sheet = a_sheet('<row r="1"><c r="A1" t="d"><v>2025-09-30T00:00:00</v></c><c r="B1" t="b"><v>true</v></c></row>')
    workbook = read(a_package(sheet.replace(MAIN, STRICT), parts))
    assert texts(workbook) == {"A1": "30/09/2025", "B1": "TRUE"}
    assert workbook.sheets[0].cells[1, 1].day == date(2025, 9, 30)


@pytest.mark.parametrize("kind", ["b", "n", "d", "s", "str", "e"])
def test_a_cell_of_any_kind_that_holds_nothing_shows_nothing(kind: str) -> None:
    sheet = a_sheet(f'<row r="1"><c r="A1" t="{kind}"/><c r="B1" t="{kind}"><v></v></c><c r="C1"><v>1</v></c></row>')
    assert texts(read(a_package(sheet))) == {"C1": "1"}


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("../sheets/one.xml", "sheets/one.xml"),
        ("./worksheets/../worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("worksheets\\sheet1.xml", "xl\\worksheets\\sheet1.xml"),
        ("Worksheets/Sheet1.XML", "xl/worksheets/sheet1.xml"),
        ("worksheets/sheet%201.xml", "xl/worksheets/sheet 1.xml"),
    ],
)
def test_a_sheet_may_stand_in_any_folder_and_be_named_in_any_way(target: str, part: str) -> None:
    parts = {
        "xl/worksheets/sheet1.xml": None,
        part: a_sheet(a_row(1, "Action", "Owner")),
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", target)),
    }
    assert texts(read(a_package(parts=parts))) == TWO


def test_the_workbook_part_may_have_any_name() -> None:
    parts = {
        "_rels/.rels": relationships(("officeDocument", "/book/plan.xml")),
        "xl/workbook.xml": None,
        "book/plan.xml": f'<workbook xmlns="{MAIN}" xmlns:d3p1="{OFFICE}"><sheets>'
        '<sheet name="Plan" sheetId="9" d3p1:id="rId1"/></sheets></workbook>',
        "book/_rels/plan.xml.rels": relationships(("worksheet", "/xl/worksheets/sheet1.xml")),
    }
    assert texts(read(a_package(parts=parts))) == TWO


def test_a_workbook_needs_neither_styles_nor_shared_texts_nor_a_theme_nor_properties() -> None:
    workbook = read(a_package(a_sheet('<row r="1"><c r="A1" s="7"><v>1.5</v></c></row>')))
    assert texts(workbook) == {"A1": "1.5"}
    assert (workbook.source.saved_by, workbook.source.saved_at, workbook.tracker) == (None, None, False)


def test_rows_and_cells_without_an_address_follow_one_another() -> None:
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row>'
        "<row><c><v>5</v></c></row>"
    )
    assert of_text(rows) == {"A1": "1", "B1": "2", "B4": "3", "C4": "4", "A5": "5"}


def test_white_space_comments_sections_and_instructions_between_the_tags_change_nothing() -> None:
    rows = (
        '\n  <row r="1">\n    <c r="A1" t="inlineStr">\n <is>\n<t>Act<!-- really -->ion</t>\n</is> </c>'
        "<?app 1?><c r='B1' t=\"inlineStr\"><is><t><![CDATA[Ow]]>ner</t></is></c>\n</row>\n"
        '<!-- <row r="9"><c r="A9"><v>9</v></c></row> -->'
    )
    assert of_text(rows) == TWO


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_part_may_be_written_in_another_encoding(encoding: str) -> None:
    name = "UTF-8" if encoding == "utf-8-sig" else encoding
    sheet = f'<?xml version="1.0" encoding="{name}"?>' + a_sheet(a_row(1, "Café £5"))
    assert texts(read(a_package(sheet.encode(encoding)))) == {"A1": "Café £5"}


def test_attributes_may_stand_in_any_order_and_kind_of_quotes() -> None:
    rows = "<row spans='1:2' r='1'><c t='s' r='A1'><v>0</v></c><c s='0' t=\"s\"  r=\"B1\" ><v> 1 </v></c></row>"
    parts = {"xl/sharedStrings.xml": the_texts("<t>Action</t>", "<t>Owner</t>")}
    assert texts(read(a_package(a_sheet(rows), parts))) == TWO


def test_chart_sheets_and_leftovers_of_macros_are_left_out_and_others_read_in_order() -> None:
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Module" sheetId="4" r:id=""/><sheet name="Chart" sheetId="3" r:id="rId2"/>'
        '<sheet name="Two" sheetId="2" state="veryHidden" r:id="rId3"/><sheet name="Two" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("chartsheet", "c.xml"), ("worksheet", "worksheets/sheet1.xml")
        ),
        "xl/c.xml": f'<chartsheet xmlns="{MAIN}"/>',
    }
    sheets = read(a_package(parts=parts)).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Two", True), ("Two (2)", False)]


# what is seen


def test_runs_and_plain_texts_keep_their_order_among_shared_texts() -> None:
    items = (
        "<t>plain</t>",
        "<r><t>all</t></r>",
        "<r><rPr><b/></rPr><t>bo</t></r><r><rPr><b/></rPr><t>ld</t></r>",
        "<t xml:space='preserve'> odd </t>",
        "<r><rPr><strike val='1'/></rPr><t>gone</t></r>",
        '<t>漢字</t><rPh sb="0" eb="2"><t>kanji</t></rPh><phoneticPr fontId="1"/>',
        "",
        "<t>R&amp;D &#8211; &#x2013; &lt;b&gt;</t>",
        "<t>last</t>",
    )
    row = "".join(f'<c r="{chr(65 + index)}1" t="s"><v>{index}</v></c>' for index in range(len(items)))
    workbook = read(a_package(a_sheet(f'<row r="1">{row}</row>'), {"xl/sharedStrings.xml": the_texts(*items)}))
    shown = ["plain", "all", "bold", "odd", "gone", "漢字", "R&D – – <b>", "last"]
    assert list(texts(workbook).values()) == shown
    cells = workbook.sheets[0].cells.values()
    assert [cell.text for cell in cells if cell.bold or cell.struck] == ["bold", "gone"]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("a_x000D__x000A_b", "a\nb"),
        ("_x005F_x0041_", "_x0041_"),
        ("bell_x0007_", "bell␇"),
        ("escape_x001B_[31m", "escape␛[31m"),
        ("_xD83D__xDE00_", "😀"),
        ("half_xD83D_", "half\ufffd"),
        ("\u202eevil", "\u202eevil"),
        ("_x00zz_ _x12", "_x00zz_ _x12"),
    ],
)
def test_escaped_characters_are_what_they_stand_for(stored: str, seen: str) -> None:
    assert of_text(a_row(1, stored)) == {"A1": seen}


def test_a_formula_that_was_never_calculated_is_shown_with_every_sign_of_it() -> None:
    typed = ('=IF(A1<b>2,"x","y")', '="<b>"&A2&"</b>"', '="a &amp; b"')
    written = (f[1:].replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") for f in typed)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>{f}</f></c></row>' for n, f in enumerate(written, start=1))
    assert tuple(texts(read(a_package(a_sheet(rows)))).values()) == typed


def test_a_formula_counts_by_its_result_even_an_empty_one_and_is_itself_shown_when_it_was_never_calculated() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A2</f><v></v></c>'
        '<c r="C1"><f>SUM(A1)</f></c><c r="D1"><f t="shared" si="0"/><v/></c></row>'
    )
    workbook = read(a_package(a_sheet(rows)))
    assert texts(workbook) == {"A1": "2", "C1": "=SUM(A1)", "D1": "=…"}
    found = [(str(each.place), each.code) for each in workbook.findings]
    assert found == [("plan.xlsx, Plan!C1", "never-calculated"), ("plan.xlsx, Plan!D1", "never-calculated")]


DATES = the_styles(
    '<numFmts><numFmt numFmtId="164" formatCode="[$-809]dd mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("style", "stored", "seen", "day"),
    [
        (1, "45930", "30/09/2025", date(2025, 9, 30)),
        (3, "45930.999999999", "01/10/2025", date(2025, 10, 1)),
        (2, "45901", "Sep-25", date(2025, 9, 1)),
        (1, "1", "01/01/1900", date(1900, 1, 1)),
        (1, "59", "28/02/1900", date(1900, 2, 28)),
        (1, "60", "28/02/1900", date(1900, 2, 28)),
        (1, "61", "01/03/1900", date(1900, 3, 1)),
        (1, "2958465", "31/12/9999", date(9999, 12, 31)),
        (1, "2958466", "2958466", None),
        (1, "99999999", "99999999", None),
        (1, "-5", "-5", None),
        (1, "1e300", None, None),
        (4, "1.25", "1 day, 6:00:00", None),
        (4, "1e300", None, None),
        (5, "0.5", "12:00:00", None),
        (0, "1E400", "1E400", None),
        (0, "not a number", "not a number", None),
        (0, "1_000", "1_000", None),
        (0, "٣", "٣", None),
        (0, "9" * 5000, "9" * 5000, None),
    ],
)
def test_a_number_is_a_day_only_where_its_format_says_so_and_the_calendar_has_it(
    style: int, stored: str, seen: str | None, day: date | None
) -> None:
    sheet = a_sheet(f'<row r="1"><c r="A1" s="{style}"><v>{stored}</v></c></row>')
    cell = read(a_package(sheet, {"xl/styles.xml": DATES})).sheets[0].cells[1, 1]
    assert cell.day == day
    assert seen is None or cell.text == seen


def test_the_workbooks_own_palette_stands_in_place_of_the_standard_one() -> None:
    styles = the_styles(
        '<fills><fill/><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>'
        '<fill><patternFill patternType="solid"><fgColor indexed="64"/></patternFill></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="nonsense"/></patternFill></fill>'
        '<fill><patternFill patternType="solid"><fgColor theme="4" tint="x"/></patternFill></fill></fills>'
        '<cellXfs><xf fillId="1"/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/></cellXfs><colors><indexedColors>'
        + '<rgbColor rgb="00112233"/>' * 11
        + "</indexedColors></colors>"
    )
    row = "".join(f'<c r="{letter}1" s="{style}"><v>1</v></c>' for style, letter in enumerate("ABCD"))
    cells = read(a_package(a_sheet(f'<row r="1">{row}</row>'), {"xl/styles.xml": styles})).sheets[0].cells
    assert [cell.fill for cell in cells.values()] == ["112233", None, None, "4F81BD"]


def test_a_thread_of_comments_is_read_in_place_of_the_note_that_says_it_cannot_be_shown() -> None:
    notes = (
        '<comment ref="A1"><text><t>[Threaded comment]</t></text></comment>'
        '<comment ref="B1"><text><r><t>A </t></r><r><t>note</t></r></text></comment>'
    )
    entries = "".join(
        f'<threadedComment ref="A1"><text>{text}</text></threadedComment>' for text in ("Moved?", "To Q4")
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(("comments", "../c.xml"), ("threadedComment", "../t.xml")),
        "xl/c.xml": f'<comments xmlns="{MAIN}"><commentList>{notes}</commentList></comments>',
        "xl/t.xml": f'<ThreadedComments xmlns="{THREADED}">{entries}</ThreadedComments>',
    }
    found = read(a_package(parts=parts)).findings
    assert [(each.place and each.place.cell, each.message.split('"')[1]) for each in found] == [
        ("A1", "Moved?"),
        ("A1", "To Q4"),
        ("B1", "A note"),
    ]


def test_a_block_that_overlaps_an_earlier_one_is_not_merged_and_its_cells_are_kept() -> None:
    rows = a_row(1, "one", "two", "three") + a_row(2, "four", "five", "six")
    after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/></mergeCells>'
    workbook = read(a_package(a_sheet(rows, after)))
    assert texts(workbook) == {"A1": "one", "C1": "three", "A2": "four", "B2": "five"}
    assert [found.code for found in workbook.findings] == ["overlapping-merges"]


def test_a_block_over_whole_columns_reaches_as_far_as_the_text_does() -> None:
    rows = a_row(1, "one", "two") + a_row(5, "last")
    sheet = read(a_package(a_sheet(rows, '<mergeCells><mergeCell ref="A:A"/></mergeCells>'))).sheets[0]
    assert sheet.cells[1, 1].rows == 5
    assert sheet.at(5, 1) == sheet.cells[1, 1]


def test_a_cell_stored_twice_is_read_as_last_stored_and_said() -> None:
    workbook = read(a_package(a_sheet(a_row(1, "first") + a_row(1, "second"))))
    assert texts(workbook) == {"A1": "second"}
    assert [(found.code, str(found.place)) for found in workbook.findings] == [
        ("cell-stored-twice", "plan.xlsx, Plan!A1")
    ]


def test_when_a_workbook_was_saved_is_given_in_universal_time_whatever_prefixes_its_properties_have() -> None:
    core = (
        '<ns0:coreProperties xmlns:ns0="a" xmlns:ns1="b" xmlns:ns2="c"><ns1:creator>Maker</ns1:creator>'
        "<ns0:lastModifiedBy>PMO officer</ns0:lastModifiedBy><ns2:modified>2025-06-01T10:30:00+01:00</ns2:modified>"
        "</ns0:coreProperties>"
    )
    parts = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml"), ("metadata/core-properties", "core.xml")),
        "core.xml": core,
    }
    source = read(a_package(parts=parts)).source
    assert (source.saved_by, source.saved_at) == ("PMO officer", "2025-06-01T09:30:00")


# both ways of reading


@pytest.mark.parametrize(
    "rows",
    [
        a_row(1, "plain") + "<row r='2'><c r='A2'><v>2</v></c></row><row><c><v>3</v></c></row>" + a_row(4, "plain"),
        a_row(3, "later") + a_row(1, "earlier"),
        a_row(1, "a &amp; b &#8226; c") + '<row r="2" hidden="1"/><row r="3" x:y="1"/>',
        '<row r="1"><c r="A1"><f>1&lt;2</f><v>7</v></c><c r="B1" t="e"><v>#REF!</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b val="0"/></rPr><t>no</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is/></c><c r="B1" t="str"><v></v></c><c r="C1" s=""><v>1</v></c></row>',
        '<row r="1"><c r="A5"><v>1</v></c></row>',
        a_row(5, "five") + "<!-- next --><row><c><v>6</v></c></row>",
        a_row(5, "five") + "<row><c><v>6</v></c></row>" + a_row(7, "seven") + "<row><c><v>8</v></c></row>",
    ],
)
def test_rows_read_the_same_with_and_without_the_short_cut(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = a_package(a_sheet(rows))
    quick = read(data)
    without: Callable[..., object] = lambda chunks, *_: chunks  # noqa: E731
    monkeypatch.setattr(sheet_xml, "without_plain", without)
    monkeypatch.setattr(strings, "without_plain", without)
    assert read(data) == quick


def test_a_relationship_that_leads_out_of_the_file_is_not_followed() -> None:
    listed = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" TargetMode="External" '
        'Target="http://example.org/styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" '
        'Target="../../../../etc/passwd"/></Relationships>'
    )
    assert texts(read(a_package(parts={"xl/_rels/workbook.xml.rels": listed}))) == TWO
