"""Plans that leave doubts: days turned round, completions that cannot be, long headings."""

# ruff: noqa: E501 - rows of a drawing are as long as rows are

from __future__ import annotations

import csv

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    GOING,
    NO_DAY,
    Plan,
    Truth,
    a_workbook,
    bold,
    cells_of,
    draw,
    heading,
    in_month,
    in_quarter,
    leads,
    non_empty,
    on,
    paint,
    saved,
    supports,
    through_year,
    truths,
    undated,
)


def days_that_excel_turned_round() -> Plan:
    """Acute: typed day first into an American Excel: up to the twelfth became true dates, turned round; the rest stayed text."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Equality action plan 2025/26
        3: No | Action | Lead | Due date | Status
        4: 1 | Review how incidents of hate are recorded | Head of Security | @2025-05-12 | In progress
        5: 2 | Publish the workforce profile | Head of Workforce | 31/10/2025 | Completed
        6: 3 | Open the quiet room at the north site | Head of Estates | @2026-01-02 | In progress
        7: 4 | Train ten trainers in cultural competence | Head of Learning | 30/01/2026 | Not started
        8: 5 | Ask patients about the hospital food | Head of Catering | @2026-10-03 | Not started
        9: 6 | Renew the contract for interpreters | Head of Procurement | 27/02/2026 | Not started
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Head of Security"), (on("2025-05-12"), *NO_DAY), state="in_progress"),
        true(5, leads("Head of Workforce"), on("2025-10-31"), state="completed"),
        true(6, leads("Head of Estates"), (on("2026-01-02"), *NO_DAY), state="in_progress"),
        true(7, leads("Head of Learning"), on("2026-01-30"), state="not_started"),
        true(8, leads("Head of Catering"), (on("2026-10-03"), *NO_DAY), state="not_started"),
        true(9, leads("Head of Procurement"), on("2026-02-27"), state="not_started"),
    )
    truth = Truth(
        actions,
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
        said=("turned round|swapped|month first|months first|either",),
    )
    return "Equality plan.xlsx", saved(book), truth


def whole_rows_filled_when_they_are_done() -> Plan:
    """Community: no status at all; rows filled green are complete, orange going, as a line below says."""
    book, (sheet,) = a_workbook("Actions 25-26")
    draw(
        sheet,
        """
        1: Inclusion actions 2025/26
        2: Action | Who | When | Notes
        3: Offer a text service to people who are Deaf | Access Manager | Sept 2025 | Live
        4: Rewrite the letter of welcome in easy read | Access Manager | Jan 2026 | At the printers
        5: Join the armed forces covenant | Company Secretary | Mar 2026 |
        6: Report on complaints by ethnicity | Complaints Manager | Mar 2026 | First half done
        8: Green rows = complete
        9: Orange rows = in progress
        10: No colour = not started
        """,
    )
    heading(sheet, 2)
    for row, fill in ((3, "92D050"), (4, "FFC000"), (6, "FFC000")):
        paint(sheet, **{f"{letter}{row}": fill for letter in "ABCD"})
    true = truths(sheet, "A", update="D")
    actions = (
        true(3, leads("Access Manager"), in_month("2025-09"), state="completed|not_stated"),
        true(4, leads("Access Manager"), in_month("2026-01"), state="in_progress|not_stated"),
        true(5, leads("Company Secretary"), in_month("2026-03"), state="not_started|not_stated"),
        true(6, leads("Complaints Manager"), in_month("2026-03"), state="in_progress|not_stated"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A8:A10"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Inclusion actions.xlsx", saved(book), truth


def recommendations_with_what_the_trust_answers() -> Plan:
    """Mental health: recommendations of a review beside the trust's own action; only the latter is promised."""
    book, (sheet,) = a_workbook("Response")
    draw(
        sheet,
        """
        1: Response to the independent review of racism at work: action plan 2025/26
        3: Rec. no | Recommendation | Accepted? | Trust response / action | Executive lead | Completion due | Position at 14 November | Status
        4: R1 | The Trust should publish data on who is disciplined | Yes | Publish data on discipline by ethnicity twice a year | Chief People Officer | 30 September 2025 | Published on 29 September | Complete
        5: R2 | Managers should be trained in having conversations about race | Yes | Train all managers at band 7 and above | Chief People Officer | 31 March 2026 | 112 of 260 trained | On track
        6: R3 | Cases should be heard by diverse panels | In part | Set up a pool of panel members from three trusts | Director of Corporate Affairs | 31 October 2025 | Two trusts have agreed | Delayed
        7: R4 | The Board should hear from staff at each meeting | Yes | Begin each board with the story of a member of staff | Trust Chair | Each meeting | Done in July, September and November | Ongoing
        8: R5 | The policy on dress should be withdrawn | No | No action: the policy keeps patients safe | Chief Nurse | N/A | | Not accepted
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "D", ref="A", update="G", kept="B")
    facts = {"group": ANY}
    actions = (
        true(4, leads("Chief People Officer"), on("2025-09-30"), state="completed", **facts),
        true(5, leads("Chief People Officer"), on("2026-03-31"), state="in_progress", **facts),
        true(6, leads("Director of Corporate Affairs"), on("2025-10-31"), state=GOING, **facts),
        true(7, leads("Trust Chair"), (undated("recurring"), undated("ongoing")), state="in_progress", **facts),
        true(8, leads("Chief Nurse"), (undated("blank"), *NO_DAY), state=GOING, cancelled=None, **facts),
    )
    return "Review response.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def long_headings_that_tell_people_what_to_write() -> Plan:
    """Ambulance: every heading carries its instructions, the status its choices, the RAG its key."""
    book, (sheet,) = a_workbook("Template")
    draw(
        sheet,
        """
        1: Anti-racism action plan 2025/26
        3: Ref (e.g. 1.1) | Commitment (copy from the framework) | Action (What will you do? Be specific, and begin with a verb) | Lead (Name and job title of the person who will make sure that it happens) | Target date (dd/mm/yyyy – do not write "ongoing") | Status¶Not started / In progress / Complete | RAG¶Red = overdue¶Amber = at risk¶Green = on track | Update (Please tell the committee in no more than 50 words what has happened since the last meeting and what comes next)
        4: 1.1 | Listen | Hold listening events at each station | Tariq Aziz, Head of Operations | 30/09/2025 | Complete | Green | Nine events were held.
        5: 1.2 | Listen | Publish what was heard and what will change | Beth Lowe, Communications Manager | 28/11/2025 | In progress | Amber | The draft is with the union.
        6: 2.1 | Act | Review how overtime is shared out | Tariq Aziz, Head of Operations | 31/03/2026 | Not started | Green |
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "C", ref="A", group="B", update="H")
    actions = (
        true(4, leads("Tariq Aziz, Head of Operations"), on("2025-09-30"), state="completed", stated_rag="green"),
        true(5, leads("Beth Lowe, Communications Manager"), on("2025-11-28"), state="in_progress", stated_rag="amber"),
        true(6, leads("Tariq Aziz, Head of Operations"), on("2026-03-31"), state="not_started", stated_rag="green"),
    )
    return "Anti-racism template.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def three_sheets_with_three_sets_of_headings() -> Plan:
    """Combined plan: WRES, WDES and pay gap sheets, each with headings of its own, and a contents page."""
    book, (first, wres, wdes, gpg) = a_workbook("Contents", "WRES", "WDES", "GPG")
    draw(
        first,
        "1: Combined workforce equality plan 2025/26\n3: Sheet | What it holds\n4: WRES | Race\n5: WDES | Disability\n6: GPG | Pay",
    )
    draw(
        wres,
        """
        1: WRES
        2: Indicator | Where we are | Action | Who | By | Progress
        3: 2 | White applicants are 1.6 times as likely to be appointed | Two-stage shortlisting without names | Resourcing Manager | Q3 | Pilot in two divisions.
        4: 8 | 14% met discrimination from a manager | Manager charter, signed at appraisal | Deputy CPO | Q4 | Draft.
        """,
    )
    draw(
        wdes,
        """
        1: WDES
        2: Ref | What we'll do | Responsible | Target | Status | Last update
        3: D1 | Adjustment passports for all who ask | Head of OH | 31/12/2025 | Amber | 05/11/2025
        4: D2 | Disability leave in the rota system | Workforce Systems Lead | 31/10/2025 | Complete | 03/11/2025
        """,
    )
    draw(
        gpg,
        """
        1: Gender pay gap
        2: Aim | Steps | Owner | Timescale | % done
        3: Women in senior posts | Job-share register for bands 8 and 9 | Head of Reward | March 2026 | 40%
        4: Fair bonuses | New rules for clinical awards | Medical Director | April 2026 | 0%
        """,
    )
    heading(first, 3)
    heading(wres, 2)
    heading(wdes, 2)
    heading(gpg, 2)
    one, two = truths(wres, "C", update="F", kept="B"), truths(wdes, "B", ref="A", kept="F")
    three = truths(gpg, "B", group="A")
    facts = {"group": ANY}
    actions = (
        one(3, leads("Resourcing Manager"), in_quarter(3, 2025), state=GOING, **facts),
        one(4, leads("Deputy CPO"), in_quarter(4, 2025), state=GOING, **facts),
        two(3, leads("Head of OH"), on("2025-12-31"), state=GOING, stated_rag="amber", **facts),
        two(4, leads("Workforce Systems Lead"), on("2025-10-31"), state="completed", **facts),
        three(3, leads("Head of Reward"), in_month("2026-03"), state="in_progress"),
        three(4, leads("Medical Director"), in_month("2026-04"), state="not_started"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(first, "A1:B6"), period=FINANCIAL_2025)
    return "Combined workforce equality plan.xlsx", saved(book), truth


def completions_that_cannot_be() -> Plan:
    """Care board: completed on a day to come, completed and red, blue and in progress, 100% and not started."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Health inequalities action plan 2025/26
        2: Key: Blue = complete, Green = on track, Amber = at risk, Red = overdue
        4: ID | Action | Owner | Due | Status | RAG | % complete | Date completed
        5: 1 | Map where people live who miss appointments | Head of Insight | 31/12/2025 | Completed | Blue | 100% | 15/01/2026
        6: 2 | Offer transport to those without a car | Head of Access | 31/12/2025 | In progress | Blue | 60% |
        7: 3 | Train link workers in trauma | Head of Learning | 28/02/2026 | Completed | Red | 100% | 10/10/2025
        8: 4 | Write to people in their own language | Head of Access | 31/01/2026 | Not started | Green | 100% |
        9: 5 | Publish the results by place | Head of Insight | 31/03/2026 | | Green | 25% |
        10: 6 | Agree a lead in each practice | Head of Primary Care | 30/09/2025 | Completed | Blue | 100% | 30/09/2025
        """,
    )
    heading(sheet, 4)
    true = truths(sheet, "B", ref="A")
    actions = (
        true(5, leads("Head of Insight"), on("2025-12-31"), state=ANY, stated_rag="blue"),
        true(6, leads("Head of Access"), on("2025-12-31"), state="in_progress|not_stated", stated_rag="blue"),
        true(7, leads("Head of Learning"), on("2026-02-28"), state="completed|not_stated", stated_rag="red"),
        true(8, leads("Head of Access"), on("2026-01-31"), state=GOING, stated_rag="green"),
        true(9, leads("Head of Insight"), on("2026-03-31"), state=GOING, stated_rag="green"),
        true(10, leads("Head of Primary Care"), on("2025-09-30"), state="completed", stated_rag="blue"),
    )
    truth = Truth(
        actions,
        perhaps_unplaced=cells_of(sheet, "A2"),
        cells=non_empty(sheet),
        period=FINANCIAL_2025,
        said=("15/01/2026|15 january 2026|to come|later than|after",),
    )
    return "Health inequalities.xlsx", saved(book), truth


def headings_in_bold_with_their_actions_as_bullets() -> Plan:
    """Specialist: the objective in bold in the column of actions, actions under it, a lead for the whole objective."""
    book, (sheet,) = a_workbook("Objectives")
    draw(
        sheet,
        """
        1: Equality objectives 2025-26
        3: Objectives and actions | Lead | Complete by | Update
        4: Improve the experience of Deaf patients | Chief Nurse | |
        5: Install hearing loops in both reception areas | Estates Manager | 31/10/2025 | Installed in one.
        6: Train reception staff in basic signs | Learning Manager | 31/01/2026 | 14 trained.
        7: Grow our own leaders | Chief People Officer | |
        8: Shadowing for staff in bands 2 to 5 | OD Manager | 31/03/2026 |
        9: Review of acting-up posts by ethnicity | HR Manager | 30/11/2025 | Completed and reported.
        """,
    )
    heading(sheet, 3)
    bold(sheet, "A4", "A7", "B4", "B7")
    paint(sheet, A4="D9E1F2", B4="D9E1F2", C4="D9E1F2", D4="D9E1F2", A7="D9E1F2", B7="D9E1F2", C7="D9E1F2", D7="D9E1F2")
    true = truths(sheet, "A", update="D")
    facts = {"group": ANY}
    actions = (
        true(5, leads("Estates Manager"), on("2025-10-31"), state=GOING, **facts),
        true(6, leads("Learning Manager"), on("2026-01-31"), state=GOING, **facts),
        true(8, leads("OD Manager"), on("2026-03-31"), state=GOING, **facts),
        true(9, leads("HR Manager"), on("2025-11-30"), state="completed", **facts),
    )
    aside = cells_of(sheet, "B4", "B7")
    truth = Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Equality objectives 2025-26.xlsx", saved(book), truth


def a_csv_with_lines_in_cells_and_its_year_in_the_name() -> Plan:
    """Arm's-length body: quoted cells of several lines, empty columns at the end, bare quarters; the year is in the name."""
    name = "EDI action plan 2025-26"
    text = (
        "Objective,Action,Lead,Quarter,Status,Notes,,\r\n"
        'Inclusive culture,"Review our values:\n- with staff networks\n- with trade unions",Head of People,Q2,Complete,"Agreed by the executive, 9 September",,\r\n'
        'Inclusive culture,Offer reciprocal mentoring,"Head of People; Network Chairs",Q3,In progress,,,\r\n'
        "Inclusive services,Publish impact assessments,Governance Manager,Q4,Not started,,,\r\n"
        ",,,,,,,\r\n"
        "Inclusive services,Ask suppliers about modern slavery,Procurement Manager,Q1 26/27,Not started,,,\r\n"
    )
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(csv.reader(text.splitlines(keepends=True)), 1):
        for column, words in enumerate(line, 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "B", group="A", update="F")
    actions = (
        true(2, leads("Head of People"), in_quarter(2, 2025), state="completed"),
        true(3, leads("Head of People", "Network Chairs"), in_quarter(3, 2025), state="in_progress"),
        true(4, leads("Governance Manager"), in_quarter(4, 2025), state="not_started"),
        true(6, leads("Procurement Manager"), in_quarter(1, 2026), state="not_started"),
    )
    return f"{name}.csv", text.encode("utf-8"), Truth(actions, period=FINANCIAL_2025, quiet=True)


def people_named_and_targets_of_every_plain_kind() -> Plan:
    """District: people by name, initials with their post, months, quarters, a whole year: all in good order."""
    book, (sheet,) = a_workbook("WDES plan")
    draw(
        sheet,
        """
        1: WDES action plan April 2025 – March 2026
        3: Metric | Action | Lead | Support | Timescale | RAG rating | Progress | Success measure
        4: Metric 1 | Advertise on two disability job boards | Priya Nair, Recruitment Manager | Communications Team | June 2025 | Blue | Completed | 5% of applicants
        5: Metric 2 | Train shortlisting managers in adjustments | Priya Nair, Recruitment Manager | | Q4 2025/26 | Green | On track | All managers
        6: Metric 4 | Relaunch the respect at work campaign | Owen Hughes | Staff Side | 31 January 2026 | Green | In progress | Fewer reports
        7: Metric 6 | Monthly drop-in on sickness and disability | Occupational Health Team | HR Advisers | Monthly | Green | In progress | Eight people each month
        8: Metric 8 | Audit of waiting times for equipment | Head of Procurement | | Throughout 2025/26 | Green | In progress | Six weeks
        9: Metric 9 | Network chair attends the People Committee | Trust Secretary | Disability Network | Ongoing | Green | In progress | Four meetings
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", group="A", kept="H")
    actions = (
        true(4, leads("Priya Nair, Recruitment Manager") + supports("Communications Team"), in_month("2025-06"), state="completed", stated_rag="blue"),
        true(5, leads("Priya Nair, Recruitment Manager"), in_quarter(4, 2025), state="in_progress", stated_rag="green"),
        true(6, leads("Owen Hughes") + supports("Staff Side"), on("2026-01-31"), state="in_progress", stated_rag="green"),
        true(7, leads("Occupational Health Team") + supports("HR Advisers"), undated("recurring"), state="in_progress", stated_rag="green"),
        true(8, leads("Head of Procurement"), through_year(), state="in_progress", stated_rag="green"),
        true(9, leads("Trust Secretary") + supports("Disability Network"), undated("ongoing"), state="in_progress", stated_rag="green"),
    )  # fmt: skip
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, quiet=True)
    return "WDES action plan 2025-26.xlsx", saved(book), truth


def a_register_of_risks_and_actions_mixed() -> Plan:
    """Ambulance: a RAID log: risks, issues and actions in one table, told apart by a column of types."""
    book, (sheet,) = a_workbook("RAID")
    draw(
        sheet,
        """
        1: EDI programme RAID log 2025/26
        3: ID | Type | Description | Likelihood (1-5) | Impact (1-5) | Risk score | Mitigation / next action | Owner | Date raised | Target date | Status
        4: 1 | Risk | Training cannot be released in winter | #4 | #3 | #12 | Move sessions to April | Head of Education | 01/09/2025 | 30/04/2026 | Open
        5: 2 | Issue | Survey data are late | | | | Ask the supplier each week | Head of Insight | 15/09/2025 | 31/10/2025 | Closed
        6: 3 | Action | Board paper on the race pay gap | | | | Write the paper with Finance | Head of EDI | 01/10/2025 | 28/11/2025 | In progress
        7: 4 | Decision | Networks get a budget of £5,000 each | | | | Tell the chairs | Head of EDI | 10/10/2025 | | Closed
        """,
    )
    heading(sheet, 3)
    paint(sheet, F4="FF0000")
    true = truths(sheet, "G", ref="A", kept="C")
    facts = {"group": ANY}
    actions = (
        true(4, leads("Head of Education"), on("2026-04-30"), state="in_progress|not_stated", **facts),
        true(5, leads("Head of Insight"), on("2025-10-31"), state="completed|not_stated", **facts),
        true(6, leads("Head of EDI"), on("2025-11-28"), state="in_progress", **facts),
        true(7, leads("Head of EDI"), undated("blank"), state="completed|not_stated", **facts),
    )
    return "RAID log.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
