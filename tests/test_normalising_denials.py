"""A completion that the update beside it denies is no completion, and both are shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.model.action import ProgressState
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.raw import Field
from edi_reports.normalising import denials, progress_words
from edi_reports.normalising.denials import denies_completion
from edi_reports.recipe import rate_plan, read_plan
from edi_reports.settings import Settings
from tests.desk_making import save_sheets
from tests.test_normalising_plan import COLUMNS, cell, codes, row, understand
from tests.test_normalising_words_met import cells

DENIALS = cells(
    """
    Not complete | Not complete - awaiting sign-off | Not yet complete - awaiting data from ESR | Still to do
    Still to do: train managers | Incomplete | Incomplete - two divisions outstanding | not complete. | STILL TO DO
    This action is not yet complete. | The action has not been completed owing to vacancies | Not completed
    Not fully complete | Yet to be completed | Remains outstanding | Nov 2025: not complete | Q3 - not complete
    Update: not complete, awaiting funding | Not done | Not started | Not yet started - awaiting lead | Nearly complete
    Partially complete: NEDs to follow | 60% complete | Policy drafted but not yet complete | Isn't complete
    Hasn’t been completed yet | Cannot be completed until ICB funding confirmed | Still to be done | • Not complete
    Training: complete. Evaluation: not yet complete | Not achieved | Not delivered due to capacity | Not implemented
    Report published. Not yet complete – sign off awaited | Action remains incomplete | Not complete as at Nov
    """
)
NO_DENIALS = cells(
    """
    Complete | Completed in June | Q1: not complete. Q2: completed | Not complete in May. Completed in July.
    Report published on the website | Incomplete data issue resolved | Actions to do: none | Still to do: none
    Outstanding actions: none | No outstanding actions | Nothing outstanding | Outstanding feedback from staff
    CQC: outstanding | Rated: Outstanding by CQC | Response rate: 50% | Survey run (not completed by 3 wards)
    Staff who had not completed training were written to | All incomplete records were corrected
    Ongoing monitoring | Delayed in Q1 but now complete | Not only completed but embedded | Not applicable
    Evidence filed. No further work to do | In progress: drafting
    """
)


@pytest.mark.parametrize("text", DENIALS)
def test_an_update_that_plainly_says_that_it_is_not_complete_denies_a_completion(text: str) -> None:
    assert denies_completion(text)


@pytest.mark.parametrize("text", NO_DENIALS)
def test_an_update_that_tells_of_something_else_or_of_the_completion_denies_nothing(text: str) -> None:
    assert not denies_completion(text)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(progress_words.NOT_COMPLETE, fullmatch=True))
def test_whatever_says_not_complete_holds_a_sign_of_it(text: str) -> None:
    assert any(sign in text for sign in denials._SIGNS)


@pytest.mark.parametrize("said", ["Complete", "Completed", "Done", "Completed 12/06/2025"])
def test_a_denied_completion_is_not_stated_and_both_cells_are_told(said: str) -> None:
    plan, found = understand(row(5, progress=said, update="Not yet complete - awaiting the evidence"), row(6))
    assert plan.actions[0].progress.state is ProgressState.NOT_STATED
    (told,) = (one for one in found if one.code == "completion-denied")
    assert told.place == cell(5, Field.PROGRESS).place
    update = cell(5, Field.UPDATE).place.cell
    assert (
        f'completed ("{said}"), and {update} beside it says "Not yet complete - awaiting the evidence"' in told.message
    )


def test_a_completion_by_colour_or_by_its_day_is_denied_likewise() -> None:
    green = row(5, update="Not complete")
    green = type(green)(green.place, (*green.fields, (Field.PROGRESS, (cell(5, Field.PROGRESS, fill="00B050"),))))
    dated = row(6, completed="18/06/2025", update="Not complete")
    plan, found = understand(green, dated, key=(KeyEntry("00B050", "Completed"),))
    assert [action.progress.state for action in plan.actions] == [ProgressState.NOT_STATED] * 2
    told = [one for one in found if one.code == "completion-denied"]
    assert [one.place and one.place.column for one in told] == [COLUMNS[Field.PROGRESS], COLUMNS[Field.COMPLETED]]
    assert 'completed ("the colour 00B050")' in told[0].message


def test_a_colour_that_says_completed_is_denied_by_the_words_of_another_state_column() -> None:
    said = row(5, progress="Not complete - system build late")
    blue = cell(5, Field.STATED_RAG, fill="0070C0")
    plan, found = understand(
        type(said)(said.place, (*said.fields, (Field.STATED_RAG, (blue,)))), key=(KeyEntry("0070C0", "Completed"),)
    )
    assert plan.actions[0].progress.state is ProgressState.NOT_STATED
    (told,) = (one for one in found if one.code == "completion-denied")
    assert told.place == blue.place
    assert f"{cell(5, Field.PROGRESS).place.cell} beside it says" in told.message


def test_a_completion_beside_an_update_that_agrees_stands() -> None:
    plan, found = understand(row(5, progress="Completed", update="Report published."), row(6, progress="Complete"))
    assert [action.progress.state for action in plan.actions] == [ProgressState.COMPLETED] * 2
    assert codes(found) == []


def test_a_denied_completion_is_neither_blue_nor_green_when_its_day_is_past(tmp_path: Path) -> None:
    lines = (
        ("Action", "Owner", "Target date", "Status", "Update"),
        ("Publish the pay gap report", "Head of EDI", "30/09/2025", "Complete", "Not complete - awaiting sign-off"),
        ("Give every network a sponsor", "Head of EDI", "30/09/2025", "Complete", "Sponsors named in June"),
    )
    path = save_sheets(tmp_path / "plan.xlsx", Plan=lines)
    for shown in (Rag.BLUE, Rag.GREEN):
        settings = Settings(rag=RagSettings(completed_as=shown))
        rated = rate_plan(read_plan(path, settings), date(2025, 11, 30), settings)
        assert [each.rating.rag for each in rated.actions] == [Rag.RED, shown]
        assert [one.place and one.place.cell for one in rated.findings if one.code == "completion-denied"] == ["D2"]
