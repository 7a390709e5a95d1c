"""Plans in the manner of hospitals, ambulance services, boards and arm's-length bodies: WRES, EDS, PCREF, pay gaps."""

from __future__ import annotations

from tests.other_plans_truth import (
    ANY,
    ANY_OWNERS,
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
    spread,
    supports,
    through_year,
    truths,
    undated,
)


def wres_indicators_merged_under_two_heading_rows() -> Plan:
    """An acute trust: a band over the dates, indicators merged down, BRAG letters, a legend below, dates as typed."""
    book, (sheet,) = a_workbook("WRES 25-26")
    draw(
        sheet,
        """
        1: Riverside University Hospitals – Workforce Race Equality Standard (WRES) Action Plan 2025/26
        3: WRES Indicator | Ref | What we will do | Responsible | Delivery | | Current position | BRAG
        4: | | | | Start | Complete by | |
        5: Indicator 2¶Likelihood of appointment from shortlisting | 1a | Publish every shortlist of band 8a and above by ethnicity | Head of Resourcing & Head of EDI | May-25 | Sept-25 | Two quarters published. | B
        6: | 1b | Train 60 inclusion representatives for panels | Associate Director of Learning | June 2025 | 31.03.26 | 22 trained to date. | G
        7: | 1c | Write to each unsuccessful internal candidate with feedback | Divisional HR Business Partners | FY25/26 Q2 | By end of Q3 | Letter agreed. | A
        8: Indicator 3¶Formal disciplinary | 1a | Introduce a pre-formal checklist | Head of Employee Relations | Apr 25 | FY25/26 Q2 | Staff side has not agreed the wording. | R
        9: | 1b | Report suspensions by ethnicity to the People Committee | Deputy CPO | | Autumn 2025 | Template drafted. | A
        11: Key to BRAG
        12: B | Complete
        13: R | Off track, will miss the date
        14: A | Some risk to the date
        15: G | On track
        """,  # noqa: E501
    )
    heading(sheet, 3, 4)
    merge(sheet, "A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "A5:A7", "A8:A9")
    paint(sheet, A12="0070C0", A13="FF0000", A14="FFC000", A15="00B050")
    paint(sheet, H5="0070C0", H6="00B050", H7="FFC000", H8="FF0000", H9="FFC000")
    two, three = sheet["A5"].value, sheet["A8"].value
    true = truths(sheet, "C", ref="B", update="G")
    actions = (
        true(
            5, leads("Head of Resourcing", "Head of EDI"), (in_month("2025-09"), spread("2025-05-01", "2025-09-30")),
            state="completed", stated_rag="blue", group=two,
        ),
        true(
            6, leads("Associate Director of Learning"), (on("2026-03-31"), spread("2025-06-01", "2026-03-31")),
            state=GOING, stated_rag="green", group=two,
        ),
        true(
            7, leads("Divisional HR Business Partners"),
            (by_end_of("2025-12"), spread("2025-07-01", "2025-12-31")),
            state=GOING, stated_rag="amber", group=two,
        ),
        true(
            8, leads("Head of Employee Relations"), (in_quarter(2, 2025), spread("2025-04-01", "2025-09-30")),
            state=GOING, stated_rag="red", group=three,
        ),
        true(9, leads("Deputy CPO"), undated("unreadable"), state=GOING, stated_rag="amber", group=three),
    )  # fmt: skip
    truth = Truth(
        actions, perhaps_unplaced=cells_of(sheet, "A11:B15"), cells=non_empty(sheet), period=FINANCIAL_2025,
        findings_at=(("WRES 25-26", "F9"),),
    )  # fmt: skip
    return "WRES action plan.xlsx", saved(book), truth


def eds_2022_template_with_a_table_for_each_domain() -> Plan:
    """The national EDS template: who leads above, then headings again for each domain; neither owner nor status."""
    book, (sheet,) = a_workbook("EDS Action Plan")
    draw(
        sheet,
        """
        1: EDS Action Plan
        2: EDS Lead | Head of Equality | Year(s) active | 2025/26
        3: EDS Sponsor | Chief Nurse | Authorisation date | 28/02/2025
        5: Domain | Outcome | Objective | Action | Completion date
        6: Domain 1:¶Commissioned or provided services | 1A: Patients have the required levels of access | Fewer missed appointments | Ring each patient who has a learning disability before the appointment | 30 September 2025
        7: | 1B: Individual needs are met | Interpreting is booked on time | Move interpreter booking into the patient record | December 2025
        8: | 1D: Positive experiences | Complaints are equal | Report complaints by characteristic twice a year | Sept 2025 & March 2026
        10: Domain | Outcome | Objective | Action | Completion date
        11: Domain 2:¶Workforce health and wellbeing | 2A: Staff are supported to manage obesity, diabetes and asthma | Health checks reach night staff | Hold health checks at 2 am on each site | within 6 months of publication
        12: | 2D: Staff recommend the organisation | Scores rise by 3 points | Ask leavers in their first year why they leave | Ongoing
        14: Domain | Outcome | Objective | Action | Completion date
        15: Domain 3:¶Inclusive leadership | 3A: Board members demonstrate understanding | Each member has an objective | Set and review an EDI objective for each Board member | 31/03/2026
        """,  # noqa: E501
    )
    heading(sheet, 5, 10, 14)
    bold(sheet, "A2", "C2", "A3", "C3")
    merge(sheet, "A6:A8", "A11:A12", "A1:E1")
    one, two, three = (sheet[place].value for place in ("A6", "A11", "A15"))
    true = truths(sheet, "D", kept="BC")
    facts = {"state": "not_stated"}
    actions = (
        true(6, (), on("2025-09-30"), group=one, **facts),
        true(7, (), in_month("2025-12"), group=one, **facts),
        true(
            8, (), (spread("2025-09-01", "2026-03-31"), by_end_of("2026-03"), undated("ambiguous")), group=one, **facts
        ),
        true(11, (), (undated("unreadable"), undated("conditional")), group=two, **facts),
        true(12, (), undated("ongoing"), group=two, **facts),
        true(15, (), on("2026-03-31"), group=three, **facts),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2:D3"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDS 2022 action plan.xlsx", saved(book), truth


def six_high_impact_actions_a_sheet_each() -> Plan:
    """A sheet for each High Impact Action, initials for owners, shares done, circles for RAG, a summary sheet first."""
    names = ("Summary", "HIA1", "HIA2", "HIA3")
    book, (summary, one, two, three) = a_workbook(*names)
    draw(
        summary,
        """
        1: NHS EDI Improvement Plan – six High Impact Actions: summary 2025/26
        3: High Impact Action | Executive sponsor | Number of actions | Complete
        4: HIA1 Measurable objectives | Chair | #3 | #1
        5: HIA2 Recruitment and talent | CPO | #3 | #0
        6: HIA3 Pay gaps | CFO | #2 | #1
        """,
    )
    top = "3: Ref | Key deliverable | Lead | Support | By when | % complete | RAG | Commentary\n"
    draw(
        one,
        "1: High Impact Action 1: Measurable objectives on EDI for chairs, chief executives and Board members\n"
        + top
        + """
        4: HIA1.1 | Agree two measurable objectives with each Board member | CEO | Co Sec | 30/06/25 | #1.0 | 🔵 | In appraisals.
        5: HIA1.2 | Use data on staff experience in every Board appraisal | Chair / CEO | | 31/12/25 | #0.5 | 🟢 | Data pack in hand.
        6: HIA1.3 | Publish progress against the objectives | DCE | HoC | Q4 | #0.0 | 🟡 |
        """,  # noqa: E501
    )
    draw(
        two,
        "1: High Impact Action 2: Fair and inclusive recruitment and talent management\n"
        + top
        + """
        4: HIA2.1 | Widen entry routes with two colleges | HoR & HoE | | 31-Jan-26 | #0.4 | 🟢 | First college signed.
        5: HIA2.2 | Set a stretch target for senior leadership | CPO | HoEDI | Q2 25/26 | #0.25 | 🔴 | No target agreed.
        6: HIA2.3 | See HIA1.2
        """,
    )
    draw(
        three,
        "1: High Impact Action 3: Eliminate pay gaps\n"
        + top
        + """
        4: HIA3.1 | Analyse the pay gap by disability | HoWI | Finance | 28.11.25 | #0.9 | 🟡 | Draft with CFO.
        5: HIA3.2 | Offer flexible working from day one | HoER | | Mar-26 | #1.0 | 🔵 | Policy live.
        """,
    )
    for sheet in (summary, one, two, three):
        heading(sheet, 3)
        bold(sheet, "A1")
    for sheet in (one, two, three):
        for row in (4, 5, 6):
            sheet[f"F{row}"].number_format = "0%"
    first, second, third = (truths(sheet, "B", ref="A", update="H", group="B") for sheet in (one, two, three))
    hia1, hia2, hia3 = ({"group": ANY} for _ in range(3))
    actions = (
        first(4, leads("CEO") + supports("Co Sec"), on("2025-06-30"), state="completed", stated_rag="blue", **hia1),
        first(5, leads("Chair", "CEO"), on("2025-12-31"), state="in_progress", stated_rag="green", **hia1),
        first(
            6, leads("DCE") + supports("HoC"), (in_quarter(4, 2025), undated("ambiguous")), state="not_started",
            stated_rag="amber", **hia1,
        ),
        second(4, leads("HoR", "HoE"), on("2026-01-31"), state="in_progress", stated_rag="green", **hia2),
        second(
            5, leads("CPO") + supports("HoEDI"), in_quarter(2, 2025), state="in_progress", stated_rag="red", **hia2
        ),
        second(6, (), undated("blank"), pointer_to="HIA1.2", **hia2),
        third(
            4, leads("HoWI") + supports("Finance"), on("2025-11-28"), state="in_progress", stated_rag="amber", **hia3
        ),
        third(5, leads("HoER"), in_month("2026-03"), state="completed", stated_rag="blue", **hia3),
    )  # fmt: skip
    return "EDI improvement plan 25-26.xlsx", saved(book), Truth(actions, cells=non_empty(one, two, three))


def pay_gap_plans_a_year_a_sheet() -> Plan:
    """One sheet a year; a bare quarter on last year's sheet is a quarter of last year."""
    book, (last, now) = a_workbook("2024-25", "2025-26")
    draw(
        last,
        """
        1: Gender and ethnicity pay gap actions 2024/25
        3: No. | Action | Owner | Target | Status
        4: #1 | Publish the ethnicity pay gap beside the gender pay gap | Head of Workforce Information | Q3 | Complete
        5: #2 | Pilot anonymous applications for consultant posts | Medical Director | Q4 | In progress
        6: #3 | Review local clinical excellence awards | Medical Director | Q4 | Not started
        """,
    )
    draw(
        now,
        """
        1: Gender and ethnicity pay gap actions 2025/26
        3: No. | Action | Owner | Target | Status
        4: #1 | Run a returners' programme for women in estates | Head of Estates | Q3 | In progress
        5: #2 | Advertise every acting-up post | Head of Resourcing | Q2 | Complete
        6: #3 | Model the effect of on-call payments | Deputy Director of Finance | Q1 2026/27 | Not started
        """,
    )
    for sheet in (last, now):
        heading(sheet, 3)
    was, is_now = truths(last, "B", ref="A", group="A"), truths(now, "B", ref="A", group="A")
    any_group = {"group": ANY}

    def quarter(number: int, year: int) -> tuple[object, ...]:
        return in_quarter(number, year), undated("ambiguous")

    actions = (
        was(4, leads("Head of Workforce Information"), quarter(3, 2024), state="completed", **any_group),
        was(5, leads("Medical Director"), quarter(4, 2024), state="in_progress", **any_group),
        was(6, leads("Medical Director"), quarter(4, 2024), state="not_started", **any_group),
        is_now(4, leads("Head of Estates"), quarter(3, 2025), state="in_progress", **any_group),
        is_now(5, leads("Head of Resourcing"), quarter(2, 2025), state="completed", **any_group),
        is_now(6, leads("Deputy Director of Finance"), in_quarter(1, 2026), state="not_started", **any_group),
    )
    return "Pay gaps.xlsx", saved(book), Truth(actions, cells=non_empty(last, now))


def anti_racism_plan_of_an_ambulance_service() -> Plan:
    """A Word table pasted into Excel: phases, haste, owners who are supported by others, states with a month behind."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: Anti-Racism Framework: Our Commitments and Actions April 2025 – March 2026
        2: Approved by Trust Board 27 March 2025
        4: Commitment | Action | Owner(s) | Timescale | Progress status | Comments/ evidence
        5: 1. Leadership | Sign the anti-racism pledge at each station | Chief Executive (SRO) supported by the REN | Immediate | Complete – March 25 | Signed by all
        6: 1. Leadership | Add race equity to each directorate's business plan | Executive Directors/Heads of Service | 1 April 2025 – 30 June 2025 | Delayed | Two directorates outstanding
        7: 2. People | Give crews a way to report racism from the cab | Director of Operations & Head of Digital | Year 2 | Not started |
        8: 2. People | Audit promotion to paramedic team leader | Deputy Director of People [Race Equality Lead] | Nov 25 | On track | Data requested
        9: 2. People | Offer psychological support after each racist incident | Head of Wellbeing (with TRiM Lead) | within 6 weeks of approval | Complete – July 25 | Offered within 72 hours
        10: 3. Patients | Audit pain scores in sickle cell crisis | Medical Director, Consultant Paramedic | 31/01/2026 | In progress - on track | 40 records read
        11: 3. Patients | Film a guide to 999 in six languages | Communications Team | Summer 2026 | Not yet due |
        13: * REN = Race Equality Network
        """,  # noqa: E501
    )
    heading(sheet, 4)
    merge(sheet, "A1:F1", "A13:F13")
    true = truths(sheet, "B", group="A", update="F")
    whom = leads("Chief Executive (SRO)") + supports("REN")
    actions = (
        true(5, whom, undated("unreadable"), state="completed"),
        true(6, leads("Executive Directors", "Heads of Service"), spread("2025-04-01", "2025-06-30"), state=GOING),
        true(
            7, leads("Director of Operations", "Head of Digital"), (undated("unreadable"), undated("ambiguous")),
            state="not_started",
        ),
        true(8, ANY_OWNERS, in_month("2025-11"), state="in_progress"),
        true(
            9, leads("Head of Wellbeing") + supports("TRiM Lead"),
            (undated("unreadable"), undated("conditional"), undated("ambiguous")), state="completed",
        ),
        true(10, leads("Medical Director", "Consultant Paramedic"), on("2026-01-31"), state="in_progress"),
        true(11, leads("Communications Team"), undated("unreadable"), state=GOING),
    )  # fmt: skip
    truth = Truth(
        actions, unplaced=cells_of(sheet, "A13"), perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet),
        period=FINANCIAL_2025,
    )  # fmt: skip
    return "Anti-racism framework.xlsx", saved(book), truth


def staff_network_plan_with_ditto_marks() -> Plan:
    """A network's plan: numbers restart in each aim, ditto marks and "as above", empty rows, a note to the reader."""
    book, (sheet,) = a_workbook("Network plan")
    draw(
        sheet,
        """
        1: LGBT+ Staff Network – plan for 2025-26
        3: Aim | No | What | Who | When | Done?
        4: Be visible | 1a | Hold a stall at Pride | Network Chair | 28 June 2025 | Yes
        5: | 1b | Sell rainbow lanyards | Network Vice Chair | " | Yes
        7: | 1c | Write a blog each month | " | Monthly | No
        8: Be heard | 1a | Answer the consultation on the uniform policy | Network Secretary | Oct-25 | No
        9: | 1b | Meet the Chief Executive twice a year | Network Chair | Sept & March | No
        10: | 1c | Ask for a budget | as above | Jan 2026 | No
        12: NB Meetings are on the first Tuesday of the month at noon
        """,
    )
    heading(sheet, 3)
    visible, heard = "Be visible", "Be heard"
    true = truths(sheet, "C", ref="B")
    chair, vice = leads("Network Chair"), leads("Network Vice Chair")
    actions = (
        true(4, chair, on("2025-06-28"), state="completed", group=visible),
        true(5, vice, (on("2025-06-28"), undated("unreadable")), state="completed", group=visible),
        true(7, vice, undated("recurring"), state="not_stated|not_started|in_progress", group=visible),
        true(8, leads("Network Secretary"), in_month("2025-10"), state=GOING, group=heard),
        true(
            9, chair, (spread("2025-09-01", "2026-03-31"), by_end_of("2026-03"), undated("ambiguous")),
            state=GOING, group=heard,
        ),
        true(10, chair, in_month("2026-01"), state=GOING, group=heard),
    )  # fmt: skip
    truth = Truth(actions, unplaced=cells_of(sheet, "A12"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Network plan.xlsx", saved(book), truth


def equality_duty_objectives_with_measures() -> Plan:
    """A board's equality objectives: the column "Target" holds figures, the dates stand under "Delivery by"."""
    book, (sheet,) = a_workbook("PSED objectives")
    draw(
        sheet,
        """
        1: NHS Vale and Downs Integrated Care Board
        2: Public Sector Equality Duty: equality objectives 2024–2028 and measures
        5: Objective | Measure | Baseline | Target | Action | SRO | Delivery by | Status | Risk
        6: 1 Reduce inequality of access | Share of Deaf patients with an interpreter | #0.62 | #0.95 | Commission video interpreting across primary care | Director of Primary Care | 31/03/2027 | Delivering | Low
        7: 1 Reduce inequality of access | Ethnicity recorded in maternity | #0.81 | #0.98 | Make ethnicity a required field in the maternity record | Chief Nursing Officer | 30/09/2025 | Delivering | High
        8: 2 A workforce like our people | Band 8c+ from ethnic minorities | 9% | 15% | Sponsor 20 leaders a year | Chief People Officer; Deputy Director of OD | 2027/28 | Delivering | Medium
        9: 2 A workforce like our people | Disclosure of disability | 4.2% | 8% | Run a disclosure campaign | Head of EDI | Quarter 2, 2025/26 | Delivered | Low
        10: 3 Listening | Engagement with traveller communities | none | 6 sessions | Hold sessions on six sites | Associate Director – Engagement | 2025-12-19 | Not started | Medium
        """,  # noqa: E501
    )
    heading(sheet, 5)
    for row in (6, 7):
        sheet[f"C{row}"].number_format = sheet[f"D{row}"].number_format = "0%"
    true = truths(sheet, "E", group="A")
    actions = (
        true(6, leads("Director of Primary Care"), on("2027-03-31"), state="in_progress|not_stated", kept=("62%",)),
        true(7, leads("Chief Nursing Officer"), on("2025-09-30"), state="in_progress|not_stated", kept=("98%",)),
        true(
            8, leads("Chief People Officer", "Deputy Director of OD"), (through_year(2027), by_end_of("2028-03")),
            state="in_progress|not_stated", kept=("15%",),
        ),
        true(9, leads("Head of EDI"), in_quarter(2, 2025), state="completed", kept=("8%",)),
        true(10, leads("Associate Director – Engagement"), on("2025-12-19"), state="not_started", kept=("6 sessions",)),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A1", "A2"), cells=non_empty(sheet))
    return "PSED objectives.xlsx", saved(book), truth


def pcref_of_a_mental_health_trust() -> Plan:
    """PCREF: parts as lines across, fills for state with swatches beside the title, ISO dates, an update with its date."""  # noqa: E501
    book, (sheet,) = a_workbook("PCREF plan")
    draw(
        sheet,
        """
        1: Patient and Carer Race Equality Framework (PCREF) implementation plan 2025/26 | | | | | | Not started
        2: | | | | | | Underway
        3: | | | | | | Completed
        5: Ref | Organisational competency | What we will do | Responsible | Timeframe | RAG | Update (Nov 25)
        6: Part 1: Leadership and governance
        7: 1.1 | Partnership working | Pay a PCREF partner from the community | Director of Nursing and Quality | 2025-09-30 | | Contract signed.
        8: 1.2 | Co-production | Give the partner a seat on the Board's quality committee | Company Secretary | Apr–Sep 2025 | | Attended in July and September.
        9: Part 2: Data
        10: 2.1 | Cultural awareness | Report restraint by ethnicity on each ward | Chief Clinical Information Officer | 2025/26 Q3 | | Dashboard in test.
        11: 2.2 | Workforce | Publish the ethnicity of detained patients | Mental Health Act Manager | 2026-01-31 00:00 | | |
        12: Part 3: Feedback
        13: 3.1 | Staff knowledge | Teach 300 staff about cultural formulation | Head of Psychology¶Head of Learning | End Feb 26 | | 90 taught.
        """,  # noqa: E501
    )
    heading(sheet, 5)
    merge(sheet, "A6:G6", "A9:G9", "A12:G12")
    bold(sheet, "A6", "A9", "A12")
    red, yellow, green = "FF0000", "FFFF00", "92D050"
    paint(sheet, G1=red, G2=yellow, G3=green)
    paint(sheet, F7=green, F8=green, F10=yellow, F11=red, F13=yellow)
    true = truths(sheet, "C", ref="A", update="G", kept="B")
    lead, data, back = (sheet[place].value for place in ("A6", "A9", "A12"))
    actions = (
        true(7, leads("Director of Nursing and Quality"), on("2025-09-30"), state="completed", group=lead),
        true(8, leads("Company Secretary"), spread("2025-04-01", "2025-09-30"), state="completed", group=lead),
        true(10, leads("Chief Clinical Information Officer"), in_quarter(3, 2025), state="in_progress", group=data),
        true(11, leads("Mental Health Act Manager"), on("2026-01-31"), state="not_started", group=data),
        true(
            13, leads("Head of Psychology", "Head of Learning"), by_end_of("2026-02"), state="in_progress", group=back
        ),
    )
    return "PCREF plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def accessible_information_with_american_dates() -> Plan:
    """True dates shown month first, a subtotal under each group, states that carry their own day, N/A for no owner."""
    book, (sheet,) = a_workbook("AIS")
    draw(
        sheet,
        """
        1: Accessible Information Standard – Improvement Plan 2025/26
        3: Standard step | Action | Lead officer | Due Date | RAG Status
        4: Identify | Add the question to the pre-assessment form | Outpatient Services Manager | @2025-07-09 | Completed 04/07/2025
        5: Identify | Ask again at each admission | Matrons | @2025-12-05 | Amber - delayed
        6: Subtotal: | 2
        7: Record | Build the alert in the patient record | Chief Nursing Information Officer | @2026-02-01 | Green (on track)
        8: Record | Export the alert to letters | Chief Nursing Information Officer | @2025-10-11 | Red: supplier late
        9: Subtotal: | 2
        10: Meet | Stock large-print menus | N/A | 03/31/2026 | Not started
        11: Total actions | 5
        """,  # noqa: E501
    )
    heading(sheet, 3)
    for row in (4, 5, 7, 8):
        sheet[f"D{row}"].number_format = "m/d/yyyy"
    bold(sheet, "A6", "A9", "A11", "B6", "B9", "B11")
    true = truths(sheet, "B", group="A")
    actions = (
        true(4, leads("Outpatient Services Manager"), on("2025-07-09"), state="completed"),
        true(5, leads("Matrons"), on("2025-12-05"), state=GOING, stated_rag="amber"),
        true(7, leads("Chief Nursing Information Officer"), on("2026-02-01"), state=GOING, stated_rag="green"),
        true(
            8, leads("Chief Nursing Information Officer"), on("2025-10-11"), state=GOING, stated_rag="red", update=ANY
        ),
        true(10, ANY_OWNERS, (undated("unreadable"), undated("ambiguous"), on("2026-03-31")), state="not_started"),
    )
    truth = Truth(actions, cells_of(sheet, "A6:B6", "A9:B9", "A11:B11"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "AIS improvement.xlsx", saved(book), truth


def an_arms_length_body_draws_its_quarters_with_fills() -> Plan:
    """No date is typed: a bar of fills over the quarters of two years shows when; states are words."""
    book, (sheet,) = a_workbook("Delivery plan")
    draw(
        sheet,
        """
        1: NHS Standards Agency – Inclusion delivery plan
        3: Priority | Activity | Owner | 2025/26 | | | | 2026/27 | | | | Delivery status
        4: | | | Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4
        5: Fair careers | Replace the talent grid | Deputy Director, Talent | | | | | | | | | Complete
        6: Fair careers | Open secondments to every grade | Head of Resourcing | | | | | | | | | In progress
        7: Fair data | Collect socio-economic background | Head of People Analytics | | | | | | | | | Not started
        8: Fair data | Publish three pay gaps together | Head of Reward | | | | | | | | | In progress
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "D3:G3", "H3:K3", "A3:A4", "B3:B4", "C3:C4", "L3:L4")
    blue = "5B9BD5"
    paint(sheet, D5=blue, E5=blue, E6=blue, F6=blue, G6=blue, H7=blue, I7=blue, E8=blue)
    true = truths(sheet, "B", group="A")
    nothing = (undated("blank"), undated("ambiguous"), undated("unreadable"))
    actions = (
        true(
            5, leads("Deputy Director, Talent"), (spread("2025-04-01", "2025-09-30"), in_quarter(2, 2025), *nothing),
            state="completed",
        ),
        true(
            6, leads("Head of Resourcing"), (spread("2025-07-01", "2026-03-31"), in_quarter(4, 2025), *nothing),
            state="in_progress",
        ),
        true(
            7, leads("Head of People Analytics"), (spread("2026-04-01", "2026-09-30"), in_quarter(2, 2026), *nothing),
            state="not_started",
        ),
        true(8, leads("Head of Reward"), (in_quarter(2, 2025), *nothing), state="in_progress"),
    )  # fmt: skip
    return "Inclusion delivery.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


def bragg_letters_with_a_legend_and_long_references() -> Plan:
    """BRAGG with grey for what has not begun; references such as "Obj 2 / Action 3"; committees in a column."""
    book, (sheet,) = a_workbook("Equality Objectives")
    draw(
        sheet,
        """
        1: Equality Objectives Action Plan FY 2025-26 (community services)
        2: BRAGG key:
        3: B | Complete and evidenced
        4: R | Not on track
        5: A | Behind, with a plan to recover
        6: G | On track
        7: Grey | Not started, not due
        9: Reference | Action to be taken | Lead | Reporting committee | Deadline | BRAGG | Progress to date
        10: Obj 1 / Action 1 | Put a hearing loop in each community clinic | Head of Estates | Quality Committee | End of October 2025 | R | Six clinics left
        11: Obj 1 / Action 2 | Train receptionists in Deaf awareness | Community Services Manager | Quality Committee | 31 Dec 2025 | G | 60% trained
        12: Obj 2 / Action 1 | Guarantee interviews for care leavers | Head of Resourcing | People Committee | 30 June 25 | B | Live on jobs site
        13: Obj 2 / Action 2 | Place ten supported interns | Head of Widening Participation | People Committee | Sept 2026 | Grey | Starts with the school year
        14: Obj 2 / Action 3 | Extend the carers' passport to bank staff | Bank Manager | People Committee | Feb/March 2026 | A | Bank system needs a field
        """,  # noqa: E501
    )
    heading(sheet, 9)
    paint(sheet, A3="0070C0", A4="FF0000", A5="FFC000", A6="00B050", A7="A6A6A6")
    paint(sheet, F10="FF0000", F11="00B050", F12="0070C0", F13="A6A6A6", F14="FFC000")
    true = truths(sheet, "B", ref="A", update="G")
    facts = {"group": ANY}
    actions = (
        true(10, leads("Head of Estates"), by_end_of("2025-10"), state=GOING, stated_rag="red", **facts),
        true(11, leads("Community Services Manager"), on("2025-12-31"), state=GOING, stated_rag="green", **facts),
        true(12, leads("Head of Resourcing"), on("2025-06-30"), state="completed", stated_rag="blue", **facts),
        true(13, leads("Head of Widening Participation"), in_month("2026-09"), state="not_started", **facts),
        true(
            14, leads("Bank Manager"), (spread("2026-02-01", "2026-03-31"), undated("ambiguous")), state=GOING,
            stated_rag="amber", **facts,
        ),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2:B7"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Equality objectives BRAGG.xlsx", saved(book), truth


def a_landscape_table_copied_out_of_a_pdf() -> Plan:
    """Copied from a PDF page by page: lines broken into rows, headings again on page 2, an objective continued."""
    book, (sheet,) = a_workbook("Table 1")
    draw(
        sheet,
        """
        1: Workforce Disability Equality Standard action plan 2025/26
        2: Metric | Action | Lead | Timescale | RAG
        3: Metric 4: | Train every ward manager to act on | Head of | 31 January | Amber
        4: harassment | abuse of disabled colleagues by | Wellbeing | 2026 |
        5: | visitors | | |
        6: | Put posters in each waiting area | Head of | 30 June 2025 | Blue
        7: | | Communications | |
        8: Page 1 of 2
        9: Metric | Action | Lead | Timescale | RAG
        10: Metric 5: | Review who is offered acting-up | Head of | Q4 | Green
        11: careers | posts in each division | Resourcing | |
        12: | Start a mentoring scheme for disabled | Head of OD | March 2026 | Green
        13: | leaders with the neighbouring trust | | |
        14: Page 2 of 2
        """,
    )
    heading(sheet, 2, 9)
    true = truths(sheet, "B")
    four, five = "Metric 4: harassment", "Metric 5: careers"
    from dataclasses import replace

    def joined(*rows: int) -> str:
        return " ".join(str(sheet[f"B{row}"].value) for row in rows)

    actions = (
        replace(
            true(3, leads("Head of Wellbeing"), on("2026-01-31"), state=GOING, stated_rag="amber", group=four),
            text=joined(3, 4, 5),
        ),
        true(
            6, leads("Head of Communications"), on("2025-06-30"), state=f"completed|{GOING}", stated_rag="blue",
            group=four,
        ),
        replace(
            true(10, leads("Head of Resourcing"), in_quarter(4, 2025), state=GOING, stated_rag="green", group=five),
            text=joined(10, 11),
        ),
        replace(
            true(12, leads("Head of OD"), in_month("2026-03"), state=GOING, stated_rag="green", group=five),
            text=joined(12, 13),
        ),
    )  # fmt: skip
    truth = Truth(actions, cells_of(sheet, "A8", "A14"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WDES from PDF.xlsx", saved(book), truth


def cards_with_two_answers_in_a_line() -> Plan:
    """A project form copied for each action: objective across, "Lead" and "By when" side by side, notes below."""
    book, (sheet,) = a_workbook("Forms")
    draw(
        sheet,
        """
        1: Menopause and women's health action plan 2025/26
        3: Action 1 | Train a menopause advocate for each directorate
        4: Lead | Head of Wellbeing | By when | 31/10/2025
        5: Status | Complete | RAG | Blue
        6: Update | Twelve advocates are trained.
        8: Action 2 | Stock cooling uniforms in each laundry
        9: Lead | Head of Facilities | By when | 28/02/2026
        10: Status | In progress | RAG | Amber
        11: Update | Supplier found; price not agreed.
        13: Action 3 | Review the absence policy for menopause
        14: Lead | Head of HR Policy | By when | TBC
        15: Status | Not started | RAG | Red
        16: Update | |
        """,
    )
    for row in (3, 4, 5, 6, 8, 9, 10, 11, 13, 14, 15, 16):
        bold(sheet, f"A{row}", f"C{row}")
    merge(sheet, "B3:D3", "B8:D8", "B13:D13", "B6:D6", "B11:D11", "B16:D16")
    true = truths(sheet, "B", group="B")
    facts = {"group": ANY}
    actions = (
        true(
            3, leads("Head of Wellbeing"), on("2025-10-31"), state="completed", stated_rag="blue",
            update="Twelve advocates are trained.", **facts,
        ),
        true(
            8, leads("Head of Facilities"), on("2026-02-28"), state="in_progress", stated_rag="amber",
            update="Supplier found; price not agreed.", **facts,
        ),
        true(13, leads("Head of HR Policy"), undated("undecided"), state="not_started", stated_rag="red", **facts),
    )  # fmt: skip
    return "Menopause forms.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def owners_as_lists_of_every_kind_in_a_trusts_plan() -> Plan:
    """Owners in a cell with plus signs, "and", commas, brackets and semicolons; "Complete"/"On track" words; notes."""
    book, (sheet,) = a_workbook("Plan 2025-26")
    rows = (
        ("Head of OD + Head of EDI", leads("Head of OD", "Head of EDI")),
        ("Chief Nurse and Medical Director", leads("Chief Nurse", "Medical Director")),
        ("EDI Lead; Staff Side Chair", leads("EDI Lead", "Staff Side Chair")),
        ("Director of Finance (with support from Head of Procurement)",
         leads("Director of Finance") + supports("Head of Procurement")),
        ("Lead: Chief Operating Officer¶Supported by: Divisional Managers",
         leads("Chief Operating Officer") + supports("Divisional Managers")),
        ("HoEDI", leads("HoEDI")),
        ("Assoc Dir of Comms", leads("Assoc Dir of Comms")),
        ("Head of Learning & Development / Head of Medical Education",
         leads("Head of Learning & Development", "Head of Medical Education")),
        ("WRES Expert", leads("WRES Expert")),
        ("EDI Manager, People Partners, Network Chairs", leads("EDI Manager", "People Partners", "Network Chairs")),
        ("Trust Lead for Volunteering", leads("Trust Lead for Volunteering")),
    )  # fmt: skip
    drawn = "\n".join(
        f"{row}: {row - 3} | Deliver module {row - 3} of the inclusive leadership course | {text} | Q4 25/26 | On track"
        for row, (text, _) in enumerate(rows, 4)
    )
    draw(
        sheet,
        "1: Inclusive leadership plan 2025-26\n3: No. | Action | Responsible lead(s) | Due by | Status\n"
        + drawn
        + "\n16: Notes: (i) dates were agreed by the People Committee in May; (ii) posts may change.",
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A")
    actions = tuple(
        true(row, owners, in_quarter(4, 2025), state="in_progress|not_stated", stated_rag=ANY)
        for row, (_, owners) in enumerate(rows, 4)
    )
    truth = Truth(actions, unplaced=cells_of(sheet, "A16"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Leadership plan.xlsx", saved(book), truth


def targets_as_people_type_them_in_nhs_plans() -> Plan:
    """Months with hyphens and dots, review dates, phases, "by", "end of", "Year 2", and dates that wait for others."""
    book, (sheet,) = a_workbook("Actions")
    rows = (
        ("Sept-25", in_month("2025-09")),
        ("31.03.26", on("2026-03-31")),
        ("By end of Q3", by_end_of("2025-12")),
        ("FY25/26 Q2", in_quarter(2, 2025)),
        ("Q2 FY25/26", in_quarter(2, 2025)),
        ("Autumn 2025", undated("unreadable")),
        ("2025-12-31", on("2025-12-31")),
        ("End March 2026", by_end_of("2026-03")),
        ("Complete by 31st December 2025", on("2025-12-31")),
        ("31 March", on("2026-03-31")),
        ("Apr 2025 to Mar 2026", through_year()),
        ("In year", (through_year(), undated("unreadable"), undated("ambiguous"))),
        ("Q4 (Jan - Mar 2026)", in_quarter(4, 2025)),
        ("Annually in October", (undated("recurring"), undated("ambiguous"))),
        ("Monthly from September 2025", undated("recurring")),
        ("Original: June 2025 / Revised: January 2026", in_month("2026-01", "2025-06-30")),
        ("June 2025 → January 2026", (spread("2025-06-01", "2026-01-31"), in_month("2026-01", "2025-06-30"),
                                      undated("ambiguous"))),
        ("March 2026 (extended from December 2025)", in_month("2026-03", "2025-12-31")),
        ("By the AGM", (undated("unreadable"), undated("conditional"))),
        ("In line with national timetable", undated("conditional")),
        ("Year 2", (undated("unreadable"), undated("ambiguous"))),
        ("12 months", undated("unreadable")),
        ("Before Christmas", (undated("unreadable"), undated("conditional"), undated("ambiguous"))),
        ("30/09/2025 (missed)", (on("2025-09-30"), undated("unreadable"), undated("ambiguous"))),
        ("Delayed to March 2026", (by_end_of("2026-03"),)),
        ("Due Q3", in_quarter(3, 2025)),
        ("Q1-Q2", spread("2025-04-01", "2025-09-30")),
        ("Oct–Dec 25", spread("2025-10-01", "2025-12-31")),
        ("Jan '26", in_month("2026-01")),
        ("Thurs 22 January 2026", on("2026-01-22")),
        ("w/e 30 Jan 2026", (spread("2026-01-24", "2026-01-30", "dated"), spread("2026-01-26", "2026-01-30", "dated"))),
        ("Half 1", (spread("2025-04-01", "2025-09-30"), undated("unreadable"))),
        ("H2 2025/26", spread("2025-10-01", "2026-03-31")),
        ("Business as usual", undated("ongoing")),
        ("Short term", undated("unreadable")),
        ("2025 Q4", undated("ambiguous")),
    )  # fmt: skip
    draw(
        sheet,
        "1: Workforce equality actions 2025/26\n3: Action | Lead | Target date\n"
        + "\n".join(
            f"{row}: Write chapter {row} of the guide | Head of EDI | {text}" for row, (text, _) in enumerate(rows, 4)
        ),
    )  # fmt: skip
    heading(sheet, 3)
    true = truths(sheet, "A")
    actions = tuple(true(row, leads("Head of EDI"), target) for row, (_, target) in enumerate(rows, 4))
    return "Targets as typed.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def progress_as_people_type_it_in_nhs_plans() -> Plan:
    """States with months behind, shares of a number, letters beside words, marks from Wingdings, hedged completions."""
    book, (sheet,) = a_workbook("Status")
    rows = (
        ("Complete – March 25", "completed", None),
        ("Completed: 12/06/2025", "completed", None),
        ("COMPLETE (Sept 2025)", "completed", None),
        ("Completed & closed", "completed", None),
        ("On Track", "in_progress|not_stated", None),
        ("Off Track", GOING, None),
        ("Delayed", GOING, None),
        ("Green", GOING, "green"),
        ("Amber/Green", GOING, ANY),
        ("R", GOING, "red"),
        ("75%", "in_progress", None),
        ("100%", "completed", None),
        ("0%", "not_started", None),
        ("Part complete", "in_progress", None),
        ("Complete in part", "in_progress|not_stated", None),
        ("To be completed", GOING, None),
        ("Complete subject to Board approval", GOING, None),
        ("Complete except for community sites", GOING, None),
        ("Not complete – overdue", GOING, None),
        ("Completed in 3 of 5 divisions", GOING, None),
        ("Due for completion March 2026", GOING, None),
        ("Will be complete by Q4", GOING, None),
        ("Incomplete", GOING, None),
        ("Awaiting completion", GOING, None),
        ("Complete?", GOING, None),
        ("Nearing completion", "in_progress|not_stated", None),
        ("BAU", f"completed|{GOING}", None),
        ("Ongoing – BAU", f"completed|{GOING}", None),
        ("Not Started", "not_started", None),
        ("Planned", GOING, None),
        ("On hold", GOING, None),
        ("Paused – awaiting funding", GOING, None),
        ("✔", "completed", None),
        ("✘", GOING, None),
        ("🟠 Amber", GOING, "amber"),
        ("Completed - awaiting evidence", f"completed|proposed_for_closure|{GOING}", None),
    )
    draw(
        sheet,
        "1: Inclusive recruitment actions 2025/26\n3: Action | Lead | Due | Status\n"
        + "\n".join(
            f"{row}: Rewrite job pack {row} | Head of EDI | Q4 | {text}" for row, (text, _, _) in enumerate(rows, 4)
        ),
    )  # fmt: skip
    heading(sheet, 3)
    true = truths(sheet, "A")
    actions = tuple(
        true(row, leads("Head of EDI"), in_quarter(4, 2025), state=state, stated_rag=rag, update=ANY)
        for row, (_, state, rag) in enumerate(rows, 4)
    )
    return "Status as typed.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
