"""Plans of many shapes, and what people do to them over a month, a quarter or a year, with the truth of each edit."""

# ruff: noqa: E501 - the rows of a plan are as long as rows are

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.edited_plans import Edit, Layout, Row, Version, plan


@dataclass
class Case:
    """A plan, its later versions one after the other, and what the last changed from the first where there are more."""

    old: Version
    edits: tuple[Edit, ...]
    whole: Edit | None = None


WORKFORCE = """
# Theme 1: Inclusive leadership
w1 | 1.1 | All Board members to have a SMART equality objective in their annual appraisal | Chief People Officer | 30/06/2025 | In progress | Objectives drafted for seven of eleven members
w2 | 1.2 | Deliver a Board development session on anti-racism | Head of EDI | 30/09/2025 | Not started |
w3 | 1.3 | Establish a reciprocal mentoring scheme between executives and staff from under-represented groups | OD Lead | Q3 2025/26 | In progress | 14 pairs matched
w4 | 1.4 | Publish the gender and ethnicity pay gap reports on the Trust website | Head of Workforce Information | 31/03/2026 | Not started |
# Theme 2: Recruitment and progression
w5 | 2.1 | Introduce diverse interview panels for all posts at Band 8a and above | Head of Resourcing | 31/12/2025 | In progress | Pool of 40 panel members trained
w6 | 2.2 | Review job descriptions and person specifications for biased language | Head of Resourcing | 31/10/2025 | In progress |
w7 | 2.3 | Launch a talent programme for Band 5 and 6 global majority nurses | Deputy Chief Nurse | Q4 2025/26 | Not started |
w8 | 2.4 | Advertise all secondments and acting-up opportunities through the staff bulletin | Head of Resourcing | 31/07/2025 | Completed | In place from 1 July 2025
w9 | 2.5 | Monitor shortlisting and appointment by ethnicity, disability and sex each quarter | Head of Workforce Information | Quarterly | In progress | Q1 data reported
# Theme 3: Health and wellbeing
w10 | 3.1 | Implement a reasonable adjustments passport for disabled colleagues | Occupational Health Manager | 30/11/2025 | In progress | Draft passport out for comment
w11 | 3.2 | Train 60 menopause advocates across all sites | Wellbeing Lead | 31/01/2026 | In progress | 22 trained
w12 | 3.3 | Provide quiet and prayer rooms on every hospital site | Head of Estates | Q4 2025/26 | Not started |
w13 | 3.4 | Offer a wellbeing conversation to every member of staff annually | Wellbeing Lead | Ongoing | In progress |
# Theme 4: Bullying, harassment and discrimination
w14 | 4.1 | Launch the sexual safety charter and an anonymous reporting route | Freedom to Speak Up Guardian | 31/10/2025 | In progress | Reporting form in test
w15 | 4.2 | Reduce the number of formal disciplinary cases involving global majority staff through a pre-action checklist | Head of Employee Relations | 31/03/2026 | In progress |
w16 | 4.3 | Produce a bystander training video and make it available on the learning system | Learning and Development Manager | 30/09/2025 | Completed |
w17 | 4.4 | Agree a zero tolerance statement with staff side and display it in all public areas | Head of Communications | 31/08/2025 | Completed | Posters up in all reception areas
# Theme 5: Staff networks
w18 | 5.1 | Give network chairs protected time of one day a month | Chief People Officer | 30/06/2025 | Completed |
w19 | 5.2 | Hold an annual staff networks conference | Head of EDI | 31/03/2026 | Not started |
w20 | 5.3 | Establish a neurodiversity staff network | Head of EDI | Q3 2025/26 | In progress | Chair elected
w21 | 5.4 | Review terms of reference of all networks | Network Chairs | 31/12/2025 | Not started |
w22 | 5.5 | Each network to produce an annual work plan and budget | Network Chairs | 31/05/2025 | Completed |
"""


OBJECTIVES = """
# Objective 1: Improve the experience of patients who need reasonable adjustments
a1 | | Flag reasonable adjustment needs on the electronic patient record | Chief Nursing Information Officer | 31/12/2025 | In progress | Build in test
a2 | | Audit compliance with the Accessible Information Standard in outpatients | Patient Experience Lead | 30/09/2025 | In progress |
a3 | | Provide easy read versions of the twenty most used patient leaflets | Learning Disability Nurse | 31/01/2026 | In progress | 8 of 20 done
a4 | | Hearing loops to be tested every six months at all reception desks | Head of Estates | Ongoing | In progress |
a5 | | Train volunteers in sighted guide techniques | Voluntary Services Manager | 31/03/2026 | Not started |
# Objective 2: Reduce inequalities in access
a6 | | Analyse did-not-attend rates by deprivation and ethnicity and report to Quality Committee | Business Intelligence Manager | 31/10/2025 | In progress | First cut shared
a7 | | Pilot text message reminders in community languages | Outpatient Service Manager | Q3 2025/26 | Not started |
a8 | | Extend evening and weekend phlebotomy clinics to the two most deprived wards of the city | Divisional Manager, Diagnostics | Q4 2025/26 | Not started |
a9 | | Work with the Gypsy, Roma and Traveller liaison service to co-design a maternity pathway | Consultant Midwife | 31/03/2026 | In progress |
a10 | | Prioritise waiting lists for people with a learning disability | Chief Operating Officer | 30/11/2025 | In progress | Process agreed
# Objective 3: Interpreting and translation
a11 | | Re-tender the interpreting contract with a requirement for video British Sign Language | Head of Procurement | 31/12/2025 | In progress | Specification drafted
a12 | | Stop the use of family members as interpreters in consent discussions | Medical Director | 31/10/2025 | Not started |
a13 | | Display "I speak" cards in emergency department and maternity | Patient Experience Lead | 31/07/2025 | Completed |
a14 | | Measure interpreter fulfilment rates monthly | Head of Procurement | Monthly | In progress |
# Objective 4: Data
a15 | | Improve recording of ethnicity to 95% of inpatients | Business Intelligence Manager | 31/03/2026 | In progress | 88% in September
a16 | | Begin recording of sexual orientation in sexual health and maternity services | Clinical Director, Women and Children | 31/03/2026 | Not started |
a17 | | Publish an annual patient equality data report | Head of EDI | 31/01/2026 | Not started |
a18 | | Recieve assurance that equality impact assesments accompany all service changes | Trust Secretary | Quarterly | In progress |
# Objective 5: Community engagement
a19 | | Recruit six patient safety partners from diverse backgrounds | Patient Safety Lead | 31/12/2025 | In progress | Four in post
a20 | | Attend at least four community events each quarter to promote careers and services | Engagement Manager | Quarterly | In progress |
a21 | | Set up a disability reference group with local user-led organisations | Engagement Manager | 30/09/2025 | In progress |
a22 | | Hold a listening event with the Somali community on maternity care | Consultant Midwife | 30/11/2025 | Not started |
"""


COMMUNITY = """
## Workforce
c1 | W1 | Refresh the values-based recruitment toolkit | Head of Recruitment | 31/10/2025 | In progress | Draft with managers
c2 | W2 | Increase the proportion of disabled staff declaring on ESR to 8% | Workforce Information Manager | 31/03/2026 | In progress | 6.1%
c3 | W3 | Deliver cultural intelligence training to all Band 7 team leaders | Learning and OD Manager | 31/12/2025 | In progress | 61 of 140
c4 | W4 | Carry out exit interviews with all leavers from minority groups | HR Business Partners | Ongoing | In progress |
c5 | W5 | Develop a trans inclusion policy for staff | Head of EDI | 30/11/2025 | In progress | With staff side
c6 | W6 | Review flexible working refusals by protected characteristic | HR Business Partners | Q3 2025/26 | Not started |
## Patients
c7 | P1 | Translate the friends and family test into ten languages | Patient Experience Manager | 30/09/2025 | Completed |
c8 | P2 | Introduce a chaperone policy that respects faith and culture | Deputy Director of Nursing | 31/12/2025 | In progress |
c9 | P3 | Ensure every clinic has step-free access or an agreed alternative | Estates Manager | 31/03/2026 | In progress | 41 of 47
c10 | P4 | Offer longer appointments to people with autism | Service Lead, Children | 31/12/2025 | Not started |
c11 | P5 | Review complaints by protected characteristic twice a year | Complaints Manager | Q2 and Q4 2025/26 | In progress |
c12 | P6 | Develop a trans inclusion policy for patients | Head of EDI | 31/01/2026 | Not started |
## Communities
c13 | C1 | Partner with two food banks to offer health checks | Health Inequalities Lead | 31/03/2026 | In progress |
c14 | C2 | Run a pre-employment programme with the local college | Head of Recruitment | 31/01/2026 | Not started |
c15 | C3 | Map provision for homeless people and publish a directory | Health Inequalities Lead | 30/11/2025 | In progress |
c16 | C4 | Support a Black maternal health week in the borough | Consultant Midwife | 30/09/2025 | Completed |
## Governance
c17 | G1 | Refresh the Equality Steering Group terms of reference | Trust Secretary | 30/06/2025 | Completed |
c18 | G2 | Publish the public sector equality duty report | Head of EDI | 30/01/2026 | In progress |
c19 | G3 | Add an equality section to every business case template | Director of Finance | 31/12/2025 | Not started |
c20 | G4 | Complete EDS 2022 domain 1 with two services | Head of EDI | 28/02/2026 | In progress |
c21 | G5 | Complete EDS 2022 domain 2 | Head of EDI | 28/02/2026 | In progress |
c22 | G6 | Complete EDS 2022 domain 3 | Head of EDI | 28/02/2026 | In progress |
"""


ALIKE = """
# EDS 2022
e1 | | Implement EDS 2022 domain 1 | Head of Patient Experience | 31/12/2025 | In progress |
e2 | | Implement EDS 2022 domain 2 | Head of EDI | 31/12/2025 | In progress |
e3 | | Implement EDS 2022 domain 3 | Trust Secretary | 31/12/2025 | Not started |
# National returns
e4 | | Submit WRES data for 2025 | Workforce Analyst | 31/05/2025 | Completed |
e5 | | Submit WDES data for 2025 | Workforce Analyst | 31/05/2025 | Completed |
e6 | | Publish WRES action plan | Head of EDI | 31/10/2025 | In progress |
e7 | | Publish WDES action plan | Head of EDI | 31/10/2025 | In progress |
e8 | | Publish gender pay gap report | Head of Reward | 30/03/2026 | Not started |
e9 | | Publish ethnicity pay gap report | Head of Reward | 30/03/2026 | Not started |
e10 | | Publish disability pay gap report | Head of Reward | 30/03/2026 | Not started |
# High Impact Actions
e11 | | Self-assess against High Impact Action 1 | Chief Executive | 30/09/2025 | Completed |
e12 | | Self-assess against High Impact Action 2 | Chief People Officer | 30/09/2025 | Completed |
e13 | | Self-assess against High Impact Action 3 | Head of Reward | 30/09/2025 | In progress |
e14 | | Self-assess against High Impact Action 4 | Director of Public Health | 30/09/2025 | In progress |
e15 | | Self-assess against High Impact Action 5 | Head of Resourcing | 30/09/2025 | Not started |
e16 | | Self-assess against High Impact Action 6 | Freedom to Speak Up Guardian | 30/09/2025 | Not started |
# Networks
e17 | | Support the Race Equality Network to deliver its plan | Race Equality Network Chair | 31/03/2026 | In progress |
e18 | | Support the Disability Network to deliver its plan | Disability Network Chair | 31/03/2026 | In progress |
e19 | | Support the LGBTQ+ Network to deliver its plan | LGBTQ+ Network Chair | 31/03/2026 | In progress |
e20 | | Support the Women's Network to deliver its plan | Women's Network Chair | 31/03/2026 | In progress |
e21 | | Reduce the gap in shortlisting between white and BME candidates to 1.2 | Head of Resourcing | 31/03/2026 | In progress | 1.45
e22 | | Reduce the gap in shortlisting between disabled and non-disabled candidates to 1.1 | Head of Resourcing | 31/03/2026 | In progress | 1.18
"""


SHORT = """
# Leadership
s1 | | Training | Head of OD | Q3 | In progress |
s2 | | Review policy | Head of HR | Q3 | Not started |
s3 | | Board sponsor | Chief Executive | Q2 | Completed |
s4 | | Mentoring | Head of OD | Q4 | Not started |
# Recruitment
s5 | | Training | Head of Resourcing | Q3 | Not started |
s6 | | Review policy | Head of Resourcing | Q4 | Not started |
s7 | | Diverse panels | Head of Resourcing | Q3 | In progress |
# Wellbeing
s8 | | Training | Wellbeing Lead | Ongoing | In progress |
s9 | | Review policy | Wellbeing Lead | Q3 | In progress |
s10 | | Menopause cafe | Wellbeing Lead | Q2 | Completed |
# Data
s11 | | ESR campaign | Workforce Analyst | Q2 | Completed |
s12 | | Dashboard | Workforce Analyst | Q3 | In progress |
s13 | | Pay gap report | Head of Reward | Q4 | Not started |
"""


ICB = """
# Leadership and governance
i1 | 1 | Set an equality objective for each executive and publish progress quarterly | Chief People Officer; Chief Executive | 31/12/2025 | In progress |
i2 | 2 | Review the equality impact assessment process and train report authors | Head of EDI | 31/10/2025 | In progress |
i3 | 3 | Develop and launch an inclusive leadership programme for middle managers | Head of OD | 31/01/2026 | In progress |
i4 | 4 | Collect and analyse workforce data by protected characteristic | Workforce Analyst | Quarterly | In progress |
# Population health
i5 | 5 | Engage with Core20 communities on cancer screening | Health Inequalities Lead | 31/03/2026 | In progress |
i6 | 6 | Commission an interpreting service for primary care | Head of Primary Care | 31/12/2025 | In progress |
i7 | 7 | Commission a translation service for primary care | Head of Primary Care | 31/12/2025 | In progress |
i8 | 8 | Promote annual health checks for people with a learning disability | Clinical Lead, Learning Disability | 31/03/2026 | In progress | 62%
i9 | 9 | Promote annual health checks for people with severe mental illness | Clinical Lead, Mental Health | 31/03/2026 | In progress | 55%
# Workforce
i10 | 10 | Introduce anonymised shortlisting | J Okafor | 30/11/2025 | Not started |
i11 | 11 | Train managers in reasonable adjustments | S. Patel & Head of HR | 31/12/2025 | In progress |
i12 | 12 | Train managers in handling grievances fairly | S. Patel, Head of HR | 31/12/2025 | In progress |
i13 | 13 | Launch a staff survey improvement plan and report it to the People Board and publish a summary for staff | Deputy Director of People | 31/03/2026 | Not started |
i14 | 14 | Hold a Black History Month event | Race Equality Network | 31/10/2025 | Completed |
i15 | 15 | Hold a Disability History Month event | Disability Network | 18/12/2025 | Not started |
"""


MENTAL = """
## PCREF
# Leadership and governance
m1 | L1 | Name an executive lead for the patient and carer race equality framework | Chief Executive | 31/05/2025 | Completed | Medical Director named
m2 | L2 | Publish the PCREF plan on the public website | Head of Communications | 30/06/2025 | Completed |
m3 | L3 | Establish a PCREF community partnership board | PCREF Lead | 30/09/2025 | In progress | Two meetings held
m4 | L4 | Report detention rates under the Mental Health Act by ethnicity to each Board | Mental Health Act Manager | Quarterly | In progress |
m5 | L5 | Include race equality in all executive objectives | Chief People Officer | 31/12/2025 | Not started |
# Data
m6 | D1 | Achieve 98% completeness of ethnicity on the patient record | Head of Informatics | 31/03/2026 | In progress | 93%
m7 | D2 | Build a dashboard of restraint and seclusion by ethnicity | Head of Informatics | 31/12/2025 | In progress | Prototype
m8 | D3 | Agree a definition of experience measures with service users | PCREF Lead | 31/01/2026 | Not started |
# Feedback
m9 | F1 | Collect feedback from racialised communities on every inpatient ward | Patient Experience Lead | Ongoing | In progress |
m10 | F2 | Train peer researchers from the African and Caribbean community | Research Manager | 28/02/2026 | Not started |
m11 | F3 | Respond in public to what communities tell us twice a year | PCREF Lead | Q2 and Q4 2025/26 | In progress |
# Competencies
m12 | K1 | Cultural humility training for all inpatient staff | Learning Lead | 31/03/2026 | In progress | 310 of 720
m13 | K2 | Reduce restraint of Black patients by a fifth | Director of Nursing | 31/03/2026 | In progress |
m14 | K3 | Recruit faith and spiritual care staff who reflect the population | Lead Chaplain | 31/12/2025 | In progress |
m15 | K4 | Offer culturally adapted psychological therapies in two boroughs | Lead Psychologist | 31/03/2026 | Not started |
m16 | K5 | Review the use of community treatment orders by ethnicity | Mental Health Act Manager | 30/11/2025 | In progress |
## Workforce
# WRES
m17 | R1 | Debias recruitment at Bands 7 and above | Head of Resourcing | 31/12/2025 | In progress | Panel guidance issued
m18 | R2 | Career conversations for all global majority staff at Bands 2 to 4 | OD Lead | 31/03/2026 | In progress |
m19 | R3 | Independent panel member in every disciplinary decision to suspend | Head of Employee Relations | 31/10/2025 | In progress |
m20 | R4 | Violence and racism from patients: adopt a joint protocol with the police | Local Security Specialist | 31/12/2025 | Not started |
# WDES
m21 | A1 | Centralise the budget for reasonable adjustments | Chief Finance Officer | 30/09/2025 | In progress | Paper to executives
m22 | A2 | Recruit disabled people through supported internships | Head of Resourcing | 30/09/2025 | In progress | 6 interns
m23 | A3 | Digital accessibility audit of the intranet | Head of Communications | 31/12/2025 | Not started |
m24 | A4 | Run a campaign to share disability and long-term condition status on ESR | Workforce Analyst | 31/10/2025 | In progress |
"""


MEASURED = """
# Recruit
q1 | R1 | Guarantee interviews for disabled applicants who meet the essential criteria | Head of Resourcing | 31/12/2025 | Amber | 14/09/25: policy drafted | 100% of adverts | WDES
q2 | R2 | Advertise on community job boards | Head of Resourcing | 31/10/2025 | Green | 10/09/25: six boards agreed | 20 applications a month | WRES
q3 | R3 | Values questions in all interviews | OD Lead | 30/09/2025 | Blue | Done | All interviews | WRES, WDES
# Retain
q4 | T1 | Stay conversations with internationally educated nurses | Deputy Chief Nurse | 31/03/2026 | Green | 30/09/25: 80 held | Turnover under 8% | WRES
q5 | T2 | Flexible working promise for carers | Head of HR | 31/01/2026 | Amber | | 90% of requests agreed | EDS22
q6 | T3 | Buddy scheme for new starters with a disability | Disability Network | 30/11/2025 | Red | No volunteers yet | 25 buddies | WDES
# Respect
q7 | P1 | Active bystander workshops | L&D Manager | 31/03/2026 | Green | 12 run | 30 workshops | WRES
q8 | P2 | Civility toolkit for ward managers | OD Lead | 31/12/2025 | Amber | | Toolkit in use on all wards | WRES
q9 | P3 | Act on hate incidents within 5 days | Local Security Specialist | Ongoing | Green | | 95% in time | EDS22
"""

DIVISION_ACTIONS = (
    ("Divisional board to review WRES and WDES data at least twice a year", "Q2 and Q4 2025/26"),
    ("Identify a divisional EDI champion", "30/06/2025"),
    ("All recruiting managers to complete inclusive recruitment training", "31/12/2025"),
    ("Display the Trust's zero tolerance statement in all patient areas", "30/09/2025"),
    ("Agree an action plan to reduce bullying and harassment from the staff survey", "31/10/2025"),
    ("Increase take-up of reasonable adjustments passports", "Throughout 2025/26"),
    ("Ensure accessible information needs are recorded for every patient", "31/03/2026"),
    ("Report equality impact assessments completed to the Equality Group", "Quarterly"),
)
DIVISIONS = (
    "Medicine",
    "Surgery",
    "Women and Children",
    "Diagnostics",
    "Emergency Care",
    "Cancer",
    "Community",
    "Estates and Facilities",
    "Corporate",
)


def workforce(**said: Any) -> Version:
    return plan(WORKFORCE, Layout(**({} | said)))


def objectives(**said: Any) -> Version:
    return plan(
        OBJECTIVES,
        Layout(
            **(
                {
                    "columns": (
                        ("Action", "action"),
                        ("Owner", "owner"),
                        ("Due", "target"),
                        ("Progress", "status"),
                        ("Comments", "update"),
                    ),
                    "groups": "merged",
                    "group_heading": "Objective",
                }
                | said
            )
        ),
    )


def community(**said: Any) -> Version:
    return plan(
        COMMUNITY,
        Layout(
            **(
                {
                    "columns": (
                        ("Ref", "ref"),
                        ("Action", "action"),
                        ("Responsible", "owner"),
                        ("Deadline", "target"),
                        ("Status", "status"),
                        ("Progress update", "update"),
                    ),
                    "groups": "none",
                }
                | said
            )
        ),
    )


def alike(**said: Any) -> Version:
    return plan(
        ALIKE,
        Layout(
            **(
                {
                    "columns": (
                        ("Action", "action"),
                        ("Lead", "owner"),
                        ("Due date", "target"),
                        ("Status", "status"),
                        ("Comment", "update"),
                    )
                }
                | said
            )
        ),
    )


def short(**said: Any) -> Version:
    return plan(
        SHORT,
        Layout(
            **(
                {
                    "columns": (
                        ("Action", "action"),
                        ("Owner", "owner"),
                        ("When", "target"),
                        ("Progress", "status"),
                        ("Notes", "update"),
                    ),
                    "groups": "merged",
                    "group_heading": "Area",
                }
                | said
            )
        ),
    )


def icb(**said: Any) -> Version:
    return plan(
        ICB,
        Layout(
            **(
                {
                    "columns": (
                        ("No", "ref"),
                        ("Action", "action"),
                        ("Owner(s)", "owner"),
                        ("Target date", "target"),
                        ("Status", "status"),
                        ("Update", "update"),
                    ),
                    "groups": "column",
                    "group_heading": "Domain",
                }
                | said
            )
        ),
    )


def mental(**said: Any) -> Version:
    return plan(
        MENTAL,
        Layout(
            **(
                {
                    "columns": (
                        ("Ref", "ref"),
                        ("Action", "action"),
                        ("Lead", "owner"),
                        ("Completion date", "target"),
                        ("RAG status", "status"),
                        ("Progress", "update"),
                    )
                }
                | said
            )
        ),
    )


def measured() -> Version:
    columns = (
        ("Ref", "ref"),
        ("Action", "action"),
        ("Success measure", "measure"),
        ("Lead", "owner"),
        ("Target date", "target"),
        ("RAG", "rag"),
        ("Update", "update"),
        ("Framework", "frameworks"),
    )
    return plan(
        MEASURED, Layout(columns), ("ref", "action", "owner", "target", "rag", "update", "measure", "frameworks")
    )


def a_month() -> Case:
    old = workforce()
    e = Edit(old)
    e.set("w2", "target", "30/11/2025", "61 days later").set("w2", "status", "In progress")
    e.set("w6", "target", "31/12/2025", "61 days later")
    e.set("w3", "target", "30/11/2025", "brought forward 31 days")
    e.set("w11", "update", "38 trained; two sites have none yet")
    e.set("w14", "status", "Completed").set("w14", "update", "Charter launched 14 October 2025, reporting route live")
    e.set("w10", "owner", "Head of Occupational Health")
    e.set("w21", "owner", "Head of EDI")
    e.set("w12", "target", "TBC")
    e.same("w4", "target", "End of March 2026").same("w20", "target", "Oct - Dec 2025").same(
        "w7", "target", "31 March 2026"
    )
    e.same("w9", "target", "quarterly")
    return Case(old, (e,))


def an_inserted_row_renumbers() -> Case:
    old = workforce()
    e = Edit(old)
    e.add(
        "w1",
        "x1 | 1.2 | Executive directors to sponsor one staff network each | Chief Executive | 31/12/2025 | Not started |",
    )
    for k, r in (("w2", "1.3"), ("w3", "1.4"), ("w4", "1.5")):
        e.same(k, "ref", r)
    e.add(
        "w6",
        "x2 | 2.3 | Remove names and photographs from application forms before shortlisting | Head of Resourcing | 31/03/2026 | Not started |",
    )
    for k, r in (("w7", "2.4"), ("w8", "2.5"), ("w9", "2.6")):
        e.same(k, "ref", r)
    e.drop("w14")
    for k, r in (("w15", "4.1"), ("w16", "4.2"), ("w17", "4.3")):
        e.same(k, "ref", r)
    e.set(
        "w3",
        "action",
        "Set up a reciprocal mentoring scheme between executives and staff from under-represented groups",
    )
    e.set("w7", "action", "Launch a talent programme for Band 5 to 7 global majority nurses and midwives")
    e.set(
        "w15",
        "action",
        "Reduce the number of formal disciplinary cases involving global majority staff by use of a pre-action checklist",
    )
    return Case(old, (e,))


def references_swapped_and_reused() -> Case:
    old = workforce()
    e = Edit(old)
    e.same("w2", "ref", "1.3").same("w3", "ref", "1.2")
    e.same("w10", "ref", "3.3").same("w12", "ref", "3.1")
    e.set("w12", "action", "Provide multi-faith quiet rooms at each of the hospital sites")
    e.set(
        "w10",
        "action",
        "Introduce a reasonable adjustments passport for colleagues with a disability or long-term condition",
    )
    e.drop("w8")
    e.add(
        "w7",
        "x1 | 2.4 | Commission an external review of how agency staff experience our wards | Deputy Chief Nurse | 28/02/2026 | Not started |",
    )
    e.drop("w17")
    e.add(
        "w16",
        "x2 | 4.4 | Publish a quarterly themed report of concerns raised by staff | Freedom to Speak Up Guardian | 31/01/2026 | Not started |",
    )
    return Case(old, (e,))


def reworded_many_ways() -> Case:
    old = objectives()
    e = Edit(old)
    e.set("a2", "action", "Compliance with the Accessible Information Standard in outpatients was audited").set(
        "a2", "status", "Completed"
    )
    e.set("a11", "action", "Interpreting contract re-tendered with a requirement for video British Sign Language").set(
        "a11", "status", "Completed"
    )
    e.set("a21", "action", "Disability reference group set up with local user-led organisations").set(
        "a21", "status", "Completed"
    )
    e.set("a10", "action", "Waiting lists are prioritised for people with a learning disability").set(
        "a10", "status", "Completed"
    )
    e.set("a5", "action", "Volunteers who greet patients will be taught how to guide people with sight loss").doubtful(
        "a5"
    )
    e.set(
        "a7", "action", "Trial SMS appointment reminders in the five most spoken languages other than English"
    ).doubtful("a7")
    e.set("a12", "action", "Relatives must no longer interpret when patients give consent").doubtful("a12")
    e.set("a22", "action", "Somali mothers invited to a conversation about their maternity care").doubtful("a22")
    e.set("a8", "action", "Open blood test clinics out of hours in the most deprived parts of the city").doubtful("a8")
    e.set("a18", "action", "Receive assurance that equality impact assessments accompany all service changes")
    e.append("a15", "Weekly lists of blanks to go to ward clerks.")
    e.append("a6", "Divisions to present their recovery plans in turn.")
    e.append(
        "a17",
        "The report will cover access, experience and outcomes, and be presented to the Board and the council of governors before it is published.",
    )
    e.set("a3", "action", "Provide easy-read versions of the 25 most used patient leaflets")
    e.set("a20", "action", "Attend a minimum of four community events each quarter to promote careers and services")
    e.lost = {"a12"}
    return Case(old, (e,))


def sorted_by_date() -> Case:
    old = objectives(groups="column")
    e = Edit(old)
    order = [
        "a13",
        "a2",
        "a21",
        "a6",
        "a12",
        "a10",
        "a22",
        "a1",
        "a11",
        "a19",
        "a7",
        "a3",
        "a17",
        "a5",
        "a8",
        "a9",
        "a15",
        "a16",
        "a4",
        "a14",
        "a18",
        "a20",
    ]
    e.rows = [e.row(k) for k in order]
    e.moves.update(order)
    e.set("a12", "target", "2025-12-31", "61 days later").set(
        "a7", "action", "Pilot text message reminders in Urdu, Polish and Somali"
    )
    e.add(
        "a22",
        "x1 | | Introduce a carers' passport on all adult wards | Patient Experience Lead | 30/11/2025 | Not started | ",
        group="Objective 1: Improve the experience of patients who need reasonable adjustments",
    )
    return Case(old, (e,))


def typed_into_another_template() -> Case:
    old = objectives()
    e = Edit(old)
    e.layout = Layout(
        columns=(
            ("No.", "ref"),
            ("What we will do", "action"),
            ("By when", "target"),
            ("Who", "owner"),
            ("BRAG", "status"),
            ("Latest position", "update"),
        ),
        groups="line",
        title="Patient EDI Delivery Plan",
    )
    for n, r in enumerate(e.rows, 1):
        r.cells["ref"] = str(n)
    e.set("a1", "action", "Flag reasonable adjustments needs on the EPR").doubtful("a1")
    e.set("a6", "action", "Analyse DNA rates by deprivation and ethnicity and report to Quality Committee")
    e.same("a3", "target", "End January 2026").same("a6", "target", "October 2025").same("a11", "target", "31.12.25")
    e.same("a5", "target", "31st March 2026")
    e.set("a9", "action", "Co-design a maternity pathway with the Gypsy, Roma and Traveller liaison service")
    e.set("a8", "target", "Q4")
    e.set("a13", "status", "Complete")
    e.told.pop("a13")
    e.drop("a14")
    e.set("a16", "target", "30/06/2026", "91 days later")
    e.rename_group("Objective 4: Data", "Objective 4: Better data")
    return Case(old, (e,))


def sheets_renamed_and_moved_between() -> Case:
    old = community()
    e = Edit(old)
    for r in e.rows:
        if r.sheet == "Workforce":
            r.sheet = "Our people"
            e.tell(r.key, "group")
    e.move("c14", "c4")
    e.same("c14", "ref", "W7")
    e.may("c14", "group")
    e.move("c19", "c11")
    e.may("c19", "group")
    e.move("c18", "c20")
    e.drop("c16")
    e.set("c5", "action", "Publish a trans inclusion policy for staff")
    e.set("c21", "status", "Completed").set("c20", "target", "31/03/2026", "31 days later")
    return Case(old, (e,))


def only_looks_change() -> Case:
    old = community()
    e = Edit(old)
    e.layout.columns = (
        ("Ref", "ref"),
        ("Deadline", "target"),
        ("Responsible", "owner"),
        ("Action", "action"),
        ("Status", "status"),
        ("Progress update", "update"),
    )
    e.layout.formulas = (("c2", "action"), ("c9", "target"), ("c15", "owner"), ("c8", "update"))
    e.same("c1", "action", "Refresh the values based recruitment toolkit.").may("c1", "action")
    e.same("c3", "action", "Deliver Cultural Intelligence training to all Band 7 Team Leaders").may("c3", "action")
    e.same("c4", "action", "Carry out exit  interviews with all leavers from minority groups ")
    e.same("c7", "status", "COMPLETED").same("c10", "status", "not started")
    e.same("c13", "owner", "Health inequalities lead").same("c14", "owner", "Head of Recruitment ")
    e.same("c2", "update", "6.1% ").same("c9", "update", "41 of  47")
    e.same("c18", "action", "Publish the Public Sector Equality Duty report").may("c18", "action")
    return Case(old, (e,))


def sheets_gathered_into_one() -> Case:
    old = community()
    e = Edit(old)
    e.layout.groups = "column"
    e.layout.group_heading = "Theme"
    for r in e.rows:
        r.group, r.sheet = (r.sheet, "All actions")
        e.may(r.key, "group")
    e.rows.sort(key=lambda r: ("Governance", "Communities", "Patients", "Workforce").index(r.group))
    e.moves.update(r.key for r in e.rows)
    e.set("c6", "status", "In progress").set("c10", "target", "31/01/2026", "31 days later")
    e.set("c12", "action", "Develop a trans and non-binary inclusion policy for patients")
    return Case(old, (e,))


def very_alike() -> Case:
    old = alike()
    e = Edit(old)
    e.drop("e2")
    e.set("e3", "status", "In progress")
    e.set("e6", "status", "Completed")
    e.set("e7", "target", "30/11/2025", "30 days later")
    e.drop("e9")
    e.add("e10", "x1 | | Publish bank staff pay gap report | Head of Reward | 30/03/2026 | Not started |")
    e.set("e13", "status", "Completed").set("e14", "status", "Completed")
    e.set("e15", "target", "31/12/2025", "92 days later").set("e16", "target", "31/12/2025", "92 days later")
    e.add(
        "e20",
        "x2 | | Support the Faith and Belief Network to deliver its plan | Faith Network Chair | 31/03/2026 | Not started |",
    )
    e.set("e21", "action", "Reduce the gap in shortlisting between white and BME candidates to 1.25")
    e.set("e22", "action", "Reduce the gap in shortlisting between disabled and non-disabled candidates to 1.0")
    e.set("e18", "action", "Support the Disability and Neurodiversity Network to deliver its plan")
    return Case(old, (e,))


def very_alike_rolled_to_next_year() -> Case:
    old = alike()
    e = Edit(old)
    e.drop("e4", "e5", "e11", "e12")
    e.add(
        "e3",
        "x1 | | Submit WRES data for 2026 | Workforce Analyst | 31/05/2026 | Not started |",
        group="National returns",
    )
    e.add(
        "x1",
        "x2 | | Submit WDES data for 2026 | Workforce Analyst | 31/05/2026 | Not started |",
        group="National returns",
    )
    for k in ["e1", "e2", "e3"]:
        e.set(k, "target", "31/12/2026", "365 days later")
    for k in ["e6", "e7"]:
        e.set(k, "target", "31/10/2026", "365 days later")
    e.set("e3", "status", "In progress").set("e6", "update", "Refreshed plan in draft")
    e.set("e8", "status", "Completed").set("e9", "status", "Completed")
    e.doubts |= {("e4", "x1"), ("e5", "x2")}
    return Case(old, (e,))


def very_short() -> Case:
    old = short()
    e = Edit(old)
    e.set("s1", "action", "Training for managers").set("s5", "action", "Panel training")
    e.set("s9", "status", "Completed").set("s2", "target", "Q4", "90 days later")
    e.drop("s6")
    e.set("s12", "action", "EDI dashboard").set("s4", "action", "Reverse mentoring")
    e.add("s10", "x1 | | Prayer room | Head of Estates | Q4 | Not started |")
    e.set("s13", "action", "Pay gap reports")
    e.doubtful("s5")
    return Case(old, (e,))


def very_short_left_and_came_back() -> Case:
    old = short()
    mid = Edit(old)
    mid.drop("s4", "s7", "s12")
    mid.set("s2", "status", "In progress")
    e = Edit(mid.version())
    e.add("s3", "s4 | | Mentoring | Head of OD | Q4 | Not started |")
    e.add("s5", "s7 | | Diverse panels | Head of Resourcing | Q4 | In progress |")
    e.set("s2", "status", "Completed")
    whole = Edit(old)
    whole.rows = e.rows
    whole.moves = {"s6", "s7"}
    whole.told = {"s2": {"progress"}, "s7": {"target"}}
    return Case(old, (mid, e), whole)


def divisions() -> Version:
    """The same eight actions for each division, in three states."""
    states = ("In progress", "Not started", "Completed")
    rows = [
        Row(
            f"d{at}.{n}",
            "Divisional plans",
            name,
            {
                "action": text,
                "owner": f"Divisional Director, {name}",
                "target": when,
                "status": states[(at * 3 + n * 5) % 3],
            },
        )
        for at, name in enumerate(DIVISIONS)
        for n, (text, when) in enumerate(DIVISION_ACTIONS)
    ]
    columns = (("Action", "action"), ("Lead", "owner"), ("Due", "target"), ("Status", "status"))
    return Version(rows, Layout(columns, "merged", "Division"))


def the_same_action_for_each_division() -> Case:
    old = divisions()
    e = Edit(old)
    order = (
        "Cancer",
        "Community",
        "Corporate",
        "Diagnostics",
        "Emergency Care",
        "Estates and Facilities",
        "Medicine",
        "Surgery",
        "Women and Children",
    )
    e.rows.sort(key=lambda r: order.index(r.group))
    e.moves.update(r.key for r in e.rows)
    e.drop(*(f"d6.{n}" for n in range(8)))
    for r in e.rows:
        if r.group == "Women and Children":
            r.group = "Family Services"
            e.tell(r.key, "group").tell(r.key, "owners")
            r.cells["owner"] = "Divisional Director, Family Services"
            e.doubtful(r.key)
    e.set("d0.1", "status", "Completed" if old.row("d0.1").cells["status"] != "Completed" else "In progress")
    e.set("d1.4", "target", "31/12/2025", "61 days later").set("d4.4", "target", "30/11/2025", "30 days later")
    e.drop("d3.3")
    e.set(
        "d8.2", "action", "All recruiting managers to complete inclusive recruitment training before they chair a panel"
    )
    return Case(old, (e,))


def a_year_rolled_over() -> Case:
    old = workforce()
    mid = Edit(old)
    mid.set("w2", "status", "Completed").set("w6", "status", "Completed").set("w14", "status", "Completed")
    mid.set("w5", "status", "Completed").set("w1", "status", "Completed")
    mid.set("w11", "update", "51 trained").set("w19", "target", "30/04/2026", "30 days later")
    new = Edit(mid.version())
    new.layout.title = "Equality, Diversity and Inclusion Action Plan 2026-27"
    new.drop("w1", "w2", "w5", "w6", "w8", "w14", "w16", "w17", "w18", "w22")
    new.set("w3", "target", "Q1 2026/27").set("w4", "target", "31/03/2027", "365 days later").set(
        "w7", "target", "Q4 2026/27", "365 days later"
    )
    new.set("w12", "target", "Q4 2026/27", "365 days later").set("w19", "target", "31/03/2027").set(
        "w15", "target", "31/03/2027", "365 days later"
    )
    new.set("w10", "action", "Embed the reasonable adjustments passport for disabled colleagues").set(
        "w10", "target", "30/09/2026"
    )
    new.add(
        "w4",
        "x1 | 1.1 | Appoint an independent associate non-executive director for inclusion | Chair | 30/09/2026 | Not started |",
    )
    new.add(
        "w9",
        "x2 | 2.6 | Pilot guaranteed interviews for care leavers | Head of Resourcing | 31/12/2026 | Not started |",
    )
    new.add(
        "w15",
        "x3 | 4.1 | Evaluate the anonymous reporting route in its first year | Freedom to Speak Up Guardian | 31/10/2026 | Not started |",
    )
    for k, r in (
        ("w3", "1.2"),
        ("w4", "1.3"),
        ("w7", "2.1"),
        ("w9", "2.2"),
        ("x2", "2.3"),
        ("w15", "4.1"),
        ("x3", "4.2"),
        ("w19", "5.1"),
        ("w20", "5.2"),
        ("w21", "5.3"),
    ):
        new.same(k, "ref", r)
    new.set("w20", "status", "Completed")
    return Case(old, (mid, new))


def split_and_joined() -> Case:
    old = icb()
    e = Edit(old)
    e.set("i2", "action", "Review the equality impact assessment process")
    e.add(
        "i2", "i2b | 2b | Train report authors in equality impact assessment | Head of EDI | 31/01/2026 | Not started |"
    )
    e.split("i2", "i2", "i2b")
    e.set("i1", "action", "Set an equality objective for each executive")
    e.add(
        "i1",
        "i1b | 1b | Publish progress against executives' equality objectives quarterly | Chief People Officer | Quarterly | Not started |",
    )
    e.split("i1", "i1", "i1b")
    e.drop("i13")
    e.add(
        "i12",
        "i13a | 13a | Launch a staff survey improvement plan and report it to the People Board | Deputy Director of People | 31/03/2026 | Not started |",
    )
    e.add(
        "i13a",
        "i13b | 13b | Publish a summary of the staff survey improvement plan for staff | Communications Lead | 31/05/2026 | Not started |",
    )
    e.split("i13", "i13a", "i13b")
    e.drop("i7")
    e.set("i6", "action", "Commission an interpreting and translation service for primary care")
    e.join("i6", "i6", "i7")
    e.drop("i11", "i12")
    e.add(
        "i10",
        "i112 | 11 | Train managers in reasonable adjustments and in handling grievances fairly | S. Patel; Head of HR | 31/12/2025 | In progress |",
    )
    e.join("i112", "i11", "i12")
    e.add(
        "i15", "x1 | 16 | Hold a South Asian Heritage Month event | Race Equality Network | 31/07/2026 | Not started |"
    )
    e.doubtful("i6")
    return Case(old, (e,))


def owners_written_in_other_ways() -> Case:
    old = icb()
    e = Edit(old)
    e.same("i1", "owner", "Chief Executive; Chief People Officer").may("i1", "owners")
    e.set("i2", "owner", "Associate Director of EDI")
    e.set("i3", "owner", "Head of OD / Head of Learning")
    e.same("i10", "owner", "Okafor, J").may("i10", "owners")
    e.same("i11", "owner", "S Patel / Head of HR")
    e.same("i12", "owner", "Head of HR and S. Patel").may("i12", "owners")
    e.set("i13", "owner", "TBC")
    e.same("i4", "owner", "Workforce analyst")
    e.set("i5", "owner", "Health Inequalities Lead (interim)").may("i5", "owners")
    e.told.pop("i5")
    e.set("i8", "owner", "Clinical Lead, Mental Health").set("i9", "owner", "Clinical Lead, Learning Disability")
    e.same("i15", "owner", "The Disability Network").may("i15", "owners")
    return Case(old, (e,))


def half_pasted_from_an_older_version() -> Case:
    v1 = mental()
    e2 = Edit(v1)
    e2.set("m3", "status", "Completed").set("m3", "update", "Board meets every two months")
    e2.set("m5", "target", "31/03/2026", "90 days later")
    e2.set("m6", "update", "95%").set("m7", "status", "Completed")
    e2.set("m8", "action", "Agree experience measures together with service users and carers")
    e2.set("m10", "owner", "Head of Research")
    e2.set("m12", "update", "455 of 720")
    e2.drop("m16")
    e2.add(
        "m15",
        "x1 | K6 | Evaluate advance choice documents for Black patients | Lead Psychologist | 31/03/2026 | Not started |",
    )
    e2.set("m17", "status", "Completed").set("m21", "status", "Completed").set(
        "m20", "target", "31/01/2026", "31 days later"
    )
    e3 = Edit(e2.version())
    for r in v1.rows[:16]:
        if r.key == "m16":
            continue
        new = e3.row(r.key)
        for f in ("action", "owner", "target", "status", "update"):
            if new.cells[f] != r.cells[f]:
                e3.set(r.key, f, r.cells[f])
    e3.drop("x1")
    e3.add(
        "m15",
        "m16 | K5 | Review the use of community treatment orders by ethnicity | Mental Health Act Manager | 30/11/2025 | In progress |",
    )
    e3.set("m19", "status", "Completed").set("m23", "status", "In progress").set(
        "m24", "update", "Campaign week held in October"
    )
    whole = Edit(v1)
    whole.rows = e3.rows
    whole.told = {
        "m17": {"progress"},
        "m21": {"progress"},
        "m20": {"target"},
        "m19": {"progress"},
        "m23": {"progress"},
        "m24": {"update"},
    }
    return Case(v1, (e2, e3), whole)


def struck_through_hidden_and_deduplicated() -> Case:
    v = workforce()
    v.rows.insert(10, Row("dup1", "Action plan", "Theme 3: Health and wellbeing", {**v.row("w11").cells, "ref": "3.5"}))
    v.rows.insert(19, Row("dup2", "Action plan", "Theme 5: Staff networks", {**v.row("w19").cells, "ref": "5.6"}))
    e = Edit(v)
    e.look("w12", "strike")
    e.may("w12", "progress", "action")
    e.look("w21", "strike")
    e.may("w21", "progress", "action")
    e.look("w9", "hidden")
    e.look("w22", "hidden")
    e.drop("dup1", "dup2")
    e.set("w13", "status", "Withdrawn")
    e.told.pop("w13")
    e.may("w13", "progress")
    e.twins = {"dup1": "w11", "dup2": "w19"}
    return Case(v, (e,))


def dates_written_in_other_ways() -> Case:
    old = objectives()
    e = Edit(old)
    for k, w in (
        ("a1", "2025-12-31"),
        ("a2", "30 Sept 2025"),
        ("a3", "31 Jan 26"),
        ("a5", "March 2026"),
        ("a6", "end of October 2025"),
        ("a7", "Q3 25/26"),
        ("a8", "Jan-Mar 2026"),
        ("a9", "31-03-2026"),
        ("a10", "30.11.2025"),
        ("a11", "December 2025"),
        ("a12", "31st October 2025"),
        ("a15", "End Q4 2025/26"),
        ("a17", "2026-01-31"),
        ("a14", "monthly"),
        ("a18", "Each quarter"),
        ("a4", "On-going"),
    ):
        e.same(k, "target", w)
    e.set("a16", "target", "31/03/2027", "365 days later").set("a19", "target", "31/01/2026", "31 days later").set(
        "a21", "target", "September 2026"
    )
    e.set("a22", "target", "15/11/2025", "brought forward 15 days").set("a13", "target", "When resources allow")
    return Case(old, (e,))


def measures_ratings_and_logged_updates() -> Case:
    old = measured()
    e = Edit(old)
    e.set("q1", "update", "12/10/25: agreed by staff side. 14/09/25: policy drafted").set("q1", "rag", "Green")
    e.set("q2", "rag", "Blue").set("q2", "update", "10/09/25: six boards agreed\n08/10/25: first adverts placed")
    e.set("q4", "measure", "Turnover under 9%")
    e.set("q5", "rag", "Red")
    e.set("q6", "target", "28/02/2026", "90 days later").set("q6", "rag", "Amber")
    e.set("q8", "frameworks", "WRES, EDS22")
    e.set("q7", "measure", "24 workshops").set("q7", "update", "19 run")
    e.same("q3", "rag", "BLUE").same("q9", "frameworks", "EDS 2022")
    e.set("q3", "update", "")
    return Case(old, (e,))


def same_row_another_action() -> Case:
    """An action typed over another in its row, under the same reference, beside heavy rewording in place."""
    old = workforce()
    e = Edit(old)
    e.drop("w7")
    e.add(
        "w6",
        "x1 | 2.3 | Buy software that checks adverts for gendered words | Head of Resourcing | Q4 2025/26 | Not started |",
    )
    e.drop("w12")
    e.add(
        "w11",
        "x2 | 3.3 | Offer free sanitary products in staff changing areas | Head of Estates | Q4 2025/26 | Not started |",
    )
    e.set(
        "w16",
        "action",
        "A film that shows colleagues how to step in when they witness poor behaviour is on the e-learning platform",
    ).doubtful("w16")
    e.set("w19", "action", "All staff networks to come together for one conference a year")
    e.set(
        "w15", "action", "Use a pre-action checklist so that fewer global majority staff face formal discipline"
    ).doubtful("w15")
    e.doubtful("w19")
    e.lost = {"w16"}
    return Case(old, (e,))


def texts_swapped_between_rows() -> Case:
    old = objectives()
    e = Edit(old)
    i, j = (e.rows.index(e.row("a1")), e.rows.index(e.row("a3")))
    e.rows[i], e.rows[j] = (e.rows[j], e.rows[i])
    e.moves.update({"a1", "a3"})
    for f in ("owner", "target", "status"):
        x, y = (e.row("a4"), e.row("a5"))
        v, w = (x.cells[f], y.cells[f])
        e.set("a4", f, w).set("a5", f, v)
    i, j = (e.rows.index(e.row("a4")), e.rows.index(e.row("a5")))
    e.rows[i], e.rows[j] = (e.rows[j], e.rows[i])
    e.moves.update({"a4", "a5"})
    e.move("a22", "a10")
    e.move("a6", "a15")
    e.rename_group("Objective 3: Interpreting and translation", "Objective 3: Language and communication")
    return Case(old, (e,))


def abbreviated_and_spelt_out() -> Case:
    old = mental()
    e = Edit(old)
    e.set("m1", "action", "Name an executive lead for PCREF")
    e.set("m4", "action", "Report MHA detention rates by ethnicity to each Board")
    e.set("m16", "action", "Review the use of CTOs by ethnicity")
    e.set("m12", "action", "All inpatient staff to have had cultural humility training").set(
        "m12", "update", "455 of 720"
    )
    e.set("m18", "action", "Career conversations for all BME staff at Bands 2 to 4")
    e.set("m24", "action", "Campaign run to share disability and long-term condition status on ESR").set(
        "m24", "status", "Completed"
    )
    e.set("m22", "action", "Supported internships used to recruit disabled people")
    e.set("m13", "action", "Reduce restraint of Black patients by a quarter")
    e.set("m21", "action", "Budget for reasonable adjustments centralised").set("m21", "status", "Completed")
    e.rename_group("Competencies", "Organisational competencies")
    return Case(old, (e,))


def a_busy_quarter() -> Case:
    """Everything at once, in a plan without references."""
    old = mental(
        columns=(
            ("Action", "action"),
            ("Lead", "owner"),
            ("Completion date", "target"),
            ("Status", "status"),
            ("Progress", "update"),
        ),
        groups="merged",
    )
    for r in old.rows:
        r.cells["ref"] = ""
    e = Edit(old)
    e.drop("m1", "m2", "m14")
    e.set("m3", "action", "Run the PCREF community partnership board").set("m3", "status", "Completed")
    e.set("m9", "action", "Gather feedback from racialised communities on each inpatient ward and act on it")
    e.add(
        "m6",
        "x1 | | Achieve 95% completeness of first language on the patient record | Head of Informatics | 31/03/2026 | Not started |",
    )
    e.set("m6", "target", "30/06/2026", "91 days later").set("m6", "update", "94%")
    e.move("m7", "m16")
    e.set("m7", "status", "Completed")
    e.set("m10", "target", "30/04/2026", "61 days later").set("m10", "owner", "Head of Research")
    e.set("m12", "action", "Deliver training in cultural humility to all inpatient and crisis staff").set(
        "m12", "update", "455 of 720"
    )
    e.set("m15", "action", "Offer culturally adapted therapies")
    e.add(
        "m20",
        "x2 | | Independent review of racist incidents reported by staff | Local Security Specialist | 31/03/2026 | Not started |",
    )
    e.set("m22", "action", "Recruit at least ten disabled people through supported internships")
    e.set("m24", "status", "Completed")
    e.set("m19", "owner", "Deputy Director of People")
    e.move("m18", "m21")
    e.told["m18"].add("frameworks")
    e.set("m23", "action", "Digital accessibility audit of intranet and public website")
    return Case(old, (e,))


def a_new_column_of_updates_each_month() -> Case:
    cols = (
        ("Ref", "ref"),
        ("Action", "action"),
        ("Lead", "owner"),
        ("Timescale", "target"),
        ("Status", "status"),
        ("Update September 2025", "update"),
    )
    old = workforce(columns=cols)
    e = Edit(old)
    e.layout.columns = (*cols, ("Update October 2025", "october"))
    for k, t in (
        ("w3", "16 pairs matched"),
        ("w10", "Passport approved"),
        ("w11", "30 trained"),
        ("w15", "Checklist in use in two divisions"),
    ):
        e.row(k).cells["october"] = t
        e.tell(k, "update")
    e.set("w10", "status", "Completed")
    return Case(old, (e,))


def shades_of_a_key() -> Case:
    key = {"Not started": "#FF0000", "In progress": "#FFC000", "Completed": "#00B050"}
    cols = (("Action", "action"), ("Owner", "owner"), ("Target", "target"), ("RAG", "rag"), ("Comments", "update"))
    old = objectives(columns=cols, fills=key)
    for r in old.rows:
        r.cells["rag"] = r.cells.pop("status")
    e = Edit(old)
    for k, s in (
        ("a2", "Completed"),
        ("a5", "In progress"),
        ("a6", "Completed"),
        ("a7", "In progress"),
        ("a22", "Completed"),
    ):
        e.row(k).cells["rag"] = s
        e.tell(k, "progress")
    e.set("a6", "update", "Reported to Quality Committee 21 October")
    e.move("a8", "a6")
    e.moves.add("a8")
    e.add(
        "a10",
        "x1 | | Offer virtual appointments in a hub for people without the internet | Outpatient Service Manager | Q4 2025/26 | | ",
    )
    e.row("x1").cells["rag"] = "Not started"
    return Case(old, (e,))


def found_and_replaced_throughout() -> Case:
    old = mental()
    e = Edit(old)
    for r in e.rows:
        for a, b in (
            ("ethnicity", "race and ethnicity"),
            ("Black", "Black African and Caribbean"),
            ("staff", "colleagues"),
            ("inpatient", "in-patient"),
        ):
            if a in r.cells["action"]:
                r.cells["action"] = r.cells["action"].replace(a, b)
                e.tell(r.key, "action") if a != "inpatient" else e.may(r.key, "action")
        if r.cells["owner"] == "Head of Informatics":
            r.cells["owner"] = "Chief Digital Officer"
            e.tell(r.key, "owners")
    e.doubtful("m12")
    return Case(old, (e,))


def marks_typed_before_and_after_the_text() -> Case:
    old = workforce()
    e = Edit(old)
    e.set("w2", "action", "COMPLETED - Deliver a Board development session on anti-racism").set(
        "w2", "status", "Completed"
    )
    e.set("w6", "action", "Review job descriptions and person specifications for biased language (see also 2.1)")
    e.set("w10", "action", "*PRIORITY* Implement a reasonable adjustments passport for disabled colleagues")
    e.set(
        "w20",
        "action",
        "Establish a neurodiversity staff network UPDATE Oct: chair elected, first meeting 4 November with 31 people, terms of reference to follow",
    )
    e.set("w19", "action", "Hold an annual staff networks conference (carried forward from 2024/25)")
    e.set("w15", "action", "Reduce the number of formal disciplinary cases")
    e.add(
        "w3",
        "x1 | 1.5 | NEW: Executive walkabouts with network chairs on night shifts | Chief Executive | 31/12/2025 | Not started |",
    )
    e.set("w4", "action", "Trust website to carry the gender and ethnicity pay gap reports")
    e.set("w13", "action", "Every member of staff to be offered a wellbeing conversation annually")
    e.set("w5", "action", "Diverse interview panels to be introduced for all posts at Band 8a and above")
    return Case(old, (e,))


def siblings_dropped_and_reworded() -> Case:
    old = plan(
        "\n# Apprenticeships\ng1 | | Recruit ten apprentices from Bradford | Head of Resourcing | 31/12/2025 | In progress |\ng2 | | Recruit ten apprentices from Leeds | Head of Resourcing | 31/12/2025 | In progress |\ng3 | | Recruit ten apprentices from Wakefield | Head of Resourcing | 31/12/2025 | Not started |\ng4 | | Recruit five apprentices with a learning disability | Head of Resourcing | 31/03/2026 | Not started |\n# Training\ng5 | | Unconscious bias training for recruiting managers | L&D Manager | 30/09/2025 | Completed |\ng6 | | Unconscious bias training for Board members | L&D Manager | 31/10/2025 | In progress |\ng7 | | Disability awareness training for managers | L&D Manager | 31/12/2025 | In progress |\ng8 | | Deaf awareness training for reception staff | L&D Manager | 31/01/2026 | Not started |\ng9 | | LGBTQ+ awareness training for managers | L&D Manager | 31/01/2026 | Not started |\n# Policies\ng10 | | Review the dignity at work policy | Head of HR | 30/09/2025 | In progress |\ng11 | | Review the flexible working policy | Head of HR | 31/12/2025 | Not started |\ng12 | | Review the special leave policy | Head of HR | 31/12/2025 | Not started |\ng13 | | Review the recruitment policy | Head of HR | 31/03/2026 | Not started |\ng14 | | Write a menopause policy | Wellbeing Lead | 31/12/2025 | In progress |\ng15 | | Write a carers policy | Wellbeing Lead | 31/01/2026 | Not started |\n",
        Layout(
            columns=(
                ("Action", "action"),
                ("Lead", "owner"),
                ("By when", "target"),
                ("Status", "status"),
                ("Update", "update"),
            ),
            groups="merged",
            group_heading="Workstream",
        ),
    )
    e = Edit(old)
    e.drop("g2")
    e.set("g3", "action", "Recruit twelve apprentices from Wakefield and the Five Towns").doubtful("g3")
    e.drop("g5")
    e.set("g6", "action", "Unconscious bias training for Board members and governors").set("g6", "status", "Completed")
    e.drop("g8")
    e.add("g9", "x1 | | Autism awareness training for reception staff | L&D Manager | 31/03/2026 | Not started |")
    e.drop("g12")
    e.add("g13", "x2 | | Review the disciplinary policy | Head of HR | 31/03/2026 | Not started |")
    e.set("g11", "action", "Review and relaunch the flexible working policy")
    e.set("g15", "action", "Write a working carers policy")
    e.set("g14", "status", "Completed").set("g10", "status", "Completed").set(
        "g13", "target", "30/06/2026", "91 days later"
    )
    e.doubts = {("g8", "x1")}
    e.lost = {"g3"}
    return Case(old, (e,))


def a_column_for_revised_dates_added() -> Case:
    old = workforce()
    e = Edit(old)
    cols = list(old.layout.columns)
    cols.insert(4, ("Revised date", "revised"))
    e.layout.columns = tuple(cols)
    for k, d, says in (
        ("w2", "31/01/2026", "123 days later"),
        ("w6", "28/02/2026", "120 days later"),
        ("w19", "30/06/2026", "91 days later"),
    ):
        e.row(k).cells["revised"] = d
        e.tell(k, "target")
        e.effects[k, "target"] = says
    e.set("w2", "update", "Facilitator withdrew")
    return Case(old, (e,))


def completed_ones_moved_to_a_sheet_of_their_own() -> Case:
    old = mental(groups="column")
    e = Edit(old)
    e.set("m21", "status", "Completed").set("m17", "status", "Completed").set("m22", "status", "Completed")
    gone = [r for r in e.rows if r.cells["status"] == "Completed"]
    e.rows = [r for r in e.rows if r not in gone] + gone
    for r in gone:
        r.sheet = "Completed actions"
        e.moves.add(r.key)
    e.set("m12", "update", "455 of 720").set("m23", "status", "In progress")
    for r in gone:
        e.may(r.key, "group", "frameworks")
    return Case(old, (e,))


def a_title_rolled_on_takes_bare_quarters_with_it() -> Case:
    text = "\nt1 | 1 | Hold a listening week with minority ethnic staff | Head of EDI | Q3 | Not started |\nt2 | 2 | Create a calendar of religious and cultural days | Communications Lead | Q1 | Completed |\nt3 | 3 | Publish case studies of colleagues who progressed | Communications Lead | Q2 | In progress |\nt4 | 4 | Agree targets for senior representation with the Board | Chief People Officer | Q4 | Not started |\nt5 | 5 | Set up a fund for staff network events | Chief Finance Officer | 30/09/2025 | In progress |\n"
    old = plan(text, Layout(groups="none"))
    e = Edit(old)
    e.layout.title = "Equality, Diversity and Inclusion Action Plan 2026-27"
    for k in ("t1", "t3", "t4"):
        e.tell(k, "target")
        e.effects[k, "target"] = "365 days later"
    e.drop("t2")
    e.same("t3", "ref", "2").same("t4", "ref", "3").same("t5", "ref", "4")
    return Case(old, (e,))


def bullets_within_an_action() -> Case:
    old = plan(
        "\n# Networks\nb1 | 1.1 | Support the Race Equality Network, including:\\n• hosting events for Black History Month\\n• promoting the network at induction\\n• agreeing three objectives for the year | Head of EDI | 31/03/2026 | In progress |\nb2 | 1.2 | Support the Disability Network, including:\\n• hosting events for Disability History Month\\n• promoting the network at induction\\n• agreeing three objectives for the year | Head of EDI | 31/03/2026 | In progress |\nb3 | 1.3 | Support the LGBTQ+ Network, including:\\n• hosting events for Pride\\n• promoting the network at induction\\n• agreeing three objectives for the year | Head of EDI | 31/03/2026 | In progress |\n# Leadership\nb4 | 2.1 | Board members to:\\n- complete inclusive leadership training\\n- mentor a colleague from an under-represented group\\n- attend one network meeting a year | Trust Secretary | 31/12/2025 | In progress |\nb5 | 2.2 | Talent management: identify, develop and support future leaders from under-represented groups | OD Lead | Q4 2025/26 | Not started |\n"
    )
    e = Edit(old)
    e.same(
        "b1",
        "action",
        "Support the Race Equality Network, including:\n- hosting events for Black History Month\n- promoting the network at induction\n- agreeing three objectives for the year",
    )
    e.set(
        "b2",
        "action",
        "Support the Disability Network, including:\n• promoting the network at induction\n• agreeing three objectives for the year\n• hosting events for Disability History Month",
    )
    e.set(
        "b3",
        "action",
        "Support the LGBTQ+ Network, including:\n• hosting events for Pride\n• agreeing three objectives for the year",
    )
    e.set(
        "b4",
        "action",
        "Board members to:\n- complete inclusive leadership training\n- mentor a colleague from an under-represented group\n- attend one network meeting a year\n- sponsor a network",
    ).set("b4", "status", "Completed")
    e.drop("b5")
    e.add(
        "b4",
        "b5a | 2.2 | Identify future leaders from under-represented groups | OD Lead | Q3 2025/26 | Not started |",
        group="Leadership",
    )
    e.add(
        "b5a",
        "b5b | 2.3 | Develop and support future leaders from under-represented groups | OD Lead | Q4 2025/26 | Not started |",
    )
    e.split("b5", "b5a", "b5b")
    e.doubtful("b5")
    return Case(old, (e,))


def split_by_site_and_by_network() -> Case:
    old = plan(
        "\n# Sites\nk1 | 1 | Install changing places toilets at the Royal and the General | Head of Estates | 31/03/2026 | In progress |\nk2 | 2 | Audit signage for people with sight loss | Head of Estates | 31/12/2025 | In progress |\nk3 | 3 | Train reception staff at the Royal in deaf awareness | Patient Experience Lead | 31/12/2025 | Not started |\nk4 | 4 | Train reception staff at the General in deaf awareness | Patient Experience Lead | 31/12/2025 | Not started |\nk5 | 5 | Offer British Sign Language at every outpatient appointment where it is asked for | Head of Procurement | Ongoing | In progress |\nk6 | 6 | Publish WRES and WDES reports | Head of EDI | 31/10/2025 | In progress |\nk7 | 7 | Publish the gender pay gap report | Head of Reward | 31/03/2026 | Not started |\nk8 | 8 | Publish the ethnicity pay gap report | Head of Reward | 31/03/2026 | Not started |\nk9 | 9 | Refresh the website | Head of Communications | 31/03/2026 | Not started |\n"
    )
    e = Edit(old)
    e.drop("k1")
    e.add("k2", "k1a | 1a | Install changing places toilet at the Royal | Head of Estates | 31/12/2025 | In progress |")
    e.add(
        "k1a", "k1b | 1b | Install changing places toilet at the General | Head of Estates | 31/03/2026 | Not started |"
    )
    e.split("k1", "k1a", "k1b")
    e.drop("k3", "k4")
    e.add(
        "k1b",
        "k34 | 3 | Train reception staff at both hospitals in deaf awareness | Patient Experience Lead | 31/12/2025 | In progress |",
    )
    e.doubts |= {("k3", "k34"), ("k4", "k34")}  # nothing in the words says that they were joined
    e.drop("k6")
    e.add("k5", "k6a | 6a | Publish WRES report | Head of EDI | 31/10/2025 | Completed |")
    e.add("k6a", "k6b | 6b | Publish WDES report | Head of EDI | 31/10/2025 | In progress |")
    e.split("k6", "k6a", "k6b")
    e.drop("k7", "k8")
    e.add(
        "k6b",
        "k78 | 7 | Publish the gender and ethnicity pay gap reports | Head of Reward | 31/03/2026 | Not started |",
    )
    e.join("k78", "k7", "k8")
    return Case(old, (e,))


def statuses_in_words_become_fills_with_a_key() -> Case:
    old = objectives()
    e = Edit(old)
    e.layout.fills = {"Not started": "#FF0000", "In progress": "#FFC000", "Completed": "#00B050"}
    e.layout.columns = (
        ("Action", "action"),
        ("Owner", "owner"),
        ("Due", "target"),
        ("RAG", "rag"),
        ("Comments", "update"),
    )
    for r in e.rows:
        r.cells["rag"] = r.cells.pop("status")
    e.row("a2").cells["rag"] = "Completed"
    e.told["a2"] = {"progress"}
    return Case(old, (e,))


CASES: tuple[Callable[[], Case], ...] = (
    a_month,
    an_inserted_row_renumbers,
    references_swapped_and_reused,
    reworded_many_ways,
    sorted_by_date,
    typed_into_another_template,
    sheets_renamed_and_moved_between,
    only_looks_change,
    sheets_gathered_into_one,
    very_alike,
    very_alike_rolled_to_next_year,
    very_short,
    very_short_left_and_came_back,
    the_same_action_for_each_division,
    a_year_rolled_over,
    split_and_joined,
    owners_written_in_other_ways,
    half_pasted_from_an_older_version,
    struck_through_hidden_and_deduplicated,
    dates_written_in_other_ways,
    measures_ratings_and_logged_updates,
    same_row_another_action,
    texts_swapped_between_rows,
    abbreviated_and_spelt_out,
    a_busy_quarter,
    a_new_column_of_updates_each_month,
    shades_of_a_key,
    found_and_replaced_throughout,
    marks_typed_before_and_after_the_text,
    siblings_dropped_and_reworded,
    a_column_for_revised_dates_added,
    completed_ones_moved_to_a_sheet_of_their_own,
    a_title_rolled_on_takes_bare_quarters_with_it,
    bullets_within_an_action,
    split_by_site_and_by_network,
    statuses_in_words_become_fills_with_a_key,
)
