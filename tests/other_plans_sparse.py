"""Plans from other trusts with columns missing or shared: no owners, no dates, one owner for several actions."""

from __future__ import annotations

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
    paint,
    saved,
    truths,
    undated,
)


def the_eds_template_without_owners() -> Plan:
    """Domain, outcome, objective, action, completion date: nobody is named; domain and outcome are merged down."""
    book, (sheet,) = a_workbook("EDS Action Plan")
    draw(
        sheet,
        """
        1: EDS Action Plan
        2: EDS Lead | Head of EDI | Year(s) active | 2025/26
        4: Domain | Outcome | Objective | Action | Completion date
        5: Domain 1: Commissioned or provided services | 1A: Patients have access | Fewer missed appointments | Text reminders in five languages | 31/12/2025
        6: | | Equal waits | Publish waits by ethnicity and deprivation | 31/03/2026
        7: | 1C: People are free from harm | Safer maternity care | Add interpreters to the escalation policy | October 2025
        8: Domain 2: Workforce health and wellbeing | 2A: Staff are supported | Fewer days lost | Offer physiotherapy to porters | Q4
        """,  # noqa: E501
    )
    heading(sheet, 4)
    bold(sheet, "A1", "A2", "C2")
    merge(sheet, "A5:A7", "B5:B6")
    services, workforce = sheet["A5"].value, sheet["A8"].value
    true = truths(sheet, "D", kept="C")
    actions = (
        true(5, (), on("2025-12-31"), group=services),
        true(6, (), on("2026-03-31"), group=services),
        true(7, (), in_month("2025-10"), group=services),
        true(8, (), in_quarter(4, 2025), group=workforce),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2:D2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDS Action Plan.xlsx", saved(book), truth


def a_plan_without_dates() -> Plan:
    """Action, lead, status and update, and no date at all: read, and every target is blank."""
    book, (sheet,) = a_workbook("Charter")
    draw(
        sheet,
        """
        1: Armed forces community action plan 2025/26
        3: Commitment | Action | Lead | RAG | Update
        4: Identify veterans | Ask about service at registration | Head of Outpatients | Green | Live in two sites.
        5: Identify veterans | Add a flag to the record | Clinical Systems Lead | Amber
        6: Support reservists | Give ten days of paid leave | Head of Employee Relations | Blue | Policy changed.
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", group="A", update="E")
    never = undated("blank")
    actions = (
        true(4, leads("Head of Outpatients"), never, stated_rag="green", state=GOING),
        true(5, leads("Clinical Systems Lead"), never, stated_rag="amber", state=GOING),
        true(6, leads("Head of Employee Relations"), never, stated_rag="blue", state="completed|not_stated"),
    )
    return "Charter.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def owner_and_date_merged_over_several_actions() -> Plan:
    """One owner, one date and one status for several actions: each action has them; the measure is merged as well."""
    book, (sheet,) = a_workbook("WDES 2025-26")
    draw(
        sheet,
        """
        1: WDES action plan 2025/26
        3: Metric | Position | Action | Lead | By when | Measure | Status
        4: Metric 4: Harassment | 31% (2023), 29% (2024) | Train reception staff in de-escalation | Head of Security | March 2026 | Below 25% in 2026 | In progress
        5: | | Put up notices in every waiting area
        6: | | Write to patients who abuse staff
        7: Metric 7: Feeling valued | 38% (2024) | Hold a disability summit | Head of EDI; Disability Network | by end of Q2 | 42% in 2026 | Complete
        8: | | Report what was said to the Board | | Q3 | | Not started
        """,  # noqa: E501
    )
    heading(sheet, 3)
    merge(sheet, *(f"{letter}4:{letter}6" for letter in "ABDEFG"), *(f"{letter}7:{letter}8" for letter in "ABDF"))
    harassment, valued = sheet["A4"].value, sheet["A7"].value
    true = truths(sheet, "C")
    shared = ("31% (2023), 29% (2024)", "Below 25% in 2026")
    security = leads("Head of Security")
    both = leads("Head of EDI", "Disability Network")
    actions = (
        true(4, security, in_month("2026-03"), state="in_progress", group=harassment, update=ANY, kept=shared),
        true(5, security, in_month("2026-03"), state="in_progress", group=harassment, update=ANY, kept=shared),
        true(6, security, in_month("2026-03"), state="in_progress", group=harassment, update=ANY, kept=shared),
        true(7, both, by_end_of("2025-09"), state="completed", group=valued, update=ANY, kept=("42% in 2026",)),
        true(8, both, in_quarter(3, 2025), state="not_started", group=valued, update=ANY, kept=("42% in 2026",)),
    )
    return "WDES merged.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def counts_by_rag_above_the_plan() -> Plan:
    """A small table of counts by RAG with fills, also the key, and lines about the document."""
    book, (sheet,) = a_workbook("Action plan")
    draw(
        sheet,
        """
        1: Equality improvement plan 2025/26 | | | RAG | Meaning | Number
        2: Version 4.2, 3 November 2025 | | | Red | Overdue | #1
        3: Plan owner: Chief People Officer | | | Amber | At risk | #1
        4: Approved by: Trust Board | | | Green | On track | #1
        5: | | | Blue | Complete | #1
        6: | | | Total | | #4
        8: Ref | Objective | Action | Owner | Deadline | RAG
        9: 1 | Better data | Fill the gaps in ethnicity recording | Chief Information Officer | 30/09/2025
        10: 2 | Better data | Share dashboards with divisions | Head of Workforce Information | 31/01/2026
        11: 3 | Better access | Open a changing places toilet | Head of Estates | 31/03/2026
        12: 4 | Better access | Publish access guides to both sites | Head of Communications | 30/06/2025
        """,
    )
    heading(sheet, 8)
    red, amber, green, blue = "FF0000", "FFC000", "00B050", "0070C0"
    paint(sheet, D2=red, D3=amber, D4=green, D5=blue, F9=red, F10=amber, F11=green, F12=blue)
    true = truths(sheet, "C", ref="A", group="B")
    actions = (
        true(9, leads("Chief Information Officer"), on("2025-09-30"), stated_rag="red", state=GOING),
        true(10, leads("Head of Workforce Information"), on("2026-01-31"), stated_rag="amber", state=GOING),
        true(11, leads("Head of Estates"), on("2026-03-31"), stated_rag="green", state=GOING),
        true(12, leads("Head of Communications"), on("2025-06-30"), stated_rag="blue", state="completed"),
    )
    around = cells_of(sheet, "A2:A4", "D1:F6")
    truth = Truth(actions, perhaps_unplaced=around, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Improvement plan v4.2.xlsx", saved(book), truth


def a_narrow_plan_of_three_columns() -> Plan:
    """What, who and when under section lines with a colon, numbers in the text, and nothing else."""
    book, (sheet,) = a_workbook("Menopause")
    draw(
        sheet,
        """
        1: Menopause action plan 2025/26
        2: What | Who | When
        3: Awareness:
        4: 1) Run a session for managers every month | Head of Wellbeing | Monthly
        5: 2) Put fans on the uniform catalogue | Head of Procurement | Jan 26
        6: Policy:
        7: 3) Add menopause to the sickness policy | Head of Employee Relations (with staff side) | 31.12.2025
        """,
    )
    heading(sheet, 2)
    bold(sheet, "A3", "A6")
    true = truths(sheet, "A")
    with_staff_side = (*leads("Head of Employee Relations"), ("staff side", "support"))
    actions = (
        true(4, leads("Head of Wellbeing"), undated("recurring"), group="Awareness"),
        true(5, leads("Head of Procurement"), in_month("2026-01"), group="Awareness"),
        true(7, with_staff_side, on("2025-12-31"), group="Policy"),
    )
    return "Menopause.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
