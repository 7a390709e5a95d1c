"""A ditto mark says who or when the row above says; it never completes an action."""

from __future__ import annotations

import pytest

from edi_reports.model.place import Place
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.normalising.dittos import without_dittos


def row(number: int, sheet: str = "Plan", **texts: str) -> RawAction:
    cells = [
        (Field(name), (RawCell(text, Place("p.xlsx", sheet, number, column)),))
        for column, (name, text) in enumerate(texts.items(), 1)
    ]
    return RawAction(Place("p.xlsx", sheet, number, 1), tuple(cells))


@pytest.mark.parametrize("mark", ['"', "''", "〃", "ditto", "Ditto", "as above", "Same as above", '- " -'])
def test_a_mark_repeats_the_owner_and_the_date_of_the_row_above_and_is_told(mark: str) -> None:
    above = row(5, action="Train panels", owner="Head of EDI", target="Q3")
    actions, found = without_dittos([above, row(6, action="Train chairs", owner=mark, target=mark)])
    assert (actions[1].text(Field.OWNER), actions[1].text(Field.TARGET)) == ("Head of EDI", "Q3")
    assert [(one.code, one.place and one.place.row) for one in found] == [("ditto", 6), ("ditto", 6)]


def test_a_mark_repeats_no_state_and_nothing_of_another_sheet() -> None:
    above = row(5, action="Train panels", owner="Head of EDI", progress="Complete")
    actions, found = without_dittos([above, row(6, action="Train chairs", progress='"'), row(7, "Next", owner='"')])
    assert (actions[1].text(Field.PROGRESS), actions[2].text(Field.OWNER)) == ('"', '"')
    assert not found
