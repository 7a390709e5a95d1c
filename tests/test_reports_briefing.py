"""The page for one owner."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.owner import Owner, Part
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.briefing import MOST_OF_LONG_REFS, MOST_ROWS, compose_briefing, owners_to_brief
from edi_reports.reports.parts import Heading
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.word import write_document
from tests.golden_making import assert_golden
from tests.paper_making import sentences, table
from tests.paper_reading import as_prose
from tests.plan_making import a_plan, an_action, due, rated

LATE, SOON, LATER = due(date(2025, 9, 30)), due(date(2025, 12, 15)), due(date(2026, 3, 31), start=date(2025, 11, 1))
TBC = Target("TBC", TargetKind.UNDECIDED)


def supporting(action: Action, name: str) -> Action:
    """The action, with one more owner who supports."""
    return replace(action, owners=(*action.owners, Owner(name, Part.SUPPORT, name, known=True)))


def the_plan() -> RatedPlan:
    """Actions of the Head of EDI in every state, and one of somebody else's."""
    audit = an_action("Audit recruitment", ref="2.01", row=12, owners=("Head of Resourcing",), target=LATER)
    return rated(
        a_plan(
            an_action("Publish the pay gap report", ref="1.01", row=5, target=LATER),
            an_action("Name executive sponsors:\n• one a network", ref="1.02", row=6, target=LATE),
            an_action("Agree a mentoring scheme", ref="1.03", row=7, target=TBC, state=ProgressState.NOT_STATED),
            an_action("Review panels", ref="1.04", row=8, target=SOON),
            an_action("Close the pilot", ref="1.05", row=9, target=LATER, state=ProgressState.PROPOSED_FOR_CLOSURE),
            an_action("Hold an open day", ref="1.06", row=10, target=LATE, state=ProgressState.COMPLETED),
            an_action("Join a network", ref="1.07", row=11, target=LATE, cancelled=True),
            supporting(audit, "Head of EDI"),
            an_action("Train mediators", ref="2.02", row=13, owners=("Head of Resourcing",), target=LATE),
        )
    )


def test_a_briefing_reads_as_it_was_reviewed() -> None:
    page = write_document(compose_briefing(the_plan(), "Head of EDI"), write_default_template())
    assert_golden("briefing.txt", as_prose(page))


def test_what_is_late_comes_before_what_is_due_soon() -> None:
    late = table(compose_briefing(the_plan(), "Head of EDI"), "Late or due soon")
    assert [row[:3] for row in late.rows] == [
        ("1.02", Rag.RED, "Name executive sponsors"),
        ("1.04", Rag.AMBER, "Review panels"),
    ]


def test_an_owner_who_leads_all_is_not_told_so_in_each_row() -> None:
    page = compose_briefing(the_plan(), "Head of EDI")
    headings = {
        name: [column.heading for column in table(page, name).columns]
        for name in ("Late or due soon", "What else is open")
    }
    assert headings["Late or due soon"] == ["Ref", "RAG", "Action", "Target", "Reason"]
    assert headings["What else is open"] == ["Ref", "RAG", "Action", "Your part", "Target", "Reason"]


def test_long_refs_leave_room_for_fewer_actions_on_the_page() -> None:
    actions = (an_action(ref=f"EDI/2025-26/WRES-WDES/ACT-{n:03d}", row=n, target=LATER) for n in range(1, 13))
    page = compose_briefing(rated(a_plan(*actions)), "Head of EDI")
    assert len(table(page, "What else is open").rows) == MOST_OF_LONG_REFS
    assert sentences(page, "What else is open") == [
        "Without room here: EDI/2025-26/WRES-WDES/ACT-007, EDI/2025-26/WRES-WDES/ACT-008, "
        "EDI/2025-26/WRES-WDES/ACT-009 and 3 others."
    ]


def test_what_is_needed_names_as_many_long_refs_as_there_is_room_for() -> None:
    actions = (an_action(ref=f"EDI/2025-26/WRES-WDES/ACT-{n:03d}", row=n, target=LATE) for n in range(1, 10))
    page = compose_briefing(rated(a_plan(*actions)), "Head of EDI")
    assert sentences(page, "What we need from you")[0].endswith("ACT-003 and 6 others.")


def test_the_title_of_a_briefing_is_never_longer_than_the_page_has_room_for() -> None:
    plan = rated(replace(a_plan(an_action()), title="Equality, diversity, inclusion and belonging plan " * 5))
    assert len(compose_briefing(plan, "Head of EDI").title) < 120


def test_what_an_owner_supports_is_told_apart_from_what_it_leads() -> None:
    page = compose_briefing(the_plan(), "Head of EDI")
    assert "you lead 6 actions and support 1:" in sentences(page, "What is yours")[0]
    assert ("2.01", "Support") in [(row[0], row[3]) for row in table(page, "What else is open").rows]


def test_completed_and_cancelled_actions_ask_for_nothing() -> None:
    needs = " ".join(sentences(compose_briefing(the_plan(), "Head of EDI"), "What we need from you"))
    assert "1.06" not in needs
    assert "1.07" not in needs


def test_an_owner_on_time_is_asked_for_nothing_more() -> None:
    page = compose_briefing(rated(a_plan(an_action(target=LATER))), "Head of EDI")
    assert sentences(page, "What we need from you") == ["Nothing beyond your usual update."]
    assert sentences(page, "Late or due soon") == ["None of your actions."]


def test_what_does_not_fit_on_the_page_is_named() -> None:
    many = rated(a_plan(*(an_action(ref=f"1.{n:02d}", row=n, target=LATE) for n in range(MOST_ROWS + 2))))
    page = compose_briefing(many, "Head of EDI")
    assert len(table(page, "Late or due soon").rows) == MOST_ROWS
    assert sentences(page, "Late or due soon") == ["Without room here: 1.13 and 1.14."]


def test_one_who_owns_nothing_is_told_so() -> None:
    page = compose_briefing(the_plan(), "Chief Nurse")
    assert sentences(page, "What is yours") == [
        "As at 30 November 2025, no action of the plan names Chief Nurse as an owner."
    ]
    assert [part.text for part in page.parts if isinstance(part, Heading)] == ["What is yours"]


def test_everybody_with_an_open_action_is_briefed_once() -> None:
    closed = an_action(ref="9.01", row=30, owners=("Chief Nurse",), state=ProgressState.COMPLETED)
    plan = the_plan()
    plan = rated(a_plan(*plan.plan.actions, closed))
    owned = owners_to_brief(plan)
    assert list(owned) == ["Head of EDI", "Head of Resourcing"]
    for name, theirs in owned.items():
        assert compose_briefing(theirs, name) == compose_briefing(plan, name)
