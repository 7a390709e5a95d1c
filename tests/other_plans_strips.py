"""Plans laid out in ways of their own: strips of months, transposed, a sheet a place or year, marks, fills, formulas."""

# ruff: noqa: E501  a row of a drawn sheet is one line

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
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
    on,
    paint,
    saved,
    solid,
    spread,
    through_year,
    truths,
    undated,
    write_row,
)


def months_with_words_start_and_finish() -> Plan:
    """A strip of months with the words Start, Review and Finish; status apart."""
    book, (sheet,) = a_workbook("Timeline 2025-26")
    draw(
        sheet,
        """
        1: Inclusive leadership programme – timeline 2025-26
        3: Action | Lead | Status | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Jan | Feb | Mar
        4: Recruit a second cohort of inclusion allies | EDI Manager | Completed | Start | | | | | Finish | | | | | |
        5: Inclusion module in management essentials | Head of OD | In progress | | | | Start | | | | | Finish | | |
        6: Allyship toolkit on the intranet | Communications Manager | Not started | | | | | | | | | | Start | | Finish
        7: Evaluate with staff survey scores | Head of OD | Not started | | | | | | | | | | | Start | Finish
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "A")

    def months(start: str, due: str) -> tuple[TrueTarget, ...]:
        return (spread(f"{start}-01", by_end_of(due).due or ""), by_end_of(due))

    actions = (
        true(4, leads("EDI Manager"), months("2025-04", "2025-09"), state="completed"),
        true(5, leads("Head of OD"), months("2025-07", "2025-12"), state="in_progress"),
        true(6, leads("Communications Manager"), months("2026-01", "2026-03"), state="not_started"),
        true(7, leads("Head of OD"), months("2026-02", "2026-03"), state="not_started"),
    )
    return "Allies timeline.xlsx", saved(book), Truth(actions)


def bars_filled_over_quarters_of_two_years() -> Plan:
    """A strip of quarters of two years, bars drawn with one plain fill and no word."""
    book, (sheet,) = a_workbook("Road map")
    draw(
        sheet,
        """
        1: Equality road map
        2: Ref | Deliverable | Owner | 2025/26 | | | | 2026/27 | | |
        3: | | | Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4
        4: R1 | Equality data standard for all systems | Chief Digital Officer | | | | | | | |
        5: R2 | Inclusive estates design guide | Director of Estates | | | | | | | |
        6: R3 | Supplier diversity pledge | Head of Procurement | | | | | | | |
        7: R4 | Youth advisory board | Head of Involvement | | | | | | | |
        """,
    )
    heading(sheet, 2, 3)
    merge(sheet, "A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:K2")
    for cells in (("D4", "E4"), ("E5", "F5", "G5"), ("G6", "H6"), ("I7",)):
        for place in cells:
            sheet[place].fill = solid("5B9BD5")
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Chief Digital Officer"), spread("2025-04-01", "2025-09-30")),
        true(5, leads("Director of Estates"), spread("2025-07-01", "2026-03-31")),
        true(6, leads("Head of Procurement"), spread("2026-01-01", "2026-06-30")),
        true(7, leads("Head of Involvement"), in_quarter(2, 2026)),
    )
    return "Road map.xlsx", saved(book), Truth(actions)


def transposed_with_an_action_in_each_column() -> Plan:
    """Labels down the side, an action in each column."""
    book, (sheet,) = a_workbook("Board pledge")
    draw(
        sheet,
        """
        1: Our anti-racism pledge – three actions
        3: | Pledge 1 | Pledge 2 | Pledge 3
        4: Action | Publish our ethnicity pay gap | Every director to mentor a BME colleague | Review dress code policy
        5: Owner | Chief Finance Officer | Chief Executive | Head of Employee Relations
        6: Deadline | 31 March 2026 | 30 September 2025 | 31 December 2025
        7: Status | In progress | Completed | Not started
        8: Update | Data pulled | 12 pairs |
        """,
    )
    bold(sheet, "A4", "A5", "A6", "A7", "A8", "B3", "C3", "D3")

    def one(letter: str, owner: str, due: str, state: str) -> TrueAction:
        text, update = (sheet[f"{letter}{row}"].value for row in (4, 8))
        return TrueAction(
            "Board pledge", 4, str(text), leads(owner), (on(due),), state, update=update and str(update), group=ANY
        )

    actions = (
        one("B", "Chief Finance Officer", "2026-03-31", "in_progress"),
        one("C", "Chief Executive", "2025-09-30", "completed"),
        one("D", "Head of Employee Relations", "2025-12-31", "not_started"),
    )
    return "Pledge.xlsx", saved(book), Truth(actions)


def a_sheet_for_each_directorate_with_its_own_headings() -> Plan:
    """Every directorate made its own sheet; a cover, lists, and a hidden column."""
    book, (cover, medicine, surgery, estates, lists) = a_workbook(
        "Cover", "Medicine", "Surgery", "Estates & FM", "Lists"
    )
    draw(cover, "1: EDI plans by directorate 2025/26\n3: Please complete your own tab by the 10th of the month")
    draw(
        medicine,
        """
        1: Actions | Owner | Deadline | Progress
        2: Rota fairness audit by ethnicity | Clinical Lead for Rotas | 31/12/2025 | In progress
        3: Prayer breaks on the ward plan | Ward Managers | 30/09/2025 | Complete
        """,
    )
    draw(
        surgery,
        """
        2: What we said we would do | Who's leading | Target | RAG | Narrative
        3: Theatre hijab policy | Theatre Manager | Nov 2025 | Green | Disposable hijabs ordered
        4: Left-handed instrument sets | Head of Nursing, Surgery | 31 Jan 2026 | Amber |
        5: Interpreter in pre-op | Service Manager | 31 May 2025 | Red | No budget
        """,
    )
    draw(
        estates,
        """
        1: ID | Description of action | Person responsible | Notes on person | End date | % complete
        2: E1 | Changing Places toilet, north block | Head of Capital | away Fridays | @2026-03-31 | #0.6
        3: E2 | Gender neutral toilets on every floor | Head of Estates | | @2025-10-31 | #1
        4: E3 | Hearing loops tested | Head of Estates | | @2025-09-30 | #0
        """,
    )
    draw(lists, "1: RAG | Status\n2: Green | Complete\n3: Amber | In progress\n4: Red | Not started")
    estates.column_dimensions["D"].hidden = True
    lists.sheet_state = "hidden"
    for sheet, row in ((medicine, 1), (surgery, 2), (estates, 1)):
        heading(sheet, row)
    for row in (2, 3, 4):
        estates.cell(row, 6).number_format = "0%"
    med, sur, est = truths(medicine, "A"), truths(surgery, "A", update="E"), truths(estates, "B", ref="A", kept="D")
    running: dict[str, object] = {"state": "in_progress|not_stated"}
    actions = (
        med(2, leads("Clinical Lead for Rotas"), on("2025-12-31"), state="in_progress", group=ANY),
        med(3, leads("Ward Managers"), on("2025-09-30"), state="completed", group=ANY),
        sur(3, leads("Theatre Manager"), in_month("2025-11"), stated_rag="green", group=ANY, **running),
        sur(4, leads("Head of Nursing, Surgery"), on("2026-01-31"), stated_rag="amber", group=ANY),
        sur(5, leads("Service Manager"), on("2025-05-31"), stated_rag="red", group=ANY, **running),
        est(2, leads("Head of Capital"), on("2026-03-31"), state="in_progress", group=ANY, update=ANY),
        est(3, leads("Head of Estates"), on("2025-10-31"), state="completed", group=ANY),
        est(4, leads("Head of Estates"), on("2025-09-30"), state="not_started", group=ANY),
    )
    return "EDI by directorate.xlsx", saved(book), Truth(actions, said=("hidden",))


def a_sheet_for_each_year_with_different_actions() -> Plan:
    """One sheet a year; last year's is done, next year's is only planned; quarters are bare."""
    book, (last, this, coming) = a_workbook("2024-25", "2025-26", "2026-27")
    for sheet, rows in (
        (
            last,
            """
            1: Priority | Action | Lead | When | Outcome
            2: Pay | First ethnicity pay gap report | Head of Reward | Q4 | Complete
            3: Voice | Staff network policy | EDI Lead | Q2 | Complete
            """,
        ),
        (
            this,
            """
            1: Priority | Action | Lead | When | Outcome
            2: Pay | Bonus scheme opened to part-timers | Head of Reward | Q2 | Complete
            3: Voice | Network chairs on the people committee | EDI Lead | Q3 | In progress
            4: Careers | Development centre for bands 5 and 6 | Head of OD | Q4 | Not started
            """,
        ),
        (
            coming,
            """
            1: Priority | Action | Lead | When | Outcome
            2: Pay | Disability pay gap report | Head of Reward | Q1 | Not started
            """,
        ),
    ):
        draw(sheet, rows)
        heading(sheet, 1)
    one, two, three = (truths(sheet, "B") for sheet in (last, this, coming))
    actions = (
        one(2, leads("Head of Reward"), in_quarter(4, 2024), state="completed", group="Pay"),
        one(3, leads("EDI Lead"), in_quarter(2, 2024), state="completed", group="Voice"),
        two(2, leads("Head of Reward"), in_quarter(2, 2025), state="completed", group="Pay"),
        two(3, leads("EDI Lead"), in_quarter(3, 2025), state="in_progress", group="Voice"),
        two(4, leads("Head of OD"), in_quarter(4, 2025), state="not_started", group="Careers"),
        three(2, leads("Head of Reward"), in_quarter(1, 2026), state="not_started", group="Pay"),
    )
    return "EDI priorities.xlsx", saved(book), Truth(actions)


def totals_counts_and_a_key_with_figures_below() -> Plan:
    """Rows that count what stands above, a key with figures, notes between blocks."""
    book, (sheet,) = a_workbook("WRES+WDES")
    draw(
        sheet,
        """
        1: Combined WRES and WDES plan | | | | | As at: 14 November 2025
        3: No | Action | Framework | Owner | Completion by | Status
        4: Recruitment
        5: #1 | Trac report by protected characteristic | WRES, WDES | Head of Resourcing | Jul-25 | Complete
        6: #2 | Positive action statement on adverts | WRES | Head of Resourcing | Oct-25 | Complete
        7: Recruitment: 2 of 2 complete
        8: Culture
        9: #3 | Anti-racism e-learning mandated | WRES | Head of Education | Dec-25 | In progress
        10: #4 | Disability equality week | WDES | EDI Officer | Dec-25 | Not started
        11: #5 | Ramadan guide for managers | n/a | Chaplain (lead) and EDI Officer | Feb-26 | Not started
        12: Culture: 0 of 3 complete
        13: Note: action 5 moved here from the chaplaincy plan in September
        15: Total actions | #5
        16: Complete | #2
        17: In progress | #1
        18: Not started | #2
        """,
    )
    heading(sheet, 3)
    bold(sheet, "A4", "A8", "A7", "A12", "A15")
    merge(sheet, "A4:F4", "A7:F7", "A8:F8", "A12:F12")
    true = truths(sheet, "B", ref="A")
    both = ("WRES", "WDES")
    actions = (
        true(
            5, leads("Head of Resourcing"), in_month("2025-07"), state="completed", group="Recruitment", frameworks=both
        ),
        true(
            6,
            leads("Head of Resourcing"),
            in_month("2025-10"),
            state="completed",
            group="Recruitment",
            frameworks=("WRES",),
        ),
        true(
            9,
            leads("Head of Education"),
            in_month("2025-12"),
            state="in_progress",
            group="Culture",
            frameworks=("WRES",),
        ),
        true(10, leads("EDI Officer"), in_month("2025-12"), state="not_started", group="Culture", frameworks=("WDES",)),
        true(
            11, (("Chaplain", "lead"), ("EDI Officer", ANY)), in_month("2026-02"), state="not_started", group="Culture"
        ),
    )
    return (
        "Combined plan.xlsx",
        saved(book),
        Truth(
            actions,
            unplaced=cells_of(sheet, "A7", "A12", "A13", "A15:B15"),
            perhaps_unplaced=cells_of(sheet, "F1", "A16:B18"),
        ),
    )


def whole_rows_filled_with_a_key_in_words() -> Plan:
    """The key is one sentence under the title; whole rows are filled, no status column."""
    book, (sheet,) = a_workbook("Actions")
    draw(
        sheet,
        """
        1: Disability equality actions 2025/26
        2: Key: rows in green are complete, rows in yellow are in progress, rows in white have not started
        4: Action | Lead | Due
        5: Disability Confident Leader renewal | EDI Manager | 30/06/2025
        6: Recruitment via supported internships | Head of Widening Access | 31/10/2025
        7: Access audit of the main entrance | Head of Estates | 31/12/2025
        8: Quiet room for staff | Head of Estates | 31/03/2026
        """,
    )
    heading(sheet, 4)
    for row, fill in ((5, "92D050"), (6, "FFFF00"), (7, "FFFF00")):
        for letter in "ABC":
            sheet[f"{letter}{row}"].fill = solid(fill)
    true = truths(sheet, "A")
    actions = (
        true(5, leads("EDI Manager"), on("2025-06-30"), state="completed", stated_rag=ANY),
        true(6, leads("Head of Widening Access"), on("2025-10-31"), state="in_progress", stated_rag=ANY),
        true(7, leads("Head of Estates"), on("2025-12-31"), state="in_progress", stated_rag=ANY),
        true(8, leads("Head of Estates"), on("2026-03-31"), state="not_started|not_stated"),
    )
    return "Disability actions.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"))


def whole_rows_filled_with_named_samples_below() -> Plan:
    """The key is three filled samples below the table; rows are filled from edge to edge."""
    book, (sheet,) = a_workbook("GPG")
    draw(
        sheet,
        """
        1: Action | Responsible officer | Timescale
        2: Flexible working from day one | Head of Resourcing | June 2025
        3: Coaching for women surgeons | Director of Medical Education | December 2025
        4: Equal pay audit | Head of Reward | March 2026
        5: Job share register | Head of Resourcing | September 2025
        8: Completed
        9: Work has begun
        10: No progress
        """,
    )
    heading(sheet, 1)
    fills = {"done": "A9D08E", "begun": "FFE699", "none": "F4B084"}
    for row, fill in ((2, "done"), (3, "begun"), (4, "none"), (5, "begun")):
        for letter in "ABC":
            sheet[f"{letter}{row}"].fill = solid(fills[fill])
    paint(sheet, A8=fills["done"], A9=fills["begun"], A10=fills["none"])
    true = truths(sheet, "A")
    actions = (
        true(2, leads("Head of Resourcing"), in_month("2025-06"), state="completed"),
        true(3, leads("Director of Medical Education"), in_month("2025-12"), state="in_progress"),
        true(4, leads("Head of Reward"), in_month("2026-03"), state="not_started"),
        true(5, leads("Head of Resourcing"), in_month("2025-09"), state="in_progress"),
    )
    return "GPG.xlsx", saved(book), Truth(actions)


def icons_with_and_without_a_key() -> Plan:
    """Ticks, crosses, circles half full and full, with what they mean said below."""
    book, (sheet,) = a_workbook("Menopause & wellbeing")
    draw(
        sheet,
        """
        1: Action | Owner(s) | By | Status
        2: Menopause policy signed off | Head of Wellbeing | 31/05/2025 | ●
        3: Fans and uniform review | Procurement Lead / Head of Wellbeing | 31/08/2025 | ◐
        4: Manager training film | Head of OD | 31/12/2025 | ◐
        5: Cooling room, level 3 | Head of Estates | 31/01/2026 | ○
        6: Menopause champions | Head of Wellbeing | 30/09/2025 | ✔
        7: Apply for accreditation | Head of Wellbeing | 28/02/2026 | ✖
        9: ○ not started   ◐ under way   ● complete   ✔ complete and evidenced   ✖ will not be done
        """,
    )
    heading(sheet, 1)
    true = truths(sheet, "A")
    actions = (
        true(2, leads("Head of Wellbeing"), on("2025-05-31"), state="completed"),
        true(3, either_part("Procurement Lead", "Head of Wellbeing"), on("2025-08-31"), state="in_progress"),
        true(4, leads("Head of OD"), on("2025-12-31"), state="in_progress"),
        true(5, leads("Head of Estates"), on("2026-01-31"), state="not_started"),
        true(6, leads("Head of Wellbeing"), on("2025-09-30"), state="completed"),
        true(7, leads("Head of Wellbeing"), on("2026-02-28"), state="not_stated|not_started", cancelled=None),
    )
    return "Wellbeing.xlsx", saved(book), Truth(actions, perhaps_unplaced=cells_of(sheet, "A9"))


def struck_through_formulas_and_conditional_colours() -> Plan:
    """Dates that are formulas with their stored value, a struck date beside a new one, a struck row."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Living plan")
    bold_format, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    struck, plain = book.add_format({"font_strikeout": True}), book.add_format()
    rows = (
        ("Ref", "Action", "Owner", "Start", "Weeks", "Due", "Progress"),
        (
            "L1",
            "Rewrite dignity at work policy",
            "Head of Employee Relations",
            date(2025, 4, 7),
            12,
            date(2025, 6, 30),
            "Complete",
        ),
        (
            "L2",
            "Mediation scheme with 20 mediators",
            "Head of Employee Relations",
            date(2025, 9, 1),
            20,
            date(2026, 1, 19),
            "In progress",
        ),
        ("L3", "Just culture training for HR", "Head of OD", date(2025, 7, 7), 8, date(2025, 9, 1), "In progress"),
        ("L4", "Badges for allies", "Head of Communications", date(2025, 7, 7), 8, date(2025, 9, 1), "Not started"),
        (
            "L5",
            "Exit data dashboard",
            "Head of Workforce Information",
            date(2026, 1, 5),
            10,
            date(2026, 3, 16),
            "Not started",
        ),
    )
    for column, word in enumerate(rows[0]):
        sheet.write(0, column, word, bold_format)
    for row, (ref, text, owner, start, weeks, due, progress) in enumerate(rows[1:], 1):
        look = struck if ref == "L4" else plain
        for column, word in ((0, ref), (1, text), (2, owner), (6, progress)):
            sheet.write(row, column, word, look)
        sheet.write_datetime(row, 3, start, day)
        sheet.write_number(row, 4, weeks)
        sheet.write_formula(row, 5, f"=D{row + 1}+E{row + 1}*7", day, (due - date(1899, 12, 30)).days)
    sheet.write_rich_string("H2", "Signed off ", bold_format, "24 June", " by Exec")
    sheet.write(0, 7, "Notes", bold_format)
    sheet.write_rich_string("F4", struck, "01/09/2025", plain, " 31/10/2025")
    sheet.conditional_format(
        "G2:G6",
        {"type": "cell", "criteria": "==", "value": '"Complete"', "format": book.add_format({"bg_color": "#00B050"})},
    )
    book.close()

    def action(index: int, target: TrueTarget, state: str, update: str | None = None) -> TrueAction:
        ref, text, owner, *_ = rows[index]
        return TrueAction(
            "Living plan", index + 1, str(text), leads(str(owner)), (target,), state, ref=str(ref), update=update
        )

    actions = (
        action(1, spread("2025-04-07", "2025-06-30"), "completed", update="Signed off 24 June by Exec"),
        action(2, spread("2025-09-01", "2026-01-19"), "in_progress"),
        action(3, TrueTarget("range", "2025-07-07", "2025-10-31", "2025-09-01"), "in_progress"),
        replace(action(4, spread("2025-07-07", "2025-09-01"), "not_started"), cancelled=True),
        action(5, spread("2026-01-05", "2026-03-16"), "not_started"),
    )
    return "Living plan.xlsx", stream.getvalue(), Truth(actions)


def semicolons_from_libreoffice_in_windows_letters() -> Plan:
    """LibreOffice: semicolons, Windows-1252, line breaks inside quotes, dashes and non-breaking spaces."""
    text = (
        "Priority area;Action;Responsible;Timeframe;Progress to date;Status\n"
        'Pay;"Publish gender, ethnicity and disability pay gaps together";Head of Reward;31\u00a0March\u00a02026;Data agreed with Finance – £2k spent;In\u00a0progress\n'
        "Pay;Band 8a+ pay audit;Head of Reward & HRBPs;Q3 – Q4 2025/26;;Not started\n"
        'Culture;"Kindness “pulse” survey\nin three sites";“People Insight” team;Sept.–Oct. 2025;Run in week 40;Completed\n'
        "Culture;Respect training – mandatory;Renée Beispiel-Ó Sampla;by 1st November 2025;60 % trained;In progress\n"
        "Access;Multi-faith room, St. Elsewhere’s;Chaplaincy;2025-12-19;;Not Started\n"
    ).replace("Ó", "O")

    def one(
        row: int,
        text: str,
        owners: tuple[tuple[str, str], ...],
        target: TrueTarget,
        state: str,
        group: str,
        update: str | None,
    ) -> TrueAction:
        return TrueAction(ANY, row, text, owners, (target,), state, group=group, update=update)

    actions = (
        one(
            2,
            "Publish gender, ethnicity and disability pay gaps together",
            leads("Head of Reward"),
            on("2026-03-31"),
            "in_progress",
            "Pay",
            "Data agreed with Finance – £2k spent",
        ),
        one(
            3,
            "Band 8a+ pay audit",
            either_part("Head of Reward", "HRBPs"),
            spread("2025-10-01", "2026-03-31"),
            "not_started",
            "Pay",
            None,
        ),
        one(
            4,
            "Kindness “pulse” survey in three sites",
            leads("“People Insight” team"),
            spread("2025-09-01", "2025-10-31"),
            "completed",
            "Culture",
            "Run in week 40",
        ),
        one(
            5,
            "Respect training – mandatory",
            leads("Renée Beispiel-O Sampla"),
            on("2025-11-01"),
            "in_progress",
            "Culture",
            "60 % trained",
        ),
        one(
            6, "Multi-faith room, St. Elsewhere’s", leads("Chaplaincy"), on("2025-12-19"), "not_started", "Access", None
        ),
    )
    return "plan.csv", text.replace("\n", "\r\n").encode("cp1252"), Truth(actions)


def with_macros_and_several_owners_in_many_spellings() -> Plan:
    """A workbook with macros: owners with initials, a bold lead, supported by, slashes, posts in brackets."""
    book, (sheet,) = a_workbook("EDI plan")
    draw(
        sheet,
        """
        1: EDI Plan 2025/26 v7
        2: Objective | Actions required | Owner | Target date | Progress status
        3: Attract | Advertise in community papers | Smith J | 31/07/2025 | Complete
        4: Attract | Career fairs in four boroughs | J. Smith / A. N. Other | 31/10/2025 | Ongoing
        5: Retain | Stay interviews | Placeholder, C. (Retention Lead) | 30/11/2025 | In progress
        6: Retain | Buddy for each international nurse | CN & Dir of Ops (support: Matrons) | 31/01/2026 | Not Started
        7: Grow | Secondments for BME staff | x | 28/02/2026 | In progress
        8: Grow | Shadow board | Lead: Trust Secretary. Support: OD, EDI | 31/03/2026 | Not started
        9: Grow | Ring-fenced places on leadership courses | All Exec Directors | 31/03/2026 | In progress
        10: Grow | Talent conversation for all at 8b and above | Line managers (overseen by CPO) | 31/12/2025 | In progress
        """,
    )
    heading(sheet, 2)
    sheet["C7"] = CellRichText(
        TextBlock(InlineFont(b=True), "Head of OD"), TextBlock(InlineFont(), "\nHRBP Surgery\nEDI Officer")
    )
    true = truths(sheet, "B")
    actions = (
        true(3, leads("Smith J"), on("2025-07-31"), state="completed", group="Attract"),
        true(4, either_part("J. Smith", "A. N. Other"), on("2025-10-31"), state="in_progress", group="Attract"),
        true(5, leads("Placeholder, C. (Retention Lead)"), on("2025-11-30"), state="in_progress", group="Retain"),
        true(
            6,
            (("CN", "lead"), ("Dir of Ops", "lead"), ("Matrons", "support")),
            on("2026-01-31"),
            state="not_started",
            group="Retain",
        ),
        true(
            7,
            either_part("Head of OD", "HRBP Surgery", "EDI Officer"),
            on("2026-02-28"),
            state="in_progress",
            group="Grow",
        ),
        true(
            8,
            (("Trust Secretary", "lead"), ("OD", "support"), ("EDI", "support")),
            on("2026-03-31"),
            state="not_started",
            group="Grow",
        ),
        true(9, leads("All Exec Directors"), on("2026-03-31"), state="in_progress", group="Grow"),
        true(10, (("Line managers", "lead"), ("CPO", ANY)), on("2025-12-31"), state="in_progress", group="Grow"),
    )
    return "EDI plan v7.xlsm", as_macro_workbook(saved(book)), Truth(actions)


def as_macro_workbook(content: bytes) -> bytes:
    """Say in the package that it is a workbook with macros, as Excel does."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "[Content_Types].xml":
                part = part.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            new.writestr(item.filename, part)
    return stream.getvalue()


def an_update_column_of_short_states_beside_a_status() -> Plan:
    """Status says how it stands now; "Update" holds a state of last month, and a longer column says more."""
    book, (sheet,) = a_workbook("Tracker")
    draw(
        sheet,
        """
        1: Ref | Action | Lead | Due date | Status | Update | Commentary
        2: A1 | Interview panels trained | Head of Resourcing | 30/09/2025 | Completed | Done | All 82 chairs
        3: A2 | EDI in corporate induction | Head of OD | 31/12/2025 | In progress | On track | Film recorded
        4: A3 | Translation of the staff handbook | Head of Communications | 31/10/2025 | In progress | Delayed | Translator ill
        5: A4 | Hate crime posters | Security Manager | 31/01/2026 | Not started | No change |
        """,
    )
    heading(sheet, 1)
    true = truths(sheet, "B", ref="A", kept="F")
    more: dict[str, object] = {"stated_rag": ANY, "update": ANY}
    actions = (
        true(2, leads("Head of Resourcing"), on("2025-09-30"), state="completed", **more),
        true(3, leads("Head of OD"), on("2025-12-31"), state="in_progress", **more),
        true(4, leads("Head of Communications"), on("2025-10-31"), state="in_progress", **more),
        true(5, leads("Security Manager"), on("2026-01-31"), state="not_started", **more),
    )
    return "tracker nov.xlsx", saved(book), Truth(actions, quiet=False)


def conditional_colours_over_words_of_three_languages_of_status() -> Plan:
    """A private list of states of the trust's own: open-green, open-amber, closed; colours only follow the words."""
    book, (sheet,) = a_workbook("Action log")
    draw(
        sheet,
        """
        1: EDI Steering Group – action log
        3: Date raised | Action | Owner | Due | Open / closed | Outcome
        4: @2025-03-11 | Circulate hate crime figures | EDI Officer | Next meeting | Closed | Sent 14 March
        5: @2025-03-11 | Bring workforce dashboard by division | Workforce Analyst | @2025-05-13 | Closed |
        6: @2025-07-08 | Ask Estates for a list of accessible toilets | EDI Officer | @2025-09-09 | Open | Chased twice
        7: @2025-09-09 | Draft a calendar of religious festivals for 2026 | Chaplain | @2025-11-11 | Open – carried forward |
        8: @2025-09-09 | Invite the carers' lead to the next meeting | Chair | ASAP | Closed | Attended 11 November
        9: @2025-11-11 | Agree priorities for 2026/27 | All | 13/01/26 | Open |
        """,
    )
    heading(sheet, 3)
    for word, colour in (("Closed", "00B050"), ("Open", "FFC000")):
        fill = PatternFill("solid", bgColor=f"FF{colour}")
        rule = CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add("E4:E9", rule)
    true = truths(sheet, "B", update="F")
    undone: dict[str, object] = {"state": "in_progress|not_stated"}
    vague = (undated("unreadable"), undated("conditional"), undated("undecided"), undated("ongoing"))
    actions = (
        true(4, leads("EDI Officer"), vague, state="completed"),
        true(5, leads("Workforce Analyst"), on("2025-05-13"), state="completed"),
        true(6, leads("EDI Officer"), on("2025-09-09"), **undone),
        true(7, leads("Chaplain"), on("2025-11-11"), **undone),
        true(8, leads("Chair"), vague, state="completed"),
        true(9, leads("All"), on("2026-01-13"), **undone),
    )
    return "action log.xlsx", saved(book), Truth(tuple(replace(action, update=ANY) for action in actions))


def deadlines_written_in_every_way() -> Plan:
    """One committee, many hands: every way to write a day, a month, a quarter, a year."""
    book, (sheet,) = a_workbook("Deadlines")
    written = (
        ("30.06.25", on("2025-06-30")),
        ("end Q2 25/26", by_end_of("2025-09")),
        ("by the end of Quarter 3 2025-26", by_end_of("2025-12")),
        ("H2 2025/26", (spread("2025-10-01", "2026-03-31", "dated"), spread("2025-10-01", "2026-03-31"))),
        ("FY26/27", through_year(2026)),
        ("2025-12-15T00:00:00", on("2025-12-15")),
        ("2026-01-31 23:59", on("2026-01-31")),
        ("31st Oct. 2025", on("2025-10-31")),
        ("Mon 15 Dec 2025", on("2025-12-15")),
        ("December '25", in_month("2025-12")),
        ("by close of March 2026", by_end_of("2026-03")),
        ("from 1 July 2025 to 30 June 2026", spread("2025-07-01", "2026-06-30")),
        ("Apr 25 - Mar 26", spread("2025-04-01", "2026-03-31")),
        ("Jan/Feb 2026", (spread("2026-01-01", "2026-02-28"), spread("2026-01-01", "2026-02-28", "dated"))),
        ("Mar-26 (was Sep-25)", (in_month("2026-03", "2025-09-30"), in_month("2026-03"))),
        ("within 6 months", (undated("conditional"), undated("unreadable"))),
        ("On-going / BAU", undated("ongoing")),
        ("annually in October", (undated("recurring"), undated("ambiguous"))),
        ("TBA", undated("undecided")),
        ("end of financial year", (by_end_of("2026-03"), undated("ambiguous"), undated("unreadable"))),
        ("31/11/2025", undated("unreadable")),
        ("following board approval", undated("conditional")),
        ("asap", (undated("unreadable"), undated("conditional"), undated("undecided"), undated("ongoing"))),
        ("Spring 2026", (undated("unreadable"), undated("ambiguous"))),
        ("Immediate", (undated("unreadable"), undated("conditional"), undated("undecided"), undated("ongoing"))),
        ("Q4", in_quarter(4, 2025)),
        ("31 March", (on("2026-03-31"), undated("ambiguous"))),
        ("Completed July 2025", (in_month("2025-07"), undated("blank"), undated("unreadable"))),
    )
    sheet["A1"] = "EDI delivery plan 2025/26"
    for column, word in enumerate(("No", "Action", "Lead", "Deadline", "Status"), 1):
        sheet.cell(3, column, word).font = Font(bold=True)
    facts: list[TrueAction] = []
    for row, (deadline, target) in enumerate(written, 4):
        text = f"Promise number {row - 3} of the steering group is kept"
        state = "Completed" if deadline.startswith("Completed") else "In progress"
        write_row(sheet, row, row - 3, text, "Head of Inclusion", deadline, state)
        targets = target if isinstance(target, tuple) else (target,)
        facts.append(
            TrueAction(
                "Deadlines",
                row,
                text,
                leads("Head of Inclusion"),
                targets,
                state.lower().replace(" ", "_"),
                ref=str(row - 3),
            )
        )
    return "delivery plan.xlsx", saved(book), Truth(tuple(facts), period=FINANCIAL_2025)


def hidden_rows_and_columns_and_a_filter_left_on() -> Plan:
    """Someone left a filter on: done rows are hidden; an old status column is hidden beside the new."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Trust equality plan 2025-26
        3: Aim | Action | Lead | Deadline | Old status (Q1) | Current status | Updates
        4: Fair start | Local jobs fair | Head of Resourcing | 30/06/2025 | In progress | Complete | 40 hired
        5: Fair start | Pre-employment course with college | Head of Education | 31/12/2025 | Not started | In progress | Course begins 8 December
        6: Fair progress | Acting-up posts advertised | Head of OD | 31/10/2025 | Not started | Complete |
        7: Fair progress | Appraisal training on bias | Head of OD | 28/02/2026 | Not started | Not started |
        8: Fair say | Network time in rosters | Chief Nurse | 30/11/2025 | Complete | In progress | Reopened: nights not covered
        """,
    )
    heading(sheet, 3)
    for row in (4, 6):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.auto_filter.ref = "A3:G8"
    true = truths(sheet, "B", update="G", kept="E")
    actions = (
        true(4, leads("Head of Resourcing"), on("2025-06-30"), state="completed", group="Fair start"),
        true(5, leads("Head of Education"), on("2025-12-31"), state="in_progress", group="Fair start"),
        true(6, leads("Head of OD"), on("2025-10-31"), state="completed", group="Fair progress"),
        true(7, leads("Head of OD"), on("2026-02-28"), state="not_started", group="Fair progress"),
        true(8, leads("Chief Nurse"), on("2025-11-30"), state="in_progress", group="Fair say"),
    )
    return "plan filtered.xlsx", saved(book), Truth(actions, said=("hidden",))


def completed_words_that_are_not_completed() -> Plan:
    """Every way to say nearly, partly, to be, not quite and after all not done."""
    book, (sheet,) = a_workbook("Status words")
    unfinished = "in_progress|not_stated|not_started|proposed_for_closure"
    words = (
        ("Completed", "completed"),
        ("Complete - evidence filed", "completed"),
        ("Closed 12/09/25", "completed"),
        ("Delivered", "completed"),
        ("Achieved and embedded", "completed"),
        ("Complete?", unfinished),
        ("To be completed", unfinished),
        ("Due to complete in January", unfinished),
        ("Partially complete", "in_progress"),
        ("Mostly complete", "in_progress"),
        ("80% complete", "in_progress"),
        ("Incomplete", unfinished),
        ("Not completed", unfinished),
        ("Phase 1 complete, phase 2 started", "in_progress|not_stated"),
        ("Complete except for estates", unfinished),
        ("Completed by March 2026", unfinished),
        ("Ready to close", "proposed_for_closure|in_progress"),
        ("Request closure", "proposed_for_closure"),
        ("Reopened", "in_progress|not_stated"),
        ("Not applicable", "not_stated"),
        ("Green", ANY),
        ("No longer required", ANY),
        ("Carried forward to 26/27", unfinished),
        ("Signed off", "completed"),
        ("Awaiting sign off", unfinished),
        ("BAU", "completed|in_progress|not_stated"),
        ("Transferred to OD plan", ANY),
        ("Completion expected Q4", unfinished),
        ("Discontinued", ANY),
        ("Scheduled", "not_started|not_stated|in_progress"),
        ("In development", "in_progress"),
        ("Scoping", "in_progress|not_stated"),
        ("Behind schedule", "in_progress|not_stated"),
        ("Yet to commence", "not_started"),
        ("Commenced", "in_progress"),
        ("Nothing to report", "not_stated"),
    )
    for column, word in enumerate(("Ref", "Action", "Owner", "Due date", "Status"), 1):
        sheet.cell(1, column, word).font = Font(bold=True)
    facts: list[TrueAction] = []
    gone = ("No longer required", "Transferred to OD plan", "Discontinued", "Not applicable")
    for row, (word, state) in enumerate(words, 2):
        text = f"Commitment {row - 1} to our diverse communities"
        write_row(sheet, row, f"S{row - 1}", text, "Head of Inclusion", date(2026, 3, 31), word)
        facts.append(
            TrueAction(
                "Status words",
                row,
                text,
                leads("Head of Inclusion"),
                (on("2026-03-31"),),
                state,
                update=ANY,
                ref=f"S{row - 1}",
                stated_rag=ANY,
                cancelled=None if word in gone else False,
            )
        )
    return "Statuses.xlsx", saved(book), Truth(tuple(facts))
