"""Plans from other trusts as Word-minded people keep them in Excel: cells split, cells joined, lines broken by hand."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from tests.other_plans_truth import (
    ANY,
    ANY_OWNERS,
    FINANCIAL_2025,
    GOING,
    Plan,
    TrueAction,
    TrueTarget,
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
    non_empty,
    on,
    saved,
    spread,
    through_year,
    truths,
    undated,
)

NOT_OVER = "in_progress|not_stated"
NOTHING_DATED = tuple(undated(kind) for kind in ("conditional", "undecided", "ambiguous", "unreadable", "blank"))


def sub_actions_lettered_on_rows_of_their_own() -> Plan:
    """Numbered actions with their owner; lettered steps below with dates of their own and no owner."""
    book, (sheet,) = a_workbook("Action plan")
    draw(
        sheet,
        """
        1: NHS Northmarsh ICB – Equality Delivery Action Plan 2025/26
        3: Action | EDI Steering Group member responsible | To be done by | Where are we?
        4: 1. Make recruitment panels fair | Head of Recruitment | 31 March 2026 | In progress
        5: a) Train forty panel members in inclusive interviewing | | 30 September 2025 | Completed - move to BAU
        6: b) Add an independent member to each panel at band 8a and above | | 31 January 2026 | Not started
        7: 2. Hear disabled colleagues | Associate Director of Inclusion | 28 February 2026 | In progress
        8: a) Relaunch the network with a protected hour a month | | Nov 2025 | Complete - to be sustained as BAU
        9: b) Publish a "you said, we did" page | | December 2025 | Started, slow
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "A")
    step = {"update": ANY, "group": ANY}
    actions = (
        true(4, leads("Head of Recruitment"), on("2026-03-31"), state="in_progress", **step),
        true(5, ANY_OWNERS, on("2025-09-30"), state="completed", **step),
        true(6, ANY_OWNERS, on("2026-01-31"), state="not_started", **step),
        true(7, leads("Associate Director of Inclusion"), on("2026-02-28"), state="in_progress", **step),
        true(8, ANY_OWNERS, in_month("2025-11"), state="completed", **step),
        true(9, ANY_OWNERS, in_month("2025-12"), state="in_progress", **step),
    )
    return "ICB plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def month_and_year_in_two_columns() -> Plan:
    """The month stands in one column and the year in the next; a band "To be completed" spans the two."""
    book, (sheet,) = a_workbook("WDES")
    draw(
        sheet,
        """
        1: WDES improvement plan
        3: No. | What we will do | Led by | To be completed | | Status
        4: | | | Month | Year
        5: #1 | Central budget for reasonable adjustments | Deputy Director of Finance | September | #2025 | Done
        6: #2 | Passport conversation at each appraisal | Head of Learning | Mar | #2026 | Under way
        7: #3 | Accessible car parking at the Quay site | Head of Facilities | January | 2026 | Not yet started
        8: #4 | Buddy scheme for new starters who are deaf | Staff Network Co-ordinator | Q4 | 2025/26 | Under way
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "D3:E3", "A1:F1")
    true = truths(sheet, "B", ref="A")
    actions = (
        true(5, leads("Deputy Director of Finance"), by_end_of("2025-09"), state="completed"),
        true(6, leads("Head of Learning"), by_end_of("2026-03"), state="in_progress"),
        true(7, leads("Head of Facilities"), by_end_of("2026-01"), state="not_started"),
        true(8, leads("Staff Network Co-ordinator"), in_quarter(4, 2025), state="in_progress"),
    )
    return "WDES improvement.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


def rag_letters_with_the_month_in_brackets() -> Plan:
    """RAG is a letter and the month in which it was given; the key is one line of words; an N/A among owners."""
    book, (sheet,) = a_workbook("Plan on a page")
    draw(
        sheet,
        """
        1: Equality, Diversity and Inclusion Plan on a Page 2025-26
        2: B = complete, G = on track, A = some delay, R = off track
        4: Commitment | SRO | Deadline | BRAG (month of review)
        5: Zero tolerance posters in each waiting area | Director of Communications | 30/06/2025 | B (Jun)
        6: Hate crime reporting in Datix | Head of Patient Safety | 31/01/2026 | G (Oct)
        7: Sexual safety charter training | Freedom to Speak Up Guardian | 31/12/2025 | A (Nov)
        8: Pay audit by ethnicity | N/A | 30/10/2025 | R (Nov)
        9: Menopause accreditation | Head of Wellbeing | 31/03/2026 | n/a
        """,
    )
    heading(sheet, 4)
    merge(sheet, "A1:D1", "A2:D2")
    true = truths(sheet, "A")
    loose = {"update": ANY, "group": None}
    actions = (
        true(
            5,
            leads("Director of Communications"),
            on("2025-06-30"),
            stated_rag="blue",
            state="completed",
            **loose,
        ),
        true(6, leads("Head of Patient Safety"), on("2026-01-31"), stated_rag="green", state=GOING, **loose),
        true(7, leads("Freedom to Speak Up Guardian"), on("2025-12-31"), stated_rag="amber", state=GOING, **loose),
        true(8, ANY_OWNERS, on("2025-10-30"), stated_rag="red", state=GOING, **loose),
        true(9, leads("Head of Wellbeing"), on("2026-03-31"), state="not_stated", **loose),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Plan on a page.xlsx", saved(book), truth


def lead_and_timescale_in_one_cell() -> Plan:
    """Who and when share a column, with a dash, a comma, brackets or a line break between."""
    book, (sheet,) = a_workbook("Accessible information")
    draw(
        sheet,
        """
        1: Accessible Information Standard: actions 2025/26
        2: Objective | Actions 2025/26¶(what) | Lead / Timescale¶(who and when) | Progress
        3: Find needs | Flag needs on the patient record | Chief Clinical Information Officer – by March 2026 | Testing began in October.
        4: Find needs | Ask at each booking | Head of Outpatients, 31/12/2025 | Script written.
        5: Meet needs | Easy read letters | Patient Experience Manager (Q4 2025/26) | Sample approved by readers.
        6: Meet needs | Braille on request | Head of Communications¶September 2025 | Supplier found.
        7: Meet needs | Keep the list of interpreters up to date | Interpreting Services Manager - ongoing
        """,  # noqa: E501
    )
    heading(sheet, 2)
    true = truths(sheet, "B", group="A", update="D")
    actions = (
        true(3, leads("Chief Clinical Information Officer"), by_end_of("2026-03"), state=NOT_OVER),
        true(4, leads("Head of Outpatients"), on("2025-12-31"), state=NOT_OVER),
        true(5, leads("Patient Experience Manager"), in_quarter(4, 2025), state=NOT_OVER),
        true(6, leads("Head of Communications"), in_month("2025-09"), state=NOT_OVER),
        true(7, leads("Interpreting Services Manager"), undated("ongoing"), state=NOT_OVER),
    )
    return "AIS actions.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def an_explanation_in_italics_under_the_headings() -> Plan:
    """A title merged over the headings, a line in italics that explains them, pillars rotated in a merged column A."""
    book, (sheet,) = a_workbook("Pillars")
    draw(
        sheet,
        """
        1: Southwold Partnership – our inclusion pillars, April 2025 to March 2026
        2: Pillar | Action | Owner | Timescale | Status | Evidence
        3: Which pillar does it serve? | What exactly will we do? | Who will make it happen? | By when? | How far are we? | How will we know?
        4: P¶E¶O¶P¶L¶E | Exit interviews by an independent listener | Head of Employee Relations | 28/11/2025 | Complete | Thirty interviews
        5: | Career clinics for internationally educated nurses | Chief Nursing Officer | 30/01/2026 | In progress | Clinic dates
        6: P¶L¶A¶C¶E | Gender-neutral toilets in the main hall | Head of Estates and Facilities | 30/04/2025 | In progress | Photograph
        7: | Quiet room in the emergency department | Head of Estates and Facilities | 27/02/2026 | Not started | Room plan
        """,  # noqa: E501
    )
    heading(sheet, 2)
    for cell in sheet[3]:
        cell.font = Font(italic=True, color="7F7F7F")
    merge(sheet, "A1:F1", "A4:A5", "A6:A7")
    for place in ("A4", "A6"):
        sheet[place].alignment = Alignment(textRotation=90)
    true = truths(sheet, "B", kept="F")
    actions = (
        true(4, leads("Head of Employee Relations"), on("2025-11-28"), state="completed", group="PEOPLE"),
        true(5, leads("Chief Nursing Officer"), on("2026-01-30"), state="in_progress", group="PEOPLE"),
        true(6, leads("Head of Estates and Facilities"), on("2025-04-30"), state="in_progress", group="PLACE"),
        true(7, leads("Head of Estates and Facilities"), on("2026-02-27"), state="not_started", group="PLACE"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A3:F3"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Pillars.xlsx", saved(book), truth


def columns_in_reverse_order_and_no_heading_over_the_action() -> Plan:
    """RAG first, number last, no heading over the actions; a row of totals closes each group."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: LGBTQ+ inclusion plan 2025/26
        2: RAG | Comments | By when | By whom | | Ref
        3: | | | | Inclusive services
        4: Green | Forms redrafted. | 31/01/2026 | Head of Business Intelligence | Record sexual orientation and trans status well | L1
        5: Red | Room not found. | 31/10/2025 | Clinical Lead for Sexual Health | Open a clinic for trans and non-binary patients | L2
        6: | | | | Total: 2 actions
        7: | | | | Inclusive workplaces
        8: Amber | Waiting for the policy group. | 19/12/2025 | Head of HR Policy | Write the transition-at-work policy | L3
        9: Green | Stall booked. | 30/06/2026 | Chair of the LGBTQ+ Network | Take part in Pride | L4
        10: | | | | Total: 2 actions
        """,  # noqa: E501
    )
    heading(sheet, 2)
    bold(sheet, "E3", "E7", "E6", "E10")
    services, workplaces = "Inclusive services", "Inclusive workplaces"
    true = truths(sheet, "E", ref="F", update="B")
    actions = (
        true(
            4,
            leads("Head of Business Intelligence"),
            on("2026-01-31"),
            stated_rag="green",
            state=GOING,
            group=services,
        ),
        true(
            5,
            leads("Clinical Lead for Sexual Health"),
            on("2025-10-31"),
            stated_rag="red",
            state=GOING,
            group=services,
        ),
        true(8, leads("Head of HR Policy"), on("2025-12-19"), stated_rag="amber", state=GOING, group=workplaces),
        true(
            9,
            leads("Chair of the LGBTQ+ Network"),
            on("2026-06-30"),
            stated_rag="green",
            state=GOING,
            group=workplaces,
        ),
    )
    truth = Truth(actions, unplaced=cells_of(sheet, "E6", "E10"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "LGBTQ.xlsx", saved(book), truth


def progress_and_rag_as_at_each_quarter() -> Plan:
    """Two pairs of columns, progress and RAG, one pair a quarter; the later pair is the position now."""
    book, (sheet,) = a_workbook("EDS actions")
    draw(
        sheet,
        """
        1: EDS action plan 2025/26 – position as at the end of Q2
        3: Ref | Action | Lead | Due | Progress as at Q1 | RAG | Progress as at Q2 | RAG
        4: 1A | Translate the ten most used leaflets | Head of Patient Information | 30/01/2026 | Ten chosen. | Green | Printer gone out of business. | Amber
        5: 1B | Community sessions at the mosque | Community Engagement Lead | 31/07/2025 | Imam agreed. | Amber | All sessions held. | Blue
        6: 1C | Equality questions in the complaints form | Complaints Manager | 31/03/2026 | Not started. | Green | Not started. | Green
        7: 1D | Mystery shopping with the learning disability group | Head of Patient Experience | 30/09/2025 | Tender out. | Amber | No bids. | Red
        """,  # noqa: E501
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A", kept="EG")
    facts = {"update": ANY}
    actions = (
        true(4, leads("Head of Patient Information"), on("2026-01-30"), stated_rag="amber", state=GOING, **facts),
        true(
            5,
            leads("Community Engagement Lead"),
            on("2025-07-31"),
            stated_rag="blue",
            state="completed|not_stated",
            **facts,
        ),
        true(6, leads("Complaints Manager"), on("2026-03-31"), stated_rag="green", state=GOING, **facts),
        true(7, leads("Head of Patient Experience"), on("2025-09-30"), stated_rag="red", state=GOING, **facts),
    )
    return "EDS.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def how_much_is_done_in_per_cent_and_when_it_was() -> Plan:
    """A share done is the only word on progress; a column holds the day of completion for those that are over."""
    book, (sheet,) = a_workbook("Tracker")
    draw(
        sheet,
        """
        1: Anti-racism tracker FY25/26
        2: ID | Task | Assigned to | Due date | % complete | Date completed | Notes
        3: AR-01 | Adopt the anti-racism statement | Company Secretary | @2025-05-30 | #1.0 | @2025-06-12 | In public
        4: AR-02 | Review disciplinary cases by ethnicity | Head of HR Policy | @2025-09-30 | #0.4 | | Half done
        5: AR-03 | Find a coach for each aspiring director | Director of OD | @2026-02-27 | #0.0 | | Waiting for budget
        6: AR-04 | Publish the WRES by site | Head of Workforce Information | @2025-10-31 | #1.0 | @2025-10-30
        7: AR-05 | Name a board sponsor for each network | Trust Chair | @2026-03-31 | #0.75
        """,
    )
    heading(sheet, 2)
    for row in range(3, 8):
        sheet[f"E{row}"].number_format = "0%"
        sheet[f"D{row}"].number_format = sheet[f"F{row}"].number_format = "ddd dd mmm yyyy"
    true = truths(sheet, "B", ref="A", update="G")
    actions = (
        true(3, leads("Company Secretary"), on("2025-05-30"), state="completed"),
        true(4, leads("Head of HR Policy"), on("2025-09-30"), state="in_progress"),
        true(5, leads("Director of OD"), on("2026-02-27"), state="not_started"),
        true(6, leads("Head of Workforce Information"), on("2025-10-31"), state="completed"),
        true(7, leads("Trust Chair"), on("2026-03-31"), state="in_progress"),
    )
    return "Tracker.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


WHENS: tuple[tuple[str | date, TrueTarget | tuple[TrueTarget, ...]], ...] = (
    ("Tuesday 4th November 2025", on("2025-11-04")),
    ("31/6/2025", undated("unreadable")),
    (date(2025, 9, 1), (on("2025-09-01"), in_month("2025-09"))),
    ("Apr – Sep 25", spread("2025-04-01", "2025-09-30")),
    ("Q1 & Q3", (spread("2025-04-01", "2025-12-31"), undated("ambiguous"), undated("recurring"))),
    (
        "Autumn 2025",
        (
            *(spread("2025-09-01", day, kind) for day in ("2025-11-30", "2025-12-31") for kind in ("dated", "range")),
            *NOTHING_DATED,
        ),
    ),
    ("by AGM", NOTHING_DATED),
    ("Fri 30 Jan 26", on("2026-01-30")),
    ("'Q4 2025/26", in_quarter(4, 2025)),
    ("DECEMBER\u00a02025 ", in_month("2025-12")),
    ("N/A", NOTHING_DATED),
    (
        "w/c 12 January 2026",
        (
            on("2026-01-12"),
            spread("2026-01-12", "2026-01-18", "dated"),
            spread("2026-01-12", "2026-01-16", "dated"),
            spread("2026-01-12", "2026-01-18"),
            spread("2026-01-12", "2026-01-16"),
        ),
    ),
    ("Mid-February 2026", (on("2026-02-15"), on("2026-02-14"), in_month("2026-02"), undated("ambiguous"))),
    ("By the end of the financial year", (TrueTarget("dated", ANY, "2026-03-31"), through_year())),
    ("30th Sept. '25", on("2025-09-30")),
    ("Year end", (TrueTarget("dated", ANY, "2026-03-31"), undated("ambiguous"))),
    ("Immediate and ongoing", undated("ongoing")),
    ("2 x per year (May, Nov)", undated("recurring")),
    ("31.03.26 (was 30.09.25)", on("2026-03-31", "2025-09-30")),
    ("Following CQC visit", undated("conditional")),
)


def how_else_people_type_dates() -> Plan:
    """Weekdays, impossible days, months shown as mmm-yy, seasons, meetings, apostrophes and hard spaces."""
    book, (sheet,) = a_workbook("Dates")
    draw(sheet, "1: Sex and gender equality plan 2025/26\n2: No | ACTION  | LEAD OFFICER | TIMESCALE ")
    for number, (when, _) in enumerate(WHENS, 1):
        row = number + 2
        sheet.append([number, f"Carry out step {number} of the pay review", "HEAD OF REWARD ", when])
        if isinstance(when, date):
            sheet[f"D{row}"].number_format = "mmm-yy"
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A")
    actions = tuple(true(row, either_part("HEAD OF REWARD"), target) for row, (_, target) in enumerate(WHENS, 3))
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, findings_at=(("Dates", "D4"),))
    return "Dates.xlsx", saved(book), truth


def lines_broken_by_hand_over_two_rows() -> Plan:
    """Each line that did not fit was carried on in the row below, by hand; a thin rule stands between actions."""
    book, (sheet,) = a_workbook("Workforce")
    draw(
        sheet,
        """
        1: Workforce equality plan 2025/26
        3: Ref | Action | Lead | Target date | Status
        4: W1 | Offer every band 2 to 5 colleague a career | Head of | Sept | In progress
        5: | conversation within a year of joining | Resourcing | 2026
        6: W2 | Hold listening events on nights | Chief Nurse | 30 November 2025 | Completed
        7: W3 | Set up a pool of workplace mediators who | Head of | March | Not started
        8: | have lived experience of discrimination | Wellbeing | 2026
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A")
    first, third = (f"{sheet[f'B{row}'].value} {sheet[f'B{row + 1}'].value}" for row in (4, 7))
    actions = (
        replace(true(4, leads("Head of Resourcing"), in_month("2026-09"), state="in_progress"), text=first),
        true(6, leads("Chief Nurse"), on("2025-11-30"), state="completed"),
        replace(true(7, leads("Head of Wellbeing"), in_month("2026-03"), state="not_started"), text=third),
    )
    return "Workforce.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


OWNERS = ("Director of Nursing", "Head of Maternity", "Medical Director", "Head of Volunteering", "Chief Pharmacist")


def sixty_rows_with_the_owner_only_once_a_group() -> Plan:
    """Sixty actions in five themes; theme and owner stand only in the first row of each, unmerged."""
    book, (sheet,) = a_workbook("Sixty")
    draw(sheet, "1: Health inequalities programme 2025/26\n2: Theme | Ref | Action | Owner | Due | Status")
    heading(sheet, 2)
    states = {"Complete": "completed", "In progress": "in_progress", "Not started": "not_started"}
    true = truths(sheet, "C", ref="B")
    actions = []
    for index in range(60):
        row, theme, step = index + 3, index // 12, index % 12 + 1
        said = tuple(states)[index % 3]
        first = step == 1
        cells = (f"Theme {theme + 1}" if first else None, f"{theme + 1}.{step}", f"Hold outreach session {index + 1}",
                 OWNERS[theme] if first else None, date(2026, 1 + index % 3, 28), said)  # fmt: skip
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value)
        owners = leads(OWNERS[theme]) if first else ANY_OWNERS
        due = on(f"2026-{1 + index % 3:02d}-28")
        actions.append(true(row, owners, due, state=states[said], group=f"Theme {theme + 1}"))
    return "Sixty.xlsx", saved(book), Truth(tuple(actions), cells=non_empty(sheet), period=FINANCIAL_2025)


def capitals_and_emoji_in_a_csv() -> Plan:
    """Everything in capitals, spaces behind words, hard spaces inside them, emoji beside states, N/A for nothing."""
    rows = (
        ("CARERS' ACTION PLAN 2025/26", "", "", "", "", ""),
        ("", "", "", "", "", ""),
        ("REF ", "ACTION\u00a0", " RESPONSIBLE", "DEADLINE ", "STATUS", "UPDATE"),
        (
            "C1",
            "LAUNCH THE CARERS' PASSPORT ",
            "HEAD\u00a0OF WELLBEING",
            "31/10/2025 ",
            "✅ DONE",
            "LAUNCHED 3 OCTOBER 🎉",
        ),
        (
            "C2",
            "COUNT CARERS IN ESR",
            "HEAD OF WORKFORCE INFORMATION",
            "30\u00a0JANUARY\u00a02026",
            "🚧 IN PROGRESS ",
            "N/A",
        ),
        ("C3", "PEER SUPPORT GROUP", "STAFF SIDE CHAIR / HEAD OF WELLBEING", "TBC", "NOT STARTED", "AWAITING ROOM"),
        ("C4", "CARERS' WEEK STALL", "CARERS’ NETWORK CHAIR", "JUNE 2026", "⏳ NOT YET STARTED", ""),
    )
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)

    def true(row: int, owners: tuple[tuple[str, str], ...], target: TrueTarget, state: str, **facts: str) -> TrueAction:
        ref, text, *_, update = rows[row - 1]
        said = {"update": update or None, **facts}
        return TrueAction(ANY, row, text, owners, (target,), state=state, ref=ref, **said)  # type: ignore[arg-type]

    actions = (
        true(4, either_part("HEAD OF WELLBEING"), on("2025-10-31"), "completed"),
        true(5, either_part("HEAD OF WORKFORCE INFORMATION"), on("2026-01-30"), "in_progress", update=ANY),
        true(6, either_part("STAFF SIDE CHAIR", "HEAD OF WELLBEING"), undated("undecided"), "not_started"),
        true(7, either_part("CARERS’ NETWORK CHAIR"), in_month("2026-06"), "not_started"),
    )
    cells = sum(bool(cell.strip()) for row in rows for cell in row)
    truth = Truth(actions, cells=cells, period=FINANCIAL_2025)
    return "carers.csv", stream.getvalue().encode("utf-8"), truth


def meeting_notes_kept_as_a_csv_plan() -> Plan:
    """Owners broken over lines, sentences as states, a day completed in brackets, a section line between rows."""
    rows = (
        ("Action agreed", "Who", "When", "Position"),
        ("Patients", "", "", ""),
        ("Offer a hearing loop at each reception", "Head of\nEstates", "31 October 2025", "Closed 14/10/2025"),
        (
            "Ring people who did not attend, by deprivation",
            "Head of Access;\nHead of Data",
            "28/02/2026",
            "First calls made",
        ),
        ("Staff", "", "", ""),
        ("Let staff swap bank holidays", "HR Business Partner", "Mar-26", "No progress to date"),
        ("Hold Black History Month events", "REACH Network", "Oct 25", "Delivered, evaluation to follow"),
    )
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)

    def true(row: int, owners: tuple[tuple[str, str], ...], target: TrueTarget, state: str, group: str) -> TrueAction:
        return TrueAction(ANY, row, rows[row - 1][0], owners, (target,), state=state, group=group, update=ANY)

    actions = (
        true(3, either_part("Head of Estates"), on("2025-10-31"), "completed", "Patients"),
        true(4, either_part("Head of Access", "Head of Data"), on("2026-02-28"), NOT_OVER, "Patients"),
        true(6, either_part("HR Business Partner"), in_month("2026-03"), "not_started|not_stated", "Staff"),
        true(7, either_part("REACH Network"), in_month("2025-10"), "completed", "Staff"),
    )
    cells = sum(bool(cell.strip()) for row in rows for cell in row)
    return "Actions from the forum.csv", stream.getvalue().encode("utf-8"), Truth(actions, cells=cells)


def a_card_for_each_action() -> Plan:
    """A form pasted from Word: labels in column A and their answers in column B, one block an action."""
    book, (sheet,) = a_workbook("Cards")
    draw(
        sheet,
        """
        1: Disability equality action plan 2025/26
        3: Action | Install a changing place at the main entrance
        4: Lead | Head of Capital Projects
        5: Target date | 31 October 2025
        6: Status | In progress
        8: Action | Appoint a learning disability liaison nurse
        9: Lead | Deputy Chief Nurse
        10: Target date | March 2026
        11: Status | Not started
        """,
    )
    bold(sheet, *(f"A{row}" for row in (3, 4, 5, 6, 8, 9, 10, 11)))
    true = truths(sheet, "B")
    actions = (
        true(3, leads("Head of Capital Projects"), on("2025-10-31"), state="in_progress"),
        true(8, leads("Deputy Chief Nurse"), in_month("2026-03"), state="not_started"),
    )
    return "Cards.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_bar_chart_drawn_with_crosses() -> Plan:
    """A column for each month with crosses where work is planned, beside an end date; a year stands over the months."""
    book, (sheet,) = a_workbook("Timeline")
    draw(
        sheet,
        """
        1: Veterans and armed forces community – delivery timeline 2025/26
        3: Workstream | Task | Lead | 2025 | | | 2026 | | | Completion date | Progress
        4: | | | Oct | Nov | Dec | Jan | Feb | Mar
        5: Recruit | Guarantee an interview for veterans | Head of Resourcing | X | X | | | | | 28/11/2025 | Complete
        6: Recruit | Attend two resettlement fairs | Talent Acquisition Lead | | | X | X | | | 31/01/2026 | In progress
        7: Support | Name an armed forces champion | Chief Executive | X | | | | | | 31/10/2025 | Not started
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "D3:F3", "G3:I3")
    true = truths(sheet, "B", group="A")
    actions = (
        true(5, leads("Head of Resourcing"), on("2025-11-28"), state="completed"),
        true(6, leads("Talent Acquisition Lead"), on("2026-01-31"), state="in_progress"),
        true(7, leads("Chief Executive"), on("2025-10-31"), state="not_started"),
    )
    return "Timeline.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def an_old_date_struck_through_before_the_new_one() -> Plan:
    """The first date is struck through in the cell and the new one typed behind it; initials follow the posts."""
    book, (sheet,) = a_workbook("Race")
    draw(
        sheet,
        """
        1: RACE EQUALITY ACTION PLAN 2025/26
        2: REF. | RECOMMENDATION | ACTION TO BE TAKEN | ACCOUNTABLE LEAD | AGREED DATE | CURRENT POSITION
        3: R1 | Panels should be diverse | Recruit twenty panel members | Head of Resourcing | x | Fourteen recruited.
        4: R2 | Data should be open | Publish the race pay gap | Head of Reward | 31.12.2025 | NONE
        5: R3 | Bank staff should be heard | Add bank staff to the survey | Director of HR / Bank Office Manager | x
        """,
    )
    heading(sheet, 2)
    struck = InlineFont(strike=True)
    sheet["E3"] = CellRichText(TextBlock(struck, "30/09/2025"), " 31/01/2026")
    sheet["E5"] = CellRichText(TextBlock(struck, "Q2 2025/26"), "\nQ4 2025/26")
    true = truths(sheet, "C", ref="A", update="F")
    moved = (on("2026-01-31", "2025-09-30"), on("2026-01-31"))
    quarter = (in_quarter(4, 2025, "2025-09-30"), in_quarter(4, 2025))
    actions = (
        true(3, leads("Head of Resourcing"), moved, state=NOT_OVER, group=ANY),
        true(4, leads("Head of Reward"), on("2025-12-31"), state=GOING, group=ANY, update=ANY),
        true(5, leads("Director of HR", "Bank Office Manager"), quarter, group=ANY),
    )
    return "Race.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def the_quarter_crossed_instead_of_a_date() -> Plan:
    """Four narrow columns, one a quarter, with a cross where the work is planned; no other date."""
    book, (sheet,) = a_workbook("Grid")
    draw(
        sheet,
        """
        1: Bullying and harassment action plan 2025/26
        2: Action | Lead | Q1 | Q2 | Q3 | Q4 | Status
        3: Train mediators in every division | Head of Employee Relations | X | | | | Complete
        4: Rewrite the dignity at work policy | Head of HR Policy | | X | | | In progress
        5: Share lessons from grievances twice a year | Deputy Chief People Officer | | | X | X | Not started
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "A")
    late = (in_quarter(4, 2025), spread("2025-10-01", "2026-03-31"), by_end_of("2026-03"))
    actions = (
        true(3, leads("Head of Employee Relations"), in_quarter(1, 2025), state="completed"),
        true(4, leads("Head of HR Policy"), in_quarter(2, 2025), state="in_progress"),
        true(5, leads("Deputy Chief People Officer"), late, state="not_started"),
    )
    return "Grid.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
