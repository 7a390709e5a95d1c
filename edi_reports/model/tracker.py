"""How a tracker is recognised and what its columns are called: what its composer writes and a reader may rely on.

A tracker is a workbook with the custom document property `PROPERTY` = `VERSION`. Its plan stands on the sheet `ACTIONS`
in the one Excel table of that sheet, a row an action. Several owners, frameworks or committees stand one a line.
Target kind, start, due and original due say what the target as written was understood to mean.
Every column that is not a `Heading` is a further column of the plan; where its own heading would clash with another
it begins with `CLASH`. Rows that only point to another action stand on the sheet `POINTERS`, which is there only then.
Defined names lead to the single cells: `AS_AT`, `PLAN_START`, `PLAN_DUE`, `AMBER_DAYS`, `COMPLETED_AS`.
"""

from __future__ import annotations

from enum import StrEnum

PROPERTY = "edi_reports"
VERSION = "tracker/1"

ABOUT = "About"
ACTIONS = "Actions"
POINTERS = "Pointers"

AS_AT = "As_at"
PLAN_START = "Plan_start"
PLAN_DUE = "Plan_due"
AMBER_DAYS = "Amber_days"
COMPLETED_AS = "Completed_as"

CLASH = "Plan: "
YES = "Yes"


class Heading(StrEnum):
    """The headings of Actions, and those of them that Pointers uses too."""

    REF = "Ref"
    GROUP = "Group"
    ACTION = "Action"
    OWNERS = "Owners"
    SUPPORT = "Supporting owners"
    FRAMEWORKS = "Frameworks"
    COMMITTEES = "Committees"
    TARGET = "Target as written"
    START = "Start"
    DUE = "Due"
    ORIGINAL_DUE = "Original due"
    PROGRESS = "Progress"
    STATED_RAG = "Stated RAG"
    RAG = "RAG"
    REASON = "Reason"
    DAYS = "Days"
    UPDATE = "Latest update"
    SOURCE = "Source cell"
    KIND = "Target kind"
    RULE = "Rule"
    DECIDING_DAY = "Deciding day"
    REDATED = "Re-dated"
    CANCELLED = "Cancelled"
    GROUP_TITLE = "Group title"
    CONTEXT = "Context"
    PLAN_COMMITTEE = "Committee in the plan"
    POINTS_TO = "Points to"
