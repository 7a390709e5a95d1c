"""Plans from other trusts that differ in what their columns mean: ambiguous headings, dates, owners, references."""

from __future__ import annotations

from openpyxl.styles import Font

from tests.other_plans_truth import (
    ANY,
    ANY_OWNERS,
    FINANCIAL_2025,
    Plan,
    TrueTarget,
    Truth,
    a_workbook,
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
    supports,
    through_year,
    truths,
    undated,
)


def status_says_rag_and_progress_is_an_update() -> Plan:
    """Status holds RAG words, Progress a narrative, Outcome a measure, and Date is when the action is due."""
    book, (sheet,) = a_workbook("GPG plan")
    draw(
        sheet,
        """
        1: Gender pay gap action plan 2025/26
        3: Ref | Priority | Action | Outcome | Date | Who | Status | Progress
        4: 1.1 | Flexible working | Advertise every consultant post as open to job share | 20% of adverts name a pattern | 30/09/2025 | Medical Director | Red | Wording agreed; not yet used in adverts.
        5: 1.2 | Flexible working | Train rota coordinators in self-rostering | All wards trained | 31/03/2026 | Rostering Support Manager | Green | Nine of 22 wards trained by 1 November 2025.
        6: 1.10 | Reward | Change the criteria for local excellence awards | Share of awards to women rises | 15/12/2025 | Medical Director | Amber | Consultation closed on 3 October 2025.
        7: 2.1 | Return to work | Offer coaching after parental leave | 30 people a year | 30/06/2025 | Head of OD | Blue | Launched in June.
        8: 2.2 | Return to work | See action 1.1
        """,  # noqa: E501
    )
    heading(sheet, 3)
    going = "in_progress|not_started|not_stated"
    true = truths(sheet, "C", ref="A", group="B", update="H", kept="D")
    actions = (
        true(4, leads("Medical Director"), on("2025-09-30"), stated_rag="red", state=going),
        true(5, leads("Rostering Support Manager"), on("2026-03-31"), stated_rag="green", state=going),
        true(6, leads("Medical Director"), on("2025-12-15"), stated_rag="amber", state=going),
        true(7, leads("Head of OD"), on("2025-06-30"), stated_rag="blue", state="completed|not_stated"),
        true(8, (), undated("blank"), pointer_to="1.1"),
    )
    return "GPG 2025-26.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def progress_says_state_and_date_is_of_the_update() -> Plan:
    """Progress holds the state, Status a narrative, Outcome a result, and Date is when the update was given."""
    book, (sheet,) = a_workbook("Inclusion actions")
    draw(
        sheet,
        """
        1: Inclusion actions 2025/26: position reported to the EDI Committee
        2: Goal | Action | Responsible | Target date | Progress | Status | Date | Outcome
        3: Our people | Recruit ten cultural ambassadors | Head of EDI | Q2 2025/26 | Complete | Twelve recruited and trained by the union. | @2025-10-06 | Two panels in three now have an ambassador.
        4: Our people | Start reciprocal mentoring for the executive team | Chief People Officer | Q4 2025/26 | In progress | Pairs matched; first meetings held. | @2025-11-03
        5: Our patients | Record ethnicity for 95% of inpatients | Chief Information Officer | Q3 2025/26 | In progress | At 91% in October. | @2025-11-03
        6: Our patients | Co-design a carers' passport with local groups | Head of Patient Experience | Q1 2026/27 | Not started | Waits for the new post. | @2025-09-12
        """,  # noqa: E501
    )
    for row in range(3, 7):
        sheet[f"G{row}"].number_format = "dd/mm/yyyy"
    heading(sheet, 2)
    true = truths(sheet, "B", group="A", update="F", kept="H")
    actions = (
        true(3, leads("Head of EDI"), in_quarter(2, 2025), state="completed"),
        true(4, leads("Chief People Officer"), in_quarter(4, 2025), state="in_progress"),
        true(5, leads("Chief Information Officer"), in_quarter(3, 2025), state="in_progress"),
        true(6, leads("Head of Patient Experience"), in_quarter(1, 2026), state="not_started"),
    )
    return "Position report.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def original_and_revised_dates() -> Plan:
    """Both dates in columns, odd spellings of dates, a cancelled action struck through, a hidden row and column."""
    book, (sheet,) = a_workbook("LGBT+ plan")
    draw(
        sheet,
        """
        1: LGBT+ inclusion action plan 2025/26
        3: No | Action | Action owner | Original due date | Revised due date | Current position | Latest update | Cost code
        4: 001 | Ask for the Rainbow Badge reassessment | Head of EDI | 27th July 2025 | 10.12.2025 | In progress | Moved: assessor not available. | X100
        5: 002 | Update the trans inclusion policy | HR Policy Manager | 12/6/25 | | Completed | Ratified.
        6: 003 | Review signage of gender-neutral toilets | Head of Estates & Facilities | Sept 2025 | end Jan 26 | Not started | Survey first.
        7: 004 | March with partners at the city Pride | LGBT+ Network Chair | Aug-25 | | Completed | 140 staff marched.
        8: 005 | Buy a second float | LGBT+ Network Chair | August 2025 | | Not started | Stopped by the network.
        9: 006 | Add monitoring of sexual orientation to the maternity record | Digital Midwife | 31 Oct 2025 | 28 Feb 2026 | In progress | Supplier change request.
        10: 007 | Train the chaplaincy volunteers | Lead Chaplain | by end of Q3 25/26 | | In progress
        """,  # noqa: E501
    )
    heading(sheet, 3)
    for cell in sheet[8]:
        cell.font = Font(strike=True)
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["H"].hidden = True
    true = truths(sheet, "B", ref="A", update="G", kept="H")
    actions = (
        true(4, leads("Head of EDI"), on("2025-12-10", "2025-07-27"), state="in_progress"),
        true(5, leads("HR Policy Manager"), on("2025-06-12"), state="completed"),
        true(6, leads("Head of Estates & Facilities"), by_end_of("2026-01", "2025-09-30"), state="not_started"),
        true(7, leads("LGBT+ Network Chair"), in_month("2025-08"), state="completed"),
        true(8, leads("LGBT+ Network Chair"), in_month("2025-08"), state="not_started", cancelled=True),
        true(9, leads("Digital Midwife"), on("2026-02-28", "2025-10-31"), state="in_progress"),
        true(10, leads("Lead Chaplain"), by_end_of("2025-12"), state="in_progress"),
    )
    truth = Truth(
        actions,
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
        said=("hidden", "struck|strike|cancelled"),
    )
    return "LGBT plan.xlsx", saved(book), truth


def every_kind_of_target() -> Plan:
    """Dated, ranges, ongoing, recurring, conditional, undecided, ambiguous, unreadable: one row each, group by line."""
    book, (sheet,) = a_workbook("Targets")
    rows: tuple[tuple[str, TrueTarget | tuple[TrueTarget, ...]], ...] = (
        ("Q3 25/26", in_quarter(3, 2025)),
        ("End of Q1 2025/26", by_end_of("2025-06")),
        ("Q1-Q3", spread("2025-04-01", "2025-12-31")),
        ("Q3–Q4 2025/26", spread("2025-10-01", "2026-03-31")),
        ("Oct–Dec 2025", spread("2025-10-01", "2025-12-31")),
        ("Mar-26", in_month("2026-03")),
        ("by end Jan 26", by_end_of("2026-01")),
        ("12/6/25", on("2025-06-12")),
        ("10.05.2026", on("2026-05-10")),
        ("27th July 2025", on("2025-07-27")),
        ("1st of December, 2025", on("2025-12-01")),
        ("Monday 2 February 2026", on("2026-02-02")),
        ("2026-01-31", on("2026-01-31")),
        ("Sept 2025", in_month("2025-09")),
        ("by March 2026", in_month("2026-03")),
        ("Throughout 2025/2026", through_year()),
        ("2025/26", (through_year(), TrueTarget("dated", "2025-04-01", "2026-03-31"))),
        ("Financial year 2025-26", (through_year(), TrueTarget("dated", "2025-04-01", "2026-03-31"))),
        ("April 2025 to March 2026", through_year()),
        ("Q3 onwards", TrueTarget("ongoing", "2025-10-01", None)),
        ("Ongoing", undated("ongoing")),
        ("Continuous", undated("ongoing")),
        ("monthly", undated("recurring")),
        ("Annually", undated("recurring")),
        ("Every quarter", undated("recurring")),
        ("Quarterly updates", undated("recurring")),
        ("When the opportunity arises", undated("conditional")),
        ("Post meeting", undated("conditional")),
        ("Once funding is agreed", undated("conditional")),
        ("Subject to approval of the business case", undated("conditional")),
        ("TBC", undated("undecided")),
        ("To be agreed", undated("undecided")),
        ("Head of EDI to determine", undated("undecided")),
        ("Q2 2025", undated("ambiguous")),
        ("Spring 2026", undated("unreadable")),
        ("31 June 2025", undated("unreadable")),
        ("asap", (undated("unreadable"), undated("undecided"), undated("ambiguous"))),
        ("Mar-25 then Sep-25", spread("2025-03-01", "2025-09-30")),
        ("Phase 1: June 2025¶Phase 2: January 2026", spread("2025-06-01", "2026-01-31")),
        ("", undated("blank")),
    )
    drawn = "\n".join(
        f"{row}: {row - 3} | Carry out step {row - 3} of the accessible information programme | {text} | Head of EDI"
        for row, (text, _) in enumerate(rows, 4)
    )
    draw(sheet, "1: Accessible information programme 2025/26\n3: Step | Task | Timescale | Lead\n" + drawn)
    heading(sheet, 3)
    true = truths(sheet, "B")
    actions = tuple(true(row, leads("Head of EDI"), target) for row, (_, target) in enumerate(rows, 4))
    unsure = ("ambiguous", "unreadable")
    said_of = tuple(
        (sheet.title, f"C{row}")
        for row, (_, target) in enumerate(rows, 4)
        if isinstance(target, TrueTarget) and target.kind in unsure
    )
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, findings_at=said_of)
    return "Accessible information.xlsx", saved(book), truth


def every_list_of_owners() -> Plan:
    """Owners by line, slash, semicolon, bullet, comma, "and", single spaces, "with support from", initials, none."""
    book, (sheet,) = a_workbook("Owners")
    rows = (
        ("Head of Strategy, Change and Development", leads("Head of Strategy, Change and Development")),
        ("Director of Nursing, Midwifery & AHPs", leads("Director of Nursing, Midwifery & AHPs")),
        ("Head of EDI¶Head of Resourcing¶Staff Networks", leads("Head of EDI", "Head of Resourcing", "Staff Networks")),
        ("Head of Resourcing / Head of EDI", leads("Head of Resourcing", "Head of EDI")),
        ("Medical Director/Chief Nurse", leads("Medical Director", "Chief Nurse")),
        (
            "Director of Workforce & OD; Head of Employee Relations",
            leads("Director of Workforce & OD", "Head of Employee Relations"),
        ),
        ("• Head of Communications¶• Head of EDI", leads("Head of Communications", "Head of EDI")),
        ("- Chief Executive¶- Chair", leads("Chief Executive", "Chair")),
        ("Head of EDI Head of Employee Relations", leads("Head of EDI", "Head of Employee Relations")),
        ("Deputy Chief Executive", leads("Deputy Chief Executive")),
        ("Head of EDI, Head of Resourcing", leads("Head of EDI", "Head of Resourcing")),
        ("Head of EDI and Head of Resourcing", leads("Head of EDI", "Head of Resourcing")),
        (
            "Head of Estates with support from Head of EDI",
            leads("Head of Estates") + supports("Head of EDI"),
        ),
        (
            "Lead: Chief Nurse¶Support: Head of Patient Experience",
            leads("Chief Nurse") + supports("Head of Patient Experience"),
        ),
        (
            "Head of Education supported by the Race Equality Network",
            leads("Head of Education") + supports("Race Equality Network"),
        ),
        ("Head of EDI (AK) / Head of Leadership (TB)", leads("Head of EDI (AK)", "Head of Leadership (TB)")),
        ("AK / TB", leads("AK", "TB")),
        ("JM", leads("JM")),
        ("All divisional directors", leads("All divisional directors")),
        ("Trust Board", leads("Trust Board")),
        ("People and Culture Committee", leads("People and Culture Committee")),
        ("Equality & Diversity Lead", leads("Equality & Diversity Lead")),
        ("Head of Learning and Development, Head of EDI", leads("Head of Learning and Development", "Head of EDI")),
        ("Chief Nurse   Medical Director", leads("Chief Nurse", "Medical Director")),
        ("TBC", ANY_OWNERS),
        ("", ()),
    )
    drawn = "\n".join(
        f"{row}: A{row - 2:02d} | Deliver part {row - 2} of the allyship programme | {text} | Q4"
        for row, (text, _) in enumerate(rows, 3)
    )
    draw(sheet, "1: Allyship programme 2025/26\n2: Ref | Action | Responsible Owner(s) | Due\n" + drawn)
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A")
    actions = tuple(true(row, owners, in_quarter(4, 2025)) for row, (_, owners) in enumerate(rows, 3))
    return "Allyship programme.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def gaps_with_actions_taken_and_further_actions() -> Plan:
    """Issue, gap and objective before the action; what was done so far stands beside what is still to do."""
    book, (sheet,) = a_workbook("EDS gap analysis")
    draw(
        sheet,
        """
        1: EDS gap analysis and improvement plan
        2: 2025/26
        5: Domain | Issue / gap identified | Objective | Actions taken so far | Further actions required | Lead | Exec sponsor | Timescale | RAG rating
        6: Domain 1 | Deaf patients wait longer to be seen | Equal waiting times for Deaf patients | Interpreters can be booked on line since May 2025. | Put video interpreting in every emergency department | Head of Patient Experience | Chief Nurse | Q3 2025/26 | Amber
        7: Domain 1 | Few easy-read letters | Every template has an easy-read form | Forty templates rewritten by March 2025. | Rewrite the remaining 25 templates with the reader panel | Head of Communications | Chief Nurse | Q2 2025/26 | Red
        8: Domain 2 | Carers say flexible working is hard to get | Requests answered within 28 days | Policy rewritten. | Publish response times by division | Head of Employee Relations | Chief People Officer | Q4 2025/26 | Green
        """,  # noqa: E501
    )
    heading(sheet, 5)
    true = truths(sheet, "E", group="A", kept="BCD")
    going = "in_progress|not_started|not_stated"
    actions = (
        true(
            6,
            either_part("Head of Patient Experience", "Chief Nurse"),
            in_quarter(3, 2025),
            stated_rag="amber",
            state=going,
            update=ANY,
        ),
        true(
            7,
            either_part("Head of Communications", "Chief Nurse"),
            in_quarter(2, 2025),
            stated_rag="red",
            state=going,
            update=ANY,
        ),
        true(
            8,
            either_part("Head of Employee Relations", "Chief People Officer"),
            in_quarter(4, 2025),
            stated_rag="green",
            state=going,
            update=ANY,
        ),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDS gap analysis.xlsx", saved(book), truth


def a_risk_register_of_equality_risks() -> Plan:
    """A register: risk, cause, scores and controls before the mitigating action, its owner and its date."""
    book, (sheet,) = a_workbook("EDI risks")
    draw(
        sheet,
        """
        1: Equality, diversity and inclusion risk register
        2: Reviewed by the People Committee on 4 November 2025
        4: Risk ID | Risk description | Cause | Likelihood | Impact | Score | Existing controls | Mitigating action | Action owner | Due date | Status
        5: R12 | Disabled staff leave because adjustments are late | No single budget | #4 | #3 | #12 | Health passport | Set up a central adjustments budget | Director of Finance | 31/12/2025 | In progress
        6: R15 | Patients miss care for want of an interpreter | One supplier | #3 | #4 | #12 | Telephone service | Tender for a second interpreting supplier | Head of Procurement | 28/11/2025 | Not started
        7: R15 | Patients miss care for want of an interpreter | One supplier | #3 | #4 | #12 | Telephone service | Audit bookings that were not filled | Head of Patient Experience | 30/01/2026 | In progress
        8: R21 | The pay gap report is late | Data owner left | #2 | #3 | #6 | Reporting calendar | Train a deputy in pay gap reporting | Head of Workforce Information | 29/08/2025 | Closed
        """,  # noqa: E501
    )
    heading(sheet, 4)
    true = truths(sheet, "H", kept="BCG")
    actions = (
        true(5, leads("Director of Finance"), on("2025-12-31"), state="in_progress", group=ANY, ref="R12"),
        true(6, leads("Head of Procurement"), on("2025-11-28"), state="not_started", group=ANY, ref="R15"),
        true(7, leads("Head of Patient Experience"), on("2026-01-30"), state="in_progress", group=ANY, ref="R15"),
        true(8, leads("Head of Workforce Information"), on("2025-08-29"), state="completed", group=ANY, ref="R21"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet))
    return "EDI risk register.xlsx", saved(book), truth


def references_that_repeat_in_each_group() -> Plan:
    """Numbers begin again in each aim; the aim stands only in its first row; a letter key explains the state."""
    book, (sheet,) = a_workbook("Aims")
    draw(
        sheet,
        """
        1: Equality objectives action plan 2025-26
        2: Key: C = Complete, O = Open, N = Not started
        4: Aim | No. | Action | By whom | Deadline | Priority | C/O/N
        5: Aim A: Better data | #1 | Ask every new starter to complete their equality record | Head of Resourcing | Q1 | High | C
        6: | #2 | Report declaration rates by division | Head of Workforce Information | Q2 | Medium | O
        7: | #3 | Ask for the record again at each appraisal | Head of OD | Q4 | Low | N
        8: Aim B: Better conversations | #1 | Hold a monthly open hour with the Chief Executive | Chief Executive | Ongoing | High | O
        9: | #2 | Add inclusion to the team brief | Head of Communications | Q3 | Medium | O
        """,  # noqa: E501
    )
    heading(sheet, 4)
    data, talk = sheet["A5"].value, sheet["A8"].value
    true = truths(sheet, "C", kept="F")
    actions = (
        true(5, leads("Head of Resourcing"), in_quarter(1, 2025), state="completed", group=data),
        true(6, leads("Head of Workforce Information"), in_quarter(2, 2025), state="in_progress", group=data),
        true(7, leads("Head of OD"), in_quarter(4, 2025), state="not_started", group=data),
        true(8, leads("Chief Executive"), undated("ongoing"), state="in_progress", group=talk),
        true(9, leads("Head of Communications"), in_quarter(3, 2025), state="in_progress", group=talk),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Equality objectives.xlsx", saved(book), truth


def milestones_and_success_measures_full_of_dates() -> Plan:
    """National deadlines in description and measures are no due dates; a Milestone column is; a goal is merged down."""
    book, (sheet,) = a_workbook("ICB plan")
    draw(
        sheet,
        """
        1: Integrated care board: workforce inclusion plan for 2025/26
        3: Goal | National expectation | What we will do | Responsible lead(s) | Milestone | Success measure | Progress RAG | Framework
        4: 1. Leaders are accountable | Objectives in place by March 2024 | Review each executive's EDI objective at mid-year | Chief Executive | October 2025 | All reviewed by 31 October 2025 | Complete | EDS22 Domain 3
        5: | Lived experience used by March 2025 | Invite network chairs to two Board seminars | Trust Secretary | Q4 | Two seminars | On track | EDS22
        6: 2. No pay gaps | Plans for sex and race by 2024, disability by 2025 | Publish a disability pay gap | Head of Workforce Information | 30 November 2025 | Published by March 2026 | Delayed | WDES
        7: | Flexible working for all by 2025 | Report refused requests to the committee | Head of Employee Relations | Each quarter | Fewer than 5% refused | On track | WRES, WDES, GPG
        """,  # noqa: E501
    )
    heading(sheet, 3)
    merge(sheet, "A4:A5", "A6:A7")
    leaders, pay = sheet["A4"].value, sheet["A6"].value
    true = truths(sheet, "C", kept="BF")
    going = "in_progress|not_stated"
    actions = (
        true(
            4,
            leads("Chief Executive"),
            in_month("2025-10"),
            state="completed",
            stated_rag=ANY,
            group=leaders,
            frameworks=("EDS22 Domain 3",),
        ),
        true(
            5,
            leads("Trust Secretary"),
            in_quarter(4, 2025),
            state=going,
            stated_rag=ANY,
            group=leaders,
            frameworks=("EDS22",),
        ),
        true(
            6,
            leads("Head of Workforce Information"),
            on("2025-11-30"),
            state="in_progress|not_started|not_stated",
            stated_rag=ANY,
            group=pay,
            frameworks=("WDES",),
        ),
        true(
            7,
            leads("Head of Employee Relations"),
            undated("recurring"),
            state=going,
            stated_rag=ANY,
            group=pay,
            frameworks=("GPG", "WDES", "WRES"),
        ),
    )
    return "ICB workforce inclusion.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_column_of_updates_for_each_quarter() -> Plan:
    """Updates quarter by quarter in columns of their own, one of them still empty; true dates in several formats."""
    book, (sheet,) = a_workbook("Delivery")
    draw(
        sheet,
        """
        1: Patient equality delivery plan 2025/26
        3: Strategic outcome | REF: | KEY ACTION: | LEAD DIRECTOR: | TIMELINE: | Q1 update | Q2 update | Q3 update | BRAG
        4: People are heard | PE1 | Recruit 20 patient partners from groups we seldom hear | Director of Nursing | @2025-12-01 | Advert out. | Nine recruited by 30 September. | | A
        5: People are heard | PE2 | Pay expenses to patient partners on the day | Director of Finance | @2025-08-29 | Agreed. | Paid from August. | | B
        6: People are reached | PE3 | Move two clinics into community centres | Chief Operating Officer | @2026-03-31 | Sites viewed. | Lease delayed. | | R
        7: People are reached | PE4 | Text reminders in the patient's own language | Chief Information Officer | @2026-02-27 | | Trial in audiology. | | G
        9: BRAG: B = complete; R = off track; A = delayed but recoverable; G = on track
        """,  # noqa: E501
    )
    heading(sheet, 3)
    for row, written in ((4, "mmmm yyyy"), (5, "m/d/yyyy"), (6, "[$-809]dd mmmm yyyy"), (7, "ddd d mmm yy")):
        sheet[f"E{row}"].number_format = written
    going = "in_progress|not_started|not_stated"
    true = truths(sheet, "C", ref="B", group="A", kept="FGH")
    actions = (
        true(4, leads("Director of Nursing"), in_month("2025-12"), stated_rag="amber", state=going, update=ANY),
        true(5, leads("Director of Finance"), on("2025-08-29"), stated_rag="blue", state="completed", update=ANY),
        true(6, leads("Chief Operating Officer"), on("2026-03-31"), stated_rag="red", state=going, update=ANY),
        true(7, leads("Chief Information Officer"), on("2026-02-27"), stated_rag="green", state=going, update=ANY),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A9"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Patient equality.xlsx", saved(book), truth


def open_actions_and_closed_actions_on_two_sheets() -> Plan:
    """Closed actions move to a sheet of their own, with the day on which they were completed instead of a status."""
    book, (still_open, closed) = a_workbook("Open actions", "Closed actions")
    draw(
        still_open,
        """
        1: Race equality action log 2025/26
        2: Owner: EDI team
        3: Version: 7
        5: Ref | What | Who | When | Where are we now?
        6: RE3 | Agree a de-biasing checklist for disciplinary cases | Head of Employee Relations | Q3 | Draft with staff side.
        7: RE5 | Ask each division to publish who gets study leave | Director of Medical Education, Head of Nursing Education | 31.01.26 |
        """,  # noqa: E501
    )
    draw(
        closed,
        """
        1: Race equality action log 2025/26: closed
        3: Ref | What | Who | When | Date completed | Evidence
        4: RE1 | Appoint two executive sponsors for the network | Chief Executive | Q1 | @2025-06-18 | Minutes, 18 June
        5: RE2 | Publish the WRES report | Head of EDI | 31/10/2025 | @2025-10-30 | Website
        """,
    )
    heading(still_open, 5)
    heading(closed, 3)
    for row in (4, 5):
        closed[f"E{row}"].number_format = "dd/mm/yyyy"
    now, done = truths(still_open, "B", ref="A"), truths(closed, "B", ref="A", kept="F")
    educators = leads("Director of Medical Education", "Head of Nursing Education")
    actions = (
        now(6, leads("Head of Employee Relations"), in_quarter(3, 2025), group=ANY, update="Draft with staff side."),
        now(7, educators, on("2026-01-31"), group=ANY),
        done(4, leads("Chief Executive"), in_quarter(1, 2025), state="completed", group=ANY, update=ANY),
        done(5, leads("Head of EDI"), on("2025-10-31"), state="completed", group=ANY, update=ANY),
    )
    truth = Truth(
        actions,
        perhaps_unplaced=cells_of(still_open, "A2", "A3"),
        cells=non_empty(still_open, closed),
        period=FINANCIAL_2025,
    )
    return "Race equality log.xlsx", saved(book), truth
