"""Plans that spread what one column usually says over several columns, rows or sheets."""

# ruff: noqa: E501 - rows of a drawing are as long as rows are

from __future__ import annotations

from openpyxl.styles import Alignment

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    GOING,
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
    truths,
    undated,
)


def states_as_columns_with_a_cross_under_one() -> Plan:
    """Mental health: not started, in progress and complete are columns, with an x under the one that holds."""
    book, (sheet,) = a_workbook("Reasonable adjustments")
    draw(
        sheet,
        """
        1: Reasonable adjustments improvement plan 2025/26
        3: No | Action | Lead | Deadline | Progress | | | Comments
        4: | | | | Not started | In progress | Complete |
        5: 1 | Add the adjustment passport to the starter pack | Head of Resourcing | 30/06/2025 | | | x | In every pack since May
        6: 2 | Train line managers in having the first conversation | Learning and Development Manager | 31/12/2025 | | x | | 61 of 140 trained
        7: 3 | Centralise the budget for equipment | Chief Finance Officer | 31/03/2026 | x | | |
        8: 4 | Report waiting times for equipment to the People Committee | Head of Occupational Health | Q3 | | x | | First report drafted
        9: 5 | Agree a standard for accessible meetings | Head of Inclusion | Q4 | | | |
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4")
    true = truths(sheet, "B", ref="A", update="H")
    actions = (
        true(5, leads("Head of Resourcing"), on("2025-06-30"), state="completed"),
        true(6, leads("Learning and Development Manager"), on("2025-12-31"), state="in_progress"),
        true(7, leads("Chief Finance Officer"), on("2026-03-31"), state="not_started"),
        true(8, leads("Head of Occupational Health"), in_quarter(3, 2025), state="in_progress"),
        true(9, leads("Head of Inclusion"), in_quarter(4, 2025)),
    )
    return "Adjustments plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def ratings_as_three_columns_with_a_tick_under_one() -> Plan:
    """Acute: R, A and G are columns with a tick; the objective stands in a band of its own above its actions."""
    book, (sheet,) = a_workbook("EDI Plan")
    draw(
        sheet,
        """
        1: Equality, diversity and inclusion: annual plan, April 2025 to March 2026
        2: Objective and action | Who | By when | R | A | G | Where we are
        3: A. A fair start
        4: Publish how each step of recruitment treats each group | Head of Resourcing | Sep 2025 | | ✓ | | Two of four steps are measured
        5: Shorten adverts and say what can be learnt in post | Recruitment Manager | Nov 2025 | | | ✓ | Template in use
        6: B. A fair day
        7: Rota swaps for religious festivals are agreed four weeks ahead | Matrons | Mar 2026 | | | ✓ | Eight wards
        8: Security staff learn to calm a racist incident | Head of Security | Oct 2025 | ✓ | | | Trainer withdrew
        """,
    )
    heading(sheet, 2)
    bold(sheet, "A3", "A6")
    one, two = sheet["A3"].value, sheet["A6"].value
    true = truths(sheet, "A", update="G")
    actions = (
        true(4, leads("Head of Resourcing"), in_month("2025-09"), state=GOING, stated_rag="amber", group=one),
        true(5, leads("Recruitment Manager"), in_month("2025-11"), state=GOING, stated_rag="green", group=one),
        true(7, leads("Matrons"), in_month("2026-03"), state=GOING, stated_rag="green", group=two),
        true(8, leads("Head of Security"), in_month("2025-10"), state=GOING, stated_rag="red", group=two),
    )
    return "EDI annual plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def one_sheet_for_each_year_of_a_strategy() -> Plan:
    """Community: a sheet for each year of the strategy, the same headings, last year's all complete."""
    book, (first, second) = a_workbook("2024-25", "2025-26")
    draw(
        first,
        """
        1: Inclusion strategy delivery plan: year 1, 2024-25
        3: Priority | Action | Lead | Due | Status
        4: Access | Put a hearing loop in every reception | Head of Estates | Q2 | Complete
        5: Access | Write to patients in plain English | Head of Communications | Q4 | Complete
        6: Voice | Pay members of the patient panel | Head of Engagement | Q3 | Carried forward
        """,
    )
    draw(
        second,
        """
        1: Inclusion strategy delivery plan: year 2, 2025-26
        3: Priority | Action | Lead | Due | Status
        4: Access | Test the website with people who use a screen reader | Head of Digital | Q1 | Complete
        5: Access | Offer text relay on each phone line | Head of Digital | Q3 | In progress
        6: Voice | Pay members of the patient panel | Head of Engagement | Q4 | Not started
        """,
    )
    heading(first, 3)
    heading(second, 3)
    one, two = truths(first, "B", group="A"), truths(second, "B", group="A")
    actions = (
        one(4, leads("Head of Estates"), in_quarter(2, 2024), state="completed"),
        one(5, leads("Head of Communications"), in_quarter(4, 2024), state="completed"),
        one(6, leads("Head of Engagement"), in_quarter(3, 2024), state=GOING),
        two(4, leads("Head of Digital"), in_quarter(1, 2025), state="completed"),
        two(5, leads("Head of Digital"), in_quarter(3, 2025), state="in_progress"),
        two(6, leads("Head of Engagement"), in_quarter(4, 2025), state="not_started"),
    )
    return "Inclusion strategy delivery.xlsx", saved(book), Truth(actions)


def a_semicolon_export_with_times_of_day() -> Plan:
    """Arm's-length body: a .csv from other software: semicolons, Windows letters, days with a time of day."""
    name = "export"
    text = """\
sep=;
Id;Title;Category;Assigned To;Created;Due Date;State;% Complete;Latest Comment
101;Publish the ethnicity pay gap;Pay;Head of Reward;2025-04-02 09:14:00;2025-09-30 00:00:00;Closed;100%;Published 12 September – see intranet
102;Set up reverse mentoring for the executive team;Leadership;OD Manager;2025-04-02 09:20:00;2025-12-19 00:00:00;Active;40%;Eight pairs
103;Add pronouns to the staff directory;Systems;IT Service Manager;2025-05-12 11:02:00;2026-01-30 00:00:00;New;0%;
104;Review the caf\xe9’s allergen and halal labels;Estates;Facilities Manager;2025-06-01 08:00:00;;Active;10%;Waiting for supplier
"""
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(text.splitlines()[1:], 2):
        for column, words in enumerate(line.split(";"), 1):
            sheet.cell(row, column, words or None)
    rows = {cell.value: cell.row for cell in sheet["A"]}
    shift = rows["101"] - 2
    true = truths(sheet, "B", ref="A", group="C", update="I")
    actions = (
        true(3, leads("Head of Reward"), on("2025-09-30"), state="completed"),
        true(4, leads("OD Manager"), on("2025-12-19"), state="in_progress"),
        true(5, leads("IT Service Manager"), on("2026-01-30"), state="not_started"),
        true(6, leads("Facilities Manager"), undated("blank"), state="in_progress"),
    )
    assert shift == 1
    return f"{name}.csv", text.encode("cp1252"), Truth(actions)


def an_update_and_a_rating_each_month() -> Plan:
    """Ambulance: months run to the right, a rating and a note for each, filled as far as the year has come."""
    book, (sheet,) = a_workbook("Culture plan")
    draw(
        sheet,
        """
        1: Culture and inclusion plan 2025/26
        3: Ref | Workstream | Action | Owner | Target date | Update Aug 25 | RAG Aug 25 | Update Oct 25 | RAG Oct 25 | Update Nov 25 | RAG Nov 25
        4: C1 | Speaking up | Put a guardian in each control room | Freedom to Speak Up Guardian | @2025-10-31 | Two of three | Green | All three | Blue | |
        5: C2 | Speaking up | Answer each concern within ten days | Head of Employee Relations | @2025-12-31 | 64% | Red | 71% | Amber | 82% | Amber
        6: C3 | Careers | Ring-fence ten places on the paramedic course | Head of Education | @2026-03-31 | | | Agreed | Green | Adverts out | Green
        7: C4 | Careers | Review who is released for study days | Head of Education | @2026-03-31 | | | | | |
        """,
    )
    heading(sheet, 3)
    for row in range(4, 8):
        sheet[f"E{row}"].number_format = "dd-mmm-yy"
    true = truths(sheet, "C", ref="A", group="B", kept="FHJ")
    facts = {"update": ANY}
    actions = (
        true(
            4,
            leads("Freedom to Speak Up Guardian"),
            on("2025-10-31"),
            state="completed|not_stated",
            stated_rag="blue",
            **facts,
        ),
        true(5, leads("Head of Employee Relations"), on("2025-12-31"), state=GOING, stated_rag="amber", **facts),
        true(6, leads("Head of Education"), on("2026-03-31"), state=GOING, stated_rag="green", **facts),
        true(7, leads("Head of Education"), on("2026-03-31"), state=GOING, **facts),
    )
    return "Culture plan.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def completed_actions_under_a_line_of_their_own() -> Plan:
    """Hospice: open actions first, then a line across and those that are completed, with the day and no status."""
    book, (sheet,) = a_workbook("Actions")
    draw(
        sheet,
        """
        1: Equity and inclusion action plan 2025-26
        3: Action | Lead | Target date | Status | Date completed
        4: OPEN ACTIONS
        5: Make the garden path safe for wheelchairs | Facilities Manager | 31/01/2026 | In progress |
        6: Hold two evenings with the Gypsy, Roma and Traveller community | Community Engagement Lead | 28/11/2025 | In progress |
        7: Collect ethnicity for nine in ten referrals | Clinical Systems Manager | 31/03/2026 | Not started |
        8: COMPLETED ACTIONS
        9: Translate the complaints leaflet | Quality Manager | 30/06/2025 | | 12/06/2025
        10: Add a prayer room to the floor plan | Facilities Manager | 31/07/2025 | | 04/08/2025
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:E4", "A8:E8")
    paint(sheet, A4="D9E1F2", A8="D9E1F2")
    true = truths(sheet, "A")
    facts = {"group": ANY}
    actions = (
        true(5, leads("Facilities Manager"), on("2026-01-31"), state="in_progress", **facts),
        true(6, leads("Community Engagement Lead"), on("2025-11-28"), state="in_progress", **facts),
        true(7, leads("Clinical Systems Manager"), on("2026-03-31"), state="not_started", **facts),
        true(9, leads("Quality Manager"), on("2025-06-30"), state="completed", **facts),
        true(10, leads("Facilities Manager"), on("2025-07-31"), state="completed", **facts),
    )
    return "Hospice EDI actions.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def owners_and_dates_merged_over_several_actions() -> Plan:
    """Care board: owner, date and rating are merged down over the actions that share them, the preamble is long."""
    book, (sheet,) = a_workbook("LGBTQ+ plan")
    draw(
        sheet,
        """
        1: LGBTQ+ inclusion action plan 2025-2026
        2: This plan was written with members of the LGBTQ+ staff network and two local charities. It will be reviewed each quarter by the Inclusion Group and goes to the People Committee in November and May.
        3: How to read it: actions are grouped by aim. The lead answers for all actions beside their name.
        5: Our aim | What we will do | Lead | Timescale | RAG | Comment
        6: 1. Staff can be themselves at work | Offer pronouns on badges | Head of Communications¶with the LGBTQ+ Network | By 31 October 2025 | Amber | Supplier found
        7: | Write a guide on transitioning at work | | | | Draft with the network
        8: | Run the allies course four times | Learning Lead | Throughout 2025/26 | Green | Two run
        9: 2. Services are safe | Review forms for assumptions about family | Head of Patient Experience | Q4 2025/26 | Green |
        10: | Train receptionists on names and pronouns | | | |
        """,
    )
    heading(sheet, 5)
    merge(sheet, "A1:F1", "A2:F2", "A3:F3", "A6:A8", "A9:A10", "C6:C7", "D6:D7", "E6:E7", "C9:C10", "D9:D10", "E9:E10")
    one, two = sheet["A6"].value, sheet["A9"].value
    true = truths(sheet, "B", update="F")
    both = either_part("Head of Communications", "LGBTQ+ Network")
    actions = (
        true(6, both, on("2025-10-31"), state=GOING, stated_rag="amber", group=one),
        true(7, both, on("2025-10-31"), state=GOING, stated_rag="amber", group=one),
        true(8, leads("Learning Lead"), spread("2025-04-01", "2026-03-31"), state=GOING, stated_rag="green", group=one),
        true(9, leads("Head of Patient Experience"), in_quarter(4, 2025), state=GOING, stated_rag="green", group=two),
        true(10, leads("Head of Patient Experience"), in_quarter(4, 2025), state=GOING, stated_rag="green", group=two),
    )
    aside = cells_of(sheet, "A2:A3")
    return "LGBTQ plan.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))


def an_action_over_several_rows_of_milestones() -> Plan:
    """Regional team: the action is merged down over its milestones, each with a lead, a date and a state."""
    book, (sheet,) = a_workbook("Anti-racism")
    draw(
        sheet,
        """
        1: Anti-racism programme 2025/26
        3: Theme | Action | Milestone | Lead | Due | Status
        4: Leadership | Every board holds a development day on anti-racism | Dates agreed | Company Secretaries | 30/05/2025 | Complete
        5: | | Days held | Chairs | 31/12/2025 | In progress
        6: | | Learning shared across the region | Regional EDI Lead | 31/03/2026 | Not started
        7: Leadership | Each executive has an anti-racism objective | Objectives set | Chief Executives | 30/06/2025 | Complete
        8: Data | One regional dashboard of workforce race data | Data agreed | Regional Workforce Analyst | 31/07/2025 | Complete
        9: | | Dashboard live | Regional Workforce Analyst | 30/09/2025 | Complete
        """,
    )
    heading(sheet, 3)
    merge(sheet, "A4:A6", "B4:B6", "A8:A9", "B8:B9")
    for row in (4, 8):
        sheet[f"B{row}"].alignment = Alignment(vertical="top", wrap_text=True)
    true = truths(sheet, "B", group="A")
    actions = (
        true(
            4, leads("Company Secretaries", "Chairs", "Regional EDI Lead"), (on("2026-03-31"), spread("2025-05-30", "2026-03-31")),
            state="in_progress", kept=("Dates agreed", "Days held", "Learning shared across the region"),
        ),
        true(7, leads("Chief Executives"), on("2025-06-30"), state="completed", kept=("Objectives set",)),
        true(
            8, leads("Regional Workforce Analyst"), (on("2025-09-30"), spread("2025-07-31", "2025-09-30")),
            state="completed", kept=("Data agreed", "Dashboard live"),
        ),
    )  # fmt: skip
    return "Anti-racism programme.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def a_gap_first_and_the_action_in_the_middle() -> Plan:
    """Trust: what the data say, why it matters, then the action; notes of meetings between rows; a signature."""
    book, (sheet,) = a_workbook("GPG actions")
    draw(
        sheet,
        """
        1: Gender Pay Gap Report – Actions for 2025/26 and beyond
        4: Pay gap finding | Why it matters | Action(s) we will take | Success looks like | Lead(s) / support | Timescales (Qtr) | Progress – Nov 2025
        5: Mean gap is 21% | Fewer women in consultant posts | • Review how discretionary points are applied for¶• Coach women to apply | 50% of applicants are women | Chief Medical Officer / Medical Staffing Manager | Q3 25/26 | Review done; coaching has 12 places.
        6: Bonus gap is 38% | Old awards still paid | Agree with the BMA how old awards end | Signed agreement | Chief Medical Officer | Q2 26/27 | Talks have begun.
        7: Note: figures are at 31 March 2025
        8: Part-time gap is 9% | Part-time staff miss promotion | Advertise all band 8 posts as open to job share | 10 posts shared | Head of Resourcing; supported by Divisional Managers | Q4 25/26 onwards | 3 posts shared.
        9: Fewer men in bands 2 to 4 | Choice of career | Visit six schools with male nurses and carers | Six visits | Widening Participation Team | Annually, each summer term | Four visits in June and July.
        11: Signed off by: | | | Date:
        """,
    )
    heading(sheet, 4)
    true = truths(sheet, "C", update="G", kept="ABD")
    facts = {"group": ANY}
    actions = (
        true(5, leads("Chief Medical Officer", "Medical Staffing Manager"), in_quarter(3, 2025), state=f"{GOING}", **facts),
        true(6, leads("Chief Medical Officer"), in_quarter(2, 2026), state=GOING, **facts),
        true(
            8, leads("Head of Resourcing") + supports("Divisional Managers"),
            (spread("2026-01-01", ANY, "ongoing"), undated("ongoing")), state=GOING, **facts,
        ),
        true(9, leads("Widening Participation Team"), undated("recurring"), state=GOING, **facts),
    )  # fmt: skip
    aside = cells_of(sheet, "A7", "A11:D11")
    return "GPG actions.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))


def days_whose_format_was_lost() -> Plan:
    """Care trust, .tsv: days came out as the numbers that Excel counts, group names are not repeated, order is odd."""
    name = "EDS actions"
    lines = (
        "Status|Due|Owner|Improvement action|EDS domain",
        "Completed|30-Sep-2025|Head of Access|Publish waiting times by ethnicity|Domain 1",
        "In progress|Dec-25|Head of Nursing|Ask each patient about communication needs|",
        "Not started|31/03/26|Chief People Officer|Offer a health check to all night staff|Domain 2",
        "In progress|end Q3|Freedom to Speak Up Guardian|Report what staff networks raise|",
        "Not started|TBC with partners|Trust Chair|Hold a joint board on inequality|Domain 3",
    )
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line.split("|"), 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "D")
    actions = (
        true(2, leads("Head of Access"), on("2025-09-30"), state="completed", group="Domain 1"),
        true(3, leads("Head of Nursing"), in_month("2025-12"), state="in_progress", group="Domain 1"),
        true(4, leads("Chief People Officer"), on("2026-03-31"), state="not_started", group="Domain 2"),
        true(
            5,
            leads("Freedom to Speak Up Guardian"),
            (undated("ambiguous"), undated("unreadable"), by_end_of("2025-12")),
            state="in_progress",
            group="Domain 2",
        ),
        true(6, leads("Trust Chair"), undated("undecided"), state="not_started", group="Domain 3"),
    )
    return f"{name}.tsv", "\n".join(line.replace("|", "\t") for line in lines).encode("utf-16"), Truth(actions)
