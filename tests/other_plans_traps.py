"""Plans from other trusts whose columns set traps: numbers called targets, dates that are not due, words used twice."""

from __future__ import annotations

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
    cells_of,
    draw,
    either_part,
    heading,
    in_month,
    in_quarter,
    leads,
    merge,
    non_empty,
    on,
    paint,
    saved,
    spread,
    truths,
)


def a_target_that_is_a_figure_and_a_heading_over_two_columns() -> Plan:
    """Action is merged over number and text; Target is a percentage; Lead stands twice; Review is no due date."""
    book, (sheet,) = a_workbook("People plan")
    draw(
        sheet,
        """
        1: People Plan: equality actions 2025-26
        3: Theme | Action | | Baseline | Target | Lead | Lead | Review date | Deadline | RAG
        4: | | | | | Executive | Delivery
        5: Voice | 1 | Raise the response rate of the staff survey in estates | 31% | 45% | Chief People Officer | Head of Estates | 30/09/2025 | 30/11/2025 | Amber
        6: Voice | 2 | Double the number of network members | 210 | 420 | Chief People Officer | Head of EDI | 30/09/2025 | 31/03/2026 | Green
        7: Progression | 3 | Fill band 8a posts from a fair shortlist | 18% | 24% | Chief Nurse | Head of Resourcing | 31/12/2025 | 30/06/2025 | Red
        """,  # noqa: E501
    )
    heading(sheet, 3, 4)
    merge(sheet, "B3:C3", "F3:G3")
    true = truths(sheet, "C", group="A", kept="DE")
    actions = (
        true(
            5,
            either_part("Chief People Officer", "Head of Estates"),
            on("2025-11-30"),
            stated_rag="amber",
            state=GOING,
        ),
        true(
            6,
            either_part("Chief People Officer", "Head of EDI"),
            on("2026-03-31"),
            stated_rag="green",
            state=GOING,
        ),
        true(
            7,
            either_part("Chief Nurse", "Head of Resourcing"),
            on("2025-06-30"),
            stated_rag="red",
            state=GOING,
        ),
    )
    return "People plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def deliverables_without_the_word_action() -> Plan:
    """Headings in row 1, no title, the year only on the tab; deliverables, an accountable post and a delivery date."""
    book, (sheet, data) = a_workbook("EDI 2025-26", "Data")
    draw(
        sheet,
        """
        1: Ambition | Deliverable | Accountable | Delivery date | Position | Narrative
        2: We reflect our city | A supported internship with the college | Head of Talent | Q2 | Delivered | Six interns began in September.
        3: We reflect our city | A returners' scheme for nurses | Head of Nursing Education | Q4 | On hold | Paused until funding is known.
        4: We reach everyone | Interpreters on video in maternity | Head of Midwifery | November 2025 | In delivery | Tablets have arrived.
        5: We reach everyone | Letters in large print by default for those who ask | Head of Outpatients | 16 January 2026 | Yet to begin
        """,  # noqa: E501
    )
    draw(data, "1: Month | Headcount | BME %\n2: April | #6120 | #0.234\n3: May | #6133 | #0.236")
    true = truths(sheet, "B", group="A", update="F")
    held = "in_progress|not_started|not_stated"
    actions = (
        true(2, leads("Head of Talent"), in_quarter(2, 2025), state="completed"),
        true(3, leads("Head of Nursing Education"), in_quarter(4, 2025), state=held),
        true(4, leads("Head of Midwifery"), in_month("2025-11"), state="in_progress"),
        true(5, leads("Head of Outpatients"), on("2026-01-16"), state="not_started"),
    )
    return "Delivery.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def milestones_in_a_column_for_each_quarter() -> Plan:
    """What is to be done in each quarter, under a band; section lines name their sponsor in a cell of its own."""
    book, (sheet,) = a_workbook("Quarterly milestones")
    draw(
        sheet,
        """
        1: Equality delivery plan 2025/26
        3: No | Action | Lead | Milestones | | | | Due by | Status
        4: | | | Q1 | Q2 | Q3 | Q4
        5: Priority 1: Inclusive leaders | | | | | | | Sponsor: Chief Executive
        6: 1.1 | Run a board development programme | Trust Secretary | Scope | Tender | First session | Review | 31 March 2026 | In progress
        7: 1.2 | Start reverse mentoring | Head of OD | Recruit | Match | | | 30 September 2025 | Complete
        8: Priority 2: Inclusive teams | | | | | | | Sponsor: Chief Nurse
        9: 2.1 | Offer team coaching after a grievance | Head of Employee Relations | | | Pilot | Evaluate | 27 February 2026 | Not started
        """,  # noqa: E501
    )
    heading(sheet, 3, 4)
    merge(sheet, "D3:G3", "A5:G5", "A8:G8", "H5:I5", "H8:I8")
    bold(sheet, "A5", "A8")
    paint(sheet, A5="DDEBF7", A8="DDEBF7", H5="DDEBF7", H8="DDEBF7")
    leaders, teams = sheet["A5"].value, sheet["A8"].value
    true = truths(sheet, "B", ref="A", kept="DEFG")
    actions = (
        true(6, leads("Trust Secretary"), on("2026-03-31"), state="in_progress", group=leaders),
        true(7, leads("Head of OD"), on("2025-09-30"), state="completed", group=leaders),
        true(9, leads("Head of Employee Relations"), on("2026-02-27"), state="not_started", group=teams),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "H5", "H8"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Quarterly milestones.xlsx", saved(book), truth


def words_struck_through_inside_cells() -> Plan:
    """Part of a cell is struck through: the action stands; states carry the day on which they were reached."""
    book, (sheet,) = a_workbook("Carers and age")
    draw(
        sheet,
        """
        1: Age equality action plan 2025/26
        2: Ref | Action | Owner | Target | Progress
        3: A1 | x | Head of Wellbeing | 31/10/2025 | Completed 12/10/2025
        4: A2 | Hold a mid-career review for staff over 50 | Head of OD | Q4 2025/26 | Started June 2025
        5: A3 | Report training by age band | Head of Workforce Information | Q3 2025/26 | Not started - awaiting data
        6: A4 | Ask young volunteers what they need | Volunteer Manager | end of Q1 2026/27 | Not due to start until May
        """,
    )
    heading(sheet, 2)
    struck = TextBlock(InlineFont(strike=True), "three")
    sheet["B3"] = CellRichText("Hold ", struck, " four retirement workshops")
    true = truths(sheet, "B", ref="A")
    actions = (
        true(3, leads("Head of Wellbeing"), on("2025-10-31"), state="completed", update=ANY),
        true(4, leads("Head of OD"), in_quarter(4, 2025), state="in_progress", update=ANY),
        true(5, leads("Head of Workforce Information"), in_quarter(3, 2025), state="not_started", update=ANY),
        true(
            6,
            leads("Volunteer Manager"),
            spread("*", "2026-06-30", "dated"),
            state="not_started",
            update=ANY,
        ),
    )
    return "Age plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_key_level_with_section_lines() -> Plan:
    """The key stands at the right, level with section lines; a near shade of a key colour; a hidden column."""
    book, (sheet,) = a_workbook("Faith and belief")
    draw(
        sheet,
        """
        1: Faith and belief action plan 2025/26
        3: Action | Who | By when | RAG | | Legend
        4: Prayer space | | | | | Completed
        5: Open a multi-faith room on the second site | Head of Estates | Q2 | | | Under way
        6: Put washing facilities beside the room | Head of Estates | Q3 | | | Not yet begun
        7: Care that respects belief
        8: Write a guide to the care of patients who fast | Lead Chaplain; Chief Pharmacist | February 2026
        9: Hold a stall for World Religion Day | Chaplaincy Team | 18/01/2026
        """,
    )
    heading(sheet, 3)
    bold(sheet, "A4", "A7")
    paint(sheet, F4="00B050", F5="FFC000", F6="FF0000", D5="00AF4F", D6="FFC000", D8="FF0000", D9="FFC000")
    sheet.column_dimensions["C"].hidden = True
    space, care = sheet["A4"].value, sheet["A7"].value
    true = truths(sheet, "A")
    actions = (
        true(5, leads("Head of Estates"), in_quarter(2, 2025), state="completed", group=space),
        true(6, leads("Head of Estates"), in_quarter(3, 2025), state="in_progress", group=space),
        true(8, leads("Lead Chaplain", "Chief Pharmacist"), in_month("2026-02"), state="not_started", group=care),
        true(9, leads("Chaplaincy Team"), on("2026-01-18"), state="in_progress", group=care),
    )
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, said=("hidden",))
    return "Faith and belief.xlsx", saved(book), truth
