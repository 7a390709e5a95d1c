"""Plans of many kinds of NHS organisation, written from what such organisations publish."""

# ruff: noqa: E501  a row of a drawn sheet is one line

from __future__ import annotations

from dataclasses import replace
from datetime import date

from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    Plan,
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
    on,
    paint,
    saved,
    spread,
    through_year,
    truths,
    undated,
    write_row,
)

NO_DAY = tuple(undated(kind) for kind in ("unreadable", "ambiguous", "undecided", "conditional", "blank"))


def ambulance_wres_with_latest_update_first() -> Plan:
    """An ambulance service: an indicator a band, updates per month with the latest on the left, owner posts short."""
    book, (sheet,) = a_workbook("WRES action plan")
    draw(
        sheet,
        """
        1: Anytown Ambulance Service NHS Trust
        2: WRES Action Plan 2025/26
        4: No. | Action | Responsible | Timescale | November 2025 | September 2025 | July 2025 | BRAG
        5: Indicator 1: workforce representation
        6: 1.1 | Community outreach days at mosques and gurdwaras | Head of Recruitment | Sept 2025 | Six days held, action closed | Four days held | Two booked | Blue
        7: 1.2 | Blue light apprenticeship open evening in two inner-city colleges | Head of Education | Jan 2026 | Colleges confirmed | Not yet started | | Green
        8: Indicator 3: disciplinary process
        9: 1.3 | Pre-formal panel before an investigation | HRBP Lead | 31 Oct 2025 | Policy back with staff side again | Policy at staff side | Drafted | Red
        10: Indicator 8: discrimination from colleagues
        11: 1.4 | Bystander training in every control room | Head of EOC / FTSU Guardian | Q4 | Dates set for January | | | Amber
        12: 1.5 | Body-worn camera footage review for racist abuse | Security Manager | Ongoing | Monthly review in place | Monthly review in place | | Green
        """,
    )
    heading(sheet, 4)
    bold(sheet, "A1", "A2", "A5", "A8", "A10")
    merge(sheet, "A5:H5", "A8:H8", "A10:H10")
    true = truths(sheet, "B", ref="A", update="E")
    one, three, eight = (str(sheet[f"A{row}"].value) for row in (5, 8, 10))
    actions = (
        true(
            6,
            leads("Head of Recruitment"),
            in_month("2025-09"),
            state="completed|not_stated",
            stated_rag="blue",
            group=one,
            kept=("Four days held", "Two booked"),
        ),
        true(
            7,
            leads("Head of Education"),
            in_month("2026-01"),
            state="in_progress|not_stated",
            stated_rag="green",
            group=one,
        ),
        true(9, leads("HRBP Lead"), on("2025-10-31"), state="in_progress|not_stated", stated_rag="red", group=three),
        true(
            11,
            either_part("Head of EOC", "FTSU Guardian"),
            in_quarter(4, 2025),
            state="in_progress|not_stated",
            stated_rag="amber",
            group=eight,
        ),
        true(
            12,
            leads("Security Manager"),
            undated("ongoing"),
            state="in_progress|not_stated",
            stated_rag="green",
            group=eight,
        ),
    )
    return (
        "AAS WRES 25-26.xlsx",
        saved(book),
        Truth(actions, period=FINANCIAL_2025, perhaps_unplaced=cells_of(sheet, "A1:A2")),
    )


def mental_health_pcref_with_headings_in_three_rows() -> Plan:
    """A mental health trust: who and when over two columns each, months below one another with a revised date."""
    book, (sheet,) = a_workbook("PCREF")
    draw(
        sheet,
        """
        1: Patient and Carer Race Equality Framework: organisational competencies
        2: Please update by the 5th of each month. Do not delete rows.
        3: Competency | Action | Who | | When | | | Where we are | |
        4: | | Lead | Supported by | Start | Original end | Revised end | Status | Oct 25 | Nov 25
        6: Cultural awareness | Co-produce training with African and Caribbean service users | Lived Experience Lead | Head of OD | @2025-04-01 | @2025-09-30 | @2026-01-30 | In progress | Two modules written | Third module with group
        7: | Train ward managers first | Matron, Acute | | @2025-10-01 | @2025-12-19 | | In progress | 3 of 14 | 9 of 14
        8: Staff knowledge | Review restraint data by ethnicity at ward level | Positive and Safe Lead | BI team | @2025-04-01 | @2025-06-30 | | Complete | Done | Done
        9: Partnership | Community reference group with pay for members | Head of Involvement | | @2026-01-05 | @2026-03-31 | | Not started | |
        10: Workforce | Ethnicity of Mental Health Act assessors reported | MHA Manager | Medical Director's office | @2025-07-01 | @2025-10-31 | @2025-11-28 | Awaiting approval | Report drafted | Report to MHLC on 4 December
        12: MHLC = Mental Health Legislation Committee
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "A3:A4", "B3:B4", "C3:D3", "E3:G3", "H3:J3", "A6:A7")
    true = truths(sheet, "B", update="J", kept="I")
    both = (("Lived Experience Lead", "lead"), ("Head of OD", "support"))
    actions = (
        true(
            6,
            both,
            spread_from("2025-04-01", "2026-01-30", "2025-09-30"),
            state="in_progress",
            group="Cultural awareness",
        ),
        true(
            7,
            leads("Matron, Acute"),
            spread("2025-10-01", "2025-12-19"),
            state="in_progress",
            group="Cultural awareness",
        ),
        true(
            8,
            (("Positive and Safe Lead", "lead"), ("BI team", "support")),
            spread("2025-04-01", "2025-06-30"),
            state="completed",
            group="Staff knowledge",
        ),
        true(
            9,
            leads("Head of Involvement"),
            spread("2026-01-05", "2026-03-31"),
            state="not_started",
            group="Partnership",
        ),
        true(
            10,
            (("MHA Manager", "lead"), ("Medical Director's office", "support")),
            spread_from("2025-07-01", "2025-11-28", "2025-10-31"),
            state="in_progress|proposed_for_closure|not_stated",
            group="Workforce",
        ),
    )
    return (
        "PCREF plan.xlsx",
        saved(book),
        Truth(actions, unplaced=cells_of(sheet, "A12"), perhaps_unplaced=cells_of(sheet, "A2")),
    )


def spread_from(start: str, due: str, original: str) -> TrueTarget:
    """A start, an end, and the end that was meant at first."""
    return TrueTarget("range", start, due, original)


def community_wdes_with_a_state_each_quarter() -> Plan:
    """A community trust: a state told each quarter, latest last, and owners with who supports in brackets."""
    book, (sheet,) = a_workbook("WDES 2025-26")
    draw(
        sheet,
        """
        1: WDES Action Plan 2025-26
        3: Metric | What will we do? | Action owner(s) | Completion date | Q1 status | Q2 status | Q3 status | Evidence of success
        4: 4a | Bullying and harassment advisers in each locality | Head of EDI (supported by HRBPs) | End of September 2025 | In progress | Completed | | Ten advisers trained
        5: 5 | Career clinics for disabled staff | Learning & Development Manager | End of December 2025 | Not started | In progress | In progress | Clinics held
        6: 6 | Presenteeism guidance for managers | Head of Occupational Health with Head of EDI | March 2026 | Not started | Not started | Not started | Guidance issued
        7: 8 | Central fund for adjustments | Deputy Director of Finance; Head of EDI | Sept 25 | Not started | Delayed | Delayed | Fund used
        8: 9b | Disabled members on the staff council | Chair, Disability Network | N/A – rolling | In progress | In progress | In progress | Two members
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", kept="H")
    wdes: dict[str, object] = {"frameworks": None}
    actions = (
        true(
            4,
            (("Head of EDI", "lead"), ("HRBPs", "support")),
            by_end_of("2025-09"),
            state="completed",
            ref=ANY,
            group=ANY,
            **wdes,
        ),
        true(5, leads("Learning & Development Manager"), by_end_of("2025-12"), state="in_progress", group=ANY),
        true(
            6,
            (("Head of Occupational Health", "lead"), ("Head of EDI", ANY)),
            in_month("2026-03"),
            state="not_started",
            group=ANY,
        ),
        true(
            7,
            either_part("Deputy Director of Finance", "Head of EDI"),
            in_month("2025-09"),
            state="in_progress|not_stated|not_started",
            group=ANY,
            stated_rag=ANY,
        ),
        true(
            8,
            leads("Chair, Disability Network"),
            (undated("ongoing"), undated("recurring")),
            state="in_progress",
            group=ANY,
        ),
    )
    return "Community WDES.xlsx", saved(book), Truth(actions)


def icb_eds_2022_with_scores_and_ratings() -> Plan:
    """An integrated care board: domains, scores nought to three that rate the outcome and not the action."""
    book, (sheet,) = a_workbook("EDS Action Plan")
    draw(
        sheet,
        """
        1: EDS 2022 Improvement Plan – Anyshire ICB
        3: Domain | Outcome | EDS score 2024 | Objective | Action | Completion date | Lead
        4: Domain 1: Commissioned or provided services | 1A: Patients have required levels of access | 2 | Better access for asylum seekers | Map GP registration refusals by postcode | 31st July 2025 | Primary Care Lead
        5: | | | | Write to every practice about registration without papers | 30th November 2025 | Primary Care Lead & Comms
        6: | 1B: Individual needs are met | 1 | Interpreting that works | Re-tender interpreting with BSL in one lot | By 1 April 2026 | Head of Contracts
        7: Domain 2: Workforce health and well-being | 2A: Staff are supported with long-term conditions | 1 | Healthy staff | Diabetes and asthma clinics at work | Autumn 2025 | OH lead
        8: Domain 3: Inclusive leadership | 3A: Board members show their commitment | 2 | Visible leaders | Each board member to sponsor one outcome | Q1 26/27 | ICB Chair/Chief Executive
        10: Scores: 0 = Undeveloped activity, 1 = Developing activity, 2 = Achieving activity, 3 = Excelling activity
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A6", "B4:B5", "C4:C5", "D4:D5")
    true = truths(sheet, "E")
    eds: dict[str, object] = {"frameworks": None, "group": ANY}
    actions = (
        true(4, leads("Primary Care Lead"), on("2025-07-31"), **eds, kept=("Better access for asylum seekers",)),
        true(
            5,
            either_part("Primary Care Lead", "Comms"),
            on("2025-11-30"),
            **eds,
            kept=("Better access for asylum seekers",),
        ),
        true(6, leads("Head of Contracts"), on("2026-04-01"), **eds),
        true(7, leads("OH lead"), NO_DAY, **eds),
        true(8, either_part("ICB Chair", "Chief Executive"), in_quarter(1, 2026), **eds),
    )
    return (
        "ICB EDS2022.xlsx",
        saved(book),
        Truth(actions, perhaps_unplaced=cells_of(sheet, "A10"), findings_at=(("EDS Action Plan", "F7"),)),
    )


def childrens_hospital_with_school_terms() -> Plan:
    """A children's hospital: when is a school term or half-term."""
    book, (sheet,) = a_workbook("Youth voice EDI")
    draw(
        sheet,
        """
        1: Young people's equality plan
        2: Objective | Action | Owner | Deadline | Progress
        3: Listening | Survey of young people in clinics about how we speak to them | Youth Forum Coordinator | Summer term 2025 | Done – 212 replies
        4: Listening | Ask LGBTQ+ young people about pronouns at check-in | Play Services Manager | Autumn term 2025 | Under way
        5: Access | Sensory maps for the emergency department | Matron – ED | February half-term 2026 | Not begun
        6: Access | Easy read consent leaflet | Consultant Lead for Consent | End of the academic year 2025/26 | Drafted, being tested
        7: Work | Work experience for young people in care | Head of Widening Participation | 31 August 2025 | Finished
        """,
    )
    true = truths(sheet, "B", update="E")
    actions = (
        true(3, leads("Youth Forum Coordinator"), NO_DAY, state="completed", group="Listening"),
        true(4, leads("Play Services Manager"), NO_DAY, state="in_progress", group="Listening"),
        true(5, leads("Matron – ED"), (*NO_DAY, in_month("2026-02")), state="not_started", group="Access"),
        true(
            6,
            leads("Consultant Lead for Consent"),
            (*NO_DAY, by_end_of("2026-07"), by_end_of("2026-08")),
            state="in_progress",
            group="Access",
        ),
        true(7, leads("Head of Widening Participation"), on("2025-08-31"), state="completed", group="Work"),
    )
    settled = tuple(replace(action, update=ANY) for action in actions)
    return "youth equality plan.xlsx", saved(book), Truth(settled, findings_at=(("Youth voice EDI", "D4"),))


def welsh_health_board_with_headings_in_two_languages() -> Plan:
    """A Welsh health board: headings in Welsh and English, an objective a sheet."""
    book, (one, two) = a_workbook("Amcan 1 - Objective 1", "Amcan 2 - Objective 2")
    for sheet, rows in (
        (
            one,
            """
            1: Cynllun Cydraddoldeb Strategol 2024-2028 / Strategic Equality Plan 2024-2028
            3: Cyf / Ref | Cam gweithredu / Action | Arweinydd / Lead | Erbyn / By when | Statws / Status | Cynnydd / Progress update
            4: 1.1 | Active offer of Welsh in every outpatient letter | Head of Welsh Language Services | 31/03/2026 | In progress | Three of nine directorates
            5: 1.2 | Race equality training for the board | Board Secretary | 30/09/2025 | Complete | Held on 18 September
            6: 1.3 | BSL glossary for Welsh place names | Siân Enghraifft | 31/12/2024 | Overdue | Waiting for partner
            """,
        ),
        (
            two,
            """
            1: Cynllun Cydraddoldeb Strategol 2024-2028 / Strategic Equality Plan 2024-2028
            3: Cyf / Ref | Cam gweithredu / Action | Arweinydd / Lead | Erbyn / By when | Statws / Status | Cynnydd / Progress update
            4: 2.1 | Anti-racist Wales actions reported to Welsh Government | Assistant Director of Workforce & OD | Every six months | In progress | October return made
            5: 2.2 | Gender pay gap narrative in both languages | Head of Workforce Intelligence | 30 March 2026 | Not started |
            """,
        ),
    ):
        draw(sheet, rows)
        heading(sheet, 3)
    first, second = (truths(sheet, "B", ref="A", update="F") for sheet in (one, two))
    more: dict[str, object] = {"group": ANY}
    actions = (
        first(4, leads("Head of Welsh Language Services"), on("2026-03-31"), state="in_progress", **more),
        first(5, leads("Board Secretary"), on("2025-09-30"), state="completed", **more),
        first(6, leads("Siân Enghraifft"), on("2024-12-31"), state="in_progress|not_stated", stated_rag=ANY, **more),
        second(4, leads("Assistant Director of Workforce & OD"), undated("recurring"), state="in_progress", **more),
        second(5, leads("Head of Workforce Intelligence"), on("2026-03-30"), state="not_started", **more),
    )
    return "CCS - SEP.xlsx", saved(book), Truth(actions)


def university_hospital_six_impact_actions_with_milestones() -> Plan:
    """A university hospital: sub-actions a, b, c under each action, each with its own lead and day."""
    book, (sheet,) = a_workbook("HIA plan")
    draw(
        sheet,
        """
        1: University Hospitals of Anywhere: NHS EDI improvement plan, six High Impact Actions, 2025/26
        3: High Impact Action | Sub-action | Milestone / deliverable | Lead | Due | RAG | Commentary
        4: HIA 1: Measurable objectives on EDI for chairs, chief executives and board members | 1a | Objectives set in appraisals | Chair | 30/06/2025 | B | In all 14 appraisals
        5: | 1b | Objectives published in the annual report | Company Secretary | 30/09/2025 | B | Page 61
        6: | 1c | Mid-year review of objectives | Chair / NEDs | 28/11/2025 | A | Two reviews outstanding
        7: HIA 2: Fair and inclusive recruitment | 2a | Values-based questions for all bands | Head of Resourcing | Q3 25/26 | G |
        8: | 2b | De-biasing toolkit in use in every division | DMs + Head of Resourcing | Q4 25/26 | G |
        9: HIA 3: Eliminate pay gaps | 3a | Analyse bonus pay by sex, ethnicity, disability | Reward Mgr. | by Feb 2026 | R | Data quality is poor
        10: HIA 6: Address bullying and harassment | 6a | Psychological support for those who speak up | FTSUG, Staff Psychology | Dec-25 | A |
        12: B – complete; G – on track; A – at risk; R – off track
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A6", "A7:A8")
    true = truths(sheet, "C", ref="B", update="G")
    groups = {row: str(sheet[f"A{row}"].value) for row in (4, 7, 9, 10)}
    running: dict[str, object] = {"state": "in_progress|not_stated"}
    actions = (
        true(4, leads("Chair"), on("2025-06-30"), state="completed", stated_rag="blue", group=groups[4]),
        true(5, leads("Company Secretary"), on("2025-09-30"), state="completed", stated_rag="blue", group=groups[4]),
        true(6, either_part("Chair", "NEDs"), on("2025-11-28"), stated_rag="amber", group=groups[4], **running),
        true(7, leads("Head of Resourcing"), in_quarter(3, 2025), stated_rag="green", group=groups[7], **running),
        true(
            8,
            either_part("DMs", "Head of Resourcing"),
            in_quarter(4, 2025),
            stated_rag="green",
            group=groups[7],
            **running,
        ),
        true(9, leads("Reward Mgr"), in_month("2026-02"), stated_rag="red", group=groups[9], **running),
        true(
            10,
            either_part("FTSUG", "Staff Psychology"),
            in_month("2025-12"),
            stated_rag="amber",
            group=groups[10],
            **running,
        ),
    )
    return (
        "UHA HIA tracker.xlsx",
        saved(book),
        Truth(actions, period=FINANCIAL_2025, perhaps_unplaced=cells_of(sheet, "A12")),
    )


def specialist_trust_sexual_safety_charter() -> Plan:
    """A specialist trust: ten commitments, how far we are by our own judgement, and a choice of words in each cell."""
    book, (sheet,) = a_workbook("Charter")
    draw(
        sheet,
        """
        1: Sexual Safety in Healthcare – Organisational Charter
        2: Commitment | Self-assessment | Gap | Action to close gap | Accountable | Responsible | Deadline | Action status
        3: 1. We will actively work to eradicate sexual harassment | Partially met | No named lead | Name a board lead | Chief Executive | Trust Secretary | 30-Apr-25 | Closed
        4: 2. We will promote a culture that fosters openness | Partially met | Low reporting | Anonymous route through FTSU | Chief People Officer | FTSU Guardian | 31-Oct-25 | Open
        5: 3. We will take an intersectional approach | Not met | No data by ethnicity | Split reports by protected characteristic | Chief People Officer | Workforce Information Manager | 31-Jan-26 | Open
        6: 4. We will provide appropriate support | Fully met | None | No action required | | | |
        7: 10. We will collect data | Not met | No baseline | Quarterly report to People Committee from Q4 | Chief People Officer | Workforce Information Manager | Quarterly | Open
        """,
    )
    choice = DataValidation(type="list", formula1='"Open,Closed"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add("H3:H7")
    sheet["G4"].comment = Comment("Guardian on leave until December - ask for new date?", "BS")
    true = truths(sheet, "D", kept="BC")
    said = {row: str(sheet[f"A{row}"].value) for row in range(3, 8)}
    actions = (
        true(3, either_part("Chief Executive", "Trust Secretary"), on("2025-04-30"), state="completed", group=said[3]),
        true(
            4,
            either_part("Chief People Officer", "FTSU Guardian"),
            on("2025-10-31"),
            state="in_progress|not_stated",
            group=said[4],
        ),
        true(
            5,
            either_part("Chief People Officer", "Workforce Information Manager"),
            on("2026-01-31"),
            state="in_progress|not_stated",
            group=said[5],
        ),
        true(
            7,
            either_part("Chief People Officer", "Workforce Information Manager"),
            undated("recurring"),
            state="in_progress|not_stated",
            group=said[7],
        ),
    )
    return "Sexual safety charter gap analysis.xlsx", saved(book), Truth(actions, unplaced=cells_of(sheet, "A6:D6"))


def workplace_adjustments_with_notes_all_round() -> Plan:
    """An acute trust: notes above, between and below; when is a meeting; who is a bold lead above others."""
    book, (sheet,) = a_workbook("Adjustments")
    draw(
        sheet,
        """
        1: Workplace adjustments improvement plan
        2: Owner: Disability and Neurodiversity Network. Last reviewed 03/11/2025 by the EDI Steering Group.
        3: Colour has no meaning on this sheet.
        5: Task | By whom | By when | What happened
        6: Write one policy in place of four | Head of Employee Relations¶(with Staff Side) | by AGM | Draft three out for comment
        7: NB the next two depend on money – see paper to Execs in October
        8: Adjustments hub with two case workers | Deputy CPO | April 2026 | Business case approved in principle
        9: Assistive software on every trust laptop | Chief Digital Officer, supported by Head of IT Training | from October 2025 to March 2026 |
        10: Passport in appraisal form | OD Business Partner | 30.06.25 | Went live 9 June. COMPLETE
        11: Manager training | L&D | wef Jan 26 |
        13: Reviewed at: Disability Network 12/11/25
        14: Prepared by the EDI team
        """,
    )
    bold(sheet, "A1", "A5", "B5", "C5", "D5")
    merge(sheet, "A7:D7")
    true = truths(sheet, "A", update="D")
    actions = (
        true(
            6,
            (("Head of Employee Relations", "lead"), ("Staff Side", ANY)),
            (undated("conditional"), undated("unreadable")),
        ),
        true(8, leads("Deputy CPO"), in_month("2026-04"), state="in_progress|not_stated"),
        true(
            9,
            (("Chief Digital Officer", "lead"), ("Head of IT Training", "support")),
            spread("2025-10-01", "2026-03-31"),
        ),
        true(10, leads("OD Business Partner"), on("2025-06-30"), state="completed|not_stated"),
        true(
            11,
            leads("L&D"),
            (spread("2026-01-01", ANY), undated("ongoing"), undated("unreadable"), undated("ambiguous")),
        ),
    )
    return (
        "Workplace adjustments.xlsx",
        saved(book),
        Truth(
            actions,
            unplaced=cells_of(sheet, "A7", "A13", "A14"),
            perhaps_unplaced=cells_of(sheet, "A2:A3"),
        ),
    )


def accessible_information_standard_words_against_fills() -> Plan:
    """A foundation trust: a key of fills beside the title, some fills at odds with the word in the cell."""
    book, (sheet,) = a_workbook("AIS")
    draw(
        sheet,
        """
        1: Accessible Information Standard action plan | | | | | Key | Complete
        2: | | | | | | In progress
        3: | | | | | | Significant delay / not started
        5: Step | Action | Lead officer | Target date | Status | Comments
        6: Identify | Question added to the booking script | Outpatient Manager | 31/07/2025 | Complete |
        7: Record | Coded flag in the patient record | EPR Lead | 30/09/2025 | In progress | Build in test
        8: Flag | Flag shows on ward lists | EPR Lead | 31/10/2025 | | Depends on step 2
        9: Share | Needs passed on in discharge summaries | Discharge Lead | 31/01/2026 | Not started |
        10: Meet | Large print and audio within five days | Patient Information Manager | 31/03/2026 | In progress |
        11: Review | Yearly audit against the standard | Clinical Audit Lead | 28/02/2026 | |
        """,
    )
    heading(sheet, 5)
    paint(sheet, F1="00B050", F2="FFC000", F3="FF0000")
    sheet["F1"].value = None
    paint(sheet, E6="00B050", E7="00B050", E8="FF0000", E9="FF0000", E10="FFC000", E11="FFC000")
    true = truths(sheet, "B", update="F")
    no_update: dict[str, object] = {"stated_rag": ANY}
    actions = (
        true(6, leads("Outpatient Manager"), on("2025-07-31"), state="completed", group=ANY, **no_update),
        true(7, leads("EPR Lead"), on("2025-09-30"), state="in_progress", group=ANY, **no_update),
        true(8, leads("EPR Lead"), on("2025-10-31"), state="not_started|not_stated", group=ANY, **no_update),
        true(9, leads("Discharge Lead"), on("2026-01-31"), state="not_started", group=ANY, **no_update),
        true(10, leads("Patient Information Manager"), on("2026-03-31"), state="in_progress", group=ANY, **no_update),
        true(11, leads("Clinical Audit Lead"), on("2026-02-28"), state="in_progress", group=ANY, **no_update),
    )
    return "AIS plan.xlsx", saved(book), Truth(actions, findings_at=(("AIS", "E7"),))


def equality_objectives_over_four_calendar_years() -> Plan:
    """A trust whose objectives run for four calendar years, with halves and bare years as targets."""
    book, (sheet,) = a_workbook("Equality objectives")
    draw(
        sheet,
        """
        1: Equality Objectives 2024 – 2027 (calendar years)
        3: Objective | Action | Accountable director | Delivery lead | Target year | Status as at Nov 2025
        4: 1. Reduce health inequalities | Publish waiting times by deprivation and ethnicity | Chief Operating Officer | Head of Performance | H1 2025 | Completed
        5: | Target DNA outreach at the two poorest wards | Medical Director | Public Health Consultant | H2 2026 | In progress
        6: 2. A workforce like our communities | One in four senior posts held by BME staff | Chief People Officer | Head of EDI | 2027 | In progress
        7: | Local employment charter with the council | Chief People Officer | Head of Resourcing | by end 2026 | Not started
        8: 3. Safe to be yourself | Hate crime reporting with police | Chief Nurse | Security Lead | 2024 | Completed
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A5", "A6:A7")
    true = truths(sheet, "B")
    one, two, three = (str(sheet[f"A{row}"].value) for row in (4, 6, 8))

    def both(director: str, lead: str) -> tuple[tuple[str, str], ...]:
        return either_part(director, lead)

    def year(number: int) -> tuple[object, ...]:
        return (
            spread(f"{number}-01-01", f"{number}-12-31"),
            spread(f"{number}-01-01", f"{number}-12-31", "dated"),
            undated("ambiguous"),
        )

    half = (spread("2025-01-01", "2025-06-30", "dated"), spread("2025-01-01", "2025-06-30"), undated("ambiguous"))
    second_half = (
        spread("2026-07-01", "2026-12-31", "dated"),
        spread("2026-07-01", "2026-12-31"),
        undated("ambiguous"),
    )
    actions = (
        true(4, both("Chief Operating Officer", "Head of Performance"), half, state="completed", group=one),
        true(5, both("Medical Director", "Public Health Consultant"), second_half, state="in_progress", group=one),
        true(6, both("Chief People Officer", "Head of EDI"), year(2027), state="in_progress", group=two),
        true(
            7,
            both("Chief People Officer", "Head of Resourcing"),
            (by_end_of("2026-12"), *year(2026)),
            state="not_started",
            group=two,
        ),
        true(8, both("Chief Nurse", "Security Lead"), year(2024), state="completed", group=three),
    )
    return "Equality objectives 2024-27.xlsx", saved(book), Truth(actions, period=("2024-01-01", "2027-12-31"))


def anti_racism_framework_with_levels() -> Plan:
    """A north-west trust: the levels of the framework, the evidence for each, and dates as the minutes write them."""
    book, (sheet,) = a_workbook("Anti-racist framework")
    draw(
        sheet,
        """
        1: Anti-Racist Framework – working towards Silver
        3: Level | Deliverable | SRO | Working lead | Deadline | Position
        4: Bronze | Board statement published | Chief Exec. | Comms | 1st May ’25 | Achieved
        5: Bronze | Anti-racism lead on the board | Chair | – | w/c 2 June 2025 | Achieved
        6: Silver | Ethnic pay gap action with measurable goals | CFO | Reward team | mid-December 2025 | Partly achieved
        7: Silver | At least 2 BME members on each panel at 8c+ | CPO | Resourcing | 30th Jan’ 2026 | Not achieved
        8: Silver | 360 feedback on inclusive behaviours for executives | CPO | OD | end Feb ’26 | Underway
        9: Gold | Share learning across the system | CEO | tbc | 2026/27 | –
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B")
    more: dict[str, object] = {"group": ANY, "update": ANY, "stated_rag": ANY}
    actions = (
        true(4, either_part("Chief Exec", "Comms"), on("2025-05-01"), state="completed", **more),
        true(
            5,
            leads("Chair"),
            (
                on("2025-06-02"),
                spread("2025-06-02", "2025-06-08"),
                spread("2025-06-02", "2025-06-08", "dated"),
                spread("2025-06-02", "2025-06-06", "dated"),
            ),
            state="completed",
            **more,
        ),
        true(
            6,
            either_part("CFO", "Reward team"),
            (
                *NO_DAY,
                on("2025-12-15"),
                in_month("2025-12"),
                spread(ANY, "2025-12-15", "dated"),
                spread(ANY, "2025-12-20", "dated"),
            ),
            state="in_progress",
            **more,
        ),
        true(7, either_part("CPO", "Resourcing"), on("2026-01-30"), state="not_stated|not_started|in_progress", **more),
        true(8, either_part("CPO", "OD"), by_end_of("2026-02"), state="in_progress", **more),
        true(9, either_part("CEO", "tbc"), through_year(2026), state="not_stated", **more),
    )
    return "Anti-racist framework NW.xlsx", saved(book), Truth(actions)


def board_assurance_gaps_and_actions() -> Plan:
    """A board assurance framework: risk, controls, gaps, then action, owner and when, dates as true dates and text."""
    book, (sheet,) = a_workbook("BAF 4")
    draw(
        sheet,
        """
        1: BAF risk 4: we do not create an inclusive culture
        2: Executive lead: Chief People Officer | | | | | Assurance committee: People Committee
        4: Gap in control or assurance | Mitigating action | Action owner | Date action due | Date action completed | Progress
        5: No view of grievances by ethnicity | Build a report from the case system | Associate Director of People | @2025-06-30 | @2025-07-04 | Report used since July
        6: Exit data thin | Exit interviews by phone | Retention Lead | @2025-10-31 | | 40 % response, was 12 %
        7: Networks not funded | Agree budgets for 26/27 | Finance Business Partner | @2026-02-13 | |
        8: Board not representative | NED recruitment through three new partners | Chair | TBC | | Governors to decide
        """,
    )
    bold(sheet, "A1", "A2", "F2")
    heading(sheet, 4)
    true = truths(sheet, "B", update="F", kept="A")
    actions = (
        true(5, leads("Associate Director of People"), on("2025-06-30"), state="completed", group=ANY),
        true(6, leads("Retention Lead"), on("2025-10-31"), state="in_progress|not_stated", group=ANY),
        true(7, leads("Finance Business Partner"), on("2026-02-13"), group=ANY),
        true(8, leads("Chair"), undated("undecided"), group=ANY, state="not_stated|not_started"),
    )
    return "BAF4.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "A2", "F2"))


def staff_networks_by_calendar_month_with_typing_errors() -> Plan:
    """A trust's networks: typed in a hurry, months misspelt, chairs by name, states misspelt."""
    book, (sheet,) = a_workbook("Networks")
    draw(
        sheet,
        """
        1: Staff Network Workplan 2025
        3: Network | Activty | Lead | Timescale | Staus | Coments
        4: BME | Black History Month programe | Chair – A. Example | October 2025 | Compleated | Eight events
        5: BME | Reverse mentoring 2nd cohort | Chair – A. Example / Exec sponser | Febuary 2026 | Not stared |
        6: Disability | Disability History Month stall | Co-Chairs | 14 Nov – 20 Dec 2025 | In progess | Stalls booked
        7: LGBT+ | Pride in the town | B. Specimen | 28th Jun 2025 | Complete |
        8: Women's | Menopause café | C. Placeholder-Test & OH | Monthly | On-going |
        9: Faith | Multi-faith calender for rosters | Chaplaincy | Decmber 25 | Inprogress | with design
        10: Carers | Carers passport | HR Policy Lead | Sept 2025 | Delayed – new date Jan 2026 |
        """,
    )
    bold(sheet, *(f"{letter}3" for letter in "ABCDEF"))
    true = truths(sheet, "B", update="F")
    bme, exec_sponsor = "Chair – A. Example", "Exec sponser"
    actions = (
        true(4, leads(bme), in_month("2025-10"), state="completed", group=ANY),
        true(5, either_part(bme, exec_sponsor), in_month("2026-02"), state="not_started", group=ANY),
        true(6, leads("Co-Chairs"), spread("2025-11-14", "2025-12-20"), state="in_progress", group=ANY),
        true(7, leads("B. Specimen"), on("2025-06-28"), state="completed", group=ANY),
        true(8, either_part("C. Placeholder-Test", "OH"), undated("recurring"), state="in_progress", group=ANY),
        true(9, leads("Chaplaincy"), in_month("2025-12"), state="in_progress", group=ANY),
        true(
            10,
            leads("HR Policy Lead"),
            (in_month("2025-09"), in_month("2026-01", "2025-09-30")),
            state="in_progress|not_stated|not_started",
            group=ANY,
            stated_rag=ANY,
        ),
    )
    return "Network workplan.xlsx", saved(book), Truth(actions)


def a_long_directorate_plan_of_a_hundred_and_twenty_actions() -> Plan:
    """A large trust: twelve directorates in bands, ten actions each, the heading repeated on every printed page."""
    book, (sheet,) = a_workbook("All directorates")
    sheet["A1"] = "Inclusion plans of all directorates 2025/26"
    headings = ("Ref", "Action", "Action lead", "Due date", "Status")
    places = [f"Directorate {letter}" for letter in "ABCDEFGHIJKL"]
    words = (("Complete", "completed"), ("In progress", "in_progress"), ("Not started", "not_started"))
    row, facts, loose = 3, [], []
    for number, place in enumerate(places, 1):
        for column, word in enumerate(headings, 1):
            sheet.cell(row, column, word)
        bold(sheet, *(f"{letter}{row}" for letter in "ABCDE"))
        sheet.cell(row + 1, 1, place)
        bold(sheet, f"A{row + 1}")
        merge(sheet, f"A{row + 1}:E{row + 1}")
        for item in range(1, 11):
            here = row + 1 + item
            word, state = words[(number + item) % 3]
            due = date(2025 + (item > 7), (number + item) % 12 + 1, 28)
            owner = f"General Manager {place[-1]}"
            write_row(
                sheet, here, f"{number}.{item}", f"Deliver local inclusion pledge {item} of {place}", owner, due, word
            )
            facts.append((here, owner, due.isoformat(), state, place))
        sheet.cell(row + 12, 5, f"Page {number} of 12")
        loose.append(f"E{row + 12}")
        row += 13
    true = truths(sheet, "B", ref="A")
    actions = tuple(
        true(here, leads(owner), on(due), state=state, group=place) for here, owner, due, state, place in facts
    )
    return "Inclusion plans.xlsx", saved(book), Truth(actions, unplaced=cells_of(sheet, *loose), period=FINANCIAL_2025)
