"""Plans from other trusts that differ in layout: where the tables stand, and what stands above and between actions."""

from __future__ import annotations

from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

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
    supports,
    through_year,
    truths,
    undated,
)


def a_sheet_for_each_indicator() -> Plan:
    """WRES: a sheet an indicator, its name in a line above or only on the tab, a small table of figures before it."""
    book, (contents, first, second, eighth) = a_workbook("Contents", "Indicator 1", "Indicator 2", "Indicator 8")
    draw(contents, "1: Contents\n3: Indicator 1 | see tab\n4: Indicator 2 | see tab\n5: Indicator 8 | see tab")
    for sheet in (first, second, eighth):
        draw(sheet, "1: Workforce Race Equality Standard: action plan 2025/26")
        draw(sheet, "9: Action/s | Lead/s | Timescale | Progress to date")
        bold(sheet, "A1")
        heading(sheet, 9)
    draw(
        first,
        """
        2: Indicator 1: Percentage of BME staff in each pay band
        4: Measure | #2023 | #2024 | #2025
        5: Band 8a and above | #0.118 | #0.124 | #0.131
        6: Very senior managers | #0.05 | #0.05 | #0.067
        10: Set a representation ambition for band 8a and above | Chief People Officer | Q2 | Agreed with four.
        11: Offer a career conversation to BME colleagues in bands 6 and 7 | Head of Talent¶REACH Network | Ongoing
        """,
    )
    draw(
        second,
        """
        2: Indicator 2: Relative likelihood of appointment from shortlisting
        10: Put a trained inclusion representative on each panel | Head of Resourcing | September 2025 | 41 are trained.
        11: Publish shortlisting figures by division | Head of Workforce Information | Quarterly
        """,
    )
    draw(eighth, "10: Review how concerns about discrimination are recorded | Head of Employee Relations | Q4 2025/26")
    one, two, eight = (truths(sheet, "A", update="D") for sheet in (first, second, eighth))
    band, shortlisting = first["A2"].value, second["A2"].value
    actions = (
        one(10, leads("Chief People Officer"), in_quarter(2, 2025), group=band),
        one(11, leads("Head of Talent", "REACH Network"), undated("ongoing"), group=band),
        two(10, leads("Head of Resourcing"), in_month("2025-09"), group=shortlisting),
        two(11, leads("Head of Workforce Information"), undated("recurring"), group=shortlisting),
        eight(10, leads("Head of Employee Relations"), in_quarter(4, 2025), group="Indicator 8"),
    )
    truth = Truth(actions, cells_of(first, "A4:D6"), cells=non_empty(first, second, eighth), period=FINANCIAL_2025)
    return "WRES action plan 2025-26.xlsx", saved(book), truth


def domains_as_merged_section_rows() -> Plan:
    """EDS 2022: section rows merged across the table between actions; an accountable officer, an operational lead."""
    book, (sheet,) = a_workbook("EDS 2022 plan")
    draw(
        sheet,
        """
        1: Equality Delivery System 2022
        2: Improvement plan 2025/2026
        4: Approved by the Quality Committee in March 2025. Reviewed every quarter.
        8: Outcome | Objective | Action | Accountable Officer | Operational Lead | Completion date | Status
        9: Domain 1: Commissioned or provided services
        10: 1A: People have the access they need | Interpreting is booked when care is booked | Add a language and BSL prompt to the referral form | Chief Operating Officer | Head of Patient Experience | 31 October 2025 | In progress
        11: 1B: Individual needs are met | Adjustments are known on arrival | Switch on the reasonable adjustment flag | Director of Nursing, Midwifery & AHPs | Clinical Systems Lead | Q4 | Not started
        12: Domain 2: Workforce health and wellbeing
        13: 2A: Staff can manage long-term conditions | Fair access to occupational health | Publish a manager's guide to the health passport | Chief People Officer | Head of Occupational Health and Wellbeing | June 2025 | Completed
        14: 2B: Staff are free from abuse | People report what they see | Run a speaking-up campaign on every site | Chief Nurse | Freedom to Speak Up Guardian | Throughout 2025/26 | In progress
        15: Domain 3: Inclusive leadership
        16: 3A: Board members demonstrate commitment | Every member has a measurable objective | Agree one EDI objective with each Board member | Chair | Trust Secretary | end of September 2025 | Proposed for closure
        """,  # noqa: E501
    )
    heading(sheet, 8)
    for row in (9, 12, 15):
        merge(sheet, f"A{row}:G{row}")
        bold(sheet, f"A{row}")
        paint(sheet, **{f"A{row}": "D9E2F3"})
    true = truths(sheet, "C", kept="AB")
    services, health, leadership = (sheet[f"A{row}"].value for row in (9, 12, 15))
    actions = (
        true(
            10,
            either_part("Chief Operating Officer", "Head of Patient Experience"),
            on("2025-10-31"),
            state="in_progress",
            group=services,
        ),
        true(
            11,
            either_part("Director of Nursing, Midwifery & AHPs", "Clinical Systems Lead"),
            in_quarter(4, 2025),
            state="not_started",
            group=services,
        ),
        true(
            13,
            either_part("Chief People Officer", "Head of Occupational Health and Wellbeing"),
            in_month("2025-06"),
            state="completed",
            group=health,
        ),
        true(
            14,
            either_part("Chief Nurse", "Freedom to Speak Up Guardian"),
            through_year(),
            state="in_progress",
            group=health,
        ),
        true(
            16,
            either_part("Chair", "Trust Secretary"),
            by_end_of("2025-09"),
            state="proposed_for_closure",
            group=leadership,
        ),
    )
    preamble = cells_of(sheet, "A2", "A4")
    truth = Truth(actions, perhaps_unplaced=preamble, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDS2022 improvement plan.xlsx", saved(book), truth


def two_heading_rows_from_column_c() -> Plan:
    """Anti-racism plan for three years: bands over pairs of headings, the table beginning at C7, commitments merged."""
    book, (sheet,) = a_workbook("Anti-racism 23-26")
    draw(
        sheet,
        """
        2: Becoming an anti-racist organisation: action plan 2023-2026
        7: Commitment | Action | Responsibility | | Timescale | | Progress
        8: | | Lead | Support | Start | End | Status | Narrative
        9: Commitment 1: We will listen and act | Hold listening events on every site | Head of EDI | REACH Network | @2023-04-01 | @2024-03-01 | Complete | Eleven events held; themes reported to the Board.
        10: | Introduce a route to report racism without giving a name | Director of People | Freedom to Speak Up Guardian¶Staff side chair | @2024-01-01 | @2025-09-01 | In progress
        11: | Publish what we heard and what we changed, every year | Head of Communications | | @2024-06-01 | @2026-03-01 | In progress | Second report is in draft.
        12: Commitment 2: We will recruit and promote fairly | Move to values-based shortlisting for band 7 and above | Head of Resourcing | Divisional HR Business Partners | @2025-04-01 | @2026-02-01 | Not started
        13: | Review acting-up arrangements for fairness | Deputy Director of People | Head of EDI | | Q3 | Not started
        """,  # noqa: E501
        first_column=3,
    )
    heading(sheet, 7, 8)
    merge(sheet, "C7:C8", "D7:D8", "E7:F7", "G7:H7", "I7:J7", "C9:C11", "C12:C13")
    for row in range(9, 14):
        sheet[f"G{row}"].number_format = sheet[f"H{row}"].number_format = "mmm-yy"
    listen, recruit = sheet["C9"].value, sheet["C12"].value
    true = truths(sheet, "D", update="J")

    def between(start: str, due: str) -> tuple[object, ...]:
        return (spread(start, due, "dated"), spread(start, due, "range"))

    actions = (
        true(
            9,
            leads("Head of EDI") + supports("REACH Network"),
            between("2023-04-01", "2024-03-31"),
            state="completed",
            group=listen,
        ),
        true(
            10,
            leads("Director of People") + supports("Freedom to Speak Up Guardian", "Staff side chair"),
            between("2024-01-01", "2025-09-30"),
            state="in_progress",
            group=listen,
        ),
        true(
            11,
            leads("Head of Communications"),
            between("2024-06-01", "2026-03-31"),
            state="in_progress",
            group=listen,
        ),
        true(
            12,
            leads("Head of Resourcing") + supports("Divisional HR Business Partners"),
            between("2025-04-01", "2026-02-28"),
            state="not_started",
            group=recruit,
        ),
        true(
            13,
            leads("Deputy Director of People") + supports("Head of EDI"),
            undated("ambiguous"),
            state="not_started",
            group=recruit,
        ),
    )
    truth = Truth(actions, cells=non_empty(sheet), findings_at=((sheet.title, "H13"),))
    return "Anti-racism action plan v4.xlsx", saved(book), truth


def a_sheet_for_each_division() -> Plan:
    """A sheet a division, RAG by fill alone, the key on a sheet of its own, contacts on another."""
    book, (key, surgery, medicine, women, contacts) = a_workbook(
        "Key", "Surgery", "Medicine", "Women's & Children's", "Contacts"
    )
    blue, green, amber, red = "5B9BD5", "92D050", "FFC000", "FF0000"
    draw(
        key,
        """
        1: RAG key
        2: Blue | Complete
        3: Green | On track
        4: Amber | Some slippage
        5: Red | Significantly behind
        """,
    )
    paint(key, A2=blue, A3=green, A4=amber, A5=red)
    draw(
        contacts,
        """
        1: Post | Extension | Site
        2: Divisional Director of Surgery | #4410 | Main
        3: Head of Midwifery | #4417 | Main
        """,
    )
    for sheet in (surgery, medicine, women):
        draw(sheet, f"1: {sheet.title} division: our equality actions for 2025/26")
        draw(sheet, "3: No. | What will we do? | Who is responsible? | By when? | RAG")
        heading(sheet, 3)
    draw(
        surgery,
        """
        4: #1 | Share staff survey results by ethnicity with every theatre team | Divisional Director of Surgery | Q1
        5: #2 | Offer bystander training to ward managers | Divisional Director of Nursing / Head of EDI | 31/01/2026
        """,
    )
    paint(surgery, E4=blue, E5=green)
    draw(
        medicine,
        """
        4: #1 | Agree reasonable adjustments within ten working days | General Manager, Medicine | Q2
        5: #2 | Nominate a disability champion on each ward | Matrons | Q3
        6: #3 | Advertise all secondments across the division | HR Business Partner | TBC
        """,
    )
    paint(medicine, E4=red, E5=amber)
    draw(women, "4: #1 | Train all community midwives in cultural humility | Head of Midwifery | Q4 2025/26")
    paint(women, E4=green)
    for_surgery, for_medicine, for_women = (truths(sheet, "B") for sheet in (surgery, medicine, women))
    going, behind = "in_progress|not_stated", "in_progress|not_started|not_stated"
    actions = (
        for_surgery(
            4,
            leads("Divisional Director of Surgery"),
            in_quarter(1, 2025),
            group="Surgery",
            stated_rag="blue",
            state="completed",
        ),
        for_surgery(
            5,
            leads("Divisional Director of Nursing", "Head of EDI"),
            on("2026-01-31"),
            group="Surgery",
            stated_rag="green",
            state=going,
        ),
        for_medicine(
            4,
            leads("General Manager, Medicine"),
            in_quarter(2, 2025),
            group="Medicine",
            stated_rag="red",
            state=behind,
        ),
        for_medicine(
            5,
            leads("Matrons"),
            in_quarter(3, 2025),
            group="Medicine",
            stated_rag="amber",
            state=behind,
        ),
        for_medicine(6, leads("HR Business Partner"), undated("undecided"), group="Medicine"),
        for_women(
            4,
            leads("Head of Midwifery"),
            in_quarter(4, 2025),
            group="Women's & Children's",
            stated_rag="green",
            state=going,
        ),
    )
    return "Divisional EDI plans.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def several_tables_with_repeated_headings() -> Plan:
    """A table for each High Impact Action on one sheet, pointers, totals, separators, a key with counts below."""
    book, (sheet,) = a_workbook("Improvement plan")
    draw(
        sheet,
        """
        1: NHS EDI improvement plan 2025/26
        3: High Impact Action 1: Measurable objectives on EDI for chairs, chief executives and boards
        4: Ref | Action | Owner | Due | Status
        5: 1a | Add an EDI objective to each director's appraisal | Chair | 30 June 2025 | Complete
        6: 1b | Report progress on objectives to the Board in public | Trust Secretary | Q4 | Not started
        7: 1c | See 4b
        8: --- | --- | --- | --- | ---
        10: High Impact Action 4: Address health inequalities within the workforce
        11: Ref | Action | Owner | Due | Status
        12: 4a | Review sickness absence by pay band and ethnicity* | Head of Workforce Information | Q3 | In progress
        13: 4b | Give the Board a yearly report on lower-paid staff | Head of Wellbeing; Chief People Officer | January 2026 | In progress
        15: | Total actions: 4
        17: Key
        18: Complete: 3
        19: In progress: 2
        20: Not started: 1
        22: * Subject to the new reporting tool being in place.
        """,  # noqa: E501
    )
    heading(sheet, 4, 11)
    bold(sheet, "A3", "A10", "B15", "A17")
    one, four = sheet["A3"].value, sheet["A10"].value
    true = truths(sheet, "B", ref="A")
    actions = (
        true(5, leads("Chair"), on("2025-06-30"), state="completed", group=one),
        true(6, leads("Trust Secretary"), in_quarter(4, 2025), state="not_started", group=one),
        true(7, (), undated("blank"), group=one, pointer_to="4b"),
        true(12, leads("Head of Workforce Information"), in_quarter(3, 2025), state="in_progress", group=four),
        true(
            13,
            leads("Head of Wellbeing", "Chief People Officer"),
            in_month("2026-01"),
            state="in_progress",
            group=four,
        ),
    )
    truth = Truth(
        actions,
        unplaced=cells_of(sheet, "A8:E8", "B15", "A22"),
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
        said=("count|says 3|counts",),
    )
    return "HIA improvement plan.xlsx", saved(book), truth


def an_excel_table_among_many_sheets() -> Plan:
    """A flat Excel table with its own references, among lists, contacts, figures, minutes and a change log."""
    book, (readme, lists, contacts, survey, plan, notes, log) = a_workbook(
        "Read me", "Lists", "Contacts", "Staff survey 2024", "Action tracker", "Meeting notes", "Change log"
    )
    draw(readme, "1: EDI action tracker\n3: Update the tracker by the 5th of each month. Filter by lead.")
    draw(lists, "1: Status\n2: Not started\n3: Underway\n4: Complete\n5: On hold")
    draw(contacts, "1: Role | Team | Telephone\n2: Head of EDI | People | 01632 960001")
    draw(
        survey,
        """
        1: Question | #2022 | #2023 | #2024 | Comparator
        2: Q15 Fair career progression | #0.54 | #0.55 | #0.57 | #0.56
        3: Q16b Discrimination from manager or colleague | #0.09 | #0.09 | #0.08 | #0.09
        """,
    )
    draw(
        notes,
        """
        1: EDI Steering Group, 9 October 2025
        3: 1. Apologies were received.
        4: 2. Action: Head of EDI to bring the survey paper to the next meeting.
        """,
    )
    draw(
        log,
        """
        1: Version | Date | Author | Change
        2: 0.1 | @2025-04-02 | EDI team | First draft
        3: 1.0 | @2025-05-08 | EDI team | Approved by People Committee
        """,
    )
    draw(
        plan,
        """
        1: Action ID | Workstream | Action | Lead Officer | Due | Status | % complete | Notes
        2: EDI-01 | Recruitment | Anonymise application forms for all non-clinical posts | Head of Resourcing | @2025-07-01 | Complete | #1
        3: EDI-02 | Recruitment | Offer interview questions in advance | Head of Resourcing | @2025-11-01 | Underway | #0.5 | Pilot in Estates
        4: EDI-07 | Belonging | Relaunch the LGBT+ and Disability networks with protected time | Head of EDI | @2026-03-01 | Underway | #0.25
        5: EDI-10 | Belonging | Review prayer and quiet space on each site | Lead Chaplain | @2025-09-01 | Not started | #0 | Waits for estates survey
        6: EDI-11 | Belonging | Introduce pronoun badges for those who want them | Head of Communications | | On hold | #0
        """,  # noqa: E501
    )
    for row in range(2, 7):
        plan[f"E{row}"].number_format, plan[f"G{row}"].number_format = "mmm-yy", "0%"
    plan.add_table(Table(displayName="Tracker", ref="A1:H6"))
    true = truths(plan, "C", ref="A", group="B", kept="H")
    held = "in_progress|not_started|not_stated"
    actions = (
        true(2, leads("Head of Resourcing"), in_month("2025-07"), state="completed", update=ANY),
        true(3, leads("Head of Resourcing"), in_month("2025-11"), state="in_progress", update=ANY),
        true(4, leads("Head of EDI"), in_month("2026-03"), state="in_progress", update=ANY),
        true(5, leads("Lead Chaplain"), in_month("2025-09"), state="not_started", update=ANY),
        true(6, leads("Head of Communications"), undated("blank"), state=held, update=ANY),
    )
    return "EDI tracker October 2025.xlsx", saved(book), Truth(actions, cells=non_empty(plan))


def sections_in_column_a_far_down() -> Plan:
    """Lines of preamble, section lines that fill column A alone, owners with single spaces between, notes below."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Equality, Diversity and Inclusion Delivery Plan 2025-26
        4: Purpose
        5: This plan sets out what we will do this year to meet our equality objectives.
        6: It was written with our staff networks and will be reviewed by the EDI Steering Group.
        8: Our equality objectives
        9: 1. A workforce that reflects the communities that we serve
        10: 2. Services that everyone can reach and use
        12: How to read the plan
        13: Each action has one owner. Targets are the end of the period shown.
        19: Objective / action | Owner | Target date | Framework | Progress update | Current status
        20: Objective 1: A workforce that reflects our communities
        21: Work with two colleges on a supported internship | Head of EDI Head of Resourcing | Q2 2025/26 | WDES | Four interns began in September. | In progress
        22: Report the ethnicity pay gap beside the gender pay gap | Head of Workforce Information | 31st March 2026 | GPG / WRES | | Not yet begun
        23: Bring the Board's ethnicity in line with the workforce | Chair Chief Executive | When vacancies arise | WRES | | Ongoing
        24: Objective 2: Services that everyone can reach and use
        25: Translate the ten most used leaflets into five languages | Head of Patient Experience | Dec 2025 | EDS22 | Six done. | In progress
        26: Audit the accessible information standard | Head of Patient Experience Clinical Audit Manager | Q1 | EDS22 | Report went to Quality Committee in July. | Completed
        28: Note: all quarters are quarters of the financial year.
        30: Prepared by the EDI team. Last updated: 14 November 2025
        """,  # noqa: E501
    )
    heading(sheet, 19)
    bold(sheet, "A4", "A8", "A12", "A20", "A24")
    workforce, services = sheet["A20"].value, sheet["A24"].value
    true = truths(sheet, "A", update="E")
    actions = (
        true(
            21,
            leads("Head of EDI", "Head of Resourcing"),
            in_quarter(2, 2025),
            state="in_progress",
            frameworks=("WDES",),
            group=workforce,
        ),
        true(
            22,
            leads("Head of Workforce Information"),
            on("2026-03-31"),
            state="not_started",
            frameworks=("GPG", "WRES"),
            group=workforce,
        ),
        true(
            23,
            leads("Chair", "Chief Executive"),
            undated("conditional"),
            state="in_progress",
            frameworks=("WRES",),
            group=workforce,
        ),
        true(
            25,
            leads("Head of Patient Experience"),
            in_month("2025-12"),
            state="in_progress",
            frameworks=("EDS22",),
            group=services,
        ),
        true(
            26,
            leads("Head of Patient Experience", "Clinical Audit Manager"),
            in_quarter(1, 2025),
            state="completed",
            frameworks=("EDS22",),
            group=services,
        ),
    )
    truth = Truth(
        actions,
        unplaced=cells_of(sheet, "A28", "A30"),
        perhaps_unplaced=cells_of(sheet, "A4:A13"),
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
    )
    return "Delivery plan.xlsx", saved(book), truth


def guidance_and_spacer_columns() -> Plan:
    """A calendar-year plan with a guidance row, empty columns between, comments, page breaks and a sign-off."""
    book, (sheet,) = a_workbook("2025 plan")
    draw(
        sheet,
        """
        1: | Inclusion action plan, January to December 2025
        4: | Aim | | Action | | Lead | Timescale | | How will we know? | | Status
        5: | From the strategy | | Describe the action in SMART form | | Job title, not name | dd/mm/yyyy | | Evidence or measure | | Select from list
        6: | Fair progression | | Start a sponsorship scheme for disabled colleagues in bands 5 to 7 | | Head of OD | 28/02/2025 | | Twelve pairs matched by 1 June 2025 | | Complete
        7: | | | Measure who is given acting-up posts | | HR Information Manager | 31/12/2025 | | Quarterly report | | In progress
        8: | Respectful teams | | Run a civility week on each site | | Wellbeing Lead and Staff Side Chair | 19/05/2025 | | 300 attend | | Complete
        9: | | | Offer mediation within 15 days of a request | | Head of Employee Relations | November 2025 | | Mean wait under 15 days | | Not started
        12: | Signed off by: | | Director of Workforce
        13: | Date: | | 6 January 2025
        """,  # noqa: E501
    )
    heading(sheet, 4)
    for cell in sheet[5]:
        cell.font = Font(italic=True, color="808080")
    merge(sheet, "B6:B7", "B8:B9")
    sheet["D6"].comment = Comment("Ask the network chairs for names", "EDI team")
    sheet.row_breaks.append(Break(id=7))
    fair, respect = "Fair progression", "Respectful teams"
    true = truths(sheet, "D", kept="I")
    actions = (
        true(6, leads("Head of OD"), on("2025-02-28"), state="completed", group=fair),
        true(7, leads("HR Information Manager"), on("2025-12-31"), state="in_progress", group=fair),
        true(8, leads("Wellbeing Lead", "Staff Side Chair"), on("2025-05-19"), state="completed", group=respect),
        true(9, leads("Head of Employee Relations"), in_month("2025-11"), state="not_started", group=respect),
    )
    truth = Truth(
        actions,
        unplaced=cells_of(sheet, "B5:K5", "B12:D13"),
        cells=non_empty(sheet),
        period=("2025-01-01", "2025-12-31"),
    )
    return "Inclusion plan 2025.xlsx", saved(book), truth


def actions_merged_over_sub_rows() -> Plan:
    """Actions merged over the rows of their several owners, inside metrics merged over several actions."""
    book, (sheet,) = a_workbook("WDES")
    draw(
        sheet,
        """
        1: Workforce Disability Equality Standard action plan 2025/26
        3: Metric | Action | Who | When | Update
        4: Metric 8: Adequate adjustments | Publicise a central fund for adjustments | Director of Finance | Q1 | Fund of £60,000 agreed.
        5: | | Head of Occupational Health and Wellbeing
        6: | | Head of EDI
        7: | Train managers to hold adjustment conversations | Head of Leadership Development | Q3
        8: Metric 2: Appointment from shortlisting | Apply for Disability Confident Leader | Head of Resourcing | Oct 2025 | Evidence gathered.
        9: | | Disability Network | | Network asked to review it.
        10: | Guarantee interviews in every division | Head of Resourcing | Q4
        """,  # noqa: E501
    )
    heading(sheet, 3)
    merge(sheet, "A4:A7", "A8:A10", "B4:B6", "D4:D6", "E4:E6", "B8:B9", "D8:D9")
    adjustments, shortlisting = sheet["A4"].value, sheet["A8"].value
    true = truths(sheet, "B", update="E")
    actions = (
        true(
            4,
            leads("Director of Finance", "Head of Occupational Health and Wellbeing", "Head of EDI"),
            in_quarter(1, 2025),
            group=adjustments,
        ),
        true(7, leads("Head of Leadership Development"), in_quarter(3, 2025), group=adjustments),
        true(
            8,
            leads("Head of Resourcing", "Disability Network"),
            in_month("2025-10"),
            group=shortlisting,
            update="Evidence gathered. Network asked to review it.",
        ),
        true(10, leads("Head of Resourcing"), in_quarter(4, 2025), group=shortlisting),
    )
    return "WDES plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
