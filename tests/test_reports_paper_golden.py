"""Whole papers as text, from .docx files that were written and opened again: see tests/golden."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans
from edi_reports.model.action import Group, ProgressState
from edi_reports.model.change import Change, ChangedAction, ChangedField, Match, PlanChanges
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.paper import PaperSettings
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan, Redating, Source, Unplaced
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.recipe import rate_plan, read_plan
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.parts import Document
from edi_reports.settings import Settings
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.word import write_document
from tests.golden_making import assert_golden
from tests.paper_making import PEOPLE, QUALITY
from tests.paper_reading import as_prose
from tests.plan_making import a_plan, an_action, due, rated

PLANS = Path(__file__).parent.parent / "input"
THEN, NOW = date(2025, 10, 31), date(2025, 11, 30)
FIRST = Group("High Impact Action 1", "Measurable objectives on equality, diversity and inclusion", 1)
SECOND = Group("High Impact Action 2", "Fair and inclusive recruitment", 2)
ROUTED = "EDS22 names no domain, so it is shown to both the People Committee and the Quality Committee"
Q1 = Target("Q1 25/26", TargetKind.DATED, date(2025, 4, 1), date(2025, 6, 30))
Q3 = Target("Q3", TargetKind.DATED, date(2025, 10, 1), date(2025, 12, 31))
Q4 = Target("Q4 2025/2026", TargetKind.DATED, date(2026, 1, 1), date(2026, 3, 31))
YEAR = Target("Throughout 2025/2026", TargetKind.RANGE, date(2025, 4, 1), date(2026, 3, 31))
TBC = Target("TBC", TargetKind.UNDECIDED)

ACTIONS = (
    an_action("All staff networks to have an executive sponsor", ref="1.01", row=5, group=FIRST, target=Q1,
              owners=("Head of EDI", "Staff Networks"), update="Two of five sponsors named.\nNext review in December."),
    an_action("Agree objectives for every board member:\n• specific and measurable\n• part of appraisal", ref="1.02",
              row=6, group=FIRST, target=due(date(2025, 11, 15)), owners=("Chief Executive",)),
    an_action('Train 40 mediators & "civility champions" in <each> division', ref="1.03", row=7, group=FIRST,
              target=TBC, owners=("Head of Employee Relations",)),
    an_action("Publish the recruitment audit for band 7 and above", ref="2.01", row=9, group=SECOND, target=Q4,
              owners=("Head of Resourcing",)),
    an_action("Review interview panels", ref="2.02", row=10, group=SECOND, target=YEAR, stated=Rag.GREEN,
              state=ProgressState.NOT_STARTED, owners=("Head of Resourcing",)),
    an_action("Offer reverse mentoring", ref="2.03", row=11, group=SECOND, target=Q3, owners=("Head of EDI",),
              state=ProgressState.COMPLETED, stated=Rag.BLUE),
    an_action("Hold an open day", ref="2.04", row=12, group=SECOND, target=Q3, owners=("Head of EDI",), cancelled=True),
    an_action("Close the flexible working pilot", ref="2.05", row=13, group=SECOND, target=YEAR,
              owners=("Chief Nurse",), state=ProgressState.PROPOSED_FOR_CLOSURE),
)  # fmt: skip
GONE = an_action("Join the regional network", ref="2.09", row=14, group=SECOND, target=Q3)
POINTER = an_action("See 2.01", ref="2.06", row=15, group=SECOND, pointer_to="2.01")


def the_plan() -> RatedPlan:
    """A plan with something of everything, as at the end of November."""
    plan = a_plan(*ACTIONS, POINTER, title="EDI Combined Action Plan 2025-26")
    spacers = (Unplaced(Place("plan.xlsx", "Plan", 8, 1), "* * *", "separator row"),) * 2
    whole = rated(replace(plan, unplaced=spacers), NOW)
    found = (
        Finding("unknown-owner", Severity.WARNING, "m", "r"),
        Finding("unreadable-date", Severity.ERROR, "m", "r"),
        Finding("cell-comment", Severity.NOTE, "m", "r"),
    )
    first, *others = whole.actions
    moved = replace(others[2], redating=Redating(date(2025, 12, 31), (("October 2025", date(2026, 3, 31)),)))
    shown = (replace(first, routed_because=ROUTED), *others[:2], moved, *others[3:])
    return replace(whole, actions=shown, findings=found)


def the_changes() -> PlanChanges:
    """What a comparison with the version of October gives."""
    old = {action.ref: action for action in ACTIONS}
    pairs = (
        (replace(old["2.03"], progress=an_action(state=ProgressState.IN_PROGRESS).progress), old["2.03"]),
        (replace(old["2.01"], target=Q3), old["2.01"]),
    )
    changed = tuple(
        ChangedAction(Match(then, now, 1.0, certain=True), (Change(ChangedField.PROGRESS, "", ""),))
        for then, now in pairs
    )
    same = tuple(Match(old[ref], old[ref], 1.0, certain=True) for ref in ("1.01", "1.02", "1.03", "2.02", "2.04"))
    sources = (Source("plan October.xlsx", "1" * 64), Source("plan.xlsx", "0" * 64))
    return PlanChanges(*sources, (old["2.05"],), (GONE,), changed, (), (), same)


def the_earlier_plan() -> RatedPlan:
    """The version of October as it was rated then."""
    return rated(a_plan(*ACTIONS[:7], GONE), THEN)


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        (
            "people_committee.txt",
            compose_paper(
                the_plan(), PEOPLE, PaperSettings(), the_changes(), appendix=True, earlier=the_earlier_plan()
            ),
        ),
        (
            "people_committee_first_time.txt",
            compose_paper(the_plan(), PEOPLE, PaperSettings(organisation="Anytown NHS Trust")),
        ),
        ("committee_without_actions.txt", compose_paper(the_plan(), QUALITY, PaperSettings())),
    ],
)
def test_a_paper_reads_as_it_was_reviewed(name: str, paper: Document) -> None:
    assert_golden(name, as_prose(write_document(paper, write_default_template())))


def test_the_paper_on_the_plan_in_hand_reads_as_it_was_reviewed() -> None:
    settings = Settings()
    plans = {
        day: rate_plan(read_plan(PLANS / name, settings), day, settings)
        for day, name in (
            (date(2025, 7, 31), "2025-07 EDI Combined Action Plan 2025-26.xlsx"),
            (NOW, "2025-10 EDI Combined Action Plan 2025-26 v3 FINAL.xlsx"),
        )
    }
    then, now = plans.values()
    board = Committee("Trust Board")
    paper = compose_paper(now, board, PaperSettings(), compare_plans(then.plan, now.plan), earlier=then)
    assert_golden("trust_board_plan_in_hand.txt", as_prose(write_document(paper, write_default_template())))
