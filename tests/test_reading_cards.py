"""A form for each action is read where the forms are alike; what might be something else is refused as before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.recipe import export_plan
from tests.other_plans_truth import a_workbook, draw, saved
from tests.plan_examination import AS_AT


def exported(folder: Path, drawing: str) -> dict[str, Any]:
    book, (sheet,) = a_workbook("Forms")
    draw(sheet, drawing)
    path = folder / "forms.xlsx"
    path.write_bytes(saved(book))
    return export_plan(path, AS_AT)


def test_forms_that_are_alike_are_actions_and_that_is_told(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        1: Carers plan 2025/26
        3: Action 1: | Offer a carers' passport
        4: Lead: | Head of EDI
        5: Due date: | Q3
        6: Success measure: | Fifty passports
        8: Action 2: | Name a carers' champion
        9: Lead: | Head of OD
        10: Due date: |
        11: Success measure: | One a division
        13: Seen by the network in May
        """,
    )
    told = [(action["row"], action["target"]["due"], action["rag"]) for action in document["actions"]]
    assert told == [(3, "2025-12-31", "green"), (8, None, "not_rated")]
    assert document["actions"][0]["other"] == {"Success measure": "Fifty passports"}
    assert [item["cell"] for item in document["unplaced"]] == ["A13"]
    assert sum(document["tally"][part] for part in ("title", "heading", "action", "unplaced")) == 17
    assert "read-as-cards" in {found["code"] for found in document["findings"]}


@pytest.mark.parametrize(
    "drawing",
    [
        "1: Action | Offer a passport\n2: Lead | Head of EDI\n3: Due date | Q3",
        "1: Action | Offer a passport\n2: Lead | A\n3: Due | Q3\n5: Action | Train\n6: Due | Q3\n7: Lead | B",
        "1: Action | What we do\n2: Objective | Why\n4: Action | What we do\n5: Objective | Why",
    ],
)
def test_one_form_or_forms_that_differ_or_say_neither_who_nor_when_are_refused(tmp_path: Path, drawing: str) -> None:
    with pytest.raises(CannotContinue):
        exported(tmp_path, drawing)


def test_a_column_for_each_action_beside_labels_is_an_action(tmp_path: Path) -> None:
    document = exported(
        tmp_path,
        """
        1: Our pledge – three actions
        3: | Pledge 1 | Pledge 2 | Pledge 3
        4: Action | Publish the pay gap report | Offer a carers' passport | Review the dress code
        5: Owner | Chief Finance Officer | Head of EDI | Head of OD
        6: Deadline | 31 March 2026 | 30 September 2025 | TBC
        7: Status | In progress | Completed | Not started
        8: Success measure | On the website | Fifty passports |
        """,
    )
    told = [(one["action"], one["owners"][0]["as_written"], one["progress"]["state"]) for one in document["actions"]]
    assert told == [
        ("Publish the pay gap report", "Chief Finance Officer", "in_progress"),
        ("Offer a carers' passport", "Head of EDI", "completed"),
        ("Review the dress code", "Head of OD", "not_started"),
    ]
    assert [one["target"]["due"] for one in document["actions"]] == ["2026-03-31", "2025-09-30", None]
    assert document["actions"][0]["other"] == {"Success measure": "On the website"}
    assert document["unplaced"] == []


def test_a_glossary_of_what_the_headings_of_a_plan_mean_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue):
        exported(
            tmp_path,
            """
            1: Word | What it means | Where to look
            2: Action | What is to be done by whom | The plan
            3: Owner | Who answers for the action | The register
            4: Deadline | The day by which it is done | The plan
            5: Status | How far the action has come | The owner
            """,
        )
