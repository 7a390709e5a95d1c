"""Plans as many hands leave them: pasted halves, split rows, updates in the wrong cell, old versions."""
# ruff: noqa: E501, the drawings are as wide as the plans

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from tests.other_plans_truth import (
    ANY,
    FINANCIAL_2025,
    GOING,
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
    in_quarter,
    leads,
    merge,
    on,
    paint,
    saved,
    solid,
    spread,
    supports,
    truths,
    undated,
)


def second_half_pasted_with_other_columns() -> Plan:
    """A community trust: the estates team's rows were pasted below, with their own headings in another order."""
    book, (sheet,) = a_workbook("EDI plan")
    draw(
        sheet,
        """
        1: Moorland Community Health NHS Trust – EDI delivery plan 2025/26
        3: No. | Action | Lead | Due date | Status | Update
        4: 1 | Publish the gender pay gap report with a narrative for each band | Head of Workforce Information | 31/03/2026 | Not started | Data lock is in January.
        5: 2 | Offer every new starter a conversation about workplace adjustments | Head of Resourcing | 30/09/2025 | Completed | Form live since August.
        6: 3 | Extend Freedom to Speak Up drop-ins to the night staff of the community wards | FTSU Guardian | Q3 2025/26 | In progress | Two of five wards done.
        7: 4 | Refresh the carers' passport with the Carers Network | Carers Network | 31/12/2025 | In progress |
        10: Added from Estates & Facilities workbook, July 2025
        11: Owner | Completion date | RAG status | Actions to be taken | Comments | Ref
        12: Head of Estates | 31/08/2025 | Red | Fit a hearing loop at each clinic reception | Contractor withdrew; re-tendered. | E1
        13: Catering Manager | Dec 2025 | Green | Offer halal and kosher meals at all inpatient sites every day | Supplier agreed. | E2
        14: Head of Estates / Fire Officer | 31/01/2026 | Amber | Write a personal evacuation plan for each wheelchair user | 9 of 31 written. | E3
        15: Head of Portering | TBC | Amber | Provide a quiet room at the Fellside unit | No room identified. | E4
        """,
    )
    heading(sheet, 3)
    bold(sheet, *(f"{column}11" for column in "ABCDEF"))
    first = truths(sheet, "B", ref="A", update="F")
    second = truths(sheet, "D", ref="F", update="E")
    actions = (
        first(4, leads("Head of Workforce Information"), on("2026-03-31"), state="not_started"),
        first(5, leads("Head of Resourcing"), on("2025-09-30"), state="completed"),
        first(6, leads("FTSU Guardian"), in_quarter(3, 2025), state="in_progress"),
        first(7, leads("Carers Network"), on("2025-12-31"), state="in_progress"),
        second(12, leads("Head of Estates"), on("2025-08-31"), state=GOING, stated_rag="red", group=ANY),
        second(13, leads("Catering Manager"), in_month("2025-12"), state=GOING, stated_rag="green", group=ANY),
        second(
            14, either_part("Head of Estates", "Fire Officer"), on("2026-01-31"),
            state=GOING, stated_rag="amber", group=ANY,
        ),
        second(15, leads("Head of Portering"), undated("undecided"), state=GOING, stated_rag="amber", group=ANY),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A10"), period=FINANCIAL_2025)
    return "EDI delivery plan merged.xlsx", saved(book), truth


def actions_split_over_several_rows() -> Plan:
    """An ambulance service: the table came from a PDF, each line of a wrapped cell in a row of its own."""
    book, (sheet,) = a_workbook("Table 1")
    draw(
        sheet,
        """
        1: Northern Vale Ambulance Service NHS Trust
        2: WRES and WDES action plan April 2025 to March 2026
        4: Ref | Action | Lead | Timescale | Progress
        5: 1.1 | Review the uniform policy so that hijab and | Head of Operations | September 2025 | Complete
        6: | turban wearers have a hard hat that fits | | |
        7: 1.2 | Train all team leaders in inclusive | Head of Education and | 31/03/2026 | In progress: 40 of
        8: | leadership, including neurodiversity and | Development | | 90 leaders
        9: | the menopause | | | trained
        10: 1.3 | Publish workforce data by ethnicity at each | Head of Workforce | Q2 2025/26 | Not started
        11: | station | Planning | |
        12: 2.1 | Offer a reasonable adjustments passport | Head of Wellbeing | Ongoing | In progress
        13: 2.2 | Ask every candidate for the control room | Control Room | 31 December | Not started
        14: | whether the headset and the screen suit | Manager | 2025 |
        15: | them | | |
        """,
    )
    bold(sheet, "A1", "A2", *(f"{column}4" for column in "ABCDE"))

    def split(row: int, text: str, *owners: str, update: str | None = ANY, **facts: object) -> TrueAction:
        ref = str(sheet[f"A{row}"].value)
        return TrueAction("Table 1", row, text, leads(*owners), ref=ref, update=update, group=None, **facts)  # type: ignore[arg-type]

    actions = (
        split(
            5, "Review the uniform policy so that hijab and turban wearers have a hard hat that fits",
            "Head of Operations", targets=(in_month("2025-09"),), state="completed",
        ),
        split(
            7,
            "Train all team leaders in inclusive leadership, including neurodiversity and the menopause",
            "Head of Education and Development", targets=(on("2026-03-31"),), state="in_progress",
        ),
        split(
            10, "Publish workforce data by ethnicity at each station",
            "Head of Workforce Planning", targets=(in_quarter(2, 2025),), state="not_started",
        ),
        split(
            12, "Offer a reasonable adjustments passport",
            "Head of Wellbeing", targets=(undated("ongoing"),), state="in_progress",
        ),
        split(
            13, "Ask every candidate for the control room whether the headset and the screen suit them",
            "Control Room Manager", targets=(on("2025-12-31"),), state="not_started",
        ),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A1:A2"), period=FINANCIAL_2025)
    return "WRES WDES plan from pdf.xlsx", saved(book), truth


def updates_typed_into_the_action_cell() -> Plan:
    """A mental health trust: no update column, so each month's news went into the action with a date in brackets."""
    book, (sheet,) = a_workbook("Anti-racism plan")
    draw(
        sheet,
        """
        1: Severn Mental Health NHS Foundation Trust: Patient and Carer Race Equality Framework (PCREF) plan 2025-26
        3: Ref | Action and progress | Lead | Target date
        4: P1 | Set up a reciprocal mentoring scheme for Board members. [12/06/25] 8 pairs matched. [03/09/25] First meetings held. | Head of OD | 31/12/2025
        5: P2 | Publish restraint data by ethnicity on the website each quarter¶(Update 14/10/25: Q1 data published, Q2 waits for sign-off) | Medical Director | Q3 2025/26
        6: P3 | Recruit six community ambassadors (required nationally by March 2024) | Head of Engagement | 31 January 2026
        7: P4 | Translate the crisis card into the ten main languages. (10.07.25 - six done. 22.9.25 - funding withdrawn, paused) | Communications Manager | September 2025
        8: P5 | Agree a data-sharing protocol with the police (30/06/25: draft with solicitors) | Information Governance Lead |
        9: P6 | Commission training on cultural humility for ward managers (due to start 01/02/26) | Head of Learning | 31/03/2026
        10: P7 | Offer an advocate of the patient's choice at each tribunal – COMPLETED (Sept 25) | Mental Health Law Manager | 30/09/2025
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A")
    any_update = {"update": ANY}
    actions = (
        true(4, leads("Head of OD"), on("2025-12-31"), state=GOING, **any_update),
        true(5, leads("Medical Director"), in_quarter(3, 2025), state=GOING, **any_update),
        true(6, leads("Head of Engagement"), on("2026-01-31"), state="not_stated"),
        true(7, leads("Communications Manager"), in_month("2025-09"), state=GOING, **any_update),
        true(8, leads("Information Governance Lead"), undated("blank"), state=GOING, **any_update),
        true(9, leads("Head of Learning"), on("2026-03-31"), state="not_started|not_stated", **any_update),
        true(
            10, leads("Mental Health Law Manager"), on("2025-09-30"),
            state="completed|not_stated", **any_update,
        ),
    )  # fmt: skip
    return (
        "PCREF plan.xlsx",
        saved(book),
        Truth(actions, period=FINANCIAL_2025, findings_at=(("Anti-racism plan", "B8"),)),
    )


def dates_half_real_half_typed() -> Plan:
    """An integrated care board: true dates, typed dates, two in a cell, month first by mistake, a day that is not."""
    book, (sheet,) = a_workbook("Tracker")
    draw(
        sheet,
        """
        1: Three Rivers Integrated Care Board – Equality Objectives Tracker 2025/26
        2: Ref | Objective action | Responsible lead | Deadline | Status | Notes
        3: 1 | Run an equality audit of commissioning policies | Head of Commissioning | @2025-10-31 | In progress | Sample chosen.
        4: 2 | Appoint an inclusion lead at each place | Place Directors | 09/30/2025 | In progress |
        5: 3 | Launch the system-wide interpreting framework | Director of Contracts | 12/31/2025 | Not started |
        6: 4 | Train primary care receptionists in gypsy, Roma and Traveller registration rights | Primary Care Lead | Original: 30/06/2025¶Revised: 31/12/2025 | In progress | Supplier late.
        7: 5 | Publish the anchor institutions charter | Chief of Staff | 31/07/25 extended to 31/01/26 | In progress |
        8: 6 | Map health visiting caseloads by deprivation | Public Health Consultant | 31/09/2025 | Not started | Awaiting data.
        9: 7 | Hold an access summit with Deaf residents | Head of Engagement | 30/09/2025 30/11/2025 | In progress |
        10: 8 | Put equality clauses into all grant agreements | Head of Grants | @2026-03-31 | Not started |
        11: 9 | Review translation of vaccination letters | Immunisation Lead | Sept/Oct 2025 | Completed | Closed at October group.
        12: 10 | Write a menopause policy | Head of HR | 01/04/2025 - 31/03/2026 | In progress |
        13: 11 | Agree a reporting template for provider trusts | Head of Quality | was 30.9.25, now 28.2.26 | In progress |
        14: 12 | Test the website with screen-reader users | Digital Lead | June 25 / Sept 25 | In progress |
        """,
    )
    heading(sheet, 2)
    for row in (3, 10):
        sheet[f"D{row}"].number_format = "dd/mm/yyyy"
    true = truths(sheet, "B", ref="A", update="F")
    unsure = undated("ambiguous"), undated("unreadable")
    actions = (
        true(3, leads("Head of Commissioning"), on("2025-10-31"), state="in_progress"),
        true(4, leads("Place Directors"), (on("2025-09-30"), *unsure), state="in_progress"),
        true(5, leads("Director of Contracts"), (on("2025-12-31"), *unsure), state="not_started"),
        true(6, leads("Primary Care Lead"), on("2025-12-31", original="2025-06-30"), state="in_progress"),
        true(7, leads("Chief of Staff"), on("2026-01-31", original="2025-07-31"), state="in_progress"),
        true(8, leads("Public Health Consultant"), undated("unreadable"), state="not_started"),
        true(9, leads("Head of Engagement"), (*unsure, on("2025-11-30", "2025-09-30")), state="in_progress"),
        true(10, leads("Head of Grants"), on("2026-03-31"), state="not_started"),
        true(
            11, leads("Immunisation Lead"),
            (spread("2025-09-01", "2025-10-31"), by_end_of("2025-10"), undated("ambiguous")), state="completed",
        ),
        true(12, leads("Head of HR"), spread("2025-04-01", "2026-03-31"), state="in_progress"),
        true(13, leads("Head of Quality"), on("2026-02-28", original="2025-09-30"), state="in_progress"),
        true(
            14, leads("Digital Lead"),
            (*unsure, spread("2025-06-01", "2025-09-30"), in_month("2025-09", "2025-06-30")), state="in_progress",
        ),
    )  # fmt: skip
    truth = Truth(actions, period=FINANCIAL_2025, findings_at=(("Tracker", "D8"),))
    return "Equality objectives tracker.xlsx", saved(book), truth


def old_version_hidden_beside() -> Plan:
    """A children's hospital: September's version is still there, hidden, with the same actions and other dates."""
    book, (sheet, old) = a_workbook("Plan v3 (Nov)", "Plan v2 (Sept)")
    old.sheet_state = "hidden"
    top = "1: St Brannoc's Children's Hospital – Inclusion Action Plan 2025/26\n3: Theme | Action | Owner | Due | Progress"
    draw(
        sheet,
        top
        + """
        4: Belonging | Hold a listening event for international nurses on each ward | Chief Nurse | 31/12/2025 | In progress
        5: Belonging | Put pronouns on name badges for those who wish | Head of Communications | 31/10/2025 | Completed
        6: Belonging | Agree a zero-tolerance statement with families | Head of Patient Experience | 28/02/2026 | In progress
        7: Access | Fit a changing places toilet in outpatients | Director of Estates | 30/09/2025 | In progress
        8: Access | Record each parent's language at booking | Outpatient Manager | 31/03/2026 | Not started
        """,
    )
    draw(
        old,
        top
        + """
        4: Belonging | Hold a listening event for international nurses on each ward | Chief Nurse | 30/09/2025 | Not started
        5: Belonging | Put pronouns on name badges for those who wish | Head of Communications | 31/10/2025 | In progress
        6: Belonging | Agree a zero-tolerance statement with families | Head of Patient Experience | 30/11/2025 | Not started
        7: Access | Fit a changing places toilet in outpatients | Director of Estates | 30/09/2025 | Not started
        8: Access | Record each parent's language at booking | Outpatient Manager | 31/03/2026 | Not started
        9: Access | Buy a second portable hearing loop | Outpatient Manager | 31/08/2025 | Not started
        """,
    )
    heading(sheet, 3)
    heading(old, 3)
    true = truths(sheet, "B", group="A")
    actions = (
        true(4, leads("Chief Nurse"), on("2025-12-31"), state="in_progress"),
        true(5, leads("Head of Communications"), on("2025-10-31"), state="completed"),
        true(6, leads("Head of Patient Experience"), on("2026-02-28"), state="in_progress"),
        true(7, leads("Director of Estates"), on("2025-09-30"), state="in_progress"),
        true(8, leads("Outpatient Manager"), on("2026-03-31"), state="not_started"),
    )
    truth = Truth(
        actions, perhaps_unplaced=cells_of(old, "A1:E9"), period=FINANCIAL_2025, said=("hidden|not shown|not visible",)
    )
    return "Inclusion plan v3.xlsx", saved(book), truth


def owners_in_initials_with_a_key() -> Plan:
    """A teaching hospital: leads by initials of their posts; some explained on a sheet, the rest below the table."""
    book, (sheet, key) = a_workbook("Actions", "Who's who")
    draw(
        sheet,
        """
        1: Eastmoor Teaching Hospitals NHS Trust: Disability equality action plan 2025/26
        3: Item | Agreed action | Who | When | Where are we now? | BRAG
        4: 1 | Centralise the budget for adjustments | CFO | 30/06/2025 | Budget code open since May. | Blue
        5: 2 | Add a disability question to exit interviews | HoR / HoWI | 31/10/2025 | Wording agreed, not yet in the form. | Red
        6: 3 | Reach Disability Confident Leader | HoEDI (support: HoR) | 31/03/2026 | Self-assessment under way. | Green
        7: 4 | Offer BSL awareness to all front-door staff | CN & MD | Q4 | Tender out. | Amber
        8: 5 | Report declaration rates at each divisional board | All DGMs | Monthly | Surgery and Medicine report. | Green
        9: 6 | Produce Easy Read versions of the five most used policies | HoC | Jan 2026 | Two drafted. | Green
        11: CN = Chief Nurse, MD = Medical Director, DGM = Divisional General Manager
        12: BRAG: Blue = complete, Red = overdue, Amber = at risk, Green = on track
        """,
    )
    draw(
        key,
        """
        1: Initials | Post
        2: CFO | Chief Finance Officer
        3: HoR | Head of Resourcing
        4: HoWI | Head of Workforce Information
        5: HoEDI | Head of Equality, Diversity and Inclusion
        6: HoC | Head of Communications
        """,
    )
    heading(sheet, 3)
    heading(key, 1)
    true = truths(sheet, "B", ref="A", update="E")
    actions = (
        true(4, leads("CFO"), on("2025-06-30"), state="completed", stated_rag="blue"),
        true(5, either_part("HoR", "HoWI"), on("2025-10-31"), state=GOING, stated_rag="red"),
        true(6, (*leads("HoEDI"), *supports("HoR")), on("2026-03-31"), state=GOING, stated_rag="green"),
        true(7, either_part("CN", "MD"), in_quarter(4, 2025), state=GOING, stated_rag="amber"),
        true(8, leads("All DGMs"), undated("recurring"), state=GOING, stated_rag="green"),
        true(9, leads("HoC"), in_month("2026-01"), state=GOING, stated_rag="green"),
    )
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A11:A12") | cells_of(key, "A1:B6"), period=FINANCIAL_2025)
    return "Disability equality plan.xlsx", saved(book), truth


def fills_only_with_a_key_in_words() -> Plan:
    """A dental and community trust: the RAG column is painted, its meaning stands in a merged cell as a sentence."""
    book, (sheet,) = a_workbook("2025-26")
    draw(
        sheet,
        """
        1: Castleford & Marsh Community Dental NHS Trust – Equality Delivery Plan 2025/26
        2: RAG key: Green = on track; Amber = some slippage, plan in place; Red = off track; Blue = completed. Please do not use any other colour.
        4: Equality objective | Action | Lead officer | Deadline | Update | RAG
        5: Better access | Open two evening clinics a month in Marsh | Clinical Director | 31/12/2025 | First clinics held. |
        6: | Add a wheelchair tipper at three sites | Head of Estates | 30/09/2025 | Two installed. |
        7: | Send reminders in the patient's language | Head of Digital | 31/08/2025 | Live since July. |
        8: Better data | Record disability for 80% of patients | Head of Informatics | Q3 2025/26 | At 41%. |
        9: | Report complaints by ethnicity to the Board | Head of Governance | 28/02/2026 | Template agreed. |
        10: | Survey patients who did not attend | Head of Patient Experience | TBC | |
        """,
    )
    heading(sheet, 4)
    merge(sheet, "A2:F2", "A5:A7", "A8:A10")
    paint(sheet, F5="00B050", F6="FFC000", F7="0070C0", F8="FF0000", F9="00B050", F10="7030A0")
    access, data = sheet["A5"].value, sheet["A8"].value
    true = truths(sheet, "B", update="E")
    actions = (
        true(5, leads("Clinical Director"), on("2025-12-31"), state=GOING, stated_rag="green", group=access),
        true(6, leads("Head of Estates"), on("2025-09-30"), state=GOING, stated_rag="amber", group=access),
        true(7, leads("Head of Digital"), on("2025-08-31"), state="completed", stated_rag="blue", group=access),
        true(8, leads("Head of Informatics"), in_quarter(3, 2025), state=GOING, stated_rag="red", group=data),
        true(9, leads("Head of Governance"), on("2026-02-28"), state=GOING, stated_rag="green", group=data),
        true(10, leads("Head of Patient Experience"), undated("undecided"), group=data),
    )
    truth = Truth(
        actions, perhaps_unplaced=cells_of(sheet, "A2"), period=FINANCIAL_2025, findings_at=(("2025-26", "F10"),)
    )
    return "Equality delivery plan RAG.xlsx", saved(book), truth


def a_column_for_each_quarter() -> Plan:
    """A commissioning support unit: a status for each quarter, the latest filled one holds."""
    book, (sheet,) = a_workbook("Quarterly tracker")
    draw(
        sheet,
        """
        1: Wold & Coast Commissioning Support – Inclusion commitments 2025/26, quarterly tracker
        3: Nr | Commitment | Accountable | Complete by | Q1 status | Q2 status | Q3 status | Q4 status
        4: 1 | Offer all managers a course on micro-aggressions | Head of Learning | 31/12/2025 | Not started | In progress | Completed |
        5: 2 | Anonymise applications for all posts below board level | Head of Recruitment | 30/09/2025 | In progress | In progress | |
        6: 3 | Put an inclusion objective into each appraisal | Director of People | 31/03/2026 | Not started | Not started | In progress |
        7: 4 | Sign the Race at Work Charter | Chief Executive | 30/06/2025 | Complete | | |
        8: 5 | Publish an ethnicity pay gap report | Head of Workforce Information | 28/02/2026 | | Not started | |
        9: 6 | Review the dress code with the faith network | Faith Network | 31/10/2025 | Not started | In progress | Not started |
        """,
    )
    heading(sheet, 3)
    true = truths(sheet, "B", ref="A", kept="EF")
    actions = (
        true(4, leads("Head of Learning"), on("2025-12-31"), state="completed", update=ANY),
        true(5, leads("Head of Recruitment"), on("2025-09-30"), state="in_progress", update=ANY, kept=()),
        true(6, leads("Director of People"), on("2026-03-31"), state="in_progress", update=ANY),
        true(7, leads("Chief Executive"), on("2025-06-30"), state="completed", update=ANY, kept=()),
        true(8, leads("Head of Workforce Information"), on("2026-02-28"), state="not_started", update=ANY, kept=()),
        true(9, leads("Faith Network"), on("2025-10-31"), state="not_started", update=ANY),
    )
    return "Quarterly inclusion tracker.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def a_column_for_each_month() -> Plan:
    """A cancer centre: twelve month columns of states; the last month that is filled in holds."""
    book, (sheet,) = a_workbook("Monthly RAG")
    months = "Apr-25 | May-25 | Jun-25 | Jul-25 | Aug-25 | Sep-25 | Oct-25 | Nov-25 | Dec-25 | Jan-26 | Feb-26 | Mar-26"
    draw(
        sheet,
        f"2: Ref | Action | Lead | Due | {months}"
        + """
        1: Highfield Cancer Centre NHS Foundation Trust – WDES monthly tracker 2025/26
        3: D1 | Offer height-adjustable desks in the booking centre | Head of Estates | 30/11/2025 | Not started | Not started | Not started | Started | Started | Started | Started | Started
        4: D2 | Brief every line manager on disability leave | Head of HR | 31/07/2025 | Started | Started | Started | Complete
        5: D3 | Elect a chair of the Disability Network | Disability Network | 31/10/2025 | Not started | Not started | Not started | Not started | Not started | Not started | Not started | Not started
        6: D4 | Make the intranet meet AA | Head of Digital | 31/03/2026 | Not started | Not started | Started | Started | Started | Started | Started | Started
        7: D5 | Include disabled colleagues in the testing of new software | Chief Information Officer | Ongoing | | | | | | | |
        """,
    )
    heading(sheet, 2)
    true = truths(sheet, "B", ref="A")
    actions = (
        true(3, leads("Head of Estates"), on("2025-11-30"), state="in_progress", update=ANY),
        true(4, leads("Head of HR"), on("2025-07-31"), state="completed", update=ANY),
        true(5, leads("Disability Network"), on("2025-10-31"), state="not_started", update=ANY),
        true(6, leads("Head of Digital"), on("2026-03-31"), state="in_progress", update=ANY),
        true(7, leads("Chief Information Officer"), undated("ongoing"), state="not_stated", update=ANY),
    )
    return "WDES monthly tracker.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def completed_actions_moved_to_their_own_sheet() -> Plan:
    """An acute trust: what is done is cut and pasted to a sheet named so, where nothing else says that it is done."""
    book, (live, done) = a_workbook("Live actions", "Completed")
    draw(
        live,
        """
        1: Hallam Valley Hospitals NHS Trust: Gender equality action plan 2025/26
        3: Ref | Action | Lead | Target date | Position
        4: G2 | Set up a returners' programme for consultants | Head of Medical Staffing | 31/12/2025 | Three departments have signed up.
        5: G4 | Publish the split of clinical excellence awards | Medical Director | 31/08/2025 | Data with Finance.
        6: G5 | Trial team rostering in theatres | Theatre Manager | Q4 2025/26 | Not yet begun.
        7: G7 | Offer a period products scheme at every site | Head of Facilities | Ongoing | In place at two of three sites.
        """,
    )
    draw(
        done,
        """
        1: Completed actions (moved here once closed by the EDI Group)
        3: Ref | Action | Lead | Target date | Date completed | Evidence
        4: G1 | Train 20 menopause champions | Head of Wellbeing | 30/06/2025 | 12/06/2025 | Register of champions
        5: G3 | Add flexible working to every job advert | Head of Resourcing | 31/05/2025 | 04/07/2025 | Advert template
        6: G6 | Hold a sexual safety summit | Chief Nurse | 30/09/2025 | @2025-09-18 | Report to the Board
        """,
    )
    heading(live, 3)
    heading(done, 3)
    here = truths(live, "B", ref="A", update="E")
    there = truths(done, "B", ref="A", kept="F")
    actions = (
        here(4, leads("Head of Medical Staffing"), on("2025-12-31"), state=GOING, group=ANY),
        here(5, leads("Medical Director"), on("2025-08-31"), state=GOING, group=ANY),
        here(6, leads("Theatre Manager"), in_quarter(4, 2025), state="not_started|not_stated", group=ANY),
        here(7, leads("Head of Facilities"), undated("ongoing"), state=GOING, group=ANY),
        there(4, leads("Head of Wellbeing"), on("2025-06-30"), state="completed", group=ANY),
        there(5, leads("Head of Resourcing"), on("2025-05-31"), state="completed", group=ANY),
        there(6, leads("Chief Nurse"), on("2025-09-30"), state="completed", group=ANY),
    )
    return "Gender equality plan live.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def a_sheet_for_each_directorate_and_a_summary() -> Plan:
    """A health board: three directorates, each with headings of its own, and a summary of counts by formula."""
    book, (summary, med, surg, corp) = a_workbook("Summary", "Medicine", "Surgery", "Corporate")
    draw(
        summary,
        """
        1: Glanmor Health Board – Strategic Equality Plan 2025/26: summary of directorate actions
        3: Directorate | Actions | Complete | Overdue | Lead
        4: Medicine | =COUNTA(Medicine!B4:B20) | =COUNTIF(Medicine!E4:E20,"Complete") | #1 | Divisional Manager
        5: Surgery | =COUNTA(Surgery!A3:A20) | =COUNTIF(Surgery!D3:D20,"Done") | #0 | Divisional Manager
        6: Corporate | =COUNTA(Corporate!B3:B20) | =COUNTIF(Corporate!F3:F20,"Closed") | #1 | Board Secretary
        7: Total | =SUM(B4:B6) | =SUM(C4:C6) | =SUM(D4:D6)
        """,
    )
    draw(
        med,
        """
        1: Directorate of Medicine
        3: Ref | Action | Lead | By when | Status
        4: M1 | Offer a bilingual ward round each day | Ward Manager, Stroke Unit | 31/10/2025 | In progress
        5: M2 | Buy hearing amplifiers for each bay | Senior Nurse Manager | 30/06/2025 | Complete
        6: M3 | Audit do-not-attempt decisions by learning disability | Clinical Lead | 31/01/2026 | Not started
        """,
    )
    draw(
        surg,
        """
        2: What will be done | Who will do it | Target | Progress | Comments
        3: Screen pre-assessment letters for readability | Pre-assessment Sister | Q2 2025/26 | Done | Reading age 9.
        4: Provide larger gowns on every list | Theatre Stores Manager | Dec-25 | Ongoing | Samples on order.
        5: Offer chaperones of the patient's choice | Clinic Manager | Immediate | Done | Poster in each room.
        """,
    )
    draw(
        corp,
        """
        2: No | Required actions | Expected outcome | Responsible officer | Completion date | Current position
        3: 1 | Assess each new policy for equality impact | No policy without an assessment | Board Secretary | Each quarter | Two of nine late
        4: 2 | Publish procurement spend with social enterprises | Spend doubles | Head of Procurement | 31/08/2025 | Data incomplete
        5: 3 | Put the Strategic Equality Plan into Easy Read | Residents can read it | Head of Communications | 31/07/2025 | Closed
        """,
    )
    heading(summary, 3)
    heading(med, 3)
    heading(surg, 2)
    heading(corp, 2)
    one = truths(med, "B", ref="A")
    two = truths(surg, "A", update="E")
    three = truths(corp, "B", ref="A", kept="C")
    free = {"group": ANY}
    actions = (
        one(4, leads("Ward Manager, Stroke Unit"), on("2025-10-31"), state="in_progress", **free),
        one(5, leads("Senior Nurse Manager"), on("2025-06-30"), state="completed", **free),
        one(6, leads("Clinical Lead"), on("2026-01-31"), state="not_started", **free),
        two(3, leads("Pre-assessment Sister"), in_quarter(2, 2025), state="completed", **free),
        two(4, leads("Theatre Stores Manager"), in_month("2025-12"), state="in_progress", **free),
        two(5, leads("Clinic Manager"), (undated("unreadable"), undated("undecided")), state="completed", **free),
        three(3, leads("Board Secretary"), undated("recurring"), state=GOING, update=ANY, **free),
        three(4, leads("Head of Procurement"), on("2025-08-31"), state=GOING, update=ANY, **free),
        three(5, leads("Head of Communications"), on("2025-07-31"), state="completed", update=ANY, **free),
    )
    truth = Truth(
        actions,
        perhaps_unplaced=cells_of(summary, "A1:E7") | cells_of(med, "A1"),
        period=FINANCIAL_2025,
    )
    return "Strategic Equality Plan by directorate.xlsx", saved(book), truth


def exported_from_a_word_table() -> Plan:
    """A hospice: a Word table saved as csv on Windows, with bullets, line breaks and curly quotes inside the cells."""
    lines = (
        "St Oswin’s Hospice – Equality action plan 2025-26,,,,\r\n"
        ",,,,\r\n"
        "Priority,What we’ll do,Who,By when,How we’re doing\r\n"
        "1. Reach,\"Visit each place of worship in the town:\n• two mosques\n• the gurdwara\n• nine churches\","
        "\"Head of Community\nChaplain\",31 December 2025,\"In progress\n• four visits made\"\r\n"
        ",\"Print the “What is a hospice?” leaflet in Urdu, Polish and Romanian\",Communications Officer,30/09/2025,"
        "Completed – with the printers’ proof signed off\r\n"
        "2. Workforce,\"Ask volunteers, by survey, what would help them stay\",Volunteer Manager,Jan-26,Not started\r\n"
        ",\"Offer Sunday rota swaps for those who worship\",\"Ward Manager\",Ongoing,\r\n"
        ",\"Train trustees in:\n• the public sector equality duty\n• inclusive boards\",Chair of Trustees,\"31/10/2025\","
        "\"Session booked for 4 November\"\r\n"
    )  # fmt: skip
    row = {"sheet": ANY, "group": ANY}

    def true(at: int, text: str, owners: tuple[str, ...], target: object, state: str, update: str | None) -> TrueAction:
        return TrueAction(
            row=at, text=text, owners=either_part(*owners), targets=(target,), state=state, update=update, **row  # type: ignore[arg-type]
        )  # fmt: skip

    actions = (
        true(
            4, "Visit each place of worship in the town:\n• two mosques\n• the gurdwara\n• nine churches",
            ("Head of Community", "Chaplain"), on("2025-12-31"), "in_progress", ANY,
        ),
        true(
            5, "Print the “What is a hospice?” leaflet in Urdu, Polish and Romanian",
            ("Communications Officer",), on("2025-09-30"), "completed", ANY,
        ),
        true(
            6, "Ask volunteers, by survey, what would help them stay", ("Volunteer Manager",),
            in_month("2026-01"), "not_started", ANY,
        ),
        true(7, "Offer Sunday rota swaps for those who worship", ("Ward Manager",), undated("ongoing"), "not_stated", None),
        true(
            8, "Train trustees in:\n• the public sector equality duty\n• inclusive boards", ("Chair of Trustees",),
            on("2025-10-31"), GOING, ANY,
        ),
    )  # fmt: skip
    return "Equality plan from Word.csv", lines.encode("cp1252"), Truth(actions, period=FINANCIAL_2025)


def a_template_with_instructions_and_examples() -> Plan:
    """An ICS template: instructions, a row of guidance, an example row, drop-downs, and numbered rows never filled."""
    book, (how, sheet, lists) = a_workbook("Instructions", "Action Plan", "Lists")
    draw(
        how,
        """
        1: How to complete this template
        2: 1. Fill in one row for each action. Begin with a verb.
        3: 2. Choose a status from the drop-down list.
        4: 3. Return to the ICS inclusion team by the 5th working day of each month.
        """,
    )
    draw(
        sheet,
        """
        1: Organisation: | Larchwood NHS Foundation Trust
        2: Period: | 2025/26
        4: No. | EDS domain | Action | Lead | Deadline | Status | Evidence of impact
        5: | Choose from list | What will you do? | Job title only, no names | dd/mm/yyyy | Choose from list | How will you know?
        6: e.g. | Domain 2 | e.g. Hold a staff network conference | e.g. Head of EDI | 01/01/2026 | In progress | e.g. Attendance and feedback
        7: 1 | Domain 1 | Put an interpreter on demand on each ward tablet | Chief Nursing Information Officer | 31/12/2025 | In progress | Use by ward
        8: 2 | Domain 1 | Ask about access needs in the referral form | Head of Outpatients | 30/09/2025 | Completed | Share of referrals with an answer
        9: 3 | Domain 2 | Offer counselling out of hours, e.g. by telephone | Head of Wellbeing | 31/03/2026 | Not started | Take-up by shift
        10: 4 | Domain 2 | Pay for network chairs' time | Director of People | 31/10/2025 | Please select | Hours paid
        11: 5 | Domain 3 | Name a Board sponsor for each network | Company Secretary | 30/06/2025 | Completed | Published list
        12: 6 | Please select | | | | Please select |
        13: 7 | Please select | | | | Please select |
        """,
    )
    draw(
        lists,
        """
        1: Status | Domain
        2: Please select | Please select
        3: Not started | Domain 1
        4: In progress | Domain 2
        5: Completed | Domain 3
        """,
    )
    heading(sheet, 4)
    for cell in (*sheet[5], *sheet[6]):
        cell.font = Font(italic=True, color="7F7F7F")
    states = DataValidation(type="list", formula1="Lists!$A$2:$A$5")
    domains = DataValidation(type="list", formula1="Lists!$B$2:$B$5")
    states.add("F7:F40")
    domains.add("B7:B40")
    sheet.add_data_validation(states)
    sheet.add_data_validation(domains)
    true = truths(sheet, "C", ref="A")
    free = {"group": ANY, "update": ANY}
    actions = (
        true(7, leads("Chief Nursing Information Officer"), on("2025-12-31"), state="in_progress", **free),
        true(8, leads("Head of Outpatients"), on("2025-09-30"), state="completed", **free),
        true(9, leads("Head of Wellbeing"), on("2026-03-31"), state="not_started", **free),
        true(10, leads("Director of People"), on("2025-10-31"), state="not_stated", **free),
        true(11, leads("Company Secretary"), on("2025-06-30"), state="completed", **free),
    )
    unplaced = cells_of(how, "A1:A4") | cells_of(lists, "A1:B5")
    rest = cells_of(sheet, "A1:B2", "A5:G6", "A12:F13")
    truth = Truth(actions, perhaps_unplaced=unplaced | rest, period=FINANCIAL_2025)
    return "ICS inclusion template return.xlsx", saved(book), truth


def sub_actions_under_parents() -> Plan:
    """A women's hospital: 1a and 1b stand under a line that is only a heading, 2a to 2c under one that is an action."""
    book, (sheet,) = a_workbook("Maternity equity")
    draw(
        sheet,
        """
        1: Queen Edith Women's Hospital: Maternity equity and equality plan 2025/26
        3: Ref | Action | Lead | Due date | Status | Comments
        4: 1 | Listen to women who are seldom heard | | | |
        5: 1a | Hold a monthly meeting with Somali and Sudanese mothers | Consultant Midwife | 31/12/2025 | In progress | Four held.
        6: 1b | Pay members of the Maternity Voices Partnership for their time | Head of Patient Experience | 30/06/2025 | Completed |
        7: 2 | Deliver continuity of carer in the three most deprived areas | Director of Midwifery | 31/03/2026 | In progress | Two teams formed.
        8: 2a | Recruit a third team | Matron, Community | 30/09/2025 | Not started | Advert closed without a field.
        9: 2b | Train team members in cultural safety | Practice Development Midwife | 31/01/2026 | In progress |
        10: 2c | Move the teams into the family hubs | Head of Estates | Q4 2025/26 | Not started |
        11: 3 | Improve our data | | | |
        12: 3(i) | Record ethnicity at booking for 98% of women | Digital Midwife | 31/10/2025 | In progress | 95% in October.
        13: 3(ii) | Review each serious incident by ethnicity and postcode | Patient Safety Lead | Ongoing | In progress |
        """,
    )
    heading(sheet, 3)
    bold(sheet, *(f"{column}{row}" for row in (4, 7, 11) for column in "AB"))
    listen, data = "1 Listen to women who are seldom heard", "3 Improve our data"
    true = truths(sheet, "B", ref="A", update="F")
    actions = (
        true(5, leads("Consultant Midwife"), on("2025-12-31"), state="in_progress", group=listen),
        true(6, leads("Head of Patient Experience"), on("2025-06-30"), state="completed", group=listen),
        true(7, leads("Director of Midwifery"), on("2026-03-31"), state="in_progress", group=ANY),
        true(8, leads("Matron, Community"), on("2025-09-30"), state="not_started", group=ANY),
        true(9, leads("Practice Development Midwife"), on("2026-01-31"), state="in_progress", group=ANY),
        true(10, leads("Head of Estates"), in_quarter(4, 2025), state="not_started", group=ANY),
        true(12, leads("Digital Midwife"), on("2025-10-31"), state="in_progress", group=data),
        true(13, leads("Patient Safety Lead"), undated("ongoing"), state="in_progress", group=data),
    )
    return "Maternity equity plan.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


def merged_superseded_and_carried_forward() -> Plan:
    """A rehabilitation trust at mid-year: what is no longer pursued stays in its row, in words or struck through."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: Ashdown Rehabilitation NHS Trust – EDI plan 2025/26 (mid-year refresh)
        3: Ref | Action | Owner | Target date | Status
        4: 1.1 | Introduce a bystander course for all staff | Head of Learning | 31/12/2025 | In progress
        5: 1.2 | Hold a bystander lunch-and-learn | Head of Learning | 30/09/2025 | MERGED WITH 1.1
        6: 1.3 | Run bystander training | Head of EDI | 30/09/2025 | Duplicate
        7: 2.1 | Publish a civility charter | Head of EDI | 31/10/2025 | Superseded
        8: 2.2 | Renew the values-based recruitment toolkit | Head of Resourcing | Q4 2025/26 | Carry forward to 26/27
        9: 2.3 | Add inclusion questions to each interview | Head of Resourcing | 30/06/2025 | Closed - see 4.1
        10: 3.1 | Send the chairs of the networks on a national course | Head of EDI | 31/12/2025 | Not started
        11: 3.2 | Replace the prayer room carpet | Head of Estates | 31/08/2025 | Closed
        12: 4.1 | Rewrite the interview guide for panels | Head of Resourcing | 31/01/2026 | In progress
        13: 4.2 | Launch a podcast on inclusion | Head of Communications | 31/07/2025 | Withdrawn - no funding
        14: 4.3 | Host a disability history event | Disability Network | 18/12/2025 | On hold
        """,
    )
    heading(sheet, 3)
    for cell in sheet[10]:
        cell.font = Font(strike=True)
    sheet["A12"].fill = solid("F2F2F2")
    true = truths(sheet, "B", ref="A")
    actions = (
        true(4, leads("Head of Learning"), on("2025-12-31"), state="in_progress"),
        true(5, leads("Head of Learning"), on("2025-09-30"), state="not_stated", update=ANY, cancelled=None, pointer_to=ANY),
        true(6, leads("Head of EDI"), on("2025-09-30"), state="not_stated", cancelled=True),
        true(7, leads("Head of EDI"), on("2025-10-31"), state="not_stated", cancelled=True),
        true(8, leads("Head of Resourcing"), in_quarter(4, 2025), state=GOING, update=ANY),
        true(
            9, leads("Head of Resourcing"), on("2025-06-30"),
            state="not_stated|completed", update=ANY, cancelled=None, pointer_to=ANY,
        ),
        true(10, leads("Head of EDI"), on("2025-12-31"), state="not_started|not_stated", cancelled=True),
        true(11, leads("Head of Estates"), on("2025-08-31"), state="completed"),
        true(12, leads("Head of Resourcing"), on("2026-01-31"), state="in_progress"),
        true(13, leads("Head of Communications"), on("2025-07-31"), state="not_stated", update=ANY, cancelled=True),
        true(14, leads("Disability Network"), on("2025-12-18"), state=GOING),
    )  # fmt: skip
    called_off = tuple(("Plan", f"E{row}") for row in (5, 6, 7, 13))
    return "EDI plan mid-year.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025, findings_at=called_off)
