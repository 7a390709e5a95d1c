"""Plans as task software hands them out: Planner, Smartsheet, Monday, Asana, Jira, DevOps, ServiceNow, lists."""

# ruff: noqa: E501  a row of a drawn sheet is one line

from __future__ import annotations

from collections.abc import Callable

from openpyxl.styles import Alignment, Font

from tests.other_plans_truth import (
    ANY,
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
    leads,
    on,
    saved,
    spread,
    truths,
    undated,
)

NO_OWNER = ()


def a_file(text: str, encoding: str = "utf-8") -> bytes:
    """Write a delimited file as a program on Windows would."""
    return text.replace("\n", "\r\n").encode(encoding)


def csv_action(row: int, text: str, **facts: object) -> Callable[..., TrueAction]:
    """A maker of a true action in a delimited file, whose sheet goes by any name."""
    del facts
    return lambda owners, target, **more: TrueAction(
        ANY, row, text, owners, target if isinstance(target, tuple) else (target,), **more
    )


def planner_export_of_a_gender_pay_gap_plan() -> Plan:
    """Planner: what the plan is called above, many columns of bookkeeping, American days."""
    book, (sheet,) = a_workbook("Tasks")
    draw(
        sheet,
        """
        1: Plan name | Gender pay gap actions 2025
        2: Plan ID | xq7Kd0aZfkWjBhN2mR9cPGUAGSTo
        3: Date of export | 11/28/2025
        5: Task ID | Task Name | Bucket Name | Progress | Priority | Assigned To | Created By | Created Date | Start date | Due date | Is Recurring | Late | Completed Date | Completed By | Description
        6: k1aa | Publish the gender pay gap report on our website | Data | Completed | Important | Ada Example | Bo Specimen | 01/14/2025 | | 03/28/2025 | false | false | 03/27/2025 | Ada Example | Statutory: snapshot of 31 March 2024
        7: k1ab | Review starting salaries for consultants appointed since 2022 | Data | In progress | Medium | Ada Example;Bo Specimen | Bo Specimen | 01/14/2025 | 04/22/2025 | 12/19/2025 | false | false | | | Sample of 60 appointments
        8: k1ac | Offer return-to-practice coaching after maternity leave | Careers | Not started | Medium | Cara Placeholder | Bo Specimen | 01/14/2025 | | 01/30/2026 | false | false | | |
        9: k1ad | Open local clinical impact awards to part-time staff | Careers | Not started | Urgent | | Bo Specimen | 01/14/2025 | | 09/30/2025 | false | true | | | Medical director to agree
        10: k1ae | Report ethnicity pay gap beside gender pay gap | Data | Not started | Low | Bo Specimen | Bo Specimen | 01/15/2025 | | | false | false | | |
        """,
    )
    true = truths(sheet, "B", ref="A", kept="EO")
    actions = (
        true(6, leads("Ada Example"), on("2025-03-28"), state="completed", group="Data"),
        true(
            7,
            either_part("Ada Example", "Bo Specimen"),
            (on("2025-12-19"), spread("2025-04-22", "2025-12-19")),
            state="in_progress",
            group="Data",
        ),
        true(8, leads("Cara Placeholder"), on("2026-01-30"), state="not_started", group="Careers"),
        true(9, NO_OWNER, on("2025-09-30"), state="not_started", group="Careers"),
        true(10, leads("Bo Specimen"), undated("blank"), state="not_started", group="Data"),
    )
    return "Gender pay gap actions.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "A1:B3"))


def smartsheet_export_with_parents_and_harvey_balls() -> Plan:
    """Smartsheet: parents in bold sum up their children, who are indented; health is a word."""
    book, (sheet,) = a_workbook("WDES 25-26")
    draw(
        sheet,
        """
        1: Health | Task Name | Assigned To | Status | % Complete | Start | Finish | Comments
        2: Yellow | Metric 2: recruitment | | In Progress | #0.4 | @2025-04-07 | @2026-02-27 |
        3: Green | Guarantee interviews for disabled applicants who meet the criteria | Head of Resourcing | Complete | #1 | @2025-04-07 | @2025-06-30 | Went live on Trac
        4: Yellow | Train every panel chair in reasonable adjustments | EDI Manager | In Progress | #0.5 | @2025-05-01 | @2025-12-12 | 41 of 82 trained
        5: Green | Re-write the advert template in plain English | Head of Resourcing | Not Started | #0 | @2026-01-05 | @2026-02-27 |
        6: Red | Metric 8: adjustments | | In Progress | #0.2 | @2025-04-07 | @2026-03-31 |
        7: Red | Single budget for adjustments | Chief Finance Officer | On Hold | #0.2 | @2025-04-07 | @2025-09-30 | Waiting for a decision on the cost centre
        8: Green | Adjustment passport in ESR | Workforce Systems Manager | Not Started | #0 | @2025-12-01 | @2026-03-31 |
        """,
    )
    bold(sheet, "B2", "B6")
    heading(sheet, 1)
    for row in (3, 4, 5, 7, 8):
        sheet.cell(row, 2).alignment = Alignment(indent=1)
        sheet.row_dimensions[row].outlineLevel = 1
        sheet.cell(row, 5).number_format = "0%"
    true = truths(sheet, "B", update="H")
    recruitment, adjustments = "Metric 2: recruitment", "Metric 8: adjustments"
    actions = (
        true(
            3,
            leads("Head of Resourcing"),
            spread("2025-04-07", "2025-06-30"),
            state="completed",
            group=recruitment,
            stated_rag="green",
        ),
        true(
            4,
            leads("EDI Manager"),
            spread("2025-05-01", "2025-12-12"),
            state="in_progress",
            group=recruitment,
            stated_rag="amber",
        ),
        true(
            5,
            leads("Head of Resourcing"),
            spread("2026-01-05", "2026-02-27"),
            state="not_started",
            group=recruitment,
            stated_rag="green",
        ),
        true(
            7,
            leads("Chief Finance Officer"),
            spread("2025-04-07", "2025-09-30"),
            state="in_progress|not_stated",
            group=adjustments,
            stated_rag="red",
        ),
        true(
            8,
            leads("Workforce Systems Manager"),
            spread("2025-12-01", "2026-03-31"),
            state="not_started",
            group=adjustments,
            stated_rag="green",
        ),
    )
    return (
        "WDES 25-26.xlsx",
        saved(book),
        Truth(actions, unplaced=cells_of(sheet, "A2", "D2:G2", "A6", "D6:G6")),
    )


def monday_board_with_a_heading_for_each_group() -> Plan:
    """Monday: name of the board, then for each group its name, its own headings, its rows and a row that sums up."""
    book, (sheet,) = a_workbook("anti-racism plan")
    draw(
        sheet,
        """
        1: Anti-racism plan
        2: Bronze award by spring
        4: Recruitment
        5: Name | Person | Status | Timeline - Start | Timeline - End | Last Updated
        6: Publish a statement signed by the board | Chief Executive | Done | @2025-04-01 | @2025-05-31 | 2025-05-30 09:12:44
        7: Diverse panels for band 8a and above | Head of Resourcing, EDI Lead | Working on it | @2025-06-01 | @2026-03-31 | 2025-10-02 16:40:03
        8: Anonymous shortlisting in Trac | Head of Resourcing | Stuck | @2025-06-01 | @2025-10-31 | 2025-10-02 16:41:15
        9: | | | @2025-04-01 | @2026-03-31 |
        11: Experience
        12: Name | Person | Status | Timeline - Start | Timeline - End | Last Updated
        13: Reverse mentoring, second cohort | OD Manager | Not Started | @2026-01-01 | @2026-06-30 | 2025-09-11 10:00:00
        14: Zero tolerance posters in every clinic | Head of Communications | Done | @2025-07-01 | @2025-09-30 | 2025-09-29 11:20:10
        15: Listening events at night | EDI Lead | | | | 2025-09-29 11:22:00
        16: | | | @2025-07-01 | @2026-06-30 |
        """,
    )
    bold(sheet, "A1", "A4", "A11")
    true = truths(sheet, "A")
    actions = (
        true(6, leads("Chief Executive"), spread("2025-04-01", "2025-05-31"), state="completed", group="Recruitment"),
        true(
            7,
            either_part("Head of Resourcing", "EDI Lead"),
            spread("2025-06-01", "2026-03-31"),
            state="in_progress",
            group="Recruitment",
        ),
        true(
            8,
            leads("Head of Resourcing"),
            spread("2025-06-01", "2025-10-31"),
            state="in_progress|not_stated",
            group="Recruitment",
        ),
        true(13, leads("OD Manager"), spread("2026-01-01", "2026-06-30"), state="not_started", group="Experience"),
        true(
            14,
            leads("Head of Communications"),
            spread("2025-07-01", "2025-09-30"),
            state="completed",
            group="Experience",
        ),
        true(15, leads("EDI Lead"), undated("blank"), group="Experience"),
    )
    return (
        "Anti-racism_plan_1764320000.xlsx",
        saved(book),
        Truth(actions, unplaced=cells_of(sheet, "D9:E9", "D16:E16"), perhaps_unplaced=cells_of(sheet, "A2")),
    )


def asana_export_with_when_it_was_completed() -> Plan:
    """Asana: no status at all, only the day on which a task was ticked off."""
    text = """Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task
1208,2025-03-03,2025-06-12,2025-06-12,Commission a review of disciplinary cases,Employee relations,Dee Sampleton,dee.sampleton@example.nhs.uk,,2025-06-30,WRES,"Indicator 3, ratio above 1.25",EDI 25/26,
1209,2025-03-03,,2025-09-01,Pilot a fair treatment checklist before any suspension,Employee relations,Dee Sampleton,dee.sampleton@example.nhs.uk,2025-07-01,2025-10-31,WRES,,EDI 25/26,
1210,2025-03-04,,2025-03-04,Ask leavers about discrimination in exit interviews,Retention,,,,2026-02-28,,,EDI 25/26,
1211,2025-03-04,2025-11-03,2025-11-03,Set up a carers’ network,Retention,Siân O’Neill-Sample,sian.sample@example.nhs.uk,,2025-11-28,,Terms of reference agreed,EDI 25/26,
1212,2025-03-04,,2025-03-04,Quarterly data pack for care groups,Data,Dee Sampleton,dee.sampleton@example.nhs.uk,,2026-03-31,"WRES,WDES",,EDI 25/26,
"""
    wres = ("WRES",)
    actions = (
        csv_action(2, "Commission a review of disciplinary cases")(
            leads("Dee Sampleton"),
            on("2025-06-30"),
            state="completed",
            ref="1208|*",
            group=ANY,
            update=ANY,
            frameworks=wres,
        ),
        csv_action(3, "Pilot a fair treatment checklist before any suspension")(
            leads("Dee Sampleton"),
            (spread("2025-07-01", "2025-10-31"), on("2025-10-31")),
            ref=ANY,
            group=ANY,
            frameworks=wres,
            update=ANY,
        ),
        csv_action(4, "Ask leavers about discrimination in exit interviews")(
            NO_OWNER, on("2026-02-28"), group=ANY, update=ANY
        ),
        csv_action(5, "Set up a carers’ network")(
            leads("Siân O’Neill-Sample"), on("2025-11-28"), state="completed", group=ANY, update=ANY
        ),
        csv_action(6, "Quarterly data pack for care groups")(
            leads("Dee Sampleton"), on("2026-03-31"), group=ANY, update=ANY, frameworks=("WRES", "WDES")
        ),
    )
    return "EDI_25-26.csv", a_file(text), Truth(actions)


def jira_export_with_a_resolution() -> Plan:
    """Jira: status and resolution are two things, and what will not be done is "Done" in neither sense."""
    text = """Summary,Issue key,Issue id,Issue Type,Status,Priority,Resolution,Assignee,Reporter,Created,Updated,Due date,Labels
Map where patients need information in another format,AIS-1,40012,Task,Done,High,Done,Ada Example,Bo Specimen,02/Apr/25 9:14 AM,30/May/25 4:02 PM,31/May/25 12:00 AM,AIS
Alert on the record for patients who lip-read,AIS-2,40013,Task,In Progress,High,,Bo Specimen,Bo Specimen,02/Apr/25 9:15 AM,03/Nov/25 1:00 PM,19/Dec/25 12:00 AM,AIS
Letters in 18 point for those who asked,AIS-3,40014,Task,Blocked,Medium,,Ada Example,Bo Specimen,02/Apr/25 9:16 AM,03/Nov/25 1:01 PM,31/Oct/25 12:00 AM,AIS
Fax line for deaf patients,AIS-4,40015,Task,Closed,Low,Won't Do,Ada Example,Bo Specimen,02/Apr/25 9:17 AM,10/Jun/25 8:30 AM,30/Jun/25 12:00 AM,AIS
Sign language interpreting by video in ED,AIS-5,40016,Task,To Do,High,,,Bo Specimen,02/Apr/25 9:18 AM,02/Apr/25 9:18 AM,27/Mar/26 12:00 AM,AIS
Audit of flags against letters sent,AIS-6,40017,Task,In Review,Medium,,Bo Specimen,Bo Specimen,02/Apr/25 9:19 AM,20/Nov/25 2:00 PM,28/Nov/25 12:00 AM,AIS
Easy read complaints leaflet,AIS-7,40018,Task,Closed,Medium,Duplicate,Ada Example,Bo Specimen,02/Apr/25 9:20 AM,20/May/25 2:00 PM,30/Sep/25 12:00 AM,AIS
"""
    ada, bo = leads("Ada Example"), leads("Bo Specimen")
    actions = (
        csv_action(2, "Map where patients need information in another format")(
            ada, on("2025-05-31"), state="completed", ref="AIS-1"
        ),
        csv_action(3, "Alert on the record for patients who lip-read")(
            bo, on("2025-12-19"), state="in_progress", ref="AIS-2"
        ),
        csv_action(4, "Letters in 18 point for those who asked")(
            ada, on("2025-10-31"), state="in_progress|not_stated", ref="AIS-3"
        ),
        csv_action(5, "Fax line for deaf patients")(
            ada,
            on("2025-06-30"),
            state="not_stated|not_started|in_progress|proposed_for_closure",
            ref="AIS-4",
            cancelled=None,
        ),
        csv_action(6, "Sign language interpreting by video in ED")(
            NO_OWNER, on("2026-03-27"), state="not_started", ref="AIS-5"
        ),
        csv_action(7, "Audit of flags against letters sent")(
            bo, on("2025-11-28"), state="in_progress|proposed_for_closure", ref="AIS-6"
        ),
        csv_action(8, "Easy read complaints leaflet")(
            ada,
            on("2025-09-30"),
            state="not_stated|not_started|in_progress|proposed_for_closure",
            ref="AIS-7",
            cancelled=None,
        ),
    )
    return "Jira AIS export.csv", a_file(text), Truth(actions)


def devops_work_items_new_active_resolved() -> Plan:
    """DevOps: New, Active, Resolved, Closed, Removed; people with their address in angle brackets."""
    book, (sheet,) = a_workbook("Work items")
    draw(
        sheet,
        """
        1: ID | Work Item Type | Title | Assigned To | State | Target Date | Iteration Path | Tags
        2: #4411 | Action | Network chairs to have protected time in job plans | Ada Example <ada.example@example.nhs.uk> | Closed | @2025-06-30 | EDI\\2025\\Q1 | networks
        3: #4412 | Action | Executive sponsor for each staff network | Bo Specimen <bo.specimen@example.nhs.uk> | Resolved | @2025-09-30 | EDI\\2025\\Q2 | networks
        4: #4413 | Action | Shared budget for network events | Ada Example <ada.example@example.nhs.uk> | Active | @2025-12-31 | EDI\\2025\\Q3 | networks; money
        5: #4414 | Action | Neurodiversity network launched | | New | @2026-03-31 | EDI\\2025\\Q4 | networks
        6: #4415 | Action | Network intranet pages rebuilt | Bo Specimen <bo.specimen@example.nhs.uk> | Removed | @2025-12-31 | EDI\\2025\\Q3 | networks
        """,
    )
    heading(sheet, 1)
    true = truths(sheet, "C", ref="A", kept="H")
    actions = (
        true(2, leads("Ada Example"), on("2025-06-30"), state="completed"),
        true(3, leads("Bo Specimen"), on("2025-09-30"), state="proposed_for_closure|completed"),
        true(4, leads("Ada Example"), on("2025-12-31"), state="in_progress"),
        true(5, NO_OWNER, on("2026-03-31"), state="not_started"),
        true(6, leads("Bo Specimen"), on("2025-12-31"), cancelled=True, state=ANY),
    )
    return "network actions from DevOps.xlsx", saved(book), Truth(actions)


def servicenow_tasks_that_were_closed_incomplete() -> Plan:
    """ServiceNow: a task can be closed complete, closed incomplete and closed skipped."""
    book, (sheet,) = a_workbook("Page 1")
    draw(
        sheet,
        """
        1: Number | Short description | Assigned to | State | Due date | Additional comments
        2: PRJTASK0010021 | Sexual safety policy approved by the board | Chief People Officer | Closed Complete | 2025-07-31 17:00:00 | Approved 24 July
        3: PRJTASK0010022 | Anonymous reporting through the app | Head of Digital Workforce | Work in Progress | 2025-12-15 17:00:00 | Vendor chosen
        4: PRJTASK0010023 | Training for all line managers | Head of OD | Open | 2026-03-31 17:00:00 |
        5: PRJTASK0010024 | Survey of students on placement | Head of Education | Closed Incomplete | 2025-09-30 17:00:00 | University did not take part
        6: PRJTASK0010025 | Posters in staff rooms | Head of Communications | Closed Skipped | 2025-08-29 17:00:00 |
        7: PRJTASK0010026 | Domestic abuse policy refresh | Head of Employee Relations | Pending | 2025-11-14 17:00:00 | With legal
        """,
    )
    true = truths(sheet, "B", ref="A", update="F")
    never_done = "not_stated|not_started|in_progress"
    actions = (
        true(2, leads("Chief People Officer"), on("2025-07-31"), state="completed"),
        true(3, leads("Head of Digital Workforce"), on("2025-12-15"), state="in_progress|not_stated"),
        true(4, leads("Head of OD"), on("2026-03-31"), state="in_progress|not_stated|not_started"),
        true(5, leads("Head of Education"), on("2025-09-30"), state=never_done, cancelled=None),
        true(6, leads("Head of Communications"), on("2025-08-29"), state=never_done, cancelled=None),
        true(7, leads("Head of Employee Relations"), on("2025-11-14"), state="not_started|not_stated|in_progress"),
    )
    return "project_task.xlsx", saved(book), Truth(actions)


def sharepoint_list_with_address_book_names() -> Plan:
    """A SharePoint list: people surname first, states New to Resolved, item type and path at the end."""
    book, (sheet,) = a_workbook("owssvr")
    draw(
        sheet,
        """
        1: Title | Action Owner | Status | RAG | Due Date | Latest Update | Item Type | Path
        2: Interpreters booked through one number | EXAMPLE, Ada (ANYTOWN COMMUNITY NHS TRUST) | Resolved | Green | @2025-08-29 | Live since 1 August | Item | sites/edi/Lists/EDS actions
        3: Equality impact assessment in every business case | Specimen, Bo | In progress | Amber | @2025-12-31 | Template agreed, not yet in use | Item | sites/edi/Lists/EDS actions
        4: Ask every patient for ethnicity at registration | O'Sample, Niamh; Example, Ada | New | Red | @2026-01-31 | | Item | sites/edi/Lists/EDS actions
        5: Prayer rooms on each site | St. John-Test, Max | Resolved/Closed | Green | @2025-05-30 | Opened | Item | sites/edi/Lists/EDS actions
        6: Transport for patients who use a wheelchair | Specimen, Bo / Placeholder, Cara | Deferred | Red | @2025-10-31 | To 2026/27 | Item | sites/edi/Lists/EDS actions
        """,
    )
    true = truths(sheet, "A", update="F", kept="G")
    actions = (
        true(
            2,
            leads("EXAMPLE, Ada (ANYTOWN COMMUNITY NHS TRUST)"),
            on("2025-08-29"),
            state="completed|proposed_for_closure",
            stated_rag="green",
        ),
        true(3, leads("Specimen, Bo"), on("2025-12-31"), state="in_progress", stated_rag="amber"),
        true(
            4, either_part("O'Sample, Niamh", "Example, Ada"), on("2026-01-31"), state="not_started", stated_rag="red"
        ),
        true(5, leads("St. John-Test, Max"), on("2025-05-30"), state="completed", stated_rag="green"),
        true(
            6,
            either_part("Specimen, Bo", "Placeholder, Cara"),
            on("2025-10-31"),
            state="not_stated|not_started|in_progress",
            stated_rag="red",
            cancelled=None,
        ),
    )
    return "EDS actions list.xlsx", saved(book), Truth(actions)


def google_sheet_with_tick_boxes() -> Plan:
    """Google Sheets: boxes to tick come out as TRUE and FALSE, owners as addresses."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: Rainbow badge action plan 2025/26
        3: Done? | What | Who | By when | Notes
        4: | Add pronouns to name badges | ada.example@nhs.net | 30 Sept 2025 | ordered
        5: | Review of the patient leaflet library for heteronormative language | bo.specimen@nhs.net, cara.placeholder@nhs.net | 19/12/2025 | two thirds read
        6: | Train reception teams in outpatients | ada.example@nhs.net | Jan 2026 |
        7: | Trans and non-binary staff policy | Chief People Officer | 31.10.25 | draft with staff side
        """,
    )
    for row, done in zip(range(4, 8), (True, False, False, False), strict=True):
        sheet.cell(row, 1, done)
    bold(sheet, "A1", "A3", "B3", "C3", "D3", "E3")
    true = truths(sheet, "B", update="E")
    not_done = "not_stated|not_started|in_progress"
    actions = (
        true(4, leads("ada.example@nhs.net"), on("2025-09-30"), state="completed"),
        true(5, either_part("bo.specimen@nhs.net", "cara.placeholder@nhs.net"), on("2025-12-19"), state=not_done),
        true(6, leads("ada.example@nhs.net"), in_month("2026-01"), state=not_done),
        true(7, leads("Chief People Officer"), on("2025-10-31"), state=not_done),
    )
    return "Rainbow badge - Sheet1.xlsx", saved(book), Truth(actions)


def project_export_with_work_breakdown() -> Plan:
    """Microsoft Project: numbers of a breakdown, durations, weekdays before days, resources with their share."""
    book, (sheet,) = a_workbook("Task_Table1")
    draw(
        sheet,
        """
        1: WBS | Name | Duration | Start | Finish | % Complete | Resource Names | Outline Level
        2: 1 | Leadership | 260 days | Tue 01/04/25 | Tue 31/03/26 | #0.35 | | #1
        3: 1.1 | EDI objective for every board member | 61 days | Tue 01/04/25 | Tue 24/06/25 | #1 | Chair,Chief Executive[50%] | #2
        4: 1.2 | Board development day on racism | 20 days | Mon 05/01/26 | Fri 30/01/26 | #0 | Trust Secretary | #2
        5: 2 | Talent | 200 days | Mon 02/06/25 | Fri 06/03/26 | #0.1 | | #1
        6: 2.1 | Talent pool for band 7 nurses from minority ethnic groups | 109 days | Mon 02/06/25 | Thu 30/10/25 | #0.25 | Chief Nurse[10%],Head of OD | #2
        7: 2.2 | Sponsorship pairs | 90 days | Mon 03/11/25 | Fri 06/03/26 | #0 | Head of OD | #2
        """,
    )
    heading(sheet, 1)
    for row in range(2, 8):
        sheet.cell(row, 6).number_format = "0%"
    true = truths(sheet, "B", ref="A", kept="C")
    actions = (
        true(
            3,
            either_part("Chair", "Chief Executive"),
            spread("2025-04-01", "2025-06-24"),
            state="completed",
            group="Leadership",
        ),
        true(4, leads("Trust Secretary"), spread("2026-01-05", "2026-01-30"), state="not_started", group="Leadership"),
        true(
            6,
            either_part("Chief Nurse", "Head of OD"),
            spread("2025-06-02", "2025-10-30"),
            state="in_progress",
            group="Talent",
        ),
        true(7, leads("Head of OD"), spread("2025-11-03", "2026-03-06"), state="not_started", group="Talent"),
    )
    return (
        "High impact actions.xlsx",
        saved(book),
        Truth(
            actions,
            unplaced=cells_of(sheet, "C2:F2", "C5:F5"),
            perhaps_unplaced=cells_of(sheet, "H2", "H5", "A2", "A5"),
        ),
    )


def teams_list_with_states_that_end_without_delivery() -> Plan:
    """A list in Teams: the last day and what became of it, in the words of task software."""
    book, (sheet,) = a_workbook("Inclusion tracker")
    draw(
        sheet,
        """
        1: Ref | Action | Lead | Support | Target date | Status | % done
        2: IT-01 | Inclusive recruitment toolkit | Head of People | HR Business Partners | End Q1 2025/26 | Complete ✔ | 100%
        3: IT-02 | Cultural intelligence programme for leaders | Head of OD | | End Q2 2025/26 | On track | 75%
        4: IT-03 | Mentoring for internationally educated nurses | Chief Nurse | Practice Education | End Q4 2025/26 | Not yet started | 0%
        5: IT-04 | EDI dashboard in Power BI | Head of Workforce Information | | 31/10/2025 | Superseded by IT-09 | 20%
        6: IT-05 | Recognition of religious festivals in rosters | Chief Operating Officer | E-roster team | 30/11/2025 | Overdue | 50%
        7: IT-06 | Career conversations for staff above 55 | Head of OD | | 27/02/2026 | Cancelled | 0%
        8: IT-07 | Civility champions in theatres | Clinical Director of Surgery | | 31/01/2026 | Paused | 10%
        9: IT-08 | Menopause accreditation | Head of Wellbeing | | 15/12/2025 | Nearly there | 90%
        10: IT-09 | Equality data in the integrated performance report | Head of Workforce Information | | 31/03/2026 | Started | 5%
        """,
    )
    heading(sheet, 1)
    for row in (3, 4):
        sheet.cell(row, 2).font = Font(italic=True)
    true = truths(sheet, "B", ref="A")
    actions = (
        true(
            2,
            (("Head of People", "lead"), ("HR Business Partners", "support")),
            by_end_of("2025-06"),
            state="completed",
        ),
        true(3, leads("Head of OD"), by_end_of("2025-09"), state="in_progress", stated_rag=ANY),
        true(
            4, (("Chief Nurse", "lead"), ("Practice Education", "support")), by_end_of("2026-03"), state="not_started"
        ),
        true(5, leads("Head of Workforce Information"), on("2025-10-31"), state=ANY, update=ANY, cancelled=True),
        true(
            6,
            (("Chief Operating Officer", "lead"), ("E-roster team", "support")),
            on("2025-11-30"),
            state="in_progress|not_stated",
            stated_rag=ANY,
        ),
        true(7, leads("Head of OD"), on("2026-02-27"), state=ANY, cancelled=True),
        true(8, leads("Clinical Director of Surgery"), on("2026-01-31"), state="in_progress|not_stated"),
        true(9, leads("Head of Wellbeing"), on("2025-12-15"), state="in_progress|not_stated"),
        true(10, leads("Head of Workforce Information"), on("2026-03-31"), state="in_progress"),
    )
    return "Inclusion tracker.xlsx", saved(book), Truth(actions)
