"""Workbooks that look like plans and are none: each must be refused with a message, never read as an empty plan."""

from __future__ import annotations

from tests.other_plans_truth import Plan, Truth, a_workbook, draw, heading, saved

REFUSED = Truth((), refused=True)


def a_calendar_of_events() -> Plan:
    """Events with organisers and dates: nothing that anybody has promised to deliver."""
    book, (sheet, contacts) = a_workbook("Events 2025", "Contacts")
    draw(
        sheet,
        """
        1: Equality, diversity and inclusion calendar 2025
        3: Event | Date | Venue | Organiser | Number attending
        4: Black History Month lecture | @2025-10-09 | Lecture theatre | REACH Network | #120
        5: Transgender Day of Remembrance | @2025-11-20 | Chapel | LGBT+ Network | #40
        6: Disability History Month stall | @2025-11-24 | Atrium | Disability Network
        """,
    )
    heading(sheet, 3)
    draw(contacts, "1: Post | Telephone\n2: Head of EDI | 01632 960001")
    return "EDI calendar.xlsx", saved(book), REFUSED


def staff_survey_results() -> Plan:
    """Figures by question, with a title that speaks of actions."""
    book, (sheet, notes) = a_workbook("Results", "Notes")
    draw(
        sheet,
        """
        1: Staff survey 2024: results to inform our EDI action plan
        3: Question | Theme | #2022 | #2023 | #2024 | Change
        4: Q4b Manager acts on feedback | Action | #0.61 | #0.62 | #0.64 | #0.02
        5: Q15 Fair career progression | Equality | #0.54 | #0.55 | #0.57 | #0.02
        6: Q16a Discrimination from patients | Safety | #0.08 | #0.09 | #0.09 | #0
        """,
    )
    heading(sheet, 3)
    draw(notes, "1: Notes\n2: Actions to follow once the Board has seen the results.")
    return "Survey for action plan.xlsx", saved(book), REFUSED


def a_blank_template() -> Plan:
    """Headings and guidance, and not one action."""
    book, (sheet,) = a_workbook("Action plan")
    draw(
        sheet,
        """
        1: WRES action plan template
        3: Objective | Action | Lead | Target date | RAG
        4: What do you want to change? | Describe the action in SMART form | Job title | dd/mm/yyyy | R, A or G
        """,
    )
    heading(sheet, 3)
    return "Template.xlsx", saved(book), REFUSED
