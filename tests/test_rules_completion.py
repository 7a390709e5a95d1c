"""What is said to have been completed on a day that is still to come is not completed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.model.action import Action, Progress, ProgressSource, ProgressState
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.rules.completion import as_told, check_completions, plan_as_told
from edi_reports.rules.rating import rate
from tests.plan_making import a_plan, an_action, due

DECEMBER = date(2025, 12, 1)


def completed_in_december(target: date) -> Action:
    told = Progress(ProgressState.COMPLETED, ProgressSource.TEXT, "Complete December 2025", DECEMBER)
    return replace(an_action(target=due(target)), progress=told)


def test_a_completion_still_to_come_is_rated_by_its_date_and_told() -> None:
    action, as_at = completed_in_december(date(2025, 10, 31)), date(2025, 11, 30)
    assert rate(action, as_at, RagSettings()).rag is Rag.RED
    assert as_told(action, as_at).progress.state is ProgressState.NOT_STATED
    (found,) = check_completions([action], as_at)
    assert found.code == "completed-in-future"
    assert "1 December 2025" in found.message


def test_from_its_day_on_a_completion_is_one() -> None:
    action = completed_in_december(date(2025, 10, 31))
    plan = a_plan(action)
    assert rate(action, DECEMBER, RagSettings()).rag is Rag.BLUE
    assert plan_as_told(plan, DECEMBER) is plan
    assert not list(check_completions([action], DECEMBER))
