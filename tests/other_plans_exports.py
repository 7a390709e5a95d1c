"""Plans as boards, exports, forms and pages copied from Word have them, and what was said in meetings."""

# ruff: noqa: E501 - rows of a drawing are as long as rows are

from __future__ import annotations

import csv

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

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
    through_year,
    truths,
    undated,
)


def high_impact_actions_under_three_rows_of_headings() -> Plan:
    """Teaching trust: three rows of merged headings, letters and fills of a BRAG, grey alone for not yet started."""
    book, (sheet,) = a_workbook("HIA plan")
    draw(
        sheet,
        """
        1: EDI Improvement Plan – the six High Impact Actions, 2025/26
        2: BRAG key | B – complete and embedded | G – on track | A – some slippage | R – off track | Not yet started
        4: What we are asked to do | | What we will do | | | | | How we are doing | |
        5: High Impact Action | Success metric | Action | Who | | When | | Updates | | BRAG
        6: | | | SRO | Delivery lead | Start | Finish | Q1 | Q2 |
        7: HIA 1: Measurable objectives for chairs, chief executives and boards | 1a. Annual appraisals | Each director has a SMART EDI objective | Trust Chair | Head of EDI | @2025-04-01 | @2025-07-31 | Set in May | Reviewed in July | B
        8: | | Board development day on anti-racism | Chief Executive | OD Business Partner | @2025-09-01 | @2025-12-12 | | Speaker booked | G
        9: HIA 2: Inclusive recruitment | 2a. Likelihood of appointment | Independent panel members for posts at 8a and above | Chief People Officer | Head of Resourcing | @2025-04-01 | @2025-10-31 | 22 trained | 31 trained | A
        10: | | Publish a talent management plan | Chief People Officer | Head of Learning | @2025-06-01 | @2026-02-27 | | | R
        11: HIA 3: Eliminate pay gaps | 3a. Pay gaps by sex, race and disability | Report the disability pay gap | Chief Finance Officer | Head of Reward | @2026-01-05 | @2026-03-31 | | |
        """,
    )
    heading(sheet, 4, 5, 6)
    merge(sheet, "A4:B4", "C4:G4", "H4:J4", "A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:G5", "H5:I5", "J5:J6")
    merge(sheet, "A7:A8", "A9:A10", "B7:B8", "B9:B10")
    paint(sheet, B2="00B0F0", C2="92D050", D2="FFC000", E2="FF0000", F2="BFBFBF")
    paint(sheet, J7="00B0F0", J8="92D050", J9="FFC000", J10="FF0000", J11="BFBFBF")
    one, two, three = (sheet[place].value for place in ("A7", "A9", "A11"))
    true = truths(sheet, "C", update="I", kept="BH")
    facts = {"update": ANY}
    actions = (
        true(7, either_part("Trust Chair", "Head of EDI"), between("2025-04-01", "2025-07-31"), state="completed", stated_rag="blue", group=one, **facts),
        true(8, either_part("Chief Executive", "OD Business Partner"), between("2025-09-01", "2025-12-12"), state=GOING, stated_rag="green", group=one, **facts),
        true(9, either_part("Chief People Officer", "Head of Resourcing"), between("2025-04-01", "2025-10-31"), state=GOING, stated_rag="amber", group=two, **facts),
        true(10, either_part("Chief People Officer", "Head of Learning"), between("2025-06-01", "2026-02-27"), state=GOING, stated_rag="red", group=two, **facts),
        true(11, either_part("Chief Finance Officer", "Head of Reward"), between("2026-01-05", "2026-03-31"), state="not_started", group=three, **facts),
    )  # fmt: skip
    bands = cells_of(sheet, "A4:H4")
    truth = Truth(actions, perhaps_unplaced=bands, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "HIA plan 2025-26.xlsx", saved(book), truth


def wres_table_typed_in_haste() -> Plan:
    """Acute: typing errors in the headings, the indicator only once, the headings again after a page break, notes below."""
    book, (sheet,) = a_workbook("WRES 2025")
    draw(
        sheet,
        """
        1: Workforce Race Equality Standard action plan 2025/26
        3: WRES Indictor | Objectve | Actions | Lead/s | Time scale | Progess to date | R.A.G.
        4: Indicator 1 | More BME staff at band 8a and above | Talent pool for BME staff in bands 6 and 7 | Head of Learning & OD | Mar 2026 | Twelve joined. | G
        5: | | Career conversations for all BME band 5 nurses | Deputy Chief Nurse | Dec 2025 | Half held. | A
        7: Indicator 3 | Fewer formal processes | Pre-disciplinary checklist used in every case | Head of ER | Oct 2025 | In use since August. Complete. | C
        8: | | Publish cases by ethnicity to the People Committee | Head of ER | Quarterly | First report July. | G
        11: WRES Indictor | Objectve | Actions | Lead/s | Time scale | Progess to date | R.A.G.
        12: Indicator 5 | Less abuse from the public | Red card scheme for racist abuse | Chief Operating Officer | Sept 2025 | Legal advice awaited. | R
        13: | | Posters in every waiting area | Comms Manager | Nov 2025 | | N/S
        15: Key: R = off track, A = at risk, G = on track, C = complete, N/S = not started
        16: Approved by the Trust Board 25 September 2025
        """,
    )
    heading(sheet, 3, 11)
    true = truths(sheet, "C", update="F", kept="B")
    actions = (
        true(4, leads("Head of Learning & OD"), in_month("2026-03"), state=GOING, stated_rag="green", group="Indicator 1"),
        true(5, leads("Deputy Chief Nurse"), in_month("2025-12"), state=GOING, stated_rag="amber", group="Indicator 1", kept=()),
        true(7, leads("Head of ER"), in_month("2025-10"), state="completed", stated_rag=ANY, group="Indicator 3"),
        true(8, leads("Head of ER"), undated("recurring"), state=GOING, stated_rag="green", group="Indicator 3", kept=()),
        true(12, leads("Chief Operating Officer"), in_month("2025-09"), state=GOING, stated_rag="red", group="Indicator 5"),
        true(13, leads("Comms Manager"), in_month("2025-11"), state="not_started", group="Indicator 5", kept=()),
    )  # fmt: skip
    aside = cells_of(sheet, "A15:A16", "A11:G11")
    truth = Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "WRES action plan.xlsx", saved(book), truth


def eds_ratings_first_and_the_action_plan_below() -> Plan:
    """Integrated trust: NHS England's own EDS 2022 form: outcomes with ratings first, then the plan, with no owners."""
    book, (sheet,) = a_workbook("EDS 2022")
    draw(
        sheet,
        """
        1: NHS Equality Delivery System 2022: EDS reporting template 2025-26
        3: Domain | Outcome | Evidence | Rating | Owner (Dept/Lead)
        4: Domain 1 | 1A: Patients have required levels of access to the service | Audit of interpreters, waiting times by ethnicity | 1 – Developing activity | Outpatients
        5: | 1B: Individual patients' health needs are met | Care plans reviewed | 2 – Achieving activity | Maternity
        6: Domain 2 | 2A: At work, staff are provided with support to manage obesity, diabetes, asthma, COPD and mental health conditions | Occupational health data | 2 – Achieving activity | Occupational Health
        7: EDS Organisation Rating (overall rating): 15 – Developing activity
        9: EDS Action Plan
        10: EDS Lead: Head of Inclusion | | | Year(s) active: 2025-2026 |
        12: Domain | Outcome | Objective | Action | Completion date
        13: Domain 1: Commissioned or provided services | 1A: Patients have required levels of access to the service | Fair access | Offer interpreters when booking, in all languages of the area | 31 December 2025
        14: | 1B: Individual patients' health needs are met | Personal care | Put the reasonable adjustment flag on the patient record | March 2026
        15: Domain 2: Workforce health and wellbeing | 2A: Staff are supported to manage conditions | Healthy staff | Health checks on night shifts | Completed June 2025
        16: | 2B: Staff are free from abuse | Safe staff | Review how incidents are followed up | Q4 2025/26
        17: Domain 3: Inclusive leadership | 3A: Leaders show commitment to equality | Visible leaders | Each director sponsors a staff network | Ongoing
        """,
    )
    heading(sheet, 3, 12)
    bold(sheet, "A7", "A9", "A10")
    merge(sheet, "A4:A5", "A7:E7", "A9:E9", "A10:C10", "D10:E10", "A13:A14", "A15:A16")
    true = truths(sheet, "D", kept="BC")
    one, two, three = (sheet[place].value for place in ("A13", "A15", "A17"))
    none: Owners = ()
    actions = (
        true(13, none, on("2025-12-31"), state=GOING, group=one),
        true(14, none, in_month("2026-03"), state=GOING, group=one),
        true(15, none, (in_month("2025-06"), undated("blank"), undated("unreadable")), state="completed", group=two),
        true(16, none, in_quarter(4, 2025), state=GOING, group=two),
        true(17, none, undated("ongoing"), state=GOING, group=three),
    )
    aside = cells_of(sheet, "A3:E7", "A9:E10")
    truth = Truth(actions, perhaps_unplaced=aside, period=FINANCIAL_2025)
    return "EDS 2022 report.xlsx", saved(book), truth


def tasks_from_planner_with_american_days() -> Plan:
    """Integrated care board: the export of Microsoft Planner, days as text, month first as its server has them."""
    book, (sheet,) = a_workbook("Tasks")
    draw(
        sheet,
        """
        1: Plan name | Inclusion delivery
        2: Plan ID | xqQzT0kJ5kqB2nVb
        3: Date of export | 11/28/2025
        5: Task ID | Task Name | Bucket Name | Progress | Priority | Assigned To | Created By | Created Date | Start date | Due date | Is Recurring | Late | Completed Date | Completed By | Completed Checklist Items | Checklist Items | Labels | Description
        6: a1Kd | Agree data sharing with the councils | Data | Completed | Important | Priya Shah | Tom Reid | 04/07/2025 | 04/14/2025 | 09/30/2025 | false | false | 09/22/2025 | Priya Shah | 3/3 | Draft;Legal;Sign | |
        7: b2Le | Map Core20PLUS5 groups by place | Data | In progress | Medium | Priya Shah;Owen Price | Tom Reid | 04/07/2025 | 05/01/2025 | 12/05/2025 | false | false | | | 1/4 | | Health inequalities | Waiting for the census extract
        8: c3Mf | Hold a listening event in each place | Voice | Not started | Medium | Grace Obi | Tom Reid | 04/07/2025 | | 01/12/2026 | false | false | | | | | |
        9: d4Ng | Write the accessible information checklist | Voice | In progress | Urgent | Grace Obi | Tom Reid | 05/19/2025 | 06/02/2025 | 10/31/2025 | false | true | | | 2/5 | | |
        10: e5Oh | Refresh the equality impact form | Governance | Not started | Low | | Tom Reid | 05/19/2025 | | | false | false | | | | | |
        """,
    )
    heading(sheet, 5)
    true = truths(sheet, "B", ref="A", group="C")
    actions = (
        true(6, leads("Priya Shah"), (on("2025-09-30"), *between("2025-04-14", "2025-09-30"), *NO_DAY), state="completed", update=ANY),
        true(7, either_part("Priya Shah", "Owen Price"), (*between("2025-05-01", "2025-12-05"), *NO_DAY), state="in_progress", update=ANY),
        true(8, leads("Grace Obi"), (on("2026-01-12"), *NO_DAY), state="not_started", update=ANY),
        true(9, leads("Grace Obi"), (*between("2025-06-02", "2025-10-31"), *NO_DAY), state="in_progress", update=ANY),
        true(10, (), undated("blank"), state="not_started", update=ANY),
    )  # fmt: skip
    aside = cells_of(sheet, "A1:B3")
    return "Inclusion delivery.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))


def a_board_of_a_task_service_with_groups_and_summaries() -> Plan:
    """Mental health: the export of monday.com: each group with its headings again and a line that sums it up."""
    book, (sheet,) = a_workbook("Inclusion board")
    draw(
        sheet,
        """
        1: Inclusion board
        2: Actions of the inclusion team. Tick off in the stand-up on Mondays.
        4: Leadership
        5: Name | Person | Status | Timeline - Start | Timeline - End | Priority | Last updated
        6: Reverse mentoring: second round of pairs | Nadia Aziz | Working on it | 2025-09-01 | 2026-01-30 | High | 2025-11-24
        7: Inclusive leadership module on the e-learning site | Ben Carter | Done | 2025-04-01 | 2025-08-29 | Medium | 2025-09-01
        8: | | | 2025-04-01 | 2026-01-30 | |
        11: Recruitment
        12: Name | Person | Status | Timeline - Start | Timeline - End | Priority | Last updated
        13: Guaranteed interviews for care leavers | Ben Carter, Nadia Aziz | Stuck | 2025-06-02 | 2025-10-31 | High | 2025-11-10
        14: Interview questions sent out beforehand | Ola Marsh | | 2026-02-02 | 2026-03-31 | Low | 2025-06-30
        15: | | | 2025-06-02 | 2026-03-31 | |
        """,
    )
    heading(sheet, 5, 12)
    bold(sheet, "A1", "A4", "A11")
    true = truths(sheet, "A")
    lead, recruit = {"group": "Leadership"}, {"group": "Recruitment"}
    actions = (
        true(6, leads("Nadia Aziz"), between("2025-09-01", "2026-01-30"), state="in_progress", **lead),
        true(7, leads("Ben Carter"), between("2025-04-01", "2025-08-29"), state="completed", **lead),
        true(13, either_part("Ben Carter", "Nadia Aziz"), between("2025-06-02", "2025-10-31"), state=GOING, **recruit),
        true(14, leads("Ola Marsh"), between("2026-02-02", "2026-03-31"), state="not_started|not_stated", **recruit),
    )
    aside = cells_of(sheet, "A2:A2", "A8:G8", "A15:G15")
    return "Inclusion_board_1764.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))


def a_sharepoint_list_saved_as_csv() -> Plan:
    """Specialist trust: a SharePoint list: who changed an item and when is neither owner nor date."""
    name = "query"
    text = """\
"ID","Title","Action Description","Workstream","Action Owner","Target Date","Action Status","Comments","Modified","Modified By","Created By","Item Type","Path"
"3","Disability leave","Agree a disability leave policy with staff side","Policy","Helen Moor;#14","31/10/2025","Completed","<div>Approved <strong>14 October</strong>&nbsp;by the JNCC</div>","28/11/2025 09:12","Li Chen","Tom Ames","Item","sites/edi/Lists/Plan"
"4","Passport","Digital passport for reasonable adjustments","Policy","Li Chen;#9;#Helen Moor;#14","30/01/2026","In Progress","","28/11/2025 09:15","Li Chen","Tom Ames","Item","sites/edi/Lists/Plan"
"5","Network time","Protected time for network chairs, two days a month","Networks","Sam Obuya;#21","19/12/2025","Not Started","<div></div>","03/11/2025 16:40","Tom Ames","Tom Ames","Item","sites/edi/Lists/Plan"
"6","Signage","Audit of signs with the Deaf community","Estates","","28/02/2026","Deferred","Contractor in 2026","03/11/2025 16:41","Tom Ames","Tom Ames","Item","sites/edi/Lists/Plan"
"""
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(csv.reader(text.splitlines()), 1):
        for column, words in enumerate(line, 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "C", ref="A", group="D", kept="B")
    actions = (
        true(2, leads("Helen Moor"), on("2025-10-31"), state="completed", update="Approved 14 October by the JNCC"),
        true(3, either_part("Li Chen", "Helen Moor"), on("2026-01-30"), state="in_progress"),
        true(4, leads("Sam Obuya"), on("2025-12-19"), state="not_started"),
        true(5, (), on("2026-02-28"), state=GOING, update="Contractor in 2026", cancelled=None),
    )
    return f"{name}.csv", text.encode("utf-8-sig"), Truth(actions)


def a_sheet_for_each_theme_and_initials_explained_in_front() -> Plan:
    """Ambulance: a front sheet with counts and a list of initials, a sheet for each theme, odd ways to say when."""
    book, (front, people, patients) = a_workbook("Front sheet", "1 Our people", "2 Our patients")
    draw(
        front,
        """
        1: Ambulance Service NHS Trust – Inclusion plan 2025-26
        3: Theme | Red | Amber | Green | Complete | Total
        4: 1 Our people | #1 | #1 | #1 | #1 | #4
        5: 2 Our patients | #0 | #1 | #1 | #1 | #3
        7: Initials | Who
        8: JM | Jo Marsh, Head of Culture
        9: SP | Sunil Patel, Head of Workforce Planning
        10: RO | Ruth Okafor, Patient Engagement Manager
        """,
    )
    draw(
        people,
        """
        1: Theme 1: Our people
        2: No | What will we do? | Who's leading | By when? | Are we on track? | What has happened since last time?
        3: 1.1 | Every station has a freedom to speak up champion | JM | w/e 12 Dec 25 | Yes | 41 of 44 stations
        4: 1.2 | Sexual safety charter signed and acted on | JM/SP | 31.3.26 | Slipping | Survey is late
        5: 1.3 | Positive action for paramedic apprentices | SP | Sept/Oct 2025 | Completed | Cohort of 20 began
        6: 1.4 | Exit interviews for all BME leavers | SP | by end of Q2 25/26 | No | Nobody to do them
        """,
    )
    draw(
        patients,
        """
        1: Theme 2: Our patients
        2: No | What will we do? | Who's leading | By when? | Are we on track? | What has happened since last time?
        3: 2.1 | Pictorial communication book in each vehicle | RO | FY25/26 H2 | Yes | Printed
        4: 2.2 | Emergency SMS promoted to Deaf clubs | RO + comms | Rolling | Yes |
        5: 2.3 | Learning disability champions on each shift | RO | Feb half term 2026 | Slipping | Rota clash
        """,
    )
    people["A2"] = patients["A2"] = "#"
    heading(front, 3, 7)
    heading(people, 2)
    heading(patients, 2)
    one, two = truths(people, "B", ref="A", update="F"), truths(patients, "B", ref="A", update="F")
    facts = {"group": ANY, "stated_rag": ANY}
    actions = (
        one(3, leads("JM"), (TrueTarget("dated", ANY, "2025-12-12"), TrueTarget("range", ANY, "2025-12-12")), state=GOING, **facts),
        one(4, either_part("JM", "SP"), on("2026-03-31"), state=GOING, **facts),
        one(5, leads("SP"), (spread("2025-09-01", "2025-10-31"), spread("2025-09-01", "2025-10-31", "dated")), state="completed", **facts),
        one(6, leads("SP"), by_end_of("2025-09"), state=GOING, **facts),
        two(3, leads("RO"), (spread("2025-10-01", "2026-03-31"), spread("2025-10-01", "2026-03-31", "dated")), state=GOING, **facts),
        two(4, either_part("RO", "comms"), (undated("ongoing"), undated("recurring")), state=GOING, **facts),
        two(5, leads("RO"), (*NO_DAY, by_end_of("2026-02")), state=GOING, **facts),
    )  # fmt: skip
    aside = cells_of(front, "A3:F5", "A7:B10")
    return "Inclusion plan 2025-26.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, period=FINANCIAL_2025)


def purple_and_grey_told_in_a_key_and_dates_moved() -> Plan:
    """Mental health: original, revised and completed days; purple is closed, grey is on hold; words against colours."""
    book, (sheet,) = a_workbook("PCREF")
    draw(
        sheet,
        """
        1: Patient and Carer Race Equality Framework: delivery plan 2025/26
        2: Key: | Purple | Closed, evidence seen
        3: | Green | On track
        4: | Amber | Delayed, recoverable
        5: | Red | Delayed, not recoverable
        6: | Grey | On hold
        8: Ref | Domain | Action | Executive lead | Operational lead | Original due date | Revised due date | Date completed | Status | Update
        9: P1 | Leadership | Publish the race equality statement | Chief Executive | Head of PCREF | @2025-06-30 | | @2025-06-27 | | On the website
        10: P2 | Leadership | Set up the accountable board with carers | Chief Nurse | Head of PCREF | @2025-07-31 | @2025-12-31 | | | Terms agreed
        11: P3 | Data | Ethnicity recorded for 95% of patients | Chief Operating Officer | Head of Informatics | @2025-09-30 | n/a | | | 91%
        12: P4 | Data | Restraint by ethnicity on ward dashboards | Chief Nurse | Head of Informatics | @2026-01-31 | 31/03/26 then 30/06/26 | | | New system
        13: P5 | Feedback | Culturally adapted feedback cards | Chief Nurse | Patient Experience Lead | @2025-10-31 | No change | | | Printer away
        14: P6 | Feedback | Peer researchers in each locality | Medical Director | Head of Research | @2026-02-28 | TBC | | | Funding asked for
        15: P7 | Culture | Cultural competence course for all ward staff | Chief People Officer | Head of Learning | @2026-03-31 | | | On track | 340 of 900
        """,
    )
    heading(sheet, 8)
    paint(sheet, B2="7030A0", B3="00B050", B4="FFC000", B5="FF0000", B6="A6A6A6")
    paint(sheet, I9="7030A0", I10="FFC000", I11="FF0000", I12="FFC000", I13="00B050", I14="A6A6A6", I15="FF0000")
    true = truths(sheet, "C", ref="A", group="B", update="J")
    going = {"state": GOING}
    actions = (
        true(9, either_part("Chief Executive", "Head of PCREF"), on("2025-06-30"), state="completed", stated_rag=ANY),
        true(10, either_part("Chief Nurse", "Head of PCREF"), on("2025-12-31", "2025-07-31"), stated_rag="amber", **going),
        true(11, either_part("Chief Operating Officer", "Head of Informatics"), on("2025-09-30"), stated_rag="red", **going),
        true(12, either_part("Chief Nurse", "Head of Informatics"), (TrueTarget("dated", ANY, "2026-06-30", "2026-01-31"), TrueTarget("range", "2026-03-31", "2026-06-30", "2026-01-31")), stated_rag="amber", **going),
        true(13, either_part("Chief Nurse", "Patient Experience Lead"), on("2025-10-31"), stated_rag="green", **going),
        true(14, either_part("Medical Director", "Head of Research"), (TrueTarget("undecided", None, None, "2026-02-28"), undated("undecided")), **going),
        true(15, either_part("Chief People Officer", "Head of Learning"), on("2026-03-31"), stated_rag=ANY, **going),
    )  # fmt: skip
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, findings_at=(("PCREF", "I15"),))
    return "PCREF delivery plan.xlsx", saved(book), truth


def a_board_assurance_framework_with_actions() -> Plan:
    """Community: risks with controls and scores in the colours of the matrix; the actions stand at the right."""
    book, (sheet,) = a_workbook("BAF 4 Culture")
    draw(
        sheet,
        """
        1: Board Assurance Framework 2025/26 – Principal risk 4: culture and inclusion
        3: Risk ref | Principal risk | Key controls | Gaps in control | L | I | Score | Target score | Actions to close the gap | Lead | Due | Progress
        4: BAF4a | If we do not act on racism, staff will leave | Anti-racism policy; FTSU Guardian | No data on outcomes of complaints | #4 | #4 | #16 | #8 | Record the outcome of each complaint of racism | Head of Employee Relations | 31 Jan 2026 | Form designed
        5: | | | Managers unsure what to do | | | | | Train 200 managers in first response | Head of OD | 31 Mar 2026 | 64 trained
        6: BAF4b | If adjustments are late, disabled staff will be absent | Central budget | Long waits for equipment | #3 | #3 | #9 | #4 | Framework contract for equipment | Head of Procurement | 30 Sep 2025 | Completed 12 September
        7: | | | No record of adjustments | | | | | Passport in the staff record | Head of Workforce Systems | 31 Oct 2025 | Supplier is late
        8: BAF4c | If networks are not heard, policy will harm | Networks on the EDI Group | None | #2 | #3 | #6 | #6 | None required | | |
        """,
    )
    heading(sheet, 3)
    merge(sheet, *(f"{letter}4:{letter}5" for letter in "ABCEFGH"), *(f"{letter}6:{letter}7" for letter in "ABCEFGH"))
    paint(sheet, G4="FF0000", H4="FFC000", G6="FFC000", H6="92D050", G8="92D050", H8="92D050")
    true = truths(sheet, "I", update="L", kept="D")
    facts = {"group": ANY}
    actions = (
        true(4, leads("Head of Employee Relations"), on("2026-01-31"), state=GOING, **facts),
        true(5, leads("Head of OD"), on("2026-03-31"), state=GOING, **facts),
        true(6, leads("Head of Procurement"), on("2025-09-30"), state="completed", **facts),
        true(7, leads("Head of Workforce Systems"), on("2025-10-31"), state=GOING, **facts),
    )
    return (
        "BAF risk 4.xlsx",
        saved(book),
        Truth(actions, perhaps_unplaced=cells_of(sheet, "A8:L8"), cells=non_empty(sheet)),
    )


def pay_gap_tables_copied_from_word_and_edited() -> Plan:
    """Specialist: pasted from Word with hard spaces, a struck action and a struck day, a hidden row, a total."""
    book, (sheet,) = a_workbook("Table 4")
    draw(
        sheet,
        """
        1: Gender and ethnicity pay gap action plan 2025/26
        3: Action | Responsible | Completion by | Status
        4: Shortlist\u00a0panels see no names\u00a0until interview | Head\u00a0of\u00a0Resourcing | 30\u00a0September\u00a02025 | Complete
        5: Flexible working offered from day one¶•\u00a0adverts say so¶•\u00a0managers are trained | Deputy Director of HR | x | On-going
        6: Bonus scheme for admin staff | Head of Reward | 31 October 2025 | On-going
        8: Clinical excellence awards: mentors for women consultants | Medical Director¶(with Medical Staffing) | 31st\u00a0January\u00a02026 | On-going
        9: Ethnicity pay gap published with the gender pay gap | Head of Reward | 30 March 2026 | Yet to start
        10: Menopause policy reviewed with the Women's Network | Head of Wellbeing | 28 Nov 2025 | Yet to start
        12: Total | 6 | | 1 complete
        14: Prepared by HR Information, November 2025. Page 7 of 9
        """,
    )
    heading(sheet, 3)
    struck = InlineFont(strike=True)
    sheet["C5"] = CellRichText([TextBlock(struck, "30 June 2025"), TextBlock(InlineFont(), " 31 December 2025")])
    for place in ("A6", "B6", "C6", "D6"):
        sheet[place].font = Font(strike=True)
    sheet.row_dimensions[9].hidden = True
    true = truths(sheet, "A")
    actions = (
        true(4, leads("Head of Resourcing"), on("2025-09-30"), state="completed"),
        true(
            5, leads("Deputy Director of HR"), (on("2025-12-31"), on("2025-12-31", "2025-06-30")), state="in_progress"
        ),
        true(6, leads("Head of Reward"), ANY_TARGETS, state=ANY, cancelled=True),
        true(8, (("Medical Director", "lead"), ("Medical Staffing", ANY)), on("2026-01-31"), state="in_progress"),
        true(9, leads("Head of Reward"), on("2026-03-30"), state="not_started"),
        true(10, leads("Head of Wellbeing"), on("2025-11-28"), state="not_started"),
    )
    aside = cells_of(sheet, "A12:D12", "A14")
    truth = Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet), period=FINANCIAL_2025, said=("hidden",))
    return "Pay gap plan.xlsx", saved(book), truth


ANY_TARGETS = (TrueTarget(ANY, ANY, ANY, ANY),)


def this_year_and_next_year_side_by_side() -> Plan:
    """Care board: milestones of year 1 and year 2 beside one another, a RAG for the year in hand, joint owners."""
    book, (sheet,) = a_workbook("System plan")
    draw(
        sheet,
        """
        1: System equality objectives and delivery plan 2025-2027
        3: Objective | Action | System lead(s) | Year 1 milestone (2025/26) | Year 1 RAG | Year 2 milestone (2026/27) | Due
        4: 1. A workforce like our communities | Shared talent pool across the system | CPO, Acute Trust and CPO, Community Trust | Pool agreed by September 2025 | Green | 40 moves between organisations | 31/03/2027
        5: | Anti-racism charter signed by all partners | ICB Chair | Signed at the July board | Complete | Audit of promises | 31/03/2027
        6: 2. Fair access | Interpreting bought once for all | ICB Director of Strategy (deputies: AB, CD) | Specification agreed | Amber | Contract live by October 2026 | 31/10/2026
        7: | Waiting list shown by deprivation and ethnicity | Place Directors | Report each quarter from Q2 | Red | Targets for each place | 30/09/2026
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A5", "A6:A7")
    one, two = sheet["A4"].value, sheet["A6"].value
    true = truths(sheet, "B", kept="DF")
    facts = {"update": ANY}
    actions = (
        true(4, ANY_OWNERS, on("2027-03-31"), state=GOING, stated_rag="green", group=one, **facts),
        true(5, leads("ICB Chair"), on("2027-03-31"), state=ANY, stated_rag=ANY, group=one, **facts),
        true(
            6,
            (("ICB Director of Strategy", "lead"), ("AB", ANY), ("CD", ANY)),
            on("2026-10-31"),
            state=GOING,
            stated_rag="amber",
            group=two,
            **facts,
        ),
        true(7, leads("Place Directors"), on("2026-09-30"), state=GOING, stated_rag="red", group=two, **facts),
    )
    return "System plan 2025-27.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))


def measures_beneath_the_actions_and_on_a_sheet_of_their_own() -> Plan:
    """Community: key measures with RAG under the actions and on a second sheet; neither is an action."""
    book, (sheet, measures) = a_workbook("Plan", "KPIs")
    draw(
        sheet,
        """
        1: Equality action plan 2025/26
        3: No. | Action | Owner | Deadline | Status
        4: 1 | Hold a disability history month event | Disability Network Chair | 18/12/2025 | In progress
        5: 2 | Rewrite the appraisal form | Head of Learning | 31/01/2026 | In progress
        6: 3 | Publish the WDES report | Head of EDI | 31/10/2025 | Completed
        9: Key measures
        10: No. | Measure | Baseline | Target | Latest | RAG
        11: 1 | Disabled staff in the workforce | 4.1% | 6% | 5.2% | Amber
        12: 2 | Staff who declare whether they are disabled | 71% | 90% | 88% | Green
        """,
    )
    draw(
        measures,
        """
        1: Key performance indicators
        3: Indicator | Baseline | Target by March 2026 | Q1 | Q2 | RAG | Owner
        4: BME staff in bands 8a to 9 | 7% | 11% | 8% | 8% | Red | Head of EDI
        5: Relative likelihood of discipline | #1.8 | #1.0 | #1.4 | #1.2 | Amber | Head of ER
        """,
    )
    heading(sheet, 3, 10)
    heading(measures, 3)
    bold(sheet, "A9")
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Disability Network Chair"), on("2025-12-18"), state="in_progress"),
        true(5, leads("Head of Learning"), on("2026-01-31"), state="in_progress"),
        true(6, leads("Head of EDI"), on("2025-10-31"), state="completed"),
    )
    aside = cells_of(sheet, "A9:F12") | cells_of(measures, "A1:G5")
    return "Equality action plan.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, period=FINANCIAL_2025)


WHENS: tuple[tuple[str, tuple[TrueTarget, ...]], ...] = (
    ("by end of Q3 24/25", (by_end_of("2024-12"), in_quarter(3, 2024))),
    ("31.3.26", (on("2026-03-31"),)),
    ("FY25/26 H2", (spread("2025-10-01", "2026-03-31"), spread("2025-10-01", "2026-03-31", "dated"))),
    ("Sept/Oct 2025", (spread("2025-09-01", "2025-10-31"), spread("2025-09-01", "2025-10-31", "dated"))),
    ("w/c 8 Dec 2025", (TrueTarget("dated", "2025-12-08", ANY), TrueTarget("range", "2025-12-08", ANY))),
    ("rolling programme", (undated("ongoing"), undated("recurring"))),
    ("12 months from launch", NO_DAY),
    ("BAU from April 2026", (spread("2026-04-01", ANY, "ongoing"), undated("ongoing"))),
    ("TBC (Q1 26/27?)", (undated("undecided"), undated("ambiguous"))),
    ("Mid-January 2026", (*NO_DAY, in_month("2026-01"), TrueTarget("dated", ANY, "2026-01-15"))),
    ("Before 1 April 2026", (TrueTarget("dated", ANY, "2026-03-31"), TrueTarget("dated", ANY, "2026-04-01"))),
    ("No later than 30th November 2025", (TrueTarget("dated", ANY, "2025-11-30"),)),
    ("Within 6 months of policy approval", NO_DAY),
    ("Q4 25-26 (extended from Q2)", (in_quarter(4, 2025), in_quarter(4, 2025, "2025-09-30"))),
    ("Weekly from 1 Sept 2025", (undated("recurring"),)),
    ("31/11/2025", NO_DAY),
    ("Mar-26", (in_month("2026-03"),)),
    ("At the next AGM", NO_DAY),
    ("ASAP", NO_DAY),
    ("Jan 26 (review July 26)", (in_month("2026-01"), *NO_DAY)),
    ("Dec 25 → Feb 26", (in_month("2026-02"), in_month("2026-02", "2025-12-31"), spread("2025-12-01", "2026-02-28"), *NO_DAY)),
    ("30/9/25 – now 31/1/26", (on("2026-01-31"), on("2026-01-31", "2025-09-30"), *NO_DAY)),
    ("30th Jan '26", (on("2026-01-30"),)),
    ("20260227", (on("2026-02-27"), *NO_DAY)),
    ("Fri 12th December", (on("2025-12-12"), *NO_DAY)),
    ("1 of each month", (undated("recurring"), *NO_DAY)),
    ("End FY25/26", (by_end_of("2026-03"), through_year())),
    ("Winter 25/26", NO_DAY),
    ("2 yrs", NO_DAY),
    ("Not before March 2026", (*NO_DAY, spread("2026-03-01", ANY, "ongoing"), undated("ongoing"))),
    ("Jun 2025 (missed)", (in_month("2025-06"), *NO_DAY)),
    ("Achieved Sept 25", (in_month("2025-09"), *NO_DAY, undated("blank"))),
    ("Was Q2, now Q4", (in_quarter(4, 2025), in_quarter(4, 2025, "2025-09-30"), *NO_DAY)),
    ("Q2-Q4 (yr 1)", (spread("2025-07-01", "2026-03-31"), *NO_DAY)),
    ("3 months", NO_DAY),
    ("Short term", NO_DAY),
    ("N/A", (*NO_DAY, undated("blank"))),
    ("Deadline passed", NO_DAY),
    ("By Easter 2026", (*NO_DAY, TrueTarget("dated", ANY, "2026-04-05"))),
    ("Phase 1: Dec 2025; Phase 2: June 2026", (*NO_DAY, in_month("2026-06"), spread("2025-12-01", "2026-06-30"))),
)  # fmt: skip


def whatever_was_said_in_the_meeting_about_when() -> Plan:
    """Foundation trust: one long table whose secretary typed the days as they were said."""
    book, (sheet,) = a_workbook("Actions")
    draw(
        sheet, "1: Inclusion Committee action plan, April 2025 to March 2026\n3: Ref | Action | Lead | By when | Status"
    )
    heading(sheet, 3)
    for row, (when, _) in enumerate(WHENS, 4):
        action = f"Agree with the staff networks how point {row - 3} of the charter is met"
        for column, value in enumerate((str(row - 3), action, "Head of Inclusion", when, "In progress"), 1):
            sheet.cell(row, column, value)
    true = truths(sheet, "B", ref="A")
    done = {"Achieved Sept 25"}
    actions = tuple(
        true(row, leads("Head of Inclusion"), targets, state=ANY if when in done else "in_progress")
        for row, (when, targets) in enumerate(WHENS, 4)
    )
    return "Committee actions.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


STATES: tuple[tuple[str, str, bool | None], ...] = (
    ("Not complete", GOING, False),
    ("Part complete", "in_progress", False),
    ("Complete pending sign-off", "proposed_for_closure|in_progress|not_stated", False),
    ("Complete – awaiting evidence", "proposed_for_closure|in_progress|not_stated", False),
    ("Phase 1 complete, phase 2 under way", "in_progress|not_stated", False),
    ("Incomplete", GOING, False),
    ("Closed – not delivered", GOING, None),
    ("Superseded by action 12", GOING, True),
    ("To be completed in the new year", GOING, False),
    ("Almost done", "in_progress|not_stated", False),
    ("Completed (Sept 25)", "completed", False),
    ("Done 👍", "completed", False),
    ("Achieved in part", "in_progress|not_stated", False),
    ("Fully achieved", "completed", False),
    ("Action closed at EDI Steering Group 14/10/25", "completed", False),
    ("Reopened", "in_progress|not_stated", False),
    ("Delivered in two of five divisions", "in_progress|not_stated", False),
    ("On hold pending funding", GOING, None),
    ("Completed in error - reopened 3 Nov", GOING, False),
    ("Complete, but not embedded", "in_progress|not_stated|proposed_for_closure", False),
    ("Completion expected Feb 26", GOING, False),
    ("Complete by March", GOING, False),
    ("Will be completed", GOING, False),
    ("Should be complete by now - check", GOING, False),
    ("Complete?", GOING, False),
    ("Uncompleted", GOING, False),
    ("No longer complete", GOING, False),
    ("Not yet fully implemented", GOING, False),
    ("Partially implemented", "in_progress|not_stated", False),
    ("Implemented & embedded", "completed", False),
    ("Recommend closure", "proposed_for_closure", False),
    ("Done bar the shouting", ANY, False),
    ("Halfway", "in_progress|not_stated", False),
    ("Awaiting start", "not_started|not_stated", False),
    ("Transferred to the People Plan", GOING, None),
    ("Merged with 7", GOING, None),
    ("75% complete", "in_progress", False),
    ("Complete for 2024/25", "completed|not_stated|in_progress", False),
    ("Completed for Q1 and Q2", "in_progress|not_stated", False),
    ("Failed", GOING, None),
)


def whatever_was_said_in_the_meeting_about_how_far() -> Plan:
    """Foundation trust: the status in free words, many of which hold "complete" without saying so."""
    book, (sheet,) = a_workbook("Actions")
    draw(sheet, "1: Anti-racism action plan 2025/26\n3: Ref | Action | Lead | Due date | Status")
    heading(sheet, 3)
    for row, (words, _, _) in enumerate(STATES, 4):
        action = f"Agree with the staff networks how promise {row - 3} of the charter is kept"
        for column, value in enumerate((f"A{row - 3}", action, "Head of Inclusion", "27/02/2026", words), 1):
            sheet.cell(row, column, value)
    true = truths(sheet, "B", ref="A")
    actions = tuple(
        true(row, leads("Head of Inclusion"), on("2026-02-27"), state=state, cancelled=cancelled, update=ANY)
        for row, (_, state, cancelled) in enumerate(STATES, 4)
    )
    return "Anti-racism actions.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_plan_in_plain_good_order() -> Plan:
    """District hospital: one table, true dates, words for states, one owner each: nothing to complain of."""
    book, (sheet,) = a_workbook("EDI action plan")
    draw(
        sheet,
        """
        1: Equality, Diversity and Inclusion Action Plan 2025/26
        3: Ref | Objective | Action | Lead | Start date | Target date | Status | RAG | Progress update
        4: 1.1 | Inclusive leadership | All board members have an EDI objective in their appraisal | Trust Chair | @2025-04-01 | @2025-06-30 | Completed | Blue | Confirmed by the Trust Secretary in June.
        5: 1.2 | Inclusive leadership | Board members visit each staff network once a year | Trust Secretary | @2025-04-01 | @2026-03-31 | In progress | Green | Three of five visits made.
        6: 2.1 | Fair recruitment | Train 60 inclusion representatives for interview panels | Head of Resourcing | @2025-05-01 | @2026-01-30 | In progress | Green | 44 trained.
        7: 2.2 | Fair recruitment | Publish recruitment data by protected characteristic | Head of Workforce Information | @2025-09-01 | @2025-12-19 | In progress | Amber | Data are being checked.
        8: 3.1 | Safe at work | Launch a campaign against bullying | Head of Communications | @2026-01-12 | @2026-03-31 | Not started | Green | Begins in January.
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "C", ref="A", group="B", update="I")
    actions = (
        true(4, leads("Trust Chair"), between("2025-04-01", "2025-06-30"), state="completed", stated_rag="blue"),
        true(5, leads("Trust Secretary"), between("2025-04-01", "2026-03-31"), state="in_progress", stated_rag="green"),
        true(6, leads("Head of Resourcing"), between("2025-05-01", "2026-01-30"), state="in_progress", stated_rag="green"),
        true(7, leads("Head of Workforce Information"), between("2025-09-01", "2025-12-19"), state="in_progress", stated_rag="amber"),
        true(8, leads("Head of Communications"), between("2026-01-12", "2026-03-31"), state="not_started", stated_rag="green"),
    )  # fmt: skip
    return (
        "EDI action plan 2025-26.xlsx",
        saved(book),
        Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, quiet=True),
    )


def a_tidy_csv_of_a_committee() -> Plan:
    """Children's trust: a tidy .csv, days in ISO form, two owners with a semicolon between them."""
    name = "edi-actions-2025-26"
    lines = (
        "Action ID|Theme|Action|Owner|Due|Status|Notes",
        "EDI-01|Voice|Set up a youth advisory panel on inclusion|Head of Patient Experience|2025-10-31|Complete|First met 14 October",
        "EDI-02|Voice|Offer surveys in easy read|Head of Communications; Head of Patient Experience|2026-02-27|In progress|Draft with users",
        "EDI-03|Workforce|Review how shifts are offered to parents and carers|Deputy Chief Nurse|2026-03-31|Not started|",
    )
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line.split("|"), 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "C", ref="A", group="B", update="G")
    actions = (
        true(2, leads("Head of Patient Experience"), on("2025-10-31"), state="completed"),
        true(3, leads("Head of Communications", "Head of Patient Experience"), on("2026-02-27"), state="in_progress"),
        true(4, leads("Deputy Chief Nurse"), on("2026-03-31"), state="not_started"),
    )
    return f"{name}.csv", "\r\n".join(line.replace("|", ",") for line in lines).encode(), Truth(actions, quiet=True)


def symbols_for_ratings_and_two_columns_of_them() -> Plan:
    """Combined authority trust: symbols explained in a key, last month's rating beside this month's, arrows."""
    book, (sheet,) = a_workbook("Tracker Nov 25")
    draw(
        sheet,
        """
        1: Equality objectives 2025/26 – tracker for the November People Committee
        2: 🔵 Complete | 🟢 On track | 🟡 Minor delay | 🔴 Major delay | ⚪ Not due to start
        4: Objective | Action | Lead director | Delivered by | Oct RAG | Nov RAG | Direction of travel | Commentary for committee
        5: A | Cost of living fund open to bank staff | Director of Finance | Sep 25 | 🟢 | 🔵 | ↑ | Paid out since 1 September
        6: A | Sunflower lanyards at each reception | Director of Estates | Dec 25 | 🟢 | 🟡 | ↓ | Stock is late
        7: B | Coaching for internationally educated nurses | Chief Nurse | Mar 26 | 🟡 | 🟢 | ↑ | Caught up
        8: B | Panel review of each grievance about race | Director of People | Oct 25 | 🟡 | 🔴 | ↓ | No panel members
        9: C | Listening lounge at each site | Director of Strategy | Mar 26 | ⚪ | ⚪ | → |
        """,
    )
    heading(sheet, 4)
    true = truths(sheet, "B", group="A", update="H")
    actions = (
        true(5, leads("Director of Finance"), in_month("2025-09"), state="completed", stated_rag="blue"),
        true(6, leads("Director of Estates"), in_month("2025-12"), state=GOING, stated_rag="amber"),
        true(7, leads("Chief Nurse"), in_month("2026-03"), state=GOING, stated_rag="green"),
        true(8, leads("Director of People"), in_month("2025-10"), state=GOING, stated_rag="red"),
        true(9, leads("Director of Strategy"), in_month("2026-03"), state="not_started|not_stated"),
    )
    return "Tracker Nov 25.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def done_yes_or_no_with_days_of_every_sort() -> Plan:
    """Hospice partnership: the day raised, the day reviewed, done or not by Y and N, notes of each meeting."""
    name = "EDI group action log"
    lines = (
        "EDI GROUP ACTION LOG 2025/26",
        "",
        "Date raised|No|Action agreed|By whom|By when|Date reviewed|Done (Y/N)|Notes from meetings",
        "08/05/2025|1|Circulate the calendar of faith days|SK|30/05/2025|10/07/2025|Y|Sent to all teams",
        "08/05/2025|2|Ask the printers for braille menus|SK / DL|31/07/2025|11/09/2025|N|10/7: no reply. 11/9: quote received.",
        "10/07/2025|3|Invite the mosque to the open day|Chaplain|12/12/2025|11/09/2025|N|DL to help",
        "10/07/2025|4|Review the dress policy|DL and deputies|31/01/2026|11/09/2025|Partly|Draft seen",
        "11/09/2025|5|Count who uses the quiet room|ALL|13/11/2025|13/11/2025|Y|",
        "11/09/2025|6|Find a trainer on neurodiversity|TBC|Next meeting|13/11/2025|N|",
    )
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line.split("|"), 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "C", ref="B", update="H")
    actions = (
        true(4, leads("SK"), on("2025-05-30"), state="completed"),
        true(5, either_part("SK", "DL"), on("2025-07-31"), state=GOING),
        true(6, leads("Chaplain"), on("2025-12-12"), state=GOING),
        true(7, ANY_OWNERS, on("2026-01-31"), state="in_progress|not_stated"),
        true(8, leads("ALL"), on("2025-11-13"), state="completed"),
        true(9, ANY_OWNERS, NO_DAY, state=GOING),
    )
    return f"{name}.tsv", "\n".join(line.replace("|", "\t") for line in lines).encode("cp1252"), Truth(actions)


def a_project_sheet_with_health_and_per_cent() -> Plan:
    """Support unit: the export of a project sheet: e-mail addresses, health in colours, parts of one for per cent."""
    book, (sheet,) = a_workbook("EDI programme")
    draw(
        sheet,
        """
        1: At Risk | Health | Task Name | Assigned To | Start Date | End Date | % Complete | Status | Predecessors | Comments
        2: | Green | Staff networks relaunched | j.okoro@csu.nhs.uk | @2025-04-07 | @2025-10-17 | #1 | Complete | | Launch on 17 October
        3: TRUE | Red | Consultation on the equality objectives | m.lind@csu.nhs.uk, j.okoro@csu.nhs.uk | @2025-08-04 | @2025-11-14 | #0.6 | In Progress | | Two boroughs have not replied
        4: | Yellow | Analyse replies | m.lind@csu.nhs.uk | @2025-11-17 | @2025-12-19 | #0 | Not Started | 3FS +1d |
        5: | Green | Publish the objectives | comms@csu.nhs.uk | @2026-03-02 | @2026-03-30 | #0 | Not Started | 4 |
        6: | Gray | Translate the summary | comms@csu.nhs.uk | | | #0 | On Hold | 5 | Only if asked
        """,
    )
    heading(sheet, 1)
    for row in range(2, 7):
        sheet[f"G{row}"].number_format = "0%"
    true = truths(sheet, "C", update="J")
    actions = (
        true(2, leads("j.okoro@csu.nhs.uk"), between("2025-04-07", "2025-10-17"), state="completed", stated_rag="green"),
        true(3, leads("m.lind@csu.nhs.uk", "j.okoro@csu.nhs.uk"), between("2025-08-04", "2025-11-14"), state="in_progress", stated_rag="red"),
        true(4, leads("m.lind@csu.nhs.uk"), between("2025-11-17", "2025-12-19"), state="not_started", stated_rag="amber"),
        true(5, leads("comms@csu.nhs.uk"), between("2026-03-02", "2026-03-30"), state="not_started", stated_rag="green"),
        true(6, leads("comms@csu.nhs.uk"), undated("blank"), state=GOING),
    )  # fmt: skip
    return "EDI programme.xlsx", saved(book), Truth(actions, cells=non_empty(sheet))
