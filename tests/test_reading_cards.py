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
