"""The short cut for plain XML is only a short cut: whatever a workbook holds, it reads the same without it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edi_reports.model.finding import CannotContinue
from edi_reports.reading import sheet_xml, strings
from tests.raw_workbooks import MAIN, a_package, a_sheet, read, the_styles, the_texts

STYLES = the_styles(
    '<numFmts><numFmt numFmtId="164" formatCode="mmm-yy"/></numFmts><fonts><font/><font><b/><strike val="1"/></font>'
    "</fonts>"
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills>'
    '<cellXfs><xf/><xf fillId="1" fontId="1"/><xf numFmtId="14"/><xf numFmtId="164" fillId="1"/></cellXfs>'
)
WORDS = (
    *(
        "plain",
        "Head of EDI",
        "",
        " ",
        "  both ends  ",
        "a &amp; b",
        "&lt;p&gt;web&lt;/p&gt;",
        "&#8226; one",
        "&#x2013;",
    ),
    *("two\nlines", "carriage\r\nreturn\rtwice", "_x000D__x000A_", "_x0041_", "• tidy\n• too", "•untidy • bullets"),
    *("é – ’", "\u00a0", "\u2028", "1 > 0", "]] >", "!?", "x<!-- hidden -->y", "<![CDATA[1 < 2]]>", "<?app?>z"),
)
FONTS = (
    *("<rPr><b/></rPr>", '<rPr><b val="0"/><sz val="11"/></rPr>', "<rPr><strike val='on'/></rPr>", "<rPr/>", ""),
    *(
        '<rPr><b x="1" val="0"/></rPr>',
        '<rPr><b val="&#48;"/></rPr>',
        "<rPr> <b/> </rPr>",
        '<rPr><rFont val="B>C"/></rPr>',
    ),
)
NO_XML = ("]]>", "&unknown;", "&#0;", "\ufffe", "a & b", "<b>")
NUMBERS = ("0", "1", "45930", "-5", "1.5", "1E400", "0.5", " 7 ", "9" * 30, "60", "2958466", "1_0", "٣", "&#49;", "")

words, fonts = st.sampled_from(WORDS * 20 + NO_XML), st.sampled_from(FONTS)
spaces = st.sampled_from(("<t>", '<t xml:space="preserve">', "<t xml:space='preserve'>", "<t >"))
run = st.builds("<r>{}{}{}</t></r>".format, fonts, spaces, words)
runs = st.lists(run, min_size=1, max_size=3).map("".join)
hint = st.just('<t>漢字</t><rPh sb="0" eb="2"><t>kanji</t></rPh><phoneticPr fontId="1"/>')
item = st.one_of(st.builds("{}{}</t>".format, spaces, words), runs, hint, st.sampled_from(("", "<t/>", " <t>x</t>")))
style = st.sampled_from(("", ' s="1"', ' s="2"', ' s="3"', " s='1'", ' s="&#49;"', ' s=""', ' cm="1"'))
formula = st.sampled_from(("", "<f>1&lt;2</f>", '<f t="shared" si="0"/>', "<f/>", '<f ref="A1:B2">SUM(A1)</f>'))
kind = st.sampled_from(("", ' t="n"', ' t="b"', ' t="e"', ' t="str"', ' t="d"', ' t="s"', ' t="odd"', " t='n'"))
value = st.sampled_from((*NUMBERS, "true", "#REF!", "2025-09-30T00:00:00", "12:30:00", *WORDS[:12]))
content = st.one_of(
    st.builds("{}><v>{}</v></c>".format, kind, value),
    st.builds("{}>{}<v>{}</v></c>".format, kind, formula, value),
    st.builds(' t="s"><v>{}</v></c>'.format, st.integers(0, 3)),
    st.builds(' t="inlineStr"><is>{}</is></c>'.format, item),
    st.sampled_from(("/>", "></c>", "><v/></c>", "><v></v></c>", ">\n</c>", '><f t="shared" si="0"/></c>', ' t="s"/>')),
)
addressed = st.sampled_from(('r="{at}"{style}{content}', "{style} r='{at}'{content}", '{style} r="{at}"{content}'))
odd_cell = st.builds(lambda form, style, content: (form, style, content), addressed, style, content)
plain_style = st.sampled_from(("", ' s="0"', ' s="1"', ' s="2"', ' s="3"'))
plain_content = st.one_of(
    st.builds(' t="s"><v>{}</v></c>'.format, st.integers(0, 2)),
    st.builds("><v>{}</v></c>".format, st.sampled_from(NUMBERS[:7])),
    st.builds(' t="str">{}<v>{}</v></c>'.format, formula, words.filter(bool)),
    st.builds(' t="inlineStr"><is>{}</is></c>'.format, item),
    st.just("/>"),
)
plain_cell = st.builds(lambda style, content: ('r="{at}"{style}{content}', style, content), plain_style, plain_content)
astray = st.sampled_from(("<c><v>5</v></c>", '<c r="A1"><v>1</v></c>', '<c r="a2"><v>2</v></c>', '<c r="A0"/>', " "))
odd_head = st.sampled_from(
    ('<row r="{n}" hidden="on"', "<row r='{n}'", "<row", '<row x="" r="{n}"', '<row r="{n}" y=">"')
)
plain_head = st.sampled_from(('<row r="{n}"', '<row r="{n}" spans="1:8"', '<row r="{n}" hidden="1" a:b="0.25"'))
between = st.sampled_from(("",) * 20 + ("\n  ", "<!-- </row> -->", "<?app </row>?>"))
ASCENDING, ANYHOW = ("ABCD", "BD", "A", "", ("XFD",), ("AA", "AB")), ("DCBA", "AAB", "ABCD")


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Rows, half of them in the plain form, most of them in order."""
    written, number = [], 0
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.sampled_from((number + 1,) * 12 + (number + 3, max(number, 1), 1)))
        plain = draw(st.booleans())
        columns = draw(st.sampled_from(ASCENDING if plain else ASCENDING + ANYHOW))
        stored = [(column, draw(plain_cell if plain else odd_cell)) for column in columns]
        cells = [
            "<c " + form.format(at=f"{column}{number}", style=style, content=content).lstrip()
            for column, (form, style, content) in stored
        ]
        if not plain and draw(st.booleans()):
            cells.append(draw(astray))
        head = draw(plain_head if plain else odd_head).format(n=number)
        written.append(f"{head}/>" if not cells else f"{head}>{''.join(cells)}</row>")
        written.append(draw(between))
    return "".join(written)


def outcome(data: bytes) -> Any:
    """What is read, in the order in which it is kept; or that the file is refused."""
    try:
        workbook = read(data)
    except CannotContinue:
        return "refused"
    return workbook, [list(sheet.cells) for sheet in workbook.sheets]


def outcome_without_the_short_cut(data: bytes) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_xml, "without_plain", lambda chunks, *_: chunks)
        patch.setattr(strings, "without_plain", lambda chunks, *_: chunks)
        return outcome(data)


def a_workbook(rows: str, items: list[str]) -> bytes:
    return a_package(a_sheet(rows), {"xl/sharedStrings.xml": the_texts(*items), "xl/styles.xml": STYLES})


@settings(max_examples=300, deadline=None, derandomize=True)
@given(rows(), st.lists(item, min_size=3, max_size=5))
@example('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>', ["", "", ""])
@example('<row r="1"><c r=\'A1\'><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>', ["", "", ""])
@example('<row r="1"><c r="A3"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>', ["", "", ""])
@example('<row r="15"><c r="A15"><v>1</v></c></row><row r="5"><c r="A15"><v>2</v></c></row>', ["", "", ""])
@example('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', ["", "", ""])
@example(
    "".join(f'<row r="{n}"><c r="A{n}" s="{n}"><v>7</v></c><c r="B{n}" s="1"><v>{n}</v></c></row>' for n in (1, 2, 3)),
    ["", "", ""],
)
def test_any_rows_and_texts_read_the_same_with_and_without_the_short_cut(rows: str, items: list[str]) -> None:
    data = a_workbook(rows, items)
    assert outcome(data) == outcome_without_the_short_cut(data)


TIDY_PIECES = ("one", "two ", " ", "\n", "• ", "• three\n", "\n• four", "•", "_", "x000D_", "x0041_", "é")
pieces = st.lists(st.sampled_from(TIDY_PIECES), min_size=1, max_size=3).map("".join)
tidy_run = st.builds("<r>{}{}{}</t></r>".format, st.sampled_from(("", "<rPr><strike/></rPr>")), spaces, pieces)
tidy_item = st.one_of(
    st.builds("{}{}</t>".format, spaces, pieces), st.lists(tidy_run, min_size=1, max_size=3).map("".join)
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(tidy_item)
@example("<r><t>one</t></r><r><t>• two</t></r>")
@example("<r><t>• </t></r><r><rPr><strike/></rPr><t> two</t></r>")
@example("<r><rPr><strike/></rPr><t>one_</t></r><r><t>x000D_two</t></r>")
@example('<t xml:space="preserve">• one\n•  two </t>')
def test_runs_that_are_tidy_one_by_one_are_joined_as_without_the_short_cut(item: str) -> None:
    data = a_workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', [item])
    assert outcome(data) == outcome_without_the_short_cut(data) != "refused"


@pytest.mark.parametrize(
    "sheet",
    [
        f'<worksheet xmlns="{MAIN}"><extLst><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData></extLst>'
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        f'<worksheet xmlns="{MAIN}"><!-- <sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData> -->'
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        f'<worksheet xmlns="{MAIN}"><?app <sheetData><row r="9"><c r="A9"><v>9</v></c></row>?>'
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><extLst>'
        '<row x="1"></row><row r="9"><c r="A9"><v>9</v></c></row><row r="10"/></extLst></worksheet>',
        f'<x:worksheet xmlns:x="{MAIN}" xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r>'
        "<rPr><x:b/></rPr><t>bold</t></r></is></c></row></sheetData></x:worksheet>",
    ],
)
def test_rows_are_taken_only_where_rows_stand(sheet: str) -> None:
    data = a_package(sheet)
    assert outcome(data) == outcome_without_the_short_cut(data) != "refused"


def test_a_sheet_of_many_pieces_is_read_the_same_wherever_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>é{row} &amp; on</t></is></c><c r="B{row}" s="1"/></row>'
        if row % 3
        else f"<row r='{row}'><c r='A{row}' t=\"s\"><v>{row % 2}</v></c></row>"
        for row in range(1, 40)
    )
    data = a_workbook(listed, ["<t>• one</t>", "<r><t>two</t></r>"])
    whole = outcome_without_the_short_cut(data)
    for size in (1, 7, 64, 999):
        monkeypatch.setattr("edi_reports.reading.package._CHUNK", size)
        assert outcome(data) == whole
