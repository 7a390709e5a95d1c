"""Plans with keys of a trust's own, dates moved twice, owners as they are named."""

# ruff: noqa: E501 - rows of a drawing are as long as rows are

from __future__ import annotations

from tests.other_plans_truth import (
    ANY,
    ANY_OWNERS,
    FINANCIAL_2025,
    GOING,
    NO_DAY,
    Owners,
    Plan,
    TrueTarget,
    Truth,
    a_workbook,
    between,
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
    supports,
    through_year,
    truths,
    undated,
)


def letters_that_mean_something_else_here() -> Plan:
    """Acute: B is behind, C is complete, O is on track, told in a line of its own; no colours at all."""
    book, (sheet,) = a_workbook("Disability plan")
    draw(
        sheet,
        """
        1: WDES action plan 2025/26
        2: Status key: C = complete, O = on track, B = behind schedule, N = not started
        4: Metric | What we will do | Accountable | Complete by | Status | Narrative
        5: Metric 1 | Sign up to Disability Confident Leader | Head of EDI | 30 Jun 2025 | C | Certificate received
        6: Metric 2 | Interview guarantee explained in each advert | Head of Resourcing | 27 Feb 2026 | B | System change asked for
        7: Metric 8 | Equipment within six weeks | Head of Procurement | 31 Mar 2026 | O | Median is seven weeks
        8: Metric 9 | Network chair meets the Chief Executive each quarter | Chief Executive | 31 Mar 2026 | N |
        """,
    )
    heading(sheet, 4)
    true = truths(sheet, "B", group="A", update="F")
    actions = (
        true(5, leads("Head of EDI"), on("2025-06-30"), state="completed", stated_rag=ANY),
        true(6, leads("Head of Resourcing"), on("2026-02-27"), state=GOING),
        true(7, leads("Head of Procurement"), on("2026-03-31"), state=GOING, stated_rag=ANY),
        true(8, leads("Chief Executive"), on("2026-03-31"), state="not_started"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WDES plan.xlsx", saved(book), truth


def a_key_on_a_sheet_of_its_own_where_green_is_complete() -> Plan:
    """Community: fills without words; the key stands on a sheet of its own: green complete, yellow going, blue not begun."""
    book, (sheet, key) = a_workbook("Plan", "Key")
    draw(
        sheet,
        """
        1: Race equality action plan, April 2025 to March 2026
        3: Aim | Action | Lead | Timescale | Progress | Comments
        4: Listen | Hold conversations on race in each division | Head of Inclusion | Q2 | | Twelve held
        5: Listen | Reply to what was said | Chief Executive | Q3 | | Draft reply
        6: Act | Review of bullying cases by ethnicity | Head of ER | Q4 | |
        7: Act | Publish the results | Head of Communications | Q4 | | No colour yet
        """,
    )
    draw(key, "1: Colour | Meaning\n2: | Complete\n3: | In progress\n4: | Not yet started\n5: | Overdue")
    heading(sheet, 3)
    heading(key, 1)
    paint(key, A2="00B050", A3="FFFF00", A4="00B0F0", A5="FF0000")
    paint(sheet, E4="00B050", E5="FFFF00", E6="00B0F0")
    true = truths(sheet, "B", group="A", update="F")
    actions = (
        true(4, leads("Head of Inclusion"), in_quarter(2, 2025), state="completed|not_stated"),
        true(5, leads("Chief Executive"), in_quarter(3, 2025), state="in_progress|not_stated"),
        true(6, leads("Head of ER"), in_quarter(4, 2025), state="not_started|not_stated"),
        true(7, leads("Head of Communications"), in_quarter(4, 2025)),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(key, "A1:B5"), period=FINANCIAL_2025)
    return "Race equality plan.xlsx", saved(book), truth


def numbered_points_inside_each_cell() -> Plan:
    """Specialist: each cell holds a numbered list: actions, owners and days in step with one another."""
    book, (sheet,) = a_workbook("WDES")
    draw(
        sheet,
        """
        1: Workforce Disability Equality Standard 2025/26: our plan
        3: Metric | What the data tell us | Actions | Leads | Timescales | RAG
        4: 4a | More harassment of disabled staff | 1. Name a sponsor in each division¶2. Campaign in November | 1. Divisional Directors¶2. Head of Communications | 1. Dec 25¶2. Mar 26 | Amber
        5: 5 | Fewer believe in equal opportunity | 1. Publish secondments¶2. Panel with a disabled member | Head of Resourcing | 1. 30/09/25¶2. 31/10/25 | Red
        6: 7 | Feel less valued | a) Long service awards reviewed | Head of Engagement | a) Feb 26 | Green
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "C", group="A", kept="B")
    facts = {"state": GOING, "group": ANY}
    actions = (
        true(4, either_part("Divisional Directors", "Head of Communications"), (in_month("2026-03"), *between("2025-12-01", "2026-03-31"), *NO_DAY), stated_rag="amber", **facts),
        true(5, leads("Head of Resourcing"), (on("2025-10-31"), *between("2025-09-30", "2025-10-31"), *NO_DAY), stated_rag="red", **facts),
        true(6, leads("Head of Engagement"), (in_month("2026-02"), *NO_DAY), stated_rag="green", **facts),
    )  # fmt: skip
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WDES 2025.xlsx", saved(book), truth


def a_form_left_with_its_prompts() -> Plan:
    """Care board: a form from Word with its prompts still in it, and dittos for what stands above."""
    book, (sheet,) = a_workbook("Anti-racism")
    draw(
        sheet,
        """
        1: Anti-racism framework: assessment and action plan 2025-26
        3: Deliverable | Action to be taken | Named lead | Expected completion | Actual completion | Status | Evidence
        4: 1.1 | Appoint an executive sponsor | Chief People Officer | 30 May 2025 | 21 May 2025 | Completed | Board minute
        5: 1.2 | Agree the statement with staff networks | " | 31 July 2025 | Click or tap to enter a date. | In progress | Click or tap here to enter text.
        6: 1.3 | Statement on the website in ten languages | as above | Click or tap to enter a date. | Click or tap to enter a date. | Choose an item. | Click or tap here to enter text.
        7: 2.1 | Data by ethnicity in each board report | Chief Information Officer | 31 March 2026 | n/a | Choose an item. |
        8: 2.2 | Targets for each band | ditto | 31 March 2026 | 31 March 2026 | In progress |
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B")
    facts = {"group": ANY, "update": ANY}
    actions = (
        true(4, leads("Chief People Officer"), on("2025-05-30"), state="completed", **facts),
        true(5, leads("Chief People Officer"), on("2025-07-31"), state="in_progress", **facts),
        true(6, leads("Chief People Officer"), (undated("blank"), undated("unreadable")), state="not_stated", **facts),
        true(7, leads("Chief Information Officer"), on("2026-03-31"), state="not_stated", **facts),
        true(8, leads("Chief Information Officer"), on("2026-03-31"), state="in_progress", **facts),
    )
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Anti-racism framework.xlsx", saved(book), truth


def dates_moved_twice_in_columns_of_their_own() -> Plan:
    """Ambulance: first date, revision 1, revision 2, why it moved, and a forecast beside the RAG of today."""
    book, (sheet,) = a_workbook("Programme")
    draw(
        sheet,
        """
        1: Inclusive culture programme 2025/26 – milestones
        3: ID | Deliverable | SRO | Baseline date | Revised date 1 | Revised date 2 | Reason for change | RAG last month | RAG this month | Forecast RAG
        4: M1 | Culture dashboard live | Director of People | @2025-06-30 | @2025-08-29 | @2025-12-19 | Data | Red | Amber | Green
        5: M2 | Active bystander course for all crews | Director of Operations | @2026-03-31 | | | | Green | Green | Green
        6: M3 | Uniform policy with religious dress | Director of Operations | @2025-09-30 | @2025-11-14 | | Consultation | Amber | Red | Amber
        7: M4 | Review of shift patterns | Director of Operations | @2025-05-30 | | | | Complete | Complete | Complete
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A", kept="G")
    facts = {"kept": ()}
    actions = (
        true(4, leads("Director of People"), on("2025-12-19", "2025-06-30"), state=GOING, stated_rag="amber"),
        true(5, leads("Director of Operations"), on("2026-03-31"), state=GOING, stated_rag="green", **facts),
        true(6, leads("Director of Operations"), on("2025-11-14", "2025-09-30"), state=GOING, stated_rag="red"),
        true(7, leads("Director of Operations"), on("2025-05-30"), state="completed", stated_rag=ANY, **facts),
    )
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Culture milestones.xlsx", saved(book), truth


def days_without_years_and_a_strategy_of_three_years() -> Plan:
    """Trust: the title gives three years, so a bare quarter or "31 March" has no year that is known."""
    book, (sheet,) = a_workbook("Delivery")
    draw(
        sheet,
        """
        1: Belonging strategy 2024–2027: delivery plan
        3: Commitment | Action | Owner | Timeframe | Status
        4: Belong | Network for men's health | Wellbeing Lead | Q3 | In progress
        5: Belong | Carers' passport | Wellbeing Lead | Year 2 | In progress
        6: Grow | Career clinics | Head of Learning | Year 2, Q4 | Not started
        7: Grow | Shadowing scheme | Head of Learning | 31 March | Not started
        8: Thrive | Long Covid support | Head of Occupational Health | Year 1 | Completed
        9: Thrive | Review of night work | Head of Occupational Health | by Q2 2026 | In progress
        10: Thrive | Financial wellbeing advice | Head of Reward | 2026/27 | Not started
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", group="A")
    years = (through_year(2025), TrueTarget("dated", "2025-04-01", "2026-03-31"), *NO_DAY)
    actions = (
        true(4, leads("Wellbeing Lead"), NO_DAY, state="in_progress"),
        true(5, leads("Wellbeing Lead"), years, state="in_progress"),
        true(6, leads("Head of Learning"), (in_quarter(4, 2025), *NO_DAY), state="not_started"),
        true(7, leads("Head of Learning"), NO_DAY, state="not_started"),
        true(8, leads("Head of Occupational Health"), (through_year(2024), *NO_DAY), state="completed"),
        true(9, leads("Head of Occupational Health"), NO_DAY, state="in_progress"),
        true(10, leads("Head of Reward"), through_year(2026), state="not_started"),
    )
    return "Belonging delivery plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


OWNERS: tuple[tuple[str, Owners], ...] = (
    (
        "Lead: Head of Inclusion; Support: Staff Networks",
        (("Head of Inclusion", "lead"), ("Staff Networks", "support")),
    ),
    (
        "Chief Nurse (Exec) / Matron for Inclusion (Ops)",
        either_part("Chief Nurse (Exec)", "Matron for Inclusion (Ops)"),
    ),
    ("Dr Amara Cole, Medical Director", (("Dr Amara Cole, Medical Director", ANY),)),
    ("Head of EDI & deputies", ANY_OWNERS),
    ("Vacant (Head of EDI)", ANY_OWNERS),
    ("HRBPs", (("HRBPs", ANY),)),
    ("Divisional triumvirates", (("Divisional triumvirates", ANY),)),
    ("CPO with support from Head of OD", (("CPO", "lead"), ("Head of OD", "support"))),
    (
        "Associate Director of Equality, Diversity and Inclusion",
        leads("Associate Director of Equality, Diversity and Inclusion"),
    ),
    ("Head of Resourcing and Head of Reward", leads("Head of Resourcing", "Head of Reward")),
    ("Head of Learning and Development", leads("Head of Learning and Development")),
    ("1) Chief Nurse 2) Chief AHP", either_part("Chief Nurse", "Chief AHP")),
    ("Jo Marsh – Head of Culture", ANY_OWNERS),
    ("Race Equality Network Chair/EDI Manager", either_part("Race Equality Network Chair", "EDI Manager")),
    ("All line managers", leads("All line managers")),
    ("Chaplaincy", leads("Chaplaincy")),
    ("Ward sisters and charge nurses", ANY_OWNERS),
    ("Freedom to Speak Up Guardian", leads("Freedom to Speak Up Guardian")),
    ("Head of Inclusion\nHead of Wellbeing", leads("Head of Inclusion", "Head of Wellbeing")),
    ("Chief Operating Officer (interim)", ANY_OWNERS),
    ("Workforce Race Equality Standard Expert", leads("Workforce Race Equality Standard Expert")),
    ("Non-Executive Director for wellbeing", leads("Non-Executive Director for wellbeing")),
    ("Governors", leads("Governors")),
    ("Estates", leads("Estates")),
)


def whoever_was_named_in_the_meeting() -> Plan:
    """Foundation trust: owners as a secretary writes them down."""
    book, (sheet,) = a_workbook("Actions")
    draw(sheet, "1: Inclusion action plan 2025/26\n3: Ref | Action | Owner | Due date | Status")
    heading(sheet, 3)
    for row, (who, _) in enumerate(OWNERS, 4):
        action = f"Report to the staff networks how promise {row - 3} of the charter is kept"
        for column, value in enumerate((f"A{row - 3}", action, who, "27/02/2026", "In progress"), 1):
            sheet.cell(row, column, value)
    true = truths(sheet, "B", ref="A")
    actions = tuple(
        true(row, owners, on("2026-02-27"), state="in_progress") for row, (_, owners) in enumerate(OWNERS, 4)
    )
    return "Inclusion owners.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def two_tables_beside_one_another() -> Plan:
    """Ambulance: staff actions at the left and patient actions at the right of one sheet, an empty column between."""
    book, (sheet,) = a_workbook("Equality objectives")
    draw(
        sheet,
        """
        1: Equality objectives 2025/26
        3: OUR STAFF | | | | | OUR PATIENTS | | |
        4: Action | Owner | Due | Status | | Action | Owner | Due | Status
        5: Mentors for new recruits | Head of HR | 31/10/2025 | Complete | | Video interpreting in vehicles | Head of Digital | 30/01/2026 | In progress
        6: Quiet rooms at stations | Head of Estates | 27/02/2026 | In progress | | Training on autism | Head of Education | 28/11/2025 | Not started
        """,
    )
    heading(sheet, 4)
    bold(sheet, "A3", "F3")
    left, right = truths(sheet, "A"), truths(sheet, "F")
    facts = {"group": ANY}
    actions = (
        left(5, leads("Head of HR"), on("2025-10-31"), state="completed", **facts),
        left(6, leads("Head of Estates"), on("2026-02-27"), state="in_progress", **facts),
        right(5, leads("Head of Digital"), on("2026-01-30"), state="in_progress", **facts),
        right(6, leads("Head of Education"), on("2025-11-28"), state="not_started", **facts),
    )
    return "Equality objectives.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


def the_same_actions_on_a_sheet_for_each_quarter() -> Plan:
    """Mental health: the plan copied to a new sheet each quarter; the last one is the one in use."""
    book, sheets = a_workbook("Q1 Jun 25", "Q2 Sep 25", "Q3 Nov 25")
    states = (("In progress", "Not started"), ("Completed", "Not started"), ("Completed", "In progress"))
    for sheet, (one, two) in zip(sheets, states, strict=True):
        draw(
            sheet,
            f"""
            1: EDI action plan 2025/26: position at {sheet.title}
            3: No | Action | Lead | Due date | Status
            4: 1 | Publish a calendar of religious days | Chaplain | 31/07/2025 | {one}
            5: 2 | Offer a course in British Sign Language | Head of Learning | 27/02/2026 | {two}
            """,
        )
        heading(sheet, 3)
    true = truths(sheets[2], "B", ref="A")
    actions = (
        true(4, leads("Chaplain"), on("2025-07-31"), state="completed"),
        true(5, leads("Head of Learning"), on("2026-02-27"), state="in_progress"),
    )
    aside = cells_of(sheets[0], "A1:E5") | cells_of(sheets[1], "A1:E5")
    return (
        "EDI plan by quarter.xlsx",
        saved(book),
        Truth(
            actions,
            perhaps_unplaced=aside,
            said=("again|same|copies|copy|twice|duplicate|earlier|not the plan in use",),
        ),
    )


def how_urgent_in_three_terms_and_scores_of_risk() -> Plan:
    """Trust: short, medium and long term explained above; a score of risk in red, amber, green beside a status."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Inclusion plan 2025/26
        2: Short term = by 30 September 2025, Medium term = by 31 March 2026, Long term = by 31 March 2027
        4: Strand | Action | Lead | Timescale | Priority | Risk rating | Status
        5: Age | Apprenticeships for over-50s | Head of Apprenticeships | Short term | High | Green | In progress
        6: Religion | Halal and kosher food at night | Head of Catering | Medium term | Medium | Amber | In progress
        7: Sex | Women's safety on site | Head of Security | Long term | High | Red | Not started
        """,
    )
    heading(sheet, 4)
    true = truths(sheet, "B", group="A", kept="E")
    actions = (
        true(
            5, leads("Head of Apprenticeships"), (*NO_DAY, TrueTarget("dated", ANY, "2025-09-30")), state="in_progress"
        ),
        true(6, leads("Head of Catering"), (*NO_DAY, TrueTarget("dated", ANY, "2026-03-31")), state="in_progress"),
        true(7, leads("Head of Security"), (*NO_DAY, TrueTarget("dated", ANY, "2027-03-31")), state="not_started"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Inclusion plan.xlsx", saved(book), truth


def a_column_of_ticks_and_an_action_number_in_the_text() -> Plan:
    """Children's trust: the number stands in the action, the objective in a band with its executive lead."""
    book, (sheet,) = a_workbook("CYP plan")
    draw(
        sheet,
        """
        1: Children and young people's equality plan 2025-2026
        3: Actions | Responsible person(s) | To be completed by | Completed ✓ | Impact
        4: OBJECTIVE 1 – Every child is heard (Executive lead: Chief Nurse)
        5: Action 1: Play leaders trained in Makaton | Head of Play | July 2025 | ✓ | Eleven trained
        6: Action 2: Children's board meets the Chair | Youth Worker | January 2026 | ✗ |
        7: OBJECTIVE 2 – Every family understands us (Executive lead: Medical Director)
        8: Action 3: Letters in the family's language | Head of Access | 31/12/25 | | Six languages
        9: Action 4: Ask about reading age | Head of Access | 30/11/25 | x | Form changed
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:E4", "A7:E7")
    bold(sheet, "A4", "A7")
    true = truths(sheet, "A")
    facts = {"group": ANY, "update": ANY}
    actions = (
        true(5, leads("Head of Play"), in_month("2025-07"), state="completed", **facts),
        true(6, leads("Youth Worker"), in_month("2026-01"), state=GOING, **facts),
        true(8, leads("Head of Access"), on("2025-12-31"), state=GOING, **facts),
        true(9, leads("Head of Access"), on("2025-11-30"), state=GOING, **facts),
    )
    return "CYP equality plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_long_plan_in_good_order_with_a_key_and_groups() -> Plan:
    """Teaching trust: a clean plan with a key, groups as bands, month and quarter targets: nothing to complain of."""
    book, (sheet,) = a_workbook("Inclusion plan 2025-26")
    draw(
        sheet,
        """
        1: Inclusion plan 2025/26
        2: Key: | Blue | Complete
        3: | Green | On track
        4: | Amber | At risk
        5: | Red | Off track
        7: Ref | Action | Lead | Support | Timescale | RAG | Update November 2025
        8: Goal 1: Inclusive leaders
        9: 1.1 | Set an inclusion objective for each executive director | Chief Executive | Head of Inclusion | June 2025 | Blue | All set.
        10: 1.2 | Run two board seminars on health inequalities | Director of Strategy | Public Health Consultant | Q4 2025/26 | Green | One held.
        11: Goal 2: A fair start
        12: 2.1 | Write all adverts in plain English | Head of Recruitment | Head of Communications | 31 January 2026 | Green | Template agreed.
        13: 2.2 | Report on shortlisting and appointment by ethnicity | Head of Recruitment | | Quarterly | Green | Q2 reported.
        14: 2.3 | Offer work experience to care leavers | Head of Widening Participation | | March 2026 | Amber | Two of ten places filled.
        """,
    )
    heading(sheet, 7)
    merge(sheet, "A8:G8", "A11:G11")
    bold(sheet, "A8", "A11")
    paint(
        sheet,
        B2="005EB8",
        B3="00B050",
        B4="FFC000",
        B5="FF0000",
        F9="005EB8",
        F10="00B050",
        F12="00B050",
        F13="00B050",
        F14="FFC000",
    )
    one, two = sheet["A8"].value, sheet["A11"].value
    true = truths(sheet, "B", ref="A", update="G")
    actions = (
        true(9, leads("Chief Executive") + supports("Head of Inclusion"), in_month("2025-06"), state="completed", stated_rag="blue", group=one),
        true(10, leads("Director of Strategy") + supports("Public Health Consultant"), in_quarter(4, 2025), state=GOING, stated_rag="green", group=one),
        true(12, leads("Head of Recruitment") + supports("Head of Communications"), on("2026-01-31"), state=GOING, stated_rag="green", group=two),
        true(13, leads("Head of Recruitment"), undated("recurring"), state=GOING, stated_rag="green", group=two),
        true(14, leads("Head of Widening Participation"), in_month("2026-03"), state=GOING, stated_rag="amber", group=two),
    )  # fmt: skip
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, quiet=True)
    return "Inclusion plan 2025-26.xlsx", saved(book), truth
