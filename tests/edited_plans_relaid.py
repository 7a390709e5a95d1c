"""Plans that are laid out anew, renumbered, rolled over and reworded between versions, with the truth of each edit."""

# ruff: noqa: E501 - the rows of a plan are as long as rows are

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.edited_plans import Edit, Layout, plan
from tests.edited_plans_truth import Case

PLAIN = (
    ("Ref", "ref"),
    ("Action", "action"),
    ("Lead", "owner"),
    ("Timescale", "target"),
    ("Status", "status"),
    ("Update", "update"),
)

MATERNITY = """
# Priority 1: Understand our population
m1 | ME01 | Map where global majority women book late and share the map with every community midwifery team | Public Health Midwife | 31/10/2025 | In progress | Map drafted for the east of the borough
m2 | ME02 | Record ethnicity of the baby's father at booking where the mother consents | Digital Midwife | 31/12/2025 | Not started |
m3 | ME03 | Report stillbirth and neonatal death rates by ethnicity and deprivation to the Board twice a year | Clinical Governance Midwife | 31/03/2026 | In progress | First report went to the September Board
# Priority 2: Continuity and access
m4 | ME04 | Open a continuity of carer team in the ten most deprived postcodes | Head of Midwifery | 31/01/2026 | In progress | Seven of nine midwives recruited
m5 | ME05 | Offer antenatal classes in Bengali, Polish and Romanian | Parent Education Lead | 30/11/2025 | Not started |
m6 | ME06 | Provide a telephone interpreter at every postnatal home visit where one is needed | Community Matron | 30/09/2025 | Completed | Contract live since August
m7 | ME07 | Stop asking women for proof of entitlement before their first appointment | Overseas Visitors Manager | 31/10/2025 | In progress |
# Priority 3: Safe and kind care
m8 | ME08 | Give all maternity staff cultural safety training | Practice Development Midwife | 31/03/2026 | In progress | 112 of 260 trained
m9 | ME09 | Introduce a birth reflections clinic for women who felt unheard | Consultant Midwife | 28/02/2026 | Not started |
m10 | ME10 | Test pulse oximetry and jaundice guidance on darker skin tones and update the guidelines | Neonatal Lead Consultant | 31/12/2025 | In progress |
m11 | ME11 | Recruit doulas who speak community languages through the voluntary sector | Maternity Voices Chair | 31/03/2026 | Not started |
m12 | ME12 | Agree one complaints leaflet in easy read and five languages | Patient Relations Manager | 30/09/2025 | Completed |
"""

INDICATORS = """
# WRES 2: Shortlisting
i1 | 1 | Require managers to give written reasons where a shortlisted internal candidate is not appointed | Resourcing Manager | 30/09/2025 | In progress | Form agreed
i2 | 2 | Advertise every Band 8a post and above on job boards aimed at under-represented groups | Resourcing Manager | 31/12/2025 | Not started |
i3 | 3 | Offer interview coaching to internal applicants from global majority backgrounds | OD Practitioner | 31/10/2025 | In progress | 19 coached
# WRES 3: Disciplinary
i4 | 4 | Apply a just culture checklist before any formal investigation is opened | Employee Relations Lead | 30/11/2025 | In progress |
i5 | 5 | Review every case closed with no further action for learning | Employee Relations Lead | 31/03/2026 | Not started |
i6 | 6 | Train thirty investigating officers in fair process | Employee Relations Lead | 31/01/2026 | Not started |
# WDES 4: Harassment
i7 | 7 | Launch a campaign against ableism with the disability network | Communications Manager | 03/12/2025 | Not started |
i8 | 8 | Add a question about harassment from patients to the quarterly pulse survey | Staff Experience Lead | 30/09/2025 | Completed | Asked in July
i9 | 9 | Publish what was done about each theme raised through Freedom to Speak Up | Freedom to Speak Up Guardian | Quarterly | In progress | Q1 and Q2 out
# WDES 8: Adjustments
i10 | 10 | Set up a central budget for reasonable adjustments | Deputy Director of Finance | 31/10/2025 | In progress | Paper to executive team
i11 | 11 | Measure how long adjustments take from request to delivery | Workforce Analyst | 31/12/2025 | Not started |
i12 | 12 | Give line managers a two-page guide to Access to Work | Occupational Health Lead | 30/09/2025 | Completed |
"""

TEMPLATED = """
# Networks
t1 | N1 | Support the Race Equality Network to hold four meetings a year with an executive present | Executive Sponsors | 31/03/2026 | In progress | Two held
t2 | N2 | Support the Disability Network to hold four meetings a year with an executive present | Executive Sponsors | 31/03/2026 | In progress | Three held
t3 | N3 | Support the LGBT+ Network to hold four meetings a year with an executive present | Executive Sponsors | 31/03/2026 | In progress | One held
t4 | N4 | Support the Carers Network to hold four meetings a year with an executive present | Executive Sponsors | 31/03/2026 | Not started |
# Staff groups
t5 | S1 | Run a career clinic for nurses | Head of Talent | 31/10/2025 | Completed | 42 came
t6 | S2 | Run a career clinic for porters | Head of Talent | 30/11/2025 | In progress |
t7 | S3 | Run a career clinic for pharmacists | Head of Talent | 31/12/2025 | Not started |
t8 | S4 | Run a career clinic for ward clerks | Head of Talent | 31/01/2026 | Not started |
# Sites
t9 | L1 | Audit wheelchair access at Riverside Hospital and report the findings | Estates Access Officer | 30/09/2025 | Completed | 31 barriers found
t10 | L2 | Audit wheelchair access at Hillcrest Hospital and report the findings | Estates Access Officer | 31/10/2025 | In progress |
t11 | L3 | Audit wheelchair access at Moorland Clinic and report the findings | Estates Access Officer | 30/11/2025 | Not started |
t12 | L4 | Audit wheelchair access at the Walk-in Centre and report the findings | Estates Access Officer | 31/12/2025 | Not started |
"""

NAMED = """
# Leadership
n1 | 1 | Chair a monthly inclusion hour open to all staff | Jane Okafor, Chief Executive | 31/12/2025 | In progress | Five held
n2 | 2 | Take part in the regional aspiring directors programme as a host organisation | Tom Reilly, Director of Strategy | 31/03/2026 | Not started |
n3 | 3 | Give every executive a personal inclusion objective | Jane Okafor, Chief Executive | 30/06/2025 | Completed |
# Workforce
n4 | 4 | Rewrite the recruitment pages of the website in plain English | Sam Patel, Recruitment Manager | 31/10/2025 | In progress |
n5 | 5 | Agree a policy on time off for gender reassignment | Lucy Hart, Head of HR Operations | 30/11/2025 | Not started |
n6 | 6 | Bring sickness absence triggers for disability-related absence into one policy | Lucy Hart, Head of HR Operations | 31/01/2026 | In progress | Staff side consulted
n7 | 7 | Run a returners scheme for people who left for caring reasons | Sam Patel, Recruitment Manager | 31/03/2026 | Not started |
# Services
n8 | 8 | Put pictures and large print on ward menus | Grace Lim, Catering Manager | 30/09/2025 | Completed |
n9 | 9 | Keep a register of staff who can interpret informally and say what they must not interpret | Grace Lim, Catering Manager | 31/12/2025 | Not started |
n10 | 10 | Install changing places toilets at both main entrances | Paul Ansah, Head of Capital Projects | 31/03/2026 | In progress | Tender out
"""

BARE = """
# Aim A
b1 | Make the staff restaurant open at night for those on shift | Facilities Manager | 31/10/2025 | In progress |
b2 | Mark Ramadan, Diwali, Hanukkah and Vaisakhi in the rostering rules | E-rostering Lead | 31/12/2025 | Not started |
b3 | Provide a lockable prayer space on the Bridge Street site | Chaplaincy Lead | 31/01/2026 | In progress | Room found
b4 | Pay bank staff for mandatory equality training | Head of Temporary Staffing | 30/09/2025 | Completed | Since June
# Aim B
b5 | Tell leavers how their exit interview was used | HR Systems Manager | 31/03/2026 | Not started |
b6 | Check uniforms and hijabs against infection control guidance | Infection Control Nurse | 30/11/2025 | In progress | Trial on three wards
b7 | Start a reverse mentoring scheme for consultants | Medical Education Manager | 31/03/2026 | Not started |
b8 | Translate the staff handbook into Malayalam and Tagalog | International Recruitment Lead | 31/12/2025 | In progress | Quotes received
# Aim C
b9 | Bring the patient transport criteria up to date for people with sensory loss | Transport Manager | 31/10/2025 | Not started |
b10 | Put a sign language interpreter on call for the emergency department | Interpreting Manager | 31/12/2025 | In progress | Two agencies approached
"""
BARE_CELLS = ("action", "owner", "target", "status", "update")
BARE_COLUMNS = PLAIN[1:]

MEASURED = (
    ("No.", "ref"),
    ("What we will do", "action"),
    ("How we will know", "kpi"),
    ("Who", "owner"),
    ("By when", "target"),
    ("Progress", "status"),
    ("RAG", "rag"),
    ("Commentary", "update"),
)
MEASURED_CELLS = ("ref", "action", "kpi", "owner", "target", "status", "rag", "update")
MEASURED_PLAN = """
# Goal 1 Access
k1 | 1.1 | Extend the smoking cessation clinic to the traveller site at Fenway | 40 people seen | Tobacco Lead | 31/12/2025 | In progress | Amber | Van hired
k2 | 1.2 | Write to everyone on the learning disability register who has missed a health check | 75% checked | Learning Disability Lead | 31/03/2026 | In progress | Green | 61% so far
k3 | 1.3 | Bring the booking line's opening hours to weekends | Line open at weekends | Outpatients Manager | 31/10/2025 | Not started | Red |
k4 | 1.4 | Offer home phlebotomy to housebound patients in the northern villages | 200 visits | Pathology Manager | 30/11/2025 | In progress | Amber | Driver to be appointed
# Goal 2 Experience
k5 | 2.1 | Give deaf patients a vibrating pager in every waiting area | Pagers in 12 areas | Patient Experience Head | 30/09/2025 | Completed | Green |
k6 | 2.2 | Ask about pronouns at first contact and show them on the wristband | Audit of 100 records | Informatics Nurse | 28/02/2026 | Not started | Amber |
k7 | 2.3 | Review same sex accommodation breaches involving trans patients | No breach without review | Safeguarding Lead | 31/12/2025 | In progress | Green | None in Q2
# Goal 3 Outcomes
k8 | 3.1 | Cut the gap in cervical screening between the most and least deprived wards | Gap under 6 points | Screening Coordinator | 31/03/2026 | In progress | Red | Gap of 11 points
k9 | 3.2 | Find people with undiagnosed hypertension through barbershops and places of worship | 500 readings taken | Public Health Consultant | 31/01/2026 | In progress | Green | 212 readings
k10 | 3.3 | Start a sickle cell emergency bypass so that no one in crisis waits in the main queue | Median wait under 30 minutes | Haematology Matron | 31/12/2025 | Not started | Amber |
"""

SHEETED = """
## Surgery
d1 | 1 | Brief theatre teams on modesty and faith needs of patients | Theatre Manager | 31/10/2025 | In progress | Poster drafted
d2 | 2 | Provide chaperones of the sex that the patient asks for | Surgical Matron | 31/12/2025 | In progress |
d3 | 3 | Check consent forms for plain language | Surgical Governance Lead | 31/03/2026 | Not started |
d4 | 4 | Offer same day surgery to carers at times that suit them | Day Unit Manager | 31/01/2026 | Not started |
## Medicine
d5 | 1 | Put a dementia friendly clock in every bay | Dementia Lead Nurse | 30/09/2025 | Completed |
d6 | 2 | Review restraint of patients with a learning disability every month | Medical Matron | Monthly | In progress |
d7 | 3 | Ask patients about fasting before planning diabetes medicines | Diabetes Consultant | 28/02/2026 | Not started |
d8 | 4 | Record carers' details on admission | Ward Managers | 30/11/2025 | In progress | 60% recorded
## Children
d9 | 1 | Offer interpreters to parents who sign consent for a child | Paediatric Matron | 31/10/2025 | Completed |
d10 | 2 | Stock dolls and books that show children of all backgrounds | Play Specialist | 30/09/2025 | Completed |
d11 | 3 | Agree transition plans for young people with complex disability by age 14 | Community Paediatrician | 31/03/2026 | In progress | 14 of 22 agreed
"""

COLUMNED = Layout(groups="column", top=0, title="")


def _every(edit: Edit) -> list[str]:
    return [row.key for row in edit.rows]


def _relaid(edit: Edit, **changes: object) -> Edit:
    """The same actions under another layout."""
    edit.layout = replace(edit.layout, **changes)  # type: ignore[arg-type]
    return edit


def _renumbered(edit: Edit, form: Callable[[int], str]) -> Edit:
    for number, row in enumerate(edit.rows, 1):
        row.cells["ref"] = form(number)
    return edit


def _sorted(edit: Edit, *keys: str) -> Edit:
    """The rows in another order: any may be said to have moved."""
    edit.rows.sort(key=lambda row: keys.index(row.key))
    edit.moves.update(keys)
    return edit


def columns_moved_and_renamed() -> Case:
    """The owners' column goes to the front, headings get other words; one date slips."""
    old = plan(MATERNITY)
    edit = _relaid(
        Edit(old),
        columns=(
            ("Responsible person", "owner"),
            ("ID", "ref"),
            ("Milestone / action", "action"),
            ("RAG status", "status"),
            ("Comments on progress", "update"),
            ("Deadline", "target"),
        ),
    )
    edit.set("m4", "target", "30/04/2026", "89 days later").set("m10", "status", "Completed", "completed")
    return Case(old, (edit,))


def heading_row_moved_and_columns_added() -> Case:
    """Two columns that the old version had not are filled; guidance rows push the headings down; nothing else changes."""
    old = plan(INDICATORS)
    edit = _relaid(
        Edit(old), top=7, columns=(PLAIN[0], PLAIN[1], ("Success measure", "kpi"), *PLAIN[2:], ("Budget", "cost"))
    )
    for key in ("i1", "i4", "i7"):
        edit.set(key, "kpi", "Reported to the steering group each quarter")
    edit.set("i10", "cost", "£45,000")
    edit.set("i6", "owner", "Head of Employee Relations")
    return Case(old, (edit,))


def lead_and_support_in_two_columns() -> Case:
    """One column of owners becomes two: what was "A / B" is now A and B, and one support is new."""
    old = plan(INDICATORS)
    old.row("i2").cells["owner"] = "Resourcing Manager; Communications Manager"
    old.row("i10").cells["owner"] = "Deputy Director of Finance; Occupational Health Lead"
    edit = _relaid(Edit(old), columns=(*PLAIN[:2], ("Lead", "owner"), ("Supported by", "support"), *PLAIN[3:]))
    edit.same("i2", "owner", "Resourcing Manager").same("i2", "support", "Communications Manager")
    edit.same("i10", "owner", "Deputy Director of Finance").same("i10", "support", "Occupational Health Lead")
    edit.same("i7", "support", "Disability Network Chair").tell("i7", "owners")
    for key in ("i2", "i10"):
        edit.may(key, "owners")
    return Case(old, (edit,))


def start_and_end_in_one_column() -> Case:
    """Two columns of dates become one of ranges; one end is put off."""
    columns = (*PLAIN[:3], ("Start date", "start"), ("End date", "target"), *PLAIN[4:])
    old = plan(INDICATORS, replace(Layout(), columns=columns))
    starts = {
        "i1": "01/05/2025",
        "i2": "01/09/2025",
        "i3": "01/06/2025",
        "i4": "01/07/2025",
        "i5": "01/10/2025",
        "i6": "01/10/2025",
        "i7": "01/09/2025",
        "i10": "01/04/2025",
        "i11": "01/10/2025",
    }
    for key, start in starts.items():
        old.row(key).cells["start"] = start
    edit = _relaid(Edit(old), columns=PLAIN)
    for key, start in starts.items():
        edit.same(key, "target", f"{start} - {old.row(key).cells['target']}", "target")
    edit.same("i6", "target", "01/10/2025 - 28/02/2026").tell("i6", "target", "28 days later")
    edit.set("i12", "status", "In progress")
    return Case(old, (edit,))


def sheet_renamed_and_title_changed() -> Case:
    """Another name for the sheet and the file's title, refs as before, three updates appended."""
    old = plan(MATERNITY)
    edit = _relaid(Edit(old), title="Maternity and neonatal equity plan 2025-26, November")
    for row in edit.rows:
        row.sheet = "Nov 25"
    for key, words in (("m1", "West still to do."), ("m4", "Team opens in January."), ("m8", "Now 140.")):
        edit.set(key, "update", f"{old.row(key).cells['update']}\n{words}")
    return Case(old, (edit,))


def one_sheet_split_by_owner_team() -> Case:
    """A sheet with a column of groups becomes three sheets, one a group, the column kept; one action is new, one is gone."""
    old = plan(INDICATORS, COLUMNED)
    edit = Edit(old)
    sheets = {
        "WRES 2: Shortlisting": "Resourcing",
        "WRES 3: Disciplinary": "Employee relations",
        "WDES 4: Harassment": "Experience",
        "WDES 8: Adjustments": "Experience",
    }
    for row in edit.rows:
        row.sheet = sheets[row.group]
    edit.moves.update(_every(edit))
    edit.add(
        "i9",
        "i13 | 13 | Name a domestic abuse champion in each division | Safeguarding Lead | 31/01/2026 | Not started |",
    ).drop("i5")
    return Case(old, (edit,))


def sheets_joined_into_one() -> Case:
    """A sheet for each directorate becomes one sheet with a column for it; refs were 1 to 4 on each and are now prefixed."""
    old = plan(SHEETED)
    edit = _relaid(Edit(old), groups="column", group_heading="Directorate", top=1)
    for row in edit.rows:
        row.group = row.sheet
        row.cells["ref"] = f"{row.sheet[0]}{row.cells['ref']}"
        row.sheet = "All directorates"
        edit.may(row.key, "group")
    edit.moves.update(_every(edit))
    edit.set("d8", "update", "72% recorded").set("d3", "target", "30/06/2026", "91 days later")
    return Case(old, (edit,))


def groups_unmerged() -> Case:
    """Merged cells of groups become a plain column that repeats them; a status moves on."""
    old = plan(MATERNITY, Layout(groups="merged", group_heading="Priority"))
    edit = _relaid(Edit(old), groups="column", top=0, title="")
    edit.set("m5", "status", "In progress", "started").set("m7", "update", "Letter withdrawn from the booking pack")
    return Case(old, (edit,))


def lines_of_groups_become_merged_cells() -> Case:
    """Lines between the actions become a merged column, whose words are the same; nothing else changes."""
    old = plan(INDICATORS)
    return Case(old, (_relaid(Edit(old), groups="merged", group_heading="Indicator"),))


def workbook_to_export_to_workbook() -> Case:
    """xlsx, then csv out of a system, then xlsx again: dates and refs retyped, two true changes."""
    old = plan(INDICATORS, COLUMNED)
    out = _relaid(Edit(old), suffix=".csv")
    out.set("i4", "status", "Completed", "completed")
    back = _relaid(Edit(out.version()), suffix=".xlsx", top=3, title="WRES and WDES action plan 2025-26")
    for key, day in (("i1", "2025-09-30"), ("i2", "2025-12-31"), ("i3", "2025-10-31"), ("i4", "2025-11-30")):
        back.same(key, "target", day)
    back.set("i12", "owner", "Wellbeing Lead")
    whole = _relaid(Edit(old), title="WRES and WDES action plan 2025-26")
    whole.set("i4", "status", "Completed").set("i12", "owner", "Wellbeing Lead")
    return Case(old, (out, back), whole)


def export_of_a_table() -> Case:
    """The sheet becomes an Excel table with database headings; one action is reworded."""
    old = plan(MATERNITY, COLUMNED)
    edit = _relaid(
        Edit(old),
        table=True,
        group_heading="Workstream",
        columns=(
            ("Action ID", "ref"),
            ("Action description", "action"),
            ("Action owner", "owner"),
            ("Due date", "target"),
            ("Action status", "status"),
            ("Latest update", "update"),
        ),
    )
    edit.set("m9", "action", "Open a birth afterthoughts service for women who felt that nobody listened to them")
    return Case(old, (edit.doubtful("m9"),))


def refs_with_gaps() -> Case:
    """Numbers go up in tens, and nothing else is touched but one target."""
    old = plan(INDICATORS)
    edit = _renumbered(Edit(old), lambda number: str(number * 10))
    edit.set("i2", "target", "28/02/2026", "59 days later")
    return Case(old, (edit,))


def refs_with_a_prefix_and_sorted_by_date() -> Case:
    """Refs get the year before them; the rows are sorted by their dates without their groups' lines."""
    old = plan(INDICATORS, COLUMNED)
    edit = _renumbered(Edit(old), lambda number: f"EDI/25/{number:03}")
    _sorted(edit, "i1", "i8", "i12", "i3", "i10", "i4", "i7", "i2", "i11", "i6", "i5", "i9")
    edit.set("i11", "status", "In progress", "started")
    return Case(old, (edit,))


def renumbered_after_a_sort_by_owner() -> Case:
    """Sorted by owner and numbered anew from 1, so that each ref now belongs to another action."""
    old = plan(MATERNITY, COLUMNED)
    edit = Edit(old)
    _sorted(edit, "m3", "m6", "m9", "m2", "m4", "m11", "m10", "m7", "m5", "m12", "m8", "m1")
    _renumbered(edit, lambda number: f"ME{number:02}")
    edit.set("m2", "update", "Field built in the test system").set("m3", "target", "30/04/2026", "30 days later")
    return Case(old, (edit,))


def sorted_by_rag() -> Case:
    """Reds first, with the refs kept; one RAG word and one commentary change."""
    old = plan(MEASURED_PLAN, replace(COLUMNED, columns=MEASURED), MEASURED_CELLS)
    edit = Edit(old)
    _sorted(edit, "k3", "k8", "k1", "k4", "k6", "k10", "k2", "k5", "k7", "k9")
    edit.set("k1", "rag", "Green").set("k8", "update", "Gap of 9 points")
    return Case(old, (edit,))


def ref_recycled_for_another_action() -> Case:
    """Two actions leave and their refs go to two that are new and have nothing to do with them."""
    old = plan(INDICATORS)
    edit = Edit(old).drop("i5", "i8")
    edit.add(
        "i4",
        "i20 | 5 | Publish a calendar of faith festivals on the intranet home page | Chaplaincy Lead | 31/12/2025 | Not started |",
    )
    edit.add(
        "i7",
        "i21 | 8 | Give reception teams a card that explains hidden disability lanyards | Front of House Manager | 31/01/2026 | Not started |",
    )
    return Case(old, (edit,))


def no_refs_at_all() -> Case:
    """Actions without refs: one inserted at the top, one moved to another aim, one dropped, two reworded."""
    old = plan(BARE, Layout(columns=BARE_COLUMNS), BARE_CELLS)
    edit = Edit(old).drop("b7")
    edit.move("b3", "b9")
    edit.set("b5", "action", "Feed back to those who leave what came of their exit interview")
    edit.set(
        "b10", "action", "Have a British Sign Language interpreter on call for the emergency department at all hours"
    )
    edit.add("b1", "b11 | | Let agency workers use the staff gym |  |  |  |")
    edit.row("b11").cells.update(owner="Facilities Manager", target="31/03/2026", status="Not started")
    return Case(old, (edit.doubtful("b5"),))


def templated_networks_swapped() -> Case:
    """Alike but for a name: two rows change places, one network is renamed, one is dropped, another joins."""
    old = plan(TEMPLATED)
    edit = Edit(old).drop("t4").move("t2", "t3")
    edit.set("t3", "action", "Support the LGBTQIA+ Network to hold four meetings a year with an executive present")
    edit.add(
        "t3",
        "t13 | N5 | Support the Armed Forces Network to hold four meetings a year with an executive present | Executive Sponsors | 31/03/2026 | Not started |",
    )
    edit.doubts.add(("t4", "t13"))
    return Case(old, (edit.doubtful("t3"),))


def templated_staff_groups_renumbered() -> Case:
    """Alike but for the staff group, sorted by name and numbered anew; one has its date moved, one completes."""
    old = plan(TEMPLATED, COLUMNED)
    edit = _sorted(Edit(old), *(f"t{number}" for number in (1, 2, 3, 4, 5, 7, 6, 8, 10, 11, 9, 12)))
    _renumbered(edit, lambda number: f"{number}")
    edit.set("t7", "target", "31/01/2026", "31 days later").set("t10", "status", "Completed", "completed")
    return Case(old, (edit,))


def templated_site_replaced() -> Case:
    """One site closes and another opens: its action is another action though all but the name is alike."""
    old = plan(TEMPLATED)
    edit = Edit(old).drop("t11")
    edit.add(
        "t10",
        "t14 | L3 | Audit wheelchair access at Garden Lane Surgery and report the findings | Estates Access Officer | 31/03/2026 | Not started |",
    )
    edit.doubts.add(("t11", "t14"))
    return Case(old, (edit,))


def templated_wording_changed_throughout() -> Case:
    """The template itself is reworded, so that every action of the kind changes in the same words."""
    old = plan(TEMPLATED)
    edit = Edit(old)
    names = {"t1": "Race Equality", "t2": "Disability", "t3": "LGBT+", "t4": "Carers"}
    for key, name in names.items():
        edit.set(key, "action", f"Make sure that the {name} Network meets each quarter and that a director attends")
    return Case(old, (edit.doubtful(*names),))


def split_into_two() -> Case:
    """An action of two halves becomes two actions; another is only reworded."""
    old = plan(MATERNITY)
    edit = Edit(old).drop("m10")
    edit.add(
        "m9",
        "m20 | ME10a | Test pulse oximetry and jaundice guidance on darker skin tones | Neonatal Lead Consultant | 31/12/2025 | In progress |",
    )
    edit.add(
        "m20",
        "m21 | ME10b | Update the guidelines on pulse oximetry and jaundice for darker skin tones | Neonatal Lead Consultant | 31/03/2026 | Not started |",
    )
    edit.split("m10", "m20", "m21")
    edit.set(
        "m7", "action", "No longer ask women to prove that they are entitled to care before their first appointment"
    )
    return Case(old, (edit.doubtful("m7"),))


def merged_from_three() -> Case:
    """Three actions about cases become one; what is left is renumbered."""
    old = plan(INDICATORS)
    edit = Edit(old).drop("i4", "i5", "i6")
    edit.add(
        "i3",
        "i30 | 4 | Apply a just culture checklist before any formal investigation is opened, train thirty investigating officers in fair process and review every case closed with no further action for learning | Employee Relations Lead | 31/03/2026 | In progress |",
        "WRES 3: Disciplinary",
    )
    edit.join("i30", "i4", "i5", "i6")
    _renumbered(edit, str)
    return Case(old, (edit,))


def moved_to_another_group() -> Case:
    """Two actions go to other priorities, and one priority gets another name."""
    old = plan(MATERNITY)
    edit = Edit(old).move("m5", "m1").move("m9", "m7")
    return Case(old, (edit.rename_group("Priority 3: Safe and kind care", "Priority 3: Safe, kind and personal care"),))


def dropped_and_returned() -> Case:
    """In five versions an action leaves, stays away, and returns reworded a little and later."""
    old = plan(INDICATORS)
    gone = Edit(old).drop("i3")
    still = Edit(gone.version()).set("i1", "status", "Completed", "completed")
    line = "i3 | 3 | Offer interview coaching to internal applicants from all global majority backgrounds | OD Practitioner | 31/03/2026 | In progress | 19 coached"
    back = Edit(still.version()).add("i2", line)
    later = Edit(back.version()).set("i3", "update", "26 coached")
    whole = (
        Edit(old)
        .set("i1", "status", "Completed")
        .set("i3", "update", "26 coached")
        .tell("i3", "action")
        .tell("i3", "target", "151 days later")
    )
    return Case(old, (gone, still, back, later), whole)


def carried_forward_to_next_years_sheet() -> Case:
    """The unfinished actions are copied to a sheet of the new year and marked so on the old, which stays in the file."""
    old = plan(INDICATORS.replace("# WRES 2", "## 2025-26\n# WRES 2"))
    edit = Edit(old)
    for row in [row for row in edit.rows if row.cells["status"] == "Not started"]:
        line = f"{row.key}n | {row.cells['ref']} | {row.cells['action']} | {row.cells['owner']} | 31/03/2027 | Not started |"
        edit.add("i12" if edit.rows[-1].key == "i12" else edit.rows[-1].key, line, row.group)
        edit.rows[-1].sheet = "2026-27"
        edit.doubts.add((row.key, f"{row.key}n"))
    return Case(old, (edit,))


def next_years_plan() -> Case:
    """2024/25 becomes 2025/26: the finished leave, dates are a year on, refs start again, and three are new."""
    text = MATERNITY.replace("2026", "2025#").replace("/2025 ", "/2024 ").replace("2025#", "2025")
    old = plan(text, Layout(title="Maternity equity action plan 2024/25"))
    edit = _relaid(Edit(old), title="Maternity equity action plan 2025/26").drop("m6", "m12")
    for row in edit.rows:
        day, month, year = row.cells["target"].split("/")
        edit.set(row.key, "target", f"{day}/{month}/{int(year) + 1}")
    edit.add(
        "m11",
        "m30 | ME13 | Pay travel costs of families with a baby in a unit far from home | Neonatal Matron | 31/12/2025 | Not started |",
    )
    edit.add(
        "m5",
        "m31 | ME14 | Film a tour of the birth centre with subtitles and sign language | Communications Midwife | 30/11/2025 | Not started |",
    )
    _renumbered(edit, lambda number: f"ME{number:02}")
    return Case(old, (edit,))


def owners_renamed() -> Case:
    """A post gets another holder, a holder another post, a name another spelling, and a post is written out."""
    old = plan(NAMED)
    edit = Edit(old)
    edit.set("n2", "owner", "Amina Yusuf, Director of Strategy")
    edit.set("n4", "owner", "Sam Patel, Head of Resourcing")
    edit.same("n8", "owner", "Grace Lim, catering manager")
    edit.same("n10", "owner", "Paul Ansah - Head of Capital Projects", "owners")
    edit.set("n9", "owner", "Interpreting Coordinator")
    return Case(old, (edit,))


def dates_retyped() -> Case:
    """Days become quarters and then true dates: the same, but for one that slips and one that is brought forward."""
    old = plan(INDICATORS)
    quarters = Edit(old)
    quarters.same("i1", "target", "Q2 2025/26").same("i2", "target", "Q3 25/26").same(
        "i5", "target", "Q4 2025/26"
    ).same("i11", "target", "end of December 2025")
    quarters.set("i6", "target", "Q4 25/26", "59 days later")
    days = Edit(quarters.version())
    days.same("i1", "target", "2025-09-30").same("i2", "target", "2025-12-31").same("i5", "target", "2026-03-31").same(
        "i11", "target", "2025-12-31"
    ).same("i6", "target", "31st March 2026")
    days.set("i10", "target", "2025-09-30", "brought forward 31 days")
    whole = (
        Edit(old)
        .set("i6", "target", "31st March 2026", "59 days later")
        .set("i10", "target", "2025-09-30", "brought forward 31 days")
    )
    for key in ("i1", "i2", "i5", "i11"):
        whole.same(key, "target", days.row(key).cells["target"])
    return Case(old, (quarters, days), whole)


def dates_become_words_that_say_less() -> Case:
    """Dates give way to "Ongoing", "TBC" and nothing: each a change to be told."""
    old = plan(MATERNITY)
    edit = (
        Edit(old)
        .set("m2", "target", "TBC")
        .set("m8", "target", "Ongoing")
        .set("m11", "target", "")
        .set("m5", "target", "When funding is agreed")
    )
    return Case(old, (edit,))


def state_words_of_the_same_meaning() -> Case:
    """Other words for the same states throughout; one state truly moves back."""
    old = plan(MATERNITY)
    edit = Edit(old)
    words = {"In progress": "Underway", "Not started": "Yet to start", "Completed": "Done"}
    for row in edit.rows:
        row.cells["status"] = words[row.cells["status"]]
    edit.set("m6", "status", "Underway", "reopened")
    return Case(old, (edit,))


def fills_alone() -> Case:
    """The RAG column holds fills by a key: three fills change and no word does."""
    fills = {"Red": "#FF0000", "Amber": "#FFC000", "Green": "#00B050"}
    old = plan(MEASURED_PLAN, Layout(columns=MEASURED, fills=fills), MEASURED_CELLS)
    edit = Edit(old)
    for key, colour in (("k1", "Red"), ("k3", "Amber"), ("k9", "Amber")):
        edit.set(key, "rag", colour)
    return Case(old, (edit,))


def progress_fills_become_words() -> Case:
    """A key of progress in colours gives way to a column of words that say the same, but for one action."""
    fills = {"Not started": "#FF0000", "In progress": "#FFC000", "Completed": "#00B050"}
    columns = (*PLAIN[:4], ("RAG", "rag"), PLAIN[5])
    old = plan(INDICATORS, Layout(columns=columns, fills=fills))
    for row in old.rows:
        row.cells["rag"] = row.cells.pop("status")
    edit = _relaid(Edit(old), columns=PLAIN, fills={})
    for row in edit.rows:
        row.cells["status"] = row.cells.pop("rag")
    edit.row("i11").cells["status"] = "In progress"
    return Case(old, (edit.tell("i11", "progress", "started"),))


def updates_appended_replaced_and_trimmed() -> Case:
    """An update gets a dated line, one is replaced, one is cut short, one is emptied, one begins."""
    old = plan(MEASURED_PLAN, Layout(columns=MEASURED), MEASURED_CELLS)
    edit = Edit(old)
    edit.set("k1", "update", "Van hired\n12/11: first visit made, nine people seen").set(
        "k2", "update", "Letters sent, next figures in January"
    )
    edit.set("k4", "update", "Driver").set("k7", "update", "").set(
        "k6", "update", "Wristband printer cannot show them yet"
    )
    return Case(old, (edit,))


def newest_update_above() -> Case:
    """Each month's update is put above the last, in three versions."""
    old = plan(NAMED)
    october = (
        Edit(old)
        .set("n1", "update", "Oct: six held\nFive held")
        .set("n6", "update", "Oct: draft two\nStaff side consulted")
    )
    november = (
        Edit(october.version())
        .set("n1", "update", "Nov: seven held\nOct: six held\nFive held")
        .set("n10", "update", "Nov: contractor appointed\nTender out")
    )
    whole = (
        Edit(old)
        .set("n1", "update", "Nov: seven held\nOct: six held\nFive held")
        .set("n6", "update", "Oct: draft two\nStaff side consulted")
        .set("n10", "update", "Nov: contractor appointed\nTender out")
    )
    return Case(old, (october, november), whole)


def typing_errors_corrected() -> Case:
    """Three slips of the keys put right in the actions, and one in an owner."""
    text = (
        INDICATORS.replace("Require managers", "Requier managers")
        .replace("just culture checklist", "just culture checklsit")
        .replace("two-page guide", "two-page giude")
    )
    old = plan(text.replace("Staff Experience Lead", "Staff Experiance Lead"))
    edit = Edit(old)
    new = plan(INDICATORS)
    for key in ("i1", "i4", "i12"):
        edit.set(key, "action", new.row(key).cells["action"])
    return Case(old, (edit.same("i8", "owner", "Staff Experience Lead", "owners"),))


def only_the_look_of_words() -> Case:
    """Capitals, spaces, bullets, quotation marks and dashes: nothing is said otherwise."""
    old = plan(NAMED)
    edit = Edit(old)
    edit.same("n1", "action", "Chair a monthly Inclusion Hour, open to all staff", "action")
    edit.same("n2", "action", "Take part in the  regional aspiring directors programme as a host organisation ")
    edit.same("n5", "action", "• Agree a policy on time off for gender reassignment")
    edit.same(
        "n6", "action", "Bring sickness absence triggers for disability–related absence into one policy", "action"
    )
    edit.same("n7", "action", "RUN A RETURNERS SCHEME FOR PEOPLE WHO LEFT FOR CARING REASONS", "action")
    edit.same(
        "n9",
        "action",
        "Keep a register of staff who can interpret informally and say what they must not interpret.",
        "action",
    )
    return Case(old, (edit,))


def hidden_and_struck() -> Case:
    """One row is hidden, which changes nothing; one is struck through, which calls it off; one comes into sight again."""
    old = plan(INDICATORS)
    old.row("i2").look = "hidden"
    return Case(old, (Edit(old).look("i3", "hidden").look("i2", "").look("i11", "strike").tell("i11", "progress"),))


def comments_changed() -> Case:
    """A comment on a cell is written anew and another is taken away; one update changes."""
    old = plan(NAMED)
    old.row("n4").notes = {"target": "Sam: may slip, supplier late"}
    old.row("n7").notes = {"owner": "To be confirmed with HR"}
    edit = Edit(old).set("n4", "update", "Half of the pages are done")
    edit.row("n4").notes = {"target": "Sam: supplier has caught up"}
    edit.row("n7").notes = {}
    return Case(old, (edit,))


def measures_changed() -> Case:
    """A measure is raised, another loosened: a column that the audit has no field for."""
    old = plan(MEASURED_PLAN, Layout(columns=MEASURED), MEASURED_CELLS)
    return Case(old, (Edit(old).set("k2", "kpi", "70% checked").set("k8", "kpi", "Gap under 8 points"),))


def measures_column_renamed() -> Case:
    """The column of measures gets another heading; its words are the same but for one action."""
    old = plan(MEASURED_PLAN, Layout(columns=MEASURED), MEASURED_CELLS)
    columns = tuple(("Evidence of success", cell) if cell == "kpi" else (heading, cell) for heading, cell in MEASURED)
    edit = _relaid(Edit(old), columns=columns).same("k4", "kpi", "150 visits")
    return Case(old, (edit.tell_further("k4", "How we will know, now Evidence of success"),))


def action_reworded_in_a_renumbered_and_regrouped_plan() -> Case:
    """All at once: groups renamed, refs anew, order by owner, and four actions in other words."""
    old = plan(MATERNITY)
    edit = Edit(old)
    edit.rename_group("Priority 1: Understand our population", "Theme A: Knowing who we serve")
    edit.rename_group("Priority 2: Continuity and access", "Theme B: Getting to care")
    edit.rename_group("Priority 3: Safe and kind care", "Theme C: Care that is safe and kind")
    edit.set(
        "m1",
        "action",
        "Show on a map where women of the global majority book late, and give it to all community midwifery teams",
    )
    edit.set("m5", "action", "Run antenatal classes in three further languages: Bengali, Polish, Romanian")
    edit.set("m8", "action", "Train everyone who works in maternity in cultural safety")
    edit.set("m11", "action", "Through the voluntary sector, find doulas who speak the languages of our communities")
    _renumbered(edit, lambda number: f"{'ABC'[int(number > 3) + int(number > 7)]}{number}")
    return Case(old, (edit.doubtful("m8", "m11"),))


def reworded_by_parts_over_a_chain() -> Case:
    """An action drifts through four versions until the first and the last have few words in common."""
    old = plan(BARE, Layout(columns=BARE_COLUMNS), BARE_CELLS)
    second = Edit(old).set("b8", "action", "Translate the staff handbook and induction pack into Malayalam and Tagalog")
    third = Edit(second.version()).set(
        "b8", "action", "Translate the induction pack for new starters into Malayalam and Tagalog"
    )
    fourth = Edit(third.version()).set(
        "b8", "action", "Provide induction materials for new international starters in Malayalam and Tagalog"
    )
    whole = Edit(old).set("b8", "action", fourth.row("b8").cells["action"]).doubtful("b8")
    return Case(old, (second, third, fourth), whole)


def opposite_of_what_it_was() -> Case:
    """One word turns an action round; it stays the same action, and the change must be told."""
    old = plan(BARE, Layout(columns=BARE_COLUMNS), BARE_CELLS)
    edit = Edit(old).set("b4", "action", "Do not pay bank staff for mandatory equality training")
    edit.set("b1", "action", "Make the staff restaurant close at night for those on shift")
    return Case(old, (edit,))


def numbers_within_an_action() -> Case:
    """A number within the action is lowered: a small change of text, a large one of meaning."""
    old = plan(INDICATORS)
    edit = Edit(old).set("i6", "action", "Train twenty investigating officers in fair process")
    edit.set("i2", "action", "Advertise every Band 8c post and above on job boards aimed at under-represented groups")
    return Case(old, (edit,))


def action_cut_and_context_put_in_update() -> Case:
    """A long action is cut to its first half, and the second half goes to the update."""
    old = plan(MATERNITY)
    edit = Edit(old)
    edit.set("m1", "action", "Map where global majority women book late")
    edit.set(
        "m1", "update", "To be shared with every community midwifery team. Map drafted for the east of the borough"
    )
    edit.set("m3", "action", "Report stillbirth and neonatal death rates by ethnicity to the Board")
    return Case(old, (edit,))


def owner_and_date_in_one_new_action_alike() -> Case:
    """An action leaves; one of the same owner, date and row comes that has nothing else in common."""
    old = plan(NAMED)
    edit = Edit(old).drop("n5")
    edit.add(
        "n4",
        "n20 | 5 | Buy adjustable desks for the call centre | Lucy Hart, Head of HR Operations | 30/11/2025 | Not started |",
    )
    return Case(old, (edit,))


def withdrawn_by_status() -> Case:
    """One action is withdrawn by its status, one is paused, one proposed for closure."""
    old = plan(INDICATORS)
    edit = (
        Edit(old)
        .set("i5", "status", "Withdrawn")
        .set("i1", "status", "Proposed for closure", "proposed for closure")
        .set("i9", "status", "On hold")
    )
    return Case(old, (edit,))


def sub_actions_by_letter() -> Case:
    """Refs 1a, 1b, 2a become 1.1, 1.2, 2.1, and a group's action is moved between the letters."""
    old = plan(NAMED)
    for row, ref in zip(old.rows, ("1a", "1b", "1c", "2a", "2b", "2c", "2d", "3a", "3b", "3c"), strict=True):
        row.cells["ref"] = ref
    edit = Edit(old).move("n7", "n4")
    for row, ref in zip(edit.rows, ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"), strict=True):
        row.cells["ref"] = ref
    return Case(old, (edit.set("n6", "update", "Staff side agreed"),))


def blank_rows_and_a_new_block() -> Case:
    """A block of four new actions is put in the middle, and all refs below go up by four."""
    old = plan(INDICATORS)
    edit = Edit(old)
    lines = (
        "i40 | | Send a welcome message in plain English to each new volunteer | Volunteering Lead | 31/12/2025 | Not started |",
        "i41 | | Hold a drop-in on visas and settled status for overseas recruits | International Recruitment Lead | 31/01/2026 | Not started |",
        "i42 | | Invite a mystery shopper with sight loss to try the website | Web Manager | 28/02/2026 | Not started |",
        "i43 | | Let staff display the languages they speak on their badges | Security Manager | 30/11/2025 | In progress |",
    )
    for after, line in zip(("i6", "i40", "i41", "i42"), lines, strict=True):
        edit.add(after, line, "Communications")
    return Case(old, (_renumbered(edit, str),))


SHARED_WORDS = """
# Domain A
h1 | A1 | Publish the workforce race equality standard report for 2024/25 | Head of Inclusion | 31/10/2025 | Completed | On the website
h2 | A2 | Publish the workforce disability equality standard report for 2024/25 | Head of Inclusion | 31/10/2025 | Completed | On the website
h3 | A3 | Publish the gender pay gap report | Head of Inclusion | 30/03/2026 | Not started |
h4 | A4 | Take the staff survey results by protected characteristic to each division | HR Business Partners | 30/06/2025 | Completed | All five divisions
# Domain B
h5 | B1 | Hold a conversation about race with every executive team member | Chief Executive | 31/12/2025 | In progress | Four of eight
h6 | B2 | Hold a conversation about disability with every executive team member | Chief Executive | 31/12/2025 | Not started |
h7 | B3 | Take forward the findings of the cultural audit in theatres | Theatre Manager | 31/01/2026 | In progress |
h8 | B4 | Pay for two places a year on the Stepping Up programme | Head of Talent | 31/03/2026 | In progress | One place filled
"""


def the_first_date_rewritten() -> Case:
    """A column of original dates and one of revised dates: one original is quietly rewritten, one revised date is new."""
    columns = (*PLAIN[:3], ("Original date", "first"), ("Revised date", "target"), *PLAIN[4:])
    old = plan(NAMED, Layout(columns=columns))
    for row in old.rows:
        row.cells["first"] = row.cells["target"]
    old.row("n4").cells["target"] = "31/12/2025"
    edit = Edit(old)
    edit.same("n4", "first", "31/12/2025").tell("n4", "target")
    return Case(old, (edit.set("n6", "target", "31/03/2026", "59 days later"),))


def completion_dates_changed() -> Case:
    """A column of the days on which actions were completed: one day is changed, one is entered with the completion."""
    columns = (*PLAIN, ("Date completed", "done"))
    old = plan(NAMED, Layout(columns=columns))
    old.row("n3").cells["done"], old.row("n8").cells["done"] = "24/06/2025", "01/09/2025"
    edit = Edit(old).set("n8", "done", "15/10/2025").set("n10", "done", "20/11/2025")
    return Case(old, (edit.set("n10", "status", "Completed", "completed"),))


def committee_changed() -> Case:
    """A column of the overseeing committee: one action goes to another committee."""
    columns = (*PLAIN, ("Committee", "committee"))
    old = plan(NAMED, Layout(columns=columns))
    for row in old.rows:
        row.cells["committee"] = "People Committee" if row.key < "n8" else "Quality Committee"
    return Case(old, (Edit(old).set("n6", "committee", "Quality Committee"),))


def framework_tags_changed() -> Case:
    """Tags of national frameworks: one is added, one leaves, two are only written in another order."""
    columns = (*PLAIN, ("Framework", "frameworks"))
    old = plan(INDICATORS, Layout(columns=columns))
    for row in old.rows:
        row.cells["frameworks"] = "WRES" if row.group.startswith("WRES") else "WDES, EDS22"
    edit = Edit(old).set("i3", "frameworks", "WRES, HIA 2").set("i7", "frameworks", "WDES")
    return Case(old, (edit.same("i8", "frameworks", "EDS22; WDES"),))


def states_told_in_the_update_only() -> Case:
    """No column of states: the update begins with one, and two of them move on."""
    columns = (*PLAIN[:4], PLAIN[5])
    old = plan(INDICATORS, Layout(columns=columns))
    for row in old.rows:
        row.cells["update"] = f"{row.cells.pop('status')}. {row.cells['update']}".strip()
    edit = Edit(old)
    edit.set("i2", "update", "In progress. Two posts advertised so far").may("i2", "progress")
    edit.set("i10", "update", "Completed. Paper agreed by the executive team").may("i10", "progress")
    return Case(old, (edit,))


def same_words_on_every_sheet() -> Case:
    """The same two actions stand on each directorate's sheet; one sheet's go on, one sheet's date moves, one is dropped."""
    text = ""
    for number, name in enumerate(("Surgery", "Medicine", "Children", "Therapies")):
        text += f"## {name}\n"
        text += f"y{number}a | 1 | Name an inclusion champion for the directorate | Directorate Manager | 31/10/2025 | In progress |\n"
        text += f"y{number}b | 2 | Discuss the staff survey results by ethnicity at the directorate board | Directorate Manager | 30/11/2025 | Not started |\n"
    old = plan(text)
    edit = Edit(old).drop("y2a")
    edit.set("y1b", "target", "31/01/2026", "62 days later").set("y0a", "status", "Completed", "completed")
    return Case(old, (edit,))


def last_years_reports_and_this_years() -> Case:
    """What was done for last year leaves and the same for this year comes under its ref."""
    old = plan(SHARED_WORDS)
    edit = Edit(old).drop("h1", "h2")
    edit.rows.insert(
        0,
        replace(
            old.row("h1"),
            key="h11",
            cells={
                "ref": "A1",
                "action": "Publish the workforce race equality standard report for 2025/26",
                "owner": "Head of Inclusion",
                "target": "31/10/2026",
                "status": "Not started",
                "update": "",
            },
        ),
    )
    edit.rows.insert(
        1,
        replace(
            old.row("h2"),
            key="h12",
            cells={
                "ref": "A2",
                "action": "Publish the workforce disability equality standard report for 2025/26",
                "owner": "Head of Inclusion",
                "target": "31/10/2026",
                "status": "Not started",
                "update": "",
            },
        ),
    )
    edit.doubts.update({("h1", "h11"), ("h2", "h12")})
    return Case(old, (edit,))


def refs_of_twins_swapped() -> Case:
    """Two actions alike but for one word change refs, rows and states; the words tell which is which."""
    old = plan(SHARED_WORDS)
    edit = Edit(old).move("h5", "h6")
    edit.row("h5").cells["ref"], edit.row("h6").cells["ref"] = "B2", "B1"
    return Case(old, (edit.set("h6", "status", "In progress", "started").set("h5", "update", "Six of eight"),))


def plain_english_throughout() -> Case:
    """An editor puts a whole plan into plainer words: refs, owners, dates and order stay."""
    old = plan(MATERNITY)
    edit = Edit(old)
    words = {
        "m1": "Draw a map of the places where global majority women book late and give it to all community midwives",
        "m2": "At booking, note the ethnicity of the baby's father if the mother agrees",
        "m3": "Twice a year, tell the Board about stillbirths and neonatal deaths by ethnicity and deprivation",
        "m4": "Start a team of midwives who stay with the same women in the ten poorest postcodes",
        "m5": "Hold antenatal classes in Bengali, Polish and Romanian",
        "m7": "Do not ask women to prove entitlement before they have been seen",
        "m8": "Train all maternity staff in cultural safety",
        "m9": "Open a clinic where women who felt unheard can talk about the birth",
        "m10": "Check that pulse oximetry and jaundice guidance works for darker skin and correct the guidelines",
        "m11": "Find doulas who speak community languages, with help from the voluntary sector",
    }
    for key, text in words.items():
        edit.set(key, "action", text)
    return Case(old, (edit.doubtful(*words),))


def another_plan_altogether() -> Case:
    """The plan of another trust under the same headings and refs: no action is the same."""
    old = plan(INDICATORS)
    edit = Edit(old)
    other = plan(NAMED)
    edit.rows = other.rows
    return Case(old, (edit,))


def retyped_without_a_change() -> Case:
    """Everything retyped in another layout and order: nothing has changed."""
    old = plan(INDICATORS)
    edit = _relaid(
        Edit(old),
        groups="column",
        group_heading="Indicator",
        top=2,
        columns=(
            ("Owner", "owner"),
            ("Due", "target"),
            ("Action", "action"),
            ("State", "status"),
            ("Notes", "update"),
            ("No", "ref"),
        ),
    )
    edit.rows.reverse()
    edit.moves.update(_every(edit))
    for row in edit.rows:
        row.cells["status"] = row.cells["status"].upper()
        row.cells["owner"] = row.cells["owner"].replace("Lead", "lead")
    edit.same("i1", "target", "30 September 2025").same("i2", "target", "Dec 2025").same(
        "i9", "target", "Every quarter"
    )
    return Case(old, (edit,))


def bullets_become_rows() -> Case:
    """An action of three bullets becomes three actions with refs 2a to 2c."""
    old = plan(NAMED)
    old.row("n2").cells["action"] = (
        "Prepare the next generation of directors:\\n• host two aspiring directors from the region each year\\n• second a global majority manager to the strategy team\\n• report destinations of alumni to the Board".replace(
            "\\n", "\n"
        )
    )
    edit = Edit(old).drop("n2")
    edit.add(
        "n1",
        "n21 | 2a | Host two aspiring directors from the region each year | Tom Reilly, Director of Strategy | 31/03/2026 | Not started |",
    )
    edit.add(
        "n21",
        "n22 | 2b | Second a global majority manager to the strategy team | Tom Reilly, Director of Strategy | 31/03/2026 | Not started |",
    )
    edit.add(
        "n22",
        "n23 | 2c | Report destinations of alumni to the Board | Tom Reilly, Director of Strategy | 31/03/2026 | Not started |",
    )
    return Case(old, (edit.split("n2", "n21", "n22", "n23"),))


def bare_quarters_in_the_next_year() -> Case:
    """Quarters without a year take theirs from the title, and the title is of the next year: every date has moved."""
    text = INDICATORS.replace("30/09/2025", "Q2").replace("31/12/2025", "Q3").replace("31/03/2026", "Q4")
    old = plan(text)
    edit = _relaid(Edit(old), title="Equality, Diversity and Inclusion Action Plan 2026-27")
    for row in edit.rows:
        if row.cells["target"].startswith("Q") and row.cells["target"] != "Quarterly":
            edit.tell(row.key, "target", "365 days later")
    return Case(old, (edit,))


def owners_in_another_order() -> Case:
    """Owners joined by other signs and in another order; one of them truly leaves."""
    old = plan(INDICATORS)
    old.row("i1").cells["owner"] = "Resourcing Manager; Head of Communications"
    old.row("i4").cells["owner"] = "Employee Relations Lead / Staff Side Chair"
    old.row("i7").cells["owner"] = "Communications Manager, Disability Network Chair"
    edit = Edit(old).same("i1", "owner", "Head of Communications\nResourcing Manager")
    edit.same("i4", "owner", "Employee Relations Lead and Staff Side Chair")
    return Case(old, (edit.set("i7", "owner", "Communications Manager"),))


def percentages_as_states() -> Case:
    """Percentages give way to words: 0% is not started, 100% is completed; one that was 40% is now completed."""
    old = plan(INDICATORS)
    shares = {"Not started": "0%", "In progress": "40%", "Completed": "100%"}
    for row in old.rows:
        row.cells["status"] = shares[row.cells["status"]]
    edit = Edit(old)
    words = {share: state for state, share in shares.items()}
    for row in edit.rows:
        row.cells["status"] = words[row.cells["status"]]
    edit.row("i3").cells["status"] = "Completed"
    return Case(old, (edit.tell("i3", "progress", "completed"),))


def rag_words_shortened() -> Case:
    """Red, Amber and Green become R, A and G; one of them is another colour."""
    old = plan(MEASURED_PLAN, Layout(columns=MEASURED), MEASURED_CELLS)
    edit = Edit(old)
    for row in edit.rows:
        row.cells["rag"] = row.cells["rag"][0]
    edit.row("k6").cells["rag"] = "R"
    return Case(old, (edit.tell("k6", "stated_rag"),))


def a_row_pasted_twice() -> Case:
    """A row stands twice in the new version, the copy at the end of the plan with another owner."""
    old = plan(NAMED)
    edit = Edit(old)
    edit.add(
        "n10",
        "n40 | 11 | Agree a policy on time off for gender reassignment | Wellbeing Lead | 30/11/2025 | Not started |",
    )
    return Case(old, (edit,))


def a_theme_put_in_before_the_others() -> Case:
    """A new first theme pushes the numbers of the others and their refs up by one."""
    text = (
        NAMED.replace("# Leadership", "# Theme 1: Leadership")
        .replace("# Workforce", "# Theme 2: Workforce")
        .replace("# Services", "# Theme 3: Services")
    )
    old = plan(text)
    edit = Edit(old)
    edit.rename_group("Theme 3: Services", "Theme 4: Services").rename_group(
        "Theme 2: Workforce", "Theme 3: Workforce"
    ).rename_group("Theme 1: Leadership", "Theme 2: Leadership")
    for line in (
        "n51 | | Let volunteers join the staff networks | Voluntary Services Manager | 31/12/2025 | Not started |",
        "n50 | | Open the library's quiet room to trainees with dyslexia | Library Manager | 31/01/2026 | Not started |",
    ):
        edit.add("n1", line, "Theme 1: Belonging")
        edit.rows.insert(0, edit.rows.pop(1))
    return Case(old, (_renumbered(edit, str),))


def moved_between_sheets() -> Case:
    """Two actions go to other directorates' sheets and take the next number there; what was behind them moves up."""
    old = plan(SHEETED)
    edit = Edit(old).move("d2", "d8").move("d9", "d4").tell("d2", "group").tell("d9", "group")
    for sheet in ("Surgery", "Medicine", "Children"):
        for number, row in enumerate((row for row in edit.rows if row.sheet == sheet), 1):
            row.cells["ref"] = str(number)
    return Case(old, (edit.set("d9", "status", "In progress", "reopened"),))


def five_versions_of_everything() -> Case:
    """Renumbered, exported, sorted, split, dropped and brought back in five versions."""
    old = plan(MATERNITY, COLUMNED)
    first = _renumbered(Edit(old).drop("m6"), lambda number: f"{number}").set("m2", "status", "In progress", "started")
    second = _relaid(Edit(first.version()), suffix=".csv").set("m4", "target", "31/03/2026", "59 days later")
    third = _relaid(
        _sorted(Edit(second.version()), "m12", "m1", "m7", "m5", "m2", "m10", "m4", "m9", "m3", "m8", "m11"),
        suffix=".xlsx",
    )
    third.drop("m3")
    third.add(
        "m9",
        "m3a | 9a | Report stillbirth rates by ethnicity and deprivation to the Board twice a year | Clinical Governance Midwife | 31/03/2026 | In progress | First report went to the September Board",
    )
    third.add(
        "m3a",
        "m3b | 9b | Report neonatal death rates by ethnicity and deprivation to the Board twice a year | Clinical Governance Midwife | 31/03/2026 | Not started |",
    )
    third.split("m3", "m3a", "m3b")
    fourth = Edit(third.version()).set("m8", "update", "180 of 260 trained")
    fourth.add(
        "m5",
        "m6 | 20 | Provide a telephone interpreter at every postnatal home visit where one is needed | Community Matron | 31/03/2026 | In progress | Contract lapsed",
    )
    whole = (
        _relaid(Edit(old))
        .set("m2", "status", "In progress")
        .set("m4", "target", "31/03/2026", "59 days later")
        .set("m8", "update", "180 of 260 trained")
    )
    whole.tell("m6", "target", "182 days later").tell("m6", "progress", "reopened").tell("m6", "update")
    whole.moves.update(_every(whole))
    return Case(old, (first, second, third, fourth), whole.split("m3", "m3a", "m3b"))


def priorities_in_two_columns() -> Case:
    """One column "Theme and aim" becomes two, theme and aim; the actions stay."""
    old = plan(INDICATORS, COLUMNED)
    edit = _relaid(Edit(old), group_heading="Indicator", columns=(("Standard", "standard"), *PLAIN))
    for row in edit.rows:
        row.cells["standard"], row.group = row.group.split(" ", 1)[0], row.group.split(": ")[1]
        edit.may(row.key, "group", "frameworks")
    return Case(old, (edit,))


def an_update_for_each_month() -> Case:
    """A column of updates for each month: a new month's column is put in, and old ones stay."""
    columns = (*PLAIN[:5], ("Update September", "september"))
    old = plan(NAMED, Layout(columns=columns))
    for row in old.rows:
        row.cells["september"] = row.cells.pop("update")
    edit = _relaid(Edit(old), columns=(*columns, ("Update October", "october")))
    edit.same("n1", "october", "Six held").same("n6", "october", "Draft two is out")
    return Case(old, (edit.tell("n1", "update").tell("n6", "update"),))


def a_status_of_its_own() -> Case:
    """States that are no states of the plan: paused, on hold, at risk; each exchanged for another."""
    old = plan(INDICATORS)
    old.row("i5").cells["status"] = "On hold"
    edit = Edit(old).set("i5", "status", "Paused until the new policy")
    return Case(old, (edit.set("i6", "status", "Delayed"),))


def the_same_plan_a_year_later_on_a_new_sheet() -> Case:
    """The old sheet stays, all closed; the new year's sheet comes before it with new actions and two that are copied."""
    old = plan(NAMED.replace("# Leadership", "## 2025-26\n# Leadership", 1))
    edit = Edit(old)
    for key in ("n2", "n7"):
        row = old.row(key)
        edit.rows.insert(0, replace(row, key=f"{key}x", sheet="2026-27", cells=row.cells | {"target": "31/03/2027"}))
        edit.doubts.add((key, f"{key}x"))
        edit.set(key, "update", "Carried forward to 2026-27")
    edit.rows.insert(
        0,
        replace(
            old.row("n1"),
            key="n60",
            sheet="2026-27",
            cells={
                "ref": "1",
                "action": "Ask patients in outpatients how welcome they felt",
                "owner": "Grace Lim, Catering Manager",
                "target": "31/12/2026",
                "status": "Not started",
                "update": "",
            },
        ),
    )
    return Case(old, (edit,))


def groups_joined() -> Case:
    """Two themes become one: the actions of one of them are told to have moved, or of both that it was renamed."""
    old = plan(NAMED)
    edit = Edit(old)
    for row in edit.rows:
        if row.group in ("Leadership", "Workforce"):
            row.group = "People"
            edit.tell(row.key, "group")
    return Case(old, (edit,))


def smart_text_from_another_program() -> Case:
    """Non-breaking spaces, curly quotes, ligatures and soft line breaks out of another program: nothing has changed."""
    old = plan(NAMED)
    old.row("n9").cells["action"] = (
        'Keep a "first register" of staff who can interpret informally - and say what they must not interpret'
    )
    edit = Edit(old)
    edit.same(
        "n9",
        "action",
        "Keep\u00a0a \u201c\ufb01rst register\u201d of staff who can interpret\ninformally \u2013 and say what they must not interpret",
    )
    edit.same("n10", "action", "Install changing\u00a0places toilets at\u200b both main entrances")
    edit.same("n10", "update", "Tender\u00a0out")
    return Case(old, (edit,))


RELAID: tuple[Callable[[], Case], ...] = (
    columns_moved_and_renamed,
    heading_row_moved_and_columns_added,
    lead_and_support_in_two_columns,
    start_and_end_in_one_column,
    sheet_renamed_and_title_changed,
    one_sheet_split_by_owner_team,
    sheets_joined_into_one,
    groups_unmerged,
    lines_of_groups_become_merged_cells,
    workbook_to_export_to_workbook,
    export_of_a_table,
    refs_with_gaps,
    refs_with_a_prefix_and_sorted_by_date,
    renumbered_after_a_sort_by_owner,
    sorted_by_rag,
    ref_recycled_for_another_action,
    no_refs_at_all,
    templated_networks_swapped,
    templated_staff_groups_renumbered,
    templated_site_replaced,
    templated_wording_changed_throughout,
    split_into_two,
    merged_from_three,
    moved_to_another_group,
    dropped_and_returned,
    carried_forward_to_next_years_sheet,
    next_years_plan,
    owners_renamed,
    dates_retyped,
    dates_become_words_that_say_less,
    state_words_of_the_same_meaning,
    fills_alone,
    progress_fills_become_words,
    updates_appended_replaced_and_trimmed,
    newest_update_above,
    typing_errors_corrected,
    only_the_look_of_words,
    hidden_and_struck,
    comments_changed,
    measures_changed,
    measures_column_renamed,
    action_reworded_in_a_renumbered_and_regrouped_plan,
    reworded_by_parts_over_a_chain,
    opposite_of_what_it_was,
    numbers_within_an_action,
    action_cut_and_context_put_in_update,
    owner_and_date_in_one_new_action_alike,
    withdrawn_by_status,
    sub_actions_by_letter,
    blank_rows_and_a_new_block,
    the_first_date_rewritten,
    completion_dates_changed,
    committee_changed,
    framework_tags_changed,
    states_told_in_the_update_only,
    same_words_on_every_sheet,
    last_years_reports_and_this_years,
    refs_of_twins_swapped,
    plain_english_throughout,
    another_plan_altogether,
    retyped_without_a_change,
    bullets_become_rows,
    bare_quarters_in_the_next_year,
    owners_in_another_order,
    percentages_as_states,
    rag_words_shortened,
    a_row_pasted_twice,
    a_theme_put_in_before_the_others,
    moved_between_sheets,
    five_versions_of_everything,
    priorities_in_two_columns,
    an_update_for_each_month,
    a_status_of_its_own,
    the_same_plan_a_year_later_on_a_new_sheet,
    groups_joined,
    smart_text_from_another_program,
)
