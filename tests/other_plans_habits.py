"""Plans from other trusts that show the habits of those who keep them: how people really type, merge and annotate."""

from __future__ import annotations

from dataclasses import replace

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    GOING,
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
    paint,
    saved,
    spread,
    supports,
    through_year,
    truths,
    undated,
)


def long_headings_with_a_key_across_the_top() -> Plan:
    """Headings are whole questions without any dress; the key runs across a row; each action is merged over columns."""
    book, (sheet,) = a_workbook("Recommendations")
    draw(
        sheet,
        """
        1: Response to the independent race equality review
        2: Action plan April 2025 - March 2026
        4: Key: | Completed | In progress | Not started
        6: Rec. no. | What did the review recommend? | What action(s) will we take? (please be specific) | | Person responsible for delivery | Date to be completed by | What difference will this make? | RAG status (see key)
        7: R1 | Strengthen the voice of the network | Give the network chair a day a week | | Chief People Officer | 31.5.25 | The chair can attend committees
        8: R2 | Make recruitment fairer | Publish the make-up of every shortlist for band 8a and above | | Head of Resourcing | By 31st March 2026 | Shortlists reflect applicants
        9: R2 | Make recruitment fairer | Stop informal acting-up arrangements | | Divisional Directors | Q3 2025/26 | Everyone can apply
        10: R3 | Deal with racism from patients | Agree a yellow and red card procedure | | Chief Nurse / Chief Operating Officer | July 2025 | Staff feel backed
        """,  # noqa: E501
    )
    merge(sheet, *(f"C{row}:D{row}" for row in range(6, 11)))
    paint(sheet, B4="70AD47", C4="FFD966", D4="FF5050", H7="70AD47", H8="FFD966", H9="FF5050", H10="FFD966")
    true = truths(sheet, "C", ref="A", kept="BG")
    actions = (
        true(7, leads("Chief People Officer"), on("2025-05-31"), state="completed", group=ANY),
        true(8, leads("Head of Resourcing"), on("2026-03-31"), state="in_progress", group=ANY),
        true(9, leads("Divisional Directors"), in_quarter(3, 2025), state="not_started", group=ANY),
        true(10, leads("Chief Nurse", "Chief Operating Officer"), in_month("2025-07"), state="in_progress", group=ANY),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Review response.xlsx", saved(book), truth


def headings_repeated_for_each_printed_page() -> Plan:
    """The same heading row again on each page, page numbers and a continuing objective between; two RAG columns."""
    book, (sheet,) = a_workbook("Print version")
    draw(
        sheet,
        """
        1: Equality, Diversity & Inclusion Action Plan 2025/26
        3: Objective | Action | Owner | Timeframe | Previous RAG | Current RAG | Protected characteristic
        4: 1. Inclusive culture | Run an ally month | Head of EDI | Q2 | Amber | Green | All
        5: | Put inclusion in the corporate induction | Head of Learning | Q1 | Green | Blue | All
        6: Page 1 of 2
        7: Objective | Action | Owner | Timeframe | Previous RAG | Current RAG | Protected characteristic
        8: | Set up a menopause network | Head of Wellbeing | Q4 | Green | Amber | Sex, age
        9: 2. Inclusive services | Offer BSL tours in advance | Matron, Surgery | 28 Nov 2025 | Amber | Red | Disability
        10: Page 2 of 2
        """,
    )
    heading(sheet, 3, 7)
    culture, services = sheet["A4"].value, sheet["A9"].value
    true = truths(sheet, "B", kept="G")
    actions = (
        true(4, leads("Head of EDI"), in_quarter(2, 2025), stated_rag="green", state=GOING, group=culture),
        true(
            5,
            leads("Head of Learning"),
            in_quarter(1, 2025),
            stated_rag="blue",
            state="completed|not_stated",
            group=culture,
        ),
        true(8, leads("Head of Wellbeing"), in_quarter(4, 2025), stated_rag="amber", state=GOING, group=culture),
        true(9, leads("Matron, Surgery"), on("2025-11-28"), stated_rag="red", state=GOING, group=services),
    )
    truth = Truth(actions, cells_of(sheet, "A6", "A10"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "Print version.xlsx", saved(book), truth


def how_people_really_type_dates() -> Plan:
    """Revisions inside the cell, apostrophes, odd dashes and spaces, words instead of dates."""
    book, (sheet,) = a_workbook("Timescales")
    rows: tuple[tuple[str, TrueTarget | tuple[TrueTarget, ...]], ...] = (
        ("31.3.26", on("2026-03-31")),
        ("31st March '26", on("2026-03-31")),
        ("30/11/25", on("2025-11-30")),
        ("01/04/2025 - 31/03/2026", through_year()),
        ("April – June 2025", spread("2025-04-01", "2025-06-30")),
        ("Q1 25/26 – Q4 25/26", through_year()),
        ("Q3\u00a02025/26", in_quarter(3, 2025)),
        ("Q3\u2011Q4", spread("2025-10-01", "2026-03-31")),
        ("Quarter 2 2025/26", in_quarter(2, 2025)),
        ("Qtr 4", in_quarter(4, 2025)),
        ("quarter four", in_quarter(4, 2025)),
        ("q1", in_quarter(1, 2025)),
        ("Mar 2026 (revised from Dec 2025)", in_month("2026-03", "2025-12-31")),
        ("March 2026 (previously 30 September 2025)", in_month("2026-03", "2025-09-30")),
        ("Was Q2, now Q4", in_quarter(4, 2025, "2025-09-30")),
        ("Before 1 October 2025", (on("2025-09-30"), on("2025-10-01"))),
        ("No later than 15 December 2025", on("2025-12-15")),
        (
            "w/c 8 December 2025",
            (spread("2025-12-08", "2025-12-14", "dated"), spread("2025-12-08", "2025-12-12", "dated")),
        ),
        ("Mid January 2026", (undated("unreadable"), undated("ambiguous"), in_month("2026-01"), by_end_of("2026-01"))),
        ("Christmas 2025", undated("unreadable")),
        ("2026/27", (through_year(2026), TrueTarget("dated", "2026-04-01", "2027-03-31"))),
        ("Ongoing - review March 2026", undated("ongoing")),
        ("Ongoing throughout the year", (undated("ongoing"), through_year())),
        ("Bi-monthly", undated("recurring")),
        ("6 monthly", undated("recurring")),
        ("Twice a year", undated("recurring")),
        ("Weekly", undated("recurring")),
        ("To be confirmed by the steering group", undated("undecided")),
        ("tbd", undated("undecided")),
        ("?", (undated("undecided"), undated("unreadable"), undated("ambiguous"))),
        ("N/A", (undated("blank"), undated("unreadable"), undated("undecided"))),
        ("Dependent on recruitment", undated("conditional")),
        ("Following the national survey", undated("conditional")),
        ("Oct 25", (in_month("2025-10"), undated("ambiguous"))),
        ("3/4/2025", on("2025-04-03")),
        ("2025", (undated("ambiguous"), TrueTarget("dated", "2025-01-01", "2025-12-31"))),
        ("31/02/2026", undated("unreadable")),
        ("12-13 January 2026", (spread("2026-01-12", "2026-01-13"), spread("2026-01-12", "2026-01-13", "dated"))),
        ("1 Sept - 30 Nov 2025", spread("2025-09-01", "2025-11-30")),
        ("Sept/Oct 2025", spread("2025-09-01", "2025-10-31")),
        ("30 June 2025 and 31 December 2025", (spread("2025-06-30", "2025-12-31"), undated("ambiguous"))),
        ("February", in_month("2026-02")),
        ("by end of financial year", by_end_of("2026-03")),
        ("End of year", (by_end_of("2026-03"), undated("ambiguous"))),
    )
    drawn = "\n".join(
        f"{row}: T{row} | Take step {row} towards the accessible information standard | {text} | Head of EDI"
        for row, (text, _) in enumerate(rows, 3)
    )
    draw(sheet, "1: Accessible information action plan 2025/26\n2: Ref | Actions | Timescale | Lead\n" + drawn)
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A")
    actions = tuple(true(row, leads("Head of EDI"), target) for row, (_, target) in enumerate(rows, 3))
    return "Dates as typed.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def how_people_really_type_owners() -> Plan:
    """Leads marked in brackets, labels before posts, ampersands inside and between posts, plurals, whole sentences."""
    book, (sheet,) = a_workbook("People")
    nursing, women = "Director of Nursing & Midwifery", "Divisional Director for Women & Children"
    rows = (
        (
            "Head of EDI (lead), Head of Resourcing, Head of Wellbeing",
            leads("Head of EDI") + either_part("Head of Resourcing", "Head of Wellbeing"),
        ),
        ("Lead - Chief Nurse; Support - Head of EDI", leads("Chief Nurse") + supports("Head of EDI")),
        ("Exec lead: Chief People Officer¶Operational lead: Head of OD", leads("Chief People Officer", "Head of OD")),
        (f"{nursing} & Head of EDI", leads(nursing, "Head of EDI")),
        ("Head of EDI & Head of OD", leads("Head of EDI", "Head of OD")),
        (women, leads(women)),
        ("Head of Equality, Diversity and Inclusion", leads("Head of Equality, Diversity and Inclusion")),
        (
            "Associate Director of Culture, Inclusion & Wellbeing / Head of OD",
            leads("Associate Director of Culture, Inclusion & Wellbeing", "Head of OD"),
        ),
        ("Deputy Chief Nurse Chief Nurse", leads("Deputy Chief Nurse", "Chief Nurse")),
        ("Chief Executive Chief Operating Officer", leads("Chief Executive", "Chief Operating Officer")),
        ("Medical Director  Staff Networks", leads("Medical Director", "Staff Networks")),
        ("1. Head of EDI¶2. Head of Wellbeing", leads("Head of EDI", "Head of Wellbeing")),
        ("Head of EDI,¶Head of Wellbeing", leads("Head of EDI", "Head of Wellbeing")),
        ("Head of EDI and all staff network chairs", leads("Head of EDI", "all staff network chairs")),
        ("HEAD OF EDI", leads("HEAD OF EDI")),
        ("head of edi, head of resourcing", leads("head of edi", "head of resourcing")),
        ("EDI Team", leads("EDI Team")),
        ("Freedom to Speak Up Guardian", leads("Freedom to Speak Up Guardian")),
        ("Head of Health, Safety and Security", leads("Head of Health, Safety and Security")),
        ("Director of Strategy and Partnerships", leads("Director of Strategy and Partnerships")),
        ("Head of EDI / TBC (new post)", leads("Head of EDI", "TBC (new post)")),
        ("Head of Therapies (with Head of EDI)", leads("Head of Therapies") + supports("Head of EDI")),
        (
            "Chairs of the REACH, Disability and LGBT+ networks",
            leads("Chairs of the REACH, Disability and LGBT+ networks"),
        ),
    )
    drawn = "\n".join(
        f"{row}: P{row} | Carry the culture programme to site {row} | {text} | March 2026"
        for row, (text, _) in enumerate(rows, 3)
    )
    draw(sheet, "1: Culture programme 2025/26\n2: Ref | Action | Lead(s) | Complete by\n" + drawn)
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A")
    actions = tuple(true(row, owners, in_month("2026-03")) for row, (_, owners) in enumerate(rows, 3))
    return "Owners as typed.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)


def how_people_really_type_progress() -> Plan:
    """States with dates, dashes, ticks, percentages and RAG words beside them; HTML remnants and entities in texts."""
    book, (sheet,) = a_workbook("Progress")
    rows = (
        ("Complete", "completed", None),
        ("COMPLETED", "completed", None),
        ("Done", "completed", None),
        ("Closed", "completed", None),
        ("Action complete - May 2025", "completed", None),
        ("Achieved", "completed", None),
        ("Partially complete", "in_progress", None),
        ("Not complete", "not_started|in_progress|not_stated", None),
        ("Almost complete", "in_progress", None),
        ("In progress", "in_progress", None),
        ("In-progress", "in_progress", None),
        ("Started", "in_progress", None),
        ("Underway", "in_progress", None),
        ("Ongoing", "in_progress", None),
        ("On track", "in_progress|not_stated", None),
        ("Not started", "not_started", None),
        ("Not yet started", "not_started", None),
        ("Yet to start", "not_started", None),
        ("To be started in Q4", "not_started", None),
        ("Proposed for closure", "proposed_for_closure", None),
        ("Propose to close", "proposed_for_closure", None),
        ("Recommended for closure", "proposed_for_closure", None),
        ("Green - in progress", "in_progress", "green"),
        ("Amber – not started", "not_started", "amber"),
        ("Completed Green", "completed", "green"),
        ("Blue", "completed|not_stated", "blue"),
        ("✓ Complete", "completed", None),
        ("", "not_stated", None),
    )
    drawn = "\n".join(
        f"{row}: Review &amp; refresh <b>guide</b> {row} | Head of EDI | Q4 | {text}"
        for row, (text, _, _) in enumerate(rows, 3)
    )
    draw(sheet, "1: Guides to be refreshed in 2025/26\n2: Action | Owner | Due date | Status\n" + drawn)
    heading(sheet, 2)
    true = truths(sheet, "A")
    actions = tuple(
        replace(
            true(row, leads("Head of EDI"), in_quarter(4, 2025), state=state, stated_rag=rag),
            text=f"Review & refresh guide {row}",
        )
        for row, (_, state, rag) in enumerate(rows, 3)
    )
    return "Progress as typed.xlsx", saved(book), Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025)
