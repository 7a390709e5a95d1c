"""Plans from other trusts that differ in colour: keys of every sort, fills of every sort, and none."""

from __future__ import annotations

import io
import zipfile

from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from tests.other_plans_truth import (
    FINANCIAL_2025,
    GOING,
    Plan,
    Truth,
    a_workbook,
    cells_of,
    draw,
    heading,
    in_month,
    in_quarter,
    leads,
    non_empty,
    on,
    paint,
    saved,
    solid,
    through_year,
    truths,
    undated,
)


def _themed(theme: int, tint: float = 0.0) -> PatternFill:
    return PatternFill("solid", fgColor=Color(theme=theme, tint=tint))


def theme_and_indexed_colours_with_a_key_at_the_right() -> Plan:
    """Macro workbook: progress by fill; the key to the right in theme colours with tints, one indexed, one near."""
    book, (sheet,) = a_workbook("Network plan")
    draw(
        sheet,
        """
        1: Staff networks: joint action plan 2025/26
        4: Network | Action | Owner | Completion | RAG
        5: REACH | Publish a calendar of heritage events | REACH Network Chair | Q1 | | | Key
        6: REACH | Train ten allies in each division | Head of EDI | Q3 | | | Not started
        7: Disability | Bring the adjustments policy to the network for comment | Head of Employee Relations | Q2 | | | Under way
        8: Disability | Agree protected time for network officers | Chief People Officer | Q4 | | | Delivered
        9: Carers | Count carers in the staff record | Head of Workforce Information | Throughout 2025/26
        10: Carers | Open a carers' room at the second site | Head of Estates | February 2026
        """,  # noqa: E501
    )
    heading(sheet, 4)
    sheet["G6"].fill, sheet["G7"].fill, sheet["G8"].fill = solid("FF0000"), _themed(7), _themed(9, 0.4)
    sheet["E5"].fill = sheet["E7"].fill = _themed(9, 0.4)
    sheet["E6"].fill = _themed(7)
    sheet["E8"].fill = PatternFill("solid", fgColor=Color(indexed=10))
    sheet["E9"].fill = _themed(7, 0.05)
    true = truths(sheet, "B", group="A")
    actions = (
        true(5, leads("REACH Network Chair"), in_quarter(1, 2025), state="completed"),
        true(6, leads("Head of EDI"), in_quarter(3, 2025), state="in_progress"),
        true(7, leads("Head of Employee Relations"), in_quarter(2, 2025), state="completed"),
        true(8, leads("Chief People Officer"), in_quarter(4, 2025), state="not_started"),
        true(9, leads("Head of Workforce Information"), through_year(), state="in_progress"),
        true(10, leads("Head of Estates"), in_month("2026-02")),
    )
    return "Networks.xlsm", _with_macros(saved(book)), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def _with_macros(workbook: bytes) -> bytes:
    """Make it a macro workbook: its content type, and a part where the macros would stand."""
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    binary = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(plain, macro).replace(b"</Types>", binary)
            new.writestr(name, part)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros that nothing runs")
    return stream.getvalue()


def conditional_formatting_on_the_words_of_a_cell() -> Plan:
    """RAG words coloured by rules on the cell's own text; the key at the top has words and fills."""
    book, (sheet,) = a_workbook("Tracker")
    draw(
        sheet,
        """
        1: Equality objectives tracker 2025/26 | | | | | Blue - complete
        2: | | | | | Green - on track
        3: | | | | | Amber - at risk
        4: | | | | | Red - off track
        6: Objective | Action | Lead | By when | RAG | Comments
        7: Better access | Fit hearing loops at every reception | Head of Estates | 31 August 2025 | Complete | Twenty-two fitted.
        8: Better access | Put BSL video on the ten busiest web pages | Head of Communications | Q4 2025/26 | On track
        9: Better jobs | Move recruitment adverts to plain English | Head of Resourcing | Q3 2025/26 | At risk | One writer.
        10: Better jobs | Guarantee feedback to every interviewee | Head of Resourcing | Q2 2025/26 | Off track | Not agreed with divisions.
        """,  # noqa: E501
    )
    heading(sheet, 6)
    paint(sheet, F1="00B0F0", F2="00B050", F3="FFC000", F4="FF0000")
    words = {"Complete": "00B0F0", "On track": "00B050", "At risk": "FFC000", "Off track": "FF0000"}
    for word, colour in words.items():
        fill = PatternFill(bgColor=f"FF{colour}", fill_type="solid")
        rule = CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add("E7:E60", rule)
    true = truths(sheet, "B", group="A", kept="F")
    actions = (
        true(7, leads("Head of Estates"), on("2025-08-31"), state="completed", stated_rag="blue", update="*"),
        true(8, leads("Head of Communications"), in_quarter(4, 2025), state=GOING, stated_rag="green"),
        true(9, leads("Head of Resourcing"), in_quarter(3, 2025), state=GOING, stated_rag="amber", update="*"),
        true(10, leads("Head of Resourcing"), in_quarter(2, 2025), state=GOING, stated_rag="red", update="*"),
    )
    return "Objectives tracker.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def fills_without_any_key() -> Plan:
    """Colours that nothing explains: said, and mapped to nothing; one rule depends on the date and is not evaluated."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: EDI priorities 2025/26
        2: Actions | Person responsible | Deadline | RAG
        3: Appoint a second inclusion adviser | Head of EDI | 1 September 2025
        4: Write an equality impact assessment guide | Head of EDI | 30 November 2025
        5: Offer deaf awareness training to reception staff | Head of Learning and Development | 31 March 2026
        6: Refresh the equality pages of the intranet | Head of Communications | TBC
        """,
    )
    heading(sheet, 2)
    paint(sheet, D3="00B050", D4="FFC000", D5="FF0000")
    late = PatternFill(bgColor="FFFF0000", fill_type="solid")
    past = FormulaRule(formula=["C3<TODAY()"], fill=late)  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add("C3:C40", past)
    true = truths(sheet, "A")
    actions = (
        true(3, leads("Head of EDI"), on("2025-09-01")),
        true(4, leads("Head of EDI"), on("2025-11-30")),
        true(5, leads("Head of Learning and Development"), on("2026-03-31")),
        true(6, leads("Head of Communications"), undated("undecided")),
    )
    truth = Truth(
        actions, cells=non_empty(sheet), period=FINANCIAL_2025, said=("key", "conditional|rule|not evaluated")
    )
    return "EDI priorities.xlsx", saved(book), truth


def _carers_plan(sheet: Worksheet) -> None:
    draw(
        sheet,
        """
        1: Carers and families plan 2025/26
        2: Action | Owner | Target | RAG
        3: Sign the carers' covenant | Chief Executive | Q1 | Blue
        4: Give each ward a carers' welcome pack | Chief Nurse | Q2 | Red
        5: Offer open visiting to carers | Chief Nurse | Q3 | Amber
        6: Ask carers what changed | Head of Patient Experience | Q4 | Green
        7: Totals | | | 4
        9: RAG rating
        10: Blue: 1 | Action complete and evidence seen
        11: Green: 1 | On track to be done in time
        12: Amber: 1 | Risk of delay, plan in place
        13: Red: 1 | Delayed, no plan in place
        """,
    )
    heading(sheet, 2)
    blue, red, amber, green = "0070C0", "C00000", "FFBF00", "00B050"
    paint(sheet, D3=blue, D4=red, D5=amber, D6=green, A10=blue, A11=green, A12=amber, A13=red)


def words_and_fills_with_a_counted_key_below() -> Plan:
    """RAG as word and fill; a key at the bottom with counts that agree; a totals row straight under the last action."""
    book, (sheet,) = a_workbook("Carers")
    _carers_plan(sheet)
    true = truths(sheet, "A")
    actions = (
        true(3, leads("Chief Executive"), in_quarter(1, 2025), stated_rag="blue", state="completed|not_stated"),
        true(4, leads("Chief Nurse"), in_quarter(2, 2025), stated_rag="red", state=GOING),
        true(5, leads("Chief Nurse"), in_quarter(3, 2025), stated_rag="amber", state=GOING),
        true(6, leads("Head of Patient Experience"), in_quarter(4, 2025), stated_rag="green", state=GOING),
    )
    truth = Truth(actions, unplaced=cells_of(sheet, "A7:D7"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Carers.xlsx", saved(book), truth
