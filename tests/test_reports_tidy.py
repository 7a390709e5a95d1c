"""A plan as tidy data."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date

import pandas as pd
import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.model.rag import Rag
from edi_reports.reports.tidy import FIELDS, tidy_csv, tidy_parquet, tidy_rows
from tests.plan_making import a_plan, an_action, due, rated

LATE = an_action("Publish", ref="1.10", owners=("Head of EDI", "Staff Networks"), target=due(date(2025, 9, 30)))


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_row_is_an_action_with_its_rating() -> None:
    (row,) = read_csv(tidy_csv(rated(a_plan(LATE))))
    assert (row["ref"], row["owners"], row["due"]) == ("1.10", "Head of EDI; Staff Networks", "2025-09-30")
    assert (row["rag"], row["days_overdue"], row["as_at"]) == ("red", "61", "2025-11-30")


def test_an_unknown_is_empty() -> None:
    (row,) = read_csv(tidy_csv(rated(a_plan(an_action(owners=())))))
    assert (row["owners"], row["due"], row["stated_rag"], row["days_overdue"]) == ("", "", "", "")


def test_a_plan_without_actions_still_has_its_headings() -> None:
    assert tidy_csv(rated(a_plan())) == (",".join(FIELDS) + "\r\n").encode()


def test_further_columns_of_the_plan_come_last_and_each_heading_once() -> None:
    first = an_action(other=(("KPI", "60%"), ("KPI", "by March")))
    second = an_action(other=(("Reason", "WRES 1"),))
    rows = read_csv(tidy_csv(rated(a_plan(first, second))))
    assert [(row["other: KPI"], row["other: KPI (2)"], row["other: Reason"]) for row in rows] == [
        ("60%", "by March", ""),
        ("", "", "WRES 1"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "- a dash", "@SUM(A1)", "\tindented"])
def test_text_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless_in_csv(text: str) -> None:
    plan = rated(a_plan(an_action(text)))
    assert read_csv(tidy_csv(plan))[0]["action"] == f"'{text}"
    assert tidy_rows(plan)[0]["action"] == text


def test_half_a_character_does_not_stop_the_export() -> None:
    assert "Broken ? emoji" in tidy_csv(rated(a_plan(an_action("Broken \ud83d emoji")))).decode()


def test_parquet_holds_the_same_rows_with_true_days_and_numbers() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow, an extra, is not installed")
    plan = rated(a_plan(LATE, an_action("=typed", stated=Rag.GREEN, target=due(date.max))))
    frame = pd.read_parquet(io.BytesIO(tidy_parquet(plan)))
    assert list(frame["action"]) == ["Publish", "=typed"]
    assert list(frame["due"].dt.date) == [date(2025, 9, 30), date.max]
    assert int(frame["days_overdue"].iloc[0]) == 61
    assert tidy_parquet(plan) == tidy_parquet(plan)


def test_an_empty_plan_has_the_same_parquet_columns_and_types() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow, an extra, is not installed")
    full, empty = (pd.read_parquet(io.BytesIO(tidy_parquet(rated(plan)))) for plan in (a_plan(LATE), a_plan()))
    assert list(full.dtypes) == list(empty.dtypes)


def test_without_pyarrow_one_clear_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CannotContinue, match=r"pip install '\.\[parquet\]'"):
        tidy_parquet(rated(a_plan(LATE)))
