"""Plans from other trusts that differ in the file: CSV and TSV of every sort, formulas, error values, 1904 dates."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    Owners,
    Plan,
    TrueAction,
    TrueTarget,
    Truth,
    a_workbook,
    by_end_of,
    draw,
    heading,
    in_month,
    in_quarter,
    leads,
    non_empty,
    on,
    saved,
    supports,
    truths,
    undated,
)

Row = tuple[str, ...]


def _table(rows: list[Row], delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def _cells(rows: list[Row]) -> int:
    return sum(bool(text.strip()) for row in rows for text in row)


def _true(row: int, text: str, owners: Owners, target: TrueTarget, **facts: object) -> TrueAction:
    """Make a true action of a file without sheets: whatever the sheet is called is accepted."""
    return TrueAction(ANY, row, text, owners, (target,), **facts)  # type: ignore[arg-type]


def utf8_csv_with_a_byte_order_mark() -> Plan:
    """WDES as a flat list saved as "CSV UTF-8": the metric repeats on each row, the year is in the file name alone."""
    rows: list[Row] = [
        ("Metric", "Action", "Who", "By when", "Status", "Latest update"),
        (
            "Metric 3: Capability",
            "Review each capability case with an adjustments adviser",
            "Head of Employee Relations; Head of EDI",
            "31/10/2025",
            "In progress",
            "Four cases reviewed.",
        ),
        (
            "Metric 3: Capability",
            "Add an adjustments check to the capability letter",
            "HR Policy Manager",
            "27th July 2025",
            "Complete",
            "",
        ),
        (
            "Metric 9: Voice",
            "Give the network a seat at the People Committee",
            "Disability Network Chair with support from Head of EDI",
            "Sept 2025",
            "Proposed for closure",
            "Seat agreed – first meeting 3 December.",
        ),
        (
            "Metric 9: Voice",
            "Ask “you said, we did” of each directorate",
            "Head of Communications",
            "TBC",
            "Not started",
            "",
        ),
        (
            "Metric 9: Voice",
            "Celebrate disability history month",
            "Disability Network",
            "end Dec 25",
            "Not started",
            "",
        ),
    ]
    voice, capability = "Metric 9: Voice", "Metric 3: Capability"
    actions = (
        _true(
            2,
            rows[1][1],
            leads("Head of Employee Relations", "Head of EDI"),
            on("2025-10-31"),
            state="in_progress",
            group=capability,
            update="Four cases reviewed.",
        ),
        _true(3, rows[2][1], leads("HR Policy Manager"), on("2025-07-27"), state="completed", group=capability),
        _true(
            4,
            rows[3][1],
            leads("Disability Network Chair") + supports("Head of EDI"),
            in_month("2025-09"),
            state="proposed_for_closure",
            group=voice,
            update="Seat agreed – first meeting 3 December.",
        ),
        _true(5, rows[4][1], leads("Head of Communications"), undated("undecided"), state="not_started", group=voice),
        _true(6, rows[5][1], leads("Disability Network"), by_end_of("2025-12"), state="not_started", group=voice),
    )
    truth = Truth(actions, cells=_cells(rows))
    return "WDES action plan 2025-26.csv", _table(rows, ",", "utf-8-sig"), truth


def windows_1252_csv_with_pounds_and_curly_quotes() -> Plan:
    """Gender pay gap as "CSV": a title line, Windows-1252, line breaks inside cells, a sign-off below."""
    rows: list[Row] = [
        ("Gender pay gap action plan – 2025/26", "", "", "", "", ""),
        ("", "", "", "", "", ""),
        ("Ref", "Action", "Owner", "Deadline", "Measure of success", "RAG"),
        (
            "1",
            "Offer ‘return to work’ bursaries of £500",
            "Director of Finance\nHead of OD",
            "30/06/2025",
            "£20,000 spent by March 2026",
            "Green",
        ),
        (
            "2",
            "Publish the median gap “by staff group”",
            "Head of Workforce Information",
            "31/03/2026",
            "Published",
            "Amber",
        ),
        ("3", "Review on-call payments – all consultants", "Medical Director", "Q3", "Review agreed", "Red"),
        ("", "", "", "", "", ""),
        ("Signed off by the People Committee on 14 May 2025", "", "", "", "", ""),
    ]
    going = "in_progress|not_started|not_stated"

    def true(row: int, owners: Owners, target: TrueTarget, rag: str) -> TrueAction:
        ref, text, measure = rows[row - 1][0], rows[row - 1][1], rows[row - 1][4]
        return _true(row, text, owners, target, ref=ref, stated_rag=rag, state=going, kept=(measure,))

    actions = (
        true(4, leads("Director of Finance", "Head of OD"), on("2025-06-30"), "green"),
        true(5, leads("Head of Workforce Information"), on("2026-03-31"), "amber"),
        true(6, leads("Medical Director"), in_quarter(3, 2025), "red"),
    )
    truth = Truth(actions, unplaced=frozenset({(ANY, "A8")}), cells=_cells(rows), period=FINANCIAL_2025)
    return "gpg.csv", _table(rows, ",", "cp1252"), truth


def semicolon_csv_with_commas_in_titles() -> Plan:
    """Semicolons between cells, commas inside posts and sentences, no title at all."""
    rows: list[Row] = [
        ("No", "Aim", "Action", "Responsible", "Due date", "Progress"),
        (
            "001",
            "Access",
            "Offer letters in Polish, Urdu, Arabic and Welsh",
            "Director of Nursing, Midwifery & AHPs",
            "30/09/2025",
            "Complete",
        ),
        (
            "002",
            "Access",
            "Test the website with screen readers, switches and voice",
            "Head of Strategy, Change and Development",
            "28/02/2026",
            "In progress",
        ),
        ("003", "Belonging", "Add inclusion to induction", "Head of Learning and Development", "", "Not started"),
    ]
    actions = (
        _true(
            2,
            rows[1][2],
            leads("Director of Nursing, Midwifery & AHPs"),
            on("2025-09-30"),
            state="completed",
            group="Access",
            ref="001",
        ),
        _true(
            3,
            rows[2][2],
            leads("Head of Strategy, Change and Development"),
            on("2026-02-28"),
            state="in_progress",
            group="Access",
            ref="002",
        ),
        _true(
            4,
            rows[3][2],
            leads("Head of Learning and Development"),
            undated("blank"),
            state="not_started",
            group="Belonging",
            ref="003",
        ),
    )
    return "export.csv", _table(rows, ";", "utf-8"), Truth(actions, cells=_cells(rows))


def tsv_with_section_lines_and_a_footnote() -> Plan:
    """Tab-separated: section lines, cells of several lines and bullets, and a last line that is a note."""
    rows: list[Row] = [
        ("Ambulance service inclusion plan 2025-26", "", "", ""),
        ("What we will do", "Who", "When", "How we will know"),
        ("Priority 1: Safe to be yourself", "", "", ""),
        (
            "Start a sexual safety programme:\n• train every crew\n• publish the charter",
            "Director of People",
            "Throughout 2025/26",
            "Fewer people report harassment",
        ),
        ("Put body-worn camera advice on each station", "Head of Operations", "Q1", "Advice is up"),
        ("Priority 2: Careers for all", "", "", ""),
        ("Reserve ten paramedic apprenticeships", "Head of Education\nHead of EDI", "Q2 2025/26", "Ten start"),
        ("Note: measures are reviewed each March.", "", "", ""),
    ]
    first, second = rows[2][0], rows[5][0]
    year = TrueTarget("range", "2025-04-01", "2026-03-31")
    actions = (
        _true(4, rows[3][0], leads("Director of People"), year, group=first, kept=(rows[3][3],)),
        _true(5, rows[4][0], leads("Head of Operations"), in_quarter(1, 2025), group=first, kept=(rows[4][3],)),
        _true(
            7,
            rows[6][0],
            leads("Head of Education", "Head of EDI"),
            in_quarter(2, 2025),
            group=second,
            kept=(rows[6][3],),
        ),
    )
    truth = Truth(actions, unplaced=frozenset({(ANY, "A8")}), cells=_cells(rows), period=FINANCIAL_2025)
    return "Ambulance plan.tsv", _table(rows, "\t", "utf-8"), truth


def formulas_error_values_and_1904_dates() -> Plan:
    """Stored and never calculated formula values, #REF! cells, dates counted from 1904, dates kept as numbers."""
    book, (sheet, lists) = a_workbook("Actions", "Lists")
    book.epoch = CALENDAR_MAC_1904
    draw(lists, "1: Leads\n2: Head of EDI\n3: Head of Resourcing")
    draw(
        sheet,
        """
        1: Workforce equality plan 2025/26
        3: ID | Action | Lead | Due date | Status | Score
        4: W1 | Pay for interview travel | x | @2025-10-15 | In progress | #REF!
        5: W2 | Publish an inclusive recruitment guide | Head of Resourcing | x | Not started
        6: W3 | Review every person specification for band 8a | Head of Resourcing | x | In progress
        7: W4 | Check adverts for gendered words | Head of Resourcing | #REF! | Completed
        8: W5 | Hold a careers day at the mosque and the gurdwara | Head of EDI | @2025-12-31 | Not started
        """,
    )
    sheet["C4"], sheet["D5"], sheet["D6"] = "=Lists!A2", "=D4+60", "=DATE(2026,1,31)"
    heading(sheet, 3)
    for row in range(4, 9):
        sheet[f"D{row}"].number_format = "dd/mm/yyyy"
    stored: dict[str, str | int] = {"C4": "Head of EDI", "D5": (date(2025, 12, 14) - date(1904, 1, 1)).days}
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Head of EDI"), on("2025-10-15"), state="in_progress"),
        true(5, leads("Head of Resourcing"), on("2025-12-14"), state="not_started"),
        true(6, leads("Head of Resourcing"), (undated("unreadable"), undated("blank")), state="in_progress"),
        true(7, leads("Head of Resourcing"), undated("unreadable"), state="completed"),
        true(8, leads("Head of EDI"), on("2025-12-31"), state="not_started"),
    )
    truth = Truth(
        actions,
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
        findings_at=(("Actions", "D6"), ("Actions", "D7")),
    )
    return "Formulas.xlsx", _with_stored_values(saved(book), stored), truth


def _with_stored_values(workbook: bytes, values: dict[str, str | int]) -> bytes:
    """Store results beside the formulas of the first sheet, as Excel does when it has calculated them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8") if name == "xl/worksheets/sheet1.xml" else ""
            for place, value in values.items() if part else ():
                kind = ' t="str"' if isinstance(value, str) else ""
                found = rf'(<c r="{place}"[^>]*?)(?: t="\w+")?>(<f>[^<]*</f>)<v\s*/?>(?:</v>)?'
                part, count = re.subn(found, rf"\g<1>{kind}>\g<2><v>{value}</v>", part)
                assert count == 1, place
            new.writestr(name, part.encode("utf-8") or old.read(name))
    return stream.getvalue()
