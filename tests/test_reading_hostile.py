"""Whatever a file holds, it is read, or refused in words, with bounded memory and time; never a traceback."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from edi_reports.model.finding import CannotContinue
from edi_reports.reading.limits import LIMITS, Limits
from edi_reports.reading.opening import open_file, saved_at
from tests.raw_workbooks import (
    MAIN,
    OFFICE,
    a_package,
    a_row,
    a_sheet,
    read,
    relationships,
    texts,
    the_styles,
    the_texts,
)

RED = the_styles(
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>'
    '<cellXfs><xf/><xf fillId="1"/></cellXfs>'
)
SMALL = replace(
    LIMITS,
    inflated=2**20,
    elements=1000,
    element=2**17,
    silence=2**16,
    cells=1000,
    cell=1000,
    texts=1000,
    text=100_000,
    shown=200_000,
    fills=500,
    merges=100,
    merged_cells=1000,
    styles=100,
    sheets=10,
    comments=20,
)


def refusal(data: bytes, limits: Limits = LIMITS) -> str:
    """How a file is refused: the code and the words."""
    with pytest.raises(CannotContinue) as refused:
        read(data, limits)
    return str(refused.value)


def repeated(head: str, piece: str, times: int, tail: str) -> Callable[[], Iterable[str]]:
    """A part of many like pieces, written as a stream."""

    def pieces() -> Iterator[str]:
        yield head
        for _ in range(0, times, 1000):
            yield piece * 1000
        yield tail

    return pieces


# what unpacks or repeats without end

SHEET, END = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
IN_A_CELL = SHEET + '<row r="1"><c r="A1" t="inlineStr"><is><t>'


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (repeated(SHEET, "<row/>", 300_000, END), "1 MB unpacked"),
        (repeated(SHEET, "<a/>", 5_000, END), "1,000 elements"),
        (repeated(SHEET + '<row r="1">', "<c/>", 50_000, "</row>" + END), "0 MB in one row"),
        (repeated(IN_A_CELL, "x", 2_000, "</t></is></c></row>" + END), "1,000 characters in one cell"),
        (repeated(SHEET, '<row r="1"><c r="A1" t="str"><v>x</v></c></row>', 5_000, END), "1,000 texts"),
        (
            repeated(SHEET + "</sheetData><mergeCells>", '<mergeCell ref="A1"/>', 900, "</mergeCells></worksheet>"),
            "100",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "sheet",
)
def test_a_sheet_that_unpacks_to_more_than_a_plan_is_refused(sheet: Callable[[], Iterable[str]], words: str) -> None:
    said = refusal(a_package(sheet), SMALL)
    assert said.startswith("error: too-large")
    assert words in said


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (repeated(SHEET, "<a>", 1_000_000, END), "nests more than 100"),
        (repeated(IN_A_CELL, "x", 3_000_000, "</t></is></c></row>" + END), "longer than"),
        (repeated(SHEET + '<row r="1" a="', "x", 3_000_000, '"/>' + END), "longer than"),
        (repeated(SHEET + "<!--", "<c>", 1_000_000, "-->" + END), "longer than"),
        (repeated(SHEET + "<?a ", "<c>", 1_000_000, "?>" + END), "longer than"),
        (repeated(IN_A_CELL + "<![CDATA[", "<c>", 1_000_000, "]]></t></is></c></row>" + END), "longer than"),
        (repeated(IN_A_CELL, "x<!-- -->", 400_000, "</t></is></c></row>" + END), "longer than"),
    ],
    ids=["depth", "text", "attribute", "comment", "instruction", "section", "comments in a text"],
)
def test_a_tag_or_text_that_does_not_end_is_refused_long_before_it_is_read(
    sheet: Callable[[], Iterable[str]], words: str
) -> None:
    said = refusal(a_package(sheet), replace(LIMITS, silence=2**17))
    assert said.startswith("error: damaged-workbook")
    assert words in said


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (repeated(f'<sst xmlns="{MAIN}">', "<si/>", 5_000, "</sst>"), "1,000 elements"),
        (repeated(f'<sst xmlns="{MAIN}">', "<si><t>a</t></si>", 5_000, "</sst>"), "1,000 texts"),
        (repeated(f'<sst xmlns="{MAIN}">', f"<si><t>{'y' * 200}</t></si>", 1_000, "</sst>"), "100,000 characters"),
        (repeated(f'<sst xmlns="{MAIN}"><si><t>', "x", 50_000, "</t></si></sst>"), "1,000 characters in one cell"),
        (repeated(f'<sst xmlns="{MAIN}"><si>', "<r><t/></r>", 50_000, "</si></sst>"), "0 MB in one row or style"),
    ],
    ids=lambda value: value if isinstance(value, str) else "texts",
)
def test_shared_texts_without_end_are_refused(items: Callable[[], Iterable[str]], words: str) -> None:
    assert words in refusal(a_package(a_sheet(a_row(1, "x")), {"xl/sharedStrings.xml": items}), SMALL)


def test_styles_sheets_and_comments_without_end_are_refused() -> None:
    styles = repeated(f'<styleSheet xmlns="{MAIN}"><cellXfs>', "<xf/>", 1000, "</cellXfs></styleSheet>")
    assert "100 styles" in refusal(a_package(parts={"xl/styles.xml": styles}), SMALL)
    listed = "".join(f'<sheet name="{number}" r:id="rId1"/>' for number in range(20))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    assert "10 sheets" in refusal(a_package(parts={"xl/workbook.xml": book}), SMALL)
    thirty = '<comment ref="A1"/>' * 30
    comments = f'<comments xmlns="{MAIN}"><commentList>{thirty}</commentList></comments>'
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relationships(("comments", "/c.xml")), "c.xml": comments}
    assert "20 comments" in refusal(a_package(parts=parts), SMALL)


def test_what_a_part_unpacks_to_is_counted_whatever_the_archive_says() -> None:
    data = a_package(repeated(SHEET, "<row/>", 300_000, END))
    honest = 1_800_000 + len(SHEET + END)
    for listed in (honest.to_bytes(4, "little"),):
        assert listed in data
        data = data.replace(listed, (10).to_bytes(4, "little"))
    assert "cannot be unpacked" in refusal(data, SMALL)


def test_a_sheet_that_is_listed_many_times_is_counted_each_time() -> None:
    rows = "".join(a_row(number, "x" * 900) for number in range(1, 101))
    listed = "".join(f'<sheet name="{number}" r:id="rId1"/>' for number in range(9))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    assert "larger than the limit" in refusal(a_package(a_sheet(rows), {"xl/workbook.xml": book}), SMALL)


def test_a_long_text_shown_in_many_cells_is_counted_in_each() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 301))
    data = a_package(a_sheet(rows), {"xl/sharedStrings.xml": the_texts(f"<t>{'y' * 900}</t>")})
    assert "200,000 characters shown" in refusal(data, SMALL)


# what looks large and is not


def test_formatted_empty_rows_are_passed_over() -> None:
    empty = "".join(
        f'<row r="{row}" s="1" customFormat="1" ht="15"><c r="A{row}" s="1"/><c r="B{row}" s="0"/></row>'
        for row in range(2, 3000)
    )
    workbook = read(a_package(a_sheet(a_row(1, "Action") + empty), {"xl/styles.xml": RED}), replace(LIMITS, fills=500))
    assert texts(workbook) == {"A1": "Action"}


def test_more_coloured_cells_than_anybody_means_between_two_texts_are_refused() -> None:
    filled = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 600))
    data = a_package(a_sheet(a_row(1, "x") + filled + a_row(601, "y")), {"xl/styles.xml": RED})
    assert "500 coloured cells" in refusal(data, SMALL)


def test_all_columns_of_a_sheet_are_read() -> None:
    row = "".join(f'<c r="{letters}1" t="str"><v>{letters}</v></c>' for letters in ("A", "Z", "AA", "XFD"))
    assert [cell.column for cell in read(a_package(a_sheet(f'<row r="1">{row}</row>'))).sheets[0].cells.values()] == [
        1,
        26,
        27,
        16384,
    ]


def test_of_ten_thousand_problems_of_one_kind_a_few_are_listed_and_the_others_counted() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><f>B{row}</f></c></row>' for row in range(1, 101))
    found = read(a_package(a_sheet(rows)), replace(LIMITS, same_findings=3)).findings
    assert [each.code for each in found] == ["never-calculated"] * 3 + ["more-alike"]
    assert "97 more" in found[-1].message


def test_merged_blocks_over_the_whole_sheet_are_refused_when_all_of_it_is_used() -> None:
    rows = a_row(1, "x") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert "1,000,000 merged cells" in refusal(a_package(a_sheet(rows, after)))


def test_rules_that_would_take_too_long_are_left_out_and_said() -> None:
    rule = '<cfRule type="beginsWith" dxfId="0" priority="{0}" text="x{0}"/>'
    rules = "".join(
        f'<conditionalFormatting sqref="A1:A999999">{rule.format(number)}</conditionalFormatting>'
        for number in range(1, 50)
    )
    rows = "".join(a_row(row, f"x{row}") for row in range(1, 101))
    styles = the_styles('<dxfs><dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>')
    limits = replace(LIMITS, rule_tests=1500, rules=40)
    workbook = read(a_package(a_sheet(rows, rules), {"xl/styles.xml": styles}), limits)
    assert [found.code for found in workbook.findings] == ["rules-not-tried"]
    assert workbook.sheets[0].cells[1, 1].fill == "00FF00"


# what breaks the rules of the format

TWO_SHEETS = relationships(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"))
LISTED_TWICE = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="One" r:id="rId1"/>'
    '<sheet name="Two" r:id="rId2"/></sheets></workbook>'
)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"_rels/.rels": None}, "does not say which of its parts is the workbook"),
        ({"_rels/.rels": relationships(("officeDocument", "xl/nowhere.xml"))}, "does not say which"),
        ({"_rels/.rels": relationships(("officeDocument", "_rels/.rels"))}, 'should be a "workbook"'),
        ({"xl/workbook.xml": "not XML"}, "cut short or wrong, line 1"),
        ({"xl/workbook.xml": ""}, "cut short or wrong, line 1"),
        ({"xl/_rels/workbook.xml.rels": None}, 'its sheet "Plan" is missing'),
        ({"xl/_rels/workbook.xml.rels": relationships(("worksheet", "../../../../tmp/x.xml"))}, "is missing"),
        ({"xl/_rels/workbook.xml.rels": relationships(("worksheet", "workbook.xml"))}, 'should be a "worksheet"'),
        ({"xl/workbook.xml": LISTED_TWICE, "xl/_rels/workbook.xml.rels": TWO_SHEETS}, 'its sheet "Two" is missing'),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "x"))[:-30]}, 'of its "worksheet" part is cut short'),
        ({"xl/worksheets/sheet1.xml": "\ufeff\0\0" + a_sheet()}, "control characters"),
        ({"xl/worksheets/sheet1.xml": b"\xff\xfe" + a_sheet().encode()}, "cut short or wrong"),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "x")).encode() + b"\x80"}, "no text"),
        ({"xl/worksheets/sheet1.xml": '<?xml version="1.0" encoding="klingon"?>' + a_sheet()}, "unknown encoding"),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "&nbsp;"))}, "which is no character"),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "&#xD800;"))}, "which is no character"),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "&#99999999;"))}, "which is no character"),
        ({"xl/worksheets/sheet1.xml": a_sheet(a_row(1, "a & b"))}, "which is no character"),
        ({"xl/sharedStrings.xml": the_styles("")}, 'should be a "sst"'),
    ],
    ids=lambda value: value if isinstance(value, str) else "parts",
)
def test_a_damaged_part_is_named(parts: dict[str, str | bytes | None], words: str) -> None:
    said = refusal(a_package(parts=parts))
    assert said.startswith("error: damaged-workbook")
    assert words in said


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ('<row r="1"><c r="A99999999"><v>1</v></c></row>', "a sheet ends with row 1,048,576"),
        ('<row r="1"><c r="A0"><v>1</v></c></row>', 'the number "0"'),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "a sheet ends with column XFD"),
        ('<row r="1"><c r="AAAA1"><v>1</v></c></row>', 'has the address "AAAA1"'),
        ('<row r="1"><c r="1A"><v>1</v></c></row>', 'has the address "1A"'),
        ('<row r="-1"><c r="A1"><v>1</v></c></row>', 'the number "-1"'),
        ('<row r="1048577"/>', 'the number "1048577"'),
        ('<row r="1"><c r="A1" t="s"><v>3</v></c></row>', "a cell shows text 3"),
        ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', "a cell shows text -1"),
        ('<row r="1"><c r="A1" t="s"><v>1e3</v></c></row>', "a cell shows text 1e3"),
        ('<row r="1"><c r="A1" s="9"><v>1</v></c></row>', 'the style "9"'),
        ('<row r="1"><c r="A1" s="-1"><v>1</v></c></row>', 'the style "-1"'),
    ],
)
def test_a_cell_that_cannot_be_is_named(rows: str, words: str) -> None:
    parts = {"xl/styles.xml": RED, "xl/sharedStrings.xml": the_texts("<t>0</t>", "<t>1</t>", "<t>2</t>")}
    assert words in refusal(a_package(a_sheet(rows), parts))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ('<mergeCells><mergeCell ref="Plan!A1:B2"/></mergeCells>', '"Plan!A1:B2" is no address'),
        ("<mergeCells><mergeCell/></mergeCells>", '"" is no address'),
        ('<mergeCells><mergeCell ref="A1:A99999999"/></mergeCells>', '"A1:A99999999" is no address'),
        ('<mergeCells><mergeCell ref="A1:A9999999"/></mergeCells>', "a sheet ends with row"),
        ('<conditionalFormatting sqref="no-where"><cfRule/></conditionalFormatting>', '"no-where" is no address'),
        ('<conditionalFormatting sqref="A1"><cfRule dxfId="x"/></conditionalFormatting>', 'the dxfId "x"'),
    ],
)
def test_a_block_of_cells_that_cannot_be_is_named(after: str, words: str) -> None:
    assert words in refusal(a_package(a_sheet(a_row(1, "x"), after)))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE worksheet [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "http://example.org/x">]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "xl/sharedStrings.xml"])
def test_a_document_type_is_refused_and_nothing_that_it_names_is_fetched(declared: str, part: str) -> None:
    data = a_package(parts={"xl/sharedStrings.xml": the_texts("<t>x</t>")})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(part).decode()
    assert "declares a document type" in refusal(
        a_package(parts={"xl/sharedStrings.xml": the_texts(), part: declared + content})
    )


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_in_a_way_that_workbooks_do_not_use_is_refused(packed: int) -> None:
    assert "packed in a way" in refusal(a_package(packed=packed))


def test_a_workbook_cut_short_at_any_place_is_refused(tmp_path: Path) -> None:
    data = a_package(a_sheet("".join(a_row(number, "text " * 9) for number in range(1, 50))))
    path = tmp_path / "cut.xlsx"
    for at in range(1, len(data) - 1, max(len(data) // 60, 1)):
        path.write_bytes(data[:at])
        with pytest.raises(CannotContinue) as refused:
            open_file(path)
        assert refused.value.finding.code in ("damaged-workbook", "not-a-workbook")
        assert saved_at(path) is None


# at the limits that hold in earnest

Content = str | Callable[[], Iterable[str]]
IN_EARNEST: tuple[tuple[str, Content, dict[str, Content]], ...] = (
    ("depth", repeated(SHEET, "<a>", 50_000_000, END), {}),
    ("one row", repeated(SHEET + '<row r="1">', "<c/>", 50_000_000, "</row>" + END), {}),
    (
        "wide texts",
        a_sheet(a_row(1, "x")),
        {
            "xl/sharedStrings.xml": repeated(
                f'<sst xmlns="{MAIN}">', f"<si><t>{'x' * 900}😀</t></si>", 150_000, "</sst>"
            )
        },
    ),
)
READ_ONE = """
import sys, tests.raw_workbooks as raw
from edi_reports.model.finding import CannotContinue
try:
    raw.read(open(sys.argv[1], "rb").read())
except CannotContinue as refused:
    print(refused.finding.code)
"""


@pytest.mark.parametrize(("name", "sheet", "parts"), IN_EARNEST, ids=[name for name, *_ in IN_EARNEST])
def test_a_bomb_is_refused_within_a_gigabyte_and_twenty_seconds(
    name: str, sheet: Content, parts: dict[str, Content], tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "bomb.xlsx").write_bytes(a_package(sheet, parts))
    began = time.monotonic()
    command = [sys.executable, "-c", READ_ONE, str(tmp_path / "bomb.xlsx")]
    said = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=True)
    assert re.fullmatch("too-large|damaged-workbook", said.stdout.strip())
    assert time.monotonic() - began < 20
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2**20  # in units of 1 kB
