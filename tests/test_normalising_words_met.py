"""Words met in the cells of action plans, as people write them, and the one thing that each says.

Each was written down, with what a careful person reads in it, before it was tried.
"""

from __future__ import annotations

import pytest

from edi_reports.model.action import ProgressState
from edi_reports.model.owner import Part
from tests.test_normalising_owners import read as read_owners
from tests.test_normalising_plan import row, understand
from tests.test_normalising_progress import said
from tests.test_normalising_targets import dates


def cells(text: str) -> list[str]:
    return [cell.strip() for line in text.strip().splitlines() for cell in line.split("|")]


COMPLETED = cells(
    """
    Complete - now BAU | Completed and moved to BAU | Closed - complete | Complete | Completed | COMPLETE | complete.
    Complete (evidence filed) | Complete - evidence attached | Completed Sept 2025 | Completed 30/09/25
    Complete (June 25) | 100% complete | 100% | Fully complete | Complete ✔ | Completed - ongoing monitoring
    Achieved | Fully achieved | Delivered | Implemented | Done | DONE | Finished | Blue - complete | Blue (complete)
    Green - complete | compelte | Complted | Compleated | Completd | comleted
    """
)
IN_PROGRESS = cells(
    """
    Ongoing - BAU | Open - in progress | Partially complete | Partially completed | Part complete | Part-complete
    Partly complete | Mostly complete | Nearly complete | Almost complete | Near completion | Nearing completion
    Partially implemented | 75% | 75% complete | 25 % | 90% done | 99% | In progress | In Progress | In-progress
    in progess | In progres | Inprogress | IN PROGRESS | In progress (delayed) | In progress - on track
    In progress – off track | In progress / ongoing | In process | Progressing | Progressing well | Progress made
    Good progress | Making progress | Work in progress | WIP | Ongoing | On going | On-going | ongoing work
    Under way | Underway | Well underway | Started | Just started | Commenced | Begun | Early stages | In development
    In draft | Being developed | Being progressed | Under development | Out for consultation | Stage 2 of 4
    2 of 4 complete
    """
)
NOT_STARTED = cells(
    """
    0% | Grey - not started | Not started | Not Started | Not yet started | Not commenced | Not yet commenced
    Yet to commence | Yet to start | yet to begin | To be started | To start | To commence | To commence in Q4
    Not begun | Not started yet | Not strated | Not statred | Unstarted | To do | To-do | Due to start in January
    Not started - delayed | Not started due to capacity | Awaiting start
    """
)
PROPOSED_FOR_CLOSURE = cells(
    """
    Propose to close | Proposed for closure | For closure | Recommend closure | Recommended for closure
    Request to close | Ready to close | Complete - propose to close | Awaiting closure | Can be closed
    """
)
NO_STATE = cells(
    """
    Closed - superseded | Closed – not progressed | Closed (merged with action 7) | No longer required
    No longer needed | Not required | Withdrawn | Cancelled | Canceled | Abandoned | Stood down | Superseded
    Superseded by action 3.2 | Duplicate of 4 | Duplicate | Merged with 2.3 | Removed | Discontinued
    Not being taken forward | Will not be progressed | Green | Amber | Red | G | A | R | Amber/Green | x | P
    Awaiting update | No update | No update received | Update requested | TBC | n/a | N/A | - | ? | Unknown
    Nothing to report | Complete?
    """
)
NOT_COMPLETED = cells(
    """
    On track | On Track | ON TRACK | On track. | On-track | Ontrack | Off track | Off-track | Slipped | Slipping
    Delayed | Delay | Delayed - see update | Paused | On hold | On Hold - awaiting funding | Stalled | Behind schedule
    Behind plan | At risk | At risk of slippage | Some slippage | On schedule | On target | Minor delays | Overdue
    Late | Missed | Not achieved | Not met | Failed | Blocked | Deferred | Deferred to 2026/27 | Postponed
    Carried forward | Carry forward to 2026/27 | Rolled over to 26/27 | Rolled forward | C/F | Embedding | Open | Live
    Active | Substantially complete | Achieved in part | Partially achieved | Partially met | Partial | 0.75 | c. 50%
    50-60% | Not due yet | Not yet due | Not due | Green - on track | Amber - some delay | Red - off track | ☐ | ✗ | ✘
    N | No | Not in place | Limited progress | No progress | Continuing | Continuous | Initiated | Draft | Drafted
    In planning | Planning | Planned | Scheduled | Under review | Awaiting approval | Awaiting sign-off | Pending
    Pending sign off | Not actioned | Starting January 2026 | Start delayed | New | New action | Not complete
    Not completed | Incomplete | Not fully complete | Not yet complete | Outstanding | To be completed
    To complete by Q4 | Due to complete March 2026 | Expected to complete Q4 | Will be completed | Stage 4 of 4 | 3/5
    Year 1 complete | Complete subject to Board approval | To be closed
    """
)
UPDATES_THAT_COMPLETE_NOTHING = cells(
    """
    We completed the first of three workshops | Training to be completed by June | Not completed
    Should be complete by Q3 | This action is not yet complete.
    This action has not been completed owing to vacancies. | This action has not started.
    Work has not yet started on this. | Work has started with the divisions.
    Work is under way with the ICB to agree data sharing. | Work underway; first draft shared with networks
    In progress: survey drafted | In progress. 40 of 120 managers trained to date.
    Ongoing. Three sessions held, two further sessions planned.
    Delayed due to sickness absence; now expected January 2026 | On track for delivery in Q4
    Off track. Head of EDI post vacant since July. | Task and finish group established and meets monthly
    Business case completed and submitted to Exec; awaiting funding
    Baseline audit complete. Next step is to draft the action plan. | Stage one completed, stage two begins in January
    Training module completed by 87% of staff | 87% of managers have completed the training
    Complete apart from the estates element | Complete except for evaluation
    Mostly complete; two divisions outstanding | Complete for medical staff, nursing to follow
    Once complete the toolkit will be shared | When complete, report to People Committee
    To complete the review we need data from ESR | Review to complete in December | Aim to complete by year end
    On course to complete by March 2026 | Likely to be completed in Q4 | Expected completion date 31 January 2026
    Completion expected January 2026 | Completed in part | Not started - awaiting national guidance
    Not started. Awaiting new Head of EDI. | No progress this quarter | No update received from lead
    No update this month. | See action 2.3 | As above | Update received from lead, October 2025.
    Propose to close as all objectives set | Proposed for closure - evidence submitted to EDI group
    Recommend closing this action | Closed - superseded by the new inclusion strategy
    No longer being taken forward following board decision | Action superseded by HIA 4
    Reopened - was completed in June but evidence rejected | Previously marked complete in error; work continues
    Was reported as complete in Q1; now reopened | Workshop held on 14 September; report to follow
    Policy drafted, out for consultation until 12 December
    The workshop was cancelled because of industrial action; new date being sought | Event postponed to January
    Meeting with networks arranged for 3 December | Unable to complete because of capacity
    Cannot be completed until ICB funding confirmed
    Partially complete: objectives set for executive directors, NEDs to follow | 60% complete
    Approximately 60% complete | Started | Starting in the new year | Scoping started | Scoping work complete
    Draft complete | Consultation complete, policy to be ratified in January | Procurement not complete
    We have started planning, delivery is not started | Almost there - final sign off in December
    Awaiting sign off at People Committee | Is this complete? | Please confirm if complete
    Is this still in progress? | Complete? KP to confirm
    Completed the review of bands 8a and above, bands 2-7 not yet started
    Programme completed by first cohort; second cohort in progress | Fully implemented in surgery only
    Level 2 achieved; working towards level 3 | Not done | To be done in January | Nothing done yet | Nearly done
    KPI achieved in 3 of 5 divisions | Target not achieved
    """
)
DUE = {
    "2025-05-31": "May",
    "2025-09-30": """
        Sept | Sept. | Sep-25 | Sept '25 | Sept. 2025 | September 2025 | SEPTEMBER 2025 | April - Sept 2025
        30th September,2025
        """,
    "2025-11-04": "4th Nov",
    "2025-11-28": """
        w/e 28 November 2025 | Friday 28th November
        """,
    "2025-12-01": """
        01/12/25 | 1st Dec 25
        """,
    "2025-12-05": "1-5 December 2025",
    "2025-12-12": "Due 12 Dec 2025",
    "2025-12-31": """
        end Q3 | End of Q3 | Q3 25/26 | Q3 | Qtr 3 | Quarter 3 | Quarter 3 2025/26 | Q3 2025-26 | Q3 25-26
        2025/26 Q3 | Q3 FY25/26 | Q3 (Oct-Dec) | Q3 (Oct - Dec 2025) | Quarter Three | End-Dec 2025 | by 31/12/2025
        By 31st December | Before end of Dec 2025 | Due: Dec 2025 | Between October and December 2025 | end of 2025
        December 2025 (Q3) | Q3 (December 2025)
        """,
    "2026-01-30": "Deadline 30/01/2026",
    "2026-01-31": """
        By end of January | By the end of January 2026 | no later than 31 January 2026 | From Sept 2025 to Jan 2026
        Start Sept 2025, end Jan 2026 | Jan
        """,
    "2026-03-26": "26 March",
    "2026-03-31": """
        25/26 Q4 | By end of quarter 4 | Q1-Q4 | Q3 - Q4 2025/26 | FY25/26 | 2025-26 | 2025/26 | 2025/2026
        During 2025/26 | By end of 2025/26 | End 25/26 | H2 2025/26 | Throughout 2025/26 | Mar-26 | 31/3/26
        31st March '26 | 31 March 2026 | 31-Mar-26 | 31.03.26 | 31.3.2026 | 2026-03-31 | Tues 31st March 2026
        Tuesday 31 March | 31 Mar | 31st March | 31st of March 2026 | March 31, 2026 | March 31st 2026 | 31March2026
        31Mar26 | 03/2026 | March | end March 26 | end of Mar 2026 | Target: March 2026 | Feb - Mar 26
        April 2025 to March 2026 | Apr 25 – Mar 26 | 01/04/2025 - 31/03/2026 | 1 April 2025–31 March 2026
        Ongoing to March 2026 | Ongoing until 31/03/26 | Year-end 2025/26 | end of financial year | March '26
        """,
    "2026-04-30": "April 2026",
    "2026-06-30": "Q1 26/27",
    "2026-12-31": "End 2026",
    "2027-03-31": "2026/27",
}
ONGOING = cells(
    """
    Q3 onwards | from Q3 | From September 2025 | September 2025 onwards | Sept 25 - ongoing | Ongoing from Sept 2025
    Ongoing | On-going | On going | Continuous
    """
)
RECURRING = cells(
    """
    Quarterly | Monthly | Monthly from April 2025 | Annually each March | Annual | Annually | Yearly | Bi-annually
    Bi-monthly | 6 monthly | Six-monthly | Every 6 months | Twice a year | Weekly | Each quarter | Every quarter
    Quarterly (next due Dec 2025) | Quarterly review | Every March | Annually in October | Fortnightly | Daily
    """
)
NO_DUE_DAY = cells(
    """
    Autumn 2025 | Autumn term | Spring | Spring 2026 | Summer 2025 | Winter 2025/26 | Early autumn 2025 | Q2 2025 | Q5
    Q3 2026 | 03/31/2026 | 12/13/2025 | 310326 | early 2026 | Next Board | Next EDI Steering Group | within 6 months
    3-6 months | 12 months | Within 3 months of approval | Short term | Medium term | Year 2 | Immediate | Immediately
    ASAP | As soon as possible | Complete | Completed | Overdue | As and when | 31 June 2025 | 29/02/2025
    30 Feb 2026 | 31/11/2025 | 00/01/2026 | 31/03/20226 | Oct 2205 | ~~ | n/a | N/A | - | tbc | T.B.C. | TBA | TBD
    To be confirmed | tbc with ICB | TBC - Q4 | To be agreed with ICB | To be determined | To be decided
    Date to be agreed | Not yet agreed | Not set | ? | ?? | Awaiting date | Unknown | Following national guidance
    When guidance published | Once funding agreed | After appointment of Head of EDI | Upon completion of review
    Subject to funding | Dependent on ICB | Pending recruitment | Awaiting funding | Depends on ESR release | On hold
    Paused | Black History Month | Q3 (March 2026) | COP Friday | Autumn/Winter 2025 | To align with WRES submission
    By next staff survey | Staff survey 2025
    """
)
ONE_OWNER = cells(
    """
    Head of EDI | Head of EDI & OD | Head of EDI and OD | Exec Team | Chairs of staff networks | People & Culture
    Recruitment, Training and Development Managers | Head of Estates and Facilities | Freedom to Speak Up Guardian
    Staff Side | Director of Nursing, Midwifery and AHPs | Director of Finance, Estates and Digital
    Director of Strategy, Planning and Performance | Head of Learning, Education and Development
    Head of Equality, Diversity and Inclusion | Equality, Diversity & Inclusion Lead | Jane Smith
    Jane Smith (Head of EDI) | JS | All managers | All line managers | All Executive Directors | Board | Trust Board
    People Committee | People and Culture Committee | EDI Steering Group | LGBTQ+ Network Chair
    Disability and Long-Term Conditions Network | HR Business Partners | Comms | Communications and Engagement
    Workforce Information & Planning | Learning and Development | Health & Wellbeing Lead
    Occupational Health and Wellbeing | Head of Resourcing and Retention | Company Secretary | Interim Head of EDI
    New EDI Lead once appointed | External provider | ICB EDI Lead | Matron – Women & Children's
    Chaplaincy and Spiritual Care | HEAD OF EDI
    """
)
SEVERAL_OWNERS = {
    "Director of People and OD / Chief Nurse": ["Director of People and OD", "Chief Nurse"],
    "HoEDI, supported by HRBPs": ["HoEDI", "support: HRBPs"],
    "Lead: DoN; Support: Comms": ["DoN", "support: Comms"],
    "Deputy CPO + Head of L&D": ["Deputy CPO", "Head of L&D"],
    "Head of EDI\nHead of Resourcing": ["Head of EDI", "Head of Resourcing"],
    "• Head of EDI\n• Head of Resourcing": ["Head of EDI", "Head of Resourcing"],
    "- Head of EDI\n- Chief Nurse": ["Head of EDI", "Chief Nurse"],
    "1. Head of EDI\n2. Chief Nurse": ["Head of EDI", "Chief Nurse"],
    "1) Head of EDI 2) Chief Nurse": ["Head of EDI", "Chief Nurse"],
    "a) Head of EDI\nb) Chief Nurse": ["Head of EDI", "Chief Nurse"],
    "FTSU Guardian & Staff Side": ["FTSU Guardian", "Staff Side"],
    "CEO/Chair": ["CEO", "Chair"],
    "Chair & CEO": ["Chair", "CEO"],
    "Chair and Chief Executive": ["Chair", "Chief Executive"],
    "Chief Executive, Chair": ["Chief Executive", "Chair"],
    "Director of Nursing, Midwifery & Quality / Medical Director": [
        "Director of Nursing, Midwifery & Quality",
        "Medical Director",
    ],
    "Associate Director of Workforce, Education and OD, Head of EDI": [
        "Associate Director of Workforce, Education and OD",
        "Head of EDI",
    ],
    "Head of EDI, Head of Resourcing, Chief Nurse": ["Head of EDI", "Head of Resourcing", "Chief Nurse"],
    "Head of EDI, Head of Resourcing and Chief Nurse": ["Head of EDI", "Head of Resourcing", "Chief Nurse"],
    "Head of EDI; Head of Resourcing; Chief Nurse;": ["Head of EDI", "Head of Resourcing", "Chief Nurse"],
    "Head of EDI | Chief Nurse": ["Head of EDI", "Chief Nurse"],
    "Head of EDI with support from Comms team": ["Head of EDI", "support: Comms team"],
    "Head of EDI supported by Staff Networks": ["Head of EDI", "support: Staff Networks"],
    "Head of EDI (support: Comms)": ["Head of EDI", "support: Comms"],
    "Lead - Head of EDI\nSupport - Chief Nurse, Comms": ["Head of EDI", "support: Chief Nurse", "support: Comms"],
    "Exec lead: Chief People Officer\nOperational lead: Head of EDI": ["Chief People Officer", "Head of EDI"],
    "SRO: Chief People Officer": ["Chief People Officer"],
    "Owner: Head of EDI": ["Head of EDI"],
    "Responsible: Head of EDI\nAccountable: CPO": ["Head of EDI", "CPO"],
    "Jane Smith / Aisha Khan": ["Jane Smith", "Aisha Khan"],
    "JS/AK": ["JS", "AK"],
    "JS, AK & PT": ["JS", "AK", "PT"],
    "Dr A. Patel and Sr. M. O'Neill": ["Dr A. Patel", "Sr. M. O'Neill"],
    "Jane Smith & Aisha Khan": ["Jane Smith", "Aisha Khan"],
    "Board and Executive Team": ["Board", "Executive Team"],
    "Executive Directors and NEDs": ["Executive Directors", "NEDs"],
    "Race Equality Network / Disability Network / LGBTQ+ Network": [
        "Race Equality Network",
        "Disability Network",
        "LGBTQ+ Network",
    ],
    "Staff networks and EDI team": ["Staff networks", "EDI team"],
    "Network chairs/Exec sponsors": ["Network chairs", "Exec sponsors"],
    "HRBPs and Divisional Directors": ["HRBPs", "Divisional Directors"],
    "Divisional Directors of Nursing / Divisional Directors": [
        "Divisional Directors of Nursing",
        "Divisional Directors",
    ],
    "Communications & Engagement Team, EDI Team": ["Communications & Engagement Team", "EDI Team"],
    "L&D / OD": ["L&D", "OD"],
    "Health and Wellbeing Team and Occupational Health": ["Health and Wellbeing Team", "Occupational Health"],
    "Head of Recruitment and Head of EDI": ["Head of Recruitment", "Head of EDI"],
    "Head of Recruitment & EDI Manager": ["Head of Recruitment", "EDI Manager"],
    "Deputy Director of HR & OD and Head of EDI": ["Deputy Director of HR & OD", "Head of EDI"],
    "Deputy Director of HR and OD and Head of EDI": ["Deputy Director of HR and OD", "Head of EDI"],
    "Medical Director Chief Nursing Officer": ["Medical Director", "Chief Nursing Officer"],
    "Head of EDI  Head of Resourcing": ["Head of EDI", "Head of Resourcing"],
    "Head of EDI Head of Resourcing": ["Head of EDI", "Head of Resourcing"],
    "Head of Nursing (Surgery), Head of Nursing (Medicine)": [
        "Head of Nursing (Surgery)",
        "Head of Nursing (Medicine)",
    ],
    "Director of Midwifery; Maternity & Neonatal Voices Partnership": [
        "Director of Midwifery",
        "Maternity & Neonatal Voices Partnership",
    ],
    "head of edi/head of od": ["head of edi", "head of od"],
    "Head of EDI,": ["Head of EDI"],
    "/ Head of EDI": ["Head of EDI"],
    "Head of EDI &\nHead of OD": ["Head of EDI", "Head of OD"],
    "Head of EDI and\nChief Nurse": ["Head of EDI", "Chief Nurse"],
    "Director of Workforce and\nOrganisational Development": ["Director of Workforce and Organisational Development"],
    "AD Nursing + Matron + Ward Managers": ["AD Nursing", "Matron", "Ward Managers"],
}


@pytest.mark.parametrize("text", COMPLETED)
def test_it_says_completed(text: str) -> None:
    assert said(text)[0] == "completed"


@pytest.mark.parametrize("text", IN_PROGRESS)
def test_it_says_in_progress(text: str) -> None:
    assert said(text)[0] == "in_progress"


@pytest.mark.parametrize("text", NOT_STARTED)
def test_it_says_not_started(text: str) -> None:
    assert said(text)[0] == "not_started"


@pytest.mark.parametrize("text", PROPOSED_FOR_CLOSURE)
def test_it_says_proposed_for_closure(text: str) -> None:
    assert said(text)[0] == "proposed_for_closure"


@pytest.mark.parametrize("text", NO_STATE)
def test_it_says_nothing_of_how_far_the_action_is(text: str) -> None:
    assert said(text)[0] is None


@pytest.mark.parametrize("text", NOT_COMPLETED)
def test_whatever_else_it_says_it_does_not_say_completed(text: str) -> None:
    assert said(text)[0] != "completed"


@pytest.mark.parametrize("text", UPDATES_THAT_COMPLETE_NOTHING)
def test_an_update_that_tells_of_a_part_a_plan_or_a_hope_completes_nothing(text: str) -> None:
    (action,) = understand(row(5, update=text))[0].actions
    assert action.progress.state is not ProgressState.COMPLETED


@pytest.mark.parametrize(("text", "due"), [(text, due) for due, texts in DUE.items() for text in cells(texts)])
def test_it_names_the_day_that_it_is_due(text: str, due: str) -> None:
    assert dates(text)[2] == due


@pytest.mark.parametrize(
    ("text", "kind"), [*((text, "ongoing") for text in ONGOING), *((text, "recurring") for text in RECURRING)]
)
def test_it_names_no_end(text: str, kind: str) -> None:
    assert (dates(text)[0], dates(text)[2]) == (kind, None)


@pytest.mark.parametrize("text", NO_DUE_DAY)
def test_it_names_no_due_day_and_carries_on_for_nobody_knows_how_long(text: str) -> None:
    kind, _, due = dates(text)
    assert kind in ("ambiguous", "unreadable", "undecided", "conditional", "blank")
    assert due is None


@pytest.mark.parametrize("text", ONE_OWNER)
def test_it_names_one_owner(text: str) -> None:
    assert [owner.as_written for owner in read_owners(text)[0]] == [text]


@pytest.mark.parametrize(("text", "owners"), SEVERAL_OWNERS.items(), ids=lambda value: str(value)[:40])
def test_it_names_these_owners(text: str, owners: list[str]) -> None:
    part = {Part.LEAD: "", Part.SUPPORT: "support: "}
    assert [part[owner.part] + owner.as_written for owner in read_owners(text)[0]] == owners
