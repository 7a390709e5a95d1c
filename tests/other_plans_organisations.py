"""Plans of fourteen organisations, each with habits of its own."""

# ruff: noqa: E501 - rows of a drawing are as long as rows are

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

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


def with_results(content: bytes, **results: str | float) -> bytes:
    """Give formulas the results that Excel would have saved: sheet1_H6="Complete"."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item).decode() if item.filename.endswith(".xml") else old.read(item)
            for place, result in results.items():
                sheet, _, address = place.partition("_")
                if isinstance(part, str) and item.filename.endswith(f"/{sheet}.xml"):
                    part = _with_result(part, address, result)
            new.writestr(item, part)
    return packed.getvalue()


def _with_result(part: str, address: str, result: str | float) -> str:
    kind = ' t="str"' if isinstance(result, str) else ""
    made, count = re.subn(
        rf'<c r="{address}"([^>]*?)(?: t="\w+")?><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
        rf'<c r="{address}"\1{kind}><f>\2</f><v>{result}</v></c>',
        part,
    )
    assert count == 1, address
    return made


def coloured_if(condition: str, colour: str) -> Rule:
    """A conditional format that fills the cells where a condition holds: '$F6="Done"'."""
    return Rule(type="expression", formula=[condition], dxf=_filled(colour))


def coloured_where(value: str, colour: str) -> Rule:
    """A conditional format that fills the cells that say this."""
    return Rule(type="cellIs", operator="equal", formula=[f'"{value}"'], dxf=_filled(colour))


def _filled(colour: str) -> DifferentialStyle:
    return DifferentialStyle(fill=PatternFill("solid", bgColor=f"FF{colour}"))


def wres_and_wdes_side_sheets_of_an_acute_trust() -> Plan:
    """Acute: guidance first with the key, a blank column A, questions for headings, drop-down lists hidden last."""
    book, (guide, wres, wdes, lists) = a_workbook("READ ME FIRST", "WRES 25-26", "WDES 25-26", "Lists")
    draw(
        guide,
        """
        1: How to use this workbook
        2: Leads update their own rows by the 10th of each month. Please do not add columns.
        4: RAG | What it means
        5: Red | The date has been missed, or will be
        6: Amber | Some risk to the date
        7: Green | On track
        8: Blue | Completed, with evidence filed
        """,
    )
    draw(
        wres,
        """
        2: Meadowbank Hospitals NHS Foundation Trust
        3: Workforce Race Equality Standard: action plan for April 2025 to March 2026
        5: No. | Indicator | What do we need to do? | Who is responsible? | By when? | How are we doing? | RAG this month | Evidence
        6: #1 | Indicator 1: Staff in each pay band | Publish the profile of each division by band and ethnicity | Head of Workforce Intelligence | 30/09/2025 | Published on the intranet 26 September. | Blue | Intranet page 114
        7: #2 | | Set a representation goal for bands 8a to 9 with each divisional director | Deputy Chief People Officer¶Divisional Directors | 31/12/2025 | Three of five divisions have agreed theirs. | Amber | Minutes
        8: #3 | Indicator 2: Appointment from shortlisting | Use a structured scoring sheet for every interview at band 7 and above | Recruitment Manager | 31/10/2025 | Sheet is in draft; unions have asked for changes. | Red |
        9: #4 | | Offer interview practice to internal candidates | Widening Participation Lead, REACH Network | 31 Jan 2026 | 14 sessions held. | Green | Booking list
        10: #5 | Indicator 9: Board representation | Advertise the two non-executive vacancies through community partners | Company Secretary | | Vacancies fall in the new year. | |
        """,
        2,
    )
    draw(
        wdes,
        """
        1: Workforce Disability Equality Standard (WDES) action plan 2025/26
        3: Action | WDES metric | Lead(s) | Due | Status | Notes
        4: Buy a central fund for reasonable adjustments out of the Access to Work underspend | Metric 8 | Head of Occupational Health | @2025-09-30 | Delivered | £40k agreed in July
        5: Write a one-page guide to the adjustment passport for managers | Metric 8 | HR Policy Manager / Disability Staff Network | @2025-11-14 | Slipped | With the printers
        6: Add a question on reasonable adjustments to the appraisal form | Metric 8 | Head of Learning and Development | @2026-02-27 | Not yet begun |
        7: Review sickness triggers for staff with a long-term condition | Metric 3 | Head of Employee Relations | @2026-03-31 | Underway | Policy group meets in December
        8: Ask every leaver with a disability for an exit conversation | Metric 9a | People Advisers | Ongoing | Underway |
        """,
    )
    for sheet, row in ((wres, 5), (wdes, 3)):
        heading(sheet, row)
    for cell in wres[5]:
        cell.alignment = Alignment(wrap_text=True)
    draw(lists, "1: Status\n2: Not yet begun\n3: Underway\n4: Slipped\n5: Delivered")
    lists.sheet_state = "hidden"
    merge(wres, "B2:I2", "B3:I3", "C6:C7", "C8:C9")
    for word, colour in (("Red", "FF0000"), ("Amber", "FFC000"), ("Green", "00B050"), ("Blue", "0070C0")):
        wres.conditional_formatting.add("H6:H10", coloured_where(word, colour))
    bands, shortlist, board = (wres[place].value for place in ("C6", "C8", "C10"))
    true = truths(wres, "D", ref="B", update="G", kept="I")
    metric = truths(wdes, "A", kept="")
    actions = (
        true(6, leads("Head of Workforce Intelligence"), on("2025-09-30"), state="completed", stated_rag="blue", group=bands),
        true(7, leads("Deputy Chief People Officer", "Divisional Directors"), on("2025-12-31"), state=GOING, stated_rag="amber", group=bands),
        true(8, leads("Recruitment Manager"), on("2025-10-31"), state=GOING, stated_rag="red", group=shortlist),
        true(9, leads("Widening Participation Lead", "REACH Network"), on("2026-01-31"), state=GOING, stated_rag="green", group=shortlist),
        true(10, leads("Company Secretary"), undated("blank"), state=GOING, group=board),
        metric(4, leads("Head of Occupational Health"), on("2025-09-30"), state="completed", group="Metric 8", update=wdes["F4"].value),
        metric(5, leads("HR Policy Manager", "Disability Staff Network"), on("2025-11-14"), state=GOING, group="Metric 8", update=wdes["F5"].value),
        metric(6, leads("Head of Learning and Development"), on("2026-02-27"), state="not_started", group="Metric 8"),
        metric(7, leads("Head of Employee Relations"), on("2026-03-31"), state="in_progress", group="Metric 3", update=wdes["F7"].value),
        metric(8, leads("People Advisers"), undated("ongoing"), state="in_progress", group="Metric 9a"),
    )  # fmt: skip
    aside = cells_of(guide, "A1:B8") | cells_of(lists, "A1:A5")
    return "WRES WDES plans.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, period=FINANCIAL_2025)


def pcref_parts_as_bands_with_a_confidence_rating() -> Plan:
    """Mental health: bands across the table, a log of dated entries, colour without words and its key below."""
    book, (sheet,) = a_workbook("PCREF Plan")
    draw(
        sheet,
        """
        1: Patient and Carer Race Equality Framework (PCREF)
        2: Implementation plan 2025/26 and 2026/27
        4: Ref | Action required | Accountable | Supported by | Timeframe | Progress log | Confidence in delivery
        5: Part 1: Leadership and governance
        6: L1 | Name a non-executive director as PCREF champion and publish their annual statement | Trust Secretary | | Q1 25/26 | 12/05/25 – Champion named.¶03/09/25 – Statement on website. |
        7: L2 | Bring a PCREF report to Board twice a year | Chief Medical Officer | PCREF Steering Group; Race Equality Network | Every six months | 25/09/25 – First report taken. |
        8: L3 | Put race equality measures into each care group's performance review | Chief Operating Officer | Care Group Directors | Q3–Q4 25/26 | 14/10/25 – Measures agreed for two of four care groups. |
        9: Part 2: National organisational competencies
        10: C1 | Co-produce a cultural awareness programme with local Black-led organisations | Head of Organisational Development | Experts by Experience Group | By Sept 26 | 01/10/25 – Specification written. |
        11: C2 | Audit restrictive practice by ethnicity on every acute ward each month | Deputy Director of Nursing | Ward Managers | Monthly from October 2025 | October audit shows no change. |
        12: C3 | Agree with the police how section 136 data will be shared | Mental Health Law Manager | | TBC | Police lead has moved; waiting for a new contact. |
        13: Part 3: Patient and carer feedback mechanism
        14: F1 | Set up a feedback board chaired by a carer | Head of Patient Experience | Carers Forum & Healthwatch | 2026/27 | |
        16: Key to confidence
        17: | Green: high confidence
        18: | Amber: some confidence
        19: | Red: low confidence
        """,
    )
    heading(sheet, 4)
    merge(sheet, "A1:G1", "A2:G2", "A5:G5", "A9:G9", "A13:G13")
    paint(sheet, A5="D9E1F2", A9="D9E1F2", A13="D9E1F2", A17="92D050", A18="FFC000", A19="FF0000")
    paint(sheet, G6="92D050", G7="92D050", G8="FFC000", G10="92D050", G11="FFC000", G12="FF0000")
    one, two, three = (sheet[place].value for place in ("A5", "A9", "A13"))
    true = truths(sheet, "B", ref="A", update="F")
    actions = (
        true(6, leads("Trust Secretary"), in_quarter(1, 2025), state=ANY, stated_rag="green", group=one),
        true(
            7, leads("Chief Medical Officer") + supports("PCREF Steering Group", "Race Equality Network"),
            undated("recurring"), state=GOING, stated_rag="green", group=one,
        ),
        true(
            8, leads("Chief Operating Officer") + supports("Care Group Directors"),
            spread("2025-10-01", "2026-03-31"), state=GOING, stated_rag="amber", group=one,
        ),
        true(
            10, leads("Head of Organisational Development") + supports("Experts by Experience Group"),
            by_end_of("2026-09"), state=GOING, stated_rag="green", group=two,
        ),
        true(
            11, leads("Deputy Director of Nursing") + supports("Ward Managers"),
            undated("recurring"), state=GOING, stated_rag="amber", group=two,
        ),
        true(12, leads("Mental Health Law Manager"), undated("undecided"), state=GOING, stated_rag="red", group=two),
        true(
            14, leads("Head of Patient Experience") + supports("Carers Forum", "Healthwatch"),
            through_year(2026), state=GOING, group=three,
        ),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A16:B19"), cells=non_empty(sheet))
    return "PCREF implementation plan.xlsx", saved(book), truth


def sexual_safety_charter_with_shares_done() -> Plan:
    """Ambulance: headings in the first row, true dates, shares done, a formula that says complete, totals below."""
    book, (sheet,) = a_workbook("Charter")
    draw(
        sheet,
        """
        1: | Charter commitment | Action | SRO | Delivery lead(s) | Start | End | % done | Complete? | Days left | Latest position
        2: #1 | Commitment 1: We will actively work to eradicate sexual harassment | Publish a statement from the Chief Executive and the Chair | Chief Executive | Head of Communications | @2025-04-01 | @2025-05-30 | #1.0 | =IF(H2=1,"Y","N") | =G2-TODAY() | Published 19 May.
        3: #2 | Commitment 1: We will actively work to eradicate sexual harassment | Put posters and a reporting code in every station and vehicle | Director of Operations | Station Managers / Fleet Manager | @2025-06-02 | @2025-11-28 | #0.75 | =IF(H3=1,"Y","N") | =G3-TODAY() | All stations done, vehicles two thirds.
        4: #3 | Commitment 4: We will support those who are affected | Train 40 sexual safety supporters from all staff groups | Director of People | Freedom to Speak Up Guardian + Head of Wellbeing | @2025-09-01 | @2026-02-27 | #0.4 | =IF(H4=1,"Y","N") | =G4-TODAY() | 16 trained.
        5: #4 | Commitment 4: We will support those who are affected | Agree a pathway with the regional sexual assault referral centre | Director of Nursing | Safeguarding Team | @2025-12-01 | @2026-03-31 | #0.0 | =IF(H5=1,"Y","N") | =G5-TODAY() |
        6: #5 | Commitment 7: We will ensure appropriate reporting mechanisms | Open an anonymous route for reports | Director of People | Digital Team | @2025-05-01 | @2025-08-29 | #0.9 | =IF(H6=1,"Y","N") | =G6-TODAY() | Built; information governance has yet to sign.
        7: #6 | Commitment 10: We will capture and share data | Report cases and outcomes to the People and Culture Committee each quarter | Director of People | Head of Employee Relations | | @2026-03-31 | #0.5 | =IF(H7=1,"Y","N") | =G7-TODAY() | Two of four reports made.
        9: | | Number of actions | | | | | #6
        10: | | Average done | | | | | #0.59
        """,
    )
    sheet["A1"] = "#"
    heading(sheet, 1)
    results: dict[str, str | float] = {}
    for row in range(2, 8):
        sheet[f"H{row}"].number_format = "0%"
        results[f"sheet1_I{row}"] = "Y" if row == 2 else "N"
        results[f"sheet1_J{row}"] = (-184, -2, 89, 121, -93, 121)[row - 2]
    sheet["H10"].number_format = "0%"
    true = truths(sheet, "C", ref="A", update="K")
    first, fourth, seventh, tenth = (sheet[place].value for place in ("B2", "B4", "B6", "B7"))
    actions = (
        true(
            2, leads("Chief Executive") + either_part("Head of Communications"),
            (on("2025-05-30"), spread("2025-04-01", "2025-05-30")), state="completed", group=first,
        ),
        true(
            3, leads("Director of Operations") + either_part("Station Managers", "Fleet Manager"),
            (on("2025-11-28"), spread("2025-06-02", "2025-11-28")), state="in_progress", group=first,
        ),
        true(
            4, leads("Director of People") + either_part("Freedom to Speak Up Guardian", "Head of Wellbeing"),
            (on("2026-02-27"), spread("2025-09-01", "2026-02-27")), state="in_progress", group=fourth,
        ),
        true(
            5, leads("Director of Nursing") + either_part("Safeguarding Team"),
            (on("2026-03-31"), spread("2025-12-01", "2026-03-31")), state="not_started", group=fourth,
        ),
        true(
            6, leads("Director of People") + either_part("Digital Team"),
            (on("2025-08-29"), spread("2025-05-01", "2025-08-29")), state="in_progress", group=seventh,
        ),
        true(
            7, leads("Director of People") + either_part("Head of Employee Relations"),
            on("2026-03-31"), state="in_progress", group=tenth,
        ),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "C9:H10"), cells=non_empty(sheet))
    return "Sexual safety charter.xlsx", with_results(saved(book), **results), truth


def accessible_information_and_adjustments_in_one_sheet() -> Plan:
    """Community: two tables with different headings on one sheet, each under its name, the key beside the first."""
    book, (sheet,) = a_workbook("AIS and RA")
    draw(
        sheet,
        """
        1: Accessible Information Standard and reasonable adjustments: improvement plan
        2: Version 0.7, updated 14 November 2025 by the Patient Experience Team
        4: Table 1: Accessible Information Standard
        5: Step | Action | Team | Target date | Progress | | Key
        6: Identify | Ask about information needs at first contact in every service | Patient Experience Team | 31-Oct-25 | Complete | | Complete
        7: Record | Add the coded fields to the three remaining community templates | Digital Services / Health Records | End of November 2025 | In progress | | In progress
        8: Flag | Show the need at the top of each record | Digital Services | End of January 2026 | In progress | | Not started
        9: Share | Include the need in every onward referral | Health Records | 31-Mar-26 | Not started
        10: Meet | Place an easy read and large print order line with one supplier | Procurement; Patient Experience Team | 30-Sep-25 | In progress
        12: Table 2: Reasonable adjustments digital flag
        13: Action | Owner | Deadline | % complete | Comments and next steps | Risks
        14: Publish the flag on the shared care record | Chief Clinical Information Officer | @2025-12-19 | #0.8 | Supplier has a fix in test. | Supplier capacity
        15: Train reception staff at the 14 health centres | Locality Managers (North, South and Coast) | @2026-02-28 | #0.25 | Coast is done. | Winter pressures
        16: Check a sample of 50 records for adjustments made | Clinical Audit Lead | @2026-04-30 | #0 | |
        17: Tell the public what a flag is and how to ask for one | Communications Team with Learning Disability Liaison Nurses | @2025-10-31 | #1 | Film and leaflet are out. |
        """,
    )
    heading(sheet, 5, 13)
    bold(sheet, "A4", "A12", "A1")
    merge(sheet, "A1:F1", "A4:E4", "A12:F12")
    for row in range(14, 18):
        sheet[f"D{row}"].number_format = "0%"
    paint(
        sheet, G6="92D050", G7="FFC000", G8="D9D9D9", E6="92D050", E7="FFC000", E8="FFC000", E9="D9D9D9", E10="FFC000"
    )
    first = truths(sheet, "B", kept="A")
    second = truths(sheet, "A", update="E", kept="F")
    actions = (
        first(6, leads("Patient Experience Team"), on("2025-10-31"), state="completed", group=ANY),
        first(7, leads("Digital Services", "Health Records"), by_end_of("2025-11"), state="in_progress", group=ANY),
        first(8, leads("Digital Services"), by_end_of("2026-01"), state="in_progress", group=ANY),
        first(9, leads("Health Records"), on("2026-03-31"), state="not_started", group=ANY),
        first(10, leads("Procurement", "Patient Experience Team"), on("2025-09-30"), state="in_progress", group=ANY),
        second(14, leads("Chief Clinical Information Officer"), on("2025-12-19"), state="in_progress", group=ANY),
        second(15, ANY_OWNERS, on("2026-02-28"), state="in_progress", group=ANY),
        second(16, leads("Clinical Audit Lead"), on("2026-04-30"), state="not_started", group=ANY),
        second(
            17, either_part("Communications Team", "Learning Disability Liaison Nurses"), on("2025-10-31"),
            state="completed", group=ANY,
        ),
    )  # fmt: skip
    aside = cells_of(sheet, "A2", "A4", "A12", "G5:G8")
    return "AIS RA plan.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))


def equality_objectives_with_quarters_ticked() -> Plan:
    """Integrated care board: the quarters are columns under the year, crossed where the work falls."""
    book, (sheet,) = a_workbook("PSED objectives")
    draw(
        sheet,
        """
        1: Equality objectives 2025/26 – delivery plan
        2: Public Sector Equality Duty (PSED)
        4: Equality objective | What we will do | Lead | 2025/26 | | | | Status | Comments
        5: | | | Q1 | Q2 | Q3 | Q4 | |
        6: Objective 1: Know our communities | Publish a map of who lives in each neighbourhood by protected characteristic | Head of Population Health | x | | | | Completed | On website
        7: | Fill the gaps in ethnicity coding at the 20 practices with the lowest rates | Director of Primary Care, with the Data Quality team | | x | x | | On schedule | 11 of 20 practices
        8: | Hold a listening event in each place | Place Directors | x | x | x | x | On schedule | Six held
        9: Objective 2: Fair commissioning | Have an equality impact assessment for every decision over £1m | Chief Finance Officer | | x | | | Delayed | Template not agreed
        10: | Train commissioners to read an equality impact assessment | Head of Equality and Inclusion | | | | x | Not started |
        11: Objective 3: A workforce that looks like us | Run reverse mentoring for all directors | Chief People Officer | | | x | x | On schedule | Nine pairs
        12: | Review the scheme against the evidence | As above | | | | | Not started | After first cohort
        """,
    )
    heading(sheet, 4, 5)
    merge(sheet, "A4:A5", "B4:B5", "C4:C5", "D4:G4", "H4:H5", "I4:I5", "A6:A8", "A9:A10", "A11:A12")
    one, two, three = (sheet[place].value for place in ("A6", "A9", "A11"))
    true = truths(sheet, "B", update="I")
    actions = (
        true(6, leads("Head of Population Health"), in_quarter(1, 2025), state="completed", group=one),
        true(
            7, either_part("Director of Primary Care", "Data Quality team"), spread("2025-07-01", "2025-12-31"),
            state=GOING, group=one,
        ),
        true(8, leads("Place Directors"), through_year(), state=GOING, group=one),
        true(9, leads("Chief Finance Officer"), in_quarter(2, 2025), state=GOING, group=two),
        true(10, leads("Head of Equality and Inclusion"), in_quarter(4, 2025), state="not_started", group=two),
        true(11, leads("Chief People Officer"), spread("2025-10-01", "2026-03-31"), state=GOING, group=three),
        true(12, leads("Chief People Officer"), undated("blank"), state="not_started", group=three),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A2"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "PSED objectives.xlsx", saved(book), truth


def pay_gap_actions_exported_by_a_support_unit() -> Plan:
    """Commissioning support unit: a .csv with two lines of title, drivers not repeated, a line of approval below."""
    name = "Pay gap actions"
    text = """\
"Gender, ethnicity and disability pay gaps: action plan 2025/26",,,,,,
"Southern Counties Commissioning Support Unit",,,,,,
,,,,,,
Driver,What we will do,Who by,Start,Finish,Where we are now,Done?
Fewer women in the upper quartile,"Offer every role at band 8a and above as flexible, part time or a job share",Head of Resourcing,01/04/2025,31/12/2025,"Adverts changed in May; 4 of 31 roles filled part time",Partly
,Give shortlisting panels the pay quartile figures for their team,HR Analytics Lead,01/07/2025,30/09/2025,Given to all panels since August,Yes
,"Start a returners' scheme, with a mentor for each returner","Head of Talent; Women's Network",,Feb 2026,,No
Bonus payments,Review the long service award by gender and by ethnicity,Reward Manager,01/09/2025,28/11/2025,"Data pulled,
analysis to follow",Partly
,Report the bonus gap to the Remuneration Committee,"Reward Manager and Chief Finance Officer",,Before the next snapshot date,,No
Self-reporting,Run a campaign so that nine in ten staff share their disability status,Head of Inclusion,01/04/2025,Ongoing,"Share is 71%, up from 64%",Partly
,,,,,,
Approved by the Remuneration Committee on 4 June 2025,,,,,,
"""
    rows = {
        5: "Offer every role at band 8a and above as flexible, part time or a job share",
        6: "Give shortlisting panels the pay quartile figures for their team",
        7: "Start a returners' scheme, with a mentor for each returner",
        8: "Review the long service award by gender and by ethnicity",
        9: "Report the bonus gap to the Remuneration Committee",
        10: "Run a campaign so that nine in ten staff share their disability status",
    }
    _, (sheet,) = a_workbook(name)
    for row, words in rows.items():
        sheet[f"B{row}"] = words
    true = truths(sheet, "B")
    quartile, bonus = "Fewer women in the upper quartile", "Bonus payments"
    actions = (
        true(
            5, leads("Head of Resourcing"), (on("2025-12-31"), spread("2025-04-01", "2025-12-31")),
            state="in_progress", group=quartile, update="Adverts changed in May; 4 of 31 roles filled part time",
        ),
        true(
            6, leads("HR Analytics Lead"), (on("2025-09-30"), spread("2025-07-01", "2025-09-30")),
            state="completed", group=quartile, update="Given to all panels since August",
        ),
        true(7, leads("Head of Talent", "Women's Network"), in_month("2026-02"), state=GOING, group=quartile),
        true(
            8, leads("Reward Manager"), (on("2025-11-28"), spread("2025-09-01", "2025-11-28")),
            state="in_progress", group=bonus, update="Data pulled, analysis to follow",
        ),
        true(
            9, leads("Reward Manager", "Chief Finance Officer"), (undated("conditional"), undated("unreadable")),
            state=GOING, group=bonus,
        ),
        true(
            10, leads("Head of Inclusion"), undated("ongoing"), state="in_progress", group="Self-reporting",
            update="Share is 71%, up from 64%",
        ),
    )  # fmt: skip
    note = frozenset({(name, "A12"), (name, "A13"), (name, "A2")})
    truth = Truth(actions, perhaps_unplaced=note, period=FINANCIAL_2025)
    return f"{name}.csv", text.encode("utf-8-sig"), truth


def inclusive_recruitment_log_live_and_closed() -> Plan:
    """Arm's-length body: a log of live and closed actions, first and revised deadlines, BRAG as numbers with a key."""
    book, (live, closed, board) = a_workbook("Live", "Closed", "Dashboard")
    draw(
        live,
        """
        1: Inclusive Recruitment Programme – action log (live)
        3: Action ID | Workstream | Action description | Action owner | Date added | Original deadline | Revised deadline | Times replanned | BRAG | Commentary
        4: IR-003 | Attraction | Rewrite the careers site in plain English and test it with screen reader users | Talent Acquisition Lead | @2025-02-03 | @2025-06-30 | @2025-12-31 | #2 | #2 | Testing found 14 faults; nine fixed.
        5: IR-007 | Selection | Send interview questions to all candidates 48 hours before | Recruitment Operations Manager | @2025-03-17 | @2025-09-30 | | #0 | #1 | System change refused by supplier.
        6: IR-009 | Selection | Bring an independent panel member into every senior interview | Deputy Director, Workforce | @2025-03-17 | @2026-01-30 | | #0 | #3 | Pool of 22 trained.
        7: IR-011 | Onboarding | Ask each starter about adjustments before day one | Onboarding Team/Estates | @2025-04-28 | @2025-10-31 | @2026-02-27 | #1 | #3 | Form goes live in January.
        8: IR-012 | Onboarding | Give each starter an accessibility contact | Head of Workplace | @2025-04-28 | @2025-11-30 | | #0 | #2 |
        9: IR-014 | Attraction | Pay travel for interview candidates on low incomes | Finance Business Partner | @2025-07-07 | TBC | | #0 | | Cost not known yet.
        11: BRAG: | #4 | Blue – complete
        12: | #3 | Green – on track
        13: | #2 | Amber – some risk
        14: | #1 | Red – off track
        """,
    )
    draw(
        closed,
        """
        1: Inclusive Recruitment Programme – action log (closed)
        3: Action ID | Workstream | Action description | Action owner | Deadline | Date closed | Evidence
        4: IR-001 | Attraction | Advertise all posts with a disability charity's jobs board | Talent Acquisition Lead | @2025-03-31 | @2025-03-20 | Contract signed
        5: IR-002 | Selection | Remove the degree requirement from grades 4 to 6 | Reward and Grading Manager | @2025-04-30 | @2025-05-21 | Policy v3
        6: IR-005 | Onboarding | Publish a guide to the building for visitors with sensory needs | Head of Workplace | @2025-07-31 | @2025-07-28 | Guide on intranet
        """,
    )
    draw(
        board,
        """
        1: Dashboard
        3: Workstream | Live | Closed
        4: Attraction | =COUNTIF(Live!B:B,A4) | =COUNTIF(Closed!B:B,A4)
        5: Selection | =COUNTIF(Live!B:B,A5) | =COUNTIF(Closed!B:B,A5)
        6: Onboarding | =COUNTIF(Live!B:B,A6) | =COUNTIF(Closed!B:B,A6)
        """,
    )
    heading(live, 3)
    heading(closed, 3)
    for sheet in (live, closed):
        for row in sheet.iter_rows(min_row=4, max_row=9):
            for cell in row:
                if isinstance(cell.value, date):
                    cell.number_format = "dd/mm/yyyy"
    true = truths(live, "C", ref="A", update="J")
    done = truths(closed, "C", ref="A", kept="G")
    over = {"state": "completed"}
    results = {f"sheet3_{column}{row}": 2 for column in "BC" for row in (4, 5, 6)}
    actions = (
        true(4, leads("Talent Acquisition Lead"), on("2025-12-31", "2025-06-30"), state=GOING, stated_rag="amber", group="Attraction"),
        true(5, leads("Recruitment Operations Manager"), on("2025-09-30"), state=GOING, stated_rag="red", group="Selection"),
        true(6, leads("Deputy Director, Workforce"), on("2026-01-30"), state=GOING, stated_rag="green", group="Selection"),
        true(7, leads("Onboarding Team", "Estates"), on("2026-02-27", "2025-10-31"), state=GOING, stated_rag="green", group="Onboarding"),
        true(8, leads("Head of Workplace"), on("2025-11-30"), state=GOING, stated_rag="amber", group="Onboarding"),
        true(9, leads("Finance Business Partner"), undated("undecided"), state=GOING, group="Attraction"),
        done(4, leads("Talent Acquisition Lead"), on("2025-03-31"), group="Attraction", **over),
        done(5, leads("Reward and Grading Manager"), on("2025-04-30"), group="Selection", **over),
        done(6, leads("Head of Workplace"), on("2025-07-31"), group="Onboarding", **over),
    )  # fmt: skip
    aside = cells_of(live, "A11:C14") | cells_of(board, "A1:C6")
    content = with_results(saved(book), **results)
    return "Inclusive recruitment log.xlsx", content, Truth(actions, perhaps_unplaced=aside)


def high_impact_actions_rated_each_quarter() -> Plan:
    """University hospital group: a rating and an update for each quarter under two heading rows, a column hidden."""
    book, (sheet,) = a_workbook("HIA tracker")
    draw(
        sheet,
        """
        1: Group EDI Improvement Plan 2025/26: six High Impact Actions
        3: High Impact Action | Action | Executive lead | Delivery lead | Deadline | Budget code | Quarter 1 | | Quarter 2 | | Quarter 3 |
        4: | | | | | | RAG | Update | RAG | Update | RAG | Update
        5: HIA 1¶Measurable objectives for the Board | Each member of the Group Board to hold one EDI objective | Group Chair | Group Director of Corporate Affairs | @2025-06-30 | X101 | G | 11 of 14 set. | B | All 14 set and published. | |
        6: | Review the objectives at mid-year | Group Chair | Group Director of Corporate Affairs | @2025-11-28 | X101 | G | Not due yet. | G | Dates are in diaries. | A | Nine of 14 reviewed.
        7: HIA 2¶Fair and inclusive recruitment | Set goals for ethnicity at each grade for each hospital | Group Chief People Officer | Hospital HR Directors | @2025-09-30 | X104 | A | Data differs between hospitals. | R | Two hospitals have no goals. | R | One hospital has no goals.
        8: | Move all hospitals to one applicant system | Group Chief People Officer | Head of People Systems | @2026-06-30 | X104 | G | Contract signed. | G | First hospital is live. | |
        9: HIA 6¶Bullying, discrimination and harassment | Bring one reporting tool to all four hospitals | Group Chief Nurse | Freedom to Speak Up Guardians | @2026-03-31 | X110 | | | A | Tool chosen. | G | Contract let; training booked.
        10: | Publish what was done about each theme | Group Chief Nurse | Group Head of Communications | @2026-03-31 | X110 | | | | | |
        """,
    )
    heading(sheet, 3, 4)
    merge(sheet, "A1:L1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:H3", "I3:J3", "K3:L3")
    merge(sheet, "A5:A6", "A7:A8", "A9:A10")
    sheet.column_dimensions["F"].hidden = True
    for row in range(5, 11):
        sheet[f"E{row}"].number_format = "d mmm yyyy"
    for letter, colour in (("B", "00B0F0"), ("G", "92D050"), ("A", "FFC000"), ("R", "FF0000")):
        for area in ("G5:G10", "I5:I10", "K5:K10"):
            rule = coloured_where(letter, colour)
            sheet.conditional_formatting.add(area, rule)
    one, two, six = (sheet[place].value for place in ("A5", "A7", "A9"))
    true = truths(sheet, "B", kept="FHJL")
    chair = leads("Group Chair") + either_part("Group Director of Corporate Affairs")
    facts = {"update": ANY}
    actions = (
        true(5, chair, on("2025-06-30"), state="completed|not_stated", stated_rag="blue", group=one, **facts),
        true(6, chair, on("2025-11-28"), state=GOING, stated_rag="amber", group=one, **facts),
        true(
            7, leads("Group Chief People Officer") + either_part("Hospital HR Directors"), on("2025-09-30"),
            state=GOING, stated_rag="red", group=two, **facts,
        ),
        true(
            8, leads("Group Chief People Officer") + either_part("Head of People Systems"), on("2026-06-30"),
            state=GOING, stated_rag="green", group=two, **facts,
        ),
        true(
            9, leads("Group Chief Nurse") + either_part("Freedom to Speak Up Guardians"), on("2026-03-31"),
            state=GOING, stated_rag="green", group=six, **facts,
        ),
        true(
            10, leads("Group Chief Nurse") + either_part("Group Head of Communications"), on("2026-03-31"),
            state=GOING, group=six, **facts,
        ),
    )  # fmt: skip
    truth = Truth(actions, cells=non_empty(sheet), period=FINANCIAL_2025, said=("hidden|not shown",))
    return "Group HIA tracker.xlsx", saved(book), truth


def a_hospice_says_what_it_will_do_and_why() -> Plan:
    """Hospice: no word of the trade in the headings, times in everyday words, an action struck through."""
    book, (sheet,) = a_workbook("Sheet1")
    draw(
        sheet,
        """
        1: Equality, Diversity & Inclusion – our promises 2025-26
        3: We will… | Because… | Lead | Timescale | How will we know? | Where are we?
        4: Ask every new patient and family what matters to them about faith and culture | Families told us that we guess | Spiritual Care Lead | By 31st January 2026 | Recorded for nine in ten patients | In progress: form is on trial
        5: Translate the welcome booklet into four languages | One in six referrals needs an interpreter | Communications Officer | Jan 26 | Booklets in use | Not started
        6: Hold a faith week | Suggested by volunteers | Chaplaincy | Spring 2026 | Attendance | Dropped
        7: Train all volunteers in trans awareness | Two complaints last year | Volunteer Manager | Sept 2025 | Training record | Completed July 2025
        8: Widen the doors of the day room | Wheelchair users cannot pass | Facilities Manager | When the new wing opens | Doors widened | Not started
        9: Look at our pay by gender and by ethnicity | We are small but should know | Finance Director | Each year, in March | Report to trustees | In progress
        10: Find two trustees who come from the communities we do not reach | The board does not look like the town | Chair of Trustees / Nominations Committee | ASAP | Trustees in post | On hold
        11: Put a quiet room on the ground floor for prayer and rest | Staff and visitors use a store room | Facilities Manager | | Room open | In progress
        13: Agreed by the trustees on 15 May 2025
        """,
    )
    heading(sheet, 3)
    gone = TextBlock(InlineFont(strike=True), "30/09/2025")
    sheet["D11"] = CellRichText(gone, " 30/11/2025")
    for column in "ABCDEF":
        sheet[f"{column}6"].font = Font(strike=True)
    true = truths(sheet, "A", kept="BE")
    facts = {"update": ANY, "group": None}
    actions = (
        true(4, leads("Spiritual Care Lead"), on("2026-01-31"), state="in_progress", **facts),
        true(5, leads("Communications Officer"), in_month("2026-01"), state="not_started", **facts),
        true(
            6, leads("Chaplaincy"), (undated("unreadable"), undated("ambiguous"), TARGETS_OF_A_SEASON), state=ANY,
            cancelled=True, **facts,
        ),
        true(7, leads("Volunteer Manager"), in_month("2025-09"), state="completed", **facts),
        true(8, leads("Facilities Manager"), undated("conditional"), state="not_started", **facts),
        true(
            9, leads("Finance Director"), (undated("recurring"), undated("ambiguous"), undated("unreadable")),
            state="in_progress", **facts,
        ),
        true(
            10, leads("Chair of Trustees", "Nominations Committee"),
            (undated("undecided"), undated("unreadable"), undated("conditional")), state=GOING, **facts,
        ),
        true(11, leads("Facilities Manager"), (on("2025-11-30"), on("2025-11-30", "2025-09-30")), state="in_progress", **facts),
    )  # fmt: skip
    truth = Truth(actions, perhaps_unplaced=cells_of(sheet, "A13"), cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDI promises.xlsx", saved(book), truth


TARGETS_OF_A_SEASON = spread(ANY, ANY, "dated")


def anti_racism_framework_of_a_council_partnership() -> Plan:
    """Health and council partnership: a .tsv with an organisation and an officer for each line, months as Excel types."""
    name = "Anti-racism partnership plan"
    lines = (
        "Ref|Theme|Commitment|Lead organisation|Lead officer|Start date|Target date|Status|Last update",
        "AR1|Leadership|Every partner signs the joint statement and names a lead|County Council|Director of Public Health|Apr-25|Jun-25|Complete|All seven partners have signed",
        "AR2|Leadership|Boards of all partners do the same half day on racism|Health and Care Trust|Chief Executive|Sep-25|Mar-26|In progress|Four of seven boards done",
        "AR3|Data|One agreed list of ethnic categories is used by all partners|Integrated Care Board|Chief Data Officer|01/07/2025|31/10/2025|Behind plan|Housing records still differ",
        "AR4|Data|Publish one set of figures each spring|County Council|Head of Insight and Performance|2026/27|2026/27|Not due|",
        "AR5|Employment|Set up a joint panel to hear grievances about racism|Health and Care Trust|Director of People|tbc|tbc|Not started|Legal advice sought",
        "AR6|Employment|Guarantee an interview to graduates of the community leaders scheme|Voluntary Sector Alliance|Chief Officer|01.10.2025|30.09.2026|In progress|First cohort of 12",
        "AR7|Communities|Pay community researchers for their time|Integrated Care Board|Head of Engagement||Ongoing|In progress|Rate agreed",
    )
    _, (sheet,) = a_workbook(name)
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line.split("|"), 1):
            sheet.cell(row, column, words or None)
    true = truths(sheet, "C", ref="A", group="B", update="I", kept="D")
    actions = (
        true(2, leads("Director of Public Health"), (in_month("2025-06"), spread("2025-04-01", "2025-06-30")), state="completed"),
        true(3, leads("Chief Executive"), (in_month("2026-03"), spread("2025-09-01", "2026-03-31")), state="in_progress"),
        true(4, leads("Chief Data Officer"), (on("2025-10-31"), spread("2025-07-01", "2025-10-31")), state=GOING),
        true(5, leads("Head of Insight and Performance"), through_year(2026), state=GOING),
        true(6, leads("Director of People"), undated("undecided"), state="not_started"),
        true(7, leads("Chief Officer"), (on("2026-09-30"), spread("2025-10-01", "2026-09-30")), state="in_progress"),
        true(8, leads("Head of Engagement"), undated("ongoing"), state="in_progress"),
    )  # fmt: skip
    content = "\r\n".join(line.replace("|", "\t") for line in lines).encode() + b"\r\n"
    return f"{name}.tsv", content, Truth(actions)


def rainbow_badge_recommendations_with_numbered_steps() -> Plan:
    """Children's hospital, .xlsm: numbered steps, owners and dates in one cell, a filtered row, a comment, an old sheet."""
    book, (sheet, old) = a_workbook("Action Plan", "Action Plan 2023")
    draw(
        sheet,
        """
        1: NHS Rainbow Badge Phase II – Action Plan | | | | | | | Key
        2: Last reviewed by LGBTQ+ Inclusion Group: 6 November 2025 | | | | | | | Completed
        3: | | | | | | | On track
        4: Rec. | Recommendation | Actions | By whom | By when | RAG | Outcome so far | Overdue
        5: R1 | Policies use inclusive language | 1. Check all 62 people policies.¶2. Change those that say "mother and father". | 1. HR Policy Lead¶2. LGBTQ+ Network | @2025-07-31 | | All 62 checked and changed.
        6: R2 | Monitoring of sexual orientation and trans status | Add two questions to the patient survey, with advice for children under 16 | Head of Patient Experience¶Head of Safeguarding | @2025-10-31 | | Safeguarding has asked for more time.
        7: R3 | Staff know what to do | 1. Write a short film.¶2. Put it in induction.¶3. Count who has seen it. | Learning & Development Manager | @2026-02-28 | | Film is being cut.
        8: R4 | Visible commitment | Fly the progress flag in February and June | Estates / Communications | @2026-06-30 | | February is booked.
        9: R5 | Support for parents and carers | Hold a drop-in for LGBTQ+ parents each quarter | LGBTQ+ Network Chair(s) | Quarterly | | Two held.
        10: R6 | Gender identity services for young people | Publish how we will support young people who wait for a national clinic | Chief Medical Officer | Awaiting NHS England guidance | | Guidance expected in 2026.
        """,
    )
    draw(
        old,
        """
        1: NHS Rainbow Badge – Action Plan 2023
        3: Rec. | Recommendation | Actions | By whom | By when
        4: R1 | Policies use inclusive language | Check the ten policies that staff use most | HR Policy Lead | @2023-12-31
        5: R2 | Visible commitment | Give every ward a badge stand | Ward Managers | @2023-06-30
        """,
    )
    old.sheet_state = "hidden"
    heading(sheet, 4)
    paint(sheet, H2="0070C0", H3="92D050", H4="FF0000")
    sheet["H4"].font = Font(bold=False)
    paint(sheet, F5="0070C0", F6="FF0000", F7="92D050", F8="92D050", F9="92D050")
    sheet.row_dimensions[8].hidden = True
    sheet["E7"].comment = Comment("Network asked for May instead; not agreed yet", "Secretary")
    true = truths(sheet, "C", ref="A", update="G", kept="B")
    facts = {"group": ANY}
    network = either_part("HR Policy Lead", "LGBTQ+ Network")
    actions = (
        true(5, network, on("2025-07-31"), state="completed", stated_rag=ANY, **facts),
        true(6, leads("Head of Patient Experience", "Head of Safeguarding"), on("2025-10-31"), state=GOING, stated_rag="red", **facts),
        true(7, leads("Learning & Development Manager"), on("2026-02-28"), state=GOING, stated_rag="green", **facts),
        true(8, leads("Estates", "Communications"), on("2026-06-30"), state=GOING, stated_rag="green", **facts),
        true(9, leads("LGBTQ+ Network Chair(s)"), undated("recurring"), state=GOING, stated_rag="green", **facts),
        true(10, leads("Chief Medical Officer"), (undated("conditional"), undated("undecided")), state=GOING, **facts),
    )  # fmt: skip
    aside = cells_of(sheet, "A2", "H1:H4") | cells_of(old, "A1:E5")
    truth = Truth(actions, perhaps_unplaced=aside, said=("hidden|not shown", "comment"))
    return "Rainbow Badge action plan.xlsm", saved(book), truth


def staff_networks_a_sheet_each_in_their_own_words() -> Plan:
    """Community and mental health: each network has its sheet and its headings; a summary counts them by formula."""
    names = ("Summary", "REACH", "Disability", "Rainbow", "Women")
    book, (summary, reach, disability, rainbow, women) = a_workbook(*names)
    draw(
        summary,
        """
        1: Staff network plans 2025/26 – summary for the EDI Committee
        3: Network | Executive sponsor | Actions | Done
        4: REACH | Chief Operating Officer | =COUNTA(REACH!B6:B20) | =COUNTIF(REACH!F6:F20,"Done")
        5: Disability | Chief Finance Officer | =COUNTA(Disability!A4:A20) | =COUNTIF(Disability!E4:E20,"Yes")
        6: Rainbow | Medical Director | =COUNTA(Rainbow!A4:A20) | #0
        7: Women | Chief Nurse | =COUNTA(Women!B4:B20) | #1
        """,
    )
    draw(
        reach,
        """
        1: REACH Network plan 2025/26
        2: Executive sponsor: | Chief Operating Officer
        3: Chair: | Vacant
        5: Priority | Activity | Lead | Date | Cost | Progress | Notes
        6: 1. Be seen | Celebrate Black History Month on all sites | REACH Network Committee | October 2025 | £1,500 | Done | 400 came
        7: | Carry a REACH story in each staff bulletin | Communications Team + REACH Network Committee | Monthly | £0 | In progress |
        8: 2. Be heard | Meet the Executive Team twice in the year | Co-chairs and Executive Sponsor | 31/03/2026 | £0 | In progress | Met in September
        """,
    )
    draw(
        disability,
        """
        1: Disability and Wellbeing Network – what we plan to do (Apr 2025 - Mar 2026)
        3: What | Who | When | How will it help? | Completed? | Comments
        4: Review the adjustment passport | Network Chair; HR Policy Lead | Sep-25 | Fewer delays | Yes | Agreed by the policy group
        5: Run a hidden disabilities week | All network members | w/c 17 November 2025 | More sharing | Yes |
        6: Survey members on their last year's adjustments | Network Secretary | Jan-26 | Evidence for WDES | No | Questions drafted
        7: Test the new intranet with assistive technology | Digital Team, supported by the network | Mar-26 | Fewer barriers | No |
        """,
    )
    draw(
        rainbow,
        """
        1: Rainbow Network
        3: Objective / action | Responsible | Deadline | Position at 31 Oct
        4: Visibility
        5: Take part in both Prides | Network Committee | 31/08/2025 | Completed
        6: Order 500 pronoun badges | Network Treasurer | 30/11/2025 | In progress, supplier chosen
        7: Learning
        8: Offer the allies course four times | Learning and Development | 31/03/2026 | In progress, two held
        9: Write a toolkit for managers of trans staff | HR Policy Lead/Network Chair | 28/02/2026 | Not started
        """,
    )
    draw(
        women,
        """
        1: Women's Network 2025/26
        3: No | Task | Owner(s) | Target | RAG | Latest
        4: #1 | Open a menopause clinic for staff on each site | Head of Occupational Health | Q2 | Complete | Open since August
        5: #2 | Provide free period products in every building | Facilities | Q3 | On track | Machines ordered
        6: #3 | Ask for a flexible working champion in each team | Team Managers | Q4 | At risk | Few replies
        """,
    )
    for sheet, row in ((summary, 3), (reach, 5), (disability, 3), (rainbow, 3), (women, 3)):
        heading(sheet, row)
    merge(reach, "A6:A7")
    bold(rainbow, "A4", "A7")
    rule = coloured_if('$F6="Done"', "92D050")
    reach.conditional_formatting.add("A6:G20", rule)
    merge(rainbow, "A4:D4", "A7:D7")
    seen, heard = reach["A6"].value, reach["A8"].value
    one = truths(reach, "B", update="G", kept="E")
    two = truths(disability, "A", update="F", kept="D")
    three = truths(rainbow, "A")
    four = truths(women, "B", ref="A", update="F")
    words = {"update": ANY}
    actions = (
        one(6, leads("REACH Network Committee"), in_month("2025-10"), state="completed", group=seen),
        one(7, leads("Communications Team", "REACH Network Committee"), undated("recurring"), state="in_progress", group=seen),
        one(8, leads("Co-chairs", "Executive Sponsor"), on("2026-03-31"), state="in_progress", group=heard),
        two(4, leads("Network Chair", "HR Policy Lead"), in_month("2025-09"), state="completed", group=ANY),
        two(
            5, leads("All network members"),
            (on("2025-11-17"), spread("2025-11-17", "2025-11-21"), spread("2025-11-17", "2025-11-23"), undated("unreadable"), spread(ANY, "2025-11-23", "dated")),
            state="completed", group=ANY,
        ),
        two(6, leads("Network Secretary"), in_month("2026-01"), state=GOING, group=ANY),
        two(7, either_part("Digital Team", "network"), in_month("2026-03"), state=GOING, group=ANY),
        three(5, leads("Network Committee"), on("2025-08-31"), state="completed", group="Visibility", **words),
        three(6, leads("Network Treasurer"), on("2025-11-30"), state="in_progress", group="Visibility", **words),
        three(8, leads("Learning and Development"), on("2026-03-31"), state="in_progress", group="Learning", **words),
        three(9, leads("HR Policy Lead", "Network Chair"), on("2026-02-28"), state="not_started", group="Learning", **words),
        four(4, leads("Head of Occupational Health"), in_quarter(2, 2025), state="completed", stated_rag=ANY, group=ANY),
        four(5, leads("Facilities"), in_quarter(3, 2025), state=GOING, stated_rag=ANY, group=ANY),
        four(6, leads("Team Managers"), in_quarter(4, 2025), state=GOING, stated_rag=ANY, group=ANY),
    )  # fmt: skip
    results: dict[str, str | float] = {"sheet1_C4": 3, "sheet1_D4": 1, "sheet1_C5": 4, "sheet1_D5": 2}
    results |= {"sheet1_C6": 6, "sheet1_C7": 3}
    aside = cells_of(summary, "A1:D7") | cells_of(reach, "A2:B3")
    content = with_results(saved(book), **results)
    return "Staff network plans 2025-26.xlsx", content, Truth(actions, perhaps_unplaced=aside)


def eds_outcomes_scored_with_totals_between() -> Plan:
    """Integrated care board: a line for each outcome with its score, not every one with an action, a total a domain."""
    book, (sheet,) = a_workbook("EDS 2022")
    draw(
        sheet,
        """
        1: Equality Delivery System 2022 – results and improvement plan 2025-26
        2: Score: 0 undeveloped, 1 developing, 2 achieving, 3 excelling
        4: Domain | Outcome | Score | Improvement action | Owner (dept/lead) | Timescale | Progress since publication
        5: Domain 1: Commissioned or provided services | 1A: Patients have required levels of access | #1 | Offer evening clinics in the two wards with the lowest uptake | Primary Care Directorate | Q4 25/26 | Providers found.
        6: | 1B: Individual needs are met | #2 | Make the interpreter line free to call from any phone | Head of Quality | 31 December 2025 | Contract change signed.
        7: | 1C: Free from harm | #3 | | | |
        8: | 1D: Positive experiences | #1 | Publish what changed after complaints, by characteristic | Complaints Manager | Q1 26/27 |
        9: Total for Domain 1 | | #7
        10: Domain 2: Workforce health and well-being | 2A: Support to manage long-term conditions | #2 | Add blood pressure checks to the staff health day | Occupational Health (provider) | Sept 25 | Done: 212 checks.
        11: | 2B: Free from abuse, harassment and bullying | #1 | Hold a quarterly review of all cases by the Executive Team | Chief People Officer | Quarterly | Two reviews held.
        12: | 2C: Independent support and advice | #2 | No further action | | |
        13: | 2D: Staff recommend the organisation | #2 | Ask teams with the lowest scores what would help, and do it | Directors | March 2026 |
        14: Total for Domain 2 | | #7
        15: Domain 3: Inclusive leadership | 3A: Leaders show commitment | #2 | Each director to sponsor a network | Chief Executive | 30 June 2025 | All seven in place.
        16: | 3B: Papers identify equality impact | #1 | Return any paper without an equality impact assessment | Governance Team | From 1 October 2025 | Four returned.
        17: Total for Domain 3 | | #3
        18: Overall | | #17
        """,
    )
    heading(sheet, 4)
    bold(sheet, "A9", "C9", "A14", "C14", "A17", "C17", "A18", "C18")
    merge(sheet, "A5:A8", "A10:A13", "A15:A16")
    one, two, three = (sheet[place].value for place in ("A5", "A10", "A15"))
    true = truths(sheet, "D", update="G", kept="B")
    actions = (
        true(5, leads("Primary Care Directorate"), in_quarter(4, 2025), state=GOING, group=one),
        true(6, leads("Head of Quality"), on("2025-12-31"), state=GOING, group=one),
        true(8, leads("Complaints Manager"), in_quarter(1, 2026), state=GOING, group=one),
        true(10, ANY_OWNERS, in_month("2025-09"), state="completed|not_stated", group=two),
        true(11, leads("Chief People Officer"), undated("recurring"), state=GOING, group=two),
        true(13, leads("Directors"), in_month("2026-03"), state=GOING, group=two),
        true(15, leads("Chief Executive"), on("2025-06-30"), state=f"{GOING}|completed", group=three),
        true(
            16, leads("Governance Team"), (spread("2025-10-01", ANY, "ongoing"), undated("ongoing")), state=GOING,
            group=three,
        ),
    )  # fmt: skip
    aside = cells_of(sheet, "A2", "B7:C7", "B12:D12", "A9:C9", "A14:C14", "A17:C18")
    truth = Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet), period=FINANCIAL_2025)
    return "EDS 2022 scores.xlsx", saved(book), truth


def apprenticeship_tasks_under_their_parents() -> Plan:
    """Regional team: a schedule taken out of project software, each parent task summed over the tasks beneath it."""
    book, (sheet,) = a_workbook("Task_Table1")
    draw(
        sheet,
        """
        1: WBS | Task Name | Duration | Start | Finish | Predecessors | Resource Names | % Complete | Notes
        2: 1 | Widening access to apprenticeships | 260 days | @2025-04-01 | @2026-03-31 | | | #0.5 |
        3: 1.1 | Agree which posts at bands 2 to 4 become apprenticeships | 44 days | @2025-04-01 | @2025-05-30 | | Apprenticeship Manager,Workforce Planning Lead | #1 | Agreed: 38 posts
        4: 1.2 | Remove the maths and English entry rule where the law allows | 88 days | @2025-06-02 | @2025-10-01 | 1.1 | Apprenticeship Manager | #0.6 | Two providers have not agreed
        5: 1.3 | Hold taster days in six schools with low progression | 130 days | @2025-09-01 | @2026-02-27 | 1.1 | Schools Engagement Officer,Careers Team | #0.5 | Three held
        6: 2 | Apprentices finish and move on | 260 days | @2025-04-01 | @2026-03-31 | | | #0.2 |
        7: 2.1 | Give every apprentice a mentor from a staff network | 130 days | @2025-07-01 | @2025-12-31 | | Staff Networks | #0.4 | 15 of 38
        8: 2.2 | Ask apprentices who leave early why they did | 260 days | @2025-04-01 | @2026-03-31 | | Apprenticeship Manager | #0.3 |
        9: 2.3 | Guarantee an interview to each apprentice who passes | 65 days | @2026-01-05 | @2026-03-31 | 2.1 | Head of Resourcing | #0 |
        """,
    )
    heading(sheet, 1)
    for row in range(2, 10):
        sheet[f"H{row}"].number_format = "0%"
        sheet[f"B{row}"].alignment = Alignment(indent=0 if row in (2, 6) else 1)
    bold(sheet, *(f"{column}{row}" for row in (2, 6) for column in "ABCDEH"))
    first, second = sheet["B2"].value, sheet["B6"].value
    true = truths(sheet, "B", ref="A", update="I")

    def spell(start: str, end: str) -> tuple[object, ...]:
        return (on(end), spread(start, end))

    actions = (
        true(3, leads("Apprenticeship Manager", "Workforce Planning Lead"), spell("2025-04-01", "2025-05-30"), state="completed", group=first),
        true(4, leads("Apprenticeship Manager"), spell("2025-06-02", "2025-10-01"), state="in_progress", group=first),
        true(5, leads("Schools Engagement Officer", "Careers Team"), spell("2025-09-01", "2026-02-27"), state="in_progress", group=first),
        true(7, leads("Staff Networks"), spell("2025-07-01", "2025-12-31"), state="in_progress", group=second),
        true(8, leads("Apprenticeship Manager"), spell("2025-04-01", "2026-03-31"), state="in_progress", group=second),
        true(9, leads("Head of Resourcing"), spell("2026-01-05", "2026-03-31"), state="not_started", group=second),
    )  # fmt: skip
    aside = cells_of(sheet, "C2:H2", "C6:H6", "A2", "A6")
    return "Apprenticeships.xlsx", saved(book), Truth(actions, perhaps_unplaced=aside, cells=non_empty(sheet))
