"""What is struck through says no longer who, when or how far; a date among it is the first date."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.model.raw import Field, RawAction, RawCell, RawPlan, Tally
from edi_reports.model.target import TargetKind
from edi_reports.normalising.plan import normalise_plan


def cell(text: str, column: int, struck_part: str = "", standing: str = "", *, struck: bool = False) -> RawCell:
    return RawCell(text, Place("p.xlsx", "Plan", 5, column), struck=struck, struck_part=struck_part, standing=standing)


def read(**cells: RawCell) -> tuple[Action, list[Finding]]:
    fields = {"action": cell("Offer mediation", 1)} | cells
    raw = RawAction(Place("p.xlsx", "Plan", 5, 1), tuple((Field(name), (one,)) for name, one in fields.items()))
    tally = Tally(0, 0, 0, 0, 0, 0, 0)
    plan, found = normalise_plan(RawPlan(Source("p.xlsx", ""), "Plan", ("Plan 2025/26",), (), (), (raw,), (), tally))
    return plan.actions[0], list(found)


def test_a_date_struck_through_before_a_later_one_is_the_first_date() -> None:
    action, found = read(target=cell("30/09/2025 31/01/2026", 3, "30/09/2025", "31/01/2026"))
    assert (action.target.due, action.target.original_due) == (date(2026, 1, 31), date(2025, 9, 30))
    assert [one.code for one in found] == ["partly-struck"]


def test_a_date_struck_through_with_none_beside_it_is_no_target() -> None:
    action, found = read(target=cell("31/03/2026", 3, struck=True))
    assert (action.target.kind, action.target.due) == (TargetKind.BLANK, None)
    assert "struck-cell" in [one.code for one in found]


def test_a_struck_date_beside_a_column_of_revised_dates_is_the_first_date() -> None:
    action, _ = read(target=cell("30/09/2025", 3, struck=True), revised_target=cell("31/03/2026", 4))
    assert (action.target.due, action.target.original_due) == (date(2026, 3, 31), date(2025, 9, 30))


def test_a_completion_struck_through_completes_nothing() -> None:
    whole, _ = read(progress=cell("Complete", 4, struck=True))
    part, _ = read(progress=cell("Complete\nIn progress", 4, "Complete", "In progress"))
    assert whole.progress.state is ProgressState.NOT_STATED
    assert part.progress.state is ProgressState.IN_PROGRESS


def test_an_owner_struck_through_beside_another_owns_no_longer() -> None:
    action, _ = read(owner=cell("Head of EDI Head of OD", 2, "Head of EDI", "Head of OD"))
    assert [owner.name for owner in action.owners] == ["Head of OD"]


def test_an_action_struck_through_as_a_whole_is_cancelled_and_keeps_its_date() -> None:
    struck = replace(cell("Offer mediation", 1), struck=True)
    action, _ = read(action=struck, target=cell("31/03/2026", 3, struck=True))
    assert action.cancelled
    assert action.target.due == date(2026, 3, 31)
