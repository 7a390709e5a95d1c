"""Owners usual in NHS equality, diversity and inclusion plans: posts, networks, committees, teams, and short forms.

They serve where the trust's own register says nothing. They hold no address: nothing is sent to a default owner.
"""

from __future__ import annotations

from edi_reports.model.owner import OwnerKind, RegisteredOwner

_POSTS = """
Assistant Director of Organisational Development
Associate Director of Communications
Associate Director of EDI
Associate Director of HR
Associate Director of Nursing
Associate Director of Organisational Development
Associate Director of Patient Experience
Associate Director of People
Associate Director of Workforce
Associate Medical Director
Band 7 Managers
Bank Manager
Business Managers
Business Partners
Care Group Directors
Chair
Chair of the Board
Chair of the Trust
Chairman
Chief Allied Health Professional
Chief Digital Officer
Chief Executive = CEO | Chief Executive Officer | CE | CEx
Chief Financial Officer = CFO | Chief Finance Officer
Chief Information Officer = CIO
Chief Medical Officer = CMO
Chief Medical Information Officer
Chief Midwife
Chief Nurse
Chief Nursing Information Officer
Chief Nursing Officer = CNO
Chief of Staff
Chief Operating Officer = COO
Chief People Officer = CPO
Chief Pharmacist
Chief Strategy Officer
Chief Transformation Officer
Clinical Director
Clinical Directors
Clinical Leads
Communications Lead
Communications Manager
Company Secretary
Cultural Ambassadors
Deputy Chief Executive = Deputy CEO
Deputy Chief Medical Officer
Deputy Chief Nurse
Deputy Chief Nursing Officer
Deputy Chief Operating Officer
Deputy Chief People Officer
Deputy Director of Communications
Deputy Director of HR
Deputy Director of Nursing
Deputy Director of Organisational Development
Deputy Director of People
Deputy Director of Workforce
Deputy Director of Workforce and Organisational Development
Deputy Medical Director
Director of Allied Health Professions
Director of Clinical Governance
Director of Communications
Director of Corporate Affairs
Director of Corporate Governance
Director of Digital
Director of EDI
Director of Education
Director of Estates
Director of Finance
Director of Governance
Director of HR
Director of Improvement
Director of Integrated Care
Director of Medical Education
Director of Midwifery
Director of Nursing
Director of Operations
Director of Organisational Development
Director of Partnerships
Director of Patient Experience
Director of People
Director of Performance
Director of Pharmacy
Director of Quality
Director of Research
Director of Strategy
Director of Transformation
Director of Workforce
Director of Workforce and Organisational Development = DoW&OD | DWOD | Director of Workforce & OD
Directorate Managers
Disability Lead
Divisional Directors
Divisional Directors of Nursing
Divisional Directors of Operations
Divisional General Managers
Divisional HR Business Partners
Divisional Leads
Divisional Managers
Divisional Medical Directors
EDI Adviser
EDI Co-ordinator
EDI Lead
EDI Manager
EDI Officer
EDI Partner
EDI Project Manager
EDI Specialist
Employee Relations Manager
Equality Lead
Executive Director of Nursing
Executive Director of People
Executive Directors
Executive Lead
Executive Sponsor
Executive Sponsors
Freedom to Speak Up Guardian
Freedom to Speak Up Guardians
Freedom to Speak Up Lead
General Counsel
General Manager
General Managers
Governors
Guardian of Safe Working Hours
Head of Analytics
Head of Chaplaincy
Head of Clinical Governance
Head of Communications
Head of Community Engagement
Head of Complaints
Head of Corporate Affairs
Head of Corporate Governance
Head of Culture
Head of Digital
Head of EDI = HoEDI | Head of Equality, Diversity and Inclusion
Head of Education
Head of Employee Experience
Head of Employee Relations
Head of Employment Services
Head of Engagement
Head of Estates
Head of Facilities
Head of Finance
Head of Governance
Head of HR
Head of HR Operations
Head of Inclusion
Head of Information Governance
Head of International Recruitment
Head of Leadership
Head of Leadership Development
Head of Leadership Development and Training
Head of Medical Education
Head of Medical Staffing
Head of Medical Workforce
Head of Midwifery
Head of Nursing
Head of Occupational Health
Head of Operations
Head of Organisational Development
Head of Patient Experience
Head of Patient Safety
Head of People
Head of People Analytics
Head of People Operations
Head of People Services
Head of Performance
Head of Procurement
Head of Quality
Head of Quality Improvement
Head of Recruitment
Head of Research
Head of Resourcing
Head of Retention
Head of Safeguarding
Head of Security
Head of Staff Engagement
Head of Staff Experience
Head of Strategy
Head of Talent
Head of Talent Management
Head of Temporary Staffing
Head of Training
Head of Transformation
Head of Volunteering
Head of Wellbeing
Head of Workforce
Head of Workforce Information
Head of Workforce Intelligence
Head of Workforce Planning
Head of Workforce Systems
Health Inequalities Lead
HR Advisers
HR Business Partner = HRBP
HR Business Partners = HRBPs | Human Resources Business Partners
HR Manager
Inclusion Lead
Inclusion Manager
International Recruitment Lead
Lead Chaplain
Lead Nurse
Lead for EDI
Leadership Development Manager
Learning Disability Liaison Nurse
Learning Disability Nurse
Line Managers
Managing Director
Matrons
Medical Director
Medical Directors
Non-Executive Director = NED
Non-Executive Directors = NEDs
Nurse Director
Occupational Health Manager
Operational Managers
OD Lead
OD Manager
Patient Experience Lead
Patient Experience Manager
People Business Partners
People Partner
People Partners
Practice Educators
Programme Director
Programme Manager
Project Manager
Recruitment Lead
Recruitment Manager
Retention Lead
Rostering Support Manager
Senior Information Risk Owner = SIRO
Senior Leaders
Senior Managers
Senior Responsible Officer = SRO
Service Managers
Speciality Leads
Staff Engagement Lead
Staff Engagement Manager
Staff Network Chair
Staff Network Chairs
Staff Side Chair = Chair of Staff Side
Team Leaders
Trust Chair
Trust Secretary
Vice Chair
Ward Managers
Wellbeing Guardian
Wellbeing Lead
WRES Lead
"""

_NETWORKS = """
Armed Forces Network
BAME Network
BAME Staff Network
BME Network
BME Staff Network
Carers Network
Christian Network
Cultural Diversity Network
Disability Network
Disability Staff Network
Disability and Difference and Working Carers Network
Disabled Staff Network
Ethnic Minority Network
Faith Network
Gender Equality Network
International Staff Network
LGBT+ Network
LGBT+ Staff Network
LGBTQ+ Network
LGBTQ+ Staff Network
Long Term Conditions Network
Men's Network
Menopause Network
Multi-Faith Network
Muslim Network
Neurodiversity Network
REACH Network
Race Equality Network
Rainbow Network
Staff Network
Staff Networks
Veterans Network
Women's Network
Working Carers Network
Young People's Network
"""

_COMMITTEES = """
Audit Committee
Board
Board Committees
Board Members
Board of Directors
Clinical Governance Committee
Council of Governors
Divisional Boards
EDI Committee
EDI Council
EDI Forum
EDI Group
EDI Steering Group
Equality Group
Equality Steering Group
Executive Board
Executive Committee
Executive Management Team
Executive Team
Health Inequalities Steering Group
Inclusion Council
Integrated Care Board = ICB
Joint Consultative Committee
Joint Negotiating Committee
Local Negotiating Committee
Patient Experience Committee
Patient Experience Group
People Committee
People and Culture Committee
Quality Committee
Quality and Safety Committee
Remuneration Committee
Senior Leadership Team = SLT
Trust Board
Trust Executive
Trust Executive Committee
Trust Management Committee
Workforce Committee
"""

_TEAMS = """
Bank Office
Chaplaincy
Clinical Education Team
Communications Team = Comms Team
EDI Team
Education Team
Employee Relations Team
Estates Team
Facilities Team
HR
HR Team
Human Resources Business Partner Team
Improvement Team
Informatics Team
Leadership Development Team
Learning and Development
Medical Education Team
Medical Staffing
Medical Staffing Team
OD Team
Occupational Health
Occupational Health Team
Organisational Development
PALS = Patient Advice and Liaison Service
Patient Experience Team
People Services
People Team
Procurement Team
Recruitment Team
Resourcing Team
Safeguarding Team
Staff Side
Temporary Staffing Team
Trade Unions = Unions
Workforce Information Team
Workforce Team
"""


def _owners(lines: str, kind: OwnerKind) -> tuple[RegisteredOwner, ...]:
    """One owner a line: the name, then "=" and its other spellings parted by "|"."""
    parted = (line.partition("=") for line in lines.strip().splitlines())
    return tuple(
        RegisteredOwner(name.strip(), tuple(other.strip() for other in others.split("|") if other.strip()), kind=kind)
        for name, _, others in parted
    )


OWNERS: tuple[RegisteredOwner, ...] = tuple(
    sorted(
        (
            *_owners(_POSTS, OwnerKind.POST),
            *_owners(_NETWORKS, OwnerKind.NETWORK),
            *_owners(_COMMITTEES, OwnerKind.COMMITTEE),
            *_owners(_TEAMS, OwnerKind.TEAM),
        ),
        key=lambda owner: owner.name.lower(),
    )
)
