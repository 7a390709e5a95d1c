"""A heading may be worded as people word it: each word is put, alone, over a column of a small plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edi_reports.recipe import export_plan
from tests.other_plans_truth import (
    FINANCIAL_2025,
    Plan,
    Truth,
    a_workbook,
    draw,
    in_month,
    in_quarter,
    leads,
    on,
    saved,
    truths,
)
from tests.plan_examination import examine

WORDS = {
    "Ref": (
        "Ref;Ref.;Ref No;Reference;Reference number;No;No.;Number;#;ID;Action ID;Action ref;Action no.;"
        "Action number;Item;Item no.;Unique ID;Code;S/N;Line;Sr no"
    ),
    "Objective": (
        "Objectives;Strategic objective;Equality objective;Aim;Aims;Goal;Priority;Priority area;Theme;Themes;"
        "Workstream;Domain;Pillar;Campaign;Ambition;High Impact Action;HIA;WRES indicator;WDES metric;Metric;"
        "Indicator;Outcome;EDS Outcome;Strategic priority;Focus area;Area;Area of focus;Key area;Category;"
        "Programme;Standard;Section;Topic;Commitment;Standard / metric;Area for improvement;"
        "Protected characteristic;Driver;Strategic driver;Enabler;People Promise element;Charter commitment"
    ),
    "Action": (
        "Actions;Action(s);Action/s;ACTION;Action point;Action required;Actions to be taken;Actions needed;"
        "Proposed action;Planned actions;Agreed actions;Specific actions;Key actions;Priority actions;"
        "High level actions;Improvement action;Recommended action;Recommendation;What we will do;"
        "What will we do?;What are we going to do?;What do we need to do?;How will we do it?;"
        "How will we achieve this?;Activity;Key activities;Task;Tasks;Deliverable;Deliverables;Initiative;"
        "Intervention;Commitment;We will;We will...;Action description;Description of action;"
        "Details of action;Action Plan;Trust actions;Actions 2025/26;Action for 2025-26;Steps;Next steps;"
        "Further actions;Mitigating actions;Improvement required;Action agreed;Action to achieve objective;"
        "How;Task name;What we're going to do;What we said we'd do;Agreed management action;Response"
    ),
    "Owner": (
        "Owners;Action owner;Lead;Leads;Lead(s);Lead/s;Lead officer;Lead person;Lead/Owner;Action lead;"
        "Named lead;Responsible lead;Responsible;Responsible person;Person responsible;Persons responsible;"
        "Responsible officer;Responsibility;Who;Who?;By who;By whom;Who is responsible?;Who will do it?;"
        "Who will lead?;Accountable;Accountable lead;Accountability;Accountable officer;Delivery lead;"
        "Operational lead;Executive lead;Exec lead;SRO;Senior Responsible Officer;Assigned to;Lead director;"
        "Lead department;Lead team;Lead & support;Managed by;Post holder;Staff responsible;Owned by;"
        "Name of lead;Point of contact;Resource names;Who's leading?"
    ),
    "Due date": (
        "Due;Date due;Target;Target date;Target completion date;Target date for completion;Completion date;"
        "Completion;Complete by;Completed by;To be completed by;Date for completion;Expected completion date;"
        "Planned completion date;Anticipated completion date;By when;By when?;When;When?;"
        "When will it be done?;Deadline;Timescale;Timescales;Time scale;Timescale/s;Timeline;Timeframe;"
        "Time frame;Date;Delivery date;End date;Finish date;Milestone;Milestone date;Timing;"
        "Implementation date;Target quarter;Quarter;Due by;Year/Quarter"
    ),
    "Status": (
        "Progress;Progress status;Action status;Current status;Status update;Completion status;State;"
        "Position;Delivery status;Status (Not started / In progress / Complete);Progress (RAG);RAG;"
        "RAG status;RAG rating;BRAG;BRAG status;Rating;Progress rating;Stage;Complete?;"
        "Complete (Y/N);On track?;Status Q3;How is it going?"
    ),
    "Update": (
        "Updates;Progress update;Latest update;Current position;Current progress;Progress to date;"
        "Progress notes;Progress made;Progress/Comments;Comments;Commentary;Notes;Update (November 2025);"
        "November 2025 update;Progress as at Q2;Position statement;Narrative;Progress / evidence;"
        "Summary of progress;Where are we now?;What have we done?;Quarterly update;Status update;"
        "Status / comments;Actions taken to date;Achievements;Latest position;Latest;Last update;Outcome so far;"
        "Impact so far;What we've done;What has been done?;Actions completed;Highlights;Evidence of progress;"
        "Current situation;Work done;Feedback;Further information;Explanation;You said we did;"
        "How we’re doing;How are we getting on?"
    ),
}

# Words that the reader does not know yet. A word that it has learnt fails its test: then it goes.
KNOWN_GAPS: dict[str, set[str]] = {}


def a_plan_headed(heading: str, word: str) -> Plan:
    """Make a plan of four actions in which one heading is worded differently."""
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        """
        1: EDI action plan 2025/26
        3: Ref | Objective | Action | Owner | Due date | Status | Update
        4: 1.1 | Fair recruitment | Publish the pay gap report | Head of EDI | 30/09/2025 | Complete | Published.
        5: 1.2 | Fair recruitment | Train interview panels | Head of Resourcing | Q4 | In progress | Nine are trained.
        6: 2.1 | Respectful teams | Review the adjustments policy | Chief Nurse | March 2026 | Not started
        7: 2.2 | Respectful teams | Hold four listening events | Medical Director | Q3 | In progress | Two were held.
        """,
    )
    cell = next(cell for cell in sheet[3] if cell.value == heading)
    cell.value = word
    true = truths(sheet, "C", ref="A", group="B", update="G")
    actions = (
        true(4, leads("Head of EDI"), on("2025-09-30"), state="completed"),
        true(5, leads("Head of Resourcing"), in_quarter(4, 2025), state="in_progress"),
        true(6, leads("Chief Nurse"), in_month("2026-03"), state="not_started"),
        true(7, leads("Medical Director"), in_quarter(3, 2025), state="in_progress"),
    )
    return "plan.xlsx", saved(book), Truth(actions, period=FINANCIAL_2025)


@pytest.mark.parametrize("heading", WORDS)
def test_a_column_is_known_by_whatever_people_call_it(heading: str, tmp_path: Path) -> None:
    misread = {
        word: wrong
        for word in WORDS[heading].split(";")
        if (wrong := [str(f) for f in examine(a_plan_headed(heading, word), tmp_path, export_plan) if not f.right])
    }
    gaps = KNOWN_GAPS.get(heading, set())
    assert {word: wrong for word, wrong in misread.items() if word not in gaps} == {}
    assert gaps <= set(misread), "a known gap is closed: take it out of KNOWN_GAPS"


def a_plan_with_updates_headed(*headings: str) -> Plan:
    book, (sheet,) = a_workbook("Plan")
    draw(
        sheet,
        f"""
        1: EDI action plan 2025/26
        3: Action | Owner | Due date | {" | ".join(headings)}
        4: Publish the pay gap report | Head of EDI | 31/03/2026 | Data are in. | Draft is written. | Board saw it.
        5: Train interview panels | Head of Resourcing | 31/03/2026 | Nine are trained. | |
        """,
    )
    return "plan.xlsx", saved(book), Truth((), period=FINANCIAL_2025)


@pytest.mark.parametrize(
    ("headings", "latest"),
    [
        (("Update Sept 25", "Update Nov 25", "Update Jan 26"), "Board saw it."),
        (("Update Jan 26", "Update Nov 25", "Update Sept 25"), "Data are in."),
        (("Q3 update", "Q4 update", "Q2 update"), "Draft is written."),
        (("Update", "Update Nov 25", "Further update"), "Board saw it."),
    ],
)
def test_of_updates_under_several_months_the_newest_is_the_latest_wherever_it_stands(
    headings: tuple[str, str, str], latest: str, tmp_path: Path
) -> None:
    name, data, _ = a_plan_with_updates_headed(*headings)
    (tmp_path / name).write_bytes(data)
    first, second = export_plan(tmp_path / name, date(2025, 11, 30))["actions"]
    assert first["update"] == latest
    assert {"Data are in.", "Draft is written.", "Board saw it."} == {latest, *first["other"].values()}
    assert second["update"] == "Nine are trained."
