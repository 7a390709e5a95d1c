# ruff: noqa: E501  a row of a drawn sheet is one line

"""Plans that passed through many hands: boards, lists and tables with habits of their own, none like another."""

from __future__ import annotations

from datetime import date

from tests.other_plans_task_boards import a_file, csv_action
from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    Plan,
    TrueAction,
    Truth,
    a_workbook,
    bold,
    by_end_of,
    cells_of,
    draw,
    either_part,
    heading,
    in_month,
    in_quarter,
    leads,
    merge,
    on,
    paint,
    saved,
    spread,
    truths,
    undated,
    write_row,
)


def trello_export_with_lists_for_states() -> Plan:
    """Trello: the list that a card is on says how far it is; days in ISO with time and zone."""
    text = """Card ID,Card Name,Card Description,List Name,Members,Due Date,Labels,Archived
c1,Inclusive language guide for letters,,Done,Ada Example,2025-06-30T16:00:00.000Z,comms,false
c2,Hearing loops in every clinic,Estates to test,Doing,"Ada Example, Bo Specimen",2025-10-31T16:00:00.000Z,access,false
c3,Calendar of faith festivals for 2026,,To Do,Cara Placeholder,2025-12-15T16:00:00.000Z,,false
c4,Quiet room on the children's ward,,Backlog,,,access,false
"""
    ada, bo = "Ada Example", "Bo Specimen"
    more: dict[str, object] = {"group": ANY, "update": ANY}
    actions = (
        csv_action(2, "Inclusive language guide for letters")(leads(ada), on("2025-06-30"), state="completed", **more),
        csv_action(3, "Hearing loops in every clinic")(
            either_part(ada, bo), on("2025-10-31"), state="in_progress", **more
        ),
        csv_action(4, "Calendar of faith festivals for 2026")(
            leads("Cara Placeholder"), on("2025-12-15"), state="not_started", **more
        ),
        csv_action(5, "Quiet room on the children's ward")((), undated("blank"), state="not_started", **more),
    )
    return "trello EDI board.csv", a_file(text), Truth(actions)


def notion_export_with_months_in_words() -> Plan:
    """Notion: month first in words, arrows between two days."""
    text = """Name,Owner,Dates,Status,Theme
Interview skills course for porters and domestics,Head of Widening Access,"April 1, 2025 → June 30, 2025",Done,Careers
Band 2 to 4 career ladder,Head of OD,"September 1, 2025 → March 31, 2026",In progress,Careers
Maternity cover guidance,HR Policy Lead,"December 19, 2025",Not started,Family
Review of car parking for carers,Head of Estates,"October 31, 2025",In progress,Family
"""
    actions = (
        csv_action(2, "Interview skills course for porters and domestics")(
            leads("Head of Widening Access"),
            (spread("2025-04-01", "2025-06-30"), undated("ambiguous")),
            state="completed",
            group="Careers",
        ),
        csv_action(3, "Band 2 to 4 career ladder")(
            leads("Head of OD"),
            (spread("2025-09-01", "2026-03-31"), undated("ambiguous")),
            state="in_progress",
            group="Careers",
        ),
        csv_action(4, "Maternity cover guidance")(
            leads("HR Policy Lead"), on("2025-12-19"), state="not_started", group="Family"
        ),
        csv_action(5, "Review of car parking for carers")(
            leads("Head of Estates"), on("2025-10-31"), state="in_progress", group="Family"
        ),
    )
    return "Inclusion a3f9.csv", a_file(text, "utf-8-sig"), Truth(actions)


def states_with_a_number_before_them() -> Plan:
    """A drop-down whose choices are numbered, so that they sort."""
    book, (sheet,) = a_workbook("Equality plan")
    draw(
        sheet,
        """
        1: Equality, Diversity & Human Rights Action Plan 2025/26
        3: Ref | Action | Lead | Deadline | Status | RAG trend
        4: E1 | Equality monitoring in Datix | Risk Manager | 30/09/2025 | 3 - Complete | G →
        5: E2 | Patient stories at board from seldom heard groups | Head of Patient Experience | 31/03/2026 | 2 - In progress | A ↑
        6: E3 | Gypsy, Roma and Traveller health day | Community Engagement Lead | 31/05/2026 | 1 - Not started | G →
        7: E4 | BSL videos for pre-op | Communications Manager | 31/10/2025 | 4 - Overdue | R ↓
        8: E5 | Deaf awareness training in audiology | Head of Audiology | 28/02/2026 | 5 - Cancelled |
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Risk Manager"), on("2025-09-30"), state="completed", stated_rag="green"),
        true(5, leads("Head of Patient Experience"), on("2026-03-31"), state="in_progress", stated_rag="amber"),
        true(6, leads("Community Engagement Lead"), on("2026-05-31"), state="not_started", stated_rag="green"),
        true(7, leads("Communications Manager"), on("2025-10-31"), state="in_progress|not_stated", stated_rag="red"),
        true(8, leads("Head of Audiology"), on("2026-02-28"), state=ANY, cancelled=True),
    )
    return "EDHR plan.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def share_done_is_all_that_tells() -> Plan:
    """Only a percentage says how far an action is; some typed, some true shares."""
    book, (sheet,) = a_workbook("WDES")
    draw(sheet, "1: WDES actions\n2: Metric | Action required | Responsible lead | By when | % complete")
    rows = (
        ("1", "Disability declaration campaign", "EDI Manager", date(2025, 9, 30), 1.0, "completed"),
        (
            "3",
            "Capability policy tested with the network",
            "Head of Employee Relations",
            date(2025, 12, 31),
            0.75,
            "in_progress",
        ),
        (
            "6",
            "Sickness policy: no pressure to come in",
            "Head of Employee Relations",
            date(2025, 10, 31),
            0.0,
            "not_started",
        ),
        ("8", "Adjustment requests timed", "Workforce Information Manager", date(2026, 3, 31), 0.25, "in_progress"),
    )
    heading(sheet, 2)
    facts = []
    for row, (metric, text, owner, due, share, state) in enumerate(rows, 3):
        write_row(sheet, row, metric, text, owner, due)
        cell = sheet.cell(row, 5, share)
        cell.number_format = "0%"
        facts.append((row, owner, due.isoformat(), state))
    true = truths(sheet, "B")
    actions = tuple(
        true(row, leads(owner), on(due), state=state, ref=ANY, group=ANY, frameworks=None)
        for row, owner, due, state in facts
    )
    return "wdes pc.xlsx", saved(book), Truth(actions)


def two_dates_in_a_cell_and_a_column_of_closures() -> Plan:
    """An action log of a committee: the first date, then the new one, in one cell; closed with initials and a day."""
    book, (sheet,) = a_workbook("People Committee log")
    draw(
        sheet,
        """
        1: People and Culture Committee – EDI action log 2025/26
        3: Minute ref | Action agreed | Who | Due (revised) | Closed (initials/date) | Notes
        4: 25/041 | Paper on bullying data by division | Deputy Director of People | 30/06/2025 | AE 26/06/2025 |
        5: 25/055 | Bring the sexual safety assurance framework | Chief Nurse | 30/09/2025 (moved to 28/11/2025) | | Draft shared
        6: 25/060 | Update on medical staff pay gap | Medical Director | 31/07/2025, now 31/01/2026 | | Awaiting data from payroll
        7: 25/071 | EIA of the new rota system | COO | 31/12/2025 | |
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A", update="F")
    undone: dict[str, object] = {"state": "not_stated|in_progress"}
    actions = (
        true(4, leads("Deputy Director of People"), on("2025-06-30"), state="completed"),
        true(5, leads("Chief Nurse"), (on("2025-11-28", "2025-09-30"), undated("ambiguous")), **undone),
        true(6, leads("Medical Director"), (on("2026-01-31", "2025-07-31"), undated("ambiguous")), **undone),
        true(7, leads("COO"), on("2025-12-31"), **undone),
    )
    return "PCC log.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def brag_fills_each_month_with_the_key_on_a_sheet_of_its_own() -> Plan:
    """Three months of fills without a word, the latest last, and what they mean on another sheet."""
    book, (key, sheet) = a_workbook("How to RAG", "Plan on a page")
    draw(
        key,
        "1: RAG definitions\n3: | Complete\n4: | On track\n5: | At risk of missing the deadline\n6: | Deadline missed",
    )
    paint(key, A3="0070C0", A4="00B050", A5="FFC000", A6="FF0000")
    draw(
        sheet,
        """
        1: Culture and inclusion plan on a page 2025-26
        2: Priority | What we will do | Exec lead | Deadline | RAG Sep | RAG Oct | RAG Nov
        3: Compassionate leadership | Inclusive leadership for ward managers | Chief People Officer | December 2025 | | |
        4: Compassionate leadership | 360 feedback for executives | Chief Executive | September 2025 | | |
        5: Fairness | Triage of grievances in five days | Chief People Officer | October 2025 | | |
        6: Fairness | Just culture policy | Chief Nurse | March 2026 | | |
        """,
    )
    heading(sheet, 2)
    paint(
        sheet,
        E3="00B050", F3="00B050", G3="FFC000", E4="00B050", F4="0070C0", G4="0070C0",
        E5="FFC000", F5="FFC000", G5="FF0000", E6="00B050", F6="00B050", G6="00B050",
    )  # fmt: skip
    true = truths(sheet, "B")
    undone: dict[str, object] = {"state": "in_progress|not_stated"}
    actions = (
        true(
            3,
            leads("Chief People Officer"),
            in_month("2025-12"),
            stated_rag="amber",
            group="Compassionate leadership",
            **undone,
        ),
        true(
            4,
            leads("Chief Executive"),
            in_month("2025-09"),
            state="completed",
            stated_rag=ANY,
            group="Compassionate leadership",
        ),
        true(5, leads("Chief People Officer"), in_month("2025-10"), stated_rag="red", group="Fairness", **undone),
        true(6, leads("Chief Nurse"), in_month("2026-03"), stated_rag="green", group="Fairness", **undone),
    )
    return "plan on a page.xlsx", saved(book), Truth(actions)


def you_said_we_will_with_plain_questions() -> Plan:
    """A children's and young people's service: headings are questions, answers are plain speech."""
    book, (sheet,) = a_workbook("You said")
    draw(
        sheet,
        """
        1: You said, we will – inclusion
        3: What you told us | What are we going to do about it? | Who is going to do it? | When will it be done by? | Is it done yet? | How do we know it worked?
        4: Letters are hard to read | Rewrite the ten most used letters | Patient Information Officer | End of Oct 2025 | Yes | Readers' group says so
        5: Nobody asks what I like to be called | Put preferred name first on the whiteboard | Ward Managers | End of Nov 2025 | Not yet | Spot checks
        6: The prayer room is always locked | Change the lock for a keypad | Estates helpdesk | End of Aug 2025 | No | Chaplain tells us
        7: My interpreter did not come | Confirm each booking by text | Interpreting Coordinator | End of Jan 2026 | Started | Fewer DNAs
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", kept="AF")
    actions = (
        true(4, leads("Patient Information Officer"), by_end_of("2025-10"), state="completed", group=ANY),
        true(5, leads("Ward Managers"), by_end_of("2025-11"), state="not_stated|not_started", group=ANY),
        true(6, leads("Estates helpdesk"), by_end_of("2025-08"), state="not_stated|not_started", group=ANY),
        true(7, leads("Interpreting Coordinator"), by_end_of("2026-01"), state="in_progress", group=ANY),
    )
    return "You said.xlsx", saved(book), Truth(actions)


def far_from_the_corner_with_empty_columns_between() -> Plan:
    """The table begins far down and to the right, with empty columns between its own, and lines of a letter above."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        2: Anywhere Partnership NHS Foundation Trust
        3: Ethnicity pay gap: what we are doing
        5: Approved by the Remuneration Committee on 12 March 2025
        9: Ref. | | Action | | Lead Director | | Completion date | | Progress
        10: a) | | Publish the gap by pay band | | Chief People Officer | | 31 Mar 2025 | | Complete
        12: b) | | Structured pay decisions on appointment | | Chief People Officer | | 31 Oct 2025 | | In progress, panel guidance written
        14: c) | | Acting-up opportunities advertised to all | | All executive directors | | 30 Apr 2026 | | Not started
        """,
        first_column=4,
    )
    bold(sheet, "D2", "D3", "D9", "F9", "H9", "J9", "L9")
    true = truths(sheet, "F", ref="D")
    actions = (
        true(10, leads("Chief People Officer"), on("2025-03-31"), state="completed", update=ANY, ref="a)|a"),
        true(12, leads("Chief People Officer"), on("2025-10-31"), state="in_progress", update=ANY, ref="b)|b"),
        true(14, leads("All executive directors"), on("2026-04-30"), state="not_started", update=ANY, ref="c)|c"),
    )
    return "EPG action.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "D2", "D3", "D5"))


def two_tables_side_by_side_of_two_boards() -> Plan:
    """Two boards share a sheet: the left table is the trust's, the right one the partner's."""
    book, (sheet,) = a_workbook("Group plan")
    draw(
        sheet,
        """
        1: Group inclusion plan 2025/26
        3: Action | Lead | Due | Status | | Action | Lead | Due | Status
        4: Joint staff networks launched | Head of EDI North | 30/06/2025 | Complete | | Joint networks: venue and budget | Head of EDI South | 30/09/2025 | In progress
        5: One adjustments policy | HR Director North | 31/01/2026 | Not started | | One adjustments form | HR Director South | 28/02/2026 | Not started
        6: Shared mentoring pool | OD Lead North | 31/10/2025 | In progress | | Mentor training | OD Lead South | 31/08/2025 | Complete
        """,
    )
    heading(sheet, 3)
    left, right = truths(sheet, "A"), truths(sheet, "F")
    actions = (
        left(4, leads("Head of EDI North"), on("2025-06-30"), state="completed"),
        left(5, leads("HR Director North"), on("2026-01-31"), state="not_started"),
        left(6, leads("OD Lead North"), on("2025-10-31"), state="in_progress"),
        right(4, leads("Head of EDI South"), on("2025-09-30"), state="in_progress"),
        right(5, leads("HR Director South"), on("2026-02-28"), state="not_started"),
        right(6, leads("OD Lead South"), on("2025-08-31"), state="completed"),
    )
    return "Group plan.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def quarters_headed_by_milestones_and_the_last_is_the_end() -> Plan:
    """What will be done in each quarter stands under it in words; the due date has its own column."""
    book, (sheet,) = a_workbook("Priorities")
    draw(
        sheet,
        """
        1: EDI priorities 2025/26
        2: No. | Priority action | SRO | Delivery lead | Q1 milestone | Q2 milestone | Q3 milestone | Q4 milestone | Final deadline | Overall status
        3: 1 | Implement the sexual safety charter | CNO | Safeguarding Lead | Policy | Training | Reporting tool | Audit | 31/03/2026 | On track
        4: 2 | Close the disability declaration gap | CPO | Workforce Information Lead | Campaign | | Survey | | 31/12/2025 | Delayed
        5: 3 | Implement the health and wellbeing conversation | CPO | Wellbeing Lead | Toolkit | Live | | | 30/09/2025 | Completed
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A", kept="EF")
    actions = (
        true(3, either_part("CNO", "Safeguarding Lead"), on("2026-03-31"), state="in_progress", stated_rag=ANY),
        true(
            4,
            either_part("CPO", "Workforce Information Lead"),
            on("2025-12-31"),
            state="in_progress|not_stated",
            kept=("Campaign", "Survey"),
            stated_rag=ANY,
        ),
        true(5, either_part("CPO", "Wellbeing Lead"), on("2025-09-30"), state="completed"),
    )
    return "EDI priorities 2526.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def rag_merged_over_several_actions_and_a_key_in_one_line() -> Plan:
    """A mental health trust: one rating merged over the actions of an objective; the key in one line below."""
    book, (sheet,) = a_workbook("Objectives")
    draw(
        sheet,
        """
        1: Public Sector Equality Duty – objectives and actions to March 2026
        3: Objective | Actions | Responsible | Timescale | RAG
        4: 1. Fewer restraints of Black patients | Review of restraint by ward each month | Modern Matrons | Monthly | AMBER
        5: | Safewards refresher | Head of Nursing Education | by 31/01/2026 |
        6: 2. Older people heard | Visit three care homes | Engagement Officer | by 30/09/2025 | GREEN
        7: | Report to the Quality Committee | Deputy Chief Nurse | by 31/12/2025 |
        9: RED = not achieved, AMBER = partly achieved, GREEN = on plan, BLUE = complete
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A5", "A6:A7", "E4:E5", "E6:E7")
    true = truths(sheet, "B")
    one, two = (str(sheet[f"A{row}"].value) for row in (4, 6))
    partly: dict[str, object] = {"state": "in_progress|not_stated", "stated_rag": "amber", "group": one}
    planned: dict[str, object] = {"state": "in_progress|not_stated", "stated_rag": "green", "group": two}
    actions = (
        true(4, leads("Modern Matrons"), undated("recurring"), **partly),
        true(5, leads("Head of Nursing Education"), on("2026-01-31"), **partly),
        true(6, leads("Engagement Officer"), on("2025-09-30"), **planned),
        true(7, leads("Deputy Chief Nurse"), on("2025-12-31"), **planned),
    )
    return "PSED.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "A9"))


def leads_for_each_site_in_columns_of_their_own() -> Plan:
    """A group of hospitals: a lead for each site, one overall; blank where a site has no part."""
    book, (sheet,) = a_workbook("Sites")
    draw(
        sheet,
        """
        1: Reasonable adjustments across our sites 25/26
        2: Action | Overall lead | North site lead | South site lead | Target | Where are we now?
        3: Adjustment champions on each ward | Deputy Chief Nurse | Matron North | Matron South | 31-Dec-25 | In progress
        4: Height-adjustable desks in stock | Head of Procurement | | Facilities Manager South | 30-Sep-25 | Completed
        5: Signs in braille | Head of Estates | Estates Officer North | | 31-Mar-26 | Not started
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "A")
    actions = (
        true(
            3, either_part("Deputy Chief Nurse", "Matron North", "Matron South"), on("2025-12-31"), state="in_progress"
        ),
        true(4, either_part("Head of Procurement", "Facilities Manager South"), on("2025-09-30"), state="completed"),
        true(5, either_part("Head of Estates", "Estates Officer North"), on("2026-03-31"), state="not_started"),
    )
    return "Sites RA.xlsx", saved(book), Truth(actions)


def numbers_in_cells_pair_actions_owners_and_dates() -> Plan:
    """A deputy typed several numbered actions into one cell, with numbered owners and days beside."""
    book, (sheet,) = a_workbook("Gap analysis")
    draw(
        sheet,
        """
        1: Workplace Disability gap analysis
        2: Standard | Gap | Action | Action owner | Date due | Status
        3: Leadership | No sponsor | Name a board sponsor | Chair | 31/05/2025 | Done
        4: Policy | No leave for adjustments | 1. Draft disability leave policy¶2. Consult with network | Head of ER | 30/11/2025 | 1. Done¶2. In progress
        5: Culture | Low trust | Listening sessions | Head of EDI | 31/01/2026 | Not started
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "C", kept="B")
    actions = (
        true(3, leads("Chair"), on("2025-05-31"), state="completed", group=ANY),
        true(4, leads("Head of ER"), on("2025-11-30"), state="in_progress|not_stated", group=ANY, update=ANY),
        true(5, leads("Head of EDI"), on("2026-01-31"), state="not_started", group=ANY),
    )
    return "Gap analysis.xlsx", saved(book), Truth(actions)


def a_long_tab_separated_list_of_eighty() -> Plan:
    """Eighty actions, tab-separated, from a database: codes for states, explained in the last lines."""
    lines = ["ActionRef\tActionText\tOwnerPost\tDueOn\tStateCode\tLastComment"]
    facts: list[TrueAction] = []
    codes = (("C", "completed"), ("P", "in_progress"), ("N", "not_started"))
    for number in range(1, 81):
        code, state = codes[number % 3]
        due = date(2025 + number % 2, number % 12 + 1, 15)
        text, owner = f"Improve access for community group number {number}", f"Service Manager {number % 7 + 1}"
        comment = "" if number % 4 else f"Discussed at meeting {number}"
        lines.append(f"EQ{number:03d}\t{text}\t{owner}\t{due:%d/%m/%Y}\t{code}\t{comment}")
        facts.append(
            TrueAction(
                ANY,
                number + 1,
                text,
                leads(owner),
                (on(due.isoformat()),),
                state,
                ref=f"EQ{number:03d}",
                update=comment or None,
            )
        )
    lines += ["", "C = Complete, P = In progress, N = Not started"]
    loose = frozenset({(ANY, "A83")})
    return "extract.tsv", ("\r\n".join(lines) + "\r\n").encode(), Truth(tuple(facts), perhaps_unplaced=loose)


def quarters_typed_in_all_their_forms() -> Plan:
    """Quarters and halves with dashes and slashes of all kinds, some of last year."""
    book, (sheet,) = a_workbook("Q plan")
    written = (
        ("Q2 25–26", in_quarter(2, 2025)),
        ("Qtr 3, 2025/26", in_quarter(3, 2025)),
        ("2025/26 Q4", in_quarter(4, 2025)),
        ("Q1 26/27", in_quarter(1, 2026)),
        ("Quarter 4", in_quarter(4, 2025)),
        ("Q3/4", spread("2025-10-01", "2026-03-31")),
        ("4th quarter", in_quarter(4, 2025)),
        ("Q4 2024-25", in_quarter(4, 2024)),
        ("Jan-Mar 2026", spread("2026-01-01", "2026-03-31")),
        ("End of Q3", by_end_of("2025-12")),
        ("By end of FY", (by_end_of("2026-03"), undated("ambiguous"), undated("unreadable"))),
        ("By year end", (by_end_of("2026-03"), undated("ambiguous"), undated("unreadable"))),
        ("Nov/Dec 25", (spread("2025-11-01", "2025-12-31"), in_month("2025-12"))),
        ("1.12.2025", on("2025-12-01")),
        ("w/e 12/12/25", (on("2025-12-12"), spread("2025-12-06", "2025-12-12", "dated"))),
        ("no later than 28 February 2026", on("2026-02-28")),
    )
    sheet["A1"] = "Equality action plan 2025/26"
    write_row(sheet, 2, "Action", "Lead", "Target quarter", "Status")
    heading(sheet, 2)
    facts = []
    for row, (deadline, target) in enumerate(written, 3):
        text = f"Deliver equality commitment {row - 2} with partners"
        write_row(sheet, row, text, "Head of EDI", deadline, "In progress")
        targets = target if isinstance(target, tuple) else (target,)
        facts.append(TrueAction("Q plan", row, text, leads("Head of EDI"), targets, "in_progress"))
    return "Q plan.xlsx", saved(book), Truth(tuple(facts), period=FINANCIAL_2025)
