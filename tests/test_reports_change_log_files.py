"""The change log as a Word document and as a workbook."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import chain

import docx
import openpyxl
from msgspec.structs import replace
from openpyxl.cell.rich_text import CellRichText, TextBlock

from edi_reports.audit.comparing import compare_versions
from edi_reports.model.plan import ActionPlan
from edi_reports.reports.change_log import ChangeLog, compose_change_log
from edi_reports.reports.change_log_files import compose_change_log_paper, compose_change_log_workbook
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.word import write_document
from tests.plan_making import a_plan, an_action, due

AS_AT = date(2025, 11, 30)
OLD, NEW = (
    "Support the Working Careers Network to implement a plan",
    "Support the Working Carers Network to deliver a plan",
)


def versions() -> tuple[ActionPlan, ActionPlan]:
    gone = an_action("Open a prayer room on each site", ref="1.02", row=6)
    old = a_plan(an_action(OLD, target=due(date(2025, 9, 30))), gone)
    new = a_plan(an_action(NEW, target=due(date(2025, 12, 31))), an_action("=1+1 review of \x0bincidents", row=6))
    return replace(old, source=replace(old.source, name="May.xlsx")), replace(
        new, source=replace(new.source, name="July.xlsx")
    )


def the_log() -> ChangeLog:
    return compose_change_log(compare_versions(versions()), (("Program", "edi-reports 1.0"), ("Rules version", "1a2b")))


def workbook(log: ChangeLog) -> bytes:
    return write_workbook(compose_change_log_workbook(log, AS_AT))


def paper(log: ChangeLog) -> bytes:
    return write_document(compose_change_log_paper(log, AS_AT), write_default_template())


def test_the_workbook_has_all_changes_in_one_table_and_a_sheet_for_all_else() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(the_log())))

    assert book.sheetnames == [
        "Summary",
        "All changes",
        "Left the plan",
        "Added",
        "Not compared",
        "Versions",
        "Sign-off",
    ]
    table = book["All changes"].tables["AllChanges"]
    assert table.column_names[:5] == ["Ref", "Old row", "New row", "Action", "Field"]
    assert table.column_names[5:8] == ["Old cell", "New cell", "Was"]


def test_marked_text_in_the_workbook_is_said_in_words_struck_through_and_underlined() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(the_log())), rich_text=True)
    cells = (cell.value for row in book["All changes"].iter_rows() for cell in row)
    (marked,) = (value for value in cells if isinstance(value, CellRichText))
    blocks = [block for block in marked if isinstance(block, TextBlock)]
    struck = "".join(block.text for block in blocks if block.font.strike)
    underlined = "".join(block.text for block in blocks if block.font.u)

    assert str(marked) == (
        "Support the Working [removed: Careers][added: Carers] Network to [removed: implement][added: deliver] a plan"
    )
    assert struck == "[removed: Careers][removed: implement]"
    assert underlined == "[added: Carers][added: deliver]"


def test_text_that_begins_like_a_formula_stays_text() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(the_log())))

    texts = [cell for row in book["Added"].iter_rows() for cell in row if str(cell.value).startswith("=1+1")]
    assert [cell.data_type for cell in texts] == ["s"]


def test_the_paper_tells_every_section_and_ends_with_the_sign_off() -> None:
    document = docx.Document(BytesIO(paper(the_log())))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]

    assert headings == [
        "Summary",
        "Dates moved",
        "Text of actions",
        "Left the plan",
        "Added",
        "Not compared",
        "What was compared",
        "Sign-off",
    ]


def test_the_paper_names_files_fingerprints_and_what_it_was_made_with() -> None:
    document = docx.Document(BytesIO(paper(the_log())))
    words = {cell.text for table in document.tables for row in table.rows for cell in row.cells}

    assert {"May.xlsx", "July.xlsx", "0" * 64, "Rules version", "1a2b"} <= words


def test_the_same_log_gives_the_same_bytes() -> None:
    assert workbook(the_log()) == workbook(the_log())
    assert paper(the_log()) == paper(the_log())


def test_two_versions_that_do_not_differ_still_make_whole_files() -> None:
    plan = versions()[0]
    log = compose_change_log(compare_versions((plan, plan)))
    book = openpyxl.load_workbook(BytesIO(workbook(log)))

    assert book.sheetnames == ["Summary", "Not compared", "Versions", "Sign-off"]
    assert any("do not differ" in p.text for p in docx.Document(BytesIO(paper(log))).paragraphs)


def test_a_very_long_marked_text_keeps_its_words_within_what_a_cell_holds() -> None:
    text = " ".join(f"Step {number}: deliver part {number} of the plan." for number in range(700))
    old, new = a_plan(an_action(text)), a_plan(an_action(f"{text} And review it."))
    book = openpyxl.load_workbook(BytesIO(workbook(compose_change_log(compare_versions((old, new))))))
    longest = max(len(str(cell.value)) for cell in chain(*book["All changes"].iter_rows()))

    assert 20_000 < longest <= 32_767


def test_a_long_ref_stands_whole_in_the_workbook_and_above_the_text_in_the_paper() -> None:
    ref = "EDI/2025-26/WRES-WDES/HIA1/ACT-001"
    old, new = (replace(a_plan(an_action(text, ref=ref))) for text in (OLD, NEW))
    named = replace(new, source=replace(new.source, name="July.xlsx"))
    log = compose_change_log(compare_versions((replace(old, source=replace(old.source, name="May.xlsx")), named)))
    sheet = openpyxl.load_workbook(BytesIO(workbook(log)))["All changes"]
    assert sheet.column_dimensions["A"].width >= 19
    tables = {table.rows[0].cells[-2].text: table for table in docx.Document(BytesIO(paper(log))).tables}
    assert tables["Ref and text, with changes marked"].rows[1].cells[-2].text.startswith(f"{ref}\nSupport")
