"""Whatever a plan holds, its tracker reads back as the same plan, and edited it differs in just that."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from edi_reports.model.action import Action, Group, ProgressState
from edi_reports.model.owner import Owner, Part
from edi_reports.model.plan import ActionPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.model.tracker import ACTIONS, Heading
from edi_reports.recipe import read_plan
from edi_reports.reports.tracker import compose_tracker
from edi_reports.settings import Settings
from edi_reports.writing.excel import write_workbook
from tests.plan_making import a_plan, an_action, rated

OWNERS = (
    "Head of EDI",
    "Director of Workforce and Organisational Development",
    "Medical Director",
    "Staff Networks (all)",
    "Women's Network",
)
WORDS = (
    "Publish",
    "the",
    "pay gap",
    "report;",
    "=SUM(A1)",
    "- then",
    "“review”",
    "it & act",
    "(by Q3)",
    "50%",
    "Café",
    "N/A",
)

days = st.none() | st.dates(date(2023, 4, 1), date(2028, 3, 31))
text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
paragraphs = st.lists(text, min_size=1, max_size=3).map("\n".join)
dated = st.builds(
    lambda written, kind, start, due, first: Target(written, kind, start, due, first),
    st.sampled_from(("Q2 2025/26", "By Easter", "30/09/2025", "Throughout the year")),
    st.sampled_from((TargetKind.DATED, TargetKind.RANGE)),
    days,
    st.dates(date(2023, 4, 1), date(2028, 3, 31)),
    days,
)
undated = st.sampled_from(
    (
        Target("Ongoing", TargetKind.ONGOING),
        Target("Monthly", TargetKind.RECURRING),
        Target("TBC", TargetKind.UNDECIDED),
        Target("When a post falls vacant", TargetKind.CONDITIONAL),
        Target("sometime", TargetKind.UNREADABLE),
        Target("", TargetKind.BLANK),
    )
)


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    """A plan of a few actions in two groups, with all that a plan may say of them."""
    groups = [Group(f"Objective {number}", draw(text), number) for number in (1, 2)]
    actions = [
        replace(
            an_action(
                draw(paragraphs),
                ref=f"{place // 3 + 1}.{place % 3 + 1:02d}",
                group=groups[place // 3],
                target=draw(dated | undated),
                state=draw(st.sampled_from(ProgressState)),
                stated=draw(st.none() | st.sampled_from((Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE))),
                update=draw(st.none() | paragraphs),
                cancelled=draw(st.booleans()),
            ),
            owners=draw(owners()),
        )
        for place in range(draw(st.integers(3, 6)))
    ]
    return a_plan(*actions)


@st.composite
def owners(draw: st.DrawFn) -> tuple[Owner, ...]:
    """Up to three owners; the first of them leads."""
    names = draw(st.lists(st.sampled_from(OWNERS), max_size=3, unique=True))
    parts = [Part.LEAD, *(draw(st.sampled_from(Part)) for _ in names)]
    return tuple(Owner(name, part, name, known=True) for name, part in zip(names, parts, strict=False))


def told(action: Action) -> dict[str, Any]:
    """What the plan says of an action."""
    return {
        "ref": action.ref,
        "group": (action.group.label, action.group.title) if action.group else None,
        "text": action.text,
        "owners": sorted((owner.part.value, owner.name) for owner in action.owners),
        "target": (action.target.kind, action.target.start, action.target.due, action.target.original_due),
        "written": action.target.as_written,
        "progress": action.progress.state,
        "stated": action.stated_rag,
        "update": action.update,
        "cancelled": action.cancelled,
    }


def read_back(data: bytes, folder: Path) -> list[dict[str, Any]]:
    path = folder / "tracker.xlsx"
    path.write_bytes(data)
    return [told(action) for action in read_plan(path, Settings()).plan.actions]


slowly = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@slowly
@given(plans())
def test_a_tracker_reads_back_as_the_plan_it_was_made_from(tmp_path: Path, plan: ActionPlan) -> None:
    data = write_workbook(compose_tracker(rated(plan)))
    assert read_back(data, tmp_path) == [told(action) for action in plan.actions]


@slowly
@given(plans(), st.integers(0, 2), st.sampled_from(ProgressState))
def test_progress_that_somebody_enters_is_the_only_thing_that_changes(
    tmp_path: Path, plan: ActionPlan, place: int, state: ProgressState
) -> None:
    book = load_workbook(io.BytesIO(write_workbook(compose_tracker(rated(plan)))))
    sheet = book[ACTIONS]
    column = next(cell.column for cell in sheet[3] if cell.value == Heading.PROGRESS)
    sheet.cell(4 + place, column or 0).value = state.words
    edited = io.BytesIO()
    book.save(edited)
    expected = [told(action) for action in plan.actions]
    expected[place]["progress"] = state
    assert read_back(edited.getvalue(), tmp_path) == expected
