"""Plans from other trusts with things left in them: figures below, placeholders, continued rows, second languages."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.styles import Font

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
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
    paint,
    saved,
    supports,
    through_year,
    truths,
    undated,
)


def a_table_of_figures_under_the_plan() -> Plan:
    """Column numbers under the headings, a date raised beside the due date, a table of measures below the actions."""
    book, (sheet,) = a_workbook("WRES and WDES")
    draw(
        sheet,
        """
        1: WRES and WDES action plan 2025/26
        3: Ref | Date raised | Action | Action lead | Due | Status | Comments / evidence
        4: (1) | (2) | (3) | (4) | (5) | (6) | (7)
        5: W1 | @2025-04-14 | Interview every leaver from an ethnic minority in band 6 and above | Head of Retention | 31/12/2025 | In progress | Eight of 20 interviewed
        6: W2 | @2025-04-14 | Ask the Board to sponsor each network | Trust Secretary | 30/05/2025 | Complete | Minutes of May Board
        7: W3 | @2025-09-08 | Extend the mediation scheme to the community sites | Head of Employee Relations | 27/02/2026 | Not started
        10: Measures
        11: Measure | Baseline 2024 | Target 2026 | Actual 2025
        12: WRES 2: likelihood of appointment | #1.41 | #1.2 | #1.33
        13: WDES 4a: harassment from patients | #0.31 | #0.25 | #0.29
        15: Source: electronic staff record, August 2025
        """,  # noqa: E501
    )
    heading(sheet, 3, 11)
    bold(sheet, "A10")
    for row in (5, 6, 7):
        sheet[f"B{row}"].number_format = "dd/mm/yyyy"
    true = truths(sheet, "C", ref="A", kept="G")
    actions = (
        true(5, leads("Head of Retention"), on("2025-12-31"), state="in_progress", update=ANY),
        true(6, leads("Trust Secretary"), on("2025-05-30"), state="completed", update=ANY),
        true(7, leads("Head of Employee Relations"), on("2026-02-27"), state="not_started", update=ANY),
    )
    truth = Truth(actions, cells_of(sheet, "A4:G4", "A10:D15"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WRES WDES plan.xlsx", saved(book), truth


def two_standards_with_different_columns() -> Plan:
    """One sheet a standard, each with its own columns in its own order; a summary sheet of counts comes first."""
    book, (summary, wres, wdes) = a_workbook("Summary", "WRES", "WDES")
    draw(
        summary,
        """
        1: Action plans at a glance 2025/26
        3: Plan | Actions | Complete | In progress | Not started
        4: WRES | #2 | #1 | #1 | #0
        5: WDES | #2 | #0 | #1 | #1
        """,
    )
    heading(summary, 3)
    draw(
        wres,
        """
        1: Workforce Race Equality Standard 2025/26
        2: Indicator | Action to be taken | Lead | Date | Progress
        3: Indicator 4 | Record who is offered non-mandatory training | Head of Learning | 30/09/2025 | Completed
        4: Indicator 7 | Review promotion panels in nursing | Chief Nurse | 31/01/2026 | In progress
        """,
    )
    draw(
        wdes,
        """
        1: Workforce Disability Equality Standard 2025/26
        3: Owner | Status | What needs to happen | Deadline | Metric
        4: Head of Wellbeing | Not started | Offer the health passport at the offer of employment | Q4 | Metric 8
        5: Head of Estates¶Head of EDI | In progress | Survey step-free access to staff areas | Q3 | Metric 6
        """,
    )
    heading(wres, 2)
    heading(wdes, 3)
    race, disability = truths(wres, "B", group="A"), truths(wdes, "C", group="E")
    actions = (
        race(3, leads("Head of Learning"), on("2025-09-30"), state="completed"),
        race(4, leads("Chief Nurse"), on("2026-01-31"), state="in_progress"),
        disability(4, leads("Head of Wellbeing"), in_quarter(4, 2025), state="not_started"),
        disability(5, leads("Head of Estates", "Head of EDI"), in_quarter(3, 2025), state="in_progress"),
    )
    return "Two standards.xlsx", saved(book), Truth(actions, cells=non_empty(wres, wdes), period=FINANCIAL_2025)


def headings_in_welsh_and_english() -> Plan:
    """A health board in Wales: each heading in two languages, section lines in two languages."""
    book, (sheet,) = a_workbook("Cynllun")
    draw(
        sheet,
        """
        1: Cynllun Gweithredu Cydraddoldeb / Equality Action Plan 2025-2026
        3: Rhif | Camau gweithredu / Actions | Arweinydd / Lead | Dyddiad cwblhau / Completion date | Statws / Status
        4: Amcan 1 / Objective 1: Gweithlu teg / A fair workforce
        5: 1.1 | Advertise every post in Welsh and English | Head of Resourcing | 30 Medi / September 2025 | Complete
        6: 1.2 | Publish a plan for British Sign Language | Head of Communications | December 2025 | In progress
        7: Amcan 2 / Objective 2: Gwasanaethau i bawb / Services for all
        8: 2.1 | Offer active bilingual appointments on each ward | Director of Nursing | March 2026 | In progress
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:E4", "A7:E7")
    bold(sheet, "A4", "A7")
    fair, services = sheet["A4"].value, sheet["A7"].value
    september = (in_month("2025-09"), on("2025-09-30"), undated("unreadable"), undated("ambiguous"))
    true = truths(sheet, "B", ref="A")
    actions = (
        true(5, leads("Head of Resourcing"), september, state="completed", group=fair),
        true(6, leads("Head of Communications"), in_month("2025-12"), state="in_progress", group=fair),
        true(8, leads("Director of Nursing"), in_month("2026-03"), state="in_progress", group=services),
    )
    return "Cynllun 2025-2026.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def placeholders_and_rows_left_over() -> Plan:
    """References and default states without an action, an action without anything else, a heading without words."""
    book, (sheet,) = a_workbook("Tracker 25-26")
    draw(
        sheet,
        """
        1: EDI action tracker 2025/26
        2: | Action | Owner | Due date | Status
        3: 1.1 | Hold a careers evening for healthcare support workers | Head of Education | 20/11/2025 | Complete
        4: 1.2 | Publish a glossary of inclusive language | Head of Communications | Q4 | In progress
        5: 1.3 | Review the uniform policy for religious dress
        6: 1.4 | Buy hearing loops for the boardroom | | TBC | Not started
        7: 1.5 | | | | Not started
        8: 1.6 | | | | Not started
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "B")
    actions = (
        true(3, leads("Head of Education"), on("2025-11-20"), state="completed"),
        true(4, leads("Head of Communications"), in_quarter(4, 2025), state="in_progress"),
        true(5, (), undated("blank")),
        true(6, (), undated("undecided"), state="not_started"),
    )
    truth = Truth(actions, cells_of(sheet, "A7:E8"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Tracker.xlsx", saved(book), truth


def actions_continued_on_the_next_row() -> Plan:
    """Bullets of an action on rows of their own, a bold sub-heading in the action column, objectives in two cells."""
    book, (sheet,) = a_workbook("Strategy delivery")
    draw(
        sheet,
        """
        1: Inclusion strategy: delivery in 2025/26
        3: Ref | Action | Who leads | Timescale | Progress made
        4: Objective 1 | A representative workforce
        5: 1a | Start a positive action programme: | Head of Talent | Throughout 2025/26 | Cohort one chosen.
        6: | • ten places for ethnic minority nurses
        7: | • ten places for disabled administrators
        8: 1b | Report on exit interviews | Head of Retention | by end of Q2
        9: Objective 2 | A respectful culture
        10: | Sexual safety
        11: 2a | Train investigators of sexual misconduct | Head of Employee Relations with support from the Safeguarding Lead | 31 March 2026 | Two of eight trained.
        12: 2b | Put up posters in every staff room | Head of Communications | Nov 2025 | Done in May.
        """,  # noqa: E501
    )
    heading(sheet, 3)
    bold(sheet, "A4", "B4", "A9", "B9", "B10")
    paint(sheet, A4="DDEBF7", B4="DDEBF7", A9="DDEBF7", B9="DDEBF7")
    first, second = "Objective 1 A representative workforce", "Objective 2 A respectful culture"
    text = "\n".join(str(sheet[f"B{row}"].value) for row in (5, 6, 7))
    safeguarding = leads("Head of Employee Relations") + supports("Safeguarding Lead")
    true = truths(sheet, "B", ref="A", update="E")
    actions = (
        replace(true(5, leads("Head of Talent"), through_year(), group=first), text=text),
        true(8, leads("Head of Retention"), by_end_of("2025-09"), group=first),
        true(11, safeguarding, on("2026-03-31"), group=second),
        true(12, leads("Head of Communications"), in_month("2025-11"), group=second, state="not_stated|completed"),
    )
    return "Strategy delivery.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def traffic_lights_as_symbols() -> Plan:
    """Coloured circles and ticks as state, a key that explains them, a white fill that means nothing, grey text."""
    book, (sheet,) = a_workbook("Dashboard")
    draw(
        sheet,
        """
        1: Equality objectives 2025/26
        2: ✅ Complete   🟢 On track   🟠 Some delay   🔴 Off track
        4: Objective | What we will do | Responsible person | By when | Status
        5: Objective A | Add pronouns to the patient record | Chief Information Officer | 31/10/2025 | ✅ Complete
        6: Objective A | Offer chaperones in every clinic | Chief Nurse | 30/09/2025 | 🔴 Off track
        7: Objective B | Reserve places on the leadership course | Head of OD | 31/03/2026 | 🟢 On track
        """,
    )
    heading(sheet, 4)
    paint(sheet, A5="FFFFFF", E5="FFFFFF", E6="FFFFFF")
    for row in (5, 6, 7):
        sheet[f"B{row}"].font = Font(color="808080")
    going = "in_progress|not_started|not_stated"
    true = truths(sheet, "B", group="A")
    actions = (
        true(5, leads("Chief Information Officer"), on("2025-10-31"), state="completed", stated_rag=ANY),
        true(6, leads("Chief Nurse"), on("2025-09-30"), state=going, stated_rag=ANY),
        true(7, leads("Head of OD"), on("2026-03-31"), state=going, stated_rag=ANY),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Dashboard.xlsx", saved(book), truth
