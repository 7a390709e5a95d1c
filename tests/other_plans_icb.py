"""Plans in the manner of NHS organisations that work by years and months: WDES, an ICB, arm's-length bodies."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    GOING,
    Plan,
    Truth,
    a_workbook,
    bold,
    by_end_of,
    cells_of,
    draw,
    heading,
    in_month,
    in_quarter,
    leads,
    merge,
    non_empty,
    on,
    saved,
    spread,
    supports,
    truths,
    undated,
)


def wdes_metrics_with_dates_of_completion() -> Plan:
    """A mental health trust: planned and actual dates side by side, one completion still to come, hedged states."""
    book, (sheet,) = a_workbook("WDES 2025")
    draw(
        sheet,
        """
        1: Fenland Mental Health NHS Foundation Trust
        2: WDES Action Plan 2025/26
        4: Metric | Ref. | Action | Accountable Director | Planned completion date | Date completed | Status | Comments
        5: Metric 2 | 2.1 | Offer interviews to all disabled applicants who meet the criteria | Director of People | 30/06/2025 | 18/06/2025 | Complete |
        6: Metric 2 | 2.2 | Publish shortlisting data by division | Director of People | 30/09/2025 | 31/03/2026 (planned) | In progress | Data late
        7: Metric 5 | 5.1 | Ring-fence five places on the deputies' programme | Director of OD | 31/10/2025 | | Complete - subject to panel | Panel on 9 December
        8: Metric 7 | 7.1 | Centralise funding for adjustments | Director of Finance | 31/12/2025 | N/A | On track |
        9: Metric 8 | 8.1 | Train all line managers in the passport | Director of OD | 31/08/2025 | | Phase 1 complete | 210 of 400 trained
        """,  # noqa: E501
    )
    heading(sheet, 4)
    merge(sheet, "A1:H1", "A2:H2")
    true = truths(sheet, "C", ref="B", group="A", update="H")
    actions = (
        true(5, leads("Director of People"), on("2025-06-30"), state="completed"),
        true(6, leads("Director of People"), on("2025-09-30"), state="in_progress"),
        true(7, leads("Director of OD"), on("2025-10-31"), state="not_stated|proposed_for_closure|in_progress"),
        true(8, leads("Director of Finance"), on("2025-12-31"), state="in_progress|not_stated"),
        true(9, leads("Director of OD"), on("2025-08-31"), state=GOING),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A1", "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WDES plan.xlsx", saved(book), truth


def month_columns_crossed_over_two_calendar_years() -> Plan:
    """An ambulance service: crosses under months whose years stand in a band above; no other date."""
    book, (sheet,) = a_workbook("Programme")
    draw(
        sheet,
        """
        1: Cultural change programme: delivery from October 2025
        3: Workstream | Task | Who | 2025 | | | 2026 | | | RAG
        4: | | | Oct | Nov | Dec | Jan | Feb | Mar |
        5: Speaking up | Recruit a guardian for each region | Director of People | x | | | | | | Green
        6: Speaking up | Publish case studies each quarter | Head of Communications | | | x | | | x | Amber
        7: Fair careers | Hold career clinics on night shifts | Head of Education & Head of EDI | | | | x | x | | Green
        8: Fair careers | Rewrite the secondment policy | HR Policy Lead | | | | | | | Red
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "D3:F3", "G3:I3", "A3:A4", "B3:B4", "C3:C4", "J3:J4")
    true = truths(sheet, "B", group="A")
    actions = (
        true(5, leads("Director of People"), in_month("2025-10"), state=GOING, stated_rag="green"),
        true(
            6,
            leads("Head of Communications"),
            (spread("2025-12-01", "2026-03-31"), by_end_of("2026-03"), undated("ambiguous")),
            state=GOING,
            stated_rag="amber",
        ),
        true(
            7,
            leads("Head of Education", "Head of EDI"),
            spread("2026-01-01", "2026-02-28"),
            state=GOING,
            stated_rag="green",
        ),
        true(8, leads("HR Policy Lead"), undated("blank"), state=GOING, stated_rag="red"),
    )
    return "Culture programme.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


def objectives_a_sheet_each_with_the_year_on_the_first() -> Plan:
    """An acute trust: a sheet an objective, the year on the cover sheet's title only, percentages, BRAG in words."""
    book, (one, two, three) = a_workbook("Objective 1", "Objective 2", "Objective 3")
    top = "3: Ref | Step | Owner | Deadline | % | BRAG | Narrative\n"
    draw(
        one,
        "1: Equality objectives delivery plan 2025/26 - Objective 1: Better health outcomes\n"
        + top
        + """
        4: 1.1 | Map waiting lists by ethnicity and deprivation | Chief Operating Officer | Q2 | #1.0 | Blue | In the Board report.
        5: 1.2 | Telephone the 50 longest waiters with a learning disability | Deputy Chief Nurse / Matron, LD | Q3 | #0.6 | Green | 30 reached.
        """,  # noqa: E501
    )
    draw(
        two,
        "1: Objective 2: Improved patient access and experience\n"
        + top
        + """
        4: 2.1 | Audit signage on both sites | Associate Director of Estates | Q1 | #0.8 | Red | One site left.
        5: 2.2 | Extend the chaplaincy rota | Head of Chaplaincy | Q4 | #0.0 | Amber | Vacancy.
        6: 2.3 | Provide BSL on demand | Head of Patient Experience (supported by Procurement Manager) | Q4 | #0.3 | Green |
        """,  # noqa: E501
    )
    draw(
        three,
        "1: Objective 3: A representative and supported workforce\n"
        + top
        + """
        4: 3.1 | Debias job adverts with a checklist | Head of Resourcing | Ongoing | #0.5 | Green | In use.
        5: 3.2 | Run a reverse mentoring round | Head of OD | Oct 2025 to Mar 2026 | #0.2 | Green | Twelve pairs.
        """,
    )
    for sheet in (one, two, three):
        heading(sheet, 3)
        bold(sheet, "A1")
        for row in (4, 5, 6):
            sheet[f"E{row}"].number_format = "0%"
    first, second, third = (truths(sheet, "B", ref="A", update="G") for sheet in (one, two, three))
    facts = {"group": ANY}
    actions = (
        first(4, leads("Chief Operating Officer"), in_quarter(2, 2025), state="completed", stated_rag="blue", **facts),
        first(
            5, leads("Deputy Chief Nurse", "Matron, LD"), in_quarter(3, 2025), state="in_progress",
            stated_rag="green", **facts,
        ),
        second(
            4, leads("Associate Director of Estates"), in_quarter(1, 2025), state="in_progress", stated_rag="red",
            **facts,
        ),
        second(5, leads("Head of Chaplaincy"), in_quarter(4, 2025), state="not_started", stated_rag="amber", **facts),
        second(
            6, leads("Head of Patient Experience") + supports("Procurement Manager"), in_quarter(4, 2025),
            state="in_progress", stated_rag="green", **facts,
        ),
        third(4, leads("Head of Resourcing"), undated("ongoing"), state="in_progress", stated_rag="green", **facts),
        third(
            5, leads("Head of OD"), spread("2025-10-01", "2026-03-31"), state="in_progress", stated_rag="green",
            **facts,
        ),
    )  # fmt: skip
    return "Objectives.xlsx", saved(book), Truth(actions, cells=non_empty(one, two, three), period=FINANCIAL_2025)


def an_icb_plan_edited_by_striking_through() -> Plan:
    """An integrated care board: owners, dates and states changed by striking the old words through; quarters typed."""
    book, (sheet,) = a_workbook("EDI plan")
    draw(
        sheet,
        """
        1: Health Equity and Workforce Inclusion Plan 2025-2026
        3: No | Priority | What are we going to do? | Lead | When | Progress | Links to
        4: #1 | Inclusive leadership | Give each partner a race equity sponsor | x | Q2 2025/26 | Complete | WRES
        5: #2 | Inclusive leadership | Report on talent pools across the system | System Talent Lead | x | In progress | WRES/WDES
        6: #3 | Accessible services | Publish a directory of interpreters | Head of Communications | 30 Nov 2025 | x | AIS
        7: #4 | Accessible services | Test booking by text with Deaf residents | Digital Programme Manager | x | Not started | AIS
        """,  # noqa: E501
    )
    heading(sheet, 3)
    struck = InlineFont(strike=True)
    sheet["D4"] = CellRichText(TextBlock(struck, "Director of Strategy"), " Chief People Officer")
    sheet["E5"] = CellRichText(TextBlock(struck, "June 2025"), " ", TextBlock(struck, "Sept 2025"), " January 2026")
    sheet["F6"] = CellRichText(TextBlock(struck, "Complete"), "\nIn progress")
    sheet["E7"] = CellRichText(TextBlock(struck, "31/12/2025"), " TBC")
    true = truths(sheet, "C", ref="A", group="B")
    actions = (
        true(4, leads("Chief People Officer"), in_quarter(2, 2025), state="completed", frameworks=("WRES",)),
        true(
            5,
            leads("System Talent Lead"),
            (in_month("2026-01", "2025-06-30"), in_month("2026-01", "2025-09-30"), in_month("2026-01")),
            state="in_progress",
            frameworks=("WRES", "WDES"),
        ),
        true(6, leads("Head of Communications"), on("2025-11-30"), state="in_progress", frameworks=("AIS",)),
        true(
            7,
            leads("Digital Programme Manager"),
            replace(undated("undecided"), original_due="2025-12-31"),
            state="not_started",
            frameworks=("AIS",),
        ),
    )
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "ICB plan.xlsx", saved(book), truth


def a_word_table_with_lines_broken_into_rows() -> Plan:
    """A community trust: each line of a Word table became a row; sub-headings stand between; sign-off below."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: Gender Pay Gap Action Plan 2025-26
        3: Action | Responsible | By when | RAG status
        4: Theme 1: Recruitment
        5: Advertise every post as open to | Head of | December | Green
        6: flexible working and say so in | Resourcing | 2025 |
        7: the first line of the advert | | |
        8: Use skills tests for posts at band 8a and | Recruitment | 31 March 2026 | Amber
        9: above | Manager | |
        10: Theme 2: Progression
        11: Review bonus payments to consultants | Medical Director | 30 September 2025 | Red
        12: Offer shadowing to part-time staff | Head of Learning and | February 2026 | Green
        13: | Development | |
        15: Approved by: People Committee
        16: Date: 22 May 2025
        """,
    )
    heading(sheet, 3)
    bold(sheet, "A4", "A10")
    true = truths(sheet, "A")
    one, two = "Theme 1: Recruitment", "Theme 2: Progression"

    def joined(*rows: int) -> str:
        return " ".join(str(sheet[f"A{row}"].value) for row in rows)

    actions = (
        replace(
            true(5, leads("Head of Resourcing"), in_month("2025-12"), state=GOING, stated_rag="green", group=one),
            text=joined(5, 6, 7),
        ),
        replace(
            true(8, leads("Recruitment Manager"), on("2026-03-31"), state=GOING, stated_rag="amber", group=one),
            text=joined(8, 9),
        ),
        true(11, leads("Medical Director"), on("2025-09-30"), state=GOING, stated_rag="red", group=two),
        true(
            12, leads("Head of Learning and Development"), in_month("2026-02"), state=GOING, stated_rag="green",
            group=two,
        ),
    )  # fmt: skip
    truth = Truth(actions, unplaced=cells_of(sheet, "A15", "A16"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "GPG plan.xlsx", saved(book), truth


def an_arms_length_body_with_letters_and_years() -> Plan:
    """An arm's-length body: month and year apart, letters with a key in words, references such as "A1.2", pointers."""
    book, (sheet,) = a_workbook("Inclusion plan")
    draw(
        sheet,
        """
        1: Diversity and inclusion action plan
        2: C = complete; D = delayed; T = on track; N = not started
        4: Ref | Ambition | Action | Accountable | Due month | Due year | Status | Success measure
        5: A1.1 | A1 Attract | Name a sponsor for each outreach partner | Chief Executive | April | #2025 | C | Eight sponsors
        6: A1.2 | A1 Attract | Pay expenses to candidates before interview | Director of Finance | December | #2025 | T | Paid within 48 hours
        7: A1.3 | A1 Attract | See A2.1
        8: A2.1 | A2 Develop | Open the accelerator to part-time staff | Head of Talent | Q4 | 2025/26 | N | A quarter are part time
        9: A2.2 | A2 Develop | Train mentors in two languages | Head of Learning, Welsh Language Officer | September | #2025 | D | 40 mentors
        11: Plan owner: Head of Inclusion. Next review: May 2026
        """,  # noqa: E501
    )
    heading(sheet, 4)
    true = truths(sheet, "C", ref="A", group="B", kept="H")
    actions = (
        true(5, leads("Chief Executive"), in_month("2025-04"), state="completed"),
        true(6, leads("Director of Finance"), in_month("2025-12"), state="in_progress|not_stated"),
        true(7, (), undated("blank"), pointer_to="A2.1"),
        true(8, leads("Head of Talent"), in_quarter(4, 2025), state="not_started"),
        true(9, leads("Head of Learning", "Welsh Language Officer"), in_month("2025-09"), state=GOING),
    )
    truth = Truth(
        actions, cells_of(sheet, "A11"), perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet)
    )  # fmt: skip
    return "Inclusion plan.xlsx", saved(book), truth
