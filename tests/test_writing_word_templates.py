"""A trust's own template: what is filled in, what is kept, and what its keeper is told before anything is written."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.model.finding import CannotContinue
from edi_reports.model.paper import CoverField
from edi_reports.reports.parts import (
    Bullets,
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Paragraph,
    Series,
    Table,
)
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.package import pack, unpack
from edi_reports.writing.templates import check_template
from edi_reports.writing.word import write_document
from tests.paper_reading import opened, paragraphs, rows, words
from tests.template_making import REPORT, a_template, in_a_table, paragraph, replacing, with_parts

COVER: tuple[tuple[str, Cell], ...] = (("Meeting date", "6 August 2018"), ("Committee", "People Committee"))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = ["Summary", "One."]


def filled(template: bytes, title: str = "Progress report", cover: tuple[tuple[str, Cell], ...] = COVER) -> bytes:
    parts = (Heading("Summary"), Paragraph("One."))
    return write_document(Document(title, "Paper", "", date(2025, 11, 30), parts, cover), template)


def codes(template: bytes, cover: tuple[CoverField, ...] = ()) -> list[str]:
    return [found.code for found in check_template(template, "own.docx", cover)]


# Placeholders


@pytest.mark.parametrize(
    "runs",
    [
        ("For {{committee}}, {{meeting_date}}.",),
        ("For {", "{commit", "tee}", "}, {{meeting_date}}."),
        ("For {{committee}}", ", {{ Meeting date }}", "."),
    ],
)
def test_placeholders_are_filled_also_where_word_has_split_them_over_runs(runs: tuple[str, ...]) -> None:
    assert paragraphs(filled(a_template(paragraph(*runs) + REPORT))) == ["For People Committee, 6 August 2018.", *BODY]


def test_placeholders_are_filled_in_tables_and_headers() -> None:
    table = in_a_table(paragraph("{{committee}}"))
    word = opened(filled(a_template(table + REPORT, header=paragraph("On {{meeting_date}}"))))
    assert rows(word.tables[0]) == [["People Committee"]]
    assert word.sections[0].header.paragraphs[0].text == "On 6 August 2018"


def test_a_content_control_shows_the_words_as_content_and_not_as_its_prompt() -> None:
    control = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Date"/><w:showingPlcHdr/>'
        '<w:dataBinding w:xpath="/x" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/><w:text/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{{meeting_date}}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    paper = opened(filled(a_template(control + REPORT)))
    (found,) = paper.element.body.iter(qn("w:sdt"))
    assert words(found) == "6 August 2018"
    assert not list(found.iter(qn("w:showingPlcHdr"), qn("w:dataBinding")))
    assert [alias.get(qn("w:val")) for alias in found.iter(qn("w:alias"))] == ["Date"]


def test_placeholders_are_filled_in_text_boxes() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('{{committee}}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert "People Committee" in words(opened(filled(a_template(box + REPORT))).element.body)


def test_what_a_placeholder_is_filled_with_is_never_taken_for_a_placeholder() -> None:
    template = a_template(paragraph("{{title}}") + paragraph("{{committee}}") + REPORT)
    told = paragraphs(filled(template, title="{{committee}} {{report}} {{cover}}"))
    assert told == ["{{committee}} {{report}} {{cover}}", "People Committee", *BODY]


def test_lines_of_an_entry_become_line_breaks() -> None:
    paper = filled(a_template(paragraph("To: {{committee}}!") + REPORT), cover=(("Committee", "one\ntwo"),))
    assert paragraphs(paper)[0] == "To: one\ntwo!"


def test_the_format_of_the_first_run_of_a_placeholder_is_kept() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{comm</w:t></w:r><w:r><w:t>ittee}} now</w:t></w:r></w:p>"
    first, second = opened(filled(a_template(bold + REPORT))).paragraphs[0].runs
    assert (first.text, first.bold, second.text, second.bold) == ("People Committee", True, " now", None)


def test_what_no_paper_knows_is_left_marked_for_people() -> None:
    template = a_template(paragraph("Risk: {{risk_number}}") + REPORT)
    assert paragraphs(filled(template))[0] == "Risk: [To be completed: risk number]"
    (found,) = check_template(template, "own.docx", ())
    assert found.code == "template-unknown-placeholder"
    assert '"{{risk_number}}" in the text' in found.message


@pytest.mark.parametrize("written", ["Risk: {{risk_number", "Risk: {risk_number}}", "Risk: {{}}"])
def test_braces_that_are_no_placeholder_are_told(written: str) -> None:
    (found,) = check_template(a_template(paragraph(written) + REPORT), "own.docx", ())
    assert found.code == "template-broken-placeholder"
    assert "Risk: " in found.message


@pytest.mark.parametrize("written", ["{one} {two}", "{}", "{{committee}}"])
def test_single_braces_and_whole_placeholders_are_not(written: str) -> None:
    assert check_template(a_template(paragraph(written) + REPORT), "own.docx", ()) == ()


# Where the report goes


@pytest.mark.parametrize(
    ("body", "order"),
    [
        (paragraph("before") + REPORT + paragraph("after"), ["before", *BODY, "after"]),
        (
            paragraph("before") + paragraph("see {{report}} here") + paragraph("after"),
            ["before", "see  here", *BODY, "after"],
        ),
        (paragraph("before"), ["before", *BODY]),
        (REPORT + paragraph("between") + REPORT, [*BODY, "between", ""]),
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{REPORT}</w:sdtContent></w:sdt>{paragraph('after')}",
            [*BODY, "after"],
        ),
    ],
)
def test_the_body_goes_where_the_template_says(body: str, order: list[str]) -> None:
    assert paragraphs(filled(a_template(body))) == order


def test_a_report_marked_inside_a_table_goes_after_the_table() -> None:
    template = a_template(in_a_table(REPORT) + paragraph("after"))
    assert paragraphs(filled(template)) == [*BODY, "after"]
    assert codes(template) == ["template-report-not-alone"]


def test_a_section_that_ends_with_the_mark_keeps_its_page() -> None:
    section = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
    ends = f"<w:p>{section}<w:r><w:t>{{{{report}}}}</w:t></w:r></w:p>"
    parts = (Table("t", (Column("a"),), (("x",),)),)
    paper = opened(
        write_document(Document("t", "s", "", date(2025, 11, 30), parts), a_template(ends + paragraph("after")))
    )
    assert len(paper.sections) == 2
    grid = sum(int(column.get(qn("w:w"), "0")) for column in paper.tables[0]._tbl.tblGrid.iter(qn("w:gridCol")))
    assert grid == 16838 - 2 * 1077


def test_the_cover_sheet_goes_where_the_template_says_and_nowhere_else() -> None:
    marked = opened(filled(a_template(paragraph("{{cover}}") + REPORT)))
    assert rows(marked.tables[0])[1:] == [["Meeting date", "6 August 2018"], ["Committee", "People Committee"]]
    assert not opened(filled(a_template(REPORT))).tables


# What is kept


def test_header_footer_styles_and_words_of_the_template_are_kept() -> None:
    template = a_template(paragraph("NHS Anytown") + REPORT, header=paragraph("Official-sensitive"))
    before, after = unpack(template), unpack(filled(template))
    assert before["word/footer1.xml"].count(b"NUMPAGES") == after["word/footer1.xml"].count(b"NUMPAGES") == 1
    assert opened(filled(template)).sections[0].header.paragraphs[0].text == "Official-sensitive"
    assert paragraphs(filled(template))[0] == "NHS Anytown"


def test_a_template_made_in_another_program_works_with_its_own_headings() -> None:
    made = io.BytesIO()
    word = docx.Document()
    word.add_paragraph("{{report}}")
    word.save(made)
    paper = opened(filled(made.getvalue()))
    assert [(p.style.name if p.style else "", p.text) for p in paper.paragraphs] == [
        ("Heading 1", "Summary"),
        ("List Number", "One."),
    ]
    assert "EDI Table" in [style.name for style in paper.styles]


def test_styles_are_found_by_name_whatever_their_id() -> None:
    styles = unpack(write_default_template())["word/styles.xml"].decode()
    german = styles.replace('w:styleId="Heading1"', 'w:styleId="berschrift1"')
    paper = opened(filled(a_template(styles=german)))
    assert paper.paragraphs[0]._p.pPr is not None
    assert paper.paragraphs[0]._p.pPr.pStyle is not None
    assert paper.paragraphs[0]._p.pPr.pStyle.val == "berschrift1"


def test_a_list_that_the_template_uses_itself_does_not_number_ours() -> None:
    own = '<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr><w:r><w:t>own</w:t></w:r></w:p>'
    paper = opened(filled(a_template(own + REPORT)))
    numbers = [number.get(qn("w:val")) for number in paper.element.body.iter(qn("w:numId"))]
    assert len(numbers) == 1
    numbering = paper.part.numbering_part.element
    (found,) = (number for number in numbering.iter(qn("w:num")) if number.get(qn("w:numId")) == numbers[0])
    assert [start.get(qn("w:val")) for start in found.iter(qn("w:startOverride"))] == ["1"]


def test_a_template_without_lists_or_styles_is_lent_ours() -> None:
    bare = a_template(
        styles=f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="Normal"/>'
        "</w:style></w:styles>"
    )
    bare = replacing(bare, "word/_rels/document.xml.rels", 'Target="numbering.xml"', 'Target="settings.xml"')
    bare = replacing(bare, "word/_rels/document.xml.rels", "relationships/numbering", "relationships/settings")
    assert codes(bare) == ["template-missing-style"] * 5 + ["template-language"]
    parts = (Heading("Summary"), Paragraph("One."), Bullets(("a",)), Table("t", (Column("c"),), (("• x",),)))
    paper = opened(write_document(Document("t", "s", "", date(2025, 11, 30), parts), bare))
    names = [style.name for style in paper.styles]
    assert {"Heading 1", "List Number", "List Bullet", "Caption", "EDI Table"} <= set(names)
    lists = {number.get(qn("w:numId")) for number in paper.part.numbering_part.element.iter(qn("w:num"))}
    used = {
        number.get(qn("w:val")) for part in (paper.element, paper.styles.element) for number in part.iter(qn("w:numId"))
    }
    assert used <= lists


def test_a_paper_is_british_english_whatever_the_template() -> None:
    american = replacing(a_template(), "word/styles.xml", 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"')
    assert codes(american) == ["template-language"]
    assert b'w:lang w:val="en-GB"' in unpack(filled(american))["word/styles.xml"]


def test_a_template_may_call_the_vocabulary_of_word_by_another_name() -> None:
    parts = unpack(a_template(paragraph("before") + REPORT))
    renamed = parts["word/document.xml"].decode().replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:")
    other = with_parts(a_template(), word__document_dot_xml=renamed.replace("xmlns:w=", "xmlns:x=").encode())
    assert paragraphs(filled(other)) == ["before", *BODY]


def test_a_mark_that_somebody_else_left_in_a_template_is_not_ours() -> None:
    stray = a_template("<?edi-reports report?>" + paragraph("before") + REPORT)
    assert paragraphs(filled(stray)) == ["before", *BODY]


def test_a_dotx_makes_a_docx() -> None:
    dotx = replacing(
        a_template(), "[Content_Types].xml", "wordprocessingml.document.main", "wordprocessingml.template.main"
    )
    assert paragraphs(filled(dotx)) == BODY


def test_the_link_to_the_file_that_a_template_was_made_from_is_cut() -> None:
    linked = replacing(
        a_template(),
        "word/settings.xml",
        "<w:compat>",
        f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/><w:compat>',
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/attachedTemplate" Target="file:///S:/corporate.dotx" TargetMode="External"/></Relationships>'
    )
    paper = unpack(filled(with_parts(linked, word___rels__settings_dot_xml_dot_rels=rels.encode())))
    assert not [
        part for part, content in paper.items() if b"corporate.dotx" in content or b"attachedTemplate" in content
    ]


# What its keeper is told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (REPORT, []),
        (paragraph("no mark"), ["template-no-report"]),
        (paragraph("see {{report}}"), ["template-report-not-alone"]),
        (REPORT + REPORT, ["template-report-twice"]),
    ],
)
def test_the_mark_for_the_report_is_looked_for(body: str, told: list[str]) -> None:
    assert codes(a_template(body)) == told


def test_cover_lines_that_a_template_does_not_show_are_named() -> None:
    cover = (CoverField("Meeting date"), CoverField("Agenda item"))
    (found,) = check_template(a_template(paragraph("{{meeting_date}}") + REPORT), "own.docx", cover)
    assert found.code == "template-hidden-cover"
    assert "these lines of the cover sheet: Agenda item." in found.message
    assert codes(a_template(paragraph("{{cover}}") + REPORT), cover) == []


def test_a_missing_style_is_named() -> None:
    renamed = replacing(a_template(), "word/styles.xml", 'w:name w:val="heading 2"', 'w:name w:val="other"')
    (found,) = check_template(renamed, "own.docx", ())
    assert found.message.startswith('The template has no style "Heading 2".')
    assert str(found.place) == "own.docx"


RELS = "word/_rels/document.xml.rels"
EXTERNAL = '<Relationship Id="rIdX" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (b"", "template-unusable"),
        (b"PK\x03\x04 cut short", "template-unusable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "template-unusable"),
        (a_template()[:-300], "template-unusable"),
        (replacing(a_template(), "[Content_Types].xml", "document.main+xml", "other+xml"), "template-unusable"),
        (replacing(a_template(), "word/document.xml", "</w:body>", "</w:boddy>"), "template-unusable"),
        (
            replacing(a_template(), "word/styles.xml", "<w:styles", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles'),
            "template-unusable",
        ),
        (replacing(a_template(), "word/document.xml", "w:document", "w:glossaryDocument"), "template-unusable"),
        (with_parts(a_template(), word__vbaProject_dot_bin=b"x"), "template-active"),
        (with_parts(a_template(), word__activeX__activeX1_dot_xml=b"<x/>"), "template-active"),
        (with_parts(a_template(), word__embeddings__oleObject1_dot_bin=b"x"), "template-active"),
        (
            replacing(
                a_template(),
                "[Content_Types].xml",
                "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "vnd.ms-word.document.macroEnabled.main",
            ),
            "template-active",
        ),
        (
            replacing(
                a_template(), RELS, "</Relationships>", EXTERNAL.format(kind="image", target="https://x/logo.png")
            ),
            "template-reaches-outside",
        ),
        (
            replacing(a_template(), RELS, "</Relationships>", EXTERNAL.format(kind="hyperlink", target="javascript:x")),
            "template-reaches-outside",
        ),
        (
            a_template('<w:p><w:fldSimple w:instr=" INCLUDETEXT c:\\x "/></w:p>' + REPORT),
            "template-reaches-outside",
        ),
        (a_template("<w:p><w:r><w:instrText> DDE x </w:instrText></w:r></w:p>" + REPORT), "template-reaches-outside"),
        (a_template('<w:altChunk w:id="x"/>' + REPORT), "template-reaches-outside"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_by_name_before_anything_is_written(
    template: bytes, code: str
) -> None:
    with pytest.raises(CannotContinue) as refused:
        check_template(template, "own.docx")
    assert refused.value.finding.code == code
    assert str(refused.value.finding.place) == "own.docx"
    with pytest.raises(CannotContinue):
        filled(template)


def test_an_ordinary_link_is_no_reason_to_refuse() -> None:
    linked = replacing(
        a_template(), RELS, "</Relationships>", EXTERNAL.format(kind="hyperlink", target="https://www.england.nhs.uk")
    )
    assert codes(linked) == []


def test_a_template_that_would_unpack_to_too_much_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(CannotContinue, match="larger than the limit of 6 MB of text and formats"):
        check_template(bomb.getvalue(), "own.docx")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p>" + "<w:r><w:t>{{a}}</w:t></w:r>" * 30_000 + "</w:p>", "limit of 50,000 elements"),
        (paragraph("{{a}}" * 1_001), "limit of 1,000 placeholders"),
        (paragraph("{{a}}") * 1_001, "limit of 1,000 placeholders"),
    ],
    ids=["runs", "in one text", "paragraphs"],
)
def test_a_template_that_would_take_minutes_to_fill_in_is_refused(body: str, words: str) -> None:
    with pytest.raises(CannotContinue, match=words):
        check_template(a_template(body + REPORT), "own.docx")


def test_a_template_of_many_thousand_parts_is_refused_before_it_is_opened() -> None:
    crowd = {f"word/media/{number}.png": b"" for number in range(2_001)}
    with pytest.raises(CannotContinue, match="limit of 2,000 parts"):
        check_template(pack((unpack(a_template()) | crowd).items()), "own.docx")


def test_the_last_of_many_placeholders_in_pieces_is_filled_as_the_first() -> None:
    template = a_template(
        paragraph(*(piece for _ in range(400) for piece in ("{", "{commit", "", "tee}", "} "))) + REPORT
    )
    assert paragraphs(filled(template))[0].split() == ["People", "Committee"] * 400


@pytest.mark.parametrize("number", ["", "x", "²", "-1", "1.5", "9" * 5_000])
def test_a_number_in_a_template_that_is_none_is_passed_over(number: str) -> None:
    size = f'<w:sectPr><w:pgSz w:w="{number}" w:h="1"/><w:pgMar w:left="{number}" w:right="99999"/></w:sectPr>'
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:docPr id="{number}" name="x"/></wp:inline></w:drawing></w:r></w:p>'
    )
    lists = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="{number}"/>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num></w:numbering>'
    )
    template = a_template(drawing + REPORT + f"<w:p><w:pPr>{size}</w:pPr></w:p>", numbering=lists)
    parts = (
        Table("t", (Column("a"),), (("x",),)),
        Chart(ChartKind.STACKED_BAR, "c", ("a",), (Series("s", (1,)),), "alt"),
    )
    paper = opened(write_document(Document("t", "s", "", date(2025, 11, 30), parts), template))
    grid = sum(int(column.get(qn("w:w"), "0")) for column in paper.tables[0]._tbl.tblGrid.iter(qn("w:gridCol")))
    assert grid == 11906 - 2 * 1077


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_template_is_refused_or_used_and_nothing_else(data: st.DataObject) -> None:
    template = bytearray(a_template(paragraph("{{title}}") + REPORT))
    for _ in range(data.draw(st.integers(1, 8))):
        template[data.draw(st.integers(0, len(template) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(template)) in ("used", "template-unusable", "template-active", "template-reaches-outside")


def outcome(template: bytes) -> str:
    """Whether a paper could be made with a template and read again, or the code with which it was refused."""
    try:
        paper = filled(template)
    except CannotContinue as refused:
        return refused.finding.code
    return "used" if unpack(paper) else "empty"


MARKUP = st.sampled_from(
    ["w:p", "w:r", "w:t", "w:body", "w:sectPr", "w:styles", "w:style", "w:name", "w:num", "{{report}}", "w:val", "rId1"]
)


@settings(max_examples=60, deadline=None)
@given(part=st.sampled_from(["document", "styles", "numbering", "settings", "header1"]), old=MARKUP, new=MARKUP)
def test_a_template_with_odd_markup_is_refused_or_used_and_nothing_else(part: str, old: str, new: str) -> None:
    parts = unpack(write_default_template())
    odd = parts[f"word/{part}.xml"].replace(old.encode(), new.encode())
    told = outcome(with_parts(write_default_template(), **{f"word__{part}_dot_xml": odd}))
    assert told in ("used", "template-unusable", "template-active", "template-reaches-outside")


def test_a_chart_and_a_template_with_charts_do_not_collide() -> None:
    chart = Chart(ChartKind.STACKED_BAR, "c", ("a",), (Series("s", (1,)),), "alt")
    document = Document("t", "s", "", date(2025, 11, 30), (Heading("h"), chart, chart))
    once = write_document(document, a_template())
    twice = write_document(document, with_parts(once, word__document_dot_xml=_with_report(once)))
    charts = [part for part in unpack(twice) if part.startswith("word/charts/chart")]
    assert len(charts) == 4
    ids = [element.get("id") for element in opened(twice).element.body.iter("{*}docPr")]
    assert len(set(ids)) == len(ids) == 4


def _with_report(paper: bytes) -> bytes:
    """The document of a paper with a further {{report}} at its end."""
    return unpack(paper)["word/document.xml"].replace(b"<w:sectPr", REPORT.encode() + b"<w:sectPr", 1)
